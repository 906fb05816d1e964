"""Numbers that only the parse tells from names and pronouns."""

import pytest
from finders import figures


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In Marenda 58 died.", "58"),
        ("In Brennick 620 were sent home on Monday.", "620"),
        ("Of the 88 columns on the plan, they count 71.", "71"),
        ("On strike are 220 farms; of those in the district 198 stood still.", "198"),
        ("The other 280 work less.", "280"),
        ("Nine councillors voted for it, two were against and one left the room.", "one"),
        ("Two keepers were taken off; one chose to stay.", "one"),
    ],
)
def test_a_number_counts_that_has_a_verb(text: str, number: str) -> None:
    assert number in figures(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He had two plans, and one hoped that they would work.", "one"),
        ("The bus on line 4 was late.", "4"),
        ("The storm is of category 4.", "4"),
    ],
)
def test_a_number_is_else_left_out(text: str, number: str) -> None:
    assert number not in figures(text)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Residues fell threefold after the ban.", "down"),
        ("They tell of a threefold drop in thefts.", "down"),
        ("Thefts rose threefold after the war.", "up"),
    ],
)
def test_what_fell_threefold_went_down(text: str, change: str) -> None:
    assert figures(text)["threefold"].change == change
