"""Verbs that "and" joins to one before, which taggers take for adjectives of their object."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.mending.words import LIKE_ADJECTIVES


def is_verb_before_number(token: Token) -> bool:
    """Whether "and" joins a verb whose object is a bare number: "killed 12 people, and [infected] 36".

    A number that is joined to a noun without naming what it counts takes no participle before it, nor does
    one by itself ("killed two and [wounded] seven").
    """
    number = token.head
    by_itself = number.dep_ == "obl" and grammar.preposition(number) is None
    return (
        token.tag_ in {"VBN", "VBD", "JJ"}
        and token.lower_.endswith("ed")
        and number.tag_ == "CD"
        and (number.dep_ in {"conj", "dep", "obj"} or by_itself)
        and number.i == token.i + 1
        and token.i > 0
        and token.nbor(-1).dep_ == "cc"
        and _verb_over(number) is not None
    )


def is_infinitive_before_number(token: Token) -> bool:
    """Whether "and" joins what is like an adjective to an infinitive: "will cut jobs and [close] two mills".

    No adjective stands before a number without an article.
    """
    if token.lower_ not in LIKE_ADJECTIVES or token.i + 1 >= token.sent.end or token.i == token.sent.start:
        return False
    above = _verb_over(token.head)
    return (
        token.nbor().tag_ == "CD"
        and (token.nbor(-1).dep_ == "cc" or token.nbor(-1).text == ",")
        and above is not None
        and above.i < token.i
        and (above.tag_ == "VB" or any(child.tag_ in {"MD", "TO"} for child in above.lefts))
    )


def participle_before(token: Token) -> Token | None:
    """Give the participle that "and" joins another to, which has an object of its own.

    "Rebels shelled Selm, killing two and [wounding] seven, state television reported": it has an object,
    and is no adjective of what is behind.
    """
    if token.tag_ != "VBG" or token.i == token.sent.start or token.nbor(-1).dep_ != "cc":
        return None
    if not any(child.dep_ == "obj" and child.tag_ == "CD" for child in token.rights):
        return None
    before = reversed(token.doc[token.sent.start : token.i - 1])
    return next((one for one in before if one.tag_ == "VBG" and one.dep_ in {"acl", "advcl", "conj"}), None)


def join_participle(token: Token, before: Token) -> None:
    """Join a participle with its object to the one before it."""
    above = token.head
    joint = token.nbor(-1)
    for child in list(token.rights):
        if child.dep_ == "punct" and child.nbor().i <= above.i:
            child.head = above
    token.head, token.dep_, joint.head = before, "conj", token


def is_joined_infinitive(token: Token) -> bool:
    """Whether what is like an adjective is joined to an infinitive and acts: "will cut and [close] mills"."""
    joined = token.dep_ == "conj" and token.lower_ in LIKE_ADJECTIVES and token.head.tag_ == "VB"
    return joined and any(child.dep_ == "obj" for child in token.rights)


def _verb_over(done_to: Token) -> Token | None:
    """Give the verb that something hangs on, or that what it is joined to hangs on."""
    above = done_to.head
    return above if above.tag_.startswith("VB") else grammar.clause_head(above)


def make_joined_verb(token: Token, tag: str) -> None:
    """Make such a word a verb with a tag, joined to the one before, and what it stands before its object."""
    done_to, joint = token.head, token.nbor(-1)
    above = _verb_over(done_to)
    assert above is not None
    token.head, token.dep_, token.tag_ = above, "conj", tag
    done_to.head, done_to.dep_ = token, "obj"
    joint.head = token
