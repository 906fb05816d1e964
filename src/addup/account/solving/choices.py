"""All conflicts of an account, and the least that would have to go.

One search gives both (Liffiton, Previti, Malik and Marques-Silva, Fast, flexible MUS enumeration, 2016; and
Davies and Bacchus, Solving MAXSAT by solving a sequence of simpler SAT instances, 2011). It asks for the
heaviest set of members that is not known yet to clash or to be possible. If the set clashes, it is shrunk
to an irreducible conflict; if not, what it leaves out is a correction, and the first one is the least.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from addup.account.language.account import Account, Report, View
from addup.account.language.values import same_name
from addup.account.result import plain
from addup.account.solving.conflicts import (
    Claims,
    Contradiction,
    all_claims,
    components,
    contradictions,
    irreducible,
)
from addup.account.solving.solvers import contradiction, laid_out
from addup.records import Number


@dataclass(frozen=True, slots=True)
class Correction:
    """Reports (ids) without which the rest can be true, and their weight in all.

    `possible` is False where no choice of reports helps, because relations clash among themselves.
    """

    reports: tuple[str, ...]
    weight: Number
    possible: bool = True

    def to_dict(self) -> dict[str, Any]:
        """Give the published form."""
        return {"reports": list(self.reports), "weight": self.weight, "possible": self.possible}


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Conflicts found, and whether they are all that there are."""

    conflicts: tuple[Contradiction, ...]
    complete: bool


@dataclass(slots=True)
class _Map:
    """What is known of the sets of members: no known conflict inside, something of each correction."""

    weights: Mapping[int, float]
    kept: frozenset[int] = frozenset()
    conflicts: list[Collection[int]] = field(default_factory=list)
    possible: list[Collection[int]] = field(default_factory=list)

    def heaviest(self) -> list[int] | None:
        """Give the heaviest set not known yet; None if all are known."""
        import highspy

        members = list(self.weights)
        column = {member: number for number, member in enumerate(members)}
        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.0)):
            solver.setOptionValue(name, value)
        for member in members:
            solver.addVar(1.0 if member in self.kept else 0.0, 1.0)
            solver.changeColCost(column[member], -self.weights[member])
            solver.changeColIntegrality(column[member], highspy.HighsVarType.kInteger)
        for conflict in self.conflicts:
            _row(solver, [column[member] for member in conflict], -highspy.kHighsInf, len(conflict) - 1)
        for inside in self.possible:
            outside = [column[member] for member in members if member not in inside]
            _row(solver, outside, 1, highspy.kHighsInf)
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        chosen = solver.getSolution().col_value
        return [member for member in members if chosen[column[member]] > 0.5]


def _row(solver: Any, columns: list[int], low: float, high: float) -> None:
    """Bound how many of some members are in the set."""
    import numpy as np

    solver.addRow(low, high, len(columns), np.array(columns, dtype=np.int32), np.ones(len(columns)))


def every_conflict(account: Account, *, view: View = "charitable", limit: int = 100) -> Enumeration:
    """Find all irreducible conflicts, overlapping ones too, but no more than `limit`."""
    found: list[Contradiction] = []
    for part in clashing_parts(account, view):
        for contradiction_ in _conflicts_of(account, part, view):
            if len(found) == limit:
                return Enumeration(tuple(found), complete=False)
            found.append(contradiction_)
    return Enumeration(tuple(found), complete=True)


def _conflicts_of(account: Account, part: Claims, view: View) -> Iterator[Contradiction]:
    """Enumerate the conflicts of one part."""
    known = _Map(dict.fromkeys(part, 1.0))
    while (chosen := known.heaviest()) is not None:
        claims = {member: part[member] for member in chosen}
        used, _ = contradiction(laid_out(account, claims))
        if used is None:
            known.possible.append(frozenset(chosen))
            continue
        conflict = irreducible(account, claims, used, view)
        known.conflicts.append(conflict.members)
        yield conflict


def least_correction(
    account: Account, *, weights: Mapping[str, float] | None = None, view: View = "charitable"
) -> Correction:
    """Find the reports of least weight without which the rest can be true; relations stay.

    Every report weighs 1, or what `weights` (else the account) says of its source: a trusted source weighs
    more, as in Fellegi and Holt, A systematic approach to automatic edit and imputation, 1976. Weights must
    be above 0.
    """
    removed: list[int] = []
    for part in clashing_parts(account, view):
        chosen = _heaviest_possible(account, part, weights, view)
        if chosen is None:
            return Correction((), 0, possible=False)
        removed += [member for member in part if member not in chosen]
    reports = [account.reports[member] for member in sorted(removed)]
    total = sum((weight_of(account, report, weights) for report in reports), Fraction(0))
    return Correction(tuple(report.id for report in reports), plain(total) or 0)


def _heaviest_possible(
    account: Account, part: Claims, weights: Mapping[str, float] | None, view: View
) -> frozenset[int] | None:
    """Give the heaviest members of a part that can all be true; None if its relations alone clash."""
    count = len(account.reports)
    known = _Map(
        {
            member: float(weight_of(account, account.reports[member], weights)) if member < count else 1.0
            for member in part
        },
        kept=frozenset(member for member in part if member >= count),
        conflicts=[found.members for found in contradictions(account, part, view)],
    )
    while (chosen := known.heaviest()) is not None:
        claims = {member: part[member] for member in chosen}
        used, _ = contradiction(laid_out(account, claims))
        if used is None:
            return frozenset(chosen)
        known.conflicts.append(irreducible(account, claims, used, view).members)
    return None


def weight_of(account: Account, report: Report, weights: Mapping[str, float] | None) -> Fraction:
    """Give what a report counts in a correction: what is said of its source, else 1."""
    given = account.weights if weights is None else weights
    named = {same_name(source): weight for source, weight in given.items()}
    return Fraction(str(named.get(same_name(report.source or ""), 1)))


def clashing_parts(account: Account, view: View) -> Iterator[Claims]:
    """Give the parts of the account that cannot be true as they are."""
    for _, part in components(account, all_claims(account, view)):
        used, _ = contradiction(laid_out(account, part))
        if used is not None:
            yield part
