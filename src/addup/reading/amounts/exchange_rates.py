"""Exchange rates whose currency only the sentence names: "the rupee fell to 64.25 against the dollar"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from addup.reading.amounts.mentions import Mention, is_near
from addup.reading.amounts.moves import is_come_to
from addup.reading.amounts.notations import counts
from addup.reading.amounts.rates import currencies
from addup.reading.amounts.tables import either
from addup.reading.amounts.units import Unit, of_country

# By the convention of markets these are told in dollars, and all others in themselves for one dollar or euro.
_TOLD_IN_DOLLARS = frozenset({"euro", "pound", "sterling"})
_AGAINST = re.compile(
    r" (?:against|to|per|versus|vs) (?:an? |one |each |the )?"
    r"(?:US |U\.S\. |American )?(?P<other>dollar|euro)\b"
)
_HELD_AGAINST = re.compile(r"\b(?:against|per|versus|vs) (?:an? |one |the )?(?:\S+ )?\Z")
_STILL_QUOTED = 600  # characters over which a bare number goes on with the rate
_FAR = 140  # and from a currency to its rate
_CLAUSE_END = re.compile(r"[.;:!?]\s|\n")


def exchange_rates(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give bare numbers that are rates of exchange their currency, and what it is for.

    Numbers of that size that follow are rates as well: "fell to 64.25 against the dollar, from 63.58".
    """
    found = list(mentions)
    last: Mention | None = None
    for index, mention in enumerate(found):
        if mention.unit is not None or mention.form != "digits":
            continue
        rate = _rate(text, mention) or (_goes_on(text, last, mention) if last is not None else None)
        if rate is not None:
            last = found[index] = rate
    return found


def _rate(text: str, found: Mention) -> Mention | None:
    """Read a rate behind the currency that it is of, in one clause."""
    said = _AGAINST.match(text, found.end)
    if said is None or text[found.left - 1 : found.left] in {"-", "–", "/"}:
        return None  # "110.45-50 to the dollar" bids and asks
    named = [word for word in _named_before(text, found) if word != said["other"]]
    if not named:
        return None
    word = named[-1]
    if word in _TOLD_IN_DOLLARS:
        if said["other"] != "dollar":
            return None
        unit, per = Unit("USD", "money"), word
    else:
        unit, per = of_country(text, word, Unit(currencies()[word], "money")), said["other"]
    return replace(found, unit=unit, per=per, right=said.end())


def _named_before(text: str, found: Mention) -> list[str]:
    """Give the words for currencies before a number in its clause."""
    clause = _CLAUSE_END.split(text[max(0, found.left - _FAR) : found.left])[-1]
    named = (
        match for match in _currency().finditer(clause) if not _HELD_AGAINST.search(clause, 0, match.start())
    )
    return [match["currency"].lower() for match in named]


def _goes_on(text: str, rate: Mention, found: Mention) -> Mention | None:
    """Read a bare number of about the same size, written like the rate before it, as another one."""
    near = found.left - rate.right < _STILL_QUOTED and is_near(rate.value, found.value, within=5)
    alike = _shape(text, rate) == _shape(text, found)
    others = {currencies()[word] for word in _named_before(text, found)}
    if rate.unit is None or rate.per is None or others - {rate.unit.name, currencies()[rate.per]}:
        return None
    if not (near and alike and is_come_to(text, found.left)) or counts(text, found.right):
        return None
    return replace(found, unit=rate.unit, per=rate.per)


def _shape(text: str, found: Mention) -> str:
    """Give the digits behind the point or comma as zeros: "64.25" is like "63.58", "9,850" like "9,700"."""
    return re.sub(r"\d", "0", re.sub(r"^\d+", "", text[found.start : found.end]))


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<currency>{either(word for word in currencies() if not word.endswith('s'))})\b", re.IGNORECASE
    )
