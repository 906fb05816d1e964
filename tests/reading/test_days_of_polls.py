"""Which days the figures of polls and votes cover."""

from datetime import date

import pytest
from finders import Finder, days

import addup


def test_what_a_poll_found_is_of_the_days_on_which_it_was_taken(figure: Finder) -> None:
    text = (
        "Some 46 percent of voters would choose the mayor in Sunday's vote. "
        "The poll was conducted from May 2 to 6, with a sample of 804 adults."
    )
    assert figure(text, "46").period == figure(text, "804").period == days("2024-05-02", "2024-05-06")


def test_a_poll_is_not_of_the_day_on_which_it_came_out(figure: Finder) -> None:
    text = (
        "The mayor is holding on to a lead of 6 points, by a poll released Wednesday. "
        "A third of the town is undecided. Hill University conducted the poll from May 2-6."
    )
    assert figure(text, "6").period == figure(text, "A third").period == days("2024-05-02", "2024-05-06")


def test_a_poll_is_not_of_the_days_of_the_last_one(figure: Finder) -> None:
    text = (
        "Bell has 45 percent support in a new Tarn poll. His support rose four points since the last poll in "
        "March."
    )
    assert not figure(text, "45").period.known


def test_votes_given_over_some_days_are_of_all_of_them(figure: Finder) -> None:
    text = "The party says 31,000 members cast votes from May 1-8. Orr received 71 percent of the vote."
    assert figure(text, "31,000").period == days("2024-05-01", "2024-05-08")
    assert figure(text, "71").period == days("2024-05-01", "2024-05-08")


def test_what_came_out_of_a_vote_is_of_its_day(figure: Finder) -> None:
    text = (
        "Orr was beaten in the state caucuses on Monday by Selm.\n\nThe loss is no end. Many have come back"
        " from worse.\n\nHe won just 21 percent among the young."
    )
    assert figure(text, "21").period == days("2024-05-13", "2024-05-13")


def test_those_asked_on_their_way_out_spoke_on_the_day_of_the_vote(figure: Finder) -> None:
    text = (
        "Orr won the primary on Tuesday.\n\nExit poll data showed worry. About three out of 10 voters said"
        " taxes were too high."
    )
    assert figure(text, "three out of 10").period == days("2024-05-14", "2024-05-14")


def test_a_move_since_an_earlier_poll_ends_with_the_poll(figure: Finder) -> None:
    text = (
        "Approval of Orr has risen 8 points since March and 12 points since January. The poll was conducted"
        " May 6 to 9 by telephone."
    )
    assert figure(text, "8").period == days("2024-03-01", "2024-05-09")
    assert figure(text, "12").period == days("2024-01-01", "2024-05-09")


@pytest.mark.parametrize(
    "how",
    [
        "It was conducted between May 2 and May 6.",
        "The firm interviewed 1,000 adults on May 2 to 6.",
        "The poll was in the field May 2-6.",
        "The poll sampled 904 voters from May 2 through May 6.",
        "Interviewing ran from May 2 to 6.",
        "Respondents were reached by phone from May 2-6.",
        "It is based on interviews conducted 2-6 May.",
    ],
)
def test_a_poll_is_of_the_days_on_which_people_were_asked_however_that_is_told(
    figure: Finder, how: str
) -> None:
    text = f"Some 46 percent of voters back Orr, a new poll shows. {how}"
    assert figure(text, "46").period == days("2024-05-02", "2024-05-06")


def test_who_is_for_something_is_a_matter_of_the_poll(figure: Finder) -> None:
    text = "Voters oppose spending, 59%-28%. The poll of 900 voters was conducted from May 2 to 6."
    assert figure(text, "28").period == days("2024-05-02", "2024-05-06")


def test_when_results_were_shown_is_not_when_seats_were_won(figure: Finder) -> None:
    text = "Unity lost its majority in Sunday's vote, winning 96 of 200 seats, final results showed Monday."
    assert figure(text, "96").period == days("2024-05-12", "2024-05-12")


def test_what_a_vote_seems_to_have_brought_is_of_its_day(figure: Finder) -> None:
    text = (
        "Unity came first in Sunday's election.\n\nIt was set to win 71 seats, the same as in March, and "
        "Alba looked likely to get 32."
    )
    assert figure(text, "71").period == days("2024-05-12", "2024-05-12")


