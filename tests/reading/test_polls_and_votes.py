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


@pytest.mark.parametrize(
    ("text", "number", "head", "event"),
    [
        ("The bill passed the Senate 62-38 on Monday.", "62", "vote", "pass"),
        ("The bill passed the Senate 62-38 on Monday.", "38", "vote", "pass"),
        ("The bill, which passed the House 240-190 in May, died.", "190", "vote", "pass"),
        ("The no-confidence motion failed, 210-199.", "210", "vote", "fail"),
        ("The nomination cleared the panel 12-10 on Tuesday.", "12", "vote", "clear"),
        ("The council blocked the plan on Monday, 8-5.", "5", "vote", "block"),
        ("The court ruled 6-2 that the map was void.", "2", "judge", "rule"),
        ("Senators rejected the amendment on a 45-55 vote.", "55", "vote", "reject"),
        ("The Reds are expected to win 20 seats, the Blues 18 and the Greens four.", "18", "seat", "win"),
    ],
)
def test_what_a_body_decides_is_by_votes(
    figure: Finder, text: str, number: str, head: str, event: str
) -> None:
    found = figure(text, number)
    assert found.counted is not None
    assert (found.counted.head, found.event) == (head, event)


def test_what_a_body_rejects_by_so_many_is_no_denial(figure: Finder) -> None:
    assert figure("Senators rejected the amendment on a 45-55 vote.", "55").stance == "stated"


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("A poll of voters shows Orr at 47, Bell at 41 and Dunn at 6.", "41", "%"),
        ("A poll of voters shows Orr at 47, Bell at 41 and Dunn at 6.", "6", "%"),
        ("A poll of voters has Orr ahead of Bell, 48 percent to 42.", "42", "%"),
        ("In the poll, Orr had 44 percent to 41 for Bell.", "41", "%"),
        ("In the poll, Orr gets 44 percent, Bell 41, Dunn 7 and Reyes 2.", "7", "%"),
        ("In the election the Greens won 31.2 percent, the Reds 24.5, the Blues 20 and Orr 12.", "12", "%"),
        ("The poll of voters puts Orr at 21 percent, followed by Bell (15) and Dunn (11).", "15", "%"),
        ("In the poll of voters, Orr leads by 15 points, 53 to 38.", "38", "%"),
        ("The poll of voters found that nurses prefer Orr by 8.", "8", "pp"),
        ("In the poll of voters, Orr is up 3 in Selm and down 2 in Orel.", "2", "pp"),
        ("The index fell 3 percent to 42, a poll found.", "42", None),
    ],
)
def test_results_of_polls_leave_out_per_cent(
    figure: Finder, text: str, number: str, unit: str | None
) -> None:
    assert figure(text, number).amount.unit == unit
