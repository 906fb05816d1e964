"""The word tables of `frames.toml`, loaded once."""

from __future__ import annotations

from functools import cache
from typing import Any

from addup.tables import table


def _tables() -> dict[str, Any]:
    return table("addup.reading", "frames")


@cache
def words(part: str, row: str) -> frozenset[str]:
    """Give the words of one row of a part of the tables."""
    return frozenset(_tables()[part][row])


def nominal(verb: str) -> str | None:
    """Give the noun for what a verb's money is ("lose" → "loss")."""
    noun: str | None = _tables()["nominal"].get(verb)
    return noun


@cache
def same_as(noun: str) -> frozenset[str]:
    """Give the other names that an article may have for what a verb's money is ("profit", "earnings")."""
    return frozenset(_tables()["same"].get(noun, ()))


def verb_of(noun: str) -> str | None:
    """Give the verb for a noun that tells what happened ("gift" → "give")."""
    verb: str | None = _tables()["nominalised"].get(noun)
    return verb


def phrasal(verb: str) -> frozenset[str]:
    """Give the particles that make another verb of a verb ("hand" → "over")."""
    return frozenset(_tables()["phrasal"].get(verb, ()))


def hyphen_noun(word: str) -> str | None:
    """Give what a number joined by a hyphen to a word counts ("a 12-strong jury" → "person")."""
    noun: str | None = _tables()["hyphened"].get(word)
    return noun


def members_of(body: str) -> str | None:
    """Give what the members of a body that votes are called ("senate" → "senator")."""
    noun: str | None = _tables()["members"].get(body)
    return noun


@cache
def changing_verbs() -> frozenset[str]:
    """Verbs of rising and falling."""
    return words("change", "up") | words("change", "down")


@cache
def moving_verbs() -> frozenset[str]:
    """Verbs of rising and falling, and of what somebody does to make a thing rise or fall."""
    return changing_verbs() | words("change", "transitive")


@cache
def measuring_verbs() -> frozenset[str]:
    """Verbs whose subject is what the amount measures."""
    return words("measure", "verbs") | changing_verbs()
