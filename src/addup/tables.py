"""The tables of words and numbers that stand beside the modules as TOML, each loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from addup.calendar_names import MONTHS, WEEKDAYS

_NAMES = {
    "<weekdays>": tuple(name.lower() for name in WEEKDAYS),
    "<months>": tuple(name.lower() for name in MONTHS),
}


@cache
def table(package: str, name: str) -> dict[str, Any]:
    """Load `name`.toml, which stands in a package.

    In a list "<weekdays>" and "<months>" stand for their names in small letters.
    """
    loaded = tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return {part: _with_names(rows) for part, rows in loaded.items()}


def _with_names(entry: Any) -> Any:
    """Put the names of days and months into the lists of a part of a table that ask for them."""
    if isinstance(entry, dict):
        return {row: _with_names(rows) for row, rows in entry.items()}
    if not isinstance(entry, list) or not any(name in entry for name in _NAMES):
        return entry
    return [word for each in entry for word in _NAMES.get(each, (each,))]


@cache
def row_of(package: str, name: str, part: str, row: str) -> frozenset[str]:
    """Give the words of one row of a part of such a table."""
    return frozenset(table(package, name)[part][row])
