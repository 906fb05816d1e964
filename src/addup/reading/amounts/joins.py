"""Numbers that are one amount together: ranges, ratios, "5 feet 10"; and units said once for several."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.notations import counts
from addup.reading.amounts.units import Unit

_PARTS = {
    ("foot", "inch"): Fraction(1, 12),
    ("pound", "ounce"): Fraction(1, 16),
    ("hour", "minute"): Fraction(1, 60),
    ("minute", "second"): Fraction(1, 60),
}
_SHARE = Unit("%", "share")
_CHANGE = re.compile(
    r"\b(?:r[io]se|risen|rising|gr[eo]w|grown|growing|growth|increas\w+|f[ea]ll|fallen|falling|drop\w*|cut|cuts|cutting"
    r"|declin\w+|reduc\w+|rais\w+|climb\w*|jump\w*|soar\w*|surg\w+|tumbl\w+|plung\w+|plummet\w*|slump\w*|slip\w*|slid\w*"
    r"|expand\w*|shrink\w*|shrank|shrunk|lower\w*|boost\w*|improv\w+|narrow\w*|widen\w*|doubl\w+|went|go|goes|going|gone"
    r"|up|down|mov\w+|sw[iu]ng\w*|chang\w+|gain\w*|advanc\w+|slash\w*|trim\w*|swell\w*|ballooned|dwindl\w+|downgrad\w+)\b",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(r" to |-to-| till | until ")
_AND = re.compile(r" and ")
_OR = re.compile(r" or ")
_RATIO = re.compile(r"(?: (?:people )?(?:in|out of|of)(?: every| each)? |-in-| out of a )")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def join(text: str, mentions: list[Mention], dated: frozenset[int]) -> list[Mention]:
    """Join what belongs together. `dated` has the starts of numbers that are (parts of) dates."""
    joined: list[Mention] = []
    for found in mentions:
        last = joined[-1] if joined else None
        together = None
        if last is not None and (last.start in dated) == (found.start in dated):
            together = _parts(text, last, found) or _ratio(text, last, found) or _range(text, last, found)
        if together is not None:
            joined[-1] = together
        else:
            joined.append(found)
    return share_units(text, joined, dated)


def _parts(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join "5 feet 10", "6 ft 2 in", "2 hours 15 minutes", "12 dollars and 40 cents"."""
    gap = text[first.right : second.left]
    if first.unit is None or first.bound != "exact" or second.bound != "exact":
        return None
    if second.unit is not None and first.unit.kind == second.unit.kind == "money":
        if second.unit.factor == 1 or first.unit.factor != 1 or not re.fullmatch(r",? (?:and )?", gap):
            return None
        return _sum(first, second, second.value * second.unit.factor, second.end)
    unit = second.unit.name if second.unit else None
    if unit is None and first.unit.name == "foot" and second.value < 12 and re.fullmatch(r" ", gap):
        return _sum(first, second, second.value / 12, second.end)
    part = _PARTS.get((first.unit.name, unit or ""))
    if part is None or first.unit.per or not re.fullmatch(r",? |-| and ", gap):
        return None
    return _sum(first, second, second.value * part, second.end)


def _sum(first: Mention, second: Mention, more: Fraction, end: int) -> Mention:
    value = first.value + more
    return replace(first, end=end, right=second.right, low=value, high=value)


