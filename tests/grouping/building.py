"""Readings built by hand: a text, and what a reader finds in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from addup.records import (
    Amount,
    Attribution,
    Bound,
    Change,
    Counted,
    Coverage,
    Document,
    Figure,
    Kind,
    Number,
    Period,
    Reading,
    Source,
    Span,
    Stance,
    Time,
    Tolls,
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """A figure to be found in a text: its words with the hedge, and what a reader makes of it."""

    words: str
    number: str | None = None
    low: Number | None = None
    high: Number | None = None
    bound: Bound = "exact"
    kind: Kind = "count"
    unit: str | None = None
    per: str | None = None
    hedge: str | None = None
    worded: bool = False
    counted: str | None = None
    event: str | None = None
    change: Change | None = None
    days: str | None = None
    time: str | None = None
    place: str | None = None
    source: str | None = None
    name: str | None = None
    stance: Stance = "stated"


def said(
    words: str, value: Number | None = None, counted: str | None = None, event: str | None = None
) -> Said:
    """Say "at least 40" as a figure of a thing and an event; the hedge is read off the words."""
    hedges: dict[str, Bound] = {
        "at least": "min",
        "more than": "min",
        "up to": "max",
        "nearly": "max",
        "some": "about",
    }
    hedge = next((hedge for hedge in hedges if words.lower().startswith(hedge)), None)
    bound = hedges[hedge] if hedge else "exact"
    number = words[len(hedge) :].strip() if hedge else words
    low = None if bound == "max" else value
    high = None if bound == "min" else value
    return Said(
        words=words,
        number=number.split()[0] if number else words,
        low=low,
        high=high,
        bound=bound,
        hedge=hedge,
        counted=counted,
        event=event,
    )


def reading(
    text: str,
    *figures: Said,
    id: str = "a",
    published: str | None = None,
    times: Sequence[tuple[str, str]] = (),
    attributions: Sequence[tuple[str, str, str, Stance]] = (),
) -> Reading:
    """Build a reading. Figures stand in the order of the text; `times` are words with their days."""
    found: list[Figure] = []
    place = 0
    for index, one in enumerate(figures):
        start = text.index(one.words, place)
        place = start + len(one.words)
        found.append(_figure(text, one, start, f"{id}{index}"))
    document = Document(id, text, published=_day(published), language="en")
    return Reading(
        document=document,
        figures=tuple(found),
        times=tuple(_time(text, words, days) for words, days in times),
        attributions=tuple(_attribution(text, *pieces) for pieces in attributions),
        coverage=Coverage(len(found), len(found)),
        tolls=Tolls(),
    )


def _figure(text: str, one: Said, start: int, id: str) -> Figure:
    sentence = _sentence(text, start)
    number = one.number or one.words
    at = text.index(number, start)
    span = Span(one.words, start, start + len(one.words))
    time = None
    if one.time:
        time_start = text.index(one.time, sentence[0])
        time = Span(one.time, time_start, time_start + len(one.time))
    return Figure(
        id=id,
        span=span,
        amount=Amount(
            span=span,
            number=Span(number, at, at + len(number)),
            low=one.low,
            high=one.high,
            bound=one.bound,
            kind=one.kind,
            unit=one.unit,
            per=one.per,
            hedge=one.hedge,
            worded=one.worded,
        ),
        counted=_counted(one.counted),
        event=one.event,
        change=one.change,
        period=_period(one.days),
        time=time,
        place=one.place,
        source=_source(text, one, sentence),
        stance=one.stance,
        sentence=sentence,
    )


def _counted(words: str | None) -> Counted | None:
    """Take the last word as the head, "American person", or the one that is given: "guards/guard"."""
    if not words:
        return None
    text, _, head = words.partition("/")
    return Counted(text, head or text.split()[-1])


def _source(text: str, one: Said, sentence: tuple[int, int]) -> Source | None:
    if one.source is None:
        return None
    start = text.index(one.source, sentence[0])
    return Source(one.source, start, start + len(one.source), one.name or one.source)


def _sentence(text: str, place: int) -> tuple[int, int]:
    ends = [match.end() for match in re.finditer(r"[.!?]”?(?=\s|$)", text)]
    start = max((end for end in ends if end <= place), default=0)
    start += len(text[start:]) - len(text[start:].lstrip())
    return start, min((end for end in ends if end > place), default=len(text))


def _time(text: str, words: str, days: str) -> Time:
    start = text.index(words)
    return Time(Span(words, start, start + len(words)), "DATE", days, _period(days))


def _attribution(text: str, source: str, cue: str, content: str, stance: Stance) -> Attribution:
    content_at = text.index(content)
    places = [_near(text, words, content_at) for words in (source, cue, content)]
    return Attribution((places[0],), (places[1],), (places[2],), source, stance)


def _near(text: str, words: str, place: int) -> tuple[int, int]:
    starts = [match.start() for match in re.finditer(re.escape(words), text)]
    start = min(starts, key=lambda start: abs(start - place))
    return start, start + len(words)


def _period(days: str | None) -> Period:
    if not days:
        return Period()
    first, _, last = days.partition("..")
    return Period(_day(first), _day(last or first))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
