"""Two reports of one event: how they find each other, and what of one bounds what is in the other."""

from __future__ import annotations

from reports import Told, grouped

import addup
from addup.records import Series


def conflicts(*told: Told) -> list[str]:
    found = addup.check(grouped(*told))
    return [finding.text for finding in found.findings if finding.kind == "conflict"]


def series_of(number: str, *told: Told) -> Series:
    found = grouped(*told).series
    return next(
        one
        for one in found
        if any(
            member.figure.amount.number is not None and member.figure.amount.number.text == number
            for member in one.members
        )
    )


RIOT = (
    "2024-03-05",
    "A riot in the Santa Vela penitentiary left 23 people dead, the prison service said on Tuesday.\n\n"
    "It broke out on Monday night.",
)


def test_reports_that_begin_with_one_small_place_and_tell_of_one_day_are_of_one_event() -> None:
    later = (
        "2024-03-06",
        "No more than 11 people died in the riot in the Santa Vela penitentiary on Monday, Ana Rossi, who "
        "heads the union of guards, said.",
    )
    assert len(series_of("23", RIOT, later).members) == 2
    assert len(conflicts(RIOT, later)) == 1


def test_those_of_other_places_are_not() -> None:
    later = (
        "2024-03-06",
        "No more than 11 people died in the riot in the Dorn penitentiary on Monday, Ana Rossi said.",
    )
    assert len(series_of("23", RIOT, later).members) == 1


BOAT = (
    "2024-08-19",
    "A boat with 112 people on board overturned south of the island of Orrin on Sunday. The coast guard "
    "rescued 74 people and recovered 29 bodies.",
)


def test_who_is_missing_later_is_none_of_those_found_before() -> None:
    later = (
        "2024-08-20",
        "The charity says that 25 people are still missing after a boat overturned off Orrin on Sunday.",
    )
    (why,) = conflicts(BOAT, later)
    assert "= 128, but at most 112" in why


def test_who_was_missing_before_may_be_dead_later() -> None:
    first = (
        "2024-08-19",
        "A boat with 112 people on board overturned south of the island of Orrin on Sunday. The coast guard "
        "rescued 74 people. It said that 36 people were missing.",
    )
    later = ("2024-08-20", "The number of people who died when a boat sank off Orrin on Sunday rose to 38.")
    assert conflicts(first, later) == []


def test_a_town_is_not_the_province_that_is_called_after_it() -> None:
    province = (
        "2024-03-12",
        "Sunday's earthquake has killed 212 people in Tarvin province, the governor said.",
    )
    parts = (
        "2024-03-12",
        "Sunday's earthquake has killed 140 people in the city of Tarvin and 65 people in Velmo district, "
        "both in Tarvin province, the agency said.",
    )
    assert conflicts(province, parts) == []
    more = (parts[0], parts[1].replace("65", "96"))
    (why,) = conflicts(province, more)
    assert "but at most 212" in why


def test_an_outbreak_is_not_that_of_a_year_long_over() -> None:
    first = (
        "2024-05-06",
        "As of 5 May, 1,240 cases of cholera have been reported in Kisara district, the ministry said.",
    )
    later = (
        "2024-05-07",
        "The agency said that 1,255 cases of cholera had been reported in Kisara district. In 2021 and 2022 "
        "cholera made 59,000 people ill there.",
    )
    assert len(series_of("1,240", first, later).members) == 2
    assert len(series_of("59,000", first, later).members) == 1


def test_a_toll_taken_back_had_been_given_as_the_least() -> None:
    first = (
        "2024-06-03",
        "At least 288 people were killed when two trains collided in Orrin state on Friday, the state's "
        "chief secretary said.",
    )
    later = (
        "2024-06-04",
        "The chief secretary of Orrin revised the death toll of Friday's train crash down to 275 from 288.",
    )
    assert conflicts(first, later) == []


def test_so_many_of_all_houses_are_those_that_others_count_too() -> None:
    first = (
        "2024-10-09",
        "The flood destroyed 2,800 of the 4,200 houses in the town of Marden, the mayor said.",
    )
    later = (
        "2024-10-16",
        "Pictures show that 1,150 houses in the town of Marden were destroyed by the flood.",
    )
    assert len(conflicts(first, later)) == 1


def test_by_the_fire_of_a_day_is_not_by_that_day() -> None:
    first = (
        "2024-07-25",
        "The wildfire that swept through Marden on Wednesday destroyed 1,850 homes, the mayor said.",
    )
    later = (
        "2024-07-29",
        "Fewer than 900 homes in Marden were destroyed by last Wednesday's wildfire, the agency said.",
    )
    assert len(conflicts(first, later)) == 1


def test_places_of_a_district_are_held_against_it_though_no_day_is_told() -> None:
    first = (
        "2024-11-24",
        "At least 47 people were killed in the village of Marani and 38 in the village of Tessoi, both in "
        "Gathor county, when a hillside gave way on Friday night, the rescuers said.",
    )
    later = (
        "2024-11-24",
        "The death toll from Friday night's landslides in Gathor county stands at 71, the commissioner said.",
    )
    (why,) = conflicts(first, later)
    assert "47 " in why
    assert "38 " in why


def test_whom_a_boat_was_taking_were_aboard() -> None:
    first = (
        "2024-06-11",
        "A boat that was taking 260 migrants to Arland sank off Shabor on Monday. Seventy-one survived and "
        "49 bodies have been recovered, the agency said.",
    )
    later = (
        "2024-06-12",
        "Boats searched for 148 people who are missing after a boat sank off Shabor on Monday.",
    )
    (why,) = conflicts(first, later)
    assert "= 268" in why


def test_no_more_bodies_are_found_than_were_aboard() -> None:
    first = ("2024-03-28", "A bus with 46 people on board fell off a bridge near Mokofane on Thursday.")
    later = (
        "2024-03-29",
        "Rescuers have recovered 52 bodies from the bus that fell off a bridge near Mokofane on Thursday.",
    )
    assert len(conflicts(first, later)) == 1
