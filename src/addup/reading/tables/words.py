"""The words in heads of columns and labels of rows that say what these are."""

from __future__ import annotations

import tomllib
from importlib.resources import files

WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in tomllib.loads(
        files("addup.reading.tables").joinpath("heads.toml").read_text(encoding="utf8")
    ).items()
}
"""Sets of words in small letters, by the names of `heads.toml`."""
