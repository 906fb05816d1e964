"""Shares of a report that can be held against its counts: "61 percent" of 5.2 million are 3.2 million votes.

Two things must be plain from the words: what the share is of, and that another figure counts those who make
up the share. The whole is plain where the share is said of it ("85 percent of the 120,000 members", "of 900
houses, a third"), of its noun ("70 percent of its members"), or is a rate that everybody knows ("turnout").
Anything that may make the count one of others, or of another time, keeps share and count apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache

from addup.grouping.nouns import is_people, noun_group
from addup.grouping.patterns import phrase
from addup.grouping.relations.held import Held, held, is_count, is_share, may_be_part, side
from addup.grouping.relations.rates import rates
from addup.grouping.relations.voices import unlike
from addup.grouping.subjects.families import is_light
from addup.grouping.subjects.parts import Part
from addup.grouping.subjects.subject import Subject
from addup.grouping.subjects.things import clause_behind
from addup.grouping.tables import table
from addup.records import Evidence, Figure, Reading

_OF_NOUN = re.compile(
    r"\s*(?:percent|per cent|%|pct)?\s*of (?:the |its |their |his |her |all |all the )?"
    r"([a-z][\w-]*(?: [a-z][\w-]*)?)",
    re.IGNORECASE,
)
# "1,450 of 1,900 trains ran on Monday, or 76 percent", "410 (46 percent) of the 900"
_AGAIN = re.compile(
    r"[^.;:,()\d]*(?:, or|,| \(| or) ?(?:(?:about|almost|around|nearly|only|roughly|some) )?", re.IGNORECASE
)
_ARE = re.compile(r"\s+(?:are|were|is|was)\s+(?:also\s+|now\s+)?([a-z][\w-]+)(?=[\s,.;])")


_POINT = 0.6
"""So many points a share may be off by rounding."""


def held_shares(reading: Reading, subjects: Sequence[Subject], parts: Mapping[int, Part]) -> Iterator[Held]:
    """Find the shares of a reading that its counts can be held against."""
    shares = [one for one in subjects if is_share(one)]
    told = [one for one in subjects if is_count(one, reading.document.text)] if shares else []
    if len(told) < 2:
        return
    counts = _Counts(told, parts)
    for share in shares:
        for whole, words in _wholes(reading, share, counts, subjects, parts):
            for part in _parts(reading, share, whole, counts, parts):
                if not _is_of_another(part, share, whole, told):
                    yield held(part, share, whole, words)
    yield from rates(reading, shares, told)
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
        if not may_be_part(part, share, whole):
            continue
        if (
            part.place == again
            or _is_same_deed(part, share, whole, text, own=own)
            or (said is not None and _is_named(part, said[1].lower()))
        ):
            yield part


def _is_same_deed(part: Subject, share: Subject, whole: Subject, text: str, *, own: Part | None) -> bool:
    """Tell whether a count and a share say the same of the same things: "a third were destroyed".

    What is said to be of the whole (its `own` words say so) counts what that counts.
    """
    event = part.figure.event
    if event is None or event != share.figure.event or is_light(event):
        return False
    mine, its = clause_behind(part.figure, text), _clause_of(share, whole, text)
    if event in table("shares")["sides"]["verbs"]:
        return side(mine) is not None and side(mine) == side(its)
    return (own is not None or _is_alike(part, share)) and _is_denied(mine) == _is_denied(its)


def _clause_of(share: Subject, whole: Subject, text: str) -> str:
    """Give the words behind a share and its whole: what is said of the share."""
    last = max((share, whole), key=lambda one: one.figure.span.end)
    return clause_behind((last if last.figure.sentence == share.figure.sentence else share).figure, text)


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
            and may_be_part(part[0], share, whole[0])
        ):
            yield held(part[0], share, whole[0])


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
