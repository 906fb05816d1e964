"""What reports of several agencies on one matter come to, as a fact-checker reads them."""

from __future__ import annotations

import pytest

import addup
from addup.records import Finding, Grouping


def grouped(*texts: str, published: str = "2025-06-16") -> Grouping:
    return addup.series([addup.read(text, published=published, id=f"r{n}") for n, text in enumerate(texts)])


def members(*texts: str) -> dict[str, list[str]]:
    return {
        series.name: [member.figure.amount.number.text for member in series.members]
        for series in grouped(*texts).series
    }


def relations(*texts: str) -> list[str]:
    return [relation.text for relation in grouped(*texts).relations]


def conflicts(*texts: str, published: str = "2025-06-16") -> list[Finding]:
    return [
        finding
        for finding in addup.check(grouped(*texts, published=published)).findings
        if finding.kind == "conflict"
    ]


def test_what_became_of_some_of_the_dead_is_no_toll() -> None:
    text = (
        "The death toll from a riot in the Selm prison rose to 31, the prisons service said on Friday. "
        "Eleven of the dead were decapitated.\n\nA rights group, Open Cell, said it had counted 46 bodies."
    )
    (conflict,) = conflicts(text, published="2025-06-13")
    assert "46" in conflict.text
    assert "31" in conflict.text


def test_a_rest_is_told_in_the_sentence_of_its_number() -> None:
    text = (
        "Norvex said it would cut 1,900 jobs, 1,200 of them in Lund and the rest in other towns.\n\nThe "
        "company employs 9,800 people."
    )
    assert not any("employed" in relation for relation in relations(text))


def test_bodies_found_since_are_not_all_the_dead_among_those_aboard() -> None:
    text = (
        "The toll from the sinking of a ferry off Selm rose to 61 on Friday after 27 more bodies were found. "
        "Thirteen people were still missing, the coast guard said. The boat carried 161 people, it said, and "
        "87 had been rescued."
    )
    (relation,) = [relation for relation in relations(text) if "aboard" in relation]
    assert [numbers for name, numbers in members(text).items() if name == relation.split(" + ")[0]] == [
        ["61"]
    ]


def test_those_who_marched_across_the_country_are_not_those_of_one_town() -> None:
    text = (
        "Tens of thousands of people marched through Lorne on Saturday against a pension reform. The "
        "CGF union "
        "said 150,000 people took part, while police put the figure at 148,000.\n\nAcross the country, "
        "610,000 "
        "demonstrators took to the streets, the interior ministry said. Unions spoke of 1.8 million."
    )
    assert ["610,000", "1.8 million"] in members(text).values()
    (conflict,) = conflicts(text)
    assert "1,750,000" in conflict.text
    assert "615,000" in conflict.text


def test_hectares_are_of_one_fire_however_it_burned_them() -> None:
    text = (
        "Wildfires in the Alder hills have burned 8,400 hectares of forest, the fire service said on "
        "Sunday.\n\n"
        "Governor Paola Merz said the flames had consumed 11,000 hectares of land."
    )
    assert members(text)["land burned"] == ["8,400", "11,000"]
    assert len(conflicts(text, published="2025-06-15")) == 1


def test_hectares_of_crops_are_no_land_that_a_fire_burned() -> None:
    text = (
        "The fire burned 8,400 hectares of forest, the governor said. A drought destroyed 430,000 "
        "hectares of "
        "crops, the ministry said."
    )
    assert conflicts(text) == []


def test_bodies_of_miners_are_the_dead_among_those_underground() -> None:
    text = (
        "There were 214 workers underground at the time of the blast, the ministry said. Rescuers have "
        "brought "
        "171 miners to the surface and recovered the bodies of 41 miners. Four are still trapped, it said."
    )
    assert len(conflicts(text)) == 1


def test_turnout_is_turnout_also_where_it_is_said_of_whom() -> None:
    text = (
        "Turnout was 61 percent of the 3.98 million registered voters, the electoral commission of Carvonia "
        "said on Monday. Observers said turnout was no more than 48 percent."
    )
    assert ["61", "48"] in members(text).values()
    assert len(conflicts(text)) == 1


def test_a_count_said_once_more_as_a_share_must_be_that_share() -> None:
    text = (
        "The agency has appealed for $310 million, of which donors have given $74 million, or 32 percent.\n\n"
        "The employers said only 6,500 workers had joined the strike, or about 60 percent of the "
        "workforce of "
        "21,000."
    )
    assert len(conflicts(text)) == 2
    assert conflicts(text.replace("32 percent", "24 percent").replace("60 percent", "30 percent")) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police recorded 312 murders in Marland last year.", "murders, Marland"),
        ("There were 18 killings in Marland in January, police said.", "killed, Marland"),
        ("Growth was 3.2 percent in the second quarter, the bank said.", "growth"),
        ("The court annulled 41 ballots.", "ballots annulled"),
        ("The court acquitted nine defendants on Monday.", "defendants acquitted"),
        ("Two Danes were killed in Lund.", "Danes killed, Lund"),
        ("Five Chinese were killed in Lund.", "Chinese killed, Lund"),
        ("The plane carried 61 Selvians, the airline said.", "Selvians carried"),
        ("The ministry said 312 votes were invalid.", "votes invalid"),
    ],
)
def test_series_are_named_as_a_reader_would_name_them(text: str, name: str) -> None:
    assert name in members(text)


def test_a_part_is_named_by_its_number_before_its_whole() -> None:
    text = (
        "Floods damaged 910 houses in Lund, the agency said, 85 of them beyond repair. Nine people died. Two "
        "of the dead were found in a car."
    )
    assert {"85 of the homes damaged, Lund", "two of those killed, Lund"} <= set(members(text))
