"""Which figures are about the same thing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import Said, reading, said
from reports import recruitment

import addup
from addup.grouping.group import group
from addup.records import Grouping, Reading

FLOOD = "2024-06-04"


def names(grouping: Grouping) -> dict[str, list[str]]:
    return {one.name: [member.figure.span.text for member in one.members] for one in grouping.series}


def toll(words: str, value: int, event: str, *, place: str | None = "Brennick", **more: str) -> Said:
    return replace(said(words, value, "person", event), days=FLOOD, place=place, **more)  # type: ignore[arg-type]


def flood_report(words: str, event: str, *, counted: str = "person", id: str) -> Reading:
    text = f"In Brennick {words} when the Selm flooded Holm Bridge on Tuesday, said the Fire Brigade."
    figure = replace(said("40", 40, counted, event), days=FLOOD, place="Brennick")
    return reading(text, figure, id=id, published="2024-06-05")


@pytest.mark.parametrize(
    ("words", "event", "counted"),
    [
        ("40 people were killed", "kill", "person"),
        ("40 people died", "die", "person"),
        ("the death toll stood at 40", "stand", "death"),
        ("the flood claimed 40 lives", "claim", "life"),
        ("40 people lost their lives", "lose", "life"),
        ("40 bodies were recovered", "recover", "body"),
        ("40 drowned", "drown", "person"),
    ],
)
def test_the_dead_are_one_series_however_they_are_worded(words: str, event: str, counted: str) -> None:
    first = flood_report("40 people were killed", "kill", id="a")
    second = flood_report(words, event, counted=counted, id="b")
    assert list(names(group([first, second]))) == ["killed, Brennick"]


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("40 people were wounded", "wound"),
        ("40 people were hurt", "hurt"),
        ("40 people were treated", "treat"),
    ],
)
def test_the_injured_are_one_series_however_they_are_worded(words: str, event: str) -> None:
    first = flood_report("40 people were injured", "injure", id="a")
    assert list(names(group([first, flood_report(words, event, id="b")]))) == ["injured, Brennick"]


def test_killed_and_injured_are_two_series() -> None:
    both = [flood_report("40 people died", "die", id="a"), flood_report("40 were hurt", "hurt", id="b")]
    assert list(names(group(both))) == ["killed, Brennick", "injured, Brennick"]


def test_events_on_other_days_are_other_series() -> None:
    text = "A crash on the Holm road killed 12 people."
    figure = replace(said("12", 12, "person", "kill"), place="Holm")
    march = reading(text, replace(figure, days="2024-03-02"), id="a", published="2024-03-03")
    may = reading(text, replace(figure, days="2024-05-20"), id="b", published="2024-05-21")
    assert list(names(group([march, may]))) == ["killed, Holm, March 2024", "killed, Holm, May 2024"]


def test_a_city_and_its_country_are_one_place_unless_a_report_tells_them_apart() -> None:
    nairobi = reading(
        "Fire in Oslo killed 12 people.",
        replace(said("12", 12, "person", "kill"), days=FLOOD, place="Oslo"),
        id="a",
    )
    kenya = reading(
        "Fire killed 12 people in Norway.",
        replace(said("12", 12, "person", "kill"), days=FLOOD, place="Norway"),
        id="b",
    )
    assert len(group([nairobi, kenya]).series) == 1
    apart = reading(
        "Fires killed 12 people in Oslo and 40 people in Norway.",
        replace(said("12", 12, "person", "kill"), days=FLOOD, place="Oslo"),
        replace(said("40", 40, "person", "kill"), days=FLOOD, place="Norway"),
        id="c",
    )
    assert len(group([nairobi, kenya, apart]).series) == 2


def test_a_text_teaches_which_town_lies_in_which_country() -> None:
    first = reading(
        "Quakes in Tarnova, Bulgaria, killed 12.",
        replace(said("12", 12, "person", "kill"), days=FLOOD, place="Tarnova, Bulgaria"),
        id="a",
    )
    second = reading(
        "The quake in Bulgaria killed at least 11.",
        replace(said("at least 11", 11, "person", "kill"), days=FLOOD, place="Bulgaria"),
        id="b",
    )
    assert len(group([first, second]).series) == 1


def test_what_the_river_flooded_is_the_place_of_the_dead() -> None:
    first = reading(
        "40 people died when the Selm flooded Tarnova.", replace(toll("40", 40, "die"), place=None)
    )
    second = reading(
        "The flood in Tarnova killed 38.", replace(toll("38", 38, "kill"), place="Tarnova"), id="b"
    )
    assert list(names(group([first, second]))) == ["killed, Tarnova"]


def test_a_toll_without_a_place_takes_the_place_before_it() -> None:
    text = "In Brennick 43 people died. At least 120 were injured."
    figures = toll("43", 43, "die"), toll("At least 120", 120, "injure", place=None)
    assert "injured, Brennick" in names(group([reading(text, *figures)]))


def test_a_toll_of_two_places_is_a_series_of_its_own() -> None:
    text = "Storms killed 30 people in Lyon and Turin: 12 in Lyon, and 18 in Turin."
    figures = [
        replace(said(words, value, "person", "kill"), days=FLOOD, place=place)
        for words, value, place in (("30", 30, "Lyon and Turin"), ("12", 12, "Lyon"), ("18", 18, "Turin"))
    ]
    found = group([reading(text, *figures)])
    assert list(names(found)) == ["killed, Lyon and Turin", "killed, Lyon", "killed, Turin"]
    assert [relation.text for relation in found.relations] == [
        "killed, Lyon and Turin = killed, Lyon + killed, Turin"
    ]


def test_a_people_or_group_among_the_dead_is_a_series_of_its_own() -> None:
    text = "The crash near Brennick killed 40 people, including eight Germans and six children."
    figures = (
        toll("40", 40, "kill"),
        replace(said("eight", 8, "German", "kill"), days=FLOOD),
        replace(said("six", 6, "child", "kill"), days=FLOOD),
    )
    found = group([reading(text, *figures)])
    assert list(names(found)) == ["killed, Brennick", "Germans killed, Brennick", "children killed, Brennick"]


def test_two_unlike_amounts_in_one_voice_are_two_things() -> None:
    text = "They offered a reward of 5,000 euros for the ring, and one of 90,000 euros for the crown."
    figures = [
        replace(said(words, value, "reward", "offer"), kind="money", unit="EUR")
        for words, value in (("5,000", 5000), ("90,000", 90000))
    ]
    assert len(group([reading(text, *figures)]).series) == 2


def test_two_unlike_amounts_of_two_sources_are_one_disputed_thing() -> None:
    text = "The union said that 48,000 people marched. Police counted 21,000 marchers."
    figures = (
        replace(said("48,000", 48000, "person", "march"), source="The union"),
        replace(said("21,000", 21000, "marcher", "count"), source="Police"),
    )
    assert names(group([reading(text, *figures)])) == {"marched": ["48,000", "21,000"]}


def test_a_corrected_number_stays_in_its_series() -> None:
    text = "In Brennick the governor lowered the death toll to 39 from 43."
    figures = toll("39", 39, "die"), toll("43", 43, "die")
    assert names(group([reading(text, *figures)])) == {"killed, Brennick": ["39", "43"]}


@pytest.mark.parametrize("words", ["another 17", "a further 17", "17 more", "17 others"])
def test_another_group_is_another_series(words: str) -> None:
    text = f"In Brennick at least 12 people died, and {words} died on the way."
    figures = toll("at least 12", 12, "die"), toll("17", 17, "die")
    assert len(group([reading(text, *figures)]).series) == 2


def test_a_rate_joins_the_total_that_it_runs_up() -> None:
    found = names(group([recruitment()]))
    assert found["enlisted"] == ["More than 24,000", "up to 420", "some 4,900"]


def test_an_amount_in_another_unit_joins_the_one_that_it_repeats() -> None:
    text = "The aircraft brought 300 pounds (136 kilograms) of medicine."
    figures = (
        replace(said("300", 300, "medicine", "bring"), kind="measure", unit="pound"),
        replace(said("136", 136, "medicine", "bring"), kind="measure", unit="kilogram"),
    )
    assert [len(one.members) for one in group([reading(text, *figures)]).series] == [2]


def test_things_already_counted_are_the_same_things() -> None:
    text = "Two rangers found the wreck. The two were praised."
    figures = said("Two", 2, "ranger", "find"), said("two", 2, "ranger", "praise")
    assert [len(one.members) for one in group([reading(text, *figures)]).series] == [2]


def test_stretches_of_time_and_ages_stand_alone() -> None:
    text = "In the past 10 days, a boy, 10, waited for 10 days."
    figures = [
        replace(said("10", 10, "time"), kind="duration", unit="day"),
        replace(said("10", 10, "boy"), kind="age", unit="year"),
        replace(said("10", 10, "time", "wait"), kind="duration", unit="day"),
    ]
    assert [len(one.members) for one in group([reading(text, *figures)]).series] == [1, 1, 1]


@pytest.mark.parametrize(
    ("series", "kind"),
    [
        ("enlisted", "flow"),
        ("killed, Port Alder", "toll"),
        ("guards present, border zone", "level"),
        ("called up, of those present", "level"),
        ("called up", "flow"),
        ("guards under contract", "level"),
    ],
)
def test_series_have_a_kind(series: str, kind: str) -> None:
    kinds = {one.name: one.kind for one in group([recruitment()]).series}
    assert kinds[series] == kind


def test_the_readings_of_a_grouping_carry_the_names_of_their_series() -> None:
    found = group([recruitment()])
    by_figure = {member.figure.id: one.name for one in found.series for member in one.members}
    assert {figure.id: figure.series for figure in found.readings[0].figures} == by_figure


def test_a_reading_without_figures_has_no_series() -> None:
    assert group([reading("Nothing was counted.")]).to_dict() == {"series": [], "relations": []}
    assert group([]).to_dict() == {"series": [], "relations": []}


def test_money_is_named_by_what_it_is_for() -> None:
    text = "The council set aside 9 million euros. Of this sum, 4 million euros go to parks."
    figures = (
        replace(said("9 million euros", 9_000_000, "money", "set"), kind="money", unit="EUR"),
        replace(said("4 million euros", 4_000_000, "money", "go"), kind="money", unit="EUR"),
    )
    assert list(names(group([reading(text, *figures)])))[1] == "money for parks"


@pytest.mark.parametrize(
    ("time", "name"),
    [("the past week", "killed, of those in the past week"), (None, "5 of those killed")],
)
def test_a_part_is_told_from_its_whole_by_its_time_or_its_number(time: str | None, name: str) -> None:
    text = "The fever has killed 40 people, 5 of them in the past week."
    figures = (said("40", 40, "person", "kill"), replace(said("5", 5, "person", "kill"), time=time))
    assert list(names(group([reading(text, *figures)])))[1] == name


def test_series_of_one_name_are_told_apart_by_who_counts_or_in_what() -> None:
    text = "Police seized 40 kilograms of it, and officers of the guard seized $900 of it."
    one = replace(said("40 kilograms", 40, "contraband", "seize"), unit="kg", kind="measure")
    other = replace(said("$900", 900, "contraband", "seize"), unit="USD", kind="money")
    found = group([reading(text, one, other, id="a", published="2024-05-15")])
    assert sorted(names(found)) == ["contraband seized, in USD", "contraband seized, in kg"]


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ("sign", "delegates signed"),
        ("beat", "delegates beaten"),
        ("at stake", "delegates at stake"),
        ("undecided", "delegates undecided"),
        ("eligible", "delegates eligible"),
        ("disable", "delegates disabled"),
        ("full", "delegates full"),
    ],
)
def test_a_series_is_named_by_what_is_told_of_its_things_be_it_a_verb_or_not(event: str, name: str) -> None:
    grouping = group([reading("So it is with 40 delegates.", said("40", 40, "delegate", event))])
    assert [one.name for one in grouping.series] == [name]


def test_prices_and_shares_are_named_as_they_are_written_and_by_what_they_are_per() -> None:
    text = "Northline lost 6 percent and crude cost $61 a barrel. Profits rose to $4 million."
    lost = replace(said("6 percent", 6, "Northline", "lose"), unit="%", kind="share", change="down")
    crude = replace(said("$61", 61, "crude", "cost"), unit="USD", kind="money", per="barrel")
    profit = replace(said("$4 million", 4_000_000, "profit", "rise"), unit="USD", kind="money")
    found = group([reading(text, lost, crude, profit, id="a", published="2024-05-15")])
    assert "Northline lost, change" in names(found)
    assert "crude cost per barrel" in names(found)


def test_what_is_not_so_is_another_series_than_what_is_so() -> None:
    text = "Some 420 schools cannot be used. Another 300 schools were used. They failed to reach 15 towns."
    grouping = addup.series([addup.read(text)])
    assert [one.name for one in grouping.series] == ["schools not used", "schools used", "towns not reached"]


def test_the_agency_of_a_report_is_told_of_in_no_series() -> None:
    text = "SELM (AP) - Thousands marched on Monday.\n\nThe union counted 80,000 marchers, police 25,000."
    grouping = addup.series([addup.read(text, published="2013-03-16")])
    assert not [one.name for one in grouping.series if "AP" in one.name]


def test_some_of_the_others_are_no_part_of_those_before() -> None:
    text = "Of 17 dead, nine were soldiers and the others civilians, including four children."
    grouping = addup.series([addup.read(text)])
    assert not [one for one in grouping.relations if "children" in one.text and "nine" in one.text]


def test_what_two_people_earn_is_no_one_wage() -> None:
    text = "Jo Bell, a welder, earns $21.22 an hour. Mark Orr, 55, started years ago and earns $21 an hour."
    grouping = addup.series([addup.read(text)])
    assert not [one for one in grouping.series if len(one.members) > 1]
