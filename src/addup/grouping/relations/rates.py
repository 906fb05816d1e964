"""Rates that everybody knows, with the counts that make them: turnout, votes cast and registered voters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from addup.grouping.patterns import may_hold, phrase
from addup.grouping.relations.held import Held, held, is_count, is_share, may_be_part, side
from addup.grouping.relations.voices import unlike
from addup.grouping.subjects.matters import enough, names_in
from addup.grouping.subjects.subject import DEFINITE, Subject
from addup.grouping.subjects.things import clause_behind
from addup.grouping.tables import table
from addup.records import Figure, Reading

_OF_ONE_VOTE = timedelta(days=21)
_MARK = re.compile(r"[;:.,](?!\d)")


def rates(reading: Reading, shares: Sequence[Subject], counts: Sequence[Subject]) -> Iterator[Held]:
    """Find rates with the counts that make them: turnout, votes cast and registered voters."""
    text = reading.document.text
    for row in (*table("shares")["rate"], *table("shares")["participle"]):
        if not may_hold(text, row["share"]):
            continue
        told = [one for one in shares if _is_rate(one, row, text)]
        if not told or any(unlike(told[0], one) for one in told):
            continue
        # "48,000 registered voters, of whom 19,200 cast a ballot": the voters are those before.
        wholes = [one for one in counts if one.part_of is None and _plays(one, row["whole"], text)]
        parts = [one for one in counts if one not in wholes and _plays(one, row["part"], text)]
        if row["name"] == "turnout":  # "11,900 people voted for the project" are not all who voted
            parts = [one for one in parts if not side(_clause_around(one.figure, text))]
        if not wholes or any(unlike(wholes[0], one) for one in wholes):
            continue
        may = [one for one in parts if may_be_part(one, told[0], wholes[0], rate=True)]
        for part in _of_rate(may, told, wholes[0]):
            yield held(part, told[0], wholes[0])


def rate_elsewhere(
    reading: Reading, subjects: Sequence[Subject], other: Reading, others: Sequence[Subject]
) -> Iterator[Held]:
    """Find the turnout that one report gives with the votes that another on that vote counts, and the voters.

    Either may count the voters. A report that has a turnout of its own tells what its counts come to.
    """
    when, told_on = reading.document.published, other.document.published
    if when is None or told_on is None or abs(told_on - when) > _OF_ONE_VOTE:
        return
    mine, its = names_in(reading.document.text), names_in(other.document.text)
    if not enough(len(mine & its), len(mine), len(its)):
        return
    row = next(one for one in table("shares")["rate"] if one["name"] == "turnout")
    text, theirs = reading.document.text, other.document.text
    told = [one for one in subjects if is_share(one) and _is_rate(one, row, text)]
    counts = [one for one in subjects if is_count(one, text)]
    counted = [one for one in others if is_count(one, theirs)]
    wholes = [one for one in counts if _plays(one, row["whole"], text)]
    wholes = wholes or [one for one in counted if _plays(one, row["whole"], theirs)]
    parts = [one for one in counted if one not in wholes and _plays(one, row["part"], theirs)]
    parts = [one for one in parts if not side(_clause_around(one.figure, theirs))]
    if any(is_share(one) and _is_rate(one, row, theirs) for one in others):
        return
    if any(_plays(one, row["part"], text) for one in counts if one not in wholes):
        return
    for group in (told, wholes, parts):
        if not group or any(unlike(group[0], one) for one in group):
            return
    if may_be_part(parts[0], told[0], wholes[0], rate=True):
        yield held(parts[0], told[0], wholes[0])


def _of_rate(parts: Sequence[Subject], rates: Sequence[Subject], whole: Subject) -> Sequence[Subject]:
    """Give those parts that a rate is made of, where a report counts some for a day or a district as well.

    "97 deaths (a fatality rate of 2.2 percent), five of them since Monday": they are the 97.
    """
    beside = [one for one in parts if any(one.figure.sentence == rate.figure.sentence for rate in rates)]
    if beside:
        return beside
    there = [one for one in parts if one.scope == whole.scope]
    return [one for one in there or parts if not _is_shorter(one, whole)]


def _is_shorter(part: Subject, whole: Subject) -> bool:
    """Tell whether a part is counted over some days of those of its whole alone: "in the past 24 hours"."""
    first, last = part.days.first, part.days.last
    if first is None or last is None or first == last or whole.days.first is None:
        return False
    return first > whole.days.first


def _is_rate(subject: Subject, row: Mapping[str, Any], text: str) -> bool:
    """Tell whether a share is a rate of a row, told of everybody."""
    named = phrase(*row["share"])
    if row in table("shares")["participle"]:
        told = _is_beside(subject.figure, named.pattern, text)
    else:
        family = subject.family
        told = _is_named_rate(subject.figure, named, text) or bool(family and family.rate == row["name"])
    return told and not phrase(*row["unless"]).search(subject.words)


def _is_named_rate(figure: Figure, named: re.Pattern[str], text: str) -> bool:
    """Tell whether the noun of a rate is what a share is of, or stands before it: "turnout was 61"."""
    counted = figure.counted.text.lower().removeprefix("the ") if figure.counted else ""
    before = text[figure.sentence[0] : figure.span.start]
    subject_of = re.compile(rf"{named.pattern}(?: [a-z]+){{1,3}}\s$")
    return bool(named.fullmatch(counted) or subject_of.search(before))


def _is_beside(figure: Figure, participle: str, text: str) -> bool:
    """Tell whether a participle next to a share says what it is: "31 percent funded", "funded at 31"."""
    start, end = figure.sentence
    behind = re.compile(rf"\s*(?:percent|per cent|%|pct)?[ -]?{participle}", re.IGNORECASE)
    before = re.compile(rf"{participle}(?: (?:only|just|at|by|to|about))+ $", re.IGNORECASE)
    return bool(
        behind.match(text, figure.amount.number.end, end) or before.search(text[start : figure.span.start])
    )


def _plays(subject: Subject, role: Mapping[str, Sequence[str]], text: str) -> bool:
    """Tell whether a count is one that makes up a rate: by its family, or by its noun and words beside it."""
    # What money is asked for ("to help 740,000") makes it no part of what is asked.
    narrowed = subject.qualifier not in ("", DEFINITE) and subject.figure.amount.kind != "money"
    if narrowed or subject.part_of is not None:
        return False
    if "families" in role:
        return (
            subject.family is not None
            and subject.family.name in role["families"]
            and subject.thing == "person"
        )
    head = subject.figure.noun
    return head in role["nouns"] and bool(
        phrase(*role["beside"]).search(_clause_around(subject.figure, text))
    )


def _clause_around(figure: Figure, text: str) -> str:
    """Give the words between the marks of punctuation about a figure."""
    before = _MARK.split(text[figure.sentence[0] : figure.span.start])[-1]
    return f"{before}{figure.span.text}{clause_behind(figure, text)}"
