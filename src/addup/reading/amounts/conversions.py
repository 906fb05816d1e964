"""Amounts that say one before them again in another unit: "5 million marks ($3 million)"."""

from __future__ import annotations

from addup.reading.amounts.brackets import is_in_brackets
from addup.records import Amount

_SAID_TWICE = frozenset({"measure", "money"})


def is_conversion(before: Amount, amount: Amount, text: str) -> bool:
    """Whether an amount stands in brackets right behind one of its kind in another unit, which it is."""
    start, end = amount.span.start, amount.span.end
    bracketed = is_in_brackets(text, start, end) and before.span.end == start - 2 and text[start - 2] == " "
    same = before.kind == amount.kind and before.per == amount.per
    return bracketed and same and amount.kind in _SAID_TWICE and before.unit != amount.unit
