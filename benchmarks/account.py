"""How fast the account engine is, each part beside its alternative in the same run.

    python benchmarks/account.py [PART...] [--quick] [--compare 10000] [--first SEED] [--z3 SECONDS]

a  one flow over ten years with 1,000, 10,000 and 100,000 reports: whether it can be true, and the bounds of
   one question; beside one HiGHS model of the whole with a variable for every day, and z3 (without the
   question) up to a limit of time
b  100,000 series of 10 reports in one account, beside one linear programme each
c  1,000 linked accounts of 30 series and 100 reports, beside one HiGHS model with a variable for every day
d  one more report into an account of 100,000, beside checking it anew
e  one irreducible conflict out of 10,000 reports, beside HiGHS's own
g  a table of 300,000 rows, one in a thousand of them wrong, against two rules, beside reading its cells
f  invented accounts of every kind, every second one with people beside billions and every tenth one over up
   to a year, compared with one variable for every day (as many as --compare says)

Times are of the processor, so that others on the machine matter less; all libraries are loaded before.
Each part runs in a process of its own, and says how much memory that took.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from csv import DictReader
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from account_alternatives import irreducible_by_highs, one_model, with_z3

from addup.account import check_table
from addup.account.language.account import Account
from addup.account.language.parsing import read_account
from addup.account.running import RunningAccount
from addup.account.solving.answers import answers
from addup.account.solving.parts import Parts

START = date(2010, 1, 1)
DAYS = 3652
SAMPLE = 300
"""Series that the alternative of (b) is timed on: all of them would take it minutes."""


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
    """Put reports of flows into one account, with a question about some days of the first of them."""
    names = list(dict.fromkeys(report["series"] for report in reports))
    first = min(report["from"] for report in reports)
    last = min(max(report["to"] for report in reports), str(date.fromisoformat(first) + timedelta(180)))
    series = {name: {"kind": "flow"} for name in names}
    ask = [f"{names[0]} {first}..{last}"]
    return {"series": series, "relations": relations or [], "reports": reports, "ask": ask}


def linked_account(random: Random) -> dict[str, Any]:
    """Invent 29 parts of a whole that is not reported: 100 reports, all of them ceilings."""
    names = [f"part {index}" for index in range(29)]
    reports = [
        report for name in names for report in flow(random.choice((3, 4)), random, days=120, name=name)
    ]
    for report in reports:
        report["low"] = None
    data = account_of(reports[:100], [f"whole = {' + '.join(names)}"])
    return {**data, "series": {name: {"kind": "flow"} for name in (*names, "whole")}}


def seconds(work: Callable[[], object]) -> float:
    """Time one run."""
    started = time.process_time()
    work()
    return time.process_time() - started


def solve(account: Account) -> None:
    """Check consistency and answer the question, without findings."""
    parts = Parts(account)
    assert not parts.contradictions()
    answers(parts)


def one_flow(count: int, *, limit: float, highs: bool) -> None:
    """Print (a) for one size."""
    account = read_account(account_of(flow(count, Random(count))))
    ours = seconds(lambda: solve(account))
    print(f"(a) {count:,} reports of one flow: {ours:.3f} s, {1e6 * ours / count:.1f} µs a report")
    if highs:
        whole = seconds(lambda: one_model(account))
        print(f"    one HiGHS model: {whole:.3f} s, {whole / ours:,.1f} times as long")
        took, ended = with_z3(account, limit=limit)
        times = f"{took:.1f} s, {'' if ended else 'over '}{took / ours:,.0f} times as long"
        print(f"    z3 {'' if ended else 'stopped without an answer after '}{times}")


def small_series(count: int) -> None:
    """Print (b)."""
    random = Random(count)
    reports = [report for number in range(count) for report in flow(10, random, days=60, name=f"s{number}")]
    account = read_account(account_of(reports))
    found: list[Any] = []
    ours = seconds(lambda: found.extend(Parts(account).contradictions()))
    assert not found
    sample = [read_account(account_of(reports[10 * n : 10 * n + 10])) for n in range(min(count, SAMPLE))]
    each = sum(seconds(lambda alone=alone: one_model(alone, ask=False)) for alone in sample) / len(sample)  # type: ignore[misc]
    print(f"(b) {count:,} series of 10 reports: {ours:.2f} s, {600 * count / ours:,.0f} reports a minute")
    print(
        f"    one programme each: {1e6 * each:,.0f} µs (mean of {len(sample)}), "
        f"{each * count / ours:.1f} times as long"
    )


def linked(count: int) -> None:
    """Print (c)."""
    accounts = [read_account(linked_account(Random(number))) for number in range(count)]
    ours = sum(seconds(lambda account=account: solve(account)) for account in accounts)  # type: ignore[misc]
    whole = sum(seconds(lambda account=account: one_model(account)) for account in accounts)  # type: ignore[misc]
    print(
        f"(c) {count:,} linked accounts of 30 series and 100 reports: "
        f"{1000 * ours / count:.1f} ms each; one HiGHS model each: {1000 * whole / count:.1f} ms"
    )


def one_more(count: int) -> None:
    """Print (d)."""
    reports = flow(count + 100, Random(count))
    running = RunningAccount(account_of(reports[:count]))
    took = sorted(seconds(lambda report=report: running.add(report)) for report in reports[count:])  # type: ignore[misc]
    anew = seconds(lambda: Parts(running.account).contradictions())
    print(
        f"(d) one more report into {count:,}: {1000 * took[50]:.2f} ms in the middle, "
        f"{1000 * took[-1]:.1f} ms at most, of 100; all of them anew {1000 * anew:,.0f} ms"
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
    theirs: list[int] = []
    other = seconds(lambda: theirs.append(irreducible_by_highs(account)))
    print(f"    HiGHS's own: {other:.3f} s, members {theirs}, {other / took:.1f} times as long")


def table(count: int) -> None:
    """Print (g)."""
    random = Random(count)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events.csv"
        with path.open("w", encoding="utf-8") as file:
            file.write("low,best,high,men,women\n")
            for _ in range(count):
                men, women = random.randint(0, 9), random.randint(0, 9)
                low = men + women + (random.random() < 0.001)
                file.write(f"{low},{men + women},{men + women + 1},{men},{women}\n")
        found: list[Any] = []
        rules = ["low <= best <= high", "men + women = best"]
        took = seconds(lambda: found.append(check_table(path, rules)))
        with path.open(encoding="utf-8", newline="") as file:
            reading = seconds(lambda: sum(float(cell) for row in DictReader(file) for cell in row.values()))
    print(
        f"(g) {count:,} rows against two rules: {took:.2f} s, {1e6 * took / count:.1f} µs a row, "
        f"{len(found[0].faults)} faults; reading the cells alone {reading:.2f} s"
    )


def compare(count: int, first: int) -> None:
    """Print (f)."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "account"))
    from account_comparison import disagreements
    from invented_accounts import invented_account, invented_year, with_mixed_magnitudes

    different = 0
    for seed in range(first, first + count):
        random = Random(seed)
        account = invented_year(random) if seed % 10 == 0 else invented_account(random)
        account = with_mixed_magnitudes(random, account) if seed % 2 else account
        found = list(disagreements(read_account(account)))
        different += bool(found)
        for text in found:
            print(f"    seed {seed}: {text}")
    accounts = f"{count - different:,} of {count:,} invented accounts, from seed {first:,},"
    print(f"(f) {accounts} as with one variable for every day")


