"""The unit that stands beside a number: measures, time, per cent, money before and behind.

Units and currencies are those of the tables of `addup.words`; a rate is read by `rates`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from addup.reading.amounts.sterling import is_sterling
from addup.reading.amounts.tables import either
from addup.records import Kind
from addup.words.tables import table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name in records; `factor` turns the number into it (a cent is 0.01 USD)."""

    name: str
    kind: Kind
    per: str | None = None
    factor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Beside:
    """A unit found beside a number: its offsets, and its words (the currency's name for a sign)."""

    unit: Unit
    start: int
    end: int
    text: str


_UNKNOWN = Unit("XXX", "money")
_HUNDREDTH = Fraction(1, 100)
_OF_YEAR = re.compile(r"\b(?:in|of|since|until) (?:19|20)\d\d$")  # "born in 1988 won 12 prizes"
_LEAST_WON = 100  # below it "won" is the verb: "Labour, with 35 won in the north"
_MILLION = 1_000_000
_ONLY_BEFORE = ("#", "PS", "R")  # behind a number, PS is horsepower


def _key(words: str) -> str:
    return re.sub(r"[\s\u00a0-]+", " ", words.lower())


@cache
def _words() -> dict[str, Unit]:
    """Units by the words that stand for them, in lower case."""
    found: dict[str, Unit] = {}
    for row in table("units")["unit"]:
        unit = Unit(row["name"], row["kind"], row.get("per"))
        found |= {_key(word): unit for word in row["words"]}
    for row in table("currencies")["currency"]:
        money = Unit(row["code"], "money")
        found |= {_key(word): money for word in row.get("words", [])}
        hundredth = Unit(row["code"], "money", None, _HUNDREDTH)
        found |= {_key(word): hundredth for word in row.get("hundredths", [])}
    for row in table("currencies")["currency"]:
        money = Unit(row["code"], "money")
        bare = [*row.get("words", []), *row.get("shared", [])]
        country, _, rest = row["name"].rpartition(" ")  # "Dutch guilder": its own country may stand there too
        countries = [*row.get("adjectives", []), *([country] if rest in bare else [])]
        found |= {_key(f"{adjective} {word}"): money for adjective in countries for word in bare}
        hundredth = Unit(row["code"], "money", None, _HUNDREDTH)
        parts = {part for word in bare for part in _hundredths().get(word, ())}
        found |= {_key(f"{adjective} {part}"): hundredth for adjective in countries for part in parts}
    return found


@cache
def _hundredths() -> dict[str, list[str]]:
    """The words for the hundredth part of a currency by its own words: Canadian dollars have cents too."""
    return {
        word: row["hundredths"]
        for row in table("currencies")["currency"]
        for word in [*row.get("words", []), *row.get("shared", [])]
        if "hundredths" in row
    }


@cache
def _symbols() -> dict[str, Unit]:
    """Units by their symbols, which keep their case."""
    found: dict[str, Unit] = {}
    for row in table("units")["unit"]:
        unit = Unit(row["name"], row["kind"], row.get("per"))
        found |= dict.fromkeys([*row.get("symbols", []), *row.get("glued", [])], unit)
    for row in table("currencies")["currency"]:
        money = Unit(row["code"], "money")
        found |= {sign: money for sign in [row["code"], *row.get("signs", [])] if sign not in _ONLY_BEFORE}
        found[f"M{row['code']}"] = Unit(row["code"], "money", None, Fraction(_MILLION))
    return found | {"p": Unit("GBP", "money", None, _HUNDREDTH), "c": Unit("USD", "money", None, _HUNDREDTH)}


# Tokenised text parts its compounds: "a 30 - year bond", "a 4 - inch pipe - line".
_SPANS = "second|minute|hour|day|week|month|year|mile|inch|foot|percent|point|acre"


@cache
def _after() -> re.Pattern[str]:
    glued = {symbol for row in table("units")["unit"] for symbol in row.get("glued", [])} | {"p", "c"}
    symbols = either(set(_symbols()) - glued)
    joined = either(sign for sign in _symbols() if sign.isalpha() and len(sign) > 1 and sign != "in")
    return re.compile(
        rf"(?P<feet>['’′])(?=\s?\d{{1,2}}\s?[\"”″])|(?:(?P<glued>{either(glued)})|[\s\u00a0]?(?P<symbol>{symbols})"
        rf"|-(?P<joined>{joined}))(?![\w$€£¥%])"
        rf"|\ ?[({{<[](?P<bracketed>{symbols})[)}}>\]]"
        rf"|(?:\ -\ (?=[a-z]+\ -\ |(?:{_SPANS})\b)|[\u00a0 \n-]|\ ?[({{<[])?"
        rf"(?P<words>(?i:{either(_words())}))(?![^\W_])"
    )


