"""The words by which a number says how many votes or points somebody is ahead."""

from __future__ import annotations

import re
from functools import cache

from addup.grouping.patterns import phrase
from addup.grouping.tables import table
from addup.records import Figure

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
_TO_OTHER = re.compile(r"(?: ?%| percent| per cent| votes)? (?:to|against) \d")


@cache
def words(part: str, row: str = "words") -> re.Pattern[str]:
    """Find the words of a row of the table of votes."""
    return phrase(*table("contests")[part][row])


def is_margin(figure: Figure, text: str) -> bool:
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
    told = words("margin", "nouns").search(text[slice(*figure.sentence)]) is not None
    told = told and _TO_OTHER.match(behind) is None  # "beat him by 54 percent to 46"
    return (led is not None or close is not None) and told
