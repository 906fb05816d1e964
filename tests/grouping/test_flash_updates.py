"""A flash update of a relief agency gives one account, and nothing in it clashes that is of two things."""

from collections.abc import Callable

import pytest

import addup
from addup.grouping.group import group
from addup.records import Reading

Read = Callable[..., Reading]

UPDATE = """Kenya: Floods - Flash Update No. 4
As of 7 May 2024, 18:00

HIGHLIGHTS
• At least 147 people have died and 62 are missing since heavy rains began on 26 April.
• 14 of 23 health facilities in Turkana County are not functional.

OVERVIEW
The disaster agency says 147 people were killed, 88 of them in Garissa County and 31 in Turkana County.

In Garissa 312 suspected cholera cases and 7 deaths have been reported since 30 April, compared to 190
cases and 4 deaths in the previous update.
"""


@pytest.fixture(scope="module")
def update(read: Read) -> Reading:
    return read(UPDATE, published=None)


def named(reading: Reading) -> dict[str, set[str]]:
    """Give the numbers of each series by its name."""
    return {
        one.name: {member.figure.amount.number.text for member in one.members}
        for one in group([reading]).series
    }


def test_an_update_has_no_false_conflict(update: Reading) -> None:
    assert addup.check(addup.series([update])).status == "consistent"


def test_who_died_of_a_disease_did_not_die_in_the_flood(update: Reading) -> None:
    [name] = [name for name, numbers in named(update).items() if "7" in numbers]
    assert "killed of disease" in name


def test_the_places_of_parts_are_not_that_of_the_whole(update: Reading) -> None:
    of_all = {name: numbers for name, numbers in named(update).items() if "147" in numbers}
    assert of_all
    assert not any({"31", "88"} & numbers for numbers in of_all.values())
    assert not any("Turkana" in name for name in of_all)


def test_what_does_not_work_is_named_so(update: Reading) -> None:
    [name] = [name for name, numbers in named(update).items() if "14" in numbers]
    assert "not functional" in name


def test_the_dead_of_an_outbreak_stay_one_series(read: Read) -> None:
    told = read(
        "Cholera spreads in Kenya\n\nCholera has killed 31 people in Garissa County, the ministry said. "
        "In all 312 cases and 34 deaths have been reported in Garissa County, the governor said."
    )
    assert {"31", "34"} in named(told).values()


def test_a_heading_in_capitals_is_no_part_of_the_sentence_below_it(update: Reading) -> None:
    [toll] = [
        figure for figure in update.figures if figure.sentence[0] == UPDATE.index("The disaster agency")
    ][:1]
    assert toll.amount.number.text == "147"


def test_what_an_update_before_had_is_of_no_day_of_this_one(update: Reading) -> None:
    days = {figure.amount.number.text: figure.period for figure in update.figures}
    assert days["7"].known
    assert not days["190"].known
    assert not days["4"].known


def test_for_when_money_is_needed_and_which_report_it_is_do_not_name_it(read: Read) -> None:
    text = (
        "Marland: Floods - Situation Report No. 2\n(1–7 May 2024)\n\n"
        "US$18.5 million is required for the next three months."
    )
    assert set(named(read(text, published="2024-05-08"))) >= {"money required"}
