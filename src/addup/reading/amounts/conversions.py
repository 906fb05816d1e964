"""Amounts that say one before them again in another unit: "5 million marks ($3 million)"."""

from __future__ import annotations

from addup.records import Amount

_SAID_TWICE = frozenset({"measure", "money"})


def is_conversion(before: Amount, amount: Amount, text: str) -> bool:
    """Whether an amount stands in brackets right behind one of its kind in another unit, which it is."""
    bracketed = text[before.span.end : amount.span.start] == " (" and text[amount.span.end :][:1] == ")"
    same = before.kind == amount.kind and before.per == amount.per
    return bracketed and same and amount.kind in _SAID_TWICE and before.unit != amount.unit
