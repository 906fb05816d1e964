"""What reports say of changes: by how many percent or times, by how much, and the amounts beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from addup.grouping.arithmetic.beside import is_told, value
from addup.grouping.patterns import alternatives
from addup.grouping.tables import table
from addup.records import Change, Figure, Reading

_LEAD = 45
_FEW = 5
"""Fewer things than these are told in words of no change: "a one-time gain", "two of the towns"."""
_PLANNED = re.compile(r"\s(?:above|ahead of|below|short of|over (?:plan|target)|under (?:plan|target))\b")
_AS_MANY = re.compile(r"\s(?:as (?:big|great|high|large|long|many|much)|the|that of)\b")
_DOWN = ("fewer", "less", "lower", "smaller", "cheaper", "down")
How = Literal["percent", "times", "by", "points"]


@dataclass(frozen=True, slots=True)
class Step:
    """What is said of a change: by how much of what it was, how often that, by how much, or which way."""

    figure: Figure
    how: How
    way: Change


def steps_told(reading: Reading) -> list[Step]:
    """Find what a report says of changes."""
    return [step for figure in reading.figures if _is_told(figure) and (step := _step(figure, reading))]


def amounts_told(reading: Reading) -> list[Figure]:
    """Give the amounts of a report that may have changed to or from others."""
    told = [figure for figure in reading.figures if _is_told(figure) and _is_level(figure)]
    return [figure for figure in told if _step(figure, reading) is None]


def _is_told(figure: Figure) -> bool:
    """Tell whether a figure is a number that somebody states, or a word like "halved"."""
    halved = figure.amount.worded and figure.change is not None and figure.amount.low is not None
    return figure.stance not in ("denied", "supposed") and (is_told(figure) or halved)


def _is_level(figure: Figure) -> bool:
    if figure.amount.unit is None and value(figure) < _FEW:
        return False
    return figure.amount.kind in ("count", "money", "measure", "share") and figure.amount.unit != "pp"


def _step(figure: Figure, reading: Reading) -> Step | None:
    """Tell what an amount says of a change; None if it says nothing of one."""
    amount, text = figure.amount, reading.document.text
    if amount.kind == "measure" and amount.unit == "time":
        as_many = _AS_MANY.match(text, figure.span.end)
        return Step(figure, "times", figure.change or "up") if figure.change or as_many else None
    way = figure.change or _way(figure, text)
    if way is None:
        return None
    if amount.kind == "share" and amount.unit == "%":
        return None if _PLANNED.match(text, figure.span.end) else Step(figure, "percent", way)
    if amount.kind in ("count", "money", "measure") and _is_difference(figure, text):
        return Step(figure, "by", way)
    return None


def _way(figure: Figure, text: str) -> Change | None:
    """Tell which way an amount is said to have gone by so much: "an increase of 85", "85 more than"."""
    lead = text[max(figure.sentence[0], figure.span.start - _LEAD) : figure.span.start]
    found = _by().search(lead)
    if found is not None:
        return "up" if found["up"] else "down"
    behind = _than().match(text, figure.span.end) or _than().match(
        text, figure.amount.number.end, figure.span.end
    )  # "a quarter more woodland ... than last year"
    if behind is None:
        return None
    return "down" if behind[1].lower() in _DOWN else "up"


def _is_difference(figure: Figure, text: str) -> bool:
    """Tell whether an amount is by how much another changed, and not what it changed to."""
    lead = text[max(figure.sentence[0], figure.span.start - _LEAD) : figure.span.start]
    behind = text[figure.span.end : figure.span.end + _LEAD]
    than = _than().match(behind)
    return _by().search(lead) is not None or (than is not None and behind[than.end() :].startswith(" than "))


@cache
def _by() -> re.Pattern[str]:
    """Match what leads to by how much something changed: "an increase of", "fell by"."""
    words = table("arithmetic")["rise"]
    up, down = (alternatives(words[way], any_case=True) for way in ("up", "down"))
    return re.compile(
        rf"\b(?:(?P<up>{up})|(?P<down>{down}))\s(?:{alternatives(words['so_much'])}){right_before()}"
    )


@cache
def _than() -> re.Pattern[str]:
    """Match what is said behind by how much something is more: " more", " homes fewer"."""
    return re.compile(rf"\s(?:[a-z]+\s)?({alternatives(table('arithmetic')['rise']['than'])})\b")


@cache
def right_before() -> str:
    """Write the pattern of what may stand between words and the amount that they lead to."""
    hedges = alternatives(table("cues")["putting"]["hedges"])
    return rf"(?:\s(?:a|an|the|its|their|only|just|{hedges}))*\s+[$€£¥]?$"
