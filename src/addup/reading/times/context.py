"""What surrounds a time expression and decides what it means."""

from __future__ import annotations

import re
from datetime import date, timedelta

from addup.calendar_names import ANY_WEEKDAY, WEEKDAYS
from addup.documents.bulletins import bulletin_of
from addup.reading.times.calendar import Grain, Unit, containing
from addup.reading.times.lexemes import Lexeme
from addup.reading.times.meaning import UNRESOLVED, Meaning, of_unit
from addup.reading.times.surroundings import Direction, Surroundings
from addup.records import Period

# A day or month without a year that is neither past nor future by its verb may lie this many days ahead
# before the one of the last year is the nearer reading.
AHEAD = 120
# One that lies within these days needs no verb: nobody calls a month of last year by its bare name when the
# next one of that name is so near.
CLOSE = 45
# The year in which a month or day is kept until its own is known; a leap year, for 29 February.
FLOATING_YEAR = 4
# How many quarters later a quarter is news: next quarter's outlook to results a year old.
REPORTED_AFTER = range(-2, 5)
EDGES: dict[str, Direction] = {"ended": "past", "ends": "future"}
# A year that is over has "ended"; "the year ending in June" is the one that runs, whatever was done for it.
YEAR_TO_END = re.compile(r"\byear ending (?:in |on )?$", re.IGNORECASE)
# "Prices rose in the 12 months to June": a June that is over, however near the next one is.
LENGTH_TO = re.compile(r"\b(?:weeks|months|quarter|year) to $")
# A time that only labels a number beside another has been: "7.1% in May (April: 7.3%)".
LABEL_BEHIND = re.compile(r"\s?: ?(?=[^\s\w]?\d)")
# "The ministry said on Tuesday that 40 had died in the past 24 hours": these end when it spoke.
_SAID_ON = re.compile(
    r"\b(?:announced|claimed|reported|said|stated|told [a-z ]{4,30}) (?:on |late |early )*"
    rf"(?P<day>{ANY_WEEKDAY})\b"
)
_SENTENCE_ENDS = re.compile(r"[.!?]['\"”]? (?=[A-Z])")
_FAR_SPOKEN = 300  # characters
_LATEST_SPOKEN = 3  # days before publication on which somebody spoke who is news
YEAR = re.compile(r"(?:1\d|20)\d\d")
NOT_IN_WORD = re.compile(r"[^\w'’$%]")
BEHIND_WORD = '."“(' + "".join(filter(str.isspace, map(chr, range(0x3001))))
NEXT_WORD = re.compile(r"[ \n]([A-Za-z]+)")


