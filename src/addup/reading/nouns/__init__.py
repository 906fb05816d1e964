"""Nouns: which of them an amount is of, what kind of noun it is, and how it is written as what is counted.

`people`, `actors` and `amounts` tell kinds of nouns apart. The others go from an amount to its noun: `behind`
and `phrases` by tags alone, `said_of`, `verbs` and `superlatives` by the parse, in a document whose amounts
and times (`document`) are none themselves. `counted` and `plurals` write a noun as a record has it.
"""
