"""Sizes of groups that a share made, appeals and what came in, margins: held against amounts anywhere."""

from __future__ import annotations

import pytest
from reports import does_not_add_up

WRONG_AND_RIGHT = [
    (
        "Of the 1,240 flats checked between January and March, 35 percent showed signs of mould. The oldest "
        "blocks of Selm fared worst.\n\nThe {} affected households will each receive a letter by May.",
        "634",
        "434",
    ),
    (
        "Three in five of the 215 schools in Orrin have no nurse, an audit has found.\n\nStaff at those {} "
        "schools said that teachers hand out pills. The county employs 130 nurses.",
        "159",
        "129",
    ),
    (
        "Tyremaker Holm plans to cut 12 percent of the 3,500 jobs at its plant "
        "in Brennick.\n\nIt made a loss "
        "of 37 million euros. Unions asked for help for all {} people who stand to lose their posts.",
        "720",
        "420",
    ),
    (
        "Exactly two-thirds of the 93 delegates to the synod of Marenda voted "
        "to let women become bishops.\n\n"
        "The debate heard 33 speakers. The {} supporters rose to sing.",
        "72",
        "62",
    ),
    (
        "So far 27.2 million dollars have arrived of the 80 million requested "
        "in June, aid groups in Selm said."
        "\n\nWith the appeal only {} percent funded, they said, flights had been cut.",
        "54",
        "34",
    ),
    (
        "The UN appealed for $90 million in July. As of this week the appeal was 40 percent funded, it said."
        '\n\n"I am ${} million short of what we asked for," its coordinator in Holm said.',
        "34",
        "54",
    ),
    (
        "Of the town's 52,500 eligible voters, 21,000 took part in Sunday's "
        "ballot in Orrin.\n\nBoth sides were "
        "disappointed by the {} percent turnout.",
        "49",
        "40",
    ),
    (
        "Ada Holm, an engineer, won the run-off for mayor of Selm by {} votes, "
        "the commission said.\n\nTurnout "
        "was 61 percent. According to the final tally, 21,340 people voted for "
        "Ms Holm and 20,115 for Mr Kalm.",
        "825",
        "1,225",
    ),
    (
        "The No side won 53.4 percent of the valid ballots in Marenda, against 46.6 percent for Yes.\n\nThe "
        "minister said that a gap of {} percentage points was narrow enough.",
        "9.8",
        "6.8",
    ),
    (
        "Just over half of parents, 52 percent, think that the state spends "
        "too little, while 21 percent believe "
        "it spends too much. A further 18 percent consider it about right, and {} percent do not know.",
        "15",
        "9",
    ),
    (
        "Turnout\n\nOnly 31,200 of the 78,000 people on the register in Brennick went to the "
        "polls on Sunday, the returning officer said. The mayor, Jan Rell, was confirmed in "
        'office with 61 percent of the vote.\n\n"A turnout of {} percent is a warning to all of '
        'us," he said. Four years ago it had been 52 percent.',
        "54",
        "40",
    ),
    (
        "Vaccines\n\nThe health office of Marenda wants to vaccinate 640,000 children against "
        "polio. By Sunday evening its teams had reached 416,000 of them, or {} percent, it "
        "said. Some 2,100 helpers go from house to house.",
        "78",
        "65",
    ),
    (
        "Strike ballot\n\nMembers of the bus drivers' union in Orrin have voted to strike. Of "
        "the 2,400 ballot papers sent out, 1,680 came back. That is {} percent, the union "
        "said, more than ever before. The strike begins on 4 May.",
        "82",
        "70",
    ),
    (
        "Scholarships\n\nThe foundation has awarded 180 scholarships this year. 55 percent went "
        "to women, it said.\n\nThe {} women come from 31 countries. Each receives 12,000 euros "
        "a year.",
        "118",
        "99",
    ),
    (
        "Aid appeal\n\nRelief agencies need 150 million dollars for the victims of the quake in "
        'Holm, the UN office said. Donors have so far given 45 million. "That covers {} '
        'percent of what is needed, and winter is six weeks away," said its head, Lena Orr.',
        "45",
        "30",
    ),
]


def worth_a_look(*reports: str) -> list[str]:
    return does_not_add_up(*((f"2025-10-{20 + day}", text) for day, text in enumerate(reports)))


@pytest.mark.parametrize(("text", "wrong", "right"), WRONG_AND_RIGHT)
def test_what_no_amounts_of_a_report_bear_out(text: str, wrong: str, right: str) -> None:
    assert len(worth_a_look(text.format(wrong))) == 1
    assert worth_a_look(text.format(right)) == []


def test_an_appeal_in_one_report_and_what_came_in_by_the_next() -> None:
    asked = (
        "The United Nations asked donors on Monday for $240 million to help "
        "the victims of drought in Marenda. "
        "Last year's appeal was for $150 million."
    )
    came = (
        "By October 15 the agencies in Marenda had cut rations. $60 million had been received, or {} percent "
        "of the sum asked for, the United Nations said."
    )
    assert len(worth_a_look(asked, came.format(45))) == 1
    assert worth_a_look(asked, came.format(25)) == []


@pytest.mark.parametrize(
    "text",
    [
        # Others of the homes.
        "Of the 1,240 flats checked, 35 percent showed signs of mould.\n\nThe "
        "634 flats built before 1960 will be "
        "torn down.",
        # The rest of them.
        "Of the 1,240 flats checked, 35 percent showed signs of mould.\n\nThe other 806 flats were dry.",
        # Two candidates of another vote.
        "Ada Holm won the run-off for mayor of Selm by 825 votes.\n\nFour "
        "years ago 21,340 people voted for Mr "
        "Kalm and 20,115 for Mr Rand.",
        # A margin told of a far smaller vote.
        "The motion was carried by 12 votes.\n\nIn the poll in May, 21,340 "
        "people voted for Ms Holm and 20,115 for "
        "Mr Kalm.",
    ],
)
def test_what_is_told_of_something_else(text: str) -> None:
    assert worth_a_look(text) == []
