"""Tallies, which name what is counted before those who have it: "the delegate count is Bell 384, Orr 300"."""

from __future__ import annotations

import re
from functools import cache

from addup.reading.amounts.tables import any_of

NAMED = r"(?:the )?[A-Z][\w'’-]+\.?(?: [A-Z][\w'’-]+){0,2}"


def tally_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find a tally that goes on with the number at `end`.

    `what` is what is counted, None where the words say only that it is ("the standings were"); `verb` is
    None where a colon stands for it.
    """
    return _tally().search(text, start, end)


@cache
def _tally() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<what>{any_of('tally', 'things')})s?|{any_of('tally', 'words')})\b"
        r"(?: [a-z]+){0,2}(?:(?P<verb> (?:is|are|was|were|stands?|stood)(?: at)?)|:)"
        rf" (?:{NAMED} \d[\d,]*,? (?:and )?)*{NAMED} \Z"
    )
