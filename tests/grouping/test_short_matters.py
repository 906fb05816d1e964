"""Short reports of strikes, layoffs, elections and the like: a name and a day tell which matter is meant."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reports import grouped

import addup
from addup.grouping.group import happenings
from addup.records import Grouping

Reports = Sequence[tuple[str, str]]

STRIKE = (
    (
        "2024-05-13",
        "HALVORD -- About 3,200 dockers walked out at the Port of Halvord on Monday in a dispute over pay, "
        "the dockers' union said.",
    ),
    (
        "2024-05-14",
        "Some 2,900 dockworkers went on strike at the Port of Halvord on Monday, according to the Labour "
        "Ministry.",
    ),
    (
        "2024-05-15",
        "The strike at the Port of Halvord entered its third day on Wednesday. More than 3,500 workers "
        "downed tools, the union said.",
    ),
    ("2024-05-15", "At the Port of Brenna 600 dockers walked out on Wednesday, the union said."),
    ("2023-05-16", "Around 1,100 dockers struck at the Port of Halvord on Monday, the union said."),
    ("2024-05-15", "In Halvord 400 nurses walked out on Tuesday, a hospital spokesman said."),
)
LAYOFFS = (
    (
        "2024-02-05",
        "Carmaker Norvex laid off 900 workers on Monday, the company said. The union said that 1,500 jobs "
        "were at risk.",
    ),
    (
        "2024-02-06",
        "Norvex has made 950 employees redundant, the metalworkers' union said on Tuesday.",
    ),
    ("2024-02-07", "Norvex shed 900 jobs this week, Economy Minister Lena Brandt said on Wednesday."),
    ("2024-02-07", "Rival Tessara fired 900 workers on Wednesday, Economy Minister Lena Brandt said."),
)
HOSTAGES = (
    (
        "2019-08-10",
        "KADUNA -- Gunmen took 30 people hostage in a school near Kaduna on Saturday, police said.",
    ),
    ("2019-08-11", "Gunmen are holding 30 hostages near Kaduna, police said on Sunday."),
    (
        "2019-08-12",
        "The army freed 12 of the 30 hostages on Monday, a spokesman said. Six hostages were killed near "
        "Kaduna.",
    ),
    ("2019-08-12", "Gunmen abducted nine people near Zaria on Monday, police said."),
)
ELECTION = (
    (
        "2022-10-02",
        "Turnout in Sunday's election in Velonia was 61 percent, the Electoral Commission said.",
    ),
    (
        "2022-10-03",
        "Some 63 percent of voters cast ballots in Sunday's election in Velonia, observers said on Monday.",
    ),
    (
        "2022-10-03",
        "The Electoral Commission of Velonia put voter turnout at 62 percent on Monday. President Milan Dorn "
        "won 54 percent of the vote.",
    ),
    (
        "2022-10-04",
        "Dorn received 53.8 percent of the votes in Velonia, the Electoral Commission said on Tuesday.",
    ),
    ("2018-10-02", "Turnout in Velonia's election was 70 percent, the Electoral Commission said."),
)
MARCH = (
    (
        "2021-06-12",
        "ARLENA -- About 40,000 people marched in Arlena on Saturday against the pension law, organisers "
        "said. Police put the crowd at 15,000.",
    ),
    ("2021-06-13", "Police said that 15,000 people took part in Saturday's march in Arlena."),
    (
        "2021-06-13",
        "Some 45,000 protesters filled the streets of Arlena on Saturday, the opposition said.",
    ),
    ("2021-06-13", "In Borgo 5,000 people demonstrated on Saturday, police said."),
    ("2020-06-14", "In Arlena 9,000 people marched on Saturday, police said."),
)
FLIGHT = (
    (
        "2021-03-01",
        "Fighting in Tarsia province has displaced 60,000 people, the United Nations said on Monday.",
    ),
    (
        "2021-03-02",
        "More than 65,000 people have fled their homes in Tarsia province, the Red Cross said on Tuesday.",
    ),
    (
        "2021-03-04",
        "The number of people driven from their homes in Tarsia province rose to 80,000, the United Nations "
        "said on Thursday.",
    ),
    ("2021-03-04", "In Morava province 12,000 people fled, the United Nations said on Thursday."),
)
BUDGET = (
    (
        "2024-09-10",
        "The government of Velonia plans to spend 48 billion euros on defence in 2025, Finance Minister Ana "
        "Reyes said on Tuesday.",
    ),
    (
        "2024-09-11",
        "Velonia's defence budget for 2025 will be 48 billion euros, the Finance Ministry said on Wednesday.",
    ),
    (
        "2024-09-12",
        "The opposition said on Thursday that Velonia would spend 52 billion euros on defence in 2025.",
    ),
    (
        "2024-09-12",
        "The government of Kestria plans to spend 9 billion euros on defence in 2025, it said.",
    ),
)
MEASLES = (
    (
        "2020-04-01",
        "Measles has infected 340 people in Karsk, the Health Ministry said on Wednesday. Twelve children "
        "died.",
    ),
    ("2020-04-03", "The number of measles cases in Karsk rose to 410, the ministry said on Friday."),
    ("2020-04-06", "Doctors in Karsk counted 450 people with measles by Monday, and 15 deaths."),
    ("2020-04-06", "In Brod 30 cases of measles were reported on Monday."),
)


def together(grouping: Grouping) -> dict[str, list[str]]:
    """Give the numbers of each series that has more than one."""
    return {
        series.name: [member.figure.amount.number.text for member in series.members]
        for series in grouping.series
        if len(series.members) > 1
    }


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (STRIKE, {"workers on strike, Halvord, May 2024": ["3,200", "2,900", "3,500"]}),
        (LAYOFFS, {"laid off, Norvex": ["900", "950", "900"]}),
        (HOSTAGES, {"held hostage, Kaduna": ["30", "30", "30"]}),
        (
            ELECTION,
            {
                "turnout, Velonia, October 2022": ["61", "63", "62"],
                "votes won, Velonia, October 2022": ["54", "53.8"],
            },
        ),
        (MARCH, {"marched, Arlena": ["40,000", "15,000", "15,000", "45,000"]}),
        (FLIGHT, {"displaced, Tarsia province": ["60,000", "65,000", "80,000"]}),
        (BUDGET, {"money for defence, Velonia": ["48 billion", "48 billion", "52 billion"]}),
        (MEASLES, {"cases, Karsk": ["340", "410", "450"]}),
    ],
    ids=["strike", "layoffs", "hostages", "election", "march", "flight", "budget", "measles"],
)
def test_one_matter_is_one_series_and_its_like_elsewhere_is_none_of_it(
    reports: Reports, expected: dict[str, list[str]]
) -> None:
    assert together(grouped(*reports)) == expected


def test_who_tells_of_two_matters_does_not_make_them_one() -> None:
    text = "the Red Cross said on Tuesday."
    reports = (
        ("2021-03-02", f"More than 65,000 people have fled their homes in Tarsia, {text}"),
        ("2021-03-02", f"Some 9,000 people have fled their homes in Morava, {text}"),
    )
    assert together(grouped(*reports)) == {}


def test_two_firms_in_one_town_stay_apart() -> None:
    reports = (
        ("2024-02-05", "The carmaker Norvex laid off 900 workers in Lindau on Monday."),
        ("2024-02-05", "The brewer Tessara laid off 900 workers in Lindau on Monday."),
    )
    assert together(grouped(*reports)) == {}


def test_a_report_that_looks_back_tells_of_two_marches() -> None:
    text = (
        "Police said that 21,000 people marched in Arlena on Monday. The last march in Arlena, in October "
        "2022, drew 15,000 marchers, according to police."
    )
    assert together(grouped(("2024-05-14", text))) == {}


def test_a_part_of_a_firm_in_one_place_is_not_all_of_it() -> None:
    reports = (
        ("2023-01-19", "The carmaker Norvex is laying off 10,000 employees, its chief executive said."),
        ("2023-01-21", "The layoffs at Norvex affect 878 workers in Lindau."),
    )
    assert together(grouped(*reports)) == {}


def test_each_candidate_has_votes_of_their_own() -> None:
    reports = (
        ("2023-05-15", "Milan Dorn won 49.5 percent of the vote and Petra Reyes 44.9 percent."),
        ("2023-05-16", "Dorn took 49.4 percent of the votes. His rival, Reyes, received 45 percent."),
    )
    assert sorted(together(grouped(*reports)).values()) == [["44.9", "45"], ["49.5", "49.4"]]


def test_who_fled_a_country_is_not_who_was_displaced_inside_it() -> None:
    reports = (
        ("2022-02-28", "More than 500,000 people have fled Ukraine, the United Nations said on Monday."),
        ("2022-03-02", "The number of refugees from Ukraine reached 874,000 on Wednesday, the UNHCR said."),
        ("2022-03-03", "About 160,000 people are displaced inside Ukraine, the United Nations said."),
    )
    assert together(grouped(*reports)) == {"fled abroad, Ukraine": ["500,000", "874,000"]}


def test_cases_out_of_which_people_died_are_cases() -> None:
    reports = (
        ("2014-08-08", "Ebola has killed 961 people in Liberia. Doctors counted 1,779 cases."),
        ("2014-08-11", "In Liberia 1,013 people have died of Ebola, out of 1,848 cases."),
    )
    found = grouped(*reports)
    assert together(found) == {
        "killed, Liberia": ["961", "1,013"],
        "cases, Liberia": ["1,779", "1,848"],
    }
    assert addup.check(found).status == "consistent"


def test_who_walks_out_of_a_room_is_not_on_strike() -> None:
    text = "Twelve nurses walked out of the meeting in Halvord on Monday."
    assert "strike" not in grouped(("2024-05-14", text)).series[0].name


def test_who_puts_a_number_elsewhere_speaks_of_the_same() -> None:
    text = (
        "About 3,200 dockers went on strike at the Port of Halvord on Monday, the dockers' union said. The "
        "port company put the number of strikers at 2,400."
    )
    assert together(grouped(("2024-05-14", text))) == {
        "workers on strike, Halvord, May 2024": ["3,200", "2,400"]
    }


def test_words_that_only_begin_a_sentence_name_nothing() -> None:
    text = (
        "The council passed its budget on Tuesday.\n\nOf this sum, 1.9 billion euros go to schools. "
        "However, 1.4 billion euros go to transport."
    )
    assert [series.name for series in grouped(("2024-05-14", text)).series] == [
        "money for schools",
        "money for transport",
    ]


def test_who_voted_for_somebody_is_not_the_turnout() -> None:
    reports = (
        ("2022-10-02", "In Velonia 61 percent of voters cast ballots on Sunday."),
        ("2022-10-02", "In Velonia 61 percent of voters cast ballots for Milan Dorn on Sunday."),
    )
    assert together(grouped(*reports)) == {}


def test_two_reports_of_one_strike_find_each_other_one_at_a_time() -> None:
    keys = [
        happenings(addup.read(text, published=day, id=str(number)))
        for number, (day, text) in enumerate(STRIKE, start=1)
    ]
    assert keys[0] & keys[1]
    assert keys[0] & keys[2]
    assert not keys[0] & keys[3]  # in Brenna
    assert not keys[0] & keys[4]  # a year before


def test_a_firm_that_begins_its_sentence_is_told_from_another_one_by_one() -> None:
    shed, fired = LAYOFFS[2], LAYOFFS[3]
    assert together(grouped(shed, fired)) == {}


def test_fewer_workers_of_one_trade_told_behind_all_are_some_of_them() -> None:
    text = (
        "Petra Lind said 14,200 members had gone on strike in Halvord on Monday. The union said 5,900 "
        "drivers had walked out."
    )
    found = grouped(("2024-05-14", text))
    assert together(found) == {}
    assert addup.check(found).status == "consistent"
