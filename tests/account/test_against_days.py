"""The engine against one linear programme with a variable a day, on invented accounts."""

import copy
import re
from random import Random

import pytest
from account_comparison import disagreements
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_accounts import DOUBLING, invented_account, invented_year, with_mixed_magnitudes

from addup.account import check
from addup.account.language.parsing import read_account


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_engine_agrees_with_a_variable_for_every_day(random: Random) -> None:
    assert list(disagreements(read_account(invented_account(random)))) == []


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_engine_agrees_where_people_stand_beside_billions(random: Random) -> None:
    account = with_mixed_magnitudes(random, invented_account(random))
    assert list(disagreements(read_account(account))) == []


@pytest.mark.parametrize("seed", range(16))
def test_engine_agrees_over_a_year_of_linked_reports(seed: int) -> None:
    assert list(disagreements(read_account(invented_year(Random(seed))))) == []


@pytest.mark.parametrize("seed", [*range(40, 44), 7_100_083, 7_100_179])
def test_engine_agrees_over_a_year_with_people_beside_billions(seed: int) -> None:
    random = Random(seed)
    account = with_mixed_magnitudes(random, invented_year(random))
    assert list(disagreements(read_account(account))) == []


@pytest.mark.parametrize("seed", [5_005_937, 5_007_289, 5_008_641])
def test_bounds_are_the_tightest_also_where_an_optimum_was_refined(seed: int) -> None:
    random = Random(seed)
    account = with_mixed_magnitudes(random, invented_account(random))
    assert list(disagreements(read_account(account))) == []


def test_what_floating_point_gives_up_at_is_answered_in_fractions() -> None:
    assert list(disagreements(read_account(invented_account(Random(5_009_208))))) == []


@pytest.mark.parametrize("people", [6, 600])
def test_a_misfit_that_is_noise_hides_no_real_one(people: int) -> None:
    """Two sums that share a series: 6 too many of ten billion are noise, 6 too many of ten are not."""
    account = {
        "series": {name: {"kind": "level"} for name in ("budget", "rest", "staff")},
        "relations": ["budget = rest + 2 * staff"],
        "reports": [
            {"id": "all", "series": "budget", "on": "2021-06-01", "low": 10**10 + 14, "high": 10**10 + 14},
            {"id": "rest", "series": "rest", "on": "2021-06-01", "high": 10**10},
            {"id": "few", "series": "staff", "on": "2021-06-01", "high": 4},
        ],
    }
    assert check(account).status == "consistent"
    account["reports"].append({"id": "more", "series": "staff", "on": "2021-06-01", "low": 4 + people})  # type: ignore[attr-defined]
    result = check(account)
    assert [set(conflict.reports) for conflict in result.conflicts] == [{"few", "more"}]
    assert result.conflicts[0].gap == people
    assert list(disagreements(read_account(account))) == []


def test_amounts_that_double_every_day_are_compared_too() -> None:
    """More goes out each day than stays, so that 44 grows to 10^12 towards the first day."""
    (conflict,) = check(DOUBLING).conflicts
    assert conflict.reports == ("toll", "share")
    assert conflict.gap == 44  # seven times the dead are held at least, whatever their number
    assert list(disagreements(read_account(DOUBLING))) == []


def test_amounts_beyond_all_that_floating_point_holds_are_told_apart() -> None:
    """What is held grows at least 13.5 times each day: from 39 to 10^20 at the end, which nothing forbids."""
    account = {
        "series": {
            "new": {"kind": "flow"},
            "held": {"kind": "level", "in": ["new"]},
            "rate": {"kind": "level"},
        },
        "relations": ["new = rate"],
        "reports": [
            {"id": "sum", "series": "new", "from": "2021-05-28", "to": "2021-06-20", "low": 39, "high": 48},
            {"id": "rate", "series": "rate", "on": "2021-07-04", "low": 29, "high": 29},
            {"id": "end", "series": "rate", "on": "2021-07-08", "low": 0},
            {"id": "share", "series": "held", "from": "2021-06-10", "of": "rate", "low": 21, "high": 108},
        ],
        "ask": ["held@2021-07-08"],
    }
    (conflict,) = check(account).conflicts
    assert conflict.reports == ("sum", "rate", "share")
    assert list(disagreements(read_account(account))) == []
    del account["reports"][1]  # type: ignore[attr-defined]
    result = check(account)
    assert result.status == "consistent"
    assert result.asked[0].low == pytest.approx(39 * 13.5**18)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_the_same_account_gives_the_same_answer(random: Random) -> None:
    account = invented_account(random)
    assert check(account).to_dict() == check(account).to_dict()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.sampled_from([10**6, 10**9, 10**12]))
def test_answers_grow_with_the_amounts(random: Random, factor: int) -> None:
    account = invented_account(random)
    account["relations"] = [text for text in account["relations"] if not re.search(r"[=+] \d+$", text)]
    grown = copy.deepcopy(account)
    for report in grown["reports"]:
        if "of" not in report and report.get("unit") != "%":
            report.update({key: report[key] * factor for key in ("low", "high") if key in report})
            if "sharp" in report:
                report["sharp"] = [end * factor for end in report["sharp"]]
    small, large = check(account), check(grown)
    assert small.status == large.status
    for few, many in zip(small.asked, large.asked, strict=True):
        for end, grown_end in ((few.low, many.low), (few.high, many.high)):
            assert (end is None) == (grown_end is None)
            assert end is None or grown_end == pytest.approx(end * factor, rel=1e-9)
