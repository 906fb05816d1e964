"""What one report gives a share of and another counts, and counts of a year that two reports give."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reports import grouped

import addup

Reports = Sequence[tuple[str, str]]

TURNOUT = (
    "2024-09-23",
    "The Civic Alliance of Nadia Ferrant won the council of Marrowby on Sunday, as turnout rose to 61 "
    "percent. There were 520,000 registered voters in Marrowby.",
)
COUNTED = (
    "Nadia Ferrant of the Civic Alliance will be mayor of Marrowby. In all {} in Sunday's election, it was "
    "said."
)
MURDERS = (
    "2024-01-02",
    "Brockport recorded 214 homicides in 2023, down from 241 in 2022, police said on Tuesday.",
)


def status(*reports: tuple[str, str]) -> str:
    """Tell whether some reports can all be true."""
    return addup.check(grouped(*reports)).status


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        ("262,000 votes were cast", "conflict"),
        ("317,000 votes were cast", "consistent"),
        ("162,000 votes were cast for her", "consistent"),
    ],
)
def test_the_votes_that_another_report_counts_make_the_turnout(votes: str, expected: str) -> None:
    assert status(TURNOUT, ("2024-09-25", COUNTED.format(votes))) == expected


def test_votes_of_another_election_make_no_turnout() -> None:
    assert status(TURNOUT, ("2024-11-25", COUNTED.format("262,000 votes were cast"))) == "consistent"
    elsewhere = "In all 262,000 votes were cast in Sunday's election in Velonia, the board said."
    assert status(TURNOUT, ("2024-09-25", elsewhere)) == "consistent"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Last year there were 187 homicides in Brockport, the mayor said.", "conflict"),
        (
            "There were 187 homicides in Brockport in 2022, the mayor said.",
            "consistent",
        ),  # below: what it was before
        ("The county around Brockport had 249 homicides in 2023, its sheriff said.", "consistent"),
        ("There were 150 gun homicides in Brockport in 2023, the mayor said.", "consistent"),
        ("Brockport had 44 homicides of women in 2023.", "consistent"),
        ("On the South Side of Brockport there were 84 homicides in 2023.", "consistent"),
        ("Selmouth had 187 homicides in 2023, the mayor said.", "consistent"),
        ("In the first six months of 2023 Brockport had 98 homicides, the mayor said.", "consistent"),
    ],
)
def test_homicides_of_one_city_and_year_are_held_against_each_other(told: str, expected: str) -> None:
    assert status(MURDERS, ("2024-03-19", told)) == expected
