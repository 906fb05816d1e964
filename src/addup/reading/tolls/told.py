"""Where a text tells how high a toll is."""

from __future__ import annotations

import re

# Taggers take the verb of a headline for a noun ("Quake toll passes 2,300"), and parsers lose a toll that a
# time or an aside parts from its number: "the toll in Selm on Tuesday was at least 735".
_TOLL = re.compile(
    r"\btolls?(?: of| as|"
    r"(?: (?:for|from|in) [^.,;:\d]{2,40}?)?(?: (?:on )?[A-Z][a-z]+day)?(?:,[^.,;:\d]{2,60},)?"
    r"(?: (?:currently|now|so far))?(?: (?:at|is|was|climb(?:s|ed)|exceed(?:s|ed)|hits?|jump(?:s|ed)"
    r"|mount(?:s|ed)|near(?:s|ed)|pass(?:es|ed)|reach(?:es|ed)|rises|rose|soar(?:s|ed)|stands|stood"
    r"|surpass(?:es|ed)|top(?:s|ped))))"
    r"(?: (?:above|at|over|past|to))?"
    r"(?: (?:an? )?(?:about|almost|around|estimated|just|least|more|nearly|only|some|than))* $"
)
# "Estimates of the dead ranged from 30 to 80", whatever the parser has for "dead"
_ESTIMATED = re.compile(
    r"\bestimates of (?:the )?(?:number of )?(?:the )?(?:dead|deaths|(?:death )?toll|fatalities|those killed)"
    r"(?: (?:in|of|from) [^.,;:\d]{2,40}?)? (?:differ|ran|range|ranged|ranging|run|varied|vary)(?: widely)?"
    r",?(?: (?:at|between|from|to))?(?: (?:about|around|at least|more than|only|some))? $",
    re.IGNORECASE,
)
_NEAR = 130


def follows_toll(text: str, place: int) -> bool:
    """Whether a toll has come to the number that stands at a place of a text."""
    near = max(0, place - _NEAR)
    if not text.endswith(" ", near, place):
        return False
    return any(told.search(text, near, place) is not None for told in (_TOLL, _ESTIMATED))
