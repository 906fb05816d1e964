"""Whether a figure is how far something moved, or a level."""

import pytest
from finders import Finder, HeadOf


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("Shares fell 2.1 percent on Friday.", "2.1", "down"),
        ("Sales rose by $4 million in May.", "4 million", "up"),
        ("Sales rose to $4 million in May.", "4 million", None),
        ("The bank announced an 18 percent drop in profits.", "18", "down"),
        ("In autumn the army called up 30,000 people.", "30,000", None),
        ("The firm cut 300 jobs.", "300", None),
        ("Profit jumped 45% to $5.8 million in May.", "45", "up"),
        ("Profit jumped 45% to $5.8 million in May.", "5.8 million", None),
        ("The index has lost 162 points on Friday.", "162", "down"),
        ("The index rose 64 points, or 1.4 percent, on Friday.", "1.4", "up"),
        ("The temperature dropped by 2 degrees Celsius (3.6 Fahrenheit).", "3.6", "down"),
        ("Output rose under 4 percent in May.", "4", "up"),
        ("The mill posted a 34% profit gain on Friday.", "34", "up"),
        ("The plan will reduce the staff by at least 6,000 people.", "6,000", "down"),
        ("The bus can carry up to 80 passengers.", "80", None),
        ("The new engine will save the line $300 million in fuel.", "300 million", "down"),
        ("The guard saved 300 people in the flood.", "300", None),
        ("Ferry sinks off Marrow island, 31 dead", "31", None),
        ("Payrolls increased by 150,000 jobs in May.", "150,000", "up"),
        ("Orel shares closed at $80.50, off $1, on Monday.", "1", "down"),
        ("The stock soared, closing up $11 to close at $50.", "11", "up"),
        ("The firm boosted its dividend 20% to three cents.", "20", "up"),
        ("The loss was due to the write-down of $40 million of goodwill.", "40 million", None),
        ("New loans continue to slow; they were $40 million in the quarter.", "40 million", None),
        ("The plan would sink $40 billion into the mines.", "40 billion", None),
        ("Revenues are off more than $182 million this year.", "182 million", "down"),
        ("They make up only about 7% of the members.", "7", None),
        ("Shares of the mill were down only 25 cents to $30 on Friday.", "25", "down"),
        ("Net income gained to 235 million euros ($260 million), or 6.70 euros a share.", "6.70", None),
        ("The board cut its dividend in half.", "half", "down"),
        ("It sold 40 carts, so the increase was 31 percent.", "31", "up"),
        ("The decline in sales was 12 percent.", "12", "down"),
        ("The rate was 12 percent.", "12", None),
        ("The board bought half of the mill.", "half", None),
        ("Earnings fell five cents a share short of forecasts.", "five", None),
        ("Ministers spoke of a 15 percent cutback in output.", "15", "down"),
        ("The plan could increase benefits 10% to 20%.", "10", "up"),
        ("The deal could boost the value of the mill by 5% to 10%.", "5% to 10", "up"),
        ("The firm plans to raise 175 million to 180 million euros.", "175 million to 180 million", None),
        ("The mills are cheap; Orel was up by 10 percent on Friday.", "10", "up"),
        ("Buyers pushed up the share price of Orel five pence to 720 pence.", "five", "up"),
        ("Buyers pushed up the share price of Orel five pence to 720 pence.", "720", None),
        ("Traders sent the stock down $2 to $30.", "2", "down"),
        ("Orel shares sank $1.25 to $30.", "1.25", "down"),
        ("Orel shares sank $1.25 to $30.", "30", None),
        ("Net income rose a lower-than-expected 5.2% to $238 million.", "5.2", "up"),
        ("The mill won a surprising 4% of the market.", "4", None),
        ("Orel missed its 5% growth target.", "5", "up"),
        ("Orel lost the county by 38 percentage points.", "38", None),
        ("Rallying hundreds of miners, Orel spoke of the strike.", "hundreds", None),
        ("A poll shows Orel up by 10 points in the north.", "10", None),
        ("Approval has risen 8 points since May and 12 points since June.", "12", "up"),
        ("The index was down 4.5% from May and 6.8% from April.", "6.8", "down"),
        ("The fund lost 3% in May and owned 5% of Orel.", "5", None),
        ("He's raised about $100,000 in two days.", "100,000", None),
        ("Orr has raised $2 million, more than half from miners.", "half", None),
        ("Orr had 44 percent fewer supporters in the north.", "44", "down"),
        ("Orr had 44 more supporters in the north.", "44", None),
        ("A year of school yields a 10% bump in income.", "10", "up"),
        ("Prices rise at a modest rate of 2.9%.", "2.9", "up"),
        ("The bank lends at a rate of 2.9%.", "2.9", None),
    ],
)
def test_a_change_is_told_from_a_level(figure: Finder, text: str, number: str, change: str | None) -> None:
    assert figure(text, number).change == change


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("Refiners processed 18 percent more than last year.", "18", "up"),
        ("Costs were 14% higher than planned.", "14", "up"),
        ("Orders were 30 percent below the level of May.", "30", "down"),
        ("The mine dug 40 tonnes less than in May.", "40", "down"),
        ("The ship is 40 years older than that.", "40", None),
        ("Prices were 12 percent higher in May.", "12", "up"),
        ("Smokers were 12 percent less likely to recover.", "12", "down"),
        ("The pill was tied to a 12 percent greater risk of stroke.", "12", "up"),
        ("Gold lost $4 on Monday.", "4", "down"),
        ("The firm lost $4 million on Monday.", "4 million", None),
        ("Wheat harvest seen 12 percent lower after drought", "12", "down"),
        ("He wants 12 percent higher wages.", "12", None),
    ],
)
def test_how_much_more_or_less_something_is_than_another_is_a_change(
    figure: Finder, text: str, number: str, change: str | None
) -> None:
    assert figure(text, number).change == change


