"""What kind of series figures make: a flow adds up, a level holds, a toll is counted over again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from addup.grouping.nouns import is_happening, is_mere_money
from addup.grouping.subjects.subject import AT_RISK, Subject
from addup.grouping.tables import table
from addup.records import SeriesKind

_WINDOW = re.compile(r"\b(?:last|past) (?:\d+ |[a-z]+ )?(?:hours|days)\b", re.IGNORECASE)
_LONGEST_EVENT = 21
"""Days beyond which casualties are not those of one event, but of a stretch of time."""


def kind_of(members: Sequence[Subject]) -> SeriesKind:
    """Tell what kind of series figures make."""
    first = members[0]
    # The new ones of one week are not those of the next, and may be fewer.
    if first.qualifier == "new" or any(member.rate for member in members):
        return "flow"
    if first.qualifier == AT_RISK or any(member.whole == "level" for member in members):
        return "level"
    if first.family is not None:
        long = [member for member in members if is_long(member) or is_of_window(member)]
        kind = first.family.series or first.family.kind
        return "flow" if kind == "toll" and long else kind
    if first.figure.amount.kind == "money":
        return "flow" if _is_flow_of_money(first) else "level"
    if first.figure.amount.kind != "count":
        return "level"
    return "level" if _holds(first) else "flow"


def _holds(subject: Subject) -> bool:
    """Tell whether things are counted that are there, and not such as come or happen: "had 40 visitors"."""
    if subject.event is not None and subject.event not in table("verbs")["states"]:
        return False
    passes = is_happening(subject.thing) or subject.thing in table("nouns")["passing"]
    return not (passes and subject.days.known and subject.figure.event in ("be", "have"))


def is_result(noun: str | None) -> bool:
    """Tell whether a noun is what a stretch of time left: a profit, which a later loss may take back."""
    return noun in table("nouns")["of_money"]["results"]


def is_own(subject: Subject) -> bool:
    """Tell whether money is what somebody took, made or has: of two that are asked, each gives its own.

    So are the shares that were given to a bidder.
    """
    if subject.figure.amount.kind != "money":
        return subject.figure.event in table("verbs")["bidding"]
    nouns = table("nouns")["of_money"]
    got = is_mere_money(subject.thing) and subject.figure.event in table("verbs")["getting"]
    return got or is_result(subject.thing) or subject.thing in (*nouns["trade"], *nouns["owned"])


def _is_flow_of_money(subject: Subject) -> bool:
    """Tell whether money is counted over a stretch of time, by its verb or by its noun: paid, sales."""
    nouns = table("nouns")["of_money"]
    return (
        subject.event in table("verbs")["spending"]
        or subject.thing in (*nouns["over_time"], *nouns["trade"])
        or is_result(subject.thing)
    )


def is_long(member: Subject) -> bool:
    """Tell whether a casualty figure covers a stretch of time, not the days of one event."""
    days = member.days
    return bool(days.first and days.last and (days.last - days.first).days > _LONGEST_EVENT)


def is_of_window(member: Subject) -> bool:
    """Tell whether casualties are counted over the last so many days alone: "five in the past 24 hours"."""
    time = member.figure.time
    return time is not None and member.days.known and _WINDOW.search(time.text) is not None
