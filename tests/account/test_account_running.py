"""An account that grows report by report stands as the whole does."""

from random import Random
from typing import Any

import pytest
from account_comparison import faults_of_conflicts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_accounts import invented_account

from addup.account import RunningAccount, check
from addup.account.result import Result
from addup.account.solving.network import Network
from addup.errors import AccountError


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_growing_account_stands_as_the_whole_does(random: Random) -> None:
    data = {**invented_account(random), "ask": []}
    data["reports"][0].setdefault("on", None)
    reports = [report for report in data["reports"] if not report.get("per")]
    start = random.randint(0, len(reports))
    running = RunningAccount({**data, "reports": reports[:start]})
    for count in range(start, len(reports)):
        running.add(reports[count])
        assert running.status == check({**data, "reports": reports[: count + 1]}).status
    result = Result(running.status, running.conflicts)
    assert list(faults_of_conflicts(running.account, result)) == []


ROADS: dict[str, Any] = {
    "series": {"cars": {"kind": "flow"}},
    "reports": [
        {"id": "week", "series": "cars", "from": "2023-03-06", "to": "2023-03-12", "low": 700, "high": 900},
        {
            "id": "weekend",
            "series": "cars",
            "from": "2023-03-11",
            "to": "2023-03-12",
            "low": 100,
            "high": 300,
        },
    ],
}


def test_report_between_known_days_solves_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    running = RunningAccount(ROADS)
    monkeypatch.setattr(Network, "contradiction", None)
    workdays = {"id": "workdays", "series": "cars", "from": "2023-03-06", "to": "2023-03-10"}
    assert running.add({**workdays, "low": 500, "high": 650}) == "consistent"


def test_report_that_clashes_is_found_with_those_before() -> None:
    running = RunningAccount(ROADS)
    workdays = {"id": "workdays", "series": "cars", "from": "2023-03-06", "to": "2023-03-10"}
    assert running.add({**workdays, "high": 350}) == "conflict"
    assert [conflict.reports for conflict in running.conflicts] == [("week", "weekend", "workdays")]
    assert running.conflicts[0].gap == 50


def test_change_up_to_the_first_day_makes_the_account_begin_a_day_earlier() -> None:
    data: dict[str, Any] = {
        "series": {
            "price": {"kind": "level"},
            "camp": {"kind": "level", "out": ["left"]},
            "left": {"kind": "flow"},
        }
    }
    reports: list[dict[str, Any]] = [
        {"id": "until", "series": "left", "to": "2021-05-19", "high": 36},
        {"id": "since", "series": "left", "from": "2021-05-18", "low": 20, "high": 20},
        {"id": "dearer", "series": "price", "to": "2021-05-18", "low": 28, "change": "up"},
        {"id": "always", "series": "camp", "low": 8, "high": 8},
    ]
    running = RunningAccount({**data, "reports": reports[:2]})
    for report in reports[2:]:
        running.add(report)
    assert running.status == check({**data, "reports": reports}).status == "conflict"


def test_what_is_claimed_in_the_sharp_reading_alone_is_a_tension_from_the_start() -> None:
    """A ceiling for every month that only the sharp reading gives, in an account that has other series."""
    data: dict[str, Any] = {
        "series": {"cars": {"kind": "flow"}, "price": {"kind": "level"}},
        "reports": [
            {"id": "rate", "series": "cars", "to": "2023-03-15", "per": "month", "low": 0, "sharp": [8, 10]},
            {"id": "sum", "series": "cars", "from": "2023-03-02", "low": 29, "high": 40},
        ],
    }
    running = RunningAccount(data)
    assert running.status == check(data).status == "tension"
    assert running.add({"id": "dear", "series": "price", "on": "2023-03-09", "high": 59}) == "tension"


def test_mistake_in_a_report_leaves_the_account_as_it_was() -> None:
    running = RunningAccount(ROADS)
    with pytest.raises(AccountError, match="did you mean 'cars'"):
        running.add({"id": "x", "series": "car"})
    with pytest.raises(AccountError, match="is taken"):
        running.add({"id": "week", "series": "cars"})
    assert len(running.account.reports) == 2
