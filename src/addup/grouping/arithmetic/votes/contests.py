"""Votes in a report: each candidate's, all that were cast, and by how many the first was ahead.

Whose a number is need not be known: that it is one candidate's follows from its verb and its noun, or from
the candidate's number before it. What may be of another vote, of some voters or of an average is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from addup.grouping.patterns import may_hold, phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_HINTS = ("vote", "ballot", "poll", "seat", "elect", "survey", "candidate")
_SHORT = 45
NEAR = 600
_SCORE = re.compile(r"[\d,]{4,} to [\d,]{4,}")
_RANKED = re.compile(r"\b(?:came|finished|placed) (?:first|second|third|fourth|last) (?:with|on) $")
_VOTED = re.compile(r"\b(?:voted|votes? cast|ballots?)\b")
_FRONTED_SIDE = re.compile(
    r"\b(?:in favou?r|for|against)(?: of [\w ]{1,20})? (?:were|was|voted) $", re.IGNORECASE
)
_TO_OTHER = re.compile(r"(?: ?%| percent| per cent| votes)? (?:to|against) \d")
_SHARE_BEFORE = re.compile(r"\d(?: ?%| percent| per cent| points)(?:,? (?:to|and) [^\d.;]{0,50})$")
_OF_ALL = re.compile(r" of (?:the|its) [\d,]+ [a-z]+")
_IN_FAVOUR = re.compile(r"\bin favou?r\b")
_LONG = 70
_ONLY = r"(?:(?:now|just|only|some|about|a|an|his|her|mere|still|then)\s)*"
_FROM_TO = re.compile(
    r"\bfrom (?:about |some |nearly )?[\w.]+(?: percentage)?(?: points?)? to (?:about |just )?$"
)
_LED = re.compile(
    r"\b(?:lead|margin|majority|advantage|gap|edge)\b[^;\d]{0,40}"
    rf"\b(?:of|is|was|are|stands? at|stood at|at|to|by)\s+{_ONLY}$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:gap|lead|margin|majority|advantage|edge|difference)\b[^;\d]{0,40}\b(?:clos|cut|dwindl|fall|fell|grew|grow|narrow"
    r"|increas|ris|rose|shr[aiu]nk|slip|widen)[a-z]*(?: [a-z]+)? by\s",
    re.IGNORECASE,
)
_VOTES = re.compile(r"\b(?:votes?|voted|ballots?|polled)\b")
_SAMPLE = re.compile(r"\b(?:error|interviewed|panel|polled|questioned|sample|sampling|surveyed|telephoned)\b")
_DELEGATES = re.compile(r"\b[Dd]elegates\b")
_FOR_ONE = re.compile(r" (?:had |have )?voted for\b")
_CASTS = re.compile(r" (?:had |have )?(?:cast|took part|turned out|voted)\b(?! for\b| against\b)")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Contest:
    """The votes of candidates, and what was cast in all: valid votes or ballots, or the register."""

    candidates: tuple[Figure, ...]
    cast: tuple[Figure, ...]
    valid: tuple[Figure, ...]
    void: tuple[Figure, ...]
    registered: tuple[Figure, ...]
    turnout: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Margin:
    """By how much the first was ahead, and the numbers of the candidates of which two should differ so.

    `spare` are all other numbers in the same sentences: "(47 to 25)". Where the numbers are `loose`, only
    that their report has no others speaks for them, and the spare ones are all of the report.
    """

    ahead: Figure
    numbers: tuple[Figure, ...]
    spare: tuple[float, ...]
    loose: bool = False


def tells_of_votes(reading: Reading) -> bool:
    """Tell quickly whether a report may tell of a vote or a poll."""
    return may_hold(reading.document.text, _HINTS)


def contest(reading: Reading) -> Contest | None:
    """Find the votes that a report gives to candidates, and of what they are parts."""
    text = reading.document.text
    if not tells_of_votes(reading) or words("several").search(text):
        return None
    told = [figure for figure in reading.figures if is_number(figure)]
    candidates = _candidates(told, text)
    cast = [one for one in told if one not in candidates and is_cast(one, text)]
    void = [one for one in told if one not in candidates and _is_void(one, text)]
    cast = [one for one in cast if one not in void]
    registered = [one for one in told if one not in candidates and _is_registered(one, text)]
    cast = [one for one in cast if one not in registered]
    turnout = [one for one in reading.figures if _is_turnout(one, text)]
    if len(candidates) < 2 and not void and not (candidates and (turnout or cast)):
        return None
    valid = [one for one in cast if _is_valid(one, text)]
    cast = [one for one in cast if one not in valid]
    return Contest(*map(tuple, (candidates, cast, valid, void, registered, turnout)))


def is_number(figure: Figure) -> bool:
    """Tell whether a figure is one number of things, as somebody states it."""
    amount = figure.amount
    return (
        amount.kind == "count"
        and amount.unit is None
        and amount.per is None
        and not amount.worded
        and amount.bound in ("exact", "about", "min")
        and (figure.stance == "stated" or _is_turned_down(figure))
        and figure.change is None
        and amount.change is None
    )


def _is_turned_down(figure: Figure) -> bool:
    """Tell whether only what was voted on was rejected, not the number of votes."""
    return figure.stance == "denied" and figure.event in table("contests")["tally"]["against"]


def _sentence(figure: Figure, text: str) -> str:
    return text[slice(*figure.sentence)]


@cache
def words(part: str, row: str = "words") -> re.Pattern[str]:
    """Find the words of a row of the table of votes."""
    return phrase(*table("contests")[part][row])


def _is_of_another(figure: Figure, text: str) -> bool:
    """Tell whether the words around a figure speak of another vote, or of some voters alone."""
    before, behind = around(figure, text)
    own = re.split(r", (?:who|which|whose)\b", behind)[0]
    return words("apart").search(f"{before} ~ {own}") is not None


def _candidates(told: Sequence[Figure], text: str) -> list[Figure]:
    """Give the numbers of votes that single candidates have, each of the run of sentences that tells them."""
    found: list[Figure] = []
    for figure in told:
        if _is_of_another(figure, text) or _is_margin(figure, text) or is_side(figure, text):
            continue
        first = _has_votes(figure, text)
        if found and found[-1].sentence[1] < figure.sentence[0] - NEAR:
            break
        if first or (found and _is_like(figure, found, text)):
            found.append(figure)
    return found


def _has_votes(figure: Figure, text: str) -> bool:
    """Tell whether a figure is the votes that somebody got."""
    noun = figure.noun in table("contests")["noun"]["votes"] and "vote" in figure.span.text.lower()
    got = figure.event is not None and figure.event.split()[0] in table("contests")["got"]["words"]
    chose = figure.event in table("contests")["chose"]["words"] and _VOTED.search(text, *figure.sentence)
    ranked = _is_bare(figure) and (
        _RANKED.search(text, figure.sentence[0], figure.amount.number.start) or _is_score(figure, text)
    )
    return (
        bool(chose or (got and (noun or ranked))) and not is_cast(figure, text) and not _is_void(figure, text)
    )


def _is_score(figure: Figure, text: str) -> bool:
    """Tell whether a number is one of two by which a candidate was beaten: "14,206 to 11,938"."""
    beat = figure.event in table("contests")["beat"]["words"] and figure.noun in ("vote", "ballot")
    return beat and (
        _SCORE.match(text, figure.amount.number.start) is not None
        or re.search(r"\d to $", text[: figure.amount.number.start]) is not None
    )


def _is_bare(figure: Figure) -> bool:
    return figure.span.text.strip() == figure.amount.number.text.strip()


def _is_like(figure: Figure, found: Sequence[Figure], text: str) -> bool:
    """Tell whether a bare number goes on with the votes of candidates: "to 13,118 for the mayor"."""
    bare = _is_bare(figure)
    near = figure.sentence[0] - found[-1].sentence[1] < NEAR / 2
    verb = figure.event is None or figure.event.split()[0] in table("contests")["got"]["words"]
    if figure.sentence != found[-1].sentence:
        # "The oldest, Ted Holm, is 84": what somebody is, or there is, are no votes without their noun.
        verb = verb and figure.event not in (None, "be", "have") and not figure.amount.number.text.isalpha()
    noun = figure.noun in (*table("contests")["noun"]["votes"], *table("contests")["noun"]["people"])
    size = (figure.amount.low or 0) * 1000 > (found[0].amount.low or 0)
    return bare and near and verb and noun and size and not _is_void(figure, text)


def around(figure: Figure, text: str) -> tuple[str, str]:
    """Give the words right before and behind a figure, within its sentence and up to a number."""
    start, end = figure.sentence
    before = text[max(start, figure.amount.number.start - _SHORT) : figure.amount.number.start]
    behind = text[figure.amount.number.end : min(end, figure.span.end + _SHORT)]
    return re.split(r"\d", before)[-1], re.split(r"\d|[;:]", behind)[0]


def is_cast(figure: Figure, text: str) -> bool:
    """Tell whether a figure is of all votes, or of all who voted."""
    before, behind = around(figure, text)
    rows = table("contests")["noun"]
    papers = figure.noun in rows["papers"]
    people = figure.noun in rows["people"]
    if people and _CASTS.match(text, figure.span.end):
        return True
    event = figure.event in (
        "cast",
        "count",
        "vote",
        "turn out",
        "take part",
        "participate",
        "valid",
        "return",
        "go",
    )
    if not (papers or people) or is_side(figure, text):
        return False
    if people:
        behind = text[figure.amount.number.end : min(figure.sentence[1], figure.span.end + 2 * _SHORT)]
    told = words("cast").search(f"{before} ~ {re.split(', ', behind)[0]}") is not None
    return (papers and (told or "ballot" in figure.span.text.lower())) or (people and event and told)


def _is_void(figure: Figure, text: str) -> bool:
    """Tell whether a figure is of ballots that count for nobody."""
    return words("void").search(_said_of(figure, text)) is not None and _is_paper(figure)


def _is_valid(figure: Figure, text: str) -> bool:
    return re.search(r"\bvalid\b", _said_of(figure, text)) is not None and _is_paper(figure)


def _is_paper(figure: Figure) -> bool:
    return figure.noun in table("contests")["noun"]["papers"]


def _said_of(figure: Figure, text: str) -> str:
    """Give what a figure counts and the few words behind it: "1,150 were spoiled"."""
    behind = text[figure.amount.number.end : min(figure.sentence[1], figure.amount.number.end + 30)]
    return re.split(r"[,.;]|\band\b", behind)[0]


def _is_registered(figure: Figure, text: str) -> bool:
    before, behind = around(figure, text)
    return (
        figure.noun in table("contests")["noun"]["people"]
        and words("registered").search(f"{before} ~ {behind}") is not None
    )


def _is_turnout(figure: Figure, text: str) -> bool:
    """Tell whether a share is the turnout of this vote."""
    before, behind = around(figure, text)
    return (
        figure.amount.kind == "share"
        and figure.amount.unit == "%"
        and figure.change is None
        and figure.stance == "stated"
        and (figure.noun == "turnout" or "turnout" in text[figure.sentence[0] : figure.span.start].lower())
        and not re.search(
            r"\b(?:from|than|with|by|in|ago)\s*$|years ago|in (?:19|20)\d\d", before + "~" + behind
        )
    )


def _is_margin(figure: Figure, text: str) -> bool:
    """Tell whether a figure says by how many votes or points somebody is ahead."""
    start = figure.sentence[0]
    before = text[start : figure.amount.number.start]
    behind = text[figure.amount.number.end : min(figure.sentence[1], figure.span.end + 30)]
    led = _LED.search(before[-_LONG:]) or re.search(
        rf"{words('margin', 'before').pattern}\s+{_ONLY}$", before[-_LONG:], re.IGNORECASE
    )
    if _FROM_TO.search(before[-_LONG:]):
        return False  # "the gap has halved from eight points to four": it was another before
    if led is not None and _MOVED.search(before[-_LONG:]):
        return False  # "the gap has closed by four points"
    close = re.match(
        rf"[\s-]*(?:votes?|percentage|points?|[\s-])*\s*{words('margin', 'behind').pattern}", behind
    )
    told = words("margin", "nouns").search(_sentence(figure, text)) is not None
    told = told and _TO_OTHER.match(behind) is None  # "beat him by 54 percent to 46"
    return (led is not None or close is not None) and told


def is_side(figure: Figure, text: str) -> bool:
    """Tell whether a figure is of those who voted for or against something, or abstained."""
    _, behind = around(figure, text)
    if _FRONTED_SIDE.search(text[figure.sentence[0] : figure.amount.number.start]):
        return True
    number = figure.amount.number
    apart = _OF_ALL.match(text, number.end, figure.sentence[1])
    if apart is not None:  # "six of the 39 councillors stayed away"
        behind = text[apart.end() : min(figure.sentence[1], apart.end() + _SHORT)]
    close = re.split(r"[,.]", behind)[0][:35]
    if figure.event == "vote" and re.match(r"\s(?:voted )?for\b", close):
        return True
    if text[figure.amount.number.end + len(close) :][:1].isdigit():
        close = re.sub(r"\bagainst $", "", close)  # "1,204,310 votes against 1,131,870"
    sides = words("tally", "against"), words("tally", "aside"), _IN_FAVOUR
    return any(side.search(close) for side in sides)


def margins(reading: Reading) -> Iterator[Margin]:
    """Find by how much candidates are said to be ahead, with the numbers of candidates near by."""
    text = reading.document.text
    if not tells_of_votes(reading):
        return
    votes = contest(reading)
    for figure in reading.figures:
        if figure.stance != "stated" or figure.amount.bound != "exact" or not _is_margin(figure, text):
            continue
        if _is_of_another(figure, text):
            continue
        spare = None
        if figure.amount.unit in ("pp", "point") and figure.change is None:
            numbers = _shares_near(figure, reading)
        elif is_number(figure) and votes is not None and len(votes.candidates) > 1:
            numbers = list(votes.candidates)
        elif is_number(figure):
            sides = [one for one in reading.figures if is_number(one) and is_side(one, text)]
            numbers = [one for one in sides if abs(one.span.start - figure.span.start) < NEAR]
        else:
            continue
        if len(numbers) < 2 and not _SAMPLE.search(text, *figure.sentence):
            numbers, spare = _only_rivals(figure, reading), tuple(_numbers(text, figure))
        if len(numbers) > 1:
            others = tuple(_spare([figure, *numbers], text)) if spare is None else spare
            yield Margin(figure, tuple(numbers), others, loose=spare is not None)


def _only_rivals(margin: Figure, reading: Reading) -> list[Figure]:
    """Give the two numbers of one sentence that may be those of two rivals, where there is one such pair."""
    text = reading.document.text
    may = [one for one in reading.figures if _may_be_rival(one, margin, reading)]
    pairs = [
        [one, other]
        for one, other in pairwise(may)
        if one.sentence == other.sentence and not re.search(r"[:\d]", text[one.span.end : other.span.start])
    ]
    return pairs[0] if len({tuple(one.amount.low for one in pair) for pair in pairs}) == 1 else []


def _may_be_rival(figure: Figure, margin: Figure, reading: Reading) -> bool:
    """Tell whether a number may be the votes, or the share of them, of one who was ahead by some margin."""
    text = reading.document.text
    if figure is margin or figure.stance != "stated" or _is_margin(figure, text):
        return False
    told = _DELEGATES.sub("", _sentence(figure, text))  # who vote here; elsewhere they are what is won
    if _VOTES.search(told) is None or words("apart").search(told):
        return False
    if margin.amount.unit in ("pp", "point"):
        return figure.amount.unit == "%" and figure.amount.bound == "exact" and figure.change is None
    rows = table("contests")["noun"]
    is_theirs = figure.noun in (*rows["votes"], *rows["people"])
    is_all = is_cast(figure, text) or _is_void(figure, text) or _is_registered(figure, text)
    more = (figure.amount.low or 0) > (margin.amount.low or 0)
    return (
        is_number(figure)
        and is_theirs
        and more
        and (not is_all or _FOR_ONE.match(text, figure.span.end) is not None)
    )


def _numbers(text: str, margin: Figure) -> Iterator[float]:
    """Give all numbers of a report but its margin."""
    for found in _NUMBER.finditer(text):
        if not margin.amount.number.start <= found.start() < margin.amount.number.end:
            yield float(found[0].replace(",", ""))


def _spare(figures: Sequence[Figure], text: str) -> Iterator[float]:
    """Give all numbers of the sentences of some figures but the first of them, the margin."""
    margin = figures[0].amount.number
    for start, end in {figure.sentence for figure in figures}:
        for found in _NUMBER.finditer(text, start, end):
            if not margin.start <= found.start() < margin.end:
                yield float(found[0].replace(",", ""))


def _shares_near(margin: Figure, reading: Reading) -> list[Figure]:
    """Give the shares of votes in the sentence of a margin, and in the two before where it points back."""
    start, end = margin.sentence
    shares = [one for one in reading.figures if one is not margin and _is_share(one, reading)]
    here = [one for one in shares if start <= one.span.start < end]
    before = [one for one in shares if start - NEAR / 2 <= one.span.start < start]
    lead = reading.document.text[start : margin.span.start]
    points_back = re.match(r"\W*(?:His|Her|Their|That|The|This|It)\b", lead) is not None
    if len(here) > 1:
        return here
    return before if points_back and not here else []


def _is_share(figure: Figure, reading: Reading) -> bool:
    """Tell whether a figure is a candidate's share; a bare number is, beside one: "54 percent to 46"."""
    amount = figure.amount
    if amount.bound != "exact" or amount.worded or figure.change is not None:
        return False
    if amount.kind == "count":
        text, start = reading.document.text, amount.number.start
        bare = _is_bare(figure) and (amount.low or 0) < 100 and amount.per is None
        return bare and _SHARE_BEFORE.search(text, max(0, start - _LONG), start) is not None
    return amount.unit == "%" or (amount.unit == "pp" and not _is_margin(figure, reading.document.text))
