"""Which documents hang together, so that their figures are grouped and checked as one.

Two documents hang together if they count the casualties of the same event, or share enough names. Names that
stand in very many documents tell nothing; neither do events of countries and large cities that do.

Whoever hangs together with one document hangs together with all of its dossier, so the rule for names is
stricter here than between two reports (`addup.grouping.subjects.matters`): by that one, 957 of 1,087 news
articles on all kinds of things are one dossier; by this one, the largest holds 34.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

COMMON = 300
"""Names in more documents than this are not looked for: "Europe" does not make two reports one matter."""
LEAST_ALIKE = 0.35
"""The least cosine of the names of two documents that hang together by their names alone."""
MOST_BY_NAMES = 300
"""Documents beyond which a dossier grows by events alone, so that a new report is checked soon."""


Dossier = TypeVar("Dossier", bound=Hashable)


def alike(shared: int, one: int, other: int) -> float:
    """Give the cosine of the names of two documents: how many they share, and how many each has."""
    return shared / math.sqrt(one * other)


def related(
    by_event: Iterable[Dossier],
    near: Iterable[Dossier],
    size: Callable[[Dossier], int],
    *,
    apart: Callable[[Dossier, Dossier], bool] = lambda one, other: False,
) -> set[Dossier]:
    """Give the dossiers that a new document belongs to, which become one.

    `by_event` are those of documents with an event of its own, `near` those of documents with names like its
    own, the likest first. `size` counts the documents of a dossier. Where people hold two dossiers `apart`,
    it is the first of them alone.
    """
    found: list[Dossier] = []
    for dossier in dict.fromkeys(by_event):
        if not any(apart(dossier, other) for other in found):
            found.append(dossier)
    for dossier in dict.fromkeys(near):
        if dossier in found or any(apart(dossier, other) for other in found):
            continue
        if sum(map(size, (*found, dossier))) < MOST_BY_NAMES:
            found.append(dossier)
    return set(found)
