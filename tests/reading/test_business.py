"""What markets, banks, owners, budgets and courts give and take."""

import pytest
from finders import Finder, HeadOf


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The bonds carry interest of 7 percent.", "7", "interest"),
        ("The note pays interest at 6 percent.", "6", "interest"),
        ("Orrin will have to pay interest of 9.5 percent on the loan.", "9.5", "interest"),
        ("Customers pay 20 percent interest on cards.", "20", "interest"),
        ("The bank charges 19.9 percent on cards.", "19.9", "interest"),
        ("The fund lends at 6 percent.", "6", "interest"),
        ("Holm has an interest of 40 percent in the mine.", "40", "mine"),
        ("A 9 percent interest in the mill cost $4 million.", "9", "mill"),
        ("The firm owns a 12 percent interest.", "12", "stock"),
    ],
)
def test_interest_is_what_a_loan_costs_or_a_part_of_a_firm(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head", "event"),
    [
        ("Selm Air is 60 percent owned by Brennick.", "60", "Air", "own"),
        ("Selm Air is 60 per cent owned by Brennick.", "60", "Air", "own"),
        ("Selm Air, 60%-owned by Brennick, lost 3 planes.", "60", "Air", "own"),
        ("The unit, 75 percent owned by Dale, runs nine mills.", "75", "unit", "own"),
        ("The builder, 45 percent owned by Holm, has asked for $6 million more.", "45", "builder", "own"),
        ("The plan is 80 percent funded by the union.", "80", "plan", "fund"),
    ],
)
def test_a_share_before_what_somebody_does_is_of_what_it_is_done_to(
    figure: Finder, head_of: HeadOf, text: str, number: str, head: str, event: str
) -> None:
    assert (head_of(text, number), figure(text, number).event) == (head, event)


@pytest.mark.parametrize("number", ["87", "14.20"])
def test_what_a_firm_adds_on_a_market_is_to_the_price_of_its_share(head_of: HeadOf, number: str) -> None:
    assert head_of("Brennick added 87 cents to $14.20.", number) == "share"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Orrin Steel lost 45 cents to $8.30, while Brennick gained 87 cents.", "45", "share"),
        ("Orrin Steel lost 45 cents to $8.30, while Brennick gained 87 cents.", "8.30", "share"),
        ("Orrin lost $1.45, or 3 percent, to $44.20.", "1.45", "share"),
        ("The charity added $4 million to its fund.", "4 million", "fund"),
        ("Holm shed 2.4 percent and Marenda added 1.9 percent.", "1.9", "Marenda"),
        ("Brennick added 87 cents to $14.20 and Orrin lost 1.3 percent.", "1.3", "Orrin"),
        ("Brennick agreed to pay $19 a share for Orrin.", "19", "share"),
        ("It will pay $1.20 a share in dividends for 2024.", "1.20", "dividend"),
        ("The dollar bought 124.3 yen, up from 123.8 yen.", "124.3", "dollar"),
        ("The dollar bought 124.3 yen, up from 123.8 yen.", "123.8", "dollar"),
        ("The euro fetched $1.0840.", "1.0840", "euro"),
        ("Coffee fetched 231 cents a pound.", "231", "coffee"),
        ("Dale bought $124 of bread.", "124", "bread"),
    ],
)
def test_a_price_is_of_what_is_traded(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "unit", "head"),
    [
        ("The council passed a 4.2 billion-mark budget.", "4.2 billion", "DEM", "budget"),
        ("Parliament approved a 31 billion-crown budget.", "31 billion", "XXX", "budget"),
        ("The Swedish parliament approved a 31 billion-crown budget.", "31 billion", "SEK", "budget"),
    ],
)
def test_money_joined_by_a_hyphen_is_of_the_noun_behind(
    figure: Finder, head_of: HeadOf, text: str, number: str, unit: str, head: str
) -> None:
    assert (figure(text, number).amount.unit, head_of(text, number)) == (unit, head)


def test_a_mark_that_is_passed_is_no_money(figure: Finder) -> None:
    assert figure("Sales passed the 4 billion-mark.", "4 billion").amount.unit is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The regulator hit the bank with a £9.6m fine on Tuesday for failing to check accounts.", "9.6m"),
        ("The bank was hit with a £9.6m fine.", "9.6m"),
        ("Orrin faces a $4 million fine.", "4 million"),
        ("The watchdog slapped a €2m fine on its rival.", "2m"),
    ],
)
def test_the_money_of_a_fine_is_the_fine(head_of: HeadOf, text: str, number: str) -> None:
    assert head_of(text, number) == "fine"


@pytest.mark.parametrize(
    "text",
    [
        "The plan is popular in the north, where seven in 10 back it.",
        "Hale is ahead in Selm, where seven in 10 voters back her.",
    ],
)
def test_those_who_back_something_somewhere_do_so(figure: Finder, text: str) -> None:
    assert figure(text, "seven in 10").event == "back"
