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
        ("Farmers had to destroy 200 chicks because feed has not arrived.", "chicks destroyed"),
        ("The service measured gusts of 181 kph on Monday.", "gusts measured"),
        ("A strike in 2018 lasted 19 days.", "strike lasted"),
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


WAR = (
    "The war in Sudan has driven 2.4 million people from their homes, the refugee agency said on Monday. "
    "Some {inside} million of them are displaced inside the country and {abroad} have fled to Chad and Egypt."
)


def test_who_stays_in_a_country_and_who_fled_it_are_together_at_most_all_who_were_driven_out() -> None:
    names = [name.split(",")[0] for name in members(WAR.format(inside="1.9", abroad="500,000"))]
    assert names == ["displaced", "displaced inside the country", "fled abroad"]
    assert conflicts(WAR.format(inside="1.9", abroad="500,000")) == []
    assert len(conflicts(WAR.format(inside="1.9", abroad="900,000"))) == 1


@pytest.mark.parametrize(
    "fled",
    ["have crossed the border into Sudmark", "have sought refuge in neighbouring countries", "fled abroad"],
)
def test_who_crossed_a_border_is_a_refugee(fled: str) -> None:
    text = f"Some 1.9 million people are displaced inside Norland and 500,000 {fled}, the agency said."
    assert members(text)["fled abroad, Norland"] == ["500,000"]


def test_who_crosses_a_border_where_nobody_fled_is_no_refugee() -> None:
    text = "Some 5,000 people crossed the border into Norway to shop on Saturday, the customs said."
    assert not any("fled" in name for name in members(text))


CHOLERA = (
    "Cholera has killed 64 people in Kasindu province since December out of 2,150 suspected cases, the "
    "health ministry said on Friday.\n\nOf those, 412 have been confirmed by laboratory tests.\n\nThe "
    "World Health Organization put the number of confirmed cases at {confirmed}."
)


def test_confirmed_cases_are_not_suspected_ones() -> None:
    assert members(CHOLERA.format(confirmed="412"))["confirmed cases, Kasindu"] == ["412", "412"]
    assert conflicts(CHOLERA.format(confirmed="412")) == []
    (conflict,) = conflicts(CHOLERA.format(confirmed="505"), published="2025-06-13")
    assert "505" in conflict.text
    assert "412" in conflict.text


def test_those_whom_their_captors_let_go_are_released_and_not_dismissed() -> None:
    text = (
        "Gunmen seized a bus with 47 passengers near Selm on Monday and held them hostage, police said. "
        "Six women were released in the afternoon, a police spokesman said. The governor said nine women "
        "had been freed."
    )
    assert members(text)["women released"] == ["Six", "nine"]
    assert len(conflicts(text)) == 1


def test_a_sides_own_losses_are_its_soldiers() -> None:
    text = (
        "Marland's forces said on Monday they had killed 320 rebels around the town of Velsk over the past "
        "24 hours. They put their own losses at 17 dead.\n\nThe rebels said they had killed more than 200 "
        "soldiers."
    )
    assert members(text)["soldiers killed, Velsk"] == ["17", "200"]


def test_a_ministry_counts_its_own_where_several_countries_were_struck() -> None:
    text = (
        "The death toll from an earthquake that struck eastern Turkey and Syria on Monday has risen to "
        "{all}, authorities said Tuesday.\n\nTurkey's disaster agency said 149 people had been killed and "
        "1,020 injured there, while the Syrian Health Ministry reported 62 deaths."
    )
    assert conflicts(text.format(all=211), published="2025-06-17") == []
    (conflict,) = conflicts(text.format(all=204), published="2025-06-17")
    assert "211" in conflict.text


def test_a_province_is_one_place_however_it_is_called() -> None:
    first = "Floods killed 14 people in Tessaly on Monday, the agency said."
    later = (
        "Congo's Tessaly province. The toll from the floods in Tessaly province rose to 27, officials said."
    )
    assert members(first, later)["killed, Tessaly"] == ["14", "27"]


