"""The least that reports would have to move."""

from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from daily_programme import Daily
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_accounts import invented_account

from addup.account import Moves, least_moves
from addup.account.language.account import Report
from addup.account.language.parsing import read_account
from addup.account.solving.corrections import corrected
from addup.errors import AccountError
from addup.words import Interval


def report(name: str, first: str, last: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "series": "boxes", "from": f"2022-05-{first}", "to": f"2022-05-{last}", **more}


def moved(*reports: dict[str, Any], **more: Any) -> Moves:
    return least_moves(read_account({"series": {"boxes": {"kind": "flow"}}, "reports": reports, **more}))


def shown(moves: Moves) -> list[tuple[str, float, str]]:
    return [(move.report, move.by, move.was) for move in moves.moves]


ALL = report("all", "01", "31", high=100, source="port")
PARTS = [
    report("start", "01", "20", low=150, source="crew"),
    report("end", "12", "31", low=150, source="crew"),
]


def test_one_report_moves_for_all_that_it_clashes_with() -> None:
    assert shown(moved(ALL, *PARTS)) == [("all", 50, "too low")]


def test_who_weighs_more_moves_less() -> None:
    moves = moved(ALL, *PARTS, weights={"port": 2.5})
    assert shown(moves) == [("start", 50, "too high"), ("end", 50, "too high")]
    assert moves.total == 100


def test_ceiling_for_each_day_moves_by_all_days_together() -> None:
    daily = report("daily", "01", "10", per="day", high=6)
    assert shown(moved(daily, report("start", "01", "10", low=80), weights={})) in (
        [("daily", 20, "too low")],
        [("start", 20, "too high")],
    )


def test_nothing_moves_where_all_can_be_true() -> None:
    assert moved(ALL) == Moves((), 0)


def test_relations_that_clash_alone_cannot_be_helped() -> None:
    account = read_account({"series": {"a": {"kind": "level"}}, "relations": ["a = 3", "a = 4"]})
    assert not least_moves(account).possible


@pytest.mark.parametrize(
    ("weights", "says"),
    [
        ({"prot": 2}, "did you mean 'port'"),
        ({"port": 0}, "above 0"),
        ({"port": "much"}, "above 0"),
        (["port"], "weights must be a table"),
    ],
)
def test_weights_that_say_nothing_are_mistakes(weights: Any, says: str) -> None:
    with pytest.raises(AccountError, match=says):
        moved(ALL, weights=weights)


def with_room(report: Report, by: Fraction) -> Report:
    low, high = report.charitable
    ends = Interval(None if low is None else low - by, None if high is None else high + by)
    return replace(report, charitable=ends)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_after_the_moves_everything_can_be_true_and_before_half_of_them_not(random: Random) -> None:
    invented = invented_account(random)
    plain = [one for one in invented["reports"] if not {"of", "per", "change"} & one.keys()]
    account = read_account({**invented, "reports": plain, "ask": []})
    moves = least_moves(account)
    if not moves.possible:
        return
    by = {move.report: Fraction(str(move.by)) for move in moves.moves}
    for share, possible in ((Fraction(1000001, 1000000), True), (Fraction(1, 2), not by)):
        reports = tuple(with_room(one, share * by.get(one.id, Fraction(0))) for one in account.reports)
        tolls_stand = corrected(replace(account, reports=reports), "charitable") == corrected(
            account, "charitable"
        )
        if tolls_stand:
            assert Daily(replace(account, reports=reports), "charitable").possible() == possible
