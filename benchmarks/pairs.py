"""Whether two short reports of one thing meet, in whatever words, and those of two things do not.

    python benchmarks/pairs.py [--count 300] [--seed 1] [--show]

Two reports of one sentence each are made of `pairs.toml`: of one event, told with places, days and verbs of
their own and with numbers that cannot both be true; of two events, at another place or on another day; and of
one statistic. Reports meet if a series holds figures of both. Of two that tell one thing what does not add up
should be told; of two events nothing.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement
from pathlib import Path
from random import Random
from typing import Any

from rich.progress import track

import addup

_LOUD = frozenset({"conflict", "tension", "disputed", "revised"})
_FORMS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_MORE, _FEWER = "at least 310", "190"
_FIRST, _NEXT, _LATER = "2024-05-03", "2024-05-04", "2024-05-08"


@dataclass(frozen=True)
class Pair:
    """Two reports with the days on which they came out, and what they are a case of."""

    case: str
    one: str
    other: str
    days: tuple[str, str]


def _sentence(form: str, **words: str) -> str:
    """Fill a sentence; a comma before the day is not doubled, and the first letter is a capital."""
    text = form.format(**words).replace(",,", ",")
    return text[0].upper() + text[1:]


def _of_events(random: Random, count: int, *, one_event: bool) -> Iterator[Pair]:
    """Make pairs of reports on one event, or on two: at another place, or on another day."""
    names = sorted(_FORMS["events"])
    for _ in range(count):
        forms = _FORMS["events"][random.choice(names)]
        place, day, days = random.choice(_FORMS["places"]["one"]), random.choice(_FORMS["days"]), _NEXT
        if not one_event and random.random() < 0.5:
            place = random.choice(_FORMS["places"]["other"])
        elif not one_event:
            day, days = random.choice(_FORMS["other_days"]), _LATER
        first = {"place": random.choice(_FORMS["places"]["one"]), "day": random.choice(_FORMS["days"])}
        who = [random.choice(_FORMS["who"]) for _ in range(2)]
        yield Pair(
            "one event" if one_event else "two events",
            _sentence(random.choice(forms), n=_MORE, who=who[0], **first),
            _sentence(random.choice(forms), n=_FEWER, who=who[1], place=place, day=day),
            (_FIRST, days),
        )


def _of_statistics(random: Random) -> Iterator[Pair]:
    """Make all pairs of sentences on one statistic; some are of a sentence with itself."""
    for name, row in _FORMS["statistics"].items():
        for one, other in combinations_with_replacement(row["told"], 2):
            country = random.choice(_FORMS["countries"])
            first, second = row["numbers"]
            texts = _sentence(one, n=first, country=country), _sentence(other, n=second, country=country)
            case = "one statistic, the same words" if one == other else "one statistic, other words"
            yield Pair(f"{case} ({name})", *texts, (_FIRST, _FIRST))


def _judge(pair: Pair) -> tuple[bool, bool]:
    """Tell whether the reports of a pair meet, and whether anything is told that does not add up."""
    readings = [
        addup.read(text, published=day, id=f"report {number}")
        for number, (text, day) in enumerate(zip((pair.one, pair.other), pair.days, strict=True))
    ]
    grouping = addup.series(readings)
    met = any(len({member.document for member in one.members}) > 1 for one in grouping.series)
    return met, any(one.kind in _LOUD for one in addup.check(grouping).findings)


def main() -> None:
    """Count, by case, the pairs that meet and those of which something is told."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=300, help="pairs of events, of one and of two each")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the pairs that are not as they should be")
    given = parser.parse_args()
    random = Random(given.seed)
    pairs = [
        *_of_events(random, given.count, one_event=True),
        *_of_events(random, given.count, one_event=False),
        *_of_statistics(random),
    ]
    tried: Counter[str] = Counter()
    met: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for pair in track(pairs, "reading and checking"):
        case = pair.case.partition(" (")[0]
        meets, tells = _judge(pair)
        tried[case] += 1
        met[case] += meets
        told[case] += tells
        if given.show and (meets or tells) is (case == "two events"):
            print(f"{pair.case}: {'met' if meets else 'not met'}\n  {pair.one}\n  {pair.other}")
    for case, count in tried.items():
        print(
            f"{case}: of {count} pairs {met[case]} meet, of {told[case]} it is told that they do not add up"
        )


if __name__ == "__main__":
    main()
