"""The words of `words.toml` that report, or tell who does, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("addup.reading.crediting").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def words(part: str, row: str) -> frozenset[str]:
    """Give one row of the table."""
    return frozenset(_table()[part][row])
