"""Money and prices whose unit was said before: "rose 4 cents to 1.32"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from addup.reading.amounts.left_out.coordination import unconverted
from addup.reading.amounts.left_out.giving import (
    BARE_END,
    MAGNITUDE,
    OF_PEOPLE,
    PLAIN,
    SENTENCE_BETWEEN,
    with_unit_of,
)
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.notations import counts
from addup.reading.amounts.tables import any_of

_CENT = Fraction(1, 100)
_DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD"})


def cents_of(text: str, first: Mention, second: Mention) -> Mention:
    """Give cents the dollars that stand right before them: "closed at C$35, up 12.5 cents"."""
    one, other = first.unit, second.unit
    if one is None or other is None or one.name not in _DOLLARS:
        return second
    if (other.name, other.factor) != ("USD", _CENT):
        return second
    near = re.fullmatch(r"[^.!?;\n\d]{0,30}", text[first.right : second.left]) is not None
    return replace(second, unit=replace(other, name=one.name)) if near else second


# "10 Canadian dollars (7 dollars)", ", or 7 dollars": what is converted has a currency of its own
_CONVERTED = re.compile(r"(?:[^.;:!?\n\d]*[(\[]|,? (?:equal to|equivalent to|i\.e\.|or|worth)\b)")


def dollars_of(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give dollars the country that their sentence named: "from 10 Canadian dollars to 30 dollars"."""
    unit = found.unit
    if unit is None or unit.name != "USD" or unit.factor != 1:
        return found
    if text[found.end : found.right].strip(" -").lower() not in {"dollar", "dollars"}:
        return found
    for earlier in reversed(before):
        if earlier.unit is not None and earlier.unit.kind == "money":
            gap = text[earlier.right : found.left]
            apart = SENTENCE_BETWEEN.search(gap) or _CONVERTED.match(gap)
            named = (
                earlier.unit.name in _DOLLARS and text.endswith(" dollars", 0, earlier.right) and not apart
            )
            return replace(found, unit=replace(unit, name=earlier.unit.name)) if named else found
    return found


_OF_WHICH = re.compile(r",? of which (?:(?:only|just|about|some|nearly|more than|at least) )*")
# "19 million has arrived", "the 4.8 million covers all of them": a verb behind it, no noun that it counts
_IS_SO = re.compile(
    r" (?:had|has|have|is|was|were|are|will|would|came|went|comes|goes|covers|covered|includes|included)\b"
)
# "Of the 84 million requested": what is asked for is money where money was spoken of
_ASKED_BEHIND = re.compile(
    r" (?:asked for|budgeted|needed|owed|pledged|promised|requested|required|sought)\b"
)
# "Above the 36 million reported in May": what an amount is held against is of its kind
_HELD_AGAINST = re.compile(r"\b(?:above|against|below|compared (?:to|with)|from|than|versus) the $")
_TOLD_BEHIND = re.compile(r" [a-z]+(?:ed|en|wn) (?:for|in|last|on|a year)\b")
_ALIKE_IN = frozenset({"money", "measure"})


