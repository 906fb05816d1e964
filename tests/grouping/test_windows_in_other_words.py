"""Counts over days within longer ones: held against each other in whatever words, but only of one thing."""

from __future__ import annotations

import pytest

import addup
from addup.records import Finding

_LOUD = ("conflict", "tension", "disputed")


def _loud(*reports: tuple[str, str]) -> list[Finding]:
    readings = [addup.read(text, published=day) for text, day in reports]
    return [one for one in addup.check(addup.series(readings)).findings if one.kind in _LOUD]


_SHORT = (
    ("4,300 refugees have arrived in Malta in the past ten days, the ministry said.", "cross"),
    ("4,300 refugees entered Malta last week, officials said.", "cross"),
    ("Police arrested 4,300 people in Selm last week, officials said.", "arrest"),
    ("4,300 people were arrested in Selm in April, the ministry said.", "arrest"),
    ("4,300 visitors came to Malta last week, the agency said.", "visit"),
    ("Malta had 4,300 visitors in April, the ministry said.", "visit"),
    ("Malta deported 4,300 migrants last month, the agency said.", "deport"),
    ("4,300 migrants have been sent back from Malta in the past week, officials said.", "deport"),
    ("4,300 jobs were lost in Malta last month, officials said.", "job"),
)
_LONG = {
    "cross": (
        "2,900 refugees crossed into Malta since January, the army said.",
        "2,900 people fled into Malta so far this year, the army said.",
    ),
    "arrest": (
        "2,900 people have been arrested in Selm since January 1, the army said.",
        "The authorities arrested 2,900 people in Selm this year, the army said.",
    ),
    "visit": (
        "2,900 tourists visited Malta this year, the army said.",
        "2,900 tourists have arrived in Malta since January, the army said.",
    ),
    "deport": (
        "2,900 migrants were deported from Malta this year, the army said.",
        "Malta expelled 2,900 migrants since January, the army said.",
    ),
    "job": (
        "2,900 workers were laid off in Malta since January, the army said.",
        "Malta lost 2,900 jobs this year, the army said.",
    ),
}


@pytest.mark.parametrize(("short", "long"), [(short, long) for short, what in _SHORT for long in _LONG[what]])
def test_a_stretch_of_days_has_no_more_than_a_longer_one_in_another_report(short: str, long: str) -> None:
    assert _loud((short, "2024-05-20"), (long, "2024-05-20"))
    fits = short.replace("4,300", "2,100")
    assert not _loud((fits, "2024-05-20"), (long, "2024-05-20"))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("people were arrested in Selm in drug raids", "people were arrested in Selm during protests"),
        ("people were arrested in Selm", "women were arrested in Selm"),
        ("people were arrested in Selm", "people were arrested for theft in Selm"),
        ("people were arrested across Malta", "people were arrested in northern Malta"),
        ("tourists visited Malta", "foreign tourists visited Malta"),
        ("visitors came to the Selm museum", "visitors came to the Selm zoo"),
        ("migrants were deported from Malta", "migrants were deported from Malta to Kenya"),
        ("refugees crossed into Malta by boat", "refugees crossed into Malta by land"),
        ("people were displaced in Kenya", "families were displaced in Kenya"),
        ("cholera cases were recorded in Selm", "measles cases were recorded in Selm"),
        ("prisoners were freed in Kenya", "political prisoners were freed in Kenya"),
        ("houses were built in Malta", "social houses were built in Malta"),
        ("homes were destroyed in Selm", "homes were destroyed by fire in Selm"),
    ],
)
def test_fewer_over_a_longer_time_are_no_clash_where_words_limit_them(short: str, long: str) -> None:
    first = f"4,300 {short} last week, police said."
    second = f"2,900 {long} this year, the ministry said."
    assert not _loud((f"{first} {second}", "2024-05-20"))
    assert not _loud((first, "2024-05-20"), (second, "2024-05-21"))


def test_fewer_over_a_longer_time_clash_where_words_limit_the_others() -> None:
    first = "4,300 women were arrested in Selm last week, police said."
    second = "2,900 people were arrested in Selm this year, the ministry said."
    assert _loud((f"{first} {second}", "2024-05-20"))


@pytest.mark.parametrize("per", ["a day", "every day", "per day"])
def test_the_most_of_a_day_is_no_total_wherever_in_its_clause_the_day_stands(per: str) -> None:
    most = f"Up to 300 homes were destroyed in Selm {per} over the past ten days, officials said."
    for total, clashes in (("2,700", False), ("3,900", True)):
        said = f"{total} homes were destroyed in Selm over the past ten days, the agency said."
        assert bool(_loud((f"{most} {said}", "2024-05-20"))) == clashes
