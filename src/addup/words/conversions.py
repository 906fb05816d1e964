"""Amounts in the unit of another: acres in hectares, pounds in kilograms, Fahrenheit in Celsius.

What turns into what, and how much of it, is the table `conversions.toml`. Of a word that stands for several
units (a "ton", a "gallon") an amount is a range: no more follows from it than from all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from addup.records import Amount, Figure, Turned
from addup.words.amounts import amount_meaning
from addup.words.hedges import Interval, last_unit
from addup.words.tables import table

_LEAST_ROUNDING = Fraction(1, 50)
"""Writers convert in their heads: 2.5 acres are a hectare, and 1.6 kilometres a mile."""
MOST_ROUNDING = Fraction(1, 5)
"""A mile becomes "2 kilometres": the last digit of a small number may stand for that much of it."""
_MOST_DEGREES = Fraction(1, 20)
_BESIDE = 25
"""So few characters stand between an amount and the same in another unit."""
_DIGITS = 4
_LAST_DIGIT = Fraction(1, 2 * 10**3)
"""Half of the last of four digits is at most so much of an amount."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of the base unit of its dimension one of a unit is, at least and at most.

    `loosely` is the most that the word may stand for. `zero` is where a scale of temperature begins. `per` is
    the time that the unit itself is for: a knot is a nautical mile an hour.
    """

    unit: str
    dimension: str
    least: Fraction
    most: Fraction
    loosely: Fraction
    zero: Fraction
    per: str | None

    @property
    def widest(self) -> Scale:
        """The scale with all that its word may stand for."""
        return replace(self, most=self.loosely)


def scale_of(figure: Figure, unit: str | None = None) -> Scale | None:
    """Give the scale of a figure's unit, or of another for what it measures; None if there is none."""
    amount, counted = figure.amount, figure.counted
    if amount.kind != "measure" or amount.unit is None:
        return None
    written = amount.unit_text if unit in (None, amount.unit) else None
    return _scale(unit or amount.unit, written, f"{counted.text} {counted.head}" if counted else "")


def scale_named(unit: str) -> Scale | None:
    """Give the scale of a unit by its name alone: of the "hectare" in "a yield per hectare"."""
    return _scale(unit, None, "")


@lru_cache(maxsize=1 << 12)
def _scale(unit: str, written: str | None, counted: str) -> Scale | None:
    for dimension, rows in table("conversions").items():
        row = rows["units"].get(unit)
        if row is not None:
            size = _size(row, (written or "").lower(), counted.lower().split())
            loosely = Fraction(row.get("loosely", 0))
            return size and Scale(
                unit,
                dimension,
                *size,
                loosely=max(loosely, size[1]),
                zero=Fraction(row.get("zero", 0)),
                per=row.get("per"),
            )
    return None


def _size(row: Mapping[str, Any], written: str, things: list[str]) -> tuple[Fraction, Fraction] | None:
    """Give the least and the most that a unit is; None where it is no such unit of what is measured."""
    names = {*things, *(thing.removesuffix("s") for thing in things)}
    if "only_of" in row and names.isdisjoint(row["only_of"]):
        return None
    sizes = [size for thing, size in row.get("of", {}).items() if thing in names]
    said = row.get("written", {}).get(written) or (sizes[0] if sizes else row.get("is"))
    if said is None:
        return None
    least, most = (said, said) if isinstance(said, str) else said
    return Fraction(least), Fraction(most)


