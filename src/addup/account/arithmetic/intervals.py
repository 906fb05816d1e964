"""Reckoning with all that amounts may be: each end of what they come to, open where an end is open."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from addup.records import Figure
from addup.words import Interval

End = Fraction | None


def as_written(figure: Figure) -> Fraction:
    """Give the number that a figure is written with, of a range the first."""
    amount = figure.amount
    return Fraction(str(amount.low if amount.low is not None else amount.high or 0))


def middle(one: Interval) -> Fraction:
    """Give the middle of an interval, of one with an open end the other."""
    low, high = one
    return (low + high) / 2 if low is not None and high is not None else low or high or Fraction(0)


def total(parts: Iterable[Interval]) -> Interval:
    """Add intervals up."""
    low: End = Fraction(0)
    high: End = Fraction(0)
    for one in parts:
        low, high = _sum(low, one.low), _sum(high, one.high)
    return Interval(low, high)


def less(one: Interval, other: Interval) -> Interval:
    """Give what an interval is less another."""
    return Interval(
        *(
            _sum(end, None if its is None else -its)
            for end, its in ((one.low, other.high), (one.high, other.low))
        )
    )


def times(one: Interval, other: Interval) -> Interval:
    """Multiply two intervals of which neither is below nothing."""
    return Interval(
        *(None if end is None or its is None else end * its for end, its in zip(one, other, strict=True))
    )


def scaled(one: Interval, factor: Fraction) -> Interval:
    """Multiply an interval by a number above nothing."""
    return times(one, Interval(factor, factor))


def ratio(one: Interval, other: Interval) -> Interval:
    """Give how many times an interval is another; neither is below nothing."""
    return times(one, Interval(*(1 / end if end else None for end in (other.high, other.low))))


def widened(one: Interval, slack: Fraction) -> Interval:
    """Let an interval begin earlier and end later."""
    return less(total([one, Interval(Fraction(0), slack)]), Interval(Fraction(0), slack))


def _sum(one: End, other: End) -> End:
    return None if one is None or other is None else one + other
