"""What those asked in a poll say, do or are."""

from collections.abc import Callable

import pytest
from finders import Finder

from addup.records import Reading


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Seventy percent of the 1,050 people asked opposed the plan.", "oppose"),
        ("In the survey, 70 percent of the voters questioned backed it.", "back"),
    ],
)
def test_what_those_asked_in_a_poll_say_is_the_event_not_that_they_were_asked(
    read: Callable[..., Reading], text: str, event: str
) -> None:
    assert read(text).figures[0].event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("Orr leads Bell by seven points, with 17 percent of voters still undecided.", "17", "undecided"),
        ("Four in 10 like her: 15% enthusiastic and 24% angry.", "24", "angry"),
        ("He has a 42%-49% approval rating.", "42", "approve"),
        ("He has a 42%-49% approval rating.", "49", "disapprove"),
        ("Her 70 percent job approval rating is high.", "70", "approve"),
        ("Orr is more likely to be seen as fair than in May, 64 percent to 56 percent.", "64", "see"),
        ("Women are more likely to trust her than to like Bell, 73 percent to 63 percent.", "63", "trust"),
        ("Fans of Orr say they should use the bridge that they walk on, 76%-21%.", "21", "say"),
        ("Women like her, although most oppose the bridge, 59%-28%.", "59", "oppose"),
        ("The poll shows Orr with 47 percent.", "47", "have"),
        ("She has a 16-point margin over Bell.", "16", "lead"),
        ("Orr is up from 37 percent in May.", "37", "be up"),
        ("Orr is up 9 points.", "9", "lead"),
        ("Orr has 40 percent overall.", "40", "have"),
    ],
)
def test_what_those_asked_do_or_are_stands_behind_their_share_or_closes_with_it(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(f"The Ridge College poll asked 900 voters. {text}", number).event == event


def test_the_share_of_who_follows_is_told_as_that_of_who_leads(figure: Finder) -> None:
    text = (
        "A poll showed Dolan with support of 31 percent of voters, followed by Orr at 17 percent, "
        "Bell at 13 percent and Hart at 8 percent."
    )
    assert {figure(text, number).event for number in ("31", "17", "13", "8")} == {"support"}
