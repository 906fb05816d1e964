"""What people decided about events: which reports are of one event, and which are held apart.

A decision names events by reports in them, for events grow and grow together as reports come. Each decision
is laid over those before it, so that the last word on a report counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from addup.grouping.joining.decisions import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDecision:
    """One decision; reports are named by the ids of their documents.

    merge   `reports` and `others` are of one event
    split   `reports` are of an event of their own, apart from that of `others`
    pin     `reports` are of the event of `others`, apart from that of `left`
    name    the event of `reports` is called `name`
    """

    kind: Literal["merge", "split", "pin", "name"]
    reports: tuple[str, ...]
    others: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    name: str | None = None


class Held:
    """Which reports people hold together, and which groups of them apart.

    Reports are put into numbered groups; those of one group are of one event.
    """

    def __init__(self, decisions: Iterable[Decision | EventDecision] = ()) -> None:
        """Lay decisions one over the other, in the order in which they were made."""
        self.groups: dict[str, int] = {}
        self._apart: set[frozenset[int]] = set()
        self._next = 0
        for decision in decisions:
            self._take(decision)

    def _take(self, decision: Decision | EventDecision) -> None:
        if isinstance(decision, Decision):
            # One series, or one relation, over several reports: they are grouped and checked as one.
            reports = {document for document, _ in (*decision.figures, *decision.others)}
            if decision.kind in {"merge", "pin", "accept"} and len(reports) > 1:
                self._as_one(reports)
            return
        match decision.kind:
            case "merge":
                self._as_one({*decision.reports, *decision.others})
            case "split":
                self._out(decision.reports)
                self._part(decision.reports, decision.others)
            case "pin":
                self._out(decision.reports)
                self._as_one({*decision.reports, *decision.others})
                self._part(decision.reports, decision.left)
            case "name":
                pass

    def _as_one(self, reports: Iterable[str]) -> int:
        """Make one group of reports and of the groups that they are in; it stays apart from all others."""
        together = set(reports)
        former = {self.groups[one] for one in together if one in self.groups}
        self._next += 1
        self.groups |= {one: self._next for one, group in self.groups.items() if group in former}
        self.groups |= dict.fromkeys(together, self._next)
        pairs = (frozenset(self._next if one in former else one for one in pair) for pair in self._apart)
        self._apart = {pair for pair in pairs if len(pair) == 2}
        return self._next

    def _out(self, reports: Iterable[str]) -> None:
        """Take reports out of their groups."""
        for one in reports:
            self.groups.pop(one, None)

    def _part(self, reports: Iterable[str], others: Iterable[str]) -> None:
        """Hold two groups of reports apart, each of them together."""
        rest = set(others) - set(reports)
        if rest:
            pair = self._as_one(reports), self._as_one(rest)
            self._apart.add(frozenset(pair))

    def together(self) -> list[frozenset[str]]:
        """Give the groups of two reports or more."""
        members: dict[int, set[str]] = {}
        for report, group in self.groups.items():
            members.setdefault(group, set()).add(report)
        return [frozenset(reports) for reports in members.values() if len(reports) > 1]

    def with_(self, report: str) -> frozenset[str]:
        """Give the other reports that a report is held together with."""
        group = self.groups.get(report)
        if group is None:
            return frozenset()
        return frozenset(one for one, other in self.groups.items() if other == group) - {report}

    def apart(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Tell whether some reports are held apart from others."""
        mine, theirs = (
            {self.groups[report] for report in side if report in self.groups} for side in (one, other)
        )
        return any(frozenset({first, second}) in self._apart for first in mine for second in theirs)


def decided_event_names(homes: Mapping[str, int], decisions: Iterable[EventDecision]) -> dict[int, str]:
    """Give the names that people gave to events; `homes` is the event of each report.

    The event meant is the one that holds most of the reports that the decision names.
    """
    names: dict[int, str] = {}
    for decision in decisions:
        held = [homes[report] for report in decision.reports if report in homes]
        if decision.kind == "name" and decision.name and held:
            names[max(sorted(set(held)), key=held.count)] = decision.name
    return names
