"""Numbers of another time that brackets set beside one: "£4.2m (2014: £3.8m)", "410 (430 in 2014)".

Statistics and results of firms are given so, above all in Europe. The number is of the same thing as the one
before the bracket, and the time in there of nothing outside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from addup.records import Amount, Time

_LONGEST = 120  # characters from one bracket to the other
# A time before, by its place in the row alone.
_BEFORE = re.compile(
    r"\b(?:last|preceding|previous|prior) (?:month|period|quarter|week|year)\b|\byear[- ]ago\b"
    r"|\b(?:first|second)(?: round)?$"
)
_LEADS = re.compile(r"[\s:]*(?:(?:at|during|for|from|in|of|on|the|up from|down from)\b[\s:]*)*")
_PART_END = re.compile(r"[,;](?=\s)")
_WAY = re.compile(r"\s*(?:[+−–-]|up|down)?\s*(?:by\s)?")
_NUMBER = re.compile(r"\d")
_GAP = re.compile(r"[^.,;:()\d]{0,40} ?")


def bracket_around(text: str, place: int) -> tuple[int, int] | None:
    """Give where the round bracket around a place opens and closes, None where none does in its line."""
    opens = text.rfind("(", max(0, place - _LONGEST), place)
    closes = text.find(")", place, place + _LONGEST)
    if opens < 0 or closes < 0 or not {")", "\n"}.isdisjoint(text[opens:place]) or "\n" in text[place:closes]:
        return None
    return opens, closes


def is_in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a part of the text is all that stands in round brackets: "Maria Lind ([45])"."""
    return text.endswith("(", 0, start) and text.startswith(")", end)


def is_set_apart(text: str, amount: Amount, time: Time) -> bool:
    """Whether a time stands in brackets together with a number, and an amount outside them."""
    bracket = bracket_around(text, time.span.start)
    if bracket is None or bracket[0] < amount.number.start < bracket[1]:
        return False
    rest = text[bracket[0] : time.span.start] + text[time.span.end : bracket[1]]
    return _NUMBER.search(rest) is not None


def has_own_time(text: str, amount: Amount, times: Sequence[Time]) -> bool:
    """Whether an amount stands in brackets with nothing but a time: "(2014: £3.8m)", "(430 in 2014)"."""
    bracket = bracket_around(text, amount.number.start)
    if bracket is None:
        return False
    start, end = part_of(text, bracket, amount)
    inside = [time.span for time in times if start <= time.span.start and time.span.end <= end]
    rest = text[start:end]
    for words in (amount.span, *inside):
        rest = rest.replace(text[words.start : words.end], "", 1)
    rest, before = _BEFORE.subn("", rest)
    return bool(inside or before) and _LEADS.fullmatch(rest) is not None


def own_bracket(text: str, amount: Amount) -> tuple[int, int] | None:
    """Give the bracket in which an amount stands with nothing but its sign or "up" or "down"."""
    bracket = bracket_around(text, amount.number.start)
    if bracket is None:
        return None
    rest = text[bracket[0] + 1 : amount.span.start] + text[amount.span.end : bracket[1]]
    return bracket if _WAY.fullmatch(rest) else None


def part_of(text: str, bracket: tuple[int, int], amount: Amount) -> tuple[int, int]:
    """Give the part of a bracket that an amount stands in: "(2014: 3.9%, [2013: 3.1%])"."""
    opens, closes = bracket
    ends = [found.start() for found in _PART_END.finditer(text, opens, closes)]
    start = max((end for end in ends if end < amount.number.start), default=opens) + 1
    return start, min((end for end in ends if end >= amount.span.end), default=closes)


def stands_behind(text: str, before: Amount, amount: Amount) -> bool:
    """Whether the bracket around an amount is right behind another, or holds both."""
    bracket = bracket_around(text, amount.number.start)
    if bracket is None:
        return False
    beside = bracket[0] < before.number.start
    return beside or _GAP.fullmatch(text, before.span.end, bracket[0]) is not None
