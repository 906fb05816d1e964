"""Shares of one whole in one list: of a budget, of a question's answers, of all who came.

What the list divides must be plain: its words say so ("the remaining 12 percent", "no opinion"), or its whole
is spent, cast or earned once. A list that sets places, times or groups of people beside each other has many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from addup.grouping.patterns import phrase
from addup.grouping.tables import table
from addup.records import Figure, Reading

_FEWEST = 3
_OF = re.compile(
    r"\bof\s+(?:(?:the|its|his|her|their|our|all|this|each|next|last|year|total|every)(?:'s|’s)?\s+)*"
    r"((?:[\w£€$.'’-]+\s+){0,4}?[\w'’-]+)$"
)
_FRONTED = re.compile(r"^(?:[^,]{0,40}, )?[Oo]f\s+(?:the |its |all )?([^,]{3,50}),")
_IN_NAME = re.compile(
    r"[^,;.]{0,25}?\b(?:in|at|for|on|during|by|since)\s+(?:the\s+)?"
    r"(?:[A-Z]|\d{4}|early|late|mid|last|first|second|third|fourth|women\b|men\b|boys\b|girls\b)"
)
_THE_REST = re.compile(
    r"[\s”\"]*(?:The rest|The remainder|The others|All others|Everyone else|Everybody else)\b"
)
_ENDS = re.compile(r" (?:to|for|and|in|on|from|is|was|were|went|goes|by|with) ")
_BEFORE = 150
_NEXT = 3
_LONGEST_ROW = 60
_NUMBERS = re.compile(r"\d+(?:\.\d+)?")
_ONE = re.compile(
    r"\bof those (?:polled|asked|surveyed|questioned|interviewed|who \w+)\b"
    r"|\b(?:each|every) (?:pound|dollar|euro|krona|peso|rupee)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\s*(?:percent|per cent|%)?\s*(?:of them )?"
    r"(?:(?:of [\w ]{2,30}? )?(?:were|are|was|is|being)\s+)?(?!of\b)(\w+)"
)
_DASH = re.compile(r"\s*[-–—]\s*")
_ROUGHLY = 6
_APPOSED = re.compile(r"[^,.;:\d]{0,40}(?:, (?:or )?| \(| or )(?:exactly |precisely |some |about )?")
_PAIR = re.compile(r"\s*(?:[-–—]|to)\s*")
_WITH = re.compile(r"\d [a-z]+ (?:with|on) (?:about |some |only |just )?$")
_SIGNS = re.compile(r"[()]|\?")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Shares of one whole, in their order; `rest` is the one that is all that the others leave.

    `others` are further shares near them, of which some may belong to the list.
    """

    shares: tuple[Figure, ...]
    rest: Figure | None
    others: tuple[Figure, ...]


def breakdowns(reading: Reading) -> Iterator[Breakdown]:
    """Find the lists of shares in a report that divide one whole."""
    text = reading.document.text
    shares = [figure for figure in reading.figures if _is_share(figure) and not _is_limit(figure, text)]
    again = {one.id for one, other in pairwise(shares) if _is_told_again(one, other, text)}
    shares = [figure for figure in shares if figure.id not in again]
    if len(shares) < 2:
        return
    for chain in _chains(shares, reading):
        found = _divides(chain, shares, reading)
        if found is not None:
            yield found


def _is_told_again(one: Figure, other: Figure, text: str) -> bool:
    """Tell whether a share in words is told again in digits: "just over half of them, 51 percent,"."""
    in_words = not any(letter.isdigit() for letter in one.amount.number.text)
    near = abs((one.amount.low or 0) - (other.amount.low or 0)) <= _ROUGHLY
    between = text[one.span.end : other.span.start]
    return in_words and near and _APPOSED.fullmatch(between) is not None


def _is_share(figure: Figure) -> bool:
    amount = figure.amount
    return (
        amount.kind == "share"
        and amount.unit == "%"
        and figure.change is None
        and amount.change is None
        and amount.per is None
        and amount.bound in ("exact", "about", "min")
        and not amount.worded
        and figure.stance in ("stated", "expected")
        and 0 < (amount.low or 0) < 100
    )


