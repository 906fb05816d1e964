"""What a careful reader takes for different things is never called a conflict."""

from collections.abc import Callable

import pytest

import addup
from addup.grouping.group import group
from addup.grouping.subjects.matters import names_in
from addup.records import Reading

Read = Callable[..., Reading]

DIFFERENT_THINGS = [
    # each bidder has its own
    "Halden said that 5,745,188 shares of Orel had been tendered by Thursday. Varna said that 11,580 shares "
    "of Orel had been tendered by Thursday.",
    # of what something costs, only the story tells
    "It costs $100,000 a month to run a golf course, Hale said. Today that same membership costs $25,000.",
    # a quarter and the nine months that end with it
    "Halden Corp. said sales for the third quarter rose 8% to $36.5 million. For the nine months, sales were "
    "$115 million, up from $106 million.",
    # a profit of nine months may be below that of one of their quarters
    "Halden Corp. had a loss of $26.3 million, or $1.57 a share, in the third quarter. For the nine months, "
    "the loss was $21.2 million, or $1.08 a share.",
    # the number before, said in two ways
    "Halden said net income for the six months ended March 31 fell to $89 million, or 16 cents a share, from "
    "$94 million, or 17.3 cents a share.",
    # each firm has its own
    "Halden Corp. reported third-quarter net income of $27 million. Varna Ltd. reported third-quarter net "
    "income of $4 million.",
    # each answer has its own share
    "In the poll, 48 percent of respondents chose Hale while 40 percent chose Brandt. Among the young, 56 "
    "percent of respondents chose Brandt.",
    # two polls that differ are both right
    "A Norden poll said that 43 percent of voters support the bill. A Varna poll said that 47 percent of "
    "voters support the bill.",
    # "the three" are not "the four"
    "Seven ships left Lund. The three ships reached Holm on Monday. The four ships turned back.",
    # each has its own
    "Hale now has at least 882 delegates. Brandt has 232. It takes 1,237 delegates to win.",
    # those of one night are not those since a year
    "Since 2015, more than 400 soldiers have been killed in Marland. On Monday a mine killed three people in "
    "Marland.",
    # a verb between two amounts raises no number
    "The Brandt campaign raised $500,000 from Ana Hale, who had previously backed Sato, and $100,000 "
    "from Otto Lind.",
    # each of two that are compared has its own
    "As of Monday, Hale had 2,205 delegates, compared with Brandt, who had 1,401, according to a tally.",
    "Hale has $1.3 million in the bank, compared to Brandt's paltry $31,000.",
    # what each says that it took in is its own
    "The Hale campaign says it raised more than $21 million in January. The Brandt campaign says it raised "
    "roughly $15 million in January.",
    # who is sent goes from the whole
    "The general ordered 10 of his men from a force of 500 near Lund to search the woods.",
    # a rating below nothing is the size of a gap
    "In a Norden poll Hale had a net negative rating of -11 points.",
    # other questions have other answers
    "In a Norden poll 74 percent of voters said they trust Hale. More than half of voters said they were "
    "worried.",
    # so far apart, two counts are of two things
    "The ministry said that 22 emails contained secrets. Reviewers said that more than 1,300 emails "
    "contained names.",
    # those of one week are neither all so far nor those of the week before
    "The minister said the number of new cases fell to 19 in the past week from 38 a week earlier. The "
    "clinics said they had recorded 402 cases.",
    # shares of different wholes
    "The figures said that the rate was 4.4 percent in January. It was the lowest for two decades. The "
    "analysis said that the rate was 7.2 percent in January.",
    # dozens here and hundreds in all
    "Dozens of golf courses here and hundreds around the country are for sale.",
    # a line drawn is no count
    "A study looked at firms with 1,000 or more employees. Halden has more than 7,600 employees, "
    "according to its papers.",
    # ways hold no delegates
    "Hale said he has several ways of winning, including with the 100 or so delegates who are free.",
    # nor do calls
    "They arranged two conference calls, including one on Sunday in which organisers claimed that nearly 400 "
    "delegates took part.",
    # a share is of none of the counts that several have, whether their noun is said or not
    "Rubens quits the race after the primary elections, having won 163 delegates. All that Cole has to do is "
    "win 91 percent of the remaining delegates. In the race for delegates, Lowe has 568. Cole has 370 "
    "delegates, and Dunn has 129.",
    # what was counted twice is taken off the toll
    "The agency said the quake killed 389 people. It had earlier put the toll at 412 but said that 23 bodies "
    "had been counted twice.",
    # of hunger since a month, and of shelling on a day; all since the siege began
    "At least 29 people have died of hunger in Norra this month, doctors said. Shelling killed 14 people in "
    "Norra on Wednesday, the council said, adding that 612 civilians had been killed since the siege began.",
    # two at each place are four
    "The attacks in Lund killed four Danes, the ministry said. Two Danes were killed at each place.",
]


