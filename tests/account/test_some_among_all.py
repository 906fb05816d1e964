"""No more of some than of all: of 31 people killed in a blast, no 40 were children."""

from __future__ import annotations

import pytest

import addup


def _loud(*reports: tuple[str, str]) -> list[str]:
    readings = [addup.read(text, published=day) for text, day in reports]
    found = addup.check(addup.series(readings)).findings
    return [one.kind for one in found if one.kind in ("conflict", "tension", "disputed")]


@pytest.mark.parametrize(
    ("every", "some"),
    [
        (
            "{} people were killed in a blast in Selm on Thursday, police said.",
            "{} children were killed in the blast in Selm on Thursday, the hospital said.",
        ),
        (
            "{} people were killed in a blast in Selm on Thursday, police said.",
            "Among those killed in the blast in Selm on Thursday were {} soldiers, the army said.",
        ),
        (
            "{} people were arrested in Selm on Thursday, police said.",
            "{} students were arrested in Selm on Thursday, a union said.",
        ),
        (
            "{} tourists visited Malta in April, the ministry said.",
            "{} German tourists visited Malta in April, the agency said.",
        ),
        (
            "{} people were arrested in Malta in April, police said.",
            "{} women were arrested in Malta on April 17, the agency said.",
        ),
    ],
)
def test_more_of_some_than_of_all_is_a_clash(every: str, some: str) -> None:
    def said(all_of_them: int, some_of_them: int) -> str:
        return f"{every.format(all_of_them)} {some.format(some_of_them)}"

    assert _loud((said(310, 400), "2024-05-20"))
    assert not _loud((said(400, 310), "2024-05-20"))


@pytest.mark.parametrize(
    ("every", "some"),
    [
        ("310 people were killed in a flood in Selm", "400 soldiers were killed in a battle in Selm"),
        ("310 people were arrested in Selm", "400 students were arrested in Orrin"),
        ("310 teachers were arrested in Selm", "400 students were arrested in Selm"),
        ("310 crew members were killed in a crash in Selm", "400 passengers were killed in a crash in Selm"),
        ("Another 310 people were arrested in Selm", "400 students were arrested in Selm"),
        ("At least 310 people were arrested in Selm", "400 students were arrested in Selm"),
    ],
)
def test_what_may_be_others_is_none(every: str, some: str) -> None:
    assert not _loud((f"{every} on Thursday. {some} on Thursday.", "2024-05-20"))


def test_what_is_of_another_day_is_none() -> None:
    every, some = (
        "310 people were arrested in Selm on Thursday.",
        "400 students were arrested in Selm on Friday.",
    )
    assert not _loud((f"{every} {some}", "2024-05-20"))


def test_a_toll_that_came_out_before_may_have_grown_since() -> None:
    every = "310 people were killed in a blast in Selm on Thursday, police said."
    some = "400 soldiers were killed in the blast in Selm on Thursday, the army said."
    assert not _loud((every, "2024-05-17"), (some, "2024-05-19"))
    assert _loud((every, "2024-05-19"), (some, "2024-05-17"))
