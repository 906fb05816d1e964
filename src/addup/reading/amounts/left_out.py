"""Units that are said once for several amounts: "3, 4 and 5 percent", "rose to $9 million from 8 million"."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from addup.reading.amounts.index_levels import index_names
from addup.reading.amounts.mentions import Mention, is_near
from addup.reading.amounts.notations import counts
from addup.reading.amounts.ranges import with_magnitude
from addup.reading.amounts.units import Unit

_COORDINATION = re.compile(r"-?\s(?:and|or|to|by|x|versus|against)\s|-(?:and|or|to)-|/")
_LIST_COMMA = re.compile(r"-?,\s(?:(?:and|or)\s)?")
_RATE = r"(?:[ -](?:an?|per|each|every)[ -][a-z]+)?"  # "barrels a day, up from"
_HEDGES = (
    r"(?:(?:a little|about|almost|an estimated|around|at least|close to|fewer than|just|less than|more than"
    r"|nearly|only|over|roughly|slightly|some|under|well)\s){0,2}"
)
_COMPARED = re.compile(
    rf"{_RATE},?\s(?:(?:up|down)\s)?(?:from|against|versus|compared with|compared to)\s{_HEDGES}"
    # "tonnes of wheat in 2023, down from"
    rf"|{_RATE}(?:\sof\s[a-z]+(?:\s[a-z]+)?)?(?:\s(?:this|last)\s[a-z]+|\s(?:by|in)\s[\w/]+(?:\s\d{{4}})?)?"
    rf",?\s(?:up from|down from|against|versus|compared with|compared to)\s{_HEDGES}"
    r"|[^.!?;:,\n]{0,40}\s(?:instead of|rather than|and not)\s"  # "seven litres of water a day instead of 20"
)

# "Fell to 4.1 million barrels a day in May from 4.3 million"
_MOVED_TO = re.compile(rf"\bto (?:a record )?{_HEDGES}$")
_FROM = re.compile(
    rf"{_RATE}(?:\s(?:this|last)\s[a-z]+|\s(?:by|in)\s(?:the\s)?[\w/]+(?:\s[a-z]+|\s\d{{4}})?)?,?\sfrom\s{_HEDGES}"
)


def give_units_left_out(text: str, mentions: list[Mention], dated: frozenset[int]) -> list[Mention]:
    """Give numbers without a unit the unit that is said once for several.

    "3, 4 and 5 percent" have that of the last, "30 million francs, up from 14 million" that of the first.
    """
    shared = list(mentions)
    in_row: set[int] = set()
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if first.unit is not None or second.unit is None or first.start in dated or first.form != second.form:
            continue
        gap = text[first.right : second.left]
        signed = second.left < second.start and second.unit.kind == "money"
        if not signed and (_COORDINATION.fullmatch(gap) or _goes_on(text, shared, in_row, index)):
            in_row.add(index)
            scaled = with_magnitude(text, first, second)
            shared[index] = _with_unit_of(second, scaled)
    _parts_of_whole(text, shared, dated)
    for index in range(1, len(shared)):
        if shared[index].start not in dated:
            shared[index] = _compared(text, _first_part(text, shared[:index], dated), shared[index])
            shared[index] = _cents_of(text, shared[index - 1], shared[index])
            shared[index] = _price_behind(text, shared[index - 1], shared[index])
            shared[index - 1], shared[index] = _board(text, shared[index - 1], shared[index])
            shared[index] = _level_behind(text, shared[max(0, index - 3) : index], shared[index])
            shared[index - 1] = _level_before(text, shared[index - 1], shared[index])
            shared[index] = _gapped(text, shared[index - 1], shared[index])
            shared[index] = _of_next_name(text, _first_part(text, shared[:index], dated), shared[index])
            shared[index] = _of_rival(text, shared[index - 1], shared[index])
            shared[index] = _of_measured(text, shared[max(0, index - 3) : index], shared[index])
            first = _first_part(text, shared[:index], dated)
            shared[index] = _spent(text, first, shared[index])
            shared[index] = _millions(text, first, _left_out(text, first, shared[index]))
            shared[index] = _of_money(text, shared[:index], shared[index])
            shared[index] = _of_stuff(text, shared[:index], shared[index])
    return shared


_APART = re.compile(r"[^.!?;\n]{0,60}?(?:--|—|–|:|,)\s")
_EACH_PART = re.compile(r"\s(?P<word>at|for|from|in|on|to|with)\s")
_NEXT_PART = re.compile(r"\s[^.!?;:\n]{2,60}?(?:,|\sand|,\sand)\s")
_MOST_PARTS = 4


def _parts_of_whole(text: str, mentions: list[Mention], dated: frozenset[int]) -> None:
    """Give bare numbers that add up to the amount before them its unit.

    "She paid for four years at college -- two for her first degree and two for her second".
    """
    for index, whole in enumerate(mentions[:-2]):
        if whole.unit is None or whole.bound != "exact" or whole.start in dated:
            continue
        for parts in range(2, _MOST_PARTS + 1):
            row = mentions[index : index + 1 + parts]
            if len(row) > parts and sum(part.value for part in row[1:]) == whole.value and _is_row(text, row):
                for place in range(index + 1, index + 1 + parts):
                    mentions[place] = _with_unit_of(whole, mentions[place])


def _is_row(text: str, row: list[Mention]) -> bool:
    """Whether bare numbers follow an amount, all of them going on with the same word."""
    joints = [_APART, *[_NEXT_PART] * (len(row) - 2)]
    gaps = (text[first.right : second.left] for first, second in pairwise(row))
    if not all(joint.fullmatch(gap) for joint, gap in zip(joints, gaps, strict=True)):
        return False
    goes_on = {
        (said["word"] if said else "") for said in (_EACH_PART.match(text, part.right) for part in row[1:])
    }
    return goes_on != {""} and len(goes_on) == 1 and all(part.unit is None for part in row[1:])


_CENT = Fraction(1, 100)
_DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD"})


def _cents_of(text: str, first: Mention, second: Mention) -> Mention:
    """Give cents the dollars that stand right before them: "closed at C$35, up 12.5 cents"."""
    one, other = first.unit, second.unit
    if one is None or other is None or one.name not in _DOLLARS:
        return second
    if (other.name, other.factor) != ("USD", _CENT):
        return second
    near = re.fullmatch(r"[^.!?;\n\d]{0,30}", text[first.right : second.left]) is not None
    return replace(second, unit=replace(other, name=one.name)) if near else second


# How a board of prices has them: "industrials 2,596.72, off 17.01", "141.65 yen, off 0.45".
_OFF = re.compile(r",?\s(?:up|down|off)\s")
_POINTS = Unit("point", "measure")


# "the Tokyo index was down 15.82 at 2681.76"
_INDEX_MOVED = re.compile(
    r"[^.;:!?\n]{0,80}\b"
    r"(?:up|down|off|added|climbed|dropped|eased|fell|gained|jumped|lost|rose|shed|slid|slipped)(?: by)? "
)


def _is_of_index(text: str, move: Mention, level: Mention) -> bool:
    """Whether two bare decimals are how far an index moved, and to where."""
    bare = move.unit is None and level.unit is None and move.form == level.form == "digits"
    if not bare or text[move.right : level.left] not in {" at ", " to "}:
        return False
    decimals = all("." in text[found.start : found.end] for found in (move, level))
    if not decimals:
        return False
    names = index_names().finditer(text, max(0, move.left - 120), move.left)
    return any(_INDEX_MOVED.fullmatch(text, name.end(), move.left) for name in names)


def _board(text: str, level: Mention, move: Mention) -> tuple[Mention, Mention]:
    """Give a move behind a level its unit; without any, decimals that move are the points of an index."""
    if _is_of_index(text, level, move):
        return replace(level, unit=_POINTS), replace(move, unit=_POINTS)
    plain = level.form == move.form == "digits" and move.unit is None and level.bound == move.bound == "exact"
    if not plain or not _OFF.fullmatch(text[level.right : move.left]) or counts(text, move.right):
        return level, move
    if level.unit is not None:
        priced = level.unit.kind == "money"
        return level, _with_unit_of(level, move) if priced else move
    if "." not in text[level.start : level.end] or "." not in text[move.start : move.end]:
        return level, move
    return replace(level, unit=_POINTS), replace(move, unit=_POINTS)


# "The highest is 84.7 cents, while the lowest is 74.07": the second clause leaves the unit out.
_GAPPED = re.compile(r"[^.!?;:\n]{0,40}?,?\s(?:and|but|while|whereas)\s[^.!?;:\n]{3,60}\s")
_PARALLEL = re.compile(r"\b(by|is|was|are|were|of|at)\s$")


def _gapped(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare number at the end of a clause the unit of a like amount behind the same word before it."""
    if first.unit is None or second.unit is not None or first.form != second.form or first.bound != "exact":
        return second
    before, behind = (
        _PARALLEL.search(text[max(0, found.left - 5) : found.left]) for found in (first, second)
    )
    if before is None or behind is None or before[1] != behind[1]:
        return second
    whole = before[1] != "by" and second.value.denominator == 1
    if whole or not _GAPPED.fullmatch(text[first.right : second.left]) or counts(text, second.right):
        return second
    scaled = second.value * first.unit.factor
    near = is_near(first.value * first.unit.factor, scaled, within=5)
    return _with_unit_of(first, second) if near else second


