"""Numbers that look back: to a whole sentences before, to what was counted, to what the number was."""

from __future__ import annotations

import pytest

import addup
from addup.records import Finding, Grouping

FLOOD = (
    "Floods have killed at least 93 people in northern Sorra since Friday, the civil protection agency said "
    "on Sunday. Earlier it had put the dead at 71.\n\n"
    "Of the victims, 52 died in Val Tresa, 29 in the town of Marano and 14 along the coast, governor Luca "
    "Benti said."
)
OUTBREAK = (
    "The number of confirmed Ebola cases in Lunda province has risen to 148, the health ministry said "
    "Thursday. The World Health Organization counts 203 cases, including 55 that are suspected.\n\n"
    "Of the 148 patients, 41 are health workers."
)


def grouped(text: str) -> Grouping:
    return addup.series([addup.read(text, published="2024-04-14")])


def findings(text: str, kind: str) -> list[Finding]:
    return [finding for finding in addup.check(grouped(text)).findings if finding.kind == kind]


def members(text: str) -> dict[str, list[str]]:
    return {
        series.name: [member.figure.amount.number.text for member in series.members]
        for series in grouped(text).series
    }


def test_the_dead_of_each_place_are_parts_of_all_the_dead() -> None:
    assert members(FLOOD)["killed, northern Sorra"] == ["93", "71"]
    assert members(FLOOD)["killed, Val Tresa"] == ["52"]
    assert findings(FLOOD, "conflict") == []


@pytest.mark.parametrize(
    "told",
    [
        "Governor Luca Benti earlier put the death toll at 71.",
        "Governor Luca Benti initially said 71 people had died.",
        "Governor Luca Benti said earlier that 71 people had died.",
    ],
)
def test_what_somebody_said_earlier_contradicts_no_later_toll(told: str) -> None:
    text = (
        f"Floods killed at least 93 people in northern Sorra on Friday, the agency said on Sunday.\n\n{told}"
    )
    assert findings(text, "conflict") == []


def test_parts_that_come_to_more_than_the_least_that_was_said_raise_it() -> None:
    (whole,) = findings(FLOOD, "implied")
    assert whole.text.startswith("killed, northern Sorra, on 14 April 2024: 95 to 102 as said")
    assert whole.rows[0].partition(", given")[0].endswith("= 95")


def test_a_number_that_was_put_higher_since_is_no_conflict_with_the_new_one() -> None:
    text = "Floods killed 93 people, the agency said. An earlier count was 130."
    assert findings(text, "conflict") == []


def test_those_counted_before_are_not_counted_again_under_another_noun() -> None:
    assert findings(OUTBREAK, "lookalike") == []
    assert findings(OUTBREAK, "conflict") == []


def test_the_members_of_whom_a_share_went_on_strike_are_not_on_strike_themselves() -> None:
    text = (
        "Tens of thousands of teachers walked out on Tuesday. "
        "The union said 85 percent of its 120,000 members had joined the strike."
    )
    on_strike = next(numbers for name, numbers in members(text).items() if "strike" in name)
    assert "120,000" not in on_strike


@pytest.mark.parametrize("words", ["put the dead at 71", "put the number of dead at 71"])
def test_a_number_of_dead_is_no_age(words: str) -> None:
    (figure,) = addup.read(f"Police {words}.", published="2024-04-14").figures
    assert (figure.amount.kind, figure.amount.unit) == ("count", None)


def test_schools_shut_and_schools_closed_are_counted_together_out_of_all_there_are() -> None:
    text = (
        "The union said the strike closed 3,400 of 4,000 schools. "
        "The education ministry said 1,150 schools were shut."
    )
    assert members(text)["schools closed"] == ["3,400", "1,150"]


def test_somebody_else_in_a_new_paragraph_speaks_of_the_whole_event_again() -> None:
    text = (
        "An earthquake struck Peru on Sunday, killing at least 57 people, officials said.\n\n"
        "Luis Paz of the civil defence said 19 people had died in Lima.\n\n"
        "A radio station said as many as 200 had died."
    )
    assert members(text)["killed, Peru"] == ["57", "200"]
    assert members(text)["killed, Lima"] == ["19"]
