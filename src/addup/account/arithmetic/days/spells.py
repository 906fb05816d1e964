"""How long something lasted, held against the days between its beginning and its end."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from addup.account.arithmetic.clashing import Told, are_far, clash, quoted
from addup.account.language.wording import day
from addup.grouping.arithmetic.days.spells import DAYS, Spell, spells
from addup.records import Evidence, Finding, Grouping

_FAR = 4
_SLACK = 2
"""The first and the last day may be counted or not, and so may what is left of either."""


def spell_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give what did not last as long as it is said to have, by the days told."""
    for reading in grouping.readings:
        for spell in spells(reading):
            yield from _judged(spell, reading.document.id)


def _judged(spell: Spell, document: str) -> Iterator[Finding]:
    first, last = spell.began.period.first, spell.ended.period.first
    assert first is not None
    assert last is not None
    unit = DAYS[spell.lasted.amount.unit or "day"]
    told = int(spell.lasted.amount.low or 0) * unit
    slack = _SLACK if unit == 1 else unit - 1
    if any(abs(abs((one - other).days) - told) <= slack for one in spell.days for other in (last, first)):
        return
    days = (last - first).days
    if are_far(Fraction(days), Fraction(told), times=_FAR):
        return  # of something else
    cited = Told(document, spell.lasted)
    yield clash(
        "tension",
        f"From {day(first.toordinal())} to {day(last.toordinal())} it is {days} days, but "
        f"“{spell.lasted.span.text}” is told.",
        [f"“{spell.began.span.text}” to “{spell.ended.span.text}”: {days} days", quoted(cited.figure)],
        [cited],
        Fraction(abs(days - told)),
        beside=[Evidence.of(document, time.span) for time in (spell.began, spell.ended)],
    )
