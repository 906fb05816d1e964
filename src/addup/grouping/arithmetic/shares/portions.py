"""Shares of a group beside counts that say what they come to: "most passed", "48,600 sat", "17,400 passed".

Which count is of whom is seldom said in one sentence, or with one word. So operands are looked for loosely:
those who make up a share by what is said of them, all of whom they are some by their noun and by what sets
them apart ("those who took the paper"). A share that any such pair bears out is of that pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, cached_property
from itertools import permutations

from addup.grouping.arithmetic.beside import value
from addup.grouping.arithmetic.one_matter import on_one_matter
from addup.grouping.arithmetic.said import (
    are_apart,
    are_kin,
    clause_of,
    is_some,
    is_turned,
    names_said,
    noun_of,
    said_of,
    stem,
    stems_of,
)
from addup.grouping.arithmetic.shares.held import held_shares
from addup.grouping.arithmetic.shares.said_of_shares import Said, deed, what_is_said
from addup.grouping.arithmetic.shares.usable import may_be_count, may_be_share
from addup.grouping.arithmetic.told import Told
from addup.grouping.nouns import is_people, noun_group
from addup.grouping.patterns import phrase
from addup.grouping.subjects.families import is_light
from addup.grouping.subjects.parts import Part, find_parts
from addup.grouping.subjects.timing import is_long_ago
from addup.grouping.tables import table
from addup.records import Figure, Grouping, Period, Reading

_YEAR = timedelta(days=400)
SAID = 5
"""So sure is a whole of which a part is said to be."""
_NEWS = timedelta(days=7)
_UNLIKE = {"household", "person"}
"""A family is some of all families, but not of all people."""
_NEAR = 0.6
"""So many points a share may be off that is reckoned from two counts, as all three are rounded."""
_BESIDE = 14
_NEXT = 3
"""So many characters stand between two sentences at most."""
_BACK = 300
"""So far before a share those may be told of whom its words take for known."""
_TOLD_OF = 2
_DEFINITE = re.compile(r"\bof (?:the|these|those|its|all the) ")
_APPOSED = re.compile(
    r"[^.;:()\d]*,? (?:or|an?|giving an?|making an?|representing an?|that is an?)? ?(?:[a-z-]+ ){0,2}"
    r"(?:rate|share|proportion|ratio|percentage) of (?:about |around |roughly |nearly |almost |some )?"
)
_OR = re.compile(
    r"(?: of (?:them|these|those|whom))?(?:,? or|, that is,?| \() ?"
    r"(?:about |some |around |nearly |almost |just |only )?"
)
_BESIDE_SHARE = re.compile(
    r"(?: of (?:them|these|those|whom))?"
    r"(?: ?\(|, (?:or |that is,? |some |about |nearly )*|,? or (?:some |about |nearly )?)"
)
_CLOSED = re.compile(r"[,);]| of (?:them|whom)\b")
_THAT_IS = re.compile(
    r"(?:That|This|It) (?:is|was|means that|means|meant that|meant|represents|amounts to|makes|equals)"
    r"(?: [a-z]+)? (?:a rate of |a share of )?"
)
_OF_NEXT = re.compile(
    r"\s*(?:percent|per cent|%|pct)?\s*(?:of )?(?:the |all |its |their |all the |some |about )*"
)
_OF_THEM = re.compile(r"\s*(?:percent|per cent|%|pct)?\s*(?:of )?(?:them|whom|which|these)\b")
_OF_THOSE = re.compile(r"(?:Out )?[Oo]f (?:the|those|all|these)\b[^,.;:]*,")


_FAR = 12_000
"""Over so many characters one article speaks of one group; a longer text is many."""


@dataclass(frozen=True, slots=True)
class Operand(Told):
    """A figure with the report that tells it, and how surely it is the one that is meant."""

    sure: int


@dataclass(frozen=True, slots=True)
class Portion:
    """A share, with those who may make it up and those whom it may be of: pairs, the surest first.

    `others` are pairs that nothing speaks for, but that would bear the share out.
    """

    reading: Reading
    share: Figure
    pairs: tuple[tuple[Operand, Operand], ...]
    others: tuple[tuple[Operand, Operand], ...]
    shares: tuple[Figure, ...]


def portions(grouping: Grouping) -> Iterator[Portion]:
    """Find the shares of the reports that counts can be held against."""
    held_by_series = held_shares(grouping)
    reports = [_Report(reading) for reading in grouping.readings]
    for own in reports:
        shares = [figure for figure in own.reading.figures if may_be_share(figure, own.text)]
        held = [figure for figure in shares if figure.series not in held_by_series]
        if not held:
            continue
        beside = [
            other
            for other in reports
            if other is own
            or on_one_matter(own.reading, other.reading, len(reports), within=_YEAR, named=False)
        ]
        for share in held:
            found = None if _is_explained(share, own) else _portion(share, own, beside, shares)
            if found is not None:
                yield found


def _is_explained(share: Figure, own: _Report) -> bool:
    """Tell whether a count of its sentence and another are a share: "of 71,300, 46,132 voted, 64.7 percent".

    The other may be told before: "450,000 have fled. Selm took in 212,000, 47 percent of the total".
    """
    told = share.amount.low if share.amount.low is not None else share.amount.high or 0
    here = {value(one) for _, one, _ in own.counts if one.sentence == share.sentence}
    before = {value(one) for _, one, _ in own.counts if one.span.end <= share.span.start}
    return any(
        abs(100 * part / whole - told) <= _NEAR
        for part, whole in permutations(here | before, 2)
        if part < whole and not here.isdisjoint((part, whole))
    )


class _Report:
    """A report, with what is asked of it more than once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text

    @cached_property
    def parts(self) -> Mapping[int, Part]:
        """Give the figures that its words call part of another."""
        return find_parts(self.reading)

    @cached_property
    def counts(self) -> Sequence[tuple[int, Figure, str]]:
        """Give the figures that count something there is, with their places and nouns."""
        return [
            (place, figure, noun_of(figure))
            for place, figure in enumerate(self.reading.figures)
            if may_be_count(figure, self.text)
        ]


