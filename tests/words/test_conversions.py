"""Units that turn into each other, and what an amount may be in the unit of another."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addup.records import Amount, Change, Counted, Figure, Span
from addup.words import amount_meaning
from addup.words.conversions import are_alike, in_unit, interval_in, scale_of, turns_into, value_in
from addup.words.hedges import Interval
from addup.words.tables import table

NUMBERS = st.fractions(min_value=0, max_value=10**9, max_denominator=1000)


def figure(
    value: float,
    unit: str,
    *,
    of: str | None = None,
    written: str | None = None,
    change: Change | None = None,
) -> Figure:
    """Measure so much of something."""
    span = Span(f"{value} {unit}", 0, 1)
    amount = Amount(span, span, value, value, "exact", "measure", unit, written)
    counted = Counted(of, of) if of else None
    return Figure(id="1", span=span, amount=amount, counted=counted, change=change, sentence=(0, 1))


def pairs() -> list[tuple[str, str]]:
    """Give all pairs of units of one dimension."""
    return [pair for rows in table("conversions").values() for pair in permutations(rows["units"], 2)]


def turned(value: float, unit: str, to: str, *, of: str | None = None, change: Change | None = None) -> float:
    """Give what so much of a unit is in another."""
    low = in_unit(figure(value, unit, of=of, change=change), scale_of(figure(1, to, of=of))).amount.low
    assert low is not None
    return low


def test_every_unit_of_the_table_is_one_that_reading_knows_and_has_an_origin() -> None:
    known = {row["name"] for row in table("units")["unit"]}
    for rows in table("conversions").values():
        assert rows["units"].keys() <= known
        assert all(row["origin"] for row in rows["units"].values())


def test_no_currency_and_no_stretch_of_time_is_converted() -> None:
    kinds = {row["name"]: row["kind"] for row in table("units")["unit"]}
    assert {kinds[unit] for rows in table("conversions").values() for unit in rows["units"]} == {"measure"}


@given(NUMBERS, st.sampled_from(pairs()), st.booleans())
def test_an_amount_turned_there_and_back_is_itself_or_lies_in_its_range(
    value: Fraction, pair: tuple[str, str], difference: bool
) -> None:
    one, other = (scale_of(figure(1, unit, of="gold wheat oil diamond")) for unit in pair)
    assert one is not None
    assert other is not None
    there = value_in(value, one, other, difference=difference)
    back = interval_in(there, other, one, difference=difference)
    assert back.low is not None
    assert back.high is not None
    assert back.low <= value <= back.high
    if one.least == one.most and other.least == other.most:
        assert back == Interval(value, value)


@pytest.mark.parametrize(
    ("value", "unit", "to", "is_so_much"),
    [
        (24_000, "acre", "hectare", 9712),
        (100, "square mile", "square kilometre", 259),
        (12, "mile", "kilometre", 19.31),
        (6, "foot", "metre", 1.829),
        (300, "pound", "kilogram", 136.1),
        (1.2, "gigawatt", "megawatt", 1200),
        (104, "degree Fahrenheit", "degree Celsius", 40),
        (0, "degree Celsius", "degree Fahrenheit", 32),
        (1013, "millibar", "hectopascal", 1013),
    ],
)
def test_units_turn_into_each_other(value: float, unit: str, to: str, is_so_much: float) -> None:
    assert turned(value, unit, to) == is_so_much


def test_a_rise_of_nine_degrees_fahrenheit_is_one_of_five_degrees_celsius() -> None:
    assert turned(9, "degree Fahrenheit", "degree Celsius", change="up") == 5


def test_a_ton_may_be_short_long_or_metric_unless_it_is_written_which() -> None:
    tonne = scale_of(figure(1, "tonne"))
    loose = in_unit(figure(1000, "ton", written="tons"), tonne).amount
    assert (loose.low, loose.high) == (907.2, 1016)
    short = in_unit(figure(1000, "ton", written="short tons"), tonne).amount
    assert short.low == short.high == 907.2


def test_a_gallon_may_be_american_or_british() -> None:
    litres = in_unit(figure(100, "gallon"), scale_of(figure(1, "litre"))).amount
    assert (litres.low, litres.high) == (378.5, 454.6)


def test_gold_is_weighed_in_troy_ounces() -> None:
    assert turned(1000, "ounce", "kilogram", of="gold") == 31.1
    assert turned(1000, "ounce", "kilogram", of="cheese") == 28.35


def test_barrels_are_of_oil_and_bushels_of_grain() -> None:
    assert turned(1000, "barrel", "litre", of="crude") == 159_000
    assert turned(1000, "bushel", "tonne", of="wheat") == 27.22
    assert turned(1000, "bushel", "tonne", of="maize") == 25.4
    assert scale_of(figure(1000, "barrel", of="beer")) is None
    assert scale_of(figure(1000, "bushel", of="fish")) is None


def test_an_amount_of_another_dimension_stays_as_it_is() -> None:
    acres = figure(24_000, "acre")
    assert in_unit(acres, scale_of(figure(1, "kilogram"))) is acres
    assert not are_alike(acres, figure(5, "mile"))
    assert are_alike(acres, figure(5, "hectare"))


def test_miles_turn_into_knots_only_by_the_hour() -> None:
    assert not turns_into(figure(5, "mile"), scale_of(figure(1, "knot")))


@pytest.mark.parametrize(
    ("value", "unit", "written", "to"),
    [
        (5000, "acre", 2000, "hectare"),
        (5000, "acre", 2020, "hectare"),
        (24_000, "acre", 9700, "hectare"),
        (24_000, "acre", 9712, "hectare"),
        (1, "mile", 2, "kilometre"),
        (3, "foot", 1, "metre"),
        (12, "mile", 19, "kilometre"),
        (100, "degree Fahrenheit", 38, "degree Celsius"),
    ],
)
def test_what_a_writer_makes_of_an_amount_in_another_unit_agrees_with_it(
    value: float, unit: str, written: float, to: str
) -> None:
    other = figure(written, to)
    allowed = amount_meaning(in_unit(figure(value, unit), scale_of(other)).amount).charitable
    own = amount_meaning(other.amount).charitable
    assert not (allowed.below(own))
    assert not (own.below(allowed))


def test_nobody_rounds_tonnes_to_make_them_kilograms() -> None:
    allowed = amount_meaning(in_unit(figure(25, "kilogram"), scale_of(figure(1, "tonne"))).amount).charitable
    assert allowed == Interval(Fraction("0.0245"), Fraction("0.0255"))
