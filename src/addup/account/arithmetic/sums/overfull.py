"""Parts of which there are more than of their whole, as tensions: which number is the whole was supposed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic.clashing import Told, are_far, cite, meant, quoted
from addup.account.language.wording import number
from addup.grouping.arithmetic.sums.overfull import Overfull, overfull
from addup.records import Finding, Grouping

_MOST_TIMES = 8
"""What is more times its whole than this is no part of it."""


def overfull_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the parts of the reports that are more than their whole."""
    for found in overfull(grouping):
        if not are_far(_least(found), meant(found.whole).high, times=_MOST_TIMES):
            yield _finding(found)


def _least(found: Overfull) -> Fraction:
    return sum((meant(part).low or Fraction(0) for part in found.parts), Fraction(0))


def _finding(found: Overfull) -> Finding:
    """Tell how many too many the parts are at the least."""
    least = _least(found)
    most = meant(found.whole).high or Fraction(0)
    unit = found.whole.amount.unit
    gap = least - most
    figures = (*found.parts, found.whole)
    parts = " and ".join(map(quoted, found.parts))
    too = "too much" if unit else "too many"
    return cite(
        "tension",
        f"{parts} as part of {quoted(found.whole)}: {number(gap, unit)} {too}.",
        [f"at least {number(least, unit)} of at most {number(most, unit)}"],
        [Told(found.reading.document.id, figure) for figure in figures],
        gap,
    )
