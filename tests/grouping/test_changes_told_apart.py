"""Changes told paragraphs away from the amounts that they are of: what is left over belongs together."""

from __future__ import annotations

import pytest

import addup

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
]


def worth_a_look(text: str, published: str = "2025-11-20") -> list[str]:
    result = addup.check(addup.series([addup.read(text, published=published)]))
    return [finding.text for finding in result.findings if finding.kind in ("conflict", "tension")]


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
