"""Units that the second part of a coordination leaves out: "5.1 points in May and 2.1 last year"."""

from __future__ import annotations

import re

from addup.reading.amounts.left_out.giving import PLAIN, RATE, with_unit_of
from addup.reading.amounts.mentions import Mention, is_near
from addup.reading.amounts.notations import counts

# "1.4 billion euros to roads and 2 billion to schools", "5.1 points in May and 2.1 last year": both parts of
# a coordination go on alike, so that the second leaves out what the first has said.
_AND_ON = re.compile(r"(?P<rest>\s[^.!?;:\n]{2,80}?),?\s(?:and|but|or|while)\s")
_REST = re.compile(rf"{RATE}(?:\s?\([^()]{{1,30}}\))?\s(?P<word>[a-z]+)\b")
_WHEN = frozenset({"in", "during", "last", "this", "next", "today", "yesterday", "on"})
_SPENT_AT = frozenset({"as", "at", "in", "under", "with"})
_ALIKE = ("for", "to", "on", "from", "by", "at", "per")


def first_part(text: str, before: list[Mention], dated: frozenset[int]) -> Mention:
    """Give the last amount, dates aside; of "2.4 million yen ($22,480) for" the one that is converted."""
    amounts = [found for found in before[-3:] if found.start not in dated] or before[-1:]
    return (unconverted(text, amounts[-2:]) or amounts)[-1]


def unconverted(text: str, amounts: list[Mention]) -> list[Mention]:
    """Give the amounts but those in brackets, which say the one before them in another unit."""
    return [
        found
        for place, found in enumerate(amounts)
        if not (
            place and text[found.left - 1 : found.left] == "(" and text[found.right : found.right + 1] == ")"
        )
    ]


def of_coordination(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare number in the second part of a coordination the unit of the first part's amount."""
    if first.unit is None or second.unit is not None or first.form != second.form:
        return second
    if first.unit.kind not in ("money", "share", "measure"):
        return second
    if _AND_ON.fullmatch(text[first.right : second.left]) is None:
        return second
    goes_on, alike = (_REST.match(text, found.right) for found in (first, second))
    if goes_on is None or alike is None:
        return second
    same = goes_on["word"] == alike["word"] and alike["word"] in _ALIKE
    if not same and not {goes_on["word"], alike["word"]} <= _WHEN:
        return second
    near = is_near(first.value, second.value, within=10)
    return with_unit_of(first, second) if near else second


def of_time_spent(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare number the length of time before: "served 12 years in the Senate and four as governor"."""
    if first.unit is None or first.unit.kind != "duration" or second.unit is not None:
        return second
    goes_on, alike = (_REST.match(text, found.right) for found in (first, second))
    if goes_on is None or alike is None or not {goes_on["word"], alike["word"]} <= _SPENT_AT:
        return second
    bare = {first.form, second.form} <= PLAIN and first.bound == second.bound == "exact"
    joined = _AND_ON.fullmatch(text[first.right : second.left]) is not None
    return with_unit_of(first, second) if bare and joined and not counts(text, second.right) else second
