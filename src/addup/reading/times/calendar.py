"""Stretches of the calendar and the arithmetic on them.

A `Unit` is one stretch of a grain ("day", "week", "quarter", ...), counted from the year 1. All that words do
to times is arithmetic on it: a shift adds to its index, a part narrows it, a coarser or finer grain
encloses or divides it. Written values follow TIMEX3 (Ferro et al., TIDES 2005; TimeML 1.2.1): weeks by
ISO 8601, seasons, quarters and halves by two letters, decades and centuries by the digits that they share.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from addup.records import Period

Grain = Literal["day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century"]
Part = Literal["early", "mid", "late", "start", "end"]

# The seasons of a year in the order of the calendar: a winter belongs to the year in which it ends.
SEASONS = ("WI", "SP", "SU", "FA")
MONTHS_OF = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
FINER: dict[Grain, Grain] = {
    "century": "decade",
    "decade": "year",
    "year": "month",
    "half": "month",
    "season": "month",
    "quarter": "month",
    "month": "day",
    "week": "day",
    "weekend": "day",
}
COARSE = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One stretch of the calendar: the `index`-th of its grain since the year 1."""

    grain: Grain
    index: int

    @property
    def first(self) -> date:
        """Its first day."""
        if self.grain == "day":
            return date.fromordinal(self.index)
        if self.grain in ("week", "weekend"):
            return date.fromordinal(self.index * 7 + (1 if self.grain == "week" else 6))
        months = self.index * MONTHS_OF[self.grain] - (self.grain == "season")
        if months == 0 and self.grain == "century":
            return date.min  # there is no year 0
        return date(months // 12, months % 12 + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.grain == "day":
            return self.first
        if self.grain == "weekend":
            return self.first + timedelta(days=1)
        return self.shift(1).first - timedelta(days=1)

    @property
    def period(self) -> Period:
        """The days that it covers."""
        return Period(self.first, self.last)

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        first = self.first
        match self.grain:
            case "day":
                return first.isoformat()
            case "week" | "weekend":
                year, week, _ = first.isocalendar()
                return f"{year:04}-W{week:02}" + ("-WE" if self.grain == "weekend" else "")
            case "month":
                return f"{first:%Y-%m}"
            case "season":
                return f"{self.index // 4:04}-{SEASONS[self.index % 4]}"
            case "quarter" | "half":
                letter, parts = self.grain[0].upper(), 12 // MONTHS_OF[self.grain]
                return f"{first.year:04}-{letter}{self.index % parts + 1}"
        return f"{first.year:04}"[: {"year": 4, "decade": 3, "century": 2}[self.grain]]

    def shift(self, steps: int) -> Unit:
        """Give the unit of the same grain so many steps later, or earlier when negative."""
        return Unit(self.grain, self.index + steps)

    def shift_years(self, years: int) -> Unit:
        """Give the same stretch of another year: the third quarter of 1990 becomes that of 1989."""
        if self.grain in ("decade", "century"):
            return self.shift(years)
        if self.grain in MONTHS_OF:
            return self.shift(years * 12 // MONTHS_OF[self.grain])
        return containing(add_months(self.first, 12 * years), self.grain)

    def within(self, grain: Grain) -> Unit:
        """Give the unit of another grain that holds its first day."""
        return containing(self.first, grain)

    def nth(self, grain: Grain, position: int) -> Unit:
        """Its first (1), second, ... or last (-1) unit of a finer grain."""
        if position > 0:
            return containing(self.first, grain).shift(position - 1)
        return containing(self.last, grain).shift(position + 1)

    def narrowed(self, part: Part) -> Period:
        """Give the days of a part of it.

        Its start and its end are the first and the last unit of the next finer grain (the end of a year
        is December); early, mid and late are its thirds, of a month ten days, ten days and the rest.
        """
        if self.grain == "day":
            return self.period
        finer = FINER[self.grain]
        begin, end = self.nth(finer, 1), self.nth(finer, -1)
        third = 10 if self.grain == "month" else max((end.index - begin.index + 1) // 3, 1)
        second = begin.shift(third)
        third_from = begin.shift(2 * third) if self.grain == "month" else end.shift(1 - third)
        match part:
            case "start":
                return begin.period
            case "end":
                return end.period
            case "early":
                return Period(begin.first, second.shift(-1).last)
            case "mid":
                return Period(second.first, max(third_from.shift(-1), second, key=_index).last)
        return Period(third_from.first, end.last)


def _index(unit: Unit) -> int:
    return unit.index


def containing(day: date, grain: Grain) -> Unit:
    """Give the unit of a grain that holds a day; for a weekend, that of the day's week."""
    if grain == "day":
        return Unit(grain, day.toordinal())
    if grain in ("week", "weekend"):
        return Unit(grain, (day.toordinal() - 1) // 7)
    months = day.year * 12 + day.month - 1 + (grain == "season")
    return Unit(grain, months // MONTHS_OF[grain])


def year(number: int) -> Unit:
    """Give the year of that number."""
    return Unit("year", number)


def month(year_number: int, number: int) -> Unit:
    """Give a month, 1 to 12, of a year."""
    return Unit("month", year_number * 12 + number - 1)


def nth_weekday(month: Unit, weekday: int, position: int) -> Unit:
    """Give the first (1), second, ... or last (-1) Monday (1), Tuesday (2), ... of a month."""
    if position < 0:
        back = (month.last.isoweekday() - weekday) % 7
        return containing(month.last - timedelta(days=back), "day")
    ahead = (weekday - month.first.isoweekday()) % 7 + 7 * (position - 1)
    return containing(month.first + timedelta(days=ahead), "day")


def day(year_number: int, month_number: int, number: int) -> Unit | None:
    """Give a day of the calendar, or None where the calendar has no such day."""
    try:
        return Unit("day", date(year_number, month_number, number).toordinal())
    except ValueError:
        return None


def add_months(start: date, months: int) -> date:
    """Give the same day of the month so many months later; the last day where that month is shorter."""
    to = month(start.year, start.month).shift(months)
    return min(to.first + timedelta(days=start.day - 1), to.last)


def add(start: date, count: int, grain: str) -> date | None:
    """Give the day that lies so many days, weeks, months, ... after another (before, when negative).

    None where that lies outside the years 1 to 9999, which is as far as the calendar goes here.
    """
    try:
        if grain in MONTHS_OF:
            return add_months(start, count * MONTHS_OF[grain])
        return start + timedelta(days=count * {"week": 7, "weekend": 7}.get(grain, 1))
    except (ValueError, OverflowError):
        return None