def are_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts are in one unit, or in two that turn into each other."""
    mine, theirs = one.amount, other.amount
    return mine.kind == theirs.kind and (mine.unit == theirs.unit or turns_into(one, scale_of(other)))


def turns_into(figure: Figure, to: Scale | None) -> bool:
    """Tell whether an amount can be told in a unit that is not its own."""
    scale = scale_of(figure)
    if scale is None or to is None or scale.unit == to.unit or scale.dimension != to.dimension:
        return False
    return to.per is None or to.per == figure.amount.per  # miles are no knots, but miles an hour are


def value_in(value: Fraction, scale: Scale, to: Scale, *, difference: bool = False) -> Interval:
    """Give an amount of one unit in another, exactly; a range, where a word stands for several units.

    A `difference` is so many degrees more or less: 9 °F more are 5 °C more, wherever the scales begin.
    """
    if scale == to:
        return Interval(value, value)
    zero = Fraction(0) if difference else scale.zero - to.zero
    ends = (value * size for size in (scale.least, scale.most))
    turned = sorted((end + zero) / size for end in ends for size in (to.least, to.most))
    return Interval(turned[0], turned[-1])


def interval_in(interval: Interval, scale: Scale, to: Scale, *, difference: bool = False) -> Interval:
    """Give both ends of an interval in another unit, the range of each at its widest."""
    low, high = (None if end is None else value_in(end, scale, to, difference=difference) for end in interval)
    return Interval(low.low if low else None, high.high if high else None)


def tells_again(before: Figure, figure: Figure) -> bool:
    """Tell whether a figure is one right before it in another unit: "24,000 acres (9,700 hectares)"."""
    if not 0 < figure.span.start - before.span.end < _BESIDE or not turns_into(figure, scale_of(before)):
        return False
    its = amount_meaning(in_unit(figure, scale_of(before)).amount).charitable
    own = amount_meaning(before.amount).charitable
    return its.meets(own)


def in_unit(figure: Figure, to: Scale | None) -> Figure:
    """Give a figure with its amount in another unit; as it is, where its own does not turn into that.

    What its words allow is taken in its own unit: 24,000 acres are rounded to thousands of acres. Whoever
    turned an amount into another unit has rounded once more, so at each end half a unit of the last digit is
    allowed, within limits.
    """
    scale = scale_of(figure)
    if scale is None or to is None or not turns_into(figure, to):
        return figure
    amount, difference = figure.amount, figure.change is not None
    is_rounded = not _is_decimal(scale, to)
    # Miles an hour are none of the sea.
    wide = (scale, to) if amount.per else (scale.widest, to.widest)

    def meant(interval: Interval) -> Interval:
        """Turn what the words commit to."""
        if not is_rounded:
            return interval_in(interval, *wide, difference=difference)
        low, high = interval_in(_with_rounding(amount, interval, scale), *wide, difference=difference)
        return Interval(_short(low, -1), _short(high, 1))

    low, high = interval_in(_numbers(amount), scale, to, difference=difference)
    if is_rounded:
        low, high = _short(low), _short(high)
    meaning = amount_meaning(amount)
    sharp = meaning.sharp if is_rounded else meaning.charitable  # "24,123 kilograms" are "24 tonnes"
    turned = replace(
        amount,
        low=_plain(low),
        high=_plain(high),
        unit=to.unit,
        per=amount.per or scale.per,
        turned=Turned(amount, meant(meaning.charitable), meant(sharp)),
    )
    return replace(figure, amount=turned)


def _is_decimal(scale: Scale, to: Scale) -> bool:
    """Tell whether two units differ by a power of ten: nobody rounds tonnes to make them kilograms."""
    ratio = scale.least / to.least
    tens = str(max(ratio.numerator, ratio.denominator)).strip("0") == "1"
    return tens and 1 in (ratio.numerator, ratio.denominator) and scale.most == scale.least == to.most * ratio


def _with_rounding(amount: Amount, allowed: Interval, scale: Scale) -> Interval:
    (low, high), (least, most) = allowed, _numbers(amount)
    if low is not None and least is not None:
        low = min(low, least - _rounding(least, scale))
    if high is not None and most is not None:
        high = max(high, most + _rounding(most, scale))
    return Interval(low, high)


def _rounding(value: Fraction, scale: Scale) -> Fraction:
    """Give how far off an amount may be that was turned into another unit, or was turned from one."""
    most = _MOST_DEGREES if scale.dimension == "temperature" else MOST_ROUNDING
    return max(min(last_unit(abs(value)) / 2, abs(value) * most), abs(value) * _LEAST_ROUNDING)


def _numbers(amount: Amount) -> Interval:
    """Give the number or numbers of an amount as the decimals that were written."""
    ends = (None if end is None else Fraction(str(end)) for end in (amount.low, amount.high))
    return Interval(*ends)


def _short(value: Fraction | None, way: int = 0) -> Fraction | None:
    """Keep four digits of an amount that was converted: the nearest, or one on its way down or up."""
    if value is None:
        return None
    return Fraction(f"{float(value + way * abs(value) * _LAST_DIGIT):.{_DIGITS}g}")


def _plain(value: Fraction | None) -> int | float | None:
    return value if value is None else value.numerator if value.denominator == 1 else float(value)
