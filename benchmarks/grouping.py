"""How long grouping takes, with invented readings of reports on very many events, and how well it does.

    python benchmarks/grouping.py [COUNT...] [--seed 1]

For each count (default 1,000, 10,000 and 100,000 readings) it prints the seconds of the processor on one
core, how many times as long it took as the count before and how many times as many readings there were,
the peak of memory, and B-cubed precision and recall against the series that the figures were invented for.
Each count runs in a process of its own; making the readings is not timed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
from collections import Counter
from random import Random

from invented_reports import invent

from addup.grouping.group import group


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("counts", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    last: tuple[int, float] | None = None
    for count in arguments.counts:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, line = pool.apply(measure, (count, arguments.seed))
        growth = (
            f", {seconds / last[1]:.1f} times as long for {count / last[0]:g} times as many" if last else ""
        )
        print(f"{line}{growth}", flush=True)
        last = count, seconds


def measure(count: int, seed: int) -> tuple[float, str]:
    """Group so many readings; give the seconds, and a line about them."""
    made = list(invent(count, Random(seed)))
    truth = {
        (reading.document.id, figure.id): name
        for reading, names in made
        for figure, name in zip(reading.figures, names, strict=True)
    }
    readings = [reading for reading, _ in made]
    started = time.process_time()
    grouping = group(readings)
    seconds = time.process_time() - started
    found = {
        (member.document, member.figure.id): index
        for index, one in enumerate(grouping.series)
        for member in one.members
    }
    precision, recall = bcubed(truth, found)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, (
        f"{count:,} readings, {len(truth):,} figures: {seconds:.1f} s, "
        f"{1e6 * seconds / len(truth):.0f} µs a figure, "
        f"{len(grouping.series):,} series, {memory:,.0f} MB, "
        f"B-cubed precision {precision:.1%}, recall {recall:.1%}"
    )


def bcubed(truth: dict[tuple[str, str], str], found: dict[tuple[str, str], int]) -> tuple[float, float]:
    """Give the precision and recall of each figure's series, averaged over the figures."""
    size, got = Counter(truth.values()), Counter(found.values())
    both = Counter((truth[figure], found[figure]) for figure in truth)
    pairs = [(truth[figure], found[figure]) for figure in truth]
    precision = sum(both[pair] / got[pair[1]] for pair in pairs) / len(pairs)
    recall = sum(both[pair] / size[pair[0]] for pair in pairs) / len(pairs)
    return precision, recall


if __name__ == "__main__":
    main()
