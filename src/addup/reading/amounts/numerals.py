"""Where a text has numbers, and what they are worth: digits, number words, fractions, vague plurals.

One compiled pattern scans the text. Nothing is decided here about what a number means: years, ranks and
the numbers of names come out like all others, with their form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from addup.reading.amounts.tables import either, table
from addup.records import Number
from addup.words.numbers import table as words_table

Form = Literal["digits", "words", "fraction", "vague", "range", "multiple", "figures", "ordinal"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a text.

    `low` and `high` are what the number alone says: equal unless it is vague ("dozens": 24 and no end). A
    fraction is below 1. `unit` is set where the unit stands inside the number ("a minute and a half").
    """

    start: int
    end: int
    low: Fraction
    high: Fraction | None
    form: Form
    unit: str | None = None


def plain(value: Fraction) -> Number:
    """Give a whole number as int, any other as float."""
    return int(value) if value.denominator == 1 else float(value)


@cache
def _cardinals() -> dict[str, Fraction]:
    return {
        word: Fraction(value) for word, value in words_table("numbers")["units"].items() if word not in "an"
    }


@cache
def _magnitudes() -> dict[str, Fraction]:
    """Magnitudes as words and as abbreviations, single letters left out."""
    words = {word: value for word, value in words_table("numbers")["magnitudes"].items() if len(word) > 1}
    return {word: Fraction(value) for word, value in (words | table("numbers")["abbreviations"]).items()}


@cache
def _denominators() -> dict[str, Fraction]:
    shared = {
        word: Fraction(over, under) for word, (over, under) in words_table("numbers")["fractions"].items()
    }
    return shared | {word: Fraction(1, under) for word, under in table("numbers")["denominators"].items()}


def _grammar() -> dict[str, str]:
    """Give the pieces of the grammar of number words as patterns."""
    cardinals = _cardinals()
    ones = either(word for word, value in cardinals.items() if 0 < value < 10)
    teens = either(word for word, value in cardinals.items() if 10 <= value < 20)
    tens = either(word for word, value in cardinals.items() if value >= 20)
    large = either(w for w, v in _magnitudes().items() if v >= 1000 and len(w) > 3)
    below_100 = rf"(?:{tens}(?:[ -]{ones}\b)?|{teens}|{ones})\b"
    below_1000 = (
        rf"(?:(?:{below_100}|\ba)[ -]hundred\b(?:(?:[ -]and)?[ -]{below_100}(?!-[a-z]))?|{below_100})"
    )
    scaled = rf"[ -]{large}\b"
    more = rf"(?:(?:[ -]and)?[ -]{below_1000}(?!-[a-z])(?:{scaled})?)"
    half = r"(?:[ -]and[ -](?:a|one)[ -](?:half|quarter)\b|[ -]and[ -]three[ -]quarters\b)"
    return {
        "ones": ones,
        "large": large,
        "cardinal": rf"(?:{ones}(?:\ {ones})+{scaled}|(?:{below_1000}|\ba\b(?={scaled})){scaled}{more}*"
        rf"|{below_1000}\ point(?:\ (?:{ones}|zero|oh))+\b(?:{scaled})?|{below_1000}|zero\b)",
        "half": half,
        "any_magnitude": either(_magnitudes()),
    }


_GLYPHS = "".join(table("numbers")["glyphs"])
_BLANK = r"[ \u00a0\u2009\u202f]"
_DIGITS = (
    r"\d{1,3}(?:\.\d{3})+,\d+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.234,5 and 1.234.567
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"  # 12,34,567 as in India
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}, 000(?!\d)"  # 1,700, and with a blank from bad copies
    rf"|\d{{1,3}}(?:{_BLANK}\d{{3}})+(?![\w-]|[.,]\d)"  # 816 000
    r"|\d+,\d{1,2}(?=\s?(?:%|per ?cent|million|billion|trillion))"  # 3,5 million
    r"|\d+\.\d+(?!\.\d)|(?<![\w.])\.\d+(?=\s?(?:%|per ?cent|inch|calib|mm\b|cents?\b|seconds?|points?|-))|\d+"
)
_SLASHED = rf"\d+[ -]\d{{1,2}}/\d{{1,2}}(?![\d/])|\d{{1,2}}/\d{{1,3}}(?![\d/])|\d*\s?[{_GLYPHS}]"


