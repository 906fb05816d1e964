"""Lists of so many from one place and so many from the next: "14 from Selm, nine from Orrin".

Each number has the place right behind it, also one that no model knows, whatever the parser hangs it on: the
others of its list tell what it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.places.names import is_known_place, is_located, is_named
from addup.reading.text import kept, words_of
from addup.records import Amount

_LEADING = frozenset({"at", "from", "in", "near"})
_JOINING = frozenset({",", ";", ":", "and", "but", "another", "some", "about", "just", "only"})
_LONGEST = 5  # tokens from a number to its place: "nine of them were from"


@dataclass(frozen=True, slots=True)
class _Item:
    """One number of a list, with the word that leads to its place."""

    number: int
    leading: str
    name: Span


def place_in_row(amount: Amount, anchor: Token) -> Span | None:
    """Give the place of a number in such a list; None where it stands in none."""
    number = grammar.span_of(anchor.doc, amount.number.start, amount.number.end)[-1].i
    items = (item for row in _rows(anchor.sent) for item in row)
    return next((item.name for item in items if item.number == number), None)


def is_in_row(place: Span) -> bool:
    """Whether a place is that of a number in such a list, and of no other: "60 were hurt, [31] at Selm"."""
    return any(place.start <= item.name.start < place.end for row in _rows(place.sent) for item in row)


def _rows(sentence: Span) -> list[list[_Item]]:
    """Give the lists of a sentence: numbers that follow each other, each with its place."""
    known: dict[int, list[list[_Item]]] = kept(sentence.doc, "rows of places")
    if sentence.start not in known:
        rows: list[list[_Item]] = []
        for item in _items(sentence):
            last = rows[-1][-1] if rows else None
            if last is not None and last.leading == item.leading and _are_joined(last.name, item.number):
                rows[-1].append(item)
            else:
                rows.append([item])
        known[sentence.start] = [
            row for row in rows if len(row) > 1 and any(_is_place(item.name) for item in row)
        ]
    return known[sentence.start]


def _items(sentence: Span) -> Iterator[_Item]:
    for token in sentence:
        item = _item(token) if token.tag_ == "CD" else None
        if item is not None:
            yield item


def _item(number: Token) -> _Item | None:
    """Give a number with the name behind it: "nine from [Orrin]", "540 of them from [Selm]"."""
    doc, end = number.doc, number.sent.end
    words = words_of(doc)
    for index in range(number.i + 1, min(number.i + _LONGEST, end - 1)):
        if words[index].lower() in _LEADING and is_named(doc[index + 1]):
            return _Item(number.i, words[index].lower(), grammar.name_around(doc[index + 1]))
        if doc[index].is_punct or doc[index].tag_ == "CD":
            return None
    return None


def _are_joined(name: Span, number: int) -> bool:
    """Whether nothing but a comma or "and" stands between a place and the next number."""
    between = name.doc[name.end : number]
    return len(between) > 0 and all(token.lower_ in _JOINING for token in between)


def _is_place(name: Span) -> bool:
    return is_located(name[-1]) or is_known_place(name[-1])
