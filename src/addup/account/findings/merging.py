"""One finding where two would say nearly the same, and none that would only confuse."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from addup.account.findings.paces import Pace
from addup.account.language.account import Account
from addup.account.solving.corrections import corrected
from addup.records import Evidence, Finding, Grouping


def merge(findings: Sequence[Finding], others: Sequence[Finding], paces: Sequence[Pace]) -> list[Finding]:
    """Let sums with the numbers as written take up the bounds that the account gives for the same rest.

    `others` are rests of a whole and its parts, which tell their own bounds. A claim that numbers rise or
    fall is told with the pace that bears it out.
    """
    told = [set(other.series[:2]) for other in others]
    kept: list[Finding] = []
    bounds: dict[str, Finding] = {}
    for finding in findings:
        rest = paces if finding.kind == "implied" else ()
        pace = next((pace for pace in rest if _same_rest(finding, pace)), None)
        if pace is not None:
            bounds[pace.finding.text] = finding
        elif not (finding.kind == "implied" and len(finding.series) == 2 and set(finding.series) in told):
            kept.append(_with_pace(finding, paces) if finding.kind == "trend" else finding)
    return [*kept, *others, *(_with_bounds(pace, bounds.get(pace.finding.text)) for pace in paces)]


def _same_rest(finding: Finding, pace: Pace) -> bool:
    return finding.text.startswith(f"{pace.series}, {pace.rest}: ")


def _with_bounds(pace: Pace, bounds: Finding | None) -> Finding:
    """Add to a pace what the account allows for the rest of the days, with its arithmetic."""
    if bounds is None:
        return pace.finding
    ends = bounds.text.removeprefix(f"{pace.series}, {pace.rest}: ").partition(";")[0].rstrip(".")
    rows = (ends, *(row.partition(": ")[2] for row in bounds.rows))
    finding = pace.finding
    return replace(
        finding,
        rows=(*finding.rows, *rows),
        reports=tuple(dict.fromkeys((*finding.reports, *bounds.reports))),
        evidence=tuple(dict.fromkeys((*finding.evidence, *bounds.evidence))),
    )


def _with_pace(trend: Finding, paces: Sequence[Pace]) -> Finding:
    """Quote a claim that numbers move, with the verdict on it, and say by how much they did."""
    judged, _, reason = trend.text.partition(" (")
    verdict = judged.rpartition(": ")[2]
    words = ", ".join(f"“{piece.text}”" for piece in trend.evidence)
    if not words:
        return trend
    if verdict == "open":
        return replace(trend, text=f"{words}: open, {reason.removesuffix(').')}.", rows=())
    pace = next((one for one in paces if one.late and (one.series,) == trend.series), None)
    much = f", {pace.change} in the last days" if pace else ""
    return replace(trend, text=f"{words}: {verdict}{much}.", rows=trend.rows[1:])


def without_vague(findings: Iterable[Finding], vague: Collection[str]) -> list[Finding]:
    """Leave out rests of vague words: 144 less "several" is no number that anybody can use."""
    return [
        finding for finding in findings if finding.kind != "implied" or not set(finding.reports) & set(vague)
    ]


def without_growth(findings: Iterable[Finding], account: Account) -> list[Finding]:
    """Keep of what was revised what a source took back: a toll that grows within a day is no revision."""
    grown = {
        account.reports[index].id
        for index, by in corrected(account, "charitable").items()
        if account.reports[index].charitable.below(account.reports[by].charitable)
    }
    return [finding for finding in findings if finding.kind != "revised" or not set(finding.reports) & grown]


def grounded(finding: Finding, grouping: Grouping) -> Finding:
    """Point at the words that a finding rests on, where its own sums do not: the figures of its series."""
    if finding.evidence:
        return finding
    pieces = [
        Evidence.of(member.document, member.figure.span)
        for series in grouping.series
        if series.name in finding.series
        for member in series.members
    ]
    return replace(finding, evidence=tuple(pieces))
