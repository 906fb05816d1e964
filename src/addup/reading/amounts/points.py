"""Points and digits that are those of shares: in elections and of rates in per cent."""

from __future__ import annotations

import re

from addup.reading.amounts.index_levels import index_names
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.notations import counts
from addup.reading.amounts.words_around import Around

# "won by double digits", "a double-digit lead": how far apart two shares are
_APART_BEFORE = re.compile(
    r"\b(?:by|within|(?:leads?|lead in) (?:by|of|the)) (?:low |mid |high )?\Z", re.IGNORECASE
)
_APART_BEHIND = re.compile(r" (?:advantage|edge|lead|leads|margin|margins|victory|win|wins)\b")
_VOTED = re.compile(
    r"\b(?:ballots?|caucus(?:es)?|elections?|precincts?|primar(?:y|ies)|voters?)\b", re.IGNORECASE
)
_ELECTION = re.compile(
    r"\b(?:caucus(?:es)?|elections?|precincts?|primar(?:y|ies)|voters?|votes?)\b", re.IGNORECASE
)
# "won by more than 10 points", "trails him by 20 points", "10 points ahead", where people vote
_BY_POINTS = re.compile(
    r"\b(?:lead|led|los|trail|w[io]n|victor|defeat|beat|ahead|behind)[a-z]*\b[^.;:!?\n]{0,40}"
    r"\bby (?:[a-z]+ ){0,3}\Z"
)
_AHEAD = re.compile(r" (?:ahead|behind|clear|defeat|lead|loss|margin|victory|win)\b")


def is_of_election(around: Around, found: Mention) -> bool:
    """Whether points are those of a vote."""
    apart = _BY_POINTS.search(around.text, max(0, found.left - 80), found.left)
    return (apart or _AHEAD.match(around.text, found.right)) is not None and bool(_VOTED.search(around.text))


# "61 percent passed, two points more than last year", "stood at 61%, down three points"
_SHARE_BEFORE = re.compile(
    r"(?:%|\bper ?cent\b)[^.;:!?\n\d]{0,60}, (?:(?P<way>up|down) )?"
    r"(?:(?:about|almost|just|nearly|only|some) )?\Z"
)
_MORE_BEHIND = re.compile(r" (?:above|below|fewer|higher|less|lower|more)\b")


def is_beside_share(text: str, found: Mention) -> bool:
    """Whether points are by how many a share right before is more or less than another, and no index's."""
    before = _SHARE_BEFORE.search(text, max(0, found.left - 80), found.left)
    if before is None or not (before["way"] or _MORE_BEHIND.match(text, found.right)):
        return False
    return index_names().search(text, max(0, found.left - 160), found.left) is None


# "raised its key rate by a quarter of a point to 3.25 percent"
_RATE = re.compile(r"\brates?\b[^.;:!?\n]{0,60}\Z", re.IGNORECASE)
_TO_SHARE = re.compile(r"[^.;:!?\n]{0,20}\bto [\d.]+(?: per ?cent|%)")


def is_of_rate(around: Around, found: Mention) -> bool:
    """Whether points are those of a rate in per cent."""
    rate = _RATE.search(around.text, max(0, found.left - 80), found.left)
    return rate is not None and _TO_SHARE.match(around.text, found.right) is not None


# "has held rates near zero", "rates will return to zero"; "zero interest", "zero chance"
_RATE_AT = re.compile(
    r"\brates?\b[^.;:!?\n\d]{0,60} (?:around|at|below|above|close to|effectively|from|near|of|practically|to"
    r"|virtually) \Z",
    re.IGNORECASE,
)
_NOTHING_OF = re.compile(r"[- ](?:interest|rates?|chance|likelihood|probability)\b")


def is_rate_of_nothing(text: str, found: Mention) -> bool:
    """Whether zero is a rate or a likelihood in per cent."""
    said = _RATE_AT.search(text, max(0, found.left - 100), found.left)
    of_it = _NOTHING_OF.match(text, found.right)
    return of_it is not None or (said is not None and not counts(text, found.right))


def is_margin(around: Around, found: Mention) -> bool:
    """Whether a number of digits says by how many points somebody leads, in a poll or an election."""
    before = around.text[max(0, found.start - 24) : found.start]
    apart = _APART_BEFORE.search(before) or _APART_BEHIND.match(around.text, found.end)
    return apart is not None and (around.is_poll or _ELECTION.search(around.text) is not None)
