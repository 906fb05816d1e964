"""Rates held against the counts that make them: 19,200 ballots of 48,000 voters are no turnout of 61 percent.

Which counts a rate is made of is supposed by words near them, so what does not fit is a tension, and only
where no two counts that may be meant come near it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from addup.account.arithmetic.clashing import Told, cite, meant, quoted
from addup.account.arithmetic.intervals import as_written, less
from addup.account.arithmetic.shares.ratios import comes_near, middle_of, ratio_of, shown
from addup.account.language.wording import amount
from addup.grouping.arithmetic.shares.named_rates import Counted, NamedRate, named_rates
from addup.records import Figure, Finding, Grouping
from addup.words import Interval

_POINTS = Fraction(3)
_PART = Fraction(1, 8)
_WHOLE = Fraction(100)
_SMALL = Fraction(1, 5)
"""What a rate may be off, since its counts are often of other days: percentage points, but of a small rate
no more than a fifth of it."""


def named_rate_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the rates that no counts of their reports bear out."""
    for rate in named_rates(grouping):
        found = _judged(rate)
        if found is not None:
            yield found


def _judged(rate: NamedRate) -> Finding | None:
    pairs = [(pair, ratio) for pair in rate.pairs if (ratio := _ratio(*pair)) is not None]
    told = [meant(rate.share), *(meant(one) for one in rate.shares if one.amount.bound in ("exact", "about"))]
    if not pairs or any(_fits(said, ratio) for said in told for _, ratio in pairs):
        return None
    if any(_is_as_written(rate.share, one, other) for one, other in permutations(rate.others, 2)):
        return None
    # The more of those who may make it up, and the fewer of whom they are, the surer are all of them.
    (part, whole), ratio = max(pairs, key=lambda found: found[1].low or 0)
    return _finding(rate, part, whole, ratio)


def _is_as_written(share: Figure, part: Figure, whole: Figure) -> bool:
    """Tell whether two numbers, as they are written, make a share to half a point."""
    some, all_of, said = map(as_written, (part, whole, share))
    return 0 < some < all_of and abs(_WHOLE * some / all_of - said) <= Fraction(1, 2)


def _ratio(part: Counted, whole: Counted) -> Interval | None:
    """Give what percentage a part is of a whole, or what is left of it without what is lacking."""
    ratio = ratio_of(part.figures, whole.figures)
    if ratio is None or not part.lacking:
        return ratio
    return less(Interval(_WHOLE, _WHOLE), ratio)


def _fits(said: Interval, ratio: Interval) -> bool:
    middle = middle_of(said)
    return comes_near(said, ratio, max(middle * _PART, min(_POINTS, middle * _SMALL)))


def _finding(rate: NamedRate, part: Counted, whole: Counted, ratio: Interval) -> Finding:
    some, all_of = (" + ".join(map(quoted, one.figures)) for one in (part, whole))
    share = quoted(rate.share)
    comes_to = amount(shown(ratio), unit="%")
    told = [
        Told(reading.document.id, figure)
        for reading, figures in (
            (rate.reading, (rate.share,)),
            (part.reading, part.figures),
            (whole.reading, whole.figures),
        )
        for figure in figures
    ]
    if part.lacking:
        some = f"All but {some}"
    return cite(
        "tension",
        f"{some} of {all_of} is {comes_to}, but {share} is told.",
        [f"{some} of {all_of}: {comes_to}", f"told: {share}"],
        told,
    )
