"""The simplex in fractions says what HiGHS says, and proves it."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from invented_accounts import DOUBLING

from addup.account import check, exact
from addup.account.claims import Point, Terms
from addup.account.linear import Listed, Programme, SolverError
from addup.account.network import Used, total
from addup.account.rows import Row


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
