"""Which things are shown together, and in which order: the same for the terminal and for the page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from addup.account import Answer, Result
from addup.records import Finding, FindingKind, Grouping, Member, Period, Reading, Relation, Series
from addup.report import words

# The order in which a reader needs to know.
WEIGHT: Mapping[FindingKind, int] = {
    "conflict": 0,
    "tension": 1,
    "disputed": 2,
    "revised": 3,
    "mismatch": 4,
    "lookalike": 5,
    "trend": 6,
    "implied": 7,
    "unanswered": 8,
    "expected": 9,
}
# What such a finding says of the figures above it, in the corner of their block.
VERDICT: Mapping[FindingKind, str] = {
    "conflict": "does not add up",
    "tension": "hardly adds up",
    "disputed": "disputed",
    "revised": "revised",
    "mismatch": "not comparable",
    "lookalike": "same number, other thing",
}
# Findings that speak of the report as a whole rather than of how its figures fit together.
APART: tuple[FindingKind, ...] = ("unanswered", "expected")
# Findings that say that series have nothing to do with each other must not bring them together.
PARTING: tuple[FindingKind, ...] = ("mismatch", "lookalike", *APART)

MOST_NAMED = 4
"""Series named in the heading of a block."""


@dataclass(frozen=True, slots=True)
class Block:
    """Series that hang together through relations and findings, and what is to be said of them."""

    series: tuple[Series, ...]
    relations: tuple[Relation, ...]
    findings: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    verdict: str

    @property
    def place(self) -> str:
        """The place that all series share, "" if they do not."""
        scopes = {series.scope for series in self.series}
        return words.plain(scopes.pop() or "") if len(scopes) == 1 else ""

    @property
    def title(self) -> str:
        """The subjects of the series, and the place if it is one."""
        # "called up, of those present" is a part of "called up"
        subjects = list(dict.fromkeys(subject(series).split(", ")[0] for series in self.series))
        if len(subjects) > MOST_NAMED:
            more = len(subjects) - MOST_NAMED + 1
            subjects = [*subjects[: MOST_NAMED - 1], f"and {more} more"]
        if len(self.series) == 1:
            return words.plain(self.series[0].name)
        return ", ".join([*subjects, self.place] if self.place else subjects)

    def name_of(self, series: Series, *, after: Series | None = None) -> str:
        """Name a series in the list of figures: without its place where the heading has it.

        A part that stands right `after` its whole is named by what makes it a part.
        """
        name = subject(series) if self.place else words.plain(series.name)
        opening = f"{subject(after)}, of those " if after else ""
        return f"  of those {name.removeprefix(opening)}" if opening and name.startswith(opening) else name

    def shorten(self, text: str) -> str:
        """Leave out the places of series in what is said below the list, unless they tell them apart."""
        subjects = [subject(series) for series in self.series]
        for series in sorted(self.series, key=lambda one: -len(one.name)):
            if subjects.count(subject(series)) == 1:
                text = text.replace(words.plain(series.name), subject(series))
        return text

    @property
    def members(self) -> tuple[Member, ...]:
        """The figures of all series, series by series."""
        return tuple(member for series in self.series for member in series.members)

    @property
    def lone(self) -> bool:
        """Whether there is nothing to be said but the one figure itself."""
        return len(self.members) < 2 and not (self.relations or self.findings or self.answers)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A whole report in the order of showing: blocks, findings without series, and lone figures."""

    blocks: tuple[Block, ...]
    general: tuple[Finding, ...]
    apart: tuple[Finding, ...]
    lone: tuple[Member, ...]


def arrange(reading: Reading, grouping: Grouping, result: Result) -> Arrangement:
    """Put together what belongs together, the most important first.

    A figure that the grouping left out is shown among the lone ones: nothing is hidden.
    """
    placed = _placed(grouping, result)
    own = [finding for finding in result.findings if finding.kind in APART]
    blocks = sorted(_blocks(grouping, placed, result.asked, own), key=_rank)
    shown = {key(member) for block in blocks if not block.lone for member in block.members}
    alone = {key(member): member for block in blocks if block.lone for member in block.members}
    members = (Member(reading.document.id, figure) for figure in reading.figures)
    general = [finding for finding, names in placed if not names]
    return Arrangement(
        blocks=tuple(block for block in blocks if not block.lone),
        general=tuple(sorted(general, key=weight)),
        apart=tuple(own),
        lone=tuple(alone.get(key(member), member) for member in members if key(member) not in shown),
    )


def subject(series: Series) -> str:
    """Give what a series is about, without its place."""
    return words.plain(series.name.removesuffix(f", {series.scope}"))


def key(member: Member) -> tuple[str, str]:
    """Name a figure among those of all documents."""
    return member.document, member.figure.id


def weight(finding: Finding) -> int:
    """Give a finding's place in the order of importance, 0 the first."""
    return WEIGHT[finding.kind]


def _rank(block: Block) -> tuple[int, int]:
    first = min((member.figure.span.start for member in block.members), default=0)
    return min((weight(finding) for finding in block.findings), default=len(WEIGHT)), first


