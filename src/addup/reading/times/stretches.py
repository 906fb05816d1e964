"""Times that are two ends of one: "from January to March", "between 3 and 5 May", "the year to June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from addup.reading.times.find import ENDED, FROM_EVENT, STARTED, led_by
from addup.records import Period, Span, Time

# What stands between the two ends; a bare "to" or "and" only behind "from" and "between".
_TO = re.compile(r"\s(?:through|thru)\s|\s?[-–—]\s?")
# A bare "to" joins two days or years all the same: "was taken Oct. 30 to Nov. 8", "the years 2010 to 2013".
_BARE_TO = re.compile(r"\sto\s")
_LED = {"from": re.compile(r"\s(?:to|until|till|through|thru)\s"), "between": re.compile(r"\sand\s")}
# What joins times that follow on one another: "Thursday and Friday".
_AND = re.compile(r",? and (?:on |in )?|, ")
_YEAR = re.compile(r"\d{4}")


def stretches(text: str, times: Sequence[Time]) -> tuple[Time, ...]:
    """Give the times of a text with those that are two ends of one stretch put together.

    Each end keeps its own record in the reading; a figure beside them covers the whole.
    """
    found: list[Time] = []
    for time in times:
        period = _joined(text, found[-1], time) if found else None
        if period is None:
            found.append(time)
            continue
        first = found.pop().span.start
        span = Span(text[first : time.span.end], first, time.span.end)
        found.append(replace(time, span=span, type="DURATION", value=None, period=period))
    return tuple(found)


def _joined(text: str, one: Time, other: Time) -> Period | None:
    """Give the days of the stretch that two times make together, None if they make none."""
    between = text[one.span.end : other.span.start]
    first, last = one.period.first, other.period.last
    if not between or first is None or one.period.last is None or other.period.first is None or last is None:
        return None
    if ENDED.fullmatch(between) and one.period.last == last and first < other.period.first:
        return one.period
    if STARTED.fullmatch(between) and first == other.period.first and last < one.period.last:
        return one.period
    counted = one.type == "DURATION" and first == one.period.last and FROM_EVENT.fullmatch(between)
    if counted or (between == " of " and _is_part(one, other)):
        return one.period
    lead = led_by(text, one.span.start)
    joint = _LED[lead] if lead is not None else _TO
    days = first == one.period.last and other.period.first == last
    if (days or _are_years(one, other)) and _BARE_TO.fullmatch(between):
        joint = _BARE_TO
    if (joint.fullmatch(between) or _TO.fullmatch(between)) and one.period.last < other.period.first:
        return Period(first, last)
    follows = one.period.last + timedelta(days=1) == other.period.first
    follows = follows or (_are_years(one, other) and one.period.last < other.period.first)
    return Period(first, last) if follows and _AND.fullmatch(between) else None


def _is_part(one: Time, other: Time) -> bool:
    """Whether a time is a part of the one behind it: "the first four months of the year"."""
    first, last = one.period.first, one.period.last
    start, end = other.period.first, other.period.last
    if one.type != "DURATION" or first is None or last is None or start is None or end is None:
        return False
    return start <= first and last <= end


def _are_years(*times: Time) -> bool:
    """Whether times are whole years, which cover what is between them too: "in 2008 and 2012"."""
    return all(_YEAR.fullmatch(time.value or "") for time in times)
