"""Relations that say of what a series is the share."""

from __future__ import annotations

from typing import Any

import pytest

import addup
from addup.account.running import RunningAccount
from addup.errors import AccountError

ACCOUNT: dict[str, Any] = {
    "series": {"members": {"kind": "level"}, "voted": {"kind": "flow"}, "turnout": {"kind": "level"}},
    "relations": ["voted 2024-06-07..2024-06-07 = turnout@2024-06-10 % of members@2024-06-01"],
    "reports": [
        {"id": "all", "series": "members", "on": "2024-06-01", "low": 640, "high": 640},
        {"id": "share", "series": "turnout", "on": "2024-06-10", "amount": "about 70 percent", "unit": "%"},
    ],
    "ask": ["voted 2024-06-07..2024-06-07"],
}
VOTED = {"id": "voted", "series": "voted", "on": "2024-06-07", "low": 300, "high": 300}


def test_a_share_bounds_its_part_by_its_whole_each_on_its_own_days() -> None:
    (asked,) = addup.check(ACCOUNT).asked
    assert (asked.low, asked.high) == (640 * 0.6, 640 * 0.8)


def test_a_conflict_names_the_share_and_the_relation() -> None:
    (found,) = addup.check({**ACCOUNT, "reports": [*ACCOUNT["reports"], VOTED]}).conflicts
    assert set(found.reports) == {"all", "share", "voted"}
    assert found.relations == (0,)
    assert found.why == "At least 60 % of 640 (all) = 384, but at most 300 (voted): 84 too many."


def test_without_its_relation_a_share_says_nothing_of_counts() -> None:
    account = {**ACCOUNT, "relations": [], "reports": [*ACCOUNT["reports"], VOTED]}
    assert addup.check(account).status == "consistent"


def test_shares_of_other_days_say_nothing_of_these() -> None:
    share = {**ACCOUNT["reports"][1], "on": "2024-06-09"}
    account = {**ACCOUNT, "reports": [ACCOUNT["reports"][0], share, VOTED]}
    assert addup.check(account).status == "consistent"


def test_an_account_without_days_needs_none() -> None:
    reports = [{key: report[key] for key in report if key != "on"} for report in (*ACCOUNT["reports"], VOTED)]
    account = {
        **ACCOUNT,
        "relations": ["voted = turnout % of members"],
        "reports": reports,
        "ask": [],
    }
    assert addup.check(account).status == "conflict"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_reports_that_come_one_by_one_are_held_against_shares_too(order: tuple[int, ...]) -> None:
    reports = [*ACCOUNT["reports"], VOTED]
    running = RunningAccount({**ACCOUNT, "reports": []})
    status = [running.add(reports[place]) for place in order]
    assert status == ["consistent", "consistent", "conflict"]


def test_a_share_of_nothing_declared_is_named() -> None:
    with pytest.raises(AccountError, match="there is no series"):
        addup.check({**ACCOUNT, "relations": ["voted = turnout % of membrs"]})
