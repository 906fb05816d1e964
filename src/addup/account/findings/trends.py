"""Claims that numbers rise or fall, held against the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from addup.account.findings.implied import nested, standing_totals
from addup.account.language.account import Account, Report
from addup.account.language.expressions import Expression, Term
from addup.account.language.wording import RISING, amount, few_digits, number, period, statement
from addup.account.solving.conflicts import Contradiction
from addup.account.solving.parts import Parts
from addup.records import Finding
from addup.words import Interval


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days with what a flow came to a day in them, or what a level or toll stood at."""

    first: int
    last: int
    interval: Interval


def trends(parts: Parts, clashes: Sequence[Contradiction]) -> Iterator[Finding]:
    """Judge every claimed trend as ordinary readers would: by the sharp reading of the figures."""
    account = parts.account
    clashing = {
        account.reports[member].series
        for found in clashes
        for member in found.members
        if member < len(account.reports)
    }
    for claim in account.reports:
        if claim.trend and claim.stance == "stated":
            stretches = [] if claim.series in clashing else _stretches(parts, claim)
            yield _judged(account, claim, stretches)


def _judged(account: Account, claim: Report, stretches: Sequence[Stretch]) -> Finding:
    assert claim.trend
    pair = _ends(stretches)
    verdict, shown = "open", "the account has no two periods to compare"
    rows = [statement(claim)]
    if pair:
        before, after = pair
        per = " a day" if account.series[claim.series].kind == "flow" else ""
        shown = f"{_shown(before, per)}, then {_shown(after, per)}"
        rows += [_shown(before, per), _shown(after, per)]
        moved = _moved(before.interval, after.interval)
        verdict = "open" if moved is None else "borne out" if moved == claim.trend else "contradicted"
        rows += _change(before.interval, after.interval)
    return Finding(
        kind="trend",
        text=f"{claim.series} said to be {RISING[claim.trend]}: {verdict} ({shown}).",
        rows=tuple(rows),
        series=(claim.series,),
        reports=(claim.id,),
        evidence=claim.evidence,
    )


def _shown(stretch: Stretch, per: str) -> str:
    return " ".join(
        f"{amount(_rounded(stretch.interval))}{per} {period(stretch.first, stretch.last)}".split()
    )


def _rounded(interval: Interval) -> Interval:
    return Interval(*(None if end is None else few_digits(end) for end in interval))


def _moved(before: Interval, after: Interval) -> str | None:
    """Say which way numbers moved; None if the intervals leave it open."""
    return "up" if before.below(after) else "down" if after.below(before) else None


def _change(before: Interval, after: Interval) -> Iterator[str]:
    """Write the change in per cent, between the middles where both have two ends."""
    if None in before or None in after:
        return
    assert before.low is not None
    assert before.high is not None
    assert after.low is not None
    assert after.high is not None
    if before.low + before.high == 0:
        return
    change = (after.low + after.high) / (before.low + before.high) - 1
    share = number(Fraction(round(abs(change) * 100)))
    yield f"{'up' if change >= 0 else 'down'} by {share} % between the middles"


def _ends(stretches: Sequence[Stretch]) -> tuple[Stretch, Stretch] | None:
    """Pick the first stretch and the latest one that does not overlap it."""
    if not stretches:
        return None
    after = max(stretches, key=lambda stretch: (stretch.last, stretch.first))
    earlier = [stretch for stretch in stretches if stretch.last < after.first]
    return (min(earlier, key=lambda stretch: (stretch.first, stretch.last)), after) if earlier else None


def _stretches(parts: Parts, claim: Report) -> list[Stretch]:
    """Give what the account knows of the claim's series within its days."""
    account = parts.account
    totals = [report for report in standing_totals(account) if report.series == claim.series]
    if account.series[claim.series].kind == "flow":
        days = {(report.first, report.last): None for report in totals}
        for outer, inner in nested(totals):
            starts = inner.first == outer.first
            days[(inner.last + 1, outer.last) if starts else (outer.first, inner.first - 1)] = None
    else:
        days = {(report.last, report.last): None for report in totals}
    within = [pair for pair in days if claim.first <= pair[0] and pair[1] <= claim.last]
    asked = [Expression((Term(Fraction(1), claim.series, first, last),)) for first, last in within]
    return [
        Stretch(first, last, _rate(account, claim.series, Interval(low.value, high.value), last - first + 1))
        for (first, last), (low, high) in zip(within, parts.bounds(asked), strict=True)
    ]


def _rate(account: Account, series: str, interval: Interval, days: int) -> Interval:
    if account.series[series].kind != "flow":
        return interval
    return Interval(*(None if end is None else end / days for end in interval))
