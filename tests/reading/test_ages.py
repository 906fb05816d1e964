"""Who is so old, and what only looks like an age."""

import pytest
from finders import Finder


@pytest.mark.parametrize(
    ("text", "number", "low", "high"),
    [
        ("A woman in her 80s died of smoke.", "80s", 80, 89),
        ("Two men in their thirties were charged.", "thirties", 30, 39),
        ("He was in his late 40s when he left.", "40s", 45, 49),
        ("Most of the patients were in their 60s and 70s.", "70s", 70, 79),
    ],
)
def test_somebody_is_in_ten_years_of_an_age(
    figure: Finder, text: str, number: str, low: int, high: int
) -> None:
    amount = figure(text, number).amount
    assert (amount.kind, amount.low, amount.high, amount.bound) == ("age", low, high, "vague")


def test_the_thirties_are_a_time_and_no_age(figure: Finder) -> None:
    with pytest.raises(AssertionError, match="read 0 times"):
        figure("The mill was built in the thirties.", "thirties")
