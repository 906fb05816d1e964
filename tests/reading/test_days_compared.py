"""The days of what a figure is held against: the year before, the month before, what it rose from."""

from datetime import date

import pytest
from finders import Finder, days

import addup
from addup.records import Period


def test_only_what_follows_is_of_the_year_earlier(figure: Finder) -> None:
    text = "Profit for the first quarter of 2024 fell 50% to 75% below the year-earlier $5 million."
    assert figure(text, "50% to 75").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "5 million").period == days("2023-01-01", "2023-03-31")


def test_a_number_of_comparison_has_the_time_behind_it(figure: Finder) -> None:
    text = "The rate fell to 3.8 percent last month from 4.1 percent in December."
    assert figure(text, "3.8").period == days("2024-04-01", "2024-04-30")
    assert figure(text, "4.1").period == days("2023-12-01", "2023-12-31")
    text = "On Sunday the city posted 160 guards along the river, up from 90 last year."
    assert figure(text, "160").period == days("2024-05-12", "2024-05-12")


def test_what_was_told_of_a_time_before_has_that_time(figure: Finder) -> None:
    text = "Officers recorded 1,846 burglaries in 2023, a drop from the 2,011 logged in 2022."
    assert figure(text, "1,846").period == days("2023-01-01", "2023-12-31")
    assert figure(text, "2,011").period == days("2022-01-01", "2022-12-31")
    text = "Sales were 40 million euros, above the 36 million reported in March."
    assert figure(text, "40 million").period == Period()
    assert figure(text, "36 million").period == days("2024-03-01", "2024-03-31")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Prices rose 7 percent in March from a year earlier, after a 6 percent increase in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        (
            "Prices rose 7 percent in March from a year earlier, compared with 6 percent in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        (
            "Prices were 7 percent higher in March than a year earlier, after a 6 percent rise in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        (
            "Exports fell 7 percent in March from a year ago following a 6 percent drop in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        ("Output was 40 tonnes in 2022, up 6 percent on 2021.", "6", days("2022-01-01", "2022-12-31")),
        (
            "Output fell to 4 tonnes in 2022 from 5 tonnes a year earlier, a drop of 20 percent.",
            "20",
            days("2022-01-01", "2022-12-31"),
        ),
        (
            "Sales fell to $164m in 2022 from $205m in 2019, and its loss was $23m.",
            "23m",
            days("2022-01-01", "2022-12-31"),
        ),
        (
            "Output was 40 tonnes in 2022, up 6 percent on the year before.",
            "6",
            days("2022-01-01", "2022-12-31"),
        ),
        (
            "The loss narrowed to $9 million in 2022 from $14 million.",
            "14 million",
            days("2021-01-01", "2021-12-31"),
        ),
        (
            "Some 270 miners have died since 2005, 58 of them last year.",
            "58",
            days("2023-01-01", "2023-12-31"),
        ),
        ("Thefts have doubled since 2019, from 40 to 90 last year.", "40", days("2019-01-01", "2019-12-31")),
    ],
)
def test_what_something_is_held_against_has_its_own_time(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize("text", ["Revenue rose 7 percent from a year earlier, while costs fell 3 percent."])
def test_the_year_that_a_change_is_counted_from_is_not_that_of_what_follows(
    figure: Finder, text: str
) -> None:
    assert not figure(text, "3").period.known


def test_the_month_before_what_is_counted_by_the_month_is_its_time(figure: Finder) -> None:
    text = (
        "March sales rose 3.7 percent over all, compared with the period a year earlier, with car sales "
        "falling 1.9 percent."
    )
    assert figure(text, "3.7").period == figure(text, "1.9").period == days("2024-03-01", "2024-03-31")


@pytest.mark.parametrize(
    "text",
    [
        "It earned $9 million in the first quarter, from $7 million (£5 million), or $2 a share.",
        "It earned $9 million in the first quarter. It had $7 million, or $2 each, in the year-ago quarter.",
        "It earned $9 million in the first quarter, up from last year's $7 million, or $2 a share.",
        "It earned $9 million in the first quarter. A year earlier it had net of $7 million, or $2 a share.",
        "It earned $9 million in the first quarter. It had net of $7 million, or $2 a share, a year ago.",
        "It earned $9 million in the first quarter, twice the $7 million, or $2 a share, a year earlier.",
    ],
)
def test_all_amounts_of_the_year_before_are_known_by_one_word(figure: Finder, text: str) -> None:
    assert figure(text, "9 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "7 million").period == figure(text, "2").period == days("2023-01-01", "2023-03-31")


def test_what_is_part_of_an_amount_of_the_year_before_is_of_that_year(figure: Finder) -> None:
    text = (
        "Orr Ltd. had a loss of $3 million for the first quarter.\n\n"
        "In the year-ago quarter it earned $9 million, including a gain of $2 million from a sale."
    )
    assert figure(text, "2 million").period == figure(text, "9 million").period
    assert figure(text, "2 million").period == days("2023-01-01", "2023-03-31")


def test_amounts_held_against_others_in_one_breath_are_of_the_same_year(figure: Finder) -> None:
    text = "Its loss widened to $21 million, or $1.60 a share, from $8 million, or 60 cents, a year earlier."
    assert figure(text, "8 million").period == figure(text, "60").period == days("2023-01-01", "2023-12-31")


def test_an_amount_of_comparison_is_of_the_year_before(figure: Finder) -> None:
    text = "For the first quarter of 2024, sales rose 8% to $20 million from $18.5 million."
    assert figure(text, "20 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "18.5 million").period == days("2023-01-01", "2023-03-31")


def test_what_a_figure_is_held_against_sets_no_days_for_those_behind_it(figure: Finder) -> None:
    text = "The rate fell to 3.8% last month from 4.1% in December. That of women rose to 4.4%."
    assert figure(text, "4.4").period == days("2024-04-01", "2024-04-30")


def test_what_something_came_from_is_of_the_time_up_to_then(figure: Finder) -> None:
    text = "The outbreak has killed 120 people since the start of 2024, up from 85 a week ago."
    found, now = figure(text, "85").period, figure(text, "120").period
    assert found.first == now.first == date(2024, 1, 1)
    assert found.last is not None
    assert now.last is not None
    assert found.last < now.last


def test_what_is_behind_a_semicolon_is_not_of_the_year_that_is_held_against(figure: Finder) -> None:
    text = "Clinics have taken in 3,400 this year, twice as many as in the same period of 2023; 86 have died."
    assert figure(text, "86").period == days("2024-01-01", "2024-05-16")


def test_amounts_of_two_months_have_each_its_own(figure: Finder) -> None:
    text = "Imports rose 3 percent, compared with 7 percent in March and 5 percent in April."
    assert figure(text, "7").period == days("2024-03-01", "2024-03-31")
    assert figure(text, "5").period == days("2024-04-01", "2024-04-30")


def test_what_was_set_until_it_was_changed_is_of_no_year_before(figure: Finder) -> None:
    text = (
        "Orel Corp. said first-quarter profit rose to $40 million from $30 million. It also raised its "
        "quarterly dividend to $1.20 a share from $1.05."
    )
    assert figure(text, "30 million").period == days("2023-01-01", "2023-03-31")
    assert not figure(text, "1.05").period.known


def test_parts_are_of_the_week_of_their_whole_and_not_of_that_before() -> None:
    head = "Fever bulletin\nReporting period: 29 April – 5 May 2024\n\n"
    text = (
        "A total of 312 cases were registered this week, a decrease of 12 per cent from the previous week "
        "(355 cases). Of these, 140 were in Orrin County."
    )
    figures = {each.span.text: each for each in addup.read(head + text, published="2024-05-07").figures}
    assert figures["355 cases"].period.last == date(2024, 4, 28)
    assert figures["140"].period.first == date(2024, 4, 29)


def test_a_share_over_all_is_not_of_the_year_before_it(figure: Finder) -> None:
    text = "The region grew barley on 400 hectares in 2022. Over all, 30 percent of its land was sown."
    assert figure(text, "30").period.known is False


@pytest.mark.parametrize(
    ("text", "number", "year"),
    [
        ("There were 212 murders in 2015, compared with 190 the year before.", "190", 2014),
        ("There were 212 murders in 2015, up from 190 the previous year.", "190", 2014),
        ("In 2015, murders rose to 212 from 190 the year before.", "190", 2014),
        ("Police recorded 212 murders in 2012 and 190 the following year.", "190", 2013),
        ("The party won 40 seats in 2012, after 35 four years earlier.", "35", 2008),
    ],
)
def test_a_number_of_a_year_named_by_another_year_is_of_that_year(
    text: str, number: str, year: int, figure: Finder
) -> None:
    assert figure(text, number).period == days(f"{year}-01-01", f"{year}-12-31")


def test_a_count_may_stand_right_behind_the_start_of_the_year(figure: Finder) -> None:
    text = "Since the start of the year 30 journalists have been held."
    assert figure(text, "30").period.first == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The novel, published in 2001, has 900 pages.", "900"),
        ("The man, arrested on Monday, has three wives.", "three"),
    ],
)
def test_what_is_so_now_is_not_of_the_day_of_what_was_done_before(
    text: str, number: str, figure: Finder
) -> None:
    assert figure(text, number).period == Period(None, None)
