"""Findings of figures that their words hold together, no account: what they cite, by how much they miss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from addup.account.result import plain
from addup.records import Evidence, Figure, Finding, FindingKind
from addup.words import Interval, amount_meaning


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the id of the document that it stands in."""

    document: str
    figure: Figure

    @property
    def meant(self) -> Interval:
        """The widest interval that the words of the figure allow."""
        return amount_meaning(self.figure.amount).charitable


def quoted(told: Told) -> str:
    """Quote a figure, with who said it."""
    by = f" ({told.figure.said_by})" if told.figure.said_by else ""
    return f"“{told.figure.span.text}”{by}"


def clash(
    kind: FindingKind,
    text: str,
    rows: Sequence[str],
    told: Sequence[Told],
    gap: Fraction | int,
    *,
    beside: Sequence[Evidence] = (),
) -> Finding:
    """Tell that some figures cannot all be right, with the arithmetic and every figure it rests on.

    `beside` are other words that it rests on: days, verbs.
    """
    ordered = sorted(told, key=lambda one: (one.document, one.figure.span.start))
    return Finding(
        kind=kind,
        text=text,
        rows=tuple(rows),
        series=tuple(dict.fromkeys(one.figure.series for one in ordered if one.figure.series)),
        reports=tuple(dict.fromkeys(one.figure.id for one in ordered)),
        gap=plain(Fraction(gap)),
        evidence=tuple(
            dict.fromkeys([*(Evidence.of(one.document, one.figure.span) for one in ordered), *beside])
        ),
    )
