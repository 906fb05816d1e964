"""Results of firms and funds of campaigns: reports of one quarter meet, and every firm has its own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reports import grouped

import addup
from addup.grouping.group import happenings

Reports = Sequence[tuple[str, str]]

RESULTS = (
    (
        "2023-10-26",
        "Packaging group Norvex reported third-quarter revenue of 4.82 billion euros on Thursday, up 9 "
        "percent from a year earlier. Net profit was 402 million euros.",
    ),
    (
        "2023-10-27",
        "Shares of packagers rose on Friday, a day after Norvex told its results. Revenue of Norvex was 4.28 "
        "billion euros in the third quarter, the company said.",
    ),
)
FUNDS = (
    (
        "2023-10-05",
        "Senator Tara Lind raised $12.4 million in the third quarter of 2023, her campaign said on Thursday.",
    ),
    (
        "2023-10-16",
        "Tara Lind raised $10.9 million in the third quarter, according to her filing. Carl Dorn reported "
        "raising $4.4 million. The Brandt fund took in $7.5 million in the third quarter.",
    ),
)


def conflicts(reports: Reports) -> list[list[str]]:
    """Give for each conflict the words of the figures that clash."""
    found = addup.check(grouped(*reports)).findings
    return [
        [one.text for one in finding.evidence if one.text] for finding in found if finding.kind == "conflict"
    ]


@pytest.mark.parametrize("reports", [RESULTS, FUNDS])
def test_two_sums_for_the_same_quarter_of_the_same_name_clash(reports: Reports) -> None:
    assert len(conflicts(reports)) == 1


@pytest.mark.parametrize("reports", [RESULTS, FUNDS])
def test_such_reports_find_each_other_one_at_a_time(reports: Reports) -> None:
    first, second = (happenings(addup.read(text, published=day)) for day, text in reports)
    assert first & second


@pytest.mark.parametrize(
    "other",
    [
        "Rival Tessara had revenue of 3.1 billion euros in the third quarter.",  # another firm
        "Norvex had revenue of 4.6 billion euros in the second quarter.",  # another quarter
        "Norvex had revenue from paper of 1.2 billion euros in the third quarter.",  # a part
        "Paper revenue of Norvex was 1.2 billion euros in the third quarter.",
        "Norvex had revenue in Norway of 1.2 billion euros in the third quarter.",
        "Operating profit of Norvex was 611 million euros in the third quarter.",  # another profit
        "Norvex's cloud unit had revenue of 900 million euros in the third quarter.",
        "Excluding one-time items, Norvex had net profit of 450 million euros in the third quarter.",
        "Net profit attributable to shareholders of Norvex was 380 million euros in the third quarter.",
        "Norvex said adjusted net profit was 455 million euros in the third quarter.",
        "Analysts had expected Norvex to report revenue of 4.5 billion euros in the third quarter.",
    ],
)
def test_what_a_result_is_of_sets_it_apart(other: str) -> None:
    assert conflicts([RESULTS[0], ("2023-10-27", other)]) == []


def test_net_income_is_net_profit() -> None:
    other = "Norvex had net income of 350 million euros in the third quarter."
    assert len(conflicts([RESULTS[0], ("2023-10-27", other)])) == 1


def test_who_two_of_a_sentence_raised_for_themselves_is_told_apart() -> None:
    reports = (
        ("2024-10-08", "Ines Prado raised $1.2 million in the third quarter."),
        (
            "2024-10-09",
            "Walter Oakes, who won 27 percent of the vote to Prado's 39 percent, raised $910,000 in the "
            "third quarter.",
        ),
    )
    assert conflicts(reports) == []


def test_sales_are_held_against_sales() -> None:
    reports = (
        ("2023-10-26", "Norvex had sales of 4.82 billion euros in the third quarter."),
        ("2023-10-27", "Norvex made 60 million euros from the sale of its mine in the third quarter."),
        ("2023-10-27", "Sales of Norvex came to 4.28 billion euros in the third quarter."),
    )
    assert len(conflicts(reports)) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Lind raised $310,000 from small donors in the third quarter.",
        "Lind raised $95,000 in Springfield in the third quarter.",
        "A super PAC that supports Tara Lind raised $2.1 million in the third quarter.",
    ],
)
def test_funds_from_some_or_of_others_are_not_all_funds(other: str) -> None:
    assert conflicts([FUNDS[0], ("2023-10-10", other)]) == []


def test_a_word_of_many_firms_and_a_roundup_bring_no_reports_together() -> None:
    def keys(text: str) -> frozenset[str]:
        return happenings(addup.read(text, published="2023-10-26"))

    norvex = keys("Revenue of Norvex Foods was 4.28 billion euros in the third quarter.")
    assert norvex & keys("Revenue of Norvex was 4.28 billion euros in the third quarter.")
    assert not norvex & keys("Revenue of Tessara Foods was 3.1 billion euros in the third quarter.")
    firms = ("Norvex", "Tessara", "Orel", "Varna", "Halden")
    roundup = " ".join(
        f"Revenue of {firm} was {at}.1 billion euros." for at, firm in enumerate(firms, start=1)
    )
    assert not norvex & keys(roundup)


@pytest.mark.parametrize("result", ["profit", "loss", "surplus"])
def test_what_a_longer_time_left_may_be_less_than_what_a_part_of_it_left(result: str) -> None:
    quarter = f"Norvex posted a {result} of 5 million euros in the first quarter of 2024, it said."
    half = f"Norvex posted a {result} of 3 million euros in the first half of 2024, it said."
    assert conflicts([("2024-07-20", quarter), ("2024-07-21", half)]) == []


@pytest.mark.parametrize("many", ["11,000", "200"])
def test_what_is_paid_by_time_may_be_of_any_time_where_none_is_told(many: str) -> None:
    monthly = "The rent of tenants in Selm came to 900 euros a month in June, the union said."
    bare = f"The rent of tenants in Selm came to {many} euros in June, the town said."
    assert conflicts([("2024-07-20", f"{monthly} {bare}")]) == []
