"""Shares of names in a list, and of rivals: "Orel has 31 percent, Moore 24 and Orr 12"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from addup.reading.amounts.left_out.giving import BARE_END, with_unit_of
from addup.reading.amounts.mentions import Mention, is_near
from addup.reading.amounts.moves import is_moved_by
from addup.reading.amounts.notations import counts
from addup.reading.amounts.units import Unit

# "The highest is 84.7 cents, while the lowest is 74.07": the second clause leaves the unit out.
_GAPPED = re.compile(r"[^.!?;:\n]{0,40}?,?\s(?:and|but|while|whereas)\s[^.!?;:\n]{3,60}\s")
_PARALLEL = re.compile(r"\b(by|is|was|are|were|of|at)\s$")


def of_gapped_clause(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare number at the end of a clause the unit of a like amount behind the same word before it."""
    if first.unit is None or second.unit is not None or first.form != second.form or first.bound != "exact":
        return second
    before, behind = (
        _PARALLEL.search(text[max(0, found.left - 5) : found.left]) for found in (first, second)
    )
    if before is None or behind is None or before[1] != behind[1]:
        return second
    whole = before[1] != "by" and second.value.denominator == 1
    if whole or not _GAPPED.fullmatch(text[first.right : second.left]) or counts(text, second.right):
        return second
    scaled = second.value * first.unit.factor
    near = is_near(first.value * first.unit.factor, scaled, within=5)
    return with_unit_of(first, second) if near else second


_NAMES = r"(?:[A-Z][\w'’-]+\s){1,4}"
_OF_IT = r"(?:\sof\s(?:the\s)?[a-z]+)?"  # "31 percent of the vote"
# "The Alliance had 31.8 percent and the Greens 12.1": the second leaves out verb and unit.
# An aside may stand between them: ", its best result since 1990, and the Greens 12.1".
_NEXT_NAME = re.compile(
    rf"{_OF_IT}(?:,\s(?:its|the|up|down)\s[^.;:!?\n]{{4,50}})?,?\s(?:and|but|while|with|to)\s(?:the\s)?{_NAMES}"
)
# "The Greens had 31 percent, the Reds 24 and the Blues 12": a comma alone, where the list goes on
_NEXT_IN_LIST = re.compile(rf"{_OF_IT},\s(?:the\s)?{_NAMES}")
_LIST_GOES_ON = re.compile(rf"(?:,|,?\sand)\s(?:the\s)?{_NAMES}\d")
# "put the Greens at 25 percent and the Reds at 35"
_NEXT_AT = re.compile(
    rf",?\s(?:and|but|while|with)\s(?:the\s)?(?:[a-z]+\s){{0,3}}{_NAMES}(?P<at>at|on|with)\s"
)


def of_next_name(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare decimal behind another name the per cent of the share before."""
    voted = first.unit is not None and first.unit.name == "point" and _VOTED.search(text) is not None
    if voted or (first.unit is not None and first.unit.name == "pp"):
        return _behind_lead(text, first, second)
    if first.unit is None or first.unit.name != "%" or second.unit is not None:
        return second
    if not BARE_END.match(text, second.right):
        return second
    named = _NEXT_AT.fullmatch(text, first.right, second.left)
    if named is not None and (not text.endswith(f" {named['at']} ", 0, first.left) or second.value > 100):
        named = None
    behind_name = _NEXT_NAME.fullmatch(text, first.right, second.left)
    if _LIST_GOES_ON.match(text, second.right):
        behind_name = behind_name or _NEXT_IN_LIST.fullmatch(text, first.right, second.left)
    smaller = first.form == second.form and second.value < first.value and _VOTED.search(text) is not None
    if behind_name is not None and (
        "." in text[second.start : second.end] or _alike(first, second) or smaller
    ):
        named = named or behind_name
    return with_unit_of(first, second) if named is not None else second


# "44 percent to 41 for Orr", "48 percent to 42", "Dunn (15)" behind the share of another
_RIVAL = re.compile(r" (?:to|versus|vs\.?) (?:[A-Z][\w.-]+['’]s )?")
_RIVAL_ENDS = re.compile(
    r"[.,;:)]|\s*\Z|\n|\s(?:among|and|for|in|nationally|nationwide|on|over|statewide|while|with)\b"
)
_LED_BY = re.compile(r"\bpoints?(?:,| -| —)? \(?\Z")
_OTHER_SIDE = re.compile(r"(?: to |-|–)(?P<share>\d\d?(?:\.\d)?)(?!\d)")
_PERCENT = Unit("%", "share")
_IN_BRACKETS = re.compile(r"[^.;:!?\n]{2,80} (?:[A-Z][\w'’-]+ )+\(")
_VOTED = re.compile(
    r"\b(?:caucus(?:es)?|elections?|polls?|primar(?:y|ies)|surveys?|voters?|votes?)\b", re.IGNORECASE
)
_ALL = 100


def of_rival(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare number that is held against a share, of who else runs, the per cent of that."""
    if first.unit is None or first.unit.name != "%" or second.unit is not None or second.form != "digits":
        return second
    moved = is_moved_by(text, first.left)
    if first.value + second.value > _ALL or first.form != second.form or moved:
        return second
    against = _RIVAL.fullmatch(text, first.right, second.left) and _RIVAL_ENDS.match(text, second.right)
    closed = text.startswith(")", second.right) and _IN_BRACKETS.fullmatch(text, first.right, second.left)
    led = _LED_BY.search(text, max(0, first.left - 20), first.left) is not None
    told = (against or closed) and (led or _VOTED.search(text) is not None)
    return with_unit_of(first, second) if told else second


def _behind_lead(text: str, lead: Mention, side: Mention) -> Mention:
    """Give the first of two shares behind the lead that parts them its unit: "by six points, [48] to 42"."""
    other = _OTHER_SIDE.match(text, side.right)
    if (
        other is None
        or side.unit is not None
        or text[lead.right : side.left] not in {", ", " - ", " — ", " ("}
    ):
        return side
    sides = (side.value, Fraction(other["share"]))
    parted = abs(sides[0] - sides[1] - lead.value) <= 1 and sum(sides) <= _ALL
    return replace(side, unit=_PERCENT) if parted and side.form == "digits" else side


def _alike(one: Mention, other: Mention) -> bool:
    """Whether a number may be a share like another, and no model: "48 percent and the Reds 37"."""
    near = is_near(one.value, other.value, within=4)
    return near and one.form == other.form == "digits" and other.value < 100
