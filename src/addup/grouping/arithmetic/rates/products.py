"""So much each, of how many, and in all, told anywhere in a report and in units that turn into each other.

"8,400 bags of 50 kilos each" and, two paragraphs on, "these 210 tonnes"; "the 600 km used 280 litres", "30
litres per 100 kilometres". Units, nouns and the one sentence that two of the three share link them, and
nothing else. So all that might be meant is given: only where one count and one total come near, and none
fits, is anything wrong.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from functools import cache

from addup.grouping.arithmetic.beside import are_one_noun, is_one_of, is_told, value
from addup.grouping.arithmetic.rates.apart import holds_more, is_compared
from addup.grouping.arithmetic.rates.each import Rate
from addup.grouping.arithmetic.rates.each_of import LEAST, PER, EachOf, is_named, times_of_day, ways_of_each
from addup.grouping.arithmetic.sizes import size_of, size_of_noun, work_of
from addup.grouping.nouns import is_person
from addup.grouping.patterns import phrase
from addup.grouping.tables import table
from addup.records import Amount, Figure, Reading, Span

_PLAIN = ("exact", "about")
_ALL_OF = re.compile(r"\b(?:in|over|during|for|throughout|all|whole of|entire) $", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d\d")
_DAYS_OF_MONTH = {f"{month:02}": monthrange(2025, month)[1] for month in range(1, 13)}
_ABOUT = timedelta(days=40)
"""Days of a "that week" are easily read as those of the next."""
_MORE = re.compile(r"\b(?:more|further|additional|extra|other|another|fewer|new)\b(?! than)")
"""What tells of some beside those that there were: "ten more teams"."""
_BOTH_WAYS = re.compile(r"[^.,;]{0,12} (?:in each direction|each way|either way|both ways)\b")
_NEXT = re.compile(r"[,;] (?:and|but) (?:has|have|had|is|was|will)\b|\bwhile\b|\bwhereas\b")
_LARGER = 1.5
"""What all have is at least so many times what each has: else the two are of something else."""


@dataclass(frozen=True, slots=True)
class Product:
    """So much each, times how many: `factor` turns their product into the unit of the total."""

    rate: Rate
    count: Figure
    total: Figure
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Products:
    """What so much each may come to.

    `linked` are products whose words say so, those of `whole` with a word that says it of all, and `others`
    any that might be meant.
    """

    linked: tuple[Product, ...]
    whole: tuple[Product, ...]
    others: tuple[Product, ...]


def products_told(reading: Reading) -> Iterator[Products]:
    """Find what so much each may come to by the counts and the totals of a report."""
    text = reading.document.text
    told = [figure for figure in reading.figures if is_told(figure) and value(figure) > 0]
    rates = list(ways_of_each(told, reading))
    divisors = [one for one in told if _is_divisor(one, text)]
    apart = {
        (each.rate.figure.id, each.rate.noun) for each in rates if each.rate.told == "each" or each.times != 1
    }
    alike = {each.rate.figure: _products(each, told, divisors, reading) for each in rates}
    for each in rates:
        mine = alike[each.rate.figure]
        linked = [
            one
            for one in mine
            if one.total not in divisors and not _is_rate(one, apart) and _is_linked(one, reading)
        ]
        if linked:
            others = (one for other in rates if _are_alike(each, other) for one in alike[other.rate.figure])
            whole = tuple(one for one in linked if _is_whole(one, text))
            yield Products(tuple(linked), whole, tuple(one for one in others if not _is_of_before(one, text)))


def _is_rate(one: Product, apart: Set[tuple[str, str | None]]) -> bool:
    """Tell whether a total is itself so much each; what every picker earns may be of 50 hours."""
    return bool({(one.total.id, one.rate.noun), (one.total.id, None)} & apart)


def _is_divisor(figure: Figure, text: str) -> bool:
    return PER.search(text[figure.sentence[0] : figure.span.start]) is not None


def _are_alike(one: EachOf, other: EachOf) -> bool:
    """Tell whether two rates are of one unit, so that what fits one was perhaps said of the other."""
    return one.size.dimension == other.size.dimension


def _products(
    each: EachOf, told: Sequence[Figure], apart: Sequence[Figure], reading: Reading
) -> list[Product]:
    """Give the products of a rate with all counts and totals that may be meant; `apart` count nothing."""
    spells = _spells_implied(told, reading) if each.rate.noun in times_of_day() else []
    counts = [
        (one, many) for one in (*told, *spells) if one not in apart and (many := _many(one, each)) is not None
    ]
    totals = [(one, whole) for one in told if (whole := _in_all(one, each)) is not None]
    return [
        Product(each.rate, count, total, many * each.times * each.size.base / whole)
        for count, many in counts
        for total, whole in totals
        if count is not total and _is_larger(total, whole, each) and _are_of_one_time(count, total, each)
    ]


def _spells_implied(told: Sequence[Figure], reading: Reading) -> Iterator[Figure]:
    """Give of how long a sentence tells a total, where no number says so: "over the year", "in June"."""
    text = reading.document.text
    for sentence in dict.fromkeys(one.sentence for one in told):
        for found in _whole_spell().finditer(text, *sentence):
            span = Span(found["unit"], found.start("unit"), found.end("unit"))
            yield _spell(span, span.text.lower(), 1, sentence)
        for time in reading.times:
            days = _DAYS_OF_MONTH.get((time.value or "")[5:]) if _MONTH.fullmatch(time.value or "") else None
            is_all = _ALL_OF.search(text[sentence[0] : time.span.start])
            if days and is_all and sentence[0] <= time.span.start < sentence[1]:
                yield _spell(time.span, "day", days, sentence)


def _spell(span: Span, unit: str, number: int, sentence: tuple[int, int]) -> Figure:
    amount = Amount(span, span, number, number, "exact", "duration", unit)
    return Figure(id="", span=span, amount=amount, sentence=sentence)


@cache
def _whole_spell() -> re.Pattern[str]:
    units = r"(?P<unit>year|month|week)\b(?! (?:ago|before|earlier|to|of))"
    return re.compile(
        rf"\b(?:(?:over|for|during|through|throughout) (?:the|a|one)(?: whole| full| entire)?"
        rf"|in (?:the|a|one) (?:whole|full|entire)) {units}",
        re.IGNORECASE,
    )


def _are_of_one_time(count: Figure, total: Figure, each: EachOf) -> bool:
    """Tell whether what there is so often a day comes to what is told of a day: "six trips a day"."""
    per = count.amount.per
    return per is None or (
        per in times_of_day() and each.rate.figure.amount.per != per and total.amount.per in (None, per)
    )


def _is_larger(total: Figure, whole: Fraction, each: EachOf) -> bool:
    if work_of(each.rate.figure) is not None or each.rate.noun in times_of_day():
        return True  # half an hour at 120 kilometres an hour
    return value(total) * whole > _LARGER * value(each.rate.figure) * each.size.base * each.times


def _many(figure: Figure, each: EachOf) -> Fraction | None:
    """Tell of how many units of the noun of a rate one of a count is, if it may say how many there are."""
    noun, amount = each.rate.noun, figure.amount
    if figure is each.rate.figure or figure.change is not None:
        return None
    unit = size_of_noun(noun) if noun else None
    if unit is not None:
        size = size_of(figure) if amount.kind != "count" else None
        return size.base / unit.base if size is not None and size.dimension == unit.dimension else None
    is_whole = (
        amount.kind == "count" and amount.unit is None and value(figure) >= LEAST and not value(figure) % 1
    )
    counts = figure in each.of if noun is None else is_whole and _counts(figure, noun)
    return Fraction(1) if counts and is_whole else None


def _counts(figure: Figure, noun: str) -> bool:
    """Tell whether a figure counts what a noun names; a head is anybody's, if people are named."""
    if noun in table("arithmetic")["each"]["heads"]:
        return figure.counted is not None and is_person(figure.counted.head) and is_named(figure)
    return is_one_of(figure, noun) or _are_persons(figure, noun)


