"""An average lies between the least and the most."""

from __future__ import annotations

from functools import partial

import pytest
from checked import told

_told = partial(told, published="2025-06-18")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Nobody waited longer than 50 minutes at the border on Friday. Drivers spent an average of "
            "{} minutes "
            "waiting in the queue.",
            "72",
            "32",
        ),
        (
            "The longest of the 14 tunnels measures 2.1 kilometres. The average length is {} "
            "kilometres, according to "
            "the roads office.",
            "2.8",
            "0.8",
        ),
        (
            "The cheapest of the 64 flats went for 420,000 euros. Across the whole scheme, the average "
            "price was {} "
            "euros.",
            "385,000",
            "585,000",
        ),
        (
            "The squad's oldest player is 31, the goalkeeper. The average age of the team is {}, the "
            "coach said.",
            "34",
            "24",
        ),
    ],
)
def test_an_average_is_no_more_than_the_most_and_no_less_than_the_least(
    text: str, wrong: str, right: str
) -> None:
    """Superlatives, and what nobody went beyond, hold an average."""
    assert _told(text.format(wrong))
    assert not _told(text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        # of other times
        "The longest wait in August was 36 days. In 2019 the average wait had been 41 days.",
        # of other things
        "The smallest area in 11 years burned in Holm, six times the average of the previous five years.",
        "The longest bridge measures 300 metres. The average price of a house in Selm was 280,000 euros.",
    ],
)
def test_averages_of_others_are_left_alone(text: str) -> None:
    """An average is held by the most of the same ones alone."""
    assert not _told(text)
