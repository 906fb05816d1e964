"""What is shown together, and in which order."""

from __future__ import annotations

from dataclasses import replace

from report_samples import CARRIED, DAILY, FIGURES, GROUPING, READING, RESULT

from addup.records import Finding, Member
from addup.report.arrange import Block, arrange


def test_conflicts_come_first_and_lone_figures_last() -> None:
    arrangement = arrange(READING, GROUPING, RESULT)
    assert [block.title for block in arrangement.blocks] == [
        "dead",
        "aboard, rescued, children rescued",
        "passengers carried",
    ]
    assert arrangement.blocks[0].verdict == "does not add up"
    assert [member.figure.counted for member in arrangement.lone] == [None, None]


def test_every_figure_is_shown_once() -> None:
    arrangement = arrange(READING, GROUPING, RESULT)
    members: list[Member] = [member for block in arrangement.blocks for member in block.members]
    assert sorted(member.figure.id for member in (*members, *arrangement.lone)) == sorted(
        figure.id for figure in FIGURES
    )


def test_a_figure_in_no_series_is_still_shown() -> None:
    grouping = replace(GROUPING, series=(), relations=())
    assert len(arrange(READING, grouping, RESULT).lone) == len(FIGURES)


def test_findings_that_tell_series_apart_do_not_bring_them_together() -> None:
    apart = Finding(kind="lookalike", text="24 stands for different things.", series=("pay", "ferry's age"))
    arrangement = arrange(READING, GROUPING, replace(RESULT, findings=(apart,)))
    assert "pay" in [block.title for block in arrangement.blocks]


def test_every_finding_is_shown_once() -> None:
    arrangement = arrange(READING, GROUPING, RESULT)
    shown = [finding for block in arrangement.blocks for finding in block.findings]
    shown += [*arrangement.general, *arrangement.apart]
    assert sorted(finding.text for finding in shown) == sorted(finding.text for finding in RESULT.findings)


def test_places_are_told_once_unless_they_tell_series_apart() -> None:
    first, second = (replace(series, scope="Lowick") for series in GROUPING.series[:2])
    here = [replace(first, name="dead, Lowick"), replace(second, name="aboard, Lowick")]
    there = [here[0], replace(first, id="other", name="dead, Whitby", scope="Whitby")]
    block = Block(tuple(here), (), (), (), "")
    assert block.title == "dead, aboard, Lowick"
    assert [block.name_of(series) for series in here] == ["dead", "aboard"]
    assert block.shorten("dead, Lowick ≤ aboard, Lowick") == "dead ≤ aboard"
    apart = Block(tuple(there), (), (), (), "")
    assert [apart.name_of(series) for series in there] == ["dead, Lowick", "dead, Whitby"]
    assert apart.shorten("dead, Lowick + dead, Whitby") == "dead, Lowick + dead, Whitby"


def test_figures_that_nobody_states_are_not_said_to_add_up() -> None:
    members = tuple(
        replace(member, figure=replace(member.figure, stance="expected"))
        for member in GROUPING.series[0].members
    )
    series = replace(GROUPING.series[0], members=members)
    grouping = replace(GROUPING, series=(series,), relations=())
    (block,) = arrange(READING, grouping, replace(RESULT, findings=(), asked=())).blocks
    assert block.verdict == ""


def test_a_part_stands_behind_its_whole_and_is_named_by_what_makes_it_one() -> None:
    (whole, other), part = GROUPING.series[:2], GROUPING.series[2]
    part = replace(part, name=f"{whole.name}, of those found", scope=None)
    block = arrange(
        READING,
        replace(GROUPING, series=(part, other, whole), relations=()),
        replace(RESULT, findings=(Finding(kind="implied", text="…", series=(part.name, whole.name)),)),
    ).blocks[0]
    assert block.series == (whole, part)
    assert block.name_of(part, after=whole) == "  of those found"


def test_figures_that_are_held_against_nothing_do_not_add_up_but_stay_open() -> None:
    waiting = Finding(kind="unanswered", text="Held against nothing.", reports=(CARRIED.id, DAILY.id))
    blocks = arrange(READING, GROUPING, replace(RESULT, findings=(waiting,))).blocks
    assert {block.title: block.verdict for block in blocks}["passengers carried"] == "left open"


def test_a_comma_in_a_number_does_not_end_a_name() -> None:
    stations = replace(GROUPING.series[0], name="the 1,050 stations", scope=None)
    visited = replace(GROUPING.series[1], name="214 of the stations", scope=None)
    assert Block((visited, stations), (), (), (), "").title == "214 of the stations, the 1,050 stations"
