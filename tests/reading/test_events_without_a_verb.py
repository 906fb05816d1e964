"""What happened where no verb tells it: states, parts set off, headlines, sentences that go on."""

from collections.abc import Callable

import pytest
from finders import Finder

import addup
from addup.records import Reading


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("After a two-hour service, the crowd walked to the river.", "two", None),
        ("Drivers marched to the gates throughout the six-week strike.", "six", None),
        ("Orr led his men on a 10-hour tour of the mills.", "10", "lead"),
        ("Orr fled after a 10-day siege that killed his men.", "10", "kill"),
    ],
)
def test_the_length_of_what_is_around_the_telling_has_no_event(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The row erupted just two months after Orr entered the race.", "two", "erupt"),
        ("The results arrived one day after a clerk leaked them.", "one", "arrive"),
        ("He came back to work, nearly two months after he was hurt.", "two", "hurt"),
        ("It was only two years ago that the mine closed.", "two", "close"),
        ("Two years ago, officials say, the mine lost a suit.", "Two", "lose"),
    ],
)
def test_a_length_of_time_is_of_what_came_so_long_after_or_ago(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Orel, with about $100 million in assets, is the parent of a bank.", "100 million", "have"),
        ("Orr, with 329 delegates, needs many more.", "329", "have"),
        ("Orr, with two others, was arrested in Selm.", "two", "arrest"),
        ("Orr won, with 40 percent of the vote, in May.", "40", "win"),
        ("Orel, with 12 mills closed in May, said it would sell.", "12", "close"),
        ("Orel had a loss of $12 million on revenue of $175 million.", "175 million", "have"),
        ("Orel earned $12 million on revenue of $175 million.", "175 million", None),
        ("The list pegged his fortune at $3 million.", "3 million", "peg"),
        (
            "Despite claims that his fortune exceeds $10 million, all lists put him lower.",
            "10 million",
            "exceed",
        ),
        ("We treat May as one long election day.", "one", "treat"),
        ("By 58%-33%, those surveyed said the law should be changed.", "58", "say"),
    ],
)
def test_what_is_set_off_or_estimated_has_an_event_as_well(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("According to interviews with more than a dozen clerks, he wants to stay.", "a dozen", "interview"),
        ("The aide went to Selm for a tense meeting with half a dozen judges.", "half a dozen", "meet"),
        ("The aide went to Selm with half a dozen judges.", "half a dozen", "go"),
        ("The policy led to the deaths of as many as 1.7 million people.", "1.7 million", "die"),
        ("Orr is 25% owner of Orel.", "25", "own"),
        ("Orr seeks control of 30%-owned Orel Inc.", "30", "own"),
        ("The owner pays 25% of the bill.", "25", "pay"),
        ("Her lead of nearly 400 pledged seats is safe.", "400", "lead"),
        (
            "The clerks saw a 50 percent increase in their pay by May, to $31,200 a year.",
            "31,200",
            "increase",
        ),
    ],
)
def test_a_noun_beside_a_figure_names_what_is_done(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


def test_an_age_has_no_part_in_what_somebody_does(figure: Finder) -> None:
    assert figure("Jo Bell, 44, was charged on Monday.", "44").event is None
    assert figure("Jo Bell died at 84 on Monday.", "84").event == "die"


def test_a_clause_of_a_headline_has_its_own_verb(figure: Finder) -> None:
    text = "Fires kill 21 in southern Portugal as 4,000 firefighters battle flames"
    assert figure(text, "4,000").event == "battle"


def test_how_many_live_in_a_city_is_no_part_of_what_is_told_of_it(figure: Finder) -> None:
    text = "Hospitals in the city of 340,000 have treated 1,140 children."
    assert figure(text, "340,000").event is None
    assert figure(text, "1,140").event == "treat"


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Hundreds of migrants reach Port Maro as 22 die at sea", "22", "die"),
        ("Storm hits Selm: 12 dead, 8 hurt", "8", "hurt"),
        ("Bomb in Orel kills 12, 30 hurt", "30", "hurt"),
        ("A camp on Lume built for 400 people was sheltering 3,000 on Friday.", "400", "build"),
        ("Survivors said about 130 people, among them 20 children, had set off at night.", "130", "set off"),
    ],
)
def test_what_taggers_take_for_a_noun_behind_a_number_is_told_of_it(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Over 400 guests have been hurt since the feast began in October, according to the mayor, "
            "118 of them children.",
            "118",
        ),
        ("Some 900 guests were hurt when the roof fell in March, the mayor said, 40 of them badly.", "40"),
    ],
)
def test_a_part_set_off_without_a_verb_goes_with_its_whole(
    read: Callable[..., Reading], text: str, number: str
) -> None:
    figures = read(text).figures
    whole, part = figures[0], next(one for one in figures if one.amount.number.text == number)
    assert (part.event, part.period) == (whole.event, whole.period)
    assert (part.event, part.said_by) == ("hurt", "the mayor")


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("The firm will cut 2,400 jobs and close 110 of its 940 mills.", "110", "close"),
        ("Tourism accounts for 5 percent of output and brought in $5 billion.", "5", "account"),
        ("The number of people out of work dropped by 20,000 to 1.69 million.", "20,000", "drop"),
    ],
)
def test_a_verb_is_found_where_the_parser_has_none(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("We lost 40 mills. And 5,000 jobs.", "5,000", "lose"),
        ("We lost 63,000 homes. Sixty-three thousand!", "Sixty-three thousand", "lose"),
        ("We lost 40 mills. And 5,000 men came.", "5,000", "come"),
        ("We lost 40 mills.\n\nAnd 5,000 jobs.", "5,000", None),
        ("We lost 40 mills. A town of 5,000 people.", "5,000", None),
    ],
)
def test_a_sentence_without_a_verb_that_joins_on_has_the_event_of_the_one_before(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


def test_every_count_of_a_list_whose_verb_is_said_once_has_that_verb() -> None:
    reading = addup.read("The Greens won 34 seats, the Liberals 22, New Dawn 11 and Free Selm four.")
    assert [figure.event for figure in reading.figures] == ["win"] * 4
