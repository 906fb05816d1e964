"""In what role an event has the people whom a number counts, by the words around the number alone.

Series ask that event, place and day agree. Reports use too many words for that: "picked up 171 people alive",
"leaving 39 in the forest". What is found here is held against other numbers only where no choice among them
fits.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from addup.grouping.arithmetic.people.role_words import (
    Role,
    nouns_of_people,
    role,
    roles,
    roles_of,
    telling_nouns,
    words_in,
)
from addup.grouping.nouns import is_perpetrator, is_person, known_form
from addup.grouping.patterns import alternatives
from addup.grouping.tables import table
from addup.records import Figure, Reading

Roles = frozenset[str]

_CLAUSE = r"[,;:()—–]|\b(?:and|but|while|whereas|although|though|as|when|where|after)\b"
_CUT = re.compile(rf"{_CLAUSE}|\b(?:who|which|whom|that)\b")
_CUT_BEHIND = re.compile(rf"{_CLAUSE}| - |\b(?:before|until)\b")
_JOINED = re.compile(
    r"\W*(?:and|as well as|plus|along with)?\W*(?:(?:a|an|another|at|least|about|some|the|crew|of)\W+)*"
)
_AND = re.compile(r"\band\b|,|\bplus\b|\bas well as\b|\balong with\b")
_OF = re.compile(
    r"\s*(?:out )?of (?:the |its |their |his |her |these |those |all )?"
    r"(?:(them|whom|those|these)\b|([a-z-]+)?)"
)
_THOSE = re.compile(
    r"\s*(?:out )?of (?:all )?(?:those|the (?:men|people|women|children))(?: who (?:were|was|had been))? "
)
_BODIES_OF = re.compile(
    r"\b(?:bodies|corpses|remains|deaths|lives|killing|death) of "
    r"(?:the |at least |about |some |another |all )*$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:so far|to date|now|altogether|in all|in total|toll|tally|the number)\b", re.IGNORECASE
)
_MORE = re.compile(r"\s+(?:more|others|further|additional|extra)\b(?! than)")
_MOST_OF = re.compile(
    r"(?:\b(?:all|half|majority|many|most|per ?cent|quarters?|some|thirds?)|%) of (?:the|these|those|its) $",
    re.IGNORECASE,
)
_BACK = 200
"""So far back a toll may be told for which "it" stands."""
_LED = 60
"""So far before a number words may stand that are told of it though a comma is between."""

_NOUN, _ACTIVE, _BEHIND, _TOLL = range(4)
"""Where the words stand that give a role, the surest first."""


@dataclass(frozen=True, slots=True)
class Head:
    """A count of people, and the roles that the words around it may give them.

    `of` are the roles of those of whom they are some, `of_figure` the place of the figure that counts these,
    `added` marks what comes beside a number before ("another 17"), `rest` what is left ("leaving 39"),
    `total` what is of all so far; `noun` is what is counted, where the text says it there.
    """

    reading: int
    place: int
    document: str
    figure: Figure
    roles: Roles
    noun: str
    of: Roles | None = None
    of_figure: int | None = None
    added: bool = False
    rest: bool = False
    total: bool = False


def day_of(head: Head, readings: Sequence[Reading]) -> date:
    """Give the day of the report that tells a count, the first of all where nobody knows it."""
    return readings[head.reading].document.published or date.min


def others_of(index: int, reading: Reading, heads: Sequence[Head]) -> list[Head]:
    """Give the counts of people to whom no words near them give a role: "34 climbers crossed a slope"."""
    known = {head.place for head in heads}
    return [
        Head(index, place, reading.document.id, figure, frozenset(), noun_of(figure))
        for place, figure in enumerate(reading.figures)
        if place not in known and _counts_people(figure) and noun_of(figure) not in ("", *_helpers())
    ]


@cache
def _helpers() -> frozenset[str]:
    return frozenset(table("roles")["tolls"]["helpers"])


def heads_of(index: int, reading: Reading) -> list[Head]:
    """Find the counts of people in a reading that some words give a role, in the order of the text."""
    figures, text = reading.figures, reading.document.text
    usable = [place for place, figure in enumerate(figures) if _counts_people(figure)]
    found = {place: told for place in usable if (told := _told(reading, place))}
    _carry_over(reading, usable, found)
    heads = []
    for place, (stands, given) in sorted(found.items()):
        figure = figures[place]
        of, of_figure = _of_whom(reading, place, {at: held for at, (_, held) in found.items()})
        before = text[figure.sentence[0] : figure.amount.number.start]
        heads.append(
            Head(
                reading=index,
                place=place,
                document=reading.document.id,
                figure=figure,
                roles=given,
                noun=noun_of(figure),
                of=of,
                of_figure=of_figure,
                added=_is_added(figure, text),
                rest=_rest().search(before) is not None,
                total=stands == _TOLL or _NOW.search(text[slice(*figure.sentence)]) is not None,
            )
        )
    return heads


def _carry_over(reading: Reading, usable: list[int], found: dict[int, tuple[int, Roles]]) -> None:
    """Give numbers without a role that of the one that they are told with: "84 pupils and six teachers"."""
    for place in usable:
        if place not in found and place - 1 in found and _are_joined(reading, place - 1, place):
            found[place] = found[place - 1]
    for place in reversed(usable):
        behind = found.get(place + 1)
        if place not in found and behind and behind[0] >= _BEHIND and _are_joined(reading, place, place + 1):
            found[place] = behind
    for place in usable:  # "nine were freed on Tuesday and six more on Wednesday"
        last = max((at for at in found if at < place), default=None)
        if place not in found and last is not None and _goes_on(reading, last, place):
            found[place] = found[last]


def _are_joined(reading: Reading, one: int, other: int) -> bool:
    """Tell whether nothing but "and" stands between two counts of people."""
    figures = reading.figures
    between = reading.document.text[figures[one].span.end : figures[other].span.start]
    same = figures[one].sentence == figures[other].sentence
    return same and bool(_AND.search(between)) and bool(_JOINED.fullmatch(between))


def _goes_on(reading: Reading, one: int, other: int) -> bool:
    """Tell whether a number comes beside another one of its sentence, without a verb of its own."""
    figures, text = reading.figures, reading.document.text
    between = text[figures[one].span.end : figures[other].span.start]
    same = figures[one].sentence == figures[other].sentence
    return same and " and " in between and _is_added(figures[other], text)


def _counts_people(figure: Figure) -> bool:
    amount = figure.amount
    if amount.kind != "count" or amount.per or amount.worded or amount.unit or figure.stance != "stated":
        return False
    noun, number = noun_of(figure), amount.number.end - figure.span.start
    if is_perpetrator(noun):
        return False
    some = _OF.match(figure.span.text, number) is not None
    return not noun or some or is_person(noun) or noun in nouns_of_people()


def noun_of(figure: Figure) -> str:
    """Give the noun counted where it stands with its number; "" where the text leaves it out."""
    words = figure.span.text.lower()
    last = words.split()[-1]
    single = f"{last[:-3]}y" if last.endswith("ies") else last.removesuffix("s")
    told = next((noun for noun in (last, single) if noun in telling_nouns()), None)
    if told or figure.counted is None:
        return told or ""
    stands_there = figure.counted.text.lower().split()[-1] in words
    return known_form(figure.counted.head.lower()) if stands_there else ""


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around a number: all before it in its sentence, those of its clause, and those behind."""

    wide: str
    before: str
    inside: str
    behind: str


