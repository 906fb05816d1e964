"""One thing told in two units: acres in one report, hectares in the next."""

from __future__ import annotations

import json
import re
from fractions import Fraction

import pytest
from building import Said, reading
from checked import found, told
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import addup
from addup.records import Reading
from addup.words.conversions import scale_of, value_in

DAY = "2026-07-07"
UNHURRIED = settings(deadline=None, max_examples=60)

AREAS = st.permutations(["acre", "hectare", "square kilometre", "square mile"])


def fire(id: str, amount: float, unit: str, by: str) -> Reading:
    """Report what a fire burned, as it would be read."""
    number = f"{amount:,}"
    burned = Said(
        words=f"{number} {unit}",
        number=number,
        low=amount,
        high=amount,
        kind="measure",
        unit=unit,
        counted="land",
        event="burn",
        place="Selm",
        source=by,
    )
    return reading(f"The fire near Selm has burned {number} {unit}, {by} said.", burned, id=id, published=DAY)


def status(*readings: Reading) -> str:
    return addup.check(addup.series(readings)).status


def test_acres_and_hectares_of_one_fire_are_one_series_in_the_unit_of_most() -> None:
    reports = [
        fire("a", 24_000, "acre", "the mayor"),
        fire("b", 9_700, "hectare", "the ministry"),
        fire("c", 9_800, "hectare", "the fire service"),
    ]
    series = addup.series(reports).series
    assert [(one.unit, len(one.members)) for one in series] == [("hectare", 3)]
    assert [one.unit for one in addup.series(reports[:2]).series] == ["acre"]


def test_the_record_of_a_figure_keeps_its_own_unit() -> None:
    burned = fire("a", 24_000, "acre", "the mayor")
    other = fire("b", 9_700, "hectare", "the ministry")
    told = addup.series([burned, other]).readings[0].figures[0].to_dict()
    assert (told["low"], told["unit"]) == (24_000, "acre")
    assert "turned" not in json.dumps(told)


def test_reports_in_two_units_clash_and_the_finding_shows_the_conversion() -> None:
    texts = (
        "A wildfire near Selm has burned 24,000 acres of forest, the fire service said on Tuesday.",
        "The wildfire near Selm has burned 5,000 hectares of forest, the interior ministry said on Tuesday.",
    )
    [finding] = found(*texts, published=DAY)
    assert finding.kind == "conflict"
    conversion = re.search(r"24,000 acres = 9,712 hectares|5,000 hectares = 12,360 acres", finding.text)
    assert conversion
    assert any(f"({conversion[0]})" in row for row in finding.rows)


@pytest.mark.parametrize("hectares", ["9,700 hectares", "about 10,000 hectares", "9,712 hectares"])
def test_reports_that_tell_as_much_in_two_units_agree(hectares: str) -> None:
    assert not told(
        "A wildfire near Selm has burned 24,000 acres of forest, the fire service said on Tuesday.",
        f"The wildfire near Selm has burned {hectares} of forest, the ministry said on Tuesday.",
        published=DAY,
    )


@UNHURRIED
@given(st.integers(20, 900_000), AREAS, st.integers(2, 5), st.booleans())
def test_an_amount_never_clashes_with_what_it_is_in_another_unit(
    amount: int, units: list[str], digits: int, first: bool
) -> None:
    one = fire("a", amount, units[0], "the mayor")
    unit = scale_of(one.figures[0], units[1])
    own = scale_of(one.figures[0])
    assert unit is not None
    assert own is not None
    exact = value_in(Fraction(amount), own, unit).low
    written = float(f"{float(exact or 0):.{digits}g}")
    assert status(one, fire("b" if first else "A", written, units[1], "the ministry")) == "consistent"


@UNHURRIED
@given(st.integers(20, 900_000), st.floats(1.6, 8), AREAS)
def test_amounts_that_are_clearly_apart_always_clash(amount: int, times: float, units: list[str]) -> None:
    one = fire("a", amount, units[0], "the mayor")
    unit = scale_of(one.figures[0], units[1])
    own = scale_of(one.figures[0])
    assert unit is not None
    assert own is not None
    more = value_in(Fraction(amount) * Fraction(times), own, unit).low
    written = float(f"{float(more or 0):.2g}")
    assume(written >= 1)
    assert status(one, fire("b", written, units[1], "the ministry")) == "conflict"


