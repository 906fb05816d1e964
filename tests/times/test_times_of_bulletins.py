"""In a bulletin "this week" and "the reporting period" are what it covers, and weeks have numbers."""

from datetime import date

import pytest
import spacy

from addup.reading.times import find_times
from addup.records import Time

ENGLISH = spacy.blank("en")
PUBLISHED = date(2024, 5, 8)
OF_A_WEEK = "Fever bulletin\nReporting period: 29 April – 5 May 2024 (Week 18)\n\n"
OF_OTHER_DAYS = "Protection Update | 16 - 29 April 2024\n\n"
OF_A_MONTH = "Monthly Humanitarian Bulletin\nApril 2024\n\n"


def days(text: str, published: date | None = PUBLISHED) -> str:
    time = find_times(ENGLISH(text), published)[-1]
    record = time.to_dict()
    return f"{record['from']}..{record['to']}"


def last_of(text: str) -> Time:
    return find_times(ENGLISH(text), PUBLISHED)[-1]


@pytest.mark.parametrize(
    ("head", "sentence", "expected"),
    [
        (OF_A_WEEK, "Forty fell ill this week.", "2024-04-29..2024-05-05"),
        (OF_A_WEEK, "Forty fell ill during the reporting period.", "2024-04-29..2024-05-05"),
        (OF_A_WEEK, "Forty fell ill in the reporting week.", "2024-04-29..2024-05-05"),
        (OF_A_WEEK, "Forty fell ill in the past week.", "2024-04-29..2024-05-05"),
        (OF_A_WEEK, "Since 3 March fewer fell ill than in the previous week.", "2024-04-22..2024-04-28"),
        (OF_A_WEEK, "Forty fell ill in the last four weeks.", "2024-04-08..2024-05-05"),
        (OF_A_WEEK, "Forty fell ill in week 17.", "2024-04-22..2024-04-28"),
        (OF_A_WEEK, "Forty fell ill in epidemiological week 50.", "2023-12-11..2023-12-17"),
        (OF_A_WEEK, "Forty fell ill in weeks 15–18.", "2024-04-08..2024-05-05"),
        (OF_OTHER_DAYS, "Forty were hurt during the reporting period.", "2024-04-16..2024-04-29"),
        (OF_OTHER_DAYS, "Forty were hurt in the period under review.", "2024-04-16..2024-04-29"),
        (OF_OTHER_DAYS, "Forty were hurt in the previous two weeks.", "2024-04-02..2024-04-15"),
        (OF_A_MONTH, "Forty were hurt during the month.", "2024-04-01..2024-04-30"),
        (OF_A_MONTH, "Forty were hurt in the previous month.", "2024-03-01..2024-03-31"),
    ],
)
def test_times_of_a_bulletin_are_counted_from_what_it_covers(head: str, sentence: str, expected: str) -> None:
    assert days(head + sentence) == expected


def test_weeks_have_numbers_where_a_text_counts_them() -> None:
    assert last_of("Epi week 18 began calm. Forty fell ill in week 17.").value == "2024-W17"
    times = find_times(ENGLISH("In week 17 of the season they lost 40 games."), PUBLISHED)
    assert all(time.value != "2024-W17" for time in times)


def test_a_report_that_says_nothing_of_its_days_has_no_reporting_period() -> None:
    assert last_of("Forty fell ill during the reporting period.").value is None


@pytest.mark.parametrize(
    "text", ["It lasted from 16 - 29 April 2024.", "The fair, 16 – 29 April 2024, was full."]
)
def test_two_days_of_a_month_may_stand_around_a_dash_with_blanks(text: str) -> None:
    first, second = find_times(ENGLISH(text), PUBLISHED)
    assert (first.value, second.value) == ("2024-04-16", "2024-04-29")


def test_the_number_of_a_bulletin_is_no_day() -> None:
    (time,) = find_times(ENGLISH("Bulletin No. 2 - 7 May 2024"), PUBLISHED)
    assert time.value == "2024-05-07"