def _around(reading: Reading, place: int) -> _Around:
    """Give the words around a number, up to the numbers beside it."""
    figures, text = reading.figures, reading.document.text
    figure = figures[place]
    start, end = figure.sentence
    if place and figures[place - 1].sentence == figure.sentence:
        start = max(start, figures[place - 1].span.end)
    cut = place + 1 < len(figures) and figures[place + 1].sentence == figure.sentence
    if cut:
        end = min(end, figures[place + 1].span.start)
    wide = text[start : figure.amount.number.start]
    pieces = [piece.end() for piece in _CUT.finditer(wide)]
    behind = text[figure.span.end : max(end, figure.span.end)]
    mark = _CUT_BEHIND.search(behind)
    # Where another number follows the words do not end: "16 divers rescued 20".
    behind = behind[: mark.start()] if mark else behind + (" #" if cut else "")
    return _Around(
        wide=wide,
        before=wide[pieces[-1] :] if pieces else wide,
        inside=text[figure.amount.number.end : figure.span.end],
        behind=behind[_named_so(behind)[1] :],
    )


def _told(reading: Reading, place: int) -> tuple[int, Roles] | None:
    """Give the roles that the words nearest to a number give its people, and where these words stand."""
    figure = reading.figures[place]
    noun, words = noun_of(figure), _around(reading, place)
    head = noun or figure.noun
    fitting = [one for one in roles() if one.fits(noun, head, words.behind)]
    if _MOST_OF.search(words.wide):  # "most of the 120,000 evacuees have gone back"
        return None
    if _BODIES_OF.search(words.wide):
        return _NOUN, frozenset({"dead"})
    some = _OF.match(words.inside + words.behind)
    named = frozenset(one.name for one in fitting if noun and noun in one.nouns and not some)
    if named and not all(role(name).weak for name in named):
        return _NOUN, named
    beside = words_in(f"{words.before}\n{words.inside}{words.behind}\n{words.behind}")
    near = [one for one in fitting if one.may_be_told(beside)]
    told = _done(noun, words, near) or _said_behind(words, near)
    if told:
        return told[0], told[1] | named
    if named:
        return _NOUN, named
    return _led(noun, head, words, fitting) or _of_toll(words, fitting, reading, figure)


def _done(noun: str, words: _Around, fitting: Sequence[Role]) -> tuple[int, Roles] | None:
    """Give what words right beside a number say was done to its people, or how they are."""
    before, behind = words.before, words.behind
    put = frozenset(one.name for one in fitting if one.is_done_at_once(before, behind))
    at_once = put or frozenset(one.name for one in fitting if one.being.match(behind.lstrip()))
    active = frozenset(one.name for one in fitting if one.is_done(noun, before, behind))
    if at_once:
        return _BEHIND, at_once
    return (_ACTIVE, active) if active else None


