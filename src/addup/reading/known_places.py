"""Countries, and large cities of more than one word, are places whatever the name tagger takes them for."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from addup.reading import frames

# spaCy's codes for where a token stands in a name.
INSIDE, BEGINS = 1, 3
_LIST = ";"


@cache
def countries() -> frozenset[str]:
    """Give the names of countries that are one word."""
    return frozenset(name for row in _rows() for name in row["name"].split(_LIST) if " " not in name)


@cache
def cities() -> frozenset[str]:
    """Give the names of capitals and large cities that are one word."""
    columns = ("capital", "cities")
    return frozenset(name for row in _rows() for column in columns for name in row[column].split(_LIST))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = files("addup.reading").joinpath("countries.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Give the names by their first word, each as its words, the longest first."""
    names = {
        tuple(name.split())
        for row in _rows()
        for column in ("name", "capital", "cities")
        for name in row[column].split(_LIST)
        if " " in name or (name and column == "name")
    }
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in sorted(names, key=lambda words: (-len(words), words)):
        found[name[0]] = (*found.get(name[0], ()), name)
    return found


def name_places(words: Sequence[str], marks: Any, labels: Any, *, place: int, person: int) -> None:
    """Label known places as such, in place, where they are no part of a longer name.

    `marks` and `labels` have spaCy's codes for the words: where they stand in a name, and of what kind it is;
    `place` and `person` are those of the kinds. One word that is labelled as a person stays one: Georgia.
    """
    names = _by_first_word()
    for start, word in enumerate(words):
        for name in names.get(word, ()):
            end = start + len(name)
            if tuple(words[start:end]) != name:
                continue
            kinds = set(labels[start:end].tolist())
            is_known = kinds == {place} or (len(name) == 1 and person in kinds)
            if not is_known and not _goes_on(words, marks, start, end):
                labels[start:end] = place
                marks[start], marks[start + 1 : end] = BEGINS, INSIDE
            break


def _goes_on(words: Sequence[str], marks: Any, start: int, end: int) -> bool:
    """Whether a name is part of a longer one: "Bank of [Ghana]", "[Kenya] Airways"; not "Northern [Mali]"."""
    before = words[start - 1].lower() if marks[start] == INSIDE else "the"
    if before != "the" and before not in frames.words("place", "sides"):
        return True
    return end < len(words) and (marks[end] == INSIDE or words[end][:1].isupper())
