"""The day of publication is taken from what says it, and never guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addup.documents import from_text
from addup.documents.days import address_day, date_line_day, given_day, is_date_line
from addup.errors import DateError


@pytest.mark.parametrize(
    "words",
    [
        *("2024-05-16", " 2024-05-16 ", "2024-05-16T08:30:00Z", "20240516"),
        *("16 May 2024", "16th of May, 2024", "Thursday, 16 May 2024", "May 16, 2024", "May 16th 2024"),
        *(date(2024, 5, 16), datetime(2024, 5, 16, 8, 30)),
    ],
)
def test_a_given_day_may_be_written_in_these_ways(words: str | date) -> None:
    assert given_day(words) == date(2024, 5, 16)


@pytest.mark.parametrize(
    "words",
    [
        *("", "yesterday", "5/6/2024", "2024-02-30", "May 2024", "16 May", "31 June 2024", "2024"),
        *("16 May 24", "0024-05-16"),
    ],
)
def test_a_given_day_that_is_not_clear_is_refused_with_the_accepted_forms(words: str) -> None:
    with pytest.raises(DateError, match=r"write 2024-05-16, 16 May 2024 or May 16, 2024") as refused:
        given_day(words)
    assert "\n" not in str(refused.value)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_written_out_is_read_back(day: date) -> None:
    assert given_day(day.isoformat()) == day
    assert given_day(f"{day.day} {day:%B} {day.year:04}") == day
    assert given_day(f"{day:%b}. {day.day}, {day.year:04}") == day


@pytest.mark.parametrize(
    "line",
    [
        "MOMBASA, Nov. 22, 2009 - Two boats",
        "MOMBASA, Kenya (Nov. 22, 2009) – Two boats",
        "MOMBASA, 22 November 2009 (Coast News) - Two boats",
        "PORT-AU-PRINCE, Haiti, Sunday, November 22nd, 2009: Two boats",
        "MOMBASA, Kenya, November 22, 2009. Two boats collided",
        "(Mombasa, November 22, 2009) – Two boats collided",
        "Mombasa, 22 November 2009 – Two boats collided",
        "Mombasa, Kenya, 22 November 2009: Two boats collided",
        "Port Selm/Mombasa (22 November 2009) -- Two boats collided",
        "22 November 2009, Mombasa – Two boats collided",
        "Published: 22 November 2009",
        "First published on Sunday 22 November 2009",
        "Issued Nov 22, 2009",
        "22 November 2009",
        "Sunday, 22 November 2009, 10:35 GMT",
        "2009-11-22",
    ],
)
def test_a_date_line_gives_the_day(line: str) -> None:
    assert date_line_day(f"Boats collide\n\n{line}\nTwo boats collided.") == date(2009, 11, 22)
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "MOMBASA (Nov. 22) - Two boats",  # no year
        "MOMBASA, Nov. 31, 2009 - Two boats",  # no such day
        "The harbour was opened on November 22, 2009.",
        "On 22 November 2009 two boats collided.",
        "On Sunday, 22 November 2009 - the day of the fair - two boats collided.",
        "After Mombasa, 22 November 2009: two boats collided.",
        "Two boats collided in Mombasa, 22 November 2009: nobody was hurt.",
        "FIFA was founded here on May 21, 1904. Two boats",
        "Updated: 22 November 2009",
        "Reports for November 2009",
        "12 2009 11 22",
    ],
)
def test_a_date_in_the_story_is_no_date_line(line: str) -> None:
    assert date_line_day(f"Boats collide\n\n{line}\nTwo boats collided.") is None


@pytest.mark.parametrize(
    "heading",
    [
        "Orel: Situation Report No. 3 (22 November 2009)",
        "Orel floods: Flash Update No. 2 - 22 November 2009",
        "Flash Update #2 as of 22 November 2009",
        "Sitrep 5 (as of 6 p.m., 22 November 2009)",
        "Situation update, Sunday 22 November 2009, 18:00",
        "Situation report 22 November 2009",
        "22 November 2009 | Daily bulletin",
        "As of 22 November 2009",
        "Data as of 22 November 2009",
        "Date of issue: 22 November 2009",
    ],
)
def test_the_heading_of_a_bulletin_gives_the_day(heading: str) -> None:
    document = from_text(f"{heading}\n\nTwo boats collided on Friday.")
    assert document.published == date(2009, 11, 22)


@pytest.mark.parametrize(
    "heading",
    [
        "Humanitarian Bulletin | 1 – 22 November 2009",
        "Weekly update (29 October - 22 November 2009)",
        "Report on the collision of 22 November 2009",
        "Report by the council that met 22 November 2009",
        "Deaths in Selm as of 22 November 2009",
        "Boats collide off Selm, 22 November 2009",
    ],
)
def test_a_heading_of_several_days_or_of_what_happened_gives_none(heading: str) -> None:
    assert from_text(f"{heading}\n\nTwo boats collided on Friday.").published is None


@pytest.mark.parametrize(
    "head",
    [
        "Situation Report No. 3 (27/05/2024)",
        "Flash Update No. 2 as of 5/27/2024",
        "Published: 27.05.2024",
        "27/05/2024",
    ],
)
def test_a_day_in_digits_that_can_be_read_in_one_way_only_is_the_day(head: str) -> None:
    assert from_text(f"{head}\n\nTwo boats collided.").published == date(2024, 5, 27)


def test_which_comes_first_in_a_day_in_digits_other_days_of_the_text_tell() -> None:
    head = "Situation Report No. 3 (07/05/2024)\n\n"
    assert from_text(f"{head}Two boats collided.").published is None
    assert from_text(f"{head}Since 28/04/2024, two boats collided.").published == date(2024, 5, 7)
    assert from_text(f"{head}Since 04/28/2024, two boats collided.").published == date(2024, 7, 5)


def test_the_day_of_publication_goes_before_that_of_the_heading() -> None:
    text = "Situation report as of 20 November 2009\nPublished: 22 November 2009\n\nTwo boats collided."
    assert from_text(text).published == date(2009, 11, 22)


def test_a_date_line_far_down_in_the_text_is_not_the_reports_own() -> None:
    assert date_line_day("Two boats collided.\n" * 12 + "22 November 2009\n") is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("2024-05-16-flood.txt", date(2024, 5, 16)),
        ("flood_20240516.html", date(2024, 5, 16)),
        ("/news/2024/05/16/flood", date(2024, 5, 16)),
        ("/news/2024/05/flood", None),
        ("/news/2024-05/16/flood", None),
        ("flood-2024-02-31.txt", None),
        ("story-1202405161.html", None),
        ("flood.txt", None),
    ],
)
def test_an_address_gives_a_day_only_if_it_holds_a_whole_one(address: str, day: date | None) -> None:
    assert address_day(address) == day


def test_a_report_without_a_day_has_none() -> None:
    document = from_text("Two boats collided on Sunday, the harbour master said.")
    assert document.published is None
    assert "published" not in document.found


def test_the_given_day_overrides_the_date_line() -> None:
    document = from_text("MOMBASA, Nov. 22, 2009 - Two boats collided.", published="2009-11-25")
    assert (document.published, document.found["published"]) == (date(2009, 11, 25), "given")
