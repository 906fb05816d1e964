"""A count over some days is no more than one of the same over longer days around them."""

from __future__ import annotations

from functools import partial

import pytest
from checked import told

_told = partial(told, published="2025-11-03")


@pytest.mark.parametrize(
    "text",
    [
        "The coast guard has rescued 1,870 migrants off Orrin since January. It rescued {} in May.",
        "Police recorded 1,310 burglaries in Selm in 2024. Between April and June of that year, they had "
        "recorded {} burglaries in the city.",
        "Hospitals in Holm treated 1,380 people for heatstroke last week. On Wednesday they treated {}.",
        "So far this year, customs officers have seized 1,480 guns at the port of Brennick. In October alone "
        "{} guns were seized at the port.",
        "Some 1,350 visitors came to the island of Holm in 2024. The summer was busy. From July to "
        "September of that year the island received {} visitors.",
        "Courts in Holm granted 1,930 divorces in 2024. January was the busiest month, with {} granted.",
        "Dealers sold 1,840 cars in 2024, after a strong final quarter in which they sold {} cars.",
        "Since taking office in January the governor has signed 1,900 bills. He signed {} of them in March.",
        "The hotline took 1,300 calls last year. It received {} in December.",
        "The charity has handed out 1,200 blankets since March. Last month it distributed {} blankets in the "
        "hills above Orrin.",
        "Selm airport handled 1,800 passengers in 2024, and traffic peaked in May of that year, when {} "
        "passengers passed through.",
        "Between January 1 and June 8, 2025, officers took 1,440 knives off people in Selm. May was the "
        "worst month, with {} knives taken off people.",
    ],
)
def test_a_part_of_the_days_may_not_have_more_than_all_of_them(text: str) -> None:
    """A month against "since January", a quarter against a year, a day against a week."""
    assert _told(text.format("2,140"))
    assert not _told(text.format("640"))


def test_two_reports_on_one_factory_are_held_against_each_other() -> None:
    """What a factory did in half a year is at most what another report says that it did in the year."""
    year = "The factory in Kalm laid off 1,200 workers in 2024, the union said."
    half = "The union said the factory in Kalm laid off {} workers in the second half of 2024."
    (found,) = _told(year, half.format("1,700"))
    assert "400 too many" in found
    assert not _told(year, half.format("700"))


@pytest.mark.parametrize(
    "text",
    [
        # Another place, another body, a wider count: each may well be more.
        "Police in Selm seized 940 guns in 2024. In May of that year police in Orrin seized 1,210 guns.",
        "The navy has rescued 870 migrants since January. The Marenda Sea Watch rescued 2,140 in May.",
        "Some 320 German tourists came to Holm in 2024. From July to September the island received 4,100 "
        "tourists.",
        "Police in Selm seized 940 guns in 2024. Last month officers seized 1,210 guns in Orrin.",
        # Another deed.
        "The army killed 40 rebels in 2024. In May of that year it captured 70 rebels.",
        # A rate, a plan, a level and a price of one thing are no counts over the days.
        "Halden built 900 cars in 2024. In May it built 1,100 cars a month.",
        "Halden built 900 cars in the first half of 2025. It expects to build 1,100 cars in June.",
        "The prison held 340 inmates in 2024. In May it held 410 inmates.",
        "He paid $8 million to buy an airliner in 2024. In June 2024 he paid $365 million to buy an airline.",
        # Rounded, it may be the same.
        "About 1,000 people were arrested in Selm in 2024. In May 2024 some 1,050 were arrested.",
        # Somebody else counts more over the whole.
        "Customs seized 940 guns in 2024. Customs seized 1,210 guns in May 2024. The ministry says 2,300 "
        "guns were seized in 2024.",
    ],
)
def test_what_may_be_of_something_else_is_left_alone(text: str) -> None:
    """Where the words leave room for a reading that holds, nothing is said."""
    assert not _told(text)
