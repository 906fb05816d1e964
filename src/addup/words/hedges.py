"""What words commit to: the table of hedges, and the two intervals that follow from it.

The table itself is `hedges.toml`. `charitable` is the widest interval that the words allow, `sharp` what
an ordinary reader takes away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Literal, NamedTuple

from addup.records import Bound
from addup.words.tables import table

Convention = Literal["plain", "aan", "acled"]
CONVENTIONS: tuple[Convention, ...] = ("plain", "aan", "acled")


class Interval(NamedTuple):
    """From `low` to `high`, both included; None is an open end."""

    low: Fraction | None
    high: Fraction | None

    def below(self, other: Interval) -> bool:
        """Whether it lies wholly below another."""
        return self.high is not None and other.low is not None and self.high < other.low

    def meets(self, other: Interval, *, slack: Fraction = Fraction(0)) -> bool:
        """Whether both have a number in common, give or take `slack`."""
        ends = ((self.high, other.low), (other.high, self.low))
        return all(high is None or low is None or low - high <= slack for high, low in ends)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an amount in words commits to.

    `every_unit` says that beside a rate the words speak of every single unit ("up to 1,700 a day"),
    not of the average.
    """

    charitable: Interval
    sharp: Interval
    bound: Bound
    every_unit: bool = False


@cache
def phrases(place: Literal["before", "after"]) -> Mapping[str, str]:
    """Phrases that hedge a number, with the hedge that each stands for, longest phrase first."""
    rows: dict[str, str] = table("hedges")["phrases"][place]
    return dict(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])))


def bound_of(hedge: str) -> Bound:
    """Name the kind of bound that a hedge makes."""
    bound: Bound = table("hedges")["hedge"][hedge]["bound"]
    return bound


def hedged(value: Fraction, hedge: str, *, whole: bool = False, rough: bool = False) -> Meaning:
    """Apply a hedge of the table to a number.

    `whole` marks a count of whole things, which a plain number below 100, or one that does not end in
    zero, gives exactly. `rough` marks a number without digits to round to: a third, a quarter.
    """
    row = table("hedges")["hedge"][hedge]
    if hedge == "plain" and whole and _is_exact_count(value):
        row = table("hedges")["hedge"]["exactly"]
    charitable, sharp = (_interval(value, row, column, rough=rough) for column in (0, 1))
    return Meaning(charitable, sharp, row["bound"], row.get("every_unit", False))


def _is_exact_count(value: Fraction) -> bool:
    return value.denominator == 1 and (value < 100 or value % 10 != 0)


def _interval(value: Fraction, row: Mapping[str, Any], column: int, *, rough: bool) -> Interval:
    """Work out one column of a hedge's row."""
    if "low" in row:
        low, high = row["low"][column], row["high"][column]
        return Interval(value * Fraction(str(low)), None if high == "open" else value * Fraction(str(high)))
    spreads = (
        value * Fraction(str(row["share"][column])),
        last_unit(value) * Fraction(str(row["unit"][column])),
    )
    spread = spreads[0] if rough else min(spreads) if row["take"] == "smaller" else max(spreads)
    return Interval(max(value - spread, Fraction(0)), value + spread)


def last_unit(value: Fraction) -> Fraction:
    """Give the unit of a number's last digit that is not zero: 10,000 for 450,000, 0.1 for 2.5.

    A number without an end to its decimals has none: 0.
    """
    if value == 0:
        return Fraction(0)
    unit, scaled = Fraction(1), value
    for _ in range(40):
        if scaled.denominator == 1:
            break
        unit, scaled = unit / 10, scaled * 10
    else:
        return Fraction(0)
    while scaled % 10 == 0:
        unit, scaled = unit * 10, scaled / 10
    return unit


def half_of_last_digit(value: Fraction) -> Fraction:
    """Give half a unit of a number's last digit, at most a half: how far off a rounded number may be."""
    return min(last_unit(value), Fraction(1)) / 2


@cache
def _vague_rows() -> Mapping[str, Mapping[str, object]]:
    hedges = table("hedges")
    return {word: row for part in ("vague", "worded") for row in hedges[part] for word in row["words"]}


def vague(words: str, *, convention: Convention = "plain", share: bool = False) -> Meaning | None:
    """Read words that say how many without a number ("several", "dozens"), None if the table lacks them.

    `share` says that the amount is a percentage, of which alone "most" and "all" speak.
    """
    row = _vague_rows().get(words)
    if row is None or (row.get("share") and not share):
        return None
    least = row.get(convention)
    if isinstance(least, int) and convention != "plain":
        return Meaning(Interval(Fraction(least), None), Interval(Fraction(least), Fraction(least)), "vague")
    plain = row["plain"]
    assert isinstance(plain, list)
    charitable, sharp = (Interval(Fraction(low), Fraction(high)) for low, high in plain)
    return Meaning(charitable, sharp, "vague")


def times(meaning: Meaning, factor: Fraction) -> Meaning:
    """Multiply both intervals: "several" times a hundred is "several hundred"."""

    def scaled(interval: Interval) -> Interval:
        return Interval(*(None if end is None else end * factor for end in interval))

    return Meaning(scaled(meaning.charitable), scaled(meaning.sharp), meaning.bound, meaning.every_unit)
