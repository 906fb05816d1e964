"""By how much the first was ahead, and the numbers of candidates that should lie so far apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from addup.grouping.arithmetic.beside import is_bare
from addup.grouping.arithmetic.votes.contests import (
    NEAR,
    Contest,
    contest,
    is_cast,
    is_number,
    is_of_another,
    is_registered,
    is_side,
    is_void,
    tells_of_votes,
)
from addup.grouping.arithmetic.votes.telling_margins import is_margin, words
from addup.grouping.tables import table
from addup.records import Figure, Reading

_LONG = 70
_SHARE_BEFORE = re.compile(r"\d(?: ?%| percent| per cent| points)(?:,? (?:to|and) [^\d.;]{0,50})$")
_VOTES = re.compile(r"\b(?:votes?|voted|ballots?|polled)\b")
_SAMPLE = re.compile(r"\b(?:error|interviewed|panel|polled|questioned|sample|sampling|surveyed|telephoned)\b")
_DELEGATES = re.compile(r"\b[Dd]elegates\b")
_FOR_ONE = re.compile(r" (?:had |have )?voted for\b")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Margin:
    """By how much the first was ahead, and the numbers of the candidates of which two should differ so.

    `spare` are all other numbers in the same sentences: "(47 to 25)". Where the numbers are `loose`, only
    that their report has no others speaks for them, and the spare ones are all of the report.
    """

    ahead: Figure
    numbers: tuple[Figure, ...]
    spare: tuple[float, ...]
    loose: bool = False


def margins(reading: Reading) -> Iterator[Margin]:
    """Find by how much candidates are said to be ahead, with the numbers of candidates near by."""
    text = reading.document.text
    if not tells_of_votes(reading):
        return
    votes = contest(reading)
    for figure in reading.figures:
        if figure.stance != "stated" or figure.amount.bound != "exact" or not is_margin(figure, text):
            continue
        if is_of_another(figure, text) or not (_is_of_points(figure) or is_number(figure)):
            continue
        numbers = _numbers_near(figure, votes, reading)
        loose = len(numbers) < 2 and not _SAMPLE.search(text, *figure.sentence)
        if loose:
            numbers = _only_rivals(figure, reading)
        if len(numbers) > 1:
            around = {one.sentence for one in (figure, *numbers)}
            spare = _numbers(text, figure, [(0, len(text))] if loose else around)
            yield Margin(figure, tuple(numbers), tuple(spare), loose)


def _is_of_points(margin: Figure) -> bool:
    return margin.amount.unit in ("pp", "point") and margin.change is None


def _numbers_near(margin: Figure, votes: Contest | None, reading: Reading) -> list[Figure]:
    """Give the shares or votes of candidates, or those for and against, near a margin."""
    if _is_of_points(margin):
        return _shares_near(margin, reading)
    if votes is not None and len(votes.candidates) > 1:
        return list(votes.candidates)
    sides = [one for one in reading.figures if is_number(one) and is_side(one, reading.document.text)]
    return [one for one in sides if abs(one.span.start - margin.span.start) < NEAR]


def _only_rivals(margin: Figure, reading: Reading) -> list[Figure]:
    """Give the two numbers of one sentence that may be those of two rivals, where there is one such pair."""
    text = reading.document.text
    may = [one for one in reading.figures if _may_be_rival(one, margin, reading)]
    pairs = [
        [one, other]
        for one, other in pairwise(may)
        if one.sentence == other.sentence and not re.search(r"[:\d]", text[one.span.end : other.span.start])
    ]
    return pairs[0] if len({tuple(one.amount.low for one in pair) for pair in pairs}) == 1 else []


def _may_be_rival(figure: Figure, margin: Figure, reading: Reading) -> bool:
    """Tell whether a number may be the votes, or the share of them, of one who was ahead by some margin."""
    text = reading.document.text
    if figure is margin or figure.stance != "stated" or is_margin(figure, text):
        return False
    told = _DELEGATES.sub("", text[slice(*figure.sentence)])  # who vote here; elsewhere they are what is won
    if _VOTES.search(told) is None or words("apart").search(told):
        return False
    if margin.amount.unit in ("pp", "point"):
        return figure.amount.unit == "%" and figure.amount.bound == "exact" and figure.change is None
    rows = table("contests")["noun"]
    is_theirs = figure.noun in (*rows["votes"], *rows["people"])
    is_all = is_cast(figure, text) or is_void(figure, text) or is_registered(figure, text)
    more = (figure.amount.low or 0) > (margin.amount.low or 0)
    return (
        is_number(figure)
        and is_theirs
        and more
        and (not is_all or _FOR_ONE.match(text, figure.span.end) is not None)
    )


def _numbers(text: str, margin: Figure, stretches: Iterable[tuple[int, int]]) -> Iterator[float]:
    """Give all numbers of some stretches of a report but its margin."""
    number = margin.amount.number
    for start, end in stretches:
        for found in _NUMBER.finditer(text, start, end):
            if not number.start <= found.start() < number.end:
                yield float(found[0].replace(",", ""))


def _shares_near(margin: Figure, reading: Reading) -> list[Figure]:
    """Give the shares of votes in the sentence of a margin, and in the two before where it points back."""
    start, end = margin.sentence
    shares = [one for one in reading.figures if one is not margin and _is_share(one, reading)]
    here = [one for one in shares if start <= one.span.start < end]
    before = [one for one in shares if start - NEAR / 2 <= one.span.start < start]
    lead = reading.document.text[start : margin.span.start]
    points_back = re.match(r"\W*(?:His|Her|Their|That|The|This|It)\b", lead) is not None
    if len(here) > 1:
        return here
    return before if points_back and not here else []


def _is_share(figure: Figure, reading: Reading) -> bool:
    """Tell whether a figure is a candidate's share; a bare number is, beside one: "54 percent to 46"."""
    amount = figure.amount
    if amount.bound != "exact" or amount.worded or figure.change is not None:
        return False
    if amount.kind == "count":
        text, start = reading.document.text, amount.number.start
        bare = is_bare(figure) and (amount.low or 0) < 100 and amount.per is None
        return bare and _SHARE_BEFORE.search(text, max(0, start - _LONG), start) is not None
    return amount.unit == "%" or (amount.unit == "pp" and not is_margin(figure, reading.document.text))
