"""The data files of this room: word lists, each row or group with its origin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from addup import tables


def table(name: str) -> Mapping[str, Any]:
    """Load one of this room's data files, by its name without the ending."""
    return tables.table("addup.grouping", name)
