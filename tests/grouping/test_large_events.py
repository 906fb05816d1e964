"""One event is one matter however many report it, and costs no more than its reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import reading, said

from addup.grouping.group import group
from addup.grouping.subjects.matters import common
from addup.records import Reading

REPORTS = common(0) + 20
"""More than any name may stand in to tell matters apart."""


def report(number: int) -> Reading:
    text = (
        f"A fire in Holm killed {20 + number % 7} people, and {100 + number % 5} firemen of Arden, Borrow "
        "and Calder fought it."
    )
    killed = replace(said(f"{20 + number % 7} people", 20 + number % 7, "person", "kill"), place="Holm")
    fought = said(f"{100 + number % 5} firemen", 100 + number % 5, "firemen/fireman", "fight")
    return reading(
        text, replace(killed, days="2024-05-14"), fought, id=f"r{number:03}", published="2024-05-15"
    )


@pytest.fixture(scope="module")
def reports() -> list[Reading]:
    return [report(number) for number in range(REPORTS)]


def test_the_dead_of_one_event_are_one_series_however_many_report_them(reports: list[Reading]) -> None:
    (dead,) = (one for one in group(reports).series if one.name.startswith("killed"))
    assert len(dead.members) == REPORTS


def test_what_else_is_counted_at_an_event_falls_apart_no_more_than_in_few_reports(
    reports: list[Reading],
) -> None:
    assert len(group(reports).series) == len(group(reports[:50]).series)
