"""The tables of this package: number words, hedges, units and currencies."""

from __future__ import annotations

from functools import cache
from typing import Any

from addup import tables


@cache
def table(name: str) -> dict[str, Any]:
    """Load one of this package's data files."""
    return tables.table("addup.words", name)
