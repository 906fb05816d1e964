"""Answers: the tightest bounds of what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from addup.account.language.account import Account, View
from addup.account.language.expressions import Expression, Term
from addup.account.result import Answer, plain
from addup.account.solving.parts import Parts, reach_of
from addup.account.solving.solvers import Bounds


def answers(parts: Parts) -> tuple[Answer, ...]:
    """Answer all questions of an account that is known to be consistent."""
    questions = parts.account.questions
    found = bounds_within(parts, [question.expression for question in questions])
    return tuple(
        Answer(question.text, plain(low.value), plain(high.value))
        for question, (low, high) in zip(questions, found, strict=True)
    )


def bounds_of(account: Account, expressions: Sequence[Expression], view: View = "charitable") -> list[Bounds]:
    """Give the bounds of expressions over series; undated flows mean their total over the span."""
    return bounds_within(Parts(account, view), expressions)


def bounds_within(parts: Parts, expressions: Sequence[Expression]) -> list[Bounds]:
    """Give the same from parts that may be laid out already; days outside the span ask for parts anew."""
    reaches: dict[tuple[int, int], list[int]] = {}
    for index, expression in enumerate(expressions):
        reaches.setdefault(reach_of(parts.account, expression), []).append(index)
    found: dict[int, Bounds] = {}
    for reach, indices in reaches.items():
        reaching = parts if reach == parts.reach else Parts(parts.account, parts.view, reach=reach)
        found |= zip(indices, reaching.bounds([expressions[index] for index in indices]), strict=True)
    return [found[index] for index in range(len(expressions))]


def bounds_everywhere(account: Account, view: View = "charitable") -> dict[tuple[str, int], Bounds]:
    """Give the tightest bounds of every series on every day that the account names.

    For a flow they bound the amount of that day. Keys are the series and the day's ordinal. The account
    must be consistent under the reading.
    """
    terms = [term for relation in account.relations for term in relation.terms]
    named = [day for report in account.reports for day in (report.first, report.last)]
    named += [day for term in terms for day in (term.first, term.last) if day is not None]
    places = [(name, day) for name in account.series for day in sorted({account.last, *named})]
    asked = [Expression((Term(Fraction(1), name, day, day),)) for name, day in places]
    return dict(zip(places, bounds_of(account, asked, view), strict=True))
