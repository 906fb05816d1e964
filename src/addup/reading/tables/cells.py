"""The figures of tables: each cell with a number, read as the phrase that its head and its label make of it.

What stands at the edges is all that a cell knows: its day and place come from head and label, never from the
sentences around the table.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from addup.reading.tables.phrases import Measure, Phrase, measure_of, phrase_of
from addup.reading.tables.roles import Line, Role, edges_of
from addup.reading.tables.shape import Cell, Table
from addup.records import Coverage, Document, Figure, Period, Reading, Skipped, Span, Time

_BETWEEN = ".\n\n"


@dataclass(frozen=True, slots=True)
class Told:
    """A cell with a number, and what its head and its label say of it.

    `row` is the stretch of its row, `head` and `label` the lines that cross in it.
    """

    cell: Cell
    row: tuple[int, int]
    measure: Measure
    head: Line
    label: Line

    def named(self, role: Role) -> Line | None:
        """Give the one of its lines that has a role."""
        return next((line for line in (self.label, self.head) if line.role is role), None)


def read_cells(reading: Reading, tables: Sequence[Table], read: Callable[[Document], Reading]) -> Reading:
    """Add the figures, times and numbers of tables to the reading of the text around them.

    `read` reads any document; the phrases of the cells, and the words at the edges, are such documents.
    """
    edges = _Edges(reading.document, tables, read)
    told = [one for table in tables for one in told_in(table, edges.times)]
    figures, skipped = _figures(reading.document, told, read)
    skipped += edges.skipped
    coverage = reading.coverage
    figures = sorted([*reading.figures, *figures], key=lambda figure: figure.span.start)
    return replace(
        reading,
        figures=tuple(figures),
        times=tuple(sorted([*reading.times, *edges.times], key=lambda time: time.span.start)),
        coverage=Coverage(
            sum(not figure.amount.worded for figure in figures) + len(coverage.skipped) + len(skipped),
            sum(not figure.amount.worded for figure in figures),
            tuple(sorted([*coverage.skipped, *skipped], key=lambda one: one.span.start)),
        ),
    )


class _Edges:
    """Heads and labels of tables, read for the times and numbers in them."""

    def __init__(
        self, document: Document, tables: Sequence[Table], read: Callable[[Document], Reading]
    ) -> None:
        cells = [cell for table in tables for cell in (*table.heads, *(row[0] for row in table.rows))]
        phrase = Phrase()
        for cell in cells:
            phrase.add(cell.span)
            phrase.add(_BETWEEN)
        found = read(replace(document, text=phrase.words))
        self.times = [
            replace(time, span=span)
            for time in found.times
            if (span := _origin(document.text, phrase, time.span)) is not None
        ]
        self.skipped = [
            Skipped(span, why)
            for part, why in [
                *((one.span, one.why) for one in found.coverage.skipped),
                *((figure.amount.number, "label") for figure in found.figures if not figure.amount.worded),
            ]
            if (span := _origin(document.text, phrase, part)) is not None
        ]


def told_in(table: Table, times: Iterable[Time]) -> Iterator[Told]:
    """Give the cells of a table that hold a number and measure something; `times` are those of its text."""
    edges = edges_of(table, {time.span.start: time for time in times})
    for row, label in zip(table.rows, edges.rows, strict=True):
        stretch = (row[0].span.start, row[-1].span.end)
        for cell, head in zip(row[1:], edges.columns, strict=True):
            lines = (head, label)
            measures = [line for line in lines if line.role is Role.MEASURE and line.span.text]
            if not cell.is_number or len(measures) != 1 or head.role is Role.RANK:
                continue
            yield Told(cell, stretch, measure_of(measures[0].span), head, label)


def _figures(
    document: Document, told: Sequence[Told], read: Callable[[Document], Reading]
) -> tuple[list[Figure], list[Skipped]]:
    """Read all cells as one document of phrases, and bring back what is found of each."""
    whole, starts, phrases = "", [], []
    for one in told:
        category = one.named(Role.CATEGORY)
        phrase = phrase_of(one.cell.span, one.measure, category.span if category else None)
        starts.append(len(whole))
        phrases.append(phrase)
        whole += phrase.words + _BETWEEN
    found = read(replace(document, text=whole)) if told else None
    figures: dict[int, Figure] = {}
    for figure in found.figures if found else ():
        index = bisect_right(starts, figure.amount.number.start) - 1
        number = _moved(figure.amount.number, -starts[index])
        one, phrase = told[index], phrases[index]
        origin = _number(document.text, phrase, number, one.cell)
        if origin is not None and index not in figures:
            figures[index] = _figure(figure, one, origin)
    missed = [one.cell.span for index, one in enumerate(told) if index not in figures]
    return list(figures.values()), [Skipped(span, "not understood") for span in missed]


def _figure(figure: Figure, told: Told, number: Span) -> Figure:
    """Give what was read of a phrase as the figure of its cell."""
    span, when, where = told.cell.span, told.named(Role.TIME), told.named(Role.PLACE)
    hedge = figure.amount.hedge
    return replace(
        figure,
        id=str(number.start),
        span=span,
        amount=replace(
            figure.amount, span=span, number=number, hedge=hedge if hedge and hedge in span.text else None
        ),
        period=when.time.period if when and when.time else Period(),
        time=when.span if when else None,
        place=where.span.text if where else None,
        source=None,
        sentence=told.row,
    )


def _number(text: str, phrase: Phrase, number: Span, cell: Cell) -> Span | None:
    """Give where the number of a phrase stands in its cell; the scale may come from the head."""
    found = phrase.origin(number.start, number.start + 1)
    if found is None or found[0] < cell.span.start:
        return None
    start, end = found[0], min(found[0] + len(number.text), cell.span.end)
    return Span(text[start:end], start, end)


def _moved(span: Span, by: int) -> Span:
    return Span(span.text, span.start + by, span.end + by)


def _origin(text: str, phrase: Phrase, span: Span) -> Span | None:
    found = phrase.origin(span.start, span.end)
    return None if found is None else Span(text[found[0] : found[1]], *found)
