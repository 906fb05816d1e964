"""Whose a figure is where several speak, where a poll is one of several, and where somebody asks or sees."""

from __future__ import annotations

import pytest
from finders import source_of


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        (
            "Orel reported earnings of $3 a share, above the $2 that analysts were looking for.",
            "2",
            "analysts",
        ),
        (
            "The mayor said the toll was closer to 200 than the 900 previously feared by officials.",
            "900",
            "officials",
        ),
        (
            "Police counted 4,000 marchers, far below the 12,000 claimed by organizers.",
            "12,000",
            "organizers",
        ),
        (
            "More than 5,000 people, organizers said, or 3,000 by police estimates, marched.",
            "3,000",
            "police",
        ),
        (
            "More than 5,000 people, organizers said, or 3,000 by police estimates, marched.",
            "5,000",
            "organizers",
        ),
        (
            "The Chinese mainland reported 138 new cases on Tuesday, the ministry announced.",
            "138",
            "the ministry",
        ),
        ("The Red Cross said its volunteers had counted 2,300 ruined houses.", "2,300", "The Red Cross"),
        (
            "The act gave papers directly to what advocates estimated were more than 400 foreign orphans"
            " who came.",
            "400",
            "advocates",
        ),
        ("Growth was 0.4 percent, data showed, while joblessness edged up to 5.2 percent.", "5.2", "data"),
    ],
)
def test_each_amount_of_a_sentence_is_that_of_who_gives_it(text: str, number: str, source: str) -> None:
    assert source_of(text, number) == source


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("An Orel Press reporter saw 11 bodies along the road.", "11", "An Orel Press reporter"),
        ("Bookmakers had given the opposition just a 12 percent chance.", "12", "Bookmakers"),
        ("Health officials confirmed 37 new cases, bringing the total to 612.", "612", "Health officials"),
        ("One of them said the campaign has $6 million left.", "6 million", "One of them"),
        ("Jo Bell sees the rate at 4.25 percent by May.", "4.25", "Jo Bell"),
        ("Exporters put the losses at twice that amount.", "twice", "Exporters"),
        ("The Orel Fund has appealed for $42 million.", "42 million", "The Orel Fund"),
        ("Jo Bell called for the price of gas to be cut by 20 percent.", "20", "Jo Bell"),
        ("The study assumes that 38 million people would use more care.", "38 million", "The study"),
        ("Analysts polled by Orel forecast growth of 4 percent.", "4", "Analysts"),
        ("A survey by Ridge College had him at 4 percent.", "4", "Ridge College"),
    ],
)
def test_verbs_report_by_what_stands_beside_them(text: str, number: str, source: str) -> None:
    assert source_of(text, number) == source


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The governor can call up 200,000 guards for up to 180 days.", "180"),
        ("The terms call for Orel to issue 40 shares.", "40"),
        ("Jo Bell put the house on the market at $139,000.", "139,000"),
        (
            "The loss included a charge of $40 million announced in May. The dam cost 5 billion euros.",
            "5 billion",
        ),
    ],
)
def test_who_does_something_with_an_amount_reports_nothing(text: str, number: str) -> None:
    assert source_of(text, number) is None


@pytest.mark.parametrize(
    ("behind", "number"),
    [
        ("The other three had been let go.", "three"),
        ("Of the wounded, three were children.", "three"),
    ],
)
def test_the_rest_and_a_part_of_those_told_of_are_credited_like_them(behind: str, number: str) -> None:
    text = f"Nine of the wounded were in hospital on Monday, according to the army. {behind}"
    assert source_of(text, number) == "the army"


@pytest.mark.parametrize(
    ("behind", "number"),
    [("Of that, $12 million came from fines.", "12 million"), ("In 2010 it had 11.", "11")],
)
def test_a_number_that_needs_the_sentence_before_is_said_by_who_speaks_there(
    behind: str, number: str
) -> None:
    assert source_of(
        f"The Treasury said the office had 40 clerks and took in $40 million. {behind}", number
    ) == ("The Treasury")


def test_what_a_plan_would_do_is_not_said_by_who_spoke_of_something_else() -> None:
    text = "Jo Bell said the cuts would save $28 billion. Under the plan, firms would pay 80 percent of it."
    assert source_of(text, "80") is None


def test_a_subject_named_in_what_is_said_is_not_who_says_it() -> None:
    text = (
        "Chet Ames predicted a loss of 40 percent. When Louisburg chose a ban, he said, seven taverns closed."
    )
    assert source_of(text, "seven") == "Chet Ames"


def test_they_may_be_those_who_spoke_at_the_end_of_the_paragraph_before() -> None:
    text = "Most roads are open, union leaders said.\n\nSome 40 trucks still block the bridge, they said."
    assert source_of(text, "40") == "union leaders"


_OPENING = (
    "Jo Bell leads by nine points, a new Ridge College poll shows.\n\n"
    "She has the support of 49 percent of voters."
)


def test_polls_in_general_do_not_take_the_place_of_the_poll_that_goes_on() -> None:
    text = f"{_OPENING} Many other polls show her ahead.\n\nJust 28 percent of voters trust her rival."
    assert source_of(text, "28") == "Ridge College poll"


def test_an_earlier_poll_is_held_beside_one_and_does_not_go_on() -> None:
    text = (
        f"{_OPENING} Her rival held a two-point lead in the college's June survey.\n\n"
        "He is getting just 82 percent of Republicans."
    )
    assert source_of(text, "82") == "Ridge College poll"


def test_what_economists_were_asked_is_no_source_for_what_came_to_be() -> None:
    text = (
        "The bank left its rate at 4.75 percent, in line with forecasts of 31 economists in an Orel survey."
        " Unemployment edged up to 5.2 percent."
    )
    assert source_of(text, "4.75") is None
    assert source_of(text, "5.2") is None
