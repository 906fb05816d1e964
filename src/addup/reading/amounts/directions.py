"""Rises and falls that stand beside the number itself: "up 40", "down 1.2 percent", "DAX -1.6%"."""

from __future__ import annotations

import re
from functools import cache

from addup.reading.amounts.brackets import is_in_brackets
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.points import is_beside_share
from addup.reading.amounts.tables import either, table
from addup.records import Change

_ADVERB = re.compile(r"(?P<before>[^\s(]+)\s\(?(?P<way>up|down)\s(?:by\s)?$", re.IGNORECASE)
_LAST_WORDS = ("up", "down", "by")  # of what the patterns find
# "closed at $80.50, off $1"
_OFF = re.compile(r"(?:[,;(] ?|\b(?:is|are|was|were|be|been) )off (?:about |nearly |almost |more than )?$")
_MOVING = ("point", "basis point")
# "DAX -1.6%", "FTSE 100 +0.4%": a name, or the number of one, right before the sign.
_NAME = re.compile(r"(?:\b[A-Z][\w&'’.-]*|\d)\s$")
_SIGNS = {"+": "up", "-": "down", "−": "down", "–": "down"}
# "27% (+2)": how far a share moved is told in points.
_MOVED_SHARE = re.compile(r"(?:%|\bper ?cent|\bpct) \([+−–-]\Z")
# "62 percent approve. That's up six points": so have points by which "that" went up or down.
_THAT_MOVED = re.compile(
    r"(?:%|\bper ?cent\b)[^.;!?\n]{0,80}[.,;] (?:it|that|this)(?:['’]s| is| was) (?:up|down)"
    r" (?:(?:about|almost|just|nearly|only) )*\Z",
    re.IGNORECASE,
)
_NEAR_SHARE = 140  # characters from a share to how far it moved


def direction(text: str, found: Mention) -> Change | None:
    """Tell which way an amount moved, None where the words beside it do not say."""
    before = text[max(0, found.left - 30) : found.left]
    if before.rstrip().lower().endswith(_LAST_WORDS):
        match = _anywhere().search(before) or _moves_share(found, before)
        if match is not None:
            return "up" if match["way"].lower() == "up" else "down"
    if found.unit is not None and found.unit.kind in {"money", "share"} and _OFF.search(before):
        return "down"
    return _by_sign(text, found)


@cache
def _anywhere() -> re.Pattern[str]:
    movers = either(table("contexts")["moved"]["words"])
    return re.compile(rf"(?:^|[,;:(]|--|[–—]|\b{movers})\s?(?P<way>up|down)\s$", re.IGNORECASE)


def _moves_share(found: Mention, before: str) -> re.Match[str] | None:
    """Find "up" and "down" before per cent and points, where they belong to no verb ("make up 40 %")."""
    if found.unit is None or (found.unit.kind != "share" and found.unit.name not in _MOVING):
        return None
    match = _ADVERB.search(before)
    return None if match is None or match["before"].lower() in _particle_verbs() else match


@cache
def _particle_verbs() -> frozenset[str]:
    return frozenset(table("contexts")["moved"]["particle_verbs"])


def _by_sign(text: str, found: Mention) -> Change | None:
    """Read the sign of a percentage in a list of markets, and of any amount that stands alone in brackets."""
    place = found.left if text[found.left] in _SIGNS else found.start - 1
    way = _SIGNS.get(text[place]) if place > 0 else None
    if way is None:
        return None
    is_share = found.unit is not None and found.unit.kind == "share"
    listed = is_share and _NAME.search(text[max(0, place - 20) : place]) is not None
    alone = is_in_brackets(text, place, found.right)
    return ("up" if way == "up" else "down") if listed or alone else None


def moves_share(text: str, found: Mention) -> bool:
    """Whether a number says by how many points a share moved: "27% (+2)", "27%. That's up two points"."""
    if found.unit is not None and found.unit.name == "point":
        moved = _THAT_MOVED.search(text, max(0, found.left - _NEAR_SHARE), found.left) is not None
        return moved or is_beside_share(text, found)
    signed = _MOVED_SHARE.search(text, max(0, found.start - 12), found.start)
    return found.unit is None and signed is not None and text.startswith(")", found.end)
