"""What nobody went beyond, and what came of it: so many a day for a week, so much of each donor.

A limit may stand in one report, those whom it holds in another and what they came to in a third. The three
are of one thing if they are told of one name, the last one before each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from addup.grouping.arithmetic.beside import (
    are_one_noun,
    in_one_unit,
    is_one_of,
    is_told,
    sentences_apart,
    value,
)
from addup.grouping.arithmetic.days_told import days_told
from addup.grouping.arithmetic.rates.each import Rate, rates_told
from addup.grouping.arithmetic.said import names_of_sentence, stems_of
from addup.grouping.arithmetic.told import Told
from addup.grouping.patterns import CALENDAR_NAMES, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_UNITS = {"day": 1, "week": 7, "month": 30}
_FEWEST_DAYS = 2
_FAR_DAYS = 6
_LEAST_STEMS = 4
_OVER = re.compile(r"\b(?:more|higher|greater|larger) than\b|\b(?:over|above|beyond)\b", re.IGNORECASE)
_NEVER = re.compile(r"\b(?:never|not|no|at no time|nobody|no one)\b|n['’]t\b", re.IGNORECASE)
_ONE = r"(?:a single|any one|any single|one single|a given|one|any|a) (day|week|month)\b"
_ON_NO = re.compile(
    r"\b(?:(?:[Oo]n no|[Ii]n no|[Nn]o)(?: single)? (?P<no>day|week|month)\b"
    rf"|(?:[Nn]ot|[Nn]ever) (?:on|in) {_ONE})"
)
_IN_ONE = re.compile(rf"^[^.;,]{{0,30}}?\b(?:in|on|over|within) {_ONE}")
_NOT_BROKEN = re.compile(r"\b(?:not|never|n['’]t) (?:yet )?(?:been )?(?:exceeded|broken|breached|reached)\b")
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_OVER_DAYS = re.compile(
    r"\b(?:over|in|during|within|for|throughout|after)(?: the| these| those| its| their)?"
    r"(?: past| last| first| whole)? $",
    re.IGNORECASE,
)
_FAR = 600
_LEAST_NAMES = 2
_LEAD = 400
_NAME = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of a unit, how many units there are, by a count of them or for so many days, and the total."""

    most: Told
    count: Told | None
    times: int
    total: Told


def limits(readings: Sequence[Reading]) -> Iterator[Limit]:
    """Find limits with what they allow in all, and what is told of all."""
    for reading in readings:
        yield from _a_day(reading, readings)
    yield from _of_each(readings)