def _placed(grouping: Grouping, result: Result) -> list[tuple[Finding, tuple[str, ...]]]:
    """Find for every finding the series that it concerns."""
    by_name = {key: series.id for series in grouping.series for key in (series.name, series.id)}
    placed = []
    for finding in result.findings:
        if finding.kind not in APART:
            named = [by_name[name] for name in finding.series if name in by_name]
            ids = dict.fromkeys(named or _by_report(grouping, finding))
            placed.append((finding, tuple(ids)))
    return placed


def _by_report(grouping: Grouping, finding: Finding) -> list[str]:
    """Find the series through the figures that a finding rests on, where it names none."""
    wanted = set(finding.reports)
    return [
        series.id
        for series in grouping.series
        if any(member.figure.id in wanted for member in series.members)
    ]


def _blocks(
    grouping: Grouping,
    placed: Iterable[tuple[Finding, tuple[str, ...]]],
    asked: Iterable[Answer],
    apart: Iterable[Finding],
) -> list[Block]:
    """Join series through relations and findings, and give each block what concerns it."""
    related = [(relation, _named(relation.text, grouping)) for relation in grouping.relations]
    told = [set(ids) for _, ids in placed]
    answers = [(answer, _named(answer.ask, grouping)) for answer in asked]
    stated = {series.id for series in grouping.series if _stated(series)}
    answers = [
        (answer, ids)
        for answer, ids in answers
        if _bounds(answer) and set(ids) <= stated and not any(set(ids) <= one for one in told)
    ]
    links = [ids for _, ids in (*related, *answers)]
    links += [ids for finding, ids in placed if finding.kind not in PARTING]
    links += _events(grouping)
    root = _joined([series.id for series in grouping.series], links)
    open_ones = {name for finding in apart if finding.kind == "unanswered" for name in finding.reports}
    groups: dict[str, list[Series]] = {}
    for series in grouping.series:
        groups.setdefault(root[series.id], []).append(series)
    return [
        _block(
            group,
            [relation for relation, ids in related if ids and root[ids[0]] == name],
            [finding for finding, ids in placed if ids and root[ids[0]] == name],
            [answer for answer, ids in answers if ids and root[ids[0]] == name],
            open_ones,
        )
        for name, group in groups.items()
    ]


def _bounds(answer: Answer) -> bool:
    """Whether an answer says more than that nothing is negative."""
    return bool(answer.low) or answer.high is not None


def _stated(series: Series, *, without: Collection[str] = ()) -> int:
    """Count the figures that hold anybody to anything: what is denied or expected does not."""
    return sum(
        member.figure.stance == "stated" and member.figure.id not in without for member in series.members
    )


def _named(text: str, grouping: Grouping) -> tuple[str, ...]:
    """Find the series that a relation or a question names: at each place the longest name that fits."""
    ids = {series.name: series.id for series in grouping.series if series.name}
    if not ids:
        return ()
    names = "|".join(re.escape(name) for name in sorted(ids, key=lambda name: (-len(name), name)))
    found = re.findall(rf"(?<!\w)(?:{names})(?!\w)", text)
    return tuple(dict.fromkeys(ids[name] for name in found))


def _events(grouping: Grouping) -> list[tuple[str, ...]]:
    """Bring tolls of one day and place together: killed, injured and missing in one event."""
    events: dict[tuple[str, str, Period], list[str]] = {}
    for series in grouping.series:
        if series.kind == "toll" and series.scope and series.members:
            first = series.members[0]
            if first.figure.period.known:
                event = (first.document, series.scope, first.figure.period)
                events.setdefault(event, []).append(series.id)
    return [tuple(ids) for ids in events.values()]


def _joined(names: list[str], links: list[tuple[str, ...]]) -> dict[str, str]:
    """Give every name the first name of the group that the links make."""
    root = {name: name for name in names}
    for link in links:
        if len(link) > 1:
            merged = {root[name] for name in link}
            first = next(name for name in names if root[name] in merged)
            root = {name: root[first] if old in merged else old for name, old in root.items()}
    return root


def _block(
    series: list[Series],
    relations: list[Relation],
    findings: list[Finding],
    answers: list[Answer],
    open_ones: Collection[str],
) -> Block:
    ordered = tuple(sorted(findings, key=weight))
    kinds = [finding.kind for finding in ordered if finding.kind in VERDICT]
    held = [_stated(one, without=open_ones) for one in series]
    compared = (bool(relations or findings) and sum(held) > 1) or any(count > 1 for count in held)
    waits = sum(held) < sum(map(_stated, series))
    verdict = VERDICT[kinds[0]] if kinds else "adds up" if compared else "left open" if waits else ""
    return Block(_parts_behind(series), tuple(relations), ordered, tuple(answers), verdict)


def _parts_behind(series: Sequence[Series]) -> tuple[Series, ...]:
    """Put the parts of a whole behind it: "called up, of those present" behind "called up"."""
    homes = {one.id: next((other for other in series if _is_part(one, other)), None) for one in series}
    ordered: list[Series] = []
    for one in series:
        if homes[one.id] is None:
            ordered += [one, *(part for part in series if homes[part.id] == one)]
    return tuple(ordered)


def _is_part(part: Series, whole: Series) -> bool:
    return subject(part).startswith(f"{subject(whole)}, of those ") and ", of those " not in subject(whole)
