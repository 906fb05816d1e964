"""Changes held against their two ends: 8,400 from 9,900 is no fall of 12 percent.

A change in percent is right to half a unit of its last digit at least, its ends are what their words commit
to. Multiples are rough words: "twice as many" is said of anything from a little less to half as many again.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic.clashing import meant
from addup.account.arithmetic.intervals import middle, times
from addup.account.language.wording import amount, four_digits, number
from addup.account.result import plain
from addup.grouping.relations.changes import Change, changes_told
from addup.records import Change as Direction
from addup.records import Evidence, Figure, Finding, Grouping
from addup.words import Interval, amount_meaning
from addup.words.hedges import half_of_last_digit

_LITTLE_LESS = Fraction(7, 8)
_HALF_MORE = Fraction(1, 2)


def change_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the changes of the reports that their own two ends do not bear out."""
    for reading in grouping.readings:
        for change in changes_told(reading):
            yield from _judged(change, reading.document.id)


def _judged(change: Change, document: str) -> Iterator[Finding]:
    """Hold a change against its ends."""
    before, after = (meant(end) for end in (change.before, change.after))
    led_to = times(before, step_factor(change.step, change.step.change))
    few, many = after.below(led_to), led_to.below(after)
    if not (few or many):
        return
    ends = (led_to.low, after.high) if few else (after.low, led_to.high)
    gap = (ends[0] or Fraction(0)) - (ends[1] or Fraction(0))
    figures = sorted((change.step, change.after, change.before), key=lambda figure: figure.span.start)
    unit = change.after.amount.unit
    wrong = ("too little" if few else "too much") if unit else ("too few" if few else "too many")
    shown = Interval(*(end and four_digits(end) for end in led_to))
    yield Finding(
        kind="conflict",
        text=f"{_said(change)} is {amount(shown, unit=unit)}, but "
        f"“{change.after.span.text}” is told: {number(four_digits(gap), unit)} {wrong}.",
        rows=tuple(_rows(change, before, after)),
        series=tuple(dict.fromkeys(figure.series for figure in figures if figure.series)),
        reports=tuple(figure.id for figure in figures),
        gap=plain(gap),
        evidence=tuple(Evidence.of(document, figure.span) for figure in figures),
    )


def step_factor(step: Figure, way: Direction | None) -> Interval:
    """Give between what multiples of an amount a step from it leads."""
    if step.amount.kind != "share":
        low, high = amount_meaning(step.amount).sharp
        if step.amount.bound == "min":  # "more than twice"
            return Interval(low, None)
        return Interval(low and low * _LITTLE_LESS, high and high + _HALF_MORE)
    low, high = meant(step)
    if step.amount.bound == "exact" and step.amount.low is not None:
        said = Fraction(str(step.amount.low))
        spread = half_of_last_digit(said)
        low = said - spread if low is None else min(low, said - spread)
        high = said + spread if high is None else max(high, said + spread)
    one = Fraction(1)
    shares = [None if end is None else end / 100 for end in (low, high)]
    if way == "up":
        return Interval(*(None if share is None else one + share for share in shares))
    least, most = shares
    return Interval(one - min(most or one, one) if most is not None else Fraction(0), one - (least or 0))


def _said(change: Change) -> str:
    """Write a step from an amount: "9,900 less 12 percent", "“twice” of 1,150 people"."""
    before, step = change.before.span.text, change.step
    if step.amount.kind != "share":
        return f"“{step.span.text}” of {before}"
    return f"{before} {'plus' if step.change == 'up' else 'less'} {step.span.text}"


def _rows(change: Change, before: Interval, after: Interval) -> Iterator[str]:
    """Write the arithmetic: what each end is read as, and what the change between the two really is."""
    unit = change.after.amount.unit
    for end, interval in ((change.before, before), (change.after, after)):
        yield f"{end.span.text}, read as {amount(interval, unit=unit)}"
    first, last = middle(before), middle(after)
    if first:
        moved = (last / first - 1) * 100
        way = "up" if moved >= 0 else "down"
        yield f"from the one to the other: {way} by {number(four_digits(abs(moved)))} %"
