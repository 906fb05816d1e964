"""Which figures the times of their sentence do not date: those of another deed, noun or figure."""

import pytest
from finders import Finder, days

import addup
from addup.records import Period


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
        ("The mill, built in 1988, shut 12 lines.", "12"),
        ("The year-end report listed 31 faults.", "31"),
        ("Some 3 million overnight visitors came.", "3 million"),
    ],
)
def test_a_figure_has_not_the_days_of_another(figure: Finder, text: str, number: str) -> None:
    assert not figure(text, number).period.known


def test_when_those_counted_did_something_else_is_not_when_they_are_counted(figure: Finder) -> None:
    text = "The camp now holds 310 people who fled when the river flooded their town in March."
    assert not figure(text, "310").period.known


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


def test_how_rare_something_is_says_nothing_of_when(figure: Finder) -> None:
    text = "The fire killed 14 people, the worst toll in the city since 1998."
    assert figure(text, "14").period == Period()


def test_only_before_a_number_leaves_its_time_alone(figure: Finder) -> None:
    text = "The surgeons said the clinics had opened only 204 wards since March."
    assert figure(text, "204").period.known
    assert not figure("Those were the only two wards in the valley since March.", "two").period.known


def test_what_somebody_says_has_not_the_day_of_the_article(figure: Finder) -> None:
    text = "Fans filled the old town on Tuesday.\n\nTwo guards said that the hall has 40 seats."
    assert figure(text, "Two").period == figure(text, "40").period == Period()


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


def test_how_many_a_ship_is_built_for_is_of_no_day(figure: Finder) -> None:
    text = "The ship, built to carry 180 people, had 263 on board when it sank on May 4, 2023."
    assert not figure(text, "180").period.known
    assert figure(text, "263").period == days("2023-05-04", "2023-05-04")


def test_what_a_study_published_on_a_day_tells_is_not_of_that_day(figure: Finder) -> None:
    text = "A study published Wednesday named the worst towns.\n\nIt looked at murders. Selm had 130 murders."
    assert not figure(text, "130").period.known


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


def test_an_aside_between_dashes_and_what_a_thing_is_worth_have_not_the_days_beside(figure: Finder) -> None:
    assert not figure("Selm — a town of over 21,000 — rose in August 2014.", "21,000").period.known
    text = "The offer, valued at about $576 million, was made in March."
    assert not figure(text, "576 million").period.known


def test_the_days_of_a_where_clause_are_not_those_of_what_it_stands_in() -> None:
    text = "In Selm, where Ms. Bell won a narrow victory in May, turnout dropped 40 percent."
    (figure,) = addup.read(text, published="2024-07-25").figures
    assert not figure.period.known
    assert figure.place == "Selm"


def test_years_given_for_something_else_are_no_penalty(figure: Finder) -> None:
    text = "A mayor closed forty shops on Tuesday. He gave their owners two years to leave."
    assert not figure(text, "two").period.known


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("As it did in 2012, the mill cut 40 jobs.", "40"),
        ("He answered dozens of questions, as he had at last year's meeting.", "dozens"),
    ],
)
def test_when_something_like_it_was_done_is_not_when_it_was(figure: Finder, text: str, number: str) -> None:
    assert not figure(text, number).period.known
