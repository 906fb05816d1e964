"""One event in the reports of two days: what grows, what is taken back, and what is held against what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from building import Said, reading, said

import addup
from addup.account.reported.of_reports import check_reports
from addup.account.result import Result
from addup.grouping.group import group
from addup.records import Reading

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FLOOD = "The Selm had flooded Holm Bridge and the Fire Brigade of Upper Holm on Tuesday."
FIRST = replace(said("at least 43", 43, "person", "kill"), days="2024-06-04", place="Holm")
LOWERED = replace(said("39", 39, "dead", "lower"), days="2024-06-06", place="Holm")


def told(*days: tuple[str, Said]) -> Result:
    """Check reports of Holm, each of one figure, published from 5 June on."""
    readings = [
        reading(f"{text} {FLOOD}", figure, id=f"day-{index}", published=f"2024-06-0{5 + index}")
        for index, (text, figure) in enumerate(days)
    ]
    return check_reports(group(readings))


def test_the_flood_of_two_days_shows_the_correction_and_no_conflict() -> None:
    readings = [
        addup.read(
            (EXAMPLES / f"flood-day-{day}.txt").read_text(encoding="utf-8"),
            published=f"2024-06-0{4 + day}",
            id=f"day-{day}",
        )
        for day in (1, 2)
    ]
    result = addup.check(addup.series(readings))
    assert result.status == "consistent"
    assert any(one.kind == "revised" and "43" in one.text and "39" in one.text for one in result.findings)


@pytest.mark.parametrize("source", [None, "the governor"])
def test_a_toll_that_is_lowered_takes_back_the_one_before(source: str | None) -> None:
    result = told(
        (
            "The flood in Holm killed at least 43 people, said the governor.",
            replace(FIRST, source="the governor"),
        ),
        ("On Thursday the governor lowered the toll in Holm to 39.", replace(LOWERED, source=source)),
    )
    assert result.status == "consistent"
    assert [one.kind for one in result.findings if one.kind == "revised"] == ["revised"]


def test_a_source_takes_back_nothing_that_another_one_said() -> None:
    result = told(
        ("The flood in Holm killed at least 43 people, said the army.", replace(FIRST, source="the army")),
        (
            "On Thursday the governor lowered the toll in Holm to 39.",
            replace(LOWERED, source="the governor"),
        ),
    )
    assert result.status == "conflict"


def test_people_who_are_found_are_no_longer_missing() -> None:
    missing = replace(said("17", 17, "person", "miss"), place="Holm", source="the army")
    result = told(
        ("In Holm 17 people are missing, said the army.", missing),
        (
            "In Holm 11 people are missing, said the army.",
            replace(missing, words="11", number="11", low=11, high=11),
        ),
    )
    assert result.status == "consistent"
    assert not [one for one in result.findings if one.kind == "revised"]


def test_the_day_of_the_deaths_is_not_the_day_on_which_they_were_told() -> None:
    readings = [
        addup.read(text, published="2024-06-06", id=id)
        for id, text in (
            ("a", "At least 43 people were killed when the Selm flooded Holm on Tuesday, the governor said."),
            ("b", "The flood in Holm killed 39 people on Tuesday, the army said. The Selm has fallen since."),
        )
    ]
    assert addup.check(addup.series(readings)).status == "conflict"


def said_by(text: str) -> str:
    return f"A storm hit Oxley in Marland on Saturday. {text}"


@pytest.mark.parametrize(
    "later",
    [
        "The death toll of Saturday's storm in Oxley stood at 30 on Monday, the army said.",
        "On Monday the army put the death toll of the storm in Oxley at 30.",
        "The army told reporters that 30 people had been killed in Oxley.",
        "The storm in Oxley killed 30 people, according to an officer of the army in Harden.",
        "An officer of the army in Harden put the death toll of the storm in Oxley at 30.",
    ],
)
def test_tolls_of_one_event_are_one_series_however_they_are_told(later: str) -> None:
    first = addup.read(
        said_by("At least 43 people were killed in Oxley, the governor of Marland said."),
        published="2024-06-09",
        id="a",
    )
    second = addup.read(said_by(f"Twelve homes were destroyed. {later}"), published="2024-06-10", id="b")
    assert addup.check(addup.series([first, second])).status == "conflict"


def test_a_lower_toll_beside_the_one_before_takes_that_back_whoever_told_it(
    read: Callable[..., Reading],
) -> None:
    first = read("On Monday a quake in Peru killed 412 people, the ministry said.", published="2024-03-05")
    text = "A quake in Peru on Monday killed 389 people, the agency said. It had earlier put the toll at {}."
    for before, status in (("412", "consistent"), ("400", "conflict")):
        later = read(text.format(before), published="2024-03-08")
        assert addup.check(addup.series([first, later])).status == status
