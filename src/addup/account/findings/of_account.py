"""What an account shows, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from addup.account.findings.arguments import contradiction_rows, why
from addup.account.findings.comparisons import lookalikes, mismatches
from addup.account.findings.implied import implied
from addup.account.findings.trends import trends
from addup.account.language.account import Account, Relation, Report, split
from addup.account.language.values import same_name
from addup.account.language.wording import amount, number, period, statement
from addup.account.result import plain
from addup.account.solving.conflicts import Contradiction
from addup.account.solving.corrections import corrected
from addup.account.solving.parts import Parts
from addup.records import Evidence, Finding, FindingKind


def findings(
    parts: Parts,
    sharp: Parts,
    conflicts: Sequence[Contradiction],
    tensions: Sequence[Contradiction],
    *,
    most_implied: int,
) -> Iterator[Finding]:
    """Give all findings, the gravest kinds first; of what is implied no more than `most_implied`.

    `parts` are those of the account under the charitable reading, `sharp` those under the sharp one.
    """
    account = parts.account
    clashes = [*conflicts, *tensions]
    yield from mismatches(account, clashes)
    yield from (_clash(account, found, "conflict") for found in conflicts)
    yield from (_clash(account, found, "tension") for found in tensions)
    yield from _revised(account)
    yield from _disputed(account)
    yield from trends(sharp, clashes)
    if not conflicts:
        yield from implied(parts, None if tensions else sharp, most=most_implied)
    yield from lookalikes(account)


def _clash(account: Account, found: Contradiction, kind: FindingKind) -> Finding:
    """Tell of a contradiction."""
    reports, relations = split(account, found.members)
    evidence = [*(piece for report in reports for piece in report.evidence)]
    evidence += [piece for relation in relations for piece in relation.evidence]
    return Finding(
        kind=kind,
        text=why(account, found),
        rows=contradiction_rows(account, found),
        series=tuple(
            dict.fromkeys([*(report.series for report in reports), *_shares(relations)]),
        ),
        reports=tuple(dict.fromkeys(report.id for report in reports)),
        relations=tuple(relation.index for relation in relations),
        gap=plain(found.gap),
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _shares(relations: Iterable[Relation]) -> Iterator[str]:
    """Name the series of shares that relations speak of."""
    return (relation.share.share.series for relation in relations if relation.share)


def _revised(account: Account) -> Iterator[Finding]:
    """Tell which tolls their own source took back. `reports` names what was taken back."""
    for index, by in corrected(account, "charitable").items():
        before, after = account.reports[index], account.reports[by]
        earlier, later = before.charitable, after.charitable
        if earlier.low is not None and later.high is not None and later.high < earlier.low:
            step, way = earlier.low - later.high, "down"
        else:
            assert earlier.high is not None
            assert later.low is not None
            step, way = later.low - earlier.high, "up"
        text = (
            f"{after.source} moved {before.series} {way} by at least {number(step)}, "
            f"from {amount(earlier)} {period(before.last, before.last)} to {amount(later)} "
            f"{period(after.last, after.last)}."
        )
        yield Finding(
            kind="revised",
            text=" ".join(text.split()),
            rows=(statement(before), statement(after)),
            series=(before.series,),
            reports=(before.id,),
            evidence=(*before.evidence, *after.evidence),
        )


def _disputed(account: Account) -> Iterator[Finding]:
    """Tell what somebody denies, and who states it."""
    for denial in account.reports:
        if denial.stance != "denied":
            continue
        stated = [report for report in account.reports if _states_what_is_denied(report, denial)]
        says = " and ".join(report.source or report.id for report in stated)
        said = denial.words or amount(denial.charitable, unit=denial.unit)
        when = f" {period(denial.first, denial.last)}" if denial.dated else ""
        who = denial.source or "a source"
        # In the passive no verb has to agree with a name whose number is not known: "police", "witnesses".
        text = f"{said} ({denial.series}){when}: denied by {who}, stated by {says or 'nobody here'}."
        reports = (denial, *stated)
        evidence: tuple[Evidence, ...] = tuple(piece for report in reports for piece in report.evidence)
        yield Finding(
            kind="disputed",
            text=text,
            rows=tuple(statement(report) for report in reports),
            series=(denial.series,),
            reports=tuple(report.id for report in reports),
            evidence=evidence,
        )


def _states_what_is_denied(report: Report, denial: Report) -> bool:
    """Whether a report of another source gives the amount denied, for the same series and days."""
    if not report.binds or (report.series, report.of, report.change) != (
        denial.series,
        denial.of,
        denial.change,
    ):
        return False
    if same_name(report.source or "") == same_name(denial.source or "") and report.source:
        return False
    if report.last < denial.first or denial.last < report.first:
        return False
    (low, high), (least, most) = report.charitable, denial.charitable
    return (low is None or most is None or low <= most) and (high is None or least is None or least <= high)
