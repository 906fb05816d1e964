"""Tolls of real press releases against what human coders made of them."""

import json
from pathlib import Path

from addup.reading.model import parse
from addup.reading.times import find_times
from addup.reading.tolls.summary import tolls

# The lowest share of releases, in per cent, that may come out as the coders have it.
FLOOR = {"min_killed": 96.5, "min_captured": 94.5, "province": 96.5}


def test_tolls_of_press_releases_agree_with_the_coders(shared: Path) -> None:
    lines = (shared / "data" / "press_releases_dev.jsonl").read_text(encoding="utf-8").strip().split("\n")
    right = dict.fromkeys(FLOOR, 0)
    for line in lines:
        release = json.loads(line)
        doc = parse(release["text"])
        found = tolls(doc, find_times(doc, None))
        right["min_killed"] += found.killed == release["min_killed"]
        right["min_captured"] += found.captured == release["min_captured"]
        right["province"] += any(place in (found.place or "").lower() for place in release["province"])
    for field, count in right.items():
        assert 100 * count / len(lines) >= FLOOR[field], field
