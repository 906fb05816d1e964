"""Levels and the moves that lead to them or are held against them: "rose to 4.1 percent from 4.3"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from addup.reading.amounts.index_levels import index_names
from addup.reading.amounts.left_out.giving import PLAIN, RATE, may_be_alike, with_unit_of
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.moves import is_moved_by
from addup.reading.amounts.notations import counts
from addup.reading.amounts.units import Unit

_HEDGES = (
    r"(?:(?:a little|about|almost|an estimated|around|at least|close to|fewer than|just|less than|more than"
    r"|nearly|only|over|roughly|slightly|some|under|well)\s){0,2}"
)
_COMPARED = re.compile(
    rf"{RATE},?\s(?:(?:up|down)\s)?(?:from|against|versus|compared with|compared to)\s{_HEDGES}"
    # "tonnes of wheat in 2023, down from"
    rf"|{RATE}(?:\sof\s[a-z]+(?:\s[a-z]+)?)?(?:\s(?:this|last)\s[a-z]+|\s(?:by|in)\s[\w/]+(?:\s\d{{4}})?)?"
    rf",?\s(?:up from|down from|against|versus|compared with|compared to)\s{_HEDGES}"
    r"|[^.!?;:,\n]{0,40}\s(?:instead of|rather than|and not)\s"  # "seven litres of water a day instead of 20"
    # "2,240 hectares; in the summer of 2023 it was 1,600"
    rf"|(?:\s[^.!?;:\n\d]{{1,40}})?[;.]\s[^.!?;:\n\d]{{1,40}}(?:\d{{4}}[^.!?;:\n\d]{{0,20}})?"
    rf"\bit\s(?:was|had\sbeen|came\sto|stood\sat)\s{_HEDGES}"
)
# "Fell to 4.1 million barrels a day in May from 4.3 million"
_MOVED_TO = re.compile(rf"\bto (?:a record )?{_HEDGES}$")
_FROM = re.compile(
    rf"{RATE}(?:\s(?:this|last)\s[a-z]+|\s(?:by|in)\s(?:the\s)?[\w/]+(?:\s[a-z]+|\s\d{{4}})?)?,?\sfrom\s{_HEDGES}"
)
# "Rose by 120,000 barrels a day in October to 4.35 million"
_WHEN_TO = re.compile(rf"{RATE} (?:in [A-Z][a-z]+|(?:last|this) [a-z]+|on [A-Z][a-z]+) to {_HEDGES}")
# How a board of prices has them: "industrials 2,596.72, off 17.01", "141.65 yen, off 0.45".
_OFF = re.compile(r",?\s(?:up|down|off)\s")
_POINTS = Unit("point", "measure")
# "the Tokyo index was down 15.82 at 2681.76"
_INDEX_MOVED = re.compile(
    r"[^.;:!?\n]{0,80}\b"
    r"(?:up|down|off|added|climbed|dropped|eased|fell|gained|jumped|lost|rose|shed|slid|slipped)(?: by)? "
)


def _is_of_index(text: str, move: Mention, level: Mention) -> bool:
    """Whether two bare decimals are how far an index moved, and to where."""
    bare = move.unit is None and level.unit is None and move.form == level.form == "digits"
    if not bare or text[move.right : level.left] not in {" at ", " to "}:
        return False
    decimals = all("." in text[found.start : found.end] for found in (move, level))
    if not decimals:
        return False
    names = index_names().finditer(text, max(0, move.left - 120), move.left)
    return any(_INDEX_MOVED.fullmatch(text, name.end(), move.left) for name in names)


def of_board(text: str, level: Mention, move: Mention) -> tuple[Mention, Mention]:
    """Give a move behind a level its unit; without any, decimals that move are the points of an index."""
    if _is_of_index(text, level, move):
        return replace(level, unit=_POINTS), replace(move, unit=_POINTS)
    plain = level.form == move.form == "digits" and move.unit is None and level.bound == move.bound == "exact"
    if not plain or not _OFF.fullmatch(text[level.right : move.left]) or counts(text, move.right):
        return level, move
    if level.unit is not None:
        priced = level.unit.kind == "money"
        return level, with_unit_of(level, move) if priced else move
    if "." not in text[level.start : level.end] or "." not in text[move.start : move.end]:
        return level, move
    return replace(level, unit=_POINTS), replace(move, unit=_POINTS)


_POINT = "point"
_AT_LEVEL = re.compile(r"\b(?:to|at)\s$")
_MOVE = re.compile(r",?\s\(?(?:up|down|an?\s(?:rise|gain|fall|drop|loss|decline|increase|jump)\sof)\s")


def level_behind(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give the level of an index its points, said of the move: "rose 64 points, or 1.4%, to 4,577.10"."""
    if not _AT_LEVEL.search(text[max(0, found.left - 4) : found.left]) or not _is_level(text, found):
        return found
    for move in reversed(before):
        if move.unit is not None and move.unit.name == _POINT:
            between = text[move.right : found.left]
            return found if re.search(r"[.!?;]\s|\n", between) else with_unit_of(move, found)
    return found


def level_before(text: str, level: Mention, move: Mention) -> Mention:
    """Give the level of an index its points, said of the move behind it: "16,369.03, up 58.06 points"."""
    said = move.unit is not None and move.unit.name == _POINT and _is_level(text, level)
    return with_unit_of(move, level) if said and _MOVE.fullmatch(text[level.right : move.left]) else level


def _is_level(text: str, found: Mention) -> bool:
    """Whether a number may be the level of an index: bare digits from a hundred that count nothing."""
    bare = found.unit is None and found.form == "digits" and found.value >= 100
    return bare and not counts(text, found.right)


_PER_BASE = re.compile(r"per (?P<base>1[0,]+)$")
# Behind these the level that "to" leads to has the unit of what is before: "from $12 to 9", "by 12,000 acres
# to 827,000"; a rise by so many percent leads to something else.
_MOVED_FROM = {
    "money": ("from ",),
    "share": ("from ",),
    "measure": ("from ", "by "),
    "duration": ("from ", "by "),
    "age": ("from ",),
}


def _has_moved(text: str, first: Mention) -> bool:
    """Whether something measured rose or fell by an amount, so that "to" leads to its level."""
    measured = first.unit is not None and first.unit.kind == "measure"
    return measured and is_moved_by(text, first.left)


def of_comparison(text: str, first: Mention, second: Mention) -> Mention:
    """Give the other level of a comparison the unit of the first: "to 4.1 percent from 4.3"."""
    if first.unit is None or second.unit is not None or not {first.form, second.form} <= PLAIN:
        return second
    gap = text[first.right : second.left]
    from_to = (gap == " to " or _WHEN_TO.fullmatch(gap)) and (
        text[: first.left].endswith(_MOVED_FROM[first.unit.kind]) or _has_moved(text, first)
    )
    moved = _FROM.fullmatch(gap) and _MOVED_TO.search(text, max(0, first.left - 20), first.left)
    if not (from_to or moved or _COMPARED.fullmatch(gap)):
        return second
    counted = counts(text, second.right) or text[second.right : second.right + 1] == "-"
    if counted:
        return second
    per = _PER_BASE.search(text, first.start, first.end)
    if per is not None and second.low is not None and second.high is not None:
        scale = Fraction(100, int(per["base"].replace(",", "")))  # "28.3 per 100,000, compared with 18.3"
        second = replace(second, low=second.low * scale, high=second.high * scale)
    # "2,300 waited for more than 12 weeks, up from 1,613", "310 million, down 2 percent from 316 million"
    return with_unit_of(first, second) if may_be_alike(first, second) else second
