"""The words in heads of columns and labels of rows that say what these are."""

from __future__ import annotations

from addup.tables import table

WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words.split()) for name, words in table("addup.reading.tables", "heads").items()
}
"""Sets of words in small letters, by the names of `heads.toml`."""
