"""The days of fiscal years and quarters, which their firm counts from a day of its own."""

from __future__ import annotations

import re
from datetime import date, timedelta

from addup.reading.times import calendar
from addup.reading.times.context import Context
from addup.reading.times.meaning import Meaning
from addup.records import Period

_WEEKS_OF_QUARTER = 13
_QUARTERS = 4
LAST_QUARTER = 3  # counted from 0
# The quarters of a year by their number, the year left open.
_OF_A_YEAR = re.compile(r"\b(?:first|second|third|fourth)[- ]quarter$", re.IGNORECASE)
_RUNNING = re.compile(r"(?:the )?(?:current|ongoing|present)\b|this\b", re.IGNORECASE)


def days_of(context: Context, meaning: Meaning, words: str) -> Period:
    """Give the days of a meaning, those of a fiscal quarter as the text tells them later on.

    The fourth quarter of a firm whose year the text gives an end to is the last of that year. A fiscal
    quarter that the calendar numbers otherwise, and "the quarter", is the one that the text gives an end to.
    """
    quarters = [days for unit, days in context.fiscal.items() if unit.grain == "quarter"]
    if len(quarters) == 1 and words.lower() == "the quarter":
        return quarters[0]
    if meaning.unit is None:
        return meaning.period
    year = context.fiscal_year
    if year.last is not None and meaning.unit.grain == "year" and meaning.period == Period():
        # Shops' years, which end in January, go by the year that most of them is in.
        return fiscal_year(year.last, meaning.unit.first.year + (year.last.month == 1))
    if year.last is not None and meaning.unit.grain == "quarter" and meaning.unit.index % 4 == LAST_QUARTER:
        known = next((unit for unit in context.fiscal if unit.index % 4 == LAST_QUARTER), meaning.unit)
        end = fiscal_year(year.last, year.last.year + (meaning.unit.index - known.index) // 4).last
        return _ending(end, "quarter") or meaning.period
    own = _own_quarter(context, meaning.unit, words)
    if own is not None or meaning.period != Period():
        return own or meaning.period
    of_year = _quarter_of_fiscal_year(context, meaning.unit) or Period()
    only = quarters[0] if len(quarters) == 1 and of_year == Period() else of_year
    return context.fiscal.get(meaning.unit, only if meaning.unit.grain == "quarter" else meaning.period)


def _own_quarter(context: Context, unit: calendar.Unit, words: str) -> Period | None:
    """Give the days of a quarter of a firm whose quarters are not the calendar's: one of them has an end."""
    own = next(
        (
            known
            for known, days in context.fiscal.items()
            if known.grain == "quarter" and not _ends_in(days, known)
        ),
        None,
    )
    if own is None or unit.grain != "quarter" or not (_OF_A_YEAR.search(words) or _RUNNING.match(words)):
        return None
    if _RUNNING.match(words):
        return _later_quarter(context.fiscal[own], 1)
    away = unit.index - own.index
    nearest = away if abs(away) <= _QUARTERS // 2 else away - _QUARTERS * (1 if away > 0 else -1)
    days = context.fiscal.get(unit) or _later_quarter(context.fiscal[own], nearest)
    begun = days is None or days.first is None or context.published is None or days.first <= context.published
    return days if begun else None  # another firm's, which counts as the calendar does


def _quarter_of_fiscal_year(context: Context, unit: calendar.Unit) -> Period | None:
    """Give the days of a fiscal quarter where the text gives an end only to the year: "the year to June".

    It is the last one of that number that is over, where the day of publication is known.
    """
    last, today = context.fiscal_year.last, context.published
    if last is None or today is None or unit.grain != "quarter" or unit in context.fiscal:
        return None
    away = unit.index % _QUARTERS - LAST_QUARTER
    behind = last + timedelta(days=1)
    ends = (calendar.add(behind, away + _QUARTERS * years, "quarter") for years in (1, 0, -1, -2))
    end = next((end for end in ends if end is not None and end <= today), None)
    return _ending(end - timedelta(days=1), "quarter") if end is not None else None


def _ends_in(days: Period, quarter: calendar.Unit) -> bool:
    """Whether days end in a quarter of the calendar, of whatever year."""
    if days.last is None:
        return False
    return (calendar.containing(days.last, "quarter").index - quarter.index) % _QUARTERS == 0


def _later_quarter(quarter: Period, count: int) -> Period | None:
    """Give the quarter that lies so many behind another: thirteen weeks each, or three months."""
    if quarter.first is None or quarter.last is None:
        return None
    behind = quarter.last + timedelta(days=1)
    count, grain = (count, "quarter") if behind.day == 1 else (count * _WEEKS_OF_QUARTER, "week")
    first, end = (calendar.add(day, count, grain) for day in (quarter.first, behind))
    return Period(first, end - timedelta(days=1)) if first is not None and end is not None else None


def fiscal_year(end: date, number: int) -> Period:
    """Give the days of the fiscal year that ends in a year, where another of the firm ends on a day."""
    last = calendar.add(end + timedelta(days=1), number - end.year, "year")
    return (_ending(last - timedelta(days=1), "year") if last is not None else None) or Period()


def _ending(end: date | None, grain: str) -> Period | None:
    """Give the year or quarter that ends on a day."""
    first = calendar.add(end + timedelta(days=1), -1, grain) if end is not None else None
    return Period(first, end) if first is not None else None


def first_of(last: date, count: int, grain: str) -> date | None:
    """Give the first day of a stretch that ends on a day.

    A quarter that ends within a month has thirteen weeks: its firm counts years of 52 weeks, which end on the
    same day of the week (the retail calendar, IRC section 441(f)).
    """
    behind = last + timedelta(days=1)
    if grain == "quarter" and behind.day != 1:
        count, grain = count * _WEEKS_OF_QUARTER, "week"
    return calendar.add(behind, -count, grain)