def _said_behind(words: _Around, fitting: Sequence[Role]) -> tuple[int, Roles] | None:
    """Give what is said of people behind their number, the nearest first."""
    said = words.inside + words.behind
    near = {one.name: at for one in fitting if (at := one.behind(said)) is not None}
    least = min(near.values(), default=0)
    return (_BEHIND, frozenset(name for name, at in near.items() if at == least)) if near else None


def _led(noun: str, head: str, words: _Around, fitting: Sequence[Role]) -> tuple[int, Roles] | None:
    """Give what words right before a number are told of: "a crew of 18", "a ferry with 148 passengers"."""
    lead = frozenset(one.name for one in fitting if one.led.search(words.wide[-_LED:]))
    if not lead and noun and _with_it().search(words.wide) and role("aboard").fits(noun, head, words.behind):
        lead = frozenset({"aboard"})
    return (_ACTIVE, lead) if lead else None


def _of_toll(
    words: _Around, fitting: Sequence[Role], reading: Reading, figure: Figure
) -> tuple[int, Roles] | None:
    """Give of which toll a number is told: "the death toll from the flood rose to", or "it reached"."""
    far = {one.name: at for one in fitting if (at := one.tolled(words.wide)) is not None}
    if not far and _stands_for_toll().match(words.wide):  # "The toll continues to mount. It reached 198"
        last = reading.document.text[max(0, figure.sentence[0] - _BACK) : figure.sentence[0]]
        far = {one.name: at for one in fitting if (at := one.tolled(last)) is not None}
    most = max(far.values(), default=0)
    return (_TOLL, frozenset(name for name, at in far.items() if at == most)) if far else None


@cache
def _stands_for_toll() -> re.Pattern[str]:
    """Make a pattern of words at the beginning of a sentence that stand for a toll told before."""
    words = "|".join(table("roles")["tolls"]["pronouns"])
    moved = "reached|stood at|stands at|now stands at|rose to|climbed to|passed|hit|had risen to|was now"
    return re.compile(rf"\s*(?:{words}) (?:{moved})\s+(?:[a-z]+ ){{0,2}}$")


@cache
def _with_it() -> re.Pattern[str]:
    """Make a pattern of a vehicle with those aboard: "a ferry with 148 passengers"."""
    vehicles = alternatives(table("cues")["aboard"]["vehicles"], any_case=True)
    return re.compile(rf"\b(?:{vehicles})\b[^.;,]{{0,30}}? (?:with|had) (?:about |some |at least |a |the )*$")


def _of_whom(reading: Reading, place: int, told: Mapping[int, Roles]) -> tuple[Roles | None, int | None]:
    """Give the roles of those of whom a number counts some, and the figure of these if there is one."""
    figures, text = reading.figures, reading.document.text
    figure = figures[place]
    found = _OF.match(text, figure.amount.number.end, figure.sentence[1])
    those, _ = _named_so(text[figure.span.end : figure.sentence[1]])
    if those or found is None:
        return those or None, None
    after = place + 1
    if after < len(figures) and figures[after].span.start <= found.end() + 1:
        return told.get(after, frozenset()), after
    noun = known_form(found[2] or "")
    least = figure.amount.low or 0
    earlier = [
        at
        for at in range(place)
        if _counts_people(figures[at]) and (figures[at].amount.high or least) >= least
    ]
    if found[1]:
        last = earlier[-1] if earlier else None
    else:  # "41 of the women": of 73 women told before
        single = _singular(noun)
        last = next((at for at in reversed(earlier) if noun and noun_of(figures[at]) in (noun, single)), None)
    own = told.get(last, frozenset()) if last is not None else frozenset()
    return own or roles_of(noun), last


def _singular(noun: str) -> str:
    """Give the singular of a noun in the plural."""
    irregular = {plural: single for single, plural in table("forms")["plural"].items()}
    return irregular.get(noun) or known_form(noun.removesuffix("s"))


def _named_so(behind: str) -> tuple[Roles, int]:
    """Give the roles of whom words behind a number name ("of those on board"), and where these words end."""
    found = _THOSE.match(behind)
    states = ((one, one.being.match(behind, found.end())) for one in roles()) if found else ()
    return next(((frozenset({one.name}), state.end()) for one, state in states if state), (frozenset(), 0))


def _is_added(figure: Figure, text: str) -> bool:
    """Tell whether a number comes beside one before: "another 17", "17 more", "a second group of 17"."""
    words = text[max(figure.sentence[0], figure.span.start - 30) : figure.amount.number.start]
    return bool(_added().search(words) or _MORE.match(text, figure.amount.number.end))


@cache
def _added() -> re.Pattern[str]:
    words = alternatives(table("roles")["words"]["added"], any_case=True)
    return re.compile(rf"\b(?:{words})\s+(?:(?:[a-z-]+)\s+)?(?:of\s+)?$")


@cache
def _rest() -> re.Pattern[str]:
    words = alternatives(table("roles")["words"]["remainder"], any_case=True)
    return re.compile(rf"\b(?:{words})\s+(?:only |just |another |about |some |the other |the remaining )?$")
