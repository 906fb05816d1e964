"""How fast addup reads, with quantulum3 beside it on the same texts in the same run.

    python benchmarks/reading.py                    # the sample reports of the project
    python benchmarks/reading.py ../shared/gold     # every .txt file of a folder

Prints kB of article text a second on one core for both, their ratio, and what starting costs: the import of
addup, the first reading, the peak of memory. Each number is the median of several runs; the two readers take
turns, so that a noisy machine is noisy for both.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "examples"
ROUNDS = 5
STARTS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES, help="a folder of .txt files")
    parser.add_argument("--without", action="store_true", help="leave quantulum3 out")
    arguments = parser.parse_args()
    texts = [path.read_text(encoding="utf8") for path in sorted(arguments.folder.glob("*.txt"))]
    if not texts:
        sys.exit(f"There are no .txt files in {arguments.folder}.")
    size = sum(map(len, texts)) / 1000
    print(f"{len(texts)} texts, {size:.0f} kB, {os.cpu_count()} cores (one used)")
    readers = {"addup": addup_reader()}
    if not arguments.without:
        readers["quantulum3"] = quantulum3_reader()
    seconds = take_turns(readers, texts)
    for name, measured in seconds.items():
        print(f"{name:12} {size / statistics.median(measured):7.1f} kB/s")
    if "quantulum3" in seconds:
        ratio = statistics.median(seconds["quantulum3"]) / statistics.median(seconds["addup"])
        print(f"{'ratio':12} {ratio:7.1f}")
    print_starts()


def addup_reader() -> Callable[[str], object]:
    """Give a function that reads one text with addup."""
    import addup

    return lambda text: addup.read(text, published="2024-01-01")


def quantulum3_reader() -> Callable[[str], object]:
    """Give a function that reads one text with quantulum3."""
    from quantulum3 import parser

    read: Callable[[str], object] = parser.parse
    return read


def take_turns(readers: dict[str, Callable[[str], object]], texts: list[str]) -> dict[str, list[float]]:
    """Read all texts with each reader in turn, several times; the first round warms up and does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in readers}
    for number in range(ROUNDS + 1):
        for name, read in readers.items():
            start = time.process_time()
            for text in texts:
                read(text)
            if number:
                seconds[name].append(time.process_time() - start)
    return seconds


def print_starts() -> None:
    """Print what it costs to import addup and to read a first report, in a process of its own.

    Modules are compiled beforehand, as whatever installs a package leaves them.
    """
    package = importlib.util.find_spec("addup")
    if package is not None and package.origin is not None:
        compileall.compile_dir(Path(package.origin).parent, quiet=2)
    importing = [_run("import addup") for _ in range(STARTS)]
    nothing = [_run("pass") for _ in range(STARTS)]
    sample = str(SAMPLES / "recruitment.txt")
    reading = [
        _run(f"import addup; addup.read(open({sample!r}).read(), published='2024-05-16')")
        for _ in range(STARTS)
    ]
    print(f"{'import':12} {statistics.median(importing) - statistics.median(nothing):7.2f} s")
    print(f"{'first reading':12} {statistics.median(reading):6.2f} s from the start of Python")
    print(f"{'peak memory':12} {_peak_memory():7.0f} MB after all texts")


def _run(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def _peak_memory() -> float:
    """Give the peak resident memory of a process that reads all the sample texts, in MB."""
    code = (
        "import addup, pathlib, resource, sys\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).glob('*.txt')):\n"
        "    addup.read(path.read_text(encoding='utf8'), published='2024-01-01')\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLES)], check=True, capture_output=True, text=True
    )
    return int(done.stdout) * resource.getpagesize() / 4096 / 1024


if __name__ == "__main__":
    main()
