"""An age, and the year in which a life, a marriage, a firm or an office began."""

from __future__ import annotations

from functools import partial

import pytest
from checked import told

_told = partial(told, published="2025-06-18")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Olga Renn, {}, received the medal of the town of Selm on Tuesday. She was born in Kalm in "
            "March 1958, the "
            "daughter of a miner.",
            "77",
            "67",
        ),
        (
            "Jonas Falk, {}, listened in silence. Falk joined the bank of Orrin in 1996 as a clerk of "
            "22 and ran it "
            "from 2007.",
            "61",
            "51",
        ),
        (
            "The singer Mara Lind died on Sunday in Holm. She was {}. Born in Selm on May 2, 1950, as "
            "the youngest of "
            "six, she sang from the age of nine.",
            "85",
            "75",
        ),
        (
            "Jan Holt was born in 1949 in a village near Selm. He turned {} last week and still rows "
            "every morning.",
            "86",
            "76",
        ),
        (
            "The choir of Marenda celebrates its 150th anniversary with a concert. It was founded in {} "
            "by a teacher.",
            "1905",
            "1875",
        ),
        (
            "The pair said yes to each other on July 5, 1970. Asked for the secret of {} years of "
            "marriage, they "
            "laughed.",
            "65",
            "55",
        ),
        (
            "The mayor of Selm is to step down in October after {} years at the head of the town. He "
            "was elected in "
            "2009 and has held the post ever since.",
            "22",
            "16",
        ),
    ],
)
def test_an_age_and_a_year_must_fit(text: str, wrong: str, right: str) -> None:
    """Who is of an age now was born that many years ago."""
    assert _told(text.format(wrong))
    assert not _told(text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        # another is meant
        "Olga Renn, 77, received the medal of Selm on Tuesday. Her son Nils Renn was born in 1958 and "
        "lives in Orrin.",
        "Jonas Falk, 61, heard the verdict. Bert Oye told the court in Orrin. He was born in 1981.",
        # two beginnings
        "The firm was founded in 1905 and set up its second works in 1950. It celebrates its 75th "
        "anniversary.",
        # work is no founding
        "Next to the old works is a hall that opened in 2011. Mark Orsk started work here 24 years ago.",
    ],
)
def test_ages_and_years_of_others_are_left_alone(text: str) -> None:
    """Only one person's age, or the one beginning of a kind, is held against a year."""
    assert not _told(text)
