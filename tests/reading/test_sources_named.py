"""What the source of a figure is called: all of its name, and nothing around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from finders import figures, source_of

import addup
from addup.records import Figure


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("The agency raises the death toll of the flood to 267.", "267", "The agency"),
        ("Amid reports that 3,000 people had fled, the border was closed.", "3,000", "reports"),
        ("Mr. Bell, the ministry said, made 40 trips to the islands.", "40", "the ministry"),
        ("A group led by two directors, Jo Bell and Ada Stone, said it holds 45 ships.", "45", "A group"),
        (
            "Orel spent 40 million dollars, according to the Center for Open Politics.",
            "40 million",
            "the Center for Open Politics",
        ),
        ("Secretary of State Jo Bell said 40 had voted.", "40", "Jo Bell"),
        ("Shares of Halden Motors fell after it said 40 jobs would go.", "40", "Halden Motors"),
        ("One ministry official told the paper that 15 had died.", "15", "One ministry official"),
    ],
)
def test_speakers_are_named_in_full(text: str, number: str, source: str) -> None:
    found = figures(text)[number]
    assert found.source is not None
    assert found.source.text == source


def test_a_spokeswoman_is_meant_by_she() -> None:
    text = "A spokeswoman for Orel Pumps said the plant would close. She said 40 jobs would go."
    found = figures(text)["40"]
    assert found.source is not None
    assert found.source.text == "A spokeswoman"


def test_a_body_called_after_its_members_is_meant_by_it() -> None:
    text = "Nine people died, the coast guard said. No more than 20 people were injured, it added."
    told = [figure.source and figure.source.text for figure in addup.read(text).figures]
    assert told == ["the coast guard", "the coast guard"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor said the rebels fled. According to him, 30 soldiers died.", "The mayor"),
        ("The general said 30 soldiers died.", "The general"),
        ("The rebels fled, Sgt. Ana Bell said, and 30 soldiers died, she said.", "Ana Bell"),
        ("As many as 30 were missing, said Cmdr. Ana Bell, the coast guard's chief.", "Ana Bell"),
    ],
)
def test_ranks_and_pronouns_are_credited_like_any_other_speaker(text: str, source: str) -> None:
    found = figures(text)["30"].source
    assert found is not None
    assert (found.name or found.text) == source


@pytest.mark.parametrize(
    "body",
    [
        "Doctors Without Borders",
        "The Observatory for Human Rights",
        "The Office for the Coordination of Humanitarian Affairs",
        "The Committee of the Red Cross",
    ],
)
def test_a_body_has_its_whole_name(body: str) -> None:
    found = figures(f"{body} said that 30 people died.")["30"].source
    assert found is not None
    assert found.text == body


def test_a_time_is_no_source(figure: Callable[[str, str], Figure]) -> None:
    source = figure("More than 80 tremors had been recorded by noon, the institute said.", "80").source
    assert source is not None
    assert source.text == "the institute"


def test_a_name_that_looks_like_a_word_is_a_source(figure: Callable[[str, str], Figure]) -> None:
    source = figure("The WHO said on Monday that 34 people had died.", "34").source
    assert source is not None
    assert source.text == "The WHO"


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        (
            "Bell won 54 percent on Tuesday, according to exit polls (a margin wider than in May).",
            "54",
            "polls",
        ),
        (
            "Orel Corp., rumored a takeover target for six months, said that it rejected the offer.",
            "six",
            None,
        ),
        ("Limited, the owner of Orel Savings Bank, said it had closed 30 branches.", "30", "Limited"),
        (
            "Orel's board expects sales to grow by 20%, while Dimara Corp. based plans on a growth of 12%.",
            "12",
            None,
        ),
        ("Analysts expect sales to grow by 20%, while they cut costs.", "20", "Analysts"),
        ("Mr. Bell's popularity in the polls would never earn him $60 million.", "60 million", None),
    ],
)
def test_what_stands_around_a_report_is_not_taken_for_who_reports(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Rockton, Ill., maker of pumps said it lost $40 million.", "The Rockton, Ill., maker"),
        (
            "Brenna Savings Association, reeling from changes made by a council and the collapse of the "
            "junk-bond market, announced a loss of $40 million.",
            "Brenna Savings Association",
        ),
    ],
)
def test_a_source_ends_with_what_names_it(text: str, whose: str) -> None:
    assert source_of(text, "40 million") == whose
