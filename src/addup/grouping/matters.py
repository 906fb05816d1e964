"""Which reports are on one matter."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from addup.records import Reading

_LEAST_NAMES, _LEAST_SHARE = 3, 0.25
_PROPER = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*\b", re.MULTILINE)
_CALENDAR_NAMES = frozenset([*calendar.month_name, *calendar.day_name])


class Matters:
    """Which readings are on one matter: they share names, so that "the two suspects" may be the same two.

    A name is a capitalised word that does not begin a sentence, other than a month or a day of the week.
    """

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._names = [
            frozenset(_PROPER.findall(reading.document.text)) - _CALENDAR_NAMES for reading in readings
        ]

    def shared(self, one: int, other: int) -> bool:
        """Tell whether two readings are the same one or name enough of the same."""
        if one == other:
            return True
        mine, theirs = self._names[one], self._names[other]
        both = len(mine & theirs)
        return both >= _LEAST_NAMES and both >= _LEAST_SHARE * min(len(mine), len(theirs))
