"""Days, amounts and coverage in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import AGE, COST, DAILY, DEAD, FEWER, PUBLISHED, READING

import addup
from addup.records import Coverage, Period, Skipped, Source, Span
from addup.report import words
from addup.words import Interval


@pytest.mark.parametrize(
    ("first", "last", "said", "shown"),
    [
        (date(2024, 6, 10), date(2024, 6, 10), "on Monday", "10 Jun 2024"),
        (date(2024, 1, 1), PUBLISHED, "since the start of the year", "since 1 Jan 2024"),
        (date(2024, 1, 1), PUBLISHED, "the start of the year", "since 1 Jan 2024"),
        (date(2024, 6, 3), PUBLISHED, "in the past ten days", "3 to 12 Jun"),
        (date(2024, 5, 30), PUBLISHED, "in two weeks", "30 May to 12 Jun"),
        (date(2022, 9, 1), date(2022, 11, 30), "that autumn", "Sep to Nov 2022"),
        (date(2023, 2, 1), date(2023, 2, 28), "last February", "Feb 2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "last year", "2023"),
        (date(2021, 1, 1), date(2022, 12, 31), "", "2021 to 2022"),
        (date(2021, 12, 1), date(2022, 1, 31), "", "Dec 2021 to Jan 2022"),
        (date(2023, 12, 30), date(2024, 1, 2), "", "30 Dec 2023 to 2 Jan 2024"),
        (date(2023, 5, 3), None, "", "since 3 May 2023"),
        (None, date(2023, 5, 3), "", "until 3 May 2023"),
        (None, None, "recently", ""),
        (date(9999, 12, 1), date(9999, 12, 31), "", "Dec 9999"),
    ],
)
def test_days_are_written_as_people_do(first: date | None, last: date | None, said: str, shown: str) -> None:
    assert words.period(Period(first, last), published=PUBLISHED, words=said) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (15_000, "15,000"),
        (2_500_000, "2.5 million"),
        (1_512_345, "1,512,345"),
        (1_000_000_000, "1 billion"),
        (-3, "−3"),
        (2.5, "2.5"),
        (0.001, "0.001"),
        (Fraction(1, 3), "0.33"),
        (0, "0"),
    ],
)
def test_numbers_are_written_with_the_digits_they_need(value: float | Fraction, shown: str) -> None:
    assert words.number(value) == shown


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_is_never_rounded(value: int) -> None:
    digits = words.number(value).replace("−", "-").replace(",", "")
    amount, _, size = digits.partition(" ")
    factor = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[size]
    assert Fraction(amount) * factor == value


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (144, 144, "exactly 144"),
        (0, 0, "exactly 0"),
        (144, None, "144 or more"),
        (0, 1700, "at most 1,700"),
        (2, 20, "2 to 20"),
    ],
)
def test_intervals_are_told_in_words(low: int, high: int | None, shown: str) -> None:
    assert words.interval(Interval(Fraction(low), None if high is None else Fraction(high))) == shown


def test_a_rate_is_said_once() -> None:
    assert words.said(DAILY) == "up to 800 a day"
    span = replace(DAILY.amount.span, text="up to 800 each day")
    assert words.said(replace(DAILY, amount=replace(DAILY.amount, span=span))) == "up to 800 each day"


def test_a_count_commits_to_whole_things() -> None:
    assert words.commits(DEAD) == "31 or more at the widest, 31 to 34 as most readers take it"


def test_units_are_named() -> None:
    assert words.commits(COST).startswith("1.45 million to 1.55 million US dollars")
    assert "22 years" in words.commits(AGE)


def test_a_unit_that_is_said_elsewhere_is_told_in_words() -> None:
    text = "Selm was promised 31,000 tonnes and has had 12,400. Profit slid to 211 million euros from 306."
    figures = addup.read(text, published="2025-06-12").figures
    told = [words.said(figure) for figure in figures]
    assert told == ["31,000 tonnes", "12,400 tonnes", "211 million euros", "306 million euros"]


@pytest.mark.parametrize("hostile", ["\x1b[31mred", "a\u202eb", "two\nlines", "bell\x07", "\ud800"])
def test_words_from_outside_cannot_steer_a_terminal(hostile: str) -> None:
    shown = words.plain(hostile)
    assert shown.isprintable()


def test_coverage_tells_what_was_left_out_and_what_was_not_understood() -> None:
    skipped = tuple(
        Skipped(Span("7", at, at + 1), why) for at, why in enumerate(["date", "date", "rank", words.UNREAD])
    )
    reading = replace(READING, coverage=Coverage(13, 9, skipped))
    assert words.coverage(reading) == (
        "9 figures from 3 sources · 2 dates and 1 rank left out · 1 number not understood"
    )


def test_without_a_day_of_publication_the_latest_day_named_is_told() -> None:
    reading = replace(READING, document=replace(READING.document, published=None))
    assert words.published(reading) == (
        "day of publication not known; not before 10 June 2024, the latest day that it names"
    )


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("1 January to 24 March 2024", "1 Jan to 24 Mar"),
        ("on 5 May 2023", "on 5 May 2023"),
        ("5 Marches in 2024", "5 Marches in 2024"),
    ],
)
def test_days_on_the_screen_are_short(text: str, short: str) -> None:
    assert words.short_days(text, date(2024, 4, 3)) == short


def test_one_source_is_counted_once_however_it_begins() -> None:
    police = [
        replace(DEAD, source=Source("Police", 0, 6)),
        replace(FEWER, source=Source("police", 0, 6)),
    ]
    assert words.sources(replace(READING, figures=tuple(police))) == ("Police",)
