"""What came and went, held against what is said to lie between, and against what was there then."""

from __future__ import annotations

import pytest
from reports import does_not_add_up

import addup
from addup.grouping.group import happenings


def worth_a_look(*reports: str) -> list[str]:
    """Give what does not add up in some reports, each of a day later than the one before."""
    return does_not_add_up(*((f"2025-06-{18 + day}", text) for day, text in enumerate(reports)))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Marenda counted 92,000 births and 71,000 deaths last year, the registry said. The natural "
            "increase of the population was {}.",
            "41,000",
            "21,000",
        ),
        (
            "Arrivals in Kalm numbered 18,200 in the year to June, the ministry said. Departures stood at "
            "25,900 over the same period, so that the island lost a net {} residents to migration.",
            "2,300",
            "7,700",
        ),
        (
            "The council took in 412 million crowns and spent 455 million in the past financial year. It "
            "ended the year with a {} of 43 million crowns, the treasurer said.",
            "surplus",
            "deficit",
        ),
        (
            "The country exported goods worth $31.4 billion last year and imported $42.9 billion. Its trade "
            "deficit was {}, the central bank said.",
            "$7.2 billion",
            "$11.5 billion",
        ),
        (
            "The shelter began the week with 64 dogs. Nine were brought in and 21 found new homes, and on "
            "Sunday {} were left, the warden said.",
            "83",
            "52",
        ),
        (
            "The company employed 2,400 people in January. It has hired 350 since, and 180 have left. It "
            "now has {} staff, it said.",
            "3,100",
            "2,570",
        ),
        (
            "The Harbour Theatre of Selm took in 18.6 million euros from tickets and grants but spent 20.1 "
            "million. Energy bills rose by 300,000 euros.\n\nNone of the 86 staff will lose their jobs, it "
            "said. The {} million euro deficit would be met from reserves.",
            "2.9",
            "1.5",
        ),
        (
            "The district of Orrin finished 2024 with a surplus of {} million euros. Business tax brought in "
            "21.4 million euros, and 31 posts stood empty.\n\nIn all, the district received 92.7 million "
            "euros and paid out 89.9 million.",
            "5.8",
            "2.8",
        ),
        (
            "Last year the charity raised 4.2 million pounds. Fees went up by 14 percent.\n\nSpending, at "
            "4.9 million pounds, outstripped income by {} pounds, the report shows.",
            "950,000",
            "700,000",
        ),
        (
            "Holm expects to take in 512 million francs in 2026. Property tax will rise to 1.16 percent.\n\n"
            "Spending is set at 548 million francs. A deficit of {} million is nothing to be proud of, "
            "its treasurer said.",
            "63",
            "36",
        ),
    ],
)
def test_what_does_not_lie_between(text: str, wrong: str, right: str) -> None:
    assert len(worth_a_look(text.format(wrong))) == 1
    assert worth_a_look(text.format(right)) == []


BULLETIN = (
    "Migration to Marenda: year ending December 2024\n\nAn estimated 412,000 people came to live in Marenda "
    "in the year ending December 2024. Long-term emigration was estimated at 268,000 over the same period, "
    "the statistics office of Marenda said."
)
EXPLAINED = (
    "What the figures tell us\n\nNet migration to Marenda was put at {} in 2024. The government of Marenda "
    "says that its rules are working."
)


def test_two_reports_on_one_country_and_year() -> None:
    assert len(worth_a_look(BULLETIN, EXPLAINED.format("231,000"))) == 1
    assert worth_a_look(BULLETIN, EXPLAINED.format("144,000")) == []
    found = [
        happenings(addup.read(text, published="2025-06-18"))
        for text in (BULLETIN, EXPLAINED.format("231,000"))
    ]
    assert found[0] & found[1]  # so that a ledger checks them together


def test_two_reports_on_two_countries_or_years() -> None:
    assert worth_a_look(BULLETIN, EXPLAINED.format("231,000").replace("Marenda", "Selmia")) == []
    assert worth_a_look(BULLETIN, EXPLAINED.format("231,000").replace("2024", "2022")) == []


@pytest.mark.parametrize(
    "text",
    [
        # The surplus of all trade, beside that with one partner.
        "Exports to Holm reached 9.1 billion euros in October and imports from Holm 6.7 billion euros. The "
        "trade surplus was 14.4 billion euros.",
        # A month beside a year.
        "Marenda counted 8,000 births and 6,000 deaths in May 2025. In 2024 the natural increase was 31,000.",
        # Other figures in the same roles bear it out.
        "Marenda counted 92,000 births and 71,000 deaths last year, 90,100 births and 69,000 deaths among "
        "citizens. The natural increase among them was 21,100.",
        # Others left as well.
        "The company employed 2,400 people in January. It has hired 350 since. It now has 2,500 staff.",
        # An estimate is as wide as its words.
        "About 90,000 people moved to Holm in 2024 and about 70,000 left it. Net migration was 27,000.",
    ],
)
def test_what_may_lie_between(text: str) -> None:
    assert worth_a_look(text) == []
