"""What lasted some days lasted from the day on which it began to the one on which it ended."""

from __future__ import annotations

from functools import partial

import pytest
from checked import told

_told = partial(told, published="2025-09-22")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Teachers in Selm returned to work on Monday, September 22, after {} days on strike. They had "
            "walked out on September 3 over pay.",
            31,
            19,
        ),
        (
            "Police ended a {}-day siege near Kalm on Saturday, September 20. It began on September 12.",
            19,
            8,
        ),
        (
            "Four miners were found on September 17 after spending {} days in a shaft. The blast that "
            "trapped them happened on September 7.",
            17,
            10,
        ),
        (
            "Drivers can use the tunnel again after a closure of {} weeks, the roads office said. It "
            "had been shut to "
            "all traffic on June 2, and the barriers went up on September 15.",
            24,
            15,
        ),
        (
            "The {}-day strike had stopped all three lines. The staff had downed tools on the morning "
            "of August 4 and "
            "stayed out until the evening of September 3.",
            47,
            31,
        ),
    ],
)
def test_days_are_counted_from_the_beginning_to_the_end(text: str, wrong: int, right: int) -> None:
    """The number of days must fit the two days told."""
    assert _told(text.format(wrong))
    assert not _told(text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        # Counted with the first day, or from another day of the report.
        "Teachers returned on September 22 after 20 days on strike. They had walked out on September 3.",
        "Teachers returned on September 22 after 31 days on strike. They had walked out on September 3. "
        "The "
        "union first stopped lessons on August 22.",
        # Of something else.
        "Teachers returned on September 22 for 31 days of lessons. They had walked out on September 3.",
    ],
)
def test_days_of_something_else_are_left_alone(text: str) -> None:
    """Where another beginning may be meant nothing is said."""
    assert not _told(text)
