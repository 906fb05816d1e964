"""Ages and years held against each other: who is 76 this year was not born in 1958."""

from __future__ import annotations

from collections.abc import Iterator

from addup.grouping.arithmetic.days.lifetimes import Began, Lifetime, evidence_of, lifetimes
from addup.records import Finding, Grouping

_SLACK = 2
"""So many years nobody counts: of a birthday to come, of a year that had begun."""


def lifetime_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the ages that no year told of the same person or thing bears out."""
    for reading in grouping.readings:
        for lifetime in lifetimes(reading):
            if not any(_gap(*pair) <= _SLACK for pair in lifetime.rivals):
                yield _told(lifetime, reading.document.id)


def _gap(one: Began, other: Began) -> int:
    return max(0, one.first - other.last, other.first - one.last)


def _told(lifetime: Lifetime, document: str) -> Finding:
    one, other = lifetime.one, lifetime.other
    cited = sorted(
        {*evidence_of(document, one), *evidence_of(document, other)}, key=lambda piece: piece.start
    )
    figures = [began.figure for began in (one, other) if began.figure is not None]
    return Finding(
        kind="tension",
        text=f"{one.words} makes the beginning {_years(one)}, but {other.words} makes it {_years(other)}.",
        rows=(f"{one.words}: {_years(one)}", f"{other.words}: {_years(other)}"),
        series=tuple(dict.fromkeys(figure.series for figure in figures if figure.series)),
        reports=tuple(figure.id for figure in figures),
        evidence=tuple(cited),
    )


def _years(began: Began) -> str:
    return str(began.first) if began.first == began.last else f"{began.first} or {began.last}"
