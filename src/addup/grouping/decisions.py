"""What people decided about series: it holds whatever the words suggest, and when more reports come.

A decision names series by figures in them, for names and clusters change as reports come. The series meant
is the one that holds most of these figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from addup.grouping.subjects import Subject

FigureId = tuple[str, str]
"""A figure: the id of its document, and its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision.

    merge   the series of `figures` and the series of `others` are one
    split   `figures` are a series of their own
    pin     `figures` belong to the series of `others`
    name    the series of `figures` is called `name`
    """

    kind: Literal["merge", "split", "pin", "name"]
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


def figure_of(subject: Subject) -> FigureId:
    """Name the figure of a subject."""
    return subject.member.document, subject.figure.id


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
