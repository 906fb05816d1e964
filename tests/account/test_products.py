"""So much each, of how many, and in all, told anywhere in a report and in any units."""

from __future__ import annotations

from functools import partial

import pytest
from checked import told

_told = partial(told, published="2025-06-18")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "The ferry can take 180 cars on each crossing and made 14 crossings on Saturday. It carried "
            "{} cars "
            "that day, the company said. The fare is 21 euros.",
            "3,900",
            "2,390",
        ),
        (
            "The new school in Orrin opens with 24 classes. On average there will be 22 children in a "
            "class, the "
            "head teacher said.\n\nAltogether {} children have been enrolled. There are 41 teachers.",
            "728",
            "528",
        ),
        (
            "The farm near Kalm keeps 6,000 hens. Each hen lays 290 eggs a year, the farmer "
            "said.\n\nLast year {} "
            "million eggs left the yard. A box sells for 3.20 euros.",
            "2.74",
            "1.74",
        ),
        (
            "Every family is given a parcel of 18 kilos. Volunteers handed out 2,500 parcels in Holm in "
            "March, {} "
            "tonnes of food, their leader said.",
            "75",
            "45",
        ),
        (
            "The express covers the 240 km from Selm to Orrin in {} minutes. On this line we average "
            "160 km an "
            "hour, the director said.",
            "50",
            "90",
        ),
        (
            "The tractor ploughed a field 9 km from Selm and used {} litres on the 400 km of furrows. "
            "That is 30 "
            "litres per 100 kilometres.",
            "210",
            "120",
        ),
        (
            "At 80 megawatts the store near Brennick runs for three hours. It holds {} megawatt-hours "
            "when it is "
            "full, the operator said.",
            "410",
            "240",
        ),
        (
            "She pays 850 euros a month to the town. Over the year, the rent comes to {} euros, about a "
            "fifth of "
            "what she takes in.",
            "14,200",
            "10,200",
        ),
        (
            "The ferry burns 900 litres of diesel on each trip and makes six trips a day. Its daily "
            "consumption "
            "of {} litres costs 6,100 euros.",
            "8,400",
            "5,400",
        ),
        (
            "The pickers earn 14 crowns an hour. They work 50 hours a week, said the foreman. That "
            "makes {} crowns a "
            "week for every picker.",
            "980",
            "700",
        ),
        (
            "The crates stood in 40 rows, and in each of them there were 30 melons. Guards seized {} "
            "melons at the "
            "border near Selm, the ministry said.",
            "2,200",
            "1,200",
        ),
    ],
)
def test_so_much_each_comes_to_what_all_have(text: str, wrong: str, right: str) -> None:
    """Units turn into each other, and the three may stand apart."""
    assert _told(text.format(wrong))
    assert not _told(text.format(right))


@pytest.mark.parametrize(
    "text",
    [
        # the total is that of the year before
        "Farmers brought in 4 tonnes a hectare from 60,000 hectares, against 410,000 tonnes last year.",
        # another rate is told with it
        "Corvo sold 750,000 shares for $1 million, or $1.35 a share. It may be changed into shares at "
        "$2 a share.",
        # both ways
        "There will be 16 trains a day in each direction, with 420 seats apiece, or 13,440 seats in all.",
        # one of two totals fits
        "On board were 800 bags of 50 kilos each. The ship carried 40 tonnes of rice and 19 tonnes of salt.",
        # some beside those that there were
        "The fire brigade sent teams of 12 people each to Selm, and ten more teams are on the way. So "
        "far they saved 163 people.",
        # a hope
        "The party has 300,000 members. Its goal of 9 million euros would take 20 euros from each member.",
        # a total of much else
        "The club charges 40 euros for each of its 900 members. Its budget also has other income, "
        "80,000 euros in all.",
    ],
)
def test_what_may_be_of_others_is_left_alone(text: str) -> None:
    """Figures that fit, and those of another time, another deal or more things, say that nothing is "
    "wrong."""
    assert not _told(text)
