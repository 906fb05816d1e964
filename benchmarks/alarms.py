"""How many news articles, each grouped and checked alone, are said not to add up, and why.

    python benchmarks/alarms.py [--quiet]

Reporters seldom contradict themselves within an article, so that nearly every conflict here is a false
alarm, to be looked at. Prints each with the words it rests on; with --quiet only their number. Takes the
articles beside the project (`../shared`) whose attributions and times were annotated; their figures were
not.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.progress import track

import addup

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
ARTICLES = ("attributions_train.jsonl.gz", "attributions_dev.jsonl.gz", "times_dev.jsonl")
_ALARMS = ("conflict", "tension")


def main() -> None:
    """Read, check and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quiet", action="store_true", help="only count")
    quiet = parser.parse_args().quiet
    read = list(articles())
    told: Counter[str] = Counter()
    for article in track(read, "checking", transient=True):
        result = addup.check(addup.series([addup.read(article["text"], published=article["published"])]))
        told[result.status] += 1
        told["denials"] += sum(finding.kind == "disputed" for finding in result.findings)
        if result.status != "consistent" and not quiet:
            print(f"{article['id']}: {result.status}")
            for finding in result.findings:
                if finding.kind in _ALARMS:
                    print(
                        f"  {finding.text}", *(f"    “{piece.text}”" for piece in finding.evidence), sep="\n"
                    )
    print(
        f"{len(read):,} articles: {told['conflict']} in conflict, {told['tension']} in tension, "
        f"{told['denials']} findings of what is disputed"
    )


def articles() -> Iterator[dict[str, Any]]:
    """Give the articles, each with `id`, `text` and `published`."""
    for name in ARTICLES:
        opened = gzip.open if name.endswith(".gz") else open
        with opened(DATA / name, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
