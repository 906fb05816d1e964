"""Changes held against their ends, announcements told twice, statistics and budgets over several reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reports import does_not_add_up

import addup
from addup.grouping.group import happenings
from addup.grouping.relations.changes import changes_told

Reports = Sequence[tuple[str, str]]


def in_one(text: str) -> list[str]:
    """Give what does not add up in one report."""
    return does_not_add_up(("2026-05-13", text))


@pytest.mark.parametrize(
    "text",
    [
        "The number of burglaries in Holm fell by 12 percent in 2025 to 8,400 from 9,900 in 2024.",
        "The number of burglaries fell by 12 percent in 2025. A total of 8,400 burglaries were recorded, "
        "down from 9,900 in 2024.",
        "In all 10,450 barns were finished, 15 percent more than in 2024, when 9,680 were finished.",
        "The city recorded 38 homicides last year, compared with 49 in 2024, a fall of 12 percent.",
        "The lender made a net profit of 412 million euros, up 19 percent from 378 million euros a year "
        "before.",
        "Membership went from 52,000 to 61,000, an increase of 27 percent.",
        "The number of complaints doubled to 340 from 210.",
        "It had 84 million guests last year, “twice as many as in 2021”, when it had 58 million guests.",
        "In the first half of 2026 it deported 1,840 people. That is twice as many as in the first half "
        "of 2025, when 1,150 "
        "people were deported.",
    ],
)
def test_a_change_that_its_ends_do_not_bear_out(text: str) -> None:
    assert len(in_one(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The number of burglaries in Holm fell by 15 percent in 2025 to 8,400 from 9,900 in 2024.",
        "The lender made a net profit of 412 million euros, up 9 percent from 378 million euros a year "
        "before.",
        "The number of complaints more than doubled to 520 from 210.",
        "Exports rose 3 percent to 1.2 billion euros from 1.1 billion euros.",  # as both are rounded
        "It deported 2,340 people. That is twice as many as in 2025, when 1,150 people were deported.",
    ],
)
def test_a_change_that_holds(text: str) -> None:
    assert list(changes_told(addup.read(text, published="2026-05-13")))
    assert in_one(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # since a year ago, and beside it what it was a month before
        "Exports rose 4 percent from a year earlier to 27.3 billion euros, up from 24.1 billion euros in "
        "April.",
        "Profit fell 5 percent in constant currencies to 12 million euros from 14 million euros.",
        "Shares of the lender rose 5 percent after profit climbed to 12 million euros from 8 million euros.",
        "Robberies fell by 5 percent to 120 from 126 and burglaries rose by 3 percent to 412 from 380.",
        # of a year, and of two months
        "Prices of 340 drugs fell by 12 percent in 2025. In December 8,400 were sold, down from 9,900 in "
        "November.",
    ],
)
def test_a_change_that_may_be_of_something_else(text: str) -> None:
    assert in_one(text) == []


def test_a_finding_of_a_change_shows_its_figures_and_its_arithmetic() -> None:
    reading = addup.read(
        "The number of mills fell by 12 percent to 8,400 from 9,900.", published="2026-05-13"
    )
    (found,) = addup.check(addup.series([reading])).findings
    assert found.text == "9,900 less 12 percent is 8,619 to 8,806, but “8,400” is told: 168.8 too few."
    assert [piece.text for piece in found.evidence] == ["12 percent", "8,400", "9,900"]
    assert found.rows[-1] == "from the one to the other: down by 15.15 %"


DEAL = (
    "2026-06-15",
    "Orrin Group has agreed to buy frozen food maker Halden Foods for $2.4 billion in cash, the two said.",
)


def test_two_prices_of_one_firm() -> None:
    other = "Orrin agreed to pay $2.9 billion in cash for Halden, whose pies are sold in 14 countries."
    (found,) = does_not_add_up(DEAL, ("2026-06-16", other))
    assert "the price of Halden" in found
    days = [addup.read(text, published=day) for day, text in (DEAL, ("2026-06-16", other))]
    assert happenings(days[0]) & happenings(days[1])


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2026-06-16", "Orrin agreed to pay 2.1 billion euros for Halden."),
        ("2026-06-16", "Orrin agreed to buy Halden for $2.9 billion, including debt."),
        ("2026-06-16", "Orrin agreed to buy a stake in Halden for $900 million."),
        ("2026-06-16", "Orrin agreed to pay $2.9 billion for Tarn Copper."),
        ("2026-06-16", "Orrin raised its offer for Halden to $2.9 billion."),
        ("2026-09-16", "Orrin bought Halden for $2.9 billion."),
        ("2026-06-16", "Orrin bought a mill from Halden for $90 million."),
    ],
)
def test_a_price_that_is_another(day: str, text: str) -> None:
    assert does_not_add_up(DEAL, (day, text)) == []


PLAN = (
    "2026-10-08",
    "Carmaker Varga Motors said on Thursday that it would cut 1,200 jobs in Europe next year.",
)


def test_one_plan_told_twice() -> None:
    assert does_not_add_up(
        PLAN, ("2026-10-09", "Varga Motors plans to cut 1,500 jobs in Europe, it said on Thursday.")
    )


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2026-10-09", "Varga Motors has cut 900 jobs in Europe since January."),
        (
            "2026-10-09",
            "Varga Motors plans to cut 1,500 jobs in Europe, up from 1,200 announced on Thursday.",
        ),
        ("2026-11-09", "Varga Motors plans to cut 1,500 jobs in Europe."),
        ("2026-10-09", "Norvex Motors plans to cut 1,500 jobs in Europe."),
    ],
)
def test_a_plan_that_is_another(day: str, text: str) -> None:
    assert does_not_add_up(PLAN, (day, text)) == []


BUILT = (
    "2026-09-02",
    "The minister told lawmakers on Wednesday that 24,600 homes were built in Marenda last year.",
)


def test_a_statistic_meets_a_claim_without_a_name_in_common() -> None:
    office = ("2026-09-04", "The statistics bureau says 19,870 homes were built in Marenda in 2025.")
    assert len(does_not_add_up(BUILT, office)) == 1
    one, other = (addup.read(text, published=day) for day, text in (BUILT, office))
    assert happenings(one) & happenings(other)


@pytest.mark.parametrize(
    "text",
    [
        "The statistics bureau says 19,870 homes were built in Marenda in 2024.",
        "The statistics bureau says 19,870 homes were built in Arland in 2025.",
        "The statistics bureau says 19,870 homes were sold in Marenda in 2025.",
        "The statistics bureau says 19,870 terraced homes were built in Marenda in 2025.",
    ],
)
def test_another_statistic(text: str) -> None:
    assert does_not_add_up(BUILT, ("2026-09-04", text)) == []


def test_a_count_that_is_told_in_full_needs_no_place() -> None:
    assert does_not_add_up(
        (
            "2026-11-03",
            "Health Minister Gerda Noll said Selvian clinics had added 312 sick beds since March.",
        ),
        (
            "2026-11-05",
            "Doctors told Gerda Noll in Selmouth that clinics had added only 204 sick beds since March. The "
            "Selvian Health Minister left Selmouth early.",
        ),
    )


def test_a_budget_told_in_several_sentences_and_reports() -> None:
    first = (
        "2026-03-18",
        "Revenue amounted to 74.2 billion euros in 2025, Marta Oswin of the Kelmar treasury said. Total "
        "expenditure came to "
        "81.5 billion euros.",
    )
    second = ("2026-03-19", "In Kelmar, Marta Oswin said the deficit was 5.1 billion euros in 2025.")
    assert len(does_not_add_up(first, second)) == 1
    assert does_not_add_up(first, ("2026-03-19", second[1].replace("5.1", "7.3"))) == []
    assert does_not_add_up(first, ("2026-03-19", second[1].replace("2025", "2024"))) == []
    assert does_not_add_up(first, ("2026-03-19", second[1].replace("deficit", "trade deficit"))) == []


def test_exports_imports_and_the_deficit_between_them() -> None:
    text = (
        "In January exports were worth 8.1 billion euros and imports 8.8 billion euros. The trade "
        "deficit was {} billion euros in January."
    )
    assert in_one(text.format("1.7"))
    assert in_one(text.format("0.7")) == []


def test_a_share_told_once_more_behind_an_age() -> None:
    text = (
        "Since 1 March, 3.2 million of the 4.0 million children under 15 in Marenda have been "
        "vaccinated, or {} percent."
    )
    assert len(in_one(text.format(72))) == 1
    assert in_one(text.format(80)) == []


def test_a_turnout_compared_with_the_one_before() -> None:
    first = (
        "2026-05-11",
        "Turnout in Sunday's vote in Selvia was 61 percent, the commission said, up from 55 percent four "
        "years ago. Some "
        "1.2 million people were registered to vote at 1,480 polling stations. On Monday Radek Stanic "
        "claimed victory.",
    )
    second = (
        "2026-05-13",
        "In all {} votes were cast in Selvia on Sunday, and Radek Stanic has 52 of the seats.",
    )
    assert len(does_not_add_up(first, (second[0], second[1].format("640,000")))) == 1
    assert does_not_add_up(first, (second[0], second[1].format("730,000"))) == []


VERDICT = (
    "2026-05-20",
    "A court on Wednesday sentenced former minister Goran Pavic to four years in prison for bribery.",
)


def test_two_lengths_of_one_sentence() -> None:
    other = "A court in Selmouth had sentenced the former minister, Goran Pavic, to six years in prison."
    assert len(does_not_add_up(VERDICT, ("2026-05-21", other))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday, Zoran Lukic was sentenced to two years in prison. Goran Pavic had asked to be freed.",
        "Goran Pavic, who was sentenced to four years in prison, faces up to ten years in another trial.",
        "Prosecutors had asked that Goran Pavic be given seven years in prison.",
        "Goran Pavic was sentenced to four years in prison for bribery and to two years in prison for fraud.",
    ],
)
def test_another_sentence(text: str) -> None:
    assert does_not_add_up(VERDICT, ("2026-05-21", text)) == []
