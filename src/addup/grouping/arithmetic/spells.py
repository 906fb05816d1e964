"""How many days something lasted, and the days on which it began and ended: "17 days", June 5 to June 14."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from addup.grouping.patterns import alternatives, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading, Time

_LONGEST = timedelta(days=200)
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
    begins = [time for time in times if _begins(time, reading)]
    for figure in reading.figures:
        if not _is_whole(figure, text):
            continue
        ends = [time for time in times if figure.sentence[0] <= time.span.start < figure.sentence[1]]
        ends = [time for time in ends if not _begins(time, reading)]
        if len({time.period.first for time in ends}) != 1:
            continue
        ended = ends[0].period.first
        before = [one for one in begins if _is_before(one.period.first, ended)]
        if len({one.period.first for one in before}) == 1:
            days = tuple(one.period.first for one in times if one.period.first)
            yield Spell(figure, before[0], ends[0], days)


def _is_day(time: Time) -> bool:
    return time.period.first is not None and time.period.first == time.period.last and time.type != "DURATION"


def _is_before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and timedelta(0) < other - one < _LONGEST


def _begins(time: Time, reading: Reading) -> bool:
    """Tell whether a day is that of a beginning, by the words between it and the sign before it."""
    text, start = reading.document.text, time.span.start
    clause = re.split(r"[.;:!?]\s", text[max(0, start - 120) : start])[-1]
    return phrase(*table("spells")["begins"]["words"]).search(clause) is not None


def _is_whole(figure: Figure, text: str) -> bool:
    """Tell whether a number of days is how long something lasted until the day told beside it."""
    amount = figure.amount
    if amount.kind != "duration" or amount.unit not in ("day", "week") or amount.bound != "exact":
        return False
    if (amount.low or 0) < _FEWEST or figure.stance != "stated":
        return False
    before = text[figure.sentence[0] : amount.number.start]
    behind = text[figure.span.end : figure.sentence[1]]
    spent = _patterns()[0].search(before) and _patterns()[1].match(behind)
    return bool(spent or _patterns()[2].match(text, amount.number.end))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    rows = table("spells")["whole"]
    return (
        re.compile(rf"\b(?:{alternatives(rows['before'], any_case=True)}) $"),
        re.compile(rf" (?:{alternatives(rows['behind'])})\b"),
        re.compile(rf"[- ](?:day|week)[- ](?:long )?(?:[a-z]+ )?(?:{alternatives(rows['nouns'])})\b"),
    )
