"""What a paragraph tells of another place is no part of what the report is about."""

from __future__ import annotations

import pytest

import addup

LEAD = "At least 27 people were killed when two bombs went off in Kesra on Saturday, officials said."


def relations(text: str) -> list[str]:
    reading = addup.read(text, published="2024-07-06")
    return [relation["text"] for relation in addup.series([reading]).to_dict()["relations"]]


@pytest.mark.parametrize("turn", ["Elsewhere, gunmen", "Separately, gunmen", "In another attack, gunmen"])
def test_soldiers_killed_elsewhere_are_not_among_the_dead(turn: str) -> None:
    assert relations(f"{LEAD}\n\n{turn} killed three soldiers, police said.") == []


def test_soldiers_killed_in_the_attack_are_among_the_dead() -> None:
    (found,) = relations(f"{LEAD}\n\nThe blasts killed three soldiers, police said.")
    assert "soldiers killed" in found.split(" <= ")[0]
