"""Feasts that go by the moon have their days, and what is only named after a day has none."""

from datetime import date

import pytest
import spacy

from addup.reading.times import find_times
from addup.reading.times.feasts import islamic_day, jewish_day, jewish_new_year

ENGLISH = spacy.blank("en")


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (2016, "2016-10-03"),
        (2019, "2019-09-30"),
        (2020, "2020-09-19"),
        (2021, "2021-09-07"),
        (2024, "2024-10-03"),
        (2025, "2025-09-23"),
    ],
)
def test_the_jewish_year_begins_on_its_day(year: int, day: str) -> None:
    assert jewish_new_year(year).isoformat() == day


@pytest.mark.parametrize(
    ("feast", "days"),
    [
        ("passover", ["2022-04-16", "2023-04-06", "2024-04-23"]),
        ("hanukkah", ["2022-12-19", "2023-12-08", "2024-12-26"]),
    ],
)
def test_jewish_feasts_fall_on_their_days(feast: str, days: list[str]) -> None:
    assert [jewish_day(year, feast, 0).isoformat() for year in (2022, 2023, 2024)] == days


def test_an_islamic_month_begins_within_a_day_of_when_it_was_seen() -> None:
    seen = {2016: (6, 6), 2019: (5, 6), 2020: (4, 24), 2022: (4, 2), 2023: (3, 23), 2024: (3, 11)}
    for year, day in seen.items():
        assert abs((islamic_day(year, 9, 1) - date(year, *day)).days) <= 1


@pytest.mark.parametrize(
    ("text", "words", "value", "days"),
    [
        ("Ramadan", "Ramadan", "2024-03-11", ("2024-03-10", "2024-04-09")),
        ("Eid al-Fitr", "Eid al-Fitr", "2024-04-10", ("2024-04-09", "2024-04-12")),
        ("Yom Kippur", "Yom Kippur", "2023-09-25", ("2023-09-25", "2023-09-25")),
        ("Passover last year", "Passover last year", "2023-04-06", ("2023-04-06", "2023-04-13")),
        (
            "International Women's Day",
            "International Women's Day",
            "2024-03-08",
            ("2024-03-08", "2024-03-08"),
        ),
        ("9/11", "9/11", "2001-09-11", ("2001-09-11", "2001-09-11")),
    ],
)
def test_a_feast_has_the_days_that_it_lasts(text: str, words: str, value: str, days: tuple[str, str]) -> None:
    time = find_times(ENGLISH(f"It was shut during {text}."), date(2024, 5, 15))[0]
    record = time.to_dict()
    assert (time.span.text, time.value, (record["from"], record["to"])) == (words, value, days)


@pytest.mark.parametrize(
    "text",
    [
        "The Good Friday Agreement held.",
        "Few live on Easter Island.",
        "He fought in the Yom Kippur War.",
        "The post-9/11 world is another.",
        "Some 9/11 of it is gone, or 19/11.",
    ],
)
def test_what_is_named_after_a_day_is_not_of_it(text: str) -> None:
    times = find_times(ENGLISH(text), date(2024, 5, 15))
    assert not [time for time in times if time.span.text != "9/11"]


def test_the_september_attacks_need_no_year() -> None:
    (time,) = find_times(ENGLISH("She was hurt in the Sept. 11 terrorist attacks."), date(2024, 5, 15))
    assert time.value == "2001-09-11"
