"""Shares that are held against the counts of their report, and those that are not."""

from __future__ import annotations

import pytest

import addup
from addup.account import Result
from addup.grouping.group import group
from addup.grouping.joining.decisions import relation_decision
from addup.records import Grouping

UNION = (
    "85 percent of the 5,240 members of the dockers' union voted for a walkout, it said on Monday. "
    "Its secretary said that {} members had voted for the walkout."
)
ELECTION = (
    "Turnout in Sunday's election in Tavria was 61 percent, the electoral board said. {} votes were cast. "
    "Tavria has 5.2 million registered voters."
)
FEVER = (
    "The health ministry of Kemmeria reported 1,300 cases of marsh fever on Tuesday, and {} deaths. "
    "The fatality rate is 2 percent, the minister said."
)
STORM = (
    "A third of the 900 houses on the island of Carrow were destroyed by the storm, the relief agency said. "
    "The governor said that {} houses were destroyed."
)
LABOUR = (
    "Unemployment in Norvania fell to 5.1 percent in May, the statistics office said on Thursday. "
    "{} people were out of work, it said, out of a work force of 27 million."
)
PROFIT = (
    "The pump maker Brandel said that its sales last year were 250 million euros. Net profit was 12 percent "
    "of sales. Profit came to {} million euros."
)
SCHOOLS = (
    "Of the 640 schools in Pellara, 25 percent were closed by the flood, the ministry said. "
    "The teachers' union said {} schools were closed."
)
TEACHERS = (
    "The teachers' union has 48,000 members. It said that 70 percent of its members had accepted the offer. "
    "{} members accepted it, its president said."
)
ARMY = (
    "Of the 20,000 soldiers in the army of Velden, 40 percent are conscripts, the ministry said. "
    "A lawmaker said there were {} conscripts in the army."
)
CHILDREN = (
    "Sorrell has vaccinated 45 percent of its 2.6 million children, the health ministry said. "
    "Doctors said {} children had been vaccinated."
)
REPORTS = [
    (UNION, "4,454", "3,910"),
    (ELECTION, "3.2 million", "2.4 million"),
    (FEVER, "27", "41"),
    (STORM, "about 300", "more than 500"),
    (LABOUR, "1.4 million", "1.6 million"),
    (PROFIT, "30", "41"),
    (SCHOOLS, "160", "290"),
    (TEACHERS, "33,600", "21,000"),
    (ARMY, "8,000", "13,000"),
    (CHILDREN, "1.2 million", "700,000"),
]


def grouped(text: str) -> Grouping:
    return addup.series([addup.read(text, published="2024-06-10")])


def checked(text: str) -> Result:
    return addup.check(grouped(text))


def held(text: str) -> bool:
    return any(" % of " in relation.text for relation in grouped(text).relations)


@pytest.mark.parametrize(("text", "right", "_"), REPORTS)
def test_a_count_that_is_the_share_of_its_whole_adds_up(text: str, right: str, _: str) -> None:
    assert held(text.format(right))
    assert checked(text.format(right)).status == "consistent"


@pytest.mark.parametrize(("text", "_", "wrong"), REPORTS)
def test_a_count_that_is_not_the_share_of_its_whole_conflicts(text: str, _: str, wrong: str) -> None:
    (found,) = checked(text.format(wrong)).conflicts
    assert len(found.reports) == 3
    assert len(found.relations) == 1


def test_what_a_share_is_compared_with_does_not_make_it_one_of_another_time() -> None:
    text = ELECTION.replace("61 percent", "61 percent, compared with 48 percent in 2019")
    assert checked(text.format("3.2 million")).status == "consistent"
    assert checked(text.format("2.4 million")).status == "conflict"


def test_the_finding_shows_the_sum_and_all_three_sentences() -> None:
    findings = checked(ELECTION.format("2.4 million")).findings
    (found,) = [finding for finding in findings if finding.kind == "conflict"]
    assert "of 5,150,000" in found.text
    assert "= 3,115,750, but at most 2,450,000" in found.text
    assert {piece.text for piece in found.evidence} == {
        "61 percent",
        "2.4 million votes",
        "5.2 million registered voters",
    }


def test_a_share_is_as_round_as_its_last_digit() -> None:
    assert checked(FEVER.format("32")).status == "consistent"  # 2.46 percent


def test_a_count_that_only_the_rounding_of_its_whole_allows_hardly_adds_up() -> None:
    text = UNION.replace("5,240", "120,000")
    assert checked(text.format("102,000")).status == "consistent"
    assert checked(text.format("100,700")).status == "consistent"
    result = checked(text.format("98,000"))
    assert result.status == "tension"
    assert ", but 98,000" in result.findings[0].text


