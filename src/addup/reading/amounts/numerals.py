"""Where a text has numbers, and what they are worth: digits, number words, fractions, vague plurals.

One compiled pattern scans the text. Nothing is decided here about what a number means: years, ranks and
the numbers of names come out like all others, with their form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal

from spacy.attrs import IDX
from spacy.tokens import Doc

from addup.reading.amounts.grammar import (
    BLANK,
    FEW,
    GLYPHS,
    behind_article,
    cardinals,
    denominators,
    first_words,
    in_digits,
    in_words,
    magnitudes,
)
from addup.reading.amounts.tables import table
from addup.reading.text import words_of
from addup.records import Number

_ARTICLES = frozenset({"a", "an"})
_OPENING = re.compile(rf"[^\W\d_]+|\.(?=\d)|\d|[{GLYPHS}]")

# "a woman in her late 80s", "most are in their 60s and 70s"
IN_HER = re.compile(
    r"\b(?:her|his|my|our|their|your) (?P<part>(?:early|mid|middle|late)(?: to late)?[- ])?"
    r"(?:(?:\d0s|[a-z]+ties),? (?:and|or|to) (?:(?:early|mid|late)[- ])?)?\Z"
)
"""What leads to ten years of somebody's age; elsewhere "the thirties" are years."""

Form = Literal["digits", "words", "fraction", "vague", "range", "multiple", "figures", "ordinal", "decade"]


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


def openings(doc: Doc, words: frozenset[str]) -> list[tuple[int, str]]:
    """Give where an amount may begin, with what stands there in small letters: digits and some words.

    Where one token ends with a letter and the next begins with one, no word begins: "can|not".
    """
    found: list[tuple[int, str]] = []
    before, end = " ", 0
    starts: list[int] = doc.to_array([IDX]).tolist()
    written = words_of(doc)
    opening = {word: _opening_runs(word, words) for word in set(written)}
    for start, word in zip(starts, written, strict=True):
        for at, run in opening[word]:
            if at or start > end or not before[-1].isalpha():
                found.append((start + at, run))
        before, end = word, start + len(word)
    return found


@lru_cache(maxsize=1 << 15)
def _opening_runs(word: str, words: frozenset[str]) -> tuple[tuple[int, str], ...]:
    """Give the digits and signs of a token, and those runs of letters in it that are among some words."""
    runs = ((match.start(), match[0].lower()) for match in _OPENING.finditer(word))
    return tuple((at, run) for at, run in runs if run in words or not run[0].isalpha())


@cache
def opening_words() -> frozenset[str]:
    """Give the words that a number may begin with, and those that it may go on with behind "a"."""
    return first_words() | behind_article()


def scan(text: str, places: Sequence[tuple[int, str]]) -> Iterator[Numeral]:
    """Find all numbers of a text, in order, none overlapping; `places` are its openings.

    That a word may begin a number is far cheaper to ask than trying the pattern everywhere.
    """
    starts, end = first_words(), 0
    for index, (place, word) in enumerate(places, 1):
        in_letters = word[0].isalpha()
        if place < end or (in_letters and word not in starts):
            continue
        if word in _ARTICLES and (index == len(places) or places[index][1] not in behind_article()):
            continue
        match = (in_words() if in_letters else in_digits()).match(text, place)
        if (
            match is not None
            and match.lastgroup == "decade"
            and not IN_HER.search(text, max(0, place - 40), place)
        ):
            continue
        if match is not None and match.lastgroup is not None:
            end = match.end()
            if match.lastgroup == "digits":
                written = _behind_label(text, match)
                end = written.end()
                yield _read_digits(written)
            else:
                yield _READERS[match.lastgroup](match[0], place)


_GROUPED = re.compile(rf"(?P<first>\d{{1,3}}){BLANK}\d")


@cache
def _label() -> re.Pattern[str]:
    """Words that a number behind them names, with their capital: "Year 7", "Ward 5"."""
    names = table("names")
    labels = {
        word.capitalize() for word in (*names["before"]["name"], *names["always"]["name"]) if word.isalpha()
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(labels))}) \Z")


def _behind_label(text: str, match: re.Match[str]) -> re.Match[str]:
    """Part the number of a name from the one behind it: "Year 7 180, Year 8 174" are no 7,180 and 8,174."""
    grouped = _GROUPED.match(match["written"])
    if grouped is None or not _label().search(text, max(0, match.start() - 16), match.start()):
        return match
    return in_digits().match(text, match.start(), match.start() + grouped.end("first")) or match


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
    low, high = table("numbers")["figures"][re.split(r"[\s-]+", words.lower())[0]]
    return Numeral(start, start + len(words), Fraction(low), Fraction(high), "figures")


def _read_multiple(words: str, start: int) -> Numeral:
    """Read "twice", "double", "threefold"."""
    value = table("numbers")["multiples"].get(words.lower())
    if value is None:
        value = _value(re.sub(r"[- ]?fold$", "", words.lower()))
    return _numeral(words, start, Fraction(value), "multiple")


def _read_vague(words: str, start: int) -> Numeral:
    """Read "dozens", "tens of thousands", "several hundred", "a couple"."""
    plurals = table("numbers")["plurals"]
    pieces = re.split(r"[\s-]+(?:(?:of|upon)\s)?", words.lower())
    least, *_ = [Fraction(2 if piece == "couple" else 3) for piece in pieces if piece in FEW] or [Fraction(2)]
    for piece in pieces:
        least *= plurals.get(piece) or magnitudes().get(piece) or 1
    if pieces[0] == "tens" and len(pieces) > 1:
        least = Fraction(2 * 10) * plurals[pieces[-1]]
    exact = "couple" in pieces
    return Numeral(start, start + len(words), least, least if exact else None, "vague")


