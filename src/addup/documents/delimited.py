"""Tables in files of their own (.csv, .tsv): their rows as lines of text."""

from __future__ import annotations

import csv

from addup.documents.content import Content
from addup.documents.rows import row_of_cells
from addup.errors import DocumentError

_MARKS = ",;\t|"


def read_delimited(text: str, *, name: str) -> Content:
    """Give the rows of a table, each with as many cells as the longest; empty rows part tables.

    What parts the cells is the mark that its first line has most of.

    Raises:
        DocumentError: the rows cannot be told apart.
    """
    first = text.lstrip().partition("\n")[0]
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=max(_MARKS, key=first.count)))
    except csv.Error as problem:
        raise DocumentError(f"{name} is a broken table: {problem}.") from None
    width = max(map(len, rows), default=0)
    return Content(
        "\n".join(row_of_cells([*row, *[""] * (width - len(row))]) if any(row) else "" for row in rows)
    )
