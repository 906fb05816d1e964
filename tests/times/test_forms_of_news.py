"""Forms of times that news has beside the commonest: "the week after next", "end-June", "the late 80s"."""

from datetime import date

import pytest
import spacy

from addup.reading.model import parse
from addup.reading.times import find_times
from addup.records import Time

WEDNESDAY = date(2024, 4, 3)
ENGLISH = spacy.blank("en")


def read(text: str) -> list[Time]:
    return list(find_times(ENGLISH(text), WEDNESDAY))


def only_time(text: str) -> tuple[str, str, str | None]:
    """Give words, type and value of the one time that a text has."""
    (time,) = read(text)
    return time.span.text, time.type, time.value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He waited 1½ hours.", "1½ hours", "PT1H30M"),
        ("He waited 5 ½ years.", "5 ½ years", "P5Y6M"),
        ("It took more than half a century.", "more than half a century", "P50Y"),
        ("It took three quarters of an hour.", "three quarters of an hour", "PT45M"),
        ("It was the worst in a quarter of a century.", "a quarter of a century", "P25Y"),
        ("She ran it for the better part of a decade.", "the better part of a decade", "P10Y"),
        ("It fell in the ensuing weeks.", "the ensuing weeks", "PXW"),
        ("It will fall in the weeks ahead.", "the weeks ahead", "PXW"),
        ("It will be the worst drought in ten years.", "ten years", "P10Y"),
        ("It closed in two weeks.", "two weeks", "P2W"),
        ("It will not have rained in two weeks.", "two weeks", "P2W"),
        ("It rained over the previous two weeks.", "the previous two weeks", "P2W"),
        ("It came two years prior to that.", "two years", "P2Y"),
        ("The shop is up 24 hours straight.", "24 hours", "PT24H"),
        ("The strike may last one day.", "one day", "P1D"),
        ("It sank in the last days of the war.", "the last days", "PXD"),
    ],
)
def test_a_length_is_read_with_its_fractions_and_hedges(text: str, words: str, value: str) -> None:
    assert only_time(text) == (words, "DURATION", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It lost money in FY09.", "FY09", "2009"),
        ("It opened in ‘08.", "‘08", "2008"),
        ("It was a hit in the late 80s.", "the late 80s", "198"),
        ("It was a hit in the early nineties.", "the early nineties", "199"),
        ("It was founded in the 1700s.", "the 1700s", "17"),
        ("It snowed in the winter of 2009-10.", "the winter of 2009-10", "2010-WI"),
        ("It rained in the spring of last year.", "the spring of last year", "2023-SP"),
        ("Rents rose in the week of 3 March.", "the week of 3 March", "2024-W09"),
        ("Pay it by end-June.", "end-June", "2024-06"),
        ("Stocks were low at end-2023.", "end-2023", "2023"),
        ("They meet on the first Tuesday in May.", "the first Tuesday in May", "2024-05-07"),
        ("They met on the last Friday of last month.", "the last Friday of last month", "2024-03-29"),
        ("They were open on Whit Monday.", "Whit Monday", "2023-05-29"),
        ("They were open on Black Friday.", "Black Friday", "2023-11-24"),
        ("They were open on Thanksgiving weekend.", "Thanksgiving weekend", "2023-W47-WE"),
        ("They were open over the Easter weekend.", "the Easter weekend", "2024-W13-WE"),
        ("It rose, compared with March.", "March", "2024-03"),
        ("It was wet on the last weekend of March.", "the last weekend of March", "2024-W13-WE"),
        ("It fell in the first half of March.", "the first half of March", "2024-03"),
        ("It fell in the second half of the 1990s.", "the second half of the 1990s", "199"),
        ("It sank on the Friday after Thanksgiving.", "the Friday after Thanksgiving", "2023-11-24"),
        ("It sank late on Friday.", "late on Friday", "2024-03-29"),
        ("It fell on a Friday.", "Friday", "XXXX-WXX-5"),
        ("It is told in a Friday ruling.", "Friday", "2024-03-29"),
        ("It lost pupils last school year.", "last school year", "2023"),
        ("It was built in the 5th century BC.", "the 5th century", "BC04"),
    ],
)
def test_a_time_in_the_calendar_is_read_in_its_shorter_and_longer_forms(
    text: str, words: str, value: str
) -> None:
    assert only_time(text) == (words, "DATE", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met the day before yesterday.", "the day before yesterday", "2024-04-01"),
        ("They will meet the day after tomorrow.", "the day after tomorrow", "2024-04-05"),
        ("They met the week before last.", "the week before last", "2024-W12"),
        ("They will meet the week after next.", "the week after next", "2024-W16"),
        ("They will meet the Tuesday after next.", "the Tuesday after next", "2024-04-16"),
        ("They will meet on Friday week.", "Friday week", "2024-04-12"),
        ("They will meet a week on Friday.", "a week on Friday", "2024-04-12"),
        ("They will meet two weeks from today.", "two weeks from today", "2024-04-17"),
        ("A year from now it may be gone.", "A year from now", "2025"),
        ("Decades from now it may be gone.", "Decades from now", "FUTURE_REF"),
        ("Prices were higher at this time last year.", "this time last year", "2023"),
        ("It will not end any time soon.", "any time soon", "FUTURE_REF"),
        ("It will not end anytime soon.", "anytime soon", "FUTURE_REF"),
        ("It rained later in the day.", "later in the day", "2024-04-03"),
        ("It sank eight years ago this month.", "eight years ago this month", "2016-04"),
        ("It sank two years ago this week.", "two years ago this week", "2022-W13"),
        ("It was built long ago.", "long ago", "PAST_REF"),
        ("It was rebuilt two years prior.", "two years prior", "2022"),
        ("It fell in pre-1990 years.", "1990", "1990"),
        ("It fell as recently as in March.", "March", "2024-03"),
        ("Lind Is Now Free", "Now", "PRESENT_REF"),
        ("It had been sent weeks earlier.", "weeks earlier", "PAST_REF"),
        ("The road may one day reach the sea.", "one day", "FUTURE_REF"),
        ("One day she will be queen.", "One day", "FUTURE_REF"),
        ("The mill will open in two weeks.", "two weeks", "2024-W16"),
        ("They will be many more in 30 years.", "30 years", "2054"),
    ],
)
def test_a_time_is_counted_from_the_day_of_publication(text: str, words: str, value: str) -> None:
    assert only_time(text) == (words, "DATE", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Shots fell on the night of 3-4 March.", "the night of 3-4 March", "2024-03-03TNI"),
        ("Shots fell on the night of March 3 to 4.", "the night of March 3 to 4", "2024-03-03TNI"),
        (
            "It fell in the early hours of Sunday morning.",
            "the early hours of Sunday morning",
            "2024-03-31TMO",
        ),
        ("They voted at 10:30 on Tuesday morning.", "10:30 on Tuesday morning", "2024-04-02T10:30"),
        ("They voted on Tuesday night at 10:30 p.m.", "Tuesday night at 10:30 p.m.", "2024-04-02T22:30"),
        ("They met just before dawn.", "dawn", "2024-04-03TMO"),
        ("They left at dusk on Friday.", "dusk on Friday", "2024-03-29TEV"),
        ("Later that night it rained.", "Later that night", "2024-04-03TNI"),
        ("They left at dawn.", "dawn", "2024-04-03TMO"),
        ("They left at 1605 hours.", "1605 hours", "2024-04-03T16:05"),
        ("They left late in the afternoon.", "late in the afternoon", "2024-04-03TAF"),
        ("They left at 4 o'clock in the afternoon.", "4 o'clock in the afternoon", "2024-04-03T16:00"),
        ("The bakery opened at three in the morning.", "three in the morning", "2024-04-03T03:00"),
        ("They left at 10:30 on Tuesday night.", "10:30 on Tuesday night", "2024-04-02T22:30"),
    ],
)
def test_a_part_of_a_day_is_read_with_all_that_names_the_day(text: str, words: str, value: str) -> None:
    assert only_time(text) == (words, "TIME", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The May election was close.", "2024-05"),
        ("Lowe won the March vote.", "2024-03"),
    ],
)
def test_may_and_march_are_months_before_the_noun_that_they_are_of(text: str, value: str) -> None:
    (time,) = find_times(parse(text), WEDNESDAY)
    assert time.value == value


