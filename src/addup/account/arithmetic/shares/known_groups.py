"""The size of a group held against the share that made it: 45 percent of 1,840 homes are no 1,012.

Which number is of the group is supposed, so that what does not fit is a tension, and only where no other
number of the report is that of the group, and the number is that of no other share.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from addup.account.arithmetic.clashing import Told, are_far, cite, meant, quoted
from addup.account.arithmetic.intervals import as_written, scaled, times, widened
from addup.account.arithmetic.shares.ratios import shown
from addup.account.language.wording import amount
from addup.grouping.arithmetic.shares.known_groups import KnownGroup, known_groups
from addup.records import Figure, Finding, Grouping
from addup.words import Interval
from addup.words.hedges import half_of_last_digit

_SLACK = Fraction(3, 100)
_MOST_TIMES = 3
_HALF = Fraction(1, 2)


def known_group_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the groups that are told to be larger or smaller than the share that they are."""
    for reading in grouping.readings:
        found = list(known_groups(reading))
        for one in found:
            if _clashes(one, found):
                yield _told(one, reading.document.id)


def _clashes(one: KnownGroup, found: list[KnownGroup]) -> bool:
    if any(_fits(one, size) for size in (one.size, *one.others)):
        return False
    if any(other is not one and _fits(other, one.size) for other in found):
        return False
    size = meant(one.size).low or Fraction(0)
    numbers = {meant(other).low for other in (one.whole, *one.others)}
    if size in numbers or any(
        size in (abs(first - second), first + second)
        for first, second in combinations([n for n in numbers if n], 2)
    ):
        return False
    least = _made(one).low
    return not are_far(size, least, times=_MOST_TIMES)


def _made(one: KnownGroup) -> Interval:
    """Reckon how many a share makes, as it is rounded."""
    said, whole = meant(one.share), meant(one.whole)
    percent = as_written(one.share)
    is_written = any(letter.isdigit() for letter in one.share.amount.number.text)
    spread = min(half_of_last_digit(percent), _HALF) if is_written else Fraction(0)
    low, high = widened(said, spread)
    return scaled(times(Interval(max(low or spread, Fraction(0)), high), whole), Fraction(1, 100))


def _fits(one: KnownGroup, size: Figure) -> bool:
    """Tell whether a number may be that of the group that a share makes."""
    made = _made(one)
    return made.meets(meant(size), slack=(made.high or Fraction(0)) * _SLACK)


def _told(one: KnownGroup, document: str) -> Finding:
    made = shown(_made(one))
    figures = sorted((one.share, one.whole, one.size), key=lambda figure: figure.span.start)
    texts = [quoted(figure) for figure in (one.share, one.whole, one.size)]
    return cite(
        "tension",
        f"{texts[0]} of {texts[1]} is {amount(made)}, but {texts[2]} is told of them.",
        [f"{texts[0]} of {texts[1]}: {amount(made)}", f"told: {texts[2]}"],
        [Told(document, figure) for figure in figures],
    )
