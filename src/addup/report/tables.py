"""Figures as tables: CSV for spreadsheets, Parquet for analysis."""

from __future__ import annotations

import csv
import importlib
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from addup.errors import AddupError

COLUMNS = (
    "document",
    "title",
    "outlet",
    "published",
    "address",
    "id",
    "start",
    "end",
    "text",
    "low",
    "high",
    "bound",
    "kind",
    "unit",
    "per",
    "counted",
    "event",
    "first",
    "last",
    "place",
    "source",
    "stance",
    "series",
    "series_kind",
    "corrected_by",
    "why",
)
"""The columns of a table of figures. An end that is open is empty; `text` stays what the report says."""
_TYPES = {"published": "date32", "first": "date32", "last": "date32", "start": "int32", "end": "int32"}
_TYPES |= {"low": "float64", "high": "float64"}
_BATCH = 10_000
# A spreadsheet takes a cell that begins so for a formula, and would run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write figures as CSV, UTF-8 with a mark that spreadsheets know it by."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([_cell(row[name]) for name in COLUMNS])


def _cell(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def write_parquet(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write figures as Parquet, in batches so that memory stays flat.

    Raises:
        AddupError: the extra `tables` is not installed.
    """
    try:
        arrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ModuleNotFoundError:
        raise AddupError("for Parquet, addup needs its extra: pip install 'addup[tables]'") from None
    schema = arrow.schema([(name, getattr(arrow, _TYPES.get(name, "string"))()) for name in COLUMNS])
    with parquet.ParquetWriter(path, schema) as writer:
        waiting = iter(rows)
        while batch := [dict(row) for row in islice(waiting, _BATCH)]:
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))
