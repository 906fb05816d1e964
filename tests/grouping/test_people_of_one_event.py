"""What became of the people of one event, told in everyday words, in one report or in several."""

from __future__ import annotations

import pytest
from reports import does_not_add_up

import addup
from addup.grouping.arithmetic.people.roles import heads_of
from addup.grouping.group import happenings

Reports = tuple[tuple[str, str], ...]

FERRY = (
    "2025-03-12",
    "A ferry with 148 passengers and nine crew went down off Selm on Tuesday night, the harbour authority "
    "said.\n\nCoast guard boats plucked {} people from the water before dawn. Divers have recovered 51 "
    "bodies from the hull, and 26 people remain unaccounted for, the authority said.",
)
SCHOOL = (
    "2025-05-06",
    "Gunmen stormed a secondary school in Orrin at dawn on Monday and took 84 pupils and six teachers, the "
    "governor said.",
)
LET_GO = "Thirty-two of the captives taken in {} were let go on Sunday. That leaves {} with the gunmen."
QUAKE = (
    "2026-01-11",
    "SELM, Jan 11 - A magnitude 6.8 earthquake shook the Selm highlands on Saturday. The death toll rose to "
    "642 on Sunday, the disaster agency said.",
)


def roles(text: str) -> list[tuple[str, list[str]]]:
    """Give the numbers of a text that have a role, each with its roles."""
    return [(head.figure.span.text, sorted(head.roles)) for head in heads_of(0, addup.read(text))]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Fishing boats picked up 61 people alive.", "rescued"),
        ("Helicopters winched 17 to safety.", "rescued"),
        ("Divers brought 74 bodies ashore.", "dead"),
        ("The agency raised its count of the dead to 872.", "dead"),
        ("The number of people killed in the flood climbed to 306.", "dead"),
        ("Seventy-one people lost their lives.", "dead"),
        ("The storm claimed 40 lives.", "dead"),
        ("The gunmen marched 27 girls out of the school.", "taken"),
        ("Pirates carried off 12 sailors.", "taken"),
        ("Thirty-two of the hostages were let go.", "freed"),
        ("The rebels handed over 47 villagers.", "freed"),
        ("The other 21 are still in the hands of the gunmen.", "held"),
        ("Some 312 prisoners broke out of the jail.", "broke_out"),
        ("The search went on for the missing 11.", "missing"),
        ("The court cleared 18 of them.", "acquitted"),
    ],
)
def test_a_role_is_found_in_everyday_words(text: str, role: str) -> None:
    assert any(role in told for _, told in roles(text)), roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sixteen divers rescued a dog.",
        "The ferry is licensed for 260 passengers.",
        "Forty trucks were seized.",
        "The rebels did not free 40 villages.",
    ],
)
def test_who_does_it_and_things_have_no_role(text: str) -> None:
    assert not roles(text)


def test_the_rescued_dead_and_missing_are_no_more_than_those_aboard() -> None:
    day, text = FERRY
    (told,) = does_not_add_up((day, text.format(92)))
    assert told.endswith("= 169, but “148 passengers” + “nine crew” = 157 in all: 12 too many.")
    assert not does_not_add_up((day, text.format(80)))


def test_they_may_be_more_where_others_died_too() -> None:
    day, text = FERRY
    assert not does_not_add_up((day, text.format(92) + " Three of the dead were bystanders on the quay."))


def test_some_of_the_rescued_are_not_counted_again() -> None:
    day, text = FERRY
    assert not does_not_add_up((day, text.format(80) + " Forty of the survivors were rescued by one boat."))


@pytest.mark.parametrize(
    ("later", "wrong"),
    [
        (
            LET_GO.format("Orrin", 71),
            True,
        ),
        (
            LET_GO.format("Orrin", 58),
            False,
        ),
        ("The 71 captives still held in Orrin include all six teachers, the governor said.", False),
        (LET_GO.format("Kalm", 71), False),
    ],
)
def test_those_freed_and_those_held_are_no_more_than_were_taken(later: str, wrong: bool) -> None:
    assert bool(does_not_add_up(SCHOOL, ("2025-05-19", later))) is wrong


def test_a_second_group_comes_beside_the_first() -> None:
    first = "2025-05-12", "Thirty-two of the captives from the Orrin school came home on Sunday."
    second = (
        "2025-05-15",
        "A second group of 47 captives from the Orrin school was handed over, leaving {} in the forest.",
    )
    (told,) = does_not_add_up(SCHOOL, first, (second[0], second[1].format(39)))
    assert "= 118, but “84 pupils” + “six teachers” = 90 in all" in told
    assert not does_not_add_up(SCHOOL, first, (second[0], second[1].format(11)))


def test_an_abduction_of_another_month_is_another() -> None:
    later = "Thirty-two captives were let go in Orrin on Sunday. That leaves 71 with the gunmen."
    assert not does_not_add_up(SCHOOL, ("2025-09-19", later))


