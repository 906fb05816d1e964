"""Prisons, votes, appeals, shelters, disasters: what numbers say together, and what only looks so."""

from __future__ import annotations

import pytest
from reports import Told, grouped

import addup


def found(*told: Told, kinds: tuple[str, ...] = ("conflict",)) -> list[str]:
    return [finding.text for finding in addup.check(grouped(*told)).findings if finding.kind in kinds]


def test_parts_of_bodies_found_are_at_most_those_found() -> None:
    text = (
        "Rescuers in Dorn recovered {} bodies, including 12 women and 17 children, from a school on Tuesday."
    )
    assert found(("2024-03-05", text.format(31))) == []
    (why,) = found(("2024-03-05", text.format(27)))
    assert "= 29, but at most 27" in why


def test_a_sentence_of_its_own_says_of_whom_the_dead_are() -> None:
    text = (
        "The number of martyrs of the attack on Dorn reached 61. They are {} women, 21 children and 19 men."
    )
    assert found(("2024-03-05", text.format(20))) == []
    (why,) = found(("2024-03-05", text.format(28)))
    assert "= 68, but at most 61" in why


@pytest.mark.parametrize(("last", "clashes"), [(44, True), (31, False)])
def test_the_dead_of_places_that_open_their_clauses(last: int, clashes: bool) -> None:
    text = (
        "The flood killed 131 people, the agency said. In Selm district 60 people were killed, in "
        "Orrin district "
        f"40 and in Holm district {last}.\n\nA total of 131 people have lost their lives in the flood."
    )
    assert bool(found(("2024-03-05", text))) is clashes


def test_numbers_behind_a_colon_are_of_those_before_it() -> None:
    text = (
        "Since May 540,000 people have fled to three countries: {} to Arlen, 180,000 to Corin and "
        "90,000 to Deva."
    )
    assert found(("2024-06-05", text.format("270,000"))) == []
    (why,) = found(("2024-06-05", text.format("330,000")))
    assert "but at most 545,000" in why


BREAK = (
    "2024-07-06",
    "Gunmen blew up the wall of the prison of Port Selm on Saturday, and 96 inmates escaped, the justice "
    "ministry said.",
)


@pytest.mark.parametrize(("caught", "clashes"), [(51, False), (69, True)])
def test_who_broke_out_is_caught_or_at_large(caught: int, clashes: bool) -> None:
    later = (
        "2024-07-09",
        f"By Tuesday {caught} of the inmates who broke out of the prison of Port Selm on Saturday had "
        f"been recaptured, "
        "and 38 were still at large, police said.",
    )
    assert bool(found(BREAK, later)) is clashes


def test_what_an_appeal_received_is_the_share_that_is_funded() -> None:
    text = (
        "The appeal, launched in May, asks for $160 million to help 500,000 people. As of 4 July, $60 "
        "million has been "
        "received. The appeal is {} percent funded."
    )
    assert found(("2024-07-05", text.format(38))) == []
    assert len(found(("2024-07-05", text.format(24)))) == 1


def test_turnout_in_one_report_and_votes_and_voters_in_the_next() -> None:
    first = (
        "2024-11-04",
        "Mira Sorak won the presidency of Selmia after an election on Sunday that brought 58 percent "
        "of the voters to "
        "the polls, the electoral commission in Dorn said. Her rival Petar Orrin conceded.",
    )
    later = (
        "2024-11-05",
        "The electoral commission of Selmia met in Dorn on Tuesday. The number of registered voters "
        "was 2,140,000. A total "
        "of {} votes were cast. Mira Sorak is elected, Petar Orrin came second.",
    )
    assert found(first, (later[0], later[1].format("1,241,000"))) == []
    assert len(found(first, (later[0], later[1].format("1,441,000")))) == 1


def test_turnout_at_noon_is_not_that_of_the_day() -> None:
    noon = ("2024-11-03", "Turnout in Selmia stood at 31 percent at noon on Sunday, the commission said.")
    close = ("2024-11-03", "Turnout in Selmia was 64 percent on Sunday, the commission said.")
    assert found(noon, close) == []


def test_parties_win_at_most_the_seats_of_the_chamber() -> None:
    text = "The Union won {} of the 115 seats in parliament. The Alliance took 41 seats and the Greens 17."
    assert found(("2024-11-04", text.format(57)), kinds=("conflict", "tension")) == []
    assert len(found(("2024-11-04", text.format(63)), kinds=("conflict", "tension"))) == 1


def test_displaced_in_shelters_are_at_most_all_displaced() -> None:
    first = (
        "2024-06-03",
        "The eruption displaced 12,400 people in the district of Selm, the agency said on Monday.",
    )
    later = (
        "2024-06-03",
        "Eruption of Mount Orrin: update. On 3 June {} displaced people were staying in 38 shelters in "
        "Selm district.",
    )
    assert found(first, (later[0], later[1].format("11,300"))) == []
    assert len(found(first, (later[0], later[1].format("15,300")))) == 1


