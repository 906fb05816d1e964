"""Which figures may be shares of some who are counted, and which may count those, now."""

from __future__ import annotations

import re
from functools import cache

from addup.grouping.arithmetic.said import is_ratio
from addup.grouping.nouns import is_window
from addup.grouping.patterns import phrase
from addup.grouping.tables import table
from addup.records import Figure

_SEVERAL = 3
"""Fewer are told of one by one, and are seldom those who make up a share."""
_SCORE_BEHIND = re.compile(r"(?: to |[-–])\d")
_SCORE_BEFORE = re.compile(r"\d(?: to |[-–])$")
"""What stands beside the numbers of a result: "47 to 25"."""


def may_be_share(figure: Figure, text: str) -> bool:
    """Tell whether a figure is a share of some who are counted, now, and of no narrower group."""
    return (
        figure.amount.kind == "share"
        and figure.amount.unit == "%"
        and figure.stance == "stated"
        and figure.change is None
        and figure.amount.bound != "vague"
        and not (figure.amount.worded and figure.amount.low == 100)
        and not is_elsewhen(figure, text)
        and not _general().search(text, *figure.sentence)
        and not _narrower().search(text, figure.amount.number.end, figure.span.end)
    )


def may_be_count(figure: Figure, text: str) -> bool:
    """Tell whether a figure counts some of whom a share may be, now."""
    amount = figure.amount
    return (
        amount.kind in ("count", "measure")
        and not (amount.worded or amount.per or amount.bound in ("vague", "range"))
        and (amount.low or amount.high or 0) >= _SEVERAL
        and not (figure.counted and (is_window(figure.counted.head) or is_ratio(figure.counted.head)))
        and text[amount.number.end : amount.number.end + 1] != "-"
        and not (
            _SCORE_BEHIND.match(text, amount.number.end)
            or _SCORE_BEFORE.search(text[: amount.number.start][-6:])
        )
        and figure.stance == "stated"
        and figure.change is None
        and not is_elsewhen(figure, text)
        and not _narrower().search(text, max(figure.sentence[0], figure.span.start - 12), figure.span.end)
    )


@cache
def _narrower() -> re.Pattern[str]:
    return phrase(*table("shares")["narrower"]["words"])


@cache
def _general() -> re.Pattern[str]:
    return phrase(*table("said")["general"]["words"])


@cache
def _other_time() -> re.Pattern[str]:
    return phrase(*table("shares")["other_time"]["words"])


def is_elsewhen(figure: Figure, text: str) -> bool:
    """Tell whether the sentence of a figure speaks of another time: "last year", "a year earlier"."""
    return _other_time().search(text, *figure.sentence) is not None
