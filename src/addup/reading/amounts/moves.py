"""What stands before an amount that something moved by ("fell by 40"), or came to ("fell to 40")."""

from __future__ import annotations

import re
from functools import cache

from addup.reading.amounts.tables import any_of

_FAR = 40  # characters before an amount in which such words may stand
_CAME_TO = re.compile(
    r"\b(?:above|around|at|below|from|hit|near|of|over|past|reached|surpassed|to|topped|touched|under)"
    r" (?:(?:a|about|almost|around|just|nearly|only|the) )*\Z"
)


def is_moved_by(text: str, start: int) -> bool:
    """Whether something moved by the amount that starts here: "fell nearly 40", "a rise of 40"."""
    return _moved_by().search(text, max(0, start - _FAR), start) is not None


def is_come_to(text: str, start: int) -> bool:
    """Whether something came to the amount that starts here, or from it: "at 40", "reached almost 40"."""
    return _CAME_TO.search(text, max(0, start - _FAR), start) is not None


@cache
def moving_verbs() -> str:
    """Give a pattern for the past forms of verbs of moving."""
    return any_of("moves", "past")


@cache
def _moved_by() -> re.Pattern[str]:
    nouns = any_of("moves", "nouns")
    return re.compile(
        rf"\b(?:{moving_verbs()}|{nouns} of)"
        r" (?:(?:about|almost|another|just|nearly|only|over|some) )*\Z"
    )