def test_another_poll_has_not_the_days_of_the_first(figure: Finder) -> None:
    text = (
        "Lind has the support of 48 percent of voters, according to a poll taken May 5-9. Another survey "
        "last week had her rival at 44 percent. A separate poll gave Lind 46 percent."
    )
    assert figure(text, "48").period == days("2024-05-05", "2024-05-09")
    assert figure(text, "44").period == days("2024-05-06", "2024-05-12")
    assert not figure(text, "46").period.known


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Lind also finished ahead of Orr in recent polls from Hill and Orrin, by 11 points.", "11"),
        ("Polling averages show Lind ahead by 3 points.", "3"),
        ("Her approval rose from 41 percent in the last poll.", "41"),
        ("She has momentum after finishing 2 points behind Orr at the Selm caucuses.", "2"),
    ],
)
def test_what_is_of_other_polls_or_of_a_vote_has_not_the_days_of_the_poll(
    figure: Finder, told: str, number: str
) -> None:
    text = f"Lind has the support of 48 percent of voters, according to a Tarn poll taken May 5-9. {told}"
    assert figure(text, "48").period == days("2024-05-05", "2024-05-09")
    assert not figure(text, number).period.known


def test_a_poll_that_a_move_is_counted_from_is_not_the_poll(figure: Finder) -> None:
    text = (
        "Since last week's poll, support for Lind rose by two points.\n\nA Hill poll has Lind at 44 percent."
    )
    assert figure(text, "two").period == days("2024-05-06", "2024-05-16")
    assert not figure(text, "44").period.known


POLL_OF_APRIL = """\
The Ridge College poll of 900 voters was taken April 3 to 7.

Stone is more likely to be seen as able than she was in December, 64 percent to 56 percent.

Seven in 10 call her honest, after half did in the earlier poll. \
Stone is up from 37 percent in January and Hill is down from 49 percent.

The Ridge College poll came a day after a Valley Herald poll showed a 2-point gap. Forty percent said yes.
"""


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        ("64", date(2016, 4, 3), date(2016, 4, 7)),
        ("56", date(2015, 12, 1), date(2015, 12, 31)),
        ("Seven in 10", date(2016, 4, 3), date(2016, 4, 7)),
        ("half", None, None),
        ("37", date(2016, 1, 1), date(2016, 1, 31)),
        ("49", date(2016, 1, 1), date(2016, 1, 31)),
        ("2", None, None),
        ("Forty", date(2016, 4, 3), date(2016, 4, 7)),
    ],
)
def test_a_poll_gives_its_days_to_what_it_found_and_not_to_what_another_did(
    number: str, first: date | None, last: date | None
) -> None:
    found = addup.read(POLL_OF_APRIL, published="2016-04-16").figures
    period = next(figure.period for figure in found if figure.amount.number.text == number)
    assert (period.first, period.last) == (first, last)


POLLS_WITHOUT_DAYS = """\
Stone had 45 percent support among voters in a new Ridge College poll released Thursday. \
Her support rose four percentage points since the last Ridge College poll in March. \
Hill was at 25 percent in the poll, up eight points from March.

In March, Hill had 38 percent support in a Ridge College poll. \
The most recent poll shows that he fell to 27 percent.

Stone was backed by 42 percent of voters in the Herald poll, a nine-point dip from March.
"""


@pytest.mark.parametrize("number", ["45", "four", "25", "eight", "27", "42", "nine"])
def test_what_a_poll_is_held_against_or_when_it_came_out_is_no_time_of_what_it_found(number: str) -> None:
    found = addup.read(POLLS_WITHOUT_DAYS, published="2016-04-16").figures
    period = next(figure.period for figure in found if figure.amount.number.text == number)
    assert (period.first, period.last) == (None, None)


def test_a_share_of_a_poll_before_has_the_month_of_that_one() -> None:
    found = addup.read(POLLS_WITHOUT_DAYS, published="2016-04-16").figures
    period = next(figure.period for figure in found if figure.amount.number.text == "38")
    assert (period.first, period.last) == (date(2016, 3, 1), date(2016, 3, 31))


@pytest.mark.parametrize(
    "days", ["Nov. 6 to 9 and", "Nov. 6 through 9 and", "Nov. 6-9 and", "from Nov. 6 to 9 and"]
)
def test_the_last_day_of_a_poll_needs_no_month(figure: Finder, days: str) -> None:
    period = figure(
        f"The poll of 800 voters was taken {days} has a margin of error of 4 points.", "800"
    ).period
    assert period.first is not None
    assert period.last is not None
    assert (period.first.day, period.last.day) == (6, 9)
