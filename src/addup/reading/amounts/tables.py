"""The word lists of this package: number words, names, contexts and worded amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from addup import tables


@cache
def table(name: str) -> dict[str, Any]:
    """Load one of the package's data files."""
    return tables.table("addup.reading.amounts", f"data/{name}")


def either(words: Iterable[str]) -> str:
    """Give a pattern for any of the words, the longest first, spaces as any blank or hyphen."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"[\s\u00a0-]") for word in ordered) + ")"


@cache
def any_of(part: str, row: str) -> str:
    """Give a pattern for any of the words of one row of `contexts.toml`."""
    return either(table("contexts")[part][row])
