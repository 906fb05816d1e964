"""Which way two amounts of one sentence are said to have gone: "rose to 242 from 331"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from addup.grouping.arithmetic.changes.levels import Levels, levels_told
from addup.grouping.arithmetic.changes.steps import amounts_told
from addup.grouping.patterns import alternatives, phrase
from addup.grouping.tables import table
from addup.records import Change, Reading

_LEAD = 45
_AMOUNT = r"[$€£¥]?$"
_ANOTHER_CLAUSE = re.compile(r"[;:()]|\b(?:and|while|but|after|when|which|who)\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """Two amounts, which way a word says that the one became the other, and the place of that word."""

    levels: Levels
    way: Change
    word: tuple[int, int]


def turns_told(reading: Reading) -> Iterator[Turn]:
    """Find the amounts of a report of which a word says which way they went."""
    for pair in levels_told(amounts_told(reading), reading):
        turn = _turn(pair, reading) if pair.by_words else None
        if turn is not None:
            yield turn


def _turn(pair: Levels, reading: Reading) -> Turn | None:
    """Give the word between two amounts, or right before them, that says which way they went."""
    text = reading.document.text
    if phrase(*table("arithmetic")["rise"]["inverse"]).search(text, *pair.after.sentence):
        return None
    first, last = sorted((pair.before, pair.after), key=lambda figure: figure.span.start)
    between = text[first.span.end : last.span.start]
    start = first.span.end
    found = _between().search(between)
    if found is None:
        start = max(first.sentence[0], first.span.start - _LEAD)
        found = _before().search(text[start : first.span.start])
        if found is None or _ANOTHER_CLAUSE.search(between):
            return None
    way: Change = "up" if found["up"] else "down"
    return Turn(pair, way, (start + found.start(way), start + found.end(way)))


@cache
def _between() -> re.Pattern[str]:
    """Match "310 schools, up from 390"."""
    words = table("arithmetic")["rise"]
    up, down = (alternatives([*words[way], *words[f"loose_{way}"]], any_case=True) for way in ("up", "down"))
    return re.compile(rf",?\s(?:(?P<up>{up})|(?P<down>{down}))\s(?:from|than)\b\s(?:[a-z]+ ){{0,2}}{_AMOUNT}")


@cache
def _before() -> re.Pattern[str]:
    """Match "fell to 310 schools from 390"."""
    words = table("arithmetic")["rise"]
    up, down = (alternatives(words[way], any_case=True) for way in ("up", "down"))
    ends = rf"(?:\s[a-z]+ly)?\s(?:to|from)(?:\s[a-z]+)?\s{_AMOUNT}"
    return re.compile(rf"\b(?:(?P<up>{up})|(?P<down>{down}))\b{ends}")
