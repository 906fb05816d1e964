"""What tests of reading share: how they ask for a figure, its noun, its days and its source."""

from collections.abc import Callable
from datetime import date

import addup
from addup.records import Figure, Period

Finder = Callable[[str, str], Figure]
"""Gives the one figure of a text with a number: the fixture `figure`."""
HeadOf = Callable[[str, str], str | None]
"""Gives the noun of what such a figure counts: the fixture `head_of`."""


def counted_text(figure: Figure) -> str | None:
    """Give the words for what a figure counts."""
    return None if figure.counted is None else figure.counted.text


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def figures(text: str, published: str = "2015-11-12") -> dict[str, Figure]:
    return {figure.amount.number.text: figure for figure in addup.read(text, published=published).figures}


def source_of(text: str, number: str, published: str = "2015-11-12") -> str | None:
    found = figures(text, published)[number].source
    return None if found is None else found.text
