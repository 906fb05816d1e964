"""Tables in files of their own (.csv, .tsv): their rows as lines of text."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from addup.documents.content import Content
from addup.documents.sheets import Row, text_of_rows
from addup.errors import DocumentError

_MARKS = ",;\t|"


def read_delimited(text: str, *, name: str) -> Content:
    """Give the rows of a table; empty rows part tables, and what stands alone around them is a paragraph.

    Raises:
        DocumentError: the rows cannot be told apart.
    """
    return Content(text_of_rows(rows_of_delimited(text, name=name)))


def rows_of_delimited(text: str, *, name: str) -> list[Row]:
    """Give the rows of a table; what parts the cells is the mark that its first line has most of.

    Raises:
        DocumentError: the rows cannot be told apart.
    """
    first = text.lstrip().partition("\n")[0]
    mark = max(_MARKS, key=first.count)
    try:
        numbered = list(_rows(text, mark))
    except csv.Error as problem:
        raise DocumentError(f"{name} is a broken table: {problem}.") from None
    wide = max((len(row) for _, row in numbered), default=0)
    for line, row in numbered:
        if any(_has_taken(cell, mark, wide) for cell in row):
            raise DocumentError(
                f"{name}: line {line}: a quotation mark is opened and not closed, so that the rows behind it "
                "would be lost; close it, or write it twice where it belongs to the text."
            )
    return [{column: cell for column, cell in enumerate(row) if cell.strip()} for _, row in numbered]


def _rows(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of a table, each with the number of its first line."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=mark)
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def _has_taken(cell: str, mark: str, wide: int) -> bool:
    """Tell whether a cell holds rows of the table as its lines.

    They have as many cells as the others, and unlike a note of several lines no blank behind what parts them.
    """
    for line in cell.splitlines()[1:]:
        inside = next(csv.reader([line], delimiter=mark), [])
        if len(inside) == wide > 2 and not any(one.startswith(" ") for one in inside):
            return True
    return False