@pytest.mark.parametrize("text", DIFFERENT_THINGS)
def test_numbers_of_different_things_do_not_clash(read: Read, text: str) -> None:
    assert addup.check(addup.series([read(text, published="2024-05-16")])).status == "consistent"


@pytest.mark.parametrize(
    "text",
    [
        # of one order of magnitude
        "One firm says there are more than 2,400 billionaires in the world. Another firm says there are "
        "about 1,800 billionaires in the world.",
        "The ministry said that the jobless rate was 5 percent. The union said that the jobless rate was 9 "
        "percent.",
        # a slip between millions and billions
        "The ministry said that the damage is 1.5 million euros. The mayor said that the damage is 1.5 "
        "billion euros.",
        "The army said that 40 houses in Holm were burned on Monday. The mayor said that 25 houses in Holm "
        "were burned on Monday.",
        # a stretch of days has no more than a longer one around it
        "The union said that 900 cars were built in March 2024. The company said that 700 cars were built in "
        "the first quarter of 2024.",
    ],
)
def test_two_named_sources_that_differ_clash(read: Read, text: str) -> None:
    assert addup.check(addup.series([read(text, published="2024-05-16")])).status == "conflict"


def test_what_was_counted_in_two_weeks_is_not_revised(read: Read) -> None:
    text = "The minister said the number of new cases fell to 19 in the past week from 38 a week earlier."
    result = addup.check(addup.series([read(text, published="2024-05-16")]))
    assert not [finding for finding in result.findings if finding.kind == "revised"]


def test_fewer_new_cases_than_in_the_week_before_are_no_conflict(read: Read) -> None:
    first = read(
        "The clinics of Kessen said 38 new cases of the fever were found in Kessen in the past week.",
        published="2025-08-14",
    )
    second = read(
        "The minister said the number of new cases in Kessen fell to 19 in the past week from 38 a week "
        "earlier.",
        published="2025-08-21",
    )
    assert addup.check(addup.series([first, second])).status == "consistent"


def test_two_outbreaks_are_not_one_for_a_body_that_tells_of_both(read: Read) -> None:
    told = "The World Health Organization said that {} people had been infected in {}."
    first = read(told.format("3,480", "Tavania"), published="2024-05-20")
    second = read(told.format("331", "Kessen"), published="2025-08-21")
    assert len(names_in(first.document.text) & names_in(second.document.text)) == 2
    assert addup.check(addup.series([first, second])).status == "consistent"


def test_a_headline_leaves_out_the_hedge_of_what_it_repeats(read: Read) -> None:
    text = (
        "Fever kills 34 in Marland's flooded south\n\nAt least 34 people have died of fever since floods cut "
        "off the south of Marland three weeks ago, health officials said Thursday.\n\n"
        "The Lund Clinic, an aid group, put the number of deaths at 51, saying many families bury their dead "
        "without telling the authorities. The group said its own clinics had treated 870 patients, 19 of "
        "whom died."
    )
    assert addup.check(addup.series([read(text, published="2024-05-16")])).conflicts == ()


