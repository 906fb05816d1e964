"""Units, money, ages and rates beside a number."""

import pytest

from amounts.reader import amounts, only

UNITS = [
    ("It weighs 500 pounds.", "measure", "pound", 500),
    ("It cost 5 million pounds.", "money", "GBP", 5_000_000),
    ("It cost £60.", "money", "GBP", 60),
    ("It cost 500 pounds sterling.", "money", "GBP", 500),
    ("It cost C$60.", "money", "CAD", 60),
    ("It cost A$60.", "money", "AUD", 60),
    ("It cost US$60.", "money", "USD", 60),
    ("It cost HK $60.", "money", "HKD", 60),
    ("It cost EUR50m.", "money", "EUR", 50_000_000),
    ("It cost RM23.50.", "money", "MYR", 23.5),
    ("It cost 60 Canadian dollars.", "money", "CAD", 60),
    ("It cost 60 rupees.", "money", "INR", 60),
    ("It cost 30 MUSD.", "money", "USD", 30_000_000),
    ("It cost 50 cents.", "money", "USD", 0.5),
    ("It cost 12 dollars and 40 cents.", "money", "USD", 12.4),
    ("It lost $-50.8bn.", "money", "USD", -50_800_000_000),
    ("It rose by 12 percent.", "share", "%", 12),
    ("It rose by 12 per cent.", "share", "%", 12),
    ("It rose by 1.38pc.", "share", "%", 1.38),
    ("It rose by 3 percentage points.", "share", "pp", 3),
    ("It rose by 110 basis points.", "measure", "basis point", 110),
    ("The index rose by 12 points.", "measure", "point", 12),
    ("The poll gave him a lead of 12 points.", "share", "pp", 12),
    ("It is 40 deg Celsius here.", "measure", "degree Celsius", 40),
    ("It is -5°C here.", "measure", "degree Celsius", -5),
    ("It is 48m from the quay.", "measure", "metre", 48),
    ("It is 17 km from town.", "measure", "kilometre", 17),
    ("It covers 311 square miles.", "measure", "square mile", 311),
    ("It covers 9 km² of land.", "measure", "square kilometre", 9),
    ("It holds 64GB of data.", "measure", "gigabyte", 64),
    ("She is 5 feet 10 tall.", "measure", "inch", 70),
    ("She is 5 ft 10 in tall.", "measure", "inch", 70),
    ('The pen is 10" long.', "measure", "inch", 10),
    ("It is a 24-hour strike.", "duration", "hour", 24),
    ("It lasted half an hour.", "duration", "hour", 0.5),
    ("It lasted a couple of years.", "duration", "year", 2),
    ("It is 2.6 times the old one.", "measure", "time", 2.6),
    ("It is twice as big.", "measure", "time", 2),
    ("They will double the fleet.", "measure", "time", 2),
    ("They met three times.", "count", None, 3),
    ("It cost 15 dollars 50.", "money", "USD", 15.5),
    ("A magnitude 6.1 quake struck.", "measure", "magnitude", 6.1),
    ("The notes are priced at 99.5 to yield well.", "measure", "point", 99.5),
    ("It is a 22-story tower.", "count", None, 22),
    ("The 12-strong jury left.", "count", None, 12),
    ("They pumped 500,000 barrels.", "measure", "barrel", 500_000),
]


@pytest.mark.parametrize(("text", "kind", "unit", "value"), UNITS)
def test_an_amount_has_its_kind_and_unit(text: str, kind: str, unit: str | None, value: float) -> None:
    amount = only(text)
    assert (amount.kind, amount.unit) == (kind, unit)
    assert amount.low == pytest.approx(value)


def test_a_closing_quotation_mark_is_no_inch() -> None:
    assert only('She said "we lost 10" and left.').kind == "count"


def test_units_said_once_hold_for_the_whole_row() -> None:
    found = amounts("The taxes are 3, 4 and 5 percent.")
    assert [(a.low, a.unit) for a in found] == [(3, "%"), (4, "%"), (5, "%")]


COMPARED = [
    ("The rate fell to 4.1 percent from 4.3.", "%"),
    ("Its profit rose to 30 million euros, up from 14 million.", "EUR"),
    ("The plot is 12 by 14 feet.", "foot"),
]


@pytest.mark.parametrize(("text", "unit"), COMPARED)
def test_a_unit_said_once_holds_for_both_sides_of_a_comparison(text: str, unit: str) -> None:
    assert [amount.unit for amount in amounts(text)] == [unit, unit]


def test_a_count_takes_no_unit_over_from_what_follows_it() -> None:
    assert amounts("He got 1,234 votes to her 1,101, or 52.9%.")[1].unit is None


RATES = [
    ("They sign 1,700 a day.", "day"),
    ("They pump 40 barrels per day.", "day"),
    ("He drove at 40 mph.", "hour"),
    ("It paid $6 a share.", "share"),
    ("It paid $6 per capita.", "person"),
    ("It paid $12 for each of the 5 shares.", "share"),
    ("There are four flights a week.", "week"),
    ("It saves $3 million in fuel a year.", "year"),
    ("The fund pays $2 million annually.", "year"),
    ("It opened 12 days ago.", None),
    ("They lost 12 men in a week.", None),
    ("It sold 12 boats a year earlier.", None),
]


@pytest.mark.parametrize(("text", "per"), RATES)
def test_an_amount_has_its_rate(text: str, per: str | None) -> None:
    assert amounts(text)[0].per == per


AGES = [
    ("A 25-year-old swimmer won.", 25, "year"),
    ("The baby was 6 months old.", 6, "month"),
    ("Maria Lind, 45, won.", 45, "year"),
    ("The winner was Maria Lind, 45.", 45, "year"),
    ("A swimmer aged 32 won.", 32, "year"),
    ("She was 92 when she won.", 92, "year"),
    ("He turned 18 on the ship.", 18, "year"),
    ("She died at 92.", 92, "year"),
    ("Swimmers 45 or older won.", 45, "year"),
    ("It hits children at 3 years of age.", 3, "year"),
]


@pytest.mark.parametrize(("text", "value", "unit"), AGES)
def test_an_age_is_told_from_a_count(text: str, value: int, unit: str) -> None:
    amount = only(text)
    assert (amount.kind, amount.low, amount.unit) == ("age", value, unit)


DIRECTIONS = [("Shares were up 40 points.", "up"), ("It closed at $43, down $1.", "down")]


@pytest.mark.parametrize(("text", "change"), DIRECTIONS)
def test_up_and_down_are_read_where_the_expression_says_them(text: str, change: str) -> None:
    assert amounts(text)[-1].change == change


def test_a_verb_with_down_is_no_change() -> None:
    assert only("The state shut down 12 mills.").change is None
