"""Votes are at most what was cast, a margin lies between two candidates, a chamber holds its votes."""

from __future__ import annotations

from functools import partial

import pytest
from checked import told

_told = partial(told, published="2025-05-03")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # Candidates against what was cast, against those who voted, against turnout.
        (
            "Mara Lind was elected mayor of Selm with 21,340 votes. Odd Ferrant got 18,205 votes and Petra "
            "Kalm came third with 9,410. A total of {} valid votes were cast.",
            "39,800",
            "49,800",
        ),
        (
            "Of 9,340 members who voted, 5,210 backed Ms Sand and {} preferred Mr Hoff, the party said.",
            "4,930",
            "3,930",
        ),
        (
            "Turnout in Orrin was 38 percent of the 71,400 registered voters. Ida Brock polled {} votes.",
            "29,800",
            "12,800",
        ),
        # Valid and spoiled ballots.
        (
            "Of the 61,200 ballots cast in Holm, 1,150 were spoiled and {} were valid, the office said.",
            "64,050",
            "60,050",
        ),
        # Margins.
        ("Dana Rook won by {} votes. She received 88,412 votes and Tom Asher 86,102.", "4,900", "2,310"),
        (
            "A survey gives the mayor 46 percent and his challenger 41 percent, a lead of {} points.",
            "11",
            "5",
        ),
        (
            "The poll gives Ms Orme 44 percent of the vote to 39 percent for Mr. Strand. Her lead over Mr. "
            "Strand is now {} points.",
            "14",
            "5",
        ),
        # A chamber.
        (
            "Councillors in Orrin voted 31 to 24 to sell the depot. Three members abstained and two were "
            "absent. The council has {} members.",
            "50",
            "60",
        ),
        (
            "The bill cleared the 180-seat lower house. In favour were 101 deputies, {} voted against and 7 "
            "abstained.",
            "92",
            "62",
        ),
    ],
)
def test_votes_are_held_against_their_whole_and_each_other(text: str, wrong: str, right: str) -> None:
    """What cannot be is found; its twin is left alone."""
    assert _told(text.format(wrong))
    assert not _told(text.format(right))


def test_the_arithmetic_is_told() -> None:
    """The finding adds the votes up, or takes one from the other."""
    (found,) = _told("Rook won by 4,900 votes. She received 88,412 votes and Asher 86,102.")
    assert "2,310 apart" in found


@pytest.mark.parametrize(
    "text",
    [
        # Another vote, some voters, another poll, an average.
        "Dana Rook won by 4,900 votes four years ago. She received 88,412 votes and Tom Asher 86,102.",
        "The poll gives Orme 44 percent to 39 percent for Strand. Among men she leads by 14 points.",
        "Orme leads by 14 points in the average of polls. One has her at 44 percent and Strand at 39.",
        "Orme beat Strand by 18 points (58 percent to 40 percent), Lind beat Rook by 22 points (47 to 25).",
        "Orme has 44 percent and Strand 39 percent. The margin of error is 3 points.",
        # Several votes of each voter.
        "Each voter had two votes each. Lind got 21,340 votes and Ferrant got 18,205 votes. In all 25,000 "
        "people voted.",
        # Part of a chamber, and another body.
        "The court's five-justice wing lost. The vote was 5 to 4.",
        "The party has 15 seats in the council. Councillors voted 31 to 24 to sell the depot.",
        # Rounded.
        "The poll gives Orme 44 percent and Strand 39 percent, a lead of 6 points.",
    ],
)
def test_votes_of_others_are_left_alone(text: str) -> None:
    """Where another vote or other voters may be meant nothing is said."""
    assert not _told(text)
