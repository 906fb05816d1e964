"""The check of an account of reports, as a reader makes it who wishes their writers well.

A report that gives two unlike numbers in one voice speaks of two things, though no word was found that tells
them apart. So they contradict each other only where two tell them, or where words say how they hang together;
else the later one is held against nothing. The cells of a table are no voice: they
are meant to add up. Nor is a headline, which says what the text below does, or a number a day, which is
reckoned from the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from addup.account.arithmetic.clashing import falls_little
from addup.account.check import check_account
from addup.account.language.account import Account, Report
from addup.account.language.values import same_name
from addup.account.result import Result
from addup.documents.layout import headline_end
from addup.grouping.cells import table_cells
from addup.grouping.subjects.families import family_of
from addup.grouping.tables import table
from addup.records import Finding, Grouping

_LOUD = ("conflict", "tension")
Place = tuple[str, int]


class _Apart(NamedTuple):
    """What is no voice of a report: the places of its cells, and where the headline of each report ends."""

    cells: Set[Place]
    heads: Mapping[str, int]


def check_kindly(account: Account, grouping: Grouping) -> tuple[Account, Result]:
    """Check an account, and give it without the reports that clash with nothing but their own voice."""
    cells = {
        (reading.document.id, reading.figures[place].span.start)
        for reading in grouping.readings
        for place in table_cells(reading)
    }
    heads = {reading.document.id: headline_end(reading.document.text) for reading in grouping.readings}
    apart = _Apart(cells, heads)
    roles = {
        series.name: family.name
        for series in grouping.series
        for member in series.members
        if (family := family_of(member.figure.event, series.counted)) is not None
    }
    while True:
        result = check_account(account)
        doubtful = {report.index for report in _doubtful(account, result, apart, roles)}
        if not doubtful:
            return account, result
        reports = (
            replace(report, stance="supposed") if report.index in doubtful else report
            for report in account.reports
        )
        account = replace(account, reports=tuple(reports))


def _doubtful(account: Account, result: Result, apart: _Apart, roles: Mapping[str, str]) -> Iterator[Report]:
    """Give of the reports that clash in one voice those that come last."""
    by_id = {report.id: report for report in account.reports}
    for finding in result.findings:
        if finding.kind not in _LOUD:
            continue
        told = [by_id[report] for report in finding.reports]
        if not finding.relations and _in_one_voice(told, finding, apart):
            yield max(told, key=_start)
        elif finding.relations:
            yield from _fallen_since(told, Fraction(str(finding.gap or 0)), roles)


def _fallen_since(told: Sequence[Report], gap: Fraction, roles: Mapping[str, str]) -> Iterator[Report]:
    """Give the counts that fall by themselves before the dead were told: of three survivors one has died."""
    died = max((report.last for report in told if roles.get(report.series) == "killed"), default=0)
    for report in told:
        had, falls = report.charitable.low, roles.get(report.series) in table("verbs")["falling"]
        if falls and report.last < died and had and falls_little(had, had - gap):
            yield report


def _in_one_voice(told: list[Report], finding: Finding, apart: _Apart) -> bool:
    """Tell whether one report tells all in the text below its headline: its writer, or one whom it quotes."""
    places = {(piece.document, piece.start) for piece in finding.evidence}
    if any(report.per for report in told) or not apart.cells.isdisjoint(places):
        return False
    voices = {same_name(report.source) if report.source else "" for report in told}
    parts = {(document, start < apart.heads.get(document, 0)) for document, start in places}
    return len(voices) == len(parts) == 1


def _start(report: Report) -> int:
    return min((piece.start for piece in report.evidence), default=0)
