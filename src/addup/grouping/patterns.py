"""Patterns that find words and phrases in a text, those of the tables above all."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from addup.calendar_names import MONTHS, WEEKDAYS

CALENDAR_NAMES = frozenset([*MONTHS, *WEEKDAYS])
"""The names of months and weekdays, which are capitalised and name nobody."""
SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])")
"""What stands between two sentences."""
_LONG = 2_000
"""Characters; no sentence has so many."""
_SENTENCE_OR_LINE_END = re.compile(rf"{SENTENCE_END.pattern}|\n+")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the sentence, or the line, begins and ends in which some words stand."""
    ends, begins = _ends_and_begins(text)
    return begins[bisect_right(begins, start) - 1], ends[bisect_left(ends, end)]


@lru_cache(maxsize=4)
def _ends_and_begins(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Give where the sentences and lines of a text end and begin, for all of its figures at once."""
    between = [found.span() for found in _SENTENCE_OR_LINE_END.finditer(text)]
    return [*(at for at, _ in between), len(text)], [0, *(behind for _, behind in between)]


def sentences_before(text: str, end: int) -> Iterator[str]:
    """Give the sentences, or lines, before a place in a text, the last first."""
    ends, begins = _ends_and_begins(text)
    for place in reversed(range(bisect_left(begins, end))):
        if sentence := text[begins[place] : min(ends[place], end)].rstrip():
            yield sentence


@cache
def phrase(*words: str) -> re.Pattern[str]:
    """Make a pattern that finds any of these words or phrases as whole words, in any case."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words, any_case=True)})(?!\w)")


def may_hold(text: str, words: Iterable[str]) -> bool:
    """Tell quickly whether a text may hold any of some words or phrases (in lower case), in any case.

    Most texts hold none, and looking for them by a pattern takes far longer than this.
    """
    return _holds_once(text, tuple(words)) if len(text) > _LONG else _holds(text, words)


@lru_cache(maxsize=1 << 8)
def _holds_once(text: str, words: Sequence[str]) -> bool:
    """Tell it of a long text once: each of its passages asks."""
    return _holds(text, words)


def _holds(text: str, words: Iterable[str]) -> bool:
    lowered = text.lower()
    for word in words:  # noqa: SIM110 - `any` takes twice as long, and this is asked for every figure
        if word in lowered:
            return True
    return False


@lru_cache(maxsize=1 << 10)
def tells(text: str, pattern: re.Pattern[str]) -> bool:
    """Tell whether a pattern is found in a whole text, looked for once: each of its figures asks."""
    return pattern.search(text) is not None


@cache
def as_written(*words: str) -> str:
    """Write the pattern of any of these words or phrases as whole words, in their own case."""
    return rf"(?<!\w)(?:{alternatives(words)})(?!\w)"


def alternatives(words: Iterable[str], *, any_case: bool = False) -> str:
    """Write words as alternatives of a pattern, the longest first.

    Those that begin alike stand together and their first letter is spelled out, so that a search passes over
    most places of a text at their first letter: it is what takes longest in grouping.
    """
    begun: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        begun[word[:1]].append(re.escape(word[1:]))
    return "|".join(
        f"[{first.lower()}{first.upper()}](?i:{'|'.join(rests)})"
        if any_case and first.isalpha()
        else f"{re.escape(first)}(?:{'|'.join(rests)})"
        for first, rests in begun.items()
    )
