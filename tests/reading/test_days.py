"""Which days a figure has by the times of its own sentence."""

from datetime import date

import pytest
from finders import Finder, days

from addup.records import Period


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("Some 140 fell ill in the week to Sunday.", "140", days("2024-05-06", "2024-05-12")),
        ("On Tuesday 31 people drowned.", "31", days("2024-05-14", "2024-05-14")),
        ("More than 9,000 people have signed since 1 March 2024.", "9,000", days("2024-03-01", "2024-05-16")),
        ("In the past 10 days, some 900 men have signed.", "900", days("2024-05-07", "2024-05-16")),
        (
            "A fire that began on Monday has burned 900 homes and hurt 12 people.",
            "12",
            days("2024-05-13", "2024-05-16"),
        ),
        (
            "Raids brought to 40 the number of people killed since May 2023.",
            "40",
            days("2023-05-01", "2024-05-16"),
        ),
        ("Raids brought to 40 the number killed this year.", "40", days("2024-01-01", "2024-05-16")),
        ("Oil for July delivery rose $2 on Tuesday.", "2", days("2024-05-14", "2024-05-14")),
        (
            "Profit for the January-March quarter was $9 million.",
            "9 million",
            days("2024-01-01", "2024-03-31"),
        ),
        (
            "Since the vote on 3 May 40 people have been arrested.",
            "40",
            days("2024-05-03", "2024-05-16"),
        ),
        (
            "Some 900 people have fled since the fall of Selm on Monday.",
            "900",
            days("2024-05-13", "2024-05-16"),
        ),
        (
            "Since the last report, of 10 May, 301 cases were added.",
            "301",
            days("2024-05-10", "2024-05-16"),
        ),
        (
            "Sales in the first quarter of 2023 were $9 million.",
            "9 million",
            days("2023-01-01", "2023-03-31"),
        ),
    ],
)
def test_a_figure_has_the_days_of_its_sentence(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_things_known_before_may_have_a_day_of_their_own(figure: Finder) -> None:
    text = "Four of the 14 fires since 2019 were set, police said."
    assert figure(text, "14").period == days("2019-01-01", "2024-05-16")


def test_a_time_in_the_phrase_of_what_is_counted_comes_first(figure: Finder) -> None:
    text = "The council on Wednesday condemned Monday's two bomb attacks in the north."
    assert figure(text, "two").period == days("2024-05-13", "2024-05-13")


def test_what_somebody_did_before_the_trial_has_its_own_day(figure: Finder) -> None:
    text = "He was convicted on Friday of killing 40 people in 1994."
    assert figure(text, "40").period == days("1994-01-01", "1994-12-31")


def test_a_rate_may_have_its_unit_apart(figure: Finder) -> None:
    assert figure("Up to 300 men register at the offices each day.", "300").amount.per == "day"


def test_an_age_said_of_a_time_has_its_days(figure: Finder) -> None:
    assert figure("Orr turned 70 on Tuesday.", "70").period == days("2024-05-14", "2024-05-14")
    text = "Selm, who was 69 when he took office in 1981, was older."
    assert figure(text, "69").period == days("1981-01-01", "1981-12-31")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "In 2012, Orr won Ohio by 46 points, and in 2008 by 31.",
            "46",
            days("2012-01-01", "2012-12-31"),
        ),
        (
            "The deficit will grow from $46 billion this year to $31 billion in 2028.",
            "31 billion",
            days("2028-01-01", "2028-12-31"),
        ),
        (
            "The plan would add $46 billion to the debt over the next decade.",
            "46 billion",
            days("2024-05-16", "2034-05-16"),
        ),
    ],
)
def test_a_time_right_behind_a_figure_is_its_own_and_one_behind_and_is_of_the_next(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Orr, who on Monday cut his 2025 profit forecast to $2 million, resigned.",
            "2 million",
            days("2025-01-01", "2025-12-31"),
        ),
        (
            "Last month, Selm posted a 38% jump in pretax profit for the first quarter.",
            "38",
            days("2024-01-01", "2024-03-31"),
        ),
        (
            "Selm sold 40 carts last year, according to a note sent to bankers in January.",
            "40",
            days("2023-01-01", "2023-12-31"),
        ),
        (
            "On Tuesday they passed a budget that is bigger than this year, by 31 votes.",
            "31",
            days("2024-05-14", "2024-05-14"),
        ),
        ("The line, which carried 4,000 people last year, will pay each of them $31.", "31", Period()),
        ("Selm will cut 40 jobs by the end of 2026.", "40", Period(None, date(2026, 12, 31))),
        ("Some 40 firms had answered by Tuesday.", "40", days("2024-05-14", "2024-05-14")),
    ],
)
def test_a_time_is_that_of_what_it_stands_with(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_a_time_before_the_comma_of_a_report_is_of_what_is_reported(figure: Finder) -> None:
    text = "On Tuesday 100 were still missing, down from 250 a day earlier, the mayor said."
    assert figure(text, "250").period == days("2024-05-13", "2024-05-13")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Economists expect the rate to fall to 2.75 percent from 3.25 percent by December.",
            "2.75",
            Period(None, date(2024, 12, 31)),
        ),
        (
            "Economists expect the rate to fall to 2.75 percent from 3.25 percent by December.",
            "3.25",
            Period(),
        ),
        ("Belora has 7 million inhabitants, 565,000 fewer than ten years ago.", "7 million", Period()),
        ("Belora has 7 million inhabitants, 565,000 fewer than ten years ago.", "565,000", Period()),
        (
            "In the first wave, from February to March, the virus killed 640 people.",
            "640",
            days("2024-02-01", "2024-03-31"),
        ),
        ("The firm hopes to save 60 tonnes and will burn 75 tonnes in August.", "60", Period()),
        (
            "Sales fell 9 percent to $5 million in the first quarter. It had cash of $11 million at the end "
            "of April, from $12 million a month earlier.",
            "12 million",
            days("2024-03-01", "2024-03-31"),
        ),
        (
            "In the first quarter the loss shrank to $43 million from $62 million 12 months earlier.",
            "62 million",
            days("2023-01-01", "2023-03-31"),
        ),
    ],
)
def test_a_time_is_of_the_number_that_its_words_put_it_with(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_a_time_behind_two_verbs_of_one_subject_is_of_both(figure: Finder) -> None:
    text = (
        "Troops killed 16 rebels and wounded six more during a battle in Orel on Monday, police said Tuesday."
    )
    assert figure(text, "16").period == figure(text, "six").period == days("2024-05-13", "2024-05-13")


def test_what_something_came_to_is_of_the_time_of_its_move(figure: Finder) -> None:
    text = (
        "Brandt AG's first-quarter net profit fell 44 percent to 615 million euros.\n\nBrandt sold 418,000 "
        "pumps between January and March. In Norway deliveries slumped by 28 percent to 79,000."
    )
    assert figure(text, "79,000").period == figure(text, "28").period == days("2024-01-01", "2024-03-31")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The 2015 floods killed 40 people.", "40"),
        ("In the 2015 election Ms. Holt won 43 seats.", "43"),
        ("Opened in 2015, the plant employed 40 people that year.", "40"),
    ],
)
def test_a_year_before_what_a_figure_is_of_is_its_own(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2015-01-01", "2015-12-31")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("Nine people, three of them children, died on Monday.", "three", days("2024-05-13", "2024-05-13")),
        ("It announced plans to cut 40 jobs next year.", "40", days("2025-01-01", "2025-12-31")),
        ("The homes were worth $3 million in April.", "3 million", days("2024-04-01", "2024-04-30")),
        (
            "A 2009 study found that 40 percent of pupils eat too little.",
            "40",
            days("2009-01-01", "2009-12-31"),
        ),
        ("Some 900 members have joined since the April vote.", "900", days("2024-04-01", "2024-05-16")),
        ("Orr had told them to release 15 pages by April 30.", "15", Period(None, date(2024, 4, 30))),
        (
            "Claims fell in March, with firms adding 900 jobs during the month.",
            "900",
            days("2024-03-01", "2024-03-31"),
        ),
        ("Oster won 12 titles in the 1960s and 70s.", "12", days("1960-01-01", "1979-12-31")),
    ],
)
def test_a_time_that_dates_a_figure_gives_it_its_days(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "The raids killed 130 in Selm last June and 32 in Orrin in March.",
            "32",
            days("2024-03-01", "2024-03-31"),
        ),
        ("The fee rose from 10 cents in 2008 to 30 cents by 2012.", "30", days("2012-01-01", "2012-12-31")),
        ("The toll rose from 12 on Monday to 30 on Tuesday.", "30", days("2024-05-14", "2024-05-14")),
        ("The mill sold 12 carts in March and 40 ploughs.", "40", days("2024-03-01", "2024-03-31")),
        (
            "Losses on Monday and in the four towns that voted on Friday hurt him.",
            "four",
            days("2024-05-10", "2024-05-10"),
        ),
        ("In the years 2010 to 2013 it lost $4 million.", "4 million", days("2010-01-01", "2013-12-31")),
    ],
)
def test_each_of_two_figures_joined_has_the_time_that_stands_with_it(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_a_day_that_is_only_spoken_of_dates_nothing(figure: Finder) -> None:
    text = "Three men were hurt on the anniversary of 9/11. Police arrested 40 people."
    assert figure(text, "40").period == figure(text, "Three").period == Period()
    assert figure("She invoked 9/11 to justify 40 dismissals.", "40").period == Period()


def test_a_poll_taken_from_a_day_to_another_has_all_of_them_whatever_follows(figure: Finder) -> None:
    text = "A Herald poll taken from May 3 to 7 shows that 40 percent of voters back her."
    assert figure(text, "40").period == days("2024-05-03", "2024-05-07")


def test_what_is_only_looked_back_to_does_not_go_on(figure: Finder) -> None:
    before = "In the vote on Sunday they won 44 percent. Four years ago they had won 52 percent. "
    text = f"{before}Turnout fell to 37 percent."
    assert figure(text, "52").period == days("2020-01-01", "2020-12-31")
    assert figure(text, "37").period == days("2024-05-12", "2024-05-12")
    a_year_ago = "Nine members voted on Tuesday to close the zoo. A year ago it had 90,000 visitors."
    assert figure(a_year_ago, "90,000").period == days("2023-01-01", "2023-12-31")
    told_on = "Ten years ago the mill had 40 workers. It made 90 boats."
    assert figure(told_on, "90").period in (Period(), days("2014-01-01", "2014-12-31"))


def test_that_was_is_said_of_what_the_sentence_before_tells(figure: Finder) -> None:
    before = "Sales fell to 300 in March. For all of 2023, the mill sold 4,000 boats. "
    text = f"{before}That was 19 percent fewer than in 2022."
    assert figure(text, "19").period == days("2023-01-01", "2023-12-31")


def test_what_a_month_begins_or_ends_with_is_of_its_first_or_last_day(figure: Finder) -> None:
    text = "It raised $4 million in March and ended the month with $9 million in cash. It spent $3 million."
    assert figure(text, "9 million").period == days("2024-03-31", "2024-03-31")
    assert figure(text, "3 million").period == days("2024-03-01", "2024-03-31")
    assert figure("She began March with $8 million.", "8 million").period == days("2024-03-01", "2024-03-01")


def test_what_had_been_expected_is_of_the_days_of_the_result_before(figure: Finder) -> None:
    text = "Prices rose 2.4 percent in April. Economists had expected 2.3 percent."
    assert figure(text, "2.3").period == days("2024-04-01", "2024-04-30")


@pytest.mark.parametrize(
    "text",
    [
        "On a typical Saturday 900 shoppers come.",
        "On any Monday 900 shoppers come.",
        "On an average Friday the shop has 900 visitors.",
        "On any given night 900 people sleep there.",
    ],
)
def test_what_is_so_on_a_typical_day_is_of_no_day(figure: Finder, text: str) -> None:
    assert not figure(text, "900").period.known


def test_a_night_in_a_month_is_of_that_month(figure: Finder) -> None:
    text = "On one night in January, 900 people slept in the station."
    assert figure(text, "900").period == days("2024-01-01", "2024-01-31")
