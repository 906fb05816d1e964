"""The days of figures without a time of their own: those that the article tells of, or that go on."""

from datetime import date

import pytest
from finders import Finder, days

import addup
from addup.records import Period


def test_what_is_told_without_a_time_is_of_the_day_that_the_article_tells_of(figure: Finder) -> None:
    text = (
        "Fans filled the old town on Tuesday.\n\nPolice closed four streets.\n\n"
        "The club has 900 members, and it says that 30 will leave."
    )
    assert figure(text, "four").period == days("2024-05-14", "2024-05-14")
    assert figure(text, "900").period == figure(text, "30").period == Period()


def test_that_same_day_is_the_day_last_spoken_of(figure: Finder) -> None:
    text = "The bridge was closed on May 3. That same day 40 people were caught on an island."
    assert figure(text, "40").period == days("2024-05-03", "2024-05-03")


@pytest.mark.parametrize(
    "text",
    [
        "Fans filled the old town on Tuesday.\n\nSome 40 of them were still waiting at noon.",
        "Fans filled the old town on Tuesday.\n\nWith 40 seats filled, the guards closed the hall.",
        "Fans filled the old town on Tuesday.\n\nThe mayor told 40 people to go home.",
    ],
)
def test_what_was_so_then_is_of_the_day_that_the_article_tells_of(figure: Finder, text: str) -> None:
    assert figure(text, "40").period == days("2024-05-14", "2024-05-14")


def test_a_day_of_what_is_so_now_is_not_the_day_of_what_was(figure: Finder) -> None:
    text = "Selm won on Monday. The town looks poorer today. The club closed 40 bars."
    assert figure(text, "40").period == days("2024-05-13", "2024-05-13")


def test_what_is_so_now_does_not_go_on_with_a_day_that_is_past(figure: Finder) -> None:
    text = "On Tuesday 31 boats sank. About 9,000 boats use the port. Police held 40 boats."
    assert figure(text, "9,000").period == Period()
    assert figure(text, "40").period == days("2024-05-14", "2024-05-14")


def test_the_day_of_writing_is_not_the_day_that_is_told_of(figure: Finder) -> None:
    text = "SELM, May 16 (Hill News) -- A ferry sank on Tuesday, the mayor said.\n\nDivers pulled out 31 men."
    assert figure(text, "31").period == days("2024-05-14", "2024-05-14")


def test_what_was_so_has_the_day_told_of(figure: Finder) -> None:
    text = "Orr's party won the vote on Sunday. Turnout was 58 percent."
    assert figure(text, "58").period == days("2024-05-12", "2024-05-12")


def test_a_figure_of_the_headline_has_the_days_of_the_same_figure_below(figure: Finder) -> None:
    text = "Walkout leaves forty ships at sea\n\nPilots left 40 ships at sea on Tuesday, the port said."
    assert figure(text, "forty").period == days("2024-05-14", "2024-05-14")


def test_a_date_on_a_line_of_its_own_is_that_of_writing(figure: Finder) -> None:
    text = (
        "Blast kills dozens in Selm\n\nThursday, May 16, 2024\n\nA bomb went off in Selm on Monday. "
        "It was brought in a car, followed by two gunmen."
    )
    assert figure(text, "two").period == days("2024-05-13", "2024-05-13")


def test_what_had_been_so_before_is_not_of_the_day_told_of(figure: Finder) -> None:
    text = "Troops killed 40 rebels on Tuesday. They had lost 200 men in the war. They took 30 guns."
    assert not figure(text, "200").period.known
    assert figure(text, "30").period == figure(text, "40").period != Period()
    said = "The fire killed 12 people on Tuesday. Police said they had arrested four men."
    assert figure(said, "four").period == figure(said, "12").period


def test_a_headline_has_not_the_days_of_other_things_that_are_as_many(figure: Finder) -> None:
    text = "Five trends to watch in Malta\n\nPolice held five men on Monday."
    assert figure(text, "five").period == days("2024-05-13", "2024-05-13")
    assert not figure(text, "Five").period.known


def test_what_a_bulletin_tells_in_the_past_is_of_the_days_that_it_covers() -> None:
    head = "Protection Update | 16 - 29 April 2024\n\n"
    figures = addup.read(head + "Gunmen abducted 9 aid workers.", published="2024-05-02").figures
    assert (figures[0].period.first, figures[0].period.last) == (date(2024, 4, 16), date(2024, 4, 29))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A court sent forty rebels to prison on Tuesday. Jo Orr was sentenced to nine years.", "nine"),
        ("A court sent forty rebels to prison on Tuesday. The judge gave Jo Orr 16 years.", "16"),
        ("A court sent forty rebels to prison on Tuesday. The lightest sentence was six months.", "six"),
        ("Orr was charged with 14 counts of fraud on Tuesday.", "14"),
    ],
)
def test_a_penalty_is_of_the_day_on_which_it_was_set(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2024-05-14", "2024-05-14")


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("Three men died on Tuesday, a day after a boiler exploded and killed seven.", "seven", "2024-05-13"),
        ("The raid on Tuesday came three days after 20 guards were shot.", "20", "2024-05-11"),
        ("Police held a man on Sunday, a week after a blast that killed 31 people.", "31", "2024-05-05"),
        ("On Monday, just two days after a mob burned 14 shops, troops moved in.", "14", "2024-05-11"),
        ("The raid on Sunday came hours after rebels fired 20 rockets.", "20", "2024-05-12"),
        ("On Friday, the day after the flood, divers found 12 survivors.", "12", "2024-05-10"),
        ("Tuesday's raid, which killed 14, was the third this month.", "14", "2024-05-14"),
        ("Saturday's flood, in which 40 people died, was followed by another on Monday.", "40", "2024-05-11"),
    ],
)
def test_what_was_before_its_sentence_has_the_day_so_long_before(
    figure: Finder, text: str, number: str, day: str
) -> None:
    assert figure(text, number).period == days(day, day)


@pytest.mark.parametrize(
    "text",
    [
        "A court on Tuesday jailed two guards, four months after a riot in which 60 men died.",
        "A court on Tuesday freed two guards, more than a week after a riot in which 60 men died.",
    ],
)
def test_what_was_some_time_before_its_sentence_is_not_of_its_day(figure: Finder, text: str) -> None:
    assert not figure(text, "60").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Of the 50 tons of rice that Malta imported in 2022, 60 percent had come from Spain.", "60"),
        ("Of the 80 boats that Malta built in 2022, 30 had been ordered by Spain.", "30"),
    ],
)
def test_a_part_has_the_days_of_its_whole_though_it_was_so_before(
    figure: Finder, text: str, number: str
) -> None:
    assert figure(text, number).period == days("2022-01-01", "2022-12-31")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('The mayor spoke on Tuesday.\n\n"We had 40 mills, and I ran them," he said.', "40"),
        ("The firm cut 40 jobs on Tuesday. Another 90 could go.", "90"),
    ],
)
def test_what_is_quoted_or_may_be_is_not_of_the_day_told_of_before(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known
