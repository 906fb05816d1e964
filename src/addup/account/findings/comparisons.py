"""Figures that look alike and are not, and figures that look comparable and are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from addup.account.language.account import Account, Report
from addup.account.language.wording import number, statement
from addup.account.solving.claims import Exact, whole
from addup.account.solving.conflicts import Contradiction
from addup.records import Evidence, Finding

TELLING_DIGITS = 3
"""Digits from which an equal number is more than chance: 4,460 and 4,460, but not 20 and 20."""
_SHARES = frozenset({"%", "pp"})


def lookalikes(account: Account) -> Iterator[Finding]:
    """Tell of one number given for different things, so that nobody takes one for the other.

    Shares are no sign of it: a third is a third of very many things.
    """
    same: dict[tuple[Exact, str | None], list[Report]] = {}
    for report in account.reports:
        low, high = map(whole, report.sharp)
        if low is None or low != high or report.of is not None or report.unit in _SHARES:
            continue
        if _digits(low) >= TELLING_DIGITS and _thing(account, report):
            same.setdefault((low, report.unit), []).append(report)
    for (value, _), reports in same.items():
        if len({_thing(account, report) for report in reports}) < 2:
            continue
        series = tuple(dict.fromkeys(report.series for report in reports))
        yield Finding(
            kind="lookalike",
            text=f"{number(value)} stands for different things: {'; '.join(series)}.",
            rows=tuple(statement(report) for report in reports),
            series=series,
            reports=tuple(report.id for report in reports),
            evidence=_evidence(reports),
        )


def _thing(account: Account, report: Report) -> str | None:
    """Say what a report counts, as far as it takes to tell it from other things; None where nobody knows.

    In an account written by hand each series is a thing of its own. Series read from texts are many, and may
    count the same under two names: they differ if their nouns do, or if one of them is a toll.
    """
    if not report.evidence or account.series[report.series].kind == "toll":
        return report.series
    return report.counted


@lru_cache(maxsize=1 << 12)
def _digits(value: Exact) -> int:
    """Count the digits of a number without zeros at its ends."""
    return len(f"{float(value):.12g}".replace(".", "").split("e")[0].strip("0"))


def mismatches(account: Account, clashes: Sequence[Contradiction]) -> Iterator[Finding]:
    """Tell where reports that clash may not speak of the same thing after all."""
    for found in clashes:
        reports = [account.reports[member] for member in found.members if member < len(account.reports)]
        reasons = list(_reasons(reports))
        if reasons:
            yield Finding(
                kind="mismatch",
                text=f"These may not be comparable: {'; '.join(reasons)}.",
                rows=tuple(statement(report) for report in reports),
                series=tuple(dict.fromkeys(report.series for report in reports)),
                reports=tuple(report.id for report in reports),
                evidence=_evidence(reports),
            )


def _reasons(reports: Sequence[Report]) -> Iterator[str]:
    """Say what sets reports of one series apart: what they count, or their unit."""
    first: dict[tuple[str, str], Report] = {}
    for report in reports:
        if not report.total:
            continue
        for name, value in (("counts", report.counted), ("is in", report.unit)):
            if value is None:
                continue
            other = first.setdefault((report.series, name), report)
            theirs = other.counted if name == "counts" else other.unit
            if theirs is not None and theirs.casefold() != value.casefold():
                yield f"{other.id} {name} {theirs}, {report.id} {name} {value}"


def _evidence(reports: Sequence[Report]) -> tuple[Evidence, ...]:
    return tuple(piece for report in reports for piece in report.evidence)
