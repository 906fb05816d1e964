"""Figures whose days nobody can tell: what they are held against, and that the reader is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from building import Said, reading, said
from hypothesis import given, settings
from hypothesis import strategies as st

import addup
from addup.account.reported.from_series import account_of
from addup.account.reported.of_reports import check_reports
from addup.account.result import Result
from addup.grouping.group import group
from addup.records import Grouping, Reading

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def joined(*figures: Said) -> Grouping:
    text = (
        "Since January 2024 24,000 people have joined. Up to 420 join each day. "
        "In the past 14 days 4,900 have joined, said the office. On Monday 300 joined, said the mayor. "
        "On Monday 200 joined, said the army."
    )
    return group([reading(text, *figures)])


SINCE_JANUARY = replace(said("24,000", 24000, "person", "join"), days="2024-01-01..2024-01-31")
DAILY = replace(said("Up to 420", 420, "person", "join"), per="day")
TWO_WEEKS = replace(said("4,900", 4900, "person", "join"), time="the past 14 days", source="the office")
MAYOR = replace(said("300", 300, "person", "join"), time="Monday", source="the mayor")
ARMY = replace(said("200", 200, "person", "join"), time="Monday", source="the army")


def test_a_count_of_open_days_is_not_held_against_one_whose_days_are_known() -> None:
    grouping = joined(SINCE_JANUARY, TWO_WEEKS)
    assert [one["why"] for one in account_of(grouping)["left_out"]] == [
        "its days stay open: “the past 14 days”"
    ]


def test_counts_of_differently_open_days_are_not_held_against_each_other() -> None:
    assert len(account_of(joined(TWO_WEEKS, MAYOR))["left_out"]) == 2


def test_counts_of_one_open_day_are_held_against_each_other() -> None:
    result = check_reports(joined(MAYOR, ARMY))
    assert [conflict.gap for conflict in result.conflicts]


def test_a_rate_of_open_days_bounds_nothing() -> None:
    daily = replace(DAILY, time="each day")
    assert [one["figure"] for one in account_of(joined(SINCE_JANUARY, daily))["left_out"]] == ["a1"]


def test_a_level_of_no_day_is_not_held_against_a_level_of_another_day() -> None:
    text = "In January 2024 the prison held 300 inmates. It holds 200 inmates."
    figures = (
        replace(said("300", 300, "inmate", "hold"), days="2024-01-31"),
        said("200", 200, "inmate", "hold"),
    )
    assert check_reports(group([reading(text, *figures)])).status == "consistent"


def test_a_day_from_which_something_counts_is_no_day_of_telling() -> None:
    text = "More than 24,000 people have joined since January 2024, the ministry said."
    figure = replace(said("More than 24,000", 24000, "person", "join"), source="the ministry")
    found = reading(text, figure, times=[("January 2024", "2024-01-01..2024-01-31")])
    assert "to" not in account_of(group([found]))["reports"][0]


def drafted(dismissed: int) -> Result:
    """Say of people called up on known days how many serve and how many left, on days that nobody tells."""
    text = (
        f"The army has 9,000 guards. Of these, 310 were drafted in spring 2023. It had drafted 400 people "
        f"back then. Of them {dismissed} have been released since then."
    )
    figures = (
        replace(said("9,000", 9000, "guards/guard"), event="serve"),
        replace(said("310", 310, "guards/guard", "draft"), days="2023-03-01..2023-05-31"),
        replace(said("400", 400, "person", "draft"), days="2023-03-01..2023-05-31"),
        said(f"{dismissed}", dismissed, "person", "release"),
    )
    return check_reports(group([reading(text, *figures)]))


def test_those_present_on_an_unknown_day_are_not_counted_anew_for_every_day() -> None:
    result = drafted(60)
    assert result.status == "consistent"
    assert any("400 − 310 − 60 = 30" in " ".join((one.text, *one.rows)) for one in result.findings)


def test_parts_that_are_more_than_their_whole_conflict_whatever_the_days() -> None:
    assert drafted(190).status == "conflict"


@pytest.mark.parametrize("name", ["recruitment", "epidemic", "strike", "flood-day-2"])
def test_a_sample_report_without_a_day_of_publication_has_no_conflict(name: str) -> None:
    found = addup.read((EXAMPLES / f"{name}.txt").read_text(encoding="utf-8"))
    assert not addup.check(addup.series([found])).conflicts


def test_what_is_held_against_nothing_is_told() -> None:
    found = check_reports(joined(SINCE_JANUARY, TWO_WEEKS))
    told = [one for one in found.findings if one.kind == "unanswered" and "4,900" in one.text]
    assert [piece.text for one in told for piece in one.evidence] == ["4,900"]


EVENTS = st.sampled_from(["kill", "join", "hold", "march", "draft", "release", "serve"])
TIMES = ["Monday", "the past week", "late May"]
LINKS = st.sampled_from([" and", "; of these,", ", including", "; since then"])


@st.composite
def undated(draw: st.DrawFn) -> Reading:
    """Make a reading in which no day is known."""
    figures, text = [], f"On {TIMES[0]}, in {TIMES[1]} and in {TIMES[2]}"
    for _ in range(draw(st.integers(1, 5))):
        value = draw(st.integers(1, 900))
        one = said(f"{value}", value, "person", draw(EVENTS))
        who = draw(st.sampled_from([None, "mayor", "army"]))
        time = draw(st.sampled_from([None, *TIMES]))
        text += f"{draw(LINKS)} {value} people {one.event}"
        figures.append(replace(one, time=time, source=who, per=draw(st.sampled_from([None, None, "day"]))))
    return reading(f"{text}, said mayor and army", *figures)


@settings(deadline=None)
@given(undated())
def test_without_any_day_only_figures_undated_in_the_same_way_conflict(found: Reading) -> None:
    grouping = group([found])
    times = {figure.id: figure.time.text if figure.time else None for figure in grouping.readings[0].figures}
    homes = {member.figure.id: series for series in grouping.series for member in series.members}
    for conflict in check_reports(grouping).conflicts:
        for series in {homes[id].id: homes[id] for id in conflict.reports}.values():
            own = {times[id] for id in conflict.reports if homes[id] == series}
            assert len(own - {None} if series.kind == "toll" else own) <= 1


def test_a_year_that_a_budget_is_for_says_nothing_of_the_age_of_its_report() -> None:
    budget = replace(said("9", 9, "budget", "pass"), days="2024-01-01..2024-12-31")
    result = check_reports(group([reading("The council passed a budget of 9 for 2024.", budget)]))
    assert any("older than 2024-01-01" in one.text for one in result.findings)


def test_the_dead_told_without_a_time_are_those_of_the_outbreak_that_others_count() -> None:
    text = (
        "Cholera has killed 59 people in Selm since June, the WHO said. The minister said 41 people had died."
    )
    (conflict,) = addup.check(addup.series([addup.read(text, published="2024-10-16")])).conflicts
    assert conflict.gap == 18
