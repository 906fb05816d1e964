"""The two ends of a stretch of time at which something was so much: "between 2019 and 2023, from 40 to 30".

How much it changed by is of the whole stretch.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from addup.calendar_names import ANY_MONTH, MONTHS
from addup.reading.days.dated import Dated
from addup.records import Amount, Period, Time

_STRETCH = re.compile(r"(?:(?:between|from) )?(?P<from>[\w ]+?) (?:and|to) (?P<to>[\w ]+)", re.IGNORECASE)
_YEAR_OR_MONTH = re.compile(rf"(?:(?P<month>{ANY_MONTH}) )?(?P<year>[12]\d{{3}})")
_NEAR = 30  # characters before an amount in which stands what leads to it
_HEDGES = r"(?: (?:about|almost|around|just|nearly|only|over|roughly|some|under))? "
_LED_BY = re.compile(rf"\b(?P<way>from|to){_HEDGES}$")
_NUMBER = r"[A-Z]{0,3}[$£€]?\d[\d.,]*"
_NOUN = r"(?: ?%|(?: [a-z]+){0,4}(?: of [A-Za-z]+)?)"
_TO_BEHIND = re.compile(rf"{_NOUN} to{_HEDGES}{_NUMBER}")
_FROM_BEFORE = re.compile(rf"\bfrom{_HEDGES}{_NUMBER}{_NOUN} $")


def end_of_stretch(time: Time, amount: Amount, text: str) -> Dated | None:
    """Give the end of a stretch at which something was so much; None where a figure is of all of it."""
    ends = _STRETCH.fullmatch(time.span.text)
    led = _LED_BY.search(text, max(0, amount.span.start - _NEAR), amount.span.start)
    if ends is None or led is None or amount.change is not None:
        return None
    if led["way"] == "from":
        other = _TO_BEHIND.match(text, amount.span.end)
    else:
        other = _FROM_BEFORE.search(text, 0, led.start())
    period = _period(ends[led["way"]])
    return None if other is None or period is None else Dated(period, time.span)


def _period(words: str) -> Period | None:
    """Give the days of a year, or of a month with its year."""
    found = _YEAR_OR_MONTH.fullmatch(words)
    if found is None:
        return None
    year = int(found["year"])
    if found["month"] is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    month = MONTHS.index(found["month"]) + 1
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
