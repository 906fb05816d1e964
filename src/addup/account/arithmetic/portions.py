"""Shares of a group held against counts of those who make it up: 17,400 of 48,600 are not most of them.

Which counts a share is of is supposed, so what does not fit is a tension and no conflict, and only where no
two counts that may be meant come near the share.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic.clashing import Told, are_far, cite, meant, quoted
from addup.account.language.wording import amount, number
from addup.grouping.arithmetic.portions import SAID, Operand, Portion, portions
from addup.records import Finding, Grouping
from addup.words import Interval

_POINTS = Fraction(3)
_PART = Fraction(1, 8)
"""A share that counts miss by so many points, or by such a part of itself, may be right all the same."""
_WHOLE = Fraction(100)
_LEAST = 8


def portion_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the shares that no counts of their reports bear out."""
    for portion in portions(grouping):
        found = _judged(portion)
        if found is not None:
            yield found


def _judged(portion: Portion) -> Finding | None:
    """Hold a share against all pairs of counts that it may be of."""
    said = meant(portion.share)
    pairs = [(pair, ratio) for pair in portion.pairs if (ratio := _ratio(*pair)) is not None]
    others = [ratio for pair in portion.others if (ratio := _ratio(*pair)) is not None]
    if not pairs or any(_fits(said, ratio) for ratio in [*(ratio for _, ratio in pairs), *others]):
        return None
    told = [meant(share) for share in portion.shares]
    # What is said to be of a whole is its share; of what may be meant another share may be told.
    left = [
        (pair, ratio)
        for pair, ratio in pairs
        if pair[1].sure >= SAID or not any(_fits(one, ratio) for one in told)
    ]
    left = [(pair, ratio) for pair, ratio in left if not are_far(_middle(ratio), _middle(said))]
    if not left or (said.low or 0) > _WHOLE:
        return None
    (part, whole), ratio = left[0]
    shown = Interval(*(None if end is None else Fraction(f"{float(end):.3g}") for end in ratio))
    cited = [(portion.reading, portion.share), *((one.reading, one.figure) for one in (part, whole))]
    texts = [quoted(figure) for _, figure in cited]
    return cite(
        "tension",
        f"{texts[1]} of {texts[2]} is {_said(shown)}, but {texts[0]} is told.",
        [f"{texts[1]} of {texts[2]}: {_said(shown)}", f"told: {texts[0]}, read as {_said(said)}"],
        [Told(reading.document.id, figure) for reading, figure in cited],
    )


def _ratio(part: Operand, whole: Operand) -> Interval | None:
    """Give what percentage a count is of another at least and at most; None where it is no part of it."""
    some, all_of = meant(part.figure), meant(whole.figure)
    least = all_of.low
    if least is None or least < _LEAST or (some.low or 0) > (all_of.high or least):
        return None
    low = some.low * _WHOLE / all_of.high if some.low is not None and all_of.high else None
    high = some.high * _WHOLE / least if some.high is not None else None
    return Interval(low, min(high, _WHOLE) if high is not None else _WHOLE)


def _middle(interval: Interval) -> Fraction | None:
    low, high = interval
    return (low + high) / 2 if low is not None and high is not None else low or high


def _fits(said: Interval, ratio: Interval) -> bool:
    """Tell whether a share is what counts come to, or not far from it."""
    middle = said.low if said.low is not None else said.high or Fraction(0)
    slack = max(min(_POINTS, middle / 2), middle * _PART)
    low = None if ratio.low is None else ratio.low - slack
    high = None if ratio.high is None else ratio.high + slack
    return not (Interval(low, high).below(said) or said.below(Interval(low, high)))


def _said(interval: Interval) -> str:
    if interval.low is not None and interval.high is not None and interval.high - interval.low < 1:
        return number(Fraction(round((interval.low + interval.high) / 2)), "%")
    return amount(interval, unit="%")
