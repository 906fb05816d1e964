"""What figures of polls, campaigns and parliaments count, and what is told of them."""

from collections.abc import Callable

import pytest

from addup.records import Figure

Finder = Callable[[str, str], Figure]


@pytest.mark.parametrize(
    ("text", "number", "head", "event"),
    [
        (
            "A survey found 41 percent support the toll and 36 percent oppose it.",
            "36",
            "respondent",
            "oppose",
        ),
        (
            "In the poll, 22 percent blame the port, 45 percent the state and 10 percent both.",
            "45",
            "respondent",
            "blame",
        ),
        (
            "In the poll, 34 percent view Orr favorably and 58 percent unfavorably.",
            "34",
            "respondent",
            "view",
        ),
        ("The poll is out. Just 12 percent name crime as an issue.", "12", "respondent", "name"),
        (
            "The poll is out. About 37 percent like him and 55 percent dislike him.",
            "37",
            "respondent",
            "like",
        ),
        ("The poll is out. Half back the plan.", "Half", "respondent", "back"),
        ("The poll is out. More than half doubt the results.", "half", "respondent", "doubt"),
        ("The poll asked voters. Men back Orr 50-41.", "50", "man", "back"),
        ("The poll found that 54 percent disapprove of his work.", "54", "respondent", "disapprove"),
        ("Only 22 percent trust the board to spend it well, the poll found.", "22", "respondent", "trust"),
        ("Sixty-one percent of women back the ban, while 33 percent oppose it.", "33", "woman", "oppose"),
        ("Some 35 percent of men back the ban.", "35", "man", "back"),
        ("Some 30 lawmakers back the bill, and 12 oppose it.", "30", "lawmaker", "back"),
        (
            "The board found that 60 of the nurses back Orr, while only 19 support Bell.",
            "19",
            "nurse",
            "support",
        ),
        ("Some 15 percent own a boat.", "15", "person", "own"),
        ("With 22 percent support a year ago, Orr was unknown.", "22", "support", "support"),
        ("It has a 12 percent rate.", "12", "rate", "have"),
        ("The poll is out. Some 39 percent of women are against the toll.", "39", "woman", "oppose"),
        ("The poll is out. Bell led, with 46 percent in favor.", "46", "respondent", "favor"),
        ("In a survey the peso fell 40 percent against the dollar.", "40", "peso", "fall"),
        (
            "The poll is out. Among men, Orr leads by 12 points; among women he trails by five.",
            "five",
            "woman",
            "trail",
        ),
        ("The poll asked voters. His support among whites is 52 percent.", "52", "whites", None),
    ],
)
def test_a_share_of_people_does_what_the_word_behind_it_says(
    figure: Finder, text: str, number: str, head: str, event: str | None
) -> None:
    found = figure(text, number)
    assert found.counted is not None
    assert (found.counted.head, found.event) == (head, event)
