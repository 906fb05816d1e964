"""Units that the last number of a row has for all: "3, 4 and 5 percent", "3 of every 10"."""

from __future__ import annotations

import re
from itertools import pairwise

from addup.reading.amounts.left_out.giving import with_unit_of
from addup.reading.amounts.mentions import Mention

_LIST_COMMA = re.compile(r"-?,\s(?:(?:and|or)\s)?")
_APART = re.compile(r"[^.!?;\n]{0,60}?(?:--|—|–|:|,)\s")
_EACH_PART = re.compile(r"\s(?P<word>at|for|from|in|on|to|with)\s")
_NEXT_PART = re.compile(r"\s[^.!?;:\n]{2,60}?(?:,|\sand|,\sand)\s")
_MOST_PARTS = 4


def share_parts_of_whole(text: str, mentions: list[Mention], dated: frozenset[int]) -> None:
    """Give bare numbers that add up to the amount before them its unit.

    "She paid for four years at college -- two for her first degree and two for her second".
    """
    for index, whole in enumerate(mentions[:-2]):
        if whole.unit is None or whole.bound != "exact" or whole.start in dated:
            continue
        for parts in range(2, _MOST_PARTS + 1):
            row = mentions[index : index + 1 + parts]
            if len(row) > parts and sum(part.value for part in row[1:]) == whole.value and _is_row(text, row):
                for place in range(index + 1, index + 1 + parts):
                    mentions[place] = with_unit_of(whole, mentions[place])


def _is_row(text: str, row: list[Mention]) -> bool:
    """Whether bare numbers follow an amount, all of them going on with the same word."""
    joints = [_APART, *[_NEXT_PART] * (len(row) - 2)]
    gaps = (text[first.right : second.left] for first, second in pairwise(row))
    if not all(joint.fullmatch(gap) for joint, gap in zip(joints, gaps, strict=True)):
        return False
    goes_on = {
        (said["word"] if said else "") for said in (_EACH_PART.match(text, part.right) for part in row[1:])
    }
    return goes_on != {""} and len(goes_on) == 1 and all(part.unit is None for part in row[1:])


def goes_on_in_row(text: str, mentions: list[Mention], in_row: set[int], index: int) -> bool:
    """Whether a comma joins a number to the row behind it: "3, 4 and 5", "3, 4, and 5"."""
    if not _LIST_COMMA.fullmatch(text[mentions[index].right : mentions[index + 1].left]):
        return False
    before = text[mentions[index - 1].right : mentions[index].left] if index else ""
    return index + 1 in in_row or _LIST_COMMA.fullmatch(before) is not None
