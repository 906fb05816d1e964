"""Two amounts of one thing, of which words or days say which came first: "310 schools, up from 390"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from addup.grouping.arithmetic.beside import in_one_unit, is_bare, sentences_apart, stem, takes_unit
from addup.grouping.arithmetic.changes.steps import right_before
from addup.grouping.patterns import alternatives, phrase
from addup.grouping.tables import table
from addup.records import Figure, Period, Reading

_BESIDE = 60
_LEAD = 45


@dataclass(frozen=True, slots=True)
class Levels:
    """Two amounts of one thing, of which the words or the days say which came first."""

    before: Figure
    after: Figure
    by_words: bool


def levels_told(amounts: Sequence[Figure], reading: Reading) -> Iterator[Levels]:
    """Find the pairs of amounts of one thing of which the words or days say which came first."""
    text = reading.document.text
    for one, other in _near_pairs(amounts, text):
        apart = sentences_apart(text, one, other)
        if not _are_alike(one, other, apart):
            continue
        if phrase(*table("arithmetic")["rise"]["unless"]).search(text, one.sentence[0], other.sentence[1]):
            continue
        between = [figure for figure in amounts if one.span.end <= figure.span.start < other.span.start]
        if any(in_one_unit(one, figure) and figure is not other for figure in between):
            continue
        if apart == 0 and (by_words := ordered_by_words(one, other, text)):
            yield Levels(*by_words, by_words=True)
        elif (by_days := _by_days(one, other, text, apart)) is not None:
            yield Levels(*by_days, by_words=False)


def _near_pairs(amounts: Sequence[Figure], text: str) -> Iterator[tuple[Figure, Figure]]:
    """Give the pairs of amounts that stand in one sentence or in two that follow each other."""
    for place, one in enumerate(amounts):
        for other in amounts[place + 1 :]:
            if sentences_apart(text, one, other) > 1:
                break
            yield one, other


def _are_alike(one: Figure, other: Figure, apart: int) -> bool:
    """Tell whether two amounts are of one thing: one unit, and one noun or none of its own."""
    mine, theirs = one.amount, other.amount
    if takes_unit(other, one):
        return apart == 0 and one.stance == other.stance
    if (mine.kind, mine.unit) != (theirs.kind, theirs.unit) or one.stance != other.stance:
        return False
    if mine.per != theirs.per and (apart or not _are_prices(one, other)):
        return False
    if one.counted is None or other.counted is None:
        return False
    if apart == 0 and (is_bare(other) or mine.unit is not None):
        return True
    return stem(one.counted.head.lower()) == stem(other.counted.head.lower())


def are_of_one_scale(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts are in one unit, or a bare number takes that of the other."""
    mine, its = one.amount, other.amount
    if (mine.kind, mine.unit, mine.per) == (its.kind, its.unit, its.per):
        return True
    return mine.per == its.per and (takes_unit(other, one) or takes_unit(one, other))


def _are_prices(one: Figure, other: Figure) -> bool:
    """Tell whether of two amounts one alone says for what it is: "$1,150 a month … now $1,610"."""
    per = {figure.amount.per for figure in (one, other)} - {None}
    is_price = one.amount.kind == "money" or is_bare(other)
    return is_price and len(per) == 1 and not per & {"share", "head", "person"}


def leads_to_former(before: str) -> bool:
    """Tell whether words end in one that leads to what was before: "more than the", "down from"."""
    return _former().search(before) is not None


def ordered_by_words(one: Figure, other: Figure, text: str) -> tuple[Figure, Figure] | None:
    """Give two amounts of a sentence, the former first, where words before them say which it is."""
    if _former().search(
        text, max(other.sentence[0], one.span.end, other.span.start - _LEAD), other.span.start
    ):
        return other, one
    start = max(one.sentence[0], one.span.start - _LEAD)
    between = text[one.span.end : other.span.start]
    if _former().search(text, start, one.span.start) and _latter().search(between):
        return one, other
    return None


def _by_days(one: Figure, other: Figure, text: str, apart: int) -> tuple[Figure, Figure] | None:
    """Give two amounts, the former first, where their days or the years behind them say which it is."""
    mine, theirs = one.period, other.period
    to = _latter().search(text, one.span.end, other.span.start)
    if apart == 0 and to and _is_since(mine, theirs):
        return one, other
    if mine.meets(theirs) is False and (apart == 0 or _are_as_long(mine, theirs)):
        assert mine.first
        assert theirs.first
        return (one, other) if mine.first < theirs.first else (other, one)
    if apart:
        return None
    end = other.span.start
    first = _year(text[one.span.end : end], one)
    second = _year(text[other.span.end : other.sentence[1]], other)
    second = second or (NOW if _now().search(text, one.span.end, end) else None)
    if first is None or second is None or first == second:
        return None
    return (one, other) if first < second else (other, one)


NOW = 9999
"""The year of what holds now, behind all others."""


def _year(behind: str, figure: Figure) -> int | None:
    """Give the year named right behind an amount; `NOW` for "this year" and "today"."""
    found = _year_told().search(behind[:_BESIDE])
    if found is not None:
        return int(found[1]) if found[1] else NOW
    first = figure.period.first
    return first.year if first and figure.period.last and first.year == figure.period.last.year else None


def _is_since(one: Period, other: Period) -> bool:
    """Tell whether a stretch of days begins with another and goes on long after it: "since then"."""
    if not (one.first and one.last and other.first and other.last):
        return False
    return one.first <= other.first <= one.last < other.last - (one.last - one.first)


def _are_as_long(one: Period, other: Period) -> bool:
    lengths = sorted(_length(days) for days in (one, other))
    return lengths[1] <= 5 * lengths[0]


def _length(days: Period) -> int:
    return (days.last - days.first).days + 1 if days.first and days.last else 0


@cache
def _former() -> re.Pattern[str]:
    words = alternatives(table("arithmetic")["rise"]["from"], any_case=True)
    return re.compile(rf"\b(?:{words}){right_before()}")


@cache
def _latter() -> re.Pattern[str]:
    return re.compile(rf"\b(?:to|at|now|stands at|reached){right_before()}")


@cache
def _now() -> re.Pattern[str]:
    return phrase(*table("arithmetic")["rise"]["now"])


@cache
def _year_told() -> re.Pattern[str]:
    return re.compile(rf"\b(?:in|of|for|during) (?:[A-Za-z]+ )?([12]\d{{3}})\b|(?:{_now().pattern})")
