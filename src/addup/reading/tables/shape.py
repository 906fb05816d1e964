"""Where a text holds tables, and what their rows and columns are.

A table is a run of lines with as many cells each, apart by bars (as Markdown and extracted pages have them),
tabs or wide gaps, of which some hold a number outside the first column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from addup.calendar_names import ANY_MONTH, ANY_WEEKDAY
from addup.records import Span

_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"[\s|+:=_-]*")  # the line below the heads: "|---|---:|"
_BARS = re.compile(r"\s*\|\s*")
_GAPS = re.compile(r"\s*\t\s*|\s{3,}")
_OPENS = re.compile(r"\s*(?:\|\s*)?")
_CLOSES = re.compile(r"\s*(?:\|\s*)?$")
# A cell that holds a number: with a sign, a hedge or a currency before it, and few words behind.
_NUMBER = re.compile(r"(?:[a-z]+ ){0,3}(?:[<>~≈+±−-]|[A-Z]{0,3}[$€£¥₹]|[A-Z]{3})?\s?\d\S*(?:\s\S+){0,3}")
_DATE = re.compile(f"{ANY_MONTH}|{ANY_WEEKDAY}", re.IGNORECASE)
_LEAST_ROWS, _LEAST_WIDTH = 2, 3  # a table with heads may be of one row, if it is wide


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words and their offsets, and whether they are a number."""

    span: Span
    is_number: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the heads of its columns, empty where it has none, and its rows, each with its label first."""

    start: int
    end: int
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def find_tables(text: str) -> tuple[Table, ...]:
    """Find the tables of a text, in its order."""
    if "|" not in text and "\t" not in text and "   " not in text:
        return ()
    return tuple(table for lines in _runs(text) if (table := _table(lines)) is not None)


class Stretch(Protocol):
    """A stretch of a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def without(text: str, stretches: Iterable[Stretch]) -> str:
    """Give a text with blanks in the place of its tables or some lines, so that all offsets stay."""
    for stretch in stretches:
        blank = re.sub(r"[^\n]", " ", text[stretch.start : stretch.end])
        text = f"{text[: stretch.start]}{blank}{text[stretch.end :]}"
    return text


def _runs(text: str) -> Iterator[list[tuple[Cell, ...]]]:
    """Give the cells of lines that follow each other and have as many cells."""
    run, end = 0, 0
    rows = []
    for line in _LINE.finditer(text):
        run += line.start() > end + 1  # an empty line ends a table
        end = line.end()
        if "-" not in line[0] or not _RULE.fullmatch(line[0]):
            rows.append((run, _cells(line)))
    for (_, count), lines in groupby(rows, key=lambda row: (row[0], len(row[1]))):
        if count > 1:
            yield [cells for _, cells in lines]


def _cells(line: re.Match[str]) -> tuple[Cell, ...]:
    """Give the cells of a line."""
    words = line[0]
    opens, closes = _OPENS.match(words), _CLOSES.search(words)
    start, end = opens.end() if opens else 0, closes.start() if closes else len(words)
    marks = _BARS if "|" in words[start:end] else _GAPS
    cells = []
    for gap in (*marks.finditer(words, start, end), None):
        until = gap.start() if gap else end
        span = Span(words[start:until], line.start() + start, line.start() + until)
        is_number = _NUMBER.fullmatch(span.text) is not None and not _DATE.search(span.text)
        cells.append(Cell(span, is_number))
        start = gap.end() if gap else end
    return tuple(cells)


def _table(lines: list[tuple[Cell, ...]]) -> Table | None:
    """Give the table that some lines make, None where they make none."""
    has_heads = not any(cell.is_number and not _is_year(cell) for cell in lines[0][1:])
    heads, rows = (lines[0], lines[1:]) if has_heads else ((), lines)
    numbers = [sum(cell.is_number for cell in row[1:]) for row in rows]
    is_large = len(rows) >= _LEAST_ROWS or (len(heads) >= _LEAST_WIDTH and rows)
    if not is_large or 2 * sum(map(bool, numbers)) < len(rows):
        return None
    if any(cell.is_number for cell, *_ in rows) and not has_heads:
        return None  # columns of numbers without a word tell nothing
    return Table(lines[0][0].span.start, lines[-1][-1].span.end, tuple(heads), tuple(rows))


def _is_year(cell: Cell) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", cell.span.text) is not None
