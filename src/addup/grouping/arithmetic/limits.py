"""What nobody went beyond, and what came of it: so many a day for a week, so much of each donor.

A limit may stand in one report, those whom it holds in another and what they came to in a third. The three
are of one thing if they are told of one name, the last one before each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from addup.grouping.arithmetic.beside import in_one_unit, is_one_of, is_told, sentences_apart
from addup.grouping.arithmetic.days_told import days_told
from addup.grouping.arithmetic.each import Rate, rates_told
from addup.grouping.patterns import CALENDAR_NAMES, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_UNITS = {"day": 1, "week": 7, "month": 30}
_FEWEST_DAYS = 2
_NEAR = 4
_FAR = 600
_LEAST_NAMES = 2
_A_TRIP = re.compile(
    r"(?:,? on)? (?:a|per|each|on each|at a) "
    r"(trip|flight|voyage|crossing|journey|run|session|show|screening|performance|sailing)\b"
)
_RANGED = re.compile(r"\b(?:range|ranged|ranging|between|from)\b")
_ALL = re.compile(r"\b(?:in all|in total|total|altogether|came to|together)\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the report that it stands in."""

    reading: Reading
    figure: Figure


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of a unit, the figures that say how many units there are, and for how long, and the total.

    A figure of `most` that is a range holds the total from below as well.
    """

    most: Told
    units: tuple[Told, ...]
    times: int
    total: Told


def limits(readings: Sequence[Reading]) -> Iterator[Limit]:
    """Find limits with what they allow in all, and what is told of all."""
    for reading in readings:
        yield from _a_day(reading)
        yield from _of_trips(reading)
        yield from _of_range(reading)
    yield from _of_each(readings)


def _a_day(reading: Reading) -> Iterator[Limit]:
    """Find the most of a day, and a count of the same over some days told near it."""
    text = reading.document.text
    told = [figure for figure in reading.figures if is_told(figure) and figure.stance == "stated"]
    most = [one for one in told if one.amount.per in _UNITS and one.amount.bound == "max"]
    for limit in most:
        if phrase(*table("limits")["apart"]["words"]).search(text, *limit.sentence):
            continue
        if any(other is not limit and in_one_unit(other, limit) for other in most):
            continue
        for total in told:
            if total.amount.per or total.change or not in_one_unit(total, limit):
                continue
            if sentences_apart(text, total, limit) > _NEAR or _is_apart(total, text):
                continue
            days = days_told(total, reading)
            if days is None or days.first is None or days.last is None:
                continue
            many = (days.last - days.first).days + 1
            if many >= max(_FEWEST_DAYS, _UNITS[limit.amount.per or "day"]):
                units = -(-many // _UNITS[limit.amount.per or "day"])
                yield Limit(Told(reading, limit), (), units, Told(reading, total))


def _of_trips(reading: Reading) -> Iterator[Limit]:
    """Find the most of a trip, how many trips there are a day, and how many came in some days."""
    text = reading.document.text
    told = [figure for figure in reading.figures if is_told(figure) and figure.stance == "stated"]
    for limit in told:
        trip = _A_TRIP.match(text, limit.span.end)
        if trip is None or limit.amount.bound != "max" or _is_apart(limit, text):
            continue
        trips = [one for one in told if one.amount.per == "day" and _head(one) == trip[1]]
        for total in told if len(trips) == 1 else ():
            near = sentences_apart(text, total, limit) <= _NEAR and total is not limit
            if near and not total.amount.per and in_one_unit(total, limit) and not _is_apart(total, text):
                days = days_told(total, reading)
                if days is not None and days.first and days.last:
                    many = (days.last - days.first).days + 1
                    yield Limit(Told(reading, limit), (Told(reading, trips[0]),), many, Told(reading, total))


def _head(figure: Figure) -> str:
    return figure.counted.head.lower() if figure.counted else ""


def _of_range(reading: Reading) -> Iterator[Limit]:
    """Find from what to what each was, of how many, and what all came to: "fines ranged from 40 to 200"."""
    text = reading.document.text
    ranges = [
        one
        for one in reading.figures
        if one.amount.bound == "range" and one.amount.kind == "money" and _RANGED.search(text, *one.sentence)
    ]
    for limit in ranges:
        near = [one for one in reading.figures if sentences_apart(text, one, limit) <= 1 and _is_plain(one)]
        counts = [one for one in near if one.amount.kind == "count" and (one.amount.low or 0) > _FEWEST_DAYS]
        totals = [one for one in near if _in_money(one, limit) and _ALL.search(text, *one.sentence)]
        totals = [one for one in totals if one is not limit and one.amount.bound != "range"]
        if len(counts) == len(totals) == 1:
            yield Limit(Told(reading, limit), (Told(reading, counts[0]),), 1, Told(reading, totals[0]))


def _is_apart(figure: Figure, text: str) -> bool:
    return phrase(*table("limits")["apart"]["words"]).search(text, *figure.sentence) is not None


def _of_each(readings: Sequence[Reading]) -> Iterator[Limit]:
    """Find the most of each in one report, how many there are and what all gave in others on one name."""
    caps = [(reading, rate) for reading in readings for rate in rates_told(reading) if _is_cap(rate, reading)]
    for reading, rate in caps:
        names = {other.document.id: _named(other.document.text) for other in readings}
        own = names[reading.document.id]
        others = [one for one in readings if len(own & names[one.document.id]) >= _LEAST_NAMES]
        shared = own.intersection(
            *[frozenset().union(*(names[one.document.id] for one in others if one is not reading))]
        )
        owner = _owner(rate.figure, reading, shared)
        if owner is None or len(others) < 2:
            continue
        told = [
            Told(other, one)
            for other in others
            for one in other.figures
            if one is not rate.figure and _is_plain(one) and _owner(one, other, shared) == owner
        ]
        found = _in_all(rate, told)
        if found is not None and any(one.reading is not reading for one in found):
            yield Limit(Told(reading, rate.figure), (found[0],), 1, found[1])


def _is_plain(figure: Figure) -> bool:
    amount = figure.amount
    return is_told(figure) and figure.stance == "stated" and figure.change is None and not amount.per


def _in_all(rate: Rate, told: Sequence[Told]) -> tuple[Told, Told] | None:
    """Give the one count of those whom a limit holds, and the most that all are said to have given."""
    counts = [one for one in told if rate.noun and is_one_of(one.figure, rate.noun) and _is_whole(one)]
    verbs = table("limits")["all"]["words"]
    totals = [one for one in told if _in_money(one.figure, rate.figure) and one.figure.event in verbs]
    if len({one.figure.amount.low for one in counts}) != 1 or not totals:
        return None
    return counts[0], max(totals, key=lambda one: one.figure.amount.low or 0)


def _in_money(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are money of one currency."""
    return one.amount.kind == "money" and (one.amount.kind, one.amount.unit) == (
        other.amount.kind,
        other.amount.unit,
    )


