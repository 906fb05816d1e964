"""Lines that put a label before a number, as bulletins have them: "Deaths since 1 March: 97 (2.2%)".

Each is read as the statement that it makes, "97 deaths since 1 March (2.2%)", and by itself. A single such
line may be anything ("The mayor said: 40 came"), so it takes two that follow each other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from addup.documents.layout import BULLETS
from addup.reading.tables.phrases import Phrase, add_inside, measure_of
from addup.reading.tables.words import WORDS
from addup.records import Coverage, Document, Figure, Period, Reading, Skipped, Source, Span, Time

_MARKS = f"-–—{BULLETS}+"
_HEDGES = (
    r"(?:(?:about|almost|approx\.?|approximately|around|at least|nearly|more than|over|some|up to"
    r"|an estimated|[<>~≈])\s?)*"
)
_DIGITS = r"\d(?:[\d,.]*\d)?"
_MONEY = r"(?:[A-Z]{0,3}[$€£¥₹]\s?|[A-Z]{3}\s)?"
_SCALE = r"(?:\s?(?:million|billion|thousand|mn|bn|[mk])\b)?(?:\s?%|\sper ?cent\b)?"
_LINE = re.compile(
    rf"^[ \t]*(?:[{_MARKS}][ \t]+)?(?P<label>[^\W\d_][^:\n|]{{2,70}}?)[ \t]*:[ \t]+"
    rf"(?P<number>{_HEDGES}{_MONEY}{_DIGITS}(?:(?:\s?[-–]\s?|\sto\s){_DIGITS})?{_SCALE})"
    r"(?P<noun> [a-z]+(?=[ \t]*(?:$|[(,;])))?"
    r"(?P<rest>$|[ \t]*[(,;][^\n]*"
    r"|[ \t]+(?:across|as|at|between|by|during|for|from|in|of|on|since|within)\b[^\n]*)$",
    re.MULTILINE,
)
_NUMBER_OF = re.compile(
    r"(?:(?:confirmed|estimated|reported|total) )?(?:number|no\.) of (?:the )?", re.IGNORECASE
)
# "Confirmed dead: 31", "Total injured: 112"
_OF_PEOPLE = "|".join(sorted(WORDS["of_people"]))
_STATED = re.compile(
    rf"(?:confirmed|cumulative|estimated|overall|reported|total) (?=(?:{_OF_PEOPLE})$)", re.IGNORECASE
)
_SHARE_OF = re.compile(r"(?:percentage|proportion|share) of (?:the )?", re.IGNORECASE)
_CUMULATIVE = re.compile(r"(?:cumulative|overall|total)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:from|since) $")
_MOST_WORDS = 9
_LEAST_LINES = 2
_BETWEEN = ".\n\n"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line with a label before a number: where it stands, and the statement that it makes."""

    start: int
    end: int
    statement: Phrase


def find_labelled(text: str) -> tuple[Labelled, ...]:
    """Find the labelled lines of a text, in its order."""
    if ": " not in text:
        return ()
    return tuple(line for run in _runs(text) if len(run) >= _LEAST_LINES for line in run)


def _runs(text: str) -> Iterator[list[Labelled]]:
    """Give the labelled lines that follow each other directly."""
    run: list[Labelled] = []
    for found in _LINE.finditer(text):
        line = _labelled(found)
        if run and (line is None or text[run[-1].end : line.start].strip(f" \t{_MARKS}") != "\n"):
            yield run
            run = []
        if line is not None:
            run.append(line)
    yield run


def _labelled(found: re.Match[str]) -> Labelled | None:
    """Give a labelled line, None where its label names nothing that is counted or measured."""
    label = found["label"]
    words = label.lower().split()
    if len(words) > _MOST_WORDS or words[-1] in WORDS["not_counted"] or " ".join(words) in WORDS["plain"]:
        return None
    if not (label[1:] != label[1:].upper() and len(words) > 1) and WORDS["measures"].isdisjoint(words):
        return None  # "Selm: 40" says not of what
    phrase = _statement(found)
    return Labelled(found.start("label"), found.end(), phrase) if phrase is not None else None