def in_millions(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give bare millions that count nothing the unit of the last millions before them in their sentence.

    "Took in 14 million euros from tickets and its two bars but spent 16 million"; "11 million cubic metres
    flowed in, while 19 million were drawn off".
    """
    if found.unit is not None or not _is_sized(text, found):
        return found
    last = next((one for one in reversed(unconverted(text, before)) if _is_sized(text, one)), None)
    if last is None or last.unit is None:
        return found
    gap = text[last.right : found.left]
    alike = last.unit.kind in _ALIKE_IN and not last.unit.per
    if not alike or SENTENCE_BETWEEN.search(gap) or OF_PEOPLE.search(gap) or _done_to_people().search(gap):
        return found
    is_so = _IS_SO.match(text, found.right)
    part = _OF_WHICH.fullmatch(gap) and is_so  # "of which 19 million has arrived"
    told = is_so and (last.unit.kind == "measure" or _money_named().search(gap))
    asked = last.unit.kind == "money" and _ASKED_BEHIND.match(text, found.right)
    against = _HELD_AGAINST.search(gap) and _TOLD_BEHIND.match(text, found.right)
    bare = BARE_END.match(text, found.right) and not counts(text, found.right)
    return with_unit_of(last, found) if part or told or asked or against or bare else found


@cache
def _done_to_people() -> re.Pattern[str]:
    """Find what is done to people right before a number: "it cost $5 million and [reached] 2 million"."""
    return re.compile(
        rf"\b{any_of('people', 'done_to')} (?:(?:about|almost|nearly|more than|at least|some|up to) )*$"
    )


def _is_sized(text: str, found: Mention) -> bool:
    return MAGNITUDE.search(text[found.start : found.end]) is not None


def said_again(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give an amount that "the" takes up again its unit: "4.8 million pounds. ... The 4.8 million covers"."""
    the = text[max(0, found.left - 4) : found.left].lower() == "the "
    taken_up = the and found.unit is None and _is_sized(text, found)
    if not taken_up or (counts(text, found.right) and not _IS_SO.match(text, found.right)):
        return found
    same = (one for one in reversed(before) if one.unit is not None and one.value == found.value)
    last = next(same, None)
    alike = last is not None and last.unit is not None and last.unit.kind in _ALIKE_IN
    return with_unit_of(last, found) if alike and last is not None else found


_GUESSES = "(?:anticipated|estimated|expected|forecast|planned|predicted|projected)"
_GUESSED = re.compile(rf" (?:(?:that |which )?(?:[a-z]+ ){{1,3}}?(?:had )?)?{_GUESSES}\b")
# "Analysts had expected 780 million", behind what was earned
_FORECASTERS = re.compile(
    r"\b(?:analysts|brokers|economists|forecasters|forecasts?|the market)\b[^.;:!?\n\d]{0,60}"
    rf"\b(?:(?:had|have) )?(?:been for|look(?:ed|ing) for|{_GUESSES})"
    r" (?:(?:about|some|around|nearly|only|more than|at least|between) )*$",
    re.IGNORECASE,
)
_HUGE = ("billion", "trillion", "bn", "tn")
_SIZED = re.compile(r"[ -](?:thousand|million|billion|trillion|bn|mn|tn)$")
_NEAR = 200  # characters back to the money that bare amounts are held against


@cache
def _money_named() -> re.Pattern[str]:
    """What is money has the currency that the text spoke of last: "its net debt stood at [610 million]"."""
    return re.compile(
        rf"\b{any_of('money', 'named')}\b"
        r"[^.;:!?\n\d]{0,40}(?:\d[\d.]*\s?(?:per ?cent|%)\sto\s)?$",
        re.IGNORECASE,
    )


@cache
def _given() -> re.Pattern[str]:
    """Millions that are given without a noun are money: "Japan gave [5 million]"."""
    return re.compile(
        rf"\b{any_of('money', 'given')} (?:(?:another|a further|about|some|nearly|more than|at least) )*$"
    )


@cache
def _paid() -> re.Pattern[str]:
    """What is only done to money, behind what was paid: "she had asked for [three million]"."""
    return re.compile(
        rf"\b(?:{any_of('money', 'asked')}|sue[ds]? \w+ for)"
        r" (?:(?:another|a further|about|almost|some|nearly|only|more than|at least|up to) )*$",
        re.IGNORECASE,
    )


def of_money(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give bare billions, and millions that are named as money or given, the currency of the last money."""
    plain = found.unit is None and found.form in PLAIN
    sized = plain and _is_sized(text, found)
    if not sized:
        return found
    guessed = _GUESSED.match(text, found.right)  # "short of the 9.9 billion expected by analysts"
    if not (guessed or (BARE_END.match(text, found.right) and not counts(text, found.right))):
        return found
    huge = text[found.start : found.end].endswith(_HUGE)  # so many are no people, but of the whole world
    before_it = text[max(0, found.left - 80) : found.left]
    said = _money_named().search(before_it) or _given().search(before_it)
    said = said or (_FORECASTERS.search(before_it) if _is_last_level_money(before) else None)
    if not said and (not huge or OF_PEOPLE.search(before_it)):
        return found
    for earlier in reversed(before):
        if earlier.unit is not None and earlier.unit.kind == "money":
            return replace(found, unit=replace(earlier.unit, per=None), unit_text=earlier.unit_text)
    return found


def of_what_was_paid(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give bare thousands and millions that were asked for or paid the currency of the money right before."""
    sized = found.unit is None and _SIZED.search(text[found.start : found.end])
    if not sized or not BARE_END.match(text, found.right) or counts(text, found.right):
        return found
    last = before[-1]
    near = found.left - last.right <= _NEAR and last.unit is not None and last.unit.kind == "money"
    if not near or last.unit is None or not _paid().search(text, max(0, found.left - 60), found.left):
        return found
    return replace(found, unit=replace(last.unit, per=None, factor=Fraction(1)), unit_text=last.unit_text)


_OF_THAT_SUM = re.compile(
    r"\b[Oo]f (?:that|the|this) (?:amount|money|sum|total),? "
    r"(?:(?:about|almost|at least|more than|nearly|only|some) )*$"
)


def of_that_sum(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give bare millions the currency of the sum that they are of.

    "Of that sum 2 million has been recovered"; "of which two thirds, 14 million, is for schools".
    """
    sized = found.unit is None and found.form in PLAIN and _is_sized(text, found)
    if not sized or (counts(text, found.right) and not _IS_SO.match(text, found.right)):
        return found
    last = before[-1]
    again = _is_part(last) and text[last.right : found.left] == ", " and text.startswith(",", found.right)
    if not again and not _OF_THAT_SUM.search(text, max(0, found.left - 60), found.left):
        return found
    whole = next((one for one in reversed(before) if not _is_part(one)), None)
    if whole is None or whole.unit is None or whole.unit.kind != "money" or found.left - whole.right > _NEAR:
        return found
    return replace(found, unit=replace(whole.unit, per=None), unit_text=whole.unit_text)


def _is_part(found: Mention) -> bool:
    """Whether a number is a fraction or a share, not how much there is."""
    return found.form == "fraction" or (found.unit is not None and found.unit.kind == "share")


def _is_last_level_money(before: list[Mention]) -> bool:
    """Whether the last amount that is no share was money: what analysts then expect is money as well."""
    levels = (found for found in reversed(before) if found.unit is None or found.unit.kind != "share")
    last = next(levels, None)
    return last is not None and last.unit is not None and last.unit.kind == "money"


_CENTS = 2  # digits behind the point of a price
_CLOSED_AT = re.compile(
    r"\b(?:clos(?:e|ed|ing)|end(?:ed|ing)?|finish(?:ed|ing)?|open(?:ed|ing)?|settl(?:e|ed|ing)) at $"
)


def price_behind(text: str, move: Mention, level: Mention) -> Mention:
    """Give the price that a move led to, or a day, its currency: "lost $1 to 58.25", "to close at 58.30"."""
    money = move.unit is not None and move.unit.kind == "money" and level.unit is None
    if not money or move.unit is None:
        return level
    gap = text[move.right : level.left]
    closed = _CLOSED_AT.search(gap) is not None and SENTENCE_BETWEEN.search(gap) is None
    if not (closed or gap == " to "):
        return level
    decimals = text[level.start : level.end].partition(".")[2]
    if len(decimals) != _CENTS or counts(text, level.right):
        return level
    return replace(level, unit=replace(move.unit, factor=Fraction(1)), unit_text=None)
