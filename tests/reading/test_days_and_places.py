"""Which days a figure covers, and where it holds."""

from collections.abc import Callable
from datetime import date

import pytest

from addup.records import Figure, Period

Finder = Callable[[str, str], Figure]


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("On Tuesday 31 people drowned.", "31", days("2024-05-14", "2024-05-14")),
        ("More than 9,000 people have signed since 1 March 2024.", "9,000", days("2024-03-01", "2024-05-16")),
        ("In the past 10 days, some 900 men have signed.", "900", days("2024-05-07", "2024-05-16")),
        (
            "Sales in the first quarter of 2023 were $9 million.",
            "9 million",
            days("2023-01-01", "2023-03-31"),
        ),
    ],
)
def test_a_figure_has_the_days_of_its_sentence(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_an_amount_of_comparison_is_of_the_year_before(figure: Finder) -> None:
    text = "For the first quarter of 2024, sales rose 8% to $20 million from $18.5 million."
    assert figure(text, "20 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "18.5 million").period == days("2023-01-01", "2023-03-31")


def test_casualties_have_the_day_of_the_incident(figure: Finder) -> None:
    text = (
        "An explosion tore through the market on Monday. Doctors at two clinics said 17 people were killed."
    )
    assert figure(text, "17").period == days("2024-05-13", "2024-05-13")


def test_how_rare_something_is_says_nothing_of_when(figure: Finder) -> None:
    text = "The fire killed 14 people, the worst toll in the city since 1998."
    assert figure(text, "14").period == Period()


def test_a_rate_may_have_its_unit_apart(figure: Finder) -> None:
    assert figure("Up to 300 men register at the offices each day.", "300").amount.per == "day"


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("At least 19 people were hurt in Lisbon on Sunday evening.", "19", "Lisbon"),
        ("Some 1,500 people marched in London on Sunday.", "1,500", "London"),
        ("The army counted 600 soldiers.", "600", None),
    ],
)
def test_a_figure_has_the_place_that_limits_it(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place
