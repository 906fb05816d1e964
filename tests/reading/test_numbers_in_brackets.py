"""A number that brackets set beside another has the time in there, which is of nothing outside."""

from collections.abc import Callable

import pytest
from finders import Finder, counted_text

from addup.records import Period, Reading


@pytest.mark.parametrize(
    ("text", "outside", "inside", "head", "year"),
    [
        ("Net profit rose to £4.2m (2022: £3.8m) at the mill.", "4.2m", "3.8m", "profit", 2022),
        ("Net profit rose to £4.2m (£3.8m in 2022) at the mill.", "4.2m", "3.8m", "profit", 2022),
        ("Some 12,400 people (2021: 11,200) asked for shelter.", "12,400", "11,200", "people", 2021),
        ("The Greens won 34 seats (2019: 28) and lost one mayor.", "34", "28", "seat", 2019),
        ("Deaths on the roads fell to 410 (2021: 430).", "410", "430", "death", 2021),
        ("The jobless rate was 4.2% (3.9% in 2021), the office said.", "4.2", "3.9", "rate", 2021),
    ],
)
def test_a_number_with_a_year_in_brackets_is_of_that_year_alone(
    figure: Finder, text: str, outside: str, inside: str, head: str, year: int
) -> None:
    now, then = figure(text, outside), figure(text, inside)
    assert now.counted is not None
    assert then.counted is not None
    assert (now.counted.head, now.event) == (then.counted.head, then.event)
    assert now.period == Period()
    assert then.time is not None
    assert then.time.text == str(year)


def test_each_number_of_a_row_in_brackets_has_its_own_year(figure: Finder) -> None:
    text = "The margin was 4.2% (2022: 3.9%, 2021: 3.1%)."
    years = [figure(text, number).time for number in ("4.2", "3.9", "3.1")]
    assert [None if time is None else time.text for time in years] == [None, "2022", "2021"]


def test_a_year_outside_brackets_is_not_that_of_the_number_inside(figure: Finder) -> None:
    text = "In 2023 the Greens won 34 seats (28 in 2019)."
    then = figure(text, "28").time
    now = figure(text, "34").time
    assert then is not None
    assert now is not None
    assert (now.text, then.text) == ("2023", "2019")


def test_a_month_before_a_number_in_brackets_is_over(figure: Finder) -> None:
    period = figure("Unemployment was 7.1% in May (August: 7.3%).", "7.3").period
    assert period.first is not None
    assert period.first.isoformat() == "2023-08-01"


def test_a_noun_behind_such_brackets_has_the_next_number(figure: Finder) -> None:
    text = "Profit rose to £4.2m (2022: £3.8m) and sales to £40m (2022: £38m)."
    for number in ("40m", "38m"):
        assert figure(text, number).noun == "sale"


def test_a_year_in_brackets_without_another_number_dates_the_number_before(figure: Finder) -> None:
    time = figure("The bridge cost $40 million (in 2011).", "40 million").time
    assert time is not None
    assert time.text == "2011"


def test_a_number_that_closes_brackets_counts_off_no_list(read: Callable[..., Reading]) -> None:
    reading = read("They have three aims: 1) a new roof, 2) a new road. Seats rose to 34 (2019: 28) at last.")
    numbers = {figure.amount.number.text for figure in reading.figures}
    assert {"34", "28"} <= numbers
    assert not {"1", "2"} & numbers


def test_goods_that_open_a_sentence_are_no_stock(figure: Finder) -> None:
    assert counted_text(figure("Milk fell to 23 pence per litre in May.", "23")) == "Milk"


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Some 45 (37.5%) fell ill and 12 (10%) died.", "12", "die"),
        ("Some 45 (37.5%) fell ill and 12 (10%) died.", "10", "die"),
        ("Families fled their homes in Selm and 340 (28%) now live in schools.", "340", "live"),
        ("The firm sold 40 ships (12 of them new) and bought 9.", "9", "buy"),
    ],
)
def test_a_clause_goes_on_behind_brackets(figure: Finder, text: str, number: str, event: str) -> None:
    assert figure(text, number).event == event


def test_what_is_behind_brackets_is_of_what_is_before(figure: Finder) -> None:
    assert figure("A study followed 1,200 women (mean age 34) for 12 years.", "12").noun == "woman"


@pytest.mark.parametrize(
    ("text", "number", "value", "unit", "change", "head"),
    [
        ("Exports came to €40m (+3%) last year.", "3", 3, "%", "up", "export"),
        ("Exports came to €40m (+4%), imports to €31m (-2.5%).", "2.5", -2.5, "%", "down", "import"),
        ("The Greens are on 27% (+2) in a poll, the Reds on 24% (-1).", "2", 2, "pp", "up", "respondent"),
        ("Sales rose to €40m (up 3%) and profit to €4m (down 12%).", "12", 12, "%", "down", "profit"),
    ],
)
def test_a_signed_number_alone_in_brackets_is_how_far_the_one_before_moved(
    figure: Finder, text: str, number: str, value: float, unit: str, change: str, head: str
) -> None:
    found = figure(text, number)
    assert found.counted is not None
    assert (found.amount.low, found.amount.unit, found.change) == (value, unit, change)
    assert found.counted.head == head


def test_brackets_behind_a_full_name_hold_an_age(figure: Finder) -> None:
    assert figure("Maria Lind (45) was found in the lake on Monday.", "45").amount.kind == "age"
    assert figure("The poll has Maria Lind (45) ahead of Rosa Orr (31).", "45").amount.kind != "age"


def test_a_population_in_brackets_is_people_and_a_round_is_what_it_is_held_against(figure: Finder) -> None:
    assert figure("In the north (population 2.1 million) 310 schools closed.", "2.1 million").noun == "person"
    assert figure("Turnout reached 61% in the second round (52% in the first).", "52").noun == "turnout"


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("Jo Orr (44 years old) and Lowe (45) are the youngest of all.", "45", "age"),
        ("Orr, Lowe (24) and Dane (40) voted for it.", "40", "count"),
    ],
)
def test_a_number_behind_a_last_name_is_an_age_where_ages_are_spoken_of(
    figure: Finder, text: str, number: str, kind: str
) -> None:
    assert figure(text, number).amount.kind == kind
