"""An average beside the most and the least of the same: "none waited more than 36 days", "an average of 41".

They are in one unit. What else holds them together are the words of their sentences: they share one that
says what is measured or of whom, or tell of one kind of amount (`extremes.toml`). Of an average that might
be of others nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from addup.grouping.arithmetic.beside import is_told, value
from addup.grouping.arithmetic.said import names_of_sentence, stems_of
from addup.grouping.arithmetic.sizes import Size, size_of
from addup.grouping.patterns import alternatives, may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

Way = Literal["most", "least"]
_NONE = re.compile(r"\b(?:[Nn]o|[Nn]one|[Nn]obody|[Nn]ot one|[Nn]ever|[Nn]o one|[Nn]ot a single)\b")
_MORE = re.compile(r"(?:more|longer|higher|larger|older|bigger|over|above) (?:than )?", re.IGNORECASE)
_LESS = re.compile(r"(?:less|fewer|shorter|lower|smaller|younger|under|below) (?:than )?", re.IGNORECASE)
_TIME_ONLY = re.compile(r"\b(?:in|for|since|within|previous|last|past|next|first) $")
"""What leads to a stretch of time that only says when: "the smallest in 11 years", "the last five years"."""
_OF_ALL = re.compile(r"\bof (?:the|its|their|all|these|those)(?: \w+)? $")
_OLDEST = 110
_RANGED = re.compile(r"\b(?:ranged|ranging|range|varied|vary|between)\b")
_CLAUSE = re.compile(r"[;:]|,? (?:while|whereas|but) |, and ")


@dataclass(frozen=True, slots=True)
class Extreme:
    """An average, and the most or the least of what it is of; `averages` are all that may be meant."""

    average: Figure
    extreme: Figure
    way: Way
    averages: tuple[Figure, ...]


def extremes(reading: Reading) -> Iterator[Extreme]:
    """Find the averages of a report, and what they cannot be beyond."""
    text = reading.document.text
    if not may_hold(text, ["average", "averag", "mean"]):
        return
    told = [figure for figure in reading.figures if is_told(figure) and figure.change is None]
    told = [one for one in told if not _says_when_or_of_whom(one, text)]
    averages = [one for one in told if _is_average(one, told, text)]
    for way_of in told if averages else ():
        if way_of in averages:
            continue
        for way in _ways(way_of, told, text):
            mine = [one for one in averages if _alike(one, way_of)]
            linked = [one for one in mine if _are_of_one(one, way_of, text)]
            if len(linked) == 1:
                yield Extreme(linked[0], way_of, way, tuple(mine))


def _says_when_or_of_whom(figure: Figure, text: str) -> bool:
    lead = text[figure.sentence[0] : figure.amount.number.start]
    pattern = {"count": _OF_ALL, "duration": _TIME_ONLY}.get(figure.amount.kind)
    return pattern is not None and pattern.search(lead) is not None


def _lead(figure: Figure, told: list[Figure], text: str) -> str:
    """Give the words before an amount in its clause, up to another in the same unit."""
    before = [one.span.end for one in told if one.span.end <= figure.span.start and _alike(one, figure)]
    start = max([figure.sentence[0], *before])
    return _CLAUSE.split(text[start : figure.amount.number.start])[-1]


def _behind(figure: Figure, told: list[Figure], text: str) -> str:
    following = [one.span.start for one in told if one.span.start >= figure.span.end and _alike(one, figure)]
    end = min([figure.sentence[1], *following])
    return _CLAUSE.split(text[figure.span.end : end])[0]


def _is_average(figure: Figure, told: list[Figure], text: str) -> bool:
    """Tell whether an amount is an average that the report makes."""
    words = f"{_lead(figure, told, text)} # {_behind(figure, told, text)[:24]}"
    rows = table("extremes")["average"]
    return phrase(*rows["words"]).search(words) is not None and not phrase(*rows["unless"]).search(
        text, *figure.sentence
    )


def _ways(figure: Figure, told: list[Figure], text: str) -> Iterator[Way]:
    """Tell whether an amount is the most or the least of all, by its words; both, where it is a range."""
    amount, lead = figure.amount, _lead(figure, told, text)
    rows = table("extremes")["superlatives"]
    if amount.bound == "range":
        if _RANGED.search(lead) or _RANGED.search(figure.span.text):
            yield "most"
            yield "least"
        return
    if phrase(*rows["unless"]).search(_UNLESS_HEDGE.sub("", f"{lead}{_behind(figure, told, text)}")):
        return
    if _NONE.search(lead):
        hedge = text[figure.span.start : amount.number.start] + lead[-20:]
        if _MORE.search(hedge):
            yield "most"
        elif _LESS.search(hedge):
            yield "least"
        return
    if amount.bound not in ("exact", "about"):
        return
    found = [(one.end(), way) for way in ("most", "least") for one in phrase(*rows[way]).finditer(lead)]
    if found:
        yield "most" if max(found)[1] == "most" else "least"
    else:
        behind = _behind(figure, told, text)
        match = _the_most().match(behind)
        if match:
            yield "most" if match[1] in rows["most"] else "least"


_UNLESS_HEDGE = re.compile(r"\b(?:more|less|fewer) than $")


@cache
def _the_most() -> re.Pattern[str]:
    rows = table("extremes")["superlatives"]
    return re.compile(rf",? (?:was|were|is|being) the ({alternatives([*rows['most'], *rows['least']])})\b")


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether two amounts are in one unit; bare counts are of anything."""
    mine, its = _size(one), _size(other)
    if mine is None or its is None:
        return False
    if one.amount.kind == "count" and other.amount.kind == "count":
        return True
    if {one.amount.kind, other.amount.kind} == {"age", "count"}:
        return all(one.amount.unit in (None, "year") and value(one) < _OLDEST for one in (one, other))
    return mine.dimension == its.dimension and mine.base == its.base


def _size(figure: Figure) -> Size | None:
    size = size_of(figure)
    if figure.amount.kind == "age":
        return Size("age", Fraction(1))
    return size


def _are_of_one(average: Figure, extreme: Figure, text: str) -> bool:
    """Tell whether words say that an average and an extreme are of the same ones, and none says no."""
    if average.period.meets(extreme.period) is False or average.amount.per != extreme.amount.per:
        return False
    mine, its = names_of_sentence(average, text), names_of_sentence(extreme, text)
    if mine and its and mine.isdisjoint(its):
        return False
    if average.amount.kind == extreme.amount.kind == "age" or _are_of_one_kind(average, extreme, text):
        return True
    return len(_stems(average, text) & _stems(extreme, text)) >= (2 if average.amount.kind == "count" else 1)


def _are_of_one_kind(average: Figure, extreme: Figure, text: str) -> bool:
    """Tell whether a superlative and an average name one kind of amount: the cheapest, an average price."""
    lead, words = text[extreme.sentence[0] : extreme.sentence[1]], text[slice(*average.sentence)]
    return any(
        phrase(*row["superlatives"]).search(lead) and phrase(*row["words"]).search(words)
        for row in table("extremes")["of"]
    )


def _stems(figure: Figure, text: str) -> frozenset[str]:
    """Give the words of the sentence of a figure, but for its own."""
    start, end = figure.sentence
    words = f"{text[start : figure.span.start]} {text[figure.span.end : end]}"
    rows = table("extremes")
    words = phrase(
        *rows["superlatives"]["most"], *rows["superlatives"]["least"], *rows["average"]["words"]
    ).sub(" ", words)
    return stems_of(words)
