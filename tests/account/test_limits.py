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
            "Police fined 240 drivers on Friday. Fines ranged from 40 to 200 euros and came to {} euros in "
            "total.",
            "71,000",
            "21,000",
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


@pytest.mark.parametrize(
    "text",
    [
        "The crossing allowed at most 150 trucks a day until May. In the past week 1,900 trucks entered.",
        "They exceeded the limit of at most 150 trucks a day. In the past week 1,900 trucks entered Marenda.",
        "The average rent in Selm was 640 euros a month in 2020. It is now 690 euros.",
    ],
)
def test_limits_that_did_not_hold_are_left_alone(text: str) -> None:
    """A limit that was broken, or was another then, says nothing."""
    assert not _told(text)
