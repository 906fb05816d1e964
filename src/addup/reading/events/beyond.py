"""Verbs that tell nothing of a figure, as it only belongs to something beside what they tell."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.reach import NOMINAL
from addup.reading.frames import words
from addup.reading.grammar import SUBJECTS
from addup.reading.text import DASHES

# Prepositions of time and reason: what stands behind them is around what is told.
_AROUND = frozenset(
    {"after", "amid", "because", "despite", "due", "during", "following", "owing", "throughout"}
)
# With these nouns a preposition of reason is made: "as a result of", "in the wake of".
_MADE = frozenset({("as", "result"), ("in", "aftermath"), ("in", "wake")})
# What is at or in a thing, or of it, has another verb than what says how large the thing is.
_AT = frozenset({"at", "during", "from", "in", "of", "throughout", "under"})
_EARNING = frozenset({"earn", "lose", "make", "net"})  # what is done on sales
_FRACTIONS = ("half", "third", "quarter", "fifth", "tenth")


def is_beyond(verb: Token, anchor: Token) -> bool:
    """Whether a verb above a figure tells nothing of it.

    It is in what is around the telling ("after a loss of $7 million, it closed"), in what only describes
    somebody ("Orr, a father of six, fell"), or the whole of a part ("sold 12 of its 40 ships").
    """
    if grammar.is_noun(verb):
        return False
    path = [*_up_to(verb, anchor)]
    if not path or path[-1].head != verb:
        return False
    of_amount = _is_out_of(anchor) or _is_attribute(anchor) or _is_of_another(anchor)
    if of_amount or _is_basis(verb, anchor) or _is_of_teller(path[-1], anchor):
        return True
    return any(_is_beside(noun, anchor, verb) for noun in path)


def _is_of_teller(noun: Token, anchor: Token) -> bool:
    """Whether a figure is among those who tell it: "according to three officials", up to a comma."""
    if grammar.preposition(noun) != "according":
        return False
    between = noun.doc[noun.left_edge.i + 1 : anchor.i]
    return all(token.text != "," for token in between)


def _is_beside(noun: Token, anchor: Token, verb: Token) -> bool:
    """Whether what is above an amount is around the telling, a description, a whole or a margin."""
    if noun.lemma_ == "margin" and grammar.preposition(noun) == "with":
        return True
    is_backdrop = _is_around(noun, anchor) and _is_size_of(noun, anchor)
    return is_backdrop or _only_describes(noun, anchor, verb) or _is_whole(noun, anchor)


def _up_to(verb: Token, anchor: Token) -> Iterator[Token]:
    """Give an amount and the words above it, up to a verb."""
    token = anchor
    while token not in {verb, token.head}:
        yield token
        token = token.head


def _is_of(noun: Token, anchor: Token) -> bool:
    """Whether an amount is how many a noun is of."""
    return noun == anchor or grammar.modified(anchor) == noun


def _is_size_of(noun: Token, anchor: Token) -> bool:
    """Whether an amount is how much or many a noun, or what it is of, has: "a [loss] of $7 million"."""
    token = anchor
    while token.dep_ in {"appos", "conj"} and grammar.is_number(token.head):
        token = token.head  # "$7 million, or 40 cents a share"
    token = grammar.modified(token) or token
    while token != noun and grammar.preposition(token) == "of" and token.dep_ in NOMINAL:
        token = token.head
    return token == noun


def _is_around(noun: Token, anchor: Token) -> bool:
    """Whether a noun is the time or the reason of what is told, and more than a length of time."""
    leading = _opening(noun).lower_
    if (leading, noun.lemma_.lower()) in _MADE:
        return True
    if leading not in _AROUND or not grammar.is_noun(noun) or _opening(noun).dep_ == "mark":
        return False
    length = noun == anchor and noun.lemma_.lower() in words("event", "counted_from")
    return not length or grammar.complement(noun, "of", "as") is not None


def _opening(noun: Token) -> Token:
    """Give the first word of a noun phrase, its preposition where it has one."""
    first = noun.left_edge
    while first.is_punct and first.i < noun.i:
        first = first.nbor()
    return first


def _only_describes(noun: Token, anchor: Token, verb: Token) -> bool:
    """Whether a noun is set off to say who or what another is, or has: "Orr, with 40 votes, left"."""
    first = _opening(noun)
    before = first.nbor(-1) if first.i > noun.sent.start else first
    if before.text not in {",", *DASHES} or not grammar.is_noun(noun) or _is_unit(noun):
        return False
    if noun.dep_ == "appos":
        aged = anchor.lemma_.lower() == "old" or anchor.dep_ == "amod"
        aged = aged and _is_of(noun, anchor) and verb.lemma_.lower() not in words("event", "of_ages")
        return aged or _is_below_description(anchor, noun)
    behind = noun.right_edge.i + 1
    closed = noun.i < verb.i and behind < noun.sent.end and noun.doc[behind].text == before.text
    joins = _is_of(noun, anchor) and grammar.is_noun(anchor)  # "Orr, with three sons, fled"
    return closed and not joins and grammar.preposition(noun) == "with"


def _is_below_description(anchor: Token, noun: Token) -> bool:
    """Whether an amount is of what belongs to somebody described: "a bank with assets of $9 million"."""
    described = any(child.dep_ in {"det", "nmod:poss"} for child in noun.lefts)
    if not described or _is_of(noun, anchor):
        return False
    above = (
        token
        for token in (anchor, *anchor.ancestors)
        if token == noun or (token.dep_ in {"appos", "conj"} and grammar.first_conjunct(token) == noun)
    )
    return next(above, None) == noun


def _is_unit(word: Token) -> bool:
    return word.lower_ in words("poll", "units")


def _is_whole(noun: Token, anchor: Token) -> bool:
    """Whether a noun is the whole of a part: "12 of its [ships]", "12 from a [force] of 90"."""
    part = noun.head
    leading = grammar.preposition(noun)
    if noun.dep_ not in NOMINAL or leading not in {"of", "from"} or part.i > noun.i:
        return False
    if leading == "of" and not _is_of(noun, anchor):
        return False
    if grammar.has_child(part, {"every"}, "det"):
        return False  # "every one of the 40 ships" are all of them
    if leading == "from" and not (anchor.head == noun and grammar.is_noun(noun)):
        return False
    numbered = part.tag_ == "CD" or _is_unit(part) or part.lower_.rstrip("s") in _FRACTIONS
    known = any(child.lower_ == "the" or child.dep_ == "nmod:poss" for child in noun.lefts)
    return numbered and (known or leading == "from")


def _is_basis(verb: Token, anchor: Token) -> bool:
    """Whether an amount is what another was earned on ("earned $6 on sales of $90"), not had or posted."""
    noun = anchor.head
    below = anchor.dep_ in NOMINAL and grammar.preposition(anchor) == "of"
    basis = grammar.preposition(noun) == "on" and noun.lemma_.lower() in words("event", "basis")
    return below and basis and verb.lemma_.lower() in _EARNING


def _is_out_of(anchor: Token) -> bool:
    """Whether an amount is the whole behind a comma: "voted for six, out of about 40"."""
    first = _opening(grammar.modified(anchor) or anchor)
    return first.lower_ == "out" and first.i > first.sent.start and first.nbor(-1).text == ","


def _is_attribute(anchor: Token) -> bool:
    """Whether an amount is part of a name or kind: "the $9 billion [fund]", "at a 185-acre [site]"."""
    noun = grammar.modified(anchor)
    if noun is None or noun.dep_ == "obj":
        return False
    lemma = noun.lemma_.lower()
    hyphenated = _is_hyphenated(anchor)
    if anchor.tag_ == "$" or (hyphenated and noun.dep_ in SUBJECTS):
        return lemma in words("event", "sized")
    return hyphenated and grammar.preposition(noun) in _AT and lemma not in words("event", "lengths")


def _is_hyphenated(anchor: Token) -> bool:
    """Whether a hyphen joins a number and its unit, and no number to another ("an 80-19 vote")."""
    hyphen = anchor.i + (1 if anchor.tag_ == "CD" else -1)
    if not anchor.sent.start < hyphen < anchor.sent.end - 1 or anchor.doc[hyphen].text != "-":
        return False
    return anchor.doc[hyphen + 1].tag_ != "CD"


def _is_of_another(anchor: Token) -> bool:
    """Whether known things only say which another thing is: "fled from the mayors of the two [towns]".

    So does a length of time: "in the rush of the past few [months]".
    """
    is_length = anchor.lemma_.lower() in words("event", "counted_from")
    noun = grammar.modified(anchor) or (anchor if is_length else None)
    if noun is None or noun.dep_ not in NOMINAL or not grammar.is_noun(noun.head) or noun.head.i > noun.i:
        return False
    known = any(
        child.lower_ in {"the", "these", "those"} or child.dep_ == "nmod:poss" for child in noun.lefts
    )
    parts = words("container", "nouns") | words("event", "many")
    counted = grammar.children(noun.head, "nummod") or noun.head.lemma_.lower() in parts
    return known and not counted and grammar.preposition(noun) in {"among", "between", "from", "in", "of"}