def test_square_miles_are_held_against_acres() -> None:
    report = "A fire near Holm has burned 37 square miles of forest, officials said on Tuesday."
    other = "The fire near Holm has burned {} acres of forest, the mayor said on Tuesday."
    assert told(report, other.format("44,000"), published=DAY)
    assert not told(report, other.format("24,000"), published=DAY)


def test_pine_and_the_burned_area_are_what_a_fire_blackened() -> None:
    reports = (
        "A wildfire near Selm has burned 12,000 hectares of pine and scrub, officials said on Tuesday.",
        "The burned area near Selm grew overnight to 13,500 hectares, the ministry said on Wednesday.",
        "The Selm fire has blackened {} acres since it broke out on Monday, the mayor said on Thursday.",
    )
    for acres, is_told in (("21,000", True), ("41,000", False)):
        texts = enumerate(report.format(acres) for report in reports)
        readings = [addup.read(text, published=f"2026-07-0{7 + day}") for day, text in texts]
        assert (addup.check(addup.series(readings)).status == "conflict") is is_told


def test_barrels_of_oil_are_held_against_litres() -> None:
    report = (
        "A pipeline near Brennick spilled 3,000 barrels of oil into the river, the company said on Monday."
    )
    other = "The pipeline near Brennick spilled {} litres of oil into the river, the ministry said on Monday."
    assert told(report, other.format("120,000"), published=DAY)
    assert not told(report, other.format("480,000"), published=DAY)


@pytest.mark.parametrize("other", ["360 tonnes", "400 tonnes", "410 tonnes"])
def test_tons_may_be_short_long_or_metric(other: str) -> None:
    report = "The tanker leaked {} of oil off Brennick, {} said on Monday."
    assert not told(
        report.format("400 tons", "the coast guard"), report.format(other, "the owner"), published=DAY
    )


def test_gallons_may_be_american_or_british() -> None:
    report = "The tanker leaked {} of oil off Brennick, {} said on Monday."
    for litres in ("15,100 litres", "18,200 litres"):
        assert not told(
            report.format("4,000 gallons", "the coast guard"),
            report.format(litres, "the owner"),
            published=DAY,
        )
    assert told(
        report.format("4,000 gallons", "the coast guard"),
        report.format("40,000 litres", "the owner"),
        published=DAY,
    )


def test_money_is_never_converted() -> None:
    reports = "The council spent {} on the bridge in 2025, {} said."
    texts = (
        reports.format("4 million dollars", "the mayor"),
        reports.format("1 million euros", "the auditor"),
    )
    assert not told(*texts, published=DAY)


def test_two_who_count_the_same_in_two_units_dispute_it() -> None:
    report = "Police seized {} of cocaine in Selm on Monday, {} said."
    pair = report.format("300 pounds", "the police chief"), "{}"
    [finding] = found(
        pair[0], report.format("900 kilograms", "the prosecutor"), published=DAY, kinds=["disputed"]
    )
    assert "900 kilograms = 1,984 pounds" in finding.text
    assert not found(
        pair[0], report.format("136 kilograms", "the prosecutor"), published=DAY, kinds=["disputed"]
    )


def test_so_much_a_head_in_kilograms_is_held_against_tonnes_in_all() -> None:
    report = "The agency handed out {} of rice to 400 families, an average of 25 kilograms per family."
    [text] = told(report.format("30 tonnes"), published=DAY)
    assert "comes to 9.31 to 10.71 tonnes" in text
    assert "25 kilograms = 0.025 tonnes" in text
    assert not told(report.format("10 tonnes"), published=DAY)


def test_a_rise_from_miles_to_kilometres_is_reckoned() -> None:
    report = "The line grew by {} percent, from 12 miles to 41 kilometres."
    assert told(report.format(20), published=DAY)
    assert not told(report.format(112), published=DAY)


