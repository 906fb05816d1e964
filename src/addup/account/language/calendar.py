"""Calendar units: days, weeks from Monday, months and years, and how a period cuts them.

Days are ordinals (`datetime.date.toordinal`). The evening of a day carries its ordinal; a period of days
`first..last` runs from the evening `first - 1` to the evening `last`.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year"]
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")


class Piece(NamedTuple):
    """The part of one calendar unit that lies in a period: days, and those of the whole unit."""

    first: int
    last: int
    days_of_unit: int

    @property
    def whole(self) -> bool:
        """Whether no day of the unit is cut off."""
        return self.last - self.first + 1 == self.days_of_unit


def unit_around(unit: Unit, day: int) -> tuple[int, int]:
    """Give the first and the last day of the calendar unit that holds a day."""
    on = date.fromordinal(day)
    if unit == "day":
        return day, day
    if unit == "week":
        monday = on - timedelta(days=on.weekday())
        return monday.toordinal(), monday.toordinal() + 6
    if unit == "month":
        length = calendar.monthrange(on.year, on.month)[1]
        first = on.replace(day=1).toordinal()
        return first, first + length - 1
    return date(on.year, 1, 1).toordinal(), date(on.year, 12, 31).toordinal()


def pieces(unit: Unit, first: int, last: int) -> Iterator[Piece]:
    """Cut the days `first..last` at the borders of a calendar unit."""
    day = first
    while day <= last:
        start, end = unit_around(unit, day)
        yield Piece(day, min(end, last), end - start + 1)
        day = end + 1


def units_in(unit: Unit, first: int, last: int) -> Fraction:
    """Count the units in `first..last`; a cut unit counts by its share of days."""
    if unit == "day":
        return Fraction(last - first + 1)
    if unit == "week":
        return Fraction(last - first + 1, 7)
    return sum(
        (Fraction(piece.last - piece.first + 1, piece.days_of_unit) for piece in pieces(unit, first, last)),
        Fraction(0),
    )


def iso(day: int) -> str:
    """Write a day as ISO 8601."""
    return date.fromordinal(day).isoformat()
