"""Time expressions have the words, the type, the value and the days that a careful reader gives them."""

from datetime import date

import pytest
import spacy

from addup.reading.times import find_times
from addup.records import Time

WEDNESDAY = date(2024, 4, 3)
ENGLISH = spacy.blank("en")


def read(text: str, published: date | None = WEDNESDAY) -> tuple[Time, ...]:
    return find_times(ENGLISH(text), published)


def days(time: Time) -> tuple[str | None, str | None]:
    record = time.to_dict()
    return record["from"], record["to"]


@pytest.mark.parametrize(
    ("text", "words", "value", "first", "last"),
    [
        ("The bridge reopened in late December.", "late December", "2023-12", "2023-12-21", "2023-12-31"),
        ("It rained in mid-March.", "mid-March", "2024-03", "2024-03-11", "2024-03-20"),
        ("It rained on Sept.4, 2023.", "Sept.4, 2023", "2023-09-04", "2023-09-04", "2023-09-04"),
        (
            "Fighting began in the autumn of 2022.",
            "the autumn of 2022",
            "2022-FA",
            "2022-09-01",
            "2022-11-30",
        ),
        ("Sales rose in the March quarter.", "the March quarter", "2024-Q1", "2024-01-01", "2024-03-31"),
        (
            "Sales rose in the December quarter of 2022.",
            "the December quarter of 2022",
            "2022-Q4",
            "2022-10-01",
            "2022-12-31",
        ),
        ("They left in the winter of 2010.", "the winter of 2010", "2010-WI", "2009-12-01", "2010-02-28"),
        ("The mill closed in 2010.", "2010", "2010", "2010-01-01", "2010-12-31"),
        ("Rents rose in the early 2000s.", "the early 2000s", "200", "2000-01-01", "2002-12-31"),
        ("It was common in the 1980s.", "the 1980s", "198", "1980-01-01", "1989-12-31"),
        ("It was common in the '80s.", "the '80s", "198", "1980-01-01", "1989-12-31"),
        ("It dates from the 19th century.", "the 19th century", "18", "1800-01-01", "1899-12-31"),
        ("It opened on 21 March 2024.", "21 March 2024", "2024-03-21", "2024-03-21", "2024-03-21"),
        ("On March 21, 2024, it opened.", "March 21, 2024", "2024-03-21", "2024-03-21", "2024-03-21"),
        ("On the 7th of May 1999 it sank.", "the 7th of May 1999", "1999-05-07", "1999-05-07", "1999-05-07"),
        ("Filed 03/22/2024.", "03/22/2024", "2024-03-22", "2024-03-22", "2024-03-22"),
        ("Filed 22/03/2024.", "22/03/2024", "2024-03-22", "2024-03-22", "2024-03-22"),
        ("Filed 22.03.2024.", "22.03.2024", "2024-03-22", "2024-03-22", "2024-03-22"),
        ("Sales fell in H2 2022.", "H2 2022", "2022-H2", "2022-07-01", "2022-12-31"),
        ("Sales fell in FY2022.", "FY2022", "2022", None, None),
        ("Filed in 2024-03.", "2024-03", "2024-03", "2024-03-01", "2024-03-31"),
        ("The war of 1914-18 was long.", "1914-18", "1914", "1914-01-01", "1918-12-31"),
        ("It was rebuilt in mid-2015.", "mid-2015", "2015", "2015-05-01", "2015-08-31"),
        ("Filed 2024-03-22.", "2024-03-22", "2024-03-22", "2024-03-22", "2024-03-22"),
        ("the bond is due nov. 15, 2024.", "nov. 15, 2024", "2024-11-15", "2024-11-15", "2024-11-15"),
        ("on may 19, the ferry sank.", "may 19", "2023-05-19", "2023-05-19", "2023-05-19"),
        ("He was fined on 1 march.", "1 march", "2024-03-01", "2024-03-01", "2024-03-01"),
        ("The ferry sank on Aug. 7.", "Aug. 7", "2023-08-07", "2023-08-07", "2023-08-07"),
        (
            "On Sunday, 4 August, the fair opens.",
            "Sunday, 4 August",
            "2024-08-04",
            "2024-08-04",
            "2024-08-04",
        ),
        ("The camp ran May 3-5, 2023.", "May 3-5, 2023", "2023-05-03", "2023-05-03", "2023-05-05"),
        ("Born in nineteen ninety-six.", "nineteen ninety-six", "1996", "1996-01-01", "1996-12-31"),
        (
            "By the year two thousand it was gone.",
            "the year two thousand",
            "2000",
            "2000-01-01",
            "2000-12-31",
        ),
        ("In the 2012-13 season they won.", "2012-13", "2012", "2012-01-01", "2013-12-31"),
        (
            "It fell in the third quarter of 2021.",
            "the third quarter of 2021",
            "2021-Q3",
            "2021-07-01",
            "2021-09-30",
        ),
        ("It fell in Q3 2021.", "Q3 2021", "2021-Q3", "2021-07-01", "2021-09-30"),
        (
            "It fell in the last quarter of 2021.",
            "the last quarter of 2021",
            "2021-Q4",
            "2021-10-01",
            "2021-12-31",
        ),
        (
            "It fell in the first half of 2023.",
            "the first half of 2023",
            "2023-H1",
            "2023-01-01",
            "2023-06-30",
        ),
        ("Prices fell in fiscal 2009.", "fiscal 2009", "2009", None, None),
        ("It closed at the end of 1990.", "the end of 1990", "1990", "1990-12-01", "1990-12-31"),
        ("The week of March 4 was busy.", "The week of March 4", "2024-W10", "2024-03-04", "2024-03-10"),
        (
            "The first week of May 2020 was dry.",
            "The first week of May 2020",
            "2020-W18",
            "2020-04-27",
            "2020-05-03",
        ),
        ("They came on Christmas Eve.", "Christmas Eve", "2023-12-24", "2023-12-24", "2023-12-24"),
        ("On Good Friday 2023 it was shut.", "Good Friday 2023", "2023-04-07", "2023-04-07", "2023-04-07"),
        (
            "Since Thanksgiving 2021 it has been shut.",
            "Thanksgiving 2021",
            "2021-11-25",
            "2021-11-25",
            "2021-11-25",
        ),
    ],
)
def test_a_time_in_the_calendar_is_read(
    text: str, words: str, value: str, first: str | None, last: str | None
) -> None:
    (time,) = read(text)
    assert (time.span.text, time.type, time.value, days(time)) == (words, "DATE", value, (first, last))


