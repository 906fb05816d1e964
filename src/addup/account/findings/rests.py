"""Rests of what reports say, at the numbers as they were written and as they may be rounded.

The bounds of an account say what can be at all. A reader first does the sum with the numbers as they
stand, and then wonders which of them are round. So a rest is told three times: as said; with every number
rounded but the roundest one; and at the widest that the whole account allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from addup.account.findings.implied import standing_totals
from addup.account.language.account import Account, Relation, Report
from addup.account.language.expressions import Expression, Term
from addup.account.language.wording import amount, number
from addup.account.solving.answers import bounds_of
from addup.account.solving.corrections import corrected
from addup.records import Evidence, Finding
from addup.words import Interval


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole, which may be told in pieces, and the parts taken from it, each by the report that gives it."""

    relation: Relation
    whole: tuple[Report, ...]
    parts: tuple[Report, ...]
    expression: Expression

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports, the whole first."""
        return (*self.whole, *self.parts)


def rests(account: Account) -> Iterator[Finding]:
    """Tell what parts leave of a whole, where flows and levels stand beside each other."""
    told = _Reported(account)
    sums = _longest([found for relation in account.relations if (found := _sum(told, relation))])
    widest = bounds_of(account, [found.expression for found in sums])
    for found, (low, high) in zip(sums, widest, strict=True):
        yield _rest(found, Interval(low.value, high.value))


def _longest(sums: Sequence[Sum]) -> list[Sum]:
    """Leave out sums that take only some of the parts that another sum takes from the same whole."""
    of_whole: dict[tuple[int, ...], list[set[int]]] = {}
    told = [(_places(one.whole), set(_places(one.parts))) for one in sums]
    for whole, parts in told:
        of_whole.setdefault(whole, []).append(parts)
    return [
        one
        for one, (whole, parts) in zip(sums, told, strict=True)
        if not any(parts < others for others in of_whole[whole])
    ]


def _places(reports: Sequence[Report]) -> tuple[int, ...]:
    return tuple(report.index for report in reports)


def _sum(told_in: _Reported, relation: Relation) -> Sum | None:
    """Read a dated bound as a whole and its parts, all of them reported."""
    terms = relation.expression.terms
    larger = [term for term in terms if term.factor < 0]
    dated = all(term.dated and abs(term.factor) == 1 for term in terms)
    if relation.sense != "<=" or not takes_parts(terms) or not dated or relation.expression.number:
        return None
    reports = [told_in.latest(term) for term in (*larger, *(term for term in terms if term.factor > 0))]
    told = [report for report in reports if report is not None]
    if len(told) < len(reports):
        return None
    turned = tuple(Term(-term.factor, term.series, term.first, term.last) for term in terms)
    whole, parts = told[: len(larger)], told[len(larger) :]
    return Sum(relation, tuple(whole), tuple(parts), Expression(turned))


def takes_parts(terms: Sequence[Term]) -> bool:
    """Tell whether the smaller side of a bound is taken from the larger, and is no whole within its parts."""
    larger = sum(term.factor < 0 for term in terms)
    return larger == 1 or 1 < larger < len(terms) - 1


class _Reported:
    """The reports of an account that give a number on both sides, by their series."""

    def __init__(self, account: Account) -> None:
        taken_back = corrected(account, "charitable")
        self._of_series: dict[str, list[Report]] = {}
        for report in account.reports:
            if (
                (report.binds and report.total and not report.per and report.index not in taken_back)
                and None not in report.charitable
                and None not in report.sharp
            ):
                self._of_series.setdefault(report.series, []).append(report)

    def latest(self, term: Term) -> Report | None:
        """Find the latest report of a term, for its last day or for no day."""
        told = reversed(self._of_series.get(term.series, ()))
        return next((report for report in told if report.last == term.last or not report.dated), None)


def _rest(found: Sum, widest: Interval) -> Finding:
    roundest = max(found.reports, key=_width)
    said = _difference(found, [report.sharp for report in found.reports])
    others = [report.sharp if report is roundest else report.charitable for report in found.reports]
    rounded = _difference(found, others)
    whole, parts = (" and ".join(report.series for report in side) for side in (found.whole, found.parts))
    sum_said = " − ".join([" + ".join(map(_number, found.whole)), *map(_number, found.parts)])
    unit = _unit(found.reports)
    steps = [f"{sum_said} = {amount(said, unit=unit)} as said"]
    if rounded != said:
        steps.append(f"{amount(rounded, unit=unit)} if only {_listed(found.reports, roundest)} rounded")
    if widest not in (rounded, said):
        steps.append(f"{_from_nothing(widest, unit)} if {_number(roundest)} is round too")
    return Finding(
        kind="implied",
        text=f"{whole} less {parts}: {'; '.join(steps)}.",
        series=tuple(report.series for report in found.reports),
        reports=tuple(report.id for report in found.reports),
        relations=(found.relation.index,),
        evidence=_evidence(found.reports, found.relation),
    )


def _from_nothing(interval: Interval, unit: str | None) -> str:
    """Write an interval so that it shows that nothing may be left at all."""
    low, high = interval
    return f"0 to {number(high, unit)}" if low == 0 and high else amount(interval, unit=unit)


def _unit(reports: Sequence[Report]) -> str | None:
    return next((report.unit for report in reports if report.unit), None)


def _evidence(reports: Sequence[Report], relation: Relation) -> tuple[Evidence, ...]:
    pieces = [piece for report in reports for piece in report.evidence]
    return tuple(dict.fromkeys([*pieces, *relation.evidence]))


def _listed(reports: Sequence[Report], roundest: Report) -> str:
    """Write which numbers are rounded: "41,000 and 244,000 are"."""
    others = [_number(report) for report in reports if report is not roundest]
    return f"{' and '.join(others)} {'is' if len(others) == 1 else 'are'}"


def _number(report: Report) -> str:
    """Write a report's number as an ordinary reader takes it."""
    return amount(report.sharp, unit=report.unit)


