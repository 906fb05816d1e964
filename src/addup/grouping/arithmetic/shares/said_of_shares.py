"""What a share is said of, and what is said of it: "a majority of those who took the test" and "failed"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from addup.grouping.arithmetic.said import (
    clause_of,
    is_ratio,
    is_turned,
    names_said,
    share_noun,
    stem,
    stems_of,
)
from addup.grouping.subjects.families import is_light
from addup.grouping.tables import table
from addup.records import Figure

_SET_APART = re.compile(
    r"\s*(?:percent|per cent|%|pct)?\s*(?:of )?(?:all |the |its )*[\w -]{0,30}?\b(?:who|which|that)\b"
)
_TELLS = re.compile(r"^.*\b(?:said|says|found|showed|shows|reported)\b(?! by)(?: that)?", re.DOTALL)
_THOSE = re.compile(r"\s*(?:percent|per cent|%|pct)?\s*(?:of )?(?:all )?those (\w+)")
_AMONG = re.compile(
    r"\b(?:among|amongst) (?:the |all |its |their )?(?:[a-z-]+ ){0,3}?([a-z-]+?)s?"
    r"(?= (?:is|are|was|were|has|have|had|who|in|at|of|said|by|from)\b|[,.;]|$)"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a share is said of and what is said of it, in stems."""

    noun: str
    event: str
    told: frozenset[str]
    apart: frozenset[str]
    turned: bool
    names: frozenset[str]


def what_is_said(share: Figure, text: str) -> Said:
    """Take what is said of a share apart: whom it is of, and what they do or are."""
    end = share.sentence[1]
    source = share.source
    if source is not None and source.start > share.amount.number.end:
        comma = text.rfind(",", share.amount.number.end, source.start)
        end = comma if comma > 0 else source.start
    behind = text[share.amount.number.end : end]
    before = _before(share, text)
    apart, told = _split(behind, share.event or "", passive=bool(stems_of(before)))
    noun = share_noun(share)
    among = _AMONG.search(text, share.sentence[0], end)
    if among:
        noun = among[1]
    named = stems_of(share.counted.text) if share.counted and _names_ratio(share) else frozenset()
    own = stems_of(noun)
    return Said(
        noun=noun,
        event=deed(share),
        told=(stems_of(told) | stems_of(before) | named) - stems_of(apart) - own,
        apart=stems_of(apart),
        turned=is_turned(told) or is_turned(before),
        names=names_said(text[slice(*share.sentence)]),
    )


def deed(figure: Figure) -> str:
    """Give the meaning of the verb that is told of a figure, "" where it says nothing of what happened."""
    event = figure.event
    listed = event in table("said")["listing"]["events"]
    return stem(event) if event and not listed and not is_light(event) and stems_of(event) else ""


def _before(share: Figure, text: str) -> str:
    before, _ = clause_of(share, text)
    return _TELLS.sub("", before)


def _names_ratio(share: Figure) -> bool:
    return share.counted is not None and is_ratio(share.counted.head.lower())


def _split(behind: str, event: str, *, passive: bool) -> tuple[str, str]:
    """Part "of those who took the test failed it" before the verb that is told of the share."""
    those = _THOSE.match(behind)
    if those and those[1] not in ("who", "which", "that"):
        return those[1], behind[those.end() :]
    opened = _SET_APART.match(behind)
    if opened and event:
        verb = stem(event)
        for word in re.finditer(r"[a-z][\w-]*", behind[opened.end() :]):
            if stem(word[0]) == verb:
                at = opened.end() + word.start()
                return behind[opened.end() : at], behind[at:]
        if passive:  # "reported by one in fifty of those who got it"
            return behind[opened.end() :], ""
    return "", behind
