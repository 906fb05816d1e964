"""On which day a figure of a report was known: the day that the report tells of, or that of its publication.

"In early May, the minister said ..." puts what follows in the same voice in early May, until
the voice is given another day. Only times beside the words that name a speaker count: a time anywhere else
tells when things happened, not when they were told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from addup.documents.layout import headline_end
from addup.grouping.patterns import phrase
from addup.grouping.subjects.families import Family
from addup.grouping.subjects.happened import family_at
from addup.grouping.subjects.things import is_definite
from addup.grouping.subjects.timing import counting_days, is_of_what, is_told_earlier, written_day
from addup.grouping.tables import table
from addup.records import Figure, Period, Reading, Time

_BESIDE = 30
_FEWER = re.compile(r", (?:[a-z]+|\d[\d,]*) (?:fewer|less|lower)\b")
_BEFORE_SPEAKER = re.compile(r"^\s*,?\s*(?:the\s+)?$", re.IGNORECASE)
# A time before a speaker tells when they spoke only where it opens the sentence: "killed nine on Tuesday, the
# army said" tells when the nine were killed.
_OPENING = re.compile(
    r"(?:^|[.!?;:”\"\n]\s*)(?:(?:and|but|then|also|on|in|at|late|early|earlier)\s+)*$", re.IGNORECASE
)
_BEHIND_SPEAKER = re.compile(r"^,?\s+(?:[\w-]+\s+){1,5}?(?:on |in |at |late |earlier )?$", re.IGNORECASE)
_UNTIL = re.compile(r"(?:\b(?:as of|as at|by|until|till|up to)\s+(?:the\s+)?)$", re.IGNORECASE)
# "Since June, police said" tells from when something counts, and "by June" up to when.
_BOUND = re.compile(
    r"\b(?:since|from|until|till|by|before|after|between|through)\s+(?:the\s+)?$", re.IGNORECASE
)
_FILLED = 12
_FILLERS = (
    r"\s+(?:(?:the|an?|its|of|initial|count|number|figure|estimate|toll|last|previous|prior|year|quarter|month|week"
    r"|\w+['’]s)\s+)*$"
)
_OTHERWISE = re.compile(r"[\s,()]+(?:(?:or|and)\s+)?(?:about\s+)?")
_FARTHEST = 5
_NEAR = 1000  # characters between a speaker and a time, at most
_LEAD = 40


@dataclass(frozen=True, slots=True)
class Telling:
    """A place in a text where a speaker is given a day."""

    place: int
    speaker: str
    day: date


def takes_back(figure: Figure) -> bool:
    """Tell whether a figure's verb says that an earlier number was taken back: "lowered the toll to 40"."""
    return figure.event in table("verbs")["taking_back"]


