"""Whose a figure is where only the sentences around say it."""

from __future__ import annotations

import pytest
from finders import figures, source_of


def test_what_follows_from_a_statement_is_its_speakers() -> None:
    found = figures(
        "The committee has collected $56 million, said Jo Bell, its president. "
        "That leaves $8 million to be found."
    )["8 million"]
    assert found.source is not None
    assert found.source.text == "Jo Bell"


@pytest.mark.parametrize("number", ["40", "45.2 million", "65", "1.7 billion"])
def test_what_a_firm_earned_goes_on_with_its_report_of_a_change_in_earnings(number: str) -> None:
    found = figures(
        "Orel Co. reported a 40% drop in quarterly earnings.\n\n"
        "The Kisumu company earned $45.2 million, or 65 cents a share. Sales were $1.7 billion."
    )[number]
    assert found.source is not None
    assert found.source.text == "Orel Co."


def test_a_part_of_those_just_named_is_credited_like_them() -> None:
    found = figures(
        "About 9,000 nurses work in the north, according to the union. "
        "Nearly a third of those with children live abroad."
    )["a third"]
    assert found.source is not None
    assert found.source.text == "the union"


def test_the_sentence_behind_a_report_of_a_deal_goes_on_with_it() -> None:
    found = figures(
        "Orel Co. said it extended its offer for Ridge Inc. until Friday. "
        "The offer, valued at $576 million, had been set to expire."
    )["576 million"]
    assert found.source is not None
    assert found.source.text == "Orel Co."


def test_the_terms_of_a_deal_are_told_by_who_announced_it() -> None:
    found = figures("Orel Co. said it would buy Ridge Inc. Terms call for payment of 550,000 shares.")
    source = found["550,000"].source
    assert source is not None
    assert source.text == "Orel Co."


def test_figures_that_were_made_known_go_on_to_the_end_of_their_paragraph() -> None:
    found = figures(
        "The figures showed that 9 percent of nurses had left. The rate for the north rose 3 percent.\n\n"
        "The ministry has 40 offices."
    )
    assert found["3"].source is not None
    assert found["3"].source.text == "The figures"
    assert found["40"].source is None


def test_a_firm_that_earned_something_is_not_credited_to_another_that_reported() -> None:
    text = (
        "Orel Corp. said its profit rose 35% in May. It was a good month for ships.\n\n"
        "In the nine months, Norsk Inc. earned $315 million."
    )
    assert figures(text)["315 million"].source is None


def test_a_deal_that_is_known_goes_on_to_the_end_of_its_paragraph() -> None:
    text = (
        "Orel Corp. said it adopted a plan to protect its holders. "
        "The plan gives holders 3 rights for each share. Each right lets them buy 2 shares.\n\n"
        "The dividend will be paid on 4 shares."
    )
    found = figures(text)
    assert [found[number].source.text for number in "32"] == ["Orel Corp.", "Orel Corp."]  # type: ignore[union-attr]
    assert found["4"].source is None


def test_a_year_before_for_comparison_is_the_outlets_unless_the_company_has_it() -> None:
    report = "Orel Corp. reported a loss of $3 million for the quarter.\n\n"
    named = figures(report + "In the year-earlier quarter, Orel Corp. had net income of $8 million.")[
        "8 million"
    ]
    assert named.source is None
    bare = figures(report + "In the year-earlier quarter, the company had net income of $8 million.")[
        "8 million"
    ]
    assert bare.source is not None


def test_what_is_so_according_to_somebody_goes_on_with_the_same_verb() -> None:
    found = figures(
        "Stone is paying $75 for a spot, according to the harbour office. Hill is paying $375 for one. "
        "The town has 40 stations."
    )
    assert found["375"].source is not None
    assert found["375"].source.text == "the harbour office"
    assert found["40"].source is None


@pytest.mark.parametrize(
    "text",
    [
        "The agency said that Stone raised $3 million by May. Stone spent $20 million on spots.",
        "The agency said that Stone raised $3 million by May. Hill raised $20 million.",
        "The agency said that a bridge fell in May. As a result, $20 million was spent.",
    ],
)
def test_what_a_body_told_goes_on_with_the_same_subject_or_verb_and_where_a_sentence_adds(text: str) -> None:
    assert source_of(text, "20 million") == "The agency"
    assert source_of(text.replace("The agency", "The senator"), "20 million") is None
    assert source_of(text.replace(". ", ".\n\n", 1), "20 million") is None


def test_what_a_report_found_goes_on_in_its_paragraph_and_with_the_same_subject() -> None:
    text = (
        "New claims rose 7,000 to 265,000, the harbour office said. Last week's claims were cut by 1,000.\n\n"
        "The claims report showed that 240,000 sailors got aid. The four-week average fell 9,250.\n\n"
        "The port has 15 berths."
    )
    assert source_of(text, "1,000") == "the harbour office"
    assert source_of(text, "9,250") == "The claims report"
    assert source_of(text, "15") is None


def test_a_share_of_those_doing_something_draws_on_nothing_said_before() -> None:
    text = (
        "The ambulance service said it had treated nine people.\n\n"
        "In a ballot last month, 88 percent of those voting backed the strike."
    )
    assert figures(text)["88"].source is None


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("The ministry said 40 sailors had died. Another 12 were missing.", "12", "The ministry"),
        ("The ministry said 40 sailors had died. Twelve others were hurt.", "Twelve", "The ministry"),
        ("At least 40 sailors died, the ministry said. Dozens more were hurt.", "Dozens", "the ministry"),
        ("The agency said 4,000 people had fled. Some 1,200 are in camps.", "1,200", "The agency"),
        ("The agency said 4,000 people had fled. About 1,200 of them are in camps.", "1,200", "The agency"),
        ("The ministry said 40 had died. At least 12 boys were among the dead.", "12", "The ministry"),
        (
            "The minister said the road would open in May. It would cost $40 million.",
            "40 million",
            "The minister",
        ),
        ("The council backed the road in May. It would cost $40 million.", "40 million", None),
        ("The bank said it would cut costs. About 300 jobs would go.", "300", "The bank"),
        ("The bureau said exports rose 4 percent. Imports fell 2 percent.", "2", "The bureau"),
        ("The bureau said exports rose 4 percent. The bank cut its rate to 2 percent.", "2", None),
        ("The bank said profit rose 4 percent. Its shares fell 2 percent.", "2", None),
        ("They found that 40 percent of nurses slept badly. Only 12 percent of cooks did.", "12", "They"),
        ('"It is sad," said the mayor. Some 300 came to the meeting.', "300", None),
        ("The ministry said 40 sailors had died. Some 300 soldiers were sent to Selm.", "300", None),
        ("The two met in May, Vale said. The two taped a show of 12 minutes.", "12", None),
    ],
)
def test_more_of_those_told_of_and_what_would_come_go_on_with_a_report(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Police gave no cause. They said 40 people had been hurt.", "Police"),
        ("Doctors at the clinic were overwhelmed. They said they had treated 40 people.", "Doctors"),
        ("The fire tore on. Officials gave no cause. They said 40 people were ill.", "Officials"),
        ("Police sealed off the square. They put the crowd at 40.", "Police"),
    ],
)
def test_they_are_those_of_the_sentence_before_though_that_tells_no_number(text: str, whose: str) -> None:
    assert source_of(text, "40") == whose
