"""What reports say of two numbers at once: one that was changed, and two that cannot be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from addup.account.reported.as_of import takes_back
from addup.account.reported.placing import BEFORE, Placed
from addup.grouping.nouns import noun_group
from addup.grouping.subjects.families import family_of, is_at_risk
from addup.grouping.subjects.timing import counts_all
from addup.records import Evidence, Figure, Finding, Grouping, Member, Period, Series

_NEW = re.compile(r"\b(?:new|fresh|additional|further)\b", re.IGNORECASE)
_CORRECTED = re.compile(r"\b(?:revis|correct|mistak|miscount|erroneous|in error)", re.IGNORECASE)
_SHOWN = 2
"""Figures of each of two series that are quoted where they are not compared: ten would hide what is meant."""
_APART = (
    ("household", "person", "households against persons"),
    ("household", "child", "households against persons"),
    ("home", "person", "homes against persons"),
)


def comparing_findings(grouping: Grouping, placed: Mapping[str, Sequence[Placed]]) -> Iterator[Finding]:
    """Tell which numbers reports say were changed, and which look comparable and are not.

    `placed` are the figures of the series with their days, as `place_all` gives them.
    """
    texts = {reading.document.id: reading.document.text for reading in grouping.readings}
    for series in grouping.series:
        if series.kind == "toll":
            yield from _changed(series, placed[series.name], texts)
    for series in grouping.series:
        yield from _new_beside_all(series, texts)
    by_name = {series.name: series for series in grouping.series}
    for name, series in by_name.items():
        cumulative = by_name.get(name.removeprefix("new "), series)
        if cumulative is not series:
            yield _apart(series, cumulative, "new against all so far")
    alike: dict[tuple[str, str | None], list[Series]] = {}
    for series in grouping.series:
        family = family_of(series.event, series.counted)
        if family is not None:
            alike.setdefault((family.name, series.scope), []).append(series)
    for group in alike.values():
        for one, other in combinations(group, 2):
            yield from _incomparable(one, other)
    yield from _at_risk(grouping.series)


def _at_risk(all_series: Sequence[Series]) -> Iterator[Finding]:
    """Set jobs that somebody sees at risk beside those that a report says are to go."""
    lost = [series for series in all_series if _family(series) == "dismissed_from_work"]
    for at_risk in (series for series in lost if is_at_risk(series.event)):
        told = {member.document for member in at_risk.members}
        beside = [
            series
            for series in lost
            if not is_at_risk(series.event) and told & {member.document for member in series.members}
        ]
        if beside:
            most = max(beside, key=lambda series: max(_least(member) for member in series.members))
            yield _apart(at_risk, most, "what may be lost against what is to go")


def _family(series: Series) -> str | None:
    counted = series.members[0].figure.counted
    family = family_of(series.event, counted.head if counted else None)
    return family.name if family else None


def _least(member: Member) -> float:
    return float(member.figure.amount.low or member.figure.amount.high or 0)


def _new_beside_all(series: Series, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Tell where a series holds new ones beside all so far: two counts that are never compared."""
    if series.kind != "flow":
        return
    new = [
        member
        for member in series.members
        if _NEW.search(member.figure.span.text) and not member.figure.amount.per
    ]
    if not new:
        return
    totals = [member for member in series.members if counts_all(member.figure, texts[member.document])]
    new = [member for member in new if member not in totals]
    if new and totals:
        members = [*new, *totals]
        quoted = [", ".join(f"“{member.figure.span.text}”" for member in group) for group in (new, totals)]
        yield Finding(
            kind="mismatch",
            text=f"{quoted[0]} and {quoted[1]} are not compared: new against all so far.",
            series=(series.name,),
            reports=tuple(member.figure.id for member in members),
            evidence=tuple(map(evidence_of, members)),
        )


def _changed(series: Series, placed: Sequence[Placed], texts: Mapping[str, str]) -> Iterator[Finding]:
    """Tell of a toll that its source moved within one sentence, or took back in a later report."""
    for before in (one for one in placed if one.why == BEFORE):
        standing = [one for one in placed if one.binds]
        beside = [one for one in standing if _one_sentence(one, before)]
        after = next(iter(beside or [one for one in standing if takes_back(one.figure)]), None)
        if after is None or not _taken_back(before, after, texts[before.member.document]):
            continue
        source = after.figure.source or before.figure.source
        who = (source.name or source.text) if source else "The report"
        yield Finding(
            kind="revised",
            text=f"{who} moved {series.name} from {_said(before.figure)} to {_said(after.figure)}.",
            series=(series.name,),
            reports=(after.figure.id,),
            evidence=(evidence_of(before.member), evidence_of(after.member)),
        )


def _said(figure: Figure) -> str:
    """Write a figure as within a sentence, which its hedge or number may have begun: "at least 43 people"."""
    text, amount = figure.span.text, figure.amount
    opens = text.lower().startswith((amount.hedge or amount.number.text).lower())
    return f"{text[0].lower()}{text[1:]}" if opens else text


def _taken_back(before: Placed, after: Placed, text: str) -> bool:
    """Tell whether a number was taken back: it fell, or was corrected. A toll that grows was not.

    Counts of two stretches of days are each of their own: 19 in the past week, 38 in the one before.
    """
    if _of_other_days(before.figure.period, after.figure.period):
        return False
    least, most = before.figure.amount.low, after.figure.amount.high
    fell = least is not None and most is not None and most < least
    return fell or bool(_CORRECTED.search(text, *after.figure.sentence))


def _of_other_days(one: Period, other: Period) -> bool:
    """Tell whether two figures are of stretches of days without a day in common."""
    return one.meets(other) is False and one.first != one.last and other.first != other.last


def _one_sentence(one: Placed, other: Placed) -> bool:
    return one.member.document == other.member.document and one.figure.sentence == other.figure.sentence


def evidence_of(member: Member) -> Evidence:
    """Point at the words of a figure."""
    return Evidence.of(member.document, member.figure.span)


def _incomparable(one: Series, other: Series) -> Iterator[Finding]:
    """Tell of two series of one event and place that count different things."""
    reason = _reason(one, other)
    if reason:
        yield _apart(one, other, reason)


def _apart(one: Series, other: Series, reason: str) -> Finding:
    """Say why two series are not compared, with some figures of each: best those that one report gives."""
    beside = {member.document for member in one.members} & {member.document for member in other.members}
    shown = [
        member
        for series in (one, other)
        for member in sorted(series.members, key=lambda member: member.document not in beside)[:_SHOWN]
    ]
    return Finding(
        kind="mismatch",
        text=f"{one.name} and {other.name} are not compared: {reason}.",
        series=(one.name, other.name),
        reports=tuple(member.figure.id for member in (*one.members, *other.members)),
        evidence=tuple(map(evidence_of, shown)),
    )


def _reason(one: Series, other: Series) -> str | None:
    """Say why two series cannot be compared; None if nothing stands between them."""
    counted = {noun_group(series.counted or "") for series in (one, other)}
    return next((reason for first, second, reason in _APART if counted == {first, second}), None)
