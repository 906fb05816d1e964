"""What people decided about series: it holds whatever the words suggest, and when more reports come.

A decision names series by figures in them, for names and clusters change as reports come. The series meant
is the one that holds most of these figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from addup.grouping.subjects.subject import Subject
from addup.records import Relation, Series

FigureId = tuple[str, str]
"""A figure: the id of its document, and its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision.

    merge   the series of `figures` and the series of `others` are one
    split   `figures` are a series of their own
    pin     `figures` belong to the series of `others`
    name    the series of `figures` is called `name`
    accept  the relation `name` holds, whether or not the words suggest it
    reject  the relation `name` does not hold, whatever the words suggest

    In a relation, {0}, {1} and so on stand for the series of the first, second and further of `figures`.
    """

    kind: Literal["merge", "split", "pin", "name", "accept", "reject"]
    figures: tuple[FigureId, ...]
    others: tuple[FigureId, ...] = ()
    name: str | None = None


def decide(clusters: Iterable[Sequence[Subject]], decisions: Iterable[Decision]) -> list[list[Subject]]:
    """Merge and part clusters as decided, one decision after the other."""
    decided = [list(cluster) for cluster in clusters]
    for decision in decisions:
        meant = set(decision.figures)
        home, other = _home(decided, decision.figures), _home(decided, decision.others)
        match decision.kind:
            case "merge" if home is not None and other is not None and home is not other:
                other += home
                home.clear()
            case "split":
                decided.append(_taken(decided, meant))
            case "pin" if other is not None:
                other += _taken(decided, meant - set(map(figure_of, other)))
            case _:
                pass  # names come later; what names figures that are no more changes nothing
    return [cluster for cluster in decided if cluster]


def decided_names(
    clusters: Sequence[Sequence[Subject]], names: Sequence[str], decisions: Iterable[Decision]
) -> list[str]:
    """Give the names of clusters, with those that people gave them; a name taken already is not given."""
    given = list(names)
    for decision in decisions:
        home = _home(clusters, decision.figures)
        if decision.kind == "name" and decision.name and home is not None and decision.name not in given:
            given[next(index for index, cluster in enumerate(clusters) if cluster is home)] = decision.name
    return given


def decided_relations(
    relations: Iterable[Relation], series: Sequence[Series], decisions: Iterable[Decision]
) -> tuple[Relation, ...]:
    """Give the relations that stand: those accepted are no longer supposed, those rejected are gone."""
    decided = {relation.text: relation for relation in relations}
    for decision, text in _on_relations(series, decisions):
        if decision.kind == "reject":
            decided.pop(text, None)
        else:
            suggested = decided.get(text)
            decided[text] = Relation(text, supposed=False, evidence=suggested.evidence if suggested else ())
    return tuple(decided.values())


def rejected_relations(series: Sequence[Series], decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Give the texts of the relations of which people said last that they do not hold."""
    last = {text: decision.kind for decision, text in _on_relations(series, decisions)}
    return tuple(text for text, kind in last.items() if kind == "reject")


def _on_relations(series: Sequence[Series], decisions: Iterable[Decision]) -> Iterator[tuple[Decision, str]]:
    """Give the decisions on relations, with the texts that these have now.

    What names figures that are no more changes nothing.
    """
    homes = {(member.document, member.figure.id): one.name for one in series for member in one.members}
    for decision in decisions:
        if (
            decision.kind in {"accept", "reject"}
            and decision.name
            and all(figure in homes for figure in decision.figures)
        ):
            yield decision, _filled(decision.name, [homes[figure] for figure in decision.figures])


def relation_decision(kind: Literal["accept", "reject"], text: str, series: Sequence[Series]) -> Decision:
    """Write down that a relation holds or does not, so that it is known again when series are renamed."""
    by_name = {one.name: one for one in series}
    template: str = text
    used: list[str] = []
    for name in sorted(by_name, key=lambda name: (-len(name), name)):
        if _whole_name(name).search(template):
            template = _whole_name(name).sub(f"{{{len(used)}}}", template)
            used.append(name)
    firsts = [by_name[name].members[0] for name in used]
    figures = tuple((member.document, member.figure.id) for member in firsts)
    return Decision(kind=kind, figures=figures, name=template)


def _whole_name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w{{]){re.escape(name)}(?![\w}}])")


def _filled(template: str, names: Sequence[str]) -> str:
    return re.sub(r"\{(\d+)\}", lambda found: names[int(found[1])], template)


def figure_of(subject: Subject) -> FigureId:
    """Name the figure of a subject."""
    return subject.document, subject.figure.id


_Cluster = TypeVar("_Cluster", bound=Sequence[Subject])


def _home(clusters: Iterable[_Cluster], figures: Iterable[FigureId]) -> _Cluster | None:
    """Give the cluster that holds most of some figures, the first of several."""
    meant = set(figures)
    held = [(sum(figure_of(one) in meant for one in cluster), cluster) for cluster in clusters]
    most = max((count for count, _ in held), default=0)
    return next((cluster for count, cluster in held if count == most), None) if most else None


def _taken(clusters: Iterable[list[Subject]], figures: set[FigureId]) -> list[Subject]:
    """Take figures out of their clusters."""
    taken: list[Subject] = []
    for cluster in clusters:
        taken += [one for one in cluster if figure_of(one) in figures]
        cluster[:] = [one for one in cluster if figure_of(one) not in figures]
    return taken
