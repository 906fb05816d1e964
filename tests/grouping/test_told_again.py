"""A number of what was counted already is the same number told again, wherever its sentence goes on to be."""

from __future__ import annotations

import pytest

import addup
from addup.records import Grouping

FEVER = "A total of 312 cases of cholera were reported in Port Sarn, the ministry said. "
DAYS = "2024-06-10"


def grouped(text: str) -> Grouping:
    return addup.series([addup.read(text, published=DAYS)])


def series_of(grouping: Grouping, number: str) -> set[str]:
    """The series that the figures with a number are in."""
    return {
        series.name
        for series in grouping.series
        for member in series.members
        if member.figure.amount.number.text == number
    }


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (FEVER + "Of the 312 cases, 190 were in Old Harbour and 121 in Salt Flats.", "312"),
        (FEVER + "The 312 cases in the port district were all adults, it said.", "312"),
        (FEVER + "The governor, who speaks of 312 cases in Port Sarn, has closed the wells.", "312"),
        ("Police said 41 people were killed in Arr. The 41 dead were buried in Selm.", "41"),
    ],
)
def test_what_was_counted_already_is_the_same_wherever_the_sentence_goes_on(text: str, number: str) -> None:
    grouping = grouped(text)
    assert len(series_of(grouping, number)) == 1
    assert not [one for one in addup.check(grouping).findings if one.kind == "lookalike"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The flood killed 43 people in Brennick. The 43 injured were taken to Selm.", "43"),
        (FEVER + "Another 312 cases were reported in Selm.", "312"),
        (FEVER + "About 312 people speak the language of the island.", "312"),
    ],
)
def test_an_equal_number_of_others_is_another(text: str, number: str) -> None:
    assert len(series_of(grouped(text), number)) == 2


def test_parts_told_beside_the_number_again_are_parts_of_all_of_it() -> None:
    result = addup.check(grouped(FEVER + "Of the 312 cases, 190 were in Old Harbour and 131 in Salt Flats."))
    (found,) = result.conflicts
    assert len(found.reports) == 3
