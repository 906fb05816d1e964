"""Bulletins of an outbreak and the like: what adds up in them, and what is of other days or places."""

from __future__ import annotations

import pytest

import addup
from addup.account import Result
from addup.records import Grouping

SARN = (
    "Between 28 March and 10 April, 655 cases of marsh fever, including 48 deaths, were reported from "
    "Port Sarn, the agency said."
)
ILL = "The ministry said 118 people had fallen ill in Port Sarn. The agency reported 190 cases in Port Sarn."
STATIONS = (
    "Observers said 412 of 9,600 stations had opened late. The union said more than 1,000 stations had "
    "opened late."
)
PARTS = (
    "On 12 April, 540 cases and 23 deaths were reported in Port Sarn. There were 71 new cases in the last "
    "24 hours.\n\nThe number of deaths includes nine in Salt Flats and 16 in Old Harbour. Nobody has died in "
    "Salt Flats or in Old Harbour since."
)
LATEST = (
    "Since 28 March, 312 cases and 14 deaths have been reported in Port Sarn. Of these, 96 cases and four "
    "deaths were reported in the last 24 hours. The fatality rate is 4.5 percent."
)
SPREAD = (
    f"{SARN} The fever has spread to Arr, where 17 cases and one death were reported. The ministry reported "
    "48 deaths."
)
BEFORE = (
    "The walkout is costing the economy $85 million a day, the chamber said. The last walkout, in November "
    "2022, cost the economy $62 million."
)
DISTRICTS = (
    "Some 312 cases were reported in Port Sarn. Of the 312 cases, 190 were in Old Harbour and 121 in Salt "
    "Flats. The fatality rate is 4.5 percent."
)


def grouped(text: str) -> Grouping:
    return addup.series([addup.read(text, published="2024-04-12")])


def checked(text: str) -> Result:
    return addup.check(grouped(text))


@pytest.mark.parametrize("text", [f"{SARN} The ministry said 24 people had died.", ILL, STATIONS, PARTS])
def test_counts_of_one_thing_that_differ_are_found(text: str) -> None:
    assert len(checked(text).conflicts) == 1


@pytest.mark.parametrize("text", [LATEST, SPREAD, BEFORE])
def test_counts_of_other_days_or_places_are_not_held_against_each_other(text: str) -> None:
    assert checked(text).status == "consistent"


def test_a_rate_is_not_of_the_parts_that_the_sentence_before_lists() -> None:
    assert "fatality rate, Port Sarn" in [series.name for series in grouped(DISTRICTS).series]


def test_what_is_not_compared_is_shown_by_few_figures_of_each_side() -> None:
    days = [
        f"The ministry said {110 + day} cases had been reported in Port Sarn so far. There were {20 + day} "
        "new cases in Port Sarn in the last 24 hours."
        for day in range(1, 8)
    ]
    readings = [addup.read(text, published=f"2024-04-{day:02}") for day, text in enumerate(days, start=2)]
    (found,) = [one for one in addup.check(addup.series(readings)).findings if one.kind == "mismatch"]
    assert len(found.evidence) == 4
    assert len(found.reports) == 14


def test_a_toll_as_of_a_day_is_that_of_the_whole_outbreak() -> None:
    texts = {
        "2024-04-05": "Since 28 March, 312 cases and 14 deaths have been reported in Port Sarn.",
        "2024-04-08": "As of 8 April, 540 cases and 23 deaths have been reported in Port Sarn.",
    }
    grouping = addup.series([addup.read(text, published=day) for day, text in texts.items()])
    assert {series.name for series in grouping.series} == {"cases, Port Sarn", "killed, Port Sarn"}


def test_a_ministry_of_health_is_of_no_place_called_health() -> None:
    text = "The Ministry of Health of Marland said on Monday that the fatality rate was 4 percent."
    assert "Health" not in grouped(text).series[0].name


LABELLED = (
    "Marsh fever in Marland, report no. 7\n\n"
    "Cumulative cases: 4,318 (since 2 June)\n"
    "Cumulative deaths: 97 (case fatality rate 2.2%)\n"
    "New deaths in the last 24 hours: 5\n\n"
    "The district of Port Sarn accounts for 2,634 cases and 58 deaths."
)


def test_a_rate_is_made_of_the_deaths_told_beside_it_not_of_those_of_a_day_or_a_district() -> None:
    grouping = grouped(LABELLED)
    assert addup.check(grouping).status == "consistent"
    assert [relation.text for relation in grouping.relations if "%" in relation.text] == [
        "killed = fatality rate % of cases"
    ]


def test_a_rate_that_its_own_labelled_lines_do_not_make_is_found() -> None:
    grouping = grouped(LABELLED.replace("2.2%", "4.2%"))
    assert addup.check(grouping).status == "conflict"


def test_deaths_that_are_reclassified_are_no_toll() -> None:
    grouping = grouped(
        "Marsh fever has killed 94 people in Marland, the ministry said. Three deaths were reclassified."
    )
    assert addup.check(grouping).status == "consistent"


@pytest.mark.parametrize(
    "text",
    [
        "Fever killed eight people in Sarn from Tuesday to Thursday. Five died there in the last 24 hours.",
        "At least nine people, among them three children, were killed in Arr on Thursday, doctors said. The "
        "mayor put the dead at 13. More than 400 civilians have been killed in Arr since the siege began in "
        "October, according to doctors, 118 of them children.",
    ],
)
def test_the_dead_of_some_days_are_not_those_of_a_day_or_of_months(text: str) -> None:
    assert not addup.check(grouped(text)).conflicts
