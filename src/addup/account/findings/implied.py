"""What follows from an account though nobody stated it: rests, rates, and levels between flows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from addup.account.findings.arguments import bound_row
from addup.account.language.account import Account, Relation, Report, once_each
from addup.account.language.expressions import Expression, Term, takes_more
from addup.account.language.wording import amount, few_digits, number, period, whole
from addup.account.solving.corrections import corrected
from addup.account.solving.network import Bound
from addup.account.solving.parts import UNKNOWN, Parts
from addup.records import Finding
from addup.words import Interval


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may follow: its name, the expression, and the days that a rate would count by."""

    name: str
    expression: Expression
    days: int = 0

    @property
    def last(self) -> int:
        """The last day that it is about."""
        return max(term.last or 0 for term in self.expression.terms)


def implied(parts: Parts, sharp: Parts | None, *, most: int) -> Iterator[Finding]:
    """Tell what follows, as said (the sharp reading, if the account allows it) and at the widest.

    No more than `most` things are looked at, those of the latest days.
    """
    account = parts.account
    candidates = [*_rests_of_flows(account), *_rests_of_relations(account), *_fed_levels(account)]
    found = list(_unique(candidates))
    if len(found) > most:
        latest = set(sorted(range(len(found)), key=lambda place: (-found[place].last, place))[:most])
        found = [candidate for place, candidate in enumerate(found) if place in latest]
    expressions = [candidate.expression for candidate in found]
    widest = parts.bounds(expressions)
    said = sharp.bounds(expressions) if sharp else [UNKNOWN] * len(found)
    for candidate, (low, high), sharply in zip(found, widest, said, strict=True):
        if low.value or high.value is not None:
            yield _finding(account, candidate, (low, high), sharply)


def _finding(
    account: Account, candidate: Candidate, widest: tuple[Bound, Bound], said: tuple[Bound, Bound]
) -> Finding:
    low, high = widest
    interval = Interval(low.value, high.value)
    sharply = Interval(said[0].value, said[1].value)
    about = [report for report in account.reports if report.series in _series(candidate.expression)]
    unit = next((report.unit for report in about if report.unit), None)
    if not unit and any(report.counted for report in about):
        interval, sharply = whole(interval), whole(sharply)
    text = f"{candidate.name}: {amount(interval, unit=unit)}"
    if sharply not in (interval, Interval(None, None)):
        widely = amount(interval, unit=unit)
        text = f"{candidate.name}: {amount(sharply, unit=unit)} as said, {widely} at the widest"
    if candidate.days > 1:
        rate = amount(_over(interval, candidate.days), unit=unit)
        text += f"; {rate} a day over {candidate.days} days"
    rows = [bound_row(account, candidate.name, bound, low=bound is low) for bound in widest]
    used = {use.row.owner for bound in widest for use in bound.used if use.row.owner >= 0}
    count = len(account.reports)
    reports = [account.reports[owner] for owner in sorted(used) if owner < count]
    return Finding(
        kind="implied",
        text=text + ".",
        rows=tuple(row for row in rows if row),
        series=_series(candidate.expression),
        reports=tuple(report.id for report in reports),
        relations=tuple(owner - count for owner in sorted(used) if owner >= count),
        evidence=tuple(piece for report in reports for piece in report.evidence),
    )


def _series(expression: Expression) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.series for term in expression.terms))


def _over(interval: Interval, days: int) -> Interval:
    """Divide by days, to no more digits than are read."""

    def rate(end: Fraction | None) -> Fraction | None:
        if end is None:
            return None
        each = end / days
        return few_digits(each)

    return Interval(*(rate(end) for end in interval))