@pytest.mark.parametrize(
    ("text", "words", "value", "first", "last"),
    [
        ("He resigned yesterday.", "yesterday", "2024-04-02", "2024-04-02", "2024-04-02"),
        ("Police said today.", "today", "2024-04-03", "2024-04-03", "2024-04-03"),
        ("Talks resume tomorrow.", "tomorrow", "2024-04-04", "2024-04-04", "2024-04-04"),
        ("They met on Friday.", "Friday", "2024-03-29", "2024-03-29", "2024-03-29"),
        ("They met on Wednesday.", "Wednesday", "2024-04-03", "2024-04-03", "2024-04-03"),
        ("They will meet on Friday.", "Friday", "2024-04-05", "2024-04-05", "2024-04-05"),
        ("They met last Wednesday.", "last Wednesday", "2024-03-27", "2024-03-27", "2024-03-27"),
        ("They meet next Tuesday.", "next Tuesday", "2024-04-09", "2024-04-09", "2024-04-09"),
        ("They met last week.", "last week", "2024-W13", "2024-03-25", "2024-03-31"),
        ("They met over the weekend.", "the weekend", "2024-W13-WE", "2024-03-30", "2024-03-31"),
        ("They met earlier this month.", "earlier this month", "2024-04", "2024-04-01", "2024-04-30"),
        ("They met early this year.", "early this year", "2024", "2024-01-01", "2024-04-30"),
        ("They met last October.", "last October", "2023-10", "2023-10-01", "2023-10-31"),
        ("They meet next summer.", "next summer", "2024-SU", "2024-06-01", "2024-08-31"),
        ("They met in June last year.", "June last year", "2023-06", "2023-06-01", "2023-06-30"),
        ("They met at the end of last year.", "the end of last year", "2023", "2023-12-01", "2023-12-31"),
        (
            "They plan it for next year's first quarter.",
            "next year's first quarter",
            "2025-Q1",
            "2025-01-01",
            "2025-03-31",
        ),
        ("They met two weeks ago.", "two weeks ago", "2024-W12", "2024-03-18", "2024-03-24"),
        ("They met ten days ago.", "ten days ago", "2024-03-24", "2024-03-24", "2024-03-24"),
        ("They met five months ago.", "five months ago", "2023-11", "2023-11-01", "2023-11-30"),
        ("They met nearly four years ago.", "nearly four years ago", "2020", "2020-01-01", "2020-12-31"),
        ("They met a week ago Monday.", "a week ago Monday", "2024-03-25", "2024-03-25", "2024-03-25"),
        ("Sales fell over the past year.", "the past year", "2023", "2023-04-03", "2024-04-03"),
        ("It must be done by year's end.", "year's end", "2024", "2024-12-01", "2024-12-31"),
    ],
)
def test_a_time_counted_from_the_day_of_publication_is_read(
    text: str, words: str, value: str, first: str, last: str
) -> None:
    (time,) = read(text)
    assert (time.span.text, time.type, time.value, days(time)) == (words, "DATE", value, (first, last))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Now he lives here.", "Now", "PRESENT_REF"),
        ("They rally now that the war is over.", "now", "PRESENT_REF"),
        ("He is currently abroad.", "currently", "PRESENT_REF"),
        ("She was recently ill.", "recently", "PAST_REF"),
        ("She wants a better deal in the near future.", "the near future", "FUTURE_REF"),
        ("As in the past, they refused.", "the past", "PAST_REF"),
        ("Growth was slow in recent years.", "recent years", "PAST_REF"),
        ("Rates may fall in coming months.", "coming months", "FUTURE_REF"),
        ("He was freed several years ago.", "several years ago", "PAST_REF"),
    ],
)
def test_a_vague_time_refers_to_past_present_or_future(text: str, words: str, value: str) -> None:
    (time,) = read(text)
    assert (time.span.text, time.type, time.value) == (words, "DATE", value)


