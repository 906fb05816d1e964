"""How a finding is told: its sentence, its arithmetic, and the sentences of the report that it rests on.

An account names its reports by ids, which mean nothing to a reader of one text. Here they become the
sources, and what a figure says is quoted rather than said again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from addup.records import Evidence, Figure, Finding, Grouping, Member, Reading
from addup.report import words


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that a finding rests on, within their sentence.

    `who` says them, where the words do not tell themselves; `figure` is the place of the figure in them.
    """

    who: str | None
    before: str
    words: str
    after: str
    figure: int | None


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding in the words of its report."""

    finding: Finding
    text: str
    rows: tuple[str, ...]
    quotes: tuple[Quote, ...]


def tell(finding: Finding, reading: Reading, grouping: Grouping, *, place: str = "") -> Telling:
    """Tell a finding. `place` is known from the heading above it and need not be said again."""
    names = {
        name: words.source(member.figure)
        for series in grouping.series
        for member in series.members
        for name in ids(member)
    }
    text = _short(_named(finding.text, names), place)
    rows = [_short(_named(row, names), place) for row in finding.rows if not _repeats_figure(row, names)]
    bare = [_without_opening(row, text) for row in rows if row.rstrip(".") not in text]
    return Telling(finding, text, tuple(bare), tuple(_quotes(finding, reading)))


def ids(member: Member) -> tuple[str, str]:
    """Give the ids that a figure may have as a report of an account: its own, or with its document."""
    return member.figure.id, f"{member.document}:{member.figure.id}"


def _named(text: str, names: Mapping[str, str]) -> str:
    """Put sources in the place of ids: "at least 31 (132)" becomes "at least 31 (the coast guard)"."""
    return re.sub(r"\(([^()]+)\)", lambda found: f"({names.get(found[1], found[1])})", words.plain(text))


def _repeats_figure(row: str, names: Mapping[str, str]) -> bool:
    """Whether a row only says what one figure says: its sentence is quoted anyway."""
    return any(row.startswith(f"{name}: ") for name in names)


def _short(text: str, place: str) -> str:
    """Leave out the place that stands in the heading, and the name of what is not a figure."""
    text = re.sub(r"^trend-\d+: ", "", text)
    return text.replace(f", {place}", "") if place else text


def _without_opening(row: str, text: str) -> str:
    """Leave out what the sentence above has just named: "killed, on 3 May: at least 4 − 1 = 3"."""
    name, colon, rest = row.partition(": ")
    return rest if colon and text.startswith(f"{name}: ") else row


def _quotes(finding: Finding, reading: Reading) -> list[Quote]:
    """Quote the evidence of a finding, or else its figures. Words quoted already are not quoted again."""
    pieces = finding.evidence or tuple(
        Evidence(reading.document.id, figure.span.start, figure.span.end, figure.span.text)
        for figure in reading.figures
        if figure.id in finding.reports
    )
    return [_quote(piece, reading) for piece in dict.fromkeys(pieces)]


def _quote(evidence: Evidence, reading: Reading) -> Quote:
    if evidence.document != reading.document.id:
        return Quote(None, "", words.plain(evidence.text), "", None)
    text = reading.document.text
    first, last = _sentence(evidence, reading)
    inside = (index for index, figure in enumerate(reading.figures) if _holds(evidence, figure))
    who = _speaker(evidence, reading)
    if who and who.casefold() in words.plain(text[first:last]).casefold():
        who = None
    return Quote(
        who,
        text[first : evidence.start].lstrip(),
        text[evidence.start : evidence.end],
        text[evidence.end : last].rstrip(),
        next(inside, None),
    )


def _sentence(evidence: Evidence, reading: Reading) -> tuple[int, int]:
    """Give the sentence around evidence: that of a figure in it, else as far as full stops and lines tell."""
    for figure in reading.figures:
        first, last = figure.sentence
        if first <= evidence.start and evidence.end <= last:
            return first, last
    text = reading.document.text
    starts = [found.end() for found in re.finditer(r"[.!?][”\"’)]*\s+|\n", text[: evidence.start])]
    end = re.compile(r"[.!?][”\"’)]*(?=\s|$)|\n|$").search(text, evidence.end)
    return (starts[-1] if starts else 0), (end.end() if end else len(text))


def _holds(evidence: Evidence, figure: Figure) -> bool:
    return evidence.start <= figure.span.start and figure.span.end <= evidence.end


def _speaker(evidence: Evidence, reading: Reading) -> str | None:
    """Name who is credited with what stands there: with the figure, or else with the content."""
    for figure in reading.figures:
        if _holds(evidence, figure) and figure.source:
            return words.source(figure)
    for attribution in reading.attributions:
        if any(start < evidence.end and evidence.start < end for start, end in attribution.content):
            pieces = [reading.document.text[start:end] for start, end in attribution.source]
            return words.plain(attribution.speaker or " ".join(pieces)) or None
    return None
