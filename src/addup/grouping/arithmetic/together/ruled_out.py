"""What words rule out, however likely it seems that numbers belong together.

Traps are seldom in reports, and so were hardly learnt: another time, what is not so, a rate that has a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from addup.grouping.arithmetic.said import is_ratio, is_turned, said_of
from addup.grouping.arithmetic.shares.usable import is_elsewhen, may_be_count, may_be_share
from addup.grouping.arithmetic.together.candidates import Candidate
from addup.grouping.arithmetic.together.operands import Operand
from addup.grouping.patterns import phrase
from addup.grouping.tables import table


def is_ruled_out(candidate: Candidate, operands: Sequence[Operand], text: str) -> bool:
    """Tell whether words say that the numbers of a candidate are of unlike things."""
    result, *others = (operands[place] for place in (candidate.result, *candidate.others))
    if candidate.kind in ("change", "multiple"):  # their ends are of two times
        return _owned().search(text, result.figure.span.start, result.figure.span.end) is not None
    told = (result, *others)
    if candidate.kind == "sum" and (
        _comes_on_top(result) or any(_are_joined(result, one, text) for one in operands if one not in told)
    ):
        return True
    if len({is_elsewhen(one.figure, text) for one in told}) > 1:
        return True
    if any(one.figure.period.meets(other.figure.period) is False for one, other in combinations(told, 2)):
        return True
    return candidate.kind == "share" and not _may_be_share(result, others, text)


def _comes_on_top(whole: Operand) -> bool:
    """Tell whether a number is told as what comes on top of others: "[40] others", "another [40]"."""
    beside = {*whole.before[-1:], *whole.behind[:1]}
    return not beside.isdisjoint(table("together")["more"]["words"])


def _are_joined(whole: Operand, other: Operand, text: str) -> bool:
    """Tell whether a number is only one of two that are a whole: "[148] passengers and nine crew"."""
    first, last = sorted((whole.figure.span, other.figure.span), key=lambda span: span.start)
    return whole.dimension == other.dimension and text[first.end : last.start].strip() == "and"


@cache
def _owned() -> re.Pattern[str]:
    return phrase(*table("together")["owned"]["words"])


def _may_be_share(percent: Operand, counts: Sequence[Operand], text: str) -> bool:
    """Tell whether a share may be of some counts: no rate with a name, and of what is so now."""
    _, part = counts
    if is_turned(said_of(percent.figure, text)) != is_turned(said_of(part.figure, text)):
        return False
    counted = all(may_be_count(one.figure, text) for one in counts if one.figure.amount.kind == "count")
    return counted and not is_ratio(percent.noun) and may_be_share(percent.figure, text)