@pytest.mark.parametrize(
    ("text", "words", "value", "first", "last"),
    [
        ("In the past ten days 40 died.", "the past ten days", "P10D", "2024-03-25", "2024-04-03"),
        ("In the last three months it fell.", "the last three months", "P3M", "2024-01-03", "2024-04-03"),
        ("It will take the next two years.", "the next two years", "P2Y", "2024-04-03", "2026-04-03"),
        ("In the past 24 hours it rained.", "the past 24 hours", "PT24H", "2024-04-02", "2024-04-03"),
        ("They marched for ten days.", "ten days", "P10D", None, None),
        ("It lasted nearly an hour.", "nearly an hour", "PT1H", None, None),
        ("It lasted a minute and a half.", "a minute and a half", "PT1M30S", None, None),
        ("It took two and a half years.", "two and a half years", "P2Y6M", None, None),
        ("It took an hour and 20 minutes.", "an hour and 20 minutes", "PT1H20M", None, None),
        ("The two-year boom is over.", "two-year", "P2Y", None, None),
        ("It lasted at least 30 days.", "at least 30 days", "P30D", None, None),
        ("It lasted more than two decades.", "more than two decades", "P20Y", None, None),
        ("It took several months.", "several months", "PXM", None, None),
        ("It took 12 to 18 months.", "12 to 18 months", "PXM", None, None),
        ("They fought for years.", "years", "PXY", None, None),
        ("They fought for some weeks.", "some weeks", "PXW", None, None),
        ("The film has a 30-second gap.", "30-second", "PT30S", None, None),
        ("It fell silent for a ten-second gap.", "ten-second", "PT10S", None, None),
        ("He left two weeks before the vote.", "two weeks", "P2W", None, None),
    ],
)
def test_a_length_of_time_is_read(
    text: str, words: str, value: str, first: str | None, last: str | None
) -> None:
    (time,) = read(text)
    assert (time.span.text, time.type, time.value, days(time)) == (words, "DURATION", value, (first, last))


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bus runs every Monday.", "every Monday", "XXXX-WXX-1"),
        ("It snows each January.", "each January", "XXXX-01"),
        ("It is paid each year.", "each year", "P1Y"),
        ("It is held every four years.", "every four years", "P4Y"),
        ("It is cleaned every other day.", "every other day", "P2D"),
        ("They play Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
        ("They train twice a week.", "twice a week", "P1W"),
        ("The figures are revised daily.", "daily", "P1D"),
    ],
)
def test_a_time_that_comes_again_is_a_set(text: str, words: str, value: str) -> None:
    (time,) = read(text)
    assert (time.span.text, time.type, time.value) == (words, "SET", value)


@pytest.mark.parametrize(
    ("text", "words", "value", "day"),
    [
        ("It struck Friday night.", "Friday night", "2024-03-29TNI", "2024-03-29"),
        ("It struck last night.", "last night", "2024-04-02TNI", "2024-04-02"),
        ("It struck this morning.", "this morning", "2024-04-03TMO", "2024-04-03"),
        ("It struck at 10 p.m. Tuesday.", "10 p.m. Tuesday", "2024-04-02T22:00", "2024-04-02"),
        ("It struck at 2:30 a.m. EST.", "2:30 a.m. EST", "2024-04-03T02:30", "2024-04-03"),
        ("It struck at 1430 GMT.", "1430 GMT", "2024-04-03T14:30", "2024-04-03"),
        ("It struck around 7:15 p.m., he said.", "around 7:15 p.m.", "2024-04-03T19:15", "2024-04-03"),
        ("It struck at 10.30am on Monday.", "10.30am on Monday", "2024-04-01T10:30", "2024-04-01"),
        ("It struck at dawn on Monday.", "dawn on Monday", "2024-04-01TMO", "2024-04-01"),
        (
            "It struck in the early hours of Monday.",
            "the early hours of Monday",
            "2024-04-01TMO",
            "2024-04-01",
        ),
        ("It struck at noon on Monday.", "noon on Monday", "2024-04-01T12:00", "2024-04-01"),
        (
            "It struck on the morning of Sept. 3, 2001.",
            "the morning of Sept. 3, 2001",
            "2001-09-03TMO",
            "2001-09-03",
        ),
    ],
)
def test_a_time_of_the_day_is_read(text: str, words: str, value: str, day: str) -> None:
    (time,) = read(text)
    assert (time.span.text, time.type, time.value, days(time)) == (words, "TIME", value, (day, day))


