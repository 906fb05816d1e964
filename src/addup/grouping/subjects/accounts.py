"""What money in the accounts of a firm or a campaign is of: which profit, and of what part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from addup.grouping.nouns import noun_group
from addup.grouping.patterns import CALENDAR_NAMES, phrase
from addup.grouping.tables import table
from addup.records import Figure

EXPECTED = "expected"
"""The qualifier of results that are still to come: a forecast is never the result."""
# "Revenue at its paper unit", "sales in Norway", "profit from the sale of a mine".
_OF = re.compile(r"\s+(at|from|in|of|on|outside)\s+(?:(?:all|an?|both|its|the|their)\s+)*([\w-]+)")
_MARK = re.compile(r"[;:,.”\"]")
# "Homicides of women", "by gun", "on the South Side"
_OF_SOME = re.compile(r"\b(?:among|at|by|involving|of|on|with) (?:(?:an?|its|the) )?([\w-]+)")
_PERIOD = re.compile(r"\d+|(?:[a-z]+-)?(?:quarter|half|year|month|week)(?:ly|s)?|q[1-4]")


def result_of(figure: Figure, head: str) -> str:
    """Name a result under one noun: "net income" is a profit, and "income" alone may be all that came in."""
    counted = figure.counted.text.lower() if figure.counted else ""
    return noun_group("profit") if head == "income" and counted != "income" else noun_group(head)


def qualifier_of(figure: Figure, text: str, *, funds: bool) -> str:
    """Say which result a figure is, and of what: "net", "operating", "of paper"; "" for all of it.

    Two figures of results are the same only if nothing that is said of one sets it apart from the other. Of
    `funds` that came in words before the noun only tell how they came.
    """
    counted = figure.counted
    if counted is None:
        return ""
    *before, noun = counted.text.lower().split() or [counted.head]
    told = () if funds else before  # "the average contribution": of that is no sum
    own = _telling(told)
    clause = _clause(figure, text)
    own += [word for word in phrase(*_words("apart")).findall(clause.lower()) if word not in own]
    part = _part_behind(figure, text) if funds else _part_of(figure, noun, text)
    expected = [EXPECTED] if figure.stance == "expected" else []
    return ", ".join([*expected, *own, *([f"from {part}"] if part else [])])


def area_of(figure: Figure, text: str) -> str:
    """Say of what other area than a city a count is, and of which kind: "county", "gun"; "" for neither."""
    words = figure.counted.text.lower().split()[:-1] if figure.counted else []
    own = _telling(words)
    own += phrase(*_words("areas")).findall(_clause(figure, text).lower())
    of_some = [match[1] for match in _OF_SOME.finditer(_behind(figure, text)) if not _is_time(match[1])]
    return ", ".join(dict.fromkeys([*own, *of_some]))


def _telling(words: Iterable[str]) -> list[str]:
    """Leave out the words before a noun that do not set it apart: plain ones, and times."""
    return [word for word in words if word not in _words("plain") and not _is_time(word)]


def _clause(figure: Figure, text: str) -> str:
    """Give the words of a sentence up to the mark behind a figure."""
    return text[figure.sentence[0] : figure.span.end] + _behind(figure, text)


def _behind(figure: Figure, text: str) -> str:
    return _MARK.split(text[figure.span.end : figure.sentence[1]], maxsplit=1)[0]


def _part_behind(figure: Figure, text: str) -> str | None:
    """Say from whom or where funds came, by the words behind them; None where nothing is said of it."""
    found = (match for match in _OF.finditer(_behind(figure, text)) if match[1] != "on")
    return next((match[2].lower() for match in found if not _is_all(match[1], match[2])), None)


def _part_of(figure: Figure, noun: str, text: str) -> str | None:
    """Say of what part of a firm a result is, by the words behind its noun; None where it is of all."""
    start, end = figure.sentence
    clause = text[start:end]
    at = figure.span.start - start
    found = [match.end() for match in re.finditer(rf"\b{re.escape(noun)}\b", clause, re.IGNORECASE)]
    behind = next((place for place in found if place > at), None)
    before = next((place for place in reversed(found) if place <= at), None)
    for place in (before, behind):
        if place is None:
            continue
        match = _OF.match(clause, place)
        if match is not None and not _is_all(match[1], match[2]):
            return match[2].lower()
    return None


def _is_all(preposition: str, word: str) -> bool:
    """Tell whether words behind a result leave it that of a whole firm: "of Norvex", "in the quarter"."""
    if word[0].isupper() and preposition in ("at", "of"):
        return True  # whose it is
    return _is_time(word.lower()) or word.lower() in _words("whole") | _words("hedges")


def _is_time(word: str) -> bool:
    months = word.title() in CALENDAR_NAMES
    return months or word in _words("times") or _PERIOD.fullmatch(word) is not None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("cues")["results"][name])
