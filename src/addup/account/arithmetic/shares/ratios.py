"""What percentage some counts are of others, and whether a share that is told fits."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from addup.account.arithmetic.clashing import meant
from addup.records import Figure
from addup.words import Interval

_WHOLE = Fraction(100)
_LEAST = 8


def ratio_of(parts: Sequence[Figure], wholes: Sequence[Figure]) -> Interval | None:
    """Give what percentage counts are of others at least and at most; None where they are no part of them."""
    some, all_of = _sum(parts), _sum(wholes)
    least = all_of.low
    if least is None or least < _LEAST or (some.low or 0) > (all_of.high or least):
        return None
    low = some.low * _WHOLE / all_of.high if some.low is not None and all_of.high else None
    high = some.high * _WHOLE / least if some.high is not None else None
    return Interval(low, min(high, _WHOLE) if high is not None else _WHOLE)


def _sum(figures: Sequence[Figure]) -> Interval:
    found = [meant(figure) for figure in figures]
    low = [one.low for one in found if one.low is not None]
    high = [one.high for one in found if one.high is not None]
    return Interval(
        sum(low, Fraction(0)) if len(low) == len(found) else None,
        sum(high, Fraction(0)) if len(high) == len(found) else None,
    )


def comes_near(said: Interval, ratio: Interval, slack: Fraction) -> bool:
    """Tell whether a share is what counts come to, or off by no more than some percentage points."""
    low = None if ratio.low is None else ratio.low - slack
    high = None if ratio.high is None else ratio.high + slack
    return Interval(low, high).meets(said)


def middle_of(said: Interval) -> Fraction:
    """Give the percentage that a share is told as."""
    return said.low if said.low is not None else said.high or Fraction(0)


def shown(ratio: Interval) -> Interval:
    """Keep three digits of a percentage that was reckoned, or a whole one where it is that exact."""
    short = Interval(*(None if end is None else Fraction(f"{float(end):.3g}") for end in ratio))
    if short.low is not None and short.high is not None and short.high - short.low < 1:
        middle = (short.low + short.high) / 2
        middle = Fraction(round(middle)) if middle > _WHOLE / 10 else Fraction(f"{float(middle):.2g}")
        return Interval(middle, middle)
    return short
