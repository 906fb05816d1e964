"""What the tables of a report say of its figures: of which row a cell is, and which total a column has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from addup.reading.tables import Role, Told, find_labelled, find_tables, told_in, without
from addup.records import Evidence, Reading
from addup.stretches import Stretches

_ADDED_UP = frozenset({"count", "money", "measure"})


@dataclass(frozen=True, slots=True)
class Total:
    """A cell that sums up others of its line, by places among the figures, and the word that says so."""

    whole: int
    parts: tuple[int, ...]
    evidence: Evidence


def table_cells(reading: Reading) -> dict[int, Told]:
    """Give the figures of a reading that are cells of tables, by their place among the figures."""
    places = {figure.span.start: place for place, figure in enumerate(reading.figures)}
    return {
        places[told.cell.span.start]: told
        for table in find_tables(reading.document.text)
        for told in told_in(table, reading.times)
        if told.cell.span.start in places
    }


def labelled_figures(reading: Reading) -> set[int]:
    """Give the figures that stand behind a label of their own, by their place in a reading."""
    labelled = find_labelled(text_around_tables(reading.document.text))
    lines = Stretches((line.start, line.end) for line in labelled)
    return {place for place, figure in enumerate(reading.figures) if lines.around(figure.span.start)}


def text_around_tables(text: str) -> str:
    """Give a text with blanks for its tables, whose heads are no names of places."""
    return without(text, find_tables(text))


def row_of(told: Told) -> str:
    """Name the kind that a cell is of, where its row or column is neither a place nor a time."""
    line = told.named(Role.CATEGORY)
    return line.span.text if line else ""


def totals_of(reading: Reading, cells: dict[int, Told]) -> Iterator[Total]:
    """Find the totals of columns and rows whose other cells all have a number that can be added up."""
    lines: dict[tuple[str, int], list[tuple[int, Told]]] = defaultdict(list)
    for place, told in cells.items():
        lines["column", told.head.span.start].append((place, told))
        lines["row", told.label.span.start].append((place, told))
    for (way, _), line in lines.items():
        across = [(place, told.label if way == "column" else told.head) for place, told in line]
        wholes = [(place, edge) for place, edge in across if edge.role is Role.TOTAL]
        parts = [place for place, edge in across if edge.role in (Role.PLACE, Role.CATEGORY, Role.TIME)]
        amounts = [reading.figures[place].amount for place, _ in across]
        alike = len({(amount.kind, amount.unit) for amount in amounts}) == 1
        if len(wholes) == 1 and len(parts) > 1 and alike and amounts[0].kind in _ADDED_UP:
            whole, edge = wholes[0]
            word = Evidence.within(reading.document, edge.span.start, edge.span.end)
            yield Total(whole, tuple(parts), word)