@cache
def pattern() -> re.Pattern[str]:
    """Compile the scan."""
    words = _grammar()
    numbers = table("numbers")
    cardinal, half = words["cardinal"], words["half"]
    plurals = either(numbers["plurals"])
    denominators = either(_denominators())
    ordinals = either(numbers["ordinals"]["words"])
    whole = rf"(?:an?|{words['ones']}|ten|\d+)"
    magnitude = rf"(?:[\s\u00a0-]?{words['any_magnitude']}(?-i:(?![a-z\d])))"
    determined = "".join(rf"|(?<=\b{word}\ )few(?=\ [a-z])" for word in _DETERMINERS)
    few = rf"(?:an?\ few{determined}|(?<=['’]s\ )few)"
    couple = rf"(?:{'|'.join(rf'(?<={word} )couple' for word in _DETERMINERS[:5])})"
    span = r"(?:second|minute|hour|day|week|month|year|decade|century)"
    return re.compile(
        rf"(?P<spoken>\ban?\ {span}\ (?:or\ two|and\ a\ half)\b)"
        rf"|(?P<figures>\b{either(numbers['figures'])}[ -](?:digits?|figures?)\b)"
        rf"|(?P<multiple>\b(?:{either(numbers['multiples'])}|{either(_cardinals())}-?fold|\d+(?:\.\d+)?-?fold)\b)"
        rf"|(?P<vague>\b(?:{plurals}(?:\ (?:of|upon)\ {plurals})*"
        rf"|(?:several|{few}|an?\ couple(?:\ of)?|{couple}(?:\ of)?)[ -](?:hundred|dozen|{words['large']})"
        rf"|several|{few}|an?\ couple(?=\ (?:of|more|[a-z]+s\b))|{couple})\b)"
        rf"|(?P<part>\b(?:half|quarter|(?:{whole}[ -])?{denominators}(?:\ of)?)[ -](?:an?[ -])?"
        rf"(?:{words['large']}|dozen)\b)"
        rf"|(?P<fraction>\b(?:(?:{whole}[ -])?half|{whole}[ -]{denominators})\b)"
        rf"|(?P<ordinal>\b\d[\d,]*(?:st|nd|rd|th)\b|\b(?:{either(_tens())}[ -])?{ordinals}\b)"
        rf"|(?P<dozen>\b(?:(?:{cardinal}|an?|\d+)[ -])?dozen\b)"
        rf"|(?P<words>\b{cardinal}(?:{half}(?:[ -]{words['large']}\b)?)?)"
        rf"|(?P<digits>(?P<written>{_SLASHED}|{_DIGITS})(?:{half}{magnitude}?|{magnitude}{{1,2}})?)",
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
    return [word for word, value in _cardinals().items() if value >= 20]


def scan(text: str) -> Iterator[Numeral]:
    """Find all numbers of a text, in order, none overlapping."""
    end = 0
    for place in _places(text):
        match = pattern().match(text, place) if place >= end else None
        if match is not None and match.lastgroup is not None:
            end = match.end()
            if match["written"] is not None:
                yield _read_digits(match)
            else:
                yield _READERS[match.lastgroup](match[0], place)


def _places(text: str) -> Iterator[int]:
    """Give the places where a number may begin; far cheaper than trying the pattern everywhere."""
    starts = _first_words()
    for match in re.finditer(rf"[^\W\d_]+|\.(?=\d)|\d|[{_GLYPHS}]", text):
        word = match[0]
        if not word[0].isalpha() or word.lower() in starts:
            yield match.start()


@cache
def _first_words() -> frozenset[str]:
    numbers = table("numbers")
    words = {*_cardinals(), *_denominators(), *numbers["ordinals"]["words"], *_FEW}
    for name in ("plurals", "multiples", "figures"):
        words |= set(numbers[name])
    folds = {f"{word}fold" for word in _cardinals()}
    return frozenset(words | folds | {"a", "an", "dozen", "hundred"})


def _numeral(words: str, start: int, value: Fraction, form: Form, **other: str) -> Numeral:
    return Numeral(start, start + len(words), value, value, form, **other)


def _read_spoken(words: str, start: int) -> Numeral:
    """Read "a year or two" and "a minute and a half"."""
    unit = words.split()[1].lower()
    end = start + len(words)
    if words.lower().endswith("two"):
        return Numeral(start, end, Fraction(1), Fraction(2), "range", unit)
    return Numeral(start, end, Fraction(3, 2), Fraction(3, 2), "words", unit)


def _read_figures(words: str, start: int) -> Numeral:
    """Read "double-digit" and "six-figure"."""
    low, high = table("numbers")["figures"][re.split("[ -]", words.lower())[0]]
    return Numeral(start, start + len(words), Fraction(low), Fraction(high), "figures")


def _read_multiple(words: str, start: int) -> Numeral:
    """Read "twice", "double", "threefold"."""
    value = table("numbers")["multiples"].get(words.lower())
    if value is None:
        value = _value(re.sub(r"-?fold$", "", words.lower()))
    return _numeral(words, start, Fraction(value), "multiple")


def _read_vague(words: str, start: int) -> Numeral:
    """Read "dozens", "tens of thousands", "several hundred", "a couple"."""
    plurals = table("numbers")["plurals"]
    pieces = re.split(r"[ -](?:(?:of|upon) )?", words.lower())
    least, *_ = [Fraction(2 if piece == "couple" else 3) for piece in pieces if piece in _FEW] or [
        Fraction(2)
    ]
    for piece in pieces:
        least *= plurals.get(piece) or _magnitudes().get(piece) or 1
    if pieces[0] == "tens" and len(pieces) > 1:
        least = Fraction(2 * 10) * plurals[pieces[-1]]
    exact = "couple" in pieces
    return Numeral(start, start + len(words), least, least if exact else None, "vague")


_FEW = ("several", "few", "couple")


def _read_part(words: str, start: int) -> Numeral:
    """Read "half a million", "half-dozen", "three quarters of a million"."""
    pieces = re.split("[ -]", words.lower())
    over = (
        _value(pieces[0])
        if pieces[0] not in _denominators() and pieces[0] not in ("a", "an")
        else Fraction(1)
    )
    part = next(_denominators()[piece] for piece in pieces if piece in _denominators())
    return _numeral(words, start, over * part * _magnitudes()[pieces[-1]], "words")


def _read_fraction(words: str, start: int) -> Numeral:
    """Read "a third", "two-thirds", "half"."""
    over, _, part = re.sub("-", " ", words.lower()).rpartition(" ")
    count = Fraction(1) if over in ("", "a", "an") else _value(over)
    return _numeral(words, start, count * _denominators()[part], "fraction")


def _read_ordinal(words: str, start: int) -> Numeral:
    return _numeral(words, start, Fraction(0), "ordinal")


def _read_dozen(words: str, start: int) -> Numeral:
    count = re.split("[ -]", words.lower())[:-1]
    value = Fraction(1) if not count or count[0] in ("a", "an") else _value(" ".join(count))
    return _numeral(words, start, value * 12, "words")


def _read_words(words: str, start: int) -> Numeral:
    return _numeral(words, start, _value(words.lower()), "words")


def _read_digits(match: re.Match[str]) -> Numeral:
    """Read digits with what follows them: "1,700", "2.5 million", "2 and a half"."""
    written, words = match["written"], match[0].lower()
    value = _with_tail(digits_value(written), words[len(written) :])
    form: Form = "fraction" if value < 1 and ("/" in written or written.strip() in _GLYPHS) else "digits"
    return _numeral(match[0], match.start(), value, form)


_READERS = {
    "spoken": _read_spoken,
    "figures": _read_figures,
    "multiple": _read_multiple,
    "vague": _read_vague,
    "part": _read_part,
    "fraction": _read_fraction,
    "ordinal": _read_ordinal,
    "dozen": _read_dozen,
    "words": _read_words,
}


def _value(words: str) -> Fraction:
    """Work out a cardinal number in words (or bare digits), with "and a half" and magnitudes."""
    halves = _AND_A_HALF.search(words)
    if halves:
        return _with_tail(_value(words[: halves.start()]), words[halves.start() :])
    if words[0].isdigit():
        return Fraction(words)
    before, point, after = words.partition(" point ")
    return _decimal(before, after) if point else _sum(re.split("[ -]", words))


_AND_A_HALF = re.compile(r"[ -]and[ -](?:(?:a|one)[ -](half|quarter)|(three)[ -]quarters)")


def _with_tail(value: Fraction, tail: str) -> Fraction:
    """Add "and a half" and multiply the magnitudes that follow a number."""
    halves = _AND_A_HALF.match(tail)
    if halves is None:
        return value * _product(tail)
    extra = Fraction(3, 4) if halves[2] else Fraction(1, 2) if halves[1] == "half" else Fraction(1, 4)
    return (value + extra) * _product(tail[halves.end() :])


def _product(words: str) -> Fraction:
    """Multiply the magnitudes: 1 for none."""
    product = Fraction(1)
    for magnitude in re.findall(r"[a-z]+", words):
        product *= _magnitudes()[magnitude]
    return product


def _decimal(before: str, after: str) -> Fraction:
    """Read "one point six billion"."""
    digits = [piece for piece in after.split() if piece not in _magnitudes()]
    spoken = "".join(str(int(_cardinals().get(piece, Fraction(0)))) for piece in digits)
    scale = _product(" ".join(piece for piece in after.split() if piece in _magnitudes()))
    return (_sum(re.split("[ -]", before)) + Fraction(int(spoken), 10 ** len(spoken))) * scale


def _sum(pieces: list[str]) -> Fraction:
    """Add number words up; single digits in a row are spelled out ("one five thousand" is 15,000)."""
    total = group = Fraction(0)
    last = Fraction(0)
    for piece in pieces:
        if piece == "and":
            continue
        if piece in _magnitudes():
            magnitude = _magnitudes()[piece]
            group = (group or 1) * magnitude
            if magnitude >= 1000:
                total, group = total + group, Fraction(0)
            last = Fraction(0)
            continue
        value = Fraction(1) if piece == "a" else _cardinals()[piece]
        group = group * 10 + value if 0 < last < 10 else group + value
        last = value
    return total + group


def digits_value(digits: str) -> Fraction:
    """Read a number in digits: "1,700", "816 000", "1.234,5", "5 1/2", "2½"."""
    glyph = re.search(f"[{_GLYPHS}]", digits)
    if glyph:
        part = Fraction(str(table("numbers")["glyphs"][glyph[0]])).limit_denominator(8)
        return part + (
            digits_value(digits[: glyph.start()].strip()) if digits[: glyph.start()].strip() else 0
        )
    if "/" in digits:
        whole, _, part_words = re.sub("-", " ", digits).rpartition(" ")
        over, under = part_words.split("/")
        return (Fraction(whole) if whole else 0) + (
            Fraction(int(over), int(under)) if int(under) else Fraction(0)
        )
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", digits):
        return Fraction(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d{1,2}", digits):
        return Fraction(digits.replace(",", "."))
    return Fraction(re.sub(rf",|{_BLANK}", "", digits))
