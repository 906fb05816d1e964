"""Whose a figure is where its sentence says it late, or only the sentences around do; above all in polls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import addup
from addup.records import Figure

POLL = """\
According to an online Ridge College/Valley Herald poll out Thursday, the senator has the support of 27 \
percent of likely voters in the state. Dr. Lee Stone trails her at 13 percent. Everyone else is at 2 percent.

The poll has bad news for Stone: a third of the voters would never choose him. \
Stone and Hill both get 16 percent.

The survey of 1,200 registered voters was taken Oct. 30 to Nov. 8 online with a margin of error of 3 points.
"""


def figures(text: str, published: str = "2015-11-12") -> dict[str, Figure]:
    return {figure.amount.number.text: figure for figure in addup.read(text, published=published).figures}


def test_who_found_something_reports_nothing() -> None:
    text = "Police found 40 rifles on Sunday in a shed in Dunlow."
    assert figures(text)["40"].source is None


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


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Bell also said the company expects sales to rise 8.5%.", "Bell"),
        ("Orel Co. expects margins of 8.5% next year, top officers told analysts here.", "top officers"),
        ("A fund disclosed a stake of 8.5% in the firm, according to Jo Bell, its treasurer.", "Jo Bell"),
    ],
)
def test_what_others_expect_or_make_known_is_credited_to_who_tells_of_it(text: str, source: str) -> None:
    found = figures(text)["8.5"].source
    assert found is not None
    assert found.text == source


def test_a_sentence_may_end_in_its_source() -> None:
    found = figures("More than 40 percent of that money arrived in May alone, new fundraising reports show.")[
        "40"
    ]
    assert found.source is not None
    assert found.source.text == "new fundraising reports"


def test_what_follows_from_a_statement_is_its_speakers() -> None:
    found = figures(
        "The committee has collected $56 million, said Jo Bell, its president. "
        "That leaves $8 million to be found."
    )["8 million"]
    assert found.source is not None
    assert found.source.text == "Jo Bell"


def test_two_sides_that_are_known_speak_like_one() -> None:
    found = figures("Orel Co. is making a bid of $7.40 a share for Minster Pumps, the two sides said.")[
        "7.40"
    ]
    assert found.source is not None
    assert found.source.text == "the two sides"


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("They asked the harbour office, which reported 250 arrivals in May.", "250", "the harbour office"),
        ("The mayor, who said 40 houses had burned, left for Kisumu.", "40", "The mayor"),
        ("Despite problems in its paper business, Orel Corp. posted a 20% gain.", "20", "Orel Corp."),
        ("The judge ruled that 17-year-olds may vote.", "17", "The judge"),
        ("The mayor blamed delays of 30 days on rain.", "30", "The mayor"),
        ("Orel Co. proposed to pay $30 a share.", "30", "Orel Co."),
        ("Ridge Inc. said that Orel Co. has proposed to pay $30 a share.", "30", "Ridge Inc."),
        ("The rain cost 40 lives, according to data released by state police.", "40", "state police"),
    ],
)
def test_who_speaks_is_found_in_every_form_of_a_report(text: str, number: str, source: str) -> None:
    found = figures(text)[number].source
    assert found is not None
    assert found.text == source


def test_words_between_two_quotations_in_the_marks_of_the_agencies_are_the_outlets() -> None:
    text = "``The rains came early,'' the mayor said. Work goes on with 300 men. ``We hope,'' she said."
    assert figures(text)["300"].source is None


@pytest.mark.parametrize("number", ["40", "45.2 million", "65", "1.7 billion"])
def test_what_a_firm_earned_goes_on_with_its_report_of_a_change_in_earnings(number: str) -> None:
    found = figures(
        "Orel Co. reported a 40% drop in quarterly earnings.\n\n"
        "The Kisumu company earned $45.2 million, or 65 cents a share. Sales were $1.7 billion."
    )[number]
    assert found.source is not None
    assert found.source.text == "Orel Co."


def test_no_poll_finds_who_won_an_election_or_counts_candidates() -> None:
    found = figures(
        "The poll found that 43 percent of voters support Stone. Hill won the state by 12 points in 1988. "
        "The two candidates are tied."
    )
    assert found["43"].source is not None
    assert found["12"].source is None
    assert found["two"].source is None


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


def test_a_colon_leads_to_a_quotation_over_a_line_break() -> None:
    text = "The mayor of Kisumu said:\n\n“It rained. We lost 40 houses.”"
    found = figures(text)["40"]
    assert found.source is not None
    assert found.source.text == "The mayor"


def test_figures_that_were_made_known_go_on_to_the_end_of_their_paragraph() -> None:
    found = figures(
        "The figures showed that 9 percent of nurses had left. The rate for the north rose 3 percent.\n\n"
        "The ministry has 40 offices."
    )
    assert found["3"].source is not None
    assert found["3"].source.text == "The figures"
    assert found["40"].source is None


def test_what_a_participle_behind_a_comma_says_is_said_by_the_subject_and_not_by_the_object() -> None:
    found = figures(
        "The governor lowered the death toll to 39, saying that four of them had been counted twice."
    )
    source = found["four"].source
    assert source is not None
    assert source.text == "The governor"


def test_the_name_in_brackets_behind_a_paragraph_is_the_source_of_what_nobody_says_in_it() -> None:
    text = (
        "TWO BRIDGES CLOSED Workers found 40 cracks on Friday. [Ada Orel, Valley Herald]\n"
        "The mayor said that 30 ships waited. “It was a line of 12 miles.”\xa0[KBV | Paywall]\n"
        "The port has 15 berths [and more to come]."
    )
    found = figures(text)
    assert [found[number].source.text for number in ("TWO", "40", "30", "12")] == [  # type: ignore[union-attr]
        "Ada Orel, Valley Herald",
        "Ada Orel, Valley Herald",
        "The mayor",
        "KBV",
    ]
    assert found["15"].source is None


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


def test_who_speaks_only_in_a_quotation_is_not_meant_outside_it() -> None:
    text = (
        'Amara Diallo wrote that the town was lost. "When the general says that all is well, do not go. '
        'There are 40 men left," he added.'
    )
    found = figures(text)["40"]
    assert found.source is not None
    assert found.source.text == "Amara Diallo"


def test_who_speaks_in_the_next_paragraph_does_not_speak_a_quotation_before_it() -> None:
    text = (
        '"The state had a debt of $2 million," Bell said. "That is bad. ... Twenty thousand fewer jobs."\n\n'
        "Polls show that the race is tight."
    )
    found = figures(text)["Twenty thousand"]
    assert found.source is not None
    assert found.source.text == "Bell"


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        (
            "Orel reported earnings of $8.42 a share, above the $8.04 that analysts expected.",
            "8.04",
            "analysts",
        ),
        (
            "The bureau said the economy added 358,000 jobs, far above the 235,000 forecast by economists.",
            "235,000",
            "economists",
        ),
        ("The polling average shows the mayor ahead by 3.7 points.", "3.7", "The polling average"),
    ],
)
def test_an_amount_is_theirs_who_expected_it_or_whose_average_it_is(
    text: str, number: str, source: str
) -> None:
    found = figures(text)[number]
    assert found.source is not None
    assert found.source.text == source


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('"We will go on to the end," he told 2,267 people in the hall.', "2,267"),
        ("In all, the bombings in Kenya claimed at least 217 lives.", "217"),
        ("Analysts had expected Orel to post a slim profit, and its stock was down 25 cents.", "25"),
        ('The 34-year-old mother of three replied, "It is well meant."', "three"),
    ],
)
def test_who_speaks_or_is_spoken_to_is_counted_by_the_outlet(text: str, number: str) -> None:
    assert figures(text)[number].source is None


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


def test_a_body_called_after_its_members_is_meant_by_it() -> None:
    text = "Nine people died, the coast guard said. No more than 20 people were injured, it added."
    told = [figure.source and figure.source.text for figure in addup.read(text).figures]
    assert told == ["the coast guard", "the coast guard"]


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


def test_according_to_covers_what_follows_however_the_parser_joins_it() -> None:
    found = figures(
        "According to exit polls, Stone had a ten-point lead among farmers. "
        "According to May's Valley Herald polling, half of her support (57 percent) comes from women."
    )
    assert found["ten"].source is not None
    assert found["ten"].source.text.endswith("polls")
    for number in ("half", "57"):
        source = found[number].source
        assert source is not None
        assert source.text == "May's Valley Herald polling"


def test_a_report_in_a_quotation_is_told_by_whoever_is_quoted() -> None:
    found = figures(
        '"If the ministry wants to argue that gifts of 40 dollars change nothing, fine," Jo Bell said. '
        "Stone said the hall was full, 20 minutes before it closed."
    )
    assert found["40"].source is not None
    assert found["40"].source.text == "Jo Bell"


def test_marks_that_do_not_match_close_a_quotation_all_the_same() -> None:
    found = figures('"We lost 40 carts,” the mayor said. Some 90 others stand in Kisumu.')
    assert found["40"].source is not None
    assert found["40"].source.text == "the mayor"
    assert found["90"].source is None


def test_only_shares_go_on_with_a_poll() -> None:
    found = figures("Stone leads in the polls. He speaks for many after seven years of war, at 40 percent.")
    assert found["seven"].source is None


def test_you_in_an_article_with_quotations_is_nobody_s_talk_on_air() -> None:
    column = (
        '"He will have to earn it," added Rep. Jo Bell.\n\n'
        "Ask your neighbours whether they change. At 30. Or 50."
    )
    found = figures(column)
    assert found["30"].source is None
    assert found["50"].source is None


def test_percentage_points_say_nothing() -> None:
    found = figures(
        "Among the 578 voters surveyed, the margin of error is plus or minus 4.1 percentage points."
    )
    assert found["578"].source is None


def test_what_is_so_according_to_somebody_goes_on_with_the_same_verb() -> None:
    found = figures(
        "Stone is paying $75 for a spot, according to the harbour office. Hill is paying $375 for one. "
        "The town has 40 stations."
    )
    assert found["375"].source is not None
    assert found["375"].source.text == "the harbour office"
    assert found["40"].source is None


def test_a_document_cited_in_a_quotation_stays_the_source() -> None:
    found = figures(
        'The Herald reports: "According to data from the Kisumu Harbour Office, 30,290 carts passed. '
        'And 9 fell."'
    )
    assert found["30,290"].source is not None
    assert found["30,290"].source.text == "the Kisumu Harbour Office"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Orel Corp. declared a 10% stock dividend, payable Dec. 15.", "10"),
        ("Republicans are confirming judges at the slowest pace in more than 50 years.", "50"),
        ("Jack Bell, the chief executive, posted just two words on his network.", "two"),
        ("Orel Corp. recorded an additional $20 million in loan loss reserves.", "20 million"),
    ],
)
def test_acts_are_no_reports(text: str, number: str) -> None:
    assert figures(text)[number].source is None


def test_a_firm_reports_its_results_by_posting_them() -> None:
    source = figures("Despite a strike, Orel Corp. posted a 20% gain in income.")["20"].source
    assert source is not None
    assert source.text == "Orel Corp."


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


def source_of(text: str, number: str) -> str | None:
    found = figures(text)[number].source
    return None if found is None else found.text


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        (
            "The town had 115 thefts, according to the latest data available from the Harbour Office.",
            "115",
            "the Harbour Office",
        ),
        (
            "According to a poll from Ridge University broadcast on Radio Kisumu, Bell has 48 percent.",
            "48",
            "Ridge University",
        ),
        (
            "About 70% of the spots are gone, tallies by Kilda Group show.",
            "70",
            "Kilda Group",
        ),
    ],
)
def test_who_stands_behind_numbers_is_their_source(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose


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


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Menlo Park, Calif., company said it lost $40 million.", "The Menlo Park, Calif., company"),
        (
            "Orel Inc. said it hired a bank to assist in finding buyers and reported a loss of $40 million.",
            "Orel Inc.",
        ),
        ("Orel Inc. expects to report a loss of $40 million, Jo Bell, chairman, said.", "Jo Bell"),
        ("Orel Inc. expects to report a loss of $40 million.", "Orel Inc."),
        ('"We are lost," Bell said.\n\n"They took $40 million from us."\n\nThen he left.', "Bell"),
    ],
)
def test_who_speaks_is_found_where_a_place_a_title_or_a_paragraph_stands_between(
    text: str, whose: str
) -> None:
    assert source_of(text, "40 million") == whose


@pytest.mark.parametrize(
    "text",
    [
        '"Crime fell by half," Bell said at a rally, 40 hours after he landed.',
        "In her 40-page report, Bell said that half of them had died.",
        "In 40 sections, Bell wrote that half of them had died.",
    ],
)
def test_where_and_when_somebody_spoke_the_outlet_tells(text: str) -> None:
    assert source_of(text, "40") is None
    assert source_of(text, "half") == "Bell"


def test_a_time_is_no_source(figure: Callable[[str, str], Figure]) -> None:
    source = figure("More than 80 tremors had been recorded by noon, the institute said.", "80").source
    assert source is not None
    assert source.text == "the institute"


def test_a_name_that_looks_like_a_word_is_a_source(figure: Callable[[str, str], Figure]) -> None:
    source = figure("The WHO said on Monday that 34 people had died.", "34").source
    assert source is not None
    assert source.text == "The WHO"


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


def test_what_a_report_found_goes_on_in_its_paragraph_and_with_the_same_subject() -> None:
    text = (
        "New claims rose 7,000 to 265,000, the harbour office said. Last week's claims were cut by 1,000.\n\n"
        "The claims report showed that 240,000 sailors got aid. The four-week average fell 9,250.\n\n"
        "The port has 15 berths."
    )
    assert source_of(text, "1,000") == "the harbour office"
    assert source_of(text, "9,250") == "The claims report"
    assert source_of(text, "15") is None


def test_a_statement_has_one_thing_to_say() -> None:
    text = "A statement said that 40 ships had left. The port has 15 berths."
    assert source_of(text, "15") is None


def test_who_is_quoted_speaks_where_the_figures_cited_are_nobody_s() -> None:
    text = '"More than 40 were hurt, according to first figures," Sana News said.'
    assert source_of(text, "40") == "Sana News"


def test_according_to_covers_its_sentence_where_a_parser_makes_its_noun_the_root() -> None:
    text = (
        "Militia raids and mortar fire after the blast killed 38 Kisumans in towns near Lake Orel, according "
        "to Sana reports, which could not be immediately confirmed."
    )
    assert source_of(text, "38") == "Sana"


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Three aid groups have paid, they told the paper.", "Three", "Three aid groups"),
        ("Residents said the base burned. They counted six raids.", "six", "Residents"),
        ("Sailors at Ridge College read 30 maps. They found that 6 ships were lost.", "6", "Sailors"),
        ("The mayor told parliament the deficit would narrow to 6 percent.", "6", "The mayor"),
        ('"It is good," Ana Bell said, adding that 6 ships would come.', "6", "Ana Bell"),
        ("The court heard that Bell had moved 212 crates.", "212", "The court"),
        ("Bell moved 212 crates, the jury was told.", "212", "the jury"),
        ("The hearing took 3 days. The court heard Bell.", "3", None),
        ("Smoke kills 40,000 a year, says a study.", "40,000", "a study"),
        ('"We lost 40 carts," Ana Bell, the mayor, told the Kisumu Herald.', "40", "Ana Bell"),
        ("Another 11 people died, Sana News reported. Seven of them were children.", "Seven", "Sana News"),
        ("Another 11 people died, Sana News reported. Seven ships sank.", "Seven", None),
        (
            "Shares in Orel fell after the builder reported a loss and said it would cut 340 jobs.",
            "340",
            "the builder",
        ),
        (
            "Two had been shot, a police officer who asked not to be named told the paper.",
            "Two",
            "a police officer",
        ),
        (
            'Colonel Jan Orr said 26 died.\n\nA spokesman for them denied it. "We lost 9 men," he said.',
            "9",
            "A spokesman",
        ),
        (
            'Colonel Jan Orr said 26 died.\n\nA spokeswoman for them denied it. "We lost 9 men," he said.',
            "9",
            "Jan Orr",
        ),
        (
            "Ana Bell said it was wrong. She told a rally of 15,000 in Selm that 640 posts were vacant.",
            "640",
            "Ana Bell",
        ),
        (
            "About 820 people who hold a passport of Selm live abroad, the office estimates, half in Orel.",
            "820",
            "the office",
        ),
        (
            "Ana Bell said the town might be 200 people smaller, as many men were counted by relatives.",
            "200",
            "Ana Bell",
        ),
        (
            "It sank with 40 men on board, an official who spoke on condition of anonymity said.",
            "40",
            "an official",
        ),
        (
            "A bomb killed 23 people and wounded 67, police and hospital officials said.",
            "67",
            "police and hospital officials",
        ),
        (
            "Profit was $412 million, above a forecast of $380 million in an Orel Bank poll.",
            "412 million",
            None,
        ),
        (
            "Profit was $412 million, above a forecast of $380 million in an Orel Bank poll.",
            "380 million",
            "Orel Bank poll",
        ),
        ("Prices rose 3.1 percent, above the 2.9 percent expected in an Orel Bank poll.", "3.1", None),
        (
            "The other 43 people sustained minor injuries, said a press officer at Selm.",
            "43",
            "a press officer",
        ),
        (
            "Six died, local officials and police said. Two were soldiers, they said.",
            "Two",
            "local officials and police",
        ),
        (
            "Output rose at a 1.4 percent rate instead of the previously reported 1.0 percent pace.",
            "1.0",
            None,
        ),
        (
            "The rate fell to 5 percent in October as employers added 41,000 jobs, government data showed.",
            "41,000",
            "government data",
        ),
        (
            "It sent 12,000 people into Orel, residents and aid workers said.",
            "12,000",
            "residents and aid workers",
        ),
        ("The deal, announced on Friday, would last four years.", "four", None),
        ("Their smiles said a lot as 75 people came.", "75", None),
    ],
)
def test_speakers_that_stand_elsewhere_or_are_called_they(text: str, number: str, whose: str | None) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("headline", "whose"),
    [
        ("Ana Bell: 40 villages cut off by flood", "Ana Bell"),
        ("Harbour media: Flood cuts off 40 villages", "Harbour media"),
        ("Flood cuts off 40 villages: ministry", "ministry"),
        ("Flood cuts off 40 villages -- officials", "officials"),
        ("Kenya: 40 villages cut off by flood", None),
        ("Football: 40 clubs to close", None),
    ],
)
def test_a_headline_names_who_says_it_beside_a_colon_or_a_dash(headline: str, whose: str | None) -> None:
    assert source_of(f"{headline}\n\nRain fell on the town for days.\n", "40") == whose


def test_a_share_of_those_doing_something_draws_on_nothing_said_before() -> None:
    text = (
        "The ambulance service said it had treated nine people.\n\n"
        "In a ballot last month, 88 percent of those voting backed the strike."
    )
    assert figures(text)["88"].source is None


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


LED = """\
The minister spoke in Selm. Rosa Ventner argued that:

