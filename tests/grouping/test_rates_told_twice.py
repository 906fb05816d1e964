"""Rates that everybody knows (fatality, unemployment), as two sources tell them of one place and time."""

from __future__ import annotations

import pytest

import addup
from addup.account import Result

FEVER = (
    "The fatality rate of the outbreak in Port Sarn is {} percent, the World Health Organization said. "
    "The ministry said it was {} percent."
)
BULLETIN = (
    "A total of 655 cases of marsh fever, including 48 deaths (case fatality rate {}%), were reported from "
    "Port Sarn, the World Health Organization said. The ministry put the fatality rate at {} percent."
)
LABOUR = (
    "The unemployment rate in Norvania was {} percent in May, the statistics office said. The unions put "
    "unemployment at {} percent in May."
)
JOBLESS = (
    "Unemployment in Norvania rose to {} percent in May, the statistics office said. The opposition said the "
    "jobless rate was {} percent."
)
TURNOUT = (
    "Turnout in Sunday's election in Tavria was {} percent, the electoral board said. Observers said turnout "
    "was {} percent."
)
TUESDAY = (
    "The health ministry of Kemmeria reported 1,300 cases of marsh fever on Tuesday, and 96 deaths. The case "
    "fatality rate is {} percent, the ministry said. Doctors put the fatality rate at {} percent."
)


def checked(text: str) -> Result:
    return addup.check(addup.series([addup.read(text, published="2024-06-10")]))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (FEVER, "8", "3"),
        (BULLETIN, "7.3", "3.7"),
        (LABOUR, "5.1", "9.4"),
        (JOBLESS, "5.1", "9.4"),
        (TURNOUT, "61", "45"),
        (TUESDAY, "7.4", "11"),
    ],
)
def test_two_sources_that_give_unlike_rates_of_one_place_and_time_conflict(
    text: str, one: str, other: str
) -> None:
    (found,) = checked(text.format(one, other)).conflicts
    assert len(found.reports) == 2
    assert checked(text.format(one, one)).status == "consistent"


@pytest.mark.parametrize(
    "text",
    [
        LABOUR.replace("at {} percent in May", "at {} percent in April"),
        LABOUR.replace("put unemployment at {} percent", "put unemployment among women at {} percent"),
        LABOUR.replace("unemployment at {} percent", "unemployment in Marland at {} percent"),
        LABOUR.replace("unemployment at {} percent", "youth unemployment at {} percent"),
        FEVER.replace("said it was", "expects it to be"),
        FEVER.replace("The ministry said it was", "In children under five, the fatality rate was"),
        FEVER.replace("The ministry said it was", "Cholera usually has a fatality rate of"),
    ],
)
def test_rates_of_others_or_of_another_place_or_time_are_not_held_against_each_other(text: str) -> None:
    assert checked(text.format("5.1", "9.4")).status == "consistent"


def names(text: str) -> list[str]:
    return [one.name for one in addup.series([addup.read(text, published="2024-06-10")]).series]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Karl Devin conceded defeat on Sunday evening.", "turnout, June 2024"),
        ("“This is a clear mandate,” said Marta Olsen, who leads the Centre Party.", "turnout, June 2024"),
        ("The broadcaster KTV had given the Centre Party 108 seats.", "turnout, June 2024"),
        ("Marta Olsen won the election in Tavria. She beat Karl Devin.", "turnout, Tavria, June 2024"),
        ("Voters in Tavria chose a president. Marta Olsen won.", "turnout, Tavria, June 2024"),
        ("Norwegian voters went to the polls. Marta Olsen won.", "turnout, Norway, June 2024"),
    ],
)
def test_a_rate_is_of_a_place_and_of_nobody_named_in_the_sentence_before(before: str, name: str) -> None:
    assert names(f"{before} Turnout was 61 percent, the electoral board said.")[-1] == name


def test_turnout_among_some_is_not_held_against_that_of_all() -> None:
    text = "Turnout among women was 61 percent, the board said. Turnout was 41 percent, observers said."
    assert checked(text).status == "consistent"
