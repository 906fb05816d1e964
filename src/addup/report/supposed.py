"""Relations in plain words: "supposed: 41 and 9 of the 60 (“of them”)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from addup.account.language.expressions import ExpressionError, read_relation, read_share
from addup.records import Evidence, Grouping, Relation, Series
from addup.report import words
from addup.report.arrange import Block, subject

LONGEST = 60
"""Longest quote of the words that suggest a relation, in characters."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """The series of a relation, the parts and what they are of; `equal` says that nothing is left."""

    relation: Relation
    parts: tuple[str, ...]
    wholes: tuple[str, ...]
    equal: bool


def suppositions(block: Block, grouping: Grouping) -> Iterator[str]:
    """Write the relations of a block, one line each, with the words that suggest them.

    Of parts that a longer list of parts holds, only the list is told.
    """
    by_name = {series.name: series for series in grouping.series}
    read = [_sides(relation, by_name) for relation in block.relations]
    sides = [one for one in read if isinstance(one, _Sides)]
    for one in read:
        if isinstance(one, Relation):
            said = _share(one, by_name) or words.formula(block.shorten(one.text))
            yield f"{_label(one)}: {said}{_quotes(one.evidence, block)}"
        elif not any(_holds(other, one) for other in sides):
            yield f"{_label(one.relation)}: {_said(one, by_name)}{_quotes(one.relation.evidence, block)}"


def _sides(relation: Relation, by_name: dict[str, Series]) -> _Sides | Relation:
    """Part a relation into its two sides; one that is more than a sum of names stays as it is."""
    try:
        expression, sense = read_relation(relation.text, {name: one.kind for name, one in by_name.items()})
    except ExpressionError:
        return relation
    plain = all(abs(term.factor) == 1 for term in expression.terms) and not expression.number
    less = tuple(term.series for term in expression.terms if term.factor > 0)
    more = tuple(term.series for term in expression.terms if term.factor < 0)
    if not plain or sense == ">=" or not (less and more):
        return relation
    return _Sides(relation, more, less, True) if sense == "=" else _Sides(relation, less, more, False)


def _share(relation: Relation, by_name: dict[str, Series]) -> str | None:
    """Say what a share makes of a whole: "2.4 million are 61 percent of the 5.2 million"."""
    try:
        share = read_share(relation.text, {name: one.kind for name, one in by_name.items()})
    except ExpressionError:
        return None
    if share is None:
        return None
    part, percent = _number(by_name[share.part.series]), _number(by_name[share.share.series])
    return f"{part} = {percent} of {_number(by_name[share.whole.series], whole=True)}"


def _holds(longer: _Sides, shorter: _Sides) -> bool:
    return longer.wholes == shorter.wholes and set(shorter.parts) < set(longer.parts)


def _said(sides: _Sides, by_name: dict[str, Series]) -> str:
    """Say a relation with the numbers of its series, or with their names where they have several."""
    parts = [_number(by_name[name]) for name in sides.parts]
    wholes = [_number(by_name[name], whole=True) for name in sides.wholes]
    listed = words.join(parts)
    if sides.equal:
        return f"{words.join(wholes)} {'are' if len(wholes) > 1 else 'is'} {listed} together"
    if len(wholes) > 1:
        return f"all of {listed} within {' + '.join(wholes)}"
    return f"{listed} of {wholes[0]}"


def _number(series: Series, *, whole: bool = False) -> str:
    """Give the one amount of a series as it was said, a whole without its hedge; else the series' name."""
    if len(series.members) != 1:
        return f"“{subject(series)}”"
    amount = series.members[0].figure.amount
    return f"the {words.plain(amount.number.text)}" if whole else words.said(series.members[0].figure)


def _label(relation: Relation) -> str:
    return "supposed" if relation.supposed else "given"


def _quotes(evidence: Sequence[Evidence], block: Block) -> str:
    """Quote the words that suggest a relation; those of the figures themselves only for want of others."""
    said = [piece for piece in evidence if not _in_a_figure(piece, block)]
    quotes = dict.fromkeys(words.short(words.plain(piece.text), LONGEST) for piece in said or evidence)
    return f" ({', '.join(f'“{quote}”' for quote in quotes)})" if quotes else ""


def _in_a_figure(piece: Evidence, block: Block) -> bool:
    return any(
        member.document == piece.document
        and member.figure.span.start <= piece.start
        and piece.end <= member.figure.span.end
        for member in block.members
    )
