"""What percentage some counts are of others, and whether a share that is told fits."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from addup.account.arithmetic.clashing import meant
from addup.account.arithmetic.intervals import ratio, scaled, total
from addup.records import Figure
from addup.words import Interval

_WHOLE = Fraction(100)
_LEAST = 8


def ratio_of(parts: Sequence[Figure], wholes: Sequence[Figure]) -> Interval | None:
    """Give what percentage counts are of others at least and at most; None where they are no part of them."""
    some, all_of = (total(map(meant, figures)) for figures in (parts, wholes))
    if all_of.low is None or all_of.low < _LEAST or all_of.below(some):
        return None
    low, high = scaled(ratio(some, all_of), _WHOLE)
    return Interval(low, _WHOLE if high is None else min(high, _WHOLE))


def comes_near(said: Interval, percentage: Interval, slack: Fraction) -> bool:
    """Tell whether a share is what counts come to, or off by no more than some percentage points."""
    return percentage.meets(said, slack=slack)


def middle_of(said: Interval) -> Fraction:
    """Give the percentage that a share is told as."""
    return said.low if said.low is not None else said.high or Fraction(0)


def shown(percentage: Interval) -> Interval:
    """Keep three digits of a percentage that was reckoned, or a whole one where it is that exact."""
    short = Interval(*(None if end is None else Fraction(f"{float(end):.3g}") for end in percentage))
    if short.low is not None and short.high is not None and short.high - short.low < 1:
        middle = (short.low + short.high) / 2
        middle = Fraction(round(middle)) if middle > _WHOLE / 10 else Fraction(f"{float(middle):.2g}")
        return Interval(middle, middle)
    return short
