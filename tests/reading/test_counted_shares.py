"""What a share, a vote or a multiple is of."""

import pytest
from finders import Finder, HeadOf, counted_text


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Orel holds 2.2 million of Bell's 9.1 million common shares.", "2.2 million", "share"),
        ("The deal lifts his stake to 24% from 19%.", "24", "stock"),
        ("The deal lifts his stake to 24% from 19%.", "19", "stock"),
        ("The fund disclosed a stake of less than 6% in Orel.", "6", "Orel"),
        ("Reyes got 58 percent in the primary. Moore and Hill combined for 42 percent.", "42", "vote"),
        ("Moore beat Reyes by 8 percentage points in the primary.", "8", "vote"),
        ("In the poll, Reyes has 51 percent; everyone else is at 4 percent.", "4", "respondent"),
        (
            "The poll was taken with a margin of error of plus or minus 2.8 percentage points.",
            "2.8",
            "margin",
        ),
    ],
)
def test_a_share_of_which_the_clause_names_no_whole_is_of_stock_votes_or_those_asked(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("About 46 percent of voters back the plan.", "46", "voter"),
        ("The group bought a 30% stake in the airline.", "30", "airline"),
        ("The bank announced an 18 percent drop in profits.", "18", "profit"),
        ("Revenue fell 2.1 percent in the third quarter.", "2.1", "revenue"),
        ("The weekly had a circulation of 4,000, a decrease of 7 percent.", "7", "circulation"),
        ("Shares of Selm-based Orel climbed 5.5 percent.", "5.5", "share"),
        ("A poll asked nurses and doctors: nurses support the new wards, 89%-6%.", "6", "nurse"),
    ],
)
def test_a_share_is_of_its_whole(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The poll of 900 voters found the mayor ahead by 3 points.", "3", "voter"),
        ("The survey of 900 voters gives the mayor 38 percent support.", "38", "voter"),
        ("In a two-way race she leads, the poll of 900 voters found.", "two", "candidate"),
        ("The poll of 900 voters has a margin of error of 3 points.", "3", "margin"),
        ("In the poll she leads by 2 points, within the margin of error of 3.5 points.", "3.5", "margin"),
    ],
)
def test_a_lead_in_a_poll_is_of_those_asked(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("A new poll shows the candidates close. Reyes leads Moore by 6 points.", "6", "voter"),
        ("A poll before the primary put Reyes at 44 percent.", "44", "voter"),
        ("The survey was on soap. Moore got 6 percent.", "6", "respondent"),
        (
            "In the poll, Reyes got 37 percent. The firm asked 4,060 registered voters online.",
            "37",
            "voter",
        ),
        ("A poll asked voters. For Moore supporters, the choice is clear, at 73 percent.", "73", "supporter"),
        ("A poll asked voters. Anna Reyes is in third place with 24 percent.", "24", "voter"),
        ("A poll asked voters. Among Moore supporters, however, 61 percent are sure.", "61", "supporter"),
        (
            "A poll asked voters. Among Moore supporters, 61 percent are sure. Reyes leads by 6 points.",
            "6",
            "voter",
        ),
        (
            "A poll came out. By 58 percent, those surveyed said no to the tax that voters hate.",
            "58",
            "respondent",
        ),
        ("In the poll, Bell rose from 40 percent in May to 42 percent.", "42", "respondent"),
        ("In the poll, Bell has 42 percent. He leads among female voters.", "42", "respondent"),
        ("The poll shows Bell pulling within 5 points of Orr.", "5", "respondent"),
        (
            "In the poll, 41 percent back Bell. That is a rise from the 1 percent who did in May.",
            "1",
            "respondent",
        ),
    ],
)
def test_a_share_in_a_poll_is_of_those_asked(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The maker posted a 20% gain in third-quarter net income.", "20", "income"),
        (
            "The operations accounted for about 27% of Dorland's 7.38 billion Canadian dollars in sales.",
            "27",
            "sale",
        ),
        ("The mills account for nearly half the company's C$900 million in assets.", "half", "asset"),
        ("Of the 12 seats, half are vacant.", "half", "seat"),
        ("A poll was taken. Moore won the state by 8 points in 2012.", "8", "vote"),
        ("The economy grew at a brisk 3.1% annual rate.", "3.1", "economy"),
        ("Growth accelerated from a weak 1.2 percent pace.", "1.2", "growth"),
        ("Exports were weak in May. They fell 3.1 percent.", "3.1", "export"),
        ("Excluding transport, orders rose 3.1 percent.", "3.1", "order"),
        ("The union wants a 3.1 percent raise.", "3.1", "pay"),
    ],
)
def test_a_share_is_of_what_somebody_has_or_what_changes(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize("number", ["29", "17.6", "8.2"])
def test_a_row_of_names_shares_what_its_verb_is_said_of(head_of: HeadOf, number: str) -> None:
    text = (
        "Gaming revenue is up this year at three casinos: Golden Palm by 29 percent; Harbor by 17.6 percent; "
        "and Larkin by 8.2 percent."
    )
    assert head_of(text, number) == "revenue"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The deal lifts Orel's 7% share of the candy market to 12%.", "7", "market"),
        ("The deal lifts Orel's 7% share of the candy market to 12%.", "12", "market"),
        ("Two rivals have about 40% and 36% of the market.", "40", "market"),
        ("Moore sought to lift his Norsk stake above 10%.", "10", "Norsk"),
        ("Orel has a stake of 5% in Norsk. The purchase of a 48% stake is costly.", "48", "Norsk"),
        ("The mill is controlled 51% by Orel.", "51", "mill"),
        ("The group owns 22% of Orel's shares.", "22", "share"),
        ("Spending exceeded 3 percent of the nation's total output.", "3", "output"),
        ("Spending exceeded 4 percent of the nation's total economic output.", "4", "output"),
        ("Fees were 2.5 percent of output last year. They are to rise to 2.9 percent.", "2.9", "output"),
        ("Turnout was below the 30% threshold.", "30", "turnout"),
    ],
)
def test_a_share_is_of_what_is_parted(figure: Finder, text: str, number: str, head: str) -> None:
    assert figure(text, number).noun == head.lower()


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The court sent the case back by a 2-to-1 vote.", "2", "vote"),
        ("A 5-4 ruling would leave the rule in place.", "4", "vote"),
        ("Moore won the primary, 27.6 percent to 24.3 percent.", "24.3", "vote"),
        ("Moore leads Reyes 1,428 to 1,153 in pledged delegates.", "1,428", "delegate"),
        (
            "Moore has 900 delegates. The mayor conceded.\n\nHer lead is big: 1,012 to Reyes's 812.",
            "812",
            "delegate",
        ),
        ("In a poll of 900 voters, Moore came third with 23 percent of the vote.", "23", "vote"),
        ("With 100 percent of precincts reporting, Moore led the poll.", "100", "precinct"),
        ("The mayor has backing from 33 percent, a poll of voters found.", "33", "voter"),
        ("In the caucuses on Monday Moore received 49.8 percent.", "49.8", "vote"),
        ("In the primary on Monday Moore defeated Reyes by double digits.", "double digits", "vote"),
        ("The members counted the votes: 611 in favor, the rest did not care.", "611", "vote"),
        ("The polls of voters have Moore ahead by an average of seven percentage points.", "seven", "voter"),
        ("The delegate count is Jo Bell 384, Sen. Ann Orr 300, and Kay 37.", "300", "delegate"),
        ("The three parties secured 132, 81 and 79 seats.", "132", "seat"),
    ],
)
def test_votes_and_sides_are_of_what_each_has(head_of: HeadOf, text: str, number: str, head: str) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The mayor was warned twice on Friday.", "twice", "time"),
        ("Trucks failed at twice the rate of cars.", "twice", "rate"),
        ("The plan would double the deficit.", "double", "deficit"),
        ("The mills emit 90 tons a year of carbon.", "90", "carbon"),
        ("The fine was twice the donation.", "twice", "fine"),
    ],
)
def test_a_multiple_is_of_what_is_so_many_times_another(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        (
            "The union surveyed 900 nurses. Most rest too little, the poll shows: 54 percent said so.",
            "54",
            "nurse",
        ),
        ("The poll is out. Officers favored Orr 46 percent to 32 percent.", "46", "officer"),
        ("The poll is out. Officers favored Orr 46 percent to 32 percent.", "32", "officer"),
        (
            "In the poll, 52 percent of soldiers said yes, while only 20 percent would vote for Orr.",
            "20",
            "soldier",
        ),
        ("The poll has Orr ahead among women (61 percent) and older voters (67 percent).", "61", "woman"),
        (
            "A poll of voters is out. The answer was an even split: 46% with a yes, and 45% with a no.",
            "46",
            "voter",
        ),
        (
            "The poll of voters has a margin of error of 3 points for all, and 4.5 points for women.",
            "4.5",
            "margin",
        ),
        (
            "The poll is out. It has a credibility interval of 5 percentage points for all voters.",
            "5",
            "interval",
        ),
    ],
)
def test_a_share_of_a_poll_is_of_the_group_that_it_is_told_of(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The poll is out. Orr led Moore among older women by just four points.", "four", "woman"),
        ("The poll is out. He stood at 35 percent overall and 32 percent among nonwhites.", "32", "nonwhite"),
        ("The poll of voters showed a one-point difference.", "one", "voter"),
        (
            "About 82 percent of thefts were told of by men, while only 14 percent came from women.",
            "14",
            "theft",
        ),
        ("Of the 30,000 letters that came, more than 90 percent were sent by post.", "90", "letter"),
        ("Three-quarters of the $59 million spent by the mill came from him.", "Three-quarters", "money"),
        ("More than half those who met her gave money.", "half", "person"),
        ("Half of those killed were women.", "Half", "person"),
        ("The mayor claimed that crime has gone down 20 percent.", "20", "crime"),
        ("Its trade with the two states declined 40 percent.", "40", "trade"),
        ("The Tavor index lost 85.31 points, or 1.1 percent.", "1.1", "index"),
        ("Some 540 houses were damaged, half of them in Selm.", "half", "house"),
        (
            "Some 78 percent of teachers stayed away. The union said the figure was above 90 percent.",
            "90",
            "teacher",
        ),
        ("The union wants a raise of 12 percent; the state has offered 5 percent.", "5", "pay"),
        (
            "Unions demand a pay rise of 12 percent. Employers have offered a rise of 4.5 percent.",
            "4.5",
            "pay",
        ),
        ("Orel Air, 34 percent owned by the state, flew 6 million people.", "34", "Air"),
        ("Orel Air flew 6 million passengers in nine months, up 8 percent.", "8", "passenger"),
        ("Of those who answered, 58 percent called themselves believers.", "58", "person"),
    ],
)
def test_a_share_without_a_whole_is_of_the_one_that_the_text_had(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


def test_a_nation_with_a_number_is_its_people_and_a_turnout_is_people(
    figure: Finder, head_of: HeadOf
) -> None:
    text = "There were 61 Indians, five Chinese and three Britons aboard."
    assert counted_text(figure(text, "five")) == "Chinese"
    assert head_of("Police put the turnout at 45,000.", "45,000") == "person"


def test_a_share_of_those_is_of_the_people_counted_in_its_sentence(figure: Finder) -> None:
    assert (
        counted_text(figure("The campaign reached 900 children, 96 percent of those targeted.", "96"))
        == "children"
    )


def test_where_votes_are_cast_is_no_poll(figure: Finder) -> None:
    text = (
        "With 74 percent of polling stations counted, the Reds had 46 percent of the vote in the election. "
        "The Greens, with 6.1 percent, would take six seats."
    )
    assert counted_text(figure(text, "6.1")) == "vote"


POLL = "A poll of registered voters is out. "


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        (POLL + "Reyes started out more than 60 points ahead of Moore.", "60", "voters"),
        (POLL + "They oppose the bridge toll by a 2-to-1 margin.", "2-to-1", "voters"),
        (POLL + "Moore finished just 0.3 points behind Bell and beat Orr.", "0.3", "voters"),
        (POLL + "Bell's rating is at 32 points (50 percent to 18 percent).", "50", "voters"),
        (POLL + "Bell's rating is at 32 points (50 percent to 18 percent).", "18", "voters"),
        (POLL + "Among Danes, 60 percent like it. Among women, the figure is 75 percent.", "75", "women"),
        ("Everything works for the 1 percent.", "1", "person"),
        ("Growth was 1.0 percent, and the 1 percent will last.", "1", "Growth"),
        ("The top 1 percent took in half of all capital gains.", "half", "capital gains"),
        ("Bell raised $26 million, almost half of which came from donors.", "half", "money"),
        ("The plan would add less than 1 percent to national output.", "1", "national output"),
        ("The credits increased by 7 percent the take-home pay of the poor.", "7", "take-home pay"),
    ],
)
def test_a_share_is_of_those_asked_or_of_what_its_words_say(
    figure: Finder, text: str, number: str, counted: str
) -> None:
    found = figure(text, number).counted
    assert found is not None
    assert found.text in {counted, f"registered {counted}"}


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Support for Orr rose four points.", "four", "voter"),
        ("Orr's support fell to 48 percent.", "48", "voter"),
        ("Orr's lead narrowed from 20 points to 13 points.", "13", "voter"),
        ("Orr is the only other candidate who came in at 53 percent.", "53", "voter"),
        ("Her approval rating fell to 40 percent.", "40", "rating"),
        ("Orr carried the state 66% to 30% in 2008.", "66", "vote"),
        ("Orr carried the state 66% to 30% in 2008.", "30", "vote"),
        ("Bell lost that district 68%-31%.", "31", "vote"),
    ],
)
def test_support_and_leads_are_of_those_asked_and_results_of_elections_are_not(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(f"The poll of 900 voters has news of the race. {text}", number) == head


def test_those_asked_in_one_place_are_not_those_of_the_place_that_a_text_goes_on_to(figure: Finder) -> None:
    text = (
        "The poll found that 43% of Ohio voters back Orr.\n\nIn Florida, the race is open. She has 45%.\n\n"
        "The college asked people in Ohio and in Florida last week about 3 candidates."
    )
    assert counted_text(figure(text, "45")) == "voter"


def test_a_share_goes_on_with_the_group_before_not_with_one_of_the_next_clause(figure: Finder) -> None:
    text = (
        "The poll found that forty percent of Norwegian Americans trust Orr. "
        "Six percent said they trust Bell, and both candidates enjoyed support among older voters."
    )
    assert counted_text(figure(text, "Six")) == "Norwegian Americans"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The smuggler was jailed for six years and four months.", "six", "sentence"),
        ("The smuggler was jailed for six years and four months.", "four", "sentence"),
        ("The pilot faces up to 20 years in prison.", "20", "sentence"),
        ("The shortest wait was nine days and two hours.", "nine", "wait"),
        ("The shortest wait was nine days and two hours.", "two", "wait"),
        ("The vote was nine days ago.", "nine", "time"),
        ("The poet spent 11 years in jail.", "11", "time"),
        ("The Senate voted 80 to 19 for the pact.", "19", "senator"),
        ("The council voted 7-2 to close the mill.", "7", "member"),
        ("The vote then was 81 to 17.", "81", "vote"),
        ("Some 640 doctors are paid above $150,000 a year.", "150,000", "salary"),
        ("Doctors earn $150,000 a year. Twelve of them are paid more than $200,000.", "200,000", "salary"),
        ("The mill earned $3 million a year.", "3 million", "earnings"),
        ("Of the 3.1 tons of tea that was seized, about 40 percent had been shipped from Selm.", "40", "tea"),
        ("Police held two guards after a shooting by three rebels that killed 14.", "14", "person"),
        ("The two contenders go to a second round, the board said.", "two", "contender"),
    ],
)
def test_lengths_votes_and_pay_are_of_what_their_verbs_tell(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A charity asked 612 nurses about it for a survey. Nearly half said they were tired.", "half"),
        ("The survey is new. Of 640 nurses asked, 62 percent smoked. Only 9 percent named pay.", "9"),
    ],
)
def test_those_whose_number_was_asked_are_whom_shares_of_a_survey_are_of(
    head_of: HeadOf, text: str, number: str
) -> None:
    assert head_of(text, number) == "nurse"


