"""Which tolls their own source took back, as the account language says it (point by point)."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from addup.account.language.account import Account, Report
from addup.account.language.parsing import read_account
from addup.account.solving.corrections import corrected

REPORTS = st.lists(
    st.fixed_dictionaries(
        {
            "series": st.just("dead"),
            "on": st.sampled_from(["2024-03-01", "2024-03-02", "2024-03-03"]),
            "source": st.sampled_from(["the mayor", "The  Mayor", "police", None]),
        },
        optional={"low": st.integers(0, 6), "high": st.integers(0, 6).map(lambda most: most + 0.5)},
    ).filter(lambda report: "low" in report or "high" in report),
    max_size=9,
)


def take_back(later: Report, earlier: Report) -> bool:
    """Tell whether a report lies wholly below an earlier one, or wholly above one of its own day."""
    (low, high), (least, most) = earlier.charitable, later.charitable
    below = low is not None and most is not None and most < low
    above = high is not None and least is not None and least > high
    return below or (above and later.last == earlier.last)


def by_definition(account: Account) -> set[int]:
    """Judge reports from the last to the first, each against all later ones of its source that stand."""
    standing: list[Report] = []
    gone = set()
    for report in sorted(account.reports, key=lambda one: (one.last, one.index), reverse=True):
        if not report.source:
            continue
        voice = " ".join(report.source.casefold().split())
        rivals = [one for one in standing if " ".join((one.source or "").casefold().split()) == voice]
        if any(take_back(later, report) for later in rivals):
            gone.add(report.index)
        else:
            standing.append(report)
    return gone


@given(REPORTS)
def test_a_toll_is_corrected_when_its_source_takes_it_back_later(reports: list[dict[str, Any]]) -> None:
    account = read_account({"series": {"dead": {"kind": "toll"}}, "reports": reports})
    found = corrected(account, "charitable")
    assert set(found) == by_definition(account)
    assert all(take_back(account.reports[by], account.reports[index]) for index, by in found.items())
    assert not set(found) & set(found.values())


def test_what_follows_from_an_account_is_worked_out_once() -> None:
    account = read_account({"series": {"dead": {"kind": "toll"}}, "reports": []})
    assert corrected(account, "charitable") is corrected(account, "charitable")
