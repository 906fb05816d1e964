"""The day of what came so many days before what its sentence tells.

"On Monday, two days after a mob burned 14 houses, soldiers moved in": the houses burned on Saturday.
"""

from __future__ import annotations

import re
from datetime import timedelta

from spacy.tokens import Token

from addup.reading.amounts.grammar import cardinals
from addup.reading.days.dated import Dated, head_of
from addup.reading.text import text_of
from addup.records import Period, Time

_DAYS = {"day": 1, "week": 7}
# How long after: "two days", "just a week"; an hour later is the same day, a month later no certain one.
_LENGTH = re.compile(
    r"(?P<hedge>(?:\b[\w-]+ ){0,2})\b(?P<number>an?|the|[a-z]+(?:-[a-z]+)?|\d+) "
    r"(?P<grain>day|week|month|year)s? $",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"\b(?:about|almost|around|barely|less|more|nearly|over|roughly|some)\b", re.IGNORECASE)
_ONE = frozenset({"a", "an", "the"})
_NEAR = 40  # characters of a length before "after"


def before_its_sentence(anchor: Token, time: Time) -> Dated | None:
    """Give the days of what a sentence tells to have been so long before the time that it is of.

    None where the time is not that of something later, or no length tells how much later.
    """
    mark = _later_than(anchor)
    length = _length_before(mark) if mark is not None else None
    if mark is None or length is None:
        return None
    head = head_of(anchor.doc, time)
    if head.i > mark.i and (head == mark.head or mark.head.is_ancestor(head)):
        return None
    return Dated(_so_long_before(time.period, length), time.span)


def is_before_its_sentence(anchor: Token) -> bool:
    """Whether a sentence tells so many days later what a figure is of."""
    mark = _later_than(anchor)
    return mark is not None and _length_before(mark) is not None


def _later_than(anchor: Token) -> Token | None:
    """Give the "after" of the clause or noun that a figure is below."""
    for event in (anchor, *anchor.ancestors):
        mark = next((child for child in event.lefts if child.lower_ == "after"), None)
        if mark is not None and mark.i < anchor.i:
            return mark
    return None


def _length_before(mark: Token) -> re.Match[str] | None:
    """Give how long after: not hours, which are of the same day."""
    return _LENGTH.search(text_of(mark.doc), max(mark.sent.start_char, mark.idx - _NEAR), mark.idx)


def _so_long_before(period: Period, length: re.Match[str]) -> Period:
    """Give the day so long before another; none where the words do not say which."""
    word, first = length["number"].lower(), period.first
    number = 1 if word in _ONE else int(word) if word.isdigit() else cardinals().get(word)
    days = _DAYS.get(length["grain"].lower())
    if (
        first is None
        or first != period.last
        or number is None
        or days is None
        or _VAGUE.search(length["hedge"])
    ):
        return Period()
    day = first - timedelta(days=int(number) * days)
    return Period(day, day)
