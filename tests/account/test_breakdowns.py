"""Shares that divide one whole are 100 percent together, if all are told, and never more."""

from __future__ import annotations

from functools import partial

import pytest
from checked import told

_told = partial(told, published="2025-05-03")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # What is spent, cast or generated once.
        (
            "The city of Selm will spend 46 percent of next year's budget on schools, {} percent on roads, "
            "18 percent on health and 15 percent on administration, the mayor said.",
            41,
            21,
        ),
        ("Coal supplied 44 percent of Marenda's power, wind 29 percent and gas {} percent.", 57, 17),
        # All the rest.
        (
            "Half of the refugees come from Orrin, a third from Brennick and the remaining {} percent from "
            "villages along the river, the agency said.",
            30,
            17,
        ),
        (
            "The state will pay 60 percent of the cost, the province 25 percent and the city the other {} "
            "percent.",
            35,
            15,
        ),
        # "The rest" that is too little.
        (
            "The founder owns 41 percent of Halden Group, a fund holds 20 percent and the remaining {} "
            "percent is traded in Holm.",
            19,
            39,
        ),
        # Answers of which nobody gives two.
        (
            "In the survey, 47 percent would vote to stay, {} percent to leave and 14 percent are undecided.",
            49,
            39,
        ),
        ("Some 41 percent approve of her work and {} percent disapprove, the pollster said.", 71, 51),
        ("Of those who fled, 58 percent were women and {} percent men, the agency said.", 52, 42),
        # Lines of a list.
        (
            "Where the money goes, by share of the budget:\nSchools: 44%\nCare: {}%\nRoads: 15%\nRest: 10%",
            41,
            31,
        ),
    ],
)
def test_shares_of_one_whole_are_all_of_it(text: str, wrong: int, right: int) -> None:
    """More than all is wrong, and so is less, where the text says what is left."""
    assert _told(text.format(wrong))
    assert not _told(text.format(right))


def test_the_arithmetic_is_told() -> None:
    """The finding adds the shares up."""
    (found,) = _told(
        "Wages take 55 percent of the club's income, interest 35 percent and the ground 22 percent."
    )
    assert "55 + 35 + 22 = 112 %, 12 too much" in found


@pytest.mark.parametrize(
    "text",
    [
        # Several wholes: groups, places, times, questions.
        "In the poll 72 percent of women said yes, 48 percent of men did and 44 percent of the young.",
        "Coal supplies 70 percent of power in Orrin, 60 percent in Selm and 20 percent in Holm.",
        "She won 58 percent of the vote in 2019 and 61 percent in 2023.",
        "Of the budget, 60 percent goes to schools, up from 55 percent a year earlier, and 20 to roads.",
        "Liberals back the fund 89 to 6 percent, and 59 percent of Greens to 28 are undecided.",
        # Several answers.
        "Asked what worried them, 61 percent named prices, 48 percent jobs and 37 percent crime.",
        # A share and its parts.
        "The state bears 60 percent of the cost, taxes 40 percent, tolls 20 percent and the city 40 percent.",
        # What is left of a part.
        "He sold 70 percent of the 50 percent of Halden that he owned, and keeps the remaining 30 percent.",
        # Rounded.
        "Some 34 percent voted for Lind, 33 percent for Holm and the remaining 34 percent for others.",
    ],
)
def test_shares_that_may_overlap_are_left_alone(text: str) -> None:
    """Where several wholes or answers may be meant nothing is said."""
    assert not _told(text)