def test_a_town_and_its_region_are_not_added_up(read: Read) -> None:
    readings = [
        read("A flood killed 42 people in Brennick on Monday, police said.", published="2024-05-14"),
        read("A flood killed 42 people in Marland on Monday, the army said.", published="2024-05-14"),
        read(
            "A flood killed 42 people in Brennick and Marland on Monday, the mayor said.",
            published="2024-05-14",
        ),
    ]
    grouping = addup.series(readings)
    assert not [relation for relation in grouping.relations if "+" in relation.text]
    assert addup.check(grouping).conflicts == ()


def test_a_denial_stands_beside_who_said_it_and_not_who_told_of_that(read: Read) -> None:
    text = (
        "The union said that many want to leave after Kestrian officials suggested that Morvania was behind "
        "the attack. Morvania has denied any involvement."
    )
    result = addup.check(addup.series([read(text)]))
    (disputed,) = (finding for finding in result.findings if finding.kind == "disputed")
    assert [row.split(" suggested")[0] for row in disputed.rows][:-1] == ["Kestrian officials"]


@pytest.mark.parametrize(
    "text",
    [
        # what is denied has nothing to do with what was said, long before, of the one who denies
        "The union said that Hale had opened a school in Lund. The harbour was quiet on Monday, and the "
        "boats stayed in. Most shops were closed, and the trains ran late because of the snow on the "
        "line to Holm. The museum opened a show of old maps, and a choir sang in the church. On Tuesday "
        "Hale denied that she would leave the council.",
        # a share of those asked is nobody who denies
        "The party wanted a limit. The plan was rejected by 64 percent.",
    ],
)
def test_a_denial_of_something_else_disputes_nothing(read: Read, text: str) -> None:
    result = addup.check(addup.series([read(text, published="2024-05-16")]))
    assert not [finding for finding in result.findings if finding.kind == "disputed"]


def test_what_is_part_of_50_is_not_part_of_865(read: Read) -> None:
    readings = [
        read(
            "Hale won at least 44 of the 50 delegates at stake in Holm. Hale will win at least 38 of the 50 "
            "delegates at stake.",
            published="2024-02-20",
        ),
        read(
            "Brandt is now assured of winning at least 334 of the 865 delegates at stake on Tuesday.",
            published="2024-03-01",
        ),
    ]
    one_matter = frozenset(reading.document.id for reading in readings)
    assert addup.check(group(readings, together=[one_matter])).status == "consistent"


def test_shares_of_two_firms_at_one_exchange_have_two_prices(read: Read) -> None:
    readings = [
        read(
            f"In Norden Stock Exchange trading on Friday, {firm} shares closed at ${price}.",
            published="2024-05-19",
        )
        for firm, price in (("Halden", "23.25"), ("Varna", "19.50"))
    ]
    one_matter = frozenset(reading.document.id for reading in readings)
    assert addup.check(group(readings, together=[one_matter])).status == "consistent"


def test_attackers_whom_troops_killed_are_none_of_their_victims(read: Read) -> None:
    reading = read(
        "Gunmen attacked the village of Tarun on Friday, killing 22 people, officials said. "
        "The army said troops had pursued the attackers and killed 17 of them.",
        published="2022-03-12",
    )
    grouping = group([reading])
    assert addup.check(grouping).status == "consistent"
    assert not grouping.relations


def test_the_dead_of_a_day_are_not_set_beside_those_of_a_war_of_years(read: Read) -> None:
    reading = read(
        "Gunmen killed 22 people in Tarun on Friday, officials said. "
        "More than 8,000 people have been killed in Tarun since the war began in 2011.",
        published="2022-03-12",
    )
    assert len(group([reading]).series) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Cholera has killed 34 people in a camp at Tol. It holds people who fled from floods. "
        "The floods killed 312 people, the government said.",
        "Shelling killed nine people in Drena, the mayor said. "
        "The army put the rebels' losses at 150 killed, seven tanks and 12 armoured vehicles.",
        "There have been 213 cases in Arcady this year. One patient can infect up to 18 others, he said.",
    ],
)
def test_other_causes_losses_of_an_army_and_what_may_be_are_no_contradiction(read: Read, text: str) -> None:
    assert addup.check(group([read(text, published="2024-11-19")])).status == "consistent"


