"""Contradictions: irreducible, disjoint, each with its gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from addup.account.language.account import Account, View
from addup.account.solving.claims import Claim, claims_of_relation, claims_of_report, spread_of
from addup.account.solving.corrections import corrected
from addup.account.solving.gaps import least_widening
from addup.account.solving.groups import Groups
from addup.account.solving.network import Used, total
from addup.account.solving.rows import Row, rows_of, series_of
from addup.account.solving.solvers import Problem, contradiction, laid_out

Claims = Mapping[int, Sequence[Claim]]


@dataclass(frozen=True, eq=False, slots=True)
class Contradiction:
    """Members that cannot all be true, though they can without any one of them.

    `members` number the reports first, then the relations. `argument` are the rows that show it, and
    `gap` the least that one report's interval would have to widen.
    """

    members: tuple[int, ...]
    argument: tuple[Used, ...]
    gap: Fraction | None
    view: View

    @property
    def rows(self) -> Iterator[Row]:
        """The rows of the argument."""
        return (use.row for use in self.argument)


def all_claims(
    account: Account, view: View, reach: tuple[int, int] | None = None, *, without: Collection[str] = ()
) -> Claims:
    """Give what every member claims under a reading; what is corrected or only feared claims nothing.

    `reach` are the days on which undated relations hold: the account's span, unless a question asks about
    days outside it. `without` are series about which nothing is wanted.
    """
    taken_back = corrected(account, view)
    claims: dict[int, Sequence[Claim]] = {}
    for report in account.reports:
        if report.series not in without and report.binds and report.index not in taken_back:
            claims[report.index] = tuple(claims_of_report(account, report, view))
    start, end = reach or (account.first, account.last)
    for relation in account.relations:
        if relation.share:
            continue
        member = len(account.reports) + relation.index
        claims[member] = tuple(claims_of_relation(account, relation, start, end))
    return claims


def components(
    account: Account, claims: Claims, *, without: Collection[str] = ()
) -> list[tuple[frozenset[str], dict[int, Sequence[Claim]]]]:
    """Split claims into parts that share no series, in the order of the account's series.

    `without` are series of which neither claims nor other series speak.
    """
    series = {name: declared for name, declared in account.series.items() if name not in without}
    groups = Groups(series)
    for declared in series.values():
        groups.join((declared.name, *declared.inflows, *declared.outflows))
    named = {member: [name for claim in made for name in series_of(claim)] for member, made in claims.items()}
    for names in named.values():
        if names:
            groups.join(names)
    parts: dict[str, dict[int, Sequence[Claim]]] = {groups.root(name): {} for name in series}
    loose: dict[int, Sequence[Claim]] = {}
    for member, names in named.items():
        (parts[groups.root(names[0])] if names else loose)[member] = claims[member]
    members = {groups.root(names[0]): frozenset(names) for names in groups.listed()}
    split = [(members[root], part) for root, part in parts.items() if part or len(members[root]) > 1]
    # A relation whose series cancel out belongs nowhere, and still must hold.
    return [*split, (frozenset(), loose)] if loose else split


def contradictions(
    account: Account, claims: Claims, view: View, problem: Problem | None = None
) -> Iterator[Contradiction]:
    """Find contradictions that share no report until what is left can be true.

    `problem` is how the claims are laid out, where they are already.
    """
    left = dict(claims)
    problem = problem or laid_out(account, left)
    while True:
        used, _ = contradiction(problem)
        if used is None:
            return
        found = irreducible(account, left, used, view)
        yield found
        reports = [member for member in found.members if member < len(account.reports)]
        gone = frozenset(reports or found.members)
        for member in gone:
            del left[member]
        problem = problem.without(gone) or laid_out(account, left)


def irreducible(account: Account, claims: Claims, used: Sequence[Used], view: View) -> Contradiction:
    """Leave out members one by one while the rest still clashes (deletion filter).

    Starts from the members of one argument, so only few are ever tried.
    """
    core = {member: claims[member] for member in _members(used)}
    argument = list(used)
    for member in list(core):
        if member not in core:
            continue
        rest = {other: made for other, made in core.items() if other != member}
        clash, _ = contradiction(laid_out(account, rest))
        if clash is not None:
            argument = clash
            core = {other: claims[other] for other in _members(clash)}
    return Contradiction(tuple(core), tuple(argument), _gap(account, core, argument), view)


def _members(used: Iterable[Used]) -> list[int]:
    return sorted({use.row.owner for use in used if use.row.owner >= 0})


def _gap(account: Account, core: Claims, argument: Sequence[Used]) -> Fraction | None:
    """Give the least widening of one report that makes the rest of the core possible."""
    rows = rows_of(account, core)
    reports = [account.reports[member] for member in core if member < len(account.reports)]
    if not reports:
        return None
    misfit = _misfit(rows, [report.index for report in reports], argument)
    # No report can give way by less than the argument misses; mostly so much is enough.
    if misfit is not None and contradiction(Problem(_wider(rows, reports[0].index, misfit)))[0] is None:
        return misfit
    gaps = [least_widening(rows, report.index, spread_of(report)) for report in reports]
    return min((gap for gap in gaps if gap is not None), default=None)


def _misfit(rows: Iterable[Row], reports: Iterable[int], argument: Sequence[Used]) -> Fraction | None:
    """Give what an argument misses where each of its reports is one row in it, counted once; else None."""
    made = Counter(row.owner for row in rows)
    used = Counter(use.row.owner for use in argument)
    once = all(made[report] == used[report] == 1 for report in reports)
    if not (once and used and all(abs(use.factor) == 1 for use in argument)):
        return None
    return total(argument)


def _wider(rows: Iterable[Row], owner: int, by: Fraction) -> list[Row]:
    """Widen the rows of one owner at both ends."""
    return [
        replace(
            row,
            low=None if row.low is None else row.low - by,
            high=None if row.high is None else row.high + by,
        )
        if row.owner == owner
        else row
        for row in rows
    ]