@pytest.mark.parametrize(
    "text",
    [
        "He may march on, and prices may fall or spring back.",
        "It may 19 times out of 20 go well, and they march 12 miles.",
        "She is 52 years old and has a 9-year-old son.",
        "The plane, a Boeing 747, carried 1990 people.",
        "It costs $1999, or $3 a day.",
        "He lives in room 2001 of Highway 1999.",
        "A quarter of them, or three-quarters of the rest, agreed.",
        "For the first time he spoke second.",
        "Call as soon as you can.",
        "Release 2010-09-CA-005.",
        "He wrote it for Nation Today.",
        'She told "This Week With Ada Lind" of it.',
        "Trade grows 8% annually.",
        "The mill turns out 10,000 units annually.",
        "Call 555-1998.",
        "She came twenty-second.",
        "He cannot recall the last day that he was well.",
        "At the dawn of a new age they spoke of her future.",
        "She was named Teacher of the Year, and he player of the year.",
        "It was closed by then-Mayor Lind, years past its prime.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The third-quarter loss grew.", "third-quarter"),
        ("A several-year slump ended.", "several-year"),
        ("The year-ago figures were restated.", "year-ago"),
        ("The year-ago quarter was better.", "The year-ago quarter"),
        ("The four days were long.", "The four days"),
        ("The 19th-century mill burned.", "19th-century"),
    ],
)
def test_an_article_belongs_to_the_time_only_if_its_noun_does(text: str, words: str) -> None:
    assert [time.span.text for time in read(text)] == [words]


def test_a_month_that_a_year_runs_through_is_of_that_year() -> None:
    year, month = read("Sales fell this year through October.")
    assert (year.value, month.value) == ("2024", "2024-10")
    assert days(year) == ("2024-01-01", "2024-10-31")


def test_a_number_behind_in_and_a_month_counts() -> None:
    assert [time.span.text for time in read("In January 31 inmates died; on January 31 inmates fled.")] == [
        "January",
        "January 31",
    ]


def test_what_is_fewer_by_a_number_is_no_part_of_a_time() -> None:
    assert [time.span.text for time in read("It employs 300 fewer than two years ago.")] == ["two years ago"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Growth was 3% in the 1998/1999 financial year.", "1998/1999"),
        ("Forecast 1998/1999: 3%.", "1998/1999"),
        ("It rose in 1998/99.", "1998/99"),
    ],
)
def test_two_years_with_a_slash_are_one_time(text: str, words: str) -> None:
    (time,) = read(text)
    assert (time.span.text, time.value, days(time)) == (words, "1998", ("1998-01-01", "1999-12-31"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two boats sank on 13/05/2024. A third was found on 05/06/2024.", "2024-06-05"),
        ("Two boats sank on 05/13/2024. A third was found on 05/06/2024.", "2024-05-06"),
        ("Counted 01/05/2024 – 07/05/2024. A third boat was found on 05/06/2024.", "2024-06-05"),
        ("Two boats sank on 13/05/2024 and 05/13/2024. A third was found on 05/06/2024.", "2024-05-06"),
    ],
)
def test_whether_the_day_comes_first_other_dates_of_the_text_tell(text: str, day: str) -> None:
    assert days(read(text)[-1]) == (day, day)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Few people pay cash these days.", "these days", "PRESENT_REF"),
        ("In those days few people paid cash.", "those days", "PAST_REF"),
        ("In years past it lost money.", "years past", "PAST_REF"),
        ("We met some months ago.", "some months ago", "PAST_REF"),
        ("They left the past behind, and days of rage too.", "days", "PXD"),
        ("They talked about today.", "today", "2024-04-03"),
        ("It was the best deal of the year.", "the year", "2024"),
        ("It closed, and the next day it burned.", "the next day", None),
    ],
)
def test_a_time_that_names_no_date_has_the_words_that_tell_it(
    text: str, words: str, value: str | None
) -> None:
    assert (words, value) in [(time.span.text, time.value) for time in read(text)]
