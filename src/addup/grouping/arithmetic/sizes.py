"""In which unit an amount is told, and how much of another that is: 90 minutes are one and a half hours."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from addup.grouping.nouns import noun_group
from addup.records import Figure
from addup.words.conversions import scale_named, scale_of

_SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86_400,
    "week": 7 * 86_400,
    "month": 2_629_800,
    "year": 12 * 2_629_800,
}
_TURNED = {"power": ("energy", Fraction(1, 1000))}
"""What a rate of a unit adds up to in an hour: kilowatt hours, of watts."""


@dataclass(frozen=True, slots=True)
class Size:
    """A dimension, and how much of its base unit one of a unit is."""

    dimension: str
    base: Fraction


def size_of(figure: Figure) -> Size | None:
    """Give the unit of an amount; things that are counted are their own; None where it has no fixed size."""
    amount = figure.amount
    if amount.kind == "duration":
        return _of_time(amount.unit)
    if amount.kind == "measure" and amount.unit is not None:
        scale = scale_of(figure)
        if scale is None:
            return Size(amount.unit, Fraction(1))
        return Size(scale.dimension, scale.least) if scale.least == scale.most else None
    if amount.kind == "money":
        return Size(amount.unit or "", Fraction(1))
    if amount.kind == "count" and amount.unit is None and figure.counted is not None:
        return Size(noun_group(figure.counted.head.lower()), Fraction(1))
    return None


def size_of_noun(noun: str) -> Size | None:
    """Give the size of a unit by its name; None for any other noun."""
    time = _of_time(noun)
    if time is not None:
        return time
    scale = scale_named(noun)
    return Size(scale.dimension, scale.least) if scale is not None and scale.least == scale.most else None


def work_of(figure: Figure) -> Size | None:
    """Give what power comes to in each hour; None for any other amount."""
    size = size_of(figure) if figure.amount.kind == "measure" else None
    if size is None or size.dimension not in _TURNED:
        return None
    dimension, times = _TURNED[size.dimension]
    return Size(dimension, size.base * times)


def _of_time(unit: str | None) -> Size | None:
    seconds = _SECONDS.get(unit or "")
    return Size("time", Fraction(seconds)) if seconds else None