def _are_persons(figure: Figure, noun: str) -> bool:
    return figure.counted is not None and is_person(noun) and is_person(figure.counted.head)


def _in_all(figure: Figure, each: EachOf) -> Fraction | None:
    """Tell how much of the base unit of a rate one of an amount is, if that may be of all."""
    rate, size = each.rate, size_of(figure)
    if figure is rate.figure or size is None or figure in each.of or figure.change is not None:
        return None
    per = rate.figure.amount.per
    if figure.amount.per is not None and per is not None and figure.amount.per not in times_of_day():
        return None
    if figure.amount.per is not None and figure.amount.per == per:
        return None
    mine, its = rate.figure.amount, figure.amount
    if mine.kind == "count" and its.kind == "count":
        alike = size.dimension == each.size.dimension or _are_of_one(rate.figure, figure)
        alike = alike or (rate.noun is not None and _are_people(rate.figure, figure))
        is_of_average = rate.told == "average" and is_named(figure) and _is_nameless(rate.figure)
        return Fraction(1) if alike or is_of_average else None
    if size.dimension == each.size.dimension:
        return size.base
    same_word = mine.unit_text is not None and mine.unit_text == its.unit_text
    return each.size.base if same_word and mine.kind == "money" else None


def _is_nameless(figure: Figure) -> bool:
    """Tell whether an amount says no more than that people were counted: "an average of 14,200 a game"."""
    return figure.counted is None or is_person(figure.counted.head)


