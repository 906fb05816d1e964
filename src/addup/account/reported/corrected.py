"""Findings over figures that people corrected, whose words are still those of the text and mislead alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from addup.account.language.wording import amount
from addup.records import Amount, Figure, Finding, Grouping, Place
from addup.words import Interval


def corrected_figures(grouping: Grouping) -> dict[Place, Figure]:
    """Give the figures whose amounts people corrected, by where they stand."""
    return {
        (reading.document.id, figure.span.start, figure.span.end): figure
        for reading in grouping.readings
        for figure in reading.figures
        if figure.corrected is not None
    }


def with_corrections(finding: Finding, corrected: Mapping[Place, Figure]) -> Finding:
    """Say behind the words of each corrected figure what it was corrected to, and by whom.

    Where a finding does not quote it, or quotes others in the same words, it says so in a row of its own.
    """
    for figure in _cited(finding, corrected):
        words, note = figure.span.text, f"by {figure.corrected}: {_said(figure.amount)}"
        plain = [one for one in finding.evidence if one.place not in corrected]
        text, rows = finding.text, finding.rows
        if words not in {one.text for one in plain}:
            text, *rest = (_noted(told, words, f"[corrected {note}]") for told in (text, *rows))
            rows = tuple(rest)
        if note not in text:
            rows = (*rows, f"“{words}” was corrected {note}")
        finding = replace(finding, text=text, rows=rows)
    return finding


def _cited(finding: Finding, corrected: Mapping[Place, Figure]) -> Iterator[Figure]:
    for place in dict.fromkeys(piece.place for piece in finding.evidence):
        if place in corrected:
            yield corrected[place]


def _noted(text: str, words: str, note: str) -> str:
    """Put a note behind words that are quoted, or with which a report of the account begins."""
    quoted = text.replace(f"“{words}”", f"“{words}” {note}")
    return quoted.replace(f": {words},", f": {words} {note},", 1)


def _said(said: Amount) -> str:
    """Write an amount: "35", "at least 60", "about 40", "€3 million"."""
    low, high = (None if end is None else Fraction(str(end)) for end in (said.low, said.high))
    hedge = "about " if said.bound == "about" else ""
    return f"{hedge}{amount(Interval(low, high), unit=said.unit)}"
