"""The reports that the tests of grouping share, as they would be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from building import Said, reading, said

import addup
from addup.records import Grouping, Reading

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SPRING = "2023-03-01..2023-05-31"
Told = tuple[str, str]
"""The day of a report, and its text."""


def grouped(*reports: Told) -> Grouping:
    """Read some reports, each named by its place, and group what they say."""
    return addup.series(
        [addup.read(text, published=day, id=str(place)) for place, (day, text) in enumerate(reports, 1)]
    )


def does_not_add_up(*reports: Told) -> list[str]:
    """Give what does not add up in some reports."""
    result = addup.check(grouped(*reports))
    told = [finding.text for finding in result.findings if finding.kind in ("conflict", "tension")]
    assert (result.status != "consistent") == bool(told)
    return told


def recruitment() -> Reading:
    """Read the recruitment report by hand."""
    text = (EXAMPLES / "recruitment.txt").read_text(encoding="utf-8")
    ministry: dict[str, Any] = {"source": "the ministry", "name": "Interior Ministry"}
    minister: dict[str, Any] = {"source": "she", "name": "the defence minister"}
    bombing: dict[str, Any] = {"days": "2024-04-20", "place": "Port Alder"}
    return reading(
        text,
        replace(said("More than 24,000", 24000, "person", "join"), days="2024-01-01..2024-05-16", **ministry),
        replace(said("up to 420", 420, "volunteer", "join"), per="day", source="Recruiters"),
        replace(
            said("some 4,900", 4900, "citizen", "join"), days="2024-05-03..2024-05-16", source="Recruiters"
        ),
        Said(
            words="most applicants",
            number="most",
            low=50,
            bound="vague",
            kind="share",
            unit="%",
            worded=True,
            counted="applicant",
            event="say",
            **ministry,
        ),
        replace(said("at least 61", 61, "person", "leave"), event="die", **bombing),
        Said(words="several", low=3, bound="vague", counted="child", event=None, **bombing),
        replace(said("nearly 150", 150, "person", "wound"), **bombing),
        replace(
            said("86,000", 86000, "guards/guard", "serve"),
            place="the border zone",
            source="defence minister",
            name="the defence minister",
        ),
        replace(said("31,000", 31000, "guards/guard", "draft"), days=SPRING, **minister),
        replace(said("40,000", 40000, "person", "draft"), time="back then"),
        replace(
            said("6,000", 6000, "person", "release"), source="defence minister", name="the defence minister"
        ),
        replace(said("nearly 70,000", 70000, "guards/guard", "under contract"), **minister),
        published="2024-05-16",
        times=[
            ("Thursday", "2024-05-16"),
            ("early March", "2024-03-01..2024-03-10"),
            ("the spring of 2023", SPRING),
        ],
        attributions=[
            (
                "Kestrian officials",
                "have suggested",
                "that neighbouring Morvania was behind it",
                "supposed",
            ),
            ("Morvania", "denies", "any role in the bombing", "denied"),
            ("she", "added", "No second draft is planned", "stated"),
        ],
    )
