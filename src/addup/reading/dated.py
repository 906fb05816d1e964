"""The days that a figure covers, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.records import Period, Span, Time


@dataclass(frozen=True, slots=True)
class Dated:
    """The days that a figure covers, and the words that say so."""

    period: Period
    words: Span | None


UNDATED = Dated(Period(), None)


def head_of(doc: Doc, time: Time) -> Token:
    """Give the token through which a time hangs in its sentence."""
    return grammar.anchor(grammar.span_of(doc, time.span.start, time.span.end))


def in_sentence(anchor: Token, times: tuple[Time, ...]) -> list[Time]:
    """Give the times of a token's sentence."""
    sentence = anchor.sent
    return [time for time in times if sentence.start_char <= time.span.start < sentence.end_char]
