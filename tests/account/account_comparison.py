"""Holds the engine's answers against expected ones and against the day-by-day programme.

Run as a command, it compares whole folders of cases:

    python tests/account/account_comparison.py FOLDER...
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import inf
from pathlib import Path
from typing import Any

from daily_programme import Daily
from ruamel.yaml import YAML

from addup.account.check import check_account
from addup.account.language.account import Account
from addup.account.language.parsing import read_account
from addup.account.result import Result


def load_case(path: Path) -> Mapping[str, Any]:
    """Load a case with what is expected of it."""
    if path.suffix == ".json":
        return dict(json.loads(path.read_text(encoding="utf-8")))
    return dict(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")))


def close(one: float | None, other: float | None) -> bool:
    """Tell whether two bounds are equal within 1e-6 of their size; None is unbounded."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(1.0, abs(other))


def differences(case: Mapping[str, Any]) -> Iterator[str]:
    """Say in what the engine's answer differs from what a case expects."""
    account = read_account(case)
    result, expected = check_account(account), case["expect"]
    if result.status != expected["status"]:
        yield f"status is {result.status}, not {expected['status']}"
        return
    if result.status == "conflict":
        yield from _conflict_differences(account, result, expected)
    else:
        for answer, wanted in zip(result.asked, expected.get("asked", ()), strict=True):
            low, high = wanted["low"], wanted["high"]
            if not close(answer.low, low) or not close(answer.high, high):
                yield f"{answer.ask} is {answer.low} to {answer.high}, not {low} to {high}"
    corrections = [finding for finding in result.findings if finding.kind == "revised"]
    revised = sorted(report for finding in corrections for report in finding.reports)
    if "revised" in expected and revised != sorted(expected["revised"]):
        yield f"revised are {revised}, not {expected['revised']}"


def _conflict_differences(account: Account, result: Result, expected: Mapping[str, Any]) -> Iterator[str]:
    known = {
        (frozenset(conflict["reports"]), frozenset(conflict["relations"])): conflict
        for conflict in expected.get("conflicts", ())
    }
    for conflict in result.conflicts:
        key = (frozenset(conflict.reports), frozenset(conflict.relations))
        if known and key not in known:
            yield f"{conflict.reports} with {conflict.relations} is no irreducible conflict"
        wanted = known.get(key, {}).get("gap")
        if wanted is not None and not close(conflict.gap, wanted):
            yield f"the gap of {conflict.reports} is {conflict.gap}, not {wanted}"
    yield from faults_of_conflicts(account, result)


def faults_of_conflicts(account: Account, result: Result) -> Iterator[str]:
    """Say which conflicts are none, or hold too much, and whether some are missing."""
    plain = replace(account, questions=())
    count = len(account.reports)
    number = {report.id: report.index for report in account.reports}
    out: set[int] = set()
    for conflict in result.conflicts:
        reports = {number[report] for report in conflict.reports}
        members = reports | {count + relation for relation in conflict.relations}
        if not Daily(plain, "charitable", members=members).agrees(False):
            yield f"{conflict.reports} with {conflict.relations} can all be true"
        for member in members:
            if not Daily(plain, "charitable", members=members - {member}).agrees(True):
                yield f"{conflict.reports} with {conflict.relations} clash without member {member}"
        if out & reports:
            yield f"{conflict.reports} share a report with an earlier conflict"
        out |= reports or members
    rest = set(range(count + len(account.relations))) - out
    if not Daily(plain, "charitable", members=rest).agrees(True):
        yield "without the reports of all conflicts the rest still clashes"


def disagreements(account: Account) -> Iterator[str]:
    """Say in what the engine's answer differs from the day-by-day programme."""
    result = check_account(account)
    plain = replace(account, questions=())
    status = result.status
    if not Daily(plain, "charitable").agrees(status != "conflict"):
        yield f"status {status} is wrong under the charitable reading"
    elif status != "conflict" and not Daily(plain, "sharp").agrees(status == "consistent"):
        yield f"status {status} is wrong under the sharp reading"
    elif status == "conflict":
        yield from faults_of_conflicts(account, result)
    else:
        yield from _other_bounds(account, result)


def _other_bounds(account: Account, result: Result) -> Iterator[str]:
    for question, answer in zip(account.questions, result.asked, strict=True):
        daily = Daily(replace(account, questions=(question,)), "charitable")
        goal = daily.question(question.expression)
        least = daily.solve(goal)
        most = daily.solve({variable: -factor for variable, factor in goal.items()})
        low = None if least is None or least == -inf else least
        high = None if most is None or most == -inf else -most
        if not close(answer.low, low) or not close(answer.high, high):
            yield f"{answer.ask} is {answer.low} to {answer.high}, not {low} to {high}"


def main(folders: list[str]) -> int:
    """Compare every case of the folders; list those that differ."""
    good = bad = 0
    started = time.perf_counter()
    for path in sorted(path for folder in folders for path in Path(folder).glob("*.*")):
        if path.suffix not in (".yaml", ".json"):
            continue
        found = list(differences(load_case(path)))
        good, bad = good + (not found), bad + bool(found)
        for difference in found:
            print(f"{path.name}: {difference}")
    print(f"{good} of {good + bad} cases right in {time.perf_counter() - started:.1f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
