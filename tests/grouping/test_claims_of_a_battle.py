"""What two sides and others say of one battle: whose losses a number is of, and who cannot be right."""

from __future__ import annotations

import addup

BATTLE = (
    "Government forces said on Saturday they had killed 340 rebels in three days of fighting around Kharvo, "
    "and lost 18 soldiers of their own.\n\n"
    "The rebels dismissed the claim on Saturday and said only 27 of their fighters had died, while at least "
    "200 soldiers had been killed.\n\n"
    "Since the war began in March last year more than 12,000 people have been killed, including 4,300 "
    "civilians, according to the United Nations. The government puts the civilian toll at 2,100."
)


def series() -> dict[str, list[str]]:
    grouping = addup.series([addup.read(BATTLE, published="2024-11-17")])
    return {one.name: [member.figure.amount.number.text for member in one.members] for one in grouping.series}


def test_soldiers_lost_are_soldiers_killed() -> None:
    assert series()["soldiers killed, Kharvo"] == ["18", "200"]


def test_a_civilian_toll_counts_civilians_however_long_the_war() -> None:
    assert series()["civilians killed, Kharvo"] == ["4,300", "2,100"]


def test_all_three_disputes_of_the_battle_are_conflicts() -> None:
    found = addup.check(addup.series([addup.read(BATTLE, published="2024-11-17")])).findings
    conflicts = [finding.text for finding in found if finding.kind == "conflict"]
    assert len(conflicts) == 3
    for numbers in (("335", "27"), ("200", "18"), ("4,250", "2,150")):
        assert any(all(number in text for number in numbers) for text in conflicts)
