"""Stretches of a text, and which of them hold a character, without going through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate


class Stretches:
    """Stretches of a text, each from its first character to behind its last, numbered as they are given."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Take the stretches; they may overlap."""
        ordered = sorted((start, end, number) for number, (start, end) in enumerate(stretches))
        self._starts = [start for start, _, _ in ordered]
        self._ends = [end for _, end, _ in ordered]
        self._numbers = [number for _, _, number in ordered]
        # How far those reach that begin no later: nothing before reaches farther.
        self._reach = list(accumulate(self._ends, max))
        self._sorted_ends = sorted(self._ends)

    def hold(self, start: int, end: int) -> bool:
        """Tell whether one of the stretches holds all from `start` to `end`."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end

    def around(self, place: int) -> list[int]:
        """Give the numbers of the stretches that hold a character."""
        at, found = bisect_right(self._starts, place) - 1, []
        while at >= 0 and self._reach[at] > place:
            if self._ends[at] > place:
                found.append(self._numbers[at])
            at -= 1
        return sorted(found)

    def ends(self, first: int, last: int) -> Sequence[int]:
        """Give where stretches end, from one character to another."""
        return self._sorted_ends[
            bisect_left(self._sorted_ends, first) : bisect_right(self._sorted_ends, last)
        ]


def dashed(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Give a text with dashes for some stretches of it."""
    letters = list(text)
    for start, end in stretches:
        letters[start:end] = "-" * (min(end, len(text)) - start)
    return "".join(letters)
