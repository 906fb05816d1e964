"""From claims to rows over a grid of evenings.

Nothing happens between two reports that an even course would not allow, so a series needs points only on
the evenings at which a claim about it begins or ends. Series that a claim holds together on every day
share their grid. Only where gains stand beside standings in one statement is every day a point.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from addup.account.language.account import Account
from addup.account.solving.claims import Claim, Exact, Fixed, Point, Sweep, Terms, collected, merged
from addup.account.solving.groups import Groups

STRUCTURE = -1
"""The owner of rows that always hold: nothing is negative, totals do not fall, levels follow their flows."""

GIVES_WAY = ""
"""The series of points by which rows give way; no series of an account is called so."""


@dataclass(frozen=True, slots=True)
class Row:
    """`low <= terms <= high`. `owner` is a member of the account, or STRUCTURE.

    `times` is the number of days that a row over a stretch stands for.
    """

    terms: Terms
    low: Exact | None
    high: Exact | None
    owner: int
    times: int = 1


def rows_of(
    account: Account, claims: Mapping[int, Iterable[Claim]], extra: Iterable[Point] = ()
) -> list[Row]:
    """Write claims as rows, together with what always holds for the series that they touch.

    `claims` are listed by the member that makes them; `extra` points are needed for a question.
    """
    owned = [(owner, claim) for owner, made in claims.items() for claim in made]
    extra = list(extra)
    names = touched(account, owned, extra)
    owned += [(STRUCTURE, claim) for claim in structure(account, names)]
    grids = grids_of(names, owned, extra)
    return [row for owner, claim in owned for row in _rows(claim, owner, grids)]


def holds_nothing(row: Row) -> bool:
    """Whether a row without points holds: zero lies between its ends."""
    return (row.low is None or row.low <= 0) and (row.high is None or row.high >= 0)


def series_of(claim: Claim) -> Iterator[str]:
    """Name the series of a claim."""
    if isinstance(claim, Fixed):
        yield from (series for (series, _), _ in claim.terms)
    else:
        yield from (series for series, _ in claim.at)
        yield from (series for series, _ in claim.over)
        yield from (series for (series, _), _ in claim.fixed)


def touched(account: Account, owned: Iterable[tuple[int, Claim]], extra: Iterable[Point]) -> list[str]:
    """Name the series that matter. A level brings its flows with it."""
    named = {series for _, claim in owned for series in series_of(claim)} | {series for series, _ in extra}
    for name in sorted(named):
        declared = account.series[name]
        named.update(declared.inflows, declared.outflows)
    return sorted(named)


def structure(account: Account, names: Iterable[str]) -> Iterator[Sweep]:
    """Say what holds without anybody's word."""
    for name in names:
        declared = account.series[name]
        if declared.kind != "flow":
            yield Sweep(None, None, ((name, 1),), (), (), 0, None)
        if declared.kind != "level":
            yield Sweep(None, None, (), ((name, 1),), (), 0, None)
        if declared.inflows or declared.outflows:
            gains = [
                (name, 1),
                *((flow, -1) for flow in declared.inflows),
                *((flow, 1) for flow in declared.outflows),
            ]
            yield Sweep(None, None, (), _summed(gains), (), 0, 0)


def _summed(gains: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    factors: dict[str, int] = {}
    for name, factor in gains:
        factors[name] = factors.get(name, 0) + factor
    return tuple(factors.items())


def grids_of(
    names: Iterable[str], owned: Iterable[tuple[int, Claim]], extra: Iterable[Point]
) -> dict[str, list[int]]:
    """Give each series the evenings on which it needs a point, in order."""
    evenings: dict[str, set[int]] = {name: set() for name in names}
    groups = Groups(evenings)
    for series, evening in extra:
        evenings[series].add(evening)
    for _, claim in owned:
        terms = claim.terms if isinstance(claim, Fixed) else claim.fixed
        for (series, evening), _ in terms:
            evenings[series].add(evening)
        if isinstance(claim, Sweep):
            names = [series for series, _ in (*claim.at, *claim.over)]
            groups.join(names)
            if names:
                evenings[names[0]].update(_ends(claim))
    grids: dict[str, list[int]] = {}
    for group in groups.listed():
        grid = sorted(set().union(*(evenings[name] for name in group)))
        grids.update(dict.fromkeys(group, grid))
    return grids


def _ends(claim: Sweep) -> Iterable[int]:
    if claim.first is None or claim.last is None:
        return ()
    return range(claim.first, claim.last + 1) if claim.daily else (claim.first, claim.last)


def _rows(claim: Claim, owner: int, grids: Mapping[str, list[int]]) -> Iterator[Row]:
    if isinstance(claim, Fixed):
        yield Row(collected(list(claim.terms)), claim.low, claim.high, owner)
        return
    grid = grids[(claim.at or claim.over)[0][0]]
    start = 0 if claim.first is None else bisect_left(grid, claim.first)
    stop = len(grid) if claim.last is None else bisect_right(grid, claim.last)
    if not claim.over:
        for evening in grid[start:stop]:
            yield row_of_sweep(claim, owner, None, evening)
        return
    for before, evening in pairwise(grid[start:stop]):
        yield row_of_sweep(claim, owner, before, evening)


def row_of_sweep(claim: Sweep, owner: int, before: int | None, evening: int) -> Row:
    """Write what a claim for every day says of one evening, and of what was gained since the one `before`."""
    days = 1 if before is None else evening - before
    terms: list[tuple[Point, Exact]] = [((name, evening), weight) for name, weight in claim.at]
    if before is not None:
        for name, weight in claim.over:
            terms += (((name, before), -weight), ((name, evening), weight))
    terms += ((point, factor * days) for point, factor in claim.fixed)
    low, high = (None if end is None else end * days for end in (claim.low, claim.high))
    return Row(collected(terms), low, high, owner, days)


def is_network_of(account: Account, claims: Mapping[int, Iterable[Claim]]) -> bool:
    """Whether the rows of claims would all be single points or differences of two."""
    owned = [(owner, claim) for owner, made in claims.items() for claim in made]
    always = structure(account, touched(account, owned, ()))
    return all(map(_is_difference, (*(claim for _, claim in owned), *always)))


def _is_difference(claim: Claim) -> bool:
    if isinstance(claim, Fixed):
        weights = [weight for _, weight in collected(list(claim.terms))]
    else:
        weights = [weight for _, weight in (*merged([*claim.at]), *claim.fixed) if weight]
        gains = [weight for _, weight in merged([*claim.over]) if weight]
        if gains:
            return len(gains) == 1 and not weights
    return len(weights) < 2 or (len(weights) == 2 and weights[0] == -weights[1])
