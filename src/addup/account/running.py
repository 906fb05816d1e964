"""An account that grows by one report at a time and solves again only what the report touches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from addup.account.check import published
from addup.account.language.account import Account, Report, View
from addup.account.language.parsing import read_account
from addup.account.language.reports import Draft, read_reports
from addup.account.language.shares import shares_said
from addup.account.language.span import settle_days
from addup.account.language.values import Mistakes
from addup.account.result import Conflict, Status
from addup.account.solving.claims import Claim, Fixed, claims_of_relation, claims_of_report
from addup.account.solving.conflicts import all_claims, components, contradictions
from addup.account.solving.corrections import corrected
from addup.account.solving.network import Network, is_network
from addup.account.solving.rows import STRUCTURE, Row, rows_of, series_of
from addup.words import Convention

VIEWS: tuple[View, ...] = ("charitable", "sharp")


@dataclass(slots=True)
class _Part:
    """Series that hang together, their members, and how they stand under each reading."""

    series: frozenset[str]
    reports: list[int]
    relations: list[int]
    conflicts: dict[View, tuple[Conflict, ...]] = field(default_factory=dict)
    networks: dict[View, Network] = field(default_factory=dict)


class RunningAccount:
    """A checked account that takes more reports.

    `account` is as for `check`. After each report `status` and `conflicts` are those that `check` would
    give for the whole, though among conflicts that overlap another one may have been picked.

    Raises AccountError if the account, or a report added later, has mistakes.
    """

    def __init__(self, account: Mapping[str, Any] | str | Path, *, convention: Convention = "plain") -> None:
        self.account: Account = read_account(account, convention=convention)
        # What is said through a relation is said anew by each report that comes.
        self._drafts = [_draft(report) for report in self.account.reports if report.through is None]
        self._shares = any(relation.share for relation in self.account.relations)
        self._parts: dict[str, _Part] = {}
        self._solve_all()

    @property
    def status(self) -> Status:
        """Whether all that was reported so far can be true."""
        if self.conflicts:
            return "conflict"
        clash = any(part.conflicts["sharp"] for part in self._unique_parts())
        return "tension" if clash else "consistent"

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts of all parts under the charitable reading."""
        return tuple(conflict for part in self._unique_parts() for conflict in part.conflicts["charitable"])

    def add(self, report: Mapping[str, Any]) -> Status:
        """Take one more report, given as in an account file."""
        draft = self._read(report)
        account = self.account
        first = account.first if draft.first is None else draft.first
        last = account.last if draft.last is None else draft.last
        one_day = draft.report.change is not None and first == last
        within = account.first <= min(first, last) and max(first, last) <= account.last
        self._drafts.append(draft)
        if not within or one_day or account.first == account.last or self._shares:
            begins, ends, reports = settle_days(self._drafts, account.relations)
            reports += tuple(shares_said(reports, account.relations))
            self.account = replace(account, first=begins, last=ends, reports=reports)
            self._solve_all()
            return self.status
        added = replace(draft.report, first=first, last=last)
        self.account = replace(account, reports=(*account.reports, added))
        self._take(added)
        return self.status

    def _read(self, report: Mapping[str, Any]) -> Draft:
        mistakes = Mistakes(lambda where: ".".join(str(step) for step in where[2:]) or "report")
        kinds = {name: declared.kind for name, declared in self.account.series.items()}
        count = len(self._drafts)
        given = report if report.get("id") is not None else {**report, "id": f"#{count + 1}"}
        if str(given["id"]) in self._ids:
            mistakes.add(("reports", 0, "id"), f"the id {str(given['id'])!r} is taken")
        drafts = read_reports([given], kinds, self.account.convention, mistakes)
        mistakes.raise_any()
        self._ids.add(str(given["id"]))
        return replace(drafts[0], report=replace(drafts[0].report, index=count))

    def _solve_all(self) -> None:
        """Split the account into parts and solve each."""
        self._ids = {report.id for report in self.account.reports}
        self._parts = {}
        count = len(self.account.reports)
        # What a report claims under one reading only binds its series together under both.
        every: dict[int, Sequence[Claim]] = {
            report.index: tuple(
                claim for view in VIEWS for claim in claims_of_report(self.account, report, view)
            )
            for report in self.account.reports
            if report.binds
        }
        relations = {
            member: made for member, made in all_claims(self.account, "charitable").items() if member >= count
        }
        for series, members in components(self.account, every | relations):
            reports = [member for member in members if member < count]
            part = _Part(series, reports, [member - count for member in members if member >= count])
            self._parts.update(dict.fromkeys(series or {""}, part))
            self._solve(part)

    def _take(self, report: Report) -> None:
        """Put a report into its part; solve that part again unless its networks take the report as it is."""
        if not report.binds:
            return
        claims = {view: tuple(claims_of_report(self.account, report, view)) for view in VIEWS}
        named = {name for made in claims.values() for claim in made for name in series_of(claim)}
        parts = _distinct([self._parts[name] for name in sorted(named) if name in self._parts])
        if len(parts) == 1 and named <= parts[0].series:
            part = parts[0]
            part.reports.append(report.index)
            if self._fits_as_it_is(part, report, claims):
                return
        else:
            series = frozenset(named).union(*(part.series for part in parts))
            reports = sorted({report.index, *(index for part in parts for index in part.reports)})
            part = _Part(series, reports, sorted(index for part in parts for index in part.relations))
            self._parts.update(dict.fromkeys(sorted(series), part))
        self._solve(part)

    def _fits_as_it_is(self, part: _Part, report: Report, claims: Mapping[View, Sequence[Claim]]) -> bool:
        """Whether both readings can take the report without moving a point of their grids.

        A toll's total may correct others, so it always asks for more.
        """
        corrects = self.account.series[report.series].kind == "toll" and report.total and report.source
        if corrects or set(part.networks) != set(VIEWS):
            return False
        for view in VIEWS:
            if not all(isinstance(claim, Fixed) for claim in claims[view]):
                return False
            rows = [
                Row(claim.terms, claim.low, claim.high, STRUCTURE)
                for claim in claims[view]
                if isinstance(claim, Fixed)
            ]
            if not part.networks[view].extend(rows):
                return False
        return True

    def _solve(self, part: _Part) -> None:
        """Solve one part under both readings."""
        account, count = self.account, len(self.account.reports)
        part.networks.clear()
        for view in VIEWS:
            taken_back = corrected(account, view)
            claims: dict[int, Sequence[Claim]] = {
                index: tuple(claims_of_report(account, account.reports[index], view))
                for index in part.reports
                if index not in taken_back
            }
            for index in part.relations:
                relation = account.relations[index]
                claims[count + index] = tuple(
                    claims_of_relation(account, relation, account.first, account.last)
                )
            rows = rows_of(account, claims)
            if all(row.terms for row in rows) and is_network(rows):
                network = Network(rows)
                if network.contradiction() is None:
                    network.extend(())  # lays out its edges now, so that no later report has to wait for it
                    part.networks[view] = network
                    part.conflicts[view] = ()
                    continue
            found = contradictions(account, claims, view)
            part.conflicts[view] = tuple(published(account, conflict) for conflict in found)

    def _unique_parts(self) -> list[_Part]:
        return _distinct(list(self._parts.values()))


def _distinct(parts: Sequence[_Part]) -> list[_Part]:
    """Leave out repetitions, in order."""
    return list({id(part): part for part in parts}.values())


def _draft(report: Report) -> Draft:
    """Turn a report back into a draft: an end that it did not give goes with the span."""
    first, last = report.given
    return Draft(report, report.first if first else None, report.last if last else None)
