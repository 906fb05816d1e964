"""Changes told paragraphs away from the amounts that they are of: what is left over belongs together."""

from __future__ import annotations

import pytest
from reports import does_not_add_up

APART = [
    (
        "Selm Nurseries said on Monday that turnover had climbed by {} last year.\n\nIt took on 90 people "
        "in March, and a fifth of its customers came from Orrin.\n\nRevenue came to 52.3 million pounds, "
        "against 47.5 million in the previous twelve months.",
        "24 percent",
        "10 percent",
    ),
    (
        "Patrols seem to keep thieves away from Brennick.\n\nOfficers recorded 612 burglaries between July "
        "and September, down from 765 over the same months last year. Some 40 percent were of sheds.\n\n"
        "Superintendent Ada Holm called the {} drop good news.",
        "38 percent",
        "20 percent",
    ),
    (
        "Guests booked 2.64 million nights in Marenda in 2024. Bookings from Holm slipped by 4 percent.\n\n"
        "A year earlier the number of nights had been 2.2 million, so the increase was {}.",
        "35 percent",
        "20 percent",
    ),
    (
        "The waiting list for hip operations in Orrin has been cut by {} since a second theatre opened.\n\n"
        "The theatre cost 900,000 euros. There are now 3,600 patients waiting, where a year ago there were "
        "4,800.",
        "half",
        "a quarter",
    ),
    (
        "The Greens of Selm have jumped by {} percentage points in a month, a poll for the daily Holm Post "
        "shows. The Centre has 27 percent.\n\nSupport for the Greens stands at 36 percent, compared with 31 "
        "at the beginning of October.",
        "eight",
        "five",
    ),
    (
        "Measles infections in Orrin have increased {} in six weeks, the ministry said.\n\nDoctors had "
        "confirmed 312 cases by 10 November, up from 78 at the end of September.",
        "sixfold",
        "fourfold",
    ),
    (
        "Library loans rebound\n\nAfter years of decline people are borrowing books again. "
        "Orrin's nine libraries lent out 1.68 million items in 2024; in 2021, with the doors "
        "closed for months, the figure had sunk to 1.12 million. Loans have thus risen by {} "
        "in three years, the council said.\n\nE-books account for 22 percent of all loans.",
        "30 percent",
        "50 percent",
    ),
    (
        "Steelmaker to shrink\n\nHolm Steel will cut its workforce from 8,400 to 6,300 by the "
        "end of next year, it said on Tuesday. The {} reduction will hit the works at "
        "Brennick hardest, where 900 jobs are to go.\n\nThe company lost 210 million euros in "
        "the first half.",
        "35 percent",
        "25 percent",
    ),
    (
        "Bees recover\n\nThe beekeepers of Selm counted 5,400 hives in spring. That is {} more "
        "than the 4,500 that came through the winter before, said their chairwoman, Ida "
        "Holm.\n\nThey have 310 members, one in eight of them under 30.",
        "40 percent",
        "a fifth",
    ),
    (
        "Club accounts\n\nOrrin Rovers closed the season in the red. Ticket sales, sponsors and "
        "television money brought the club 23.4 million pounds, the treasurer told members on "
        "Thursday, while wages and other costs ate up 27.9 million.\n\nThe hole of {} million "
        "will be filled by the owner. The team finished ninth, and its average gate was "
        "14,200.",
        "6.5",
        "4.5",
    ),
    (
        "Narrow\n\nVoters in Holm have chosen Maria Lund as their new mayor. She got 8,914 "
        "votes; her opponent, Karl Rand, had to make do with 8,611.\n\nMr Rand, who trailed by "
        "{} votes, asked for a recount. Turnout was 49 percent. In 2020 he had won by 1,900.",
        "503",
        "303",
    ),
    (
        "Museum visitors\n\nThe town museum of Brennick welcomed 86,000 visitors last year. In "
        '2022 only 43,000 had come. "We have {} our numbers in two years," said director Lea '
        "Rand. Admission costs 9 euros.",
        "tripled",
        "doubled",
    ),
]


def worth_a_look(text: str, published: str = "2025-11-20") -> list[str]:
    return does_not_add_up((published, text))


@pytest.mark.parametrize(("text", "wrong", "right"), APART)
def test_a_change_that_the_amounts_elsewhere_do_not_bear_out(text: str, wrong: str, right: str) -> None:
    assert len(worth_a_look(text.format(wrong))) == 1
    assert worth_a_look(text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        # Of profits, not of sales.
        "Net profit at Selm Mills rose by 34 percent last year.\n\nSales rose by 6 percent, to 3.18 billion "
        "crowns from 3.00 billion crowns.",
        # The change is of two other years.
        "Burglaries in Orrin rose by 30 percent between 2015 and 2019.\n\nOfficers recorded 412 burglaries "
        "last year, up from 380 in 2023.",
        # Told with what it led to.
        "The fire near Orrin has nearly doubled in a day to 5,200 hectares.\n\nNine people have died in "
        "fires, compared with six last year.",
        # With something left out.
        "Turnover at Selm Nurseries climbed by 24 percent, adjusted for closed shops.\n\nRevenue came to "
        "52.3 million pounds, against 47.5 million in the previous twelve months.",
    ],
)
def test_a_change_that_is_of_something_else(text: str) -> None:
    assert worth_a_look(text) == []