def _ratio(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join "two in three", "eight out of 10", "177 out of every 100,000" into a share."""
    gap = text[first.right : second.left]
    if not _RATIO.fullmatch(gap) or first.unit or second.unit or first.form == "vague":
        return None
    plain = (
        first.form in ("words", "digits") and second.form in ("words", "digits")
    ) and first.bound == "exact"
    loose = gap.strip() in ("in", "of", "people in")
    if not plain or not 0 < first.value < second.value or (gap.strip() == "of"):
        return None
    if loose and not _is_round_base(second.value):
        return None
    share = first.value / second.value * 100
    return replace(
        first, end=second.end, right=second.end, low=share, high=share, unit=_SHARE, form="fraction"
    )


def _is_round_base(value: Fraction) -> bool:
    """Ratios are told per small number or per power of ten: 1 in 3, 2 in 5, 7 in 100,000."""
    return (
        value <= 10
        or value in (12, 15, 20, 25, 30, 40, 50)
        or (value >= 100 and re.fullmatch("[125]0+", str(value)) is not None)
    )


def _range(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join "between 15 and 20", "15-20 percent", "$3 million to $5 million"."""
    gap = text[first.right : second.left]
    numbers = {first.form, second.form} <= {"digits", "words", "fraction"}
    if not numbers or first.bound != "exact" or second.bound != "exact":
        return None
    first = _with_magnitude(text, first, second)
    unit = second.unit or first.unit
    same = first.unit is None or second.unit is None or first.unit.name == second.unit.name
    if not same or first.value >= second.value or (first.form == "fraction") != (second.form == "fraction"):
        return None
    if second.unit is None and first.unit is not None and first.unit.kind != "money" and gap != "-":
        return None
    before = text[max(0, first.left - 70) : first.left]
    if not _links(text, before, gap, first, second):
        return None
    opening = re.search(r"\b(?:between|from|anywhere from|anywhere between)\s$", before, re.IGNORECASE)
    left = first.left - (len(opening[0]) if opening else 0)
    low = (
        first.low
        if unit is None or first.unit is None or unit.factor == first.unit.factor
        else first.value * first.unit.factor / unit.factor
    )
    return replace(
        first,
        left=left,
        end=second.end,
        right=max(second.right, second.end),
        low=low,
        high=second.high,
        bound="range",
        unit=unit,
        unit_text=second.unit_text or first.unit_text,
    )


def _links(text: str, before: str, gap: str, first: Mention, second: Mention) -> bool:
    """Tell whether the words between two numbers make them a range."""
    if _AND.fullmatch(gap):
        return re.search(r"\bbetween\s(?:about |roughly |around )?$", before, re.IGNORECASE) is not None
    if _OR.fullmatch(gap):
        return first.unit is None and (second.value - first.value == 1 or 2 * second.value <= 3 * first.value)
    if _DASH.fullmatch(gap):
        digits = first.form == second.form == "digits"
        return (digits or first.form == second.form) and (
            second.unit is not None or counts(text, second.right)
        )
    return _TO.fullmatch(gap) is not None and not _is_change(before, first, second)


def _is_change(before: str, first: Mention, second: Mention) -> bool:
    """Whether "A to B" goes from one level to another: two figures, not a range."""
    sentence = _SENTENCE_END.split(before)[-1]
    own_units = first.unit is not None and second.unit is not None
    if re.search(r"\bfrom\s$", sentence):
        return _CHANGE.search(sentence) is not None and not re.search(r"\brang\w+ from $", sentence)
    last_words = " ".join(sentence.split()[-2:])
    return own_units and _CHANGE.search(last_words) is not None


def _with_magnitude(text: str, first: Mention, second: Mention) -> Mention:
    """Give "3" its million in "3 to 5 million"."""
    number = text[second.start : second.end]
    match = re.search(r"(?:hundred|thousand|million|billion|trillion|bn|mn|tn|[kKmMbB])$", number)
    bare = re.fullmatch(r"[\d.]+|[a-z]+", text[first.start : first.end].lower())
    if match is None or bare is None or first.end != first.right or first.value >= 1000 or second.low is None:
        return first
    mantissa = re.match(r"[\d.]*\d", number)
    scale = second.low / Fraction(mantissa[0]) if mantissa else _scale_of(match[0])
    if scale is None or first.value * scale >= second.low:
        return first
    return replace(first, low=first.value * scale, high=first.value * scale)


def _scale_of(word: str) -> Fraction | None:
    powers = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
    return Fraction(10 ** powers[word]) if word in powers else None


_COORDINATION = re.compile(r",? (?:and|or|to|versus|against) |-? (?:and|or|to) |-(?:and|or|to)-|/")
_LIST_COMMA = re.compile(r"-?, ")


def share_units(text: str, mentions: list[Mention], dated: frozenset[int]) -> list[Mention]:
    """Give numbers without a unit the unit of the last of their row: "3, 4 and 5 percent"."""
    shared = list(mentions)
    in_row: set[int] = set()
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if first.unit is not None or second.unit is None or first.start in dated or first.form == "ordinal":
            continue
        gap = text[first.right : second.left]
        row = _COORDINATION.fullmatch(gap) or (index + 1 in in_row and _LIST_COMMA.fullmatch(gap))
        signed = second.left < second.start and second.unit.kind == "money"
        if row and not signed and first.form == second.form:
            in_row.add(index)
            first = _with_magnitude(text, first, second)
            shared[index] = replace(first, unit=second.unit, unit_text=second.unit_text)
    return shared
