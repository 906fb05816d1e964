"""Whether two short reports of one thing meet, in whatever words, and those of two things do not.

    python benchmarks/pairs.py [--count 300] [--seed 1] [--show]

Two reports of one sentence each are made of `pairs.toml`: of one event, told with places, days and verbs of
their own and with numbers that cannot both be true; of two events, at another place or on another day; of one
statistic; of counts over some days and over longer ones, or the most of a day; of all and some of them. Of
counts both those that clash and those that do not are made, each as one report and as two. They meet if a
series holds figures of both. Of what clashes it should be told, of two events and of the others nothing.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement
from pathlib import Path
from random import Random
from typing import Any

from rich.progress import track

import addup

_LOUD = frozenset({"conflict", "tension", "disputed", "revised"})
_FORMS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_MORE, _FEWER = "at least 310", "190"
_FIRST, _NEXT, _LATER = "2024-05-03", "2024-05-04", "2024-05-08"
_PUBLISHED = "2024-05-20"
_TELLERS = ("the ministry", "officials", "the agency")


@dataclass(frozen=True)
class Pair:
    """Two reports with the days on which they came out, and what they are a case of."""

    case: str
    one: str
    other: str
    days: tuple[str, str]
    clashes: bool = True
    joined: bool = False
    """Whether both sentences are one report."""


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
            clashes=one_event,
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


def _of_windows(random: Random) -> Iterator[Pair]:
    """Make pairs of counts over some days and over longer ones, and of the most of a day and a total."""
    words = _FORMS["windows"]
    for name, told in words["told"].items():
        for one, other in combinations_with_replacement(told, 2):
            same = "the same words" if one == other else "other words"
            for clashes in (True, False):
                for short, long in combinations(words["stretches"], 2):
                    numbers = ("4,300", "2,900") if clashes else ("2,900", "4,300")
                    when = (random.choice(short), random.choice(long))
                    pair = tuple(map(_dated, (one, other), numbers, when, random.sample(_TELLERS, 2)))
                    yield from _both(f"days within days, {same} ({name})", *pair, clashes=clashes)
                most, spell = random.choice(words["most"]).format(n=300), random.choice(words["spells"])
                limit = _dated(one, most.lower(), f"every day {spell}", _TELLERS[0])
                total = _dated(other, "3,900" if clashes else "2,700", spell, _TELLERS[1])
                yield from _both(f"the most of a day, {same} ({name})", limit, total, clashes=clashes)


def _of_some() -> Iterator[Pair]:
    """Make pairs of counts of all and of some, over a week and the year, or of the same days."""
    for one, other in _FORMS["limited"]["told"]:
        texts = _dated(one, "4,300", "last week", "police"), _dated(other, "2,900", "this year", _TELLERS[0])
        yield from _both("some over a longer time", *texts, clashes=False)
    for one, other in _FORMS["among"]["told"]:
        for clashes in (True, False):
            every, some = ("2,900", "4,300") if clashes else ("4,300", "2,900")
            texts = _dated(one, every, "", "police"), _dated(other, some, "", "the agency")
            yield from _both("some among all", *texts, clashes=clashes)


def _dated(form: str, number: str, when: str, who: str) -> str:
    """Fill a sentence, add its days and who says it."""
    return _sentence(f"{form.format(n=number)} {when}, {who} said.".replace(" ,", ","))


def _both(case: str, one: str, other: str, *, clashes: bool) -> Iterator[Pair]:
    """Give a pair of sentences as one report and as two."""
    days = (_PUBLISHED, _PUBLISHED)
    yield Pair(f"{case}, one report", one, other, days, clashes, joined=True)
    yield Pair(f"{case}, two reports", one, other, days, clashes)


def _judge(pair: Pair) -> tuple[bool, bool]:
    """Tell whether the reports of a pair meet, and whether anything is told that does not add up."""
    texts = [f"{pair.one} {pair.other}"] if pair.joined else [pair.one, pair.other]
    readings = [
        addup.read(text, published=day, id=f"report {number}")
        for number, (text, day) in enumerate(zip(texts, pair.days, strict=False))
    ]
    grouping = addup.series(readings)
    met = any(
        len({member.document for member in one.members}) == len(texts)
        for one in grouping.series
        if len(one.members) > 1
    )
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
        *_of_windows(random),
        *_of_some(),
    ]
    tried: Counter[str] = Counter()
    met: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for pair in track(pairs, "reading and checking"):
        case = f"{re.sub(r' [(].*[)]', '', pair.case)}{'' if pair.clashes else ', no clash'}"
        meets, tells = _judge(pair)
        tried[case] += 1
        met[case] += meets
        told[case] += tells
        if given.show and (tells is not pair.clashes or (case == "two events" and meets)):
            print(f"{pair.case}: {'met' if meets else 'not met'}\n  {pair.one}\n  {pair.other}")
    for case, count in tried.items():
        print(f"{case}: of {count} pairs {met[case]} meet, of {told[case]} a clash is told")


if __name__ == "__main__":
    main()
