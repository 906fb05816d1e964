"""Amounts in words: as they were said, and what they commit to."""

from __future__ import annotations

import re
from fractions import Fraction

from addup.account import Answer
from addup.account.language.wording import whole
from addup.records import Figure
from addup.report.words.days import formula
from addup.report.words.text import plain
from addup.words import Convention, Interval, amount_meaning
from addup.words.money import currencies
from addup.words.units import unit_after

ADVERBS = {
    "day": ("daily",),
    "week": ("weekly",),
    "month": ("monthly",),
    "year": ("yearly", "annual", "annually"),
}
_BARE = re.compile(r"[\d.,\s]+")
_SPEED = re.compile(r"\b(?:kmh|kmph|km/h|kph|m/s|mph)\b")  # units that tell their rate themselves


def said(figure: Figure) -> str:
    """Give the amount as it was said, with its rate where the words of the rate stand elsewhere."""
    return _with_rate(figure, _with_unit(figure, figure.amount.span.text))


def said_in_full(figure: Figure) -> str:
    """Give the figure as it was said, with what is counted."""
    return _with_rate(figure, _with_unit(figure, figure.span.text))


def said_alone(figure: Figure) -> str:
    """Give the figure as it was said, and its series where its own words do not tell what it is about."""
    text = said_in_full(figure)
    name = re.sub(r" \(\d+\)$", "", plain(figure.series or "")).split(",")[0]
    told = all(word in text.casefold() for word in name.casefold().split())
    return text if told else f"{text} ({name})"


def _with_unit(figure: Figure, text: str) -> str:
    """Add the unit to a bare number whose unit stands elsewhere, as in the head of a column."""
    amount = figure.amount
    if amount.unit is None or amount.low is None or amount.bound != "exact" or not _BARE.fullmatch(text):
        return text
    return quantity(amount.low, amount.unit)


def _with_rate(figure: Figure, text: str) -> str:
    per = figure.amount.per
    names = (per, *ADVERBS.get(per, ())) if per else ()
    if (
        per is None
        or _SPEED.search(text)
        or any(re.search(rf"\b{re.escape(name)}", text, re.IGNORECASE) for name in names)
    ):
        return plain(text)
    return plain(f"{text} {'an' if per[0] in 'aeiou' or per == 'hour' else 'a'} {per}")


def number(value: float | Fraction) -> str:
    """Write a number as people do: "15,000", "2.5 million", "1,012.05"; never more than needed."""
    exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(exact) >= size and (exact * 100 / size).denominator == 1:
            return f"{_digits(exact / size)} {name}"
    return _digits(exact)


def _digits(value: Fraction) -> str:
    if value.denominator == 1:
        text = f"{int(value):,}"
    elif abs(value) < Fraction(1, 100):
        text = f"{float(value):.2g}"
    else:
        text = f"{float(value):,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−", 1) if text.startswith("-") else text


def quantity(value: float | Fraction, unit: str | None) -> str:
    """Write a number with its unit: "1.5 million US dollars", "22 years", "40 %"."""
    if not unit:
        return number(value)
    name = currencies().get(unit) or unit_after(Fraction(value), unit)
    return f"{number(value)} {plain(name)}"


def interval(ends: Interval, unit: str | None = None) -> str:
    """Write what an interval allows: "exactly 144", "144 or more", "at most 1,700", "2 to 20"."""
    if ends.low is None and ends.high is None:
        return "any amount"
    if ends.high is None:
        return f"{quantity(ends.low or 0, unit)} or more"
    if ends.low == ends.high:
        return f"exactly {quantity(ends.high, unit)}"
    if not ends.low:
        return f"at most {quantity(ends.high, unit)}"
    if number(ends.low) == number(ends.high):
        return f"about {quantity(ends.high, unit)}"
    return f"{number(ends.low)} to {quantity(ends.high, unit)}"


def drawn_interval(figure: Figure, *, convention: Convention = "plain") -> Interval:
    """Give the interval to draw: the widest that the words allow, of vague words what most readers take.

    At its widest "dozens" is 12 to 240, and would press everything else in a chart to the floor.
    """
    widest, sharp = _meaning(figure, convention)
    return sharp if figure.amount.bound == "vague" else widest


def commits(figure: Figure, *, convention: Convention = "plain") -> str:
    """Say what a figure's words commit to, at their widest and as an ordinary reader takes them."""
    widest, sharp = _meaning(figure, convention)
    unit = figure.amount.unit
    text = interval(widest, unit)
    if sharp != widest:
        text += f" at the widest, {interval(sharp, unit)} as most readers take it"
    return f"{text}, for each {figure.amount.per}" if figure.amount.per else text


def _meaning(figure: Figure, convention: Convention) -> tuple[Interval, Interval]:
    """Give both readings of a figure. A count of whole things is shown in whole things."""
    amount = figure.amount
    meaning = amount_meaning(amount, convention=convention)
    if amount.kind != "count" or amount.per:
        return meaning.charitable, meaning.sharp
    return whole(meaning.charitable), whole(meaning.sharp)


def answer(given: Answer) -> str:
    """Write the bounds of something asked."""
    ends = (None if end is None else Fraction(str(end)) for end in (given.low, given.high))
    return f"{formula(given.ask)}: {interval(Interval(*ends))}"
