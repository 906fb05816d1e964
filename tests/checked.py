"""What is found of reports that are checked together, for tests of what does not add up."""

from __future__ import annotations

from collections.abc import Collection

import addup
from addup.records import Finding

LOUD = ("conflict", "tension")


def found(*texts: str, published: str, kinds: Collection[str] = LOUD) -> list[Finding]:
    """Read some texts, check them together, and give the findings of some kinds."""
    readings = [addup.read(text, published=published) for text in texts]
    return [one for one in addup.check(addup.series(readings)).findings if one.kind in kinds]


def told(*texts: str, published: str) -> list[str]:
    """Give the words of what is found loudly."""
    return [one.text for one in found(*texts, published=published)]
