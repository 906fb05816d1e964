"""Where the main event of a report took place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.text import text_of
from addup.reading.times.dateline import MONTHS
from addup.reading.tolls.words import table, words

# Words that a capital at the start of a sentence makes look like a part of the name behind them.
_FUNCTION_WORDS = frozenset(
    {
        "a",
        "across",
        "also",
        "an",
        "around",
        "at",
        "during",
        "in",
        "near",
        "of",
        "on",
        "the",
        "throughout",
        "within",
    }
)
_NAME = r"[A-Z][\w'’ʼ-]*(?:[ -](?:[A-Z][\w'’ʼ-]*|(?:al|de|e|of)(?=[ -][A-Z]))){0,3}"


def place_of(word: Token) -> str | None:
    """Give the place of what a word reports: a province before a town before a district.

    It is looked for in the sentence of the word, then in those before it, then in those behind. Spellings of
    one province are brought to one (`tolls.toml`).
    """
    named = _large_division(word.sent)
    if named is not None:
        return _usual_spelling(named)  # as nearly always; the rest need not be split into sentences
    sentences = list(word.doc.sents)
    here = sentences.index(word.sent)
    nearest = [*sentences[here::-1], *sentences[here + 1 :]]
    names: dict[int, list[Span]] = {}
    for name in word.doc.ents:  # once: asked for those of a sentence, spaCy goes through the whole text
        names.setdefault(name.root.sent.start, []).append(name)

    def location(sentence: Span) -> str | None:
        return _location(names.get(sentence.start, ()))

    for find in (_large_division, location, _unknown_name, _small_division):
        for sentence in nearest:
            place = find(sentence)
            if place is not None:
                return _usual_spelling(place)
    return None


@cache
def _pattern(level: int) -> re.Pattern[str]:
    kinds = "|".join(table()["place"]["words"][level])
    return re.compile(
        rf"{_NAME} and {_NAME} (?i:{kinds})s\b|{_NAME},? (?i:{kinds})\b|\b(?i:{kinds}) of {_NAME}"
    )


def _large_division(sentence: Span) -> str | None:
    return _division(sentence, 0)


def _small_division(sentence: Span) -> str | None:
    return _division(sentence, 1)


def _division(sentence: Span, level: int) -> str | None:
    """Give the first part of a country of one level that a sentence names: "Herat province"."""
    text = text_of(sentence.doc)[sentence.start_char : sentence.end_char]
    kinds: list[str] = table()["place"]["words"][level]
    lower = text.lower()
    if not any(kind in lower for kind in kinds):
        return None  # as nearly always, and found much faster than by the pattern
    for found in _pattern(level).finditer(text):
        pieces = found[0].split(" ")
        while pieces and pieces[0].lower() in _FUNCTION_WORDS:
            pieces.pop(0)
        if len(pieces) > 1:
            return " ".join(pieces)
    return None


def _location(names: Iterable[Span]) -> str | None:
    """Give the first name of a place that stands behind a preposition of place."""
    small = table()["place"]["words"][1]
    for name in names:
        behind = name.doc[name.end : name.end + 1].text.lower()
        if name.label_ == "LOCATION" and behind not in small and _is_locative(name.root):
            return name.text
    return None


def _unknown_name(sentence: Span) -> str | None:
    """Give the first name directly behind "in" that the parser knows as nothing or as a person's.

    Nobody is in a person; small places have names that no model has seen.
    """
    small = table()["place"]["words"][1]
    for token in sentence[1:]:
        if token.tag_ != "NNP" or token.nbor(-1).lower_ != "in" or token.ent_type_ not in {"", "PERSON"}:
            continue
        name = grammar.name_around(token) if token.ent_type_ else token.doc[token.i : token.i + 1]
        behind = name.doc[name.end : name.end + 1]
        if name.text not in MONTHS and behind.text.lower() not in small and behind[:1].text[:1].islower():
            return name.text
    return None


def _is_locative(name: Token) -> bool:
    return grammar.preposition(name) in words("place", "locative")


def _usual_spelling(place: str) -> str:
    spellings: dict[str, list[str]] = table()["place"]["spellings"]
    for usual, others in spellings.items():
        for other in others:
            place = re.sub(rf"\b{other}\b", usual, place)
    return place