def _width(report: Report) -> Fraction:
    low, high = report.charitable
    assert low is not None
    assert high is not None
    return high - low


def _difference(found: Sum, intervals: Sequence[Interval]) -> Interval:
    """Take the parts from the whole, never below nothing."""
    ends = [(interval.low or Fraction(0), interval.high or Fraction(0)) for interval in intervals]
    whole, parts = ends[: len(found.whole)], ends[len(found.whole) :]
    low = sum((low for low, _ in whole), Fraction(0)) - sum(high for _, high in parts)
    high = sum((high for _, high in whole), Fraction(0)) - sum(low for low, _ in parts)
    return Interval(max(low, Fraction(0)), max(high, Fraction(0)))


def other_parts(account: Account) -> Iterator[Finding]:
    """Hold what a part leaves of a whole against the number told for the only other part."""
    told = _Reported(account)
    standing: dict[str, Report] = {}
    for one in standing_totals(account):
        standing.setdefault(one.series, one)
    for relation in account.relations:
        terms = relation.expression.terms
        larger = [term for term in terms if term.factor < 0]
        if relation.sense != "<=" or len(larger) != 2 or len(terms) != 3:
            continue
        whole = told.latest(next(term for term in terms if term.factor > 0))
        part = told.latest(larger[0])
        other = standing.get(larger[1].series)
        if whole and part and other:
            yield _other_part(relation, whole, part, other)


def _other_part(relation: Relation, whole: Report, part: Report, other: Report) -> Finding:
    left, widest = _left(whole.sharp, part.sharp), _left(whole.charitable, part.charitable)
    assert left.high is not None
    most = other.charitable.high
    place = "within" if most is None or left.high <= most else "more than"
    unit = _unit((whole, part))
    rounded = f", {amount(widest, unit=unit)} at the widest" if widest != left else ""
    others = f"{_number(whole)} − {_number(part)} = {amount(left, unit=unit)} others{rounded}"
    return Finding(
        kind="implied",
        text=(
            f"{whole.series} less {part.series}: {others}; these are {place} “{_bare_words(other)}” of "
            f"{other.series}."
        ),
        series=(whole.series, part.series, other.series),
        reports=(whole.id, part.id, other.id),
        relations=(relation.index,),
        evidence=_evidence((whole, part, other), relation),
    )


def _left(whole: Interval, part: Interval) -> Interval:
    assert None not in whole
    assert None not in part
    return Interval(whole.low - part.high, whole.high - part.low)  # type: ignore[operator]


def _bare_words(report: Report) -> str:
    """Quote a report's amount without the noun with which its series begins: "nearly 500"."""
    words = report.words or _number(report)
    return words.removesuffix(f" {report.series.split()[0]}")
