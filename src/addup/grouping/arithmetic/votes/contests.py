"""Votes in a report: each candidate's, all that were cast, and by how many the first was ahead.

Whose a number is need not be known: that it is one candidate's follows from its verb and its noun, or from
the candidate's number before it. What may be of another vote, of some voters or of an average is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from addup.grouping.arithmetic.beside import is_bare
from addup.grouping.arithmetic.votes.telling_margins import is_margin, words
from addup.grouping.patterns import may_hold
from addup.grouping.tables import table
from addup.records import Figure, Reading

_HINTS = ("vote", "ballot", "poll", "seat", "elect", "survey", "candidate")
_SHORT = 45
NEAR = 600
_RANKED = re.compile(r"\b(?:came|finished|placed) (?:first|second|third|fourth|last) (?:with|on) $")
_VOTED = re.compile(r"\b(?:voted|votes? cast|ballots?)\b")
_FRONTED_SIDE = re.compile(
    r"\b(?:in favou?r|for|against)(?: of [\w ]{1,20})? (?:were|was|voted) $", re.IGNORECASE
)
_OF_ALL = re.compile(r" of (?:the|its) [\d,]+ [a-z]+")
_IN_FAVOUR = re.compile(r"\bin favou?r\b")
_CASTS = re.compile(r" (?:had |have )?(?:cast|took part|turned out|voted)\b(?! for\b| against\b)")


@dataclass(frozen=True, slots=True)
class Contest:
    """The votes of candidates, and what was cast in all: valid votes or ballots, or the register."""

    candidates: tuple[Figure, ...]
    cast: tuple[Figure, ...]
    valid: tuple[Figure, ...]
    void: tuple[Figure, ...]
    registered: tuple[Figure, ...]
    turnout: tuple[Figure, ...]


def tells_of_votes(reading: Reading) -> bool:
    """Tell quickly whether a report may tell of a vote or a poll."""
    return may_hold(reading.document.text, _HINTS)


def contest(reading: Reading) -> Contest | None:
    """Find the votes that a report gives to candidates, and of what they are parts."""
    text = reading.document.text
    if not tells_of_votes(reading) or words("several").search(text):
        return None
    told = [figure for figure in reading.figures if is_number(figure)]
    candidates = _candidates(told, text)
    cast = [one for one in told if one not in candidates and is_cast(one, text)]
    void = [one for one in told if one not in candidates and is_void(one, text)]
    cast = [one for one in cast if one not in void]
    registered = [one for one in told if one not in candidates and is_registered(one, text)]
    cast = [one for one in cast if one not in registered]
    turnout = [one for one in reading.figures if _is_turnout(one, text)]
    if len(candidates) < 2 and not void and not (candidates and (turnout or cast)):
        return None
    valid = [one for one in cast if _is_valid(one, text)]
    cast = [one for one in cast if one not in valid]
    return Contest(*map(tuple, (candidates, cast, valid, void, registered, turnout)))


def is_number(figure: Figure) -> bool:
    """Tell whether a figure is one number of things, as somebody states it."""
    amount = figure.amount
    return (
        amount.kind == "count"
        and amount.unit is None
        and amount.per is None
        and not amount.worded
        and amount.bound in ("exact", "about", "min")
        and figure.stance == "stated"
        and figure.change is None
        and amount.change is None
    )


def is_of_another(figure: Figure, text: str) -> bool:
    """Tell whether the words around a figure speak of another vote, or of some voters alone."""
    before, behind = _around(figure, text)
    own = re.split(r", (?:who|which|whose)\b", behind)[0]
    return words("apart").search(f"{before} ~ {own}") is not None


def _candidates(told: Sequence[Figure], text: str) -> list[Figure]:
    """Give the numbers of votes that single candidates have, each of the run of sentences that tells them."""
    found: list[Figure] = []
    for figure in told:
        if is_of_another(figure, text) or is_margin(figure, text) or is_side(figure, text):
            continue
        first = _has_votes(figure, text)
        if found and found[-1].sentence[1] < figure.sentence[0] - NEAR:
            break
        if first or (found and _is_like(figure, found, text)):
            found.append(figure)
    return found


def _has_votes(figure: Figure, text: str) -> bool:
    """Tell whether a figure is the votes that somebody got."""
    noun = figure.noun in table("contests")["noun"]["votes"] and "vote" in figure.span.text.lower()
    got = figure.event is not None and figure.event.split()[0] in table("contests")["got"]["words"]
    chose = figure.event in table("contests")["chose"]["words"] and _VOTED.search(text, *figure.sentence)
    ranked = is_bare(figure) and _RANKED.search(text, figure.sentence[0], figure.amount.number.start)
    return (
        bool(chose or (got and (noun or ranked))) and not is_cast(figure, text) and not is_void(figure, text)
    )


def _is_like(figure: Figure, found: Sequence[Figure], text: str) -> bool:
    """Tell whether a bare number goes on with the votes of candidates: "to 13,118 for the mayor"."""
    bare = is_bare(figure)
    near = figure.sentence[0] - found[-1].sentence[1] < NEAR / 2
    verb = figure.event is None or figure.event.split()[0] in table("contests")["got"]["words"]
    if figure.sentence != found[-1].sentence:
        # "The oldest, Ted Holm, is 84": what somebody is, or there is, are no votes without their noun.
        verb = verb and figure.event not in (None, "be", "have") and not figure.amount.number.text.isalpha()
    noun = figure.noun in (*table("contests")["noun"]["votes"], *table("contests")["noun"]["people"])
    size = (figure.amount.low or 0) * 1000 > (found[0].amount.low or 0)
    return bare and near and verb and noun and size and not is_void(figure, text)


def _around(figure: Figure, text: str) -> tuple[str, str]:
    """Give the words right before and behind a figure, within its sentence and up to a number."""
    start, end = figure.sentence
    before = text[max(start, figure.amount.number.start - _SHORT) : figure.amount.number.start]
    behind = text[figure.amount.number.end : min(end, figure.span.end + _SHORT)]
    return re.split(r"\d", before)[-1], re.split(r"\d|[;:]", behind)[0]


def is_cast(figure: Figure, text: str) -> bool:
    """Tell whether a figure is of all votes, or of all who voted."""
    before, behind = _around(figure, text)
    rows = table("contests")["noun"]
    papers = figure.noun in rows["papers"]
    people = figure.noun in rows["people"]
    if people and _CASTS.match(text, figure.span.end):
        return True
    event = figure.event in (
        "cast",
        "count",
        "vote",
        "turn out",
        "take part",
        "participate",
        "valid",
        "return",
        "go",
    )
    if not (papers or people) or is_side(figure, text):
        return False
    if people:
        behind = text[figure.amount.number.end : min(figure.sentence[1], figure.span.end + 2 * _SHORT)]
    told = words("cast").search(f"{before} ~ {re.split(', ', behind)[0]}") is not None
    return (papers and (told or "ballot" in figure.span.text.lower())) or (people and event and told)


def is_void(figure: Figure, text: str) -> bool:
    """Tell whether a figure is of ballots that count for nobody."""
    return words("void").search(_said_of(figure, text)) is not None and _is_paper(figure)


def _is_valid(figure: Figure, text: str) -> bool:
    return re.search(r"\bvalid\b", _said_of(figure, text)) is not None and _is_paper(figure)


def _is_paper(figure: Figure) -> bool:
    return figure.noun in table("contests")["noun"]["papers"]


def _said_of(figure: Figure, text: str) -> str:
    """Give what a figure counts and the few words behind it: "1,150 were spoiled"."""
    behind = text[figure.amount.number.end : min(figure.sentence[1], figure.amount.number.end + 30)]
    return re.split(r"[,.;]|\band\b", behind)[0]


def is_registered(figure: Figure, text: str) -> bool:
    """Tell whether a figure is of all who might vote."""
    before, behind = _around(figure, text)
    return (
        figure.noun in table("contests")["noun"]["people"]
        and words("registered").search(f"{before} ~ {behind}") is not None
    )


def _is_turnout(figure: Figure, text: str) -> bool:
    """Tell whether a share is the turnout of this vote."""
    before, behind = _around(figure, text)
    return (
        figure.amount.kind == "share"
        and figure.amount.unit == "%"
        and figure.change is None
        and figure.stance == "stated"
        and (figure.noun == "turnout" or "turnout" in text[figure.sentence[0] : figure.span.start].lower())
        and not re.search(
            r"\b(?:from|than|with|by|in|ago)\s*$|years ago|in (?:19|20)\d\d", before + "~" + behind
        )
    )


def is_side(figure: Figure, text: str) -> bool:
    """Tell whether a figure is of those who voted for or against something, or abstained."""
    _, behind = _around(figure, text)
    if _FRONTED_SIDE.search(text[figure.sentence[0] : figure.amount.number.start]):
        return True
    number = figure.amount.number
    apart = _OF_ALL.match(text, number.end, figure.sentence[1])
    if apart is not None:  # "six of the 39 councillors stayed away"
        behind = text[apart.end() : min(figure.sentence[1], apart.end() + _SHORT)]
    close = re.split(r"[,.]", behind)[0][:35]
    if figure.event == "vote" and re.match(r"\s(?:voted )?for\b", close):
        return True
    if text[figure.amount.number.end + len(close) :][:1].isdigit():
        close = re.sub(r"\bagainst $", "", close)  # "1,204,310 votes against 1,131,870"
    sides = words("tally", "against"), words("tally", "aside"), _IN_FAVOUR
    return any(side.search(close) for side in sides)
