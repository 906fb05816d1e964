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


def test_what_somebody_gets_is_not_what_its_money_is(head_of: HeadOf) -> None:
    assert head_of("The sale netted the town $6 million.", "6 million") == "sale"


def test_no_millions_are_per_cent(figure: Finder) -> None:
    text = "Sales were 310 million euros, down 2 percent from 316 million a year earlier."
    assert figure(text, "316 million").amount.unit == "EUR"


@pytest.mark.parametrize(
    ("text", "number", "head", "event", "source"),
    [
        ("Police: 6 shot in Selm", "6", "person", "shoot", "Police"),
        ("Officials: 14 killed in Orrin blast", "14", "person", "kill", "Officials"),
        ("6 shot, 2 killed in Selm bar", "6", "person", "shoot", None),
        ("6 shot, 2 killed in Selm bar", "2", "person", "kill", None),
        ("Minister: 300 schools to close", "300", "school", "close", "Minister"),
        ("Brennick profit up 12 pct", "12", "profit", "be up", None),
        ("Brennick shares up 4 pct", "4", "share", "be up", None),
        ("Dale wins by 1 shot", "1", "shot", "win", None),
        ("12 ways to save money", "12", "way", "save", None),
    ],
)
def test_headlines_leave_their_verbs_out(
    figure: Finder, head_of: HeadOf, text: str, number: str, head: str, event: str, source: str | None
) -> None:
    found = figure(text, number)
    named = found.source.text if found.source is not None else None
    assert (head_of(text, number), found.event, named) == (head, event, source)


@pytest.mark.parametrize(
    ("text", "number", "stance"),
    [
        ("Selm council to raise tax 4%", "4", "expected"),
        ("Minister: 300 schools to close", "300", "expected"),
        ("Holm says to cut 400 jobs", "400", "expected"),
        ("Holm is thinking of closing 12 shops.", "12", "expected"),
        ("Holm mulls closing 12 shops", "12", "expected"),
        ("The government promised to free 200 prisoners.", "200", "expected"),
        ("The firm is said to own 40 houses.", "40", "stated"),
        ("12 ways to save money", "12", "stated"),
    ],
)
def test_what_somebody_has_in_mind_is_still_to_come(
    figure: Finder, text: str, number: str, stance: str
) -> None:
    assert figure(text, number).stance == stance


def test_what_is_promised_to_be_done_is_the_event(figure: Finder) -> None:
    assert figure("The government promised to free 200 prisoners.", "200").event == "free"


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("31 percent of the houses are empty (source: the ministry).", "31", "the ministry"),
        ("Exports rose 4 percent (Source: Marenda Customs). Imports fell 3 percent.", "4", "Marenda Customs"),
        ("Exports rose 4 percent (Source: Marenda Customs). Imports fell 3 percent.", "3", None),
    ],
)
def test_a_note_in_brackets_credits_its_sentence(
    figure: Finder, text: str, number: str, source: str | None
) -> None:
    found = figure(text, number).source
    assert (found.text if found is not None else None) == source


def test_one_who_died_counts_though_no_other_number_stands_beside(figure: Finder, head_of: HeadOf) -> None:
    text = "Two people were injured. One died."
    assert (head_of(text, "One"), figure(text, "One").event) == ("person", "die")


@pytest.mark.parametrize("number", ["48", "42"])
def test_the_shares_behind_a_lead_are_shares(figure: Finder, number: str) -> None:
    assert figure("Hale leads Dorr by six percentage points, 48 to 42.", number).amount.unit == "%"


def test_points_of_a_game_are_no_shares(figure: Finder) -> None:
    assert figure("Selm won by 6 points, 48 to 42.", "48").amount.unit is None


def test_those_whose_choice_somebody_is_choose(figure: Finder, head_of: HeadOf) -> None:
    text = "In the poll Hale was the choice of 41 percent."
    assert (head_of(text, "41"), figure(text, "41").event) == ("respondent", "choose")


def test_where_somebody_moved_later_is_no_place(figure: Finder) -> None:
    assert figure("She taught 40 children before she moved to Spain.", "40").place is None


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Seven in ten think prices will rise.", "Seven in ten", "think"),
        ("Fewer than one in ten trusts the party chief.", "one in ten", "trust"),
        ("One in three backs it.", "One in three", "back"),
        ("Forty-four percent worry about their job.", "Forty-four", "worry"),
        ("In Selm 59 percent disapprove.", "59", "disapprove"),
    ],
)
def test_people_have_opinions(figure: Finder, head_of: HeadOf, text: str, number: str, event: str) -> None:
    assert (head_of(text, number), figure(text, number).event) == ("person", event)


def test_a_plural_behind_one_in_two_is_no_verb(head_of: HeadOf) -> None:
    assert head_of("One in ten uses is wrong.", "One in ten") == "use"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The fund sold its 18 percent stake in Orrin. The buyer now has 31 percent.", "31", "Orrin"),
        ("Minority owners control a third.", "a third", "stock"),
        ("The founders keep 38 percent.", "38", "stock"),
        ("The judge awarded her $2 million. Her lawyers keep 30 percent.", "30", "money"),
        ("Shares of Marenda Power tumbled 7 percent.", "7", "share"),
        ("One euro cost 160 yen.", "160", "euro"),
        ("The loan bears interest of 4.5 percent a year.", "4.5", "interest"),
    ],
)
def test_a_share_or_sum_is_of_what_the_text_tells_of(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Holm is weighing the closure of two creameries.", "two"),
        ("Hale: 300 nurses to be hired by May", "300"),
    ],
)
def test_what_is_weighed_or_to_be_done_is_still_to_come(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).stance == "expected"


def test_a_sum_with_decimals_takes_no_cents_to_it(figure: Finder) -> None:
    assert figure("A loaf now costs 2.10 euros, 30 cents more than in May.", "2.10").amount.unit == "EUR"


@pytest.mark.parametrize("number", ["212", "6,410"])
def test_pounds_a_tonne_are_money(figure: Finder, number: str) -> None:
    text = "Cocoa rose 212 pounds to 6,410 pounds a tonne."
    assert figure(text, number).amount.unit == "GBP"


def test_pounds_a_week_are_a_weight(figure: Finder) -> None:
    assert figure("He lost 2 pounds a week.", "2").amount.unit == "pound"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The budget was voted down 812 to 640.", "812", "vote"),
        ("The budget was voted down 812 to 640.", "640", "vote"),
        ("A new flat costs 390,000 euros to build.", "390,000", "flat"),
        ("Dale profit down a third on weak van sales", "a third", "profit"),
    ],
)
def test_clauses_told_in_few_words(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


def test_a_price_that_closed_up_rose(figure: Finder) -> None:
    assert figure("The shares closed 8 percent up at 22.68.", "8").change == "up"


def test_what_talks_are_about_is_still_to_come(figure: Finder) -> None:
    assert figure("It is in talks to lease six jets.", "six").stance == "expected"
