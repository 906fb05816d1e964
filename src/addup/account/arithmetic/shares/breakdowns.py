"""Shares of one whole held against it: together they are 100 percent, or at most that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from addup.account.arithmetic.clashing import Told, clash
from addup.account.language.wording import four_digits, number
from addup.grouping.arithmetic.shares.breakdowns import Breakdown, breakdowns
from addup.records import Figure, Finding, Grouping
from addup.words.hedges import half_of_last_digit

_ALL = Fraction(100)
_SLACK = Fraction(1)
"""What shares may be off beside their own rounding: in percent of the whole."""
_CLOSE = Fraction(1)
"""Whole shares that are all there are come to 99, 100 or 101."""
_SAME = Fraction(1, 5)
_FEWEST = 3
_MOST_OTHERS = 8


def breakdown_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the lists of shares that are more than their whole, or with all the rest are not the whole."""
    for reading in grouping.readings:
        for found in breakdowns(reading):
            yield from _judged(found, reading.document.id)


def _judged(found: Breakdown, document: str) -> Iterator[Finding]:
    total = sum(map(_value, found.shares), Fraction(0))
    slack = sum(map(_spread, found.shares), _SLACK)
    over, under = total - slack - _ALL, _ALL - slack - total
    if not (over > 0 or (under > 0 and _is_closed(found))) or _may_be_right(found):
        return
    words = " + ".join(number(four_digits(share)) for share in map(_value, found.shares))
    off = f"{number(four_digits(abs(total - _ALL)))} {'too much' if over > 0 else 'too little'}"
    rest = f", “{found.rest.span.text}” being all the rest" if found.rest is not None else ""
    yield clash(
        "conflict",
        f"Shares of one whole{rest}: {words} = {number(four_digits(total))} %, {off}.",
        [
            ", ".join(f"“{share.span.text}”" for share in found.shares),
            f"{words} = {number(four_digits(total))} %",
        ],
        [Told(document, share) for share in found.shares],
        max(over, under),
    )


def _is_closed(found: Breakdown) -> bool:
    """Tell whether a list says that it leaves nothing out, and of none that it is more."""
    told = all(share.amount.bound != "min" for share in found.shares)
    return found.rest is not None and len(found.shares) >= _FEWEST and told


def _may_be_right(found: Breakdown) -> bool:
    """Tell whether another choice of the shares makes sense: some are parts of one, or of another list."""
    if found.rest is not None:
        return _is_filled(found, found.rest)
    values = [_value(share) for share in found.shares]
    runs = [
        sum(values[first:last], Fraction(0))
        for first in range(len(values))
        for last in range(first + 2, len(values) + 1)
    ]
    return _fill_one_sentence(found.shares) or any(
        abs(run - value) <= _SAME for run in runs for value in values
    )


def _fill_one_sentence(shares: Sequence[Figure]) -> bool:
    """Tell whether the shares of one sentence of several are all: "41, 33 and 26. In Selm it was 48"."""
    told: dict[tuple[int, int], list[Figure]] = {}
    for share in shares:
        told.setdefault(share.sentence, []).append(share)
    return len(told) > 1 and any(abs(sum(map(_value, here)) - _ALL) <= _CLOSE for here in told.values())


def _is_filled(found: Breakdown, rest: Figure) -> bool:
    """Tell whether some of the shares near by make up the whole with what is left."""
    others = [share for share in (*found.shares, *found.others) if share is not rest]
    others = sorted(others, key=lambda share: abs(share.span.start - rest.span.start))[:_MOST_OTHERS]
    return any(
        _is_all((*some, rest)) for many in range(1, len(others) + 1) for some in combinations(others, many)
    )


def _is_all(shares: Sequence[Figure]) -> bool:
    slack = min(sum(map(_spread, shares), Fraction(0)), _CLOSE if _is_plain(shares) else _ALL)
    return abs(sum(map(_value, shares), Fraction(0)) - _ALL) <= slack + _CLOSE / 10


def _is_plain(shares: Sequence[Figure]) -> bool:
    return all(any(sign.isdigit() for sign in share.amount.number.text) for share in shares) and not any(
        share.amount.bound != "exact" for share in shares
    )


def _value(share: Figure) -> Fraction:
    return Fraction(str(round(share.amount.low or 0, 4)))


def _spread(share: Figure) -> Fraction:
    """Give by how much a share may be rounded: half its last digit, more where it is "about"."""
    value = _value(share)
    rough = share.amount.bound == "about" or not any(sign.isdigit() for sign in share.amount.number.text)
    return max(half_of_last_digit(value), value / 20) if rough else half_of_last_digit(value)
