"""Who says that nobody came to harm contradicts who counts the dead."""

from __future__ import annotations

import pytest

import addup

STRIKE = "At least 25 civilians were killed when a strike hit the market in Darun on Sunday, residents said."


@pytest.mark.parametrize(
    "denial",
    [
        "“Not a single civilian was harmed,” an army spokesman said.",
        "No civilians were killed, the army said.",
        "Not one civilian was killed, the army said.",
    ],
)
def test_nobody_against_somebody_is_a_conflict(denial: str) -> None:
    reading = addup.read(f"{STRIKE}\n\n{denial}", published="2024-06-24")
    assert addup.check(addup.series([reading])).status == "conflict"


@pytest.mark.parametrize(
    "denial",
    [
        "Nobody was killed in Darun on Sunday, the army said.",
        "No one died in the strike on Darun on Sunday, the army said.",
    ],
)
def test_nobody_is_who_was_there_on_a_day_that_is_told(denial: str) -> None:
    text = f"{STRIKE.replace('civilians', 'people')}\n\n{denial}"
    assert addup.check(addup.series([addup.read(text, published="2024-06-24")])).status == "conflict"


@pytest.mark.parametrize(
    "text",
    [
        f"{STRIKE}\n\nNo soldiers were killed, the army said.",
        f"{STRIKE}\n\nNo plans have been made to close the market, the mayor said.",
        f"{STRIKE}\n\nNot one of them had been warned, residents said.",
        f"{STRIKE}\n\nNobody was killed in a strike on the town of Selm on Monday, the army said.",
        f"{STRIKE}\n\nNobody was killed in a strike on the town of Selm on Sunday, the army said.",
        f"{STRIKE}\n\nNobody was killed in Darun on Friday, the army said.",
        f"{STRIKE}\n\nNobody was killed in the raid, the army said.",
    ],
)
def test_nobody_else_contradicts_nothing(text: str) -> None:
    result = addup.check(addup.series([addup.read(text, published="2024-06-25")]))
    assert result.status == "consistent"


def test_those_earlier_are_no_part_of_those_whom_they_killed() -> None:
    text = "It was the third strike this month. The two earlier ones killed 11 people, the monitors said."
    grouping = addup.series([addup.read(text, published="2024-06-24")])
    assert not grouping.relations


def test_the_families_of_the_dead_are_not_the_dead() -> None:
    text = (
        "The blast killed 31 miners, the company said. The government will pay 50,000 euros to each of the "
        "31 families."
    )
    grouping = addup.series([addup.read(text, published="2024-06-24")])
    assert [len(series.members) for series in grouping.series if series.name.startswith("miners")] == [1]
