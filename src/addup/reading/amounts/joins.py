"""Numbers that are one amount together ("5 feet 10", "two in three"), and units said once for several."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.ranges import read_range, with_magnitude
from addup.reading.amounts.units import Unit

_SHARE = Unit("%", "share")


def join(text: str, mentions: list[Mention], dated: frozenset[int]) -> list[Mention]:
    """Join what belongs together. `dated` has the starts of numbers that are (parts of) dates."""
    joined: list[Mention] = []
    for found in mentions:
        last = joined[-1] if joined else None
        together = None
        if last is not None and (last.start in dated) == (found.start in dated):
            together = _parts(text, last, found) or _ratio(text, last, found) or read_range(text, last, found)
        if together is not None:
            joined[-1] = together
        else:
            joined.append(found)
    return _share_units(text, joined, dated)


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
    if second.unit is None:
        bare = first.unit.name == "foot" and second.value < 12 and gap in (" ", "-")
        inches = re.compile(r"\s?(?:in|ins)\b\.?").match(text, second.end)
        right = inches.end() if inches else second.right
        return _sum(first, replace(second, right=right), 12, Unit("inch", "measure")) if bare else None
    if first.unit.kind == second.unit.kind == "money":
        cents = first.unit.factor == 1 and second.unit.factor != 1 and re.fullmatch(r",? (?:and )?", gap)
        value = first.value + second.value * second.unit.factor
        joined = replace(first, end=second.end, right=second.right, low=value, high=value)
        return joined if cents else None
    scale = _PARTS.get((first.unit.name, second.unit.name))
    linked = scale is not None and re.fullmatch(r",?\s?|-|,?\sand\s", gap)
    return _sum(first, second, scale, second.unit) if scale is not None and linked else None


def _sum(first: Mention, second: Mention, scale: int, unit: Unit) -> Mention:
    value = first.value * scale + second.value
    return replace(first, end=second.end, right=second.right, low=value, high=value, unit=unit)


_IN = re.compile(r" in | people in |-in-")
_OUT_OF = re.compile(r" (?:people )?(?:in every|in each|out of|out of every|out of each|of every) ")
_POLLED = (10, 100)  # "eight of 10 voters" is a share; "10 of 12 victims" counts


def _ratio(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join "two in three", "eight out of 10", "177 out of every 100,000" into a share."""
    gap = text[first.right : second.left]
    numbers = {first.form, second.form} <= {"digits", "words"}
    if not numbers or first.unit or second.unit or not 0 < first.value < second.value:
        return None
    base = second.value
    said = (
        _OUT_OF.fullmatch(gap)
        or (_IN.fullmatch(gap) and _is_base(base))
        or (gap == " of " and base in _POLLED and first.value < base)
    )
    if not said:
        return None
    share = first.value / base * 100
    joined = replace(first, end=second.end, right=second.end, low=share, high=share)
    return replace(joined, unit=_SHARE, form="words")


def _is_base(value: Fraction) -> bool:
    """Ratios are told per small number or per power of ten: 1 in 3, 2 in 5, 7 in 100,000."""
    return value <= 10 or value in (12, 15, 20, 25, 50) or re.fullmatch("[125]00+", str(value)) is not None


_COORDINATION = re.compile(r",? (?:and|or|to|versus|against) |-? (?:and|or|to) |-(?:and|or|to)-|/")
_LIST_COMMA = re.compile(r"-?, ")


def _share_units(text: str, mentions: list[Mention], dated: frozenset[int]) -> list[Mention]:
    """Give numbers without a unit the unit of the last of their row: "3, 4 and 5 percent"."""
    shared = list(mentions)
    in_row: set[int] = set()
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if first.unit is not None or second.unit is None or first.start in dated or first.form != second.form:
            continue
        gap = text[first.right : second.left]
        row = _COORDINATION.fullmatch(gap) or (index + 1 in in_row and _LIST_COMMA.fullmatch(gap))
        signed = second.left < second.start and second.unit.kind == "money"
        if row and not signed:
            in_row.add(index)
            scaled = with_magnitude(text, first, second)
            shared[index] = replace(scaled, unit=second.unit, unit_text=second.unit_text)
    return shared
