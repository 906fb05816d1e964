"""What a cell says, as a phrase that reading understands: "12" under "Killed" is "12 people killed".

A phrase is put together of pieces of the text and of words between them, and remembers which is which, so
that what is read in it can be brought back to the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from addup.reading.tables.words import WORDS
from addup.records import Span

# "Cost (US$ million)", "Turnout, %", "Wheat in tonnes".
_UNIT_BEHIND = re.compile(
    r"\s*(?:[(\[]\s*(?:in )?(?P<inside>[^()\[\]]+?)\s*[)\]]|,? (?:in )?(?P<after>%|per ?cent))$"
)
_SHARE = re.compile(r"%|per ?cent(?:age)?|pct")
_SCALE = re.compile(r"(?:'?000s?|thousands?|millions?|billions?|mn|bn|[mk])", re.IGNORECASE)
_SCALES = {
    "'000": "thousand",
    "000": "thousand",
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "bn": "billion",
}
_CURRENCY = re.compile(r"(?P<currency>[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}|[a-z]+s)(?:\s?(?P<scale>\S+))?$")
_MONEY_SIGN = re.compile(r"[$€£¥₹]|^[A-Z]{3}\b")
_PARTICIPLE = re.compile(r"\w+ed")


@dataclass
class Phrase:
    """A phrase in the making: its words so far, and which of them stand in the text, and where."""

    words: str = ""
    pieces: list[tuple[int, int, int]] = field(default_factory=list)
    """Where a piece begins in the phrase, how long it is, and where it begins in the text."""

    def add(self, piece: Span | str, *, shown: str | None = None) -> None:
        """Add a piece of the text, as it is or in other letters of the same number, or words of our own."""
        if isinstance(piece, Span):
            self.pieces.append((len(self.words), len(piece.text), piece.start))
            self.words += shown or piece.text
        else:
            self.words += piece

    def origin(self, start: int, end: int) -> tuple[int, int] | None:
        """Give where a stretch of the phrase stands in the text; None where it does not."""
        for begin, length, origin in self.pieces:
            if begin <= start and end <= begin + length:
                return origin + start - begin, origin + end - begin
        return None


@dataclass(frozen=True, slots=True)
class Measure:
    """What a column or row measures: its words without the unit, and what that puts before or behind."""

    noun: Span
    before: str = ""
    behind: str = ""

    @property
    def tells(self) -> bool:
        """Whether it ends with what was done: "Doses delivered"."""
        last = self.noun.text.lower().split(" ")[-1]
        return _PARTICIPLE.fullmatch(last) is not None or last in WORDS["of_people"]


def measure_of(head: Span) -> Measure:
    """Part the words of a head and the unit that it gives."""
    found = _UNIT_BEHIND.search(head.text)
    if found is None:
        if head.text.startswith("% "):
            return Measure(Span(head.text[2:], head.start + 2, head.end), behind=" percent")
        return Measure(head)
    unit = found["inside"] or found["after"]
    noun = Span(head.text[: found.start()], head.start, head.start + found.start())
    before, behind = _unit(unit.strip())
    return Measure(noun, before, behind) if before or behind else Measure(noun)


def _unit(unit: str) -> tuple[str, str]:
    """Give what a unit of a head puts before and behind a number."""
    if _SHARE.fullmatch(unit):
        return "", " percent"
    if _SCALE.fullmatch(unit):
        return "", f" {_scale(unit)}"
    money = _CURRENCY.match(unit)
    if money and (_MONEY_SIGN.search(unit) or (money["scale"] and _SCALE.fullmatch(money["scale"]))):
        scale = money["scale"]
        return f"{money['currency']} ", f" {_scale(scale)}" if scale and _SCALE.fullmatch(scale) else ""
    scaled = re.fullmatch(rf"({_SCALE.pattern}) (?:of )?(.+)", unit, re.IGNORECASE)
    if scaled:
        return "", f" {_scale(scaled[1])} {scaled[2]}"
    return "", f" {unit}"


def _scale(word: str) -> str:
    known = _SCALES.get(word.lower().removesuffix("s") if word[-1:] == "s" else word.lower())
    return known or word.lower().removesuffix("s")


def phrase_of(cell: Span, measure: Measure, category: Span | None) -> Phrase:
    """Put together what a cell says: so many, of what, and of which kind."""
    phrase = Phrase()
    phrase.add(measure.before)
    phrase.add(cell)
    phrase.add(measure.behind)
    is_amount = bool(measure.before or measure.behind) or not cell.text[-1:].isdigit()
    if measure.tells:
        if category is not None:
            add_inside(phrase, category)
        elif measure.noun.text.lower() in WORDS["of_people"]:
            phrase.add(" people")
        add_inside(phrase, measure.noun)
        return phrase
    if is_amount:
        phrase.add(" of")
    add_inside(phrase, measure.noun)
    if category is not None:
        phrase.add(" for ")
        phrase.add(category)
    return phrase


def add_inside(phrase: Phrase, piece: Span) -> None:
    """Add a piece as it would stand within a sentence: "Deaths" in small letters, "WFP" as it is."""
    phrase.add(" ")
    first = piece.text.split(" ")[0]
    small = piece.text[:1].lower() + piece.text[1:] if first[1:].islower() else piece.text
    phrase.add(piece, shown=small)
