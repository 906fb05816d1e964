"""Results of polls that leave out "percent" or "points": "Orr at 47, Bell at 41", "ahead by seven"."""

from __future__ import annotations

import re
from dataclasses import replace

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.notations import asks_voters, counts, standing, standing_at_end
from addup.reading.amounts.units import Unit

SHARE = Unit("%", "share")
"""Per cent."""
POINTS_OF_SHARE = Unit("pp", "share")
"""Percentage points, in which two shares are apart."""

_NAMED = r"[A-Z][\w.'’-]+"
# What a poll finds: "ahead by seven in Selm", "prefer Orr by 8", "is up three in Selm", "were tied at 43".
_APART = re.compile(
    r"\b(?:ahead|behind|lead(?:s|ing)?|led|trail(?:s|ed|ing)?)(?: \w+){0,2} by (?:just |only |about )?\Z",
    re.IGNORECASE,
)
_PREFERRED = re.compile(
    rf"\b(?:back|choose|favou?r|pick|prefer|support)(?:s|r?ed|r?ing)?(?: {_NAMED}){{1,3}} by (?:just )?\Z"
    rf"|\b(?:and|are|he|is|she|was|were|{_NAMED}) (?:up|down|ahead) (?:by )?\Z"
)
_OF_ERROR = re.compile(
    r"\bmargin of (?:sampling )?error (?:of|is|was)?\s?(?:about )?(?:plus or minus |\+\s?/?\s?-\s?|± ?)?\Z",
    re.IGNORECASE,
)
_TIED_AT = re.compile(r"\b(?:level|tied) at (?:about |around )?\Z", re.IGNORECASE)
_ENDS = re.compile(r"[.,;:)\n]|\s(?:among|and|but|in|nationally|nationwide|statewide|there|with)\b|\s*\Z")
# "Shows Orr at 47, Bell at 41 and Dunn at 6": where who runs stands
_STANDS_AT = re.compile(
    r"(?:[A-Z][\w'’.-]+|\b(?:he|her|him|she|was)) (?:just |only )?at (?:about |just |only )?\Z"
)
_FOUND = re.compile(
    r"%|\b(?:finds?|found|has|had|lead\w*|per ?cent|polls?|puts?|shows?|showed|support|surveys?|tied)\b"
)
_CLAUSE = 160
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
# "by 4 points, 46.2 to 41.7", "led Orr 53 to 38": the one who is ahead first
_PAIR = re.compile(r"(?P<first>\d\d(?:\.\d)?) to (?P<second>\d\d(?:\.\d)?)(?![\w%]|[.,]?\d)")
_PAIR_FIRST = re.compile(r"(?<![\d.,])\d\d(?:\.\d)? to \Z")
_PAIR_BEFORE = re.compile(
    r"\b(?:points?|margin|(?:beat|best|defeat|edg|lead|led|outpoll|top|trounc)\w*(?: [\w.'’-]+){0,3}),? \Z"
)
_MOST, _ALL = 60, 100


def bare_result(text: str, found: Mention) -> Mention:
    """Give a bare number in a report on a poll the unit that it leaves out."""
    before = text[max(0, found.left - 60) : found.left]
    if standing(text, found.start) or standing_at_end(text, found.start) or _is_of_pair(text, found):
        return replace(found, unit=SHARE)
    if _OF_ERROR.search(before) and not counts(text, found.right):
        return replace(found, unit=POINTS_OF_SHARE)
    if found.value > _ALL or not _ENDS.match(text, found.right):
        return found
    if _APART.search(before) or (_PREFERRED.search(before) and asks_voters(text)):
        return replace(found, unit=POINTS_OF_SHARE)
    at = _TIED_AT.search(before) or (_STANDS_AT.search(before) and _is_found(text, found))
    return replace(found, unit=SHARE) if at else found


def _is_found(text: str, found: Mention) -> bool:
    """Whether a sentence tells what a poll found, of those who may vote."""
    sentence = _SENTENCE_END.split(text[max(0, found.left - _CLAUSE) : found.left])[-1]
    return _FOUND.search(sentence) is not None and asks_voters(text)


def _is_of_pair(text: str, found: Mention) -> bool:
    """Whether a number is one of the shares of two who run, the greater first."""
    first = _PAIR_FIRST.search(text, max(0, found.start - 9), found.start)
    pair = _PAIR.match(text, first.start() if first is not None else found.start)
    if pair is None or counts(text, pair.end()) or not asks_voters(text):
        return False
    more, less = float(pair["first"]), float(pair["second"])
    before = text[max(0, pair.start() - 60) : pair.start()]
    return more >= less and _MOST <= more + less <= _ALL and _PAIR_BEFORE.search(before) is not None
