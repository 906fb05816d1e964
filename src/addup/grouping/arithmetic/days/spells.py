"""How many days something lasted, and the days on which it began and ended: "17 days", June 5 to June 14."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from addup.grouping.patterns import alternatives, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading, Time

DAYS = {"day": 1, "week": 7, "month": 30}
"""So many days a unit has, or about."""
_LONGEST = timedelta(days=400)
_TO = re.compile(r"\b(?:to|through) (?:the )?$")
_NEXT = timedelta(days=1)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Spell:
    """How long something is said to have lasted, the day beside it on which it ended, and where it began.

    `days` are all other single days of the report from which it might have been counted.
    """

    lasted: Figure
    began: Time
    ended: Time
    days: tuple[date, ...]


def spells(reading: Reading) -> Iterator[Spell]:
    """Find how long something is said to have lasted, and the days of its beginning and its end."""
    text = reading.document.text
    times = [time for time in reading.times if _is_day(time)]
    begins = [time for time in times if _begins(time, reading) and not _ends(time, reading)]
    ends = [time for time in times if _ends(time, reading)]
    for figure in reading.figures:
        if not _is_long(figure):
            continue
        beside = [time for time in times if figure.sentence[0] <= time.span.start < figure.sentence[1]]
        beside = [time for time in beside if time not in begins]
        told = [beside] if _is_whole(figure, text) else []
        for ended in (*told, ends if told or _is_of_spell(figure, text) else []):
            pair = _pair(begins, ended)
            if pair is not None:
                days = tuple(one.period.first for one in times if one.period.first)
                yield Spell(figure, *pair, days)
                break


def _pair(begins: Sequence[Time], ends: Sequence[Time]) -> tuple[Time, Time] | None:
    """Give the one day of an end, and the one of a beginning before it."""
    last = _one_of(ends, latest=True)
    if last is None:
        return None
    first = _one_of([one for one in begins if _is_before(one.period.first, last.period.first)], latest=False)
    return (first, last) if first is not None else None


def _one_of(times: Sequence[Time], *, latest: bool) -> Time | None:
    """Give the day of some that lie next to each other: work resumes the day after a strike."""
    ordered = sorted(times, key=lambda time: time.period.first or date.min)
    if not ordered or not ordered[0].period.first or not ordered[-1].period.first:
        return None
    if ordered[-1].period.first - ordered[0].period.first > _NEXT:
        return None
    return ordered[-1] if latest else ordered[0]


def _is_day(time: Time) -> bool:
    return time.period.first is not None and time.period.first == time.period.last and time.type != "DURATION"


def _is_before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and timedelta(0) < other - one < _LONGEST


def _begins(time: Time, reading: Reading) -> bool:
    """Tell whether a day is that of a beginning, by the words between it and the sign before it."""
    text, start = reading.document.text, time.span.start
    clause = re.split(r"[.;:!?]\s", text[max(0, start - 120) : start])[-1]
    return phrase(*table("spells")["begins"]["words"]).search(clause) is not None


def _ends(time: Time, reading: Reading) -> bool:
    """Tell whether a day is that of an end, by the words right before it."""
    text, start = reading.document.text, time.span.start
    clause = re.split(r"[.;:!?]\s|, ", text[max(0, start - 60) : start])[-1]
    found = list(phrase(*table("spells")["ends"]["words"]).finditer(clause))
    begun = list(phrase(*table("spells")["begins"]["words"]).finditer(clause))
    if _TO.search(clause):
        return True
    return bool(found) and (not begun or found[-1].start() > begun[-1].start())


def _is_long(figure: Figure) -> bool:
    """Tell whether a figure is a length of time of some days at least that somebody states."""
    amount = figure.amount
    return (
        amount.kind == "duration"
        and amount.unit in DAYS
        and amount.bound == "exact"
        and (amount.low or 0) * DAYS[amount.unit or ""] >= _FEWEST
        and figure.stance == "stated"
    )


def _is_whole(figure: Figure, text: str) -> bool:
    """Tell whether a number of days is how long something lasted until the day told beside it."""
    before = text[figure.sentence[0] : figure.amount.number.start]
    behind = text[figure.span.end : figure.sentence[1]]
    spent = _patterns()[0].search(before) and _patterns()[1].match(behind)
    return bool(spent or _patterns()[2].match(text, figure.amount.number.end))


def _is_of_spell(figure: Figure, text: str) -> bool:
    """Tell whether a noun or a verb says that something lasted so long: "a closure of 20 weeks"."""
    before = text[figure.sentence[0] : figure.amount.number.start]
    return _patterns()[3].search(before) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rows = table("spells")["whole"]
    return (
        re.compile(rf"\b(?:{alternatives(rows['before'], any_case=True)}) $"),
        re.compile(rf" (?:{alternatives(rows['behind'])})\b"),
        re.compile(rf"[- ](?:day|week|month)s?[- ](?:long )?(?:[a-z]+ )?(?:{alternatives(rows['nouns'])})\b"),
        re.compile(
            rf"\b(?:(?:{alternatives(rows['nouns'])}) of|lasted|lasting|idle for|closed for) (?:exactly )?$"
        ),
    )
