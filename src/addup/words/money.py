"""Amounts of money in words: "4.3 billion euros", "150 million US dollars"."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from addup.words.tables import table

SIZES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_FEW_DIGITS = 4


@cache
def currencies() -> Mapping[str, str]:
    """Give the plural names of currencies by their ISO 4217 codes: "EUR" is "euros"."""
    rows = table("currencies")["currency"]
    return {row["code"]: _plural(row) for row in rows if row.get("words") or row.get("plural")}


def _plural(row: Mapping[str, list[str] | str]) -> str:
    """Put the country before the word where the currency's name has it: "Swiss francs"."""
    if "plural" in row:
        return str(row["plural"])
    lead = next((word for word in row.get("adjectives", []) if str(row["name"]).startswith(f"{word} ")), "")
    return f"{lead} {row['words'][0]}".strip()


def money(value: Fraction, code: str) -> str | None:
    """Write an amount of a currency; None where the code is no currency that we have words for.

    Millions and more are scaled where that shortens them: 4,300,000,000 is "4.3 billion".
    """
    name = currencies().get(code)
    return f"{scaled(value)} {name}" if name else None


def scaled(value: Fraction) -> str:
    """Write a number with its magnitude in words, if few digits tell it exactly; else in figures."""
    for size, word in SIZES:
        if abs(value) >= size:
            digits = f"{float(value / size):.10g}"
            if len(digits.replace(".", "").replace("-", "")) <= _FEW_DIGITS:
                return f"{digits} {word}"
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.2f}"
