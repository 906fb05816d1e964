"""Findings of figures that their words hold together, no account: what they cite, by how much they miss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from addup.account.result import plain
from addup.records import Evidence, Figure, Finding, FindingKind
from addup.words import Interval, amount_meaning

_FAR = 5


def are_far(one: Fraction | None, other: Fraction | None, *, times: int = _FAR) -> bool:
    """Tell whether one amount is so many times another that they are hardly of one thing.

    What reports get wrong is off by half, or doubled; where figures were matched by their words alone, more
    than that says that they were matched wrongly.
    """
    return bool(one and other) and max(one or 0, other or 0) > times * min(one or 0, other or 0)


_FEW = 5


def falls_little(had: Fraction, has: Fraction) -> bool:
    """Tell whether a count came down by no more than a few, or by a fifth: of the injured some die."""
    gap = had - has
    return gap <= _FEW or 5 * gap <= had


class Cited(Protocol):
    """A figure, and the id of the document that it stands in."""

    @property
    def document(self) -> str:
        """The id."""

    @property
    def figure(self) -> Figure:
        """The figure."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the id of the document that it stands in."""

    document: str
    figure: Figure


def meant(figure: Figure) -> Interval:
    """Give the widest interval that the words of a figure allow."""
    return amount_meaning(figure.amount).charitable


def quoted(figure: Figure) -> str:
    """Quote a figure, with who said it."""
    by = f" ({figure.said_by})" if figure.said_by else ""
    return f"“{figure.span.text}”{by}"


def cite(
    kind: FindingKind, text: str, rows: Sequence[str], told: Sequence[Cited], gap: Fraction | None = None
) -> Finding:
    """Tell something of some figures, which are cited in the order given."""
    return Finding(
        kind=kind,
        text=text,
        rows=tuple(rows),
        series=tuple(dict.fromkeys(one.figure.series for one in told if one.figure.series)),
        reports=tuple(one.figure.id for one in told),
        gap=None if gap is None else plain(gap),
        evidence=tuple(Evidence.of(one.document, one.figure.span) for one in told),
    )


def clash(
    kind: FindingKind,
    text: str,
    rows: Sequence[str],
    told: Sequence[Cited],
    gap: Fraction | int,
    *,
    beside: Sequence[Evidence] = (),
) -> Finding:
    """Tell that some figures cannot all be right, with the arithmetic and every figure it rests on.

    `beside` are other words that it rests on: days, verbs.
    """
    ordered = sorted(told, key=lambda one: (one.document, one.figure.span.start))
    found = cite(kind, text, rows, ordered, Fraction(gap))
    return replace(
        found,
        reports=tuple(dict.fromkeys(found.reports)),
        evidence=tuple(dict.fromkeys(found.evidence)),
    )