def _a_day(reading: Reading, readings: Sequence[Reading]) -> Iterator[Limit]:
    """Find the most of a day, and a count of the same over some days told near it, or in another report."""
    for limit, unit in _daily(reading):
        for other in readings:
            for total in other.figures:
                if _may_be_of(total, other, limit, reading):
                    many = _many_days(total, other)
                    if many >= max(_FEWEST_DAYS, _UNITS[unit]):
                        times = -(-many // _UNITS[unit])
                        yield Limit(Told(reading, limit), None, times, Told(other, total))


def _daily(reading: Reading) -> Iterator[tuple[Figure, str]]:
    """Give the most of a day or week that a report tells, if nothing there was more."""
    text = reading.document.text
    told = [figure for figure in reading.figures if is_told(figure) and figure.stance == "stated"]
    for limit in told:
        unit = _unit_of(limit, text)
        words = _NOT_BROKEN.sub(" ", text[slice(*limit.sentence)])
        alike = [one for one in told if one.amount.per == unit and in_one_unit(one, limit)]
        if unit is None or any(value(one) > value(limit) for one in alike):
            continue
        if not phrase(*table("limits")["apart"]["words"]).search(words):
            yield limit, unit


def _may_be_of(total: Figure, other: Reading, limit: Figure, reading: Reading) -> bool:
    """Tell whether a count is of what a limit is of: told near it, or in another report that tells alike."""
    text, its = reading.document.text, other.document.text
    if total is limit or not _is_plain(total) or not in_one_unit(total, limit) or _is_apart(total, its):
        return False
    if other is reading:
        near = sentences_apart(text, total, limit) <= _FAR_DAYS
    else:
        near = _tell_alike(limit, reading, total, other)
    return near and not _are_of_two(limit, text, total, its) and not _is_of_later(limit, text, total)


def _are_of_two(one: Figure, text: str, other: Figure, its: str) -> bool:
    """Tell whether two sentences name two places or things: each names another."""
    first, second = names_of_sentence(one, text), names_of_sentence(other, its)
    return bool(first and second) and first.isdisjoint(second)


def _is_of_later(limit: Figure, text: str, total: Figure) -> bool:
    """Tell whether a limit is told of a time that began after that of a count: "since June"."""
    first, began = total.period.first, limit.period.first
    since = _SINCE.search(text, *limit.sentence) is not None
    return since and first is not None and began is not None and began > first


def _unit_of(figure: Figure, text: str) -> str | None:
    """Give the time for which so many are the most: "up to 40 a day", "never more than 40 in a day"."""
    amount = figure.amount
    if amount.bound == "max" and amount.per in _UNITS:
        return amount.per
    if amount.per is not None or amount.bound not in ("max", "min") or not _OVER.search(figure.span.text):
        return None
    start, end = figure.sentence
    before, behind = text[start : figure.span.start], text[figure.span.end : end]
    on_no = _ON_NO.search(before)
    if on_no:
        return on_no["no"] or on_no[2]
    in_one = _IN_ONE.search(behind)
    return in_one[1] if in_one and _NEVER.search(before) else None


def _many_days(total: Figure, reading: Reading) -> int:
    """Say over how many days a count was made, 0 where nobody tells: by dates, or "over nine days"."""
    text, days = reading.document.text, days_told(total, reading)
    told = days.length if days is not None else 0
    spells = [
        one
        for one in reading.figures
        if one.sentence == total.sentence
        and one.amount.kind == "duration"
        and one.amount.unit in _UNITS
        and _OVER_DAYS.search(text[one.sentence[0] : one.amount.number.start])
    ]
    counted = [int(one.amount.low or 0) * _UNITS[one.amount.unit or "day"] for one in spells]
    return max([told, *counted])


def _tell_alike(one: Figure, first: Reading, other: Figure, second: Reading) -> bool:
    """Tell whether the sentences of two reports have a name of both in common, and say alike things."""
    mine, its = (
        reading.document.text[slice(*figure.sentence)] for figure, reading in ((one, first), (other, second))
    )
    names = _named(first.document.text) & _named(second.document.text)
    if not names:
        return False
    if _named_in(mine, names) & _named_in(its, names):
        return True
    return len(stems_of(mine) & stems_of(its)) >= _LEAST_STEMS


def _named_in(words: str, names: frozenset[str]) -> frozenset[str]:
    return names & {_bare(word) for word in _NAME.findall(words)}


def _is_apart(figure: Figure, text: str) -> bool:
    return phrase(*table("limits")["apart"]["words"]).search(text, *figure.sentence) is not None


def _of_each(readings: Sequence[Reading]) -> Iterator[Limit]:
    """Find the most of each in one report, how many there are and what all gave in others on one name."""
    caps = [(reading, rate) for reading in readings for rate in rates_told(reading) if _is_cap(rate, reading)]
    for reading, rate in caps:
        names = {other.document.id: _named(other.document.text) for other in readings}
        own = names[reading.document.id]
        others = [one for one in readings if len(own & names[one.document.id]) >= _LEAST_NAMES]
        by_name = [one for one in readings if _in_leads(own & names[one.document.id], reading, one)]
        yield from _found_of_each(reading, rate, others, strict=False)
        if not any(one not in others for one in by_name):
            continue
        yield from _found_of_each(reading, rate, by_name, strict=True)


def _in_leads(names: frozenset[str], one: Reading, other: Reading) -> bool:
    """Tell whether two reports begin with a name that they share."""
    leads = (_named_in(reading.document.text[:_LEAD], names) for reading in (one, other))
    return bool(frozenset.intersection(*leads))


def _found_of_each(
    reading: Reading, rate: Rate, others: Sequence[Reading], *, strict: bool
) -> Iterator[Limit]:
    """Find how many there are and what all gave in some reports; `strict`: of these, in so many words."""
    names = {one.document.id: _named(one.document.text) for one in (reading, *others)}
    shared = names[reading.document.id].intersection(
        *[frozenset().union(*(names[one.document.id] for one in others if one is not reading))]
    )
    owner = _owner(rate.figure, reading, shared)
    if owner is None or len(others) < 2:
        return
    told = [
        Told(other, one)
        for other in others
        for one in other.figures
        if one is not rate.figure and _is_plain(one) and _owner(one, other, shared) == owner
    ]
    if strict:
        told = [one for one in told if not _in_money(one.figure, rate.figure) or _names_noun(one, rate)]
    found = _in_all(rate, told)
    if found is not None and any(one.reading is not reading for one in found):
        yield Limit(Told(reading, rate.figure), found[0], 1, found[1])


def _names_noun(told: Told, rate: Rate) -> bool:
    """Tell whether the sentence of an amount says that those have it of whom each has so much."""
    words = told.reading.document.text[slice(*told.figure.sentence)]
    return rate.noun is not None and any(
        are_one_noun(word, rate.noun) for word in re.findall(r"[a-z]{3,}", words)
    )


def _is_plain(figure: Figure) -> bool:
    amount = figure.amount
    return is_told(figure) and figure.stance == "stated" and figure.change is None and not amount.per


def _in_all(rate: Rate, told: Sequence[Told]) -> tuple[Told, Told] | None:
    """Give the largest count of those whom a limit holds, and the most that all are said to have given."""
    counts = [one for one in told if rate.noun and is_one_of(one.figure, rate.noun) and _is_whole(one)]
    verbs = table("limits")["all"]["words"]
    totals = [one for one in told if _in_money(one.figure, rate.figure) and one.figure.event in verbs]
    if not counts or not totals:
        return None
    total = max(totals, key=lambda one: value(one.figure))
    beside = [one for one in counts if one.reading is total.reading]
    return max(beside or counts, key=lambda one: value(one.figure)), total


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
