"""Which figures of an article are the results of a poll, and what the poll is called."""

from __future__ import annotations

from datetime import date

import pytest
from finders import figures, source_of

import addup

POLL = """\
According to an online Ridge College/Valley Herald poll out Thursday, the senator has the support of 27 \
percent of likely voters in the state. Dr. Lee Stone trails her at 13 percent. Everyone else is at 2 percent.

The poll has bad news for Stone: a third of the voters would never choose him. \
Stone and Hill both get 16 percent.

The survey of 1,200 registered voters was taken Oct. 30 to Nov. 8 online with a margin of error of 3 points.
"""


@pytest.mark.parametrize("number", ["27", "13", "2", "16"])
def test_the_results_of_a_poll_are_the_polls_whoever_has_them(number: str) -> None:
    found = figures(POLL)[number]
    assert found.source is not None
    assert found.source.text == ("The poll" if number == "16" else "Ridge College/Valley Herald poll")


@pytest.mark.parametrize("number", ["27", "13", "2", "16", "1,200"])
def test_they_are_of_the_days_on_which_people_were_asked_not_of_the_day_it_came_out(number: str) -> None:
    period = figures(POLL)[number].period
    assert (period.first, period.last) == (date(2015, 10, 30), date(2015, 11, 8))


def test_how_a_poll_was_made_the_outlet_says_itself() -> None:
    assert figures(POLL)["1,200"].source is None


def test_the_days_may_stand_right_behind_the_poll() -> None:
    found = figures(
        "Stone led Hill by 9 points in an Eastern News/Marsh College poll Jan. 17-23. Backing from 74 "
        "percent of women was behind it.",
        "2016-02-11",
    )["74"]
    assert found.source is not None
    assert found.source.text == "Eastern News/Marsh College poll"
    assert (found.period.first, found.period.last) == (date(2016, 1, 17), date(2016, 1, 23))


def test_results_of_an_earlier_poll_keep_their_days() -> None:
    text = (
        "The poll found that 43 percent of voters support Stone. In January, 40 percent of voters did.\n\n"
        "Ridge College conducted the poll of 1,042 voters from April 27 through May 3."
    )
    found = figures(text, "2016-05-12")
    assert found["43"].period.first == date(2016, 4, 27)
    assert found["40"].period.last == date(2016, 1, 31)


OPENING = """\
Three weeks ahead of the vote, a new Ridge College poll has bad news for Hill.

Stone leads Hill with 44 percent. Among women, 51 percent said they back Stone.

The two candidates meet on Friday. By 58% to 33%, those surveyed said the debate matters.

Stone is ahead by 60 percent to 30 percent among farmers in a Valley Herald poll.
"""


@pytest.mark.parametrize("number", ["44", "51", "58", "33"])
def test_an_article_that_opens_with_a_poll_gives_its_results(number: str) -> None:
    source = figures(OPENING)[number].source
    assert source is not None
    assert source.text == "Ridge College poll"


@pytest.mark.parametrize("number", ["60", "30"])
def test_another_poll_that_a_sentence_names_has_its_own(number: str) -> None:
    source = figures(OPENING)[number].source
    assert source is not None
    assert source.text == "Valley Herald poll"


def test_the_results_of_a_poll_are_the_polls_by_its_shortest_name() -> None:
    source = figures("They hold 40 percent, according to the results of the latest Ridge College poll.")[
        "40"
    ].source
    assert source is not None
    assert (source.text, source.kind) == ("Ridge College poll", "document")


def test_people_counted_beside_a_poll_are_not_its_result() -> None:
    found = figures("The survey found that the attack that killed three people worried 60 percent of voters.")
    assert found["three"].source is None
    assert found["60"].source is not None
    assert found["60"].source.text == "The survey"
    assert figures(OPENING)["two"].source is None


