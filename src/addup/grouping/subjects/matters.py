"""Which reports are on one matter: they share names or an event, so "the two" may be the same two."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set
from functools import lru_cache

from addup.grouping.patterns import CALENDAR_NAMES
from addup.grouping.subjects.events import is_narrow
from addup.grouping.tables import table
from addup.records import Reading

LEAST_NAMES = 3
_LEAST_SHARE = 0.25
_ALWAYS_RARE = 300
_RARE_SHARE = 100
# What stands before is looked at behind the capital, so that a search passes over all other letters.
_PROPER = re.compile(r"[A-Z](?<!\w\w)(?<![.!?“\"]\s\w)(?<!^\w)[a-z]{2,}(?:-[A-Z][a-z]+)*\b", re.MULTILINE)


@lru_cache(maxsize=1 << 8)
def names_in(text: str) -> frozenset[str]:
    """Give the names of a text: capitalised words that do not begin a sentence, but no month and no day.

    Of a body that tells of matters everywhere two words count: by three alone any two outbreaks would be the
    one of which the World Health Organization told.
    """
    for body in table("cues")["worldwide"]["words"]:
        if body in text:
            first, second, *others = body.split()
            text = text.replace(body, " ".join([first, second, *map(str.lower, others)]))
    return frozenset(_PROPER.findall(text)) - CALENDAR_NAMES


def enough(both: int, one: int, other: int) -> bool:
    """Tell whether reports with so many names, and so many in common, are on one matter."""
    return both >= LEAST_NAMES and both >= _LEAST_SHARE * min(one, other)


def common(readings: int) -> int:
    """Give the most readings, of so many, that a name may stand in to tell matters apart.

    "Europe" does not make two reports one matter. Without this limit looking for related reports would cost
    the square of their number.
    """
    return max(_ALWAYS_RARE, readings // _RARE_SHARE)


class Matters:
    """Which readings are on one matter with which others."""

    def __init__(
        self,
        readings: Sequence[Reading],
        events: Sequence[Set[str]],
        together: Sequence[Set[str]] = (),
    ) -> None:
        """Take readings, and the names of the events that each is about (`addup.grouping.subjects.events`).

        `together` are sets of documents that people took to be on one matter, whatever their words.
        """
        self._names = [names_in(reading.document.text) for reading in readings]
        self._many = [len(names) for names in self._names]
        self._events = events
        limit = common(len(readings))
        self._holding = _holding(self._names, limit)
        self._about = _holding(events, limit, but=is_narrow)
        self._sharing: dict[frozenset[str], frozenset[int]] = {}
        self._sharing_names: dict[frozenset[str], list[int]] = {}
        self._related: dict[int, frozenset[int]] = {}
        place = {reading.document.id: index for index, reading in enumerate(readings)}
        groups = [{place[id] for id in ids if id in place} for ids in together]
        self._together = {index: group for group in groups for index in group}

    def names(self, one: int) -> frozenset[str]:
        """Give the names in a reading."""
        return self._names[one]

    def related(self, one: int) -> frozenset[int]:
        """Give the other readings on the matter of one."""
        if one not in self._related:
            self._related[one] = self._find(one)
        return self._related[one]

    def _find(self, one: int) -> frozenset[int]:
        by_names = self._of_names(self._names[one])
        return self._of_events(one).union(by_names, self._together.get(one, ())) - {one}

    def _of_names(self, own: frozenset[str]) -> list[int]:
        """Give the readings that share enough names; what is printed again has the same names."""
        if own not in self._sharing_names:
            many = self._many
            shared: Counter[int] = Counter()
            for name in own:
                shared.update(self._holding.get(name, ()))
            self._sharing_names[own] = [
                other
                for other, both in shared.items()
                if both >= LEAST_NAMES and enough(both, len(own), many[other])
            ]
        return self._sharing_names[own]

    def _of_events(self, one: int) -> frozenset[int]:
        """Give the readings that share an event with one; many have the same events."""
        events = frozenset(self._events[one])
        if events not in self._sharing:
            self._sharing[events] = frozenset().union(*(self._about.get(event, ()) for event in events))
        return self._sharing[events]


def _holding(
    words: Sequence[Set[str]], limit: int, *, but: Callable[[str], bool] = lambda word: False
) -> dict[str, list[int]]:
    """Say which readings hold which words, but for words that too many hold; some tell all the same."""
    holding: dict[str, list[int]] = defaultdict(list)
    for index, held in enumerate(words):
        for word in held:
            holding[word].append(index)
    return {
        word: held for word, held in holding.items() if len(held) > 1 and (len(held) <= limit or but(word))
    }
