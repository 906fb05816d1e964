"""Which days those killed and hurt are of."""

from collections.abc import Callable

import pytest
from finders import Finder, days

from addup.records import Period, Reading


def test_casualties_of_an_incident_that_is_recalled_have_its_day(read: Callable[..., Reading]) -> None:
    figures = read(
        "The minister arrived on Tuesday to mourn the victims of the May 7 blast. "
        "On Wednesday he laid flowers at the crater left by the blast that killed 10 people."
    ).figures
    assert figures[-1].period == days("2024-05-07", "2024-05-07")


def test_what_struck_once_before_killed_then(figure: Finder) -> None:
    text = "The storm hit Orsa on Tuesday. Storm Dora, which struck Selm in 2004, killed 57 people."
    assert figure(text, "57").period == days("2004-01-01", "2004-12-31")


def test_casualties_have_the_day_of_the_incident(figure: Finder) -> None:
    text = (
        "An explosion tore through the market on Monday. Doctors at two clinics said 17 people were killed."
    )
    assert figure(text, "17").period == days("2024-05-13", "2024-05-13")


def test_casualties_of_that_attack_have_the_day_of_the_sentence_before(figure: Finder) -> None:
    text = (
        "A bomb exploded in the market on Monday, killing 17 people. On May 2 a raid killed 42 miners. "
        "The governor counted 38 people killed in that raid."
    )
    assert figure(text, "17").period == days("2024-05-13", "2024-05-13")
    assert figure(text, "38").period == days("2024-05-02", "2024-05-02")


def test_the_hurt_of_no_known_incident_have_the_day_told_of(figure: Finder) -> None:
    text = "Workers walked out on Tuesday. Police held four men after a scuffle in which 31 men were hurt."
    assert figure(text, "31").period == days("2024-05-14", "2024-05-14")


def test_a_share_of_the_deaths_is_of_those_told_before(figure: Finder) -> None:
    text = "Some 1,900 people died since the start of 2024. Rebels did 61 percent of the deaths."
    assert figure(text, "61").period == figure(text, "1,900").period


def test_the_dead_of_the_lead_are_not_of_an_attack_told_of_at_the_end(figure: Finder) -> None:
    text = (
        "A bomber killed 14 people in an attack on a bus in Selm, early on Monday, officials said.\n\n"
        "The blast follows a separate attack on a court on May 1."
    )
    assert figure(text, "14").period == days("2024-05-13", "2024-05-13")


def test_the_incident_of_an_article_is_the_one_that_its_lead_tells_of(figure: Finder) -> None:
    text = (
        "A bomb hidden in a handcart killed nine people and wounded 26 in a market in Korvan on Wednesday. "
        "Three of the wounded were in a critical condition.\n\nOn Sunday gunmen shot dead four policemen."
    )
    assert figure(text, "Three").period == days("2024-05-15", "2024-05-15")
    assert figure(text, "four").period == days("2024-05-12", "2024-05-12")


def test_the_dead_of_an_attack_are_not_of_a_day_since_which_others_had_waited(figure: Finder) -> None:
    text = (
        "At least 44 soldiers have been killed in an air strike.\n\nOn Sunday, officials said blasts shook "
        "the base, where men had gathered since Saturday.\n\nFour died in a clash on Friday."
    )
    assert figure(text, "44").period == days("2024-05-12", "2024-05-12")
    assert figure(text, "Four").period == days("2024-05-10", "2024-05-10")


WAR = (
    "A bomb killed nine people in Korvan on Wednesday. Some 310 patients are in hospital.\n\nThe war has "
    "cost 15,000 lives. Fighting has killed 2,300 people since January, and some 8,000 since the rebellion "
    "started in 2010. About 400 are in camps.\n\nA year ago 60 people died when a bank was bombed."
)


@pytest.mark.parametrize(
    ("number", "period"),
    [
        ("nine", days("2024-05-15", "2024-05-15")),
        ("15,000", Period()),
        ("2,300", days("2024-01-01", "2024-05-16")),
        ("8,000", days("2010-01-01", "2024-05-16")),
        ("400", Period()),
        ("60", days("2023-01-01", "2023-12-31")),
    ],
)
def test_the_dead_of_a_war_are_not_of_the_day_of_a_bomb(figure: Finder, number: str, period: Period) -> None:
    assert figure(WAR, number).period == period


def test_those_hurt_are_of_the_day_that_their_paragraph_tells_of(figure: Finder) -> None:
    text = (
        "The strike in Selm left 62 ships waiting on Wednesday.\n\nOn Monday police arrested 23 strikers. "
        "Two officers were hurt."
    )
    assert figure(text, "Two").period == days("2024-05-13", "2024-05-13")


def test_deaths_since_a_day_that_somebody_is_blamed_for_are_since_then(figure: Finder) -> None:
    found = figure("The cold has been blamed for 33 deaths since Friday.", "33")
    assert found.period == days("2024-05-10", "2024-05-16")


def test_what_was_to_explode_is_no_incident_with_its_day(figure: Finder) -> None:
    text = (
        'Selm was quiet on Thursday. "The device was made to explode at 6:15 in the evening," police said. '
        "On Tuesday, at least six people were hurt, after blasts. Nine people were hurt when a bomb exploded."
    )
    assert figure(text, "Nine").period == days("2024-05-14", "2024-05-14")