def _near(report: _Report, own: _Report, share: Figure) -> Iterator[tuple[int, Figure, str]]:
    """Give the counts that a share may be held against: of its own report those that stand not too far."""
    for place, figure, noun in report.counts:
        if report is not own or abs(figure.span.start - share.span.start) <= _FAR:
            yield place, figure, noun


@cache
def _sample() -> re.Pattern[str]:
    return phrase(*table("said")["sample"]["words"])


def _portion(
    share: Figure, own: _Report, reports: Sequence[_Report], shares: Sequence[Figure]
) -> Portion | None:
    """Find the pairs of counts that a share may be of."""
    said = what_is_said(share, own.text)
    parts = [part for report in reports for part in _parts(share, said, report, own)]
    pairs: list[tuple[Operand, Operand]] = list(_retold(share, own))
    others: list[tuple[Operand, Operand]] = []
    for part, report, place in parts:
        for whole in _wholes(part, (report, place), said, (own, share), reports):
            if part.sure > 1:
                (pairs if whole.sure > 1 else others).append((part, whole))
    pairs.sort(key=lambda pair: -(pair[0].sure + pair[1].sure))
    if not pairs:
        return None
    return Portion(
        own.reading, share, tuple(pairs), tuple(others), tuple(one for one in shares if one is not share)
    )


def _retold(share: Figure, own: _Report) -> Iterator[tuple[Operand, Operand]]:
    """Give a count right beside a share, and the one that it is said to be of, which may be only planned."""
    for place, part, _ in own.counts:
        of, before = own.parts.get(place), part.span.end <= share.span.start
        if of is not None and before and _is_apposed(part, share, own.text):
            whole = own.reading.figures[of.whole]
            if (part.amount.kind, part.amount.unit) == (whole.amount.kind, whole.amount.unit):
                yield Operand(own.reading, part, SAID), Operand(own.reading, whole, SAID)


def _parts(
    share: Figure, said: Said, report: _Report, own: _Report
) -> Iterator[tuple[Operand, _Report, int]]:
    """Find the counts of which the same is said as of a share; a bare word in common makes none sure."""
    for place, figure, noun in _near(report, own, share):
        if report is own and _is_apposed(figure, share, report.text):
            yield Operand(report.reading, figure, SAID), report, place
        elif _may_make_up(figure, noun, share, said, report) and (
            report is own or _is_of_as_many(share, own, report, place)
        ):
            sure = _likeness(figure, noun, said, report)
            if sure:
                yield Operand(report.reading, figure, sure + (sure > 1 and report is own)), report, place


def _is_apposed(figure: Figure, share: Figure, text: str) -> bool:
    """Tell whether a share is told right behind a count, or a count right behind a share.

    "960 of them malnourished, a rate of 35 percent", "three quarters of the patients, 148, were children",
    "310 were ill. That is a sixth of the residents".
    """
    if figure.sentence == share.sentence:
        if figure.span.end <= share.span.start:
            words = text[figure.span.end : share.span.start]
            return _APPOSED.fullmatch(words) is not None or _OR.fullmatch(words) is not None
        between = text[share.span.end : figure.span.start]
        return (
            _BESIDE_SHARE.fullmatch(between) is not None and _CLOSED.match(text, figure.span.end) is not None
        )
    return (
        0 <= share.sentence[0] - figure.sentence[1] <= _NEXT
        and _THAT_IS.fullmatch(text[share.sentence[0] : share.span.start]) is not None
    )


