"""`addup add`, ended with SIGKILL at a random moment, and what the ledger holds then.

Each run is a process forked from one that has loaded the language pipeline, so that the moment falls into the
work and not into starting Python.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from random import Random

from addup.cli import main
from addup.ledger import Ledger


@dataclass(frozen=True)
class Outcome:
    """How far a killed run had come, and whether the ledger was whole then and equal after a second run."""

    documents: int
    unsettled: bool
    whole: bool
    equal: bool


def write_reports(folder: Path, count: int = 10) -> None:
    """Write small invented reports."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = (
            f"On Monday {number + 20} boats left the harbour of Lund, the pilot said. {number + 3} came back."
        )
        (folder / f"harbour-{number:02}.txt").write_text(text)


def start_adding(reports: Path, address: str) -> int:
    """Run `addup add` in a process of its own; give its number."""
    _load_all()
    process = os.fork()
    if process:
        return process
    try:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        sys.argv = ["addup", "add", str(reports), "--ledger", address, "--processes", "1"]
        os._exit(main())
    finally:
        os._exit(3)


@cache
def _load_all() -> None:
    """Load all that adding needs, by adding a report to a ledger that is thrown away."""
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        report = Path(folder) / "report.txt"
        report.write_text("Nine boats left the harbour of Lund on Monday, the pilot said.")
        before, sys.argv = sys.argv, ["addup", "add", str(report), "--ledger", f"{folder}/ledger.sqlite"]
        status = main()
        sys.argv = before
    assert status == 0, f"addup add ends with {status}"


def add_undisturbed(reports: Path, address: str) -> float:
    """Run `addup add` to its end; give the seconds that it took."""
    begun = time.monotonic()
    _, status = os.waitpid(start_adding(reports, address), 0)
    assert status == 0, f"addup add ended with {status}"
    return time.monotonic() - begun


def kill_once(reports: Path, address: str, *, after: float, expected: object) -> Outcome:
    """Kill `addup add` after some seconds, look at the ledger, and add again."""
    process = start_adding(reports, address)
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    ledger = Ledger(address)
    listed = ledger.documents()
    whole = all(one.figures == len(ledger.stored(one.id).reading.figures) > 0 for one in listed)
    unsettled = bool(ledger.settle())
    ledger.close()
    add_undisturbed(reports, address)
    return Outcome(len(listed), unsettled, whole, content(address) == expected)


def content(address: str) -> object:
    """What a ledger holds, but for when and in which order it came."""
    ledger = Ledger(address)
    documents = sorted(one.id for one in ledger.documents())
    readings = [ledger.stored(id).reading for id in documents]
    series = sorted((one.name, one.figures, one.documents) for one in ledger.series())
    ledger.close()
    return documents, readings, series


def kill_often(reports: Path, addresses: Sequence[str], *, seed: int = 7) -> list[Outcome]:
    """Kill once in each of some new ledgers but the first two, at moments spread over an undisturbed run."""
    first, second, *others = addresses
    add_undisturbed(reports, first)
    seconds = add_undisturbed(reports, second)
    expected, chance = content(second), Random(seed)
    return [
        kill_once(reports, address, after=chance.uniform(0, 1.1 * seconds), expected=expected)
        for address in others
    ]
