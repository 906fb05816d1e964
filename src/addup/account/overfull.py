"""Parts of which there are more than of their whole, as tensions: which number is the whole was supposed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.result import plain
from addup.account.wording import number
from addup.grouping.overfull import Overfull, overfull
from addup.records import Evidence, Figure, Finding, Grouping
from addup.words import amount_meaning


def overfull_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the parts of the reports that are more than their whole."""
    for found in overfull(grouping):
        yield _finding(found)


def _finding(found: Overfull) -> Finding:
    """Tell how many too many the parts are at the least."""
    least = sum(
        (amount_meaning(part.amount).charitable.low or Fraction(0) for part in found.parts), Fraction(0)
    )
    most = amount_meaning(found.whole.amount).charitable.high or Fraction(0)
    unit = found.whole.amount.unit
    gap = least - most
    figures = (*found.parts, found.whole)
    parts = " and ".join(map(_quoted, found.parts))
    too = "too much" if unit else "too many"
    return Finding(
        kind="tension",
        text=f"{parts} as part of {_quoted(found.whole)}: {number(gap, unit)} {too}.",
        rows=(f"at least {number(least, unit)} of at most {number(most, unit)}",),
        series=tuple(dict.fromkeys(figure.series for figure in figures if figure.series)),
        reports=tuple(figure.id for figure in figures),
        gap=plain(gap),
        evidence=tuple(Evidence.of(found.reading.document.id, figure.span) for figure in figures),
    )


def _quoted(figure: Figure) -> str:
    by = f" ({figure.said_by})" if figure.said_by else ""
    return f"“{figure.span.text}”{by}"
