"""Figures beside each other in a report: how many sentences apart, of one unit, of one thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import islice
from operator import itemgetter
from typing import Generic, TypeVar

from addup.grouping.nouns import is_people, is_person, noun_group
from addup.grouping.patterns import SENTENCE_END
from addup.grouping.tables import table
from addup.records import Figure, Reading

NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
"""A word with a capital."""
_WORD = re.compile(r"[A-Za-z][\w’'-]+")
Item = TypeVar("Item")
_LEAST_STEM = 5
_FORMS = re.compile(r"(?:ies|es|s|y|ing|ed|ation|ations)$")


def is_told(figure: Figure) -> bool:
    """Tell whether a figure is one number that somebody states, and no word like "several"."""
    amount = figure.amount
    return (
        not amount.worded
        and amount.bound != "vague"
        and (amount.low is not None or amount.high is not None)
        and figure.stance != "denied"
    )


def value(figure: Figure) -> float:
    """Give the number that a figure names; of a range its lower end."""
    amount = figure.amount
    return float(amount.low if amount.low is not None else amount.high or 0)


def sentences_apart(text: str, one: Figure, other: Figure) -> int:
    """Count by how many sentences two figures of a text stand apart; 0 if they stand in one."""
    first, last = sorted((one.sentence, other.sentence))
    if first == last:
        return 0
    ends = _sentence_ends(text)
    return bisect_right(ends, last[0]) - bisect_left(ends, max(first[1] - 1, 0)) or 1


@lru_cache(maxsize=4)
def _sentence_ends(text: str) -> Sequence[int]:
    """Give where the sentences of a text end: a long one is asked for each pair of its figures."""
    return [found.start() for found in SENTENCE_END.finditer(text)]


def pairs_within(figures: Sequence[Figure], reach: int) -> Iterator[tuple[Figure, Figure]]:
    """Give each two of some figures, in the order of the text, that begin within so many characters."""
    for place, one in enumerate(figures):
        for other in islice(figures, place + 1, None):
            if other.span.start - one.span.start > reach:
                break
            yield one, other


class Placed(Generic[Item]):
    """Things by where a figure of theirs stands: those near another are found without a look at all."""

    def __init__(self, items: Iterable[tuple[Figure, Item]]) -> None:
        """Take things, each with the figure where it stands."""
        placed = sorted(
            ((figure.span.start, order, item) for order, (figure, item) in enumerate(items)),
            key=itemgetter(0, 1),
        )
        self._starts = [start for start, _, _ in placed]
        self._items = [(order, item) for _, order, item in placed]

    def around(self, figure: Figure, reach: int) -> tuple[Item, ...]:
        """Give what stands within so many characters of a figure, in the order in which it was taken."""
        at = figure.span.start
        near = self._items[bisect_left(self._starts, at - reach) : bisect_right(self._starts, at + reach)]
        return tuple(item for _, item in sorted(near, key=itemgetter(0)))


def words_of(text: str) -> frozenset[str]:
    """Give the words of some text by their stems, but for those that only link others."""
    small = _small()
    return frozenset(
        stem(word.lower()) for word in _WORD.findall(text) if len(word) > 3 and word.lower() not in small
    )


def are_kin(mine: Set[str], its: Set[str], row: str) -> bool:
    """Tell whether words name one thing in two ways, by the kin that a row of `arithmetic.toml` lists."""
    return any(mine & kin and its & kin for kin in _kin(row))


@cache
def _kin(row: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(stem, words)) for words in table("arithmetic")[row]["kin"])


@cache
def _small() -> frozenset[str]:
    return frozenset(table("arithmetic")["small"]["words"])


@cache
def stem(word: str) -> str:
    """Cut what inflects a word: "burglaries" and "burglary" are "burglar"."""
    bare = word.removesuffix("’s").removesuffix("'s")
    cut = _FORMS.sub("", bare)
    return cut if len(cut) >= 3 else bare


@lru_cache(maxsize=1 << 12)
def are_one_noun(one: str, other: str) -> bool:
    """Tell whether two nouns name the same: in singular or plural, or by words of the tables."""
    one, other = one.lower(), other.lower()
    if noun_group(one) == noun_group(other) or stem(one) == stem(other):
        return True
    return any(_is_in(one, row) and _is_in(other, row) for row in table("arithmetic")["each"]["synonyms"])


def _people() -> Sequence[str]:
    people: Sequence[str] = table("arithmetic")["each"]["people"]
    return people


def _is_in(word: str, row: Sequence[str]) -> bool:
    return word in row or word.removesuffix("s") in row or stem(word) in map(stem, row)


def is_one_of(figure: Figure, noun: str) -> bool:
    """Tell whether a figure counts what a noun names: 86 companies a firm, 820 people a donor."""
    if figure.counted is None:
        return False
    head = figure.counted.head.lower()
    if are_one_noun(head, noun) or are_one_noun(figure.counted.text.split()[-1], noun):
        return True
    return is_people(head) and (is_person(noun) or is_person(stem(noun)) or _is_in(noun, _people()))


def in_one_unit(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are amounts in the same unit: a currency, a measure, or things of a kind."""
    mine, theirs = one.amount, other.amount
    if (mine.kind, mine.unit) != (theirs.kind, theirs.unit):
        return False
    return mine.unit is not None or _head(one) == _head(other)


def _head(figure: Figure) -> str | None:
    return noun_group(figure.counted.head.lower()) if figure.counted else None


def is_bare(figure: Figure) -> bool:
    """Tell whether nothing but the number is written: it counts what stands before."""
    return figure.span.end == figure.amount.number.end


def takes_unit(figure: Figure, other: Figure) -> bool:
    """Tell whether a bare number of millions may be in another's unit: "88 million tonnes, 71 million"."""
    scaled = figure.amount.number.text.lower().endswith(("illion", "thousand"))
    is_count = figure.amount.kind == "count" and figure.amount.unit is None
    return scaled and is_count and is_bare(figure) and other.amount.kind in ("measure", "money")


def names_of(reading: Reading, *, least: int = 2) -> frozenset[str]:
    """Give the names that stand in a report so often at least, and those of the places of its amounts."""
    places = " ".join(figure.place for figure in reading.figures if figure.place)
    return _names_in(reading.document.text, places, least)


@lru_cache(maxsize=1 << 8)
def _names_in(text: str, places: str, least: int) -> frozenset[str]:
    names = Counter(NAME.findall(text))
    known = {*NAME.findall(places), *(name for name in names if names[name] >= least)}
    return frozenset(name for name in known if name.lower() not in _no_names())


@cache
def _no_names() -> frozenset[str]:
    rows = table("arithmetic")
    return frozenset([*rows["small"]["words"], *rows["names"]["never"]])
