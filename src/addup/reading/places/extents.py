"""How far the name of a place reaches, with those joined to it, and what before it is no part of it."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.places.names import is_located, is_named
from addup.reading.places.tokens import has_noun_behind, is_day

_LATER = frozenset({"after", "ago", "before", "earlier", "later"})


def named_from(doc: Doc, start: int, name: int) -> Span:
    """Give the place that begins at a token and whose name, which may be unknown, begins at another."""
    return trimmed(doc, start, end_of_names(doc, last_named(doc, name)))


def last_named(doc: Doc, index: int) -> int:
    """Give the last of the names that stand together from a token on."""
    while index + 1 < len(doc) and is_named(doc[index + 1]):
        index += 1
    return index


def end_of_names(doc: Doc, index: int) -> int:
    """Run over a name and those joined to it: "Lisbon, Portugal", "Spain and Portugal", "Dar es Salaam"."""
    index += 1
    while index < len(doc) and (is_located(doc[index]) or _is_inside(doc, index)):
        index += 1
    further = index + 1 < len(doc) and doc[index].lower_ in {",", "and"} and not _has_own_number(doc, index)
    if further and (is_located(doc[index + 1]) or _is_joined(doc[index + 1], doc[index - 1])):
        return end_of_names(doc, index + 1)
    serial = further and doc[index].text == "," and doc[index + 1].lower_ == "and" and index + 2 < len(doc)
    is_last = serial and (is_located(doc[index + 2]) or _is_joined(doc[index + 2], doc[index - 1]))
    if is_last and not _has_own_number(doc, index + 1):
        return end_of_names(doc, index + 2)
    is_side = further and doc[index + 1].lower_ in words("place", "sides") and index + 2 < len(doc)
    return end_of_names(doc, index + 2) if is_side and is_located(doc[index + 2]) else index


def _has_own_number(doc: Doc, joint: int) -> bool:
    """Whether a name behind "and" opens a clause without its verb: "sent 40 to Spain and [Malta] 12".

    What stands before a word of time is no amount: "were held in Spain and Malta 40 days later".
    """
    end = last_named(doc, joint) + 1
    if end >= len(doc) or end <= joint + 1 or doc[end].tag_ not in {"CD", "$"}:
        return False
    if any(token.lower_ in _LATER for token in doc[end + 1 : end + 3]):
        return False
    before = doc[doc[joint].sent.start : joint]
    counts = (token for token in before if token.tag_ == "CD" and not is_day(doc[max(token.i - 1, 0)]))
    return any(counts) and any(map(grammar.is_verb, before))


def _is_inside(doc: Doc, index: int) -> bool:
    """Whether a token is a hyphen or a small word inside a name, or what a hyphen joins to it."""
    token = doc[index]
    if token.tag_ == "HYPH" or doc[index - 1].tag_ == "HYPH":
        return True
    if token.lower_ not in words("place", "particles") or index + 1 >= len(doc):
        return False
    sides = doc[index - 1], doc[index + 1]
    known = [is_located(side) for side in sides]
    # Of a foreign name the tagger may know one side alone: "Dar es Salaam"; not "University of Chicago".
    foreign = token.lower_ != "of" and all(side.is_title and side.tag_ == "NNP" for side in sides)
    return all(known) or (foreign and any(known))


def _is_joined(token: Token, place: Token) -> bool:
    """Whether a name is joined to a place, whatever the name tagger took it for: "in Baquba and Baghdad"."""
    joined = token.dep_ == "conj" and token.tag_ == "NNP" and token.head == grammar.first_conjunct(place)
    return joined and not token.is_upper and not has_noun_behind(token, {"CD", "POS"})


def trimmed(doc: Doc, start: int, end: int) -> Span:
    """Give the words of a place without those before it that say nothing of where it is."""
    while start < end - 1 and (
        doc[start].tag_ in {"DT", "PRP$", "POS"}
        or doc[start].lower_ in words("place", "of_trading")
        or _is_superlative(doc[start])
        or _is_whose_day(doc, start)
    ):
        start += 1
    return doc[start:end]


def _is_superlative(token: Token) -> bool:
    """Whether a word says that what a place is named before is the most: "in [deadliest] U.S. flooding"."""
    return token.tag_ == "JJS" or (token.tag_ == "JJ" and token.lower_.endswith("iest"))


def _is_whose_day(doc: Doc, index: int) -> bool:
    """Whether a day stands before what it is of: "in [Tuesday]'s New York primary"."""
    return is_day(doc[index]) and doc[index + 1].tag_ == "POS"
