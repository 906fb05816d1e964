"""The quick look at all plain series at once: what it names is possible, what it cannot judge it leaves."""

from random import Random
from typing import Any

import pytest
from daily_programme import Daily
from hypothesis import given, settings
from hypothesis import strategies as st

from addup.account import check
from addup.account.language.parsing import read_account
from addup.account.solving import screening
from addup.account.solving.screening import possible_series

WEEK = {"from": "2022-03-07", "to": "2022-03-13"}
DAY = {"on": "2022-03-09"}


def account(*reports: dict[str, Any], **more: Any) -> dict[str, Any]:
    series = {"a": {"kind": "flow"}, "b": {"kind": "toll"}, "c": {"kind": "level"}}
    return {"series": series, "reports": [{"series": "a", **report} for report in reports], **more}


@pytest.mark.parametrize(
    ("reports", "more", "possible"),
    [
        ([{**WEEK, "high": 10}, {**DAY, "low": 10}], {}, {"a", "b"}),
        ([{**WEEK, "high": 10}, {**DAY, "low": 11}], {}, {"b"}),
        ([{**DAY, "high": 10}, {**DAY, "series": "b", "low": 11}], {}, {"a", "b"}),
        ([{**DAY, "high": -1}], {}, {"b"}),
        ([{**DAY, "low": 10}], {"relations": ["a <= 20"]}, {"b"}),
        ([{**DAY, "low": 10, "per": "week"}], {}, {"b"}),
        ([{**DAY, "low": 10, "of": "b"}], {}, set()),
        ([{**DAY, "low": 10**16}], {}, {"b"}),
        ([{**DAY, "low": 10**20}], {}, set()),
        # Drawn in to whole numbers nothing is left between the ends, though 1.4 is possible.
        ([{**DAY, "low": 1.3, "high": 1.5}], {}, {"b"}),
        ([{**WEEK, "high": 5, "stance": "denied"}, {**DAY, "low": 9}], {}, {"a", "b"}),
    ],
)
def test_plain_series_that_are_possible_are_named(
    reports: list[dict[str, Any]], more: dict[str, Any], possible: set[str]
) -> None:
    assert possible_series(read_account(account(*reports, **more)), "charitable") == possible


def test_what_is_not_named_is_still_judged() -> None:
    assert check(account({**DAY, "low": 1.3, "high": 1.5}, ask=["a"])).asked[0].low == 1.3
    assert check(account({**DAY, "low": 10**20})).status == "consistent"


@settings(max_examples=80, deadline=None)
@given(st.randoms(use_true_random=False))
def test_series_is_named_exactly_when_its_whole_amounts_are_possible(random: Random) -> None:
    reports = []
    for _ in range(random.randint(1, 25)):
        first, last = sorted(random.choices(range(1, 15), k=2))
        low, high = sorted(random.choices(range(40), k=2))
        kind = random.choice(("a", "a", "b"))
        ends = random.choice(({"low": low}, {"high": high}, {"low": low, "high": high + 20}))
        reports.append({"series": kind, "from": f"2022-03-{first:02}", "to": f"2022-03-{last:02}", **ends})
    read = read_account(account(*reports))
    named = possible_series(read, "charitable")
    for name in ("a", "b"):
        members = [report.index for report in read.reports if report.series == name]
        assert (name in named) == Daily(read, "charitable", members=members).possible()


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from([1, 7, 50]))
def test_series_that_are_looked_at_a_few_at_a_time_are_judged_each_by_itself(
    random: Random, at_once: int
) -> None:
    names = [f"s{number}" for number in range(8)]
    reports = []
    for _ in range(40):
        first, last = sorted(random.choices(range(1, 15), k=2))
        low, high = sorted(random.choices([*range(30), 10**16], k=2))
        ends = random.choice(({"low": low}, {"high": high}, {"low": low, "high": high + 20}))
        days = {"from": f"2022-03-{first:02}", "to": f"2022-03-{last:02}"}
        reports.append({"series": random.choice(names), **days, **ends})
    whole = {"series": {name: {"kind": "flow"} for name in names}, "reports": reports}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(screening, "AT_ONCE", at_once)
        named = possible_series(read_account(whole), "charitable")
    for name in names:
        alone = {**whole, "reports": [report for report in reports if report["series"] == name]}
        assert (name in named) == (name in possible_series(read_account(alone), "charitable"))


def test_what_nobody_asks_about_counts_as_possible_unless_something_links_it() -> None:
    clash = [{**WEEK, "high": 10}, {**DAY, "low": 11}]
    alone = read_account(account(*clash))
    assert possible_series(alone, "charitable") == {"b"}
    assert possible_series(alone, "charitable", without={"a"}) == {"a", "b"}
    linked = read_account(account(*clash, relations=["a <= 20"]))
    assert possible_series(linked, "charitable", without={"a"}) == {"b"}
