"""Tables: whether a total is the sum of its rows, and which cells are of the same thing."""

from __future__ import annotations

import pytest

import addup
from addup.account import Result

HEADS = "District | Killed | Homes destroyed | Cost (US$ million)\n"
DISTRICTS = f"{HEADS}Selm | 12 | 1,204 | 3.4\nOrrin | 35 | 831 | 2.3\nTotal | 47 | 2,035 | 5.7\n"
PARTIES = "Party | Votes | Seats\nGreen Party | 412,300 | 64\nLabour Front | 380,150 | 57\n"
KINDS = "Category | Children | Women | Men | Total\nInjured | 6 | 14 | 27 | 47\n"


def checked(text: str) -> Result:
    return addup.check(addup.series([addup.read(text, published="2024-08-13")]))


@pytest.mark.parametrize("text", [DISTRICTS, PARTIES, KINDS])
def test_a_table_whose_totals_are_right_adds_up(text: str) -> None:
    assert checked(text).status == "consistent"


@pytest.mark.parametrize(
    ("text", "written", "wrong"),
    [
        (DISTRICTS, "| 12 |", "| 14 |"),
        (DISTRICTS, "2,035", "2,053"),
        (DISTRICTS, "5.7", "6.7"),
        (KINDS, "| 47", "| 49"),
    ],
)
def test_a_total_that_its_cells_do_not_make_is_a_conflict(text: str, written: str, wrong: str) -> None:
    conflicts = checked(text.replace(written, wrong)).conflicts
    assert len(conflicts) == 1


def test_the_relation_of_a_total_names_the_word_that_says_so() -> None:
    grouping = addup.series([addup.read(DISTRICTS, published="2024-08-13")])
    relations = {relation.text: relation for relation in grouping.relations}
    total = relations["killed = killed, Selm + killed, Orrin"]
    assert [piece.text for piece in total.evidence] == ["Total"]
    assert total.supposed


def test_a_total_is_held_against_the_sentence_that_tells_it_again() -> None:
    text = f"The flood killed 52 people, the governor said.\n\n{DISTRICTS}"
    assert checked(text).status == "conflict"
    assert checked(text.replace("52", "47")).status == "consistent"


def test_two_editions_of_a_table_find_each_other_row_by_row() -> None:
    later = DISTRICTS.replace("| 35 |", "| 38 |").replace("| 47 |", "| 50 |")
    readings = [
        addup.read(f"Floods in Marenda\n\n{text}", published=day)
        for text, day in ((DISTRICTS, "2024-08-13"), (later, "2024-08-15"))
    ]
    grouping = addup.series(readings)
    assert {series.name: len(series.members) for series in grouping.series}["killed, Orrin"] == 2
    assert addup.check(grouping).status == "consistent"


def test_dollars_of_a_country_name_no_place() -> None:
    text = "Floods in Marenda\n\n- 31,200 people displaced\n- US$ 14.2 million required\n"
    grouping = addup.series([addup.read(text, published="2024-08-13")])
    assert [series.name for series in grouping.series if "US" in series.name] == []


@pytest.mark.parametrize(
    "told", ["when a dam above the town of Orrin burst", "in a landslide that began near Orrin"]
)
def test_the_toll_of_an_event_at_one_place_is_not_that_of_its_row(told: str) -> None:
    text = f"At least 47 people were killed {told} on Tuesday, the governor said.\n\n{DISTRICTS}"
    assert checked(text).status == "consistent"


def test_a_toll_in_one_place_is_that_of_its_row() -> None:
    text = f"At least 47 people were killed in Orrin on Tuesday, the governor said.\n\n{DISTRICTS}"
    assert checked(text).status == "conflict"


def test_a_table_without_days_is_not_held_against_the_months_that_its_report_tells_of() -> None:
    def told(orrin: str) -> str:
        return (
            "In July 2024, 1,020 homes were completed, the office said, after 1,310 in June 2024.\n\n"
            f"| Region | Homes completed |\n| Holm | 4,914 |\n| Selm | 1,900 |\n| Orrin | {orrin} |\n"
            "| Total | 8,214 |\n"
        )

    assert checked(told("1,400")).status == "consistent"
    assert checked(told("1,900")).status == "conflict"
