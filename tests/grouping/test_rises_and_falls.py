"""What is said to have gone up or down, held against what it was before and after."""

from __future__ import annotations

import pytest
from reports import does_not_add_up


def worth_a_look(text: str, published: str = "2025-11-20") -> list[str]:
    return does_not_add_up((published, text))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "A loaf of rye that sold for £2.10 in October last year cost £2.94 last month, an increase of "
            "{}.",
            "15%",
            "40%",
        ),
        (
            "The number of people without a home in Brennick {} last winter, the council said. It counted "
            "402 people on a night in February, compared with 290 a year earlier.",
            "fell by 20%",
            "rose by 39%",
        ),
        (
            '"Car theft in Holm has been halved," the mayor said. Police recorded 4,100 car thefts in 2022 '
            "and {} in 2024.",
            "3,300",
            "2,000",
        ),
        (
            "Orrin recorded 4,820 burglaries in 2024, {} from 5,310 the year before.",
            "up",
            "down",
        ),
        (
            "The number of passengers dropped to {} last year from 2.4 million in 2023, the airport said.",
            "2.9 million",
            "2.1 million",
        ),
        (
            "Two years ago the colony numbered 1,900 pairs of terns. Wardens counted 1,140 this spring, a "
            "decline of {} per cent.",
            "20",
            "40",
        ),
        (
            "The blaze had consumed 2,600 acres by Saturday, {} the 1,300 acres that it covered on Friday.",
            "four times",
            "twice",
        ),
        (
            "The Orrin dam held 88 million cubic metres at the end of April, {} than the 71 million a year "
            "before.",
            "less",
            "more",
        ),
        (
            "Some 412 schools had reopened by Friday, {} more than the 317 that were open a week earlier.",
            "185",
            "95",
        ),
        (
            "The steelworks cut its workforce by {} over four years. It employed 9,300 people in 2021 and "
            "has 6,150 today, the works council said.",
            "two thirds",
            "a third",
        ),
    ],
)
def test_a_change_that_the_amounts_do_not_bear_out(text: str, wrong: str, right: str) -> None:
    assert len(worth_a_look(text.format(wrong))) == 1
    assert worth_a_look(text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        # Two things: what rose is no work force.
        "Sales rose 5 percent last year. The work force shrank to 900 from 1,000, the firm said.",
        # Of two changes nobody can tell which is meant.
        "Prices rose 3 percent and wages 40 percent. A loaf cost 2 euros in 2023 and 2.06 euros in 2024.",
        # The other two amounts of the sentence bear it out.
        "Rents in Selm rose 20 percent. A flat cost 500 euros in 2023 and 600 euros in 2024, a room 300 "
        "euros in 2023 and 310 euros in 2024.",
        # Against a plan, not against the year before.
        "The deficit narrowed to 2.6 percent last year from 3.1 percent in 2023. Tax receipts were 4 percent "
        "above plan.",
        # A currency that rises is told in fewer units.
        "The dollar rose to 141 yen from 143 yen.",
        # Only the rounding differs.
        "Orrin had 410,000 visitors in 2023 and 455,000 in 2024, an increase of 10 percent.",
    ],
)
def test_changes_of_something_else(text: str) -> None:
    assert worth_a_look(text) == []


def test_what_the_change_was_is_shown() -> None:
    text = "Orrin recorded 4,820 burglaries in 2024, up from 5,310 the year before."
    assert worth_a_look(text) == [
        "“up” is said of the change from “5,310” to “4,820 burglaries”, which is a fall of 9.23 %, by 490."
    ]


def since(first: str, second: str) -> list[str]:
    """Give what does not add up in two reports, three days apart."""
    return does_not_add_up(("2025-08-04", first), ("2025-08-07", second))


FIRST = (
    "Fire in the Orrin hills\n\nThe Orrin Hills fire had burned 5,200 hectares of pine by Sunday night, the "
    "Holm forest service said on Monday."
)
LATER = (
    "A village emptied\n\nThe Orrin Hills fire has tripled in size since {} and now covers {} hectares, the "
    "Holm forest service said on Thursday."
)


def test_a_change_since_another_report() -> None:
    told = since(FIRST, LATER.format("Sunday", "8,900"))
    assert told == [
        "“tripled” is said of the change from “5,200 hectares of pine” to “8,900 hectares”, which is a rise "
        "of 71.2 %, by 3,700 hectares."
    ]
    assert since(FIRST, LATER.format("Sunday", "16,100")) == []


def test_a_change_since_a_day_of_which_no_report_tells() -> None:
    assert since(FIRST, LATER.format("Tuesday", "8,900")) == []


def test_a_change_of_another_fire() -> None:
    assert (
        since(FIRST, LATER.format("Sunday", "8,900").replace("Orrin", "Selm").replace("Holm", "Kalm")) == []
    )
