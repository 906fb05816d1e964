"""The parts of the engine by themselves: calendar, expressions, paths and programmes."""

from datetime import date
from fractions import Fraction
from random import Random

import pytest

from addup.account.language.calendar import Unit, pieces, units_in
from addup.account.language.expressions import Kind, Term, read_question, read_relation
from addup.account.solving.linear import Listed, Programme
from addup.account.solving.network import Network, total
from addup.account.solving.rows import Row


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("unit", "first", "last", "count"),
    [
        ("day", "2023-04-01", "2023-04-15", Fraction(15)),
        ("week", "2023-04-03", "2023-04-16", Fraction(2)),
        ("week", "2023-04-05", "2023-04-05", Fraction(1, 7)),
        ("month", "2023-04-01", "2023-04-15", Fraction(1, 2)),
        ("month", "2023-01-01", "2023-03-31", Fraction(3)),
        ("year", "2023-07-01", "2024-12-31", Fraction(184, 365) + 1),
    ],
)
def test_units_are_counted_by_their_share_of_days(unit: Unit, first: str, last: str, count: Fraction) -> None:
    assert units_in(unit, day(first), day(last)) == count


def test_weeks_begin_on_monday_and_are_cut_at_both_ends() -> None:
    cut = list(pieces("week", day("2023-04-06"), day("2023-04-18")))
    assert [(piece.last - piece.first + 1, piece.whole) for piece in cut] == [
        (4, False),
        (7, True),
        (2, False),
    ]


KINDS: dict[str, Kind] = {"dead": "toll", "dead in 2 towns": "toll", "a-b": "flow", "a": "flow", "b": "flow"}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("dead in 2 towns", [Term(Fraction(1), "dead in 2 towns")]),
        ("a-b", [Term(Fraction(1), "a-b")]),
        ("a - b", [Term(Fraction(1), "a"), Term(Fraction(-1), "b")]),
        ("2 * a + 0.5*b", [Term(Fraction(2), "a"), Term(Fraction(1, 2), "b")]),
        ("-a", [Term(Fraction(-1), "a")]),
        ("dead@2023-04-01", [Term(Fraction(1), "dead", day("2023-04-01"), day("2023-04-01"))]),
        ("a  2023-04-01..2023-04-02", [Term(Fraction(1), "a", day("2023-04-01"), day("2023-04-02"))]),
    ],
)
def test_longest_name_that_fits_is_taken(text: str, terms: list[Term]) -> None:
    assert list(read_question(text, KINDS).terms) == terms


def test_relation_brings_everything_to_one_side() -> None:
    expression, sense = read_relation("a + 1,000 <= 2 * b", KINDS)
    assert sense == "<="
    assert expression.number == 1000
    assert [term.factor for term in expression.terms] == [1, -2]


def differences(random: Random, count: int) -> list[Row]:
    """Invent rows over five points, of which some sets cannot all hold."""
    rows = []
    for owner in range(count):
        tail, head = random.sample(range(5), 2)
        low = random.randint(-9, 9)
        terms = ((("x", tail), -1), (("x", head), 1))
        rows.append(Row(terms, low, low + random.choice((0, 3, 9)), owner))
    return rows


@pytest.mark.parametrize("seed", range(40))
def test_paths_and_programmes_agree_and_prove_what_they_say(seed: int) -> None:
    rows = differences(Random(seed), 6)
    network, programme = Network(rows), Programme(Listed(rows))
    by_path, by_programme = network.contradiction(), programme.contradiction()
    assert (by_path is None) == (by_programme is None)
    for used in (by_path, by_programme):
        if used is not None:
            sums: dict[tuple[str, int], Fraction] = {}
            for use in used:
                for point, weight in use.row.terms:
                    sums[point] = sums.get(point, Fraction(0)) + use.factor * weight
            assert not any(sums.values())
            assert total(used) > 0


@pytest.mark.parametrize("seed", range(40))
def test_network_that_grows_finds_what_a_new_one_finds(seed: int) -> None:
    rows = differences(Random(seed), 12)
    frame = [Row(((("x", point), -1), (("x", point + 1), 1)), -50, 50, -1) for point in range(4)]
    network = Network(frame)
    assert network.contradiction() is None
    for count in range(1, len(rows) + 1):
        fits = network.extend(rows[count - 1 : count])
        assert fits == (Network([*frame, *rows[:count]]).contradiction() is None)
        if not fits:
            break
