"""What is said with a time covers the days that its words lead to."""

from datetime import date

import pytest
import spacy

from addup.reading.times import days_covered, find_times

ENGLISH = spacy.blank("en")
PUBLISHED = date(2024, 4, 3)


def test_the_start_of_a_year_begins_a_stretch_that_a_later_day_ends() -> None:
    doc = ENGLISH("They count 71 deaths from the start of the year to the end of March.")
    start, end = find_times(doc, PUBLISHED)
    assert (start.period.first, end.period.last) == (date(2024, 1, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("More than 100 have signed since the start of 2024.", date(2024, 1, 1), PUBLISHED),
        ("More than 100 had signed until March.", None, date(2024, 3, 31)),
        ("More than 100 signed this year.", date(2024, 1, 1), PUBLISHED),
        ("More than 100 will sign this year.", date(2024, 1, 1), date(2024, 12, 31)),
        ("More than 100 signed in February.", date(2024, 2, 1), date(2024, 2, 29)),
        ("More than 100 signed.  As of Monday 90 had.", date(2024, 4, 1), date(2024, 4, 1)),
        ("More than 100 votes going back to 2023.", date(2023, 1, 1), PUBLISHED),
    ],
)
def test_days_covered_follow_the_words_before_the_time(
    text: str, first: date | None, last: date | None
) -> None:
    doc = ENGLISH(text)
    (time,) = find_times(doc, PUBLISHED)
    period = days_covered(doc, doc[2], time, PUBLISHED)
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        (
            "Some 340 came in the seven days to Sunday.",
            "the seven days",
            date(2024, 3, 25),
            date(2024, 3, 31),
        ),
        ("Some 340 came in the 14 days ending April 2.", "the 14 days", date(2024, 3, 20), date(2024, 4, 2)),
        ("They came in the seven days from Monday to Sunday, she said.", "Monday", *[date(2024, 3, 25)] * 2),
        ("From June to February 690 were lost.", "June", date(2023, 6, 1), date(2023, 6, 30)),
        (
            "Between May and June 309 came, down from 412 over the same months of 2022.",
            "the same months of 2022",
            date(2022, 5, 1),
            date(2022, 6, 30),
        ),
        (
            "From July to September 309 came, against 412 in those three months of 2022.",
            "those three months of 2022",
            date(2022, 7, 1),
            date(2022, 9, 30),
        ),
        (
            "At the end of January 900 had come. It was built in 2019. Three months later it had 950.",
            "Three months later",
            date(2024, 4, 1),
            date(2024, 4, 30),
        ),
    ],
)
def test_a_stretch_has_the_days_that_its_ends_and_the_stretch_before_give_it(
    text: str, words: str, first: date, last: date
) -> None:
    times = {time.span.text: time.period for time in find_times(ENGLISH(text), PUBLISHED)}
    assert (times[words].first, times[words].last) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The ministry said on Monday that 40 had died in the past 24 hours.", 31, 1),
        ("The ministry said on Monday that it was bad. It said 40 had died over the past day.", 31, 1),
        ("The army said Tuesday it had lost 40 men in the last two days.", 1, 2),
        (
            "The ministry said on Monday that it was bad. Orr met Bell. Some 40 died in the past 24 hours.",
            2,
            3,
        ),
        ("The ministry said on Friday that it was bad. It said 40 had died in the past 24 hours.", 2, 3),
        ("Some 40 have died in the past 24 hours.", 2, 3),
    ],
)
def test_the_past_hours_end_when_somebody_spoke_of_them(text: str, first: int, last: int) -> None:
    found = next(
        time
        for time in find_times(ENGLISH(text), PUBLISHED)
        if "past" in time.span.text or "last" in time.span.text
    )
    days = [date(2024, 3 if day == 31 else 4, day) for day in (first, last)]
    assert [found.period.first, found.period.last] == days
