"""All amounts of a text: from the numbers to records, and the reasons of those that are none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache

from spacy.tokens import Doc

from addup.reading.amounts.ages import aged
from addup.reading.amounts.beside_names import with_units_carried
from addup.reading.amounts.dates import is_date, why_dated
from addup.reading.amounts.directions import direction, moves_share
from addup.reading.amounts.divided import divided
from addup.reading.amounts.exchange_rates import exchange_rates
from addup.reading.amounts.hedges import hedged, passed_on
from addup.reading.amounts.index_levels import index_levels
from addup.reading.amounts.joins import join
from addup.reading.amounts.left_out.learnt import give_learnt_units
from addup.reading.amounts.mentions import Mention, Reason, mention
from addup.reading.amounts.multiples import part_or_multiple
from addup.reading.amounts.names import named_again
from addup.reading.amounts.numerals import opening_words, openings, plain, scan
from addup.reading.amounts.points import is_margin, is_of_election, is_of_rate, is_rate_of_nothing
from addup.reading.amounts.quakes import is_strength
from addup.reading.amounts.rates import rated, rates_shared
from addup.reading.amounts.reasons import reason
from addup.reading.amounts.results import POINTS_OF_SHARE, SHARE, bare_result
from addup.reading.amounts.sums import is_spent, is_sum
from addup.reading.amounts.units import Unit
from addup.reading.amounts.worded import first_words, worded
from addup.reading.amounts.words_around import Around
from addup.reading.text import text_of
from addup.records import Amount, Number, Skipped, Span, Time

_POINT = Unit("point", "measure")
_MAGNITUDE = Unit("magnitude", "measure")
_DOLLARS = Unit("USD", "money")
# Bonds are quoted in points, that is in per cent of their face value.
_BOND_PRICE = re.compile(r"\bpriced at [\d ./]+ to yield\b")


def find_amounts(doc: Doc, times: Sequence[Time]) -> tuple[tuple[Amount, ...], tuple[Skipped, ...]]:
    """Find every number expression of a text: how much it says, or why it is no figure.

    `times` are the time expressions of the same text; a number that is part of a date or a clock time is
    skipped, a length of time ("two weeks ago") is an amount. Offsets are those of `doc.text`. Neither the
    amounts nor the skipped overlap among themselves.
    """
    text = text_of(doc)
    places = openings(doc, _opening_words())
    mentions = [mention(text, numeral) for numeral in scan(text, places)]
    around = Around.of(text, doc, times, mentions)
    kept, reasons = _sorted_out(around, mentions)
    dates = frozenset(found.start for found in kept if is_date(around, found))
    joined = give_learnt_units(around, join(text, kept, dates), dates)
    dated = [found for found in joined if is_date(around, found)]
    figures = with_units_carried(text, [found for found in joined if not is_date(around, found)])
    reasons += [Reason(found.left, found.right, why_dated(around, found)) for found in dated]
    finished = divided(text, [_finished(around, found) for found in figures])
    finished = rates_shared(text, passed_on(text, finished))
    finished = index_levels(doc, exchange_rates(text, finished))
    amounts = [_amount(text, found) for found in _apart(text, finished)]
    skipped = _skipped(text, reasons)
    return _with_worded(amounts, worded(around, places)), skipped


@cache
def _opening_words() -> frozenset[str]:
    return opening_words() | first_words()


def _with_worded(amounts: list[Amount], others: Iterable[Amount]) -> tuple[Amount, ...]:
    """Add the amounts without number words that lie in no other expression."""
    taken = sorted([(amount.span.start, amount.span.end) for amount in amounts])
    starts = [start for start, _ in taken]
    more = []
    for amount in others:
        index = bisect_left(starts, amount.span.end) - 1
        if index < 0 or taken[index][1] <= amount.span.start:
            more.append(amount)
    return tuple(sorted([*amounts, *more], key=lambda amount: amount.span.start))


def _sorted_out(around: Around, mentions: list[Mention]) -> tuple[list[Mention], list[Reason]]:
    """Part the numbers into possible figures and those with a reason against them."""
    kept: list[Mention] = []
    reasons: list[Reason] = []
    end = -1
    for found in mentions:
        if found.start < end:
            if reasons and found.right > reasons[-1].end == end:
                end = found.right
                reasons[-1] = replace(reasons[-1], end=end)
            continue
        why = None if is_date(around, found) and found.form != "ordinal" else reason(around, found)
        if why is None:
            kept.append(found)
        else:
            reasons.append(why)
            end = why.end
        end = max(end, found.right)
    return _named_again(around, kept, reasons)


def _named_again(
    around: Around, kept: list[Mention], reasons: list[Reason]
) -> tuple[list[Mention], list[Reason]]:
    """Leave out numbers that elsewhere in the text are part of a name."""
    parts = [re.findall(r"\d+", around.text[why.start : why.end]) for why in reasons if why.why == "name"]
    names = frozenset(number for numbers in parts for number in numbers)
    again = {found.start: named_again(around, found, names) for found in kept}
    left = [found for found in kept if again[found.start] is None]
    return left, reasons + [why for why in again.values() if why is not None]


def _finished(around: Around, found: Mention) -> Mention:
    """Read age, multiple, direction, hedge and rate of a number."""
    text = around.text
    points = found.unit == _POINT
    if points and (around.is_poll or is_of_election(around, found) or is_of_rate(around, found)):
        found = replace(found, unit=POINTS_OF_SHARE)
    if found.form == "figures" and is_margin(around, found):
        found = replace(found, unit=POINTS_OF_SHARE)
    if found.form == "figures" and found.unit is None and is_sum(text, found):
        found = replace(found, unit=_DOLLARS)
    if found.unit is None and found.form in {"digits", "words"} and around.is_poll:
        found = bare_result(around.text, found)
    if found.unit is None and found.form == "digits" and is_strength(around.text, found):
        found = replace(found, unit=_MAGNITUDE)
    if found.unit is None and _BOND_PRICE.search(text, max(0, found.left - 12), found.right + 9):
        found = replace(found, unit=_POINT)
    if moves_share(text, found):
        found = replace(found, unit=POINTS_OF_SHARE)
    if found.unit is None and found.value == 0 and is_rate_of_nothing(text, found):
        found = replace(found, unit=SHARE)
    found = part_or_multiple(around, aged(around, found))
    way = direction(text, found)
    if found.form == "vague" and found.unit is None and is_spent(text, found):
        found = replace(found, unit=_DOLLARS)
    found = rated(text, hedged(text, _from_nothing(text, found)))
    way = way or direction(text, found)
    return found if way is None else replace(found, change=way)


# "sales are to be flat to up 3 percent"
_FLAT_TO = re.compile(r"\b(?:flat|unchanged|level) to (?:up|down) \Z")


def _from_nothing(text: str, found: Mention) -> Mention:
    """Read a change that may be none as a range from 0."""
    flat = _FLAT_TO.search(text, max(0, found.left - 20), found.left) if found.bound == "exact" else None
    return replace(found, left=flat.start(), low=Fraction(0), bound="range") if flat is not None else found


def _apart(text: str, mentions: list[Mention]) -> list[Mention]:
    """Cut spans that run into the one before, and drop numbers inside it ("64 cents a dozen")."""
    apart: list[Mention] = []
    for found in mentions:
        end = apart[-1].right if apart else 0
        if found.start < end:
            continue
        blank = len(text[end : found.start]) - len(text[end : found.start].lstrip())
        apart.append(replace(found, left=end + blank) if found.left < end else found)
    return apart


def _number(value: Fraction | None) -> Number | None:
    return None if value is None else plain(value)


def _amount(text: str, found: Mention) -> Amount:
    unit = found.unit
    return Amount(
        span=_span(text, found.left, found.right),
        number=_span(text, found.start, found.end),
        low=_number(found.low),
        high=_number(found.high),
        bound=found.bound,
        kind=unit.kind if unit else "count",
        unit=unit.name if unit else None,
        unit_text=found.unit_text,
        per=found.per,
        hedge=found.hedge,
        change=found.change,
    )


def _skipped(text: str, reasons: list[Reason]) -> tuple[Skipped, ...]:
    skipped: list[Skipped] = []
    for why in sorted(reasons, key=lambda reason: (reason.start, reason.end)):
        if not skipped or why.start >= skipped[-1].span.end:
            skipped.append(Skipped(_span(text, why.start, why.end), why.why))
    return tuple(skipped)


def _span(text: str, start: int, end: int) -> Span:
    return Span(text[start:end], start, end)