def test_going_to_the_polls_is_no_survey_and_results_are_of_votes(figure: Finder) -> None:
    text = (
        "People went to the polls in Selm on Sunday. In the election Ann Orr followed with 47.9%. "
        "A third candidate came in at 2.7%."
    )
    for number in ("47.9", "2.7"):
        assert figure(text, number).noun == "vote"


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Orr won older voters in the last election by 71 percent to 27 percent.", "27", "voter"),
        ("On Tuesday he won the primary by more than 20 points among women in Selm.", "20", "woman"),
        ("Orr won the state by 8 points in the election.", "8", "vote"),
        ("In the poll he is ahead, after a 22-point loss in the Selm primary.", "22", "vote"),
    ],
)
def test_what_is_won_by_points_is_of_those_who_were_won(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Orr became a 93 percent owner of the new club.", "93", "club"),
        ("Orel is a 40% shareholder in the bank.", "40", "bank"),
        ("Orel holds 525,546 common shares, or a 5.3% stake.", "5.3", "share"),
        ("Orel has five mills, or a 40% share of the market.", "40", "market"),
        (
            "The law hit bakers because of tight profit margins (around 4 percent) in that trade.",
            "4",
            "margin",
        ),
        ("More than half of her support (57 percent) comes from women, the poll found.", "57", "support"),
        ("They hurt the dollar, except that it is up 22 percent since then.", "22", "dollar"),
        ("We saw the prices falling, but this year they jumped up 20 percent.", "20", "price"),
        (
            "Approval of Orr, still a net negative 6 points, has risen 8 points, the poll found.",
            "8",
            "respondent",
        ),
    ],
)
def test_a_share_is_of_what_is_owned_or_said_before(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Unemployment has fallen to 5 percent, less than half its peak.", "half", "unemployment"),
        ("The jobless rate is less than half its 2009 peak.", "half", "rate"),
        ("The herd is now a third of its former size.", "a third", "herd"),
        ("Exports are at half their level of 2010.", "half", "export"),
        ("The firm lost half its value.", "half", "value"),
        ("The mill sold half its barges.", "half", "barge"),
        ("The results lifted the Nasdaq 1.2 percent, while the Dow lost 0.8 percent.", "1.2", "Nasdaq"),
        ("The results lifted the Nasdaq 1.2 percent, while the Dow lost 0.8 percent.", "0.8", "Dow"),
        ("The panel held to its 15 percent threshold in the polls.", "15", "respondent"),
        ("The Greens got 4 percent of the vote, below the 5 percent threshold.", "5", "vote"),
        ("A survey found that 53 percent of millennials are idle; 26 percent are not.", "26", "millennial"),
    ],
)
def test_a_share_is_of_what_is_held_against_its_past_moved_or_marked(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Some 78 percent of nurses back it. That's up six points from May.", "six", "nurse"),
        ("Unemployment was 9 percent in May. That was up 2 percentage points.", "2", "unemployment"),
        ("Turnout was 61 percent. This is down 4 points from 1994.", "4", "turnout"),
        ("Some 40 percent of homes have one. That is up from 31 percent in 1995.", "31", "home"),
        ("The governor called the 9 percent increase a slap in the face.", "9", "increase"),
    ],
)
def test_what_moved_is_what_was_told_before_and_nobody_who_speaks_of_it(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("The agency approved 22,000 visas, a 17 percent drop from a year earlier.", "17", "visa"),
        ("The airport handled 1.2 million passengers in May, a 6 percent rise.", "6", "passenger"),
        ("The hospital did 40 transplants, a 9 percent increase in operations.", "9", "operation"),
        ("About 60 percent of parents blamed the school and 20 percent the mayor.", "20", "parent"),
        ("Forty percent of nurses cited pay, 25 percent stress and 9 percent violence.", "9", "nurse"),
        ("Wages rose 2.8 percent, the bureau said. Economists had expected 2.6 percent.", "2.6", "wages"),
        ("Among women, the figure was 61 percent.", "61", "woman"),
        ("The rate in the city is 9 percent; for renters, the figure is 16 percent.", "16", "renter"),
        ("Prices are a third below their peak.", "a third", "price"),
    ],
)
def test_a_share_told_in_short_is_of_those_told_of_before(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("Of the crop, maize made up 37 percent.", "37", "crop"),
        ("Of the power, coal gave 44 percent, wind 30 percent and water 12 percent.", "30", "power"),
        ("Of its budget, schools take 37 percent.", "37", "budget"),
        ("Of the crop, wheat was up 5 percent.", "5", "wheat"),
        ("Of course, wheat was 5 percent of the crop.", "5", "crop"),
    ],
)
def test_a_share_is_of_the_thing_that_its_sentence_opens_with(
    head_of: HeadOf, text: str, number: str, head: str
) -> None:
    assert head_of(text, number) == head


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Talks over a 6 percent pay rise broke down.", "pay"),
        ("They marched against a 6 percent fare increase.", "fare"),
        ("The union wants a 6 percent wage increase.", "wage"),
    ],
)
def test_a_change_is_of_the_thing_that_names_it(head_of: HeadOf, text: str, head: str) -> None:
    assert head_of(text, "6") == head


@pytest.mark.parametrize(
    ("text", "number", "head"),
    [
        ("One in eight children is poor. The true figure is one in six, Hearth says.", "one in six", "child"),
        ("One in eight children is poor. The actual share is 12 percent, Hearth says.", "12", "child"),
        ("Wind supplies 33 percent of our power. The operator's figures give 27 percent.", "27", "power"),
        ("Debt is at 98% of output. The mayor will bring it below 90% by 2029.", "90", "output"),
        ("Debt is at 98% of output. The central bank expects 96%.", "96", "output"),
        ("Some 78 percent of pupils passed. In Selm, however, only 58 percent did.", "58", "pupil"),
        ("Tax revenue was $38 billion. For the first five months it was down 1.8 percent.", "1.8", "revenue"),
    ],
)
def test_a_share_that_is_told_anew_is_of_what_the_one_before_is(
    text: str, number: str, head: str, head_of: HeadOf
) -> None:
    assert head_of(text, number) == head
