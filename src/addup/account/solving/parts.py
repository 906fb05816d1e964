"""The parts of an account, which know nothing of each other: each is written as rows once and then kept.

So what looks for contradictions has laid out the rows from which questions are answered afterwards.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from addup.account.language.account import Account, View
from addup.account.language.expressions import Expression, Term
from addup.account.solving.claims import Claim, Point, Terms, collected, points_of
from addup.account.solving.conflicts import Contradiction, all_claims, components, contradictions
from addup.account.solving.network import Bound
from addup.account.solving.screening import possible_series
from addup.account.solving.solvers import Bounds, Problem, contradiction, laid_out

Members = Mapping[int, Sequence[Claim]]
UNKNOWN: Bounds = (Bound(None), Bound(None))


class Parts:
    """An account under one reading, split into parts that share no series.

    `reach` are the days on which undated relations hold: the span, unless a question asks beyond it.
    """

    def __init__(
        self, account: Account, view: View = "charitable", *, reach: tuple[int, int] | None = None
    ) -> None:
        self.account, self.view = account, view
        self.reach = reach or (account.first, account.last)
        self._problems: dict[frozenset[str], Problem | None] = {}

    def contradictions(self, *, without: Collection[str] = ()) -> list[Contradiction]:
        """Find disjoint contradictions in every part, but for parts that hold a series in `without`."""
        found: list[Contradiction] = []
        possible = possible_series(self.account, self.view, without=without)
        claims = all_claims(self.account, self.view, self.reach, without=possible)
        for series, part in components(self.account, claims, without=possible):
            if series.isdisjoint(without):
                found += self._contradictions_of(series, part)
        return found

    def _contradictions_of(self, series: frozenset[str], part: Members) -> list[Contradiction]:
        """Find those of one part; where there is none, its rows are kept for questions."""
        asked = self._asked_of(series)
        layout = laid_out(self.account, part, asked)
        used, problem = contradiction(layout)
        self._problems[series] = problem if used is None else None
        if used is None:
            return []
        return list(contradictions(self.account, part, self.view, None if asked else layout))

    def _asked_of(self, series: Collection[str]) -> list[Point]:
        """Give the points that the account's own questions need, so that one layout serves them too."""
        asked = sorted({number for name in series for number in self._asking.get(name, ())})
        return [point for number in asked for point, _ in self._questions[number] if point[0] in series]

    @cached_property
    def _asking(self) -> Mapping[str, Sequence[int]]:
        """Give for each series the numbers of the account's questions that speak of it."""
        return _speaking(self._questions)

    @cached_property
    def _questions(self) -> list[Terms]:
        expressions = [question.expression for question in self.account.questions]
        return [
            self._terms(expression)
            for expression in expressions
            if reach_of(self.account, expression) == self.reach
        ]

    @cached_property
    def _split(self) -> list[tuple[frozenset[str], Members]]:
        """All parts, and every series of which nobody says anything as a part of its own."""
        split: list[tuple[frozenset[str], Members]] = []
        split += components(self.account, all_claims(self.account, self.view, self.reach))
        known = frozenset[str]().union(*(series for series, _ in split))
        return [*split, *((frozenset({name}), {}) for name in self.account.series if name not in known)]

    def bounds(self, expressions: Sequence[Expression]) -> list[Bounds]:
        """Give the bounds of expressions within reach; undated flows mean their total over the span.

        Each part adds its own; a part that contradicts itself leaves both ends open.
        """
        sums: list[Bounds] = [(Bound(each.number), Bound(each.number)) for each in expressions]
        asked = [self._terms(expression) for expression in expressions]
        speaking = _speaking(asked)
        for series, part in self._split:
            numbers = sorted({number for name in series for number in speaking.get(name, ())})
            wanted = [(index, _within(asked[index], series)) for index in numbers]
            wanted = [(index, terms) for index, terms in wanted if terms]
            if not wanted:
                continue
            problem = self._problem(series, part, [terms for _, terms in wanted])
            found = problem.bounds([terms for _, terms in wanted]) if problem else [UNKNOWN] * len(wanted)
            for (index, _), (low, high) in zip(wanted, found, strict=True):
                sums[index] = (_plus(sums[index][0], low), _plus(sums[index][1], high))
        return sums

    def _problem(self, series: frozenset[str], part: Members, asked: Iterable[Terms]) -> Problem | None:
        """Give the rows of a part with points for what is asked; None if they contradict each other."""
        points = dict.fromkeys(point for terms in asked for point, _ in terms)
        if series in self._problems:
            kept = self._problems[series]
            if kept is None or kept.knows(points):
                return kept
        # Days that only a question names may clash with an undated relation, even where the rest does not.
        used, problem = contradiction(laid_out(self.account, part, [*points, *self._asked_of(series)]))
        self._problems[series] = problem if used is None else None
        return self._problems[series]

    def _terms(self, expression: Expression) -> Terms:
        """Resolve an expression into points; without a date: the whole span of a flow, else its last day."""
        kinds = {term.series: self.account.series[term.series].kind for term in expression.terms}
        first, last = self.account.first, self.account.last
        dated = [
            term if term.dated else Term(term.factor, term.series, first, last) for term in expression.terms
        ]
        return collected([piece for term in dated for piece in points_of(term, kinds)])


def reach_of(account: Account, expression: Expression) -> tuple[int, int]:
    """Give the days that matter to a question: the span, and the days outside it that it names.

    No other question stretches them, for undated relations hold on all of them.
    """
    days = [day for term in expression.terms for day in (term.first, term.last) if day is not None]
    return min([account.first, *days]), max([account.last, *days])


def _speaking(questions: Iterable[Terms]) -> dict[str, list[int]]:
    """Number questions, and give for each series those that speak of it."""
    speaking: dict[str, list[int]] = {}
    for number, terms in enumerate(questions):
        for (name, _), _ in terms:
            speaking.setdefault(name, []).append(number)
    return speaking


def _within(terms: Terms, series: frozenset[str]) -> Terms:
    return tuple((point, weight) for point, weight in terms if point[0] in series)


def _plus(one: Bound, other: Bound) -> Bound:
    if one.value is None or other.value is None:
        return Bound(None)
    return Bound(one.value + other.value, one.used + other.used)
