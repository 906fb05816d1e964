"""What an amount is per: "1,700 a day", "$6 a share", "four flights a week", "$3 million in fuel a year"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.tables import either, table

_PER_CAPITA = " per capita"
_AGO = r"(?![ -](?:ago|earlier|later|before|after|old|long|and a half|or two)\b)"
_LATER = (
    r"(?![ -](?:ago|earlier|later|before|after|old|long|and (?:an?|\d)"
    r"|or|with|that|when|since|from|of|points?)\b)"
)
_ADVERBIAL = r"(?=\s*[.,;:)]|\s(?:in|on|at|to|for|by|from|and|or|but|since|over|as)\b|$)"
_PREPOSITION = re.compile(r"\b(?:in|for|of|after|within|once|over|than)\s(?:an?|each|every|per)\s$")


def rated(text: str, found: Mention) -> Mention:
    """Give an amount the unit of its rate, if the text says one right behind it or a few words on."""
    if found.unit is not None and found.unit.per is not None:
        return replace(found, per=found.unit.per)
    if text.startswith(_PER_CAPITA, found.right):
        return replace(found, per="person", right=found.right + len(_PER_CAPITA))
    return _right_behind(text, found) or _of_each(text, found) or _farther_on(text, found) or found


def _right_behind(text: str, found: Mention) -> Mention | None:
    bracketed = text[found.left - 1 : found.left] == "(" and text.startswith(")", found.right)
    match = _behind().match(text, found.right + bracketed)  # "1,015 francs ($162) a share"
    if match is None or match["per"] in ("cent", "se"):
        return None
    per = match["noun"] or match["per"] or _adverbs()[match["adverb"]]
    return replace(found, per=re.sub(r"\s", " ", per), right=found.right if bracketed else match.end())


def _of_each(text: str, found: Mention) -> Mention | None:
    """Read "$12 for each of the 5 million shares"."""
    match = _each().match(text, found.right) if found.unit and found.unit.kind == "money" else None
    if match is None:
        return None
    counted = any(character.isdigit() for character in match[0])
    return replace(found, per=match["noun"], right=found.right if counted else match.end())


def _farther_on(text: str, found: Mention) -> Mention | None:
    """Read a rate after what is counted: "12 people a year"; not "12 people in a year"."""
    if found.unit is not None and found.unit.kind not in ("money", "measure"):
        return None
    match = _farther().match(text, found.right)
    if match is None:
        return None
    if match["adverb"]:
        return replace(found, per=_adverbs()[match["adverb"]])
    within = _PREPOSITION.search(text[found.right : match.start("noun")])
    return None if within else replace(found, per=match["noun"])


@cache
def _adverbs() -> dict[str, str]:
    adverbs: dict[str, str] = table("contexts")["rates"]["adverbs"]
    return adverbs


@cache
def _behind() -> re.Pattern[str]:
    rates = table("contexts")["rates"]
    nouns = either([*rates["times"], *rates["things"]])
    return re.compile(
        rf"[ -](?:an?|each|every|the)[ -](?P<noun>{nouns})\b{_AGO}"
        rf"|(?:[ -]per[ -]|\s?/\s?)(?P<per>{nouns}|[a-z]+)\b"
        rf"|\ (?P<adverb>{either(_adverbs())})\b{_ADVERBIAL}"
    )


@cache
def _each() -> re.Pattern[str]:
    things = either(table("contexts")["rates"]["things"])
    whole = r"of (?:the|its|their|his|her) (?:[\d.,]+ (?:million |billion )?)?"
    return re.compile(rf" (?:for|on) (?:each|every) (?:{whole})?(?P<noun>{things})s?\b")


@cache
def _farther() -> re.Pattern[str]:
    times = either(table("contexts")["rates"]["times"])
    words = r"(?:[ -][^\s\d.,;:()\"”?!-]+){1,4}?"
    return re.compile(
        rf"{words}\ (?:(?:an?|each|every|per)\ (?P<noun>{times})\b{_LATER}"
        rf"|(?P<adverb>{either(_adverbs())})(?=\s*[.,;:)]|$))"
    )
