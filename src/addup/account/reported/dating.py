"""The days of relations between series: a relation with flows is no claim about every single day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from addup.account.language.expressions import Expression, Kind, Sense, Share, Term
from addup.account.reported.placing import Placed, begin, hull
from addup.records import Relation


def settle(
    placed: Mapping[str, list[Placed]], relations: Sequence[Expression], kinds: Mapping[str, Kind]
) -> dict[str, list[Placed]]:
    """Give flows without a beginning the earliest day named for anything that they are related to."""
    settled = dict(placed)
    related: dict[str, set[str]] = {}
    for names in map(named, relations):
        for name in names:
            related.setdefault(name, set()).update(names)
    for name, members in placed.items():
        if kinds[name] != "flow":
            continue
        beside = {name} | related.get(name, set())
        firsts = [one.figure.period.first for other in beside for one in placed[other] if one.binds]
        last = hull(members)[1]
        first = min((day for day in firsts if day), default=last)
        settled[name] = begin(members, first) if first else members
    return settled


def date_relation(
    relation: Relation,
    expression: Expression,
    sense: Sense,
    placed: Mapping[str, list[Placed]],
    kinds: Mapping[str, Kind],
    span: tuple[date | None, date | None],
) -> tuple[Expression, Sense]:
    """Date a relation that would say too much if it held for every single day.

    Each series takes the days for which it was told in the reports that suggest the relation. What was told
    without days is told of the whole account, from its first day to its last; without any day at all there
    is nothing to date.
    """
    flows = [term.series for term in expression.terms if kinds[term.series] == "flow"]
    smaller = sum(term.factor > 0 for term in expression.terms)
    larger = len(expression.terms) - smaller
    part_and_whole = not flows and (min(smaller, larger) if sense == "=" else larger) == 1
    documents = {evidence.document for evidence in relation.evidence}
    days = {name: hull(_told_in(documents, placed[name])) for name in named(expression)}
    lasts = {last for _, last in days.values() if last}
    # A whole and its parts that one report tells for several days are meant to be compared all the same.
    apart = len(lasts) > 1 and "level" in {kinds[name] for name in days}
    if (part_and_whole and not apart) or span[1] is None:
        return expression, sense
    first = min((days[name][0] for name in flows if days[name][0]), default=span[0])  # type: ignore[type-var]
    terms = tuple(
        _on_days(term, first if term.series in flows else None, days[term.series][1] or span[1])
        for term in expression.terms
    )
    return Expression(terms, expression.number), sense


def date_share(
    relation: Relation,
    share: Share,
    placed: Mapping[str, list[Placed]],
    kinds: Mapping[str, Kind],
    span: tuple[date | None, date | None],
) -> Share:
    """Date a share, its part and its whole, each by its figure among the words that suggest the relation."""
    if span[1] is None:
        return share
    spans = {piece.place for piece in relation.evidence}
    dated = []
    for term in share.terms:
        members = placed[term.series]
        told = [one for one in members if (one.member.document, *_ends(one)) in spans]
        first, last = hull(told or members)
        dated.append(_on_days(term, first if kinds[term.series] == "flow" else None, last or span[1]))
    return Share(*dated)


def _ends(placed: Placed) -> tuple[int, int]:
    return placed.figure.span.start, placed.figure.span.end


def named(expression: Expression) -> set[str]:
    """Give the series of an expression."""
    return {term.series for term in expression.terms}


def _told_in(documents: set[str], placed: Sequence[Placed]) -> list[Placed]:
    """Give the figures that some documents tell; all, if they tell none."""
    return [one for one in placed if one.binds and one.member.document in documents] or list(placed)


def _on_days(term: Term, first: date | None, last: date | None) -> Term:
    """Date a term: on the evening of `last`, or from `first` to `last`."""
    assert last is not None
    return Term(term.factor, term.series, (first or last).toordinal(), last.toordinal())
