"""The words of `words.toml` that report, or tell who does, loaded once."""

from __future__ import annotations

from functools import cache

from addup.tables import table


@cache
def words(part: str, row: str) -> frozenset[str]:
    """Give one row of the table."""
    return frozenset(table("addup.reading.crediting", "words")[part][row])
