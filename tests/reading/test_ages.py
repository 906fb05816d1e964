"""Who is so old, and what only looks like an age."""

import pytest
from finders import Finder, HeadOf


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("A man of 71 was found dead in the river.", "71", "man"),
        ("A girl of four was pulled from the rubble.", "four", "girl"),
        ("A boy of 15 and a woman of 62 were also hurt.", "62", "woman"),
        ("Police charged a youth of 17 with the theft.", "17", "youth"),
        ("A widow of 83 lost her home.", "83", "widow"),
        ("A snowboarder of 23 was killed near Selm.", "23", "snowboarder"),
        ("One driver is dead; his relief, 38, is in hospital.", "38", "relief"),
        ("The dead were a farmer of 54 and his son of 12.", "12", "son"),
        ("The suspects, aged 19, 22 and 31, appeared in court.", "31", "suspect"),
        ("The victims were aged 4 to 17.", "4 to 17", "victim"),
        ("The patients' ages ranged from 4 to 89.", "4 to 89", "patient"),
    ],
)
def test_a_person_is_of_an_age(figure: Finder, head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert (figure(text, number).amount.kind, head_of(text, number)) == ("age", head)


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


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A mother of four was among the dead.", "four"),
        ("A team of 12 searched the hills.", "12"),
        ("A total of 60 were wounded.", "60"),
        ("A boy of four brothers was found.", "four"),
        ("A leader of 12 spoke first.", "12"),
        ("In July 45 firms closed; in August, 51.", "51"),
        ("They had a hard week, and her score, 68, was the best.", "68"),
    ],
)
def test_those_of_a_group_and_what_follows_a_month_are_no_age(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).amount.kind == "count"


def test_the_thirties_are_a_time_and_no_age(figure: Finder) -> None:
    with pytest.raises(AssertionError, match="read 0 times"):
        figure("The mill was built in the thirties.", "thirties")
