"""Which days a figure covers."""

from collections.abc import Callable
from datetime import date

import pytest

import addup
from addup.records import Figure, Period, Reading

Finder = Callable[[str, str], Figure]


def days(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("Some 140 fell ill in the week to Sunday.", "140", days("2024-05-06", "2024-05-12")),
        ("On Tuesday 31 people drowned.", "31", days("2024-05-14", "2024-05-14")),
        ("More than 9,000 people have signed since 1 March 2024.", "9,000", days("2024-03-01", "2024-05-16")),
        ("In the past 10 days, some 900 men have signed.", "900", days("2024-05-07", "2024-05-16")),
        (
            "A fire that began on Monday has burned 900 homes and hurt 12 people.",
            "12",
            days("2024-05-13", "2024-05-16"),
        ),
        (
            "Raids brought to 40 the number of people killed since May 2023.",
            "40",
            days("2023-05-01", "2024-05-16"),
        ),
        ("Raids brought to 40 the number killed this year.", "40", days("2024-01-01", "2024-05-16")),
        ("Oil for July delivery rose $2 on Tuesday.", "2", days("2024-05-14", "2024-05-14")),
        (
            "Profit for the January-March quarter was $9 million.",
            "9 million",
            days("2024-01-01", "2024-03-31"),
        ),
        (
            "Since the vote on 3 May 40 people have been arrested.",
            "40",
            days("2024-05-03", "2024-05-16"),
        ),
        (
            "Some 900 people have fled since the fall of Selm on Monday.",
            "900",
            days("2024-05-13", "2024-05-16"),
        ),
        (
            "Since the last report, of 10 May, 301 cases were added.",
            "301",
            days("2024-05-10", "2024-05-16"),
        ),
        (
            "Sales in the first quarter of 2023 were $9 million.",
            "9 million",
            days("2023-01-01", "2023-03-31"),
        ),
    ],
)
def test_a_figure_has_the_days_of_its_sentence(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_what_began_after_the_report_is_not_since_when_it_counts(read: Callable[..., Reading]) -> None:
    text = "More than 4,000 people have reached the island since January."
    (figure,) = read(text, published="2024-11-20").figures
    assert not figure.period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "In the third quarter profit fell to $40 million. The merger had cost it $31 million a year.",
            "31 million",
        ),
        ("The firm, which employs 310 people, will close a plant next year.", "310"),
        ("Some 40 percent opposed it, up from 30 percent in March, while 31 percent backed it.", "31"),
        ("Orders were 31 percent below last year's level.", "31"),
        ("The party won 26 seats on Sunday, down from 31.", "31"),
        ("A court jailed him on Monday for killing 31 hostages.", "31"),
        ("He was sentenced on Monday for his part in the massacre of 31 villagers.", "31"),
        ("The storm has killed 31 people, six of them in a blast on Wednesday.", "31"),
        ("Turnout on the island was 31 percent, seven points below that of 2020.", "31"),
        ("Orel will issue 4 million shares; last Monday, it had 70 million.", "4 million"),
        ("It hopes to hold 5% of the market by 1992; currently it holds 2%.", "2"),
        ("The team dug 17 kilometres from Selm, the 11th century temple.", "17"),
        ("The index was within 70 points of its record high set on Aug. 6.", "70"),
        ("The ministry has recorded 4,310 cases, including 260 in the past 24 hours.", "4,310"),
        ("The bank lost $2 million after it said September sales were off.", "2 million"),
        ("About 8,400 troops remain, down from a peak of 140,000 in 2011.", "8,400"),
        ("It needs $48 million, of which 19 million had come by Wednesday.", "48 million"),
        ("Output was 24% higher than in 2003.", "24"),
        ("Tin fell to $14 a pound after a survey showed stocks had risen in April.", "14"),
        ("The jobless rate was 4.7 percent, unchanged from April.", "4.7"),
        ("Diesel costs $2.31 a gallon, 6 cents more than a month ago.", "2.31"),
        ("Wheat futures for March fell 4 cents to $4.12 a bushel.", "4"),
    ],
)
def test_a_figure_has_not_the_days_of_another(figure: Finder, text: str, number: str) -> None:
    assert not figure(text, number).period.known


