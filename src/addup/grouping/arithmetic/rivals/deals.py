"""What is paid for a firm, and for which: "agreed to buy Halden Foods for $2.4 billion in cash".

A price with debt is another than one without, a stake is no whole, an offer may be raised, and of an older
deal others tell: such prices are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from addup.grouping.patterns import as_written, may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_NAME = r"[A-Z][\w&'’-]*(?: (?:(?:of|and|&) )?[A-Z][\w&'’-]*)*"
_NEWS = timedelta(days=60)
_LEAD, _BEHIND = 160, 120


@dataclass(frozen=True, slots=True)
class Deal:
    """A price, with the words of the name of the firm that it is paid for."""

    figure: Figure
    target: frozenset[str]


def deals_told(reading: Reading) -> Iterator[Deal]:
    """Find the prices of firms that a report tells."""
    text = reading.document.text
    if not may_hold(text, table("cues")["deal"]["stems"]):
        return
    for figure in reading.figures:
        if figure.amount.kind == "money" and figure.amount.per is None and figure.stance != "denied":
            name = _bought_for(figure, text)
            if name is not None and _is_new(figure, reading):
                words = (re.sub(r"['’]s$", "", word) for word in name.lower().split())
                yield Deal(figure, frozenset(words) - _general())


def deal_names(reading: Reading) -> frozenset[str]:
    """Name the deals of a report, by which others on one find it: "takeover|halden|24312", with the month."""
    day = reading.document.published
    if day is None:
        return frozenset()
    months = {12 * one.year + one.month for one in (day - timedelta(days=7), day, day + timedelta(days=7))}
    return frozenset(
        f"takeover|{word}|{month}" for deal in deals_told(reading) for word in deal.target for month in months
    )


def _bought_for(figure: Figure, text: str) -> str | None:
    """Give the name of what is bought for some money; None where it is no whole firm, or nobody names it."""
    start, end = figure.sentence
    if phrase(*table("cues")["deal"]["unless"]).search(text, start, end):
        return None
    before = text[max(start, figure.span.start - _LEAD) : figure.span.start]
    behind = text[figure.span.end : min(end, figure.span.end + _BEHIND)]
    lead, follow = _patterns()
    found = next((match for pattern in lead if (match := pattern.search(before))), None)
    found = found or next((match for pattern in follow if (match := pattern.match(behind, 0))), None)
    return found["name"] if found else None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Make the patterns of a firm bought before its price, and of one behind it."""
    words = table("cues")["deal"]
    verbs, nouns = as_written(*words["verbs"]), as_written(*words["nouns"])
    hedges = as_written(*table("cues")["putting"]["hedges"])
    which = rf"(?:(?!{as_written(*words['parts'])})[a-z][\w'’-]* ){{0,6}}(?P<name>{_NAME})"
    price = rf"(?:,?[^.;:\d]{{0,60}}?)\b{as_written(*words['for'])} (?:{hedges} )*$"
    before = (
        re.compile(rf"{verbs} {which}{price}"),
        re.compile(rf"{nouns} (?:of|with) {which}{price}"),
    )
    in_cash = r"(?: in (?:cash|shares|stock)(?: and (?:cash|shares|stock))?)?"
    kind = r"(?: (?:all-)?(?:cash|share|stock))?"
    behind = (
        re.compile(rf"{in_cash} for {which}"),
        re.compile(rf"{kind} {nouns} (?:of|for|with|to buy|to acquire|to take over) {which}"),
    )
    return before, behind


def _is_new(figure: Figure, reading: Reading) -> bool:
    """Tell whether a price is not of a deal that was made long before its report."""
    last, published = figure.period.last, reading.document.published
    return last is None or published is None or last + _NEWS >= published


@cache
def _general() -> frozenset[str]:
    """Give the words of names that many firms have: "Foods", "Group"."""
    return frozenset(table("cues")["results"]["firms"])
