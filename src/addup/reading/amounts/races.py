"""Where a text tells who leads among whom, or by how many percent to how many, which only a poll can tell."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from addup.reading.frames import words
from addup.reading.text import has_any

_LEADS = re.compile(
    r"\b(?:ahead|advantage|back(?:s|ed)|beat(?:s|ing)?|behind|edge|favou?r(?:s|ed)?|lead(?:s|ing)?|led|trail(?:s|ed|ing)?"
    r"|viewed)\b|\b(?:up|down)(?: by)? (?:just |only )?[\d.]+\b"
    r"|\b(?:draws?|drew|gets?|got|had|has|wins?|won)(?: about| just| only)? [\d.]+(?:%| percent) among\b",
)
_SHARE = re.compile(r"\d(?:[ -](?:percentage[ -])?points?\b| ?%| percent\b)")
# "is leading Orr 47 percent to 43 percent", "tops him by 52% to 40%"
_LEADS_BY_SHARES = re.compile(
    r"\b(?:beats|edges|lead(?:s|ing)|tops|trail(?:s|ing))\b(?: (?!in\b)[\w.'’-]+){0,4},? "
    r"[\d.]+(?:%| percent)?(?: to |[-–])[\d.]+(?:%| percent)"
)
_SENTENCE_END = re.compile(r"[.!?;][\"”’']?\s|\n")


@lru_cache(maxsize=1)  # asked again for each number of a text
def places_led_in(text: str) -> tuple[int, ...]:
    """Give the characters where a text tells who leads among whom, or by which shares."""
    if not has_any(text, ("%", "percent", "point")):
        return ()
    among = (
        match.start()
        for match in _among_voters().finditer(text)
        if _LEADS.search(sentence := _sentence_at(text, match.start())) and _SHARE.search(sentence)
    )
    return (*among, *(match.start() for match in _LEADS_BY_SHARES.finditer(text)))


@cache
def _among_voters() -> re.Pattern[str]:
    """Find the groups that voters are divided into: "among white men", "with Hispanics"."""
    groups = "|".join(sorted(words("poll", "groups")))
    return re.compile(rf"\b(?:[Aa]mong|[Ww]ith) (?:[\w-]+ ){{0,3}}?(?:{groups})\b")


def _sentence_at(text: str, place: int) -> str:
    """Give the sentence around a character, as far as punctuation tells."""
    before = _SENTENCE_END.split(text[max(0, place - 200) : place])[-1]
    return before + _SENTENCE_END.split(text[place : place + 200])[0]
