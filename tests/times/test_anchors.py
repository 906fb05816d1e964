"""Times that lean on other times, or on the day of the report, are counted from the right one."""

from datetime import date

import pytest
import spacy

from addup.reading.times import find_times, reference_day
from addup.records import Period, Time

ENGLISH = spacy.blank("en")


def read(text: str, published: date | None) -> dict[str, Time]:
    return {time.span.text: time for time in find_times(ENGLISH(text), published)}


def period(time: Time) -> str:
    record = time.to_dict()
    return f"{record['from']}..{record['to']}"


def test_a_year_earlier_is_the_quarter_that_is_reported_a_year_before() -> None:
    times = read(
        "Hill Corp. said third-quarter profit rose to $5 million from $4 million a year earlier. "
        "In the latest quarter it hired 200 people. In the year-ago period it hired 50.",
        date(2023, 10, 20),
    )
    assert times["a year earlier"].value == "2022-Q3"
    assert period(times["a year earlier"]) == "2022-07-01..2022-09-30"
    assert times["the latest quarter"].value == "2023-Q3"
    assert times["the year-ago period"].value == "2022-Q3"


def test_nine_months_of_a_report_are_those_of_the_year() -> None:
    times = read(
        "In the nine months net was $9 million, against $7 million a year earlier.", date(2023, 10, 20)
    )
    assert times["the nine months"].type == "DURATION"
    assert period(times["the nine months"]) == "2023-01-01..2023-09-30"
    assert period(times["a year earlier"]) == "2022-01-01..2022-09-30"


def test_the_first_months_of_a_year_are_put_into_that_year() -> None:
    times = read("It grew in the first nine months of 2017.", date(2023, 10, 20))
    assert period(times["the first nine months"]) == "2017-01-01..2017-09-30"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("for the quarter ended Sept. 30", "the quarter", "2023-07-01..2023-09-30"),
        ("for the six months ended Oct. 1", "the six months", "2023-04-02..2023-10-01"),
        ("in the year to March 2023", "the year", "2022-04-01..2023-03-31"),
        ("this year through August", "this year", "2023-01-01..2023-08-31"),
    ],
)
def test_a_stretch_ends_where_the_text_says_that_it_ended(text: str, words: str, expected: str) -> None:
    assert period(read(f"Sales fell {text}, it said.", date(2023, 10, 20))[words]) == expected


def test_a_fiscal_quarter_has_the_days_that_the_text_gives_it_later() -> None:
    times = read(
        "Hill Corp. reported a loss for the fiscal first quarter. "
        "In the quarter ended Aug. 31 it closed two mills.",
        date(2023, 10, 20),
    )
    assert times["the fiscal first quarter"].value == "2023-Q1"
    assert period(times["the fiscal first quarter"]) == "2023-06-01..2023-08-31"


def test_a_year_ago_is_of_the_quarter_reported_on_not_of_one_long_past() -> None:
    times = read(
        "Hill Corp. paid no dividend after the third quarter of 1984. It earned $2 million in the third "
        "quarter, up from $1 million a year ago.",
        date(1990, 10, 20),
    )
    assert times["a year ago"].value == "1989-Q3"


def test_the_year_earlier_nine_months_are_one_time() -> None:
    times = read("Net for the year-earlier nine months included a gain.", date(1990, 10, 20))
    assert times["the year-earlier nine months"].value == "P9M"
    assert period(times["the year-earlier nine months"]) == "1989-01-01..1989-09-30"


def test_then_and_that_year_are_the_time_last_spoken_of() -> None:
    times = read(
        "The list began in 1950. Since then 427 were added, most of them that year.", date(1999, 6, 7)
    )
    assert period(times["then"]) == period(times["that year"]) == "1950-01-01..1950-12-31"


def test_the_following_month_counts_from_the_time_last_spoken_of() -> None:
    times = read("It was sold in March. The following month it burned down.", date(2023, 10, 20))
    assert times["The following month"].value == "2023-04"


def test_each_day_of_a_pair_is_a_day() -> None:
    times = read("They met on June 24 and 25, and on June 27 and 12 others joined.", date(2023, 10, 20))
    assert [time.value for time in times.values()] == ["2023-06-24", "2023-06-25", "2023-06-27"]


def test_the_next_day_is_that_after_the_day_last_spoken_of() -> None:
    times = read("It sank on June 24, 2022. The next day divers came.", date(2023, 10, 20))
    assert times["The next day"].value == "2022-06-25"


def test_the_next_morning_is_that_of_the_day_last_spoken_of() -> None:
    times = read("It sank on June 24, 2022. The next morning divers came.", date(2023, 10, 20))
    assert times["The next morning"].value == "2022-06-25TMO"


