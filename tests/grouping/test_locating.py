"""Where casualties fell, by the order of the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from building import Said, reading, said

from addup.grouping.group import group
from addup.grouping.places import Gazetteer
from addup.records import Reading

Read = Callable[..., Reading]


def dead(words: str, *, place: str | None = None) -> Said:
    return replace(said(words, int(words), "person", "kill"), place=place)


def scopes(text: str, *figures: Said) -> list[str | None]:
    found = {
        member.figure.id: one.scope
        for one in group([reading(text, *figures)]).series
        for member in one.members
    }
    return [found[key] for key in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Storms killed 12 people in Lyon and 18 in Turin.", ["Lyon", "Turin"]),
        ("In Lyon the storm killed 12 people. In Turin it killed 18.", ["Lyon", "Turin"]),
        ("Storms killed 12 people in Lyon. On Monday, 18 more were killed in Turin.", ["Lyon", "Turin"]),
        ("After 12 deaths on Sunday, 18 people were killed in Turin.", ["Turin", "Turin"]),
        (
            "In Lyon, Turin and Paris 12 people died on Sunday and 18 on Monday.",
            ["Lyon and Paris and Turin"] * 2,
        ),
        (
            "Fires broke out in the French and Italian capitals, killing 12 people, then 18.",
            ["France and Italy"] * 2,
        ),
    ],
)
def test_a_number_takes_the_place_beside_it(text: str, expected: list[str]) -> None:
    assert scopes(text, dead("12"), dead("18")) == expected


def test_a_place_read_elsewhere_gives_way_to_the_one_in_the_sentence() -> None:
    text = "The minister spoke in Paris. In Lyon the storm killed 12 people."
    assert scopes(text, dead("12", place="Paris")) == ["Lyon"]


def test_the_place_of_the_sentence_before_is_carried_over() -> None:
    text = "The storm hit Nice and killed 12 people in Lyon. All of the 18 were out on the lake."
    assert scopes(text, dead("12"), dead("18")) == ["Lyon", "Lyon"]


def test_a_country_is_not_the_place_because_its_people_are_named() -> None:
    assert scopes("French and Italian rescuers counted 12 people killed.", dead("12")) == [None]


def test_where_somebody_tells_it_is_not_where_a_report_has_its_dead(read: Read) -> None:
    text = (
        "The ministry said on Monday that 219 people were killed in the earthquake. "
        "The hospital in Veldin said it had treated 820 of the injured. The minister said 240 had died."
    )
    named = {one.name for one in group([read(text, published="2025-02-04")]).series}
    assert not any(name.startswith("killed") and "Veldin" in name for name in named)
    assert any(name.startswith("treated") for name in named)


def test_a_neighbouring_place_that_is_no_country_lies_in_the_one_that_the_text_is_about() -> None:
    gazetteer = Gazetteer(["A quake in Peru killed 12 in Arequipa and 68 in neighbouring Ostra."])
    assert gazetteer.scope("neighbouring Ostra") == {"ostra"}
    assert gazetteer.inside("ostra") == "peru"


def test_a_town_called_one_of_a_nation_lies_in_its_country() -> None:
    assert Gazetteer(["A plane crashed in the Nepali city of Pokra."]).inside("pokra") == "nepal"
