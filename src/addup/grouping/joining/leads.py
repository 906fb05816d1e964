"""By what a report begins with it is found beside others: a small place, a name of its own, a count of a day.

Two reports on one matter often share few names: one is a statement of four sentences, the other a long
report. But both say at once what they are about ("in Garran", "Tarn Hill prison"), and count the same
things. So three kinds of keys are told of each report: the small places of its lead, with the weeks in
which it came out; the names of its lead with what it counts, for a year; and what it counts of days that it
tells, by the names around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from addup.grouping.arithmetic.rivals.counts import days_told
from addup.grouping.arithmetic.said import MEANING, kind_of_noun, names_said, stems_of
from addup.grouping.nouns import is_people, is_window, known_form
from addup.grouping.places import Gazetteer, is_small, lead_end, plain
from addup.records import Figure, Reading

_WEEKS = timedelta(days=30)
_HALF_A_YEAR = timedelta(days=180)
_RECENT = timedelta(days=120)
_OWN_NAME = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z][a-z]+)+\b")
_OPENS = re.compile(r"^(?:The|In|At|On|A|An|As|Of|For|Mr|Ms|Mrs|Dr|Prof|Sir) ")
_DATELINE = re.compile(
    r"^[ \t]*([A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]+){0,2})(?:,[^\n]{0,30}?)?\s*(?:\([^)\n]{2,30}\)\s*)?[—–-] ",
    re.MULTILINE,
)
_WORD = re.compile(r"[A-Za-z]{4,}")
_MOSTLY = 0.6


def lead_keys(reading: Reading, gazetteer: Gazetteer) -> frozenset[str]:
    """Name what a report begins with, in keys that others on the matter share: "what|name|when"."""
    published = reading.document.published
    if published is None:
        return frozenset()
    text = reading.document.text
    places = gazetteer.lead(text) | _dateline(text)
    kinds = {kind for figure in reading.figures if (kind := _kind(figure))}
    return frozenset(
        [
            *(f"begins|{place}|{when}" for place in places for when in _windows(published, _WEEKS)),
            *(
                f"counts {kind}|{name}|{when}"
                for name in places | _own_names(text)
                for kind in kinds
                for when in _windows(published, _HALF_A_YEAR)
            ),
            *_of_days(reading, published),
        ]
    )


def _windows(published: date, reach: timedelta) -> tuple[int, int]:
    """Number two stretches of time that a day lies in: who is no farther than `reach` from it shares one."""
    days, day = 2 * reach.days, published.toordinal()
    return 2 * (day // days), 2 * ((day + reach.days) // days) + 1


def _kind(figure: Figure) -> str:
    """Give the noun of what is counted, one for all that mean the same; "" for anybody, and for no count."""
    if figure.counted is None or figure.amount.kind not in ("count", "measure") or figure.amount.worded:
        return ""
    head = known_form(figure.counted.head.lower())
    return "" if is_people(head) or is_window(head) else kind_of_noun(head)


def _dateline(text: str) -> frozenset[str]:
    """Give the small place in which a report was written: "GARRAN, 2 May - "."""
    found = _DATELINE.search(text, 0, lead_end(text))
    place = plain(found[1].title()) if found else ""
    return frozenset([place]) if place and is_small(place) else frozenset()


def _own_names(text: str) -> frozenset[str]:
    """Give the names of several words in a lead, but for persons, whose last word is told alone."""
    opening = "\n".join(line for line in text[: lead_end(text)].split("\n") if not _is_headline(line))
    names = {_OPENS.sub("", name) for name in _OWN_NAME.findall(opening)}
    return frozenset(
        name.lower()
        for name in names
        if " " in name and is_small(name.lower()) and not _is_of_person(name, text)
    )


def _is_headline(line: str) -> bool:
    """Tell whether most words of a line have capitals, so that they tell no names."""
    words = _WORD.findall(line)
    return len(words) > 3 and sum(word[0].isupper() for word in words) > _MOSTLY * len(words)


def _is_of_person(name: str, text: str) -> bool:
    last = re.escape(name.rpartition(" ")[2])
    return re.search(rf"(?<![A-Z][a-z]) {last}\b", text.replace(name, "")) is not None


def _of_days(reading: Reading, published: date) -> Iterator[str]:
    """Name the counts of days that a report tells, by names of its lead and names and deeds beside them."""
    text = reading.document.text
    lead = names_said(text[: lead_end(text)])
    words = frozenset(_WORD.findall(text))  # "Nurses walked out" names nobody
    for figure in reading.figures:
        kind = _kind(figure)
        if not kind or figure.stance != "stated" or figure.change is not None:
            continue
        days = days_told(figure, reading)
        if days.first is None or days.last is None or not timedelta(0) <= published - days.last <= _RECENT:
            continue
        sentence = text[slice(*figure.sentence)]
        deeds = frozenset(word for word in stems_of(sentence) if word.startswith(MEANING))
        for name in lead | names_said(sentence) | deeds:
            if name.lower() not in words:
                yield f"counts {kind}|{name.lower()}|{days.first:%Y%m%d}{days.last:%Y%m%d}"
