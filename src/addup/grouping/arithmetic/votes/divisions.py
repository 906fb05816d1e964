"""How a chamber divided: who voted for and against, or not at all, and how many sit there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from addup.grouping.arithmetic.votes.contests import NEAR, is_cast, is_number, is_side
from addup.grouping.arithmetic.votes.telling_margins import words
from addup.grouping.patterns import may_hold
from addup.grouping.tables import table
from addup.records import Figure, Reading

_OF_ALL = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|all|some|most)) of (?:the|its) $", re.I
)


@dataclass(frozen=True, slots=True)
class Division:
    """How a chamber voted, and the figures that say how many sit in it."""

    votes: tuple[Figure, ...]
    chamber: tuple[Figure, ...]


def divisions(reading: Reading) -> Iterator[Division]:
    """Find how a chamber voted, in the sentences that tell it, and how many sit there."""
    text = reading.document.text
    if not may_hold(text, ("vote", "abst", "ballot")):
        return
    told = [figure for figure in reading.figures if is_number(figure)]
    pairs = _tallies(told, text)
    sides = {id(one): one for pair in pairs for one in pair}
    seats = {
        id(one) for one in told if _is_chamber(one, text) and (_is_all(one, text) or not is_side(one, text))
    }
    told = [one for one in told if id(one) not in sides]
    sides |= {
        id(one): one
        for one in told
        if id(one) not in seats and (is_side(one, text) or _is_support(one, text))
    }
    votes = sorted(sides.values(), key=lambda one: one.span.start)
    chamber = [one for one in told if id(one) in seats or (id(one) not in sides and is_cast(one, text))]
    together = [one for one in votes if votes and one.span.start - votes[0].span.start < NEAR]
    if len(together) > 1 and len(together) == len(votes) and chamber and len(pairs) <= 1:
        yield Division(tuple(together), tuple(chamber))


def _tallies(told: Sequence[Figure], text: str) -> list[tuple[Figure, Figure]]:
    """Give the numbers that stand together as for and against: "voted 31 to 24", "by 96 votes to 71"."""
    return [
        (one, other)
        for one, other in pairwise(told)
        if re.fullmatch(
            r"(?: votes?)?(?:\s+to\s+|\s*[-–]\s*)", text[one.amount.number.end : other.span.start]
        )
        and words("tally", "deeds").search(text, one.sentence[0], one.span.start)
    ]


def _is_support(figure: Figure, text: str) -> bool:
    before = text[max(figure.sentence[0], figure.span.start - 25) : figure.amount.number.start]
    return re.search(r"\b(?:support|backing|votes) of (?:only |just )?$", before) is not None


def _is_chamber(figure: Figure, text: str) -> bool:
    """Tell whether a figure says how many sit in a chamber: "a 150-seat parliament", "has 60 members"."""
    rows = table("contests")["tally"]
    if figure.noun not in rows["members"]:
        return False
    if len(figure.counted.text.split()) > 1 if figure.counted else True:
        return False
    joined = re.match(r"[-‑](seat|member)?", text[figure.amount.number.end :][:8])
    if joined and not joined[1]:
        return False  # "the five-justice wing"
    before = text[figure.sentence[0] : figure.amount.number.start]
    if figure.event == "vote" or _is_all(figure, text):
        return True
    return (
        bool(joined) or figure.event in rows["holds"] or re.search(r"(?:’s|'s|\bits) $", before) is not None
    )


def _is_all(figure: Figure, text: str) -> bool:
    """Tell whether a figure is that of which some are told: "six of the 39 councillors"."""
    return _OF_ALL.search(text, figure.sentence[0], figure.amount.number.start) is not None
