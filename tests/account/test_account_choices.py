"""All conflicts, and the least that would have to go, against trying every choice."""

from itertools import combinations
from random import Random

import pytest
from daily_programme import Daily
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_accounts import invented_account

from addup.account.language.account import Account
from addup.account.language.parsing import read_account
from addup.account.solving.choices import every_conflict, least_correction

QUARREL = {
    "series": {"fallen": {"kind": "flow"}},
    "reports": [
        {
            "id": "claim",
            "series": "fallen",
            "from": "2021-01-01",
            "to": "2021-12-31",
            "high": 100,
            "source": "A",
        },
        {
            "id": "spring",
            "series": "fallen",
            "from": "2021-03-01",
            "to": "2021-05-31",
            "low": 130,
            "source": "B",
        },
        {
            "id": "autumn",
            "series": "fallen",
            "from": "2021-09-01",
            "to": "2021-11-30",
            "low": 180,
            "source": "C",
        },
    ],
}


def possible(account: Account, members: frozenset[int]) -> bool:
    return Daily(account, "charitable", members=members).possible()


def test_conflicts_that_share_a_report_are_all_found() -> None:
    found = every_conflict(read_account(QUARREL))
    assert sorted(conflict.members for conflict in found.conflicts) == [(0, 1), (0, 2)]
    assert found.complete


def test_limit_is_said() -> None:
    found = every_conflict(read_account(QUARREL), limit=1)
    assert (len(found.conflicts), found.complete) == (1, False)


@pytest.mark.parametrize(
    ("weights", "reports", "weight"),
    [({}, ("claim",), 1), ({"a": 3}, ("spring", "autumn"), 2), ({"a": 3, "B": 2.5}, ("claim",), 3)],
)
def test_least_correction_weighs_sources(
    weights: dict[str, float], reports: tuple[str, ...], weight: float
) -> None:
    correction = least_correction(read_account(QUARREL), weights=weights)
    assert (correction.reports, correction.weight, correction.possible) == (reports, weight, True)


def test_relations_that_clash_alone_cannot_be_corrected() -> None:
    account = read_account({"series": {"a": {"kind": "level"}}, "relations": ["a = 3", "a = 4"]})
    assert not least_correction(account).possible


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_choices_are_those_that_trying_every_one_gives(random: Random) -> None:
    account = read_account({**invented_account(random), "ask": []})
    count = len(account.reports)
    members = range(count + len(account.relations))
    if len(members) > 8:
        return
    sets = [frozenset(chosen) for size in range(len(members) + 1) for chosen in combinations(members, size)]
    clashing: list[frozenset[int]] = []
    for chosen in sets:
        if not any(smaller <= chosen for smaller in clashing) and not possible(account, chosen):
            clashing.append(chosen)
    assert {frozenset(found.members) for found in every_conflict(account).conflicts} == set(clashing)
    relations = frozenset(members[count:])
    sizes = [
        len(chosen) for chosen in sets if relations <= chosen and not any(bad <= chosen for bad in clashing)
    ]
    correction = least_correction(account)
    assert correction.possible == bool(sizes)
    if sizes:
        assert len(correction.reports) == len(members) - max(sizes)
