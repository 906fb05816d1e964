"""The words that figures are told in: two reports that say the same of two numbers tell of one thing."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cache

from addup.grouping.nouns import is_person
from addup.grouping.patterns import CALENDAR_NAMES
from addup.grouping.places import is_small
from addup.grouping.subjects.families import Family
from addup.grouping.subjects.happened import family_told
from addup.grouping.tables import table
from addup.grouping.verb_forms import forms_of
from addup.records import Figure, Reading

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAME = re.compile(r"[A-Z][a-z]+")
_OWNS = re.compile(r"\W*[A-Z][a-z]+['’]s\b")
"""What a sentence begins with is a name where something is its own: "Marlow's budget"."""
_LEAST_WORDS = 2
_SHORT = 3
"""Letters of words whose last "s" is no ending: "gas"."""


def wordings(reading: Reading) -> dict[int, tuple[str, ...]]:
    """Give keys of the words in which each figure of a reading is told, by its place in the reading.

    Their form is that of the names of events (`addup.grouping.subjects.events`), of no place.

    Equal keys are of sentences that say the same of as many numbers of one kind, but for those who tell it,
    small words, which way they moved and the numbers themselves; the first are of the same days, or else of
    the same month, the others of reports that come out in one month or in two that follow each other, of
    which each may say so much of other days: "4,300 crossed last week" and "2,900 so far this year".
    A sentence without a name has none: "shares closed at $54" is said of many. Those who tell it are kept
    only where nobody else is named: "the health ministry of Kenya has reported 40 cases".
    """
    beside: dict[tuple[tuple[int, int], str], list[int]] = defaultdict(list)
    for place, figure in enumerate(reading.figures):
        beside[figure.sentence, figure.amount.kind].append(place)
    texts = [_without_days(text, reading) for text in (_without_tellers(reading), reading.document.text)]
    found: dict[int, tuple[str, ...]] = {}
    for (sentence, _), places in beside.items():
        told = [reading.figures[place] for place in places]
        words = next(filter(None, (_said(text[slice(*sentence)], told) for text in texts)), None)
        if words is None:
            continue
        for at, (place, figure) in enumerate(zip(places, told, strict=True)):
            if when := _when(figure, reading):
                near = (f"|{when}", *(f"~|{month}" for month in _around(figure, reading)))
                said = (words, *_happened(words, figure, reading))
                found[place] = tuple(f"{_short(one)}|={at}/{len(told)}{day}" for one in said for day in near)
    return found


def _happened(words: Sequence[str], figure: Figure, reading: Reading) -> Iterator[Sequence[str]]:
    """Give words with the name of what happened for all that tell of it: "arrested" and "detained" people."""
    family = family_told(figure, reading.document.text)
    if family is None or family.kind != "flow":
        return
    own = telling(family) | {bare(form) for form in forms_of(figure.event or "")}
    yield (family.name, *(word for word in words if word not in own))


@cache
def telling(family: Family) -> frozenset[str]:
    """Give the words by which a family is told, verbs in all their forms, but none that says who it was."""
    verbs = (verb.partition(" ")[0] for verb in (*family.events, *family.weak, *family.needs))
    objects = (noun for nouns in family.needs.values() for noun in nouns)
    nouns = (*family.nouns, *family.counts, *(noun for noun in objects if not is_person(noun)))
    particles = (word for verb in family.events for word in verb.split()[1:])
    forms = (form for verb in verbs for form in forms_of(verb))
    told = (*forms, *particles, *(noun for noun in nouns if " " not in noun))
    return frozenset(map(bare, told))


def _said(sentence: str, told: Sequence[Figure]) -> Sequence[str] | None:
    """Give the words of a sentence that say something, in their order of the alphabet; None for too few."""
    for phrase, known in table("cues")["known_as"]["words"].items():
        sentence = re.sub(rf"\b{phrase}\b", known, sentence, flags=re.IGNORECASE)
    words = _WORD.findall(sentence)
    places = {word for figure in told if figure.place for word in figure.place.split()}
    named = (
        word
        for at, word in enumerate(words)
        if _NAME.fullmatch(word)
        and word not in CALENDAR_NAMES
        and (at or word in places or not is_small(word.lower()) or _OWNS.match(sentence))
    )
    said = {bare(word.lower()) for word in words} - small_words()
    return sorted(said) if next(named, None) and len(said) >= _LEAST_WORDS else None


def _without_tellers(reading: Reading) -> str:
    """Give a text with blanks for those who tell something, and for their words of telling.

    Who is a place is where it was, too: "Kenya has recorded 40 cases".
    """
    letters = list(reading.document.text)
    places = {figure.place for figure in reading.figures}
    for told in reading.attributions:
        for first, last in (*told.source, *told.cue):
            if "".join(letters[first:last]) not in places:
                letters[first:last] = " " * (last - first)
    return "".join(letters)


def _without_days(text: str, reading: Reading) -> str:
    """Give a text with blanks for the days of its figures, of which the key tells in another way."""
    letters = list(text)
    for figure in reading.figures:
        if figure.time is not None and figure.period.known:
            start, end = figure.time.start, figure.time.end
            letters[start:end] = " " * (end - start)
    return "".join(letters)


def _short(words: Sequence[str]) -> str:
    """Give a few letters for some words, the same for the same: ledgers keep one for every figure."""
    return hashlib.blake2b(" ".join(words).encode(errors="replace"), digest_size=9).hexdigest()


def bare(word: str) -> str:
    """Give a word without the ending of a plural."""
    return word.removesuffix("s") if len(word) > _SHORT and not word.endswith("ss") else word


@cache
def small_words() -> frozenset[str]:
    """Give the words that may differ where the same is said."""
    moved = table("arithmetic")["rise"]
    return frozenset((*table("cues")["unsaid"]["words"], *map(bare, (*moved["up"], *moved["down"]))))


def _when(figure: Figure, reading: Reading) -> str | None:
    """Give the days of a figure, or else the month of its report, in digits."""
    first, last = figure.period.first, figure.period.last
    if first or last:
        return "".join(f"{day:%Y%m%d}" if day else "0" for day in (first, last))
    published = reading.document.published
    return f"{published:%Y%m}" if published else None


def _around(figure: Figure, reading: Reading) -> Iterator[str]:
    """Give the month of a report, and the one before, for a figure whose sentence says its days."""
    published, time = reading.document.published, figure.time
    if published and time and figure.period.known and figure.sentence[0] <= time.start < figure.sentence[1]:
        yield f"{published:%Y%m}"
        yield f"{published.replace(day=1) - timedelta(days=1):%Y%m}"
