"""Amounts that only tell how far apart two things are: "30 miles south of Selm", "two days after that"."""

from __future__ import annotations

import re

from addup.reading.frames import words
from addup.records import Amount

# "30 miles (48 km) south of", "the 48 km of that": a conversion in brackets may stand between.
_WAY = re.compile(r"(?: ?\([^()]{1,30}\)|\))? (?:(?:due |to the )?(?P<way>[a-z]+) of|away|inland|offshore)\b")
_IN_TIME = re.compile(r" (?:after|ago|before|earlier|later|since)\b")
# Behind these a time is how long something lasts: "closed for three days after the flood".
_LASTS = re.compile(
    r"\b(?:about|after|during|for|in|just|lasted|only|over|some|spent|than|the|took|waited|within)"
    r"(?: (?:first|last|past))? $"
)
_NEAR = 16  # characters before an amount


def is_distance(amount: Amount, text: str) -> bool:
    """Whether an amount tells how far one place is from another, which is so at all times."""
    if amount.kind != "measure" or amount.unit not in words("measure", "lengths"):
        return False
    way = _WAY.match(text, amount.span.end)
    if way is None:
        return False
    return way["way"] is None or way["way"] in words("place", "compass")


def is_distance_in_time(amount: Amount, text: str) -> bool:
    """Whether an amount tells how long before or after another something was: "two days after the flood"."""
    if amount.kind != "duration" or _IN_TIME.match(text, amount.span.end) is None:
        return False
    start = amount.span.start
    return _LASTS.search(text, max(0, start - _NEAR), start) is None