def test_a_toll_told_day_after_day_is_that_of_one_flood() -> None:
    days = {
        "2025-07-08": "Floods killed 14 people in Tessaly province on Monday, the regional agency said.",
        "2025-07-09": "The death toll from floods in Tessaly province rose to 27 "
        "on Wednesday, officials said.",
        "2025-07-11": "Thirty-six people were confirmed dead after floods hit Tessaly province "
        "earlier this week, local authorities said Friday.",
    }
    grouping = addup.series([addup.read(text, published=day, id=day) for day, text in days.items()])
    (killed,) = [series for series in grouping.series if series.name.startswith("killed")]
    assert [member.figure.amount.low for member in killed.members] == [14, 27, 36]


def test_those_who_died_in_one_town_alone_are_not_all() -> None:
    text = (
        "Floods killed 27 people in Tessaly province on Monday, officials said. The mayor of Morvan said "
        "that 19 people had died in her town alone."
    )
    assert conflicts(text) == []


def test_who_is_on_the_plane_is_aboard() -> None:
    text = (
        "A plane with 142 passengers and seven crew members on board crashed near Porto on Sunday. The "
        "passengers included 61 Portuguese, 44 Danes and 23 Swedes, the airline said.\n\nThe Danish "
        "Foreign Ministry said 47 Danes were on the plane."
    )
    (conflict,) = conflicts(text)
    assert "47" in conflict.text
    assert "44" in conflict.text


def test_a_part_of_a_part_is_not_said_to_be_part_of_the_whole_once_more() -> None:
    text = (
        "A plane with 149 people aboard crashed near Porto on Sunday. It had 142 passengers and seven crew "
        "members on board. The passengers included 61 Portuguese, 44 Danes and 23 Swedes, the airline said."
    )
    found = relations(text)
    assert "Danes aboard, Porto <= passengers aboard, Porto" in found
    assert "Danes aboard, Porto <= people aboard, Porto" not in found


def test_bodies_brought_to_a_morgue_are_dead() -> None:
    text = (
        "At least 30 people were killed in a crush in Selm on Monday, police said. A morgue official said 39 "
        "bodies had been brought in."
    )
    assert ["30", "39"] in members(text).values()


def test_oil_spilled_and_leaked_is_one_spill() -> None:
    text = (
        "Some 2,400 tonnes of fuel oil spilled into the sea on Sunday, the ministry said. Clean Coast, a "
        "group, said that 4,000 tonnes of oil had leaked."
    )
    assert len(conflicts(text, published="2025-06-15")) == 1


def test_a_deficit_is_not_called_a_loss() -> None:
    assert "deficit" in members("The government had a deficit of 4.7 billion euros last year, it said.")


def test_revenue_and_deficit_come_to_the_expenditure() -> None:
    text = (
        "The government sent parliament a 2026 budget that foresees revenue of 74.2 billion euros, "
        "expenditure of {out} billion euros and a deficit of 4.7 billion euros."
    )
    assert conflicts(text.format(out="78.9")) == []
    assert len(conflicts(text.format(out="81.9"))) == 1


def test_jobs_that_a_union_sees_at_risk_stand_beside_those_that_are_to_go() -> None:
    text = (
        "Engine maker Norvex said on Monday it would cut 1,900 jobs by the end of 2026. The IG Fabrik union "
        "said that 3,000 jobs were at risk."
    )
    assert members(text)["jobs at risk, Norvex"] == ["3,000"]
    assert members(text)["laid off, Norvex"] == ["1,900"]
    result = addup.check(grouped(text))
    assert result.status == "consistent"
    (apart,) = [finding for finding in result.findings if finding.kind == "mismatch"]
    assert "what may be lost against what is to go" in apart.text


