"""In a parsed text the verb above a time tells whether it lies ahead or behind."""

from datetime import date

import pytest

from addup.reading.model import parse
from addup.reading.times import find_times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Friday and will publish its report.", "2024-03-29"),
        ("The council, which rejected the plan, will meet on Friday.", "2024-04-05"),
        ("The ministers meet on Friday with farmers who protested.", "2024-04-05"),
        ("The vote, scheduled for Friday, was put off.", "2024-04-05"),
        ("The company agreed to pay the fine on Friday.", "2024-04-05"),
        ("The company failed to pay the fine on Friday.", "2024-03-29"),
        ("Two men arrested on Friday will appear in court.", "2024-03-29"),
        ("The driver may have left on Friday, police say.", "2024-03-29"),
        ("The offer had been due to expire on Friday.", "2024-03-29"),
        ("The offer is due to expire on Friday.", "2024-04-05"),
        ("Farmers marched to the capital on Friday to protest.", "2024-03-29"),
        ("The owners signed an agreement to buy the mill on Friday.", "2024-04-05"),
        ("The owners could not be reached on Friday.", "2024-03-29"),
        ("The mayor would not say on Friday whether he would run.", "2024-03-29"),
        ("The mayor would not run on Friday.", "2024-04-05"),
        ("The judge ordered that the mill be closed by Friday.", "2024-04-05"),
        ("The union insisted that he leave on Friday.", "2024-04-05"),
        ("Call the office by Friday.", "2024-04-05"),
        ("The hearing is on Friday.", "2024-04-05"),
        ("Friday is a holiday.", "2024-04-05"),
        ("Friday was a holiday.", "2024-03-29"),
        ("On Friday, the mayor has a speech scheduled.", "2024-04-05"),
        ("The mayor, whose town holds a vote on Friday, claimed victory.", "2024-04-05"),
        ("The ministers are meeting Friday in Selm.", "2024-04-05"),
        ("The police are investigating Friday's attack.", "2024-03-29"),
        ("The hearing is set for Friday.", "2024-04-05"),
        ("The mayor toured the north ahead of Friday's vote.", "2024-04-05"),
        ("Patrols have been allowed to search the harbour since Friday.", "2024-03-29"),
    ],
)
def test_a_weekday_is_past_or_coming_by_its_verb(text: str, value: str) -> None:
    (time,) = find_times(parse(text), date(2024, 4, 3))
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill still tries to sell itself, under a June agreement with its lenders.", "2024-06"),
        ("The mill still tries to sell itself, under a September agreement with its lenders.", "2023-09"),
    ],
)
def test_the_month_of_an_agreement_is_the_nearest_whatever_the_verb_says(text: str, value: str) -> None:
    (time,) = find_times(parse(text), date(2024, 4, 3))
    assert time.value == value


def test_the_month_of_a_name_is_no_time() -> None:
    (time,) = find_times(
        parse("The writer April Jones resigned in June, Theresa May said."), date(2024, 4, 3)
    )
    assert time.span.text == "June"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sales fell in the third quarter.", "2023-Q3"),
        ("Sales will fall in the third quarter.", "2024-Q3"),
        ("Sales fell in the fourth quarter.", "2023-Q4"),
        ("Sales fell in the first quarter.", "2024-Q1"),
    ],
)
def test_the_quarter_to_come_is_that_of_the_year_before_where_it_is_past(text: str, value: str) -> None:
    (time,) = find_times(parse(text), date(2024, 5, 3))
    assert time.value == value


def test_the_next_year_over_which_something_goes_on_begins_now() -> None:
    (time,) = find_times(parse("The firm will cut 40 jobs over the next year."), date(2024, 5, 3))
    assert (time.period.first, time.period.last) == (date(2024, 5, 3), date(2025, 5, 3))


@pytest.mark.parametrize(
    ("text", "value", "is_over"),
    [
        ("The stocks will last 10 days.", "P10D", False),
        ("The food can only last three weeks.", "P3W", False),
        ("It is likely to last two months.", "P2M", False),
        ("Forty left in the last 10 days.", "P10D", True),
        ("Prices are close to last year's.", "2023", True),
    ],
)
def test_what_lasts_is_no_time_that_is_over(text: str, value: str, is_over: bool) -> None:
    (time,) = find_times(parse(text), date(2024, 4, 3))
    assert (time.value, time.period.known) == (value, is_over)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council meets this week.", "2024-W15"),
        ("The council met this week.", "2024-W14"),
        ("The council met last week.", "2024-W13"),
    ],
)
def test_this_week_is_the_one_to_come_in_a_paper_of_sunday(text: str, value: str) -> None:
    (time,) = find_times(parse(text), date(2024, 4, 7))
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge collapsed in December, killing 12 people.", "2023-12"),
        ("In January, the mill dismissed 40 of its workers.", "2024-01"),
        ("Gunmen killed 14 villagers in a raid in January.", "2024-01"),
        ("The mill will open in December with 300 workers.", "2024-12"),
        ("She will speak in October if she is asked.", "2025-10"),
        ("If she is elected in October, taxes will fall.", "2025-10"),
        ("The mayor called an election in December.", "2024-12"),
        ("The mill agreed to close its doors in December.", "2024-12"),
        ("Under the plan, the cuts in December take effect.", "2024-12"),
    ],
)
def test_a_near_month_is_of_last_year_where_its_own_verb_is_past(text: str, value: str) -> None:
    (time,) = find_times(parse(text), date(2024, 11, 20))
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It made 40 cars in July. By the end of the month it was closed.", "2024-07"),
        ("The fund took in 40 crowns in July and ended the month with 90 crowns.", "2024-07"),
        ("It made 40 cars in July. It will make 90 by the end of the month.", "2024-09"),
    ],
)
def test_the_end_of_the_month_is_of_the_month_spoken_of_where_it_is_past(text: str, value: str) -> None:
    time = find_times(parse(text), date(2024, 9, 12))[-1]
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained all week.", [("all week", "2024-W20")]),
        ("The shop has been closed all year.", [("all year", "2024")]),
        ("It rained all summer.", [("all summer", "2023-SU")]),
        ("The pool is open all year.", []),
        ("It was an all-week pass.", []),
        ("Rain fell through the night.", [("the night", "2024-05-14TNI")]),
    ],
)
def test_all_of_a_time_is_the_one_that_has_been(text: str, found: list[tuple[str, str]]) -> None:
    assert [(time.span.text, time.value) for time in find_times(parse(text), date(2024, 5, 15))] == found
