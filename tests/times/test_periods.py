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