_NAMES = r"(?:[A-Z][\w'’-]+\s){1,4}"
_OF_IT = r"(?:\sof\s(?:the\s)?[a-z]+)?"  # "31 percent of the vote"
# "The Alliance had 31.8 percent and the Greens 12.1": the second leaves out verb and unit.
# An aside may stand between them: ", its best result since 1990, and the Greens 12.1".
_NEXT_NAME = re.compile(
    rf"{_OF_IT}(?:,\s(?:its|the|up|down)\s[^.;:!?\n]{{4,50}})?,?\s(?:and|but|while|with|to)\s(?:the\s)?{_NAMES}"
)
# "The Greens had 31 percent, the Reds 24 and the Blues 12": a comma alone, where the list goes on
_NEXT_IN_LIST = re.compile(rf"{_OF_IT},\s(?:the\s)?{_NAMES}")
_LIST_GOES_ON = re.compile(rf"(?:,|,?\sand)\s(?:the\s)?{_NAMES}\d")
# "put the Greens at 25 percent and the Reds at 35"
_NEXT_AT = re.compile(
    rf",?\s(?:and|but|while|with)\s(?:the\s)?(?:[a-z]+\s){{0,3}}{_NAMES}(?P<at>at|on|with)\s"
)


def _of_next_name(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare decimal behind another name the per cent of the share before."""
    if first.unit is None or first.unit.name != "%" or second.unit is not None:
        return second
    if not _BARE_END.match(text, second.right):
        return second
    named = _NEXT_AT.fullmatch(text, first.right, second.left)
    if named is not None and (not text.endswith(f" {named['at']} ", 0, first.left) or second.value > 100):
        named = None
    behind_name = _NEXT_NAME.fullmatch(text, first.right, second.left)
    if _LIST_GOES_ON.match(text, second.right):
        behind_name = behind_name or _NEXT_IN_LIST.fullmatch(text, first.right, second.left)
    smaller = first.form == second.form and second.value < first.value and _VOTED.search(text) is not None
    if behind_name is not None and (
        "." in text[second.start : second.end] or _alike(first, second) or smaller
    ):
        named = named or behind_name
    return _with_unit_of(first, second) if named is not None else second


# "44 percent to 41 for Orr", "48 percent to 42", "Dunn (15)" behind the share of another
_RIVAL = re.compile(r" (?:to|versus|vs\.?) (?:[A-Z][\w.-]+['’]s )?")
_RIVAL_ENDS = re.compile(
    r"[.,;:)]|\s*\Z|\n|\s(?:among|and|for|in|nationally|nationwide|on|over|statewide|while|with)\b"
)
_IN_BRACKETS = re.compile(r"[^.;:!?\n]{2,80} (?:[A-Z][\w'’-]+ )+\(")
_VOTED = re.compile(
    r"\b(?:caucus(?:es)?|elections?|polls?|primar(?:y|ies)|surveys?|voters?|votes?)\b", re.IGNORECASE
)
_ALL = 100


def _of_rival(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare number that is held against a share, of who else runs, the per cent of that."""
    if first.unit is None or first.unit.name != "%" or second.unit is not None or second.form != "digits":
        return second
    moved = _MOVED_BY.search(text, max(0, first.left - 30), first.left)
    if first.value + second.value > _ALL or first.form != second.form or moved:
        return second
    against = _RIVAL.fullmatch(text, first.right, second.left) and _RIVAL_ENDS.match(text, second.right)
    closed = text.startswith(")", second.right) and _IN_BRACKETS.fullmatch(text, first.right, second.left)
    told = (against or closed) and _VOTED.search(text) is not None
    return _with_unit_of(first, second) if told else second


def _alike(one: Mention, other: Mention) -> bool:
    """Whether a number may be a share like another, and no model: "48 percent and the Reds 37"."""
    near = is_near(one.value, other.value, within=4)
    return near and one.form == other.form == "digits" and other.value < 100


# "1.4 billion euros to roads and 2 billion to schools", "5.1 points in May and 2.1 last year": both parts of
# a coordination go on alike, so that the second leaves out what the first has said.
_AND_ON = re.compile(r"(?P<rest>\s[^.!?;:\n]{2,80}?),?\s(?:and|but|or|while)\s")
_REST = re.compile(rf"{_RATE}(?:\s?\([^()]{{1,30}}\))?\s(?P<word>[a-z]+)\b")
_WHEN = frozenset({"in", "during", "last", "this", "next", "today", "yesterday", "on"})
_SPENT_AT = frozenset({"as", "at", "in", "under", "with"})
_ALIKE = ("for", "to", "on", "from", "by", "at", "per")


def _first_part(text: str, before: list[Mention], dated: frozenset[int]) -> Mention:
    """Give the last amount, dates aside; of "2.4 million yen ($22,480) for" the one that is converted."""
    amounts = [found for found in before[-3:] if found.start not in dated] or before[-1:]
    last = amounts[-1]
    converted = text[last.left - 1 : last.left] == "(" and text[last.right : last.right + 1] == ")"
    return amounts[-2] if converted and len(amounts) > 1 else last


def _left_out(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare number in the second part of a coordination the unit of the first part's amount."""
    if first.unit is None or second.unit is not None or first.form != second.form:
        return second
    if first.unit.kind not in ("money", "share", "measure"):
        return second
    if _AND_ON.fullmatch(text[first.right : second.left]) is None:
        return second
    goes_on, alike = (_REST.match(text, found.right) for found in (first, second))
    if goes_on is None or alike is None:
        return second
    same = goes_on["word"] == alike["word"] and alike["word"] in _ALIKE
    if not same and not {goes_on["word"], alike["word"]} <= _WHEN:
        return second
    near = is_near(first.value, second.value, within=10)
    return _with_unit_of(first, second) if near else second


def _spent(text: str, first: Mention, second: Mention) -> Mention:
    """Give a bare number the length of time before: "served 12 years in the Senate and four as governor"."""
    if first.unit is None or first.unit.kind != "duration" or second.unit is not None:
        return second
    goes_on, alike = (_REST.match(text, found.right) for found in (first, second))
    if goes_on is None or alike is None or not {goes_on["word"], alike["word"]} <= _SPENT_AT:
        return second
    bare = {first.form, second.form} <= _PLAIN and first.bound == second.bound == "exact"
    joined = _AND_ON.fullmatch(text[first.right : second.left]) is not None
    return _with_unit_of(first, second) if bare and joined and not counts(text, second.right) else second


# "Of 1,170 square kilometres that were mined, 948 have been cleared, leaving 222": parts of what is measured.
_OPENED_BY = re.compile(r"(?:^|[.!?]\s+|\n)Of (?:the |all |its |their )*$")
_PART_OF_IT = re.compile(r"[^.!?;:\n]{0,60}, (?:(?:only|just|about|some|nearly) )*")
_PREDICATE = re.compile(r" (?:had|has|have|is|was|were|are|will|would)\b")
_LEAVING = re.compile(r"[^.!?;:\n]{0,80},? leaving (?:(?:only|just|about|some|nearly) )*")
# "Pumped 4.06 million barrels a day in November, 60,000 above its quota": how far it is from a mark.
_SET_OFF = re.compile(r"[^.!?;:\n]{0,40}, (?:(?:about|some|nearly|almost) )*")
_FROM_MARK = re.compile(
    r" (?:above|below|over|under|short of|beyond|more than|less than) (?:its|the|their|an?|last)\b"
)
# "To grow by 920,000 barrels a day this year, to 103.8 million": the level that a change led to.
_TO_LEVEL = re.compile(r"[^.!?;:\n]{0,60}, to (?:(?:about|some|nearly|almost|a record) )*")


def _of_measured(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give a bare number the unit of what is measured before it in its sentence, of which it tells on."""
    if found.unit is not None or found.form != "digits":
        return found
    goes_on = _PREDICATE.match(text, found.right) or _FROM_MARK.match(text, found.right)
    if counts(text, found.right) and not goes_on:
        return found
    for first in reversed(before):
        gap = text[first.right : found.left]
        if _SENTENCE_BETWEEN.search(gap):
            break
        if first.unit is not None and first.unit.kind == "measure" and _tells_on(text, first, found):
            return _with_unit_of(first, found)
    return found


def _tells_on(text: str, measured: Mention, found: Mention) -> bool:
    """Whether a bare number is a part of what is measured, its distance from a mark, or its level."""
    gap = text[measured.right : found.left]
    smaller = found.value < measured.value
    ends = _BARE_END.match(text, found.right) is not None
    opened = _OPENED_BY.search(text, max(0, measured.left - 20), measured.left)
    if opened and smaller and _PART_OF_IT.fullmatch(gap) and (ends or _PREDICATE.match(text, found.right)):
        return True
    if smaller and ends and _LEAVING.fullmatch(gap):
        return True
    if smaller and _SET_OFF.fullmatch(gap) and _FROM_MARK.match(text, found.right):
        return True
    changed = text.endswith(" by ", 0, measured.left)
    return changed and not smaller and ends and _TO_LEVEL.fullmatch(gap) is not None


# "Asked for $180 million and has received 46 million": a bare number of millions is of the money before it.
_BARE_END = re.compile(
    r"(?:[.,;:!?)]|$|\s(?:and|but|or|in|for|to|from|by|on|at|last|this|next|a year|so far|more|less|short"
    r"|above|below)\b)"
)
_OF_WHICH = re.compile(r",? of which (?:(?:only|just|about|some|nearly|more than|at least) )*")
_IS_SO = re.compile(r" (?:had|has|have|is|was|were|are|will|would|came|went)\b")
_OF_PEOPLE = re.compile(
    r"\b(?:city|country|nation|people|population|region|state|town|among|audience)\b[^.]*$"
)
_MAGNITUDE = re.compile(r"(?:million|billion|trillion|bn|mn|tn)$")
_SENTENCE_BETWEEN = re.compile(r"[.!?;]\s|\n")


def _millions(text: str, first: Mention, second: Mention) -> Mention:
    """Give bare millions that count nothing the currency of the millions before them in their sentence."""
    if first.unit is None or first.unit.kind != "money" or first.unit.per or second.unit is not None:
        return second
    sized = all(_MAGNITUDE.search(text[found.start : found.end]) for found in (first, second))
    gap = text[first.right : second.left]
    if not sized or _SENTENCE_BETWEEN.search(gap) or _OF_PEOPLE.search(gap):
        return second
    part = _OF_WHICH.fullmatch(gap) and _IS_SO.match(text, second.right)  # "of which 19 million has arrived"
    bare = part or (_BARE_END.match(text, second.right) and not counts(text, second.right))
    return _with_unit_of(first, second) if bare else second


# "Its net debt stood at 610 million": what is money has the currency that the text spoke of last.
_MONEY_NAMED = re.compile(
    r"\b(?:assets|bill|borrowings?|budget|capital|charges|costs?|debts?|deficit|dividends?|earnings|exports|fees|imports|income|investments?"
    r"|liabilities|loans?|loss(?:es)?|price|profits?|provisions|revenues?|sales|savings|shortfall|spending|surplus|takings|turnover)\b"
    r"[^.;:!?\n\d]{0,40}(?:\d[\d.]*\s?(?:per ?cent|%)\sto\s)?$",
    re.IGNORECASE,
)


# "Japan gave 5 million": millions that are given without a noun are money. Origin: VerbNet 13.1 and 13.2.
_GIVEN = re.compile(
    r"\b(?:contributed|donated|earmarked|gave|granted|lent|pledged|promised|set aside)"
    r" (?:(?:another|a further|about|some|nearly|more than|at least) )*$"
)
_GUESSES = "(?:anticipated|estimated|expected|forecast|planned|predicted|projected)"
_GUESSED = re.compile(rf" (?:(?:that |which )?(?:[a-z]+ ){{1,3}}?(?:had )?)?{_GUESSES}\b")
# "Analysts had expected 780 million", behind what was earned
_FORECASTERS = re.compile(
    r"\b(?:analysts|brokers|economists|forecasters|forecasts?|the market)\b[^.;:!?\n\d]{0,60}"
    rf"\b(?:(?:had|have) )?(?:been for|{_GUESSES})"
    r" (?:(?:about|some|around|nearly|only|more than|at least|between) )*$",
    re.IGNORECASE,
)
_HUGE = ("billion", "trillion", "bn", "tn")


def _of_money(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give bare billions, and millions that are named as money or given, the currency of the last money."""
    sized = found.unit is None and found.form == "digits" and _MAGNITUDE.search(text[found.start : found.end])
    guessed = _GUESSED.match(text, found.right)  # "short of the 9.9 billion expected by analysts"
    if not sized or not (guessed or (_BARE_END.match(text, found.right) and not counts(text, found.right))):
        return found
    huge = text[found.start : found.end].endswith(_HUGE)  # so many are no people, but of the whole world
    before_it = text[max(0, found.left - 80) : found.left]
    said = _MONEY_NAMED.search(before_it) or _GIVEN.search(before_it)
    said = said or (_FORECASTERS.search(before_it) if _is_last_level_money(before) else None)
    if not said and (not huge or _OF_PEOPLE.search(before_it)):
        return found
    for earlier in reversed(before):
        if earlier.unit is not None and earlier.unit.kind == "money":
            return replace(found, unit=replace(earlier.unit, per=None), unit_text=earlier.unit_text)
    return found


_LED_TO = re.compile(r"\b(?:at|from|of|to) (?:about |around |just |nearly |only )*$")
_SAME_MATTER = 250  # characters over which bare millions go on with what was measured in millions


def _of_stuff(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give bare millions the unit of the millions measured before.

    "Stocks fell 2 million barrels last week. They now stand at 29 million."
    """
    sized = found.unit is None and found.form == "digits" and _MAGNITUDE.search(text[found.start : found.end])
    if not sized or not _BARE_END.match(text, found.right) or counts(text, found.right):
        return found
    led_to = _LED_TO.search(text, max(0, found.left - 24), found.left)
    if led_to is None or _OF_PEOPLE.search(text[max(0, found.left - 80) : found.left]):
        return found
    levels = (
        one for one in reversed(before) if one.unit is None or one.unit.kind not in {"share", "duration"}
    )
    last = next(levels, None)
    if last is None or last.unit is None or last.unit.kind != "measure":
        return found
    gap = text[last.right : found.left]
    alike = _MAGNITUDE.search(text[last.start : last.end]) and "\n" not in gap and len(gap) < _SAME_MATTER
    return _with_unit_of(last, found) if alike else found


def _is_last_level_money(before: list[Mention]) -> bool:
    """Whether the last amount that is no share was money: what analysts then expect is money as well."""
    levels = (found for found in reversed(before) if found.unit is None or found.unit.kind != "share")
    last = next(levels, None)
    return last is not None and last.unit is not None and last.unit.kind == "money"


_POINT = "point"
_AT_LEVEL = re.compile(r"\b(?:to|at)\s$")
_MOVE = re.compile(r",?\s\(?(?:up|down|an?\s(?:rise|gain|fall|drop|loss|decline|increase|jump)\sof)\s")


def _level_behind(text: str, before: list[Mention], found: Mention) -> Mention:
    """Give the level of an index its points, said of the move: "rose 64 points, or 1.4%, to 4,577.10"."""
    if not _AT_LEVEL.search(text[max(0, found.left - 4) : found.left]) or not _is_level(text, found):
        return found
    for move in reversed(before):
        if move.unit is not None and move.unit.name == _POINT:
            between = text[move.right : found.left]
            return found if re.search(r"[.!?;]\s|\n", between) else _with_unit_of(move, found)
    return found


_CENTS = 2  # digits behind the point of a price


_CLOSED_AT = re.compile(
    r"\b(?:clos(?:e|ed|ing)|end(?:ed|ing)?|finish(?:ed|ing)?|open(?:ed|ing)?|settl(?:e|ed|ing)) at $"
)


def _price_behind(text: str, move: Mention, level: Mention) -> Mention:
    """Give the price that a move led to, or a day, its currency: "lost $1 to 58.25", "to close at 58.30"."""
    money = move.unit is not None and move.unit.kind == "money" and level.unit is None
    gap = text[move.right : level.left]
    closed = _CLOSED_AT.search(gap) is not None and _SENTENCE_BETWEEN.search(gap) is None
    if not money or move.unit is None or not (closed or gap == " to "):
        return level
    decimals = text[level.start : level.end].partition(".")[2]
    if len(decimals) != _CENTS or counts(text, level.right):
        return level
    return replace(level, unit=replace(move.unit, factor=Fraction(1)), unit_text=None)


def _level_before(text: str, level: Mention, move: Mention) -> Mention:
    """Give the level of an index its points, said of the move behind it: "16,369.03, up 58.06 points"."""
    said = move.unit is not None and move.unit.name == _POINT and _is_level(text, level)
    return _with_unit_of(move, level) if said and _MOVE.fullmatch(text[level.right : move.left]) else level


def _is_level(text: str, found: Mention) -> bool:
    """Whether a number may be the level of an index: bare digits from a hundred that count nothing."""
    bare = found.unit is None and found.form == "digits" and found.value >= 100
    return bare and not counts(text, found.right)


def _with_unit_of(other: Mention, found: Mention) -> Mention:
    return replace(found, unit=other.unit, unit_text=other.unit_text)


def _goes_on(text: str, mentions: list[Mention], in_row: set[int], index: int) -> bool:
    """Whether a comma joins a number to the row behind it: "3, 4 and 5", "3, 4, and 5"."""
    if not _LIST_COMMA.fullmatch(text[mentions[index].right : mentions[index + 1].left]):
        return False
    before = text[mentions[index - 1].right : mentions[index].left] if index else ""
    return index + 1 in in_row or _LIST_COMMA.fullmatch(before) is not None


# Numbers that may leave out a unit, and behind what the level that "to" leads to has the unit of what is
# before: "from $12 to 9", "by 12,000 hectares to 827,000"; a rise by so many percent leads to something else.
_PLAIN = frozenset({"digits", "words"})
_PER_BASE = re.compile(r"per (?P<base>1[0,]+)$")
_MOVED_FROM = {
    "money": ("from ",),
    "share": ("from ",),
    "measure": ("from ", "by "),
    "duration": ("from ", "by "),
    "age": ("from ",),
}

_MOVED_BY = re.compile(
    r"\b(?:climbed|declined|decreased|dropped|fallen|fell|gained|grew|grown|increased|jumped|rose|risen|shrank|slid"
    r"|slipped|soared|tumbled|(?:decline|decrease|drop|fall|gain|increase|jump|rise) of)"
    r" (?:(?:about|almost|nearly|only|some) )*$"
)


def _has_moved(text: str, first: Mention) -> bool:
    """Whether something measured rose or fell by an amount, so that "to" leads to its level."""
    measured = first.unit is not None and first.unit.kind == "measure"
    return measured and _MOVED_BY.search(text, max(0, first.left - 30), first.left) is not None


def _compared(text: str, first: Mention, second: Mention) -> Mention:
    """Give the other level of a comparison the unit of the first: "to 4.1 percent from 4.3"."""
    if first.unit is None or second.unit is not None or not {first.form, second.form} <= _PLAIN:
        return second
    gap = text[first.right : second.left]
    from_to = gap == " to " and (
        text[: first.left].endswith(_MOVED_FROM[first.unit.kind]) or _has_moved(text, first)
    )
    moved = _FROM.fullmatch(gap) and _MOVED_TO.search(text, max(0, first.left - 20), first.left)
    if not (from_to or moved or _COMPARED.fullmatch(gap)):
        return second
    counted = counts(text, second.right) or text[second.right : second.right + 1] == "-"
    if counted:
        return second
    per = _PER_BASE.search(text, first.start, first.end)
    if per is not None and second.low is not None and second.high is not None:
        scale = Fraction(100, int(per["base"].replace(",", "")))  # "28.3 per 100,000, compared with 18.3"
        second = replace(second, low=second.low * scale, high=second.high * scale)
    return _with_unit_of(first, second)
