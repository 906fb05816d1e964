"""Numbers in a notation of their own: telephone numbers, clock times, scores, addresses of the web."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from addup.documents.posts import posts_of
from addup.reading.amounts.mentions import Mention, Reason
from addup.reading.amounts.tables import any_of
from addup.reading.amounts.units import unit_after
from addup.reading.amounts.words_around import Around, speaks_of_poll

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
# "UPDATE: 5/12 — The club has closed."
_NOTED_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])")
_NOTE_BEFORE = re.compile(r"\b(?:clarification|correction|update[ds]?)\b[:,]?(?: on)? \Z", re.IGNORECASE)
_SCORE = re.compile(r"(?P<first>\d{1,3})\s?[-–]\s?(?P<second>\d{1,3})(?:\s?[-–]\s?\d{1,3})*(?![\w]|[.,]\d)")
_EXPLAINED = re.compile(r"[\d.]+\s?(?:%|per ?cent\b)\s?[-–]")
_TRIES = re.compile(r"\d+-for-\d+\b")
_VOTE = re.compile(
    r"\b(?:vot(?:e[ds]?|ing)|rul(?:ed|ing)|passed|approved|rejected|decision|majority|split|margin|by an?)\b"
    r"[^.]{0,25}$",
    re.IGNORECASE,
)
_SPORT = re.compile(
    r"\b(?:won|beat|lost|win|defeat\w*|victor\w+|draw|drew|games?|match|scor\w+)\b", re.IGNORECASE
)
_DECIDED_BEFORE = 100  # characters
_SIDES = re.compile(r"(?P<first>\d{1,3})\s?[-–]\s?(?P<second>\d{1,3})(?![\w%]|[-–]\d|[.,]\d)")
_SIDE_BEFORE = re.compile(r"(?<![\d.,])\d{1,3}\s?[-–]\s?\Z")
_VOTE_BEHIND = re.compile(r"[ -](?:vote|ruling|decision|majority|split|margin|party|opinion)")
# Words behind "2-1" that are not counted by it: "a 2-1 win", "3-4 on Sunday".
_NOT_COUNTED = re.compile(
    r"[ -](?:vote|ruling|decision|win|victory|defeat|loss|lead|draw|thriller|triumph|success|in|on|at|to|and"
    r"|but|over|against|for|with|when|by|as|from|after|before|thanks|down|up|behind|ahead|late"
    r"|through|midway|aggregate|less|short|above|below|last|next|this|today|yesterday|during|since|until"
    r"|compared|versus|now|currently|earlier|ago|previously|because|while|or|than|per)\b"
)
_BEFORE_SCORE = 60  # characters
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_WORD_BEHIND = re.compile(r"[ -][a-z]{3,}")


# "tops Moore 41-40", "tied at 44-44": who in a poll is for one side and who for the other
_STANDING = re.compile(r"(?P<first>\d{2})\s?[-–]\s?(?P<second>\d{2})(?![\w%]|[-–.,]\d)")
_STANDING_BEFORE = re.compile(r"(?<!\d)\d{2}\s?[-–]\s?\Z")
_MOST, _ALL = 60, 100
_PLAYED = re.compile(r"\b(?:coach|final|games?|goals?|match|overtime|quarterback|season|scor\w+|team)\b")
# "by more than 2-1", "leads by a 3-to-1 margin", "favor it 2 to 1": how many are for a thing to one against
_ODDS = re.compile(r"(?P<first>\d{1,2}|[a-z]{3,5})(?:\s?[-–]\s?|-to-| to )(?:1|one)(?![\w%]|[-–.,]\d)")
_ODDS_BEFORE = re.compile(
    r"\b(?:by|(?:back|favou?r|lead|led|oppose|prefer|support)(?:s|ed|red)?(?: [\w.'’-]+){0,5}) "
    r"(?:by )?(?:(?:about|almost|more than|nearly|roughly) )?(?:an? )?\Z",
    re.IGNORECASE,
)
_BY_A = re.compile(r"\b[Bb]y (?:(?:about|almost|more than|nearly|roughly) )?an? \Z")
_MARGIN = re.compile(r"[ -](?:margin|ratio)\b")
_ODDS_BEHIND = re.compile(
    r"[ -](?:advantage|edge|lead|margin|ratio)\b|[.,;:)]|\s(?:in|on|over|that|among|they)\b|$"
)
# "outnumber them 3-1", "outspent by 5 to 1": how many times as many
_OUTDONE = re.compile(
    r"\bout(?:draw|gun|number|pac|poll|rais|sell|sold|spen[dt]|vot)[a-z]*(?: [\w.'’-]+){0,7}? "
    r"(?:(?:about|almost|by|more than|nearly|roughly) ){0,2}\Z"
)
_OF_BODY = re.compile(
    r"\b(?:board|commission|committee|council|court|decision|judges?|justices?|panel|passed|rejected|rul\w+"
    r"|vote[ds]?|voting|House|Senate)\b"
)
_VOTERS = re.compile(
    r"\b(?:Americans|approv\w+|candidates?|Democrats?|elections?|opinions?|primar(?:y|ies)|public|Republicans?"
    r"|respondents?|surveyed|voters?)\b"
)
_AMONG = re.compile(r" (?:among|nationally|nationwide|statewide|there|with)\b")


def asks_voters(text: str) -> bool:
    """Whether a text tells of polls, and not of those that rank teams."""
    return speaks_of_poll(text) and _VOTERS.search(text) is not None


def _clause_before(text: str, start: int) -> str:
    return _SENTENCE_END.split(text[max(0, start - _BEFORE_SCORE) : start])[-1]


def _is_contest(words: str) -> bool:
    """Whether words are of a game, or of what a body decides."""
    return _PLAYED.search(words) is not None or _OF_BODY.search(words) is not None


def standing(text: str, start: int) -> re.Match[str] | None:
    """Find the two shares of a poll that stand as a score does: "tops Moore 41-40"."""
    match = _STANDING.match(text, start)
    if match is None or not _MOST <= int(match["first"]) + int(match["second"]) <= _ALL:
        return None
    behind = _SENTENCE_END.split(text[match.end() : match.end() + _BEFORE_SCORE], maxsplit=1)[0]
    if not asks_voters(text) or _is_contest(_clause_before(text, start)) or _is_contest(behind):
        return None
    return match if _AMONG.match(text, match.end()) or not counts(text, match.end()) else None


@cache
def _decided_by() -> re.Pattern[str]:
    """What a body does by so many to so many: "the bill passed the Senate [52-48]", "the motion failed"."""
    return re.compile(rf"\b{any_of('decided', 'verbs')}\b")


@cache
def _chamber() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('decided', 'bodies')}|{any_of('decided', 'matters')})\b")


@cache
def _of_chamber() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('decided', 'bodies')}['’]s? \Z")


def decided(text: str, start: int) -> re.Match[str] | None:
    """Find who was for and who against what a body decided: "passed the Senate 52-48"."""
    sides = _SIDES.match(text, start)
    if sides is None:
        return None
    if _VOTE_BEHIND.match(text, sides.end()) and _of_chamber().search(text, max(0, start - 30), start):
        return sides  # "the Senate's 80-19 vote"
    if counts(text, sides.end()):
        return None
    before = _SENTENCE_END.split(text[max(0, start - _DECIDED_BEFORE) : start])[-1]
    voted = _decided_by().search(before) is not None and _chamber().search(before) is not None
    return sides if voted and not _PLAYED.search(before) else None


def decided_at_end(text: str, start: int) -> bool:
    """Whether a number is the second of the two sides."""
    first = _SIDE_BEFORE.search(text, max(0, start - 7), start)
    return first is not None and decided(text, first.start()) is not None


def standing_at_end(text: str, start: int) -> bool:
    """Whether a number is the second of the two shares."""
    first = _STANDING_BEFORE.search(text, max(0, start - 6), start)
    return first is not None and standing(text, first.start()) is not None


def odds(text: str, start: int) -> re.Match[str] | None:
    """Find how many are for a thing to one against it: "voters oppose it by 2-1", "a 3-to-1 margin"."""
    match = _ODDS.match(text, start)
    if match is None or not _ODDS_BEHIND.match(text, match.end()):
        return None
    before = _clause_before(text, start)
    by_margin = _BY_A.search(before) is not None and _MARGIN.match(text, match.end()) is not None
    if not by_margin and not asks_voters(text):
        return None
    return match if _ODDS_BEFORE.search(before) and not _is_contest(before) else None


def outdone(text: str, start: int) -> re.Match[str] | None:
    """Find how many times somebody outdoes somebody: "outnumber them 3-1", "outspent by 5 to 1"."""
    match = _ODDS.match(text, start)
    if match is None or not _ODDS_BEHIND.match(text, match.end()):
        return None
    return match if _OUTDONE.search(_clause_before(text, start)) else None


def notation(around: Around, found: Mention) -> Reason | None:
    """Find the notation that a number in digits is part of."""
    if found.form == "fraction":
        return _noted(around.text, found)
    if found.form != "digits" or found.left != found.start:
        return None
    text = around.text
    start = found.start - (text[found.start - 1 : found.start] in ("(", "+"))
    phone = _PHONE.match(text, start) or _dialled(text, start)
    if phone is not None:
        return Reason(start, phone.end(), "phone")
    if _POINT_BEFORE.search(text[max(0, found.start - 2) : found.start]) and not around.counts_plural(found):
        return Reason(found.start - 1, found.end, "name")
    for written, why in ((_ISO_DATE, "date"), (_CLOCK, "clock time")):
        when = written.match(text, found.start)
        if when is not None:
            return Reason(found.start, when.end(), why)
    return _posted(text, found) or _score(text, found)


def _noted(text: str, found: Mention) -> Reason | None:
    """Tell the day of a note by the editors from a fraction: "UPDATE: 5/12 — The club has closed."."""
    day = _NOTED_DAY.match(text, found.start)
    noted = day is not None and _NOTE_BEFORE.search(text, max(0, found.start - 20), found.start)
    return Reason(found.start, found.end if day is None else day.end(), "date") if noted else None


def _posted(text: str, found: Mention) -> Reason | None:
    """Tell how long ago somebody posted: "Jo Bell @jobell · 3h"."""
    is_beside = any(post.label[0] <= found.start < post.label[1] for post in posts_of(text))
    return Reason(found.left, found.right, "date") if is_beside else None


def _dialled(text: str, start: int) -> re.Match[str] | None:
    """Find the digits that a label says are a telephone number."""
    return _DIGIT_GROUPS.match(text, start) if _PHONE_LABEL.search(text, max(0, start - 12), start) else None


def _score(text: str, found: Mention) -> Reason | None:
    """Tell the result of a game from a range ("15-20 people") and from a vote ("a 6-3 ruling")."""
    match = _TRIES.match(text, found.start) or _SCORE.match(text, found.start)
    if match is None or found.unit is not None or found.end >= match.end():
        return None
    if any(known(text, found.start) for known in (standing, odds, outdone, decided, is_set_off)):
        return None
    before = text[max(0, found.start - 40) : found.start]
    if before.endswith(" between ") and int(match["first"]) < int(match["second"]):
        return None  # "between 600-700 Orel workers"
    if match.re is _SCORE and _EXPLAINED.match(text, match.start("second")):
        return None  # "of those asked, 781 – 63 per cent – agree"
    if _VOTE_BEHIND.match(text, match.end()) or (_VOTE.search(before) and not _SPORT.search(before)):
        return None
    return (
        None if match.re is _SCORE and _is_range(text, match) else Reason(found.start, match.end(), "score")
    )


def is_set_off(text: str, start: int) -> bool:
    """Whether a dash with blanks sets off what explains a number: "fell to 750 – 40 per cent below normal".

    Results of games are set so too ("beat Rovers 3 – 1", "Rovers 3 – 1 Athletic"), and ranges ("20 - 30
    people").
    """
    match = _SPACED.match(text, start)
    if match is None:
        return False
    before = _clause_before(text, start)
    if _SPORT.search(before) or _PLAYED.search(before):
        return _HAS_UNIT.match(text, match.end()) is not None
    sides = _NAME_BEFORE.search(before) and _NAME_BEHIND.match(text, match.end())
    return not sides and (int(match["first"]) > int(match["second"]) or not counts(text, match.end()))


_SPACED = re.compile(r"(?P<first>\d{1,3}) [-–—] (?P<second>\d{1,3})(?![\w]|[.,]\d)")
_HAS_UNIT = re.compile(r"\s?%| per ?cent\b")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w'’.-]+ \Z")
_NAME_BEHIND = re.compile(r" [A-Z][a-z]")


def _is_range(text: str, match: re.Match[str]) -> bool:
    rises = int(match["first"]) < int(match["second"])
    unit = unit_after(text, match.end("second"), Fraction(match["second"]))
    return rises and (unit is not None or counts(text, match.end("second")))


def counts(text: str, end: int) -> bool:
    """Whether a word stands behind a number that it may count, and not the word for a result."""
    return _WORD_BEHIND.match(text, end) is not None and _NOT_COUNTED.match(text, end) is None
