"""Everybody aboard a ship, a plane or a bus, and what became of them."""

from __future__ import annotations

import pytest

import addup

LEAD = "The ferry Maro sank off Tavor on Tuesday with 350 people aboard, the coast guard said."


def relations(text: str) -> list[str]:
    reading = addup.read(text, published="2024-03-06")
    return [relation["text"] for relation in addup.series([reading]).to_dict()["relations"]]


def conflicts(text: str) -> list[str]:
    found = addup.check(addup.series([addup.read(text, published="2024-03-06")]))
    return [finding.text for finding in found.findings if finding.kind == "conflict"]


def test_more_ends_than_people_aboard_are_a_conflict() -> None:
    (why,) = conflicts(
        f"{LEAD}\n\nThe ministry said 212 had survived and 61 were dead. "
        "The captain said 90 people were missing."
    )
    assert "= 363, but at most 355" in why


def test_ends_that_those_aboard_allow_are_none() -> None:
    text = f"{LEAD} Of them 212 had survived and 61 were dead, it said. The captain said 70 were missing."
    assert "killed, Tavor + rescued, of those aboard + missing, Tavor <= people aboard, Tavor" in relations(
        text
    )
    assert conflicts(text) == []


def test_passengers_and_crew_are_added_up_and_what_is_left_is_told() -> None:
    text = (
        "A plane with 214 passengers and 12 crew aboard overran the runway on Tuesday, killing 31 people, "
        "officials said.\n\nThe ministry said 148 people were rescued and 47 were missing."
    )
    assert relations(text) == ["killed + rescued + missing <= passengers aboard + crew aboard"]
    found = addup.check(addup.series([addup.read(text, published="2024-03-06")])).findings
    assert [finding.text for finding in found if finding.kind == "implied"] == [
        "passengers aboard and crew aboard less killed and rescued and missing: "
        "214 + 12 − 31 − 148 − 47 = 0 as said."
    ]


@pytest.mark.parametrize(
    "aboard",
    [
        "A bus carrying 44 people fell into a river near Tavor on Tuesday.",
        "A bus fell into a river near Tavor on Tuesday. Police said 44 people were on board.",
        "A bus carrying 40 passengers and a crew of four, police said, fell into a river on Tuesday.",
        "A boat sank near Tavor on Tuesday. There were 40 passengers and 4 crew members on board.",
    ],
)
def test_people_are_put_aboard_in_many_words(aboard: str) -> None:
    (found,) = relations(f"{aboard} Rescuers saved 20 people, police said, and 12 people were killed.")
    assert "aboard" in found.split("<=")[1]
    assert {end.split(",")[0] for end in found.split(" <= ")[0].split(" + ")} == {"killed", "rescued"}


@pytest.mark.parametrize(
    "others",
    [
        "Five of the dead were on the ground.",
        "Two of the rescued later died.",
        "The freighter was carrying 20 people.",
    ],
)
def test_nothing_is_said_where_others_may_have_died_or_some_are_counted_twice(others: str) -> None:
    text = f"{LEAD} The ministry said 212 had survived and 140 were dead. {others}"
    assert not any("+" in relation for relation in relations(text))


def test_passengers_without_a_crew_are_not_everybody() -> None:
    text = "A ferry with 300 passengers aboard sank on Tuesday. Divers found 40 dead and 265 were rescued."
    assert not any("+" in relation for relation in relations(text))


def test_how_many_were_aboard_is_one_number_whenever_it_is_told() -> None:
    first = "A ferry with 350 people aboard sank off Zanzibar on Tuesday, killing 22, the coast guard said."
    later = "The toll of Tuesday's sinking off Zanzibar rose to 61. Prosecutors said 420 were on board."
    readings = [
        addup.read(first, published="2024-03-05", id="first"),
        addup.read(later, published="2024-03-08", id="later"),
    ]
    found = addup.check(addup.series(readings)).findings
    (conflict,) = [finding.text for finding in found if finding.kind == "conflict"]
    assert conflict.startswith("At least 415")
    assert "at most 355" in conflict


def test_what_a_ferry_carried_was_aboard_and_what_an_airline_carried_was_not() -> None:
    ferry = addup.series([addup.read("The ferry carried 338 passengers.", published="2024-03-05")])
    airline = addup.series([addup.read("The airline carried 2,338 passengers.", published="2024-03-05")])
    assert [series.name for series in ferry.series] == ["passengers aboard"]
    assert [series.name for series in airline.series] == ["passengers carried"]


def test_all_but_two_are_not_two() -> None:
    text = (
        "A helicopter carrying 19 soldiers and three crew members crashed on Saturday, killing all but two "
        "of those aboard, the ministry said. Police said 23 bodies had been recovered and three were missing."
    )
    (why,) = conflicts(text)
    assert why.startswith("At least 23")
    assert "= 22, given" in why
    assert not any("two" in relation for relation in relations(text))


def test_the_crew_among_the_survivors_are_part_of_them_and_the_dead_of_years_ago_none() -> None:
    text = (
        "A ferry with 200 people on board sank off Selm on Monday. The coast guard said it had rescued 112 "
        "people and found 23 dead. Eleven crew members are among the survivors. In 2019, 94 died there."
    )
    grouping = addup.series([addup.read(text, published="2024-05-16")])
    assert addup.check(grouping).status == "consistent"
    told = {evidence.text for relation in grouping.relations for evidence in relation.evidence}
    assert "among the survivors" in told
    assert not any("94" in words for words in told)
