"""What reports on attacks, disasters, troops and visits say in nearly every sentence."""

from __future__ import annotations

from datetime import date

import pytest
from finders import figures

from addup.records import Figure


def figure_of(text: str, number: str) -> Figure:
    return figures(text, "1998-08-14")[number]


def event_of(text: str, number: str) -> str | None:
    return figure_of(text, number).event


def days_of(text: str, number: str) -> tuple[date | None, date | None]:
    period = figure_of(text, number).period
    return period.first, period.last


@pytest.mark.parametrize(
    "text",
    [
        "At least 80 of the 300 people drowned.",
        "At least 80 of the 300 people aboard drowned, the coast guard said.",
        "More than 80 of the 300 pilgrims drowned, police said.",
        "About 80 of the 300 villagers drowned on Monday and the rest fled, Mayor Ana Sol said.",
    ],
)
def test_some_of_a_number_do_what_the_verb_behind_the_number_tells(text: str) -> None:
    assert (event_of(text, "80"), event_of(text, "300")) == ("drown", None)


def test_those_arrested_that_a_report_only_speaks_of_do_nothing_else() -> None:
    text = "Six of the 14 men arrested were released, police said."
    assert (event_of(text, "Six"), event_of(text, "14")) == ("release", "arrest")


@pytest.mark.parametrize(
    "text",
    [
        "Some 200 people have fled since fighting broke out in February.",
        "At least 200 people have fled since fighting erupted in February, officials said.",
        "Since fighting resumed in February, 200 people have fled.",
    ],
)
def test_what_is_so_since_fighting_broke_out_is_so_until_now(text: str) -> None:
    assert days_of(text, "200") == (date(1998, 2, 1), date(1998, 8, 14))


@pytest.mark.parametrize(
    ("text", "number", "last"),
    [
        ("Leaders of 21 countries will meet in Selm from Sept. 2 to 3.", "21", date(1998, 9, 3)),
        ("A team of six will stay from Aug. 29 through Sept. 5.", "six", date(1998, 9, 5)),
        ("She will visit four towns from Monday through Thursday.", "four", date(1998, 8, 20)),
    ],
)
def test_a_stretch_to_come_that_begins_with_from_has_an_end(text: str, number: str, last: date) -> None:
    assert days_of(text, number)[1] == last


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The union is 40 strong, up from 58 four years ago.", "58"),
        ("The party won 31 seats, down from 45 five years ago.", "45"),
        ("The force has 400 men, compared with 900 three years ago.", "900"),
    ],
)
def test_a_number_right_before_how_long_ago_it_was_is_no_length_of_time(text: str, number: str) -> None:
    assert figure_of(text, number).amount.kind == "count"


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("Police gave a death toll of 15.", "15", "Police"),
        ("Hospital sources said 18 bodies had come in; police gave a toll of 15.", "15", "police"),
        ("The army gave no figure, but residents gave a toll of 40.", "40", "residents"),
        ("Residents cited a death toll of at least 40.", "40", "Residents"),
    ],
)
def test_who_gives_a_toll_is_credited_with_it(text: str, number: str, source: str) -> None:
    found = figure_of(text, number)
    assert found.source is not None
    assert found.source.text == source
    assert event_of(text, number) == "die"


@pytest.mark.parametrize(
    "text",
    [
        "Estimates of the dead ranged from 30 to 80.",
        "Estimates of the number of dead varied from 30 to 80.",
        "Estimates of those killed in the raid vary widely, from 30 to 80.",
    ],
)
def test_estimates_of_the_dead_are_of_people(text: str) -> None:
    counted = figure_of(text, "30 to 80").counted
    assert counted is not None
    assert (counted.head, event_of(text, "30 to 80")) == ("person", "die")


@pytest.mark.parametrize(
    "text",
    [
        "Officials fear 150 people died.",
        "Officials feared that up to 150 people were buried.",
        "Officials fear that 150 people have starved.",
    ],
)
def test_what_is_feared_is_not_stated_in_whatever_tense(text: str) -> None:
    assert figure_of(text, "150").stance == "expected"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Police arrested four men Monday and are looking for 12 others.", "12"),
        ("The satellite was launched Wednesday and will stay in orbit for 12 years.", "12"),
        ("Police arrested 12 men in Nairobi, where the embassy was bombed on Aug. 7.", "12"),
    ],
)
def test_a_day_of_what_was_done_before_or_elsewhere_is_not_that_of_what_goes_on(
    text: str, number: str
) -> None:
    assert days_of(text, number) == (None, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Some 2,000 delegates from 113 nations attended.", "2,000"),
        ("Trade between the two countries reached $1.2 billion.", "1.2 billion"),
    ],
)
def test_so_many_places_that_people_come_from_or_that_share_are_no_place(text: str, number: str) -> None:
    assert figure_of(text, number).place is None


def test_a_sunday_paper_is_no_day() -> None:
    assert days_of("The Sunday Mirror reported that 12 agents had left.", "12") == (None, None)


def test_the_number_of_a_kind_of_aircraft_counts_nothing() -> None:
    assert [*figures("A Tupolev 154 with 80 people aboard crashed.", "1998-08-14")] == ["80"]


def test_what_is_contributed_in_pounds_is_money() -> None:
    assert figure_of("Britain will contribute 500,000 pounds to the fund.", "500,000").amount.unit == "GBP"
