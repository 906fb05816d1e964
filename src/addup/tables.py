"""The tables of words and numbers that stand beside the modules as TOML, each loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(package: str, name: str) -> dict[str, Any]:
    """Load `name`.toml, which stands in a package."""
    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def row_of(package: str, name: str, part: str, row: str) -> frozenset[str]:
    """Give the words of one row of a part of such a table."""
    return frozenset(table(package, name)[part][row])