@cache
def _before() -> re.Pattern[str]:
    signs = {sign: row["code"] for row in table("currencies")["currency"] for sign in row.get("signs", [])}
    codes = [row["code"] for row in table("currencies")["currency"]]
    spaced = [re.sub(r"(?<=\w)\$", " $", sign) for sign in signs if sign.endswith("$") and len(sign) > 2]
    millions = [f"M{code}" for code in codes]
    lettered = either(
        [sign for sign in [*signs, *spaced] if sign[0].isalpha()] + codes + millions + [*_letters()]
    )
    bare = either(sign for sign in signs if not sign[0].isalpha())
    return re.compile(rf"(?:(?<![^\W_])(?P<lettered>{lettered})|(?P<bare>{bare}))[\s\u00a0]?[-−]?$")


@cache
def _signs() -> dict[str, Unit]:
    rows = table("currencies")["currency"]
    by_sign = {sign: row["code"] for row in rows for sign in row.get("signs", [])}
    by_code = {row["code"]: row["code"] for row in rows}
    millions = {f"M{code}": Unit(code, "money", None, Fraction(_MILLION)) for code in by_code}
    return millions | {sign: Unit(code, "money") for sign, code in (by_sign | by_code).items()}


@cache
def _currency_names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("currencies")["currency"]}


@cache
def _letters() -> dict[str, list[tuple[Unit, re.Pattern[str]]]]:
    """Give the currencies that a single letter stands for, each with what names it or its country."""
    found: dict[str, list[tuple[Unit, re.Pattern[str]]]] = {}
    for row in table("currencies")["currency"]:
        if "letter" in row:
            names = [word for key in ("words", "adjectives", "countries") for word in row.get(key, [])]
            naming = re.compile(rf"\b{either([row['name'], *names])}\b")
            found.setdefault(row["letter"], []).append((Unit(row["code"], "money"), naming))
    return found


def _of_letter(text: str, letter: str) -> Unit:
    """Give the currency of a letter: of several that which the text names, else one that is not known."""
    currencies = _letters()[letter]
    named = [unit for unit, names in currencies if names.search(text)] if len(currencies) > 1 else []
    if len(named) == 1 or len(currencies) == 1:
        return (named or [unit for unit, _ in currencies])[0]
    return _UNKNOWN


def money_before(text: str, start: int) -> Beside | None:
    """Find the currency sign or code right before a number that starts at `start`."""
    begin = max(0, start - 10)
    match = _before().search(text[begin:start])
    if match is None:
        return None
    sign = match["lettered"] or match["bare"]
    unit = _of_letter(text, sign) if sign in _letters() else _signs()[re.sub(r"\s\$", "$", sign)]
    return Beside(
        unit, begin + match.start(), start, sign if unit == _UNKNOWN else _currency_names()[unit.name]
    )


_RUN = re.compile(r"[\s\u00a0({<\[-]{0,4}(?P<run>[^\W\d_]+|(?s:.))")


@cache
def _first_runs() -> frozenset[str]:
    """Give the letters or signs that units begin with, in small letters."""
    runs = map(_RUN.match, (*_words(), *_symbols(), *"'’′"))
    return frozenset(run["run"].lower() for run in runs if run is not None)


def unit_after(text: str, end: int, value: Fraction) -> Beside | None:
    """Find the unit right behind a number that ends at `end`; mostly the next letters tell that none is."""
    run = _RUN.match(text, end)
    may_be = run is not None and run["run"].lower() in _first_runs()
    match = _after().match(text, end) if may_be else None
    if match is None:
        return _feet_of_height(text, end)
    if match["feet"]:
        return Beside(_words()["feet"], match.start(), match.end(), "feet")
    place = match.lastgroup or "words"
    symbol = match[place] if place != "words" else ""
    disease = symbol in _ALSO_ABBREVIATIONS and _THINGS.match(text, match.end())  # "2,371 TB cases"
    if disease or (symbol in ('"', "”") and not _is_inch(text, end, symbol)):
        return None
    if symbol:
        unit = _symbols()[symbol]
        whole = unit.kind == "money" and unit.factor >= 1
        name = _currency_names()[unit.name] if whole else symbol
        return Beside(unit, match.start(place), match.end(), name)
    words = _key(match["words"])
    if not _fits(words, text, match, value):
        return None
    unit = _words()[words]
    if words in ("pounds", "pound"):
        many = value >= _MILLION and not text.startswith(" of", match.end())
        joined = words == "pound" and value != 1
        if many or is_sterling(text, end, match.end(), joined=joined):
            unit = Unit("GBP", "money")
    return Beside(unit, match.start("words"), match.end(), match["words"])


_EVERYWHERE = ("dollar", "pound")  # in papers of one country these are its own whoever is written about


_CENTS = frozenset({"cent", "cents"})
_IN_EUROS = re.compile(r"\beuros?\b|€")
_IN_DOLLARS = re.compile(r"\bdollars?\b|(?<!\()\$")  # "1.4bn euros ($1.8bn)" is only converted


