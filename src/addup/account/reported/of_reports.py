"""The check of what was read: the account of the reports, and what only their words show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from addup.account.arithmetic.by_words import disputed_by_words, wrong_by_words
from addup.account.findings.merging import grounded, merge, without_growth, without_vague
from addup.account.findings.paces import paces
from addup.account.findings.rests import other_parts, rests
from addup.account.language.parsing import read_account
from addup.account.reported.charity import check_kindly
from addup.account.reported.comparing import comparing_findings, evidence_of
from addup.account.reported.corrected import corrected_figures, with_corrections
from addup.account.reported.from_series import account_to_check, vague_reports
from addup.account.reported.placing import NO_DAY, STAYS_OPEN, place_all
from addup.account.reported.statements import statement_findings
from addup.account.result import Result, Status
from addup.records import Finding, Grouping
from addup.words import Convention


def check_reports(grouping: Grouping, *, convention: Convention = "plain") -> Result:
    """Check whether all that the reports say can be true, and tell what follows from it.

    To the findings of the account come those that need the words of the reports: rests as written and as
    rounded, numbers that a report says were changed, denials, plans, and what is left open.
    """
    placed = place_all(grouping)
    written_down = account_to_check(grouping, convention=convention, places=placed)
    account, result = check_kindly(read_account(written_down), grouping)
    shown = without_growth(result.findings, account)
    if not result.conflicts:  # a conflict leaves nothing to be added up
        ran = list(paces(account))
        shown = [*merge(shown, list(other_parts(account)), ran), *rests(account)]
    wrong = wrong_by_words(grouping, shown)
    said = [
        *wrong,
        *disputed_by_words(grouping),
        *comparing_findings(grouping, placed),
        *statement_findings(grouping),
        *_open(grouping, written_down),
    ]
    shown = without_vague(shown, vague_reports(grouping))
    corrected = corrected_figures(grouping)
    told = (with_corrections(grounded(finding, grouping), corrected) for finding in (*shown, *said))
    return replace(result, status=_status(result.status, wrong), findings=tuple(told))


def _status(status: Status, wrong: Sequence[Finding]) -> Status:
    """Give the gravest of what the account and the words of the reports show."""
    if any(finding.kind == "conflict" for finding in wrong):
        return "conflict"
    return "tension" if status == "consistent" and wrong else status


def _open(grouping: Grouping, account: Mapping[str, Any]) -> Iterator[Finding]:
    """Say which figures are held against nothing because nobody can tell what days they count."""
    left = {(one["document"], one["figure"]) for one in account["left_out"] if _stays_open(one["why"])}
    members = [
        (series.name, member)
        for series in grouping.series
        for member in series.members
        if (member.document, member.figure.id) in left
    ]
    if members:
        quoted = ", ".join(f"“{member.figure.span.text}”" for _, member in members)
        yield Finding(
            kind="unanswered",
            text=f"Held against nothing, for nobody can tell what days they count: {quoted}.",
            series=tuple(dict.fromkeys(name for name, _ in members)),
            reports=tuple(member.figure.id for _, member in members),
            evidence=tuple(evidence_of(member) for _, member in members),
        )


def _stays_open(why: str) -> bool:
    return why == NO_DAY or why.startswith(STAYS_OPEN)
