"""What else could check an account: one linear programme with a variable for every day, and z3."""

from __future__ import annotations

import importlib
import time
from typing import Any

import highspy
import numpy as np

from addup.account.language.account import Account, Report


def one_model(account: Account, *, ask: bool = True) -> Any:
    """Give HiGHS an account of flows whole, a variable for every day; `ask` for the bounds of its question.

    Gives the solver, with what it found.
    """
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    days = range(account.first, account.last + 1)
    columns = {(name, day): 0 for name in account.series for day in days}
    columns = {key: number for number, key in enumerate(columns)}
    rows = [*map(_amount_row, account.reports), *_relation_rows(account)]
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(columns), len(rows)
    model.col_cost_ = np.zeros(len(columns))
    model.col_lower_, model.col_upper_ = np.zeros(len(columns)), np.full(len(columns), highspy.kHighsInf)
    model.row_lower_ = np.array([-highspy.kHighsInf if low is None else float(low) for _, low, _ in rows])
    model.row_upper_ = np.array([highspy.kHighsInf if high is None else float(high) for *_, high in rows])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(weights) for weights, *_ in rows)]).astype(np.int32)
    model.a_matrix_.index_ = np.array([columns[key] for weights, *_ in rows for key in weights], np.int32)
    model.a_matrix_.value_ = np.array([weight for weights, *_ in rows for weight in weights.values()])
    solver.passModel(model)
    solver.run()
    if ask:
        _bounds(solver, account, columns)
    return solver


def _amount_row(report: Report) -> tuple[dict[tuple[str, int], float], Any, Any]:
    return {(report.series, day): 1.0 for day in range(report.first, report.last + 1)}, *report.charitable


def _relation_rows(account: Account) -> list[tuple[dict[tuple[str, int], float], Any, Any]]:
    return [
        ({(term.series, day): float(term.factor) for term in relation.expression.terms}, *relation_ends)
        for relation in account.relations
        for relation_ends in [(relation.low, relation.high)]
        for day in range(account.first, account.last + 1)
    ]


def _bounds(solver: Any, account: Account, columns: dict[tuple[str, int], int]) -> None:
    term = account.questions[0].expression.terms[0]
    assert term.first is not None
    assert term.last is not None
    asked = [columns[term.series, day] for day in range(term.first, term.last + 1)]
    for cost in (1.0, -1.0):
        costs = np.zeros(len(columns))
        costs[asked] = cost
        solver.changeColsCost(len(columns), np.arange(len(columns), dtype=np.int32), costs)
        solver.run()


def irreducible_by_highs(account: Account) -> int:
    """Let HiGHS find an irreducible conflict in the same model; gives how many reports it holds."""
    solver = one_model(account, ask=False)
    solver.setOptionValue("iis_strategy", 2)  # from the rows of a dual ray, as addup does
    _, conflict = solver.getIis()
    return len(conflict.row_index_)


def with_z3(account: Account, *, limit: float) -> tuple[float, bool]:
    """Give z3 the same account as differences of running totals, to say whether it can be true.

    Gives the seconds that it took, and whether it came to an end before `limit` seconds.
    """
    z3: Any = importlib.import_module("z3")  # comes with the benchmark group only
    started = time.process_time()
    solver = z3.SolverFor("QF_LRA")
    totals = {day: z3.Real(f"t{day}") for day in range(account.first - 1, account.last + 1)}
    for day in range(account.first, account.last + 1):
        solver.add(totals[day] >= totals[day - 1])
    for report in account.reports:
        amount = totals[report.last] - totals[report.first - 1]
        low, high = report.charitable
        if low is not None:
            solver.add(amount >= z3.Q(low.numerator, low.denominator))
        if high is not None:
            solver.add(amount <= z3.Q(high.numerator, high.denominator))
    solver.set("timeout", int(1000 * limit))
    ended = solver.check() == z3.sat
    return time.process_time() - started, ended
