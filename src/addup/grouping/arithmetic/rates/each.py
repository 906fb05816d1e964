"""So much each, by the words around an amount.

An amount is one of each where it says of what ("$12 a share", "averaging $210,000 per dairy"), where a word
says so ("each", "apiece", "on average"), or where "every fisherman" receives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from addup.grouping.arithmetic.beside import (
    is_one_of,
    is_told,
)
from addup.grouping.patterns import alternatives, as_written, may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_HINTS = ("each", "every", "apiece", "average", "averaging", " a ", " an ", " per ", "no ", "none", "not one")
_A = re.compile(
    r"\s(?:a|an|per|for each|for every|for a)\s(?:single\s|outstanding\s)?"
    r"(?:(?:[A-Z][\w’'-]+\s){1,3})?([a-z][a-z-]+)"
)
_A_ONE = re.compile(
    r"\b(?:[Aa]n?|[Aa]ny) (?:[a-z]+ )?([a-z]+) (?:can|may|could|will be able to|is entitled to) "
    r"(?:get|receive|apply for|be given|claim|borrow|be paid|donate|give|win)\b"
)
_THEM = frozenset({"them", "these", "those", "whom"})
_OR = ", or "
_LIMIT = re.compile(r"\blimit\b[^.;:]*$")
Told = Literal["each", "average", "most"]


@dataclass(frozen=True, slots=True)
class Rate:
    """So much of each: the figure, the noun of that which has as much, if named, and how it is told."""

    figure: Figure
    noun: str | None
    told: Told


def rates_told(reading: Reading) -> Iterator[Rate]:
    """Find what each has, or has on average, in a report."""
    if not may_hold(reading.document.text, [*_HINTS, *table("arithmetic")["each"]["steady"]]):
        return
    for figure in reading.figures:
        if is_told(figure) and figure.amount.kind not in ("share", "age") and figure.change is None:
            rate = rate_of(figure, reading)
            if rate is not None and not is_of_others(figure, reading.document.text):
                yield rate


def rate_of(figure: Figure, reading: Reading) -> Rate | None:
    """Tell of what, and how, an amount is one of each; None if it is not."""
    text = reading.document.text
    before, behind = _around(figure, reading)
    is_average = _patterns().average.search(before) or _patterns().on_average.match(behind)
    is_most = figure.amount.bound == "max" or _patterns().most.search(
        text[figure.sentence[0] : figure.amount.number.start]
    )
    told: Told = "average" if is_average else "most" if is_most else "each"
    if told == "most" and _is_speed(figure) and _LIMIT.search(before):
        return None  # what is allowed is not how fast anything went
    if told == "each" and _is_speed(figure):
        if not _is_steady(figure, text):
            return None  # "at 120 kilometres an hour" is how fast it was then, and not all the way
        told = "average"
    if figure.amount.unit in speeds() or figure.amount.per is not None:
        per = figure.amount.per or "hour"
        return None if _is_of_earnings(figure, text) else Rate(figure, per.lower(), told)
    found, noun = _of_whom(figure, reading, told)
    return Rate(figure, noun, told) if found else None


def _of_whom(figure: Figure, reading: Reading, told: Told) -> tuple[bool, str | None]:
    """Tell whether the words around an amount make it one of each, and of what noun, if they name it."""
    before, behind = _around(figure, reading)
    named = _A.match(reading.document.text, figure.span.end)
    if named and _is_counted(named[1], figure, reading):
        return True, named[1]
    none = _patterns().none.search(before)
    if none and told == "most":
        is_bare = none[0].lower().startswith("none ") and not _is_counted(none["noun"], figure, reading)
        is_bare = is_bare or none["noun"] in _THEM
        return True, None if is_bare else none["noun"]  # "None was larger than"
    closed = figure.span.text.lower().endswith((" each", " apiece"))
    if told == "average" or closed or _patterns().each.match(behind):
        return True, None
    one = _A_ONE.search(before) if figure.amount.bound == "max" and figure.amount.kind == "money" else None
    if one is not None:
        return True, one[1]
    every = _patterns().every.search(before)
    if every and (figure.amount.kind == "money" or figure.amount.bound == "max"):
        is_adverb = every[0].startswith("each ") and not _is_counted(every["noun"], figure, reading)
        return True, None if is_adverb else every["noun"]  # "will each get 120 euros"
    return False, None


def _is_counted(noun: str, figure: Figure, reading: Reading) -> bool:
    """Tell whether a report counts what a noun names: in "will each get 120 euros" it is no noun."""
    return any(is_one_of(one, noun) for one in reading.figures if one is not figure)


def _is_of_earnings(figure: Figure, text: str) -> bool:
    """Tell whether an amount is what was earned, by all shares: "$254 million, or $5.94 a share"."""
    lead = text[max(figure.sentence[0], figure.span.start - len(_OR)) : figure.span.start]
    return figure.amount.per == "share" and lead.endswith(_OR)


def _is_speed(figure: Figure) -> bool:
    amount = figure.amount
    return amount.unit in speeds() or (
        amount.per is not None and amount.unit in table("arithmetic")["each"]["lengths"]
    )


def _is_steady(figure: Figure, text: str) -> bool:
    """Tell whether a speed is said to have been kept all the way."""
    return phrase(*table("arithmetic")["each"]["steady"]).search(text, *figure.sentence) is not None


@cache
def speeds() -> Mapping[str, str]:
    """Give the units of speeds that do not name a unit of length, with it."""
    speeds: Mapping[str, str] = table("arithmetic")["each"]["speeds"]
    return speeds


def _around(figure: Figure, reading: Reading) -> tuple[str, str]:
    """Give the words before an amount in its clause, and those behind it up to the next number."""
    text = reading.document.text
    before = text[figure.sentence[0] : figure.span.end]
    return before, text[figure.span.end : figure.sentence[1]]


@dataclass(frozen=True, slots=True)
class _Patterns:
    average: re.Pattern[str]
    on_average: re.Pattern[str]
    each: re.Pattern[str]
    every: re.Pattern[str]
    none: re.Pattern[str]
    most: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = table("arithmetic")["each"]
    amount = r"[^.;:\d]{0,30}?[$€£¥]?\d[^;:]{0,30}$"
    average = alternatives(words["average"], any_case=True)
    noun = r"(?P<noun>[a-z][a-z-]+)"
    them = r"(?:of )?(?:the|its|his|her|our|my|their)"
    return _Patterns(
        re.compile(rf"\b(?:{average})\b{amount}"),
        re.compile(rf",?\s(?:a [a-z]+ )?(?:{average})\b"),
        re.compile(rf",?\s{as_written(*words['each'])}"),
        re.compile(
            rf"\b(?:{alternatives(words['every'], any_case=True)}) "
            rf"(?:of (?:the|its|our|their|these|those) )?(?:[\d.,]+ (?:[mb]illion )?)?{noun}\b[^;:]*$"
        ),
        re.compile(rf"\b(?:{alternatives(words['none'], any_case=True)}) (?:{them} )?{noun}\b"),
        re.compile(rf"\b(?:{alternatives(words['most'], any_case=True)})\s[$€£¥]?$"),
    )


def is_of_others(figure: Figure, text: str) -> bool:
    """Tell whether the words of an amount say that it is no average of those that the report counts."""
    return phrase(*table("arithmetic")["each"]["unless"]).search(text, *figure.sentence) is not None
