"""What long inputs cost: one long report, or a ledger of many short ones.

    python benchmarks/long.py text [SIZE...] [--kind annual record bulletins same]
    python benchmarks/long.py ledger [COUNT...]

For each size in characters (default 50,000 and 300,000) and each kind (`invented_long.py`): the seconds of
the processor for reading, for series and for checking, what came of it, and the peak of memory; each text in
a process of its own. For each count of reports (default 100 and 1,000): the seconds of the processor of each
command over one ledger of them, processes that it starts included, and the peak of memory.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import TypeVar

from invented_long import KINDS, short_reports

import addup

PUBLISHED = "2024-01-10"
COMMANDS = (
    ("check",),
    ("series",),
    ("show",),
    ("export", "figures.csv"),
    ("export", "ledger.jsonl"),
    ("export", "ledger.sqlite"),
)
Found = TypeVar("Found")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("text", "ledger"))
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--kind", nargs="*", choices=list(KINDS), default=list(KINDS))
    arguments = parser.parse_args()
    if arguments.what == "ledger":
        for count in arguments.sizes or (100, 1_000):
            measure_ledger(count)
        return
    for kind in arguments.kind:
        for size in arguments.sizes or (50_000, 300_000):
            with get_context("spawn").Pool(1) as pool:
                print(pool.apply(measure_text, (kind, size)), flush=True)


def measure_text(kind: str, size: int) -> str:
    """Read, group and check one text; give a line about it."""
    addup.read("Police said that 12 people died in Selm on Monday.", published=PUBLISHED)
    text = KINDS[kind](size, Random(1))
    reading, read = timed(lambda: addup.read(text, published=PUBLISHED))
    grouping, grouped = timed(lambda: addup.series([reading]))
    result, checked = timed(lambda: addup.check(grouping))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = (len(one) for one in (reading.figures, grouping.series, result.findings))
    figures, series, findings = (f"{one:,}" for one in found)
    return (
        f"{kind:9} {size / 1000:6,.0f} kB: read {read:.1f} s, series {grouped:.1f} s, check {checked:.1f} s; "
        f"{figures} figures, {series} series, {findings} findings; {memory:,.0f} MB"
    )


def measure_ledger(count: int) -> None:
    """Add so many short reports to a ledger and run what looks at it, each a command of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "reports").mkdir()
        for number, text in enumerate(short_reports(count, Random(1))):
            (folder / "reports" / f"{number:05}.txt").write_text(text, encoding="utf8")
        print(f"{count:,} reports:", flush=True)
        for command in (("add", "reports", "--published", PUBLISHED), *COMMANDS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "addup.cli", *command, "--ledger", "ledger.sqlite3"],
                cwd=folder,
                check=False,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "COLUMNS": "110"},
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            taken = time.perf_counter() - started
            peak = after.ru_maxrss / 1024
            print(
                f"  {' '.join(command[:2]):24} {spent:.1f} s, {taken:.1f} s by the clock, "
                f"at most {peak:,.0f} MB so far",
                flush=True,
            )


def timed(work: Callable[[], Found]) -> tuple[Found, float]:
    """Do something; give what it gives, and the seconds of the processor."""
    started = time.process_time()
    found = work()
    return found, time.process_time() - started


if __name__ == "__main__":
    main()