@pytest.mark.parametrize(
    "text",
    [
        UNION.replace("said that {} members had voted for", "said that 700 members had voted against"),
        UNION.replace("{} members", "another 300 members"),
        ELECTION.replace("Turnout in Sunday's", "By noon, turnout in Sunday's").format("900,000"),
        ELECTION.replace("{} votes", "2.4 million postal votes"),
        ELECTION.replace("61 percent", "the previous 61 percent").format("2.4 million"),
        FEVER.replace("The fatality rate is", "The disease usually has a fatality rate of").format("200"),
        STORM.replace("{} houses", "20 brick houses"),
        STORM.replace("were destroyed by", "were not destroyed by").format("500"),
        LABOUR.replace("of a work force of 27 million", "of a population of 60 million").format(
            "1.6 million"
        ),
        LABOUR.replace("Unemployment in", "Unemployment among women in").format("1.6 million"),
        "A poll found that 70 percent of voters support the bill. 21,000 voters signed a petition.",
    ],
)
def test_a_share_of_something_else_is_held_against_nothing(text: str) -> None:
    assert not held(text)
    assert checked(text).status == "consistent"


def test_a_whole_that_opens_its_sentence_did_not_suffer_what_its_part_did() -> None:
    names = [series.name for series in grouped("Of the 640 schools in Pellara, 160 were closed.").series]
    assert names == ["the 640 schools, Pellara", "schools closed, of the schools"]


def test_some_of_the_remainder_are_not_all_that_is_left() -> None:
    text = "Of the 121 people detained, 77 were deported. Of the remainder, at least 12 were released."
    assert checked(text).status == "consistent"
    assert all(" = " not in relation.text for relation in grouped(text).relations)


def test_a_share_that_people_rejected_is_held_against_nothing() -> None:
    grouping = grouped(ELECTION.format("2.4 million"))
    (relation,) = grouping.relations
    rejected = relation_decision("reject", relation.text, grouping.series)
    again = group(grouping.readings, decisions=[rejected])
    assert again.relations == ()
    assert addup.check(again).status == "consistent"


TRAINS = (
    "{} of 1,900 scheduled trains ran on Monday, the operator said. About 60 percent of trains ran, the "
    "union said."
)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (TRAINS, "1,140", "1,450"),
        ("{} of 1,900 scheduled trains ran on Monday, or 76 percent, the operator said.", "1,450", "1,140"),
        ("Of the 900 houses on the island, {} (46 percent) were destroyed, the agency said.", "410", "510"),
        (
            "The ministry said {} of the 640 schools were closed on Monday. The union said 45 percent of "
            "schools were closed.",
            "290",
            "160",
        ),
    ],
)
def test_a_count_said_with_its_whole_is_held_against_a_share_of_the_same(
    text: str, right: str, wrong: str
) -> None:
    assert held(text.format(right))
    assert checked(text.format(right)).status == "consistent"
    (found,) = checked(text.format(wrong)).conflicts
    assert len(found.reports) == 3


@pytest.mark.parametrize(
    "text",
    [
        TRAINS.format("1,450").replace(
            "About 60 percent of trains ran", "Last year 60 percent of trains ran"
        ),
        TRAINS.format("1,450").replace("of trains ran", "of trains were late"),
        TRAINS.format("1,450").replace("of trains ran", "of trains did not run"),
        TRAINS.format("1,450").replace("of trains ran", "of buses ran"),
        "Some 300 of the 900 houses were destroyed, or 43 percent more than in 2019, the agency said.",
    ],
)
def test_a_share_of_another_deed_or_time_is_not_held_against_a_count_with_its_whole(text: str) -> None:
    assert not held(text)
    assert checked(text).status == "consistent"


def test_houses_destroyed_are_houses_wherever_their_noun_stands() -> None:
    found = checked("Of the 900 houses in Arr, 410 were destroyed, the agency said.").findings
    assert not [finding for finding in found if finding.kind == "mismatch"]


def test_a_whole_of_which_only_a_share_did_something_is_no_part_of_another_whole() -> None:
    text = (
        "Of the 5,268 households in Selm, 40 percent have received blankets, the ministry said.\n\n"
        "Of the 9,104 households in Selm, 30 percent have received blankets, the ministry said."
    )
    grouping = group([addup.read(text, published="2024-05-16")])
    assert not [relation for relation in grouping.relations if "%" in relation.text]
