"""The data files of this room: word lists, each row or group with its origin."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """Load one of this room's data files, by its name without the ending."""
    return tomllib.loads(files("addup.grouping").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