def _may_make_up(figure: Figure, noun: str, share: Figure, said: Said, report: _Report) -> bool:
    """Tell whether a count may be of those who make up a share: in kind, at the place and on the days."""
    return (
        _sample().search(report.text, *figure.sentence) is None  # whom a poll asked are a whole of their own
        and (are_kin(noun, said.noun) or stem(noun) in said.told)
        and not _of_other_days(figure, share)
        and not _is_history(figure, share, report)
        and not _is_set_against(figure, share, report.text)
        and not are_apart(figure.place, share.place)
        # "20 brick houses" are not all that burned.
        and _modifiers(figure, noun) <= said.told | said.apart | stems_of(said.noun)
    )


def _is_history(figure: Figure, share: Figure, report: _Report) -> bool:
    """Tell whether a share is of days long ago, and a count is not: "in that epidemic two thirds died"."""
    published = report.reading.document.published
    return is_long_ago(_days(share), published) and not is_long_ago(_days(figure), published)


def _is_set_against(figure: Figure, share: Figure, text: str) -> bool:
    """Tell whether a count is told behind a share as one of the others: "most have gone, but 27,500 stay"."""
    behind = figure.sentence == share.sentence and share.span.end <= figure.span.start
    return behind and _against().search(text, share.span.end, figure.span.start) is not None


@cache
def _against() -> re.Pattern[str]:
    return phrase(*table("shares")["set_against"]["words"])


def _likeness(figure: Figure, noun: str, said: Said, report: _Report) -> int:
    """Say how much of what is said of a share is said of a count: 0 for nothing, 1 for a word of many."""
    words = f"{said_of(figure, report.text)} {figure.span.text}"
    if is_turned(words) != said.turned:
        return 0
    theirs = stems_of(words) - said.apart - stems_of(said.noun)
    theirs -= stems_of(noun) - said.told
    shared = theirs & said.told
    clause = clause_of(figure, report.text)[1]
    # Two verbs of two meanings say two things, though what stands about them is called alike; but what
    # stands right behind a number is said of it, whatever the verb: "41 fatal".
    event = deed(figure)
    beside = stems_of(clause[:_BESIDE]) & said.told
    if event and event not in said.told and not (said.event in theirs or beside):
        return 0
    behind = theirs & stems_of(clause)
    most = 2 * len(shared) >= len(theirs) or 2 * len(behind & shared) >= len(behind) > 0
    few = most or _opens_alike(figure, report.text, said)
    same = bool(said.event) and said.event == event
    if same or len(shared) > 1 or (shared and few):
        return 2 + len(shared) + same
    return int(bool(shared))


def _modifiers(figure: Figure, noun: str) -> frozenset[str]:
    """Give the words beside the noun of a count that make it one of some of them."""
    told = figure.counted.text if figure.counted and figure.counted.text in figure.span.text else ""
    return stems_of(told.rpartition(" ")[0]) - stems_of(noun)


def _is_of_as_many(share: Figure, own: _Report, report: _Report, place: int) -> bool:
    """Tell whether a count is said to be of as many as a share is: of the 57 here, of 57 there."""
    mine, of_part = _next_of(share, own), report.parts.get(place)
    its = of_part.whole if of_part else None
    if mine is None or its is None:
        return False
    first, second = own.reading.figures[mine].amount, report.reading.figures[its].amount
    return first.low is not None and (first.low, first.high) == (second.low, second.high)


def _opens_alike(figure: Figure, text: str, said: Said) -> bool:
    """Tell whether a sentence begins with those of whom a share is: "of those who sat the exam, 400"."""
    opened = _OF_THOSE.match(text, figure.sentence[0], figure.span.start)
    return opened is not None and bool(stems_of(opened[0]) & said.apart)


def _wholes(
    part: Operand,
    at: tuple[_Report, int],
    said: Said,
    told: tuple[_Report, Figure],
    reports: Sequence[_Report],
) -> Iterator[Operand]:
    """Find the counts of all those of whom a part may be some."""
    report, place = at
    own, share = told
    of_share = _next_of(share, own)
    of_part = report.parts.get(place)
    noun = noun_of(part.figure)
    about = stems_of(report.text[slice(*part.figure.sentence)]) | said.apart
    for other in reports:
        for index, figure, its in _near(other, own, share):
            if of_share is not None and not _is_as_said(figure, own.reading.figures[of_share]):
                continue  # "73 percent of 223 votes" are of these
            if figure is part.figure or (figure.amount.kind, figure.amount.unit) != (
                part.figure.amount.kind,
                part.figure.amount.unit,
            ):
                continue
            if not _may_be_all(figure, its, (noun, said.noun)) or are_apart(figure.place, part.figure.place):
                continue
            if other is own and index == of_share:
                yield Operand(other.reading, figure, SAID + 1)
            elif other is report and of_part and index == of_part.whole:
                yield Operand(other.reading, figure, SAID)
            elif _is_less(figure, part.figure) or is_some(its) or index in other.parts:
                continue
            elif its or figure.amount.kind == "measure":
                sure = _sure_whole(figure, other, said, about, (report, part.figure, own, share))
                if (
                    part.sure == SAID
                    and other is own
                    and _is_named_before(figure, its, share, said, own.text)
                ):
                    sure = max(sure, _TOLD_OF)
                yield Operand(other.reading, figure, sure)


