"""What nouns count: people, trades, stretches of time, events, and groups of nouns for one thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from addup.grouping.countries import nationality
from addup.grouping.patterns import alternatives, phrase
from addup.grouping.tables import table


def trade(head: str) -> str | None:
    """Give the group of a noun that says what people work as; None for one that only says that they do."""
    return _trades().get(head.lower())


@cache
def _trades() -> Mapping[str, str]:
    return {word: name for name, words in table("nouns")["trades"].items() for word in words}


@cache
def _groups() -> Mapping[str, str]:
    return {word: name for name, row in table("nouns")["groups"].items() for word in row["words"]}


def known_form(head: str) -> str:
    """Give the singular of a noun that was left in the plural, where the tables know it: "troops"."""
    known = _known_nouns()
    return head if head in known or head.removesuffix("s") not in known else head.removesuffix("s")


@cache
def _known_nouns() -> frozenset[str]:
    return frozenset({*table("nouns")["persons"], *table("nouns")["people"], *_groups()})


def noun_group(head: str) -> str:
    """Give the name under which a noun and those that mean the same go."""
    return _groups().get(head.lower(), head.lower())


def is_happening(group: str) -> bool:
    """Tell whether a noun is an event in itself ("two explosions"), so that its verb does not matter."""
    return bool(table("nouns")["groups"].get(group, {}).get("happening"))


@cache
def happening_nouns() -> str:
    """Write the pattern of all nouns that are events in themselves, in the singular or the plural."""
    groups = table("nouns")["groups"].values()
    words = {word for row in groups if row.get("happening") for word in row["words"]}
    return rf"(?:{alternatives(words)})s?\b"


@cache
def _marked(mark: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Make a pattern of the nouns in all groups that bear a mark, and say to which group each belongs."""
    groups = table("nouns")["groups"]
    words = {word: name for name, row in groups.items() if row.get(mark) for word in row["words"]}
    return phrase(*words, *(f"{word}s" for word in words)), words


def _groups_in(text: str, mark: str) -> list[str]:
    pattern, groups = _marked(mark)
    found = (word.lower() for word in pattern.findall(text))
    return [groups.get(word) or groups[word.removesuffix("s")] for word in found]


def rare_happenings(text: str) -> frozenset[str]:
    """Name the kinds of events in a text of which no place sees two within a month."""
    return frozenset(_groups_in(text, "rare"))


def happenings_in(text: str) -> list[str]:
    """Name the kind of each event that a text names, in its order: "flood", "attack"."""
    return _groups_in(text, "happening")


def is_people(head: str) -> bool:
    """Tell whether a noun says no more than that people are counted."""
    return head.lower() in _nouns("people")


def is_perpetrator(head: str) -> bool:
    """Whether a noun names those who did what others suffered ("attacker")."""
    return head in _nouns("perpetrators")


def is_person(head: str) -> bool:
    """Tell whether a noun is one for people."""
    head = head.lower()
    return is_people(head) or head in _nouns("persons") or nationality(head.title()) is not None


def are_exclusive(things: Sequence[str]) -> bool:
    """Tell whether nobody is two of some nouns at once: women and children, civilians and soldiers."""
    apart = len(set(things)) == len(things) > 1
    return apart and any(set(things) <= set(row) for row in table("nouns")["exclusive"]["rows"])


def is_mere_money(noun: str) -> bool:
    """Tell whether a noun is what money is called where nothing is said of what it is: "euros", "a sum"."""
    return noun in _nouns("money")


def is_window(head: str) -> bool:
    """Tell whether a counted noun is a stretch of time that only sets the scene."""
    return head.lower() in _nouns("windows")


@cache
def _nouns(key: str) -> frozenset[str]:
    """Give a list of words of the table of nouns as a set."""
    return frozenset(table("nouns")[key])
