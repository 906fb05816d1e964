"""What is not of a figure though it stands in its sentence: the verbs, days and places of other clauses."""

from datetime import date

import pytest
from finders import Finder

from addup.records import Period


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("According to two clerks, Nestor is responsible for the mine.", "two", None),
        ("Nestor gets, according to one ledger, $40 million.", "40 million", "get"),
        ("Settlers found their way to the walled town of about 3,000 residents.", "3,000", None),
        ("No grandmother of seven would love that.", "seven", None),
        ("The parents of two boys killed in Selm sued Nestor.", "two", "kill"),
        ("The fund, a venture between the church and 11 clubs, has agreed to pay.", "11", None),
        ("Besides the quarrels of the past several months, Orr has fought the mayor.", "several", None),
        ("The old, 90-page book seems to be the longest list.", "90", None),
        ("Weld was third with 18%.", "18", None),
    ],
)
def test_who_tells_it_and_whom_somebody_has_are_in_no_event(
    figure: Finder, text: str, number: str, event: str | None
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "event"),
    [
        ("That is a rise from the 9 percent who trusted her in May.", "9", "trust"),
        ("Weld has the backing of 15 percent and of another 12 percent who call her able.", "12", "call"),
        ("Some 56% of nurses want a vote compared with 38% who support the ban.", "38", "support"),
        ("Most nurses praise the mayor more than they did just two months ago.", "two", "praise"),
        ("They chose a judge to probe the fire, even after one panel had done so.", "one", "probe"),
        ("Orr is up from 37 percent in May and Weld is down from 49 percent.", "49", "be down"),
        ("Some 38% would grieve if Orr won, including 62% of nurses.", "62", "grieve"),
        ("The survey of 900 adults, including 380 nurses, was done in May.", "380", "survey"),
        ("The town had 600 crimes in May, including 8 murders.", "8", "murder"),
        ("Weld drew the likeness during a speech to 300 bakers.", "300", "speak"),
        ("Orr noted that Ohio boasted only one paid organizer.", "one", "boast"),
    ],
)
def test_a_figure_has_the_verb_of_its_own_clause_or_of_what_it_is_part_of(
    figure: Finder, text: str, number: str, event: str
) -> None:
    assert figure(text, number).event == event


@pytest.mark.parametrize(
    ("text", "number", "place"),
    [
        ("Though Malta has 40 judges, Orr and Weld both chose Cyprus.", "40", "Malta"),
        ("Although 15 of the miners were Poles, the embassy in Lisbon kept silent.", "15", None),
        ("A 90-page report on Malta says little.", "90", None),
        ("The two bankers have joined: Cole, a former ambassador to Malta, and Orr.", "two", None),
        ("About 40 million people watched in the two World Cups.", "40 million", None),
        ("Orr had $40 in income from an investment in Nabisco's parent company.", "40", None),
        ("Orr raised $40 million after winning 22 states.", "40 million", None),
        ("Her 32% support puts her ahead of her rival in the crowded field, Jo Orr.", "32", None),
        ("Spending in the state Supreme Court race reached $40.", "40", None),
        ("The raids on two U.S. warehouses in Aleppo, Syria, were planned.", "two", "Aleppo, Syria"),
        ("Orr made 40 claims, including a call for a ban on people entering Malta.", "40", None),
        ("Orr wants to ban 40 nurses, all members of a sect, from entering Malta.", "40", None),
        ("People in four cities mourned the victims of the Lisbon nightclub attack.", "four", None),
        ("Some 600 homes nationwide, including two in Lisbon, lost power.", "600", "nationwide"),
    ],
)
def test_what_is_spoken_of_and_other_clauses_are_not_where_something_is(
    figure: Finder, text: str, number: str, place: str | None
) -> None:
    assert figure(text, number).place == place


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Four nurses and three clerks are running before the county's election Aug. 30.", "three"),
        ("Six teachers are walking to Selm ahead of the strike on Friday.", "Six"),
        ("Orr was free when he began stealing cards in 2012 and has been jailed for seven years.", "seven"),
        ("In March, Orr praised Nestor for training 40 nurses.", "40"),
        ("In April, Orr derided the mine, and vowed to impose a 35 percent tax on coal.", "35"),
        ("The ministry is expected to release 28 pages from a 2002 inquiry.", "28"),
        ("Orr is 40 years old, but when she climbs the stairs on Wednesday, bells will ring.", "40"),
    ],
)
def test_the_day_of_another_clause_or_of_what_follows_is_not_that_of_a_figure(
    figure: Finder, text: str, number: str
) -> None:
    assert not figure(text, number).period.known


def test_what_is_told_beside_a_time_of_its_own_keeps_it(figure: Finder) -> None:
    friday = Period(date(2024, 5, 10), date(2024, 5, 10))
    assert figure("Some 40 men stood before the judge on Friday.", "40").period == friday
    assert figure("Orr on Friday praised 40 nurses for their work.", "40").period == friday
    assert figure("Orr hired 40 clerks before the 2022 election.", "40").period.first == date(2022, 1, 1)
    assert figure("The charity has raised $3 million to date.", "3 million").period == Period(
        None, date(2024, 5, 16)
    )
    decade = figure(
        "That would ease the shortfall of $4 million projected over the next decade.", "4 million"
    )
    assert decade.period == Period(date(2024, 5, 16), date(2034, 5, 16))
