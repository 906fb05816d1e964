"""The days that a bulletin covers are told from its head, and from nothing else."""

from datetime import date

import pytest

from addup.documents.bulletins import Bulletin, bulletin_of, week_numbered

PUBLISHED = date(2024, 5, 9)


def days(text: str, published: date | None = PUBLISHED) -> str | None:
    bulletin = bulletin_of(text, published)
    return None if bulletin is None else f"{bulletin.first}..{bulletin.last}"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Reporting period: 29 April – 5 May 2024 (Week 18)", "2024-04-29..2024-05-05"),
        ("Reporting period: Week 18 (29 April – 5 May 2024)", "2024-04-29..2024-05-05"),
        ("Period covered: 1–7 May", "2024-05-01..2024-05-07"),
        ("Protection of Civilians Report | 16 - 29 April 2024", "2024-04-16..2024-04-29"),
        ("Situation Report: April 29 – May 5, 2024", "2024-04-29..2024-05-05"),
        ("Fever bulletin, week 18 (29 April to 5 May 2024)", "2024-04-29..2024-05-05"),
        ("Monthly Humanitarian Update, 28 December 2023 to 3 January 2024", "2023-12-28..2024-01-03"),
        ("Monthly Humanitarian Bulletin\nApril 2024", "2024-04-01..2024-04-30"),
        ("Humanitarian Bulletin\nHIGHLIGHTS (22 – 28 April 2024)", "2024-04-22..2024-04-28"),
        ("Quarterly Report, January – March 2024", "2024-01-01..2024-03-31"),
        ("1 – 30 April 2024 | Protection Update", "2024-04-01..2024-04-30"),
        ("Weekly Epidemiological Update – Week 18, 2024", "2024-04-29..2024-05-05"),
        ("Reporting period: 01/05/2024 – 07/05/2024", "2024-05-01..2024-05-07"),
        ("Reporting period: 05/01/2024 to 05/07/2024", "2024-05-01..2024-05-07"),
        ("Situation Report No. 4\n29.04.2024 - 05.05.2024", "2024-04-29..2024-05-05"),
        ("Sitrep 4 (2024-05-01 to 2024-05-07)", "2024-05-01..2024-05-07"),
    ],
)
def test_the_head_of_a_bulletin_says_which_days_it_covers(head: str, expected: str) -> None:
    assert days(f"{head}\n\nForty people fell ill.") == expected


@pytest.mark.parametrize(
    "head",
    [
        "Situation Report No. 3 (7 May 2024)",
        "Flash Update No. 2 - 7 May 2024",
        "Data as of 5 May 2024",
        "Report on the attack of 3 May 2024",
        "Storm kills 12 in April 2024",
        "The fair is open 3 – 5 May 2024 in Selm",
        "Situation Report, 5 – 1 May 2024",
    ],
)
def test_a_single_day_or_what_happened_then_is_not_what_a_report_covers(head: str) -> None:
    assert days(head) is None


def test_a_year_that_is_not_written_is_that_of_publication_and_else_not_known() -> None:
    assert days("Reporting period: 27 December – 2 January", date(2024, 1, 5)) == "2023-12-27..2024-01-02"
    assert days("Reporting period: 27 December – 2 January", None) is None


def test_the_words_are_where_it_says_so() -> None:
    text = "Fever bulletin\n\n  Reporting period: 1–7 May 2024\n"
    bulletin = bulletin_of(text)
    assert bulletin is not None
    assert text[bulletin.start : bulletin.end] == "1–7 May 2024"


def test_weeks_are_numbered_by_iso_8601_and_end_with_the_one_that_runs() -> None:
    assert week_numbered(18, None, PUBLISHED) == (date(2024, 4, 29), date(2024, 5, 5))
    assert week_numbered(50, None, PUBLISHED) == (date(2023, 12, 11), date(2023, 12, 17))
    assert week_numbered(1, 2021, PUBLISHED) == (date(2021, 1, 4), date(2021, 1, 10))
    assert week_numbered(60, None, PUBLISHED) is None


def test_weeks_of_a_bulletin_begin_on_the_day_on_which_its_own_does() -> None:
    sunday = Bulletin(date(2024, 4, 28), date(2024, 5, 4), 18, 0, 0)
    assert sunday.grain == "week"
    assert sunday.week_numbered(17) == (date(2024, 4, 21), date(2024, 4, 27))


@pytest.mark.parametrize(
    ("first", "last", "grain"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), "month"),
        (date(2024, 2, 1), date(2024, 2, 28), None),
        (date(2024, 1, 1), date(2024, 3, 31), "quarter"),
        (date(2023, 1, 1), date(2023, 12, 31), "year"),
        (date(2024, 5, 1), date(2024, 5, 7), "week"),
    ],
)
def test_what_a_bulletin_covers_may_be_a_week_a_month_a_quarter_or_a_year(
    first: date, last: date, grain: str | None
) -> None:
    assert Bulletin(first, last, None, 0, 0).grain == grain