def test_a_night_before_publication_runs_into_its_day() -> None:
    times = read("Two men were held overnight.", date(2023, 10, 20))
    assert period(times["overnight"]) == "2023-10-19..2023-10-20"


def test_days_later_than_something_without_a_date_stay_unknown() -> None:
    (time,) = read("Three days later police arrested him.", date(2023, 10, 20)).values()
    assert (time.value, period(time)) == (None, "None..None")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The plant reopened in January.", "January", "2024-01"),
        ("The plant is expected to reopen in January.", "January", "2025-01"),
        ("The plant will reopen in July.", "July", "2024-07"),
        ("The dividend is payable May 2.", "May 2", "2024-05-02"),
        ("Holders of April 30 may vote.", "April 30", "2024-04-30"),
        ("The strike ended on Nov. 2.", "Nov. 2", "2023-11-02"),
    ],
)
def test_a_month_without_a_year_is_put_into_the_year_that_the_verb_means(
    text: str, words: str, value: str
) -> None:
    assert read(text, date(2024, 4, 3))[words].value == value


def test_without_a_day_of_publication_relative_times_stay_unresolved() -> None:
    times = read("On Friday, in March and last year 40 people died; in 2019 none.", None)
    assert {words: time.value for words, time in times.items()} == {
        "Friday": None,
        "March": None,
        "last year": None,
        "2019": "2019",
    }
    assert not times["Friday"].period.known


def test_a_year_beside_a_day_resolves_it_without_a_day_of_publication() -> None:
    assert read("It sank on Aug. 7, 1998, off Malta.", None)["Aug. 7, 1998"].value == "1998-08-07"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LIMA, Peru (Nov. 22, 2009) - Two men were held.", date(2009, 11, 22)),
        ("OSLO, March 3, 2011 - Two men were held.", date(2011, 3, 3)),
        ("Northern Command\n2010-09-NC-005\nLIMA, Peru (Sept. 1) - Two men were held.", date(2010, 9, 1)),
        (
            "Feb. 17: Patrols in the south\nNorthern Command 2010-02-NC-082\nTwo men were held.",
            date(2010, 2, 17),
        ),
        ("2010-12-NC-005\nLIMA, Peru (Jan. 1) - Two men were held.", date(2011, 1, 1)),
        ("Evening update, March 6, 2011\nLIMA, Peru (March 7) - Two men were held.", date(2011, 3, 6)),
        ("HAVANA, August 7 (Agency) -- Two men were held.", None),
        ("LIMA, Peru (Nov. 22 2009) - Two men were held.", date(2009, 11, 22)),
        ("November 22, 2009 – LIMA, Peru – Two men were held.", date(2009, 11, 22)),
        ("2010-09-NC-005\nLima, Peru (Wednesday, 1 Sept) - Two men were held.", date(2010, 9, 1)),
        ("2010-NC-005\nLIMA, Peru (SEPT. 1) - Two men were held.", date(2010, 9, 1)),
        ("LIMA, Peru (Sept. 1) - This corrects Release 2010-08-NC-190.", date(2010, 9, 1)),
        ("Two men were held on March 3, 2011.", None),
    ],
)
def test_the_day_of_a_report_is_read_from_its_dateline(text: str, expected: date | None) -> None:
    assert reference_day(text) == expected


def test_relative_times_count_from_a_dateline_where_no_day_of_publication_is_given() -> None:
    times = read("LIMA, Peru (Nov. 22, 2009) - Two men were held yesterday.", None)
    assert times["yesterday"].value == "2009-11-21"


@pytest.mark.parametrize(
    "text",
    [
        "7000 years ago",
        "9999 years before March 3, 2010",
        "the first 9000 years of 1990",
        "the past 9999 years",
    ],
)
def test_what_lies_beyond_the_calendar_has_no_days(text: str) -> None:
    first, *_ = read(text, date(2023, 10, 20)).values()
    assert not first.period.known


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Between May and August 2021 it burned twice.", ["2021-05", "2021-08"]),
        ("From November to February last year it was shut.", ["2021-11", "2022-02"]),
        ("It was shut between 3 and 5 May.", ["2023-05-03", "2023-05-05"]),
        ("it was shut in september 2021, on monday and in october", ["2021-09", "2023-10-16", "2023-10"]),
        ("They march on, and august persons may follow.", []),
        ("Over the weekend 12 people drowned.", ["2023-W41-WE"]),
        ("By the year two thousand 12 people had left.", ["2000"]),
    ],
)
def test_months_and_days_take_what_is_said_once_for_both(text: str, values: list[str]) -> None:
    assert [time.value for time in find_times(ENGLISH(text), date(2023, 10, 20))] == values