- Only 2,200 farmers have come in four years.

- They wait for 18 months.

The port has 900 workers.

The Selm Herald reports:

…at least seven clinics have closed. Some 60 nurses have left.

It rained for nine days.
"""


@pytest.mark.parametrize(
    ("number", "whose"),
    [
        ("2,200", "Rosa Ventner"),
        ("18", "Rosa Ventner"),
        ("900", None),
        ("seven", "The Selm Herald"),
        ("60", "The Selm Herald"),
        ("nine", None),
    ],
)
def test_a_colon_leads_to_a_paragraph_or_a_list_of_what_is_said(number: str, whose: str | None) -> None:
    assert source_of(LED, number) == whose


INTERVIEW = """\
Rosa Ventner took over the port of Selm in May. She spoke with the reporter Jan Hale. Ventner sold ships.

Q: The port lost 400 jobs. What went wrong?

A: We had 60 ships in a good month. The ministry said 20 would stay away.

I gave it four years of my life.

Q: Are you sorry?

A: No. I have two sons here.

The port opened 90 years ago.
"""


@pytest.mark.parametrize(
    ("number", "whose"),
    [
        ("400", None),
        ("60", "Rosa Ventner"),
        ("20", "The ministry"),
        ("four", "Rosa Ventner"),
        ("two", "Rosa Ventner"),
        ("90", None),
    ],
)
def test_who_is_asked_in_an_interview_gives_its_answers(number: str, whose: str | None) -> None:
    assert source_of(INTERVIEW, number) == whose


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


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("A group led by its directors indicated it had a stake of 45% in Selm Foods.", "45", "A group"),
        ("The weather indicated that 40 men would stay.", "40", None),
        ("Bell pledged that she would hire 40 teachers.", "40", "Bell"),
        ("Bell promised to meet them after they voted 40-30.", "40", None),
        ("Investigators determined that 40 ships had left.", "40", "Investigators"),
        ("Orel Corp.'s announcement of a $40 million loss came late.", "40 million", "Orel Corp."),
        ("The 40 men that Orel Corp. said would be laid off met.", "40", "Orel Corp."),
        ("The 40 men that Orel Corp. said it would hire met.", "40", None),
    ],
)
def test_verbs_of_promising_and_finding_out_report_with_a_clause(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ('After a two-hour meeting, Bell said, "I have no plan."', "two", None),
        ("In the past two years, the ministry said, 40 have left.", "two", "the ministry"),
        ("Bell wrote to his 20,000 followers that it was over.", "20,000", None),
        ("Orel Corp. said it would take two months, but it was done in one month.", "one", None),
        ("Orel Corp. said it would take two months, but that one would do.", "two", "Orel Corp."),
        ("Over the past two weeks, prosecutors charged the officer with theft.", "two", None),
        ("Prosecutors charged that the officer stole 40 rifles.", "40", "Prosecutors"),
        ("Bell took down Stone, claiming 41 percent of the vote to her 33.", "41", None),
    ],
)
def test_when_and_to_whom_somebody_spoke_and_what_was_done_nobody_said(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("All told, the group, whose members met last week, raised $4 million.", "4 million", None),
        ("Bell, whose plan to announce the support of 40 priests failed, left.", "40", None),
        ("Sales projected to rise to $40 million will pay for it.", "40 million", None),
        ("Orel Corp. projected that sales would rise to $40 million.", "40 million", "Orel Corp."),
        ("The account adds a voice to the debate, which even three years later goes on.", "three", None),
        ("Bell trailed the 74-year-old senator in national polling averages.", "74", None),
        ("Ada Stone spoke. Stone aides told the Herald that 40 had come.", "40", "Stone aides"),
        (
            "The Labor Department said jobs rose by 255,000. That number follows 290,000 in May.",
            "290,000",
            "The Labor Department",
        ),
        ("The bureau said 40 men work. In total, 90 do not.", "90", "The bureau"),
        ("The bureau said 40 men work. That firm has 90.", "90", None),
    ],
)
def test_verbs_and_polls_that_report_nothing_and_sentences_that_go_on(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


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
    ("text", "number", "source"),
    [
        ("The yard employs, according to the union, 400 people.", "400", "the union"),
        ("According to the clerk, Jo Bell, 40 ships came.", "40", "Jo Bell"),
        ("Hill's close friends have in the past said she had 20 boats.", "20", "Hill's close friends"),
        ("Pointing to one change at the yard, Hill noted that it had three cranes.", "one", "Hill"),
        ('"We lost 40 boats. It was bad," the letter read.', "40", "the letter"),
        (
            "Based on the statement released by the yard, Hill has met Stone four times.",
            "four",
            "the statement",
        ),
        ("Based on a novel, the film took $40.", "40", None),
        ("Based on the current number of shares, the deal has a value of $40.", "40", None),
        ('"Who are they?" Hill said of Orel in May, when the firm shut a dock used by 40 ships.', "40", None),
        ("Dunlow boasted only 12 lamps in 2012.", "12", None),
        (
            "The plan would have Hill pull in an average of $20 a month during the next five years.",
            "five",
            None,
        ),
        ("The bank expects growth to slow. Prices are forecast to rise by 4 percent.", "4", "The bank"),
        ("The ministry said 40 people had died. Rain of 12 millimetres is expected to fall.", "12", None),
        (
            "The agency raised the death toll to 267. The number of injured stands at 387.",
            "387",
            "The agency",
        ),
        ("The agency raised the death toll to 267. The number of tents stands at 387.", "387", None),
    ],
)
def test_who_speaks_is_found_where_words_part_them_and_only_there(
    text: str, number: str, source: str | None
) -> None:
    found = figures(text)[number].source
    assert (found and found.text) == source


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
        ("Voters left the polls. By 40 to 30 percent, they say that it is good.", None),
    ],
)
def test_a_poll_has_the_whole_name_of_who_took_it_and_those_asked_are_no_source(
    text: str, whose: str | None
) -> None:
    found = addup.read(text, published="2015-11-12").figures
    source = next(figure.source for figure in found if figure.amount.number.text.startswith("40"))
    assert (source.text if source is not None else None) == whose


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Lee Stone wrote a check of $40,000 to the group.", "40,000"),
        ("Lee Stone tweeted a photo of 14 boats alongside nine dogs.", "14"),
        ("Lee Stone tweeted a photo of 14 boats alongside nine dogs.", "nine"),
        ("Lee Stone wrote two letters to the governor in May.", "two"),
        ("Lee Stone spoke down the street from a mill where 48 workers had gathered.", "48"),
        ("Lee Stone said after 68 hours of talks that he would go.", "68"),
        ("Lee Stone wrote in the description of the 67-foot boat that he plans to sell it.", "67"),
    ],
)
def test_what_somebody_writes_or_where_they_speak_is_nothing_they_say(text: str, number: str) -> None:
    assert figures(text)[number].source is None


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Researchers at Kisumu University found that mice lived 40 percent longer.", "40", "Researchers"),
        ("The study's authors found that 40 ponds were dry.", "40", "The study's authors"),
        ("A parliamentary inquiry found 40 ships had been sold.", "40", "A parliamentary inquiry"),
        ("An investigation by the Selm Herald found 40 such cases.", "40", "the Selm Herald"),
        ("Researchers found a 40 percent drop in visits.", "40", "Researchers"),
        ("Police found 12 people living in the mill.", "12", None),
        ("Rescuers found 12 sailors dead.", "12", None),
        ("Satellite images show that 40 ships have left.", "40", "Satellite images"),
        ("One slide shows that eight of 10 pears come from Selm.", "eight of 10", "One slide"),
        ("Court filings show the firm owes $40 million.", "40 million", "Court filings"),
        ("The latest figures from the ministry show 61 deaths.", "61", "the ministry"),
        ("Shares fell after a report that the bank had lost $40 million.", "40 million", "a report"),
        ("As reported in the Selm Herald, 40 wells are dry.", "40", "the Selm Herald"),
        ("About 300 schools have closed, figures obtained by the Herald show.", "300", "the Herald"),
        ("By the ministry's count, 61 sailors have died.", "61", "the ministry"),
        ("Up to 4,000 people, by the Red Cross's estimate, have no water.", "4,000", "the Red Cross"),
        ("The war has killed 4,000 people, by one estimate.", "4,000", "one estimate"),
        ("By Monday's count, 61 sailors had died.", "61", None),
        ("By this measure, 61 families are poor.", "61", None),
        ("The bank's forecast of 4 percent growth is too high.", "4", "The bank"),
        ("The governor's estimate that it will cost $40 million is too low.", "40 million", "The governor"),
        ("The fund kept its forecast for growth at 4 percent.", "4", "The fund"),
        ("The bank cut its growth forecast by 0.4 points to 3.2 percent.", "0.4", "The bank"),
        ("The fund sees growth of 4 percent next year.", "4", "The fund"),
        ("The clinic saw growth of 4 percent last year.", "4", None),
        ("The paper doubted Vale's claim that there had been 40 thefts.", "40", "Vale"),
    ],
)
def test_what_is_found_counted_or_forecast_is_of_whoever_did_so(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Police said 4,000 people marched; organisers claimed 12,000.", "12,000", "organisers"),
        ("The storm has claimed 40.", "40", None),
        ("Police put the crowd at 4,000 and organisers at 12,000.", "4,000", "Police"),
        ("Police put the crowd at 4,000 and organisers at 12,000.", "12,000", "organisers"),
        ("Some 4,000 marched, according to police, or 9,000 according to the union.", "4,000", "police"),
        ("Some 4,000 marched, according to police, or 9,000 according to the union.", "9,000", "the union"),
        ("According to the ministry, some 300 men, 40 of them sailors, fled.", "300", "the ministry"),
        ("According to the ministry, some 300 men, 40 of them sailors, fled.", "40", "the ministry"),
        ("Turnout was estimated by officials at about 40 percent.", "40", "officials"),
        ("Forty sailors were confirmed dead by the ministry.", "Forty", "the ministry"),
        ("One of the officials said 12 were hurt.", "12", "One of the officials"),
        ("He paid half of the $40 million the firm says it lost.", "40 million", "the firm"),
        ("The union says Vale will announce a plan for 40 ports.", "40", "The union"),
        ("Vale announced the plan at a rally attended by 4,000 sailors.", "4,000", None),
        ("In one tweet, Vale said the port would close.", "one", None),
        ("Two weeks after the fire, the ministry said the port would close.", "Two", None),
    ],
)
def test_each_of_several_who_tell_has_its_own_number(text: str, number: str, whose: str | None) -> None:
    assert source_of(text, number) == whose


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
    ("text", "number", "whose"),
    [
        ("The commission forecast that prices would rise 4 percent.", "4", "The commission"),
        ("The bank cut its rate in May and forecast that prices would rise 4 percent.", "4", "The bank"),
        (
            "The toll has risen to 61, the health ministry said, with 12 sailors still missing.",
            "61",
            "the health ministry",
        ),
        ("Shares in Orel, which said on Monday it would cut 300 jobs, fell.", "300", "Orel"),
        (
            "The price is $4 billion, people familiar with the talks said.",
            "4 billion",
            "people familiar with the talks",
        ),
        ("Preliminary results gave Vale 61 percent of the vote.", "61", "Preliminary results"),
        ("The mayor posted on Facebook that 40 houses were lost.", "40", "The mayor"),
        ("The firm posted 40 guards at the gate.", "40", None),
    ],
)
def test_who_tells_is_found_beside_verbs_that_are_like_nouns(text: str, number: str, whose: str) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("In a paper in Science, Orr and colleagues report that the ice is 40 metres thick.", "40", "Orr"),
        (
            "SELM, Malta, Nov. 15, 2015 /PRNewswire/ -- Orel Inc. today announced that it has 40 shops.",
            "40",
            "Orel Inc.",
        ),
        ("Per the ministry, 61 sailors have died.", "61", "the ministry"),
        ("Sixty sailors have died, as per the ministry.", "Sixty", "the ministry"),
        ("They pay $40 per the hour.", "40", None),
        ("Two survivors said 61 sailors were aboard.", "61", "Two survivors"),
        ("Two survivors, who asked not to be named, put the toll at 61.", "61", "Two survivors"),
        ("The mayor declined to confirm that 40 had died.", "40", None),
        ("The mayor declined to comment on the 12 arrests.", "12", None),
        ("The army rejected the rebels' claim that 12 soldiers died.", "12", "the rebels"),
        ("Orel announced a strike after 12 days.", "12", None),
        ("According to Orel Aid, 400 need food; UNICEF estimates that 60 are children.", "60", "UNICEF"),
        ("Some 300 homes were reported destroyed by local authorities.", "300", "local authorities"),
    ],
)
def test_who_tells_is_found_behind_openings_and_not_where_it_is_withheld(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("Rosa Ventner called it the worst storm in 40 years.", "40", "Rosa Ventner"),
        ("In what Rosa Ventner called the worst storm in 40 years, 12 boats sank.", "40", "Rosa Ventner"),
        ("In what Rosa Ventner called the worst storm in 40 years, 12 boats sank.", "12", None),
        ("The storm, described by Ventner as the worst in 40 years, sank 12 boats.", "40", "Ventner"),
        ("The mayor called the loss of 40 boats a disaster.", "40", None),
        ("The mayor called on 40 firms to help.", "40", None),
        ("The union called a strike of 40 days.", "40", None),
        (
            'Rosa Ventner has fished for 30 years. Ventner looked at the sea. "There were 40 boats here."',
            "40",
            "Rosa Ventner",
        ),
        (
            'Rosa Ventner has fished for 30 years. Ventner\'s son was away. "There were 40 boats here."',
            "40",
            None,
        ),
    ],
)
def test_what_somebody_calls_a_thing_they_say_and_who_acts_before_a_quotation_speaks_it(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        ("In 12 years, the mayor said, the town had lost its port.", "12", "the mayor"),
        ("After the storm sank 40 boats, Ventner said, most of the crews left.", "40", "Ventner"),
        ("After a talk of 40 minutes, Ventner said that most of the crews had left.", "40", None),
        ('Asked about the 40 boats, Ventner said, "They sank."', "40", None),
        ("After 40 days, the mayor, who said little, left.", "40", None),
        ("The port will lose 40 boats, some skippers now think.", "40", "some skippers"),
        ("The loss of 40 boats was due to the ice, Ventner surmised.", "40", "Ventner"),
        ("An aide clarified that 40 boats had been sold.", "40", "An aide"),
        ("As Rosa Ventner documented, 40 boats sank in May.", "40", "Rosa Ventner"),
        ("As the mayor put 40 boats to sea, it rained.", "40", None),
        ("By most accounts, 40 boats sank.", "40", "most accounts"),
        ("The court relied on Ruiz's testimony of 40 thefts.", "40", "Ruiz"),
        (
            "Ventner has said he owns boats. His estimates ranged from 30 to 40 boats.",
            "30 to 40",
            "Ventner",
        ),
        ("Traders see the odds of a strike at 60 percent.", "60", "Traders"),
        ("Tourists saw 40 boats in the bay.", "40", None),
        ("Two lawsuits have accused the port of selling 40 faulty boats.", "40", "Two lawsuits"),
        ("The coroner's office identified the skipper as Rosa Ventner, 32.", "32", "The coroner's office"),
        ("The review of the books identified 40 errors.", "40", "The review"),
        ("Skippers who identify as fishers own 40 boats.", "40", None),
    ],
)
def test_who_tells_is_found_by_more_verbs_and_nouns_and_before_a_report_between_commas(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "number", "whose"),
    [
        (
            "The port will lose $40 million next year, the budget office projects.",
            "40 million",
            "the budget office",
        ),
        ("Some 40 boats sank last week, the Herald reports.", "40", "the Herald"),
        ("The local union counters that 40 boats would go.", "40", "The local union"),
        ("The port had 40 boats, two docks and the union reports.", "40", None),
        ("There were 40 homes, and two state projects.", "40", None),
    ],
)
def test_a_report_whose_verb_is_written_like_a_plural_is_one(
    text: str, number: str, whose: str | None
) -> None:
    assert source_of(text, number) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ('THE PORT IS EMPTY - Rosa Ventner: "It rained all May. We lost 40 boats."', "Rosa Ventner"),
        (
            'Rosa Ventner has 12 boats.\n\nVentner took the floor:\n\n"It rained all May. We lost 40 boats."',
            "Rosa Ventner",
        ),
        (
            'On Monday, Rosa Ventner said it had rained.\n\nTranscript as follows:\n\n"We lost 40 boats."',
            "Rosa Ventner",
        ),
        ('"It rained," Devine added. "We have all seen that. We lost 40 boats."', "Devine"),
        ('The port has one rule:\n\n"No more than 40 boats."', None),
    ],
)
def test_a_quotation_behind_a_colon_is_spoken_by_whoever_was_told_of_before_it(
    text: str, whose: str | None
) -> None:
    assert source_of(text, "40") == whose


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