def test_what_fell_did_not_rise_though_the_number_did() -> None:
    assert told("The burned area rose to 9,000 hectares from 30,000 acres.", published=DAY)
    assert not told("The burned area rose to 9,000 hectares from 12,000 acres.", published=DAY)


def test_a_part_in_hectares_is_at_most_its_whole_in_acres() -> None:
    report = (
        "A fire near Selm has burned 24,000 acres of land, including {} hectares of vineyards, police said."
    )
    assert told(report.format("12,000"), published=DAY)
    assert not told(report.format("2,000"), published=DAY)


def test_a_list_in_kilograms_is_added_up_to_tonnes() -> None:
    report = (
        "The convoy carried 20 tonnes of aid, including 12 tonnes of flour, 3,000 kilograms of oil and "
        "{} kilograms of rice."
    )
    assert told(report.format("9,000"), published=DAY)
    assert not told(report.format("4,000"), published=DAY)


def test_the_places_of_a_fire_are_added_up_in_one_unit() -> None:
    report = (
        "The fire burned 24,000 acres of land in Selm and 5,000 hectares of land in Orrin, both in Holm "
        "province. In all, the fire burned {} hectares of land in Holm province."
    )
    grouping = addup.series([addup.read(report.format("16,000"), published=DAY)])
    assert [one.unit for one in grouping.series] == ["hectare"] * 3
    assert addup.check(grouping).status == "consistent"
    assert told(report.format("10,000"), published=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "The fire near Orrin burned 24,000 acres (5,000 hectares) of land, officials said.",
        "The fire near Orrin burned 24,000 acres, or 5,000 hectares, of land, officials said.",
        "The island of Marenda covers 25 square miles (40 square kilometres).",
        "Temperatures in Holm reached 104 degrees Fahrenheit (45 degrees Celsius) on Monday.",
        "The bell weighs 400 pounds (280 kg).",
        "The ship lay 12 miles (32 kilometres) off Brennick.",
        "Winds of 100 knots (250 km/h) hit Selm.",
        "The plant makes 1.2 gigawatts (120 megawatts).",
    ],
)
def test_a_slip_of_conversion_is_told(text: str) -> None:
    [finding] = found(text, published=DAY)
    assert finding.kind == "tension"
    assert "are told as the same" in finding.text
    assert len(finding.rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The fire near Orrin burned 24,000 acres (9,700 hectares) of land, officials said.",
        "The fire near Orrin burned 24,000 acres, or 9,700 hectares, of land, officials said.",
        "The fire near Orrin burned about 24,000 acres (almost 10,000 hectares) of land, officials said.",
        "The village is a mile (2 kilometres) from Selm.",
        "The village is between 5 and 10 miles (16 kilometres) from Selm.",
        "The village is 5 to 10 miles (8 to 16 kilometres) from Selm.",
        "He is 5 feet 6 inches (1.68 metres) tall.",
        "The bag weighed 11 stone 4 pounds (72 kg).",
        "Temperatures in Holm reached 104 degrees Fahrenheit (40 degrees Celsius) on Monday.",
        "Holm was 9 degrees Fahrenheit (5 degrees Celsius) warmer than usual.",
        "The mine holds 400 tons (363 metric tons) of ore.",
        "The ship lay 12 miles (22 kilometres) off Brennick.",
        "The tank holds 100 gallons (455 litres), and its twin 100 gallons (379 litres).",
        "The can holds 12 ounces (355 ml).",
        "She paid 300 dollars (200 pounds).",
        "He ran 5 kilometres, or 10 miles, on some days.",
        "Winds of 100 knots (185 km/h) hit Selm.",
    ],
)
def test_an_amount_told_once_more_as_writers_round_it_is_no_slip(text: str) -> None:
    assert not told(text, published=DAY)


def test_a_report_beside_those_with_two_units_is_none_of_them() -> None:
    texts = (
        "Brennick said on Monday that it will cut 120 jobs at its mill in Selm.",
        "The runway at Orrin is 1,350 metres long. The base lies 5 kilometres away.",
    )
    assert found(*texts, published="2025-06-12") == []
