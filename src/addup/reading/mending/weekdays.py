"""The day on which something was told, which the parser joins to a noun behind: "said on Friday [40] fled".

No weekday stands before a number in one phrase, nor behind "on" before a subject, so that what is told
begins right behind the day.
"""

from __future__ import annotations

from spacy.tokens import Token

from addup.calendar_names import WEEKDAYS
from addup.reading.grammar import FINITE_OR_MODAL, SUBJECTS
from addup.reading.mending.hanging import take_place, top_of
from addup.reading.mending.labels import HELPING
from addup.reading.mending.reports import reports
from addup.reading.mending.words import TELLING

NAMED_DAYS = frozenset(day.lower() for day in WEEKDAYS)
_NUMBERS, _HALF = frozenset({"$", "CD"}), "half"
_OPENING = frozenset({"DT", "JJ", "NN", "NNP", "NNS", "PDT", "PRP$"})
_PARTS = frozenset({"amod", "compound", "det", "det:predet", "nmod:poss", "nmod:unmarked", "nummod"})
_WITHIN_CLAUSE = frozenset({"CC", "WDT", "WP", "WP$", "WRB"})
_FURTHEST = 5
"""So many tokens stand between who tells and the day at most: "said in a statement late on"."""
_LONGEST = 7
"""So many tokens a number and its noun have at most."""


def part_from_day(day: Token) -> None:
    """Hang a day on the verb of telling before it, and the noun behind it on what is told of it."""
    if day.i == day.sent.start or day.i + 2 >= day.sent.end or not _opens_clause(day):
        return
    telling = _telling_before(day)
    noun = top_of(day.nbor(), _PARTS, range(day.i + 1, day.i + 1 + _LONGEST))
    told = _told_of(noun) if telling is not None and noun.i > day.i else None
    if telling is None or told is None:
        return
    _hang_day(day, telling)
    if telling.dep_ == "acl" and telling.head.head == told and telling.head.dep_ in SUBJECTS:
        _put_over(telling, told)
    passive = any(child.dep_ == "aux:pass" for child in told.lefts)
    if told.head == telling or telling.is_ancestor(told):
        noun.head, noun.dep_ = told, "nsubj:pass" if passive else "nsubj"


def _opens_clause(day: Token) -> bool:
    """Tell whether what stands right behind a day is no part of its phrase."""
    first = day.nbor()
    return (
        first.tag_ in _NUMBERS
        or first.lower_ == _HALF
        or (first.tag_ in _OPENING and day.nbor(-1).lower_ == "on")
    )


def _telling_before(day: Token) -> Token | None:
    """Give the verb of telling to which a day behind it belongs, if nothing parts them."""
    for token in reversed(day.doc[max(day.sent.start, day.i - _FURTHEST) : day.i]):
        if token.is_punct or token.tag_ in _WITHIN_CLAUSE:
            return None
        if token.tag_ in {"VBD", "VBN"}:
            return token if token.lower_ in TELLING or reports(token) else None
    return None


def _hang_day(day: Token, telling: Token) -> None:
    before = day.nbor(-1)
    day.head, day.dep_ = telling, "obl:unmarked"
    if before.lower_ == "on":
        before.head, before.dep_, day.dep_ = day, "case", "obl"


def _told_of(noun: Token) -> Token | None:
    """Give the predicate right behind a number and its noun."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.is_punct or token.tag_ in _WITHIN_CLAUSE or token.dep_ in SUBJECTS:
            return None
        if token.tag_ in FINITE_OR_MODAL:
            return token.head if token.dep_ in HELPING and token.head.i > token.i else token
    return None


def _put_over(telling: Token, told: Token) -> None:
    """Put a verb of telling, and who tells, on top of what is told."""
    teller = telling.head
    take_place(telling, told)
    telling.tag_ = "VBD"
    for child in list(told.children):
        if child.i < telling.i or child.dep_ == "punct":
            child.head = telling
    teller.head, teller.dep_ = telling, "nsubj"
    told.head, told.dep_ = telling, "ccomp"