class Context:
    """The text so far: the day of publication, the times spoken of, and the tense around a place.

    `spoken` is the last time named, `day` the last day that was not still to come, `month` the last month or
    day, `last_quarter` the last quarter; `reported` the last stretch that figures were reported for (a
    quarter, nine months, a year), to which "a year earlier" and "the latest period" point back; `fiscal` the
    days of the quarters that the text gives an end to, `fiscal_year` those of the year; `is_opening` whether
    the last time only opens a stretch that goes on ("since Monday"); `led_by` the last year that opens a
    sentence, with its place; `bulletin` the days that the text says it covers.
    """

    def __init__(self, text: str, published: date | None, surroundings: Surroundings) -> None:
        self.text = text
        self.published = published
        self.spoken: Meaning | None = None
        self.day: Unit | None = None
        self.month: Unit | None = None
        self.reported: Meaning | None = None
        self.quarter: Unit | None = None
        self.last_quarter: Meaning | None = None
        self.fiscal: dict[Unit, Period] = {}
        self.fiscal_year = Period()
        self.is_opening = False
        self.led_by: tuple[int, Unit] | None = None
        self.full: dict[tuple[int, int], int] = {}
        self.bulletin = bulletin_of(text, published)
        self.surroundings = surroundings

    def reached(self, start: int) -> date | None:
        """Give the day that "the past ten days" end with: of speaking, a bulletin, or publication."""
        if self.published is None:
            return None
        last = self.published if self.bulletin is None else min(self.bulletin.last, self.published)
        return last - timedelta(days=self._spoken_before(start, last))

    def _spoken_before(self, start: int, last: date) -> int:
        """Give how many days before another somebody told what stands at a place: "said on Monday that"."""
        paragraph = max(self.text.rfind("\n", 0, start) + 1, start - _FAR_SPOKEN)
        said = next(iter([*_SAID_ON.finditer(self.text, paragraph, start)][-1:]), None)
        if said is None or len(_SENTENCE_ENDS.findall(self.text, said.end(), start)) > 1:
            return 0
        days = (last.isoweekday() - 1 - WEEKDAYS.index(said["day"])) % 7
        return days if days <= _LATEST_SPOKEN else 0

    def today(self, grain: Grain) -> Unit | None:
        """Give the unit that holds the day of publication."""
        return None if self.published is None else containing(self.published, grain)

    def word_before(self, start: int) -> str:
        """Give the word before a place, in small letters; "" at the start of a text."""
        before = self.text[max(0, start - 30) : start].rstrip(BEHIND_WORD)
        return NOT_IN_WORD.split(before)[-1].lower()

    def word_behind(self, end: int) -> str:
        """Give the word behind a place, in small letters; "" where a mark follows."""
        match = NEXT_WORD.match(self.text, end)
        return match[1].lower() if match else ""

    def direction(self, start: int, end: int) -> Direction | None:
        """Tell whether the verb around a place speaks of the past or of the future, if it can be told."""
        return self.surroundings.direction(start, end)

    def written(self, word: Lexeme) -> str:
        """Give a word as the text has it, in small letters."""
        return self.text[word.start : word.end].lower()

    def is_name(self, start: int) -> bool:
        """Tell whether the word there is part of a person's name: Theresa May, April Jones."""
        return self.surroundings.is_person(start)

    def settled(self, unit: Unit, start: int, end: int) -> Meaning:
        """Give a month, season or day of no particular year, put into the year that is meant.

        In the year that its sentence opens with, where the tense around it allows that ("in 2012 she lost,
        and in May he won"); else by that tense the last or the next; else the last, unless the next is much
        nearer.
        """
        if self.published is None:
            return of_unit(unit, floating=True)
        led_by = self._year_of_sentence(start, end)
        if led_by is not None:
            return of_unit(unit.shift_years(led_by.first.year - unit.first.year))
        full = self.full.get((unit.first.month, unit.first.day)) if unit.grain == "day" else None
        if full is not None:
            return of_unit(unit.shift_years(full - unit.first.year))
        today = self.published
        edge = EDGES.get(self.word_before(start))  # over or to come, however near the other one is
        if YEAR_TO_END.search(self.text, max(0, start - 20), start):
            edge = "future"
        if LENGTH_TO.search(self.text, max(0, start - 20), start) and self.direction(start, end) == "past":
            edge = "past"
        if LABEL_BEHIND.match(self.text, end) and self.text.endswith("(", 0, start):
            edge = "past"
        here = unit.shift_years(today.year - unit.last.year)
        last = here if here.first <= today else here.shift_years(-1)
        following = here if here.last >= today else here.shift_years(1)
        ahead, back = (following.first - today).days, (today - last.last).days
        direction = edge
        if direction is None and unit.grain == "month":
            direction = self.surroundings.direction_of_verb(start, end)
        if direction is None and min(ahead, back) < CLOSE:
            direction = "future" if ahead < back else "past"
        elif direction is None:
            direction = self.direction(start, end)
        if direction is None:
            direction = "future" if ahead < AHEAD and ahead < back else "past"
        return of_unit(following if direction == "future" else last)

    def _year_of_sentence(self, start: int, end: int) -> Unit | None:
        """Give the year that opens the sentence of a place, unless that is told of as on its other side."""
        if self.led_by is None or self.published is None:
            return None
        opening, year = self.led_by
        if year.first <= self.published <= year.last or not self.surroundings.in_sentence(opening, start):
            return None
        other = "future" if year.last < self.published else "past"
        return None if self.direction(start, end) == other else year

    def _may_be_reported(self, unit: Unit) -> bool:
        """Tell whether a unit is a quarter near enough to the day of publication to be reported on then."""
        today = self.today("quarter")
        return unit.grain == "quarter" and (today is None or today.index - unit.index in REPORTED_AFTER)

    def _is_over(self, day: Unit) -> bool:
        """Whether a day is not still to come."""
        return self.published is None or day.first <= self.published

    def is_over(self, unit: Unit) -> bool:
        """Whether a unit ended before the day of publication."""
        return self.published is not None and unit.last < self.published

    def note_opening(self, meaning: Meaning, start: int) -> None:
        """Keep a year that opens its sentence."""
        if meaning.unit is not None and meaning.unit.grain == "year" and self.surroundings.opens(start):
            self.led_by = start, meaning.unit

    def note_full(self, meaning: Meaning, start: int, end: int) -> None:
        """Keep the year of a day that is told in full."""
        unit = meaning.unit
        if (
            unit is not None
            and unit.grain == "day"
            and meaning.type == "DATE"
            and YEAR.search(self.text, start, end)
        ):
            self.full[unit.first.month, unit.first.day] = unit.first.year

    def remember(self, meaning: Meaning) -> None:
        """Keep a time as the one last spoken of; what counts from an unresolved one is unresolved too."""
        if meaning.unit is not None and not meaning.floating:
            self.spoken = meaning
            if meaning.unit.grain in ("day", "month"):
                self.month = meaning.unit
            if meaning.unit.grain == "day" and self._is_over(meaning.unit):
                self.day = meaning.unit
            if meaning.unit.grain == "quarter":
                self.last_quarter = meaning
            if self._may_be_reported(meaning.unit) and self.quarter in (None, meaning.unit):
                self.reported, self.quarter = meaning, meaning.unit
        elif meaning.type == "DATE" and meaning.value is None:
            self.spoken = UNRESOLVED
        elif meaning.reach is not None and meaning.period.known and meaning.reach.grain == "month":
            self.reported = meaning