def test_the_quarters_of_a_firm_follow_on_the_one_that_the_text_gives_an_end_to() -> None:
    times = read(
        "Hill Corp. expects to lose money in the fourth quarter. It earned $2 million in the third "
        "quarter ended April 30. It sees sales of $9 million in the current quarter.",
        date(2016, 5, 18),
    )
    assert period(times["the third quarter"]) == "2016-02-01..2016-04-30"
    assert period(times["the fourth quarter"]) == "2016-05-01..2016-07-31"
    assert period(times["the current quarter"]) == "2016-05-01..2016-07-31"


def test_four_digits_that_count_people_are_no_year() -> None:
    times = read(
        "Of these, 1846 persons fell ill; 1720 had already been discharged. Those held in 2015 were "
        "freed, and the years 1983 and 1984 were dry. In 2011 women voted.",
        date(2016, 5, 18),
    )
    assert {"2015", "1983", "1984", "2011"} <= set(times)
    assert not {"1846", "1720"} & set(times)


def test_what_went_on_since_a_day_is_held_against_the_day_before_the_report() -> None:
    text = "They have found 57 people since Monday. Some 100 were missing, down from 250 a day earlier."
    assert read(text, date(2024, 3, 6))["a day earlier"].value == "2024-03-05"


def test_when_an_amount_of_comparison_was_so_is_not_the_time_told_of() -> None:
    text = "There were 40 cases on Friday, up from 25 a day earlier. Deaths rose to 12 from 9 a day earlier."
    found = [time.value for time in find_times(ENGLISH(text), date(2024, 3, 5))]
    assert found == ["2024-03-01", "2024-02-29", "2024-02-29"]


def test_last_week_in_a_paper_of_sunday_is_the_seven_days_before_it() -> None:
    assert (
        period(read("It sold 9 mills last week.", date(2024, 3, 3))["last week"]) == "2024-02-25..2024-03-02"
    )
    assert (
        period(read("It sold 9 mills last week.", date(2024, 3, 4))["last week"]) == "2024-02-26..2024-03-03"
    )


def test_a_weekend_told_of_as_past_is_the_one_before() -> None:
    monday = date(2024, 3, 4)
    assert period(read("She won two races this weekend.", monday)["this weekend"]) == "2024-03-02..2024-03-03"
    assert period(read("She will run this weekend.", monday)["this weekend"]) == "2024-03-09..2024-03-10"


def test_a_month_is_of_the_year_that_opens_its_sentence() -> None:
    published = date(2016, 9, 4)
    assert (
        read("But in 2012, they spent 9 million on a mill in April.", published)["April"].value == "2012-04"
    )
    assert read("Eight years ago, she won 11 races in May.", published)["May"].value == "2008-05"
    assert read("In 2012 it shut. It opened 9 mills in May.", published)["May"].value == "2016-05"
    assert read("In 2012 it shut, and it will open again in May.", published)["May"].value == "2017-05"


def test_so_many_days_earlier_is_counted_from_a_day_not_from_a_year_named_since() -> None:
    times = read(
        "She spoke on Tuesday, the last talk of the year. Four days earlier, 40 came.", date(2015, 12, 24)
    )
    assert times["Four days earlier"].value == "2015-12-18"
    times = read(
        "She spoke on Tuesday, before next Friday's vote. A day earlier, 40 came.", date(2015, 12, 24)
    )
    assert times["A day earlier"].value == "2015-12-21"


def test_the_next_so_many_have_the_end_of_the_longest_or_none() -> None:
    published = date(2024, 3, 6)
    times = read("It will open 9 mills in the next 12 to 18 months.", published)
    assert period(times["the next 12 to 18 months"]) == "2024-03-06..2025-09-06"
    times = read("It will continue to grow in the next several months.", published)
    assert times["the next several months"].period == Period(published, None)
    times = read("It lost 40 men in the next few days.", published)
    assert not times["the next few days"].period.known


def test_an_evening_told_of_as_past_is_not_of_a_day_to_come() -> None:
    text = "She spoke on Tuesday, before a vote on Jan. 9. Four more spoke earlier in the evening."
    assert period(read(text, date(2015, 12, 24))["the evening"]) == "2015-12-22..2015-12-22"
    text = "He will speak on Feb. 12. At 7 p.m. 40 people will leave."
    assert period(read(text, date(2016, 2, 10))["7 p.m."]) == "2016-02-12..2016-02-12"