def test_homes_are_not_arrested_and_bodies_of_civilians_are_no_soldiers(read: Read) -> None:
    text = "Fourteen people were arrested on Monday, among them two guards, in a hunt through 22 homes."
    assert "mismatch" not in {finding.kind for finding in addup.check(addup.series([read(text)])).findings}
    text = "Troops killed 74 rebels near Selm on Monday. A doctor counted 23 bodies of civilians near Selm."
    assert addup.check(addup.series([read(text)])).status == "consistent"


def test_suspects_are_released_and_jobs_that_go_are_lost(read: Read) -> None:
    names = [
        one.name for one in addup.series([read("Three suspects were released. Some 40 jobs will go.")]).series
    ]
    assert names == ["released", "laid off"]


@pytest.mark.parametrize(
    "told", ["Another 29 are still being treated.", "The mayor said that 20 were treated and released."]
)
def test_those_treated_now_or_sent_home_are_not_all_who_were_hurt(read: Read, told: str) -> None:
    reading = read(
        f"A bomb in Orrin wounded 34 people on Thursday, police said. {told}", published="2024-05-18"
    )
    assert addup.check(group([reading])).status == "consistent"


@pytest.mark.parametrize(
    "text",
    [
        # the ballots that were counted are nobody's
        "With all of the ballots counted, Ilya Marin received 52.6 percent of the vote in Velonia, "
        "the commission said. All of the ballots counted were won in Velonia by Marin and Reva.",
        # each candidate has their own, also where it is said twice
        "Ilya Marin won the election in Velonia with 52.6 percent of the vote, the election "
        "commission said. Marin received 2,061,300 votes and Reva 1,702,800, or 43.5 percent, the "
        "commission said.",
        # another season
        "The flu has killed 314 people in Velonia since October, 47 of them in the past week. Last "
        "season the flu killed 402 people.",
        # what came to a toll is not the toll
        "Another 38 people died of the flu in Velonia in the past week, bringing the number of "
        "deaths this season to 352, the health agency said.",
        # those who voted for it are not all who voted
        "In Selm 11,900 people voted for the tram and 7,060 against. The city has 48,000 registered voters. "
        "Turnout was 40 percent, the city said.",
        # each week has its own cases
        "Selm town has reported 58 cases of cholera. The last two weeks have seen fewer cases, with 9 in the "
        "first week and 4 in the second, against 22 in the week of the peak.",
        # most of those rejected, not of all
        "In all, 34,560 ballots were counted in Selm, of which 378 were rejected, most of them because "
        "voters had marked two names.",
        # those convicted were found guilty, and not cleared
        "The court in Selm found 39 men guilty of at least one charge and cleared 8 of everything. Twelve of "
        "those convicted were jailed.",
        # how old they were
        "The flood in Selm killed 57 people. The oldest of the dead was 81, the youngest 6.",
        # all of a year is not all so far
        "Officials in Tarn County have confirmed 148 cases of measles since January 20. The state "
        "recorded 12 cases of measles in all of 2023.",
    ],
)
def test_reports_on_votes_and_seasons_do_not_clash(read: Read, text: str) -> None:
    assert addup.check(group([read(text, published="2024-03-12")])).status == "consistent"


def test_those_to_whom_it_happened_and_did_not_are_together_at_most_all(read: Read) -> None:
    text = "Of the 148 people who fell ill in Tarn County, 112 were not vaccinated and 51 were vaccinated."
    assert addup.check(group([read(text, published="2024-03-12")])).status == "conflict"
