"""What an amount is per: "1,700 a day", "$6 a share", "four flights a week", "$3 million in fuel a year"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from addup.reading.amounts.brackets import is_in_brackets
from addup.reading.amounts.grammar import cardinals
from addup.reading.amounts.hedges import CONVERSION
from addup.reading.amounts.mentions import Mention, is_near
from addup.reading.amounts.moves import moving_verbs
from addup.reading.amounts.tables import any_of, either, table
from addup.words.tables import table as words_table

_PER_CAPITA = " per capita"
_AGO = r"(?![ -](?:ago|earlier|later|before|after|old|long|and a half|or two)\b)"
_LATER = (
    r"(?![ -](?:ago|earlier|later|before|after|old|long|and (?:an?|\d)"
    r"|or|with|that|when|since|from|of|points?)\b)"
    r"(?!(?<=\ba second) (?!(?:and|as|at|by|during|for|from|in|on|or|through|to|when|while|with)\b)[a-z])"
)
_ADVERBIAL = (
    r"(?=\s*[.,;:)]|\s(?:in|on|at|to|for|by|from|and|or|but|since|over|as|with|through|until|under|if|when"
    r"|while|during|across)\b|$)"
)
_PREPOSITION = re.compile(
    r"\b(?:in|for|of|after|within|once|over|than"
    # "nine miners who survived a week": so long, and once
    r"|surviv(?:ed?|es|ing)|last(?:ed|s|ing)?|endur(?:ed?|es|ing)|wait(?:ed|s|ing)?)\s(?:an?|each|every|per)\s$"
)


# "at an annual rate of 3 percent"
_PACE = re.compile(r"\b(?P<word>annual|annuali[sz]ed|monthly|yearly) (?:rate|pace) of (?:[a-z]+ )?$")
_PACE_BEHIND = re.compile(r"[ -](?P<word>annual|annuali[sz]ed|monthly|yearly) (?:clip|pace|rate)\b")
_MOVED = re.compile(r",? (?:up|down) (?:by )?|, to ")
_BEFORE = re.compile(
    r"(?: (?:this|last) [a-z]+| in [\w/]+(?: \d{4})?)?,? (?:(?:up |down )?from|against|versus"
    r"|compared (?:with|to)) "
)
# "83 cents a share, from $226 million, or 78 cents": the total of before, and then its rate
_SAID_AGAIN = re.compile(r"(?: \([^()]{1,30}\))?, or ")
_PRICED = re.compile(r" (?:at|to) ")
_SHARE_AGAIN = re.compile(r",? or |,? \(")
_PRICED_BEHIND = re.compile(r"[,)]? (?:to (?:close|end|finish|settle) )?(?:at|to) ")
_GOES_ON = re.compile(r",? (?:and|or|from|to|against|versus|(?:up |down )from|compared (?:with|to)) ")
_EACH_BEHIND = re.compile(
    r" (?:apiece|each)(?=[.,;:]| (?:and|as|at|for|from|in|on|or|through|to|under|when|while|with)\b|$)"
)
# "1,850 francs ($297) each for Orel shares"
_EACH_FOR_SHARES = re.compile(
    r"(?:\)| \([^()]{1,20}\))? each for (?:(?!(?:and|or|but)\b)[\w'’-]+ ){0,4}shares\b"
)
_COSTS = re.compile(r" (?:at|for|from|of|to) (?:(?:about|around|just|only|some) )?$")
_SHARES = re.compile(r"\bshares\b(?! of)|\b(?:[Ss]hares of|[Tt]he shares)\b")
_CLAUSE_END = re.compile(r"[.;!?]\s(?=[A-Z\"“])|\n")
_LONG_CLAUSE = 200
_FAR = 90  # characters from a currency to what it is at


@cache
def currencies() -> dict[str, str]:
    """Give the codes of currencies by the single words that stand for them."""
    codes: dict[str, str] = {}
    for row in words_table("currencies")["currency"]:
        for word in (*row.get("words", []), *row.get("shared", [])):
            codes.setdefault(word, row["code"])
    return {word: code for word, code in codes.items() if " " not in word}


@cache
def _currency_at() -> re.Pattern[str]:
    """What a currency was at: "the dollar fell to", "the pound, which was at"."""
    return re.compile(
        rf"\b(?:the (?:\w+ )?(?P<currency>{either(currencies())})|sterling)"
        r"(?! (?:area|bloc|coin|note|zone)\b)"
        r"(?:, (?:which|that))?(?: \w+){0,3}?"
        r"(?: (?:by )?[\d.]+ ?(?:%|per ?cent)(?: (?:higher|lower|stronger|weaker))?)?"
        r"(?: (?:against|versus) (?:the )?(?:\w+ )?\w+)? (?:at|bought|fetched|to|worth) (?:about |around )?$",
        re.IGNORECASE,
    )


def rated(text: str, found: Mention) -> Mention:
    """Give an amount the unit of its rate, if the text says one right behind it or a few words on."""
    if found.unit is not None and found.unit.per is not None:
        return replace(found, per=found.unit.per)
    if text.startswith(_PER_CAPITA, found.right):
        return replace(found, per="person", right=found.right + len(_PER_CAPITA))
    is_share = found.unit is not None and found.unit.kind == "share"
    pace = _PACE.search(text, max(0, found.left - 40), found.left) or _PACE_BEHIND.match(text, found.right)
    if pace is not None and is_share:
        return replace(found, per={"m": "month"}.get(pace["word"][0], "year"))
    return (
        _right_behind(text, found)
        or _of_pay(text, found)
        or _of_goods(text, found)
        or _of_each(text, found)
        or _apiece(text, found)
        or _farther_on(text, found)
        or found
    )


def rates_shared(text: str, mentions: list[Mention]) -> list[Mention]:
    """Give amounts the rate that is said once for two, and what a currency is at that currency.

    "$43 a share, up $1", "1,015 francs ($162) a share", "the dollar was at 1.84 marks and 142 yen".
    """
    found = list(mentions)
    for index, mention in enumerate(found):
        before = found[index - 1] if index else None
        if before is not None:
            found[index - 1], found[index] = _shared(text, before, mention)
        if index > 1:
            found[index] = _said_before(text, found[index - 2], found[index - 1], found[index])
            found[index - 2] = _moved_to(text, found[index - 2], found[index - 1], found[index])
        found[index] = _quoted(text, before, found[index])
    return found


def _said_before(text: str, first: Mention, whole: Mention, found: Mention) -> Mention:
    """Give what a share earned before the rate said of it now: "83 cents a share, from $9 million, or 78"."""
    if first.per != "share" or whole.per or found.per or found.unit != first.unit:
        return found
    moved = _BEFORE.fullmatch(text, first.right, whole.left)
    again = _SAID_AGAIN.fullmatch(text, whole.right, found.left)
    like = _may_be_levels(first, found) and whole.unit is not None and whole.unit.kind == "money"
    return replace(found, per=first.per) if moved and again and like else found


def _moved_to(text: str, first: Mention, share: Mention, price: Mention) -> Mention:
    """Give how far a price moved its rate, past the same as a share: "up 63 cents, or 2%, at $31 a ton"."""
    if first.unit is None or price.unit is None or first.unit.name != price.unit.name or first.per:
        return first
    said = share.unit is not None and share.unit.name == "%" and price.per is not None
    again = said and _SHARE_AGAIN.fullmatch(text, first.right, share.left)
    behind = again and _PRICED_BEHIND.fullmatch(text, share.right, price.left)
    return replace(first, per=price.per) if behind else first


def _shared(text: str, first: Mention, second: Mention) -> tuple[Mention, Mention]:
    """Give both of two amounts the rate of one, if one moved to the other or is the other converted.

    "$43 a share, up $1"; "4.1 million barrels a day, from 4.3 million".
    """
    gap = text[first.right : second.left]
    if first.per and not second.per and first.unit == second.unit:
        moved = _MOVED.fullmatch(gap) or (_BEFORE.fullmatch(gap) and _may_be_levels(first, second))
        measured = second.unit is not None and second.unit.kind == "measure"
        said_once = measured and (second.left, second.right) == (second.start, second.end)
        return first, replace(second, per=first.per) if moved or said_once else second
    if not second.per or first.per or first.unit is None or second.unit is None:
        return first, second
    priced = _moves().search(text, max(0, first.left - 12), first.left) and _PRICED.fullmatch(gap)
    if (priced and first.unit.name == second.unit.name) or CONVERSION.fullmatch(gap):
        return replace(first, per=second.per), second  # "up 63 cents at $31.49 a barrel"
    return first, second


def _may_be_levels(level: Mention, other: Mention) -> bool:
    """Whether two amounts may be levels of the same rate.

    "5,800 flights, 190 a day, against 4,900", "$9 million, or $2 a share, from $8 million" are not.
    """
    return is_near(level.value, other.value, within=5)


def _quoted(text: str, before: Mention | None, found: Mention) -> Mention:
    """Give what a currency is at, or was before, that currency as its rate."""
    if found.unit is None or found.unit.kind != "money" or found.per or found.form != "digits":
        return found
    per = before.per if before is not None else None
    if before is None or per not in currencies() or not _GOES_ON.fullmatch(text, before.right, found.left):
        quoted = _currency_at().search(text, max(0, found.left - _FAR), found.left)
        per = (quoted["currency"] or "pound").lower() if quoted is not None else None
    return replace(found, per=per) if per is not None and currencies()[per] != found.unit.name else found


def _right_behind(text: str, found: Mention) -> Mention | None:
    bracketed = is_in_brackets(text, found.left, found.right)
    match = _behind().match(text, found.right + bracketed)  # "1,015 francs ($162) a share"
    if match is None or match["per"] in ("cent", "se"):
        return None
    share = found.unit is not None and found.unit.kind == "share"
    if share and text.startswith((" the ", " per-"), found.right):
        return None  # "half the vote", "10 percent per-share growth"
    per = match["noun"] or match["thing"] or match["paid"] or match["per"] or _adverbs()[match["adverb"]]
    per = "year" if per == "annum" else per
    return replace(found, per=re.sub(r"\s", " ", per), right=found.right if bracketed else match.end())


# "average hourly earnings rose four cents, to $12.50"
_PAY = re.compile(
    r"\b(?P<adverb>daily|hourly|monthly|weekly) (?:[a-z]+ )?"
    r"(?:benefits?|earnings|fees?|pay|payments?|rates?|rents?|salar(?:y|ies)|wages?)\b(?:[^.;:!?\n]|\.(?=\d)){0,90}\Z",
    re.IGNORECASE,
)


def _of_pay(text: str, found: Mention) -> Mention | None:
    """Read how long what is earned or paid is for: "hourly wages rose four cents"."""
    if found.unit is None or found.unit.kind != "money":
        return None
    paid = _PAY.search(text, max(0, found.left - 120), found.left)
    return replace(found, per=_adverbs()[paid["adverb"].lower()]) if paid is not None else None


@cache
def _moves() -> re.Pattern[str]:
    return re.compile(rf"\b(?:up|down|off|{moving_verbs()})(?: by)? $")


@cache
def _goods() -> re.Pattern[str]:
    """What costs so much each, up to the price: "the price of a gallon of diesel fell 4 cents to"."""
    goods = any_of("moves", "goods")
    named = rf"(?:\b[Pp]rices? (?:of|for) an?|(?:\A|[.!?] |\n)An?) (?P<goods>{goods})\b"
    return re.compile(
        rf"{named}(?: of(?: [\w,-]+){{1,4}})?"
        rf" (?:{moving_verbs()}|cost|costs|is|settle[ds]?|was)(?: at| by)?"
        r"(?:(?: (?:about|around|just|nearly))? [$£€]?[\d.,]+(?: \w+){0,6} (?:at|to)(?: settle at)?)? $"
    )


def _of_goods(text: str, found: Mention) -> Mention | None:
    """Read what is paid for one measure of what the clause speaks of: "a barrel of crude rose $2 to $65"."""
    if found.unit is None or found.unit.kind != "money":
        return None
    priced = _goods().search(text, max(0, found.left - 160), found.left)
    return replace(found, per=priced["goods"]) if priced is not None else None


def _of_each(text: str, found: Mention) -> Mention | None:
    """Read "$12 for each of the 5 million shares"."""
    match = _each().match(text, found.right) if found.unit and found.unit.kind == "money" else None
    if match is None:
        return None
    counted = any(character.isdigit() for character in match[0])
    return replace(found, per=match["noun"].lower(), right=found.right if counted else match.end())


def _apiece(text: str, found: Mention) -> Mention | None:
    """Read what each of the shares costs that the clause speaks of: "its shares fell $1.50 apiece"."""
    each = _EACH_BEHIND.match(text, found.right) if found.unit and found.unit.kind == "money" else None
    if found.unit and found.unit.kind == "money" and _EACH_FOR_SHARES.match(text, found.right):
        return replace(found, per="share")
    if each is None:
        return None
    if "apiece" not in each[0] and not _COSTS.search(text[max(0, found.left - 16) : found.left]):
        return None  # "the heirs sold the shares and got $3 million each"
    clause = _CLAUSE_END.split(text[max(0, found.left - _LONG_CLAUSE) : found.left])[-1]
    return replace(found, per="share", right=each.end()) if _SHARES.search(clause) else None


def _farther_on(text: str, found: Mention) -> Mention | None:
    """Read a rate after what is counted: "12 people a year"; not "12 people in a year"."""
    if found.unit is not None and found.unit.kind not in ("money", "measure"):
        return None
    match = _farther().match(text, found.right)
    if match is None:
        return _at_clause_end(text, found)
    per = match["each"] or match["apart"] or _adverbs().get(match["adverb"])
    if per is not None:
        return replace(found, per=per)
    within = _PREPOSITION.search(text[found.right : match.start("noun")])
    return None if within else replace(found, per=match["noun"])


def _at_clause_end(text: str, found: Mention) -> Mention | None:
    """Read a rate with which a clause ends: "up to 300 cases were recorded in Selm a day, it said"."""
    match = _clause_end().match(text, found.right) if found.unit is None else None
    if match is None or _PREPOSITION.search(text[found.right : match.start("noun")]):
        return None
    return replace(found, per=match["noun"])


@cache
def _clause_end() -> re.Pattern[str]:
    times = either(table("contexts")["rates"]["times"])
    words = r"(?:[ -](?!(?:an?|and|but|each|every|or|per)\b)[^\s\d.,;:()\"”?!-]+){5,10}?"
    over = r"\s(?:during|for|in|over|throughout)\s(?:all|its|that|the|these|this|those)\b"
    return re.compile(rf"{words}\ (?:an?|per)\ (?P<noun>{times})\b(?=[.,;)]|\.?$|{over})")


@cache
def _adverbs() -> dict[str, str]:
    adverbs: dict[str, str] = table("contexts")["rates"]["adverbs"]
    return adverbs


@cache
def _behind() -> re.Pattern[str]:
    rates = table("contexts")["rates"]
    nouns = either([*rates["times"], *rates["things"]])
    things = either(rates["things"])
    # "$1.38 per diluted share", "$40 per metric ton"
    kinds = (
        r"(?:(?:(?:basic|class [ab]|common|diluted|fully|ordinary|preferred)[ ])+(?=share)"
        r"|(?:long|metric|short)[ ](?=ton))"
    )
    return re.compile(
        rf"[ -](?:an?|each|every|the)[ -](?:{kinds}|(?=\d))?"
        rf"(?:(?P<noun>{nouns}|\d+-pack)\b{_AGO}|(?P<thing>{things})\b(?=\ (?:after|before)\b))"
        r"|\ in\ (?:cash|notes|stock)(?:\ and\ (?:cash|notes|stock))?"
        r"\ (?:an?|each|per)\ (?P<paid>share|unit)\b"
        rf"|(?:[ -]per[ -]|\s?/\s?){kinds}?(?P<per>{nouns}|[a-z]+)\b"
        rf"|\ (?P<adverb>{either(_adverbs())})\b{_ADVERBIAL}"
    )


@cache
def _each() -> re.Pattern[str]:
    things = either(table("contexts")["rates"]["things"])
    whole = r"of (?:the|its|their|his|her) (?:[\d.,]+ (?:million |billion )?)?"
    return re.compile(
        r"(?: (?:of|in) (?:its own )?(?:cash|stock|notes))?"
        rf" (?:for|on) (?:each|every) (?:{whole})?(?P<noun>{things}|{either(currencies())})s?\b",
        re.IGNORECASE,
    )


@cache
def _farther() -> re.Pattern[str]:
    times = either(table("contexts")["rates"]["times"])
    words = r"(?:[ -][^\s\d.,;:()\"”?!-]+){1,4}?"
    return re.compile(
        rf"{words}\ (?:(?:an?|each|every|per)\ (?P<noun>{times})\b{_LATER}"
        r"|per\ (?P<each>(?!cent\b|capita\b|annum\b)[a-z]{3,}(?<!s))\b(?![-'’])"
        rf"|(?P<adverb>{either(_adverbs())})(?=\s*[.,;:)]|$))"
        r"|[ -][a-z]+(?:\ of\ (?:[a-z]+\ )?[a-z]+)?\ for\ each"
        rf"\ (?P<apart>(?!{either(cardinals())})[a-z]{{3,}}(?<!s))\b(?![-'’])"
    )
