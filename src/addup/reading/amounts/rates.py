"""What an amount is per: "1,700 a day", "$6 a share", "four flights a week", "$300 million in fuel a year"."""

from __future__ import annotations

import re
from dataclasses import replace

from addup.reading.amounts.mentions import Mention

_TIMES = r"second|minute|hour|day|night|week|weekend|month|quarter|year|season|decade|century"
_THINGS = (
    r"share|barrel|tonne|ton|pound|ounce|gallon|litre|liter|kilogram|kilo|kilometre|kilometer|mile|acre|hectare|unit"
    r"|person|head|piece|ticket|seat|bottle|pack|packet|gram|metre|meter|foot|bushel|vehicle|car|household|employee"
    r"|passenger|student|pupil|patient|dozen|game|match|episode|word|line|copy|dose|vote"
)
_RIGHT_BEHIND = re.compile(
    rf"[ -](?:an?|each|every|the)[ -](?P<noun>{_TIMES}|{_THINGS})\b(?![ -](?:ago|earlier|later|before|old|long|and a half|or two))"
    rf"|(?:[ -]per[ -]|\s?/\s?)(?P<per>[a-z]+(?:\ mile|\ foot|\ metre|\ kilometre|\ inch)?)\b"
    rf"|\ (?P<adverb>annually|daily|hourly|weekly|monthly|yearly)(?=\s*[.,;:)]|\s(?:in|on|at|to|for|by|from|and|or|but|since|over|as)\b|$)"
)
_FARTHER = re.compile(
    rf"(?:[ -][^\s\d.,;:()\"”?!-]+){{1,4}}?\ (?:(?<!\ in\ )(?<!\ for\ )(?<!\ of\ )(?<!\ after\ )(?<!\ within\ )(?:an?|each|every|per)\ (?P<noun>{_TIMES})"
    rf"(?![ -](?:ago|earlier|later|before|after|old|long|and|or|with|that|when|since|from))|(?P<adverb>annually|daily|hourly|weekly|monthly|yearly)(?=\s*[.,;:)]|$))(?!\w)"
)
_FOR_EACH = re.compile(
    rf" (?:for each|for every|on each) (?:of (?:the|its|their|his|her) (?:[\d.,]+ (?:million |billion )?)?)?(?P<noun>{_THINGS})s?\b"
)
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "daily": "day",
    "hourly": "hour",
    "weekly": "week",
    "monthly": "month",
}
_NOT_BETWEEN = re.compile(
    r"\b(?:in|for|of|after|within|once|from|over|to|than|about|half|quite|such|was|is|and|or|but|said)\ $"
)


def rated(text: str, found: Mention) -> Mention:
    """Give an amount the unit of its rate, if the text says one right behind it or a few words on."""
    if found.unit is not None and found.unit.per is not None:
        return replace(found, per=found.unit.per)
    if text.startswith(" per capita", found.right):
        return replace(found, per="person", right=found.right + len(" per capita"))
    match = _RIGHT_BEHIND.match(text, found.right)
    if match is not None and (match["per"] or "") not in ("cent", "se"):
        per = match["noun"] or match["per"] or _ADVERBS[match["adverb"]]
        return replace(found, per=per, right=match.end())
    of_each = _FOR_EACH.match(text, found.right)
    if of_each is not None and found.unit is not None and found.unit.kind == "money":
        return replace(found, per=of_each["noun"].removesuffix("s"), right=of_each.end())
    if found.unit is not None and found.unit.kind not in ("money", "measure"):
        return found
    match = _FARTHER.match(text, found.right)
    if (
        match is None
        or _NOT_BETWEEN.search(text[found.right : match.start("noun")].rsplit(" ", 2)[0] + " ")
        or _crosses(match, text)
    ):
        return found
    return replace(found, per=match["noun"] or _ADVERBS[match["adverb"]])


def _crosses(match: re.Match[str], text: str) -> bool:
    """Whether a preposition of time stands right before the article: "lost 12 men in a week"."""
    before = text[match.start() : match.start("noun") if match["noun"] else match.start("adverb")]
    words = before.split()
    return (
        len(words) >= 2
        and words[-1] in ("a", "an")
        and words[-2] in ("in", "for", "of", "after", "within", "once", "over", "than")
    )
