"""Counts of one thing by two who cannot both be right, as findings of what is disputed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addup.account.arithmetic.clashing import cite, meant
from addup.account.language.wording import number, period
from addup.grouping.arithmetic.rivals.counts import Count, rival_counts
from addup.records import Finding, Grouping


def rival_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the things of which two tell two numbers, once for every two numbers."""
    seen: set[tuple[object, ...]] = set()
    for pair in rival_counts(grouping):
        one, other = sorted(pair, key=_order)
        key = (one.noun, *sorted((one.figure.amount.low or 0, other.figure.amount.low or 0)))
        if key not in seen:
            seen.add(key)
            yield _finding(one, other)


def _order(told: Count) -> tuple[date, str, int]:
    document = told.reading.document
    return document.published or date.max, document.id, told.figure.span.start


def _finding(one: Count, other: Count) -> Finding:
    first, second = (meant(told.figure) for told in (one, other))
    low, high = (first, second) if first.below(second) else (second, first)
    gap = (high.low or 0) - (low.high or 0)
    unit = one.figure.amount.unit
    assert one.days.first is not None
    assert one.days.last is not None
    when = period(one.days.first.toordinal(), one.days.last.toordinal())
    said = tuple(_said(told) for told in (one, other))
    return cite(
        "disputed",
        f"Told of one thing {when}: {' and '.join(said)}, apart by {number(gap, unit)}.",
        said,
        (one, other),
    )


def _said(told: Count) -> str:
    """Quote a count with who tells it: a source, or else the report."""
    figure = told.figure
    by = figure.said_by or told.reading.document.outlet
    return f"“{figure.span.text}” ({by})" if by else f"“{figure.span.text}”"
