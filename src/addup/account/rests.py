"""Rests of what reports say, at the numbers as they were written and as they may be rounded.

The bounds of an account say what can be at all. A reader first does the sum with the numbers as they
stand, and then wonders which of them are round. So a rest is told three times: as said; with every number
rounded but the roundest one; and at the widest that the whole account allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from addup.account.answers import bounds_of
from addup.account.corrections import corrected
from addup.account.expressions import Expression, Term
from addup.account.implied import nested, standing_totals
from addup.account.language import Account, Relation, Report
from addup.account.wording import amount, number, period
from addup.records import Finding
from addup.words import Interval


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and the parts taken from it, each by the report that gives it."""

    relation: Relation
    whole: Report
    parts: tuple[Report, ...]
    expression: Expression

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports, the whole first."""
        return (self.whole, *self.parts)


def rests(account: Account) -> Iterator[Finding]:
    """Tell what parts leave of a whole, where flows and levels stand beside each other."""
    sums = _longest([found for relation in account.relations if (found := _sum(account, relation))])
    widest = bounds_of(account, [found.expression for found in sums])
    for found, (low, high) in zip(sums, widest, strict=True):
        yield _rest(found, Interval(low.value, high.value))


def _longest(sums: Sequence[Sum]) -> list[Sum]:
    """Leave out sums that take only some of the parts that another sum takes from the same whole."""
    return [
        one
        for one in sums
        if not any(one.whole == other.whole and set(one.parts) < set(other.parts) for other in sums)
    ]


def _sum(account: Account, relation: Relation) -> Sum | None:
    """Read a dated bound with one term on its larger side as a whole and its parts, all of them reported."""
    terms = relation.expression.terms
    larger = [term for term in terms if term.factor < 0]
    dated = all(term.dated and abs(term.factor) == 1 for term in terms)
    if relation.sense != "<=" or len(larger) != 1 or not dated or relation.expression.number:
        return None
    reports = [_reported(account, term) for term in (*larger, *(term for term in terms if term.factor > 0))]
    told = [report for report in reports if report is not None]
    if len(told) < len(reports):
        return None
    turned = tuple(Term(-term.factor, term.series, term.first, term.last) for term in terms)
    return Sum(relation, told[0], tuple(told[1:]), Expression(turned))


def _reported(account: Account, term: Term) -> Report | None:
    """Find the latest report that gives a term a number on both sides, for its last day or for no day."""
    taken_back = corrected(account, "charitable")
    found = [
        report
        for report in account.reports
        if report.series == term.series
        and (report.last == term.last or not report.dated)
        and (report.binds and report.total and not report.per and report.index not in taken_back)
        and None not in report.charitable
        and None not in report.sharp
    ]
    return found[-1] if found else None


def _rest(found: Sum, widest: Interval) -> Finding:
    roundest = max(found.reports, key=_width)
    said = _difference(found, [report.sharp for report in found.reports])
    others = [report.sharp if report is roundest else report.charitable for report in found.reports]
    rounded = _difference(found, others)
    words = " − ".join(report.series for report in found.reports)
    steps = [f"{amount(said)} as said"]
    if rounded != said:
        steps.append(f"{amount(rounded)} if only {_listed(found.reports, roundest)} rounded")
    if widest not in (rounded, said):
        steps.append(f"{_from_nothing(widest)} if {_number(roundest)} is round too")
    suggested = ", ".join(f"“{piece.text}”" for piece in found.relation.evidence)
    rows = [" − ".join(_number(report) for report in found.reports) + f" = {amount(said)}"]
    rows += [f"supposed from {suggested}"] if found.relation.supposed and suggested else []
    return Finding(
        kind="implied",
        text=f"{words}: {'; '.join(steps)}.",
        rows=tuple(rows),
        series=tuple(report.series for report in found.reports),
        reports=tuple(report.id for report in found.reports),
        relations=(found.relation.index,),
        evidence=tuple(piece for report in found.reports for piece in report.evidence),
    )


def _from_nothing(interval: Interval) -> str:
    """Write an interval so that it shows that nothing may be left at all."""
    low, high = interval
    return f"0 to {number(high)}" if low == 0 and high else amount(interval)


def _listed(reports: Sequence[Report], roundest: Report) -> str:
    """Write which numbers are rounded: "41,000 and 244,000 are"."""
    others = [_number(report) for report in reports if report is not roundest]
    return f"{' and '.join(others)} {'is' if len(others) == 1 else 'are'}"


def _number(report: Report) -> str:
    """Write a report's number as an ordinary reader takes it."""
    return amount(report.sharp)


def _width(report: Report) -> Fraction:
    low, high = report.charitable
    assert low is not None
    assert high is not None
    return high - low


