"""How a finding is told: its sentence, its arithmetic, and the sentences of the report that it rests on.

An account names its reports by ids, which mean nothing to a reader of one text. Here they become the
sources, and what a figure says is quoted rather than said again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from addup.records import Evidence, Figure, Finding, Grouping, Member, Reading
from addup.report import words

_FORMULA = re.compile(r" [+=≤≥<>] .*,|,.* [+=≤≥<>] ")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence. `rests` says that the finding rests on them; `figure` is the figure in them."""

    text: str
    rests: bool = False
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that a finding rests on. `who` says it, where its words do not tell themselves.

    `document` is the id of the report that it stands in.
    """

    who: str | None
    parts: tuple[Part, ...]
    document: str

    @property
    def text(self) -> str:
        """The sentence on one line."""
        return words.plain("".join(part.text for part in self.parts))


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding in the words of its report."""

    finding: Finding
    text: str
    rows: tuple[str, ...]
    quotes: tuple[Quote, ...]


def tell(
    finding: Finding, reading: Reading, grouping: Grouping, *, shorten: Callable[[str], str] = str
) -> Telling:
    """Tell a finding. `shorten` leaves out what the heading above it has told."""
    names = {
        name: words.source(member.figure)
        for series in grouping.series
        for member in series.members
        for name in ids(member)
    }
    return _told(finding, (reading,), names, shorten)


def tell_across(finding: Finding, readings: Sequence[Reading]) -> Telling:
    """Tell a finding that rests on several reports; `readings` are all of those."""
    return _told(finding, readings, _sources(readings), str)


def tell_beside(finding: Finding, reading: Reading, readings: Sequence[Reading]) -> Telling:
    """Tell a finding beside the text of one of its reports: what the others say is not to be seen there."""
    own, names = _sources([reading]), _sources(readings)
    elsewhere = [row for row in finding.rows if _repeats_figure(row, names) and not _repeats_figure(row, own)]
    told = tell_across(finding, readings)
    return replace(told, rows=(*arithmetic(replace(finding, rows=tuple(elsewhere)), readings), *told.rows))


def arithmetic(finding: Finding, readings: Sequence[Reading]) -> list[str]:
    """Give every row of a finding's arithmetic, also those that its sentences tell."""
    names = _sources(readings)
    rows = []
    for row in finding.rows:
        id, colon, rest = row.partition(": ")
        told = _set_off(_bare(_named(rest if colon and id in names else row, names)), finding.series)
        rows.append(words.capital(told))
    return rows


def _sources(readings: Sequence[Reading]) -> dict[str, str]:
    """Name the sources of figures by the ids that these may have."""
    return {
        name: words.source(figure)
        for reading in readings
        for figure in reading.figures
        for name in ids(Member(reading.document.id, figure))
    }


def _told(
    finding: Finding, readings: Sequence[Reading], names: Mapping[str, str], shorten: Callable[[str], str]
) -> Telling:
    text = _set_off(_bare(shorten(_named(finding.text, names))), finding.series)
    rows = [
        _set_off(_bare(shorten(_named(row, names))), finding.series)
        for row in finding.rows
        if not _repeats_figure(row, names)
    ]
    bare = [_without_opening(row, text) for row in rows if row.rstrip(".") not in text]
    return Telling(finding, words.capital(text), tuple(bare), tuple(_quotes(finding, readings)))


def ids(member: Member) -> tuple[str, str]:
    """Give the ids that a figure may have as a report of an account: its own, or with its document."""
    return member.figure.id, f"{member.document}:{member.figure.id}"


def _named(text: str, names: Mapping[str, str]) -> str:
    """Put sources in the place of ids: "at least 31 (132)" becomes "at least 31 (the coast guard)".

    What the report says itself needs no name.
    """

    def source(found: re.Match[str]) -> str:
        name = names.get(found[1], found[1])
        return "" if name == words.ITSELF else f" ({name})"

    return re.sub(r" ?\(([^()]+)\)", source, words.days(words.plain(text)))


def _set_off(text: str, series: Sequence[str]) -> str:
    """Set quotation marks around names with a comma in a formula: “killed, Oslo” + “killed, Bergen”.

    A name that only begins a sentence or stands in one without a formula is plain enough.
    """
    if not _FORMULA.search(text):
        return text
    longest_first = sorted({words.plain(name) for name in series}, key=len, reverse=True)
    names = "|".join(map(re.escape, longest_first))
    if not names:
        return text
    return re.sub(rf"(?<![\w“])(?:{names})(?![\w”])", lambda name: _quoted(name[0]), text)


def _quoted(name: str) -> str:
    return f"“{name}”" if ", " in name else name


def _repeats_figure(row: str, names: Mapping[str, str]) -> bool:
    """Whether a row only says what one figure says: its sentence is quoted anyway."""
    return any(row.startswith(f"{name}: ") for name in names)


def _bare(text: str) -> str:
    """Leave out the id of a claim, which is no figure of the report."""
    return re.sub(r"^trend-\d+: ", "", text)


def _without_opening(row: str, text: str) -> str:
    """Leave out what the sentence above has just named: "killed, on 3 May: at least 4 − 1 = 3"."""
    name, colon, rest = row.partition(": ")
    return rest if colon and text.startswith(f"{name}: ") else row


def _quotes(finding: Finding, readings: Sequence[Reading]) -> list[Quote]:
    """Quote the sentences of a finding's evidence, or else of its figures, each sentence once."""
    by_id = {reading.document.id: reading for reading in readings}
    pieces = finding.evidence or tuple(
        Evidence.of(reading.document.id, figure.span)
        for reading in readings
        for figure in reading.figures
        if figure.id in finding.reports
    )
    sentences: dict[tuple[str, int, int], list[Evidence]] = {}
    others = []
    for piece in dict.fromkeys(pieces):
        if piece.document in by_id:
            ends = _sentence(piece, by_id[piece.document])
            sentences.setdefault((piece.document, *ends), []).append(piece)
        else:
            others.append(Quote(None, (Part(words.plain(piece.text), rests=True),), piece.document))
    told = [_quote(first, last, found, by_id[id]) for (id, first, last), found in sentences.items()]
    return [*told, *others]


def _quote(first: int, last: int, pieces: list[Evidence], reading: Reading) -> Quote:
    """Cut a sentence around the words that matter. Of words that overlap the first count."""
    text, place, parts = reading.document.text, first, []
    for piece in sorted(pieces, key=lambda piece: (piece.start, piece.end)):
        if piece.start >= place:
            held = [index for index, figure in enumerate(reading.figures) if _holds(piece, figure)]
            parts += [Part(text[place : piece.start])]
            parts += [Part(text[piece.start : piece.end], rests=True, figure=next(iter(held), None))]
            place = piece.end
    parts.append(Part(text[place:last]))
    speakers = {_speaker(piece, reading) for piece in pieces}
    who = speakers.pop() if len(speakers) == 1 else None
    told = who is None or who.casefold() in words.plain(text[first:last]).casefold()
    kept = tuple(part for part in parts if part.text)
    return Quote(None if told else who, kept, reading.document.id)


def _sentence(evidence: Evidence, reading: Reading) -> tuple[int, int]:
    """Give the sentence around evidence: that of a figure in it, else as far as full stops and lines tell."""
    for figure in reading.figures:
        first, last = figure.sentence
        if first <= evidence.start and evidence.end <= last:
            return figure.sentence
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
            return words.speaker(attribution.speaker or " ".join(pieces))
    return None
