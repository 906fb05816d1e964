"""The hedge of a number: the words before or behind it that make a bound of it.

The phrases and what they commit to are the table of `addup.words`; here is only where they stand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from addup.reading.amounts.mentions import Mention
from addup.records import Bound
from addup.words import bound_of, phrases

# Words that may stand between a hedge and its number: "more than a record 5,000", "about another 20".
_BETWEEN = re.compile(
    r"\b(?:(?:an?|another|a further|a total of|a combined|a record|a net|a reported|an additional"
    r"|an average of|of|the ages? of|age|some"
    r"|about|around|roughly|approximately|perhaps|maybe|as|(?<=past )the"
    r"|(?:(?<=nearly )|(?<=almost )|(?<=about )|(?<=roughly ))(?:by|in)"
    r"|(?:(?<=least )|(?<=than )|(?<=nearly )|(?<=almost ))the (?:first|last|next|past|previous))\s)+$",
    re.IGNORECASE,
)
# Words that shade a hedge without changing its bound: "well over", "only just under".
_SHADE = re.compile(
    r"\b(?:(?:only|just|well|far|much|slightly|somewhat|significantly|considerably|substantially|comfortably|barely"
    r"|a little|a bit|a shade|still|even)\s)+$",
    re.IGNORECASE,
)
# Words that take "about" or "over" as a preposition: "talks about two islands", "a fight over three seats".
_TAKES_PREPOSITION = re.compile(
    r"\b(?:car(?:e|es|ed|ing)|talk\w*|sp(?:ea|o)k\w*|ask\w*|kn[eo]w\w*|learn\w*|hear\w*|told|tell\w*|th(?:ink|ought)\w*|worr\w+|concern\w*"
    r"|question\w*|stor(?:y|ies)|books?|information|details?|complain\w*|wr[io]te\w*|writing|debate\w*|war|wars|fight\w*"
    r"|fought|dispute\w*|bur(?:y|ies|ied|ying)|crush\w*|pinn\w+|trapp\w+"
    r"|cho[so]\w+(?: first)?|picked|prefer\w*|elected|selected|triumph\w*"
    r"|control|power|victor(?:y|ies)|win|wins|won|lead|leads|hand(?:ed|ing|s)?|turn(?:ed|ing|s)?|fork(?:ed|ing|s)?|flew|fly\w*|preside\w*|spread|stretched)\s$",
    re.IGNORECASE,
)
# "94 drones over eight regions", "snow above four towns": where they were, behind a noun and no verb.
_ABOVE_PLACES = re.compile(
    r"\b(?:aircraft|balloons?|clouds?|drones?|helicopters?|jets?|missiles?|planes?|rain|rockets?|shells?|smoke|snow"
    r"|storms?) $",
    re.IGNORECASE,
)
# "Shot down over five regions": where it was done, whatever else may have flown there.
_DOWNED = re.compile(
    r"\b(?:destroyed|detected|downed|flew|flown|intercepted|neutrali[sz]ed|seen|shot down|spotted)"
    r"(?: (?:overnight|yesterday|early|on [A-Z][a-z]+|[A-Z][a-z]+day))* $"
)
_PLACES = re.compile(
    r" (?:[a-z-]+ )?(?:cities|counties|countries|districts|islands|provinces|regions|states|towns|villages)\b"
)
# "Orr is right about one thing"
_RIGHT = re.compile(r"\b(?:candid|correct|honest|mistaken|right|wrong) $", re.IGNORECASE)
# What so many more or fewer are: a number, which is not that of a year ("in 2011 more than 300").
_BY_SO_MANY = re.compile(r"(?:(?<![\d,.])(?!(?:1[89]|20)\d\d )\d(?:[\d,.]*\d)?|per ?cent|%|illion) \Z")
_PRICED_FROM = ("start at", "starts at", "starting at")
_ADDS = re.compile(
    r"\b(?:add|adds|added|adding|edged|inched|marked|moved|pushed|raised|revised|went)\s\Z", re.IGNORECASE
)
# "pushed its yield up to 2.4 percent" says where it came to, not "gave the town up to 40 beds"
_MOVES_UP = re.compile(
    r"\b(?:br(?:ing(?:ing|s)?|ought)|driv(?:e[ns]?|ing)|drove|lift(?:ed|ing|s)?|nudg(?:e[ds]?|ing)"
    r"|push(?:e[ds]|ing)?|pull(?:ed|ing|s)?|send(?:ing|s)?|sent|t(?:ake[ns]?|aking|ook))"
    r" (?:the|its|their|his|her) (?:(?!(?:about|at|by|for|from|in|of|on|to|with)\b)[a-z'’-]+ ){1,4}\Z",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"(?: (?:percentage )?(?:[a-z]+))?(?: away)? (?:of|from) ")
_FOR_LENGTH = re.compile(
    r"\b(?:for|in|after|of|than|by|is|was|were|are|last\w*|took|takes|take|spent|some|well|just|by)\s$",
    re.IGNORECASE,
)


@cache
def _before() -> re.Pattern[str]:
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in phrases("before"))
    return re.compile(rf"(?<![\w-])(?P<phrase>{words})\s?$", re.IGNORECASE)


@cache
def _longest() -> int:
    """Give how far before a number a hedge may begin, with the blank between them."""
    return max(map(len, phrases("before"))) + 2


@cache
def _endings() -> tuple[str, ...]:
    """Give what the hedges before a number end with."""
    return tuple({phrase.split()[-1].lower() for phrase in phrases("before")})


def _last_hedge(window: str) -> re.Match[str] | None:
    """Find the hedge that ends a text; its last word tells where there is none, which is mostly so."""
    last = max(0, len(window) - _longest())
    return _before().search(window, last) if window[last:].rstrip().lower().endswith(_endings()) else None


@cache
def _after() -> re.Pattern[str]:
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in phrases("after"))
    return re.compile(rf"(?:\s|-)?(?P<phrase>{words})(?!\w)", re.IGNORECASE)


# What cannot be more is at most that: "will not send more than 3".
_DENIED = re.compile(r"(?:\bnot|n['’]t|\bnever|\bcannot)\s(?:[a-z]+\s){0,5}\Z")
_DENIED_GOING = re.compile(r"(?:\bnot|n['’]t|\bnever|\bcannot)\s(?:climb|drop|fall|get|go|rise|sink)\s\Z")
_OPPOSITE: dict[Bound, Bound] = {"min": "max", "max": "min"}


def hedged(text: str, found: Mention) -> Mention:
    """Give a number the bound that its hedge makes; vague numbers and ranges keep theirs."""
    if found.bound not in ("exact",):
        return _widened(text, found)
    hedge = _hedge_before(text, found)
    if hedge is not None and hedge[0] == "up to" and _is_up(text, found, hedge[1]):
        return found
    if hedge is not None and (hedge[0] != "within" or _is_reach(text, found)):
        phrase, left = hedge
        bound = bound_of(phrases("before")[phrase])
        denied = phrase.endswith((" than", "exceed", "surpass")) and _DENIED
        denied = denied or (phrase in {"above", "beyond", "over", "below", "under"} and _DENIED_GOING)
        if denied and denied.search(text, max(0, left - 50), left):
            bound = _OPPOSITE.get(bound, bound)
        # The verb tells what is so: it stands outside of the amount.
        return _bounded(found, phrase, bound, left=found.left if phrase in _PRICED_FROM else left)
    return _hedged_behind(text, found)


# "Robberies were [up to] 1,980 from 1,600": where they came to
_BEING = re.compile(r"\b(?:are|be|been|is|was|were) \Z")
_COME_FROM = re.compile(r"(?: [a-z]+){0,2},? from (?:[a-z]+ )?[$€£]?\d")


def _is_up(text: str, found: Mention, start: int) -> bool:
    """Whether something is up, to one number from another, and the number is no upper end."""
    being = _BEING.search(text, max(0, start - 8), start)
    return being is not None and _COME_FROM.match(text, found.right) is not None


def _is_reach(text: str, found: Mention) -> bool:
    """Tell how near two amounts are, "within $4 million of the record", from how near two places or days."""
    unit = found.unit
    distance = unit is not None and unit.kind in ("duration", "measure") and unit.name != "point"
    return not distance and _OF_WHAT.match(text, found.right) is not None


def _hedge_before(text: str, found: Mention) -> tuple[str, int] | None:
    """Find the hedge before a number and where it begins, the outermost of several."""
    begin = max(0, found.left - 60)
    window = text[begin : found.left]
    match = _last_hedge(window)
    if match is None or _is_preposition(text, window, match, found):
        between = _BETWEEN.search(window)
        match = _last_hedge(window[: between.start()]) if between else None
        if match is None or _is_preposition(text, window, match, found):
            return None
    else:
        between = _BETWEEN.search(window[: match.start()] + match[0])
        outer = _last_hedge(window[: match.start()])
        # "Police estimated more than 2,600": the verb says who counts, what is behind it how many.
        said = outer is not None and outer["phrase"].lower().startswith("estimated")
        if outer is not None and not said and not _is_preposition(text, window, outer, found):
            match = outer
    shade = _SHADE.search(window[: match.start()])
    left = shade.start() if shade else match.start()
    return re.sub(r"\s", " ", match["phrase"].lower()), begin + left


def _is_preposition(text: str, window: str, match: re.Match[str], found: Mention) -> bool:
    """Tell "a war over two islands" and "over three years" (during them) from "over 500"."""
    phrase, before = match["phrase"].lower(), window[: match.start()]
    raised = phrase == "up to" and (_ADDS.search(before) is not None or _is_moved(before, found))
    if raised or (phrase == "~" and window.endswith(" ")):
        return True  # "add up to $3 million"; a mark before each item of a list
    if phrase in _PRICED_FROM:
        return found.unit is None or found.unit.kind != "money"  # no price, but "starts at 3 p.m."
    if phrase in ("more than", "less than", "fewer than") and _BY_SO_MANY.search(before):
        return True  # "300 fewer than two years ago"
    if phrase in ("past", "beyond", "close on", "topping", "topped", "near"):
        warm = phrase == "near" and found.unit is not None and found.unit.name.startswith("degree")
        return not warm and (found.unit is None or found.unit.kind not in ("money", "share"))
    is_of_right = phrase == "about" and found.unit is None and _RIGHT.search(before)
    may_be = phrase in ("about", "over", "around", "above", "below", "under")
    above = phrase in ("over", "above") and found.unit is None and _ABOVE_PLACES.search(before)
    downed = phrase in ("over", "above") and _DOWNED.search(before) and _PLACES.match(text, found.right)
    if is_of_right or above or downed or (may_be and _TAKES_PREPOSITION.search(before)):
        return True
    lasting = found.unit is not None and found.unit.kind == "duration"
    return phrase == "over" and lasting and not _FOR_LENGTH.search(before)


def _is_moved(before: str, found: Mention) -> bool:
    """Whether something is brought up to an amount, by a verb that no number of things would follow."""
    sized = found.unit is not None and found.unit.kind in {"money", "share"}
    moved = _MOVES_UP.search(before)
    return moved is not None and (sized or moved[0].lower().startswith(("bring", "brought", "push")))


def _hedged_behind(text: str, found: Mention) -> Mention:
    for place in dict.fromkeys((found.end, found.right)):
        match = _after().match(text, place)
        if match is not None:
            phrase = re.sub(r"\s", " ", match["phrase"].lower())
            if phrase == "plus" and text.startswith(" or minus", match.end()):
                return found  # the sign of an error
            if phrase == "and up" and text.startswith(" to ", match.end()):
                return found  # "between the two, and up to 20 percent"
            bound = bound_of(phrases("after")[phrase])
            return _bounded(found, phrase, bound, right=max(found.right, match.end()))
    return found


def _widened(text: str, found: Mention) -> Mention:
    """Take the hedge of a range or vague number into its span; it changes nothing else."""
    window = text[max(0, found.left - 60) : found.left]
    match = _last_hedge(window)
    if match is None or _is_preposition(text, window, match, found):
        return found
    return replace(found, left=found.left - len(match[0]))


def _bounded(
    found: Mention, phrase: str, bound: Bound, *, left: int | None = None, right: int | None = None
) -> Mention:
    return replace(
        found,
        left=found.left if left is None else left,
        right=found.right if right is None else right,
        bound=bound,
        hedge=phrase,
        low=None if bound == "max" else found.low,
        high=None if bound == "min" else found.high,
    )


CONVERSION = re.compile(r"[^\S\n]?[(\[][^\S\n]?")
_RESTATED = re.compile(r"\s?,? or ")
# "up to 1.4 million of its shares, or 10%": what is said again as a share of the whole
_AS_SHARE = re.compile(r"[^.;:!?\n]{0,30}, or $")


def passed_on(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give a conversion, or the same amount said once more, the bound of what it repeats.

    "nearly 20 miles (32 km)", "more than $5 million, or $2 a share", "over 5 and 10, respectively".
    """
    passed = list(mentions)
    for index in range(1, len(passed)):
        first, second = passed[index - 1], passed[index]
        if second.bound != "exact" or first.bound not in ("about", "min", "max") or first.hedge is None:
            continue
        gap = text[first.right : second.left]
        same_kind = first.unit and second.unit and first.unit.kind == second.unit.kind
        restated = CONVERSION.fullmatch(gap) or (second.per and _RESTATED.fullmatch(gap))
        as_share = _is_share(second) and not _is_share(first) and not _is_age(first)
        same = same_kind or as_share or (first.unit is None and second.unit is None)
        again = _AS_SHARE.fullmatch(gap) is not None if as_share else bool(restated)
        respectively = gap == " and " and re.compile(r"[^.;]{0,40}\brespectively").match(text, second.right)
        if same and (again or respectively):
            passed[index] = _bounded(second, first.hedge, first.bound)
    return passed


def _is_age(found: Mention) -> bool:
    return found.unit is not None and found.unit.kind == "age"  # "children under five, or 87 per cent of all"


def _is_share(found: Mention) -> bool:
    return found.unit is not None and found.unit.name == "%"
