"""So much each, held against how many there are and how much it is in all.

The three are matched by their unit and their noun, and prices, fines and crowds vary: so this is worth a
look and no conflict, is told only where the product is off by a clear margin, and not where any other numbers
of the report bear the amount out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from addup.account.arithmetic.clashing import Told, are_far, cite, meant
from addup.account.arithmetic.intervals import as_written, scaled, times
from addup.account.language.wording import amount, four_digits, number
from addup.grouping.arithmetic.beside import value
from addup.grouping.arithmetic.rates.each import Rate
from addup.grouping.arithmetic.rates.near import Each, each_told
from addup.grouping.arithmetic.rates.products import Product, Products, products_told
from addup.records import Figure, Finding, Grouping
from addup.words import Interval
from addup.words.hedges import half_of_last_digit

_ONE = Fraction(1)
_COUNTED = 100
"""So many things that each has were counted, and are no round number."""
_NEAR = 4
"""What only units and nouns bring together is of two things where it is further apart."""
_MARGIN = Fraction(8, 100)
"""So much of the larger one a product and a total may be apart, after rounding, before it is told."""
_DAYS = {"day": Fraction(1), "week": Fraction(7), "month": Fraction(61, 2), "year": Fraction(365)}


def each_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give the amounts of each that how many there are, and what they come to, do not bear out."""
    for reading in grouping.readings:
        told = [each for each in each_told(reading) if not _is_borne_out(each) and not _is_far(each)]
        for each in told:
            yield _told(each.rate, each.count, each.total, reading.document.id)
        shown = {one.total.id for one in told}
        for found in _likeliest(map(_only_one, products_told(reading))):
            if found.total.id not in shown:
                yield _told(found.rate, found.count, found.total, reading.document.id, found.factor)


def _likeliest(found: Iterable[Product | None]) -> Iterator[Product]:
    """Give of the rates that may have been meant for one total the one that comes nearest to it."""
    best: dict[str, Product] = {}
    for one in found:
        if one is not None and (one.total.id not in best or _apart(one) < _apart(best[one.total.id])):
            best[one.total.id] = one
    yield from best.values()


def _only_one(products: Products) -> Product | None:
    """Give the one product that comes near its total and does not fit; None where any other may be meant."""
    if any(_is_near(one) and _comes_to(one) for one in (*products.linked, *products.others)):
        return None
    near = [one for one in products.linked if _is_near(one)]
    near = [one for one in near if one.total.amount.per is None] or near
    if len({value(one.total) for one in near}) > 1:
        near = [one for one in near if one in products.whole]
    values = {(value(one.count), value(one.total)) for one in near}
    return near[0] if len(values) == 1 else None


def _comes_to(one: Product) -> bool:
    return _is_so_much(one.rate, meant(one.count), one.total, one.factor)


def _is_near(one: Product) -> bool:
    """Tell whether a product and a total are told of one thing, as far as their size says."""
    return _apart(one) < _NEAR


def _apart(one: Product) -> float:
    """Say how many times a product is its total, or the total the product."""
    product = value(one.rate.figure) * value(one.count) * float(one.factor)
    return max(product / value(one.total), value(one.total) / product)


def _is_far(each: Each) -> bool:
    product, whole = _product(each.rate, meant(each.count)), meant(each.total)
    return are_far(product.high or product.low, whole.low or whole.high)


def _is_borne_out(each: Each) -> bool:
    """Tell whether some count and some amount of the report fit so much each, or another of its rates."""
    if _fits(each.rate, each.count, each.total) or any(_fits_its_days(each.rate, one) for one in each.totals):
        return True
    return any(
        _fits(rate, count, total)
        for rate in each.rates
        for count in each.counts
        for total in each.totals
        if count is not total
        and (rate.figure is each.rate.figure or total is each.total or count is each.count)
    )


def _fits_its_days(rate: Rate, total: Figure) -> bool:
    """Tell whether so much a day comes to a total over the days that this is of: "in the whole month"."""
    days, first, last = _DAYS.get(rate.noun or ""), total.period.first, total.period.last
    if days is None or first is None or last is None:
        return False
    many = Fraction((last - first).days + 1) / days
    return _is_so_much(rate, Interval(many, many), total)


def _fits(rate: Rate, count: Figure, total: Figure) -> bool:
    return _is_so_much(rate, meant(count), total)


def _is_so_much(rate: Rate, many: Interval, total: Figure, factor: Fraction = _ONE) -> bool:
    """Tell whether so much each comes to a total, by so many."""
    product, whole = _product(rate, many, factor), meant(total)
    if rate.told == "most":
        return not _is_below(product, whole)
    return not (_is_below(product, whole) or _is_below(whole, product))


def _is_below(one: Interval, other: Interval) -> bool:
    """Tell whether an interval lies below another by a clear margin."""
    return one.high is not None and other.low is not None and one.high < other.low * (1 - _MARGIN)


def _product(rate: Rate, many: Interval, factor: Fraction = _ONE) -> Interval:
    return scaled(times(_of_each(rate), many), factor)


def _of_each(rate: Rate) -> Interval:
    """Give what each has: at most so much where nobody has more, an average to its last digit."""
    found = meant(rate.figure)
    if rate.told == "most":
        return Interval(Fraction(0), found.high if found.high is not None else found.low)
    is_small = found.low is not None and found.low < _COUNTED and rate.figure.amount.kind == "count"
    if found.low is not None and found.low == found.high and not (is_small and rate.told == "each"):
        spread = half_of_last_digit(found.low)
        return Interval(found.low - spread, found.low + spread)
    return found


def _told(each: Rate, count: Figure, total: Figure, document: str, factor: Fraction = _ONE) -> Finding:
    """Tell what so much each comes to, and what is told instead."""
    rate, unit = each.figure, total.amount.unit
    product = Interval(*(end and four_digits(end) for end in _product(each, meant(count), factor)))
    figures = sorted((rate, count, total), key=lambda figure: figure.span.start)
    most = "at most " if each.told == "most" else ""
    shown = Interval(product.high, product.high) if most else product
    rows = [f"{most}“{rate.span.text}” × “{count.span.text}” = {amount(shown, unit=unit)}"]
    if factor == 1:
        share = as_written(total) / as_written(count)
        rows.append(f"“{total.span.text}” ÷ “{count.span.text}” is about {number(four_digits(share), unit)}")
    found = cite(
        "tension",
        f"{most.capitalize()}“{rate.span.text}” for each of “{count.span.text}” comes to "
        f"{amount(shown, unit=unit)}, but “{total.span.text}” is told of all.",
        rows,
        [Told(document, figure) for figure in figures],
    )
    return replace(found, reports=tuple(id for id in found.reports if id))  # "the year" is no figure
