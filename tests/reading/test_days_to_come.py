"""The days of what is planned, expected or still so."""

from collections.abc import Callable
from datetime import date

import pytest
from finders import Finder, days

from addup.records import Period, Reading


def test_what_is_likely_of_a_year_is_of_all_of_it(figure: Finder) -> None:
    text = "This year's profit is likely to be $9 million."
    assert figure(text, "9 million").period == days("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("After beating Orr in Monday's primary, Selm will face 40 rivals.", "2024-05-13"),
        ("The results of Monday's vote will force 40 people to go.", "2024-05-13"),
        ("Orr prepared to speak to 40 people in Lisbon on Monday.", "2024-05-13"),
        ("Orr will speak to 40 people in Lisbon on Monday.", "2024-05-20"),
        ("Orr is set to hear 40 people on Monday.", "2024-05-20"),
    ],
)
def test_a_weekday_is_to_come_where_its_own_verb_says_so(
    read: Callable[..., Reading], text: str, day: str
) -> None:
    found = [time.period for time in read(text).times]
    assert found == [days(day, day)]


def test_a_level_now_has_no_days_to_come(figure: Finder) -> None:
    text = "Inflation is expected to average 2.2 percent in 2025. The target of the bank is 2 percent."
    assert not figure(text, "2").period.known


def test_a_time_to_come_is_of_the_verb_to_come(figure: Finder) -> None:
    text = "It released 300,000 tonnes from its reserves in April, and will sell 200,000 more by December."
    assert figure(text, "300,000").period == days("2024-04-01", "2024-04-30")
    assert figure(text, "200,000").period == Period(None, date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sales will rise slightly from an estimated $470 million this year.", "470 million"),
        ("Analysts had forecast sales of 4 million tonnes this year.", "4 million"),
    ],
)
def test_what_is_thought_of_a_year_is_of_all_of_it(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2024-01-01", "2024-12-31")


def test_what_is_still_so_is_of_the_day_on_which_it_was_said(read: Callable[..., Reading]) -> None:
    reading = read(
        "The toll of Monday night's attack on Selm has risen to five, officials said on Wednesday. The mayor "
        "said nine people remained in hospital. Some 43,000 homes still had no power."
    )
    found = {one.amount.number.text: one.period for one in reading.figures}
    assert found["nine"] == found["43,000"] == days("2024-05-15", "2024-05-15")


@pytest.mark.parametrize(
    ("text", "number", "last"),
    [
        ("The banks agreed in May to delay 14 loans by a year, until April.", "14", "2025-04-30"),
        ("The council voted on Monday to keep 14 guards there until May.", "14", "2025-05-31"),
        ("The truce held until April and saved 14 mines.", "14", "2024-04-30"),
    ],
)
def test_what_was_agreed_or_decided_is_still_to_come(
    read: Callable[..., Reading], text: str, number: str, last: str
) -> None:
    found = [one for one in read(text, published="2024-12-05").figures if one.amount.number.text == number]
    assert [one.period for one in found] == [Period(None, date.fromisoformat(last))]


def test_the_end_of_a_plan_is_not_the_time_of_what_was_done(figure: Finder) -> None:
    text = "The fund plans to reach 60,000 people by the end of August. Nine camps were hit by storms."
    assert figure(text, "60,000").period == Period(None, date(2024, 8, 31))
    assert not figure(text, "Nine").period.known


def test_what_is_to_come_is_not_of_a_past_day_told_of(figure: Finder) -> None:
    text = "The army killed 40 rebels on Tuesday. It will send 900 men there. They lost nine trucks."
    assert not figure(text, "900").period.known
    assert figure(text, "nine").period == figure(text, "40").period != Period()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The bank has closed 40 branches since January and will shut 25 more.", "25"),
        ("The plant cut 90 jobs last year and plans to cut 60 more.", "60"),
        ("Sales will fall by 9 percent, Bell said Tuesday, and 600 clerks will lose their jobs.", "600"),
    ],
)
def test_what_is_to_come_is_not_of_days_that_are_over(figure: Finder, text: str, number: str) -> None:
    assert not figure(text, number).period.known


def test_what_is_to_come_is_of_the_days_that_it_names(figure: Finder) -> None:
    text = "The bank will shut 25 branches this year."
    assert figure(text, "25").period == Period(date(2024, 1, 1), date(2024, 12, 31))
