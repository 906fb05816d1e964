"""Tables in files of their own (.csv, .tsv): their rows as lines of text."""

from __future__ import annotations

import csv

from addup.documents.content import Content
from addup.documents.sheets import text_of_rows
from addup.errors import DocumentError

_MARKS = ",;\t|"


def read_delimited(text: str, *, name: str) -> Content:
    """Give the rows of a table; empty rows part tables, and what stands alone around them is a paragraph.

    What parts the cells is the mark that its first line has most of.

    Raises:
        DocumentError: the rows cannot be told apart.
    """
    first = text.lstrip().partition("\n")[0]
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=max(_MARKS, key=first.count)))
    except csv.Error as problem:
        raise DocumentError(f"{name} is a broken table: {problem}.") from None
    return Content(
        text_of_rows([{column: cell for column, cell in enumerate(row) if cell.strip()} for row in rows])
    )
