"""The words of `words.toml` that the following of names goes by, loaded once."""

from __future__ import annotations

from functools import cache

from addup.tables import table


@cache
def name_words(part: str, row: str) -> frozenset[str]:
    """Give one row of the table."""
    return frozenset(table("addup.reading.names", "words")[part][row])


@cache
def body_nouns() -> frozenset[str]:
    """Nouns that stand for an organisation, whatever its name and whether it is one to credit or not."""
    return name_words("organisation", "generic") | name_words("kind", "organisation")