def test_how_much_fewer_there_are_is_a_fall(figure: Finder) -> None:
    text = "The number of people out of work dropped by 20,000 to 1.69 million."
    assert [figure(text, number).change for number in ("20,000", "1.69 million")] == ["down", None]


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("Holm's lead is triple the lead that Bell had.", "triple", None),
        ("Holm tripled the lead that Bell had.", "tripled", "up"),
        ("Holm won 15 votes, which is three more than Bell did.", "three", None),
        ("It has 40 ships, 12 more than its rivals.", "12", None),
        ("It has 40 ships, 12 more than in May.", "12", "up"),
        ("It has 40 ships, 12 more than March's total.", "12", "up"),
    ],
)
def test_how_far_two_are_apart_is_no_change(
    figure: Finder, text: str, number: str, change: str | None
) -> None:
    assert figure(text, number).change == change


@pytest.mark.parametrize("number", ["36", "51"])
def test_how_an_election_came_out_is_no_change(figure: Finder, number: str) -> None:
    text = "The poll asked 900 voters. She lost the state 36 percent to 51 percent."
    assert figure(text, number).change is None


@pytest.mark.parametrize(
    ("text", "number", "change"),
    [
        ("Orr lost by 13 percentage points.", "13", None),
        ("The storm hid a decline in turnout of about 40 percent.", "40", "down"),
    ],
)
def test_a_margin_is_no_change_and_a_decline_in_something_is_one(
    figure: Finder, text: str, number: str, change: str | None
) -> None:
    assert figure(text, number).change == change


@pytest.mark.parametrize(
    "text", ["The boat sank two miles off the coast of Malta.", "The boat sank two miles north of Malta."]
)
def test_how_far_off_something_sank_is_no_change(figure: Finder, text: str) -> None:
    assert figure(text, "two").change is None


@pytest.mark.parametrize(
    ("text", "number", "head", "change"),
    [
        ("Beef rose 3 percent and pork 5 percent.", "5", "pork", "up"),
        ("Wheat fell 3 percent, corn 5 percent and rye 1 percent.", "1", "rye", "down"),
        ("Wheat fell $3, corn $5 and rye $1.", "5", "corn", "down"),
        ("Rent is up 12 percent and heating 30 percent.", "30", "heating", "up"),
        ("Exports grew 4 percent, imports 9 percent.", "9", "import", "up"),
        ("Sales rose 3 percent in Selm and 5 percent in Orrin.", "5", "sale", "up"),
    ],
)
def test_a_change_whose_verb_is_said_once_is_of_the_noun_beside_it(
    figure: Finder, head_of: HeadOf, text: str, number: str, head: str, change: str
) -> None:
    assert (head_of(text, number), figure(text, number).change) == (head, change)
