"""What the words of reports set against each other without an account: so much each, rises, margins.

The rooms by kind of relation check what those of the same names in `addup.grouping.arithmetic` found,
`together` what was learnt; `by_words` asks all of them.
"""
