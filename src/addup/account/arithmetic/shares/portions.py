"""Shares of a group held against counts of those who make it up: 17,400 of 48,600 are not most of them.

Which counts a share is of is supposed, so what does not fit is a tension and no conflict, and only where no
two counts that may be meant come near the share.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic.clashing import are_far, cite, meant, quoted
from addup.account.arithmetic.intervals import middle
from addup.account.arithmetic.shares.ratios import comes_near, middle_of, ratio_of, shown
from addup.account.language.wording import amount
from addup.grouping.arithmetic.shares.portions import SAID, Operand, Portion, portions
from addup.grouping.arithmetic.told import Told
from addup.records import Finding, Grouping
from addup.words import Interval

_POINTS = Fraction(3)
_CLOSE = Fraction(2)
_MANY = 4
"""Where a report tells so many other shares, nobody can tell by words alone which count is of which."""
_PART = Fraction(1, 8)
"""A share that counts miss by so many points, or by such a part of itself, may be right all the same."""


def portion_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the shares that no counts of their reports bear out."""
    for portion in portions(grouping):
        found = _judged(portion)
        if found is not None:
            yield found


def _judged(portion: Portion) -> Finding | None:
    """Hold a share against all pairs of counts that it may be of."""
    if len(portion.shares) >= _MANY:
        return None
    said = meant(portion.share)
    pairs = [(pair, ratio) for pair in portion.pairs if (ratio := _ratio(pair)) is not None]
    others = [ratio for pair in portion.others if (ratio := _ratio(pair)) is not None]
    # What is told beside a count, of the number that it is said to be of, is right to a few points.
    close = any(comes_near(said, ratio, _CLOSE) for _, ratio in pairs)
    sure = bool(pairs) and all(one.sure >= SAID for one in pairs[0][0]) and not close
    loose = [ratio for (one, other), ratio in pairs if not (sure and min(one.sure, other.sure) >= SAID)]
    if not pairs or any(_fits(said, ratio) for ratio in [*loose, *others]):
        return None
    told = [meant(share) for share in portion.shares]
    # What is said to be of a whole is its share; of what may be meant another share may be told.
    left = [
        (pair, ratio)
        for pair, ratio in pairs
        if pair[1].sure >= SAID or not any(_fits(one, ratio) for one in told)
    ]
    left = [(pair, ratio) for pair, ratio in left if not are_far(middle(ratio), middle(said))]
    if not left or (said.low or 0) > 100:
        return None
    (part, whole), ratio = left[0]
    comes_to = amount(shown(ratio), unit="%")
    read_as = amount(shown(said), unit="%")
    cited = (Told(portion.reading, portion.share), part, whole)
    texts = [quoted(one.figure) for one in cited]
    return cite(
        "tension",
        f"{texts[1]} of {texts[2]} is {comes_to}, but {texts[0]} is told.",
        [f"{texts[1]} of {texts[2]}: {comes_to}", f"told: {texts[0]}, read as {read_as}"],
        cited,
    )


def _ratio(pair: tuple[Operand, Operand]) -> Interval | None:
    part, whole = pair
    return ratio_of((part.figure,), (whole.figure,))


def _fits(said: Interval, ratio: Interval) -> bool:
    """Tell whether a share is what counts come to, or not far from it."""
    told = middle_of(said)
    return comes_near(said, ratio, max(min(_POINTS, told / 2), told * _PART))
