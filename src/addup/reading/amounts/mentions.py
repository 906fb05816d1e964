"""A number of the text with its unit, on its way to an amount: what the other modules hand on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from addup.reading.amounts.grammar import denominators, magnitudes
from addup.reading.amounts.numerals import IN_HER, Form, Numeral
from addup.reading.amounts.tables import table
from addup.reading.amounts.units import Beside, Unit, money_before, of_country, shared_unit_after, unit_after
from addup.reading.frames import words
from addup.reading.text import rating_before
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


def is_near(one: Fraction, other: Fraction, *, within: int) -> bool:
    """Whether neither of two numbers is more than so many times the other."""
    return other != 0 and Fraction(1, within) <= one / other <= within


_BOUNDS: dict[Form, Bound] = {"vague": "vague", "figures": "vague", "range": "range"}


def mention(text: str, numeral: Numeral) -> Mention:
    """Give a number its unit, sign and single-letter magnitude."""
    numeral = _mixed(text, _placed(text, _quarters(text, numeral)))
    start, end, form = numeral.start, numeral.end, numeral.form
    bound = _BOUNDS.get(form, "exact")
    found = Mention(start, end, start, end, numeral.low, numeral.high, form, bound)
    if numeral.unit is not None:
        return replace(found, unit=Unit(numeral.unit, "duration"), unit_text=numeral.unit)
    if numeral.form == "ordinal":
        return _every(text, found) or found
    tens = _tens_of_rating(text, found) or _tens_of_age(text, found)
    if tens is not None:
        return tens
    money = money_before(text, numeral.start)
    if money is not None and not _is_meant(text, money, found):
        money = None
    before = text[max(0, numeral.start - 24) : numeral.start]
    found = _with_letter(
        text, found, beside_money=money is not None or _stands_beside_money(text, before, numeral.start)
    )
    if _MAGNITUDE.search(before):
        return replace(found, unit=Unit("magnitude", "measure"), unit_text="magnitude")
    found = _with_plus(text, found)
    if money is not None:
        found = _signed(text, replace(found, left=money.start, unit=money.unit))
        found = replace(found, unit_text=money.text)
        dollars = re.compile(r"\ (?:US )?(?:dollars?|pounds?|euros?)\b", re.IGNORECASE).match(text, found.end)
        return replace(found, right=dollars.end()) if dollars else found
    return _thousands_of_dollars(text, found) or _signed(text, with_unit_after(text, found))


_EVERY = re.compile(r"\bevery[ -]\Z", re.IGNORECASE)
_BEHIND_EVERY = re.compile(r" (?:[a-z]+ )?(?P<thing>[a-z]+)\b")


def _every(text: str, found: Mention) -> Mention | None:
    """Read "every fifth teacher" as a share of them; "every fifth day" is how often."""
    every = _EVERY.search(text, max(0, found.start - 6), found.start)
    behind = _BEHIND_EVERY.match(text, found.end) if every is not None else None
    if every is None or behind is None:
        return None
    shared = words("people", "nouns") | frozenset(table("contexts")["every"]["things"])
    first = behind[0].split()[0]
    ordinal = text[found.start : found.end].lower()
    parts = {**denominators(), "second": Fraction(1, 2)}
    part = Fraction(1, int(ordinal[:-2])) if ordinal[:-2].isdigit() else parts.get(ordinal)
    if part is None or shared.isdisjoint((behind["thing"], first)) or part == 1:
        return None
    start, share = every.start(), part * 100
    return replace(
        found, start=start, left=start, low=share, high=share, unit=Unit("%", "share"), form="words"
    )


_PLUS = re.compile(r"-plus[ -](?P<word>thousand|million|billion|trillion)\b")


def _with_plus(text: str, found: Mention) -> Mention:
    """Read the magnitude behind a hedge: "$20-plus trillion"."""
    plus = _PLUS.match(text, found.end) if found.form in ("digits", "words") else None
    if plus is None or found.low is None:
        return found
    low = found.low * magnitudes()[plus["word"]]
    return replace(found, end=plus.end(), right=plus.end(), low=low, high=None, bound="min", hedge="plus")


_GRAND = re.compile(
    r" grand(?=[.,;:!?]| (?:an?|and|by|each|every|for|from|in|on|or|per|to|with)\b|$)", re.IGNORECASE
)


def _thousands_of_dollars(text: str, found: Mention) -> Mention | None:
    """Read "100 grand": so many thousand dollars."""
    grand = _GRAND.match(text, found.end) if found.form in ("digits", "words") else None
    if grand is None or found.low is None or found.high is None:
        return None
    low, high = found.low * 1000, found.high * 1000
    return replace(
        found,
        end=grand.end(),
        right=grand.end(),
        low=low,
        high=high,
        unit=Unit("USD", "money"),
        unit_text="grand",
    )


# "whose approval rating has risen to the low 50s"
_PARTS_OF_TEN = {
    "low": (0, 4),
    "lower": (0, 4),
    "mid": (4, 6),
    "middle": (4, 6),
    "upper": (6, 9),
    "high": (6, 9),
}


def _tens_of_rating(text: str, found: Mention) -> Mention | None:
    """Read "the low 50s" of a rating: so many per cent, 50 to 54."""
    if found.form != "digits" or not 10 <= found.value <= 90 or found.value % 10 != 0:
        return None
    if not re.compile(r"s(?![\w'’])").match(text, found.end):
        return None
    rated = rating_before(text, found.start)
    if rated is None:
        return None
    part = rated["part"]
    first, last = _PARTS_OF_TEN[part[:-1].lower()] if part else (0, 9)
    end = found.end + 1
    return replace(
        found,
        end=end,
        left=rated.start("part") if part else found.start,
        right=end,
        low=found.value + first,
        high=found.value + last,
        bound="vague",
        unit=Unit("%", "share"),
    )


# "a woman in her late 80s", "most are in their 60s and 70s"
_PARTS_OF_AGE = {"early": (0, 4), "mid": (3, 6), "middle": (3, 6), "late": (5, 9)}


def _tens_of_age(text: str, found: Mention) -> Mention | None:
    """Read "in her late 80s" of somebody: 85 to 89 years."""
    written = found.form == "digits" and text.startswith("s", found.end) and found.value % 10 == 0
    if not (written or found.form == "decade") or not 10 <= found.value <= 100:
        return None
    said = IN_HER.search(text, max(0, found.start - 40), found.start)
    end = found.end + written
    if said is None or text[end : end + 1].isalnum():
        return None
    part = said["part"]
    first, last = _PARTS_OF_AGE.get(part[:-1], (0, 9)) if part else (0, 9)
    low, high = found.value + first, found.value + last
    return replace(found, end=end, right=end, low=low, high=high, bound="vague", unit=Unit("year", "age"))


# "over the next three quarters", "after two straight quarters": parts of a year, not three of four
_IN_ROW = re.compile(
    r"\b(?:coming|consecutive|final|first|following|last|latest|next|past|preceding|previous|recent|straight)\s\Z",
    re.IGNORECASE,
)
_QUARTERS = re.compile(r"(?P<number>[a-z]+)[ -]quarters?\Z", re.IGNORECASE)


def _quarters(text: str, numeral: Numeral) -> Numeral:
    """Tell quarters of a year ("the next three quarters", "a four-quarter test") from those of a whole."""
    said = _QUARTERS.match(text[numeral.start : numeral.end]) if numeral.form == "fraction" else None
    if said is None or said["number"].lower() in ("a", "an", "one"):
        return numeral
    in_row = _IN_ROW.search(text, max(0, numeral.start - 14), numeral.start)
    if in_row is None and not said[0].lower().endswith("-quarter"):
        return numeral
    return Numeral(
        numeral.start, numeral.start + said.end("number"), numeral.low * 4, numeral.low * 4, "words"
    )


# "12 firsts and 17 thirds": no more than a whole has parts, so these are places, each counted.
_TWICE = 2
_PLACED = re.compile(
    r"(?P<number>\w+)[ -](?P<part>thirds|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)\Z",
    re.IGNORECASE,
)


def _placed(text: str, numeral: Numeral) -> Numeral:
    """Tell how often somebody came third ("17 thirds") from parts of a whole."""
    said = _PLACED.match(text[numeral.start : numeral.end]) if numeral.form == "fraction" else None
    if said is None or numeral.low < _TWICE:
        return numeral
    words = text[numeral.start : numeral.start + said.end("number")]
    form: Form = "digits" if words.isdigit() else "words"
    value = numeral.low / denominators()[said["part"].lower()]
    return Numeral(numeral.start, numeral.start + len(words), value, value, form)


# A fraction that lost the blank before it, "41/2 years", and no odds, "at 11/4".
_MIXED = re.compile(r"(?P<whole>\d{1,2})(?P<over>\d)[/⁄](?P<under>[248])")


def _mixed(text: str, numeral: Numeral) -> Numeral:
    """Read "41/2 years" as four and a half."""
    said = _MIXED.fullmatch(text, numeral.start, numeral.end)
    if said is None or unit_after(text, numeral.end, numeral.low) is None:
        return numeral
    part = Fraction(int(said["over"]), int(said["under"]))
    if part >= 1:
        return numeral
    value = int(said["whole"]) + part
    return Numeral(numeral.start, numeral.end, value, value, numeral.form)


# The first end of "$5-6m" and of "from SEK 360m to 414m"
_MONEY_BEFORE = re.compile(r"(?P<sum>(?<=[$€£¥])\s?[\d.,]+|(?<![\d.,])\d[\d.,]*m)\s?(?:[-–]|to|and|or)\s?\Z")
_MAGNITUDE = re.compile(r"\bmagnitude(?: of |[ -])\Z", re.IGNORECASE)


def _stands_beside_money(text: str, before: str, start: int) -> bool:
    """Whether a number is the second of two sums, the first of which has the sign."""
    first = _MONEY_BEFORE.search(before)
    if first is None:
        return False
    place = start - len(before) + first.start("sum")
    return not first["sum"].endswith("m") or money_before(text, place) is not None


# "R2.2-billion", "R25 million"; "R22" may be a road or a gas
_OF_LARGE_SUM = re.compile(
    r"\d{1,3}(?:,\d{3})+\b|\d+(?:[.,]\d+)?(?:[ -]?(?:million|billion|trillion)|(?:bn|mn?)\b)"
)
_RANDS = re.compile(r"\b(?:Johannesburg|JSE|[Rr]ands?|South Africa)\b")


def _is_meant(text: str, money: Beside, found: Mention) -> bool:
    """Tell a pound sign gone wrong from what looks like it.

    "#18 million" is no rank like "#1", and "PS2.7m" no console like "PS5".
    """
    if text[money.start] == "#":
        large = found.value >= 1000 or "." in text[found.start : found.end]  # "fell to #10.86"
        return large and not text[found.end : found.end + 1].isalpha()
    sign = text[money.start : found.start]
    if sign.startswith("R") and money.unit.name == "ZAR":
        return sign == "R" and (_OF_LARGE_SUM.match(text, found.start) or _RANDS.search(text)) is not None
    if len(sign.strip()) == 1 and sign[0].isalpha():  # written in one with the number
        large = _OF_LARGE_SUM.match(text, found.start) is not None or _has_large_sum(text, sign)
        return len(sign) == 1 and large
    sign = sign.strip()
    return sign != "PS" or found.value >= 10 or _LETTER.match(text, found.end) is not None


def _has_large_sum(text: str, letter: str) -> bool:
    """Whether a text has a large sum behind a letter, as whose sign it may stand before a small one too."""
    return re.search(rf"(?<!\w){letter}(?:{_OF_LARGE_SUM.pattern})", text) is not None


def with_unit_after(text: str, found: Mention) -> Mention:
    """Give a number the unit that stands behind it, if one does."""
    beside = (
        unit_after(text, found.end, found.value)
        or shared_unit_after(text, found.end)
        or _unit_of_part(text, found)
        or _unit_of_many(text, found)
    )
    if beside is None or (beside.unit.name == "quarter" and found.form == "fraction"):
        return found  # "a third-quarter loss"
    found = replace(
        found, right=beside.end, unit=of_country(text, beside.text, beside.unit), unit_text=beside.text
    )
    return _with_magnitude_behind(text, found) if beside.unit.kind == "money" else found


def _with_magnitude_behind(text: str, found: Mention) -> Mention:
    """Read the magnitude behind a currency: "75 USD million"."""
    match = _MAGNITUDE_BEHIND.match(text, found.right)
    if match is None or found.low is None or found.high is None:
        return found
    scale = magnitudes()[match["word"]]
    return replace(found, right=match.end(), low=found.low * scale, high=found.high * scale)


_MAGNITUDE_BEHIND = re.compile(r" (?P<word>thousand|million|billion|trillion)\b(?! of)")


def _unit_of_part(text: str, found: Mention) -> Beside | None:
    """Find the unit of "half an hour" and "a quarter of a mile"."""
    article = re.compile(r"[ -](?:of )?an? ").match(text, found.end)
    if found.form != "fraction" or article is None:
        return None
    return unit_after(text, article.end() - 1, Fraction(1))


# "millions of taxpayer dollars", "billions of investors' dollars"
_WHOSE_MONEY = re.compile(r" of [a-z]+(?:['’]s|s['’])?(?= (?:dollars|euros|pounds|rubles|yen)\b)")
# What may stand between a number and its unit: "two more days", "five long years", "3,000-plus tons"; before
# times any adjective ("three remarkable weeks"), but nobody who was hit ("shot two men days ago").
_BEFORE_UNIT = re.compile(
    r" (?:more )?(?!(?:after|and|are|but|children|dead|for|from|had|has|have|him|her|hurt|into|its|left|lost"
    r"|men|not|our|out|over|people|police|than|that|the|their|them|was|were|who|will|with|women"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b)"  # "up from 58 [four years] ago"
    r"[a-z]{3,}(?<!ed)(?:(?<!s)|(?<=ous))(?= (?:days|weeks|months|years|decades)\b)"
    r"| (?:additional|consecutive|extra|full|further|long|more|previous|short|solid|straight|successive"
    r"|whole)(?= )|-(?:odd|plus)(?=[ -])"
)


def _unit_of_many(text: str, found: Mention) -> Beside | None:
    """Find the unit of "hundreds of years", "a couple of miles" and "two more days"."""
    link = re.compile(r"(?: more)? of(?= )").match(text, found.end) if found.form == "vague" else None
    if found.form == "vague" and (whose := _WHOSE_MONEY.match(text, found.end)) is not None:
        return unit_after(text, whose.end(), found.value)
    link = link or _BEFORE_UNIT.match(text, found.end)
    return unit_after(text, link.end(), found.value) if link is not None else None


_LETTER = re.compile(r"(?P<blank> ?)(?P<letter>MM|mm|[kKmMbBT])(?![\w'’/])")
_HOURS_BEFORE = re.compile(r"\d\s?hr?s? \Z")
# "puts the number of people in need at 1.8m", not "a total height of 1.8m"
_MANY = re.compile(
    r"\b(?:audience|circulation|membership|number|population|toll|total|turnout)\b"
    r"(?:(?!depth|distance|height|length|width)[^.;:!?\n\d])*\b(?:at|from|is|of|reached|stands at|to|was) \Z"
)
_VOTES = re.compile(r"\b(?:ballots|voters|votes)\b[^;:!?\n]*\Z")
# "wrote a 50K check"
_PAID_BEHIND = re.compile(r" (?:bonus|check|cheque|donation|grant|loan|prize|salary)(?:s|es)?\b")
_WORD_BEHIND = re.compile(r" (?P<word>[a-z]{3,})")


def _with_letter(text: str, found: Mention, *, beside_money: bool) -> Mention:
    """Read "$5m", "40k" and "5m people"; a lone m is the metre, unless something counted follows."""
    match = _LETTER.match(text, found.end)
    if found.form != "digits" or match is None or (match["blank"] and not beside_money):
        return found
    if text[found.end - 1].isalpha() or _HOURS_BEFORE.search(text, max(0, found.start - 6), found.start):
        return found  # "the $932 million T. Orel Fund", "2h 20m"
    letter = match["letter"]
    behind = _WORD_BEHIND.match(text, match.end())
    counted = behind is not None and behind["word"] not in table("contexts")["lengths"]["words"]
    counted = counted or _MANY.search(text[max(0, found.left - 80) : found.left]) is not None
    counted = counted or (
        letter == "m" and _VOTES.search(text, max(0, found.left - 80), found.left) is not None
    )
    if not (beside_money or letter in "kK" or (letter in ("m", "M", "b", "B") and counted)):
        return found
    value = found.value * table("numbers")["letters"][letter]
    paid = letter in "kK" and _PAID_BEHIND.match(text, match.end()) is not None
    unit = Unit("USD", "money") if paid and not beside_money else found.unit
    return replace(found, end=match.end(), right=match.end(), low=value, high=value, unit=unit)


# A dash that opens brackets begins no range.
_MINUS = re.compile(r"(?:(?:^|[\s($€£¥])(?P<sign>[-−]|(?<=\()–)|(?<!or )\bminus[ -])$", re.IGNORECASE)


def _signed(text: str, found: Mention) -> Mention:
    """Read a minus sign: "-5 degrees", "minus 5 points", "$-50.8bn"; a dash before a count is a dash."""
    minus = _MINUS.search(text[max(0, found.start - 10) : found.start])
    if minus is None or found.unit is None or found.low is None or found.high is None:
        return found
    signed_unit = found.unit.kind in ("money", "share") or found.unit.name.startswith(("degree", "point"))
    if minus["sign"] and not signed_unit:
        return found
    left = min(found.left, found.start - len(minus[0].lstrip("( \n$€£¥")))
    return replace(found, left=left, low=-found.high, high=-found.low)
