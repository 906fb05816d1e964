"""Whether pounds are money or a weight, by the words around: "fined 500 pounds", "weighs 60 pounds"."""

from __future__ import annotations

import re
from functools import cache

from addup.reading.amounts.tables import either, table

_FAR = 80  # characters before a number in which its clause says what is paid or weighed
_CLAUSE_END = re.compile(r"[.;:!?]\s|\n")
_IN_PENCE = re.compile(r"(?<![\d.])\d{1,4}\.\d\d\Z")
# "20,000 pounds ($31,000)", "$31,000 (20,000 pounds)"; "60 pounds (27 kg)"
_INTO_MONEY = re.compile(
    r" ?[(\[](?:about |around )?(?:[A-Z]{0,3}[$€]|[\d.,]+ (?:[a-z]+ )?(?:dollars|euros)\b)"
)
_FROM_MONEY = re.compile(r"(?:[$€][\d.,]+(?: ?[a-z]+)?|(?:dollars|euros)) [(\[](?:about |around )?[\d.,]+\Z")
# "6,410 pounds a tonne", "rose 212 pounds to 6,410 pounds a tonne": no weight is for one of another
_FOR_GOODS = re.compile(
    r"(?: to [\d.,]+ pounds)? (?:a|an|per) (?:barrel|bushel|gallon|gram|gramme|head|kg|kilo|kilogram|litre"
    r"|megawatt-hour|ounce|share|therm|ton|tonne)\b"
)
_SIGN = re.compile(r"[$€£]\s?\d")


def is_sterling(text: str, end: int, behind: int, *, joined: bool) -> bool:
    """Whether the pounds of a number that ends at `end`, with the word up to `behind`, are money.

    The last word before that speaks of money or of weight decides. One pound of a noun ("a 20-pound note") is
    told by that noun alone, which `joined` says.
    """
    if _INTO_MONEY.match(text, behind) or _FOR_GOODS.match(text, behind):
        return True
    noun = _noun_behind().match(text, behind)
    if noun is not None or joined:
        return noun is not None
    before = _CLAUSE_END.split(text[max(0, end - _FAR) : end])[-1]
    if _FROM_MONEY.search(before):
        return True
    if text.startswith(" of ", behind):
        return False
    told = [*_told().finditer(before)]
    if told and _SIGN.search(before, told[-1].end()) is None:
        return told[-1]["money"] is not None
    return not told and _IN_PENCE.search(before) is not None


@cache
def _told() -> re.Pattern[str]:
    rows = table("contexts")["pounds"]
    return re.compile(rf"\b(?:(?P<money>{either(rows['paid'])})|{either(rows['weighed'])})\b", re.IGNORECASE)


@cache
def _noun_behind() -> re.Pattern[str]:
    rows = table("contexts")["pounds"]
    return re.compile(rf" (?:of |in |worth of |worth\b)?(?:[a-z'’]+ )?{either(rows['of_money'])}\b")
