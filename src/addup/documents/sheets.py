"""The rows of tables that are files of their own, as text: lines above and below them, and the tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from addup.documents.content import Content
from addup.documents.rows import row_of_cells
from addup.documents.source import too_large
from addup.errors import DocumentError

Row = Mapping[int, str]
"""The cells of a row that hold something, by their columns."""

MOST_CELLS = 2_000_000
_NUMBER = re.compile(r"[-+(]?\W?[\d.,\s]+%?\)?")
# What programs call a sheet that nobody named, in the languages that they are sold in.
_UNNAMED = re.compile(
    r"(?:sheet|tabelle|feuil|feuille|hoja|foglio|blad|ark|planilha|arkusz|list|лист)\s*_?\d+", re.I
)


def text_of_rows(rows: Sequence[Row]) -> str:
    """Give rows as text, in which an empty row parts tables.

    A table has as many cells in each row as it has columns with something in them. What stands alone in its
    row above or below a table (a title, a note) is a paragraph.
    """
    units: list[str] = []
    table: list[Row] = []
    for row in [*rows, {}]:
        if row:
            table.append(row)
        elif table:
            units += _units(table)
            table = []
    return "\n\n".join(units)


def sheets_as_content(sheets: Sequence[tuple[str, Sequence[Row]]], *, name: str) -> Content:
    """Give the sheets of a file, one below the other, each under the name that somebody gave it.

    Raises:
        DocumentError: no cell holds anything, or there are too many.
    """
    filled = [(title, rows) for title, rows in sheets if any(rows)]
    if not filled:
        raise DocumentError(f"{name} holds no text: all its cells are empty.")
    texts = []
    for title, rows in filled:
        if len(rows) * len({column for row in rows for column in row}) > MOST_CELLS:
            raise too_large(name)
        is_named = len(filled) > 1 and not _UNNAMED.fullmatch(title)
        texts.append(f"{title}\n\n{text_of_rows(rows)}" if is_named else text_of_rows(rows))
    return Content("\n\n".join(texts))


def _units(table: Sequence[Row]) -> list[str]:
    """Give one table as its paragraphs before, itself, and its paragraphs after."""
    wide = [place for place, row in enumerate(table) if len(row) > 1]
    if wide:
        begin, end = wide[0], wide[-1] + 1
    else:  # a list of numbers under a word is a table of one column, anything else are lines
        begin, end = (0, len(table)) if any(_is_number(row) for row in table) else (0, 0)
    columns = sorted({column for row in table[begin:end] for column in row})
    grid = "\n".join(row_of_cells(row.get(column, "") for column in columns) for row in table[begin:end])
    return [*map(_alone, table[:begin]), *([grid] if grid else []), *map(_alone, table[end:])]


def _alone(row: Row) -> str:
    return " ".join(next(iter(row.values())).split())


def _is_number(row: Row) -> bool:
    return _NUMBER.fullmatch(next(iter(row.values())).strip()) is not None
