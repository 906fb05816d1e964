"""Numbers that only a verb or noun beside them makes money: "pocketed millions", "a six-figure salary"."""

from __future__ import annotations

import re
from functools import cache

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.tables import any_of

_NO_NOUN_BEHIND = re.compile(
    r" (?:a|an|each|every|for|from|in|into|more|of (?:his|her|its|their)|on|per|to|without|[a-z]+ing)\b"
    r"|[.,;:]|$",
    re.IGNORECASE,
)
# "gave 'hundreds of thousands'", where the text has "hundreds of thousands of dollars"
_ENDS_PHRASE = re.compile(r"\.?[\"”'’]| (?:from|in) |[.,;]")
_FOUR_DIGITS = 1000


def is_sum(text: str, found: Mention) -> bool:
    """Whether a number of digits tells how much money something is."""
    if found.value < _FOUR_DIGITS:
        return False  # "double-digit wage rises"
    if text[found.start : found.end].lower().endswith("figures"):
        return _sum_before().search(text, max(0, found.left - 100), found.left) is not None
    return _of_sum().match(text, found.end) is not None


def is_spent(text: str, found: Mention) -> bool:
    """Whether "millions" are money that the text names by its verb alone."""
    if not text[found.start : found.end].lower().endswith(("thousands", "millions", "billions", "trillions")):
        return False
    said = re.escape(text[found.start : found.end])
    if _ENDS_PHRASE.match(text, found.end) and re.search(rf"{said} of (?:dollars|euros|pounds)\b", text):
        return True
    if _in_money().match(text, found.end):
        return True
    spent = _spent_before().search(text, max(0, found.start - 30), found.start)
    return spent is not None and _NO_NOUN_BEHIND.match(text, found.end) is not None


@cache
def _spent_before() -> re.Pattern[str]:
    """What is only done to money: "investing [millions] in advertising", "worth [billions]"."""
    return re.compile(rf"\b{any_of('money', 'spent')} \Z", re.IGNORECASE)


@cache
def _in_money() -> re.Pattern[str]:
    """What only money is in: "[millions] in foreign donations"."""
    return re.compile(rf"[\"”'’]? in (?:[a-z]+[ -]){{0,2}}{any_of('money', 'in')}\b")


@cache
def _of_sum() -> re.Pattern[str]:
    """What has so many figures: "a [six-figure] salary"."""
    return re.compile(rf"[- ](?:[a-z]+ )?{any_of('money', 'sums')}\b")


@cache
def _sum_before() -> re.Pattern[str]:
    """What comes to so many figures: "fees that ran into [six figures]"."""
    sums = any_of("money", "sums")
    return re.compile(rf"\b(?:{sums}|earn(?:ed|s)?|paid)\b[^.;:!?\n\d]{{0,60}}\Z", re.IGNORECASE)
