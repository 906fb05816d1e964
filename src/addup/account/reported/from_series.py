"""From what was grouped to an account: the dict that `addup.check` takes.

Beside what the account language asks for, the dict carries, for findings to quote:

    series     each with the `counted`, `event`, `scope` and `unit` of its figures
    reports    `document`, `start`, `end` and `text` of the figure's words; `low` and `high` (charitable) and
               `sharp`, both from the table of hedges; `figure`, its id in the reading. A claim that numbers
               rise or fall is a report with `trend` and no amount
    relations  {text, supposed, evidence}. Relations with flows are dated, because an undated one would speak
               of every single day; so are bounds that are no part and whole
    ask        the rests that follow from the relations and that nobody stated
    left_out   {document, figure, series, why}: figures that no constraint can be made of without guessing
               (see `addup.account.reported.placing`)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from addup.account.findings.rests import takes_parts
from addup.account.language.account import Report
from addup.account.language.expressions import (
    OF,
    Expression,
    Kind,
    Sense,
    Share,
    Term,
    read_relation,
    read_share,
    takes_more,
)
from addup.account.language.reports import Draft
from addup.account.language.values import read_number
from addup.account.language.wording import conversion
from addup.account.reported.dating import date_relation, date_share, named, settle
from addup.account.reported.placing import Placed, hull, place_all
from addup.account.result import plain
from addup.grouping.relations.trends import TrendClaim, find_trends
from addup.records import Evidence, Grouping, Series, iso
from addup.words import Convention, Interval, amount_meaning
from addup.words.hedges import half_of_last_digit


def account_of(
    grouping: Grouping,
    *,
    convention: Convention = "plain",
    places: Mapping[str, list[Placed]] | None = None,
) -> dict[str, Any]:
    """Make an account of series and the relations that their texts suggest.

    The result is plain data, for `addup.check` and for account files. `convention` says what vague words
    commit to; `places` are those that `place_all` gives, where somebody has them already.
    """
    return _account(grouping, convention, places or place_all(grouping), _report)


def account_to_check(
    grouping: Grouping, *, convention: Convention, places: Mapping[str, list[Placed]]
) -> dict[str, Any]:
    """Make the same account with its figures as drafts, so that nothing is written down only to be read."""
    return _account(grouping, convention, places, _draft)


def _account(
    grouping: Grouping,
    convention: Convention,
    places: Mapping[str, list[Placed]],
    report: Callable[[Placed, Series, str, int, Convention], object],
) -> dict[str, Any]:
    """Make an account, with the figures that bind as `report` gives each."""
    by_name = {series.name: series for series in grouping.series}
    placed, dated = _dated(grouping, places)
    bounds = [one for one in dated if not isinstance(one, Share)]
    ids = _ids(grouping)
    # Of equal numbers that one counts first of whom a source is named: a headline repeats what somebody said.
    binding = [
        (one, by_name[name])
        for name, members in placed.items()
        for one in sorted(members, key=lambda one: one.figure.said_by is None)
        if one.binds
    ]
    return {
        "convention": convention,
        "series": {series.name: _declared(series) for series in grouping.series},
        "reports": [
            *(
                report(one, series, ids[one.member.document, one.figure.id], index, convention)
                for index, (one, series) in enumerate(binding)
            ),
            *(_trend(index, claim, placed) for index, claim in enumerate(find_trends(grouping))),
        ],
        "relations": [
            {**relation.to_dict(), "text": _share_text(one) if isinstance(one, Share) else _text(*one)}
            for relation, one in zip(grouping.relations, dated, strict=True)
        ],
        "ask": list(dict.fromkeys(_rests_to_ask(bounds, grouping))),
        "left_out": [
            {"document": one.member.document, "figure": one.figure.id, "series": name, "why": one.why}
            for name, members in placed.items()
            for one in members
            if not one.binds
        ],
    }


def _dated(
    grouping: Grouping, places: Mapping[str, list[Placed]]
) -> tuple[dict[str, list[Placed]], list[tuple[Expression, Sense] | Share]]:
    """Give the figures with their days, and the relations, each with the days for which it is told."""
    kinds: dict[str, Kind] = {series.name: series.kind for series in grouping.series}
    read = [read_share(one.text, kinds) or read_relation(one.text, kinds) for one in grouping.relations]
    placed = settle(places, [one[0] for one in read if not isinstance(one, Share)], kinds)
    span = hull(one for members in placed.values() for one in members)
    return placed, [
        date_share(relation, one, placed, kinds, span)
        if isinstance(one, Share)
        else date_relation(relation, *one, placed, kinds, span)
        for relation, one in zip(grouping.relations, read, strict=True)
    ]


def _rests_to_ask(bounds: Sequence[tuple[Expression, Sense]], grouping: Grouping) -> Iterator[str]:
    """Give the rests that relations leave, but for those of vague words and of fewer parts."""
    vague = {series.name for series in grouping.series if _is_vague(series)}
    holding: dict[tuple[Term, Sense], list[Expression]] = {}
    for expression, sense in bounds:
        for term in set(expression.terms):
            holding.setdefault((term, sense), []).append(expression)
    for expression, sense in bounds:
        beside = holding[expression.terms[0], sense] if expression.terms else [one for one, _ in bounds]
        longer = any(takes_more(more, expression) for more in beside)
        if _leaves(expression, sense) and not longer and not named(expression) & vague:
            yield _rest(expression)


def _is_vague(series: Series) -> bool:
    """Tell whether a series has nothing but words like "several", which leave no rest worth asking for."""
    return all(member.figure.amount.bound == "vague" for member in series.members)


def _declared(series: Series) -> dict[str, Any]:
    return {
        "kind": series.kind,
        "counted": series.counted,
        "event": series.event,
        "scope": series.scope,
        "unit": series.unit,
    }


def _ids(grouping: Grouping) -> dict[tuple[str, str], str]:
    """Name reports by their figures, with the document where two documents have a figure of one name."""
    members = [member for series in grouping.series for member in series.members]
    uses = Counter(member.figure.id for member in members)
    return {
        (member.document, member.figure.id): member.figure.id
        if uses[member.figure.id] == 1
        else f"{member.document}:{member.figure.id}"
        for member in members
    }


def vague_reports(grouping: Grouping) -> frozenset[str]:
    """Name the reports of figures that are only words like "several"."""
    members = [member for series in grouping.series for member in series.members]
    vague = [member for member in members if member.figure.amount.bound == "vague"]
    ids = _ids(grouping) if vague else {}
    return frozenset(ids[member.document, member.figure.id] for member in vague)


def _text(expression: Expression, sense: Sense) -> str:
    """Write a relation in the account language: everything with a plus on its own side."""
    left = [_term(term) for term in expression.terms if term.factor > 0]
    right = [_term(term) for term in expression.terms if term.factor < 0]
    if expression.number:
        (left if expression.number > 0 else right).append(str(abs(expression.number)))
    return f"{' + '.join(left)} {sense} {' + '.join(right)}"


def _share_text(share: Share) -> str:
    """Write what a share says of a part and a whole in the account language."""
    part, own, whole = map(_term, share.terms)
    return f"{part} = {own} {OF} {whole}"


def _leaves(expression: Expression, sense: Sense) -> bool:
    """Tell whether a relation takes parts from a whole, so that it is worth asking what they leave."""
    return sense == "<=" and takes_parts(expression.terms)


def _rest(expression: Expression) -> str:
    """Write what the smaller side of a relation leaves of the larger one."""
    left = [_term(term) for term in expression.terms if term.factor < 0]
    right = [_term(term) for term in expression.terms if term.factor > 0]
    return " - ".join([" + ".join(left), *right])


def _term(term: Term) -> str:
    """Write a series with its days."""
    if term.first is None or term.last is None:
        return term.series
    first, last = date.fromordinal(term.first), date.fromordinal(term.last)
    return f"{term.series}@{last}" if first == last else f"{term.series} {first}..{last}"


def _draft(placed: Placed, series: Series, id: str, index: int, convention: Convention) -> Draft:
    """Make what is read of the report of a figure (see `_report`)."""
    figure, amount, span = placed.figure, placed.figure.amount, placed.figure.span
    charitable, sharp = _meanings(placed, convention)
    document = placed.member.document
    last = placed.last.toordinal() if placed.last else None
    first = last if series.kind != "flow" else placed.first.toordinal() if placed.first and last else None
    report = Report(
        index=index,
        id=id,
        series=series.name,
        first=first or 0,
        last=last or 0,
        given=(first is not None, last is not None),
        charitable=Interval(*map(_read, charitable)),
        sharp=Interval(*map(_read, sharp)),
        per=amount.per if placed.rate else None,  # type: ignore[arg-type] # a rate is one of UNITS
        each_unit=amount.bound in ("min", "max") and not placed.average,
        unit=amount.unit,
        source=figure.said_by,
        stance=figure.stance,
        words=span.text or None,
        converted=conversion(amount),
        counted=series.counted,
        evidence=(Evidence.of(document, span),) if document else (),
    )
    return Draft(report, first, last)


def _read(end: Fraction | None) -> Fraction | None:
    """Give an end as it is read where it was written down: a number with decimals as a float has them."""
    return end if end is None or end.denominator == 1 else read_number(float(end))


def _meanings(placed: Placed, convention: Convention) -> tuple[Interval, Interval]:
    """Give both intervals of a figure; of one that is the least of something only the lower ends."""
    meaning = amount_meaning(placed.figure.amount, convention=convention)
    if placed.least:
        return _open(meaning.charitable), _open(meaning.sharp)
    if placed.rate:
        return _averaged(meaning.charitable), _averaged(meaning.sharp)
    return meaning.charitable, meaning.charitable if placed.loose else meaning.sharp


def _averaged(interval: Interval) -> Interval:
    """Give an average with half a unit of its last digit on both sides: 3,902 in 28 days are "139 a day"."""
    low, high = interval
    if low is None or low != high or not low:
        return interval
    spread = half_of_last_digit(low)
    return Interval(low - spread, low + spread)


def _report(placed: Placed, series: Series, id: str, _index: int, convention: Convention) -> dict[str, Any]:
    """Write the report of a figure: `counted` is what its series counts, however the figure words it."""
    figure, amount = placed.figure, placed.figure.amount
    charitable, sharp = _meanings(placed, convention)
    low, high = _ends(charitable)
    return {
        "id": id,
        "series": series.name,
        **_days(placed, series.kind),
        "low": low,
        "high": high,
        "sharp": list(_ends(sharp)),
        "bound": "about" if placed.average else amount.bound,
        **({"per": amount.per} if placed.rate else {}),
        "unit": amount.unit,
        **({"converted": converted} if (converted := conversion(amount)) else {}),
        "counted": series.counted,
        "source": figure.said_by,
        "stance": figure.stance,
        "text": figure.span.text,
        "document": placed.member.document,
        "figure": figure.id,
        "start": figure.span.start,
        "end": figure.span.end,
    }


def _open(interval: Interval) -> Interval:
    """Keep the lower end alone."""
    return Interval(interval.low, None)


def _days(placed: Placed, kind: Kind) -> dict[str, str | None]:
    if kind != "flow":
        return {"on": iso(placed.last)} if placed.last else {}
    return {"from": iso(placed.first), "to": iso(placed.last)} if placed.last else {}


def _trend(index: int, claim: TrendClaim, placed: Mapping[str, Iterable[Placed]]) -> dict[str, Any]:
    """Write a claim that numbers rise or fall over the days that are known of its series."""
    first, last = hull(placed[claim.series])
    days = {"from": iso(first), "to": iso(last)} if first and last else {}
    return {
        "id": f"trend-{index + 1}",
        "series": claim.series,
        "trend": claim.direction,
        **days,
        "source": claim.figure.said_by,
        **claim.evidence.to_dict(),
    }


def _ends(interval: Interval) -> tuple[int | float | None, int | float | None]:
    return plain(interval.low), plain(interval.high)
