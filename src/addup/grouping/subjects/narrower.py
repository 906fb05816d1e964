"""Words that limit what a figure counts: 4,300 were arrested in a week, and 2,900 in a year for theft."""

from __future__ import annotations

import re
from functools import cache

from addup.grouping.nouns import noun_group
from addup.grouping.subjects.families import Family
from addup.grouping.subjects.happened import family_told
from addup.grouping.subjects.wording import bare, small_words, telling
from addup.grouping.tables import table
from addup.grouping.verb_forms import forms_of
from addup.records import Figure, Reading

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PRONOUN = re.compile(r"\b(?:it|its|they|their|them|he|his|she|her|we|our|there)\b", re.IGNORECASE)
_CUT = re.compile(
    r"[.;:,()–—]|\b(?:after|although|and|as|because|but|that|when|where|which|while|who|whom|whose)\b",
    re.IGNORECASE,
)


def is_narrower(one: Figure, reading: Reading, other: Figure, beside: Reading) -> bool:
    """Tell whether the clause of a figure may limit what it counts by words that the other's sentence lacks.

    Words that tell what happened, whoever tells it, days, numbers and small words limit nothing. Nor do any
    before a sentence that goes on with them: "it rescued 1,870 migrants off Orrin this year, 2,140 in May".
    """
    if reading is beside and _goes_on(other, beside):
        return False
    start, end = _clause(one, reading.document.text)
    mine = _words(_plain(reading, start, end))
    its = _words(beside.document.text[slice(*other.sentence)])
    return bool(mine - its - _of_happening(one, reading) - _of_happening(other, beside))


def _goes_on(figure: Figure, reading: Reading) -> bool:
    """Tell whether the sentence of a figure leaves to those before it what it counts, or whose it is."""
    left_out = figure.counted is not None and figure.counted.text not in figure.span.text
    return left_out or _PRONOUN.search(_plain(reading, *figure.sentence)) is not None


def _clause(figure: Figure, text: str) -> tuple[int, int]:
    """Give where the clause of a figure begins and ends."""
    start, end = figure.sentence
    before = [cut.end() for cut in _CUT.finditer(text, start, figure.span.start)]
    behind = _CUT.search(text, figure.span.end, end)
    return (before[-1] if before else start), behind.start() if behind else end


def _plain(reading: Reading, start: int, end: int) -> str:
    """Give some words without who tells them, and without days."""
    spans = [(time.span.start, time.span.end) for time in reading.times]
    spans += [piece for told in reading.attributions for piece in (*told.source, *told.cue)]
    letters = list(reading.document.text[start:end])
    for span in spans:
        first, last = max(span[0], start) - start, min(span[1], end) - start
        if first < last:
            letters[first:last] = " " * (last - first)
    return "".join(letters)


def _words(text: str) -> frozenset[str]:
    told = (bare(word.lower()) for word in _WORD.findall(text))
    return frozenset(noun_group(word) for word in told if word not in _saying_nothing())


def _of_happening(figure: Figure, reading: Reading) -> frozenset[str]:
    """Give the words that tell what happened to what a figure counts, and the noun for it."""
    head = figure.counted.head.lower() if figure.counted else ""
    family = family_told(figure, reading.document.text)
    forms = frozenset(noun_group(bare(form)) for form in forms_of((figure.event or "").partition(" ")[0]))
    return forms | (_telling(family) if family else frozenset({noun_group(head)}))


@cache
def _telling(family: Family) -> frozenset[str]:
    return frozenset(map(noun_group, telling(family)))


@cache
def _saying_nothing() -> frozenset[str]:
    nowhere = (word for place in table("nouns")["nowhere"] for word in place.split())
    return small_words() | {bare(word) for word in (*nowhere, *table("nouns")["windows"])}