def test_months_that_told_of_as_past_end_with_one_to_come_ended_a_year_ago() -> None:
    assert [time.value for time in read("Exports fell in the 12 months to June.")] == ["P12M", "2023-06"]


def test_an_hour_on_a_line_of_its_own_is_of_the_day_of_publication() -> None:
    times = read("3:40 p.m.\n\nLowe won on Saturday.\n\n2 p.m.\n\nOrr left at noon.\n")
    found = [time.value for time in times]
    assert found == ["2024-04-03T15:40", "2024-03-30", "2024-04-03T14:00", "2024-04-03T12:00"]


def test_the_day_behind_a_date_and_a_comma_is_that_date() -> None:
    first, second = read("On March 8, the day the deal was signed, 40 left.")
    assert (second.span.text, second.value) == ("the day", first.value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They meet on the first Monday of every month.", "the first Monday of every month", "P1M"),
        ("The road is shut at weekends.", "weekends", "XXXX-WXX-WE"),
        ("They meet every other Friday.", "every other Friday", "XXXX-WXX-5"),
    ],
)
def test_a_time_comes_again(text: str, words: str, value: str) -> None:
    assert only_time(text) == (words, "SET", value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She is in her early nineties.", []),
        ("Temperatures were in the mid 80s.", []),
        ("The office is open for two weeks from Monday.", ["two weeks", "Monday"]),
        ("The three months from March 1 were dry.", ["The three months", "March 1"]),
        ("He was jailed for a week on Tuesday.", ["a week", "Tuesday"]),
        ("He left in the week before last Friday.", ["last Friday"]),
        ("They want to end March's curbs.", []),
        ("A dawn raid was made.", []),
        ("The march on the capital was long.", []),
        ("He said at the same time Monday would do.", ["Monday"]),
    ],
)
def test_what_only_looks_like_such_a_form_is_left_as_it_is(text: str, found: list[str]) -> None:
    assert [time.span.text for time in read(text)] == found


