"""What a time expression means, on the way from words to a record."""

from __future__ import annotations

from dataclasses import dataclass

from addup.reading.times.calendar import Unit
from addup.records import Period, TimeType

UNKNOWN = Period()
# TIMEX3's letters; those of a clock stand behind a T.
LETTERS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "C",
    "millennium": "L",
}
OF_THE_CLOCK = ("hour", "minute", "second")
# An exact number of these is said in the plainer unit: three decades are P30Y, two quarters P6M.
PLAINER = {
    "fortnight": (2, "week"),
    "quarter": (3, "month"),
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1000, "year"),
}
SMALLER = {
    "year": (12, "month"),
    "week": (7, "day"),
    "day": (24, "hour"),
    "hour": (60, "minute"),
    "minute": (60, "second"),
}


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time without a place in the calendar: how many of a grain; None is "some".

    `most` is how many at most, where the text gives a range: "12 to 18 months".
    """

    count: float | None
    grain: str
    rest: Length | None = None
    most: float | None = None

    @property
    def value(self) -> str:
        """Its TIMEX3 value, such as P10D, PT1M30S or PXY."""
        parts: list[tuple[str, str]] = []
        length: Length | None = self
        while length is not None:
            parts += length._parts()
            length = length.rest
        days = "".join(number + LETTERS[grain] for number, grain in parts if grain not in OF_THE_CLOCK)
        clock = "".join(number + LETTERS[grain] for number, grain in parts if grain in OF_THE_CLOCK)
        return f"P{days}T{clock}" if clock else f"P{days}"

    def _parts(self) -> list[tuple[str, str]]:
        if self.count is None:
            return [("X", "week" if self.grain == "fortnight" else self.grain)]
        times, grain = PLAINER.get(self.grain, (1, self.grain))
        count = self.count * times
        whole, over = int(count), count % 1
        if over and grain in SMALLER:
            size, smaller = SMALLER[grain]
            small = (f"{over * size:.0f}", smaller)
            return [(str(whole), grain), small] if whole else [small]
        return [(f"{count:.15g}", grain)]

    @property
    def longest(self) -> Length:
        """The length itself, or the longest that a range allows."""
        return self if self.most is None else Length(self.most, self.grain)

    @property
    def whole(self) -> tuple[int, str] | None:
        """A whole count and its grain, for reckoning on the calendar; None where it has none."""
        if self.count is None or self.rest is not None:
            return None
        times, grain = PLAINER.get(self.grain, (1, self.grain)) if self.grain != "quarter" else (1, "quarter")
        count = self.count * times
        if count % 1 and grain in SMALLER:
            size, grain = SMALLER[grain]
            count *= size
        return (round(count), grain) if count < 10_000 else None


@dataclass(frozen=True, slots=True)
class Meaning:
    """A read time expression: the TIMEX3 type and value, the days covered, the calendar unit if it is one.

    A `floating` unit is right but for its year, which the text leaves to the day of publication: it has
    no value and no days until a year is put beside it. `reach` is the length of an expression that has one.
    """

    type: TimeType
    value: str | None
    period: Period = UNKNOWN
    unit: Unit | None = None
    floating: bool = False
    reach: Length | None = None


UNRESOLVED = Meaning("DATE", None)


def of_unit(unit: Unit | None, *, floating: bool = False) -> Meaning:
    """Give the meaning of a unit of the calendar; unresolved where there is none."""
    if unit is None:
        return UNRESOLVED
    if floating:
        return Meaning("DATE", None, unit=unit, floating=True)
    return Meaning("DATE", unit.value, unit.period, unit)
