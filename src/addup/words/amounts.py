"""Amounts in words, as account files and records have them, read into the two intervals."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from addup.errors import AddupError
from addup.records import Amount, Bound
from addup.words.hedges import Convention, Interval, Meaning, bound_of, hedged, phrases, times, vague
from addup.words.numbers import Number, read_number

HEDGE_OF_BOUND = {"exact": "plain", "about": "about", "min": "at least", "max": "up to"}


class AmountError(AddupError):
    """An amount in words that cannot be read."""


def read_amount(
    amount: str | int | float,
    *,
    unit: str | None = None,
    bound: Bound | None = None,
    convention: Convention = "plain",
) -> Meaning:
    """Read an amount such as "more than 100,000", "several hundred" or "15 to 20".

    `unit` is the unit of the report ("%", a currency, a measure), None for a count of things. `bound`
    speaks for the hedge where the words have none.

    Raises AmountError if something is left over that is neither a hedge nor a number.
    """
    text = _normal(str(amount))
    meaning = _range(text) or _worded(text, unit, convention) or _hedged(text, unit, bound, convention)
    if meaning is None:
        raise AmountError(
            f"the amount {str(amount)!r} is not understood; write a number with at most one hedge, "
            "such as 'about 16,000', 'more than 200', '15 to 20' or 'several'"
        )
    return meaning


@lru_cache(maxsize=1 << 16)  # the same few amounts are held against each other over and over
def figure_meaning(
    *,
    low: float | None,
    high: float | None,
    bound: Bound,
    unit: str | None = None,
    hedge: str | None = None,
    number: str | None = None,
    convention: Convention = "plain",
) -> Meaning:
    """Give both intervals of a figure that was read from a text.

    `low`, `high`, `bound`, `unit` and `hedge` are the fields of the figure's amount (`addup.records.Amount`),
    `number` the words of its number, which "dozens" and the like need.
    """
    if bound == "range":
        ends = Interval(_exact(low), _exact(high))
        return Meaning(ends, ends, "range")
    if bound == "vague":
        return _vague_figure(low, high, number, unit, convention)
    value = _exact(high if bound == "max" else low)
    if value is None:
        value = _exact(low if bound == "max" else high)
    if value is None:
        return Meaning(Interval(None, None), Interval(None, None), bound)
    name = phrases("before").get(_normal(hedge)) or phrases("after").get(_normal(hedge)) if hedge else None
    if name is None or bound_of(name) != bound:
        name = HEDGE_OF_BOUND[bound]
    return hedged(value, name, whole=unit is None, rough=unit == "%" and _is_fraction(number))


def _is_fraction(number: str | None) -> bool:
    """Tell whether a share is said as a fraction in words: "a third", "three quarters"."""
    if number is None or any(sign.isdigit() for sign in number):
        return False
    read = read_number(number)
    return read is not None and read.fraction


def amount_meaning(amount: Amount, *, convention: Convention = "plain") -> Meaning:
    """Give both intervals of an amount as it was read from a text, or was turned into another unit since."""
    if (turned := amount.turned) is not None:
        return Meaning(Interval(*turned.charitable), Interval(*turned.sharp), amount.bound)
    return figure_meaning(
        low=amount.low,
        high=amount.high,
        bound=amount.bound,
        unit=amount.unit,
        hedge=amount.hedge,
        number=amount.number.text,
        convention=convention,
    )


def charitable(
    *, low: float | None, high: float | None, bound: Bound, unit: str | None = None, hedge: str | None = None
) -> Interval:
    """Give the widest interval that the words of a read figure allow (see `figure_meaning`)."""
    return figure_meaning(low=low, high=high, bound=bound, unit=unit, hedge=hedge).charitable


def sharp(
    *, low: float | None, high: float | None, bound: Bound, unit: str | None = None, hedge: str | None = None
) -> Interval:
    """Give the interval that an ordinary reader takes from a figure (see `figure_meaning`)."""
    return figure_meaning(low=low, high=high, bound=bound, unit=unit, hedge=hedge).sharp


def _exact(value: float | None) -> Fraction | None:
    """Take a float for the decimal that was written."""
    return None if value is None else Fraction(str(value))


def _normal(text: str) -> str:
    """Bring words to the form of the table: lower case, plain dashes, single spaces, no currency sign."""
    text = re.sub(r"[‐-―−]", "-", text.lower().strip())
    text = re.sub(r"[$€£¥]|\bper ?cent\b|%", " ", text)
    return re.sub(r"\s+", " ", text).strip()


def _vague_figure(
    low: float | None, high: float | None, number: str | None, unit: str | None, convention: Convention
) -> Meaning:
    words = _normal(number) if number else ""
    meaning = _worded(words, unit, convention)
    if meaning is not None:
        return meaning
    ends = Interval(_exact(low), _exact(high))
    return Meaning(ends, ends, "vague")


def _range(text: str) -> Meaning | None:
    """Read "between 15 and 20", "15 to 20", "15-20", "2 to 2.5 million"."""
    match = re.fullmatch(r"(?:between |from )?(.+?)(?: ?- ?| to | and )(.+)", text)
    if match is None or (" and " in match[0] and not match[0].startswith("between ")):
        return None
    low, high = read_number(match[1]), read_number(match[2])
    if low is None or high is None or low.value >= high.value or low.fraction != high.fraction:
        return None
    magnitude = re.search(r"[a-z]+$", match[2])
    if magnitude and not re.search(r"[a-z]", match[1]):
        shared = read_number(f"{match[1]} {magnitude[0]}")
        low = shared if shared and shared.value < high.value else low
    ends = Interval(_in_unit(low), _in_unit(high))
    return Meaning(ends, ends, "range")


def _in_unit(number: Number) -> Fraction:
    """Give a part of a whole as the percentage that it stands for."""
    return number.value * 100 if number.fraction else number.value


def _worded(text: str, unit: str | None, convention: Convention) -> Meaning | None:
    """Read "several", "dozens", "several hundred", "hundreds of thousands"."""
    share = unit == "%"
    meaning = vague(text, convention=convention, share=share)
    if meaning is not None:
        return meaning
    head, _, tail = text.rpartition(" ")
    factor = read_number(tail.removesuffix("s")) if tail.isalpha() and len(tail) > 2 else None
    words = _worded(head, unit, convention) if factor and factor.value >= 10 else None
    if factor is None or words is None:
        return None
    return times(words, factor.value)


def _hedged(text: str, unit: str | None, bound: Bound | None, convention: Convention) -> Meaning | None:
    """Read a number with at most one hedge before or behind it."""
    hedge, rest = _strip_hedge(text)
    number = read_number(rest)
    if number is None:
        return _worded(rest, unit, convention) if hedge else None
    if number.fraction and unit == "%":
        return hedged(number.value * 100, hedge or "fraction")
    name = hedge or HEDGE_OF_BOUND.get(bound or "exact", "plain")
    return hedged(number.value, name, whole=unit is None)


def _strip_hedge(text: str) -> tuple[str | None, str]:
    """Take a hedge off the text; None if there is none."""
    for phrase, hedge in phrases("before").items():
        if text.startswith(phrase) and not (phrase[-1].isalpha() and text[len(phrase) :][:1].isalpha()):
            return hedge, text[len(phrase) :].strip()
    for phrase, hedge in phrases("after").items():
        if text.endswith(phrase):
            return hedge, text[: -len(phrase)].strip()
    return None, text
