"""What figures of polls, campaigns and parliaments count, and what is told of them."""

import pytest
from finders import Finder


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


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("In the new Morning Consult poll, 40 percent of voters back Orr.", "40", "Morning Consult poll"),
        ("Exit polls from the Ohio primary showed that 65 percent of voters agreed.", "65", "Exit polls"),
        ("The senator, a Democrat, said that 91 people died.", "91", "The senator"),
        ("A poll of voters put Bell at 47 percent and Orr at 41.", "41", "A poll"),
        ("Police put the toll at 40 and the union at 60.", "60", "the union"),
    ],
)
def test_polls_and_members_of_parties_are_named_in_full(
    figure: Finder, text: str, number: str, source: str
) -> None:
    found = figure(text, number).source
    assert found is not None
    assert found.text == source


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("In 5-to-4 votes, the court struck down the law.", "5", "vote"),
        ("A 5-to-3 split at the court left it in place.", "3", "vote"),
        ("The court has a 5-to-4 conservative majority.", "4", "vote"),
        ("The board split 3-2 on the plan.", "2", "member"),
        ("The panel deadlocked 6-5.", "6", "member"),
        ("The Senate's 80-19 vote for the pact came late.", "80", "vote"),
        ("The vote, 12-8, was along party lines.", "12", "vote"),
        ("Nurses approved the deal by a margin of 54 percent to 46 percent.", "46", "nurse"),
        ("The group had raised $11 million, including $5 million from one donor.", "5 million", "money"),
        ("Taxes on income above $5 million would rise.", "5 million", "income"),
        ("The cut is worth $1,200 to a family making $60,000.", "60,000", "money"),
        ("The budget calls for $54 billion more for ships.", "54 billion", "money"),
        ("The bill would provide $1.1 billion to fight flu.", "1.1 billion", "money"),
        ("The bill would cost $1.1 billion.", "1.1 billion", "bill"),
        ("Seats at the dinner cost $500.", "500", "seat"),
    ],
)
def test_votes_and_money_in_politics_are_of_what_they_say(
    figure: Finder, text: str, number: str, head: str
) -> None:
    assert figure(text, number).noun == head


