"""How much a text says: every number of it as an amount with hedge and unit, or skipped with the reason."""

from addup.reading.amounts.find import find_amounts

__all__ = ["find_amounts"]