def _difference(found: Sum, intervals: Sequence[Interval]) -> Interval:
    """Take the parts from the whole, never below nothing."""
    whole, *parts = intervals
    assert whole.low is not None
    assert whole.high is not None
    low = whole.low - sum((part.high or Fraction(0) for part in parts), Fraction(0))
    high = whole.high - sum((part.low or Fraction(0) for part in parts), Fraction(0))
    return Interval(max(low, Fraction(0)), max(high, Fraction(0)))


def other_parts(account: Account) -> Iterator[Finding]:
    """Hold what a part leaves of a whole against the number told for the only other part."""
    for relation in account.relations:
        terms = relation.expression.terms
        larger = [term for term in terms if term.factor < 0]
        if relation.sense != "<=" or len(larger) != 2 or len(terms) != 3:
            continue
        whole = _reported(account, next(term for term in terms if term.factor > 0))
        part = _reported(account, larger[0])
        other = next((one for one in standing_totals(account) if one.series == larger[1].series), None)
        if whole and part and other:
            yield _other_part(relation, whole, part, other)


def _other_part(relation: Relation, whole: Report, part: Report, other: Report) -> Finding:
    assert whole.sharp.low is not None
    assert whole.sharp.high is not None
    assert part.sharp.low is not None
    assert part.sharp.high is not None
    left = Interval(whole.sharp.low - part.sharp.high, whole.sharp.high - part.sharp.low)
    most = other.charitable.high
    assert left.high is not None
    within = most is None or left.high <= most
    place = "within" if within else "more than"
    rest = f"{whole.series} − {part.series}"
    text = f"{amount(left)} others ({rest}) are {place} “{other.words}” of {other.series}."
    return Finding(
        kind="implied",
        text=text,
        rows=(f"{amount(whole.sharp)} − {amount(part.sharp)} = {amount(left)}, and {other.words}",),
        series=(whole.series, part.series, other.series),
        reports=(whole.id, part.id, other.id),
        relations=(relation.index,),
        evidence=(*whole.evidence, *part.evidence, *other.evidence, *relation.evidence),
    )


def paces(account: Account) -> Iterator[Finding]:
    """Compare, with the numbers as written, a stretch of days with the rest of the days around it."""
    totals = standing_totals(account)
    for name, declared in account.series.items():
        if declared.kind != "flow":
            continue
        for outer, inner in nested([report for report in totals if report.series == name]):
            written = _written(outer), _written(inner)
            if written[0] is not None and written[1] is not None and written[1] < written[0]:
                yield _pace(account, outer, inner, written[0] - written[1], written[1])


def _pace(account: Account, outer: Report, inner: Report, rest: Fraction, part: Fraction) -> Finding:
    """Tell how much faster or slower a flow ran at the end or beginning of a period than else."""
    late = inner.last == outer.last
    first, last = (outer.first, inner.first - 1) if late else (inner.last + 1, outer.last)
    days, other_days = inner.last - inner.first + 1, last - first + 1
    pace, other = part / days, rest / other_days
    share = abs(pace / other - 1) * 100
    faster = "faster" if pace > other else "slower"
    per_day = f"{number(_rounded(pace))} a day {period(inner.first, inner.last)}"
    rows = [
        f"{number(rest + part)} − {number(part)} = {number(rest)} in {other_days} days: "
        f"{number(_rounded(other))} a day",
        f"{number(part)} in {days} days: {number(_rounded(pace))} a day",
    ]
    ceiling = _ceiling(account, inner)
    rows += [f"under the {number(ceiling)} a day that are possible"] if ceiling and pace <= ceiling else []
    return Finding(
        kind="implied",
        text=(
            f"{outer.series}, numbers as written: {per_day}, {number(Fraction(round(share)))} % {faster} "
            f"than the {number(_rounded(other))} a day {period(first, last)}."
        ),
        rows=tuple(rows),
        series=(outer.series,),
        reports=(outer.id, inner.id),
        evidence=(*outer.evidence, *inner.evidence),
    )


def _ceiling(account: Account, report: Report) -> Fraction | None:
    """Give the most that a single day may have, by what is reported for its series."""
    found = [
        rate.charitable.high
        for rate in account.reports
        if rate.series == report.series and rate.per == "day" and rate.each_unit and rate.binds
    ]
    return min((end for end in found if end is not None), default=None)


def _written(report: Report) -> Fraction | None:
    """Give the number that a report's words name: the end, or the middle between two ends."""
    low, high = report.sharp
    if report.charitable.high is None:
        return low
    return None if low is None or high is None else (low + high) / 2


def _rounded(value: Fraction) -> Fraction:
    return Fraction(round(value)) if value >= 100 else value
