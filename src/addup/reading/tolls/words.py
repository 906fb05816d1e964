"""The words of `tolls.toml`, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table() -> dict[str, Any]:
    """Load the whole table."""
    return tomllib.loads(files("addup.reading.tolls").joinpath("tolls.toml").read_text(encoding="utf-8"))


@cache
def words(part: str, row: str) -> frozenset[str]:
    """Give the words of one row."""
    return frozenset(table()[part][row])


@cache
def least(row: str) -> int:
    """Give the least number of people that a bare plural or a group stands for."""
    number: int = table()["least"][row]
    return number