def test_two_who_tell_how_many_jobs_are_at_risk_may_clash() -> None:
    text = (
        "The IG Fabrik union said on Monday that 3,400 jobs were at risk at Norvex. Norvex said that 1,900 "
        "jobs were at risk."
    )
    assert len(conflicts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Men removed 12,000 tonnes of sand, officials said. The mayor put the figure at 30,000 tonnes.",
        "The flood did damage of 120 million euros, insurers said. The mayor put it at 200 million euros.",
        "The fire has burned 8,400 hectares, the fire service said. The mayor put it at 11,000 hectares.",
    ],
)
def test_another_number_may_be_put_to_what_is_measured_or_paid(text: str) -> None:
    assert len(conflicts(text)) == 1


def test_units_are_told_in_the_plural() -> None:
    text = "The fire has burned 8,400 hectares, the fire service said. The mayor put it at 11,000 hectares."
    (conflict,) = conflicts(text)
    assert conflict.text.endswith("2,050 hectares too much.")


def test_more_bodies_come_to_a_toll_and_are_none() -> None:
    text = (
        "Divers recovered 14 more bodies from a ferry that sank off Cebu, bringing the death toll to 47, the "
        "coast guard said. The Red Cross said it had counted 52 dead."
    )
    assert ["47", "52"] in members(text).values()
    assert ["14"] in members(text).values()


def test_those_of_the_wounded_who_died_are_not_all_the_dead() -> None:
    first = "A bomber killed 19 people and wounded 52 at a mosque in Kabul on Monday, police said."
    later = (
        "The death toll from a bombing at a Kabul mosque on Monday rose to 31 as 12 of the wounded died, a "
        "spokesman said."
    )
    assert members(first, later)["killed, Kabul"] == ["19", "31"]


def test_countries_are_not_among_the_dead() -> None:
    text = "Cyclone Bela killed 51 people in two countries on Monday, the United Nations said."
    assert not any("countries" in relation for relation in relations(text))


def test_an_island_of_a_nation_lies_in_it() -> None:
    text = (
        "A ferry sank off the Philippine island of Cebu on Sunday. At least 26 people died. In the "
        "Philippines, 47 people died, the coast guard said."
    )
    assert not any("island" in name for name in members(text))


def test_deaths_of_a_past_year_all_over_the_world_are_not_those_of_an_outbreak() -> None:
    text = (
        "Measles has killed 86 children since October in Marland, the agency said.\n\n"
        '"In our wards alone we have recorded 61 deaths," said Lea Brand, a doctor.\n\n'
        "Measles killed an estimated 136,000 people worldwide last year."
    )
    assert conflicts(text) == []


def test_the_cases_of_last_week_are_not_all_cases() -> None:
    text = (
        "An outbreak of measles in Marland has infected more than 7,200 people and killed 86 children since "
        "October, the health agency said on Friday.\n\nNine out of 10 of those infected had not been "
        "vaccinated, its spokesman told a briefing. Cases have doubled in three weeks, with 1,450 reported "
        "last week alone."
    )
    assert conflicts(text) == []


def test_land_burned_so_far_this_year_is_more_than_one_fire() -> None:
    text = (
        "The fires near Lund have blackened 61,000 hectares of forest, the service said. So far this year "
        "148,000 hectares have burned in Marland, the ministry said."
    )
    assert conflicts(text) == []


def test_those_joined_among_the_dead_are_no_part_of_each_other() -> None:
    text = (
        "A bomb killed at least 23 people in Lund on Monday, police said. Five children and three officers "
        "were among the dead, the mayor said."
    )
    assert "officers killed, Lund <= children killed, Lund" not in relations(text)
    assert "officers killed, Lund <= killed, Lund" in relations(text)


def test_a_country_s_own_citizens_and_what_one_saw_are_not_all_the_dead() -> None:
    text = (
        "At least nine people were killed in a hotel in Lund on Monday, the ministry said.\n\n"
        '"I saw five bodies in the lobby," said Anna Keller, a tourist.\n\n'
        "The foreign ministry said three of its citizens had been killed."
    )
    assert conflicts(text) == []
