"""The unit of a series: that of most of its figures, and one for all series that relations hold together.

Acres are held against hectares only where both are told in one of the two. So the series of what a fire
burned and that of the vineyards among it have one unit, though each may be told more often in another.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from addup.records import Figure, Relation, Series
from addup.words.conversions import scale_of

_SIGNS = re.compile(r" (?:\+|<=|=|% of) ")


def unit_of(figures: Iterable[Figure]) -> str | None:
    """Give the unit that most amounts have, of as many the first."""
    return Counter(figure.amount.unit for figure in figures).most_common(1)[0][0]


def in_common_units(series: Sequence[Series], relations: Iterable[Relation]) -> tuple[Series, ...]:
    """Give series with one unit for all of one dimension that relations hold together."""
    of_dimension: dict[str, dict[str, Series]] = defaultdict(dict)
    for one in series:
        if scale := scale_of(one.members[0].figure):
            of_dimension[scale.dimension][one.name] = one
    told = [_SIGNS.split(relation.text) for relation in relations]
    units: dict[str, str | None] = {}
    for named in of_dimension.values():
        if len({one.unit for one in named.values()}) > 1:
            units |= _common(named, told)
    return tuple(replace(one, unit=units.get(one.name, one.unit)) for one in series)


def _common(named: Mapping[str, Series], told: Iterable[Sequence[str]]) -> dict[str, str | None]:
    """Give the unit of series of one dimension by their names, as far as relations name several of them."""
    groups: list[set[str]] = []
    for names in told:
        here = {name for name in names if name in named}
        if len(here) > 1:
            apart = [group for group in groups if group.isdisjoint(here)]
            groups = [*apart, here.union(*(group for group in groups if group not in apart))]
    units: dict[str, str | None] = {}
    for group in groups:
        members = [member.figure for name, one in named.items() if name in group for member in one.members]
        units.update(dict.fromkeys(group, unit_of(members)))
    return units
