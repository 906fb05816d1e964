"""A number of the text with its unit, on its way to an amount: what the other modules hand on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from addup.reading.amounts.numerals import Form, Numeral
from addup.reading.amounts.tables import table
from addup.reading.amounts.units import Beside, Unit, money_before, unit_after
from addup.records import Bound, Change


@dataclass(frozen=True, slots=True)
class Reason:
    """A number that is no figure: the whole expression that it is part of, and why."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A number with what was found about it so far.

    `start` and `end` hold the number, `left` and `right` also its sign and unit (later its hedge).
    """

    start: int
    end: int
    left: int
    right: int
    low: Fraction | None
    high: Fraction | None
    form: Form
    bound: Bound = "exact"
    unit: Unit | None = None
    unit_text: str | None = None
    hedge: str | None = None
    change: Change | None = None
    per: str | None = None

    @property
    def value(self) -> Fraction:
        """The number itself, the lower end of a range."""
        return self.low if self.low is not None else self.high if self.high is not None else Fraction(0)


def mention(text: str, numeral: Numeral) -> Mention:
    """Give a number its unit, sign and single-letter magnitude."""
    bound: Bound = {"vague": "vague", "figures": "vague", "range": "range"}.get(numeral.form, "exact")  # type: ignore[assignment]
    found = Mention(
        numeral.start, numeral.end, numeral.start, numeral.end, numeral.low, numeral.high, numeral.form, bound
    )
    if numeral.unit is not None:
        return replace(found, unit=Unit(numeral.unit, "duration"), unit_text=numeral.unit)
    if numeral.form == "ordinal":
        return found
    money = money_before(text, numeral.start)
    if money is not None and text[money.start] == "#" and found.value < 1000:
        money = None  # "#1" is a rank
    found = _with_letter(text, found, beside_money=money is not None)
    if money is not None:
        found = _signed(text, replace(found, left=money.start, unit=money.unit))
        found = replace(found, unit_text=text[money.start : numeral.start].strip(" -−\u00a0"))
        dollars = re.compile(r"\ (?:US )?(?:dollars?|pounds?|euros?)\b", re.IGNORECASE).match(text, found.end)
        return replace(found, right=dollars.end()) if dollars else found
    return _signed(text, with_unit_after(text, found))


def with_unit_after(text: str, found: Mention) -> Mention:
    """Give a number the unit that stands behind it, if one does."""
    beside = (
        unit_after(text, found.end, found.value) or _unit_of_part(text, found) or _unit_of_many(text, found)
    )
    if beside is None:
        return found
    return replace(found, right=beside.end, unit=beside.unit, unit_text=text[beside.start : beside.end])


def _unit_of_part(text: str, found: Mention) -> Beside | None:
    """Find the unit of "half an hour" and "a quarter of a mile"."""
    article = re.compile(r"[ -](?:of )?an? ").match(text, found.end)
    if found.form != "fraction" or article is None:
        return None
    return unit_after(text, article.end() - 1, Fraction(1))


def _unit_of_many(text: str, found: Mention) -> Beside | None:
    """Find the unit of "hundreds of years" and "a couple of miles"."""
    link = re.compile(r"(?: more)? of(?= )| more(?= )").match(text, found.end)
    if link is None or not (found.form == "vague" or link[0] == " more"):
        return None
    return unit_after(text, link.end(), found.value)


def _with_letter(text: str, found: Mention, *, beside_money: bool) -> Mention:
    """Read "$5m", "40k" and "5m people"; a lone m is the metre, unless something counted follows."""
    match = re.compile(r"(?P<blank> ?)(?P<letter>MM|mm|[kKmMbBT])(?![\w'’/])").match(text, found.end)
    if found.form != "digits" or match is None or (match["blank"] and not beside_money):
        return found
    letter = match["letter"]
    counted = _COUNTED.match(text, match.end()) is not None
    if not (beside_money or letter in "kK" or (letter in ("m", "M", "b", "B") and counted)):
        return found
    scale = table("numbers")["letters"][letter]
    end = match.end()
    scaled = None if found.high is None else found.high * scale
    return replace(found, end=end, right=end, low=found.value * scale, high=scaled)


# "5m people", "12m tonnes": a plural behind the letter; "100m race", "48m from the quay" have none
_COUNTED = re.compile(
    r" (?!metres|meters|this|across|is\b|was\b|has\b|always|towards|upwards|hurdles)(?:[a-z]+ )?(?:people|men|women|children|[a-z]{2,}s)\b"
)


def _signed(text: str, found: Mention) -> Mention:
    """Read a minus sign: "-5 degrees", "minus 5", "$-50.8bn"."""
    before = text[max(0, found.start - 10) : found.start]
    minus = re.search(r"(?:(?:^|[\s($€£¥])[-−]|(?<!or )\bminus[ -])$", before, re.IGNORECASE)
    if minus is None or found.unit is None or found.low is None:
        return found
    if minus[0].strip("($€£¥ \n") in ("-", "−") and not (
        found.unit.kind == "money" or found.unit.name[:6] == "degree" or found.unit.kind == "share"
    ):
        return found
    left = min(found.left, found.start - len(minus[0].lstrip("( \n$€£¥")))
    high = None if found.high is None else -found.low
    return replace(found, left=left, low=-(found.high if found.high is not None else found.low), high=high)
