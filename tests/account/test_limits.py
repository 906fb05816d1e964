"""What nobody went beyond, times how many there were, is no less than what all came to."""

from __future__ import annotations

from functools import partial

import pytest
from checked import told

_told = partial(told, published="2025-07-03")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "The crossing lets through a maximum of 150 trucks a day. In the past week {} trucks entered "
            "Marenda through the crossing.",
            "1,900",
            "900",
        ),
        (
            "The ferry to Holm can carry no more than 180 passengers a trip and makes four trips a day. On "
            "Saturday it took {} passengers across.",
            "1,450",
            "650",
        ),
        (
            "The clinic has admitted {} patients since it opened on May 5, its director said. Director Ada "
            "Bek "
            "said it had never admitted more than 40 patients in a single day.",
            "3,900",
            "1,150",
        ),
        (
            "The ferry has carried {} passengers since the season began on June 1. No more than 600 "
            "passengers a "
            "day are allowed on the islands, and the limit has not been exceeded on any day.",
            "41,000",
            "14,000",
        ),
        (
            "Donations are capped at $1,000 per person. The party has raised ${} million from 2,450 donors.",
            "6.2",
            "1.2",
        ),
    ],
)
def test_a_total_is_within_its_limit(text: str, wrong: str, right: str) -> None:
    """More than the limit allows is found, less is not."""
    assert _told(text.format(wrong))
    assert not _told(text.format(right))


def test_a_limit_holds_over_reports_on_one_campaign() -> None:
    """The limit in one report, the donors in another, the sum in a third: all told of one candidate."""
    limit = (
        "“Not one of my donors has given me more than $500,” Ida Rook told a crowd in Port Selm on Sunday. "
    )
    limit += "Her rival Max Strand says nothing of his."
    donors = (
        "Ida Rook's campaign is small. Exactly 310 people had given to it, her manager in Port Selm said. "
    )
    donors += "Max Strand counts 1,840 donors."
    total = "A report shows that Rook raised ${} from her donors. It shows that Strand raised $965,000."
    assert _told(limit, donors, total.format("412,000"))
    assert not _told(limit, donors, total.format("102,000"))


def test_a_day_s_most_is_held_against_days_told_in_another_report() -> None:
    """The most of a day in one report, so many over nine days of the same in another."""
    most = (
        "On no day of the strike at Velden did the replacement buses take more than 6,200 passengers, a "
        "manager said."
    )
    total = "Over the nine days of the strike at Velden the replacement buses took {} passengers."
    assert _told(most, total.format("81,000"))
    assert not _told(most, total.format("49,500"))
    assert not _told(most, total.format("81,000").replace("Velden", "Orrin"))


def test_what_one_can_get_is_held_against_what_all_got_in_another_report() -> None:
    """Reports that begin with one name: the most for a family, then how many families got how much."""
    most = (
        "The town of Vesland will help families to buy a home, it said. A family can get up to 8,000 crowns."
    )
    paid = "In the town of Vesland 130 families have been helped so far. The families received {} crowns."
    assert _told(most, paid.format("1.9 million"))
    assert not _told(most, paid.format("900,000"))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry to Holm never carries more than 600 passengers in a day. The line's ferry to Orrin has "
        "carried 41,000 passengers since June 1.",
        "Since June the clinic has never admitted more than 40 patients in a single day. It has admitted "
        "3,900 "
        "patients since May 5.",
        "The clinic never admits more than 40 patients in a single day. It has admitted 3,900 patients since "
        "May 5. In May it took in 90 patients a day.",
        "The crossing allowed at most 150 trucks a day until May. In the past week 1,900 trucks entered.",
        "They exceeded the limit of at most 150 trucks a day. In the past week 1,900 trucks entered Marenda.",
        "The average rent in Selm was 640 euros a month in 2020. It is now 690 euros.",
    ],
)
def test_limits_that_did_not_hold_are_left_alone(text: str) -> None:
    """A limit that was broken, or was another then, says nothing."""
    assert not _told(text)
