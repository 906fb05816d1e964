"""Which reports are on one matter."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from addup.records import Reading

LEAST_NAMES = 3
_LEAST_SHARE = 0.25
_PROPER = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*\b", re.MULTILINE)
_CALENDAR_NAMES = frozenset([*calendar.month_name, *calendar.day_name])


def names_in(text: str) -> frozenset[str]:
    """Give the names of a text: capitalised words that do not begin a sentence, but no month and no day."""
    return frozenset(_PROPER.findall(text)) - _CALENDAR_NAMES


def enough(both: int, one: int, other: int) -> bool:
    """Tell whether reports with so many names, and so many in common, are on one matter."""
    return both >= LEAST_NAMES and both >= _LEAST_SHARE * min(one, other)


class Matters:
    """Which readings are on one matter: they share names, so that "the two suspects" may be the same two."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._names = [names_in(reading.document.text) for reading in readings]

    def shared(self, one: int, other: int) -> bool:
        """Tell whether two readings are the same one or name enough of the same."""
        if one == other:
            return True
        mine, theirs = self._names[one], self._names[other]
        return enough(len(mine & theirs), len(mine), len(theirs))