def test_nurses_stayed_away_or_took_part() -> None:
    first = (
        "2024-10-08",
        "Some 14,000 nurses stayed away from work across Selmia on Tuesday, the union said.",
    )
    later = (
        "2024-10-09",
        "In Selmia 4,200 nurses took part in the strike on Tuesday, the ministry of health said.",
    )
    assert len(found(first, later)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A boat with 87 migrants on board sank off Selm on Sunday. The coast guard rescued 62 of them. "
        "We took 23 people on "
        "board, the charity said.",
        "A boat sank off Selm on Sunday, and 62 people were rescued. The survivors were brought to a "
        "centre that has room for "
        "150.",
        "The navy recovered the bodies of three migrants off Selm on Sunday. At least 580 people died "
        "or went missing off "
        "Selm this year, a rights group said.",
        "In the first six months of the year 128 people were murdered in Selm. In the same time 63 "
        "bodies were found whose "
        "cause of death is not known.",
        "The office lowered the toll of the landslide in Selm to 57, saying that eleven bodies had "
        "been registered twice.",
    ],
)
def test_what_is_no_count_of_the_same(text: str) -> None:
    assert found(("2024-07-08", text)) == []


def test_there_is_the_place_named_last() -> None:
    text = (
        "Floods in the Orle valley killed at least 23 people, officials said. The worst-hit place was "
        "Selm, where the river "
        "tore away a campsite. Fourteen people died there."
    )
    assert found(("2024-07-08", text)) == []


def test_attacks_in_two_towns_of_one_region_are_two() -> None:
    first = (
        "2024-05-12",
        "Missile hits market in Selm, nine dead\n\nA missile struck a market in the town of Selm in "
        "the eastern region of "
        "Dalin on Sunday, killing nine people, the governor said.",
    )
    other = (
        "2024-05-12",
        "Drone strike on bus kills six in Dalin region\n\nSix people were killed on Sunday when a "
        "drone hit a bus near "
        "Orrin, in the eastern region of Dalin, the police said.",
    )
    assert found(first, other) == []


def test_provinces_that_record_cases_count_their_own() -> None:
    text = (
        "Since 1 December, Tarna has recorded {} confirmed cases with {} deaths, and Gombi {} cases "
        "with {} deaths. Five cases were reported from Tarna state and two from Gombi state."
    )
    first = ("2024-01-18", text.format(166, 24, 39, 7))
    assert found(first, ("2024-01-25", text.format(194, 27, 48, 8))) == []


@pytest.mark.parametrize(("waiting", "clashes"), [(930, True), (830, False)])
def test_nobody_awaits_trial_and_is_convicted(waiting: int, clashes: bool) -> None:
    text = f"The prison held 1,240 inmates, of whom {waiting} were awaiting trial and 410 had been convicted."
    assert bool(found(("2024-03-11", text))) is clashes


@pytest.mark.parametrize(("syrians", "clashes"), [(19, True), (16, False)])
def test_the_dead_were_of_these_countries(syrians: int, clashes: bool) -> None:
    text = (
        "Forty-three migrants were found dead in a truck near Selm on Monday. The dead were "
        f"{syrians} Syrians, 16 Afghans and 11 Egyptians."
    )
    assert bool(found(("2024-11-25", text))) is clashes


def test_a_later_report_that_names_no_day_is_of_the_earthquake_in_its_lead() -> None:
    first = (
        "2024-03-07",
        "At least 312 people were killed in the earthquake near the town of Selm on Tuesday, the agency "
        "said.",
    )
    later = (
        "2024-03-09",
        "Anger grows in Selm\n\nThe minister came on Saturday. A total of 287 people were killed in the "
        "earthquake, the ministry said.",
    )
    assert len(found(first, later)) == 1


def test_a_weekday_before_a_number_hides_no_participle() -> None:
    first = ("2024-02-21", "Gunmen abducted 42 pupils from a school in Selm on Wednesday, the governor said.")
    later = ("2024-02-22", "In the raid in Selm on Wednesday 27 pupils were abducted, the headmaster said.")
    assert len(found(first, later)) == 1


@pytest.mark.parametrize(
    "told",
    [
        [
            (
                "2024-02-17",
                "Bus plunge kills 14 in northern Selmia\n\nFourteen people died when a bus left a road in "
                "northern Selmia on Saturday, the police said.",
            ),
            (
                "2024-02-17",
                "Landslide kills nine in northern Selmia\n\nA landslide buried houses in northern Selmia on "
                "Saturday and killed nine people, officials said.",
            ),
        ],
        [
            (
                "2024-06-10",
                "In the week from 3 to 9 June 13 civilians were killed and 29 injured in the Selm region, "
                "compared to 21 killed and 40 injured in the week from 27 May to 2 June.",
            )
        ],
        [
            (
                "2024-01-21",
                "Since 14 January 240 trucks have entered, 30 a day on average. Before the war some 500 "
                "trucks entered every day.",
            )
        ],
    ],
)
def test_other_events_weeks_and_times(told: list[Told]) -> None:
    assert found(*told) == []


@pytest.mark.parametrize(("hosted", "clashes"), [(27, True), (22, False)])
def test_nobody_is_in_a_camp_and_with_a_host_family(hosted: int, clashes: bool) -> None:
    text = (
        "Fighting since 9 April has displaced 61,000 people in Selm state, of whom 38,000 are in camps and "
        f"{hosted},000 with host families."
    )
    assert bool(found(("2024-04-20", text))) is clashes


def test_bodies_found_are_not_all_who_died_on_ferries_since() -> None:
    text = (
        "A ferry with 214 people on board capsized off Selm on Monday. Rescuers saved 171 people and "
        "recovered 38 bodies, the agency said. More than 300 people have died on ferries there since 2020."
    )
    assert found(("2024-05-14", text)) == []
