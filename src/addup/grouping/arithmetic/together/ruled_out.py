"""What words rule out, however likely it seems that numbers belong together.

Traps are seldom in reports, and so were hardly learnt: another time, what is not so, a rate that has a name,
a part of a whole that nobody told.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from addup.grouping.arithmetic.said import are_kin, is_ratio, is_turned, noun_of, said_of, share_noun
from addup.grouping.arithmetic.shares.usable import is_elsewhen, may_be_count, may_be_share
from addup.grouping.arithmetic.together.candidates import Candidate
from addup.grouping.arithmetic.together.operands import Operand

_REST = 0.9
"""Parts that are nearly all of a whole leave room for a rest that is not told."""


def is_ruled_out(candidate: Candidate, operands: Sequence[Operand], text: str) -> bool:
    """Tell whether words say that the numbers of a candidate are of unlike things."""
    result, *others = (operands[place] for place in (candidate.result, *candidate.others))
    if candidate.kind in ("change", "multiple"):
        return False  # their ends are of two times
    told = (result, *others)
    if len({is_elsewhen(one.figure, text) for one in told}) > 1:
        return True
    if any(one.figure.period.meets(other.figure.period) is False for one, other in combinations(told, 2)):
        return True
    if candidate.kind == "share":
        return not _may_be_share(result, others, text)
    return candidate.kind == "sum" and not _may_be_all(result, others)


def _may_be_share(percent: Operand, counts: Sequence[Operand], text: str) -> bool:
    """Tell whether a share may be of some counts: no rate with a name, of the same things, now."""
    whole, part = counts
    kin = are_kin(share_noun(percent.figure), noun_of(whole.figure))
    if is_turned(said_of(percent.figure, text)) != is_turned(said_of(part.figure, text)):
        return False
    counted = all(may_be_count(one.figure, text) for one in counts if one.figure.amount.kind == "count")
    return kin and counted and not is_ratio(percent.noun) and may_be_share(percent.figure, text)


def _may_be_all(whole: Operand, parts: Sequence[Operand]) -> bool:
    """Tell whether parts may be all of a whole: no small rest is missing."""
    return not _REST * whole.value < sum(one.value for one in parts) < whole.value
