"""Parts and levels of what was measured before: "of 40 acres mined, 12 are cleared"."""

from __future__ import annotations

import re

from addup.reading.amounts.left_out.giving import (
    BARE_END,
    MAGNITUDE,
    OF_PEOPLE,
    SENTENCE_BETWEEN,
    with_unit_of,
)
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.moves import is_come_to
from addup.reading.amounts.notations import counts

# "Of 1,170 square kilometres that were mined, 948 have been cleared, leaving 222": parts of what is measured.
_OPENED_BY = re.compile(r"(?:^|[.!?]\s+|\n)Of (?:the |all |its |their )*$")
_PART_OF_IT = re.compile(r"[^.!?;:\n]{0,60}, (?:(?:only|just|about|some|nearly) )*")
_PREDICATE = re.compile(r" (?:had|has|have|is|was|were|are|will|would)\b")
_LEAVING = re.compile(r"[^.!?;:\n]{0,80},? leaving (?:(?:only|just|about|some|nearly) )*")
# "Pumped 4.06 million barrels a day in November, 60,000 above its quota": how far it is from a mark.
_SET_OFF = re.compile(r"[^.!?;:\n]{0,40}, (?:(?:about|some|nearly|almost) )*")
_FROM_MARK = re.compile(
    r" (?:above|below|over|under|short of|beyond|more than|less than) (?:its|the|their|an?|last)\b"
)
# "To grow by 920,000 barrels a day this year, to 103.8 million": the level that a change led to.
_TO_LEVEL = re.compile(r"[^.!?;:\n]{0,60}, to (?:(?:about|some|nearly|almost|a record) )*")


def of_measured(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give a bare number the unit of what is measured before it in its sentence, of which it tells on."""
    if found.unit is not None or found.form != "digits":
        return found
    goes_on = _PREDICATE.match(text, found.right) or _FROM_MARK.match(text, found.right)
    if counts(text, found.right) and not goes_on:
        return found
    for first in reversed(before):
        gap = text[first.right : found.left]
        if SENTENCE_BETWEEN.search(gap):
            break
        if first.unit is not None and first.unit.kind == "measure" and _tells_on(text, first, found):
            return with_unit_of(first, found)
    return found


def _tells_on(text: str, measured: Mention, found: Mention) -> bool:
    """Whether a bare number is a part of what is measured, its distance from a mark, or its level."""
    gap = text[measured.right : found.left]
    smaller = found.value < measured.value
    ends = BARE_END.match(text, found.right) is not None
    opened = _OPENED_BY.search(text, max(0, measured.left - 20), measured.left)
    if opened and smaller and _PART_OF_IT.fullmatch(gap) and (ends or _PREDICATE.match(text, found.right)):
        return True
    if smaller and ends and _LEAVING.fullmatch(gap):
        return True
    if smaller and _SET_OFF.fullmatch(gap) and _FROM_MARK.match(text, found.right):
        return True
    changed = text.endswith(" by ", 0, measured.left)
    return changed and not smaller and ends and _TO_LEVEL.fullmatch(gap) is not None


# "600 metres long and up to 80 wide"
_DIMENSION = re.compile(r" (?:across|deep|high|long|tall|thick|wide)\b")
# "Thirty-five minutes into a crossing that usually takes 50"
_USUALLY_TAKES = re.compile(
    r"\b(?:generally|normally|ordinarily|should|typically|usually) (?:have )?"
    r"(?:lasted|lasts?|takes?|taken|took) (?:about |only |some )?$"
)


def of_length(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give a bare number the unit of a length before it, where it tells another one of the same thing.

    "It is 600 metres long and up to 80 wide"; "35 minutes into a crossing that usually takes 50".
    """
    if found.unit is not None or not before:
        return found
    last = before[-1]
    if last.unit is None or SENTENCE_BETWEEN.search(text[last.right : found.left]):
        return found
    if last.unit.kind == "measure":
        both = _DIMENSION.match(text, last.right) and _DIMENSION.match(text, found.right)
        return with_unit_of(last, found) if both and found.value <= 10 * last.value else found
    takes = last.unit.kind == "duration" and _USUALLY_TAKES.search(text[max(0, found.left - 40) : found.left])
    return with_unit_of(last, found) if takes and BARE_END.match(text, found.right) else found


_SAME_MATTER = 250  # characters over which bare millions go on with what was measured in millions


def of_stuff(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give bare millions the unit of the millions measured before.

    "Stocks fell 2 million barrels last week. They now stand at 29 million."
    """
    sized = found.unit is None and found.form == "digits" and MAGNITUDE.search(text[found.start : found.end])
    if not sized or not BARE_END.match(text, found.right) or counts(text, found.right):
        return found
    if not is_come_to(text, found.left) or OF_PEOPLE.search(text[max(0, found.left - 80) : found.left]):
        return found
    levels = (
        one for one in reversed(before) if one.unit is None or one.unit.kind not in {"share", "duration"}
    )
    last = next(levels, None)
    if last is None or last.unit is None or last.unit.kind != "measure":
        return found
    gap = text[last.right : found.left]
    alike = MAGNITUDE.search(text[last.start : last.end]) and "\n" not in gap and len(gap) < _SAME_MATTER
    return with_unit_of(last, found) if alike else found
