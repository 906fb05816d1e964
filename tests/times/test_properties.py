"""What holds for the times of every text."""

from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from addup.reading.times import calendar, find_times
from addup.reading.times.calendar import Unit
from addup.reading.times.vocabulary import WORDS as VOCABULARY

ENGLISH = spacy.blank("en")
DAYS = st.dates(date(1900, 1, 8), date(2090, 12, 20))
NUMBERS = ["7", "31", "1990", "2024", "'98", "1980s", "5", "3-5", "12:30", ",", "-", "'s", ".", "\n"]
WORDS = st.sampled_from(sorted(VOCABULARY) + NUMBERS)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=14).map(" ".join))


@given(TEXTS, st.one_of(st.none(), DAYS))
def test_spans_lie_in_the_text_in_order_and_periods_do_not_end_before_they_begin(
    text: str, published: date | None
) -> None:
    times = find_times(ENGLISH(text), published)
    end = 0
    for time in times:
        assert end <= time.span.start < time.span.end <= len(text)
        assert text[time.span.start : time.span.end] == time.span.text
        end = time.span.end
        if time.period.first is not None and time.period.last is not None:
            assert time.period.first <= time.period.last


@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_times(text: str, published: date) -> None:
    assert find_times(ENGLISH(text), published) == find_times(ENGLISH(text), published)


@given(
    DAYS,
    st.sampled_from(["%B %-d, %Y", "%-d %B %Y", "%Y-%m-%d", "%m/%d/%Y", "%A, %B %-d, %Y", "%b. %-d, %Y"]),
)
def test_a_written_date_reads_back(day: date, form: str) -> None:
    if day.month == 5 and "%b." in form:
        form = form.replace("%b.", "%b")  # May is not abbreviated
    (time,) = find_times(ENGLISH(f"It was signed on {day.strftime(form)} in Rome."), None)
    assert (time.value, time.period.first, time.period.last) == (day.isoformat(), day, day)


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("yesterday", timedelta(days=1)),
        ("last week", timedelta(weeks=1)),
        ("on Monday", timedelta(weeks=1)),
        ("two weeks ago", timedelta(weeks=1)),
        ("in the past nine days", timedelta(days=1)),
    ],
)
@given(published=DAYS)
def test_a_later_publication_shifts_relative_times_with_it(
    words: str, step: timedelta, published: date
) -> None:
    doc = ENGLISH(f"They met {words}.")
    (time,) = find_times(doc, published)
    (later,) = find_times(doc, published + step)
    assert time.period.first is not None
    assert later.period.first == time.period.first + step
    assert later.period.last is not None
    assert later.period.last - later.period.first == (time.period.last or date.min) - time.period.first


@given(
    DAYS, st.sampled_from(["day", "week", "month", "quarter", "season", "half", "year", "decade", "century"])
)
def test_a_unit_holds_the_day_that_it_was_made_of_and_units_leave_no_gap(
    day: date, grain: calendar.Grain
) -> None:
    unit = calendar.containing(day, grain)
    assert unit.first <= day <= unit.last
    assert unit.shift(1).first == unit.last + timedelta(days=1)
    assert calendar.containing(unit.last, grain) == unit


@given(DAYS, st.sampled_from(["month", "quarter", "season", "half", "year", "decade", "week"]))
def test_early_mid_and_late_divide_a_unit(day: date, grain: calendar.Grain) -> None:
    unit: Unit = calendar.containing(day, grain)
    early, mid, late = (unit.narrowed(part) for part in ("early", "mid", "late"))
    assert (early.first, late.last) == (unit.first, unit.last)
    assert early.last is not None
    assert mid.last is not None
    assert (mid.first, late.first) == (early.last + timedelta(days=1), mid.last + timedelta(days=1))
