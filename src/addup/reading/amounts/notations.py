"""Numbers in a notation of their own: telephone numbers, clock times, scores, addresses of the web."""

from __future__ import annotations

import re
from fractions import Fraction

from addup.reading.amounts.mentions import Mention, Reason
from addup.reading.amounts.units import unit_after
from addup.reading.amounts.words_around import Around

_PHONE = re.compile(
    r"(?:\+\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b"  # (555) 010-2345
    r"|\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}\b"  # +44 20 7946 0000
    r"|1-8\d\d-[\dA-Z-]{7,}|\d{3}-\d{4}\b(?!-)"
)
# "Phone: 20 7946 0000"
_PHONE_LABEL = re.compile(r"\b(?:phone|tel|telephone|fax|mobile)\.?:? \Z", re.IGNORECASE)
_DIGIT_GROUPS = re.compile(r"\d+(?:[ .-]\d+)*")
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\b\.?|GMT\b|hours\b)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2} o['’]clock"
)
_POINT_BEFORE = re.compile(r"(?<![^\s(])\.\Z")  # a calibre: "a .303 rifle"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+Z?)?(?!\w)")
_SCORE = re.compile(r"(?P<first>\d{1,3})\s?[-–]\s?(?P<second>\d{1,3})(?:\s?[-–]\s?\d{1,3})*(?![\w]|[.,]\d)")
_TRIES = re.compile(r"\d+-for-\d+\b")
_VOTE = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|rul(?:ed|ing)|passed|approved|rejected|decision|majority|split|margin|by an?)\b"
    r"[^.]{0,25}$",
    re.IGNORECASE,
)
_SPORT = re.compile(
    r"\b(?:won|beat|lost|win|defeat\w*|victor\w+|draw|drew|games?|match|scor\w+)\b", re.IGNORECASE
)
_VOTE_BEHIND = re.compile(r"[ -](?:vote|ruling|decision|majority|split|margin|party|opinion)")
# Words behind "2-1" that are not counted by it: "a 2-1 win", "3-4 on Sunday".
_NOT_COUNTED = re.compile(
    r"[ -](?:vote|ruling|decision|win|victory|defeat|loss|lead|draw|thriller|triumph|success|in|on|at|to|and"
    r"|but|over|against|for|with|when|by|as|from|after|before|thanks|down|up|behind|ahead|late"
    r"|through|midway|aggregate|less|short|above|below)\b"
)
_WORD_BEHIND = re.compile(r"[ -][a-z]{3,}")


def notation(around: Around, found: Mention) -> Reason | None:
    """Find the notation that a number in digits is part of."""
    if found.form != "digits" or found.left != found.start:
        return None
    text = around.text
    start = found.start - (text[found.start - 1 : found.start] in ("(", "+"))
    phone = _PHONE.match(text, start) or _dialled(text, start)
    if phone is not None:
        return Reason(start, phone.end(), "phone")
    if _POINT_BEFORE.search(text[max(0, found.start - 2) : found.start]) and not around.counts_plural(found):
        return Reason(found.start - 1, found.end, "name")
    day = _ISO_DATE.match(text, found.start)
    if day is not None:
        return Reason(found.start, day.end(), "date")
    clock = _CLOCK.match(text, found.start)
    if clock is not None:
        return Reason(found.start, clock.end(), "clock time")
    return _score(text, found)


def _dialled(text: str, start: int) -> re.Match[str] | None:
    """Find the digits that a label says are a telephone number."""
    return _DIGIT_GROUPS.match(text, start) if _PHONE_LABEL.search(text, max(0, start - 12), start) else None


def _score(text: str, found: Mention) -> Reason | None:
    """Tell the result of a game from a range ("15-20 people") and from a vote ("a 6-3 ruling")."""
    match = _TRIES.match(text, found.start) or _SCORE.match(text, found.start)
    if match is None or found.unit is not None or found.end >= match.end():
        return None
    before = text[max(0, found.start - 40) : found.start]
    if before.endswith(" between ") and int(match["first"]) < int(match["second"]):
        return None  # "between 600-700 Orel workers"
    if _VOTE_BEHIND.match(text, match.end()) or (_VOTE.search(before) and not _SPORT.search(before)):
        return None
    return (
        None if match.re is _SCORE and _is_range(text, match) else Reason(found.start, match.end(), "score")
    )


def _is_range(text: str, match: re.Match[str]) -> bool:
    rises = int(match["first"]) < int(match["second"])
    unit = unit_after(text, match.end("second"), Fraction(match["second"]))
    return rises and (unit is not None or counts(text, match.end("second")))


def counts(text: str, end: int) -> bool:
    """Whether a word stands behind a number that it may count, and not the word for a result."""
    return _WORD_BEHIND.match(text, end) is not None and _NOT_COUNTED.match(text, end) is None
