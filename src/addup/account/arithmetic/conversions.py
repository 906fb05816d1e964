"""Amounts that are told once more in another unit, and are not as much: "24,000 acres (5,000 hectares)".

Writers round what they convert, and may have converted either of the two from the other. So this is told only
where neither is what the other comes to, to half a unit of its last digit and a margin.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic.clashing import Told, cite
from addup.account.arithmetic.intervals import middle
from addup.account.language.wording import conversion
from addup.grouping.subjects.repeats import conversions
from addup.records import Amount, Figure, Finding, Grouping
from addup.words import Interval
from addup.words.conversions import MOST_ROUNDING, Scale, in_unit, scale_of, value_in
from addup.words.hedges import last_unit

_MARGIN = Fraction(5, 100)
_HEDGED_MARGIN = Fraction(15, 100)
"""So much of an amount a conversion may be off: more, where both are told only roughly."""
_DEGREE = 1


def conversion_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the amounts that another unit tells otherwise."""
    for (index, place), before in conversions(grouping.readings).items():
        reading = grouping.readings[index]
        said, again = reading.figures[before], reading.figures[place]
        if _is_slip(said, again):
            yield _told(said, again, reading.document.id)


def _is_slip(one: Figure, other: Figure) -> bool:
    mine, its = scale_of(one), scale_of(other)
    if mine is None or its is None or in_unit(other, mine) is other:
        return False
    if (one.amount.per or mine.per) != (other.amount.per or its.per):
        return False
    bounds = {one.amount.bound, other.amount.bound}
    if "vague" in bounds or ("range" in bounds and len(bounds) > 1):
        return False  # "5 to 10 miles (16 kilometres)" tells the end of a range once more
    margin = _MARGIN if bounds <= {"exact", "range"} else _HEDGED_MARGIN
    return not any(
        all(
            _comes_to(first, second, scale, to, margin)
            for first, second in zip(_numbers(said.amount), _numbers(again.amount), strict=True)
        )
        for said, again, scale, to in ((one, other, mine, its), (other, one, its, mine))
    )


def _numbers(amount: Amount) -> tuple[Fraction, ...]:
    """Give the number of an amount, both numbers of a range."""
    ends = [Fraction(str(end)) for end in (amount.low, amount.high) if end is not None]
    return tuple(ends) if amount.bound == "range" else tuple(ends[:1])


def _comes_to(one: Fraction, other: Fraction, scale: Scale, to: Scale, margin: Fraction) -> bool:
    """Tell whether a number is what another comes to in its unit, as it may be rounded."""
    half = min(last_unit(abs(other)) / 2, abs(other) * MOST_ROUNDING)
    ways = [value_in(one, scale.widest, to.widest)]
    if scale.dimension == "temperature":
        ways.append(value_in(one, scale, to, difference=True))  # "9 °F (5 °C) warmer"
        half += _DEGREE
    said = Interval(other - half, other + half)
    return any(said.meets(way, slack=abs(middle(way)) * margin) for way in ways)


def _told(said: Figure, again: Figure, document: str) -> Finding:
    """Tell what each of two amounts comes to in the unit of the other."""
    rows = [
        conversion(in_unit(one, scale_of(other)).amount) or ""
        for one, other in ((said, again), (again, said))
    ]
    return cite(
        "tension",
        f"“{said.span.text}” and “{again.span.text}” are told as the same: {rows[0]}, and {rows[1]}.",
        rows,
        [Told(document, said), Told(document, again)],
    )
