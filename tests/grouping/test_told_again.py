"""A number of what was counted already is the same number told again, wherever its sentence goes on to be."""

from __future__ import annotations

import pytest

import addup
from addup.records import Grouping

FEVER = "A total of 312 cases of cholera were reported in Port Sarn, the ministry said. "
DAYS = "2024-06-10"


def grouped(text: str) -> Grouping:
    return addup.series([addup.read(text, published=DAYS)])


def series_of(grouping: Grouping, number: str) -> set[str]:
    """The series that the figures with a number are in."""
    return {
        series.name
        for series in grouping.series
        for member in series.members
        if member.figure.amount.number.text == number
    }


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (FEVER + "Of the 312 cases, 190 were in Old Harbour and 121 in Salt Flats.", "312"),
        (FEVER + "The 312 cases in the port district were all adults, it said.", "312"),
        (FEVER + "The governor, who speaks of 312 cases in Port Sarn, has closed the wells.", "312"),
        ("Police said 41 people were killed in Arr. The 41 dead were buried in Selm.", "41"),
    ],
)
def test_what_was_counted_already_is_the_same_wherever_the_sentence_goes_on(text: str, number: str) -> None:
    grouping = grouped(text)
    assert len(series_of(grouping, number)) == 1
    assert not [one for one in addup.check(grouping).findings if one.kind == "lookalike"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The flood killed 43 people in Brennick. The 43 injured were taken to Selm.", "43"),
        (FEVER + "Another 312 cases were reported in Selm.", "312"),
        (FEVER + "About 312 people speak the language of the island.", "312"),
    ],
)
def test_an_equal_number_of_others_is_another(text: str, number: str) -> None:
    assert len(series_of(grouped(text), number)) == 2


def test_parts_told_beside_the_number_again_are_parts_of_all_of_it() -> None:
    result = addup.check(grouped(FEVER + "Of the 312 cases, 190 were in Old Harbour and 131 in Salt Flats."))
    (found,) = result.conflicts
    assert len(found.reports) == 3


TRAINS = "Marland Rail said 1,450 of 1,900 scheduled trains ran on Monday. {}"
ARRESTS = "The interior ministry said 57 people were detained on Sunday. {}"
MARCH = "Police said 6,000 strikers marched through Velmar on Monday. {}"
HOMES = "The storm cut power to 48,000 homes, the utility said. {}"


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (TRAINS.format("TrackWatch, a passengers' group, put the number at 1,180."), "1,450", "1,180"),
        (ARRESTS.format("The rights group Watchful put the number at 130."), "57", "130"),
        (MARCH.format("Organisers spoke of 15,000."), "6,000", "15,000"),
        (HOMES.format("The governor said the number was 70,000."), "48,000", "70,000"),
        (HOMES.format("The governor estimated it at nearly 70,000."), "48,000", "70,000"),
        (HOMES.format("The governor counted 70,000."), "48,000", "70,000"),
        (HOMES.format("The ministry puts the losses at 70,000."), "48,000", "70,000"),
    ],
)
def test_a_number_that_another_puts_counts_what_the_one_before_counts(
    text: str, one: str, other: str
) -> None:
    grouping = grouped(text)
    assert series_of(grouping, one) == series_of(grouping, other)
    (found,) = addup.check(grouping).conflicts
    assert len(found.reports) == 2


def test_a_number_is_put_to_all_and_not_to_those_of_them_in_one_town() -> None:
    text = "Unions said 350,000 people marched, 120,000 of them in Velmar. The ministry put it at 95,000."
    grouping = grouped(text)
    assert series_of(grouping, "95,000") == series_of(grouping, "350,000")
    assert series_of(grouping, "95,000").isdisjoint(series_of(grouping, "120,000"))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (ARRESTS.format("The rights group Watchful put the number of the injured at 130."), "57", "130"),
        (TRAINS.format("The union said it was on time for 90 days."), "1,450", "90"),
        (HOMES.format("A spokesman for the town spoke of 12 schools without heating."), "48,000", "12"),
        (HOMES.format("The governor put the number of schools at 70,000."), "48,000", "70,000"),
        ("The plan would create 4,000 jobs, the ministry said. Economists spoke of 900.", "4,000", "900"),
    ],
)
def test_a_number_that_says_what_it_counts_is_its_own(text: str, one: str, other: str) -> None:
    grouping = grouped(text)
    assert series_of(grouping, one).isdisjoint(series_of(grouping, other))
    assert addup.check(grouping).status == "consistent"


CRASH = """Plane with 61 aboard crashes in Nepal

A plane crashed in the Nepali city of Pokra on Sunday, killing 58 people, police said.

It was the worst crash since 2020, when 72 people died in Nepal.

The army said it had counted at least 70 dead."""


def test_the_dead_of_a_crash_are_those_of_its_town_whoever_tells_them_further_on() -> None:
    grouping = grouped(CRASH)
    assert series_of(grouping, "70") == series_of(grouping, "58") == {"killed, Pokra"}


def test_a_turnout_is_of_those_who_marched() -> None:
    grouping = grouped(
        "Thousands of people marched in Velmar on Monday. Police put the turnout at 45,000. The unions said "
        "180,000 took part in the capital."
    )
    assert series_of(grouping, "45,000") == series_of(grouping, "180,000") != set()
    assert addup.check(grouping).status == "conflict"
