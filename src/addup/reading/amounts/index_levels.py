"""Levels of the indexes of stock markets, and of business and prices: "the Nikkei closed at 17,374.79"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from spacy.attrs import LOWER
from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.moves import is_come_to, moving_verbs
from addup.reading.amounts.notations import counts
from addup.reading.amounts.tables import any_of, either, table
from addup.reading.amounts.units import Unit
from addup.reading.text import strings_of, text_of

_POINTS = Unit("point", "measure")
_LEAST_WHOLE = 100  # smaller ones without decimals may count the firms of an index
_LONGEST_NAME = 5  # words: "the Dow Jones industrial average"
_BEHIND_NAME = re.compile(r"(?: \d+| futures)*")
_EXTREMES = frozenset({"close", "high", "level", "low", "peak", "record"})


def index_levels(doc: Doc, mentions: list[Mention]) -> list[Mention]:
    """Give bare numbers that are levels of an index their points."""
    text = text_of(doc)
    bare = [found for found in mentions if found.unit is None and found.form in {"digits", "words"}]
    if not bare or not _may_name_index(doc) or index_names().search(text) is None:
        return mentions
    levels = {found.start for found in bare if _may_be_level(text, found) and _is_of_index(doc, found)}
    return [replace(found, unit=_POINTS) if found.start in levels else found for found in mentions]


def _may_name_index(doc: Doc) -> bool:
    """Whether a text has all the words of some index, wherever: that is asked faster than the pattern."""
    words = re.findall(r"\w+", " ".join(set(strings_of(doc, LOWER))))
    return any(map(frozenset(words).issuperset, _words_of_names()))


@cache
def _words_of_names() -> tuple[frozenset[str], ...]:
    rows = table("contexts")["indexes"]
    return tuple(frozenset(re.findall(r"\w+", name.lower())) for name in (*rows["names"], *rows["words"]))


@cache
def index_names() -> re.Pattern[str]:
    """Find what indexes are called."""
    rows = table("contexts")["indexes"]
    return re.compile(rf"\b(?:{either(rows['names'])}|(?i:{either(rows['words'])}))\b")


@cache
def _moved() -> re.Pattern[str]:
    going = any_of("moves", "going")
    return re.compile(
        rf"\b(?:{moving_verbs()}|{going}|by|down|off|or|up)"
        r" (?:(?:about|almost|another|just|nearly|only|over) )*\Z"
    )


def _may_be_level(text: str, found: Mention) -> bool:
    """Whether a bare number is how far something moved or, with decimals or no small one, what it came to."""
    if counts(text, found.right):
        return False
    if _moved().search(text, max(0, found.left - 20), found.left):
        return True
    exact = "." in text[found.start : found.end]
    return (exact or found.value >= _LEAST_WHOLE) and is_come_to(text, found.start)


def _is_of_index(doc: Doc, found: Mention) -> bool:
    """Whether an index is what came to a number, by the subject of its clause."""
    number = grammar.anchor(grammar.span_of(doc, found.start, found.end))
    if not grammar.is_parsed(number):
        return False
    if grammar.preposition(number) == "of" and number.head.lemma_.lower() not in _EXTREMES:
        return False
    clause = grammar.predicate(number)
    subject = grammar.subject(clause) if clause is not None else None
    return subject is not None and is_index(subject)


def is_index(noun: Token) -> bool:
    """Whether a noun is an index by its name, no firm or fund of one: "the FTSE 100 [firms]"."""
    first = max(noun.left_edge.i, noun.i - _LONGEST_NAME)
    parts = [child.i for child in noun.rights if child.dep_ in {"appos", "flat"} and child.i <= noun.i + 2]
    named = noun.doc[first : max([noun.i, *parts]) + 1].text
    return any(_BEHIND_NAME.fullmatch(named, name.end()) for name in index_names().finditer(named))
