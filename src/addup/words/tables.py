"""The tables of this package: number words, hedges, units and currencies."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Load one of this package's data files."""
    return tomllib.loads(files("addup.words").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