def _is_whole(told: Told) -> bool:
    """Tell whether a count is not of some of them alone: "more than 200 of them"."""
    text, figure = told.reading.document.text, told.figure
    return figure.amount.bound in ("exact", "about", "max") and not text[figure.span.end :].startswith(
        " of them"
    )


def _is_cap(rate: Rate, reading: Reading) -> bool:
    words = reading.document.text[slice(*rate.figure.sentence)]
    return (
        rate.told == "most"
        and rate.noun is not None
        and rate.figure.amount.kind == "money"
        and "legal" not in words
    )


@lru_cache(maxsize=1 << 10)
def _named(text: str) -> frozenset[str]:
    """Give the words of a text that it only writes with a capital, months and short words apart."""
    small = set(re.findall(r"\b[a-z][a-z'’-]+", text))
    words = {_bare(word) for word in _NAME.findall(text)}
    return frozenset(word for word in words if len(word) > 3 and word.lower() not in small) - CALENDAR_NAMES


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _owner(figure: Figure, reading: Reading, shared: frozenset[str]) -> str | None:
    """Give of whom a figure is told: its speaker, or the last name before it that the reports share."""
    said = figure.said_by or ""
    before = reading.document.text[: figure.span.start][-_FAR:]
    for words in (said, before):
        named = [name for name in map(_bare, map(str, _NAME.findall(words))) if name in shared]
        if named:
            return named[-1]
    return None
