"""Units of measure in words: "12 hectares", "1 hectare"."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from addup.words.tables import table


def unit_after(value: Fraction, unit: str) -> str:
    """Give a unit as it stands behind a number; as it is where the table has no plural for it."""
    return unit if value == 1 else _plurals().get(unit, unit)


@cache
def _plurals() -> Mapping[str, str]:
    """Give the plurals of units by their names: "degree Celsius" is "degrees Celsius"."""
    plurals: dict[str, str] = {}
    for row in table("units")["unit"]:
        if plural := _plural(row):
            plurals.setdefault(row["name"], plural)
    return plurals


def _plural(row: Mapping[str, Any]) -> str | None:
    """Find the plural of a unit among its words: that of its last word, of its first, or of "foot"."""
    name: str = row["name"]
    first, _, rest = name.partition(" ")
    formed = (f"{name}s", f"{name}es", f"{first}s {rest}", f"{name.removesuffix('foot')}feet")
    written = {form.lower(): form for form in formed}
    return next((written[word] for word in row.get("words", ()) if word in written), None)