def test_no_poll_finds_who_won_an_election_or_counts_candidates() -> None:
    found = figures(
        "The poll found that 43 percent of voters support Stone. Hill won the state by 12 points in 1988. "
        "The two candidates are tied."
    )
    assert found["43"].source is not None
    assert found["12"].source is None
    assert found["two"].source is None


def test_a_poll_by_somebody_is_theirs() -> None:
    found = figures(
        "A national poll released Sunday by the Valley Institute shows Stone ahead, 46 percent to 44."
    )
    assert found["46"].source is not None
    assert found["46"].source.text == "the Valley Institute"


def test_what_those_asked_say_is_what_the_poll_found() -> None:
    text = (
        "The Ridge College poll found that 60 percent would stay.\n\n"
        "Supporters of Stone say by 55% to 41% that the bridge should close."
    )
    found = figures(text)
    assert found["55"].source is not None
    assert found["55"].source.text == "Ridge College poll"


def test_what_a_body_found_in_a_poll_goes_on_as_its_finding() -> None:
    found = figures(
        "The survey showed that 54 percent of sailors back Stone.\n\n"
        "Navy Herald found that officers favored Hill, 72 percent to 8 percent. "
        "Women preferred Hill by 51 percent to 24 percent."
    )
    for number in ("72", "8", "51", "24"):
        source = found[number].source
        assert source is not None
        assert source.text == "Navy Herald"


def test_a_poll_is_called_what_the_text_called_it_last() -> None:
    found = figures(
        "A third of voters back Stone, a Kisumu Herald/Eastern Ridge College of Arts Poll finds.\n\n"
        "The poll reached 1,000 voters by telephone.\n\n"
        "For Hill, 33% have a kind word."
    )
    source = found["33"].source
    assert source is not None
    assert source.text == "The poll"


def test_only_shares_go_on_with_a_poll() -> None:
    found = figures("Stone leads in the polls. He speaks for many after seven years of war, at 40 percent.")
    assert found["seven"].source is None


INSTITUTE = """\
The Ridge Institute reports that support for the Homeland party rose to 41 percent in November.

The Liberals are backed by 22 percent of the adult population.

The poll puts the Greens below the threshold; 4 percent are for them.

The share of those who think that the economy is doing badly is 38 percent.

In Ridge's October poll, more voters than ever - 61 percent - said that the minister was doing a poor job.

Eighteen percent of the sample trusted Pavo Lind. The margin of error is 3 percentage points.
"""


@pytest.mark.parametrize(
    ("number", "whose"),
    [
        ("41", "The Ridge Institute"),
        ("22", "The Ridge Institute"),
        ("4", "The poll"),
        ("38", "The Ridge Institute"),
        ("61", "Ridge"),
        ("Eighteen", "Ridge"),
        ("3", None),
    ],
)
def test_what_an_institute_reports_of_its_poll_goes_on_under_its_name(number: str, whose: str | None) -> None:
    assert source_of(INSTITUTE, number) == whose


def test_what_those_asked_think_is_what_the_poll_found() -> None:
    assert figures(INSTITUTE)["38"].stance == "stated"


MARKET = """\
Shares in Orel Homes fell on Tuesday. It was a bad day for builders. Many had hoped for more.

A house price survey by the lender Norbank last week showed that prices fell 0.4% in May. In the north they \
were 0.9% lower.

Orel has a 22% share of the market in Kisumu. Its shares were down 7% at 312p in morning trade; the \
index lost 2%.

Some 51% of consumers expect prices to fall.
"""


@pytest.mark.parametrize(
    ("number", "whose"),
    [("0.4", "Norbank"), ("22", None), ("7", None), ("2", None), ("51", "Norbank")],
)
def test_a_survey_amid_an_article_has_no_shares_of_markets(number: str, whose: str | None) -> None:
    assert source_of(MARKET, number) == whose


