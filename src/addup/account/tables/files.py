"""Table files: their columns, and their rows one after the other, so that a table may be of any size."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from addup.errors import AccountError

DELIMITERS = {".csv": ",", ".tsv": "\t"}
BATCH = 10_000
BLOCK = 2**20


def is_table(path: str | Path) -> bool:
    """Whether a path names a table, by its ending: .csv, .tsv or .parquet."""
    return Path(path).suffix.lower() in (*DELIMITERS, ".parquet")


def about_rows(path: Path) -> int:
    """Estimate the rows of a table by its lines; 0 if it cannot be read, which `open_table` tells about."""
    try:
        if path.suffix.lower() == ".parquet":
            return int(_opened(path).metadata.num_rows)
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b""))
    except (OSError, AccountError):
        return 0


def open_table(path: Path) -> tuple[list[str], Iterator[Mapping[str, Any]]]:
    """Open a CSV, TSV or Parquet file: its columns, and its rows one after the other.

    Raises AccountError if it cannot be read.
    """
    if path.suffix.lower() == ".parquet":
        file = _opened(path)
        batches = file.iter_batches(batch_size=BATCH)
        return list(file.schema_arrow.names), (row for batch in batches for row in batch.to_pylist())
    return _delimited(path, DELIMITERS.get(path.suffix.lower(), ","))


def _delimited(path: Path, delimiter: str) -> tuple[list[str], Iterator[Mapping[str, Any]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            columns = next(csv.reader(file, delimiter=delimiter), [])
    except OSError as error:
        raise AccountError([f"{path}: {error.strerror}"]) from None
    except UnicodeDecodeError:
        raise _not_utf8(path) from None
    if not columns:
        raise AccountError([f"{path}: the table is empty; its first line must name the columns"])

    def rows() -> Iterator[Mapping[str, Any]]:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter=delimiter)
            try:
                yield from reader
            except UnicodeDecodeError:
                raise _not_utf8(path) from None
            except csv.Error as error:
                raise AccountError([f"{path}:{reader.line_num}: {error}"]) from None

    return columns, rows()


def _not_utf8(path: Path) -> AccountError:
    return AccountError([f"{path}: the table is not UTF-8; save it as UTF-8"])


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
