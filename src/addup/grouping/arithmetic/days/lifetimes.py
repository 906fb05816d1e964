"""How old somebody or something is, and the year in which it began: "Sorel, 76", "born in August 1958".

An age is that of the name beside it; a year of birth, or an age in a year, that of the name in its sentence
or, for a pronoun, of the person with whom a sentence before begins. What has been for so many years is that
whose beginning is told by a word of the same kind (`years.toml`), where a report tells of one such
beginning alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from addup.grouping.arithmetic.beside import is_told, value
from addup.grouping.patterns import (
    CALENDAR_NAMES,
    alternatives,
    may_hold,
    phrase,
    sentence_around,
    sentences_before,
)
from addup.grouping.tables import table
from addup.records import Evidence, Figure, Reading, Span, Time

_OLDEST = 110
_YOUNGEST = 10
_YEAR_TOLD = re.compile(r"\b(?:1[89]|20)\d\d\b")
_YEAR = re.compile(r"(\d{4})(?:-\w+)*$")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_SUBJECT = re.compile(
    r"\W*[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+\b(?: [A-Z][\w’'-]+)?)|\W*[A-Z][\w’'-]+(?=,? [a-z\d])"
)
_ANNIVERSARY = re.compile(r"\b(\d{2,3})(?:st|nd|rd|th) (?:[a-z]+ )?(?:anniversary|jubilee)\b")
_NEAR = 60
_FULL_NAME = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z]\. )?([A-Z][a-z]+)\b")
_IS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[A-Z][a-z]+) (?:is|has just turned|has turned|turned|turns|will turn|will be|was)"
    r" (?:just |now |only )?$"
)
_END = re.compile(r"[,.;:)]|\s(?:and|when|in|who|years?)\b|$")
_NOBODY = re.compile(
    r"^\W*(?:The|A|An|In|On|At|It|They|That|This|These|With|For|But|Asked|Born|When|After|As|Its|Their|There|He|She|His|Her"
    r"|Today|Last|Next|Every|Some|Most|To|From|By|And|One|No|Nobody|You|We|I|My|Our)\b"
)
"""Words that begin a sentence and are no name."""


@dataclass(frozen=True, slots=True)
class Began:
    """The first and the last year in which something can have begun, by the words that tell it."""

    first: int
    last: int
    told: tuple[Span, ...]
    figure: Figure | None
    words: str


@dataclass(frozen=True, slots=True)
class Lifetime:
    """Two statements by which one thing began in some year, and all others by which it might have."""

    one: Began
    other: Began
    rivals: tuple[tuple[Began, Began], ...]


def lifetimes(reading: Reading) -> Iterator[Lifetime]:
    """Find who or what is said to be of some age, and to have begun, or been of an age, in some year."""
    published = reading.document.published
    if published is None:
        return
    yield from _of_persons(reading, published)
    for row in table("years")["begin"][1:]:
        yield from _of_things(reading, row, published)


def _of_persons(reading: Reading, published: date) -> Iterator[Lifetime]:
    text = reading.document.text
    names = sorted({match[1] for match in _FULL_NAME.finditer(text) if match[1] not in CALENDAR_NAMES})
    ages = [
        (name, age) for figure in reading.figures for name, age in _age_now(figure, text, published, names)
    ]
    if not ages:
        return
    aged = sorted({name for name, _ in ages})
    names = sorted({*names, *aged})
    then = [*_births(reading, aged, names), *_ages_then(reading, aged, names)]
    for name in aged:
        now = [age for other, age in ages if other == name]
        before = [began for other, began in then if other == name]
        pairs = tuple((one, other) for one in now for other in before if one.figure is not other.figure)
        if pairs:
            yield Lifetime(*pairs[0], pairs)


def _age_now(figure: Figure, text: str, published: date, names: Sequence[str]) -> Iterator[tuple[str, Began]]:
    """Give the age that somebody has on the day of the report: that of a name, or of a pronoun."""
    age, (start, end) = value(figure), figure.sentence
    if not (is_told(figure) and figure.amount.kind in ("age", "count") and figure.amount.bound == "exact"):
        return
    if not _YOUNGEST <= age <= _OLDEST or figure.amount.unit not in (None, "year"):
        return
    before = text[start : figure.amount.number.start]
    name = _name_beside(figure, before)
    if name is None and _is_age(figure, before, text) and not _YEAR_TOLD.search(text, start, end):
        name = _name_counted(figure) or _whose(text, start, end, names, names, before=figure.span.start)
    if name is not None:
        year = published.year
        words = f"“{figure.span.text}” in {year}"
        yield name, Began(year - int(age) - 1, year - int(age), (figure.span,), figure, words)


def _name_beside(figure: Figure, before: str) -> str | None:
    """Give the name that an age stands beside: "Sorel, 76," and "Rautner, now 61"."""
    name = _name_counted(figure)
    beside = rf"\b{re.escape(name or '')},? (?:who is |now |is )?(?:aged )?$"
    return name if name and re.search(beside, before) else None


def _name_counted(figure: Figure) -> str | None:
    """Give the last name of the person whose age was read."""
    if figure.counted is None or figure.amount.kind != "age" or figure.counted.text[0].islower():
        return None
    named = _NAME.findall(figure.counted.text)
    return str(named[-1]) if named else None


def _is_age(figure: Figure, before: str, text: str) -> bool:
    """Tell whether a number is how old somebody is now: "She was 84." of one who died, "he turned 76"."""
    told = _IS.search(before)
    if told is None or not re.match(
        r"[.,;]|\W*(?:last|this|next|in|on|and|when|years old|today|$)", text[figure.amount.number.end :][:12]
    ):
        return False
    return not told[0].endswith("was ") or re.match(r"\W*[Ss]?[Hh]e was $", before) is not None


def _births(reading: Reading, aged: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, Began]]:
    """Give the year in which somebody was born."""
    row = table("years")["begin"][0]
    if not may_hold(reading.document.text, row["words"]):
        return
    for time, year in _years(reading):
        start, end = sentence_around(reading.document.text, time.span.start, time.span.end)
        lead = reading.document.text[start : time.span.start]
        words = list(phrase(*row["words"]).finditer(lead))
        if not words or re.search(r"[;:]|\b(?:and|who|but|before)\b|\d{4}", lead[words[-1].end() :]):
            continue
        if phrase(*row["unless"]).search(lead[: words[-1].end() + 20]):
            continue
        name = _whose(reading.document.text, start, end, aged, names)
        if name is not None:
            yield name, Began(year, year, (time.span,), None, f"born in {year}")


def _ages_then(reading: Reading, aged: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, Began]]:
    """Give the age that somebody had in the one year of its sentence: "in 1996 as a clerk of 22"."""
    text = reading.document.text
    years = list(_years(reading))
    for figure in reading.figures:
        age, (start, end) = value(figure), figure.sentence
        if (
            not is_told(figure)
            or figure.amount.kind not in ("age", "count")
            or not _YOUNGEST <= age <= _OLDEST
        ):
            continue
        here = [(time, year) for time, year in years if start <= time.span.start < end]
        before = [(time, year) for time, year in here if time.span.start < figure.span.start]
        here = before[-1:] or here
        if len(here) != 1 or figure.amount.bound != "exact":
            continue
        lead = text[start : figure.amount.number.start]
        if not _age_lead().search(lead) or not _END.match(text, figure.amount.number.end):
            continue
        name = _whose(text, start, end, aged, names, before=figure.span.start)
        if name is not None:
            time, year = here[0]
            words = f"“{figure.span.text}” in {year}"
            yield name, Began(year - int(age) - 1, year - int(age), (figure.span, time.span), figure, words)


@cache
def _age_lead() -> re.Pattern[str]:
    words = alternatives(table("years")["age"]["lead"], any_case=True)
    return re.compile(rf"\b(?:{words}|(?:as )?an? [a-z-]+(?: [a-z-]+)? of) $")


def _years(reading: Reading) -> Iterator[tuple[Time, int]]:
    """Give the times of a report that name a year in figures, with it."""
    for time in reading.times:
        found = _YEAR.match(time.value or "")
        if found and found[1] in time.span.text:
            yield time, int(found[1])


def _whose(
    text: str, start: int, end: int, aged: Sequence[str], names: Sequence[str], *, before: int | None = None
) -> str | None:
    """Give whom of those whose age is told a sentence tells of; a pronoun is who was named before it."""
    words = text[start : before or end]
    here = [name for name in aged if re.search(rf"\b{re.escape(name)}\b", words)]
    if here:
        return here[0] if len(here) == 1 else None
    return _subject_before(text, start, names) if _PRONOUN.search(text[start:end]) else None


def _subject_before(text: str, start: int, names: Sequence[str]) -> str | None:
    """Give the person with whom the last sentence begins that begins with a name: that is who "she" is."""
    for sentence in sentences_before(text, start):
        if _NOBODY.match(sentence):
            named = None if _PRONOUN.search(sentence) else sentence
        else:
            begins = _SUBJECT.match(sentence)
            named = begins[0] if begins else None
        if named is None:
            continue
        found = [name for name in names if re.search(rf"\b{re.escape(name)}\b", named)]
        if found or not _NOBODY.match(sentence):
            return found[0] if len(found) == 1 else None
    return None


def _of_things(reading: Reading, row: Mapping[str, Any], published: date) -> Iterator[Lifetime]:
    """Find what began so many years ago, and the year of the one beginning of its kind that is told."""
    text = reading.document.text
    if not may_hold(text, row["words"]):
        return
    years = {year: began for began, year in _begun(reading, row)}
    spans = [one for figure in reading.figures for one in _lasted(figure, text, row, published)]
    spans += _anniversaries(text, row, published)
    if len(years) == 1 and spans:
        began = next(iter(years.values()))
        pairs = tuple((one, began) for one in spans)
        yield Lifetime(*pairs[0], pairs)


def _anniversaries(text: str, row: Mapping[str, Any], published: date) -> Iterator[Began]:
    """Give since when something has been, by the year that is celebrated: "its 150th anniversary"."""
    for found in _ANNIVERSARY.finditer(text) if row["jubilee"] else ():
        year = published.year - int(found[1])
        if not phrase(*row["unless"]).search(text[max(0, found.start() - _NEAR) : found.end() + _NEAR]):
            span = Span(found[0], found.start(), found.end())
            yield Began(year - 1, year + 1, (span,), None, f"“{found[0]}” in {published.year}")


def _begun(reading: Reading, row: Mapping[str, Any]) -> Iterator[tuple[Began, int]]:
    """Give the years in which something of a kind began, by the nearest word before the year."""
    text = reading.document.text
    for time, year in _years(reading):
        start, end = sentence_around(reading.document.text, time.span.start, time.span.end)
        lead = text[start : time.span.start]
        words = list(phrase(*row["words"]).finditer(lead))
        if not words or phrase(*row["unless"]).search(text, start, end):
            continue
        if not re.search(r"[.;:]|\b(?:and|but|before|until|after)\b|\d{4}", lead[words[-1].end() :]):
            yield Began(year, year, (time.span,), None, f"“{words[-1][0]}” in {year}"), year


def _lasted(figure: Figure, text: str, row: Mapping[str, Any], published: date) -> Iterator[Began]:
    """Give since when something of a kind has lasted: "started this 60 years ago", "65 years of marriage"."""
    amount, (start, end) = figure.amount, figure.sentence
    if amount.kind != "duration" or amount.unit != "year" or amount.bound != "exact" or not is_told(figure):
        return
    if phrase(*row["unless"]).search(text, start, end):
        return
    lead, behind = text[start : figure.span.start], text[figure.amount.number.end : end]
    lasts = (
        re.match(rf"[ -](?:years?)? ?(?:{alternatives(row['lasts'])})\b", behind) if row["lasts"] else None
    )
    begun = re.match(r" years ago\b", behind) and list(phrase(*row["words"]).finditer(lead))
    if begun and re.search(r"[,;:]|\b(?:and|but|before|after)\b", lead[begun[-1].end() :]):
        begun = None
    if lasts or begun:
        year = published.year - int(value(figure))
        yield Began(year - 1, year, (figure.span,), figure, f"“{figure.span.text}” before {published.year}")


def evidence_of(document: str, lifetime: Began) -> list[Evidence]:
    """Cite the words of a beginning."""
    return [Evidence.of(document, span) for span in lifetime.told]
