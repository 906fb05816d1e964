"""Parts that are more than their whole: 2,900 of a company's own staff, where it employs 1,900 in all.

A reader takes numbers for part and whole by many signs: "of its stores", "including", "there", "in Selm
alone", a verb of what a body does to its own. Each is looked for by itself. What is less than its part is
no whole of it, so where any other number of the report may be the whole, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from addup.grouping.arithmetic.beside import value
from addup.grouping.arithmetic.said import are_kin, clause_of, is_turned, names_said
from addup.grouping.arithmetic.shares.usable import is_elsewhen
from addup.grouping.nouns import is_people, known_form
from addup.grouping.subjects.families import family_of
from addup.grouping.subjects.parts import find_parts
from addup.grouping.tables import table
from addup.records import Figure, Grouping, Reading
from addup.words import amount_meaning

_LEAD = 400
_ITS = re.compile(r"\s+(?:or so )?of (?:its|their|his|her|our|(?:the )?[\w&. -]{2,30}?['’]s?)(?: own)? [a-z]")
_THERE = re.compile(
    r"\b(?:there|in (?:it|them)|at the (?:jail|prison|school|hospital|plant|factory|camp|yard|site))\b"
)
_EMPLOYED = re.compile(r"(?: [a-z]+)? (?:employed|working|who work) (?:at|in) (?:its|the) ")
_ALONE = re.compile(r"\balone\b")
_IN_ALL = re.compile(
    r"\b(?:in all|in total|altogether|overall|worldwide|nationwide|all told)\b", re.IGNORECASE
)
_SOMEWHERE = re.compile(
    r"^\W*(?:[a-z-]+ ){0,4}?(?:in|at|near|around|across|from) (?:its |the )?(?:[a-z]+ )?[A-Z]"
)
_INCLUDING = re.compile(
    r"(?:\bincluding|\binclude[sd]?(?!,)|\bamong (?:them|those|these)(?: (?:are|were|is|was))?"
    r"|\bof (?:them|whom|these|those|which)(?! there\b))[ ,]+(?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+(?:[a-z]+ )?(?:of (?:them|whom|these|which)|among them)\b")
_OPENS = re.compile(r"(?:^|[“\"] ?)(?:Out )?[Oo]f (?:the |all |its |their |these |those |some |about )*$")
_COLON = re.compile(r"[^.;:\d]*: (?:about |some |nearly )?$")
_PLACED = re.compile(r"\s+(?:[a-z-]+ ){0,2}(?:in|at|on|for|from|of|to) ")
_LISTED = re.compile(r"[^.;:\d]*(?:,| and) (?:and )?(?:about |some |nearly )?$")
_WORKFORCE = re.compile(r"\b(?:workforce|work force|staff|payroll)\b")
_FAR = 12_000
"""Over so many characters one article speaks of one body; a longer text is many."""
_SLACK = 1.05
_SEVERAL = 8
"""Of fewer no parts are told, or one by one."""


@dataclass(frozen=True, slots=True)
class Overfull:
    """Parts that are together more than a whole."""

    reading: Reading
    parts: tuple[Figure, ...]
    whole: Figure


def overfull(grouping: Grouping) -> Iterator[Overfull]:
    """Find the parts of the reports that are more than any number that may be their whole."""
    for reading in grouping.readings:
        counts = [figure for figure in reading.figures if _is_count(figure, reading.document.text)]
        parts = find_parts(reading) if len(counts) > 1 else {}
        some = {reading.figures[place].id for place in parts}
        for figure in counts:
            single = _single(reading, figure, counts, some)
            if single is not None:
                yield single
            yield from _listed(reading, figure)


def _is_count(figure: Figure, text: str) -> bool:
    amount = figure.amount
    return (
        amount.kind in ("count", "measure")
        and not (amount.worded or amount.per or amount.bound in ("vague", "range"))
        and figure.stance in ("stated", "expected")
        and figure.change is None
        and text[amount.number.end : amount.number.end + 1] != "-"
    )


def _noun(figure: Figure) -> str:
    """Give the noun of a count in the singular, "" where it has none."""
    counts = figure.counted is not None and figure.amount.kind == "count"
    return known_form(figure.counted.head.lower()) if counts and figure.counted else ""


def _single(reading: Reading, part: Figure, counts: Sequence[Figure], some: Set[str]) -> Overfull | None:
    """Find the whole of one part that is less than it."""
    alike = [
        one
        for one in counts
        if one is not part and _in_one_unit(one, part) and abs(one.span.start - part.span.start) <= _FAR
    ]
    opened = _opened(reading, part)
    if opened is not None and _is_more(part, opened):
        return Overfull(reading, (part,), opened)
    listed = _of_last(reading, part, alike)
    if listed is not None:
        return Overfull(reading, (part,), listed)
    if any(not _is_more(part, one) and are_kin(_noun(one), _noun(part)) for one in alike):
        return None
    wholes = [one for one in alike if _may_hold(one, part, some, reading) and _is_more(part, one)]
    return Overfull(reading, (part,), max(wholes, key=value)) if wholes else None


def _may_hold(whole: Figure, part: Figure, some: Set[str], reading: Reading) -> bool:
    """Tell whether words make a part one of a whole: the own of a body, or of "one district alone"."""
    text = reading.document.text
    if _is_own(part, text):
        return whole.id not in some and _is_whole(whole, part, reading)
    before, behind = clause_of(part, text)
    alone = _ALONE.search(f"{before}{part.span.text}{behind}") is not None
    return alone and _is_wider(whole, part, text)


def _in_one_unit(one: Figure, other: Figure) -> bool:
    return (one.amount.kind, one.amount.unit) == (other.amount.kind, other.amount.unit)


def _is_more(part: Figure, whole: Figure) -> bool:
    """Tell whether a part is more than its whole under every reading of the words, and not only a little."""
    some, all_of = (amount_meaning(figure.amount).charitable for figure in (part, whole))
    return some.low is not None and all_of.high is not None and float(some.low) > _SLACK * float(all_of.high)


def _is_own(part: Figure, text: str) -> bool:
    """Tell whether words make those counted the own of a body, or of a place told of before."""
    _, behind = clause_of(part, text)
    if _ITS.match(text, part.amount.number.end) or _THERE.search(behind) or _EMPLOYED.match(behind):
        return True
    deeds, staff = table("said")["own_deeds"], table("said")["of_body"]["employ"]
    own = part.event in deeds["events"] and _noun(part) in deeds["nouns"]
    return own or (part.event in ("have", "employ") and _noun(part) in staff)


def _is_whole(whole: Figure, part: Figure, reading: Reading) -> bool:
    """Tell whether a count is of all that a body has of what its part counts, and of no other body."""
    text = reading.document.text
    if (whole.amount.low or 0) < _SEVERAL:
        return False
    if whole.stance != "stated" or whole.event not in _having() or is_elsewhen(whole, text):
        return False
    other_days = None not in (whole.time, part.time) and whole.period.meets(part.period) is False
    return (
        _belong(part, whole, text)
        and not _ITS.match(text, whole.amount.number.end)
        and not other_days
        and _is_all(whole, part, text)
        and _is_of_one_body(whole, part, text)
    )


def _is_all(whole: Figure, part: Figure, text: str) -> bool:
    """Tell whether a count is of some in no words: neither of those in one place, nor of some of others."""
    before, behind = clause_of(whole, text)
    if _INCLUDING.search(before) or _OF_THEM.match(behind) or is_turned(before):
        return False
    in_all = _IN_ALL.search(text, *whole.sentence) is not None
    return in_all or not _SOMEWHERE.match(behind)


def _is_of_one_body(whole: Figure, part: Figure, text: str) -> bool:
    """Tell whether no other firm or town is named before one count than before the other."""
    mine, its = (names_said(text[one.sentence[0] : one.span.start]) for one in (part, whole))
    if mine and its and mine.isdisjoint(its):
        return False
    subject = names_said(clause_of(whole, text)[0])
    return subject <= names_said(text[:_LEAD]) | names_said(text[slice(*part.sentence)])


@cache
def _having() -> frozenset[str]:
    return frozenset(table("said")["having"]["events"])


def _belong(part: Figure, whole: Figure, text: str) -> bool:
    """Tell whether what a part counts are some of what a whole counts: nurses of those employed."""
    mine, its = _noun(part), _noun(whole)
    if part.amount.kind == "measure":
        return True
    if is_people(mine):
        return is_people(its) or its in table("said")["of_body"]["anybody"]
    if not is_people(its):
        return are_kin(mine, its)
    is_staff = whole.event == "employ" or _WORKFORCE.search(clause_of(whole, text)[0]) is not None
    return is_staff and mine in table("said")["of_body"]["employ"]


def _is_wider(whole: Figure, part: Figure, text: str) -> bool:
    """Tell whether a count is of the same deed in all of a place, of which a part is told "in Selm alone"."""
    return (
        whole.stance == "stated"
        and whole.event is not None
        and whole.event == part.event
        and are_kin(_noun(whole), _noun(part))
        and whole.span.start < part.span.start
        and part.sentence[0] - whole.sentence[1] < _LEAD
        and whole.place != part.place
        and not is_elsewhen(whole, text)
    )


def _opened(reading: Reading, part: Figure) -> Figure | None:
    """Find the whole of "of the 85 people arrested, 97 were released"."""
    text = reading.document.text
    before = [
        one for one in reading.figures if one.sentence == part.sentence and one.span.start < part.span.start
    ]
    if not before or not _in_one_unit(before[-1], part):
        return None
    whole = before[-1]
    between = text[whole.span.end : part.span.start]
    opens = _OPENS.search(text[whole.sentence[0] : whole.span.start])
    return (
        whole if opens and "," in between and not re.search(r"[;:]|\b(?:and|but|while)\b", between) else None
    )


def _of_last(reading: Reading, part: Figure, alike: Sequence[Figure]) -> Figure | None:
    """Find the whole of "640 people, among them 870 children": the last count, if none before is more."""
    text = reading.document.text
    start = part.sentence[0]
    lead = text[start : part.span.start]
    if not (_INCLUDING.search(lead) or _OF_THEM.match(text, part.amount.number.end)):
        return None
    before = [one for one in alike if one.span.end <= part.span.start and start - one.sentence[1] <= 3]
    near = [one for one in before if are_kin(_noun(one), _noun(part))]
    if (
        not near
        or any(one.sentence == part.sentence and not _is_more(part, one) for one in before)
        or any(is_elsewhen(one, text) for one in near if one.sentence != part.sentence)
        or any((one.amount.low or 0) < _SEVERAL for one in near)
        or not all(_is_more(part, one) for one in near)
    ):
        return None
    own = [one for one in near if one.sentence == part.sentence]
    return (own or near)[-1]


def _listed(reading: Reading, whole: Figure) -> Iterator[Overfull]:
    """Find parts that a colon or "including" lists behind their whole, each of its own place or stuff."""
    text = reading.document.text
    behind = [
        one for one in reading.figures if one.sentence == whole.sentence and one.span.start >= whole.span.end
    ]
    parts: list[Figure] = []
    last = whole.span.end
    for one in behind:
        between = text[last : one.span.start]
        first = not parts
        opened = _COLON.fullmatch(between) or (whole.amount.kind == "measure" and _INCLUDING.search(between))
        if not (opened if first else _LISTED.fullmatch(between)) or not _in_one_unit(one, whole):
            break
        if not _PLACED.match(text, one.amount.number.end) and one.amount.kind == "count":
            break
        parts.append(one)
        last = one.span.end
    if len(parts) < 2 or not _are_apart(parts):
        return
    most = amount_meaning(whole.amount).charitable.high
    least = [amount_meaning(one.amount).charitable.low for one in parts]
    if (
        most is not None
        and None not in least
        and float(sum(one or 0 for one in least)) > _SLACK * float(most)
    ):
        yield Overfull(reading, tuple(parts), whole)


def _are_apart(parts: Sequence[Figure]) -> bool:
    """Tell whether parts cannot overlap: stuff of several kinds, or counts at several places."""
    if parts[0].amount.kind == "measure":
        counted = [one.counted.text if one.counted else "" for one in parts]
        return len(set(counted)) == len(counted)
    return all(family_of(one.event, one.noun) is None for one in parts)