def test_when_those_counted_did_something_else_is_not_when_they_are_counted(figure: Finder) -> None:
    text = "The camp now holds 310 people who fled when the river flooded their town in March."
    assert not figure(text, "310").period.known


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("From January through March, 310 people fled.", "310", days("2024-01-01", "2024-03-31")),
        ("Between May and August 2021, 310 people fled.", "310", days("2021-05-01", "2021-08-31")),
        ("From 2010 to 2015, 310 people fled.", "310", days("2010-01-01", "2015-12-31")),
        ("Between 3 and 5 May, 310 people fled.", "310", days("2024-05-03", "2024-05-05")),
        ("On Monday and Tuesday, 310 people fled.", "310", days("2024-05-13", "2024-05-14")),
        ("In the year to March, exports fell 4 percent.", "4", days("2023-04-01", "2024-03-31")),
        ("In the 12 months ended April 30, exports fell 4 percent.", "4", days("2023-05-01", "2024-04-30")),
        ("For the week ended May 4, claims fell to 310,000.", "310,000", days("2024-04-28", "2024-05-04")),
        ("Some 310 people have fled since the war began in April.", "310", days("2024-04-01", "2024-05-16")),
        ("The firm must repay $4 million within 30 days.", "4 million", days("2024-05-16", "2024-06-15")),
        ("In the two years since the coup, 310 people fled.", "310", days("2022-05-16", "2024-05-16")),
        (
            "Three days after the quake of May 7, 31 people were found.",
            "31",
            days("2024-05-10", "2024-05-10"),
        ),
    ],
)
def test_two_ends_make_one_stretch(figure: Finder, text: str, number: str, period: Period) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The bank sold $40 million of notes due Nov. 1, 2031.", "40 million"),
        ("Sales dropped 23 percent compared to March 2022.", "23"),
        ("Some 40 people praised the men who founded the party in 1961.", "40"),
        ("The minister promised a vote next year after delegates voted 89 to 52 for it.", "89"),
        ("Two weeks before the vote, 40 percent were undecided.", "40"),
        ("Police said on Tuesday that 40 people were in custody.", "40"),
        ("On May 6 a 44-year-old driver was charged.", "44"),
        ("The mill was sold five years ago.", "five"),
        ("On Tuesday he spoke of trade between the two countries.", "two"),
        ("The firm now has 237 orders.", "237"),
        ("Profit in the fourth quarter of fiscal 2023 was $4 million.", "4 million"),
        ("The mill hired 40 people to restore the roof by the end of 2026.", "40"),
    ],
)
def test_the_time_of_something_else_is_not_that_of_the_figure(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == Period()


def test_a_year_whose_days_are_unknown_is_not_taken_for_the_one_reported_on(figure: Finder) -> None:
    text = "Hill Corp. lost $2 million in the first quarter. In fiscal 2022 it earned $17 million."
    found = figure(text, "17 million")
    assert found.period == Period()
    assert found.time is not None
    assert found.time.text == "fiscal 2022"


def test_only_what_follows_is_of_the_year_earlier(figure: Finder) -> None:
    text = "Profit for the first quarter of 2024 fell 50% to 75% below the year-earlier $5 million."
    assert figure(text, "50% to 75").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "5 million").period == days("2023-01-01", "2023-03-31")


def test_things_known_before_may_have_a_day_of_their_own(figure: Finder) -> None:
    text = "Four of the 14 fires since 2019 were set, police said."
    assert figure(text, "14").period == days("2019-01-01", "2024-05-16")


def test_a_time_in_the_phrase_of_what_is_counted_comes_first(figure: Finder) -> None:
    text = "The council on Wednesday condemned Monday's two bomb attacks in the north."
    assert figure(text, "two").period == days("2024-05-13", "2024-05-13")


