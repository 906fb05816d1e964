"""How well addup reads, by the scorers that lie beside the project; kept for each commit that changes it.

    python benchmarks/quality.py             # measure, and show it beside the row before
    python benchmarks/quality.py --accept    # keep it as the new last row of benchmarks/quality.csv

The test suite measures the same and fails where a score is more than half a point below the last row. To
accept that on purpose, run it with --accept and commit the table.

Needs the development data beside the project (`../shared`). `unseen` are training articles that the learning
of attributions leaves out (`ATTRIBUTIONS_HELD_OUT_EVERY` in training/train.py, of which this takes a fifth).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
TABLE = HERE / "quality.csv"
SLACK = 0.5
"""How far a score may fall, in points of a hundred, before somebody has to say that it may."""
UNSEEN_EVERY = 30
"""Every so many-th training article is measured as unseen; the learning of attributions leaves them out."""
_FACTS = ("commit", "day")
_COUNTS = frozenset(
    {"figures", "quantities", "times", "attributions", "releases", "grouped", "seconds", "kB_per_s"}
)


def main() -> int:
    """Measure, show, and keep on request; gives 1 where a score fell too far."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--accept", action="store_true", help="add a row to benchmarks/quality.csv")
    options = parser.parse_args()
    before, now = last_row(), measure()
    for name, value in now.items():
        told = f"{value - before[name]:+6.1f}" if name in before else "   new"
        print(f"{name:40}{value:7.1f}{told}")
    if options.accept:
        keep(now)
    return int(bool(fallen(before, now)) and not options.accept)


def measure(shared: Path = SHARED) -> dict[str, float]:
    """Give every score in percent, by its name: `figures.frame`, `times.value`, `unseen.attributions.cue`."""
    scores = _score(shared, "score.py", "all")
    scores |= _score(shared, "series.py")
    with tempfile.TemporaryDirectory() as folder:
        fold = Path(folder) / "unseen.jsonl"
        fold.write_text("".join(_unseen(shared / "data" / "attributions_train.jsonl.gz")), encoding="utf-8")
        scores |= {
            f"unseen.{name}": value
            for name, value in _score(shared, "score.py", "attributions", "--data", str(fold)).items()
        }
    return scores


def last_row(table: Path = TABLE) -> dict[str, float]:
    """Give the scores that were kept last; none where none were kept yet."""
    if not table.exists():
        return {}
    *_, last = csv.DictReader(table.open(encoding="utf-8", newline=""))
    return {name: float(value) for name, value in last.items() if name not in _FACTS and value}


def fallen(before: dict[str, float], now: dict[str, float]) -> dict[str, tuple[float, float]]:
    """Give the scores that fell by more than the slack, with what they were and what they are."""
    return {
        name: (before[name], value)
        for name, value in now.items()
        if name in before and value < before[name] - SLACK - 1e-9
    }


def keep(scores: dict[str, float], table: Path = TABLE) -> None:
    """Add a row to the table; a score that is new gets a column, empty in the rows before."""
    rows: list[dict[str, Any]] = []
    if table.exists():
        rows = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True, cwd=HERE
    )
    rows.append({"commit": commit.stdout.strip(), "day": datetime.now(UTC).date().isoformat(), **scores})
    columns = list(dict.fromkeys([*_FACTS, *(name for row in rows for name in row)]))
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _score(shared: Path, script: str, *arguments: str) -> dict[str, float]:
    """Run one of the scorers, and give its scores by name, those of F1 where there are three."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [sys.executable, str(shared / "score" / script), *arguments, "--json", file.name]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return dict(_flat(json.loads(Path(file.name).read_text(encoding="utf-8"))))


def _flat(scores: dict[str, Any], name: str = "") -> list[tuple[str, float]]:
    flat: list[tuple[str, float]] = []
    for key, value in scores.items():
        full = f"{name}.{key}" if name else key
        if isinstance(value, dict):
            flat += [(full, value["f1"])] if "f1" in value else _flat(value, full)
        elif key not in _COUNTS:
            flat.append((full, float(value)))
    return flat


def _unseen(articles: Path) -> list[str]:
    with gzip.open(articles, "rt", encoding="utf-8") as file:
        return [line for place, line in enumerate(file) if place % UNSEEN_EVERY == 0]


if __name__ == "__main__":
    sys.exit(main())