def _statement(found: re.Match[str]) -> Phrase | None:
    """Put the number before what its label says of it; None where the number has a noun of its own."""
    label = _span(found, "label")
    share = _SHARE_OF.match(label.text)
    lead = share or _NUMBER_OF.match(label.text) or _STATED.match(label.text)
    start = lead.end() if lead else 0
    measure = measure_of(Span(label.text[start:], label.start + start, label.end))
    first = measure.noun.text.lower().split(" ")[0]
    done = measure.tells or first in WORDS["of_people"]
    if found["noun"] and not done:
        return None
    phrase = Phrase()
    phrase.add(measure.before)
    phrase.add(_span(found, "number"))
    phrase.add(measure.behind)
    if found["noun"]:
        phrase.add(_span(found, "noun"))
    elif share or measure.before or measure.behind or not found["number"][-1:].isdigit():
        phrase.add(" of")
    elif first in WORDS["of_people"]:
        phrase.add(" people")
    add_inside(phrase, measure.noun)
    phrase.add(_span(found, "rest"))
    return phrase


def _span(found: re.Match[str], group: str) -> Span:
    return Span(found[group], *found.span(group))


def read_labelled(
    reading: Reading, lines: Sequence[Labelled], read: Callable[[Document], Reading]
) -> Reading:
    """Add the figures, times and other numbers of labelled lines to the reading of the text around them.

    `read` reads any document; the statements, each a paragraph of its own, are one.
    """
    whole, starts = "", []
    for line in lines:
        starts.append(len(whole))
        whole += line.statement.words.rstrip(".") + _BETWEEN
    found = read(replace(reading.document, text=whole))
    back = _Back(reading.document.text, lines, starts)
    figures = _since(
        reading.document.text, [figure for one in found.figures if (figure := back.figure(one)) is not None]
    )
    times = [replace(time, span=span) for time in found.times if (span := back.span(time.span)) is not None]
    skipped = [
        Skipped(span, one.why) for one in found.coverage.skipped if (span := back.span(one.span)) is not None
    ]
    numbers = [*reading.coverage.skipped, *skipped]
    told = sum(not figure.amount.worded for figure in figures)
    return replace(
        reading,
        figures=_in_order([*reading.figures, *figures]),
        times=_in_order([*reading.times, *times]),
        coverage=Coverage(
            reading.coverage.numbers + told + len(skipped),
            reading.coverage.figures + told,
            _in_order(numbers),
        ),
    )


def _since(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Give all that is cumulative the days of the one of whose days a line tells: "(since 2 June)"."""
    cumulative = [_CUMULATIVE.match(text, *figure.sentence) is not None for figure in figures]
    told = [
        figure
        for figure, summed in zip(figures, cumulative, strict=True)
        if summed and figure.time and _SINCE.search(text, figure.sentence[0], figure.time.start)
    ]
    if len({figure.period for figure in told}) != 1:
        return list(figures)
    first = told[0]
    return [
        replace(figure, period=first.period, time=first.time)
        if summed and not figure.period.known and figure.amount.kind != "share"
        else figure
        for figure, summed in zip(figures, cumulative, strict=True)
    ]


class _Back:
    """The way back from the statements to the lines of the text."""

    def __init__(self, text: str, lines: Sequence[Labelled], starts: Sequence[int]) -> None:
        self._text, self._lines, self._starts = text, lines, starts

    def span(self, span: Span) -> Span | None:
        """Give where words of a statement stand in the text; None where they do not stand so."""
        index = bisect_right(self._starts, span.start) - 1
        begin = self._starts[index]
        found = self._lines[index].statement.origin(span.start - begin, span.end - begin)
        return Span(self._text[found[0] : found[1]], *found) if found is not None else None

    def figure(self, figure: Figure) -> Figure | None:
        """Give a figure of a statement as one of its line, with no days and place but those named there."""
        number = self.span(figure.amount.number)
        if number is None:
            return None
        line = self._lines[bisect_right(self._starts, figure.span.start) - 1]
        span = self.span(figure.span) or self.span(figure.amount.span) or number
        time = self.span(figure.time) if figure.time else None
        words = self._text[line.start : line.end]
        timed = time is not None and line.start <= time.start < line.end
        return replace(
            figure,
            id=str(number.start),
            span=span,
            amount=replace(figure.amount, span=self.span(figure.amount.span) or number, number=number),
            period=figure.period if timed else Period(),
            time=time if timed else None,
            place=figure.place if figure.place and figure.place in words else None,
            source=self._source(figure.source),
            sentence=(line.start, line.end),
        )

    def _source(self, source: Source | None) -> Source | None:
        """Give who says it where the line itself names them."""
        span = self.span(Span(source.text, source.start, source.end)) if source is not None else None
        return replace(source, start=span.start, end=span.end) if source and span else None


_Found = TypeVar("_Found", Figure, Time, Skipped)


def _in_order(found: Sequence[_Found]) -> tuple[_Found, ...]:
    return tuple(sorted(found, key=lambda one: one.span.start))
