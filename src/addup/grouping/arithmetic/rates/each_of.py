"""So much each, however it is told: "30 litres per 100 kilometres", "in each of them 36 bottles".

Beside the words that `each` knows, an amount is one of each by the noun that it stands with and that the
report counts ("2,500 parcels", "a parcel of 18 kilos"), by "each" before it, by what all of some got, and
by a price at which everything is sold. Power is so much work in each hour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from addup.grouping.arithmetic.beside import are_one_noun, value
from addup.grouping.arithmetic.rates.each import Rate, rate_of
from addup.grouping.arithmetic.sizes import Size, size_of, size_of_noun, work_of
from addup.grouping.patterns import alternatives, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

PER = re.compile(r",? (?:per|for every|for each) $")
"""What stands between an amount and so many that it is for."""
_FEW = 12
LEAST = 2
_HOLDS = re.compile(r"\b([a-z]{3,}) of (?:exactly |only |just )?[$€£]?$")
_BEHIND = re.compile(
    r"(?: [a-z-]+){0,4}? (?:in|on|at|for|to|with|aboard|per|from) (?P<each>each|every|an?)(?: single)?"
    r" (?P<noun>[a-z-]{3,})"
)
_SOON = 60


@dataclass(frozen=True, slots=True)
class EachOf:
    """So much each with the size of its unit; `of` are those of whom each has it, where words name them."""

    rate: Rate
    size: Size
    times: Fraction
    of: tuple[Figure, ...]


def ways_of_each(told: Sequence[Figure], reading: Reading) -> Iterator[EachOf]:
    """Find what each has in a report, by the words around it, and of whom."""
    for figure in told:
        if (
            figure.amount.kind in ("share", "age")
            or figure.change is not None
            or figure.amount.bound == "min"
        ):
            continue
        found = _powered(figure) or _per_so_many(figure, told, reading) or _worded(figure, told, reading)
        if found is not None:
            yield found


def _powered(figure: Figure) -> EachOf | None:
    """Give how much power comes to in each hour, at most."""
    work = work_of(figure)
    return EachOf(Rate(figure, "hour", "most"), work, Fraction(1), ()) if work is not None else None


def _worded(figure: Figure, told: Sequence[Figure], reading: Reading) -> EachOf | None:
    """Give so much each by its own words, or by those that lead to it."""
    size, text = size_of(figure), reading.document.text
    if size is None:
        return None
    named = _of_each_named(figure, told, reading)
    if named is not None:
        return EachOf(named, size, Fraction(1), ())
    led = _led_by_each(figure, told, text)
    if led is not None:
        return EachOf(Rate(figure, led[0], "each"), size, Fraction(1), led[1])
    rate = _daily(figure, text) or rate_of(figure, reading)
    if rate is not None and _lacks_unit(rate):
        return None
    if rate is not None and not text[figure.span.end :].startswith((" each of ", ", each of ")):
        return EachOf(rate, size, Fraction(1), () if rate.noun else tuple(_before(figure, told)))
    return _of_all(figure, told, size, text) or _priced(figure, told, size, text)


def _of_each_named(figure: Figure, told: Sequence[Figure], reading: Reading) -> Rate | None:
    """Give so much of each of what a noun beside it names and the report counts.

    "180 cars on each crossing", "an average of 22 children in a class", "a parcel of 18 kilos": with "a",
    only of an average or of what holds as much.
    """
    text = reading.document.text
    if figure.amount.kind == "count" and not is_named(figure):
        return None
    words = table("arithmetic")["each"]
    holds = _HOLDS.search(text[figure.sentence[0] : figure.amount.number.start])
    if holds is not None and holds[1] not in words["amounts"] and _is_counted(holds[1], figure, told):
        is_plural = holds[1].endswith("s")
        if is_plural or phrase(*words["every"], *words["each"]).search(text, *figure.sentence):
            return Rate(figure, holds[1], "each")
    behind = _BEHIND.match(text[figure.amount.number.end : figure.sentence[1]])
    if behind is None or not _is_counted(behind["noun"], figure, told):
        return None
    lead = text[figure.sentence[0] : figure.amount.number.start]
    is_average = phrase(*table("arithmetic")["each"]["average"]).search(lead) is not None
    if not is_average and behind["each"] in ("a", "an"):
        return None
    is_most = phrase(*table("arithmetic")["products"]["room"]).search(lead) is not None
    return Rate(figure, behind["noun"], "most" if is_most else "average" if is_average else "each")


def _is_counted(noun: str, figure: Figure, told: Sequence[Figure]) -> bool:
    return any(
        one is not figure
        and one.amount.kind == "count"
        and one.counted is not None
        and are_one_noun(one.counted.head, noun)
        and value(one) >= LEAST
        for one in told
    )


def _per_so_many(figure: Figure, told: Sequence[Figure], reading: Reading) -> EachOf | None:
    """Give so much per so many: "30 litres per 100 kilometres"."""
    text, size = reading.document.text, size_of(figure)
    for other in told:
        if size is not None and other.span.start > figure.span.end and other.sentence == figure.sentence:
            divisor = size_of(other)
            if not PER.fullmatch(text[figure.span.end : other.span.start]) or divisor is None:
                return None
            noun = other.amount.unit or (other.counted.head.lower() if other.counted else None)
            times = Fraction(1) / Fraction(str(value(other)))
            return EachOf(Rate(figure, noun, "average"), size, times, ())
    return None


def _lacks_unit(rate: Rate) -> bool:
    """Tell whether what there is so much of stands elsewhere: "an average of 180 per passenger", of euros."""
    figure, per = rate.figure, rate.figure.amount.per
    is_mere = figure.amount.kind == "count" and not is_named(figure)
    return (
        is_mere
        and per is not None
        and per not in [*times_of_day(), *table("arithmetic")["each"]["occasions"]]
    )


def is_named(figure: Figure) -> bool:
    """Tell whether what is counted stands beside its number."""
    return figure.counted is not None and figure.counted.text in figure.span.text


def _daily(figure: Figure, text: str) -> Rate | None:
    """Give what is told of each day, week or year by an adverb or by "every": "a daily average of 6,300"."""
    lead = text[figure.sentence[0] : figure.span.start]
    found = _adverbs().match(lead) or _every_day().match(lead)
    if found is None:
        return None
    noun = table("arithmetic")["products"]["adverbs"].get(found[1].lower(), found[1])
    return Rate(figure, noun, "average")


@cache
def _adverbs() -> re.Pattern[str]:
    adverbs = alternatives(table("arithmetic")["products"]["adverbs"], any_case=True)
    return re.compile(rf"(?s:.*)\b({adverbs}) (?:average|mean) [^.;:\d]{{0,20}}$")


@cache
def _every_day() -> re.Pattern[str]:
    words = alternatives(table("arithmetic")["products"]["each"], any_case=True)
    return re.compile(
        rf"(?s:.*)\b(?:{words}) (?:single )?({alternatives(times_of_day())})\b[^.;:\d]{{1,{_SOON}}}$"
    )


def _led_by_each(
    figure: Figure, told: Sequence[Figure], text: str
) -> tuple[str | None, tuple[Figure, ...]] | None:
    """Give those of whom each has as much, where "each" leads to it: "in each of the boxes 36 bottles"."""
    start = figure.sentence[0]
    found = _each_before().match(text[start : figure.amount.number.start])
    if figure.amount.kind == "count" and not is_named(figure):
        return None
    if found is None or size_of_noun(found["noun"] or ""):
        return None
    between = [one for one in told if start + found.start(1) < one.span.start < figure.span.start]
    if between:  # "each of the 96 bags contained 18 bricks"
        named = between[0]
        is_of = (
            text[start + found.start(1) : named.span.start]
            .lower()
            .endswith((" of the ", " of its ", " of these "))
        )
        return (None, (named,)) if is_of and len(between) == 1 else None
    if found["noun"] and _is_counted(found["noun"], figure, told):
        return found["noun"], ()
    return None, tuple(one for one in _before(figure, told) if one.span.end <= start + found.start(1))


@cache
def _each_before() -> re.Pattern[str]:
    words = alternatives(table("arithmetic")["products"]["each"], any_case=True)
    return re.compile(
        rf"(?s:.*)\b({words})(?: one)?(?: of (?:the|these|those|its|their|them))?"
        rf"(?: (?P<noun>[a-z-]{{3,}}))?[^.;:,]{{0,{_SOON}}}$"
    )


def _before(figure: Figure, told: Sequence[Figure]) -> list[Figure]:
    """Give the counts that stand before an amount in its sentence: "8,400 bags of 50 kilos each"."""
    return [
        one
        for one in told
        if one.sentence == figure.sentence
        and one.span.end <= figure.span.start
        and one.amount.kind == "count"
    ]


def _of_all(figure: Figure, told: Sequence[Figure], size: Size, text: str) -> EachOf | None:
    """Give a few things that all of some got: "all 18,000 children got two doses"."""
    if figure.amount.kind != "count" or not LEAST <= value(figure) <= _FEW or not is_named(figure):
        return None
    before = _before(figure, told)
    if len(before) != 1 or re.search(
        r"[,;:]|\b(?:and|but|who|which)\b", text[before[0].span.end : figure.span.start]
    ):
        return None
    if not re.search(r"\b(?:[Aa]ll|[Ee]very one)(?: of)?(?: the| its)? $", text[: before[0].span.start]):
        return None
    return EachOf(Rate(figure, None, "each"), size, Fraction(1), (before[0],))


def _priced(figure: Figure, told: Sequence[Figure], size: Size, text: str) -> EachOf | None:
    """Give what everything sold for: "1,850 tickets were sold, all at the same price of 12 pounds"."""
    words = table("arithmetic")["products"]["price"]
    lead = text[figure.sentence[0] : figure.span.start]
    last = max((one.end() for one in phrase(*words).finditer(lead)), default=0)
    if figure.amount.kind != "money" or not last or len(lead) - last > len(" of exactly "):
        return None
    return EachOf(Rate(figure, None, "each"), size, Fraction(1), tuple(_before(figure, told)))


def times_of_day() -> Sequence[str]:
    """Give the nouns of times of which so much may be told of each."""
    times: Sequence[str] = table("arithmetic")["products"]["times"]
    return times
