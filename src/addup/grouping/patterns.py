"""Patterns that find words and phrases in a text, those of the tables above all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from addup.calendar_names import MONTHS, WEEKDAYS

CALENDAR_NAMES = frozenset([*MONTHS, *WEEKDAYS])
"""The names of months and weekdays, which are capitalised and name nobody."""
SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])")
"""What stands between two sentences."""
_SENTENCE_OR_LINE_END = re.compile(rf"{SENTENCE_END.pattern}|\n+")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the sentence, or the line, begins and ends in which some words stand."""
    ends = [found.span() for found in _SENTENCE_OR_LINE_END.finditer(text)]
    begins = max((behind for _, behind in ends if behind <= start), default=0)
    return begins, min((at for at, _ in ends if at >= end), default=len(text))


def sentences_before(text: str, end: int) -> Iterator[str]:
    """Give the sentences, or lines, before a place in a text, the last first."""
    yield from reversed(_SENTENCE_OR_LINE_END.split(text[:end].rstrip()))


@cache
def phrase(*words: str) -> re.Pattern[str]:
    """Make a pattern that finds any of these words or phrases as whole words, in any case."""
    return re.compile(rf"(?<!\w)(?:{alternatives(words, any_case=True)})(?!\w)")


def may_hold(text: str, words: Iterable[str]) -> bool:
    """Tell quickly whether a text may hold any of some words or phrases (in lower case), in any case.

    Most texts hold none, and looking for them by a pattern takes far longer than this.
    """
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
