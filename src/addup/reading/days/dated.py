"""The days that a figure covers, with the words that say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.records import Period, Span, Time

DECEMBER = 12
_SOME_DAYS = 28
_LONGEST = 500  # characters of a time


@dataclass(frozen=True, slots=True)
class Dated:
    """The days that a figure covers, and the words that say so."""

    period: Period
    words: Span | None


UNDATED = Dated(Period(), None)


def dated_by(time: Time) -> Dated:
    """Give the days of a time expression."""
    return Dated(time.period, time.span)


def year_before(dated: Dated) -> Dated:
    """Give the same period one year before."""
    first, last = dated.period.first, dated.period.last
    if first is None or last is None:
        return UNDATED
    return Dated(Period(first - relativedelta(years=1), last - relativedelta(years=1)), dated.words)


def is_short(period: Period) -> bool:
    """Whether something told without a time may have happened then: on a day or some days, not in a month."""
    first, last = period.first, period.last
    return first is not None and last is not None and (last - first).days < _SOME_DAYS


def head_of(doc: Doc, time: Time) -> Token:
    """Give the token through which a time hangs in its sentence."""
    return grammar.anchor(grammar.span_of(doc, time.span.start, time.span.end))


def in_sentence(anchor: Token, times: tuple[Time, ...]) -> list[Time]:
    """Give the times of a token's sentence; all are in the order of the text."""
    sentence = anchor.sent
    return list(within(times, sentence.start_char, sentence.end_char))


def within(times: Sequence[Time], start: int, end: int) -> Sequence[Time]:
    """Give the times that begin among some characters."""
    return times[_first_from(times, start) : _first_from(times, end)]


def around(place: int, times: tuple[Time, ...]) -> Iterator[Time]:
    """Give the times that hold a character; none is longer than some words."""
    for time in within(times, place - _LONGEST, place + 1):
        if place < time.span.end:
            yield time


def _first_from(times: Sequence[Time], place: int) -> int:
    """Give the number of the first time that begins at a character or behind it."""
    return bisect_left(times, place, key=lambda time: time.span.start)
