"""The lists of `words.toml`, loaded once: the words that only the days of figures ask for."""

from __future__ import annotations

from functools import cache

from addup.tables import table


@cache
def listed(part: str, row: str) -> frozenset[str]:
    """Give the words of one row of a part."""
    return frozenset(table("addup.reading.days", "words")[part][row])