def _are_people(one: Figure, other: Figure) -> bool:
    """Tell whether both count people, by any noun: "85 people per square kilometre", "27,200 inhabitants"."""
    return all(figure.counted is not None and is_person(figure.counted.head) for figure in (one, other))


def _are_of_one(one: Figure, other: Figure) -> bool:
    return bool(one.counted and other.counted and are_one_noun(one.counted.head, other.counted.head))


def _is_linked(one: Product, reading: Reading) -> bool:
    """Tell whether words link the three of a product, and none says that one is of others."""
    text, total = reading.document.text, one.total
    return (
        _are_together(one)
        and _are_of_one_period(one)
        and total.amount.bound in _PLAIN
        and one.count.amount.bound in _PLAIN
        and not holds_more(total, text)
        and not any(_MORE.search(figure.span.text) for figure in (total, one.count))
        and not any(is_compared(figure, text) for figure in (total, one.count))
        and not any(_supposed().search(text, *figure.sentence) for figure in (one.rate.figure, total))
        and not _BOTH_WAYS.match(text, one.count.span.end)
        and not _has_its_own(one, reading)
        and not _is_apart(total, one.rate.figure, text)
    )


def _are_of_one_period(one: Product) -> bool:
    """Tell whether nothing says that the three are of different times, or one alone is a plan."""
    rate, count, total = one.rate.figure, one.count, one.total
    if total.stance == "expected" and "expected" not in (count.stance, rate.stance):
        return False
    return not any(figure.period.meets(total.period, slack=_ABOUT) is False for figure in (count, rate))


def _are_together(one: Product) -> bool:
    """Tell whether two of the three share a sentence, or those counted bear the noun of the rate."""
    rate, count, total, noun = one.rate.figure, one.count, one.total, one.rate.noun
    if noun in times_of_day():
        if count.amount.per is not None:  # "14 crowns an hour", "50 hours a week", "700 crowns a week"
            return count.amount.per == total.amount.per
        return count.sentence == total.sentence or (
            count.sentence == rate.sentence and one.rate.told != "each"
        )
    if (
        noun is not None
        and count.counted is not None
        and is_named(count)
        and are_one_noun(count.counted.head, noun)
    ):
        return True
    return count.sentence in (rate.sentence, total.sentence)


def _has_its_own(one: Product, reading: Reading) -> bool:
    """Tell whether the sentence of a total tells itself how much each has."""
    rate = one.rate.figure
    if rate.sentence == one.total.sentence or rate.amount.per is None:
        return False
    return any(
        figure.amount.per == rate.amount.per
        for figure in reading.figures
        if figure.sentence == one.total.sentence
    )


def _is_apart(total: Figure, rate: Figure, text: str) -> bool:
    """Tell whether a total stands in a clause before so much each: "has raised 4, and has ordered"."""
    return total.sentence == rate.sentence and _NEXT.search(text, total.span.end, rate.span.start) is not None


def _is_whole(one: Product, text: str) -> bool:
    """Tell whether a word says that the total is all of it."""
    return phrase(*table("arithmetic")["products"]["whole"]).search(text, *one.total.sentence) is not None


def _is_of_before(one: Product, text: str) -> bool:
    """Tell whether a total is of another time than so much each: "against 3.2 million last year"."""
    is_beside = one.total.sentence == one.rate.figure.sentence  # "against 540 million, 2 crowns a share"
    return not is_beside and one.total.period.known and is_compared(one.total, text)


@cache
def _supposed() -> re.Pattern[str]:
    return phrase(*table("arithmetic")["products"]["supposed"])
