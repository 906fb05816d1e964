"""Money that is divided in words which leave its unit out: "25 million euros, of which 15 million go to"."""

from __future__ import annotations

import re
from dataclasses import replace

from addup.reading.amounts.mentions import Mention, is_near

_OF_WHICH = re.compile(r"(?P<bracket>\))?,? of (?:which|that|this|it)\b[^.;:!?\d]{0,30}")
_NEXT_PART = re.compile(r"[^.;:!?\d]{1,60}(?:,| and|, and| while) (?:another |a further |the other )?")
_LARGE = re.compile(r".*illion|[\d,]{5,}", re.IGNORECASE)
_NO_NOUN_BEHIND = re.compile(
    r"\s*(?:[,.;:)]|$|(?:and|at|by|came|comes?|for|from|goes|going|has|have|in|is|on|to|was|were|went|will"
    r"|would)\b)"
)


def divided(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give the parts of a sum of money its unit, where they have none and count nothing."""
    found = list(mentions)
    parts: set[int] = set()
    for index in range(1, len(found)):
        whole = _divides(text, found, index, parts)
        if whole is not None:
            found[index] = replace(found[index], unit=whole.unit)
            parts.add(index)
    return found


def _divides(text: str, found: list[Mention], index: int, parts: set[int]) -> Mention | None:
    """Give the sum of which a number is said to be a part, or the part before it."""
    part, last = found[index], found[index - 1]
    bare = part.unit is None and part.form in ("digits", "words") and part.per is None
    if not (bare and _LARGE.fullmatch(text, part.start, part.end)):
        return None
    if last.unit is None or last.unit.kind != "money" or not _NO_NOUN_BEHIND.match(text, part.right):
        return None
    opened = _OF_WHICH.fullmatch(text, last.right, part.left)
    if opened is not None and part.value <= last.value:
        # Behind "25 million euros ($28 million)" the parts are in the currency said first.
        first = found[index - 2] if opened["bracket"] and index > 1 else last
        return first if first.unit is not None and first.unit.kind == "money" else None
    near = is_near(last.value, part.value, within=100)
    listed = index - 1 in parts and near and _NEXT_PART.fullmatch(text, last.right, part.left)
    return last if listed else None
