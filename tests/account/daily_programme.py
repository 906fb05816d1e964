"""An independent reading of the account language: one variable a day, one linear programme for everything.

Slow, plain, and written from the description of the language, so that the engine can be held against it.
It shares only the parser and the tolls taken back with the engine, and where floating point is doubtful
the simplex in fractions, whose proofs it checks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from fractions import Fraction

import highspy
import numpy as np

from addup.account.language.account import Account, Relation, Report, View
from addup.account.language.expressions import Expression
from addup.account.solving import exact
from addup.account.solving.corrections import corrected
from addup.account.solving.rows import Row as ExactRow
from addup.account.solving.solvers import NOISE

Variable = tuple[str, int]
Linear = dict[Variable, float]
Row = tuple[Linear, float | None, float | None]
WITHOUT_OPTIMUM = {
    highspy.HighsModelStatus.kInfeasible: None,
    highspy.HighsModelStatus.kUnbounded: -np.inf,
    highspy.HighsModelStatus.kModelEmpty: 0.0,
}


class Daily:
    """One account under one reading, day by day; `members` leaves the others out."""

    def __init__(self, account: Account, view: View, *, members: Collection[int] | None = None) -> None:
        self.account, self.view = account, view
        asked = [
            day
            for question in account.questions
            for term in question.expression.terms
            for day in (term.first, term.last)
            if day is not None
        ]
        self.begin, self.end = min([account.first, *asked]), max([account.last, *asked])
        self.rows: list[Row] = list(self._structure())
        taken_back = corrected(account, view)
        for report in account.reports:
            if (
                report.binds
                and report.index not in taken_back
                and (members is None or self._is_in(report, members))
            ):
                self.rows += self._report(report)
        for relation in account.relations:
            if members is None or len(account.reports) + relation.index in members:
                self.rows += self._relation(relation)

    def _is_in(self, report: Report, members: Collection[int]) -> bool:
        """Whether a report is a member, and so the relation through which it speaks, if there is one."""
        relation = None if report.through is None else len(self.account.reports) + report.through
        return report.index in members and (relation is None or relation in members)

    def kind(self, series: str) -> str:
        return self.account.series[series].kind

    def days(self, first: int, last: int) -> range:
        return range(first, last + 1)

    def _structure(self) -> Iterator[Row]:
        for name, series in self.account.series.items():
            for day in self.days(self.begin, self.end):
                if series.kind == "toll":
                    yield {(name, day): 1, (name, day - 1): -1}, 0, None
                if series.inflows or series.outflows:
                    step: Linear = defaultdict(float)
                    step[name, day] += 1
                    step[name, day - 1] -= 1
                    for flow in series.inflows:
                        step[flow, day] -= 1
                    for flow in series.outflows:
                        step[flow, day] += 1
                    yield step, 0, 0

    def _ends(self, report: Report) -> tuple[float | None, float | None]:
        low, high = report.interval(self.view)
        return None if low is None else float(low), None if high is None else float(high)

    def _report(self, report: Report) -> Iterator[Row]:
        low, high = self._ends(report)
        name, days = report.series, self.days(report.first, report.last)
        if report.of is not None:
            yield from self._share(report, low, high)
        elif report.change is not None:
            yield from self._change(report, low, high)
        elif report.per is not None:
            yield from self._rate(report, low, high)
        elif self.kind(name) == "flow":
            yield {(name, day): 1.0 for day in days}, low, high
        elif self.kind(name) == "toll":
            yield {(name, report.last): 1.0}, low, high
        else:
            yield from (({(name, day): 1.0}, low, high) for day in days)

    def _share(self, report: Report, low: float | None, high: float | None) -> Iterator[Row]:
        assert report.of is not None
        names = (report.series, report.of)
        own = self.days(report.first, report.last)
        spans = dict(zip(names, (own, self.days(*report.of_days) if report.of_days else own), strict=True))
        both_levels = all(self.kind(name) == "level" for name in names) and not report.of_days
        moments = list(self.days(report.first, report.last)) if both_levels else [report.last]
        for moment in moments:
            for end, ends in ((low, (0.0, None)), (high, (None, 0.0))):
                if end is None:
                    continue
                row: Linear = defaultdict(float)
                for name, factor in zip(names, (1.0, -end / 100), strict=True):
                    flow = self.kind(name) == "flow"
                    for day in spans[name] if flow else [moment if both_levels else spans[name][-1]]:
                        row[name, day] += factor
                yield row, *ends

    def _change(self, report: Report, low: float | None, high: float | None) -> Iterator[Row]:
        before = report.first - 1 if report.first == report.last else report.first
        start, end = (report.series, before), (report.series, report.last)
        sign = 1 if report.change == "up" else -1
        low = max(low or 0.0, 0.0)
        if report.percent:
            yield {start: -sign - low / 100, end: sign}, 0, None
            if high is not None:
                yield {start: -sign - high / 100, end: sign}, None, 0
        else:
            yield {start: -sign, end: sign}, low, high

    def _rate(self, report: Report, low: float | None, high: float | None) -> Iterator[Row]:
        units: dict[tuple[int, ...], list[int]] = defaultdict(list)
        count = 0.0
        for number in self.days(report.first, report.last):
            key, length = calendar_unit(str(report.per), date.fromordinal(number))
            units[key].append(number)
            count += 1 / length
        if not report.each_unit:
            ends = [None if end is None else end * count for end in (low, high)]
            yield (
                {(report.series, day): 1.0 for day in self.days(report.first, report.last)},
                ends[0],
                ends[1],
            )
            return
        for inside in units.values():
            whole = len(inside) == calendar_unit(str(report.per), date.fromordinal(inside[0]))[1]
            yield {(report.series, day): 1.0 for day in inside}, low if whole else None, high

    def _relation(self, relation: Relation) -> Iterator[Row]:
        low = None if relation.low is None else float(relation.low)
        high = None if relation.high is None else float(relation.high)
        undated = any(not term.dated for term in relation.expression.terms)
        for day in self.days(self.begin, self.end) if undated else [0]:
            yield self.linear(relation.expression, day), low, high

    def linear(self, expression: Expression, today: int) -> Linear:
        row: Linear = defaultdict(float)
        for term in expression.terms:
            last = today if term.last is None else term.last
            first = last if term.first is None else term.first
            for day in self.days(first, last) if self.kind(term.series) == "flow" else [last]:
                row[term.series, day] += float(term.factor)
        return row

    def question(self, expression: Expression) -> Linear:
        row: Linear = defaultdict(float)
        for term in expression.terms:
            first, last = term.first or self.account.first, term.last or self.account.last
            for day in self.days(first, last) if self.kind(term.series) == "flow" else [last]:
                row[term.series, day] += float(term.factor)
        return row

    def solve(self, goal: Linear | None = None) -> float | None:
        """Give the least value of the goal; -inf if it has none, None if nothing is possible."""
        variables: dict[Variable, int] = {}
        for row, *_ in self.rows:
            for variable in row:
                variables.setdefault(variable, len(variables))
        for variable in goal or {}:
            variables.setdefault(variable, len(variables))
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.setOptionValue("output_flag", False)
        for variable, column in variables.items():
            solver.addVar(0, highspy.kHighsInf)
            if goal and goal.get(variable):
                solver.changeColCost(column, goal[variable])
        for row, low, high in self.rows:
            solver.addRow(
                -highspy.kHighsInf if low is None else low,
                highspy.kHighsInf if high is None else high,
                len(row),
                np.array([variables[variable] for variable in row], dtype=np.int32),
                np.array(list(row.values())),
            )
        # Presolve takes some unbounded programmes for infeasible. Without it the dual simplex gives up on
        # amounts that double every day, which says nothing; the primal one goes through.
        for option in (("presolve", "on"), ("presolve", "off"), ("simplex_strategy", 4)):
            solver.clearSolver()
            solver.setOptionValue(*option)
            solver.run()
            status = solver.getModelStatus()
            if status == highspy.HighsModelStatus.kOptimal:
                return float(solver.getInfo().objective_function_value)
            if option != ("presolve", "on") and status in WITHOUT_OPTIMUM:
                return WITHOUT_OPTIMUM[status]
        # HiGHS gives up. What cannot be true beyond noise has no least value.
        if self._in_fractions() is False:
            return None
        found = exact.least(self._exact_rows(goal or {}), tuple(_exact_terms(goal or {})))
        return 0.0 if found is None else -np.inf if found.value is None else float(found.value)

    def possible(self) -> bool:
        return self.solve() is not None

    def agrees(self, possible: bool) -> bool:
        """Whether all can be true, or cannot, as somebody says.

        Where HiGHS says otherwise, fractions decide: it overlooks few people beside billions. What is mere
        noise may be judged either way.
        """
        return self.possible() == possible or self._in_fractions() in (possible, None)

    def _in_fractions(self) -> bool | None:
        """Whether all can be true, with a proof that is checked here if not; None if the misfit is noise."""
        for row, low, high in self.rows:
            if not any(row.values()) and ((low or 0) > 0 or (high is not None and high < 0)):
                return False
        used = exact.contradiction(self._exact_rows({}))
        if used is None:
            return True
        left: dict[Variable, Fraction] = defaultdict(Fraction)
        for use in used:
            for variable, weight in use.row.terms:
                left[variable] += use.factor * weight
        assert not any(left.values())
        misfit = sum((use.amount for use in used), Fraction(0))
        assert misfit > 0
        return None if misfit <= NOISE * max(abs(use.amount) for use in used) else False

    def _exact_rows(self, goal: Linear) -> list[ExactRow]:
        """Write the rows in fractions; no variable of them or of the goal is negative."""
        rows = [
            ExactRow(tuple(_exact_terms(row)), _exact_end(low), _exact_end(high), number)
            for number, (row, low, high) in enumerate(self.rows)
        ]
        variables = sorted({variable for row in (goal, *(row for row, *_ in self.rows)) for variable in row})
        return [*(ExactRow(((variable, 1),), 0, None, -1) for variable in variables), *rows]


def _exact_terms(row: Linear) -> Iterator[tuple[Variable, Fraction]]:
    return ((variable, exactly(weight)) for variable, weight in sorted(row.items()) if weight)


def _exact_end(end: float | None) -> Fraction | None:
    return None if end is None else exactly(end)


def exactly(number: float) -> Fraction:
    """Take a number for what it was written as: a tenth for 0.1."""
    return Fraction(repr(float(number)))


def calendar_unit(unit: str, day: date) -> tuple[tuple[int, ...], int]:
    """Name the calendar unit that holds a day, and its length in days."""
    if unit == "day":
        return (day.toordinal(),), 1
    if unit == "week":
        return tuple(day.isocalendar())[:2], 7
    if unit == "month":
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return (day.year, day.month), (following - timedelta(days=1)).day
    return (day.year,), (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
