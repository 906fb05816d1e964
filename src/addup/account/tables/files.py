"""Table files: their columns, and their rows one after the other, so that a table may be of any size."""

from __future__ import annotations

import csv
import importlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, TextIO

from addup.errors import AccountError

ENDINGS = (".csv", ".tsv", ".parquet")
BATCH = 10_000
BLOCK = 2**20
_SAID = re.compile(r"sep=(.)\s*", re.IGNORECASE)
"""A first line by which Excel is told what parts the cells."""
_MARKS = {",": "commas", ";": "semicolons", "\t": "tabs"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, its rows whenever they are asked for, and the mark that parts its cells."""

    path: Path
    columns: list[str]
    rows: Callable[[], Iterator[Mapping[str, Any]]]
    delimiter: str | None = None


def is_table(path: str | Path) -> bool:
    """Whether a path names a table, by its ending: .csv, .tsv or .parquet."""
    return Path(path).suffix.lower() in ENDINGS


def about_rows(path: Path) -> int:
    """Estimate the rows of a table by its lines; 0 if it cannot be read, which `open_table` tells about."""
    try:
        if path.suffix.lower() == ".parquet":
            return int(_opened(path).metadata.num_rows)
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b""))
    except (OSError, AccountError):
        return 0


def open_table(path: Path) -> Table:
    """Open a CSV, TSV or Parquet file.

    Raises AccountError if it cannot be read.
    """
    if path.suffix.lower() == ".parquet":
        file = _opened(path)
        batches = file.iter_batches(batch_size=BATCH)
        rows = (row for batch in batches for row in batch.to_pylist())
        return Table(path, list(file.schema_arrow.names), lambda: rows)
    return _delimited(path)


def _delimited(path: Path) -> Table:
    with _text(path) as file:
        said, lines = _beginning(file)
        delimiter = said or _mark_of(path, next((line for line in lines if line.strip()), ""))
    with _text(path) as file:
        columns = next(_records(path, file, delimiter), (0, []))[1]
    if not columns:
        raise AccountError([f"{path}: the table is empty; its first line must name the columns"])

    def rows() -> Iterator[Mapping[str, Any]]:
        with _text(path) as file:
            records = _records(path, file, delimiter)
            next(records, None)
            for row, (line, cells) in enumerate(records, 1):
                if any(cell.strip() for cell in cells[len(columns) :]):
                    raise AccountError([_too_many(path, row, line, cells, columns, delimiter)])
                yield dict(zip(columns, cells, strict=False))

    return Table(path, columns, rows, delimiter)


@contextmanager
def _text(path: Path) -> Iterator[TextIO]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield file
    except OSError as error:
        raise AccountError([f"{path}: {error.strerror}"]) from None
    except UnicodeDecodeError:
        raise AccountError([f"{path}: the table is not UTF-8; save it as UTF-8"]) from None


def _beginning(file: TextIO) -> tuple[str | None, Iterator[str]]:
    """Give what the first line says that parts the cells, if it does, and the lines of the table."""
    first = next(file, "")
    said = _SAID.fullmatch(first)
    return (said[1], file) if said else (None, chain([first], file))


def _mark_of(path: Path, heading: str) -> str:
    """Give what parts the cells of a heading: of commas, semicolons and tabs what it has most of.

    Raises AccountError where two of them part it equally often: it would be a guess.
    """
    if path.suffix.lower() == ".tsv":
        return "\t"
    many = {mark: len(next(csv.reader([heading], delimiter=mark), [])) for mark in _MARKS}
    most = max(many.values())
    marks = [mark for mark in _MARKS if many[mark] == most]
    if most > 1 and len(marks) > 1:
        both = " and ".join(_MARKS[mark] for mark in marks)
        raise AccountError([f"{path}: {both} part the names of the columns equally often; keep one of them"])
    return marks[0]


def _records(path: Path, file: TextIO, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give the cells of each line that has some, the heading first, each with the number of its line.

    Raises AccountError where a quotation mark is not closed: it would take the lines behind it for its cell.
    """
    said, lines = _beginning(file)
    skipped = 1 if said else 0
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    row = 0
    while True:
        line = skipped + reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            raise AccountError([unclosed(path, row, f"line {line}")]) from None
        if cells is None:
            return
        if cells:
            yield line, cells
            row += 1


def unclosed(path: Path, row: int, where: str) -> str:
    """Say that a quotation mark is not closed in a row; 0 is the heading."""
    what = f"row {row} ({where})" if row else f"the heading ({where})"
    return (
        f"{path}: {what}: a quotation mark is opened and not closed, so the rows behind it would be lost; "
        "close it, or write it twice where it belongs to the text"
    )


def _too_many(path: Path, row: int, line: int, cells: list[str], columns: list[str], delimiter: str) -> str:
    where = f"{path}: row {row} (line {line})"
    return (
        f"{where} has {len(cells)} cells, and the heading names {len(columns)} columns: put quotation marks "
        f"around cells that hold {_MARKS.get(delimiter, repr(delimiter))}"
    )


def _opened(path: Path) -> Any:
    try:
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError:
        install = "install it (pip install 'addup[tables]')"
        raise AccountError([f"{path}: Parquet needs pyarrow; {install}, or save the table as CSV"]) from None
    try:
        return parquet.ParquetFile(path)
    except (OSError, ValueError) as error:  # pyarrow's own errors are both
        raise AccountError([f"{path}: {str(error).splitlines()[0]}"]) from None
