"""Whose a figure is not, though somebody speaks beside it or before it; and for whom a pronoun speaks."""

from __future__ import annotations

import pytest
from finders import source_of

NURSES = "The union said 300 nurses had left the clinics since May. "


def test_a_paragraph_about_a_deal_is_the_outlets() -> None:
    text = "Orel Co. said it extended its offer for Ridge Inc.\n\nThe offer, valued at $576 million, is over."
    assert source_of(text, "576 million") is None


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        (NURSES + "That is one reason for the 12-hour shifts.", "12", None),
        (NURSES + "That is due to the 12-hour shifts.", "12", None),
        (NURSES + "That would be a problem for the 12 clinics of the north.", "12", None),
        (NURSES + "That means the 12 clinics in Selm will close.", "12", None),
        (NURSES + "That is 40 more than a year ago.", "40", "The union"),
        (NURSES + "That is up from 200 a year ago.", "200", "The union"),
        (NURSES + "That is fewer than the 400 of last year.", "400", "The union"),
        (NURSES + "That was a third of them.", "a third", "The union"),
        (NURSES + "That leaves 900 at work.", "900", "The union"),
    ],
)
def test_that_goes_on_with_a_number_and_not_with_what_the_outlet_makes_of_it(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Jo Bell said on Monday that Max Orr was late. He said 40 boats burnt.", "40", "Jo Bell"),
        ("Jo Bell told 9 reporters that Max Orr was late. He added that 40 boats burnt.", "40", "Jo Bell"),
        ("Paul Bell was beaten after Max Orr won 9 votes. He said 40 boats burnt.", "40", "Paul Bell"),
        ("Paul Bell lost by 9 votes, and Max Orr won. He said 40 boats burnt.", "40", "Max Orr"),
        ("Paul Bell lost 9 votes to Max Orr. He said 40 boats burnt.", "40", "Paul Bell"),
        (
            "The plan was backed by Rosa Orr, the ranking member of the Senate Harbour Committee, who "
            'said none of 12 boats came from Ann Bell.\n\n"There were 40," she said.',
            "40",
            "Rosa Orr",
        ),
    ],
)
def test_he_is_whom_the_main_clause_is_about(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("The report blamed Orel Bank for 9 fires. It added that 40 boats burnt.", "40", "The report"),
        (
            "Orel Corp. sold 9 mills. A 2-page memo was angry. It said 40 jobs would go.",
            "40",
            "A 2-page memo",
        ),
        (
            'A letter of 9 pages from its staff asked the Orel Bank.\n\n"It took 40 days," it said.',
            "40",
            "A letter",
        ),
        (
            "The Greens won 9 seats. The ministry will spend more than the $40 it expects to earn.",
            "40",
            "The ministry",
        ),
        ("Orel Corp. sold 30 mills to Hill Bank. It said the price was $40.", "40", "Orel Corp."),
        ("The survey asked 900 nurses. It expects 40 to leave.", "40", "It"),
    ],
)
def test_it_is_the_body_or_the_document_that_was_told_of_last(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("I asked people on Wall Street about it. They said it costs $40.", "40", "They"),
        ("Residents said the army came. Soldiers took 40 men, they said.", "40", "Residents"),
        ("Three groups have paid $40, they told the paper.", "40", "Three groups"),
        ("Authorities searched the harbour for 9 days. They said 40 boats burnt.", "40", "Authorities"),
        ("Orel Corp. said on Monday that sales fell. They expect a loss of $40.", "40", "Orel Corp."),
    ],
)
def test_they_are_who_spoke_or_did_something_and_no_body_named_in_passing(
    text: str, number: str, whose: str
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The board announced two days earlier that it would look for 40 nurses.", "two"),
        ("Bell won, Radio Orel declared on Thursday, two days after voters went to the polls.", "two"),
        ("Jo Bell said two days after the fire that 40 had died.", "two"),
        ("The ministry reported 40 deaths three weeks later.", "three"),
        ("As proof, Jo Bell pointed to attacks by two men.", "two"),
        ("The bank wrote off 40 loans, and it is fair to say 12 more are bad.", "12"),
        ("That's 30 states with 309 votes.", "309"),
        ("The Orel campaign did not respond to several questions.", "several"),
        ("The Murphy call did not mention that Bell wanted $40 million.", "40 million"),
        ("Max Orr never said that 40 had died.", "40"),
        ("Max Orr admitted 40 students to the school.", "40"),
        ("The hospital admitted 40 patients.", "40"),
    ],
)
def test_when_it_was_told_and_what_nobody_or_anybody_says_has_no_source(text: str, number: str) -> None:
    assert source_of(text, number) is None


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Jo Bell said the fire began two days ago.", "two", "Jo Bell"),
        ("Jo Bell said 40 men came two days after the fire.", "two", "Jo Bell"),
        ("The port closed two days after the fire, Jo Bell said.", "two", "Jo Bell"),
        ("Jo Bell said that at one point earlier in the race Orr led by 50 votes.", "one", "Jo Bell"),
        ("The ministry pointed to 40 deaths in May.", "40", "The ministry"),
        ("Exports are weak, and she pointed to a fall of 40 percent in May.", "40", "she"),
        ("The police were quick to say that 40 had died.", "40", "The police"),
        ("Jo Bell says Orr wanted to admit 250,000 refugees.", "250,000", "Jo Bell"),
        ("Jo Bell admitted 40 mistakes.", "40", "Jo Bell"),
    ],
)
def test_what_is_told_of_a_time_or_pointed_to_is_said(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        (
            "The El Paso, Texas, maker of boots and leather accessories said the stock pays 12%.",
            "12",
            "The El Paso, Texas, maker",
        ),
        ("Lansing, Mich.-based First of Kenya said it will cut 13 posts.", "13", "First of Kenya"),
        ("The President of Kenya said 40 had died.", "40", "The President"),
        ("As for Jo Bell, the letter noted that 40 men had left.", "40", "the letter"),
        (
            "Orel gets, according to one report, $234 million from Kenya, but not without dispute.",
            "234 million",
            "one report",
        ),
        (
            "The clerk of nearly four years, a registered Republican who spoke on Monday, said "
            "the firm allows 12 weeks.",
            "12",
            "The clerk",
        ),
    ],
)
def test_a_source_has_its_name_and_nothing_of_what_stands_beside(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        (
            "Figures released Tuesday by the Commerce Department show that orders fell 2 percent.",
            "2",
            "the Commerce Department",
        ),
        ("Statistics compiled by the union show that 80 miners have died.", "80", "the union"),
        ("Court papers show that Orr owed $9 million to a bank.", "9 million", "Court papers"),
        ("Tapes made in May show the senator took 40 calls.", "40", "Tapes"),
        ("Doctors worry that 500 people will fall ill.", "500", "Doctors"),
    ],
)
def test_documents_that_show_are_credited_with_a_participle_between(
    text: str, number: str, whose: str
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("The rate fell to 5 percent, the bureau said. In Orel the rate was 9 percent.", "9", "the bureau"),
        ("The fee is $40, the club says. In Selm the figure is $55.", "55", "the club"),
        ("The rate fell to 5 percent, the bureau said. It was 6 percent in 2010.", "6", "the bureau"),
        (
            "The doctors saw 900 babies. Babies born late slept 10 percent less, they found.",
            "10",
            "The doctors",
        ),
    ],
)
def test_another_amount_of_what_was_told_goes_on_and_those_who_find_are_not_those_studied(
    text: str, number: str, whose: str
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    "text",
    [
        "Proceeds from the sale, expected to total $400 million, will go to pay down debt.",
        "Proceeds, estimated at $400 million, were used to repay debt.",
        "Earnings, forecast at $400 million, will be out on Friday.",
    ],
)
def test_what_is_expected_between_commas_is_told_by_nobody(text: str) -> None:
    assert source_of(text, "400 million") is None


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The city's homicide count hit 100, police said.", "police"),
        ("Selm's population count reached 100, the census office announced.", "the census office"),
        ("The county's murder tally stood at 100, the sheriff said.", "the sheriff"),
        ("The province's death toll has reached 100.", None),
        ("The ministry's death toll stood at 100.", "The ministry"),
        ("The Red Cross's count reached 100.", "The Red Cross"),
        ("The country's own estimate is 100.", "The country"),
    ],
)
def test_a_place_counts_nothing_that_is_counted_in_it(text: str, whose: str | None) -> None:
    assert source_of(text, "100") == whose


def test_an_index_may_show_something() -> None:
    assert source_of("Prices rose 4 percent, the Landway index showed.", "4") == "the Landway index"
