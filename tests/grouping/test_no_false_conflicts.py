"""What a careful reader takes for different things is never called a conflict."""

from collections.abc import Callable

import pytest

import addup
from addup.records import Reading

Read = Callable[..., Reading]

DIFFERENT_THINGS = [
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
]


@pytest.mark.parametrize("text", DIFFERENT_THINGS)
def test_numbers_of_different_things_do_not_clash(read: Read, text: str) -> None:
    assert addup.check(addup.series([read(text, published="2024-05-16")])).conflicts == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army said that 40 houses in Holm were burned on Monday. The mayor said that 25 houses in Holm "
        "were burned on Monday.",
        # a stretch of days has no more than a longer one around it
        "The union said that 900 cars were built in March 2024. The company said that 700 cars were built in "
        "the first quarter of 2024.",
    ],
)
def test_two_named_sources_that_differ_clash(read: Read, text: str) -> None:
    assert addup.check(addup.series([read(text, published="2024-05-16")])).status == "conflict"


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
