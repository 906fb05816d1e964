"""Where a text tells how high a toll is."""

from __future__ import annotations

import re

# Taggers take the verb of a headline for a noun ("Quake toll passes 2,300"), and parsers lose a toll that a
# time or an aside parts from its number: "the toll in Selm on Tuesday was at least 735".
_TOLL = re.compile(
    r"\btolls?(?: of|"
    r"(?: (?:for|from|in) [^.,;:\d]{2,40}?)?(?: (?:on )?[A-Z][a-z]+day)?(?:,[^.,;:\d]{2,60},)?"
    r"(?: (?:currently|now|so far))?(?: (?:at|is|was|climb(?:s|ed)|exceed(?:s|ed)|hits?|jump(?:s|ed)"
    r"|mount(?:s|ed)|near(?:s|ed)|pass(?:es|ed)|reach(?:es|ed)|rises|rose|soar(?:s|ed)|stands|stood"
    r"|surpass(?:es|ed)|top(?:s|ped))))"
    r"(?: (?:above|at|over|past|to))?"
    r"(?: (?:an? )?(?:about|almost|around|estimated|just|least|more|nearly|only|some|than))* $"
)
_NEAR = 130


def follows_toll(text: str, place: int) -> bool:
    """Whether a toll has come to the number that stands at a place of a text."""
    return _TOLL.search(text, max(0, place - _NEAR), place) is not None
