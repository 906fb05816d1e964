"""What a sentence says of those whom a figure counts, in words that can be compared with those of another.

Two reports that tell of the same people seldom use the same words: "failed the test" here, "did not pass"
there. So words are compared by their stems, those of one meaning (`said.toml`) as one, and without the
words that say nothing of anybody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from addup.grouping.nouns import is_people, is_person, known_form, noun_group
from addup.grouping.subjects.matters import names_in
from addup.grouping.tables import table
from addup.records import Figure

MEANING = "="
"""What the stem of a word begins with that is known for its meaning."""
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_BREAK = re.compile(r"[;:()—–]|[.,](?!\d)|\b(?:and|but|while|whereas|although) (?=[\w, ]{0,20}?\d)")
"""What ends what is said of a number: a mark, or a conjunction that another number follows soon."""
_ENDINGS = (
    "ically",
    "ingly",
    "edly",
    "ation",
    "ions",
    "ings",
    "ies",
    "ied",
    "ing",
    "ion",
    "ed",
    "es",
    "ly",
    "al",
    "s",
    "e",
)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Cut the ending of a word off, so that its forms become one; a known word goes by its meaning."""
    word = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    meanings = _meanings()
    if word in meanings:
        return meanings[word]
    short = _cut(word)
    return meanings.get(short, short)


def _cut(word: str) -> str:
    """Cut all endings off a word: "acutely" and "acute", "vaccinated" and "vaccination"."""
    while (rest := _cut_once(word)) != word:
        word = rest
    return word


def _cut_once(word: str) -> str:
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2:
            if ending in ("ies", "ied"):
                return f"{rest}y"
            return rest[:-1] if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "sl" else rest
    return word


@cache
def _meanings() -> Mapping[str, str]:
    """Give the meaning of each known word, and of its stem where that is no other word's."""
    rows = {name: words for name, words in table("said")["meanings"].items() if name != "origin"}
    found: dict[str, str] = {}
    for name, words in rows.items():
        for word in words:
            found.setdefault(_cut(word), f"{MEANING}{name}")
    for name, words in rows.items():
        found |= dict.fromkeys(words, f"{MEANING}{name}")
    return found


@cache
def _empty() -> frozenset[str]:
    return frozenset(table("said")["empty"]["words"])


@lru_cache(maxsize=1 << 12)
def stems_of(words: str) -> frozenset[str]:
    """Give the stems of the words that say something, but for names."""
    found = set()
    for match in _WORD.finditer(words):
        word = match[0]
        if word[0].isupper() and match.start() > 0 and word[1:].islower():
            continue
        lower = word.lower()
        if lower not in _empty() and len(lower) > 2 and _cut(lower) not in _empty():
            found.add(stem(lower))
    return frozenset(found)


def names_said(words: str) -> frozenset[str]:
    """Give the names in a sentence; its first word is one where it is no word that says nothing."""
    first = re.match(r"\W*([A-Z][a-z]+)", words)
    named = names_in(f"x {words}")
    return named - {first[1]} if first and not stems_of(first[1]) else named


def names_of_sentence(figure: Figure, text: str) -> frozenset[str]:
    """Give the names in the sentence of a figure that stand within one somewhere, but for who says it."""
    source = f"{figure.said_by or ''} {figure.source.text if figure.source else ''}"
    named = names_said(text[slice(*figure.sentence)]) & names_in(text)
    return named - frozenset(re.findall(r"[A-Z][\w-]+", source))


@cache
def _negation() -> re.Pattern[str]:
    words = "|".join(map(re.escape, table("said")["negation"]["words"]))
    return re.compile(rf"\b(?:{words})\b|n['’]t\b", re.IGNORECASE)


def is_turned(words: str) -> bool:
    """Tell whether words say of somebody that something is not so."""
    return _negation().search(words) is not None


def clause_of(figure: Figure, text: str) -> tuple[str, str]:
    """Give the words before a figure and those behind it, up to what ends that which is said of it."""
    start, end = figure.sentence
    before = _BREAK.split(text[start : figure.span.start])[-1]
    behind = text[figure.amount.number.end : end]
    found = _BREAK.search(behind)
    return before, behind[: found.start()] if found else behind


def said_of(figure: Figure, text: str) -> str:
    """Give the words of the clause of a figure, without who reports it."""
    before, behind = clause_of(figure, text)
    return f"{_without_source(before)} {_without_source(behind)}"


_REPORTS = re.compile(
    r"^.*\b(?:said|says|shows?|found|reported|announced|told \w+|according to)\b(?: [A-Z]\w+)?(?: that)?",
    re.DOTALL,
)


def _without_source(words: str) -> str:
    """Leave out who says it, in front of what he says."""
    return _REPORTS.sub("", words)


@cache
def _kin() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in table("said")["kin"]["rows"]:
        for word in row:
            found[word] = found.get(word, frozenset()) | frozenset(row)
    return found


def noun_of(figure: Figure) -> str:
    """Give the noun of what a figure counts, in the singular, "" where its own words have none.

    What a bare number counts was supplied from words around it; where they say only "people", it may be
    anything.
    """
    if figure.counted is None or figure.amount.kind != "count":
        return ""
    head = known_form(figure.counted.head.lower())
    own = figure.span.text.lower()
    last = figure.counted.text.lower().rpartition(" ")[2]
    if last not in own and is_people(head):
        return ""
    return "" if is_ratio(head) else head


def share_noun(figure: Figure) -> str:
    """Give the noun of those of whom a share is, "" where no words say it."""
    head = known_form(figure.counted.head.lower()) if figure.counted else ""
    return "" if is_ratio(head) or is_people(head) else head


def is_ratio(noun: str) -> bool:
    """Tell whether a noun names a share itself: "rate"."""
    return noun in table("said")["ratio"]["words"]


def are_kin(one: str, other: str) -> bool:
    """Tell whether two nouns may count the same: "" may be anything, "people" anybody."""
    if not one or not other or one == other or noun_group(one) == noun_group(other):
        return True
    if other in _kin().get(one, ()):
        return True
    return (is_people(one) and _is_somebody(other)) or (is_people(other) and _is_somebody(one))


def _is_somebody(noun: str) -> bool:
    """Tell whether a noun is one for people, the living or the dead."""
    return is_person(noun) or noun in _kin().get("body", ())


def kind_of_noun(noun: str) -> str:
    """Give one noun for all that may count the same: the first of its kin."""
    return min(_kin().get(noun, ()), default=noun_group(noun))


def is_some(noun: str) -> bool:
    """Tell whether a noun picks some out of all who are counted: "girls"."""
    return noun in table("said")["some"]["words"]


def are_apart(one: str | None, other: str | None) -> bool:
    """Tell whether two figures are told of two places, as far as their words go."""
    if not one or not other:
        return False
    first, second = (frozenset(re.findall(r"[A-Z][\w-]+", place)) for place in (one, other))
    return bool(first and second) and first.isdisjoint(second)
