"""The words of `words.toml` that the following of names goes by, loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("addup.reading.names").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def name_words(part: str, row: str) -> frozenset[str]:
    """Give one row of the table."""
    return frozenset(_table()[part][row])


@cache
def body_nouns() -> frozenset[str]:
    """Nouns that stand for an organisation, whatever its name and whether it is one to credit or not."""
    return name_words("organisation", "generic") | name_words("kind", "organisation")
