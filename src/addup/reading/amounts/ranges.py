"""Ranges: "between 15 and 20", "15-20 percent", "$3 million to $5 million"; and what only looks like one.

A change from one level to another ("from 40 to 52") is two amounts, a score or a vote no range at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.notations import counts, is_set_off, standing
from addup.reading.amounts.tables import either, table
from addup.reading.amounts.words_around import speaks_of_poll

_DASH = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r"-?\sto[\s-]|-to-|\still\s|\suntil\s")
_BETWEEN = re.compile(r"\bbetween\s(?:the ages of |about |roughly |around )?$", re.IGNORECASE)
# "make up 15% to 20% of the town", where nothing goes up
_MADE_UP = re.compile(r"\b(?:made|makes?|making) up\s(?:about |roughly |around |some )?$", re.IGNORECASE)
_OPENING = re.compile(r"\b(?:(?:anywhere )?(?:between|from)(?: the ages of)?)\s$", re.IGNORECASE)
# Two shares, of those for and those against: "a 42%-49% approval rating", "a 64%-27% lead".
_FOR_AND_AGAINST = re.compile(
    r"\s(?:[a-z]+\s){0,2}(?:approval|advantage|edge|favorab\w+|favourab\w+|lead|margin|majority|split|vote)\b"
)
_NEAR = 70  # characters over which a verb of change reaches a range
_FAR = 10  # "rose 23 to 12,340": a move and the level that it led to
_FAR_BEHIND_BY = 5  # "fell by 400,000 to 2.9 million"; "rose by 10 to 15" is one move
_NEAR_CHANGE = 8  # words before "by" in which the verb of change stands
_LOST = re.compile(r"\b(?:added|adding|lost|losing|shed|shedding) (?:another )?$")
# What moves a price by so much and to a level: "pushed up the price five pence to 720 pence".
_MOVED = re.compile(
    r"\b(?:bid|dr[io]v|forc|knock|mark|pull|push|sen[dt])[a-z]* (?:\w+ ){0,4}(?:up|down)"
    r"(?: (?!cost|that|worth)[\w'’.&-]+){0,6} $"
)
# How many of a smaller unit of time a larger one has.
_SMALLER: dict[tuple[str, str], int | Fraction] = {
    ("minute", "hour"): 60,
    ("hour", "day"): 24,
    ("day", "week"): 7,
    ("day", "month"): 30,
    ("week", "month"): Fraction(13, 3),
    ("week", "year"): 52,
    ("month", "year"): 12,
    ("year", "decade"): 10,
}
# "100,000, 200,000 or 250,000": others of a list, no range.
_LISTED_BEFORE = re.compile(r"\d(?: million| billion)?, $")
# "fell 50% to 75% below last year's": by how much something differs
_HELD_AGAINST = re.compile(r" (?:below|above|higher|less|lower|more)\b")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def read_range(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join two neighbouring numbers into a range, None if they are none."""
    numbers = {first.form, second.form} <= {"digits", "words", "fraction"}
    if not numbers or first.bound != "exact" or second.bound != "exact":
        return None
    gap = text[first.right : second.left]
    second = _in_smaller_unit(first, second)
    first = with_magnitude(text, first, second)
    if _DASH.fullmatch(gap) and _ends_in_thousands(text, first, second):  # "10-15,000"
        first = replace(first, low=first.value * 1000, high=first.value * 1000)
    if not _comparable(first, second, gap) or not _linked(text, gap, first, second):
        return None
    opening = _OPENING.search(text[max(0, first.left - 20) : first.left])
    return replace(
        first,
        left=first.left - (len(opening[0]) if opening else 0),
        end=second.end,
        right=max(second.right, second.end),
        low=_in_unit_of(first, second),
        high=second.high,
        bound="range",
        unit=second.unit or first.unit,
        unit_text=second.unit_text or first.unit_text,
    )


def _in_smaller_unit(first: Mention, second: Mention) -> Mention:
    """Give a length of time in the unit of a shorter one before it: "18 months to two years"."""
    if first.unit is None or second.unit is None:
        return second
    factor = _SMALLER.get((first.unit.name, second.unit.name))
    if factor is None or second.low is None or second.high is None:
        return second
    scaled = replace(second, low=second.low * factor, high=second.high * factor)
    return replace(scaled, unit=first.unit, unit_text=first.unit_text)


def _ends_in_thousands(text: str, first: Mention, second: Mention) -> bool:
    thousands = re.fullmatch(r"\d{1,3},000", text[second.start : second.end])
    return thousands is not None and first.value < 1000 and first.value * 1000 < second.value


def _comparable(first: Mention, second: Mention, gap: str) -> bool:
    """Whether two numbers are of one kind, the second above the first."""
    if first.value >= second.value or (first.form == "fraction") != (second.form == "fraction"):
        return False
    if first.unit is None or second.unit is None:
        return first.unit is None or first.unit.kind == "money" or gap == "-"
    return first.unit.name == second.unit.name


