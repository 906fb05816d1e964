"""What a figure counts."""

from collections.abc import Callable

import pytest

from addup.records import Figure

Finder = Callable[[str, str], Figure]


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Some 4,200 nurses walked out on Monday.", "4,200", "nurse"),
        ("Hundreds of people left the valley overnight.", "Hundreds", "person"),
        ("The 16-nation bloc met on Monday.", "16", "nation"),
        ("Firms sold a 22-story building in the port.", "22", "story"),
        ("At least 61 were killed in the flood, officials said.", "61", "person"),
        ("The storm killed 12 farmers and injured 40.", "12", "farmer"),
        ("There were 39 deaths in the province last year.", "39", "person"),
        ("The crew of nine left the ship.", "nine", "crew"),
    ],
)
def test_a_count_is_of_its_noun_or_of_people(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The mill reported a loss of $3.1 million for the quarter.", "3.1 million", "loss"),
        ("The $40 million offering was delayed.", "40 million", "offering"),
        ("Sales rose 8% to $20 million from $18.5 million.", "20 million", "sale"),
        ("Sales rose 8% to $20 million from $18.5 million.", "18.5 million", "sale"),
        ("The ministry will spend $90 million in aid this year.", "90 million", "aid"),
        ("The company lost $7 million in May.", "7 million", "loss"),
    ],
)
def test_money_is_of_what_it_pays_or_measures(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("About 46 percent of voters back the plan.", "46", "voter"),
        ("The group bought a 30% stake in the airline.", "30", "airline"),
        ("The bank announced an 18 percent drop in profits.", "18", "profit"),
        ("Revenue fell 2.1 percent in the third quarter.", "2.1", "revenue"),
    ],
)
def test_a_share_is_of_its_whole(figure: Finder, text: str, number: str, head: str) -> None:
    counted = figure(text, number).counted
    assert counted is not None
    assert counted.head == head


def test_an_amount_in_brackets_is_of_what_stands_before_it(figure: Finder) -> None:
    text = "The army flew in 90 pounds (41 kilograms) of medicine."
    assert figure(text, "41").counted == figure(text, "90").counted


def test_a_whole_figure_spans_hedge_number_and_noun(figure: Finder) -> None:
    found = figure("Police said that more than 1,200 people had marched.", "1,200")
    assert found.span.text == "more than 1,200 people"
