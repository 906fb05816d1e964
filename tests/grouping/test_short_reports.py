"""Short reports of one event, which share few names: the same dead are one series, however told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reports import grouped

import addup
from addup.records import Grouping

QUAKE = (
    (
        "2023-09-12",
        "TARNOVA, Bulgaria -- A strong earthquake struck southern Bulgaria early on Tuesday, killing at "
        "least 27 people and injuring more than 150, officials said. Rescue workers pulled 14 bodies "
        "from a collapsed apartment block in the town of Tarnova. Interior Minister Petar Kolev said "
        "40 people were still missing.",
    ),
    (
        "2023-09-13",
        "The death toll from the earthquake that hit Bulgaria on Tuesday rose to 58 on Wednesday, and "
        "312 people were treated for injuries, the Health Ministry said. In Tarnova alone 41 people "
        "died.",
    ),
    (
        "2023-09-14",
        "SOFIA -- Rescuers recovered nine more bodies on Thursday from the ruins of Tarnova, bringing "
        "the number of dead in Tuesday's quake to 67. The Red Cross put the number of wounded at about "
        "400.",
    ),
    (
        "2023-09-14",
        "The earthquake in Bulgaria claimed 75 lives, the opposition newspaper Dnevnik reported on "
        "Thursday, citing doctors in Tarnova. The Interior Ministry denied that, and spoke of 67 dead.",
    ),
)
FERRY = (
    (
        "2022-03-04",
        "MANILA, Philippines -- A ferry carrying 187 passengers and crew sank off the island of Cebu "
        "late on Thursday, and at least 12 people drowned, the coast guard said on Friday. Coast guard "
        "ships rescued 121 "
        "people. Dozens were missing.",
    ),
    (
        "2022-03-05",
        "Philippine divers on Saturday recovered 17 bodies from the ferry that sank off Cebu, raising "
        "the number of dead to 29. The coast guard said that 126 people had been rescued from the ferry, "
        "and 32 were missing.",
    ),
    (
        "2022-03-07",
        "The coast guard ended its search on Monday. Fifty-four people lost their lives in the sinking "
        "off Cebu, and seven are still unaccounted for.",
    ),
)
CHOLERA = (
    (
        "2023-02-06",
        "LILONGWE, Malawi -- Cholera has killed 1,210 people in Malawi since March, and infected 36,943, "
        "the Health Ministry said on Monday.",
    ),
    (
        "2023-02-08",
        "Malawi's cholera outbreak has claimed 1,247 lives, Health Minister Khumbize Chiponda said on "
        "Wednesday. The number of cases rose to 38,112.",
    ),
    (
        "2023-02-13",
        "Doctors Without Borders said on Monday that at least 1,300 people had died of cholera in "
        "Malawi. It treats about 500 patients a day in Blantyre. The Health Ministry counted 1,316 "
        "deaths and 40,284 cases.",
    ),
    (
        "2023-02-20",
        "In Malawi 1,384 have died of cholera, the Health Ministry said on Monday. The ministry reported "
        "21 new deaths.",
    ),
)
BOMBS = (
    (
        "2013-07-19",
        "BAGHDAD -- A suicide bomber attacked a market in Baquba, Iraq, on Friday, killing 22 people and "
        "wounding 53. A car bomb in Baghdad killed six on Friday.",
    ),
    (
        "2013-07-20",
        "The number of people killed in Friday's bombing of a market in Baquba rose to 28, a provincial "
        "official said on Saturday.",
    ),
    (
        "2013-07-20",
        "Bombings in Baquba and Baghdad left 34 people dead on Friday, the United Nations said. More "
        "than 700 people have been killed in Iraq in July, it said.",
    ),
)


def numbers(grouping: Grouping, name: str) -> list[str]:
    return [
        member.figure.amount.number.text
        for series in grouping.series
        if series.name == name
        for member in series.members
    ]


@pytest.mark.parametrize(
    ("reports", "name", "expected"),
    [
        (QUAKE, "killed, Bulgaria", ["27", "58", "67", "75", "67"]),
        (QUAKE, "killed, Tarnova", ["14", "41"]),
        (QUAKE, "injured, Bulgaria", ["150", "312", "400"]),
        (FERRY, "killed, Cebu", ["12", "17", "29", "Fifty-four"]),
        (FERRY, "rescued, Cebu", ["121", "126"]),
        (CHOLERA, "killed, Malawi", ["1,210", "1,247", "1,300", "1,316", "1,384"]),
        (CHOLERA, "cases, Malawi", ["36,943", "38,112", "40,284"]),
        (BOMBS, "killed, Baquba", ["22", "28"]),
        (BOMBS, "killed, Iraq", ["700"]),
    ],
)
def test_casualties_of_one_event_are_one_series(
    reports: Sequence[tuple[str, str]], name: str, expected: list[str]
) -> None:
    assert numbers(grouped(*reports), name) == expected


def test_bodies_found_are_at_least_so_many_dead() -> None:
    assert addup.check(grouped(*FERRY)).status == "consistent"


def test_what_two_sources_say_of_one_day_is_the_only_conflict() -> None:
    (conflict,) = addup.check(grouped(*QUAKE)).conflicts
    assert conflict.gap == 8  # 75 said the newspaper, 67 said the others


def test_new_deaths_are_not_held_against_all() -> None:
    result = addup.check(grouped(*CHOLERA))
    assert result.status == "consistent"
    assert any(one.kind == "mismatch" and "new" in one.text for one in result.findings)


def test_two_towns_are_held_against_what_is_said_of_both() -> None:
    found = grouped(*BOMBS)
    assert [one.text for one in found.relations] == [
        "killed, Baquba and Baghdad = killed, Baquba + killed, Baghdad"
    ]


def test_those_whom_one_hospital_took_in_are_a_part_of_all_the_hurt() -> None:
    reading = addup.read(
        "At least 60 people were wounded when a bomb went off in Tarnova on Monday, police said. A doctor at "
        "the city hospital said it had received 48 wounded. The clinic treated 12 injured people.",
        published="2023-09-12",
    )
    assert not addup.check(addup.series([reading])).findings


def test_organisers_and_police_who_count_one_crowd_are_held_against_each_other() -> None:
    reading = addup.read(
        "Tens of thousands of people marched through the capital on Saturday against the tax.\n\n"
        "Organizers said 120,000 took part. Police put the crowd at 45,000.",
        published="2026-09-07",
    )
    (finding,) = addup.check(addup.series([reading])).findings
    assert finding.kind == "conflict"
    assert {one.text for one in finding.evidence} >= {"120,000", "45,000"}