def _is_limit(share: Figure, text: str) -> bool:
    """Tell whether a share is one that others have to reach: "lists below the five percent threshold"."""
    return _names("limit").match(text, share.amount.span.end + 1) is not None


def _chains(shares: Sequence[Figure], reading: Reading) -> Iterator[list[Figure]]:
    """Give the runs of shares that stand in one sentence, or go on in the next."""
    chain: list[Figure] = []
    for share in shares:
        if chain and not _goes_on(chain, share, reading):
            yield chain
            chain = []
        chain.append(share)
    yield chain


def _goes_on(chain: Sequence[Figure], share: Figure, reading: Reading) -> bool:
    """Tell whether a share goes on with a list: in its sentence, or in the next, of its whole."""
    text, last = reading.document.text, chain[-1]
    between = text[last.span.end : share.span.start]
    told = {one.said_by for one in (last, share)} - {None}  # two polls have each a list of its own
    if _is_broken(between) or share.stance != last.stance or len(told) > 1:
        return False
    named = _whole(chain[0], text)
    own = _whole(share, text)
    if own is not None and named is not None and own != named:
        return False
    if share.sentence == last.sentence and "\n" not in between:
        return not _is_of_seats(chain, share, text)
    if "\n" in between:
        return _is_row(last, text) and _is_row(share, text) and between.count("\n") == 1
    if share.sentence[0] - last.sentence[1] > _NEXT:
        return False
    lead = text[share.sentence[0] : share.span.start]
    joined = phrase(*table("breakdowns")["goes_on"]["words"]).search(lead)
    alike = own is not None and own == named
    return alike or joined is not None or not _heads(share).isdisjoint({"total", *_heads(chain[0])})


def _is_of_seats(chain: Sequence[Figure], share: Figure, text: str) -> bool:
    """Tell whether a bare number goes with a count before: "104 seats with 37 percent, the Union 81"."""
    bare = share.amount.number.text == share.span.text
    return bare and _WITH.search(text, chain[0].sentence[0], chain[0].span.start) is not None


def _is_row(share: Figure, text: str) -> bool:
    """Tell whether a share stands in a line of its own, with no more than what it is of: "Roads: 15 %"."""
    start = text.rfind("\n", 0, share.span.start) + 1
    end = text.find("\n", share.span.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) <= _LONGEST_ROW and len(_NUMBERS.findall(line)) == 1


def _heads(figure: Figure) -> set[str]:
    return {figure.counted.head.lower()} if figure.counted else set()


def _is_broken(between: str) -> bool:
    """Tell whether the words between two shares set them beside each other, and not in one list."""
    return _sets_apart(between) or _SIGNS.search(between) is not None


def _sets_apart(words: str) -> bool:
    """Tell whether words speak of other wholes or times, as "of those polled" does not."""
    return _apart().search(_ONE.sub(" ", words)) is not None


@cache
def _apart() -> re.Pattern[str]:
    return phrase(*table("breakdowns")["apart"]["words"])


def _whole(share: Figure, text: str) -> str | None:
    """Give the whole that a share names: "income" of "38 percent of income"."""
    found = _OF.search(share.span.text)
    behind = re.match(r"\s(of [^,;.]{3,60})", text[share.span.end : share.sentence[1]])
    if found is None and behind is not None:
        found = _OF.search(_ENDS.split(behind[1])[0])
    return _last_word(found[1]) if found else None


def _last_word(words: str) -> str:
    return words.lower().split()[-1].removesuffix("s")


