"""The unit of time of a rate whose words stand apart from its number: "up to 300 arrive each day"."""

from __future__ import annotations

from collections.abc import Sequence

from addup.reading.counting import Subject
from addup.reading.days.dated import Dated, head_of, in_sentence
from addup.reading.events import event_verb
from addup.records import Amount, Time

_UNITS = {"P1D": "day", "P1W": "week", "P1M": "month", "P1Y": "year"}
# The least days, but one, of what a rate is for.
_LENGTHS = {"week": 6, "month": 27, "quarter": 88, "year": 364}


def rate_of(amount: Amount, subject: Subject, times: Sequence[Time]) -> str | None:
    """Give the unit of time of a rate; None for an amount that is none.

    The expression ("each day", "daily") must hang on what happened to the thing counted.
    """
    if amount.per is not None or amount.kind != "count":
        return amount.per
    verb = event_verb(subject.holder)
    for time in in_sentence(subject.anchor, tuple(times)):
        unit = _UNITS.get(time.value or "")
        is_rate = time.type == "SET" and unit is not None and verb is not None
        if is_rate and head_of(subject.anchor.doc, time).head == verb:
            return unit
    return None


def is_longer(amount: Amount, dated: Dated) -> bool:
    """Whether a rate is for a longer time than some days: "cost it $4 million a year" is not of a quarter."""
    first, last = dated.period.first, dated.period.last
    return first is not None and last is not None and (last - first).days < _LENGTHS.get(amount.per or "", 0)
