"""The account is made of originals: ten reprints of one report are not ten sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from addup.account.language.expressions import Kind, series_of
from addup.records import Grouping


def without(grouping: Grouping, documents: Iterable[str]) -> Grouping:
    """Give a grouping without some documents; a series that loses all figures goes, with its relations.

    What is left keeps its names and its places.
    """
    out = frozenset(documents)
    if not out:
        return grouping
    kinds: dict[str, Kind] = {series.name: series.kind for series in grouping.series}
    kept = [
        replace(series, members=tuple(one for one in series.members if one.document not in out))
        for series in grouping.series
    ]
    gone = {series.name for series in kept if not series.members}
    return Grouping(
        readings=tuple(one for one in grouping.readings if one.document.id not in out),
        series=tuple(series for series in kept if series.members),
        relations=tuple(
            relation for relation in grouping.relations if gone.isdisjoint(series_of(relation.text, kinds))
        ),
        rejected=grouping.rejected,
    )
