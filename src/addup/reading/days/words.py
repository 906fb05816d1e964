"""The lists of `words.toml`, loaded once: the words that only the days of figures ask for."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf8"))


@cache
def listed(table: str, row: str) -> frozenset[str]:
    """Give the words of one row of a table."""
    return frozenset(_tables()[table][row])
