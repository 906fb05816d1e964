"""Numbers that are one amount together: "5 feet 10", "two in three"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from addup.reading.amounts.left_out import give_units_left_out
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.notations import odds, outdone
from addup.reading.amounts.ranges import read_range
from addup.reading.amounts.units import Unit

_SHARE = Unit("%", "share")
_MINUTE = Unit("minute", "duration")
_HOURS = frozenset({"h", "hr", "hrs"})
_TIME = Unit("time", "measure")


def join(text: str, mentions: list[Mention], dated: frozenset[int]) -> list[Mention]:
    """Join what belongs together. `dated` has the starts of numbers that are (parts of) dates."""
    joined: list[Mention] = []
    for found in mentions:
        last = joined[-1] if joined else None
        together = None
        if last is not None and (last.start in dated) == (found.start in dated):
            together = (
                _said_again(text, last, found)
                or _of_one_percent(text, last, found)
                or _parts(text, last, found)
                or _ratio(text, last, found)
                or _to_one(text, last, found)
                or read_range(text, last, found)
            )
        if together is not None:
            joined[-1] = together
        else:
            joined.append(found)
    return give_units_left_out(text, joined, dated)


def _said_again(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join a vague number with the same word said again: "millions and millions"."""
    words = text[second.start : second.end].lower()
    again = first.form == second.form == "vague" and text[first.start : first.end].lower().endswith(words)
    if not again or text[first.end : second.start] not in {" and ", " upon "}:
        return None
    return replace(second, start=first.start, left=first.left)