def test_a_number_of_comparison_has_the_time_behind_it(figure: Finder) -> None:
    text = "The rate fell to 3.8 percent last month from 4.1 percent in December."
    assert figure(text, "3.8").period == days("2024-04-01", "2024-04-30")
    assert figure(text, "4.1").period == days("2023-12-01", "2023-12-31")
    text = "On Sunday the city posted 160 guards along the river, up from 90 last year."
    assert figure(text, "160").period == days("2024-05-12", "2024-05-12")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Prices rose 7 percent in March from a year earlier, after a 6 percent increase in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        (
            "Prices rose 7 percent in March from a year earlier, compared with 6 percent in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        (
            "Prices were 7 percent higher in March than a year earlier, after a 6 percent rise in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        (
            "Exports fell 7 percent in March from a year ago following a 6 percent drop in February.",
            "6",
            days("2024-02-01", "2024-02-29"),
        ),
        ("Output was 40 tonnes in 2022, up 6 percent on 2021.", "6", days("2022-01-01", "2022-12-31")),
        (
            "Output was 40 tonnes in 2022, up 6 percent on the year before.",
            "6",
            days("2022-01-01", "2022-12-31"),
        ),
        (
            "The loss narrowed to $9 million in 2022 from $14 million.",
            "14 million",
            days("2021-01-01", "2021-12-31"),
        ),
        (
            "Some 270 miners have died since 2005, 58 of them last year.",
            "58",
            days("2023-01-01", "2023-12-31"),
        ),
        ("Thefts have doubled since 2019, from 40 to 90 last year.", "40", days("2019-01-01", "2019-12-31")),
    ],
)
def test_what_something_is_held_against_has_its_own_time(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize("text", ["Revenue rose 7 percent from a year earlier, while costs fell 3 percent."])
def test_the_year_that_a_change_is_counted_from_is_not_that_of_what_follows(
    figure: Finder, text: str
) -> None:
    assert not figure(text, "3").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The cuts are to save $40 million a year from 2025.", "40 million"),
        ("The mill will make 40,000 cars a year starting in 2025.", "40,000"),
    ],
)
def test_what_begins_in_time_to_come_has_no_end(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == Period(date(2025, 1, 1), None)


def test_what_somebody_did_before_the_trial_has_its_own_day(figure: Finder) -> None:
    text = "He was convicted on Friday of killing 40 people in 1994."
    assert figure(text, "40").period == days("1994-01-01", "1994-12-31")


def test_what_is_told_without_a_time_is_of_the_day_that_the_article_tells_of(figure: Finder) -> None:
    text = (
        "Fans filled the old town on Tuesday.\n\nPolice closed four streets.\n\n"
        "The club has 900 members, and it says that 30 will leave."
    )
    assert figure(text, "four").period == days("2024-05-14", "2024-05-14")
    assert figure(text, "900").period == figure(text, "30").period == Period()


def test_that_same_day_is_the_day_last_spoken_of(figure: Finder) -> None:
    text = "The bridge was closed on May 3. That same day 40 people were caught on an island."
    assert figure(text, "40").period == days("2024-05-03", "2024-05-03")


def test_the_month_before_what_is_counted_by_the_month_is_its_time(figure: Finder) -> None:
    text = (
        "March sales rose 3.7 percent over all, compared with the period a year earlier, with car sales "
        "falling 1.9 percent."
    )
    assert figure(text, "3.7").period == figure(text, "1.9").period == days("2024-03-01", "2024-03-31")


@pytest.mark.parametrize(
    "text",
    [
        "It earned $9 million in the first quarter, from $7 million (£5 million), or $2 a share.",
        "It earned $9 million in the first quarter. It had $7 million, or $2 each, in the year-ago quarter.",
        "It earned $9 million in the first quarter, up from last year's $7 million, or $2 a share.",
        "It earned $9 million in the first quarter. A year earlier it had net of $7 million, or $2 a share.",
        "It earned $9 million in the first quarter. It had net of $7 million, or $2 a share, a year ago.",
        "It earned $9 million in the first quarter, twice the $7 million, or $2 a share, a year earlier.",
    ],
)
def test_all_amounts_of_the_year_before_are_known_by_one_word(figure: Finder, text: str) -> None:
    assert figure(text, "9 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "7 million").period == figure(text, "2").period == days("2023-01-01", "2023-03-31")


def test_what_is_part_of_an_amount_of_the_year_before_is_of_that_year(figure: Finder) -> None:
    text = (
        "Orr Ltd. had a loss of $3 million for the first quarter.\n\n"
        "In the year-ago quarter it earned $9 million, including a gain of $2 million from a sale."
    )
    assert figure(text, "2 million").period == figure(text, "9 million").period
    assert figure(text, "2 million").period == days("2023-01-01", "2023-03-31")


def test_amounts_held_against_others_in_one_breath_are_of_the_same_year(figure: Finder) -> None:
    text = "Its loss widened to $21 million, or $1.60 a share, from $8 million, or 60 cents, a year earlier."
    assert figure(text, "8 million").period == figure(text, "60").period == days("2023-01-01", "2023-12-31")


def test_an_amount_of_comparison_is_of_the_year_before(figure: Finder) -> None:
    text = "For the first quarter of 2024, sales rose 8% to $20 million from $18.5 million."
    assert figure(text, "20 million").period == days("2024-01-01", "2024-03-31")
    assert figure(text, "18.5 million").period == days("2023-01-01", "2023-03-31")


def test_how_rare_something_is_says_nothing_of_when(figure: Finder) -> None:
    text = "The fire killed 14 people, the worst toll in the city since 1998."
    assert figure(text, "14").period == Period()


def test_a_rate_may_have_its_unit_apart(figure: Finder) -> None:
    assert figure("Up to 300 men register at the offices each day.", "300").amount.per == "day"


def test_what_happened_when_a_stretch_began_is_of_that_time(figure: Finder) -> None:
    text = "Since Orr bought the firm in March for $9 million, it has sold 31 shops."
    assert figure(text, "9 million").period == days("2024-03-01", "2024-03-31")
    assert figure(text, "31").period == days("2024-03-01", "2024-05-16")


def test_what_is_likely_of_a_year_is_of_all_of_it(figure: Finder) -> None:
    text = "This year's profit is likely to be $9 million."
    assert figure(text, "9 million").period == days("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("After beating Orr in Monday's primary, Selm will face 40 rivals.", "2024-05-13"),
        ("The results of Monday's vote will force 40 people to go.", "2024-05-13"),
        ("Orr prepared to speak to 40 people in Lisbon on Monday.", "2024-05-13"),
        ("Orr will speak to 40 people in Lisbon on Monday.", "2024-05-20"),
        ("Orr is set to hear 40 people on Monday.", "2024-05-20"),
    ],
)
def test_a_weekday_is_to_come_where_its_own_verb_says_so(
    read: Callable[..., Reading], text: str, day: str
) -> None:
    found = [time.period for time in read(text).times]
    assert found == [days(day, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Fans filled the old town on Tuesday.\n\nSome 40 of them were still waiting at noon.",
        "Fans filled the old town on Tuesday.\n\nWith 40 seats filled, the guards closed the hall.",
        "Fans filled the old town on Tuesday.\n\nThe mayor told 40 people to go home.",
    ],
)
def test_what_was_so_then_is_of_the_day_that_the_article_tells_of(figure: Finder, text: str) -> None:
    assert figure(text, "40").period == days("2024-05-14", "2024-05-14")


def test_what_somebody_says_has_not_the_day_of_the_article(figure: Finder) -> None:
    text = "Fans filled the old town on Tuesday.\n\nTwo guards said that the hall has 40 seats."
    assert figure(text, "Two").period == figure(text, "40").period == Period()


def test_a_day_of_what_is_so_now_is_not_the_day_of_what_was(figure: Finder) -> None:
    text = "Selm won on Monday. The town looks poorer today. The club closed 40 bars."
    assert figure(text, "40").period == days("2024-05-13", "2024-05-13")


def test_what_a_figure_is_held_against_sets_no_days_for_those_behind_it(figure: Finder) -> None:
    text = "The rate fell to 3.8% last month from 4.1% in December. That of women rose to 4.4%."
    assert figure(text, "4.4").period == days("2024-04-01", "2024-04-30")


def test_an_age_said_of_a_time_has_its_days(figure: Finder) -> None:
    assert figure("Orr turned 70 on Tuesday.", "70").period == days("2024-05-14", "2024-05-14")
    text = "Selm, who was 69 when he took office in 1981, was older."
    assert figure(text, "69").period == days("1981-01-01", "1981-12-31")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("In the first four months of the year, 31 firms failed.", "31", days("2024-01-01", "2024-04-30")),
        ("In the last three months of 2023, 31 firms failed.", "31", days("2023-10-01", "2023-12-31")),
        ("In 2008 and 2012, Orr won 31 counties.", "31", days("2008-01-01", "2012-12-31")),
        (
            "A bomb killed 46 people on Sunday. It was the worst since 2004, when 91 died.",
            "91",
            days("2004-01-01", "2004-12-31"),
        ),
        (
            "So far this year, 46 people have died, compared with 31 in the same period last year.",
            "31",
            days("2023-01-01", "2023-05-16"),
        ),
        (
            "Orr Ltd. earned $9 million in the first four months of the year. Sales rose 31% this year.",
            "31",
            days("2024-01-01", "2024-04-30"),
        ),
    ],
)
def test_parts_of_years_and_years_together_are_told_apart(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "In 2012, Orr won Ohio by 46 points, and in 2008 by 31.",
            "46",
            days("2012-01-01", "2012-12-31"),
        ),
        (
            "The deficit will grow from $46 billion this year to $31 billion in 2028.",
            "31 billion",
            days("2028-01-01", "2028-12-31"),
        ),
        (
            "The plan would add $46 billion to the debt over the next decade.",
            "46 billion",
            days("2024-05-16", "2034-05-16"),
        ),
    ],
)
def test_a_time_right_behind_a_figure_is_its_own_and_one_behind_and_is_of_the_next(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Orr, who on Monday cut his 2025 profit forecast to $2 million, resigned.",
            "2 million",
            days("2025-01-01", "2025-12-31"),
        ),
        (
            "Last month, Selm posted a 38% jump in pretax profit for the first quarter.",
            "38",
            days("2024-01-01", "2024-03-31"),
        ),
        (
            "Selm sold 40 carts last year, according to a note sent to bankers in January.",
            "40",
            days("2023-01-01", "2023-12-31"),
        ),
        (
            "On Tuesday they passed a budget that is bigger than this year, by 31 votes.",
            "31",
            days("2024-05-14", "2024-05-14"),
        ),
        ("The line, which carried 4,000 people last year, will pay each of them $31.", "31", Period()),
        ("Selm will cut 40 jobs by the end of 2026.", "40", Period(None, date(2026, 12, 31))),
        ("Some 40 firms had answered by Tuesday.", "40", days("2024-05-14", "2024-05-14")),
    ],
)
def test_a_time_is_that_of_what_it_stands_with(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_what_is_so_now_does_not_go_on_with_a_day_that_is_past(figure: Finder) -> None:
    text = "On Tuesday 31 boats sank. About 9,000 boats use the port. Police held 40 boats."
    assert figure(text, "9,000").period == Period()
    assert figure(text, "40").period == days("2024-05-14", "2024-05-14")


def test_the_day_of_writing_is_not_the_day_that_is_told_of(figure: Finder) -> None:
    text = "SELM, May 16 (Hill News) -- A ferry sank on Tuesday, the mayor said.\n\nDivers pulled out 31 men."
    assert figure(text, "31").period == days("2024-05-14", "2024-05-14")


def test_what_was_so_has_the_day_told_of(figure: Finder) -> None:
    text = "Orr's party won the vote on Sunday. Turnout was 58 percent."
    assert figure(text, "58").period == days("2024-05-12", "2024-05-12")


def test_a_figure_of_the_headline_has_the_days_of_the_same_figure_below(figure: Finder) -> None:
    text = "Walkout leaves forty ships at sea\n\nPilots left 40 ships at sea on Tuesday, the port said."
    assert figure(text, "forty").period == days("2024-05-14", "2024-05-14")


def test_what_something_came_from_is_of_the_time_up_to_then(figure: Finder) -> None:
    text = "The outbreak has killed 120 people since the start of 2024, up from 85 a week ago."
    found, now = figure(text, "85").period, figure(text, "120").period
    assert found.first == now.first == date(2024, 1, 1)
    assert found.last is not None
    assert now.last is not None
    assert found.last < now.last


def test_a_time_before_the_comma_of_a_report_is_of_what_is_reported(figure: Finder) -> None:
    text = "On Tuesday 100 were still missing, down from 250 a day earlier, the mayor said."
    assert figure(text, "250").period == days("2024-05-13", "2024-05-13")


def test_as_many_as_at_a_time_is_not_at_that_time(figure: Finder) -> None:
    text = "Some 230 households have fallen behind, twice as many as a year ago."
    assert not figure(text, "230").period.known


def test_what_counts_from_something_without_a_day_has_not_the_day_of_the_sentence(figure: Finder) -> None:
    text = (
        "Shelling killed 14 people on Wednesday, according to the council, which said 612 had died since "
        "the siege began."
    )
    assert figure(text, "14").period.known
    assert not figure(text, "612").period.known


def test_what_is_behind_a_semicolon_is_not_of_the_year_that_is_held_against(figure: Finder) -> None:
    text = "Clinics have taken in 3,400 this year, twice as many as in the same period of 2023; 86 have died."
    assert figure(text, "86").period == days("2024-01-01", "2024-05-16")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "Economists expect the rate to fall to 2.75 percent from 3.25 percent by December.",
            "2.75",
            Period(None, date(2024, 12, 31)),
        ),
        (
            "Economists expect the rate to fall to 2.75 percent from 3.25 percent by December.",
            "3.25",
            Period(),
        ),
        ("Belora has 7 million inhabitants, 565,000 fewer than ten years ago.", "7 million", Period()),
        ("Belora has 7 million inhabitants, 565,000 fewer than ten years ago.", "565,000", Period()),
        (
            "In the first wave, from February to March, the virus killed 640 people.",
            "640",
            days("2024-02-01", "2024-03-31"),
        ),
        ("The firm hopes to save 60 tonnes and will burn 75 tonnes in August.", "60", Period()),
        (
            "Sales fell 9 percent to $5 million in the first quarter. It had cash of $11 million at the end "
            "of April, from $12 million a month earlier.",
            "12 million",
            days("2024-03-01", "2024-03-31"),
        ),
        (
            "In the first quarter the loss shrank to $43 million from $62 million 12 months earlier.",
            "62 million",
            days("2023-01-01", "2023-03-31"),
        ),
    ],
)
def test_a_time_is_of_the_number_that_its_words_put_it_with(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_a_level_now_has_no_days_to_come(figure: Finder) -> None:
    text = "Inflation is expected to average 2.2 percent in 2025. The target of the bank is 2 percent."
    assert not figure(text, "2").period.known


def test_a_time_behind_two_verbs_of_one_subject_is_of_both(figure: Finder) -> None:
    text = (
        "Troops killed 16 rebels and wounded six more during a battle in Orel on Monday, police said Tuesday."
    )
    assert figure(text, "16").period == figure(text, "six").period == days("2024-05-13", "2024-05-13")


def test_a_date_on_a_line_of_its_own_is_that_of_writing(figure: Finder) -> None:
    text = (
        "Blast kills dozens in Selm\n\nThursday, May 16, 2024\n\nA bomb went off in Selm on Monday. "
        "It was brought in a car, followed by two gunmen."
    )
    assert figure(text, "two").period == days("2024-05-13", "2024-05-13")


def test_how_many_a_ship_is_built_for_is_of_no_day(figure: Finder) -> None:
    text = "The ship, built to carry 180 people, had 263 on board when it sank on May 4, 2023."
    assert not figure(text, "180").period.known
    assert figure(text, "263").period == days("2023-05-04", "2023-05-04")


def test_what_a_study_published_on_a_day_tells_is_not_of_that_day(figure: Finder) -> None:
    text = "A study published Wednesday named the worst towns.\n\nIt looked at murders. Selm had 130 murders."
    assert not figure(text, "130").period.known


def test_a_time_to_come_is_of_the_verb_to_come(figure: Finder) -> None:
    text = "It released 300,000 tonnes from its reserves in April, and will sell 200,000 more by December."
    assert figure(text, "300,000").period == days("2024-04-01", "2024-04-30")
    assert figure(text, "200,000").period == Period(None, date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Sales will rise slightly from an estimated $470 million this year.", "470 million"),
        ("Analysts had forecast sales of 4 million tonnes this year.", "4 million"),
    ],
)
def test_what_is_thought_of_a_year_is_of_all_of_it(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Fires have killed at least 16 people since Saturday and destroyed more than 700 homes.", "16"),
        ("Fires have killed at least 16 people since Saturday and destroyed more than 700 homes.", "700"),
        ("Fires have destroyed 700 homes and killed 16 people since Saturday.", "700"),
    ],
)
def test_at_least_is_no_superlative_that_ends_with_since(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2024-05-11", "2024-05-16")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("So far this year 46 fires burned 900 homes, compared with a five-year average of 39 fires.", "39"),
        ("The agency has received $26 million and will have to cut rations from July.", "26 million"),
    ],
)
def test_averages_of_years_and_what_came_before_a_plan_have_no_days(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known


def test_what_is_still_so_is_of_the_day_on_which_it_was_said(read: Callable[..., Reading]) -> None:
    reading = read(
        "The toll of Monday night's attack on Selm has risen to five, officials said on Wednesday. The mayor "
        "said nine people remained in hospital. Some 43,000 homes still had no power."
    )
    found = {one.amount.number.text: one.period for one in reading.figures}
    assert found["nine"] == found["43,000"] == days("2024-05-15", "2024-05-15")


@pytest.mark.parametrize(
    ("text", "number", "last"),
    [
        ("The banks agreed in May to delay 14 loans by a year, until April.", "14", "2025-04-30"),
        ("The council voted on Monday to keep 14 guards there until May.", "14", "2025-05-31"),
        ("The truce held until April and saved 14 mines.", "14", "2024-04-30"),
    ],
)
def test_what_was_agreed_or_decided_is_still_to_come(
    read: Callable[..., Reading], text: str, number: str, last: str
) -> None:
    found = [one for one in read(text, published="2024-12-05").figures if one.amount.number.text == number]
    assert [one.period for one in found] == [Period(None, date.fromisoformat(last))]


def test_amounts_of_two_months_have_each_its_own(figure: Finder) -> None:
    text = "Imports rose 3 percent, compared with 7 percent in March and 5 percent in April."
    assert figure(text, "7").period == days("2024-03-01", "2024-03-31")
    assert figure(text, "5").period == days("2024-04-01", "2024-04-30")


def test_what_something_came_to_is_of_the_time_of_its_move(figure: Finder) -> None:
    text = (
        "Brandt AG's first-quarter net profit fell 44 percent to 615 million euros.\n\nBrandt sold 418,000 "
        "pumps between January and March. In Norway deliveries slumped by 28 percent to 79,000."
    )
    assert figure(text, "79,000").period == figure(text, "28").period == days("2024-01-01", "2024-03-31")


def test_the_end_of_a_plan_is_not_the_time_of_what_was_done(figure: Finder) -> None:
    text = "The fund plans to reach 60,000 people by the end of August. Nine camps were hit by storms."
    assert figure(text, "60,000").period == Period(None, date(2024, 8, 31))
    assert not figure(text, "Nine").period.known


def test_what_had_been_so_before_is_not_of_the_day_told_of(figure: Finder) -> None:
    text = "Troops killed 40 rebels on Tuesday. They had lost 200 men in the war. They took 30 guns."
    assert not figure(text, "200").period.known
    assert figure(text, "30").period == figure(text, "40").period != Period()
    said = "The fire killed 12 people on Tuesday. Police said they had arrested four men."
    assert figure(said, "four").period == figure(said, "12").period


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Opened in 2019, the plant employs 400 people.", "400"),
        ("The rule limits any holding to 15 percent until the ban expires on Dec. 31, 2026.", "15"),
        ("Over her career as a senator and her 2010 bid, Ms. Holt raised $14.7 million.", "14.7 million"),
        ("His bitter 2010 race with Holt and his six years in office are over.", "six"),
    ],
)
def test_a_time_of_another_deed_or_noun_is_not_that_of_a_figure(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The 2015 floods killed 40 people.", "40"),
        ("In the 2015 election Ms. Holt won 43 seats.", "43"),
        ("Opened in 2015, the plant employed 40 people that year.", "40"),
    ],
)
def test_a_year_before_what_a_figure_is_of_is_its_own(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2015-01-01", "2015-12-31")


def test_what_is_to_come_is_not_of_a_past_day_told_of(figure: Finder) -> None:
    text = "The army killed 40 rebels on Tuesday. It will send 900 men there. They lost nine trucks."
    assert not figure(text, "900").period.known
    assert figure(text, "nine").period == figure(text, "40").period != Period()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Police found a boat on Monday in Selm, 30 miles (48 km) south of Orrin.", "30"),
        ("Police found a boat on Monday in Selm, 30 miles (48 km) south of Orrin.", "48"),
        ("The school opened on Monday about 40 kilometres away.", "40"),
        ("The mill reopened on Monday, two weeks after the flood.", "two"),
        ("Orr announced plans this week to give another $15 million to the fund.", "15 million"),
        ("In April, it announced plans to buy the mill for $40 million.", "40 million"),
        ("Selm, a town of over 21,000, erupted in protests in August 2014.", "21,000"),
        ("A 2009 report by the bank found that the tax would raise $220 billion.", "220 billion"),
        ("The homes, worth $3 million in April, are worth only half that now.", "half"),
        (
            "It had a loss in the year to April and its debts currently exceed its assets by $13 million.",
            "13 million",
        ),
        ("The storm hit on Thursday. Selm has 17,000 residents.", "17,000"),
        ("On Monday Orr met the families, who had given him $40 million.", "40 million"),
    ],
)
def test_what_a_time_beside_does_not_date_has_no_days(figure: Finder, text: str, number: str) -> None:
    assert not figure(text, number).period.known


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("Nine people, three of them children, died on Monday.", "three", days("2024-05-13", "2024-05-13")),
        ("It announced plans to cut 40 jobs next year.", "40", days("2025-01-01", "2025-12-31")),
        ("The homes were worth $3 million in April.", "3 million", days("2024-04-01", "2024-04-30")),
        (
            "A 2009 study found that 40 percent of pupils eat too little.",
            "40",
            days("2009-01-01", "2009-12-31"),
        ),
        ("Some 900 members have joined since the April vote.", "900", days("2024-04-01", "2024-05-16")),
        ("Orr had told them to release 15 pages by April 30.", "15", Period(None, date(2024, 4, 30))),
        (
            "Claims fell in March, with firms adding 900 jobs during the month.",
            "900",
            days("2024-03-01", "2024-03-31"),
        ),
        ("Oster won 12 titles in the 1960s and 70s.", "12", days("1960-01-01", "1979-12-31")),
    ],
)
def test_a_time_that_dates_a_figure_gives_it_its_days(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_a_headline_has_not_the_days_of_other_things_that_are_as_many(figure: Finder) -> None:
    text = "Five trends to watch in Malta\n\nPolice held five men on Monday."
    assert figure(text, "five").period == days("2024-05-13", "2024-05-13")
    assert not figure(text, "Five").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A 50-state poll came out on Monday.", "50"),
        ("The $2 billion Orin Fund lost $40 million in April.", "2 billion"),
        ("Costs had run at $35 million before Orel scrapped the unit in April.", "35 million"),
        ("A bid for 900 shares was extended to July 16.", "900"),
    ],
)
def test_a_size_and_what_was_so_before_then_have_not_the_days_beside(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        ("A 50-strong mob burned a shop on Monday.", "50", days("2024-05-13", "2024-05-13")),
        ("Some 40 people were held before the vote on Monday.", "40", days("2024-05-13", "2024-05-13")),
        (
            "Orr raised $11 million in April and spent $17 million over the course of the month.",
            "17 million",
            days("2024-04-01", "2024-04-30"),
        ),
        ("The bank may buy 900 shares after Jan. 1, 2025.", "900", Period(date(2025, 1, 2), None)),
        (
            "Orel has gained an estimated 2 percent of the market so far this year.",
            "2",
            days("2024-01-01", "2024-05-16"),
        ),
        (
            "Profit this year is likely to be 4.7 billion francs ($754 million), up from last year.",
            "754 million",
            days("2024-01-01", "2024-12-31"),
        ),
    ],
)
def test_a_stretch_has_the_ends_that_its_words_give_it(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


def test_what_was_set_until_it_was_changed_is_of_no_year_before(figure: Finder) -> None:
    text = (
        "Orel Corp. said first-quarter profit rose to $40 million from $30 million. It also raised its "
        "quarterly dividend to $1.20 a share from $1.05."
    )
    assert figure(text, "30 million").period == days("2023-01-01", "2023-03-31")
    assert not figure(text, "1.05").period.known


def test_an_aside_between_dashes_and_what_a_thing_is_worth_have_not_the_days_beside(figure: Finder) -> None:
    assert not figure("Selm — a town of over 21,000 — rose in August 2014.", "21,000").period.known
    text = "The offer, valued at about $576 million, was made in March."
    assert not figure(text, "576 million").period.known


def test_a_stretch_that_came_before_has_not_the_time_of_what_came_after(figure: Finder) -> None:
    assert not figure("Orr left in 1960 after eight years in office.", "eight").period.known


def test_what_a_bulletin_tells_in_the_past_is_of_the_days_that_it_covers() -> None:
    head = "Protection Update | 16 - 29 April 2024\n\n"
    figures = addup.read(head + "Gunmen abducted 9 aid workers.", published="2024-05-02").figures
    assert (figures[0].period.first, figures[0].period.last) == (date(2024, 4, 16), date(2024, 4, 29))


def test_parts_are_of_the_week_of_their_whole_and_not_of_that_before() -> None:
    head = "Fever bulletin\nReporting period: 29 April – 5 May 2024\n\n"
    text = (
        "A total of 312 cases were registered this week, a decrease of 12 per cent from the previous week "
        "(355 cases). Of these, 140 were in Orrin County."
    )
    figures = {each.span.text: each for each in addup.read(head + text, published="2024-05-07").figures}
    assert figures["355 cases"].period.last == date(2024, 4, 28)
    assert figures["140"].period.first == date(2024, 4, 29)


def test_the_days_of_a_where_clause_are_not_those_of_what_it_stands_in() -> None:
    text = "In Selm, where Ms. Bell won a narrow victory in May, turnout dropped 40 percent."
    (figure,) = addup.read(text, published="2024-07-25").figures
    assert not figure.period.known
    assert figure.place == "Selm"


def test_a_share_over_all_is_not_of_the_year_before_it(figure: Finder) -> None:
    text = "The region grew barley on 400 hectares in 2022. Over all, 30 percent of its land was sown."
    assert figure(text, "30").period.known is False


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A court sent forty rebels to prison on Tuesday. Jo Orr was sentenced to nine years.", "nine"),
        ("A court sent forty rebels to prison on Tuesday. The judge gave Jo Orr 16 years.", "16"),
        ("A court sent forty rebels to prison on Tuesday. The lightest sentence was six months.", "six"),
        ("Orr was charged with 14 counts of fraud on Tuesday.", "14"),
    ],
)
def test_a_penalty_is_of_the_day_on_which_it_was_set(figure: Finder, text: str, number: str) -> None:
    assert figure(text, number).period == days("2024-05-14", "2024-05-14")


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("Three men died on Tuesday, a day after a boiler exploded and killed seven.", "seven", "2024-05-13"),
        ("The raid on Tuesday came three days after 20 guards were shot.", "20", "2024-05-11"),
        ("Police held a man on Sunday, a week after a blast that killed 31 people.", "31", "2024-05-05"),
        ("On Monday, just two days after a mob burned 14 shops, troops moved in.", "14", "2024-05-11"),
        ("The raid on Sunday came hours after rebels fired 20 rockets.", "20", "2024-05-12"),
        ("On Friday, the day after the flood, divers found 12 survivors.", "12", "2024-05-10"),
        ("Tuesday's raid, which killed 14, was the third this month.", "14", "2024-05-14"),
        ("Saturday's flood, in which 40 people died, was followed by another on Monday.", "40", "2024-05-11"),
    ],
)
def test_what_was_before_its_sentence_has_the_day_so_long_before(
    figure: Finder, text: str, number: str, day: str
) -> None:
    assert figure(text, number).period == days(day, day)


