"""The simplex in fractions says what HiGHS says, and proves it."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import pytest
from invented_accounts import DOUBLING, invented_year, with_mixed_magnitudes

from addup.account import check, inquire
from addup.account.solving import exact
from addup.account.solving.claims import Point, Terms
from addup.account.solving.linear import Listed, Programme, SolverError
from addup.account.solving.network import Used, total
from addup.account.solving.rows import Row


def invented_rows(random: Random) -> list[Row]:
    """Invent rows over six points, of one to four terms, whole or not, some of them with one end only."""
    points = [("x", number) for number in range(6)]
    rows = [Row(((point, 1),), 0, None, -1) for point in points[:4]]
    for owner in range(random.randint(1, 10)):
        chosen = sorted(random.sample(points, random.randint(1, 4)))
        weights = random.choices((1, -1, 2, Fraction(1, 3), -13), (6, 6, 1, 1, 1), k=len(chosen))
        low = random.randint(-9, 9)
        least, most = random.choice(((low, low + 5), (low, low), (low, None), (None, low)))
        rows.append(Row(tuple(zip(chosen, weights, strict=True)), least, most, owner))
    return rows


def sums(used: list[Used] | tuple[Used, ...]) -> dict[Point, Fraction]:
    found: dict[Point, Fraction] = {}
    for use in used:
        assert (use.row.low if use.factor > 0 else use.row.high) is not None
        for point, weight in use.row.terms:
            found[point] = found.get(point, Fraction(0)) + use.factor * weight
    return {point: weight for point, weight in found.items() if weight}


@pytest.mark.parametrize("seed", range(150))
def test_contradictions_and_bounds_are_those_of_highs_with_proof(seed: int) -> None:
    random = Random(seed)
    rows = invented_rows(random)
    programme = Programme(Listed(rows))
    theirs, ours = programme.contradiction(), exact.contradiction(rows)
    assert (theirs is None) == (ours is None)
    if ours is not None:
        assert sums(ours) == {}
        assert total(ours) > 0
        return
    named = sorted({point for row in rows for point, _ in row.terms})
    question: Terms = tuple((point, random.choice((1, -1, 2))) for point in random.sample(named, 2))
    bound, other = exact.least(rows, question), programme.least(question)
    assert bound is not None
    assert bound.value == other.value
    if bound.value is not None:
        assert sums(bound.used) == dict(question)
        assert total(bound.used) == bound.value


def test_where_fractions_take_too_long_they_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Row(((("x", day), -13), (("x", day + 1), 1)), 0, 0, day) for day in range(40)]
    rows.append(Row(((("x", 0), 1),), 1, None, 50))
    monkeypatch.setattr(exact, "MOST_WORK", 100)
    with pytest.raises(exact.TooLargeError):
        exact.contradiction(rows)
    with pytest.raises(exact.TooLargeError):
        exact.least(rows, ((("x", 40), 1),))


def test_what_would_take_too_long_to_prove_is_said_to_be_beyond_addup(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More goes out each day than stays, so that amounts double: floating point proves nothing of it."""
    assert check(DOUBLING).status == "conflict"
    monkeypatch.setattr(exact, "MOST_WORK", -1)
    with pytest.raises(SolverError, match="about dead, freed, held are too many for numbers so far apart"):
        check(DOUBLING)


@pytest.mark.parametrize("seed", [12, 21])
def test_whole_years_need_no_fractions_but_those_of_proofs(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What HiGHS's tolerance overlooks in sums of millions, it finds when it refines its answer."""
    account = invented_year(Random(seed))
    expected = check(account).to_dict()
    monkeypatch.setattr(exact, "MOST_WORK", -1)
    assert check(account).to_dict() == expected


@pytest.mark.parametrize("seed", [10, 16])
def test_people_beside_billions_leave_little_to_fractions(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)
    account = with_mixed_magnitudes(random, invented_year(random))
    expected = check(account).to_dict()
    monkeypatch.setattr(exact, "MOST_WORK", 1_000)
    assert check(account).to_dict() == expected


def test_what_one_check_solves_in_fractions_is_limited_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    days = range(100)
    rows = [Row(((("x", day), -13), (("x", day + 1), 1)), 0, 0, day) for day in days]
    rows += [Row(((("x", 0), 1),), 1, None, 200)]
    monkeypatch.setattr(exact, "MOST_IN_ALL", 30_000)
    with exact.limited():
        assert exact.contradiction(rows) is None
        with exact.limited():  # a check within a check has what is left
            assert exact.contradiction(rows) is None
            with pytest.raises(exact.TooLargeError):
                exact.contradiction(rows)
        with pytest.raises(exact.TooLargeError):
            exact.least(rows, ((("x", 100), 1),))
    assert exact.contradiction(rows) is None


@pytest.mark.parametrize("ask", [check, lambda account: inquire(account, bounds=True)])
def test_check_that_needs_too_many_fractions_ends_soon(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is held grows by nine tenths each day, so that floating point proves nothing."""
    account = {
        "series": {
            "new": {"kind": "flow"},
            "held": {"kind": "level", "in": ["new"]},
            "rate": {"kind": "level"},
        },
        "relations": ["new = rate"],
        "reports": [
            {"id": "sum", "series": "new", "from": "2021-01-01", "to": "2021-01-09", "low": 39, "high": 48},
            {"id": "share", "series": "held", "from": "2021-01-05", "of": "rate", "low": 1, "high": 108},
            {"id": "end", "series": "rate", "on": "2021-01-30", "low": 0},
        ],
    }
    spent: list[int] = []
    count = exact.Simplex._count

    def counted(simplex: exact.Simplex, work: int) -> None:
        spent.append(work)
        count(simplex, work)

    monkeypatch.setattr(exact.Simplex, "_count", counted)
    monkeypatch.setattr(exact, "MOST_IN_ALL", 20_000)
    with pytest.raises(SolverError):
        ask(account)
    assert 20_000 < sum(spent) < 100_000


def test_amounts_that_grow_thirteenfold_every_day_stay_exact() -> None:
    days = range(40)
    rows = [Row(((("x", day), -13), (("x", day + 1), 1)), 0, 0, day) for day in days]
    rows += [Row(((("x", 0), 1),), 1, None, 50)]
    least = exact.least(rows, ((("x", 40), 1),))
    assert least is not None
    assert least.value == 13**40
    used = exact.contradiction([*rows, Row(((("x", 40), 1),), None, 13**40 - 1, 51)])
    assert used is not None
    assert max(abs(use.factor) for use in used) / min(abs(use.factor) for use in used) >= 13**39
    assert exact.contradiction([*rows, Row(((("x", 40), 1),), None, 13**40, 51)]) is None
