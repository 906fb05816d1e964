"""The text of a document cut up so that every figure can be marked where it stands.

Nothing of the text is added, lost or moved: the pieces put together are the text. Figures may overlap or lie
within each other; a piece knows all that cover it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from addup.documents.layout import BULLETS
from addup.reading.tables import Table, find_tables
from addup.records import Coverage, Figure

_LABEL = r"[^:\n]{2,70}:[^\S\n]"
_BY_LINES = re.compile(
    rf"^[^\S\n]*[-–—{BULLETS}+]\s|\w[^\S\n]*(?:\||\t)|^{_LABEL}[^\n]+\n{_LABEL}", re.MULTILINE
)
_REST_OF_LINE = re.compile(r"[^\r\n]*(?:[^\S\r\n]*(?:\r\n|\n|\r))*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the text; `number` says that they are the number of the figure marked there."""

    text: str
    number: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces marked as one: by the figures that cover them (the shortest first), or as a skipped number.

    Figures and skipped numbers are given by their places in the reading. `begins` lists the figures of
    which this is the first run.
    """

    pieces: tuple[Piece, ...]
    figures: tuple[int, ...]
    skipped: int | None
    begins: tuple[int, ...]

    @property
    def text(self) -> str:
        """The words of all pieces."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a row: a cell, or the bars, blanks and line ends between two, which need not be seen."""

    runs: tuple[Run, ...]
    is_cell: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells, each with what stands before it, the last one also with what ends it.

    `numbers` lists the columns that hold numbers.
    """

    cells: tuple[tuple[Slot, ...], ...]
    is_head: bool
    numbers: frozenset[int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a table, which has `rows`.

    `by_lines` says that its lines, rows of a table or items of a list, are kept apart.
    """

    runs: tuple[Run, ...]
    by_lines: bool
    rows: tuple[Row, ...] = ()


def mark(text: str, figures: Sequence[Figure], coverage: Coverage) -> tuple[Paragraph, ...]:
    """Cut a text into paragraphs of runs. Offsets beyond the text are cut off at its end."""
    spans = Offsets([(figure.span.start, figure.span.end) for figure in figures])
    numbers = Offsets([(figure.amount.number.start, figure.amount.number.end) for figure in figures])
    left_out = Offsets([(skipped.span.start, skipped.span.end) for skipped in coverage.skipped])
    seen: set[int] = set()

    def runs(start: int, end: int) -> tuple[Run, ...]:
        told, unread = spans.touching(start, end), left_out.touching(start, end)
        cuts = _cuts(start, end, [*told.values(), *numbers.touching(start, end).values(), *unread.values()])
        return tuple(
            _run(text, list(group), figures=covering, skipped=skipped, numbers=numbers.all, seen=seen)
            for (covering, skipped), group in groupby(
                pairwise(cuts), key=lambda cut: _covering(cut, told, unread)
            )
        )

    paragraphs = []
    for start, end, table in _paragraphs(text):
        if table is None:
            paragraphs.append(Paragraph(runs(start, end), _BY_LINES.search(text, start, end) is not None))
            continue
        rows = tuple(_rows(table, start, end, runs))
        slots = (slot for row in rows for cell in row.cells for slot in cell)
        paragraphs.append(Paragraph(tuple(run for slot in slots for run in slot.runs), True, rows))
    return tuple(paragraphs)


class Offsets:
    """Stretches of a text, each with its place in a list; those near another one are found quickly."""

    def __init__(self, offsets: Sequence[tuple[int, int]]) -> None:
        self.all = offsets
        self._order = sorted(range(len(offsets)), key=lambda place: offsets[place])
        self._starts = [offsets[place][0] for place in self._order]
        self._longest = max((end - start for start, end in offsets), default=0)

    def touching(self, start: int, end: int) -> dict[int, tuple[int, int]]:
        """Give those that have a character within a stretch, or lie at one, by their places."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        near = sorted(self._order[first:last])
        return {place: self.all[place] for place in near if self.all[place][1] > start}


def _paragraphs(text: str) -> Iterator[tuple[int, int, Table | None]]:
    """Cut at blank lines, or at every line end of a text without blank lines; breaks end their paragraph.

    A table is a paragraph of its own, whatever line ends are in it.
    """
    line_end = r"\r\n|\n|\r"
    blank = re.compile(rf"(?:{line_end})(?:[^\S\r\n]*(?:{line_end}))+")
    breaks = list(blank.finditer(text.rstrip())) or list(re.finditer(line_end, text))
    tables = {_lines_of(text, table): table for table in find_tables(text)}
    ends = {found.end() for found in breaks if not any(start < found.end() < end for start, end in tables)}
    ends.update(place for lines in tables for place in lines)
    for start, end in pairwise(sorted({0, len(text)} | {end for end in ends if end < len(text)})):
        yield start, end, tables.get((start, end))


def _lines_of(text: str, table: Table) -> tuple[int, int]:
    """Give where the lines of a table begin and end, with the empty ones behind it."""
    start = max(text.rfind("\n", 0, table.start), text.rfind("\r", 0, table.start)) + 1
    end = _REST_OF_LINE.match(text, table.end)
    return start, end.end() if end else table.end


def _rows(table: Table, start: int, end: int, runs: Callable[[int, int], tuple[Run, ...]]) -> Iterator[Row]:
    """Cut a table into rows and cells, so that nothing of it is lost."""
    rows = [row for row in (table.heads, *table.rows) if row]
    numbers = frozenset(
        column
        for column in range(len(rows[0]))
        if 2 * sum(row[column].is_number for row in table.rows) >= len(table.rows)
    )
    at = start
    for place, row in enumerate(rows):
        cells: list[tuple[Slot, ...]] = []
        for cell in row:
            between = Slot(runs(at, cell.span.start), False)
            cells.append((between, Slot(runs(cell.span.start, cell.span.end), True)))
            at = cell.span.end
        if place == len(rows) - 1:
            cells[-1] = (*cells[-1], Slot(runs(at, end), False))
        yield Row(tuple(cells), is_head=place == 0 and bool(table.heads), numbers=numbers)


def _cuts(start: int, end: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    inside = {place for span in spans for place in span if start < place < end}
    return sorted({start, end} | inside)


def _covering(
    cut: tuple[int, int], spans: Mapping[int, tuple[int, int]], left_out: Mapping[int, tuple[int, int]]
) -> tuple[tuple[int, ...], int | None]:
    """Give the figures that cover a cut, the shortest first, or else the skipped number that does."""
    covering = [index for index, span in spans.items() if _within(cut, span)]
    covering.sort(key=lambda index: (spans[index][1] - spans[index][0], index))
    skipped = next((index for index, span in left_out.items() if _within(cut, span)), None)
    return tuple(covering), None if covering else skipped


def _within(cut: tuple[int, int], span: tuple[int, int]) -> bool:
    return span[0] <= cut[0] and cut[1] <= span[1]


def _run(
    text: str,
    cuts: Sequence[tuple[int, int]],
    *,
    figures: tuple[int, ...],
    skipped: int | None,
    numbers: Sequence[tuple[int, int]],
    seen: set[int],
) -> Run:
    begins = tuple(index for index in figures if index not in seen)
    seen.update(begins)
    pieces = (
        Piece(text[start:end], any(_within((start, end), numbers[index]) for index in figures))
        for start, end in cuts
    )
    return Run(tuple(pieces), figures, skipped, begins)
