"""How fast the account engine is, each part beside its alternative in the same run.

    python benchmarks/account.py [--quick]

(a) one flow over ten years with 1,000, 10,000 and 100,000 reports: addup, one HiGHS model of the whole with a
    variable for every day, and z3 where it is installed;
(b) many small series of 10 reports in one account, beside one linear programme each;
(c) linked accounts of 30 series and 100 reports;
(d) one more report into the largest of (a);
(e) one irreducible conflict out of 10,000 reports.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import time
from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import highspy
import numpy as np

from addup.account.answers import answers
from addup.account.language import Account
from addup.account.parsing import read_account
from addup.account.parts import Parts
from addup.account.running import RunningAccount

START = date(2010, 1, 1)
DAYS = 3652


def flow(count: int, random: Random, *, days: int = DAYS, name: str = "arrivals") -> list[dict[str, Any]]:
    """Invent true reports of one flow: sums over days, weeks, months, quarters and years."""
    until = np.concatenate([[0], np.cumsum([random.randint(0, 50) for _ in range(days)])]).tolist()
    reports = []
    for number in range(count):
        first = random.randrange(days)
        last = min(days - 1, first + random.choice((0, 1, 6, 29, 90, 364)))
        amount = until[last + 1] - until[first]
        low, high = random.choice(
            ((amount, amount), (amount * 9 // 10, amount * 11 // 10 + 1), (amount, None), (None, amount))
        )
        days_of = {"from": str(START + timedelta(first)), "to": str(START + timedelta(last))}
        reports.append({"id": f"{name} {number}", "series": name, **days_of, "low": low, "high": high})
    return reports


def account_of(reports: list[dict[str, Any]], relations: list[str] | None = None) -> dict[str, Any]:
    """Put reports of flows into one account, with a question about the first of them."""
    names = list(dict.fromkeys(report["series"] for report in reports))
    ask = [f"{names[0]} {START}..{START + timedelta(days=180)}"]
    series = {name: {"kind": "flow"} for name in names}
    return {"series": series, "relations": relations or [], "reports": reports, "ask": ask}


def seconds(work: Callable[[], object]) -> float:
    """Time one run."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def solve(account: Account) -> None:
    """Check consistency and answer the question, without findings."""
    parts = Parts(account)
    assert not parts.contradictions()
    answers(parts)


def one_model(account: Account) -> None:
    """Give HiGHS the same account whole, a variable for every day."""
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    term = account.questions[0].expression.terms[0]
    assert term.first is not None
    assert term.last is not None
    days = range(min(account.first, term.first), max(account.last, term.last) + 1)
    columns = {(name, day): 0 for name in account.series for day in days}
    columns = {key: number for number, key in enumerate(columns)}
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(columns), len(account.reports)
    model.col_cost_ = np.zeros(len(columns))
    model.col_lower_, model.col_upper_ = np.zeros(len(columns)), np.full(len(columns), highspy.kHighsInf)
    ends = [report.charitable for report in account.reports]
    model.row_lower_ = np.array([-highspy.kHighsInf if low is None else float(low) for low, _ in ends])
    model.row_upper_ = np.array([highspy.kHighsInf if high is None else float(high) for _, high in ends])
    inside = [
        [columns[report.series, day] for day in range(report.first, report.last + 1)]
        for report in account.reports
    ]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *map(len, inside)]).astype(np.int32)
    model.a_matrix_.index_ = np.concatenate(inside).astype(np.int32)
    model.a_matrix_.value_ = np.ones(sum(map(len, inside)))
    solver.passModel(model)
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    asked = [columns[term.series, day] for day in range(term.first, term.last + 1)]
    for cost in (1.0, -1.0):
        costs = np.zeros(len(columns))
        costs[asked] = cost
        solver.changeColsCost(len(columns), np.arange(len(columns), dtype=np.int32), costs)
        solver.run()


def with_z3(account: Account) -> None:
    """Give z3 the same account as differences of running totals."""
    z3: Any = importlib.import_module("z3")  # not everybody has it

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
    assert solver.check() == z3.sat


def one_flow(count: int, *, alternatives: bool) -> None:
    """Print (a) for one size."""
    data = account_of(flow(count, Random(count)))
    account = read_account(data)
    ours = seconds(lambda: solve(account))
    print(
        f"(a) {count:>7,} reports of one flow: {ours:8.3f} s, {1e6 * ours / count:6.1f} µs a report", end=""
    )
    if alternatives:
        whole = seconds(lambda: one_model(account))
        print(f"; one HiGHS model {whole:8.3f} s ({whole / ours:,.0f} times)", end="")
        try:
            other = seconds(lambda: with_z3(account))
            print(f"; z3 {other:8.3f} s ({other / ours:,.0f} times)", end="")
        except ModuleNotFoundError:
            print("; z3 is not installed", end="")
    print()


def small_series(count: int) -> None:
    """Print (b)."""
    random = Random(count)
    reports = [report for number in range(count) for report in flow(10, random, days=60, name=f"s{number}")]
    account = read_account(account_of(reports))
    ours = seconds(lambda: Parts(account).contradictions())
    rate = 60 * len(reports) / ours
    sample = [read_account(account_of(reports[10 * n : 10 * n + 10])) for n in range(min(count, 300))]
    each = sum(seconds(lambda alone=alone: one_model(alone)) for alone in sample) / len(sample)  # type: ignore[misc]
    print(
        f"(b) {count:,} series of 10 reports: {ours:.2f} s, {rate:,.0f} reports a minute; "
        f"one programme each {each * count:.2f} s ({each * count / ours:.1f} times)"
    )


def linked(count: int) -> None:
    """Print (c)."""
    total = 0.0
    for number in range(count):
        random = Random(number)
        names = [f"part {index}" for index in range(29)]
        reports = [
            report for name in names for report in flow(random.choice((3, 4)), random, days=120, name=name)
        ][:100]
        for report in reports:
            report["low"] = None
        data = account_of(reports, [f"whole = {' + '.join(names)}"])
        data["series"] = {name: {"kind": "flow"} for name in (*names, "whole")}
        account = read_account(data)
        total += seconds(lambda account=account: solve(account))  # type: ignore[misc]
    print(f"(c) {count:,} linked accounts of 30 series and 100 reports: {1000 * total / count:.1f} ms each")


def one_more(count: int) -> None:
    """Print (d)."""
    reports = flow(count + 100, Random(count))
    running = RunningAccount(account_of(reports[:count]))
    took = sorted(seconds(lambda report=report: running.add(report)) for report in reports[count:])  # type: ignore[misc]
    print(
        f"(d) one more report into {count:,}: {1000 * took[50]:.2f} ms in the middle, "
        f"{1000 * took[-1]:.1f} ms at most, of 100"
    )


def one_conflict(count: int) -> None:
    """Print (e)."""
    reports = flow(count, Random(count))
    reports.append({**reports[count // 2], "id": "wrong", "low": 10**6, "high": None})
    account = read_account(account_of(reports))
    found: list[Any] = []
    took = seconds(lambda: found.extend(Parts(account).contradictions()))
    members = [len(conflict.members) for conflict in found]
    print(f"(e) one conflict out of {count:,} reports: {took:.3f} s, members {members}")


def main() -> None:
    """Run all parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of every size")
    scale = 10 if parser.parse_args().quick else 1
    for count in (1_000, 10_000, 100_000):
        one_flow(count // scale, alternatives=count <= 10_000)
    one_more(100_000 // scale)
    small_series(10_000 // scale)
    linked(100 // scale)
    one_conflict(10_000 // scale)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
