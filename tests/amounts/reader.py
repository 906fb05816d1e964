"""A short way to the amounts of a sentence, for the tests of this folder."""

from collections.abc import Sequence
from datetime import date

import spacy

from addup.reading.amounts import find_amounts
from addup.records import Amount, Period, Skipped, Span, Time

_NLP = spacy.blank("en")


def read(text: str, times: Sequence[Time] = ()) -> tuple[tuple[Amount, ...], tuple[Skipped, ...]]:
    """Read a text without tags and parse."""
    return find_amounts(_NLP(text), times)


def amounts(text: str, times: Sequence[Time] = ()) -> list[Amount]:
    """Give the amounts that are said with a number word."""
    return [amount for amount in read(text, times)[0] if not amount.worded]


def only(text: str, times: Sequence[Time] = ()) -> Amount:
    """Give the one amount of a text, and fail if there are more or none."""
    found = amounts(text, times)
    assert len(found) == 1, [amount.span.text for amount in found]
    return found[0]


def day(text: str, words: str, *, kind: str = "DATE") -> Time:
    """Mark words of a text as a time expression."""
    start = text.index(words)
    assert kind in ("DATE", "TIME", "DURATION", "SET")
    period = Period(date(2024, 1, 1), date(2024, 1, 1)) if kind == "DATE" else Period()
    return Time(Span(words, start, start + len(words)), kind, None, period)  # type: ignore[arg-type]