def _of_one_percent(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join "one-half of 1 percent" into half a percent."""
    percent = second.unit is not None and second.unit.name == "%" and second.value == 1
    if (
        first.form != "fraction"
        or first.unit is not None
        or not percent
        or text[first.right : second.left] != " of "
    ):
        return None
    return replace(second, start=first.start, left=first.left, low=first.low, high=first.high)


# How many of the second unit make one of the first: "5 feet 10" is 70 inches.
_PARTS = {
    ("foot", "inch"): 12,
    ("yard", "foot"): 3,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}


def _parts(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join "5 feet 10", "6 ft 2 in", "2 hours 15 minutes", "12 dollars and 40 cents", in the smaller unit."""
    gap = text[first.right : second.left]
    if first.unit is None or first.unit.per or first.bound != "exact" or second.bound != "exact":
        return None
    if second.unit is None and first.unit.kind == "money":
        return _spoken_price(text, first, second, gap)
    if second.unit is None:
        bare = first.unit.name == "foot" and second.value < 12 and gap in (" ", "-")
        inches = re.compile(r"\s?(?:in|ins)\b\.?").match(text, second.end)
        right = inches.end() if inches else second.right
        return _sum(first, replace(second, right=right), 12, Unit("inch", "measure")) if bare else None
    if first.unit.kind == second.unit.kind == "money":
        whole = (
            first.unit.factor == 1 and "." not in text[first.start : first.end]
        )  # "2.10 euros, 30 cents more"
        cents = whole and second.unit.factor != 1 and re.fullmatch(r",? (?:and )?", gap)
        value = first.value + second.value * second.unit.factor
        joined = replace(first, end=second.end, right=second.right, low=value, high=value)
        return joined if cents else None
    minutes = first.unit_text in _HOURS and second.unit_text == "m" and not gap.strip()  # "2h 20m"
    unit = _MINUTE if minutes else second.unit
    scale = _PARTS.get((first.unit.name, unit.name))
    linked = scale is not None and re.fullmatch(r",?\s?|-|,?\sand\s", gap)
    return _sum(first, second, scale, unit) if scale is not None and linked else None


def _spoken_price(text: str, first: Mention, second: Mention, gap: str) -> Mention | None:
    """Join "15 dollars 50": the bare number is the hundredths."""
    named = first.right > first.end and first.unit is not None and first.unit.factor == 1
    ends = re.compile(r"[.,;:!?)]|$|\smore\b").match(text, second.right)
    if not named or not ends or gap not in (" ", " and ") or not 10 <= second.value <= 99:
        return None
    value = first.value + second.value / 100
    return replace(first, end=second.end, right=second.right, low=value, high=value)


def _sum(first: Mention, second: Mention, scale: int, unit: Unit) -> Mention:
    value = first.value * scale + second.value
    return replace(first, end=second.end, right=second.right, low=value, high=value, unit=unit)


_IN = re.compile(r" in | people in |-in-", re.IGNORECASE)
_THINGS_OUT_OF = re.compile(r" [a-z]+s out of (?:every )?")  # "four houses out of five"
# "one child in five was hungry", "one new home in five"; "one man in five cars" is no share
_ONE_IN = re.compile(r" (?:[a-z]+ )?[a-z]+ (?:in|out of) (?:every )?")
# What goes on behind the base, or a participle that tells of the thing: "one child in five born abroad".
_BEHIND_BASE = re.compile(
    r"[.,;:)!?]|\s*\Z|[ \t]*\r?\n[ \t]*\r?\n| (?!aged|hundred)[a-z]+ed(?! [a-z]+s\b)"
    r"| (?:aged|are|at|can|could|had|has|in|is|lacks?|lives?|may|now|of|on|over|said|says?|still"
    r"|there|under|was|were|who|will|would"
    r"|born|does|did|do|fails?|gets?|goes|go|gone|holds?|leaves?|lost|must|not|should|stands?|to)\b"
)
_OUT_OF = re.compile(r" (?:people )?(?:in every|in each|out of|out of every|out of each|of every) ")
# "177 out of every 100,000"; "166 out of 640" are two counts
_EACH = re.compile(r"\b(?:each|every) \Z")
_LARGEST_BASE = 1000
_FEW = 10
_POLLED = (10, 100)  # "eight of 10 voters" is a share; "10 of 12 victims" counts


def _ratio(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join "two in three", "eight out of 10", "177 out of every 100,000" into a share."""
    gap = text[first.right : second.left]
    numbers = {first.form, second.form} <= {"digits", "words"}
    if not numbers or first.unit or second.unit or not 0 < first.value < second.value:
        return None
    base = second.value
    said = (
        (_OUT_OF.fullmatch(gap) and (_EACH.search(gap) or _is_round_base(base) or _is_one_in(first, second)))
        or (_THINGS_OUT_OF.fullmatch(gap) and base <= _FEW)
        or ((first.value == 1 or base == _FEW) and _is_base(base) and _is_one_of_each(text, gap, second))
        or (_IN.fullmatch(gap) and (_is_base(base) or _is_one_in(first, second)))
        or (gap == " per " and re.fullmatch("1000+", str(base)))
        or (gap == " of " and base in _POLLED and first.value < base)
    )
    if not said:
        return None
    share = first.value / base * 100
    joined = replace(first, end=second.end, right=second.end, low=share, high=share)
    return replace(joined, unit=_SHARE, form="words")


def _to_one(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join "2-1" and "3-to-1" of those for and against a thing into so many times."""
    said = odds(text, first.start) or outdone(text, first.start)
    if said is None or second.end != said.end() or first.unit or first.value <= 1:
        return None
    return replace(first, end=second.end, right=second.end, unit=_TIME)


def _is_one_of_each(text: str, gap: str, base: Mention) -> bool:
    """Whether one thing is told of in so many: "one child in five was hungry"."""
    return _ONE_IN.fullmatch(gap) is not None and _BEHIND_BASE.match(text, base.right) is not None


def _is_one_in(first: Mention, second: Mention) -> bool:
    """Whether one in so many is told: "one in 45 children", not "one in 2015"."""
    return first.value == 1 and 1 < second.value <= _LARGEST_BASE


def _is_round_base(value: Fraction) -> bool:
    """Whether so many "out of" a number are a share of it, and not a count of so many that there are."""
    return (value <= max(_SMALL_BASES) and _is_base(value)) or re.fullmatch("1000*", str(value)) is not None


_SMALL_BASES = (12, 15, 20, 25, 50)


def _is_base(value: Fraction) -> bool:
    """Ratios are told per small number or per power of ten: 1 in 3, 2 in 5, 7 in 100,000."""
    return value <= 10 or value in _SMALL_BASES or re.fullmatch("[125]00+", str(value)) is not None