class KnownDays:
    """The days on which the figures of one reading were known."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        # "Last week the firm told third-quarter sales": of two days the later one is that of the telling.
        self._tellings = sorted(set(self._find()), key=lambda telling: (telling.place, telling.day))
        starts = {figure.sentence[0] for figure in reading.figures}
        starts |= {piece[0] for attribution in reading.attributions for piece in attribution.source}
        self._starts = sorted(starts)
        self._of_speaker: dict[str, list[Telling]] = {}
        for telling in self._tellings:
            self._of_speaker.setdefault(telling.speaker, []).append(telling)
        self._figures = sorted(reading.figures, key=lambda figure: figure.span.end)

    def of(self, figure: Figure) -> date | None:
        """Give the day on which a figure was known; None if neither text nor publication tell."""
        if self.is_until(figure) and figure.period.last:
            return figure.period.last
        telling = self._telling(figure)
        return telling.day if telling else self._written

    @cached_property
    def _written(self) -> date | None:
        return written_day(self._reading)

    def days_of(self, figure: Figure) -> Period:
        """Give the days that a figure counts, as far as its text tells."""
        return counting_days(figure, self._reading.document.text)

    def is_constant(self, figure: Figure) -> bool:
        """Tell whether a number is the same on all days, like that of those aboard when a ship sank."""
        family = self._family(figure)
        return family is not None and family.constant

    def is_of_telling(self, figure: Figure) -> bool:
        """Tell whether a number of all so far, such as a fatality rate, is told without a day of its own."""
        family, (start, end) = self._family(figure), figure.sentence
        own = figure.time is not None and start <= figure.time.start < end
        return family is not None and family.so_far and not own

    def _family(self, figure: Figure) -> Family | None:
        return family_at(figure, event=figure.event, head=figure.noun, text=self._reading.document.text)

    def is_definite(self, figure: Figure) -> bool:
        """Tell whether a figure speaks of things already counted: "the 148 patients"."""
        return is_definite(figure, self._reading.document.text)

    def takes_back(self, figure: Figure) -> bool:
        """Tell whether the words at a figure say that an earlier, higher number was taken back."""
        text, (start, end) = self._reading.document.text, figure.sentence
        lowered = phrase(*table("verbs")["lowered_to"])
        before = text[max(start, figure.amount.number.start - _BESIDE) : figure.amount.number.start]
        fewer = _FEWER.match(text, figure.span.end, end)
        return takes_back(figure) or fewer is not None or bool(lowered.search(before))

    def is_average(self, figure: Figure) -> bool:
        """Tell whether words beside a rate say that it is an average: "an average of nearly 230 a day"."""
        text, (start, end) = self._reading.document.text, figure.sentence
        average = phrase(*table("arithmetic")["each"]["average"])
        before = max(start, figure.amount.number.start - _BESIDE)
        behind = text[figure.span.end : min(end, figure.span.end + _BESIDE)]
        return average.search(text, before, figure.span.end) is not None or bool(
            average.match(behind.lstrip(" ,"))
        )

    def is_of_change(self, figure: Figure) -> bool:
        """Tell whether a rate is that of a change told right before: "180 more than on Monday, 45 a day"."""
        if figure.amount.per is None:
            return False
        figures = self._reading.figures
        place = next((index for index, one in enumerate(figures) if one is figure), 0)
        last = figures[place - 1] if place else None
        return last is not None and last.change is not None and last.sentence == figure.sentence

    def is_shortened(self, figure: Figure) -> bool:
        """Tell whether a figure of the headline leaves out the hedge that its number has below.

        "Fever kills 34" over "at least 34 people have died" says no more than that.
        """
        if figure.span.start >= self._headline_end or figure.amount.bound != "exact":
            return False
        below = (other for other in self._reading.figures if other.span.start >= self._headline_end)
        return any(_is_hedged_form(figure, other) for other in below)

    @cached_property
    def _headline_end(self) -> int:
        return headline_end(self._reading.document.text)

    def is_until(self, figure: Figure) -> bool:
        """Tell whether the time of a figure says by when it was counted: "as of Monday", "at the time"."""
        if figure.time is None or is_of_what(figure.time, self._reading.document.text):
            return False
        if phrase(*table("cues")["at_the_time"]["words"]).search(figure.time.text):
            return True
        text = self._reading.document.text
        words = f"{text[max(0, figure.time.start - 12) : figure.time.start]}"
        return bool(
            _UNTIL.search(words) or re.match(r"(?:as of|by|until)\b", figure.time.text, re.IGNORECASE)
        )

    def is_former(self, figure: Figure) -> bool:
        """Tell whether a figure, with another of its series beside it, says what the number was before.

        So it does in "to 39 from 43".
        """
        text = self._reading.document.text
        words = text[figure.sentence[0] : figure.span.start]
        # "From $4 million, or 20 cents a share": what is said otherwise goes with what it stands beside.
        at = bisect_right(self._figures, figure.span.start, key=lambda other: other.span.end)
        while at and _OTHERWISE.fullmatch(text, self._figures[at - 1].span.end, figure.span.start):
            at -= 1
            figure = self._figures[at]
            words = text[figure.sentence[0] : figure.span.start]
        return bool(_former().search(words))

    def is_told_earlier(self, figure: Figure) -> bool:
        """Tell whether a sentence of its own says what a number was before."""
        return is_told_earlier(figure, self._reading.document.text)

    def _telling(self, figure: Figure) -> Telling | None:
        """Find the last telling before a figure in the same voice, not farther than a few sentences."""
        if not self._tellings:
            return None
        told: Sequence[Telling] = self._tellings
        speaker = _name(figure)
        if speaker is None:
            sentence = self._reading.document.text[slice(*figure.sentence)]
            if not phrase(*table("cues")["at_the_time"]["words"]).search(sentence):
                return None
        else:
            told = self._of_speaker.get(speaker, ())
        before = bisect_left(told, figure.sentence[1], key=lambda telling: telling.place)
        if not before:
            return None
        last = told[before - 1]
        sentences = bisect_right(self._starts, figure.sentence[0]) - bisect_right(self._starts, last.place)
        return last if sentences <= _FARTHEST else None

    def _find(self) -> Iterator[Telling]:
        """Find speakers with a day beside them."""
        text = self._reading.document.text
        times = sorted(self._reading.times, key=lambda time: time.span.start)
        starts = [time.span.start for time in times]
        for start, end, speaker in self._speakers():
            near = slice(bisect_left(starts, start - _NEAR), bisect_left(starts, end + _NEAR))
            for time in times[near]:
                day = time.period.last
                if day is None or time.type != "DATE" or not _beside(text, start, end, time):
                    continue
                if _BOUND.search(text, max(0, time.span.start - _FILLED), time.span.start):
                    continue
                yield Telling(start, speaker, day)

    def _speakers(self) -> Iterator[tuple[int, int, str]]:
        for figure in self._reading.figures:
            speaker = _name(figure)
            if figure.source and speaker:
                yield figure.source.start, figure.source.end, speaker
        for attribution in self._reading.attributions:
            for start, end in attribution.source[:1]:
                words = attribution.speaker or self._reading.document.text[start:end]
                yield start, end, words.casefold()


@cache
def _former() -> re.Pattern[str]:
    """Match words that end in what a number is compared with, up to the number."""
    return re.compile(phrase(*table("cues")["former"]["words"]).pattern + _FILLERS, re.IGNORECASE)


def _beside(text: str, start: int, end: int, time: Time) -> bool:
    """Tell whether a time stands right before a speaker, or right behind the verb of saying."""
    if time.span.end <= start:
        opens = _OPENING.search(text[max(0, time.span.start - _LEAD) : time.span.start])
        return bool(opens and _BEFORE_SPEAKER.match(text[time.span.end : start]))
    return time.span.start >= end and bool(_BEHIND_SPEAKER.match(text[end : time.span.start]))


def _name(figure: Figure) -> str | None:
    return figure.said_by.casefold() if figure.said_by else None


def _is_hedged_form(short: Figure, figure: Figure) -> bool:
    """Tell whether a figure has the number of another with a hedge."""
    one, other = short.amount, figure.amount
    if (one.kind, one.unit) != (other.kind, other.unit) or other.bound not in {"about", "min", "max"}:
        return False
    return one.low in {other.low, other.high}
