"""Which amounts others are held against: "$5 million, or $2 a share, from $4 million, a year earlier".

In a report of results such an amount is of the same period one year before (SEC Regulation S-X, 17 CFR
210.10-01).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from addup.reading.counting import Subject
from addup.reading.days.against import is_base
from addup.reading.days.dated import within
from addup.records import Amount, Time

_YEAR_EARLIER = re.compile(
    r"\b(?:year[- ]|(?:12|twelve) months )(?:earlier|ago|before)\b"
    r"|\bthe (?:same|corresponding) (?:period|month|week|quarter)\b",
    re.IGNORECASE,
)
# What leads to an amount of comparison, with the words that may stand between it and the amount.
_LEAD = re.compile(
    r"\b(?:from|compared (?:with|to)|versus|against|(?:twice|double|triple|half) (?=the))"
    r"(?: an?| the| last year['’]s)?"
    r"(?: (?:restated|net|operating|pretax|loss|profit|income|earnings|of))*\s*$"
)
_ADJECTIVE = re.compile(r"\byear-(?:earlier|ago)$", re.IGNORECASE)
# "Growth was revised to 0.9 percent from 1.1 percent", "Compared with a year earlier, sales rose 3 percent".
_REVISED = re.compile(r"\brevised (?:down |up )?(?:to|from)\b(?:[^.;]|(?<=\d)\.(?=\d))*$")
_IN_COMPARISON = re.compile(r"(?:Compared (?:with|to)|Against|Over)(?: the)? ")
_CUE = re.compile(r"\b(?:from|than|compared|versus|against|as)\b|\b(?:on|over) $")
# Joins amounts that are one: "$4 million ($2.5 million), or 5 cents a share".
_JOINED = re.compile(r"[\s,()]*or[\s(]*|\s?\(")
_LISTED = re.compile(r"(?:,? (?:and|on|with) [\w\s-]*){1,2}")
# What an amount is part of: "earned $9 million in the year-ago quarter, [including a gain of] $2 million".
_INCLUDED = re.compile(r"[^.;:\n]{0,30}, (?:after|excluding|including)\b[^.;:\n]{0,60}")
# What may stand between an amount and the "a year earlier" that it is of.
_TRAILING = re.compile(r"(?:,? [\w'’/%-]+){0,4},? ")


def is_year_before(time: Time) -> bool:
    """Whether a time is named by its distance to another: "a year earlier", "the year-ago quarter"."""
    return _YEAR_EARLIER.search(time.span.text) is not None


def held_against(
    text: str, amounts: Sequence[Amount], subjects: Sequence[Subject], times: Sequence[Time]
) -> list[bool]:
    """Tell for each amount whether it is one that others are held against.

    `times` are those of the text that are a year before. One before the amounts of a sentence is that of all
    that are listed behind it, one behind an amount that of the amounts joined to it.
    """
    found: list[bool] = []
    for index, (amount, subject) in enumerate(zip(amounts, subjects, strict=True)):
        sentence = subject.anchor.sent.start_char
        earlier = amounts[index - 1] if index else None
        found.append(_leads(text, amount, earlier, sentence, times, bool(found and found[-1])))
    for time in times:
        for index in _before(text, amounts, subjects, time):
            found[index] = True
    return found


def _leads(
    text: str, amount: Amount, earlier: Amount | None, sentence: int, times: Sequence[Time], before: bool
) -> bool:
    """Whether the words before an amount make it one of comparison; `before`: whether the one before is."""
    if _REVISED.search(text, sentence, amount.span.start):
        return False
    inside = earlier is not None and earlier.span.end > sentence
    start = earlier.span.end if earlier is not None and inside else sentence
    between = text[start : amount.span.start]
    if inside and _JOINED.fullmatch(between):
        return before
    named = [
        time
        for time in within(times, sentence, amount.span.start)
        if not is_base(text, time, amount)
        and not _IN_COMPARISON.fullmatch(text, sentence, time.span.start)
        and "; " not in text[time.span.end : amount.span.start]
        and not (before and _is_of(earlier, time, text))
    ]
    if any(time.span.end >= start for time in named):
        return True
    if inside and before and named and (_LISTED.fullmatch(between) or _INCLUDED.fullmatch(between)):
        return True
    return _LEAD.search(between) is not None


def _is_of(earlier: Amount | None, time: Time, text: str) -> bool:
    """Whether a time stands right behind an amount: "from $4 million [a year earlier], and shut 12"."""
    return earlier is not None and text[earlier.span.end : time.span.start] in {" ", " in ", " for "}


def _before(text: str, amounts: Sequence[Amount], subjects: Sequence[Subject], time: Time) -> Iterator[int]:
    """Give the amounts that a time behind them is of, the last and those joined to it."""
    last = bisect_right(amounts, time.span.start, key=lambda amount: amount.span.end) - 1
    if last < 0 or subjects[last].anchor.sent.start_char > time.span.start:
        return
    gap = text[amounts[last].span.end : time.span.start]
    behind = text[time.span.end : time.span.end + 2].lstrip()
    if _ADJECTIVE.search(time.span.text) and not behind[:1].isalpha():
        return  # "below the year-earlier $5 million" is of what follows
    if not _TRAILING.fullmatch(gap) or _CUE.search(gap) or _CUE.search(time.span.text):
        return
    yield last
    while last and _JOINED.fullmatch(text[amounts[last - 1].span.end : amounts[last].span.start]):
        last -= 1
        yield last
