"""A war told of day by day: the dead of one day are not those of another, though the towns are the same."""

from __future__ import annotations

import pytest

import addup
from addup.account.result import Result
from addup.grouping.group import group


def checked(**reports: str) -> Result:
    """Check reports on Marenda by the day in March 2024 on which each was published: `d12="..."`."""
    readings = [
        addup.read(text, published=f"2024-03-{int(day[1:]):02}", id=day) for day, text in reports.items()
    ]
    return addup.check(addup.series(readings))


def test_the_dead_of_one_town_on_two_days_do_not_clash() -> None:
    result = checked(
        d13="At least 29 people were killed in Marenda on Tuesday, the health ministry said.\n\n"
        "12 people were killed in Kestle and 17 in Brennick, the ministry said.",
        d16="The United Nations said that 14 people had been killed in Marenda on Friday.\n\n"
        "9 people were killed in Orrin, where a drone struck a school. Another 5 died in Kestle.",
    )
    assert result.status == "consistent"


def test_nor_do_those_of_the_day_after() -> None:
    result = checked(
        d13="At least 34 people were killed in Marenda on Tuesday, the health ministry said. "
        "Another 9 died in Kestle.",
        d14="At least 20 people were killed in Marenda on Wednesday, the health ministry said. "
        "Another 4 died in Kestle.",
    )
    assert result.status == "consistent"


def test_a_group_among_the_dead_of_one_day_is_no_part_of_those_of_another() -> None:
    result = checked(
        d12="14 people were killed in Marenda on Monday. 8 people were killed in Orrin, among them 5 women.",
        d15="13 people were killed in Marenda on Thursday. 3 people were killed in Orrin.",
    )
    assert result.status == "consistent"


@pytest.mark.parametrize("days", [("13", "13"), ("13", "14")], ids=["one day", "told again a day later"])
def test_two_counts_of_one_day_clash(days: tuple[str, str]) -> None:
    first, last = days
    told = [
        addup.read(text, published=f"2024-03-{day}", id=text[:8])
        for text, day in (
            ("At least 29 people were killed in Marenda on Tuesday. 12 people were killed in Kestle.", first),
            ("A rocket hit Kestle on Tuesday, killing 6 people, the governor of Marenda said.", last),
        )
    ]
    assert addup.check(addup.series(told)).status == "conflict"


def test_a_toll_that_goes_on_is_one_though_a_later_report_dates_other_dead() -> None:
    told = [
        addup.read(text, published=f"2024-03-{day}", id=day)
        for text, day in (
            ("A landslide killed 38 people in Kestle on Monday, police said.", "12"),
            ("Three people died in Brennick on Thursday. 45 people have been killed in Kestle.", "15"),
        )
    ]
    assert "killed, Kestle" in {one.name for one in group(told).series if len(one.members) == 2}


def test_the_dead_of_a_report_are_none_of_those_of_the_week_after_it() -> None:
    result = checked(
        d08="Storm Vela killed 12 people in Marenda, seven of them in Selm district, four in Kestle and one "
        "in Orrin, the relief office said on Friday, a day after the storm came ashore.",
        d10="The number of people killed by Storm Vela rose to 37 on Sunday. Nineteen are missing.\n\n"
        "Twenty-one people died in Selm, 11 in Kestle and five in Orrin.",
        d17="Storm Vela killed 53 people in Marenda, the relief office said on Sunday.\n\n"
        "Thirty of the victims died in Selm, 15 in Kestle and eight in Orrin. Three injured people died in "
        "hospital in the past week.",
    )
    assert result.status == "consistent"


def test_counts_of_the_past_24_hours_are_one_series_from_day_to_day() -> None:
    told = [
        addup.read(f"Killed in Marenda in the past 24 hours: {count}", published=f"2024-03-{day}", id=day)
        for day, count in (("12", 9), ("13", 4), ("14", 11))
    ]
    assert ("flow", 3) in [(one.kind, len(one.members)) for one in group(told).series]
