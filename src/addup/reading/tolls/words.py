"""The words of `tolls.toml`, loaded once."""

from __future__ import annotations

from functools import cache
from typing import Any

from addup import tables


def table() -> dict[str, Any]:
    """Give the whole table."""
    return tables.table("addup.reading.tolls", "tolls")


@cache
def words(part: str, row: str) -> frozenset[str]:
    """Give the words of one row."""
    return frozenset(table()[part][row])


@cache
def least(row: str) -> int:
    """Give the least number of people that a bare plural or a group stands for."""
    number: int = table()["least"][row]
    return number