@cache
def _sharers(word: str) -> tuple[tuple[Unit, re.Pattern[str]], ...]:
    """Give the currencies of one word with the adjectives of their countries."""
    rows = [
        row
        for row in table("currencies")["currency"]
        if word in (*row.get("words", []), *row.get("shared", []))
    ]
    return tuple(
        (
            Unit(row["code"], "money"),
            re.compile(rf"\b{either([*row['adjectives'], *row.get('countries', [])])}\b"),
        )
        for row in rows
        if row.get("adjectives")
    )


def of_country(text: str, found: str, unit: Unit) -> Unit:
    """Give the currency that bare words stand for, by the one country with such a currency in the text.

    "Francs" are French where the text speaks of a French bank and of nothing Swiss or Belgian.
    """
    word = found.lower()
    if word in _CENTS and unit.name == "USD" and _IN_EUROS.search(text) and not _IN_DOLLARS.search(text):
        return replace(unit, name="EUR")
    if unit.kind != "money" or unit.factor != 1 or word.rstrip("s") in _EVERYWHERE:
        return unit
    named = [other for other, adjectives in _sharers(word) if adjectives.search(text)]
    return named[0] if len(named) == 1 else unit


@cache
def _only_shared() -> re.Pattern[str]:
    """Find words for money that no currency has for itself alone: "crowns"."""
    rows = table("currencies")["currency"]
    owned = {word for row in rows for word in row.get("words", [])}
    shared = {word for row in rows for word in row.get("shared", [])} - owned
    return re.compile(rf"[ \u00a0\n-](?P<words>{either(shared)})(?!\w)")


def shared_unit_after(text: str, end: int) -> Beside | None:
    """Find a word for money that says which only by the one country of such money in the text.

    Where it names none, crowns are money all the same, if the text has thousands of them.
    """
    match = _only_shared().match(text, end)
    if match is None:
        return None
    several = _words().get(f"{match['words']}s")
    if several is not None and _MANY_JOINED.match(text, end) and text.endswith("illion", 0, end):
        return Beside(several, match.start("words"), match.end(), match["words"])  # "a 4 billion-mark budget"
    named = [unit for unit, adjectives in _sharers(match["words"]) if adjectives.search(text)]
    if len(named) != 1 and match["words"] in {"crown", "crowns"} and _MANY_CROWNS.search(text):
        named = [_UNKNOWN]
    return Beside(named[0], match.start("words"), match.end(), match["words"]) if len(named) == 1 else None


_MANY_JOINED = re.compile(r"-[a-z]+ [a-z]")
_MANY_CROWNS = re.compile(r"(?:\d,?\d{3}|[mb]illion|trillion|thousand)(?: crowns\b|-crown [a-z])")


_FEET = re.compile(r"['’′](?!\w)")
_HEIGHT = re.compile(
    r"\b(?:altitude|ceiling|depth|elevation|height|length|width) of (?:[a-z]+ ){0,2}[\d,.]+\Z", re.IGNORECASE
)


def _feet_of_height(text: str, end: int) -> Beside | None:
    """Find the sign for feet without inches behind it, which only a height or the like tells from a quote."""
    match = _FEET.match(text, end)
    if match is None or not _HEIGHT.search(text[max(0, end - 40) : end]):
        return None
    return Beside(_words()["feet"], match.start(), match.end(), "feet")


def _is_inch(text: str, end: int, sign: str) -> bool:
    """Tell the sign for inches from a closing quotation mark: there is no opening one before it."""
    line = text[text.rfind("\n", 0, end) + 1 : end]
    opened = line.count("“") > line.count("”") if sign == "”" else line.count(sign) % 2 == 1
    return text[end - 1].isdigit() and not opened


_ALSO_ABBREVIATIONS = frozenset({"TB"})  # of tuberculosis too
_THINGS = re.compile(r" (?:cases|deaths|patients|infections|drugs|clinics|sufferers)\b")
_ALSO_NAMES = (
    "stone",
    "mark",
    "marks",
    "won",
    "rand",
    "crown",
    "pound",
    "yard",
    "dong",
    "kip",
    "real",
    "sterling",
)


def _fits(words: str, text: str, match: re.Match[str], value: Fraction) -> bool:
    """Tell unit words from the same words in other senses."""
    joined = text[match.start()] == "-"
    if words in _ALSO_NAMES and match["words"][0].isupper():
        return False
    if words == "quarter":  # "a four-quarter test"; "a quarter" is a part
        return joined
    if words == "second" and text.startswith(("-hand", "-rate", "-class", "-tier", "-degree"), match.end()):
        return False
    if words == "won":
        return value >= _LEAST_WON and not _OF_YEAR.search(text, 0, match.start())
    if words == "second" and not joined:
        return value == 1 or not re.match(
            r"[ -](?:half|quarter|round|period|place|time|term)", text[match.end() :]
        )
    # "two marks" of a pupil, "30 won": a bare singular needs the number one, a hyphen or a noun behind it
    return not (words in ("mark", "crown") and not joined and value != 1)
