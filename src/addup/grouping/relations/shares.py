"""Shares of a report that can be held against its counts: "61 percent" of 5.2 million are 3.2 million votes.

Two things must be plain from the words: what the share is of, and that another figure counts those who make
up the share. The whole is plain where the share is said of it ("85 percent of the 120,000 members", "of 900
houses, a third"), of its noun ("70 percent of its members"), or is a rate that everybody knows ("turnout").
Anything that may make the count one of others, or of another time, keeps share and count apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from addup.grouping.nouns import is_people, is_person, known_form, noun_group
from addup.grouping.patterns import may_hold, phrase
from addup.grouping.relations.voices import unlike
from addup.grouping.subjects.families import is_light
from addup.grouping.subjects.matters import enough, names_in
from addup.grouping.subjects.parts import Part
from addup.grouping.subjects.subject import DEFINITE, Subject
from addup.grouping.subjects.things import clause_behind
from addup.grouping.tables import table
from addup.records import Evidence, Figure, Reading
from addup.words.conversions import in_unit, scale_of

_RECENT = timedelta(days=120)
_TELLING = 14
_OF_ONE_VOTE = timedelta(days=21)
_OF_NOUN = re.compile(
    r"\s*(?:percent|per cent|%|pct)?\s*of (?:the |its |their |his |her |all |all the )?"
    r"([a-z][\w-]*(?: [a-z][\w-]*)?)",
    re.IGNORECASE,
)
# "1,450 of 1,900 trains ran on Monday, or 76 percent", "410 (46 percent) of the 900"
_AGAIN = re.compile(
    r"[^.;:,()\d]*(?:, or|,| \(| or) ?(?:(?:about|almost|around|nearly|only|roughly|some) )?", re.IGNORECASE
)
_MARK = re.compile(r"[;:.,](?!\d)")
_ARE = re.compile(r"\s+(?:are|were|is|was)\s+(?:also\s+|now\s+)?([a-z][\w-]+)(?=[\s,.;])")


_POINT = 0.6
"""So many points a share may be off by rounding."""


@dataclass(frozen=True, slots=True)
class Held:
    """A share with the figures that count its part and its whole, and the words that make the whole plain."""

    part: Subject
    share: Subject
    whole: Subject
    evidence: tuple[Evidence, ...]


def held_shares(reading: Reading, subjects: Sequence[Subject], parts: Mapping[int, Part]) -> Iterator[Held]:
    """Find the shares of a reading that its counts can be held against."""
    shares = [one for one in subjects if _is_share(one)]
    told = [one for one in subjects if _is_count(one, reading.document.text)] if shares else []
    if len(told) < 2:
        return
    counts = _Counts(told, parts)
    for share in shares:
        for whole, words in _wholes(reading, share, counts, subjects, parts):
            for part in _parts(reading, share, whole, counts, parts):
                if not _is_of_another(part, share, whole, told):
                    yield _held(part, share, whole, words)
    yield from _rates(reading, shares, told)
    yield from _money(reading, shares, told)


def _is_of_another(part: Subject, share: Subject, whole: Subject, told: Sequence[Subject]) -> bool:
    """Tell whether a share is not that of a part of its supposed whole, but just that of another number.

    "Of 41,300 displaced 22,400 are with families. Children are 46 percent of the displaced, or 19,000."
    """
    if _comes_to(part, whole, share):
        return False
    amount = part.figure.amount
    alike = (
        one
        for one in told
        if one is not part and (one.figure.amount.kind, one.figure.amount.unit) == (amount.kind, amount.unit)
    )
    return any(_comes_to(part, one, share) for one in alike)


def _comes_to(part: Subject, whole: Subject, share: Subject) -> bool:
    """Tell whether a part is, as written, the percentage of a whole that a share tells."""
    some, all_of, said = (subject.figure.amount.low for subject in (part, whole, share))
    return bool(some and all_of and said) and abs(100 * (some or 0) / (all_of or 1) - (said or 0)) <= _POINT


class _Counts:
    """The counts of a report, by their places among its figures, and by what is asked of them."""

    def __init__(self, counts: Sequence[Subject], parts: Mapping[int, Part]) -> None:
        self.at = {one.place: one for one in counts}
        starts = {one.place: one.figure.span.start for one in counts}
        self.wholes = {part.whole for part in parts.values()}
        # "Of the 900 houses, a third burned": of the 900 it is not said that they burned.
        self._only_wholes = {
            part.whole for part in parts.values() if part.evidence.end <= starts.get(part.whole, -1)
        }
        self._done: dict[str, list[Subject]] = {}
        self._counted: dict[str, list[Subject]] = {}
        self._ending: dict[str, list[Subject]] = {}
        for one in counts:
            words = one.figure.counted.text.lower() if one.figure.counted else ""
            self._counted.setdefault(words, []).append(one)
            self._ending.setdefault(words.rpartition(" ")[2], []).append(one)
            if one.figure.event is not None and one.place not in self._only_wholes:
                self._done.setdefault(one.figure.event, []).append(one)

    def done(self, event: str | None) -> Sequence[Subject]:
        """Give the counts of those to whom something happened, or who did it."""
        return self._done.get(event, ()) if event is not None else ()

    def called(self, words: str) -> Sequence[Subject]:
        """Give the counts of what is called so, and no more."""
        return self._counted.get(words, ())

    def ending(self, words: Iterable[str | None]) -> list[Subject]:
        """Give the counts of what some words end in, in the order of the text."""
        found = {one.place: one for word in words for one in self._ending.get(word or "", ())}
        return [found[place] for place in sorted(found)]


def _held(part: Subject, share: Subject, whole: Subject, words: Evidence | None = None) -> Held:
    pieces = [Evidence.of(one.document, one.figure.span) for one in (part, share, whole)]
    return Held(part, share, whole, tuple([*pieces, words] if words else pieces))


def _is_share(subject: Subject) -> bool:
    """Tell whether a figure is a share that holds, of this time."""
    figure = subject.figure
    return (
        figure.amount.kind == "share"
        and figure.amount.unit == "%"
        and figure.stance == "stated"
        and figure.change is None
        and not _is_of_another_time(subject)
    )


def _is_count(subject: Subject, text: str) -> bool:
    """Tell whether a figure counts things, or money, that are there: no rate, no change, no vague word."""
    figure = subject.figure
    amount = figure.amount
    return (
        amount.kind in ("count", "money")
        and not (amount.worded or amount.per or amount.bound == "vague")
        and figure.stance == "stated"
        and figure.change is None
        and not _is_of_another_time(subject)
        and not phrase(*table("shares")["narrower"]["words"]).search(_words_of(figure, text))
    )


def _words_of(figure: Figure, text: str) -> str:
    """Give the words about a number, not its hedge: one before it, those behind, and what it counts."""
    number = figure.amount.number
    before = text[max(figure.sentence[0], figure.span.start - 20) : figure.span.start].split()
    behind = re.match(r"(?:\s+[a-z]+)?", text[max(figure.span.end, number.end) :])
    counted = figure.counted.text if figure.counted else ""
    return " ".join([*before[-1:], text[number.end : figure.span.end], behind[0] if behind else "", counted])


def _is_of_another_time(subject: Subject) -> bool:
    """Tell whether a sentence speaks of another time than that of the report, or of a count under way.

    What a figure is compared with stands behind it: "61 percent, up from 55 percent four years ago".
    """
    figure, rows = subject.figure, table("shares")
    told = figure.amount.number.end - figure.sentence[0]
    compared = phrase(*rows["compared"]["words"]).search(subject.words, max(told, 0))
    said = subject.words[: compared.start()] if compared else subject.words
    # What an appeal has received so far is told so; a vote that is counted so far goes on.
    day = () if figure.amount.kind == "money" else rows["other_time"]["day"]
    return bool(phrase(*rows["other_time"]["words"], *day).search(said))


def _wholes(
    reading: Reading,
    share: Subject,
    counts: _Counts,
    subjects: Sequence[Subject],
    parts: Mapping[int, Part],
) -> Iterator[tuple[Subject, Evidence | None]]:
    """Find the figure that a share is said to be of: by its number, or by its noun alone."""
    again = _restated(reading, share, parts)
    near = parts.get(again) if again is not None else None
    beside = near if near is not None and abs(near.part - near.whole) == 1 else None
    said = parts.get(share.place) or beside
    if said is not None:
        whole = subjects[said.whole]
        between = reading.document.text[whole.figure.span.end : share.figure.span.start]
        said_again = whole.place == again and between.endswith((" or ", "("))
        if whole.place in counts.at and not said_again:  # "7.5 million, or 45 percent of the total"
            yield whole, said.evidence
        return
    text, figure = reading.document.text, share.figure
    found = _OF_NOUN.match(text, figure.amount.number.end, figure.sentence[1])
    if found is None:
        return
    noun = figure.counted.text.lower().split()[-1] if figure.counted else ""
    if noun not in found[1].lower().split():
        return
    # A count whose noun is said elsewhere has it in the singular.
    nouns = {noun, figure.counted.head if figure.counted else noun}
    told = counts.ending({*((word or "").rpartition(" ")[2] for word in nouns), noun})
    named = [
        one
        for one in told
        if _is_all_of(one, nouns, parts) or (one.place in counts.wholes and _had_part(one, share, noun))
    ]
    if named and not any(unlike(named[0], one) for one in named):
        start, end = found.start(), found.start(1) + found[1].lower().index(noun) + len(noun)
        start += len(found[0]) - len(found[0].lstrip())
        yield named[-1], Evidence.within(reading.document, start, end)


def _is_all_of(subject: Subject, nouns: Set[str | None], parts: Mapping[int, Part]) -> bool:
    """Tell whether a count is of all there are of a noun, and no more is said: "it has 48,000 members"."""
    figure = subject.figure
    counted = figure.counted.text.lower() if figure.counted else ""
    return (
        figure.amount.kind == "count"
        and counted in nouns
        and subject.family is None
        and is_light(figure.event)
        and subject.place not in parts
    )


def _restated(reading: Reading, share: Subject, parts: Mapping[int, Part]) -> int | None:
    """Find the count that a share says once more: "1,450 of 1,900 trains ran, or 76 percent"."""
    last = share.place - 1
    figures, text = reading.figures, reading.document.text
    end = share.figure.span.start
    words = ""
    # "320 of the 400 children under 15 were vaccinated, or 80 percent": the age only says which children.
    while last > 0 and figures[last].amount.kind == "age":
        words, end = f"{text[figures[last].span.end : end]}{words}", figures[last].span.start
        last -= 1
    if last < 0 or figures[last].sentence != share.figure.sentence:
        return None
    if not _AGAIN.fullmatch(f"{text[figures[last].span.end : end]}{words}"):
        return None
    before = parts.get(last - 1)
    return before.part if before is not None and before.whole == last else last


def _had_part(subject: Subject, share: Subject, noun: str) -> bool:
    """Tell whether a whole may be that of "1,450 of 1,900 trains ran", and a share is of trains that ran."""
    counted = subject.figure.counted.text.lower().split() if subject.figure.counted else []
    return counted[-1:] == [noun] and subject.event is None and subject.figure.event == share.figure.event


def _parts(
    reading: Reading, share: Subject, whole: Subject, counts: _Counts, parts: Mapping[int, Part]
) -> Iterator[Subject]:
    """Find the counts of those who make up a share of a whole: what happened to them, or what they are."""
    text = reading.document.text
    again = _restated(reading, share, parts)
    said = _ARE.match(_clause_of(share, whole, text) + ".")
    may = [*counts.done(share.figure.event), *(counts.called(said[1].lower()) if said else ())]
    places = {one.place for one in may}
    if again is not None and again in counts.at:
        places.add(again)
    for part in (counts.at[place] for place in sorted(places)):
        own = parts.get(part.place)
        if part is whole or (own and (own.whole != whole.place or part.days.meets(share.days) is False)):
            continue
        if not _may_be_part(part, share, whole):
            continue
        if (
            part.place == again
            or _is_same_deed(part, share, whole, text, own=own)
            or (said is not None and _is_named(part, said[1].lower()))
        ):
            yield part


def _may_be_part(part: Subject, share: Subject, whole: Subject, *, rate: bool = False) -> bool:
    """Tell whether a count may be of some of a whole: in its unit, there and then, and not it once more."""
    mine, its = in_unit(part.figure, scale_of(whole.figure)).amount, whole.figure.amount
    return (
        (mine.kind, mine.unit) == (its.kind, its.unit)
        and not part.rate
        and (rate or not _counts_people(whole) or _counts_people(part))
        and (mine.low is None or its.high is None or mine.low <= its.high)
        and (mine.low, mine.high) != (its.low, its.high)
        and all(_is_there(part, one) and _is_then(part, one, rate=rate) for one in (share, whole))
    )


def _counts_people(subject: Subject) -> bool:
    """Tell whether people are counted, or what a number leaves out: no classes are part of the children."""
    counted = subject.figure.counted
    return counted is None or subject.family is not None or is_person(known_form(counted.head.lower()))


def _is_there(one: Subject, other: Subject) -> bool:
    """Tell whether two figures are of one place, as far as the text tells their places."""
    return not one.scope or not other.scope or one.scope == other.scope


def _is_then(one: Subject, other: Subject, *, rate: bool) -> bool:
    """Tell whether two figures are of one time: days that touch, or one day of the telling beside others.

    A rate and its counts are told on days of their own; what happened on two days is not the same.
    """
    meet = one.days.meets(other.days)
    if meet is not None:
        told = _is_of_telling(one), _is_of_telling(other)
        return meet or (any(told) if rate else told[0] != told[1])
    known = next((subject for subject in (one, other) if subject.days.known), None)
    return known is None or _is_recent(known)


def _is_recent(subject: Subject) -> bool:
    """Tell whether a figure is of days not long before its report."""
    last, published = subject.days.last, subject.published
    return not (last and published) or last + _RECENT >= published


def _is_of_telling(subject: Subject) -> bool:
    """Tell whether a figure has only a day about that of its report: mostly that of the telling."""
    days, published = subject.days, subject.published
    alone = days.first == days.last and days.last is not None
    return alone and (published is None or abs((published - (days.last or published)).days) <= _TELLING)


def _is_same_deed(part: Subject, share: Subject, whole: Subject, text: str, *, own: Part | None) -> bool:
    """Tell whether a count and a share say the same of the same things: "a third were destroyed".

    What is said to be of the whole (its `own` words say so) counts what that counts.
    """
    event = part.figure.event
    if event is None or event != share.figure.event or is_light(event):
        return False
    mine, its = clause_behind(part.figure, text), _clause_of(share, whole, text)
    if event in table("shares")["sides"]["verbs"]:
        return _side(mine) is not None and _side(mine) == _side(its)
    return (own is not None or _is_alike(part, share)) and _is_denied(mine) == _is_denied(its)


def _clause_of(share: Subject, whole: Subject, text: str) -> str:
    """Give the words behind a share and its whole: what is said of the share."""
    last = max((share, whole), key=lambda one: one.figure.span.end)
    return clause_behind((last if last.figure.sentence == share.figure.sentence else share).figure, text)


def _side(words: str) -> str | None:
    """Say on which side a vote is: for or against."""
    sides = table("shares")["sides"]
    found = [name for name in ("against", "for") if phrase(*sides[name]).search(words)]
    return found[0] if found else None


@cache
def _denial() -> re.Pattern[str]:
    return phrase("not", "never", "no", "without")


def _is_denied(words: str) -> bool:
    return bool(_denial().search(words))


def _is_alike(part: Subject, share: Subject) -> bool:
    """Tell whether a part counts what a share is of, with no word more; people may be anybody."""
    if part.figure.counted is None or share.figure.counted is None:
        return False
    mine, its = (set(one.figure.counted.text.lower().split()) for one in (part, share) if one.figure.counted)
    if mine <= its:
        return True
    return is_people(part.figure.counted.head) and len(mine) == 1 and is_people(share.figure.counted.head)


def _is_named(part: Subject, said: str) -> bool:
    """Tell whether a count is of what a share is said to be: "40 percent are conscripts"."""
    counted = part.figure.counted
    return counted is not None and counted.text.lower() == said and is_light(part.figure.event)


def _rates(reading: Reading, shares: Sequence[Subject], counts: Sequence[Subject]) -> Iterator[Held]:
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
            parts = [one for one in parts if not _side(_clause_around(one.figure, text))]
        if not wholes or any(unlike(wholes[0], one) for one in wholes):
            continue
        may = [one for one in parts if _may_be_part(one, told[0], wholes[0], rate=True)]
        for part in _of_rate(may, told, wholes[0]):
            yield _held(part, told[0], wholes[0])


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
    told = [one for one in subjects if _is_share(one) and _is_rate(one, row, text)]
    counts = [one for one in subjects if _is_count(one, text)]
    counted = [one for one in others if _is_count(one, theirs)]
    wholes = [one for one in counts if _plays(one, row["whole"], text)]
    wholes = wholes or [one for one in counted if _plays(one, row["whole"], theirs)]
    parts = [one for one in counted if one not in wholes and _plays(one, row["part"], theirs)]
    parts = [one for one in parts if not _side(_clause_around(one.figure, theirs))]
    if any(_is_share(one) and _is_rate(one, row, theirs) for one in others):
        return
    if any(_plays(one, row["part"], text) for one in counts if one not in wholes):
        return
    for group in (told, wholes, parts):
        if not group or any(unlike(group[0], one) for one in group):
            return
    if _may_be_part(parts[0], told[0], wholes[0], rate=True):
        yield _held(parts[0], told[0], wholes[0])


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


def _money(reading: Reading, shares: Sequence[Subject], counts: Sequence[Subject]) -> Iterator[Held]:
    """Find money said to be a share of other money, with both sums: "profit was 12 percent of sales"."""
    sums = [one for one in counts if one.figure.amount.kind == "money" and one.figure.counted]
    for share in shares if len(sums) > 1 else ():
        named = _equation(share.figure, reading.document.text)
        if named is None:
            continue
        part, whole = ([one for one in sums if noun_group(_noun(one)) == noun_group(noun)] for noun in named)
        if (
            len(part) == len(whole) == 1
            and part[0].days == whole[0].days
            and _may_be_part(part[0], share, whole[0])
        ):
            yield _held(part[0], share, whole[0])


def _noun(subject: Subject) -> str:
    return subject.figure.counted.text.lower() if subject.figure.counted else ""


def _equation(figure: Figure, text: str) -> tuple[str, str] | None:
    """Read "profit was 12 percent of sales" as its two nouns."""
    found = _OF_NOUN.match(text, figure.amount.number.end, figure.sentence[1])
    verbs = phrase(*table("shares")["money"]["verbs"]).pattern
    before = re.search(
        rf"([A-Za-z][\w-]*)\s+{verbs}\s+(?:about |around |some |nearly |almost )?$",
        text[figure.sentence[0] : figure.amount.number.start],
    )
    return (before[1].lower(), found[1].lower()) if found and before else None