def test_an_escape_from_prison_adds_up() -> None:
    text = (
        "Some 312 prisoners broke out of Kalm jail on Sunday. Police have recaptured 187 of the prisoners. "
        "The other {} are at large."
    )
    assert does_not_add_up(("2025-07-04", text.format(162)))
    assert not does_not_add_up(("2025-07-04", text.format(117)))


def test_a_toll_does_not_rise_to_less_than_it_was() -> None:
    later = (
        "ORRIN, Jan 13 - The number of people killed in the Selm earthquake has risen to {}, the disaster "
        "agency said."
    )
    (told,) = does_not_add_up(QUAKE, ("2026-01-13", later.format(571)))
    assert "71 fewer" in told
    assert not does_not_add_up(QUAKE, ("2026-01-13", later.format(671)))


def test_a_toll_that_was_corrected_may_be_less() -> None:
    later = (
        "ORRIN, Jan 13 - The number of people killed in the Selm earthquake now stands at 571, the disaster "
        "agency said. Bodies had been counted twice."
    )
    assert not any("fewer" in told for told in does_not_add_up(QUAKE, ("2026-01-13", later)))


def test_the_toll_of_another_source_or_place_is_no_fall() -> None:
    other = "The number of people killed in the Selm earthquake rose to 571, the Red Cross said."
    assert not any("fewer" in told for told in does_not_add_up(QUAKE, ("2026-01-13", other)))
    elsewhere = "The death toll in the Holm fire rose to 71, the disaster agency said."
    assert not does_not_add_up(QUAKE, ("2026-01-13", elsewhere))


def test_a_toll_grows_by_what_came_to_it() -> None:
    text = (
        "The toll from the heat wave in Orrin climbed to 164 on Monday, up from 131 on Sunday, after {} more "
        "people died overnight, the health service said."
    )
    (told,) = does_not_add_up(("2026-01-12", text.format(19)))
    assert told.startswith("“131” and “19 more people” are 150, but the toll is said to be “164”")
    assert told.endswith("14 too many.")
    assert not does_not_add_up(("2026-01-12", text.format(33)))


def test_a_list_of_who_they_were_is_no_longer_than_their_number() -> None:
    text = (
        "The bodies of 61 people have been recovered, police said. The dead are 24 men, 22 women and {} "
        "children."
    )
    (told,) = does_not_add_up(("2026-01-12", text.format(19)))
    assert "= 65, but they are told as “61 people”" in told
    assert not does_not_add_up(("2026-01-12", text.format(15)))
    injured = "The crash left 31 people dead, police said. The injured are 24 men, 22 women and 19 children."
    assert not does_not_add_up(("2026-01-12", injured))


def test_two_sources_of_one_day_are_held_against_each_other() -> None:
    one = (
        "2026-01-12",
        "The fire at the Kalm garment factory on Friday killed 41 workers, the labour ministry said.",
    )
    text = "A union leader said {} workers had burned to death in {}'s fire at a garment factory in Kalm."
    assert does_not_add_up(one, ("2026-01-12", text.format(67, "Friday")))
    assert not does_not_add_up(one, ("2026-01-12", text.format(67, "Wednesday")))


def test_reports_meet_by_a_small_place_and_what_became_of_people() -> None:
    first, second = (
        addup.read(text, published=day)
        for day, text in (SCHOOL, ("2025-05-19", "Thirty-two captives were let go near Orrin on Sunday."))
    )
    assert happenings(first) & happenings(second)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Thirty-four members of a club crossed a slope above Tarn when it gave way. Twelve were dug "
            "out dead, dogs found 19 others alive, and nine people have not been found.",
            True,
        ),
        ("A court in Holm ruled on 64 people. It convicted 47 and acquitted 26, the judge said.", True),
        (
            "Police arrested 120 people on Saturday and 85 on Sunday. 130 were released and 75 are in "
            "custody.",
            False,
        ),
        (
            "The crash killed 20 people. It put 35 in hospital. On Friday 30 were sent home; five are on the "
            "wards.",
            False,
        ),
        (
            "Gunmen had held 126 guests. Of these 109 were freed, and 28 were killed.",
            True,
        ),
        (
            "The fire hurt 14 people, and 26 were unhurt. Forty firefighters and 20 police officers came.",
            False,
        ),
        (
            "Rebels took 60 women from Kalm. Twenty gunmen escaped, 40 women were freed, 18 are still held.",
            False,
        ),
    ],
)
def test_a_whole_is_what_the_report_begins_with_or_refers_to(text: str, wrong: bool) -> None:
    assert bool(does_not_add_up(("2025-08-04", text))) is wrong


def test_the_toll_of_one_town_is_no_fall() -> None:
    for place in ("in the town", "in Kalm alone"):
        later = f"The death toll of the Selm earthquake has risen to 371 {place}, the disaster agency said."
        assert not any("fewer" in told for told in does_not_add_up(QUAKE, ("2026-01-13", later)))


def test_what_it_reached_is_the_toll_told_before() -> None:
    later = "The death toll of the Selm quake continues to mount. It reached 571, the disaster agency said."
    assert any("71 fewer" in told for told in does_not_add_up(QUAKE, ("2026-01-13", later)))