def test_a_second_length_of_service_leaves_out_its_years(figure: Finder) -> None:
    found = figure("Orr has served 12 years in the Senate and four as governor.", "four").amount
    assert (found.kind, found.unit) == ("duration", "year")


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("He served as chief judge for nine years after leaving the port.", "nine", "serve"),
        ("The senator said that 91 people a day die of it.", "91", "die"),
    ],
)
def test_what_somebody_did_for_so_long_is_not_what_came_before(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


def test_odds_of_a_margin_are_one_figure(figure: Finder) -> None:
    found = figure("By a 2-to-1 margin, residents support the bridge.", "2-to-1").amount
    assert (found.low, found.unit) == (2, "time")


@pytest.mark.parametrize(
    ("text", "number", "head", "source"),
    [
        ("Unemployment in the state has fallen to 4.9 percent.", "4.9", "unemployment", None),
        ("Crime rose 4 percent in big cities last year.", "4", "crime", None),
        ("Orr wants to cut the tax rate to 15 percent.", "15", "rate", None),
        ("She would impose a 45 percent tariff on goods.", "45", "tariff", None),
        ("Women hold 20 percent of the seats there.", "20", "seat", None),
        ("The tax reduced emissions by 5 percent.", "5", "emission", None),
        ("Support for the toll has fallen to 44 percent.", "44", "voter", "Selm poll"),
        ("Some 44 percent want the tax repealed.", "44", "voter", "Selm poll"),
        ("His approval rating fell to 38 percent.", "38", "rating", "Selm poll"),
    ],
)
def test_what_voters_are_not_asked_is_of_no_poll(
    figure: Finder, text: str, number: str, head: str, source: str | None
) -> None:
    found = figure(f"A Selm poll of 800 voters found Bell ahead of Orr by 3 points. {text}", number)
    assert found.counted is not None
    assert (found.counted.head, found.source and found.source.text) == (head, source)


def test_a_survey_of_firms_finds_how_much_prices_rose(figure: Finder) -> None:
    text = "A survey of firms found that orders rose 3 percent in May. Wages rose 2 percent."
    source = figure(text, "2").source
    assert source is not None
    assert source.text == "A survey"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("A study of 1709 pupils was made.", "1709", "pupil"),
        ("The poll surveyed 1504 adults.", "1504", "adult"),
    ],
)
def test_those_asked_are_no_year(figure: Finder, text: str, number: str, head: str) -> None:
    assert figure(text, number).noun == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Orr leads Lowe by 15 points among white men.", "15", "man"),
        ("Among women, Lowe leads by 20 points.", "20", "woman"),
        ("Orr beats Lowe among seniors, 53 percent to 41 percent.", "41", "senior"),
        ("Orr has 45 percent among men and 33 percent among women.", "33", "woman"),
        ("With Latinos, Lowe is up 50 points.", "50", "Latino"),
        ("Lowe holds a 12-point edge with Hispanic voters.", "12", "voter"),
        ("Lowe is leading Orr 47 percent to 43 percent in Selm.", "43", "voter"),
        (
            "The deal is opposed by 80 percent of nurses and backed by 70 percent of Democrats.",
            "70",
            "Democrat",
        ),
    ],
)
def test_who_leads_among_a_group_has_shares_of_it_though_no_poll_is_named(
    figure: Finder, text: str, number: str, head: str
) -> None:
    assert figure(text, number).noun == head.lower()


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("With 98 percent of precincts reporting, Lowe had 52 percent and Orr 46 percent.", "98", "precinct"),
        ("With 98 percent of precincts reporting, Lowe had 52 percent and Orr 46 percent.", "52", "vote"),
        ("With 98 percent of precincts reporting, Lowe had 52 percent and Orr 46 percent.", "46", "vote"),
        ("Lowe led, 52 percent to 46 percent, with 80 percent of precincts counted.", "46", "vote"),
        ("With 70 percent of the ballots counted, Orr had 41 percent.", "41", "vote"),
        ("With all precincts in, Orr had 41 percent. Bell was second with 33 percent.", "33", "vote"),
        ("Orr led by 8 points with 40 percent of precincts reporting.", "8", "vote"),
    ],
)
def test_shares_while_precincts_report_are_of_the_votes(
    figure: Finder, text: str, number: str, head: str
) -> None:
    assert figure(text, number).noun == head


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Orr is polling at 35 percent.", "35"),
        ("Bell, who is polling at 3 percent nationally, missed the debate.", "3"),
        ("Tarn was polling in fourth place with 9 percent of the vote.", "9"),
        ("Orr, polling at about 12 percent, left.", "12"),
        ("Lowe has been polling above 50 percent in Selm.", "50"),
        ("Candidates polling below 3 percent were not invited.", "3"),
        ("The network invited candidates polling at 3 percent or more.", "3"),
    ],
)
def test_who_is_polling_at_a_share_is_no_poll_that_tells_it(figure: Finder, text: str, number: str) -> None:
    found = figure(text, number)
    assert (found.event, found.source) == ("poll", None)


def test_what_a_rival_has_whom_somebody_is_ahead_of_is_no_lead(figure: Finder) -> None:
    text = "Orr won the primary with 35 percent of the vote, ahead of Bell, who got 16 percent."
    assert figure(text, "16").event == "get"


def test_who_employs_so_many_employs_people(figure: Finder) -> None:
    assert figure("Orr will move 1,400 jobs; the firm employs 4,000.", "4,000").noun == "person"


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("The Senate confirmed Bell, 56 to 43, with four Republicans in favor.", "56", None),
        ("The Senate confirmed Bell, 56 to 43, with four Republicans in favor.", "four", None),
        ("The Senate on Tuesday confirmed Judge Orr, 56-43.", "43", None),
        ("The committee confirmed her, 12 to 8.", "12", None),
        ("The Senate has confirmed 17 judges this year.", "17", None),
        ("The Senate has confirmed just 11 of the president's nominees.", "11", None),
        ("The committee confirmed 43 deaths.", "43", "The committee"),
        ("The Senate confirmed that 17 judges had left.", "17", "The Senate"),
    ],
)
def test_who_is_voted_in_is_confirmed_by_no_report(
    figure: Finder, text: str, number: str, source: str | None
) -> None:
    credited = figure(text, number).source
    assert (credited.text if credited is not None else None) == source


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Just 22 percent think the economy is getting better.", "22", "person"),
        ("Asked whether Orr is able, 58 percent said he was not.", "58", "person"),
        ("Only 30 percent believe that the deal will work.", "30", "person"),
        ("A third agreed that the bill went too far.", "A third", "person"),
        ("Some 60 percent feel that taxes are high, and 20 percent think they are low.", "20", "person"),
        ("Of the 12 mills, half say they will close.", "half", "mill"),
    ],
)
def test_who_thinks_or_says_something_is_a_person_though_no_poll_is_named(
    figure: Finder, text: str, number: str, head: str
) -> None:
    assert figure(text, number).noun == head