def apart(work: Callable[[], None]) -> None:
    """Run a part in a process of its own, so that its memory is its own too."""

    def measured() -> None:
        started = time.process_time()
        work()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"    peak memory {peak} MB, alternatives included; {time.process_time() - started:.0f} s in all"
        )

    process = multiprocessing.get_context("fork").Process(target=measured)
    process.start()
    process.join()


def main() -> None:
    """Run the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help="a to g; all without any")
    parser.add_argument("--quick", action="store_true", help="a tenth of every size")
    parser.add_argument("--compare", type=int, default=1_000, help="how many accounts for f (1,000)")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first of them (0)")
    parser.add_argument("--z3", type=float, default=120.0, help="the seconds after which z3 is stopped (120)")
    given = parser.parse_args()
    scale = 10 if given.quick else 1
    work: dict[str, list[Callable[[], None]]] = {
        "a": [
            lambda count=count: one_flow(count // scale, limit=given.z3, highs=count <= 10_000)  # type: ignore[misc]
            for count in (1_000, 10_000, 100_000)
        ],
        "b": [lambda: small_series(100_000 // scale)],
        "c": [lambda: linked(1_000 // scale)],
        "d": [lambda: one_more(100_000 // scale)],
        "e": [lambda: one_conflict(10_000 // scale)],
        "g": [lambda: table(300_000 // scale)],
        "f": [lambda: compare(given.compare // scale, given.first)],
    }
    solve(read_account(account_of(flow(10, Random(0)))))  # the first one waits for what numpy loads late
    for part in given.parts or work:
        for each in work[part]:
            apart(each)


if __name__ == "__main__":
    main()
