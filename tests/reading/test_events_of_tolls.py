"""What happened to the people of a toll: killed, injured, missing."""

import pytest
from finders import Finder


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The death toll from a ferry accident in Selm rose to 40 on Wednesday.", "40", "die"),
        ("The death toll surged past 200 on Friday, officials said.", "200", "die"),
        ("The toll rose by 4 to 12.", "4", "rise"),
        ("The toll rose by 4 to 12.", "12", "die"),
        ("Some 39 went missing as floods battered Selm.", "39", "go missing"),
        ("The clinics treated 870 patients, 19 of whom died.", "870", "treat"),
        ("The clinics treated 870 patients, 19 of whom died.", "19", "die"),
        ("The group put the number of deaths at 51.", "51", "die"),
        ("Two sons drowned, bringing the number of deaths to 14.", "14", "die"),
        (
            "Clinics treated 640 people last week, up from 210 the week before; 12 of them died.",
            "210",
            "treat",
        ),
        ("Thousands march against the tax\n\nA crowd met on Monday.", "Thousands", "march"),
        ("Some 2,100 have fallen ill since Monday.", "2,100", "fall ill"),
        ("Two people were found dead in a burned-out car.", "Two", "die"),
        ("Holm shares nose-dived $8 to $100.", "8", "nose-dive"),
        ("Millions of consumers fell behind on their debt.", "Millions", "fall behind"),
        ("Dozens dead in Selm boat fire\n\nA boat burned on Monday.", "Dozens", "die"),
        ("At Least 21 Dead in Selm Blast\n\nA bomb went off on Monday.", "21", "die"),
        ("Radio Selm placed the death toll at 42.", "42", "die"),
        ("Dozens feared drowned in Selm ferry sinking\n\nA ferry sank on Monday.", "Dozens", "drown"),
        ("COLOMBO More than 150 people are dead after a landslide.", "150", "die"),
        ("The number of wounded rose to 387.", "387", "wound"),
        ("The agency increases the toll to 267.", "267", "die"),
        ("The number of people killed by a landslide in Selm rose to 74.", "74", "kill"),
        ("Officials said 39 others were unaccounted for.", "39", "missing"),
        ("Survivors wait for aid; toll passes 2,300\n\nAid was late on Monday.", "2,300", "die"),
        ("Nine of the dead were soldiers.", "Nine", "die"),
        ("Peru has recorded eight deaths and there has been one in Chile.", "one", "die"),
        ("Selm death toll at 23\n\nIt rained on Monday.", "23", "die"),
    ],
)
def test_what_happened_to_those_of_a_toll_is_named(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


def test_those_injured_beside_those_killed_are_injured(figure: Finder) -> None:
    text = "The rebels said the attack had killed twelve and injured fourteen more."
    assert (figure(text, "twelve").event, figure(text, "fourteen").event) == ("kill", "injure")


def test_those_named_behind_most_of_the_dead_are_dead(figure: Finder) -> None:
    text = "Most of the dead were foreigners, among them 33 Peruvians and 12 Chileans."
    assert [figure(text, number).event for number in ("33", "12")] == ["die", "die"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("47 dead, 19 missing in Orrin flood\n\nA flood came on Monday.", "19"),
        ("The gale left 47 dead, 19 missing and 310 homeless.", "19"),
    ],
)
def test_the_missing_beside_the_dead_are_missing(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).event == "miss"


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The flood left 310 dead, 120 injured and 45 missing.", "45", "miss"),
        ("At least 310 people were dead and 45 missing.", "45", "miss"),
        ("Officials said 45 people were still missing.", "45", "miss"),
        ("Deaths: 310", "310", "die"),
        ("Total confirmed deaths: 12", "12", "die"),
        ("Births: 12", "12", None),
    ],
)
def test_the_missing_are_not_dead_and_the_dead_of_a_label_are(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event", "counted"),
    [
        ("The number of hostages freed stands at 77.", "77", "free", "hostage"),
        ("The number of people who died at sea in 2023 was 6,007, the group said.", "6,007", "die", "person"),
        ("The new deaths bring to 73 the number of journalists killed.", "73", "kill", "journalist"),
        ("It brings to 11 the number of peacekeepers killed this year.", "11", "kill", "peacekeeper"),
        ("The number of houses destroyed is estimated at 8,640.", "8,640", "destroy", "house"),
        ("An initial count had put the dead at 48.", "48", "die", "person"),
        ("The total number of wounded stood at 312.", "312", "wound", "person"),
        ("Officials revised the number of missing from 120 to 76.", "120", "revise", "person"),
        ("Officials revised the number of missing from 120 to 76.", "76", "revise", "person"),
        ("The ministry lowered the number of dead from 120 to 98.", "98", "lower", "person"),
        ("Two bodies were found, raising the number of confirmed dead to 64.", "64", "die", "person"),
        ("The number of people employed there fell to 40.", "40", "fall", "person"),
        ("The number of injured being treated at hospitals stands at 387.", "387", "treat", "person"),
        ("Three more nurses died, taking the total to 21.", "21", "die", "nurse"),
        ("Eleven of those infected are nurses.", "Eleven", "infect", "person"),
        ("Of the 22 dead, 15 were workers.", "15", "die", "worker"),
        ("Of the 300 arrested, 40 were minors.", "40", "arrest", "minor"),
        ("Of those killed, nine were children.", "nine", "kill", "child"),
        ("Among the 67 victims identified so far are 21 children.", "21", "identify", "child"),
        ("Among the dead were four children and two nurses.", "two", "die", "nurse"),
        ("Four men were killed and two others critically injured.", "two", "injure", "man"),
        (
            "The new deaths bring to 73 the number of nurses killed. Another 16 are missing.",
            "16",
            "miss",
            "nurse",
        ),
        ("An estimated 580,000 people are projected to face hunger.", "580,000", "face", "person"),
        ("68 drones were shot down over five regions, including 31 over Selm.", "31", "shoot down", "drone"),
        ("68 drones were shot down, including 31 over Selm and 12 over Holm.", "12", "shoot down", "drone"),
        ("The number of missing men rose to 40.", "40", "rise", "man"),
        ("State media put the number of government dead at 11.", "11", "die", "person"),
        ("Authorities lowered the death toll from 41 to 37 on Friday.", "37", "lower", "person"),
    ],
)
def test_those_whose_number_is_told_are_known_by_what_befell_them(
    figure: Finder, text: str, number: str, event: str, counted: str
) -> None:
    found = figure(text, number)
    assert found.counted is not None
    assert (found.event, found.counted.head) == (event, counted)


def test_a_number_exhumed_is_of_the_bodies_told_of(figure: Finder) -> None:
    found = figure("Police found nine bodies in Selm, bringing to 41 the number exhumed since May.", "41")
    assert found.counted is not None
    assert (found.event, found.counted.head) == ("exhume", "body")
