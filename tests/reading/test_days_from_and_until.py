"""The days of stretches: where they begin, and whether they have an end."""

from collections.abc import Callable
from datetime import date

import pytest
from finders import Finder, days

from addup.records import Period, Reading


def test_what_began_after_the_report_is_not_since_when_it_counts(read: Callable[..., Reading]) -> None:
    text = "More than 4,000 people have reached the island since January."
    (figure,) = read(text, published="2024-11-20").figures
    assert not figure.period.known


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("From January through March, 310 people fled.", "310", days("2024-01-01", "2024-03-31")),
        ("Between May and August 2021, 310 people fled.", "310", days("2021-05-01", "2021-08-31")),
        ("From 2010 to 2015, 310 people fled.", "310", days("2010-01-01", "2015-12-31")),
        ("Between 3 and 5 May, 310 people fled.", "310", days("2024-05-03", "2024-05-05")),
        ("On Monday and Tuesday, 310 people fled.", "310", days("2024-05-13", "2024-05-14")),
        ("In the year to March, exports fell 4 percent.", "4", days("2023-04-01", "2024-03-31")),
        ("In the 12 months ended April 30, exports fell 4 percent.", "4", days("2023-05-01", "2024-04-30")),
        ("For the week ended May 4, claims fell to 310,000.", "310,000", days("2024-04-28", "2024-05-04")),
        ("Some 310 people have fled since the war began in April.", "310", days("2024-04-01", "2024-05-16")),
        ("The firm must repay $4 million within 30 days.", "4 million", days("2024-05-16", "2024-06-15")),
        ("In the two years since the coup, 310 people fled.", "310", days("2022-05-16", "2024-05-16")),
        (
            "Three days after the quake of May 7, 31 people were found.",
            "31",
            days("2024-05-10", "2024-05-10"),
        ),
    ],
)
def test_two_ends_make_one_stretch(figure: Finder, text: str, number: str, period: Period) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The cuts are to save $40 million a year from 2025.", "40 million"),
        ("The mill will make 40,000 cars a year starting in 2025.", "40,000"),
    ],
)
def test_what_begins_in_time_to_come_has_no_end(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == Period(date(2025, 1, 1), None)


def test_what_happened_when_a_stretch_began_is_of_that_time(figure: Finder) -> None:
    text = "Since Orr bought the firm in March for $9 million, it has sold 31 shops."
    assert figure(text, "9 million").period == days("2024-03-01", "2024-03-31")
    assert figure(text, "31").period == days("2024-03-01", "2024-05-16")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("In the first four months of the year, 31 firms failed.", "31", days("2024-01-01", "2024-04-30")),
        ("In the last three months of 2023, 31 firms failed.", "31", days("2023-10-01", "2023-12-31")),
        ("In 2008 and 2012, Orr won 31 counties.", "31", days("2008-01-01", "2012-12-31")),
        (
            "A bomb killed 46 people on Sunday. It was the worst since 2004, when 91 died.",
            "91",
            days("2004-01-01", "2004-12-31"),
        ),
        (
            "So far this year, 46 people have died, compared with 31 in the same period last year.",
            "31",
            days("2023-01-01", "2023-05-16"),
        ),
        (
            "Orr Ltd. earned $9 million in the first four months of the year. Sales rose 31% this year.",
            "31",
            days("2024-01-01", "2024-04-30"),
        ),
    ],
)
def test_parts_of_years_and_years_together_are_told_apart(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Fires have killed at least 16 people since Saturday and destroyed more than 700 homes.", "16"),
        ("Fires have killed at least 16 people since Saturday and destroyed more than 700 homes.", "700"),
        ("Fires have destroyed 700 homes and killed 16 people since Saturday.", "700"),
    ],
)
def test_at_least_is_no_superlative_that_ends_with_since(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2024-05-11", "2024-05-16")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("A 50-strong mob burned a shop on Monday.", "50", days("2024-05-13", "2024-05-13")),
        ("Some 40 people were held before the vote on Monday.", "40", days("2024-05-13", "2024-05-13")),
        (
            "Orr raised $11 million in April and spent $17 million over the course of the month.",
            "17 million",
            days("2024-04-01", "2024-04-30"),
        ),
        ("The bank may buy 900 shares after Jan. 1, 2025.", "900", Period(date(2025, 1, 2), None)),
        (
            "Orel has gained an estimated 2 percent of the market so far this year.",
            "2",
            days("2024-01-01", "2024-05-16"),
        ),
        (
            "Profit this year is likely to be 4.7 billion francs ($754 million), up from last year.",
            "754 million",
            days("2024-01-01", "2024-12-31"),
        ),
    ],
)
def test_a_stretch_has_the_ends_that_its_words_give_it(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_a_stretch_that_came_before_has_not_the_time_of_what_came_after(figure: Finder) -> None:
    assert not figure("Orr left in 1960 after eight years in office.", "eight").period.known


def test_what_goes_on_over_the_next_few_years_has_no_end(figure: Finder) -> None:
    text = "It will cut 400 jobs over the next few years. It has 900 workers."
    assert figure(text, "400").period == Period(date(2024, 5, 16), None)
    assert not figure(text, "900").period.known


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The clinic opened 10 days ago and has treated 300 people.", "2024-05-06"),
        ("The campaign began three weeks ago and has reached 300 children.", "2024-04-22"),
        ("The museum opened in 2019 and has drawn 300 visitors.", "2019-01-01"),
        ("The centre was set up in March and has treated 300 patients.", "2024-03-01"),
        ("The line opened in March, and it has carried 300 riders.", "2024-03-01"),
        ("She moved to Selm in 2019 and has since written 300 poems.", "2019-01-01"),
        ("The outbreak began in March. It has since infected 300 people.", "2024-03-01"),
        ("The firm was founded in 1998 and has built 300 bridges.", "1998-01-01"),
    ],
)
def test_what_has_come_about_since_a_beginning_runs_from_there(figure: Finder, text: str, first: str) -> None:
    assert figure(text, "300").period == days(first, "2024-05-16")


@pytest.mark.parametrize(
    "text",
    [
        "The shop opened in March and has 300 workers.",
        "The plant opened in March and will employ 300.",
        "The camp opened two weeks ago and now holds 300 people.",
    ],
)
def test_what_is_so_now_or_to_come_does_not_run_from_a_beginning(figure: Finder, text: str) -> None:
    assert figure(text, "300").period == Period()