def test_the_year_behind_a_year_is_the_year_just_named() -> None:
    assert [time.value for time in read("In 2010, the year the mill closed, 40 left.")] == ["2010", "2010"]


def test_a_day_with_slashes_keeps_its_own_year() -> None:
    assert read("Filed 3/22/24 and 22 March 2024.")[0].value == "2024-03-22"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Rents will fall by late spring.", "late spring", "2024-SP"),
        ("Sales rose at mid-year.", "mid-year", "2024"),
        ("The month of March was dry.", "The month of March", "2024-03"),
        ("Sales rose in the 2023 calendar year.", "the 2023 calendar year", "2023"),
        ("Sales rose in 4Q.", "4Q", "2023-Q4"),
        ("Sales rose in Q4'22.", "Q4'22", "2022-Q4"),
        ("It is to end by the end of the decade.", "the end of the decade", "202"),
        ("The mill closesMarch 7, 2024Lind said.", "March 7, 2024", "2024-03-07"),
    ],
)
def test_a_time_in_the_calendar_is_read_as_firms_and_copies_have_it(
    text: str, words: str, value: str
) -> None:
    assert only_time(text) == (words, "DATE", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They left at 5 a.m. ET on Monday.", "5 a.m. ET on Monday", "2024-04-01T05:00"),
        ("They left at 5 a.m. Eastern time.", "5 a.m. Eastern time", "2024-04-03T05:00"),
        ("They left at 3pm local time.", "3pm local time", "2024-04-03T15:00"),
    ],
)
def test_an_hour_is_read_with_its_zone(text: str, words: str, value: str) -> None:
    assert only_time(text) == (words, "TIME", value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He waited for two-and-a-half hours.", "two-and-a-half hours", "PT2H30M"),
        ("He waited for two and one-half hours.", "two and one-half hours", "PT2H30M"),
        ("He left up to about an hour ago.", "about an hour ago", "PT1H"),
    ],
)
def test_hours_are_read_in_their_longer_forms(text: str, words: str, value: str) -> None:
    assert only_time(text) == (words, "DURATION", value)


def test_a_day_told_in_full_has_its_year_when_it_is_told_again() -> None:
    times = read("The ferry sank on Nov. 12, 2012. Of the Nov. 12 wreck nothing is left.")
    assert [time.value for time in times] == ["2012-11-12", "2012-11-12"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Super Tuesday", "2024-03-05"),
        ("Inauguration Day", "2021-01-20"),
        ("Election Day", "2023-11-07"),
        ("Black Friday", "2023-11-24"),
        ("Orthodox Easter 2022", "2022-04-24"),
        ("Labor Day weekend", "2023-W35-WE"),
        ("the Easter weekend", "2024-W13-WE"),
        ("Christmas week", "2023-W52"),
    ],
)
def test_a_day_with_a_name_is_read_with_its_weekend_or_week(words: str, value: str) -> None:
    (time,) = read(f"It was shut on {words}.")
    assert (time.span.text, time.value) == (words, value)


def test_a_weekend_reaches_to_the_holiday_behind_it() -> None:
    (time,) = read("It was shut on Labor Day weekend.")
    assert (time.period.first, time.period.last) == (date(2023, 9, 2), date(2023, 9, 4))


def test_half_of_a_month_ends_on_the_fifteenth() -> None:
    (time,) = read("It fell in the first half of March.")
    assert (time.period.first, time.period.last) == (date(2024, 3, 1), date(2024, 3, 15))


def test_the_past_weekend_is_a_weekend() -> None:
    (time,) = read("It rained this past weekend.")
    assert (time.period.first, time.period.last) == (date(2024, 3, 30), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("A weeklong strike ended.", "weeklong", "P1W"),
        ("The month-long siege ended.", "month-long", "P1M"),
        ("A decades-long war ended.", "decades-long", "PXDE"),
        ("The yearslong talks ended.", "yearslong", "PXY"),
        ("It was seen in the days before the vote.", "the days", "PXD"),
        ("It was seen in the weeks leading up to the vote.", "the weeks", "PXW"),
        ("It was seen in recent months.", "recent months", "PXM"),
        ("She was seen the other day.", "the other day", "PAST_REF"),
        ("She was seen the other night.", "the other night", "PAST_REF"),
    ],
)
def test_a_length_is_read_without_a_number(text: str, words: str, value: str) -> None:
    assert [(time.span.text, time.value) for time in read(text)] == [(words, value)]


@pytest.mark.parametrize(
    "text", ["The days grew short.", "On the other days it was shut.", "A long day ended."]
)
def test_what_only_sounds_like_such_a_length_is_left_alone(text: str) -> None:
    assert read(text) == []