def _read_part(words: str, start: int) -> Numeral:
    """Read "half a million", "half-dozen", "three quarters of a million"."""
    pieces = re.split(r"[\s-]+", words.lower())
    over = (
        _value(pieces[0]) if pieces[0] not in denominators() and pieces[0] not in ("a", "an") else Fraction(1)
    )
    part = next(denominators()[piece] for piece in pieces if piece in denominators())
    return _numeral(words, start, over * part * magnitudes()[pieces[-1]], "words")


def _read_fraction(words: str, start: int) -> Numeral:
    """Read "a third", "two-thirds", "half"."""
    over, _, part = re.sub(r"[-\s]", " ", words.lower()).rpartition(" ")
    count = Fraction(1) if over in ("", "a", "an") else _value(over)
    return _numeral(words, start, count * denominators()[part], "fraction")


def _read_decade(words: str, start: int) -> Numeral:
    """Read "thirties"."""
    return _numeral(words, start, Fraction(table("numbers")["decades"][words.lower()]), "decade")


def _read_ordinal(words: str, start: int) -> Numeral:
    return _numeral(words, start, Fraction(0), "ordinal")


def _read_dozen(words: str, start: int) -> Numeral:
    count = re.split(r"[\s-]+", words.lower())[:-1]
    value = Fraction(1) if not count or count[0] in ("a", "an") else _value(" ".join(count))
    return _numeral(words, start, value * 12, "words")


def _read_words(words: str, start: int) -> Numeral:
    return _numeral(words, start, _value(words.lower()), "words")


def _read_digits(match: re.Match[str]) -> Numeral:
    """Read digits with what follows them: "1,700", "2.5 million", "2 and a half"."""
    written, words = match["written"], match[0].lower()
    value = _with_tail(digits_value(written), words[len(written) :])
    form: Form = (
        "fraction"
        if value < 1 and ("/" in written or "⁄" in written or written.strip() in GLYPHS)
        else "digits"
    )
    return _numeral(match[0], match.start(), value, form)


_READERS = {
    "spoken": _read_spoken,
    "figures": _read_figures,
    "multiple": _read_multiple,
    "vague": _read_vague,
    "part": _read_part,
    "fraction": _read_fraction,
    "ordinal": _read_ordinal,
    "decade": _read_decade,
    "dozen": _read_dozen,
    "words": _read_words,
}


def _value(words: str) -> Fraction:
    """Work out a cardinal number in words (or bare digits), with "and a half" and magnitudes."""
    halves = _AND_A_HALF.search(words)
    if halves:
        whole, tail = words[: halves.start()], words[halves.start() :]
        magnitude = _LARGE.search(whole)  # "a million and a half" are 1.5 million
        scale = magnitudes()[magnitude[0]] if magnitude else Fraction(1)
        return _with_tail(_value(whole) / scale, tail) * scale
    if words[0].isdigit():
        return Fraction(words)
    before, point, after = re.sub(r"\s", " ", words).partition(" point ")
    return _decimal(before, after) if point else _sum(re.split(r"[\s-]+", words))


_LARGE = re.compile(r"(?:million|billion|trillion)$")
_AND_A_HALF = re.compile(r"[\s-]and[\s-](?:(?:a|one)[\s-](half|quarter)|(three)[\s-]quarters)")


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
        product *= magnitudes()[magnitude]
    return product


def _decimal(before: str, after: str) -> Fraction:
    """Read "one point six billion"."""
    digits = [piece for piece in after.split() if piece not in magnitudes()]
    spoken = "".join(str(int(cardinals().get(piece, Fraction(0)))) for piece in digits)
    scale = _product(" ".join(piece for piece in after.split() if piece in magnitudes()))
    return (_sum(re.split(r"[\s-]+", before)) + Fraction(int(spoken), 10 ** len(spoken))) * scale


def _sum(pieces: list[str]) -> Fraction:
    """Add number words up; single digits in a row are spelled out ("one five thousand" is 15,000)."""
    total = group = Fraction(0)
    last = Fraction(0)
    for piece in pieces:
        if piece == "and":
            continue
        if piece in magnitudes():
            magnitude = magnitudes()[piece]
            group = (group or 1) * magnitude
            if magnitude >= 1000:
                total, group = total + group, Fraction(0)
            last = Fraction(0)
            continue
        value = Fraction(1) if piece == "a" else cardinals()[piece]
        group = group * 10 + value if 0 < last < 10 else group + value
        last = value
    return total + group


# "4.02 1/2": the fraction is one of the last digit
_OF_CENT = re.compile(rf"(?P<whole>\d+\.\d\d)[ -]?(?P<part>\d+[/⁄]\d+|[{GLYPHS}])")


def digits_value(digits: str) -> Fraction:
    """Read a number in digits: "1,700", "816 000", "1.234,5", "5 1/2", "2½"."""
    cents = _OF_CENT.fullmatch(digits)
    if cents is not None:
        return Fraction(cents["whole"]) + digits_value(cents["part"]) / 100
    glyph = re.search(f"[{GLYPHS}]", digits)
    if glyph:
        part = Fraction(str(table("numbers")["glyphs"][glyph[0]])).limit_denominator(8)
        return part + (
            digits_value(digits[: glyph.start()].strip()) if digits[: glyph.start()].strip() else 0
        )
    digits = digits.replace("⁄", "/")
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
    return Fraction(re.sub(rf",|{BLANK}", "", digits))
