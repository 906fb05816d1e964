"""Answers: the tightest bounds of what is asked, under the charitable reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from addup.account.claims import Claim, Point, Terms, collected, points_of
from addup.account.conflicts import Claims, all_claims, components
from addup.account.expressions import Expression, Term
from addup.account.language import Account, View
from addup.account.network import Bound
from addup.account.result import Answer, plain
from addup.account.rows import rows_of
from addup.account.solving import Bounds, contradiction


def answers(account: Account) -> tuple[Answer, ...]:
    """Answer all questions of an account that is known to be consistent."""
    found = bounds_of(account, [question.expression for question in account.questions])
    return tuple(
        Answer(question.text, plain(low.value), plain(high.value))
        for question, (low, high) in zip(account.questions, found, strict=True)
    )


def bounds_of(account: Account, expressions: Sequence[Expression], view: View = "charitable") -> list[Bounds]:
    """Give the bounds of expressions over series; undated flows mean their total over the span."""
    sums: list[Bounds] = [(Bound(each.number), Bound(each.number)) for each in expressions]
    reaches: dict[tuple[int, int], list[int]] = {}
    for index, expression in enumerate(expressions):
        reaches.setdefault(_reach(account, expression), []).append(index)
    for reach, indices in reaches.items():
        asked = [(_points(account, expressions[index]), index) for index in indices]
        _answer(account, all_claims(account, view, reach), asked, sums)
    return sums


def bounds_everywhere(account: Account, view: View = "charitable") -> dict[tuple[str, int], Bounds]:
    """Give the tightest bounds of every series on every day that the account names.

    For a flow they bound the amount of that day. Keys are the series and the day's ordinal. The account
    must be consistent under the reading.
    """
    terms = [term for relation in account.relations for term in relation.expression.terms]
    named = [day for report in account.reports for day in (report.first, report.last)]
    named += [day for term in terms for day in (term.first, term.last) if day is not None]
    places = [(name, day) for name in account.series for day in sorted({account.last, *named})]
    asked = [Expression((Term(Fraction(1), name, day, day),)) for name, day in places]
    return dict(zip(places, bounds_of(account, asked, view), strict=True))


def _reach(account: Account, expression: Expression) -> tuple[int, int]:
    """Give the days that matter to a question: the span, and the days outside it that it names.

    No other question stretches them, for undated relations hold on all of them.
    """
    days = [day for term in expression.terms for day in (term.first, term.last) if day is not None]
    return min([account.first, *days]), max([account.last, *days])


def _answer(account: Account, claims: Claims, asked: Sequence[tuple[Terms, int]], sums: list[Bounds]) -> None:
    """Add to the sums what each part of the account says."""
    known: set[str] = set()
    for series, part in components(account, claims):
        known |= series
        _add(account, part, [(_within(question, series), index) for question, index in asked], sums)
    for name in account.series:
        if name not in known:
            _add(account, {}, [(_within(question, {name}), index) for question, index in asked], sums)


def _within(question: Terms, series: frozenset[str] | set[str]) -> Terms:
    return tuple((point, weight) for point, weight in question if point[0] in series)


def _add(
    account: Account,
    part: Mapping[int, Sequence[Claim]],
    asked: Sequence[tuple[Terms, int]],
    sums: list[Bounds],
) -> None:
    """Add what one part of the account says to the sums. Parts know nothing of each other."""
    wanted = [(question, index) for question, index in asked if question]
    if not wanted:
        return
    points: dict[Point, None] = dict.fromkeys(point for question, _ in wanted for point, _ in question)
    clash, problem = contradiction(rows_of(account, part, points))
    found: list[Bounds] = [(Bound(None), Bound(None))] * len(wanted)
    if clash is None:  # the days that only the question names may clash with an undated relation
        found = problem.bounds([question for question, _ in wanted])
    for (low, high), (_, index) in zip(found, wanted, strict=True):
        so_far = sums[index]
        sums[index] = (_plus(so_far[0], low), _plus(so_far[1], high))


def _plus(one: Bound, other: Bound) -> Bound:
    if one.value is None or other.value is None:
        return Bound(None)
    return Bound(one.value + other.value, one.used + other.used)


def _points(account: Account, expression: Expression) -> Terms:
    """Resolve what is asked into points; without a date: the whole span of a flow, else its last day."""
    kinds = {name: declared.kind for name, declared in account.series.items()}
    dated = [
        term if term.dated else Term(term.factor, term.series, account.first, account.last)
        for term in expression.terms
    ]
    return collected([piece for term in dated for piece in points_of(term, kinds)])