def _unique(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Leave out what is asked twice, and what the account asks by itself."""
    seen: set[Expression] = set()
    for candidate in candidates:
        if candidate.expression not in seen:
            seen.add(candidate.expression)
            yield candidate


@once_each
def standing_totals(account: Account) -> Sequence[Report]:
    """Give the reports that bind a series itself on known days and are not corrected."""
    taken_back = corrected(account, "charitable")
    return [
        report
        for report in account.reports
        if report.binds
        and report.total
        and not report.per
        and report.dated
        and report.index not in taken_back
    ]


def nested(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Pair each period of a flow with the shortest longer one that begins or ends with it."""
    by_end: dict[tuple[str, int], list[Report]] = {}
    for report in sorted(reports, key=lambda report: (_days(report), report.index)):
        by_end.setdefault(("first", report.first), []).append(report)
        by_end.setdefault(("last", report.last), []).append(report)
    for inner in reports:
        around = []
        for group in (by_end["first", inner.first], by_end["last", inner.last]):
            place = bisect_right(group, _days(inner), key=_days)
            around += group[place : place + 1]
        if around:
            yield min(around, key=lambda outer: (_days(outer), outer.index)), inner


def nested_in_flows(account: Account) -> Iterator[tuple[Report, Report]]:
    """Give such pairs of totals of each series that counts what is new each day."""
    totals = standing_totals(account)
    for name, declared in account.series.items():
        if declared.kind == "flow":
            yield from nested([report for report in totals if report.series == name])


def _days(report: Report) -> int:
    return report.last - report.first + 1


def _rests_of_flows(account: Account) -> Iterator[Candidate]:
    """Take a part of a period from the whole: so many in the other days."""
    for outer, inner in nested_in_flows(account):
        name, starts = outer.series, inner.first == outer.first
        first, last = (inner.last + 1, outer.last) if starts else (outer.first, inner.first - 1)
        expression = Expression((Term(Fraction(1), name, first, last),))
        yield Candidate(f"{name}, {period(first, last)}", expression, last - first + 1)


def _rests_of_relations(account: Account) -> Iterator[Candidate]:
    """Take the parts from the whole on the days on which both are reported."""
    totals = standing_totals(account)
    open_ended = [
        relation
        for relation in account.relations
        if not any(term.dated for term in relation.expression.terms) and not relation.expression.number
    ]
    for relation in open_ended:
        terms = relation.expression.terms
        longer = [other for other in open_ended if other.sense == relation.sense == "<="]
        if any(takes_more(other.expression, relation.expression) for other in longer):
            continue
        series = {term.series for term in terms}
        days: dict[tuple[int, int], set[str]] = {}
        for report in totals:
            if report.series in series:
                first = report.first if account.series[report.series].kind == "flow" else report.last
                days.setdefault((first, report.last), set()).add(report.series)
        for (first, last), named in sorted(days.items()):
            yield from _rest(account, relation, first, last, named)


def _rest(
    account: Account, relation: Relation, first: int, last: int, named: set[str]
) -> Iterator[Candidate]:
    """Ask for what is left over on one day, or for the one term that nobody reports on it."""
    terms = relation.expression.terms
    when = period(first, last)
    dated = [Term(term.factor, term.series, first, last) for term in terms]
    if relation.sense != "=":
        sign = -1 if relation.sense == "<=" else 1
        kinds = {account.series[term.series].kind for term in terms}
        if len(kinds) == 1 and _has_part(relation, named):
            yield from _whole_of_parts(account, dated, sign, when)
            rest = tuple(Term(term.factor * sign, term.series, first, last) for term in dated)
            name = " − ".join([*_named(rest, positive=True), *_named(rest, positive=False)])
            yield Candidate(f"{name}, {when}" if when else name, Expression(rest))
        return
    missing = [term for term in dated if term.series not in named]
    if len(missing) == 1 and len(terms) > 1:
        name = missing[0].series
        expression = Expression((Term(Fraction(1), name, first, last),))
        yield Candidate(f"{name}, {when}" if when else name, expression)


def _whole_of_parts(account: Account, dated: Sequence[Term], sign: int, when: str) -> Iterator[Candidate]:
    """Ask for a whole whose parts, of which there are several, already come to more than was said of it."""
    wholes, parts = ([term for term in dated if (term.factor * sign > 0) is side] for side in (True, False))
    if len(wholes) != 1 or len(parts) < 2:
        return
    said = [_least_said(account, term) for term in parts]
    if None not in said and sum(said) > (_least_said(account, wholes[0]) or 0):  # type: ignore[arg-type]
        whole = Term(Fraction(1), wholes[0].series, wholes[0].first, wholes[0].last)
        yield Candidate(f"{whole.series}, {when}" if when else whole.series, Expression((whole,)))


def _least_said(account: Account, term: Term) -> Fraction | None:
    """Give the largest number that reports give a term for its last day as the least, or exactly."""
    lows = [
        report.sharp.low
        for report in standing_totals(account)
        if report.series == term.series and report.last == term.last and report.sharp.low is not None
    ]
    return max(lows, default=None)


def _has_part(relation: Relation, named: set[str]) -> bool:
    """Whether a part is reported: a term on the smaller side of the relation."""
    sign = 1 if relation.sense == "<=" else -1
    return any(term.factor * sign > 0 and term.series in named for term in relation.expression.terms)


def _named(terms: Sequence[Term], *, positive: bool) -> list[str]:
    """Name the terms of one sign."""
    return [
        term.series if abs(term.factor) == 1 else f"{number(abs(term.factor))} × {term.series}"
        for term in terms
        if (term.factor > 0) == positive
    ]


def _fed_levels(account: Account) -> Iterator[Candidate]:
    """Ask for a level on the last day of a period whose flows in or out are reported."""
    totals = standing_totals(account)
    for name, declared in account.series.items():
        flows = {*declared.inflows, *declared.outflows}
        reported = {report.last for report in totals if report.series == name}
        days = sorted({report.last for report in totals if report.series in flows} - reported)
        for day in days:
            yield Candidate(f"{name}, {period(day, day)}", Expression((Term(Fraction(1), name, day, day),)))
