"""A document with its amounts, and its times parted by what they can tell of a figure's days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from addup.documents.bulletins import bulletin_of
from addup.documents.datelines import dateline
from addup.reading.counting import Subject
from addup.reading.days.dated import UNDATED, Dated, head_of
from addup.reading.days.held import is_year_before
from addup.reading.days.own import is_present
from addup.reading.days.words import listed
from addup.reading.text import text_of
from addup.reading.times import begins_after, stretches
from addup.records import Amount, Period, Span, Time

# What a number is held against: "compared with 1.83 marks and 141.52 yen".
_NUMBER_BEFORE = re.compile(r"\b(?:compared (?:with|to)|versus) [^.;:\n]*\d[^;:\n]*$")
_NEAR_NUMBER = 80  # characters before a day in which that stands


@dataclass(frozen=True, slots=True)
class Article:
    """A document, the amounts in it with what they count, and its times.

    `times` has two ends of one stretch put together. Of these `year_before` are named by their distance to
    another ("a year earlier"), `plain` are the others but for those only spoken of, and `days` those of the
    plain ones that have days, but for "now" and the day of writing. `covered` are the days that the document
    itself says it is of.
    """

    doc: Doc
    text: str
    amounts: Sequence[Amount]
    subjects: Sequence[Subject]
    published: date | None
    times: tuple[Time, ...]
    year_before: tuple[Time, ...]
    plain: tuple[Time, ...]
    days: tuple[Time, ...]
    covered: Dated

    def is_over(self, dated: Dated) -> bool:
        """Whether days are past, so that what is so now does not go on with them."""
        last = dated.period.last
        return last is not None and self.published is not None and last < self.published

    def is_to_come(self, dated: Dated) -> bool:
        """Whether days are those by which something is to be, and so not of what is so now."""
        if self.published is None or self.is_over(dated):
            return False
        return dated.period.first is None or begins_after(dated.period, self.published)

    def ends_ahead(self, dated: Dated) -> bool:
        """Whether days are only the end of something, and that is still to come: "by the end of August"."""
        first, last = dated.period.first, dated.period.last
        return first is None and last is not None and self.published is not None and last > self.published

    def is_held_against(self, day: Span | None) -> bool:
        """Whether a day is only that of what a number is held against: "compared with 141 yen Wednesday"."""
        start = day.start if day is not None else 0
        return _NUMBER_BEFORE.search(self.text, max(0, start - _NEAR_NUMBER), start) is not None

    def paragraph(self, amount: Amount) -> int:
        """Where the paragraph of an amount begins."""
        return self.text.rfind("\n\n", 0, amount.span.start)


def article_of(
    doc: Doc,
    amounts: Sequence[Amount],
    subjects: Sequence[Subject],
    times: Sequence[Time],
    published: date | None,
) -> Article:
    """Put a document and its amounts together with its times."""
    text = text_of(doc)
    joined = stretches(text, times)
    year_before = tuple(time for time in joined if is_year_before(time))
    plain = tuple(time for time in joined if time not in year_before and not _is_only_named(doc, time))
    _, written = dateline(text) or (0, 0)  # the day there is that of writing
    days = tuple(
        time
        for time in plain
        if time.period.known
        and not is_present(time)
        and time.span.start >= written
        and not _is_line(text, time.span)
    )
    covered = _covered(text, published)
    return Article(doc, text, amounts, subjects, published, joined, year_before, plain, days, covered)


def _is_only_named(doc: Doc, time: Time) -> bool:
    """Whether a day is spoken of and not when something was: "the anniversary of 9/11", "recalled 9/11"."""
    day = head_of(doc, time)
    row = "anniversaries" if day.dep_ == "nmod" else "recalling" if day.dep_ == "obj" else None
    return row is not None and day.head.lemma_.lower() in listed("article", row)


def _covered(text: str, published: date | None) -> Dated:
    """Give the days that a bulletin says it covers."""
    bulletin = bulletin_of(text, published)
    if bulletin is None:
        return UNDATED
    words = Span(text[bulletin.start : bulletin.end], bulletin.start, bulletin.end)
    return Dated(Period(bulletin.first, bulletin.last), words)


def _is_line(text: str, words_of_time: Span) -> bool:
    """Whether a time is a line of its own, as the day of writing is above a report."""
    before, behind = text[: words_of_time.start], text[words_of_time.end :]
    return before.endswith("\n") and behind.startswith("\n")
