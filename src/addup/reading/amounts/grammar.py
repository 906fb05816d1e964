"""The grammar of numbers in English text, as one pattern, and what its words are worth."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from addup.reading.amounts.tables import either, table
from addup.words.tables import table as words_table

FEW = ("several", "few", "couple")
SPANS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")


@cache
def cardinals() -> dict[str, Fraction]:
    """Number words up to ninety, "zero" included, the articles left out."""
    return {
        word: Fraction(value) for word, value in words_table("numbers")["units"].items() if word not in "an"
    }


@cache
def magnitudes() -> dict[str, Fraction]:
    """Magnitudes as words and as abbreviations, single letters left out."""
    words = {word: value for word, value in words_table("numbers")["magnitudes"].items() if len(word) > 1}
    return {word: Fraction(value) for word, value in (words | table("numbers")["abbreviations"]).items()}


@cache
def denominators() -> dict[str, Fraction]:
    """Words for parts of a whole: "third" is 1/3."""
    shared = {
        word: Fraction(over, under) for word, (over, under) in words_table("numbers")["fractions"].items()
    }
    return shared | {word: Fraction(1, under) for word, under in table("numbers")["denominators"].items()}


_BEHIND_WORDS = frozenset({"mln", "bln"})  # the other abbreviations stand behind digits only
# Between the words of a number: a blank, a line break within a paragraph, and for some a hyphen.
_GAP = r"(?:[ \u00a0]|\n(?!\s))"
_JOINT = r"(?:[ \u00a0-]|\n(?!\s))"


def _grammar() -> dict[str, str]:
    """Give the pieces of the grammar of number words as patterns."""
    gap, joint = _GAP, _JOINT
    ones = either(word for word, value in cardinals().items() if 0 < value < 10)
    teens = either(word for word, value in cardinals().items() if 10 <= value < 20)
    tens = either(word for word, value in cardinals().items() if value >= 20)
    large = either(w for w, v in magnitudes().items() if v >= 1000 and (len(w) > 3 or w in _BEHIND_WORDS))
    below_100 = rf"(?:{tens}(?:{joint}{ones}\b)?|{teens}|{ones})\b"
    hundreds = rf"(?:{below_100}|\ba){joint}hundred\b(?:(?:{joint}and)?{joint}{below_100}(?!-[a-z]))?"
    below_1000 = rf"(?:{hundreds}|{below_100})"
    scaled = rf"{joint}{large}\b"
    more = rf"(?:(?:{joint}and)?{joint}{below_1000}(?!-[a-z])(?:{scaled})?)"
    half = rf"(?:{joint}and{joint}(?:a|one){joint}(?:half|quarter)\b|{joint}and{joint}three{joint}quarters\b)"
    return {
        "ones": ones,
        "large": large,
        "cardinal": rf"(?:{ones}(?:{gap}{ones})+{scaled}|(?:{below_1000}|\ba\b(?={scaled})){scaled}{more}*"
        rf"|{below_1000}{gap}point(?:{gap}(?:{ones}|zero|oh))+\b(?:{scaled})?|{below_1000}|zero\b)",
        "half": half,
        "any_magnitude": either(magnitudes()),
    }


GLYPHS = "".join(table("numbers")["glyphs"])
BLANK = r"[ \u00a0\u2009\u202f]"
DIGITS = (
    r"\d{1,3}(?:\.\d{3})+,\d+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.234,5 and 1.234.567
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"  # 12,34,567 as in India
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}, 000(?!\d)"  # 1,700, and with a blank from bad copies
    rf"|\d{{1,3}}(?:{BLANK}\d{{3}})+(?![\w-]|[.,]\d)"  # 816 000
    r"|\d+,\d{1,2}(?=\s?(?:%|per ?cent)|[\s-]?(?:million|billion|trillion)|(?:bn|mn|tn|m)\b)"  # 3,5 million
    r"|\d+\.\d+(?!\.\d)|(?<![\w.])\.\d+(?=\s?(?:%|per ?cent|inch|calib|mm\b|cents?\b|seconds?|points?|-))|\d+"
)
SLASHED = (
    rf"\d+\.\d\d(?:[ -]\d{{1,2}}[/⁄]\d{{1,2}}(?![\d/])|\s?[{GLYPHS}])"  # "$4.02 1/2", a fraction of a cent
    rf"|\d+[ -]\d{{1,2}}[/⁄]\d{{1,2}}(?![\d/])|\d{{1,2}}[/⁄]\d{{1,3}}(?![\d/])|\d*\s?[{GLYPHS}]"
)


@cache
def in_words() -> re.Pattern[str]:
    """Compile the scan for what begins with a word."""
    words = _grammar()
    numbers = table("numbers")
    cardinal, half = words["cardinal"], words["half"]
    plurals = either(numbers["plurals"])
    parts = either(denominators())
    ordinals = either(numbers["ordinals"]["words"])
    whole = rf"(?:an?|{words['ones']}|ten)"
    determined = "".join(rf"|(?<=\b{word}\ )few(?=\ [a-z])" for word in _DETERMINERS)
    few = rf"(?:an?\ few{determined}|(?<=['’]s\ )few)"
    couple = rf"(?:{'|'.join(rf'(?<={word} )couple' for word in _DETERMINERS[:5])})"
    gap, joint = _GAP, _JOINT
    return re.compile(
        rf"(?P<spoken>\ban?{gap}{either(SPANS)}{gap}(?:or{gap}two|and{gap}a{gap}half)\b)"
        rf"|(?P<figures>\b{either(numbers['figures'])}{joint}(?:digits?|figures?)\b(?!{gap}who\b))"
        rf"|(?P<multiple>\b(?:{either(numbers['multiples'])}|{either(cardinals())}[- ]?fold)\b)"
        rf"|(?P<vague>\b(?:{plurals}(?:{gap}(?:of|upon){gap}{plurals})*"
        rf"|(?:several|{few}|an?{gap}couple(?:{gap}of)?|{couple}(?:{gap}of)?){joint}(?:hundred|dozen|{words['large']})"
        rf"|several|{few}|an?{gap}couple(?={gap}(?:of|more|[a-z]+s\b))|{couple})\b)"
        rf"|(?P<part>\b(?:half|quarter|(?:{whole}{joint})?{parts}(?:{joint}of)?){joint}(?:an?{joint})?"
        rf"(?:{words['large']}|dozen)\b)"
        rf"|(?P<fraction>\b(?:(?:{whole}{joint})?half|{whole}{joint}{parts}|quarter(?=-century))\b)"
        rf"|(?P<ordinal>\b(?:{either(_tens())}{joint})?{ordinals}\b)"
        rf"|(?P<decade>\b{either(numbers['decades'])}\b)"
        rf"|(?P<dozen>\b(?:(?:{cardinal}|an?){joint})?dozen\b)"
        rf"|(?P<words>\b{cardinal}(?:{half}(?:{joint}{words['large']}\b)?)?)",
        re.IGNORECASE,
    )


@cache
def in_digits() -> re.Pattern[str]:
    """Compile the scan for what begins with a digit, or with a sign for a fraction."""
    words = _grammar()
    half, joint, large, parts = words["half"], _JOINT, words["large"], either(denominators())
    magnitude = rf"(?:[\s\u00a0-]?{words['any_magnitude']}(?-i:(?![a-z\d])))"
    return re.compile(
        rf"(?P<multiple>\b\d+(?:\.\d+)?[- ]?fold\b)"
        rf"|(?P<part>\b\d{{1,2}}{joint}{parts}(?:{joint}of)?{joint}(?:an?{joint})?(?:{large}|dozen)\b)"
        rf"|(?P<fraction>\b\d{{1,2}}{joint}(?:half|{parts})\b)"
        rf"|(?P<ordinal>\b\d[\d,]*(?:st|nd|rd|th)\b)"
        rf"|(?P<dozen>\b\d+{joint}dozen\b)"
        rf"|(?P<digits>(?P<written>{SLASHED}|{DIGITS})(?:{half}{magnitude}?|{magnitude}{{1,2}})?)",
        re.IGNORECASE,
    )


# "the next few days", "its few shops" say a number; bare "few" says that there are not many
_DETERMINERS = (
    "next",
    "last",
    "past",
    "first",
    "every",
    "the",
    "these",
    "those",
    "its",
    "their",
    "his",
    "her",
    "our",
)


def _tens() -> list[str]:
    return [word for word, value in cardinals().items() if value >= 20]


@cache
def behind_article() -> frozenset[str]:
    """Words with which a number in words may go on behind "a" or "an"."""
    return frozenset(
        {"couple", "dozen", "few", "half", "hundred", "quarter"} | {*SPANS, *magnitudes(), *denominators()}
    )


@cache
def first_words() -> frozenset[str]:
    """Words with which a number in words may begin."""
    numbers = table("numbers")
    words = {*cardinals(), *denominators(), *numbers["ordinals"]["words"], *FEW}
    for name in ("plurals", "multiples", "figures", "decades"):
        words |= set(numbers[name])
    folds = {f"{word}fold" for word in cardinals()}
    return frozenset(words | folds | {"a", "an", "dozen", "hundred"})
