"""Parts and what is left of a whole: together they are the whole, and no choice of figures says otherwise.

Which figures are parts is supposed: a tension is told only where no whole that may be meant is made up by
what is left with any of the parts before it, and where the sum misses by a clear margin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from addup.account.arithmetic.clashing import clash, meant, quoted
from addup.account.arithmetic.intervals import as_written, total
from addup.account.language.wording import number
from addup.grouping.arithmetic.sums.remainder import FEW, MANY, Remainder
from addup.grouping.arithmetic.sums.remainders import remainders
from addup.grouping.arithmetic.told import Told
from addup.records import Figure, Finding, Grouping
from addup.words import Interval

_MARGIN = Fraction(1, 100)
_LIKE = 2
"""What parts come to is no more than so many times their whole, nor fewer: else they are of other things."""
_MOST = 8


def remainder_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the parts that with what is left are not their whole."""
    seen: set[tuple[str, ...]] = set()
    for found in remainders(grouping.readings):
        told = [found.whole, *found.parts, *([found.rest] if found.rest else [])]
        key = tuple(f"{one.document} {one.figure.id}" for one in told)
        if key not in seen and not _is_borne_out(found):
            seen.add(key)
            yield from _judged(found, told)


def _is_borne_out(found: Remainder) -> bool:
    """Tell whether some whole is what is left and some of the parts that may be meant."""
    if found.rest is None:
        return False
    for wholes in _wholes(found):
        first = wholes[0]
        behind = [
            one.figure
            for one in (*found.parts, *found.others)
            if one.figure not in [whole.figure for whole in wholes]
            and (one.reading is not first.reading or one.figure.span.start >= first.figure.span.end)
        ]
        some = list(dict.fromkeys(behind))[:_MOST]
        for many in range(1, len(some) + 1):
            for parts in combinations(some, many):
                if _meets(_sum([*parts, found.rest.figure]), _sum(whole.figure for whole in wholes)):
                    return True
    return False


def _wholes(found: Remainder) -> Iterator[Sequence[Told]]:
    """Give what may be the whole: one figure, or two of one sentence, "84 pupils and six teachers"."""
    yield from ([one] for one in found.wholes)
    for one, other in combinations(found.wholes, 2):
        if one.reading is other.reading and one.figure.sentence == other.figure.sentence:
            yield [one, other]


def _judged(found: Remainder, told: Sequence[Told]) -> Iterator[Finding]:
    parts = [*found.parts, *([found.rest] if found.rest else [])]
    come_to, whole = _sum(one.figure for one in parts), meant(found.whole.figure)
    if come_to.low is None or whole.high is None or whole.low is None or _meets(come_to, whole):
        return
    over = come_to.low > whole.high
    if not (MANY if over else FEW) <= found.wrong or come_to.low > _LIKE * whole.high:
        return
    if not over and (come_to.high is None or come_to.high * _LIKE < whole.low):
        return
    gap = come_to.low - whole.high if over else whole.low - (come_to.high or whole.low)
    unit = found.whole.figure.amount.unit
    terms = " + ".join(f"“{one.figure.span.text}”" for one in parts)
    left = f", “{found.rest.figure.span.text}” being all that is left" if found.rest else ""
    middle = sum((as_written(one.figure) for one in parts), Fraction(0))
    wrong = ("too much" if unit else "too many") if over else ("too little" if unit else "too few")
    yield clash(
        "tension",
        f"{terms} = {number(middle, unit)}, but {quoted(found.whole.figure)} is told of all{left}: "
        f"{number(gap, unit)} {wrong}.",
        [f"{terms} = {number(middle, unit)}", f"told of all: {quoted(found.whole.figure)}"],
        told,
        gap,
    )


def _sum(figures: Iterable[Figure]) -> Interval:
    return total(map(meant, figures))


def _meets(parts: Interval, whole: Interval) -> bool:
    """Tell whether a sum is a whole, or off by no more than a small part of it."""
    return parts.meets(whole, slack=max(Fraction(1), (whole.low or Fraction(0)) * _MARGIN))
