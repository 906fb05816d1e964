"""Amounts said without a number word: "most voters", "the majority", "no one", "both", "doubling"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from addup.reading.amounts.tables import table
from addup.reading.amounts.words_around import Around
from addup.reading.grammar import FINITE_OR_MODAL
from addup.records import Amount, Span
from addup.words import bound_of, phrases

_BEHIND = re.compile(
    r" (?:of (?:the|its|their|his|her|our|these|those|them|us|whom|which|what)\b|(?P<word>[^\W\d_]+))"
)
# What stands behind the pronoun in "not one to give up", "not one has come".
_NO_NOUNS = re.compile(
    r" (?:but|by|could|ever|from|had|has|in|is|of|or|that|to|was|who|will|with|would)\b", re.IGNORECASE
)
_TWO_WORDS = re.compile(r" [a-z]+(?: [a-z]+)?\b")
_AND = re.compile(r"[^.;]{1,40}? and\b")


# "A majority of 161", "a majority of three in the chamber": by how many seats, not more than half of so many.
_SIZED = re.compile(
    r"(?<=majority) of (?:only |just |about |some |more than )?"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a dozen)(?=[.,;:)]| in | over | at )",
    re.IGNORECASE,
)


# "The majority leader", "a minority party": of one side of a body, not so many of something
_OF_SIDE = re.compile(r"(?:an?|the) (?:majority|minority)$", re.IGNORECASE)
_SIDE = re.compile(
    r" (?:caucus|communit|counsel|government|group|leader|member|opinion|owner|part(?:y|ies)\b"
    r"|rule\b|shareholder|staff|status|whip)",
    re.IGNORECASE,
)
# "All of an hour", "all of two men": no more than so many
_SO_FEW = re.compile(r" (?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|20) [a-z]")

_HEDGE = re.compile(r"\b(?P<phrase>about|almost|less than|more than|nearly|roughly) \Z", re.IGNORECASE)
_LONGEST_HEDGE = len("less than  ")


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(_rows(), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


@cache
def _rows() -> dict[str, dict[str, Any]]:
    return {phrase: row for row in table("worded")["worded"] for phrase in row["phrases"]}


@cache
def first_words() -> frozenset[str]:
    """Give the words with which an amount may begin that is said without a number word."""
    return frozenset(re.split(r"[^a-z]", phrase)[0] for phrase in _rows())


def worded(around: Around, places: Sequence[tuple[int, str]]) -> Iterator[Amount]:
    """Find all amounts without a number word, in order; `places` are the openings of the text."""
    end = 0
    for place, word in places:
        may_begin = place >= end and word in first_words()
        match = _pattern().match(around.text, place) if may_begin else None
        if match is None:
            continue
        end = match.end()
        if _SIZED.match(around.text, match.end()):
            continue
        if _OF_SIDE.match(match[0]) and _SIDE.match(around.text, match.end()):
            continue
        is_time = around.in_time(match.end() + 1) or around.text.startswith(" a sudden", match.end())
        is_time = is_time or _SO_FEW.match(around.text, match.end()) is not None
        if match[0].lower() == "all of" and is_time:
            continue  # "in all of last year", "all of a sudden", "stayed all of an hour"
        row = _rows()[match[0].lower()]
        if not _NEEDS[row.get("needs", "")](around, match):
            continue
        found = Amount(
            span=Span(match[0], match.start(), match.end()),
            number=Span(match[0], match.start(), match.end()),
            low=row.get("low"),
            high=row.get("high"),
            bound=row["bound"],
            kind=row["kind"],
            unit=row.get("unit", "%" if row["kind"] == "share" else None),
            hedge=match[0].lower() if row["bound"] == "vague" else None,
            worded=True,
            change=row.get("change"),
        )
        yield _hedged(around.text, found) if "change" in row else found


def _hedged(text: str, found: Amount) -> Amount:
    """Give a change that one word tells the bound of the hedge before it: "profit almost halved"."""
    start = found.span.start
    hedge = _HEDGE.search(text, max(0, start - _LONGEST_HEDGE), start)
    if hedge is None:
        return found
    bound = bound_of(phrases("before")[hedge["phrase"].lower()])
    return replace(
        found,
        span=Span(text[hedge.start() : found.span.end], hedge.start(), found.span.end),
        low=None if bound == "max" else found.low,
        high=None if bound == "min" else found.high,
        bound=bound,
        hedge=hedge["phrase"].lower(),
    )


def _quantifies(around: Around, match: re.Match[str]) -> bool:
    """Tell "most voters" and "both men" from "most important", "at most" and "both red and blue"."""
    before = around.text[max(0, match.start() - 8) : match.start()].lower()
    behind = _BEHIND.match(around.text, match.end())
    if behind is None or before.endswith(("the ", "at ", "how ", "as ", "so ", "too ", "very ", "'s ")):
        return before.endswith((", ", "of ")) and match[0].lower() != "most"
    if match[0].lower() == "both" and _AND.match(around.text, match.end()):
        return False
    if behind["word"] is None or match[0].lower().endswith(" of"):
        return True
    tag = around.tag(behind.start("word"))
    if tag:
        return tag in ("NNS", "NNPS") or (tag == "JJ" and match[0].lower() != "most")
    return re.search(r"(?<!s)s$|^(?:people|men|women|children)$", behind["word"]) is not None


def _is_before_singular(around: Around, match: re.Match[str]) -> bool:
    """Tell "not one soldier" from "not one of them" and "not one to complain"."""
    behind = _BEHIND.match(around.text, match.end())
    if behind is None or behind["word"] is None or _NO_NOUNS.match(around.text, match.end()):
        return False
    return around.tag(behind.start("word")) in ("NN", "JJ", "")


def _is_before_people(around: Around, match: re.Match[str]) -> bool:
    """Tell "no civilians" from "no plans"."""
    behind = _TWO_WORDS.match(around.text, match.end())
    people = set(table("worded")["people"]["words"].split())
    return behind is not None and not people.isdisjoint(behind[0].lower().split())


def _is_finite(around: Around, match: re.Match[str]) -> bool:
    """Tell "the mill halves its staff" from "both halves"."""
    return around.tag(match.start()) in FINITE_OR_MODAL


_NEEDS = {
    "verb": _is_finite,
    "": lambda around, match: True,
    "noun": _quantifies,
    "singular": _is_before_singular,
    "people": _is_before_people,
}