def _in_unit_of(first: Mention, second: Mention) -> Fraction | None:
    """Give the low end in the unit of the high one: "50 cents to $2"."""
    if first.unit is None or second.unit is None:
        return first.low
    return first.value * first.unit.factor / second.unit.factor


def _linked(text: str, gap: str, first: Mention, second: Mention) -> bool:
    """Tell whether the words between two numbers, and around them, make a range."""
    before = text[max(0, first.left - _NEAR) : first.left]
    if before.endswith(", from "):  # "an increase in the number of ..., from 70,000 to 85,000"
        before = text[max(0, first.left - 2 * _NEAR) : first.left]
    if re.fullmatch(r"\sand\s", gap):
        return _BETWEEN.search(before) is not None
    if re.fullmatch(r"\sor\s", gap):  # "two or three", "10 or 15": neighbours, not alternatives
        if _LISTED_BEFORE.search(before):
            return False
        near = second.value - first.value == 1 or second.value <= 2 * first.value
        return first.unit is None and near
    if _DASH.fullmatch(gap):
        for_and_against = first.unit is not None and _FOR_AND_AGAINST.match(text, second.right)
        if for_and_against or standing(text, first.start) is not None or _explains(text, gap, first, second):
            return False
        magnitude = _MAGNITUDE.search(text[second.start : second.end])
        has_unit = first.unit is not None or second.unit is not None or magnitude is not None
        between = _BETWEEN.search(before) is not None
        return first.form == second.form and (has_unit or between or counts(text, second.right))
    is_range = _BETWEEN.search(before) is not None or _MADE_UP.search(before) is not None
    return _TO.fullmatch(gap) is not None and (is_range or not _is_change(text, before, first, second))


def _explains(text: str, gap: str, first: Mention, second: Mention) -> bool:
    """Whether a dash with blanks sets the second number off: "fell to 12 – 40 per cent below normal"."""
    if not gap.startswith(" "):
        return False
    return is_set_off(text, first.start) or _HELD_AGAINST.match(text, second.right) is not None


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"\b{either(table('contexts')['change']['verbs'])}\b", re.IGNORECASE)


def _is_change(text: str, before: str, first: Mention, second: Mention) -> bool:
    """Whether "A to B" goes from one level to another: two figures, not a range."""
    sentence = _SENTENCE_END.split(before)[-1]
    if re.search(r"\bfrom\s$", sentence):
        return _change().search(sentence) is not None and not re.search(
            r"\b(?:anywhere|rang\w+) from $", sentence
        )
    own_units = first.unit is not None and second.unit is not None
    if own_units and _HELD_AGAINST.match(text, second.right):
        return False
    said_twice = own_units and first.unit_text == second.unit_text == "percent"
    if said_twice and speaks_of_poll(text):
        return True  # who is for and who against: "37 percent to 43 percent"; a range says the word once
    bare = second.unit is None and (first.unit is None or first.unit.kind == "money")
    moved_by = sentence.endswith(" by ")
    times = _FAR_BEHIND_BY if moved_by else _FAR
    far_apart = _scaled(second) >= times * _scaled(first)  # "added 1 cent to $1.43"
    far = bare and far_apart
    far = far or (moved_by and first.unit is None and bare and not counts(text, second.right))
    lost = (own_units or bare) and _LOST.search(sentence) is not None  # "lost $2.13 to $31.44"
    if far_apart and (lost or (own_units and _MOVED.search(sentence))):
        return True
    if far_apart and own_units and moved_by:  # "would raise spending by $26 billion to $573 billion"
        return _change().search(" ".join(sentence.split()[-_NEAR_CHANGE:])) is not None
    return (own_units or far) and _change().search(" ".join(sentence.split()[-2:])) is not None


_MAGNITUDE = re.compile(r"(?:hundred|thousand|million|billion|trillion|bn|mn|tn|[kKmMbB])$")
_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def _scaled(found: Mention) -> Fraction:
    """Give a number in its unit: cents as hundredths."""
    return found.value * (found.unit.factor if found.unit is not None else 1)


def scale_of(text: str, found: Mention) -> Fraction | None:
    """Give the magnitude that a number ends with, a million of "3.2 million"; None without one."""
    number = text[found.start : found.end]
    match = _MAGNITUDE.search(number)
    if match is None:
        return None
    mantissa = re.match(r"\d[\d.,]*", number)
    if mantissa is not None:
        written = Fraction(mantissa[0].rstrip(".").replace(",", ""))
        return found.value / written if written else None
    return Fraction(10 ** _POWERS[match[0]]) if match[0] in _POWERS else None


def with_magnitude(text: str, first: Mention, second: Mention) -> Mention:
    """Give "3" its million in "3 to 5 million"; not "500" in "500 to 2 million"."""
    bare = re.fullmatch(r"[\d.]+|[a-z]+", text[first.start : first.end].lower())
    scale = scale_of(text, second)
    if scale is None or bare is None or first.form not in ("digits", "words") or first.value >= 1000:
        return first
    scaled = first.value * scale
    return replace(first, low=scaled, high=scaled) if scaled < second.value else first
