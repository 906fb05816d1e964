"""Names that a noun right before them calls a body: "the utility [Orel Electric]", "the charity [Orel Now]".

The name tagger takes many of them for persons, and words that are no nouns ("Now") for no part of a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.attrs import LEMMA
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.frames import words as frame_words
from addup.reading.names.words import body_nouns, name_words
from addup.reading.text import spots

# What stands inside names between two words with capitals: "Save [the] Children", "Doctors [for] Peace".
_INSIDE = frozenset({"&", "for", "the", "without"})
# Tags of words with capitals that are no part of a name: "I", numbers.
_NO_NAMES = frozenset({"CD", "LS", "PRP", "PRP$", "WP"})
# Tags of what may stand between an article and its noun.
_IN_PHRASE = frozenset({"HYPH", "JJ", "NN", "NNP", "NNS", "VBG", "VBN"})
# Behind these a noun may end the phrase, and a clause begin: "at the firm Jo Bell had led 40 people".
_WHERE = frozenset({"at", "in", "inside", "on", "outside", "within"})


def called_bodies(doc: Doc) -> Iterator[Span]:
    """Give the names of bodies that stand right behind a noun for what they are.

    Days and titles are no part of one: "the company Tuesday said", "the company Chairman Jo Bell".
    """
    for place in spots(doc, LEMMA, body_nouns()):
        if place + 1 < len(doc):
            name = _name_behind(doc[place])
            if name is not None and calls_body(doc[place], name):
                yield Span(doc, name.start, name.end, label="ORGANIZATION")


def _name_behind(noun: Token) -> Span | None:
    """Give the words with capitals that stand right behind a noun."""
    doc, start, end = noun.doc, noun.i + 1, noun.i + 1
    while end < noun.sent.end:
        further = end > start and doc[end].lower_ in _INSIDE and end + 1 < noun.sent.end
        if not (_is_of_name(doc[end]) or (further and _is_of_name(doc[end + 1]))):
            break
        end += 1
    return doc[start:end] if end > start else None


def _is_of_name(token: Token) -> bool:
    is_day = token.lower_ in frame_words("place", "days")
    return token.text[:1].isupper() and token.tag_ not in _NO_NAMES and not is_day


def calls_body(noun: Token, name: Span) -> bool:
    """Whether a noun says of the name right behind it that it is one of a body.

    Not so what opens a clause on the noun ("the firm [Jo Bell] led"), and what a title stands before.
    """
    if not (noun.tag_ == "NN" or _opens_sentence(noun)) or not _is_phrase(noun, name):
        return False
    lemma = noun.lemma_.lower()
    if lemma not in body_nouns() or lemma in frame_words("place", "nouns"):
        return False
    return not (_begins_as_persons(name) or _is_in_clause_on(name, noun))


def _begins_as_persons(name: Span) -> bool:
    """Whether a name begins with a title, or with a given name that a last name follows."""
    first = name[0].lower_
    is_given = first in name_words("given", "male") or first in name_words("given", "female")
    return first in name_words("title", "words") or (len(name) > 1 and is_given)


def _opens_sentence(noun: Token) -> bool:
    """Whether a common noun has its capital from where it stands: "[Carmaker] Orel said"."""
    if noun.i != noun.sent.start or noun.lower_ in name_words("organisation", "forms"):
        return False
    return noun.lower_ in name_words("organisation", "generic")


def _is_phrase(noun: Token, name: Span) -> bool:
    """Whether a noun before a name has an article or an owner, or is written so without: "carmaker Orel"."""
    if _opens_sentence(noun):
        return all(map(grammar.is_proper, name))
    if not noun.is_lower:
        return False
    doc, first = noun.doc, noun.i - 1
    while first > noun.sent.start and doc[first].tag_ in _IN_PHRASE:
        first -= 1
    opened = doc[first].tag_ in {"DT", "POS", "PRP$"}
    hangs_on_it = name.root.head == noun or noun.head.i in range(name.start, name.end)
    if doc[max(first - opened, noun.sent.start)].lower_ in _WHERE and not hangs_on_it:
        return False
    return opened or noun.lemma_.lower() in name_words("organisation", "generic")


def _is_in_clause_on(name: Span, noun: Token) -> bool:
    """Whether a name is the subject of a clause that says more of a noun: "the firm [Jo Bell] led".

    A parser that takes it for another clause leaves the verb behind without a subject: "led employs 40".
    """
    clause = name.root.head
    if name.root.dep_ not in grammar.SUBJECTS or clause.i < name.end:
        return False
    if clause.dep_.startswith("acl") and clause.head == noun:
        return True
    for token in noun.doc[clause.i + 1 : noun.sent.end]:
        if token.text == "," or token.tag_ == "CC":
            return False
        if token.tag_ in grammar.FINITE:
            verb = token.head if token.dep_ in {"aux", "aux:pass", "cop"} else token
            return not any(child.i > clause.i for child in grammar.children(verb, *grammar.SUBJECTS))
    return False
