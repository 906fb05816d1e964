"""How much a text says: every number of it as an amount with hedge and unit, or skipped with the reason."""

import addup.reading.language_library  # noqa: F401 - before all else of spaCy

# isort: split
from addup.reading.amounts.find import find_amounts

__all__ = ["find_amounts"]