def _divides(chain: Sequence[Figure], shares: Sequence[Figure], reading: Reading) -> Breakdown | None:
    """Take a run of shares for the parts of one whole, if its words say that they are."""
    text = reading.document.text
    start, end = chain[0].sentence[0], chain[-1].sentence[1]
    if len(chain) < 2 or _has_many_wholes(chain, reading):
        return None
    near = tuple(one for one in shares if one not in chain and start - _BEFORE <= one.span.start < end)
    rest = next((share for share in chain[1:] if _is_rest(share, text)), None)
    if rest is not None:
        return Breakdown(tuple(chain), rest, near)
    behind = (figure.span.start for figure in reading.figures if figure.span.start >= chain[-1].span.end)
    words = text[start : min(next(behind, end), end)]
    divided = len(chain) >= _FEWEST and (
        _names("none_of_these").search(words)
        or _names("divides").search(text, max(0, start - _BEFORE), end + _BEFORE)
        or _THE_REST.match(text, end)
    )
    opposed = any(all(phrase(word).search(words) for word in pair) for pair in _rows("opposed"))
    if divided or opposed or _are_kinds(chain, text) or _is_of_once(chain, text):
        return Breakdown(tuple(chain), None, near)
    return None


def _names(part: str) -> re.Pattern[str]:
    return phrase(*table("breakdowns")[part]["words"])


def _rows(part: str) -> Sequence[Sequence[str]]:
    rows: Sequence[Sequence[str]] = table("breakdowns")[part]["rows"]
    return rows


def _has_many_wholes(chain: Sequence[Figure], reading: Reading) -> bool:
    """Tell whether shares are of places or times, or of two questions: "89 to 6, Republicans 59 to 28"."""
    text, first = reading.document.text, chain[0]
    told = (figure.span.end for figure in reading.figures if figure.span.end <= first.span.start)
    lead = text[max(first.sentence[0], max(told, default=0)) : first.span.start]
    joints = [text[one.span.end : other.span.start] for one, other in pairwise(chain)]
    if len(chain) == _FEWEST - 1 and _names("rivals").search(joints[0]):
        return False
    return (
        any(_IN_NAME.match(text, share.span.end) and not _is_rest(share, text) for share in chain)
        or _sets_apart(lead)
        or sum(_PAIR.fullmatch(joint) is not None for joint in joints) > 1
        or (len(chain) > 2 and any(_DASH.fullmatch(joint) for joint in joints))
    )


def _is_of_once(chain: Sequence[Figure], text: str) -> bool:
    """Tell whether shares are of what is spent, cast or earned once: of a budget, of the vote."""
    whole = _whole(chain[0], text) or _fronted(chain[0], text)
    if whole is None:
        whole = next(iter(_heads(chain[0]) & _heads(chain[1])), None)
    return whole in _wholes() and len(chain) >= (_FEWEST - 1 if whole == "vote" else _FEWEST)


def _are_kinds(chain: Sequence[Figure], text: str) -> bool:
    """Tell whether each share is of a kind of its own: "58 percent were women and 42 percent men"."""
    ends = [*(share.span.start for share in chain[1:]), chain[-1].sentence[1]]
    behind = [text[share.amount.number.end : end] for share, end in zip(chain, ends, strict=True)]
    kinds = [_KIND.match(words) for words in behind]
    if None in kinds:
        return False
    named = [kind[1].lower() for kind in kinds if kind is not None]
    firsts = [{word.split()[0].lower() for word in row} for row in _rows("kinds")]
    return len(set(named)) == len(named) and any(row >= set(named) for row in firsts)


@cache
def _wholes() -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in table("breakdowns")["whole"]["words"])


def _fronted(share: Figure, text: str) -> str | None:
    """Give the whole that opens the sentence of a share: "Of the budget, 40 percent"."""
    found = _FRONTED.match(text[share.sentence[0] : share.span.start])
    return _last_word(found[1]) if found else None


def _is_rest(share: Figure, text: str) -> bool:
    """Tell whether a share is said to be all that the others leave."""
    lead = text[share.sentence[0] : share.amount.number.start][-30:]
    if phrase(*table("breakdowns")["rest"]["words"]).search(share.span.text):
        return True
    words = "|".join(table("breakdowns")["rest"]["words"])
    return (
        re.search(rf"\b(?:{words}),?\s+(?:about |some |around |roughly |nearly )?$", lead, re.IGNORECASE)
        is not None
    )
