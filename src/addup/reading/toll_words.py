"""The words of `tolls.toml`, loaded once, and how a headline tells a toll."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

# Taggers take the verb of a headline for a noun: "Quake toll passes 2,300".
_TOLL = re.compile(
    r"\btoll (?:at|climbs|exceeds|hits|jumps|mounts|nears|passes|reaches|rises|soars|surpasses|tops)"
    r"(?: (?:above|over|past|to))? $"
)
_NEAR = 30


@cache
def table() -> dict[str, Any]:
    """Load the whole table."""
    return tomllib.loads(files("addup.reading").joinpath("tolls.toml").read_text(encoding="utf-8"))


@cache
def words(part: str, row: str) -> frozenset[str]:
    """Give the words of one row."""
    return frozenset(table()[part][row])


@cache
def least(row: str) -> int:
    """Give the least number of people that a bare plural or a group stands for."""
    number: int = table()["least"][row]
    return number


def follows_toll(text: str, place: int) -> bool:
    """Whether a toll has come to what stands at a place of a text, in the present of headlines."""
    return _TOLL.search(text, max(0, place - _NEAR), place) is not None
