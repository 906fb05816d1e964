"""Numbers in words, as far as times need them: "twenty-four", "two and a half", "nineteen ninety-six"."""

from __future__ import annotations

from unicodedata import numeric

from addup.reading.times.cascade import Rules, Words
from addup.reading.times.context import Context

numbers = Rules()
SCALES = (100, 1000, 1_000_000, 1_000_000_000)


@numbers.rule(
    "four", "century:cardinal hyphen? tens:cardinal hyphen? ones:cardinal", "century:cardinal tens:cardinal"
)
def spoken_year(context: Context, words: Words) -> int | None:
    """Read "nineteen ninety-six" and "twenty twelve" as years."""
    century, tens = words["century"].value, words["tens"].value
    ones = words["ones"].value if "ones" in words else 0
    if not (11 <= century <= 20 and 10 <= tens <= 90) or ones > 9 or (ones and tens < 20):
        return None
    return int(century * 100 + tens + ones)


@numbers.rule("ordinal", "tens:cardinal hyphen ones:ordinal")
def compound_ordinal(context: Context, words: Words) -> int | None:
    """Read "twenty-first" as 21."""
    return int(words["tens"].value + words["ones"].value)


@numbers.rule("quantity", "number scale:cardinal")
def scaled(context: Context, words: Words) -> float | None:
    """Read "2.5 million"."""
    scale = words["scale"].value
    return float(words["number"].value * scale) if scale in SCALES else None


@numbers.rule(
    "quantity",
    "a? one:cardinal (hyphen? two:cardinal (and? three:cardinal"
    "(hyphen? four:cardinal (and? five:cardinal)?)?)?)?",
)
def in_words(context: Context, words: Words) -> float | None:
    """Read a number in words by its places: "two hundred and ten"."""
    if "a" in words and words["one"].value not in SCALES:
        return None
    total = group = 0
    for label in ("one", "two", "three", "four", "five"):
        if label not in words:
            break
        value = words[label].value
        if value == 100:
            group = max(group, 1) * 100
        elif value in SCALES:
            total, group = total + max(group, 1) * value, 0
        else:
            group += value
    return float(total + group)


@numbers.rule("quantity", "number fraction", "fraction")
def with_fraction(context: Context, words: Words) -> float | None:
    """Read "2 1/2" and "2½"."""
    above, _, below = words["fraction"].value.partition("/")
    if below == "0":
        return None
    part = int(above) / int(below) if below else numeric(above)
    return float((words["number"].value if "number" in words else 0) + part)


@numbers.rule("quantity", "number hyphen? and hyphen? a hyphen? half", "number and one:number hyphen half")
def and_a_half(context: Context, words: Words) -> float:
    """Read "two and a half", "two-and-a-half", "two and one-half"."""
    return float(words["number"].value) + 0.5


@numbers.rule("some", "a? vague of? the?")
def vague(context: Context, words: Words) -> str:
    """Read "a few", "several", "hundreds of": how many is not said."""
    return "X"


@numbers.rule("quantity", "a couple of?", "couple of?", "number couple")
def couple(context: Context, words: Words) -> float:
    """Read "a couple of" and "two dozen"."""
    return float(words["couple"].value * (words["number"].value if "number" in words else 1))