TWO_POLLS = """\
A new Ridge College poll shows Stone ahead of Hill by 9 points. \
More voters trust her than did when the survey was taken in May.

A Valley Herald survey of mayors, who have a say in the matter, found that most back Hill.

Forty percent of women voters say that they like Stone. \
Six in 10 call her honest, after a third did in the earlier poll. \
And 64 percent call her able.

The Ridge College results come two days after a Marsh News poll showed Hill ahead by 2 points.

Asked about Hill, 55 percent of voters said that he was dull.
"""


@pytest.mark.parametrize("number", ["Forty", "Six in 10", "64", "55"])
def test_a_poll_named_in_passing_or_of_others_gives_no_results(number: str) -> None:
    source = figures(TWO_POLLS)[number].source
    assert source is not None
    assert source.text in {"Ridge College poll", "the survey"}


def test_a_poll_named_in_passing_gives_what_its_own_clause_tells() -> None:
    assert source_of(TWO_POLLS, "a third") == "the earlier poll"
    assert source_of(TWO_POLLS, "2") == "Marsh News poll"
    text = "A Ridge College poll puts Stone ahead. In the previous poll, Stone led Hill by 5 points. "
    text += "In May it was 7 points."
    assert source_of(text, "7") == "the previous poll"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Thirty percent would be happy if she won.", "Thirty"),
        ("Nine in 10 voters trust her, a 16-point margin over Hill.", "16"),
        ("By a wide margin, supporters of Hill say he was right, 76%-21%.", "76"),
        ("Among farmers, Stone won out with 22 percent.", "22"),
        ("Stone did better among farmers, getting 12 percent, 4 percent higher than in town.", "4"),
        ("That number has dropped slightly to 35 percent.", "35"),
        ("On trade the race is much closer: 37% for Stone to 32% for Hill.", "37"),
    ],
)
def test_leads_and_what_may_be_are_results_of_a_poll(text: str, number: str) -> None:
    assert (
        source_of(f"The Ridge College poll has good news for Stone.\n\n{text}", number)
        == "Ridge College poll"
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Stone won the state by 12 points.", "12"),
        ("Hill's 25 percent victory in 2012 was a surprise.", "25"),
        ("It has a two percent margin of error.", "two"),
        ("Shares of Orel fell 4%.", "4"),
    ],
)
def test_elections_prices_and_how_it_was_made_are_no_results_of_a_poll(text: str, number: str) -> None:
    assert source_of(f"The Ridge College poll has good news for Stone.\n\n{text}", number) is None


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "A new Kisumu Herald/Stand Up for Selm survey shows that 40 percent agree.",
            "Kisumu Herald/Stand Up for Selm survey",
        ),
        (
            "In a national Kisumu Herald/Selm College poll 40 percent agree.",
            "Kisumu Herald/Selm College poll",
        ),
        (
            "The Marlow/Selm Times Daybreak tracking poll, begun in May, showed that 40 percent agree.",
            "Marlow/Selm Times Daybreak tracking poll",
        ),
        ("Voters left the polls. By 40 to 30 percent, they say that it is good.", None),
    ],
)
def test_a_poll_has_the_whole_name_of_who_took_it_and_those_asked_are_no_source(
    text: str, whose: str | None
) -> None:
    found = addup.read(text, published="2015-11-12").figures
    source = next(figure.source for figure in found if figure.amount.number.text.startswith("40"))
    assert (source.text if source is not None else None) == whose


QUIET = """\
The port has been quiet. It was a slow month. Few boats came.

A Ridge College poll of local voters has shown no joy. Asked about the port, 59 percent were against it.

Less than a third liked the mayor, while 13 percent had no view.

The senator lost 7 points, and sits at 11 percent.

The port has 40 docks. It has a long history.

The harbour company has paid off 22 percent of its debt.
"""


@pytest.mark.parametrize(
    ("number", "whose"),
    [("59", "Ridge College poll"), ("13", "Ridge College poll"), ("11", "Ridge College poll"), ("22", None)],
)
def test_the_results_of_a_poll_go_on_over_paragraphs_of_nothing_but_shares(
    number: str, whose: str | None
) -> None:
    assert source_of(QUIET, number) == whose