@pytest.mark.parametrize(
    "text",
    [
        "A court on Tuesday jailed two guards, four months after a riot in which 60 men died.",
        "A court on Tuesday freed two guards, more than a week after a riot in which 60 men died.",
    ],
)
def test_what_was_some_time_before_its_sentence_is_not_of_its_day(figure: Finder, text: str) -> None:
    assert not figure(text, "60").period.known


def test_years_given_for_something_else_are_no_penalty(figure: Finder) -> None:
    text = "A mayor closed forty shops on Tuesday. He gave their owners two years to leave."
    assert not figure(text, "two").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Of the 50 tons of rice that Malta imported in 2022, 60 percent had come from Spain.", "60"),
        ("Of the 80 boats that Malta built in 2022, 30 had been ordered by Spain.", "30"),
    ],
)
def test_a_part_has_the_days_of_its_whole_though_it_was_so_before(
    figure: Finder, text: str, number: str
) -> None:
    assert figure(text, number).period == days("2022-01-01", "2022-12-31")


@pytest.mark.parametrize(
    ("text", "number", "period"),
    [
        (
            "The raids killed 130 in Selm last June and 32 in Orrin in March.",
            "32",
            days("2024-03-01", "2024-03-31"),
        ),
        ("The fee rose from 10 cents in 2008 to 30 cents by 2012.", "30", days("2012-01-01", "2012-12-31")),
        ("The toll rose from 12 on Monday to 30 on Tuesday.", "30", days("2024-05-14", "2024-05-14")),
        ("The mill sold 12 carts in March and 40 ploughs.", "40", days("2024-03-01", "2024-03-31")),
        (
            "Losses on Monday and in the four towns that voted on Friday hurt him.",
            "four",
            days("2024-05-10", "2024-05-10"),
        ),
        ("In the years 2010 to 2013 it lost $4 million.", "4 million", days("2010-01-01", "2013-12-31")),
    ],
)
def test_each_of_two_figures_joined_has_the_time_that_stands_with_it(
    figure: Finder, text: str, number: str, period: Period
) -> None:
    assert figure(text, number).period == period


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("As it did in 2012, the mill cut 40 jobs.", "40"),
        ("He answered dozens of questions, as he had at last year's meeting.", "dozens"),
    ],
)
def test_when_something_like_it_was_done_is_not_when_it_was(figure: Finder, text: str, number: str) -> None:
    assert not figure(text, number).period.known


def test_what_goes_on_over_the_next_few_years_has_no_end(figure: Finder) -> None:
    text = "It will cut 400 jobs over the next few years. It has 900 workers."
    assert figure(text, "400").period == Period(date(2024, 5, 16), None)
    assert not figure(text, "900").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('The mayor spoke on Tuesday.\n\n"We had 40 mills, and I ran them," he said.', "40"),
        ("The firm cut 40 jobs on Tuesday. Another 90 could go.", "90"),
    ],
)
def test_what_is_quoted_or_may_be_is_not_of_the_day_told_of_before(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The bank has closed 40 branches since January and will shut 25 more.", "25"),
        ("The plant cut 90 jobs last year and plans to cut 60 more.", "60"),
        ("Sales will fall by 9 percent, Bell said Tuesday, and 600 clerks will lose their jobs.", "600"),
    ],
)
def test_what_is_to_come_is_not_of_days_that_are_over(figure: Finder, text: str, number: str) -> None:
    assert not figure(text, number).period.known


def test_what_is_to_come_is_of_the_days_that_it_names(figure: Finder) -> None:
    text = "The bank will shut 25 branches this year."
    assert figure(text, "25").period == Period(date(2024, 1, 1), date(2024, 12, 31))
