"""Rates with a name beside the counts that make them: turnout, votes cast, registered voters; unemployment.

Reports tell the three in any sentences and words. So a count is one of all, or of those who make up the rate,
by the words nearest to it (`rates.toml`), and everything that may be meant is given: what a rate is held
against is a choice among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import pairwise
from typing import Any

from addup.grouping.arithmetic.one_matter import on_one_matter
from addup.grouping.arithmetic.said import are_apart, clause_of
from addup.grouping.arithmetic.shares.held import held_shares
from addup.grouping.patterns import may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Grouping, Reading

_APART = 60
"""So many days apart two reports are on one vote."""
_SEVERAL = 20
_OPENED = re.compile(r"\W*(?:Out o|O)f (?:all |the |its )*\d")
_OF_ALL = re.compile(r" of (?:all )?the (?!\d)")
_FAR = 12_000
"""Over so many characters one article speaks of one vote; a longer text is many."""
_BESIDE = 14
_LONG = 40
_OF = re.compile(r" (?:out )?of (?:the |its |all |all the )?")
_BY = re.compile(r"\bby (?:about |some |around |nearly |almost |a further |another )?$")
_PERCENT = re.compile(r"^[\s-]*(?:percent|per cent|%|pct)?[\s-]*(?:of (?:the |its |their |what )?)?")
_SIDES = ("pro", "contra")
_COMPARED = re.compile(r"\b(?:from|than|against|compared with|compared to|versus)\W+(?:\w+ )?$")


@dataclass(frozen=True, slots=True)
class Counted:
    """Figures of a report that are together all who make up a rate, or all whom it is of.

    What is `lacking` is what is left of all without those who make the rate up.
    """

    reading: Reading
    figures: tuple[Figure, ...]
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class NamedRate:
    """A share that is a rate, and the counts that may make it; `shares` are the other shares of the rate.

    `others` are all counts of its report: where two of them make the share, it is theirs.
    """

    reading: Reading
    share: Figure
    pairs: tuple[tuple[Counted, Counted], ...]
    shares: tuple[Figure, ...]
    others: tuple[Figure, ...] = ()


def named_rates(grouping: Grouping) -> Iterator[NamedRate]:
    """Find the rates of the reports that counts can be held against."""
    readings, held = grouping.readings, held_shares(grouping)
    for row in table("rates")["rate"]:
        names = [*row["share"], *row["of"]]
        told = [reading for reading in readings if may_hold(reading.document.text, names)]
        for own in told:
            shares = [figure for figure in own.figures if _is_rate(figure, own, row)]
            for share in shares:
                if share.series not in held:
                    yield from _rate(share, own, row, readings)


def _rate(
    share: Figure, own: Reading, row: Mapping[str, Any], readings: Sequence[Reading]
) -> Iterator[NamedRate]:
    """Give a rate with all pairs of counts that may make it."""
    beside = [
        other
        for other in readings
        if other is own
        or on_one_matter(own, other, len(readings), within=timedelta(days=row.get("within", _APART)))
    ]
    parts = [one for other in beside for one in _parts(other, row) if _near(one, share, own)]
    wholes = [one for other in beside for one in _wholes(other, row) if _near(one, share, own)]
    pairs = [
        (part, whole)
        for part in parts
        for whole in wholes
        if not set(part.figures) & set(whole.figures) and not _at_two_places(part, whole, share)
    ]
    others = [
        figure
        for other in beside
        for figure in other.figures
        if figure is not share and _is_rate(figure, other, row)
    ]
    if pairs:
        counts = tuple(one for one in own.figures if _is_of_kind(one, row.get("kind", "count")))
        yield NamedRate(own, share, tuple(pairs), tuple(others), counts)


def _near(counted: Counted, share: Figure, own: Reading) -> bool:
    first = counted.figures[0].span.start
    return counted.reading is not own or abs(first - share.span.start) <= _FAR


def _at_two_places(part: Counted, whole: Counted, share: Figure) -> bool:
    places = [share.place, part.figures[0].place, whole.figures[0].place]
    return any(are_apart(one, other) for one in places for other in places)


def _is_rate(figure: Figure, reading: Reading, row: Mapping[str, Any]) -> bool:
    """Tell whether a share is called by the name of a rate, and of everybody at this time."""
    amount, text = figure.amount, reading.document.text
    if amount.kind != "share" or amount.unit != "%" or amount.worded or amount.bound == "vague":
        return False
    if figure.stance != "stated" or figure.change is not None or not 0 < (amount.low or 0) < 100:
        return False
    lead = text[_start(figure, reading, ("share",)) : figure.span.start]
    behind = clause_of(figure, text)[1]
    called = _PERCENT.sub("", behind, count=1)
    named = _words(row, "share").search(lead) or _words(row, "share").match(called)
    deed = f"{figure.span.text}{behind}"
    if not named and row["of"]:
        named = _words(row, "of").search(deed) and _words(row, "part").search(deed)
    around = f"{lead}{figure.span.text}{behind}"
    return (
        named is not None
        and not _COMPARED.search(lead)
        and not _BY.search(lead)
        and not _words(row, "unless").search(around)
    )


@cache
def _of_row(name: str, part: str) -> re.Pattern[str]:
    row = next(row for row in table("rates")["rate"] if row["name"] == name)
    return phrase(*row[part])


def _words(row: Mapping[str, Any], part: str) -> re.Pattern[str]:
    return _of_row(row["name"], part)


def _start(figure: Figure, reading: Reading, kinds: Sequence[str]) -> int:
    """Give where the words before a figure begin: behind the last one of some kinds in its sentence."""
    start, at = figure.sentence[0], figure.span.start
    ends = [
        one.span.end
        for one in reading.figures
        if one.sentence == figure.sentence and one.span.end <= at and one.amount.kind in kinds
    ]
    return max([start, *ends])


def _parts(reading: Reading, row: Mapping[str, Any]) -> Iterator[Counted]:
    """Find the counts of those who make up a rate, and the sums of those of two sides."""
    sides: dict[tuple[int, int], dict[str, Figure]] = {}
    for figure, role in _roles(reading, row):
        if role in ("part", "lacking"):
            yield Counted(reading, (figure,), lacking=role == "lacking")
        elif role in _SIDES:
            sides.setdefault(figure.sentence, {}).setdefault(role, figure)
    for both in sides.values():
        if len(both) == len(_SIDES):
            yield Counted(reading, tuple(both.values()))


def _wholes(reading: Reading, row: Mapping[str, Any]) -> Iterator[Counted]:
    for figure, role in _roles(reading, row):
        if role == "whole":
            yield Counted(reading, (figure,))


def _roles(reading: Reading, row: Mapping[str, Any]) -> Iterator[tuple[Figure, str]]:
    """Give the counts of a report that have a part in a rate, with it."""
    text = reading.document.text
    if not (may_hold(text, row["part"]) or may_hold(text, row["whole"])):
        return
    voted: tuple[int, int] | None = None
    pairs = _of_another(reading)
    for figure in reading.figures:
        if not _is_count(figure, text, row):
            continue
        role = _role(figure, reading, row)
        role = _of_pair(figure, role, pairs, reading, row)
        if role in _SIDES:
            voted = figure.sentence
        elif not role and voted == figure.sentence:  # "11,900 voted for the project and 7,060 against"
            behind = clause_of(figure, text)[1][:_BESIDE]
            role = next((one for one in _SIDES if _words(row, one).search(behind)), "")
        if role:
            yield figure, role


def _of_another(reading: Reading) -> Mapping[str, Figure]:
    """Give the numbers that are some of the next: "31,200 of the 78,000 people on the register"."""
    text = reading.document.text
    return {
        one.id: other
        for one, other in pairwise(reading.figures)
        if one.sentence == other.sentence
        and _OF.fullmatch(text, one.span.end, max(one.span.end, other.span.start))
    }


def _of_pair(
    figure: Figure, role: str, pairs: Mapping[str, Figure], reading: Reading, row: Mapping[str, Any]
) -> str:
    """Put the verb behind two numbers to the first of them, of whom the second are all."""
    if figure.id in pairs and _role(pairs[figure.id], reading, row) in ("part", "whole"):
        return "part"
    if role == "part" and any(whole is figure for whole in pairs.values()):
        return "whole"
    return role


def _is_count(figure: Figure, text: str, row: Mapping[str, Any]) -> bool:
    amount = figure.amount
    return (
        _is_of_kind(figure, row.get("kind", "count"))
        and not (amount.worded or amount.per or amount.bound in ("vague", "range"))
        and (amount.low or amount.high or 0) >= _SEVERAL
        and figure.stance == "stated"
        and figure.change is None
        and not _BY.search(text[figure.sentence[0] : figure.span.start])
        and not _COMPARED.search(text[figure.sentence[0] : figure.span.start])
    )


def _is_of_kind(figure: Figure, kind: str) -> bool:
    """Tell whether a figure counts things, or is money, whose currency may be left out behind millions."""
    amount = figure.amount
    if amount.kind == "count" and amount.unit is None:
        return kind == "count" or amount.number.text.lower().endswith("illion")
    return kind == "money" == amount.kind


def _role(figure: Figure, reading: Reading, row: Mapping[str, Any]) -> str:
    """Tell what part a count has in a rate by the words nearest to it: those behind, its own, those before.

    "1.2 million registered voters cast ballots" are those who voted: the verb behind says so.
    """
    text = reading.document.text
    behind = _behind(figure, reading)
    lead = text[_start(figure, reading, ("count", "share")) : figure.span.start]
    own = figure.span.text
    if _words(row, "some").search(f"{clause_of(figure, text)[0]}{own}{behind}"):
        return ""
    if _OF_ALL.match(text, figure.amount.number.end) and not _words(row, "whole").search(own):
        return ""  # "who cast 74,300 of the votes": others cast the rest
    if row.get("lacking") and _words(row, "lacking").search(f"{lead[-_LONG:]} ~ {own}{behind}"):
        return "lacking"
    side = next((one for one in _SIDES if row[one] and _words(row, one).search(behind)), "")
    if _words(row, "part").search(behind):
        return side or "part"
    for words in (own, behind):
        for part in ("whole", "part"):
            if _words(row, part).search(words):
                return part if part == "whole" else side or part
    found = [(match.end(), part) for part in ("whole", "part") for match in _words(row, part).finditer(lead)]
    role = max(found)[1] if found else ""
    if role == "whole" and _OPENED.match(text, figure.sentence[0], figure.span.start):
        role = "part"  # "Of the 6.1 million entitled to vote 3.6 million did so"
    return side or role if role == "part" else role


def _behind(figure: Figure, reading: Reading) -> str:
    """Give the words behind a count, not what leads on to the next: "46,000 in a workforce of 720,000"."""
    text = reading.document.text
    behind = clause_of(figure, text)[1]
    start = figure.amount.number.end
    following = [
        one.span.start
        for one in reading.figures
        if one.sentence == figure.sentence and one.span.start >= figure.span.end and one is not figure
    ]
    if not following or min(following) >= start + len(behind) + 3:
        return behind
    words = text[start : min(following)]
    led = re.search(
        r"\b(?:in|of|out of|from|with|for|among) (?:a|an|the|its) [^,;]*? (?:of|at) (?:\w+ )?$", words
    )
    return words[: led.start()] if led else words
