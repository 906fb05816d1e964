"""The tables of an archive as Python sees them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds

TABLES = ("documents", "figures", "times", "attributions", "dossiers", "series", "findings", "skipped")
PARTS = ds.partitioning(pa.schema([("run", pa.int32()), ("published", pa.date32())]), flavor="hive")
_WHERE = ("run", "input", "place", "address")
"""What depends on where and when something was read."""


def table(out: Path, name: str) -> list[dict[str, Any]]:
    """All rows of a table, with the day of publication; none where there is no such table."""
    if not (out / name).exists():
        return []
    rows: list[dict[str, Any]] = ds.dataset(out / name, partitioning=PARTS).to_table().to_pylist()
    return rows


def series_of(out: Path) -> set[tuple[str, str, frozenset[tuple[str, str]]]]:
    """Name, kind and figures of each series."""
    return {
        (row["name"], row["kind"], frozenset((one["document"], one["id"]) for one in row["figures"]))
        for row in table(out, "series")
    }


def same(one: Path, other: Path) -> bool:
    """Whether two archives hold the same, wherever it was read and in whatever order."""
    return all(_rows(one, name) == _rows(other, name) for name in TABLES)


def _rows(out: Path, name: str) -> list[str]:
    return sorted(
        repr(sorted((key, value) for key, value in row.items() if key not in _WHERE))
        for row in table(out, name)
    )
