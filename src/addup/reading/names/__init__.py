"""Who is meant: the persons and organisations of an article, and the phrases that stand for them.

Works from the article alone: a surname stands for the full name given before, "the ministry" for the
ministry named before, "the Russian president" for the person whom the article called so, "he" for the person
spoken of last. Where nothing in the text names them ("officials", "police"), there is no name.

First the names: `find` gives those that stand in the text, `called` those that a noun right before them
calls a body, `kinds` tells persons from organisations, `sexes` a man from a woman, `forms` when two names
are one, and `descriptions` has the words that go with a name; `resolve` joins the names of each. Then what
stands for them: `beside` tells which name a noun phrase bears, `descriptions` whom a description is of,
`pronouns` whom a pronoun (`outlets`: never those who only pass on what others say); `article` has all names
of one article and answers for each noun. `records` has what they hand on, `words` the table.
"""

from addup.reading.names.article import Names
from addup.reading.names.beside import article_before_place, is_behind_place
from addup.reading.names.called import calls_body
from addup.reading.names.descriptions import is_somebody
from addup.reading.names.pronouns import pronoun_kind
from addup.reading.names.records import Name, Naming
from addup.reading.names.resolve import resolve
from addup.reading.names.sexes import is_of_sex
from addup.reading.names.words import body_nouns, name_words

__all__ = [
    "Name",
    "Names",
    "Naming",
    "article_before_place",
    "body_nouns",
    "calls_body",
    "is_behind_place",
    "is_of_sex",
    "is_somebody",
    "name_words",
    "pronoun_kind",
    "resolve",
]
