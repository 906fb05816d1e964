"""Verbs that "and" joins to one before, which taggers take for adjectives of their object."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.mending.hanging import take_place
from addup.reading.mending.words import LIKE_ADJECTIVES

_JOINT = 2  # tokens from a verb to the one that "and" joins to it
_MANY = words("event", "many") | {"tens"}


def is_verb_before_number(token: Token) -> bool:
    """Whether "and" joins a verb whose object is a bare number: "killed 12 people, and [infected] 36".

    A number that is joined to a noun without naming what it counts takes no participle before it, nor does
    one by itself ("killed two and [wounded] seven"), nor do "hundreds" ("[injured] hundreds", "tens of
    thousands").
    """
    number = token.head
    by_itself = number.dep_ == "obl" and grammar.preposition(number) is None
    many = number.lower_ in _MANY and not any(child.dep_ == "det" for child in number.lefts)
    return (
        token.tag_ in {"VBN", "VBD", "JJ"}
        and token.lower_.endswith("ed")
        and (number.tag_ == "CD" or many)
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


def is_infinitive_behind_to(token: Token) -> bool:
    """Whether "to" opens an infinitive that is like an adjective: "promised to [free] 200 prisoners".

    No adjective stands before a number without an article.
    """
    if token.lower_ not in LIKE_ADJECTIVES or token.i + 1 >= token.sent.end or token.i == token.sent.start:
        return False
    to = token.nbor(-1)
    opens = to.lower_ == "to" and to.dep_ == "case" and to.head == token.head
    return opens and token.nbor().tag_ == "CD" and token.head.head.tag_.startswith("VB")


def make_infinitive(verb: Token) -> None:
    """Make an infinitive of such a word, with what it was said of for its object."""
    to, noun = verb.nbor(-1), verb.head
    take_place(verb, noun)
    verb.tag_, verb.dep_ = "VB", "xcomp"
    to.tag_, to.dep_, to.head = "TO", "mark", verb
    noun.head, noun.dep_ = verb, "obj"


def is_participle_before_number(token: Token) -> bool:
    """Whether a participle is taken for an adjective of what it was done to: "it fell, [damaging] 60 cars".

    No adjective stands before a number without an article.
    """
    done_to = token.head
    if token.tag_ != "JJ" or not token.lower_.endswith("ing") or token.i == token.sent.start:
        return False
    number = token.nbor() if token.i + 1 < token.sent.end else token
    numbered = number.tag_ == "CD" or (number == done_to and number.lower_ in _MANY)
    joined = token.nbor(-1).text == "," or token.nbor(-1).dep_ == "cc"
    alone = done_to.dep_ in {"conj", "obj", "obl"} and grammar.preposition(done_to) is None
    above = _verb_over(done_to)
    return numbered and joined and alone and above is not None and above.i < token.i


def make_participle_over(token: Token) -> None:
    """Make such a word a participle below the verb, or joined to the participle before it."""
    done_to, joint = token.head, token.nbor(-1)
    above = _verb_over(done_to)
    assert above is not None
    token.head, token.tag_ = above, "VBG"
    token.dep_ = "conj" if above.tag_ == "VBG" else "advcl"
    done_to.head, done_to.dep_, joint.head = token, "obj", token


def is_lasting(token: Token) -> bool:
    """Whether "last" behind "to" is a verb with its length: "is expected to [last] six weeks"."""
    if token.lower_ != "last" or token.i <= token.sent.start + 1 or token.nbor(-1).lower_ != "to":
        return False
    length, above = token.head, token.head.head
    foreseen = above.tag_ in {"VBN", "JJ"} and above.i < token.i and above.lemma_ != "compare"
    return foreseen and length.i > token.i and length.tag_ == "NNS"


def make_lasting(token: Token) -> None:
    """Make such a word an infinitive, and the length what it tells."""
    length, to = token.head, token.nbor(-1)
    token.head, token.dep_, token.tag_ = length.head, "xcomp", "VB"
    to.head, to.dep_, to.tag_ = token, "mark", "TO"
    length.head, length.dep_ = token, "obl:unmarked"


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


def is_joined_like_noun(token: Token) -> bool:
    """Whether what is like a noun is joined to an infinitive that has its object.

    "Helped the police find and [arrest] 40 men", where taggers may take both for nouns.
    """
    first = token.head
    is_verb = first.tag_ in {"VB", "VBP"} or (first.tag_ == "NN" and first.dep_ == "xcomp")
    if token.dep_ != "conj" or not is_verb or first.i != token.i - _JOINT:
        return False
    behind = [child for child in first.rights if child.dep_ == "obj" and child.left_edge.i == token.i + 1]
    return bool(behind) and not any(child.dep_ in {"det", "nmod:poss"} for child in token.lefts)


def make_verb_of_joined(token: Token) -> None:
    """Make such a word a verb, and what stands behind it its object."""
    if token.head.tag_ == "NN":
        token.head.tag_ = "VB"
    token.tag_ = token.head.tag_
    for child in list(token.head.rights):
        if child.i > token.i:
            child.head = token


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
