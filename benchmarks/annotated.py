"""How well figures are read in 505 more articles, annotated apart from their texts (`annotated/README.md`).

    python benchmarks/annotated.py                      # the scores of each part, at this state of the code
    python benchmarks/annotated.py --save before.json   # and what is right, to hold later states against
    python benchmarks/annotated.py --than before.json   # how many figures were won and lost since, by field
    python benchmarks/annotated.py --errors source      # what is wrong, of the part that may be looked at

Needs the development data beside the project (`../shared`): the texts, and the scorer that says what agrees.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.progress import track

import addup

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
TABLE = HERE / "annotated" / "figures.csv"
FIELDS = ("bound", "kind", "unit", "counted", "event", "time", "place", "source", "stance")
FRAME = frozenset({"bound", "kind", "unit", "counted", "source"})
"""The fields of a frame that are annotated here: its value is not."""
LOOKED_AT = "looked"
"""The only part whose errors may be read; of the others scores are taken, nothing else."""

Right = dict[str, dict[str, bool]]
"""For each figure, by its article and place, whether each field that the annotation has is right."""


def main() -> int:
    """Read, score and print; gives 2 where the texts are not there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", choices=FIELDS, help="print the figures with a field wrong")
    parser.add_argument("--save", type=Path, help="write what is right into a file")
    parser.add_argument("--than", type=Path, help="tell what was won and lost since such a file was written")
    options = parser.parse_args()
    if not SHARED.exists():
        print(f"The texts of these articles are not here: {SHARED} is missing.", file=sys.stderr)
        return 2
    before: Right = json.loads(options.than.read_text(encoding="utf-8")) if options.than else {}
    parts: dict[str, Right] = {}
    articles, agrees = texts(), scorer().field_ok
    for (part, name), rows in track(list(by_article()), "reading", transient=True):
        text, published = articles[name]
        figures = addup.read(text, published=published).to_dict()["figures"]
        for row in rows:
            figure = next((one for one in figures if overlap(one, row)), None)
            right = {} if figure is None else marks(agrees, annotated(row, text), figure)
            parts.setdefault(part, {})[f"{name}:{row['start']}"] = right
            if part == LOOKED_AT and right.get(options.errors) is False:
                print(told(options.errors, annotated(row, text), figure, text))
    for part, found in parts.items():
        print(f"{part:8}{scores(found)}")
        if before:
            print(f"{'':8}{moved(before, found)}")
    if options.save:
        options.save.write_text(
            json.dumps({key: one for found in parts.values() for key, one in found.items()})
        )
    return 0


def by_article() -> Iterator[tuple[tuple[str, str], list[dict[str, str]]]]:
    """Give the rows of each article, with its part and name, in the order of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for key, rows in groupby(csv.DictReader(file), key=lambda row: (row["part"], row["article"])):
            yield key, list(rows)


def texts() -> dict[str, tuple[str, str]]:
    """Give the text and the day of publication of each article of the development data, by its name."""
    data = SHARED / "data"
    lines = (data / "times_dev.jsonl").read_text(encoding="utf-8").splitlines()
    with gzip.open(data / "attributions_train.jsonl.gz", "rt", encoding="utf-8") as file:
        lines += file
    articles = map(json.loads, lines)
    return {article["id"]: (article["text"], article["published"]) for article in articles}


def scorer() -> Any:
    """Load the scorer that lies beside the project."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec is not None
    assert spec.loader is not None  # the path ends in .py
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def annotated(row: dict[str, str], text: str) -> dict[str, Any]:
    """Give a row as the scorer has annotations: places and sources as written, None for nothing."""
    fields: dict[str, Any] = {name: value or None for name, value in row.items()}
    for name in ("place", "source"):
        start, end = row[f"{name}_start"], row[f"{name}_end"]
        fields[name] = text[int(start) : int(end)] if start else None
    return fields


def overlap(figure: dict[str, Any], row: dict[str, str]) -> bool:
    """Whether a figure that was read is the annotated one."""
    number = figure["number"]
    return not figure["worded"] and number["start"] < int(row["end"]) and number["end"] > int(row["start"])


def marks(agrees: Any, annotation: dict[str, Any], figure: dict[str, Any]) -> dict[str, bool]:
    """Tell of each field that the annotation has whether it is right."""
    asked = {name: agrees(name, annotation, figure) for name in FIELDS}
    return {name: bool(right) for name, right in asked.items() if right is not None}


def told(field: str, annotation: dict[str, Any], figure: dict[str, Any] | None, text: str) -> str:
    """Tell what is wrong with a figure, in its sentence."""
    assert figure is not None  # one that was not read has no field wrong
    names = ("from", "to") if field == "time" else (field,)
    right = " to ".join(str(annotation[name]) for name in names)
    ours = (figure[name] for name in names)
    read = " to ".join(str(one["text"] if isinstance(one, dict) else one) for one in ours)
    start, end = figure["sentence"]
    return f"{figure['text']!r}: {right}, not {read}: {' '.join(text[start:end].split())}"


def scores(found: Right) -> str:
    """Give the share that is right of each field, and of frames, in percent."""
    asked = Counter(name for right in found.values() for name in right)
    good = Counter(name for right in found.values() for name, is_right in right.items() if is_right)
    frames = sum(bool(right) and all(right.get(name, True) for name in FRAME) for right in found.values())
    fields = ", ".join(f"{name} {100 * good[name] / asked[name]:.1f}" for name in FIELDS)
    return f"{len(found)} figures: frame {100 * frames / len(found):.1f}, {fields}"


def moved(before: Right, found: Right) -> str:
    """Tell how many figures came to be right and wrong, by field."""
    told = []
    for name in FIELDS:
        both = [
            (before[key][name], right[name])
            for key, right in found.items()
            if name in right and name in before.get(key, {})
        ]
        won, lost = both.count((False, True)), both.count((True, False))
        told += [f"{name} +{won} -{lost}"] if won or lost else []
    return ", ".join(told) or "nothing moved"


if __name__ == "__main__":
    sys.exit(main())