def _sure_whole(
    figure: Figure,
    other: _Report,
    said: Said,
    about: frozenset[str],
    told: tuple[_Report, Figure, _Report, Figure],
) -> int:
    """Say how much speaks for a count being of all: what sets them apart, names, or a verb of having."""
    report, part, own, share = told
    words = f"{said_of(figure, other.text)} {figure.event or ''}"
    theirs = stems_of(words) - stems_of(noun_of(figure))
    event = deed(figure)
    if (event and event in (said.event, stem(part.event or ""))) or (
        len(theirs & said.told - said.apart) > 1 and not theirs & said.apart
    ):
        return 0  # it is told of as the part is
    apart = bool(theirs & said.apart)
    follows = _follows(figure, part, other, report) or (other is own and _follows(figure, share, other, own))
    names = bool(
        names_said(other.text[slice(*figure.sentence)])
        & (said.names | names_said(report.text[slice(*part.sentence)]))
    )
    having = is_light(figure.event) or figure.event in table("said")["having"]["events"]
    if other is own or other is report:
        if _of_other_days(figure, part) and not follows:
            return 0
        return 3 * apart + 2 * having + names + 2 * follows
    if noun_group(noun_of(figure)) != noun_group(said.noun or noun_of(part)) and not _is_named_alike(
        figure, part
    ):
        return 0
    link = bool(theirs & about)
    exact = figure.period.known and figure.period == part.period
    return 2 * (link and exact) + 2 * names


def _is_named_before(figure: Figure, noun: str, share: Figure, said: Said, text: str) -> bool:
    """Tell whether a share is of "the residents", and those counted before it are residents."""
    definite = _DEFINITE.search(text, share.amount.number.end, share.span.end) is not None
    near = 0 <= share.sentence[0] - figure.sentence[1] <= _BACK
    return definite and near and noun != "" and noun == said.noun


def _is_named_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two counts are of things that only go by two names, and no people in general."""
    mine, its = noun_of(one), noun_of(other)
    return not is_people(mine) and not is_people(its) and are_kin(mine, its)


def _follows(figure: Figure, part: Figure, other: _Report, report: _Report) -> bool:
    """Tell whether a count stands in the sentence of a part, or right before it."""
    if other is not report or figure.span.start > part.span.start:
        return False
    return part.sentence[0] - figure.sentence[1] <= 3


def _days(figure: Figure) -> Period:
    """Give the days of a figure that its sentence tells; others may be those on which somebody told it."""
    own = figure.time is not None and figure.sentence[0] <= figure.time.start < figure.sentence[1]
    return figure.period if own else Period()


def _of_other_days(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are of days that are not the same."""
    return _days(one).meets(_days(other)) is False


def _may_be_all(figure: Figure, noun: str, others: tuple[str, str]) -> bool:
    """Tell whether a count may be of all of whom others are some: "26,400 were tested", of "the tests"."""
    if {noun_group(noun), noun_group(others[0])} == _UNLIKE:
        return False
    if all(are_kin(noun, other) for other in others):
        return True
    done = deed(figure)
    return bool(done) and all(done == stem(other) for other in others)


def _is_as_said(figure: Figure, said: Figure) -> bool:
    """Tell whether a count is that of which a share is said to be, or as many elsewhere."""
    return figure is said or (figure.amount.low, figure.amount.high) == (said.amount.low, said.amount.high)


def _next_of(share: Figure, own: _Report) -> int | None:
    """Find the figure of which a share is said to be: "most of the 57 people"."""
    place = own.reading.figures.index(share)
    said = own.parts.get(place)
    if said is not None and not said.evidence.text.lower().endswith("those"):
        return said.whole
    if place and _OF_THEM.match(own.text, share.amount.number.end):
        return place - 1
    if place + 1 < len(own.reading.figures):
        end = own.reading.figures[place + 1].span.start
        if share.amount.number.end <= end and _OF_NEXT.fullmatch(own.text[share.amount.number.end : end]):
            return place + 1
    return None


def _is_less(one: Figure, other: Figure) -> bool:
    least, most = other.amount.low, one.amount.high
    return least is not None and most is not None and most <= least
