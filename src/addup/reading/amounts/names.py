"""Numbers that are names: "Boeing 747", "Article 5", "F-16", "Group of Seven", "12 Main Street"."""

from __future__ import annotations

import re
from functools import cache

from addup.reading.amounts.beside_names import counts_behind_name, is_before_verb_of_many
from addup.reading.amounts.brackets import bracket_around
from addup.reading.amounts.mentions import Mention, Reason
from addup.reading.amounts.notations import decided, decided_at_end, outdone, standing, standing_at_end
from addup.reading.amounts.tables import either, table
from addup.reading.amounts.tallies import NAMED, tally_before
from addup.reading.amounts.units import unit_after
from addup.reading.amounts.words_around import Around

# Letters with an accent may come as two characters, the second of which is no letter to regular expressions.
_ACCENT = "\u0300-\u036f"
_NOT_GLUED = re.compile(rf"[^\w./@:#&{_ACCENT}-]")
# An attribute inside a tag that was left in the text: <post id="4711" time="1234">
_MARKUP = re.compile(r"<[a-zA-Z][\w-]*\s[^<>]*=\s?[\"'“]?[^<>\"'\s]*\Z")
_LONG_TAG = 300
_GLUED_BEHIND = re.compile(r"[\w.,:/@&%+-]*")
_PREFIX = re.compile(
    r"(?:minus|plus|low|mid|high|non|about|nearly|under|over|all|some|magnitude)-", re.IGNORECASE
)
_OTHER_END = re.compile(r"-\d[\d.,]*")
# "486-based machines", "the 5-Star Movement"
_NAMED_BEHIND = re.compile(r"-(?:based|class|compatible|type)\b|-[A-Z][a-z]+ [A-Z][a-z]")
_ENDING = re.compile(r"ish\b|plus\b|strong\b|x\b|odd\b")
# "double-C", "triple-B-minus": what a bond is rated
_RATING = re.compile(r"-[A-F](?:-(?:plus|minus))?(?![\w’'])")
_DECADE = re.compile(r"['’]?s\b")
_MODEL_BEHIND = re.compile(
    r"(?:\.\d+){2,}|(?:-\d+){2,}|(?:-\w+)*-(?:[A-Z]{1,3}|[A-Z]+\d\w*|\d+[A-Z]\w*|\d00s)(?:-\w+)*"
)


# "a PS/2 computer"
_SLASHED = re.compile(r"(?<![\w$])[A-Z]{2,4}/\Z")
# "a 401(k) plan", "a 501(c)(3) group", "a 501 c3": sections of a code
_SECTION = re.compile(r"\([a-z]\)(?:\(\d\))?|(?<=\b(?:401|403|501|527)) ?\(?[a-z]\)?[ -]?\(?\d\)?(?!\w)")


def glued_name(around: Around, found: Mention) -> Reason | None:
    """Find names written in one with their number: "5G", "787s", "A380-800", "3.1.4", web addresses."""
    if found.left != found.start:
        return None
    text = around.text
    before = _glued_before(text, found.start)
    behind = _glued_behind(text, found.right)
    section = _SECTION.match(text, found.end) if found.form == "digits" else None
    if section is not None:
        return Reason(found.start, section.end(), "name")
    rating = _RATING.match(text, found.end) if found.form == "multiple" else None
    if rating is not None:
        return Reason(found.start, rating.end(), "name")
    if _MARKUP.search(text, max(0, found.start - _LONG_TAG), found.start):
        return Reason(found.start, found.end, "name")
    if _is_title(text, found):
        return Reason(found.start, found.right, "name")
    why = _why_glued_before(around, found, before) or _why_glued_behind(text, found, behind)
    return Reason(found.start - len(before), found.right + len(behind), why) if why else None


def _is_title(text: str, found: Mention) -> bool:
    """Whether a capital makes a name of a length or a measure: "told 60 Minutes", not in a headline."""
    unit = found.unit
    if unit is None or unit.kind not in ("duration", "measure") or found.unit_text is None:
        return False
    words = text[found.end : found.right]
    capital = _CAPITAL_UNIT.fullmatch(words) is not None
    return capital and not in_headline(text, found.start)


_CAPITAL_UNIT = re.compile(r" (?!Celsius|Fahrenheit|Kelvin|Richter)[A-Z][a-z]{3,}")


def _why_glued_before(around: Around, found: Mention, before: str) -> str | None:
    """Judge by what stands before the number: "A380", "F-16", but not "minus-5" or "20cm-40cm"."""
    if "@" in before or "://" in before or before.lower().startswith("www.") or _SLASHED.search(before):
        return "name"
    if re.search(rf"[^\W\d_][{_ACCENT}]*:?\Z", before):  # "A380", "width:100%" of a page's style
        return "name"
    if found.form == "digits" and _NAMED_ZERO.search(before):
        return "name"
    hyphened = re.search(r"[^\W\d_][-–]\Z", before) and not re.search(
        r"(?:^|(?:\d|[a-z])-)(?:to|and|or|in)-\Z", before
    )
    if not hyphened or around.follows(found) or _PREFIX.fullmatch(before):
        return None
    return "rank" if before.lower() == "top-" else "name"


# "Hawaii Five-0": no range has its ends in words and digits
_NAMED_ZERO = re.compile(r"\b(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)-\Z")


def _why_glued_behind(text: str, found: Mention, behind: str) -> str | None:
    """Judge by what stands behind digits: "5G", "787s", "1980s", "3.1.4"."""
    if "@" in behind:
        return "name"
    if found.form != "digits":
        return None
    if behind[:1].isalpha() and not _ENDING.match(behind):
        if not _DECADE.match(behind) or found.value % 10 != 0:
            return "name"
        return "date" if found.value < 2200 and found.end - found.start <= 4 else "not understood"
    named = _NAMED_BEHIND.match(text, found.end) and not in_headline(text, found.start)
    if found.unit is not None or not (named or _MODEL_BEHIND.fullmatch(behind)):
        return None
    other_end = _OTHER_END.match(text, found.end)  # "a 5-10W lamp" is a range, "747-400ER" a name
    has_unit = other_end is not None and unit_after(text, other_end.end(), found.value) is not None
    return None if has_unit else "name"


def _glued_before(text: str, start: int) -> str:
    return _NOT_GLUED.split(text[max(0, start - 40) : start])[-1]


def _glued_behind(text: str, end: int) -> str:
    match = _GLUED_BEHIND.match(text, end)
    return re.sub(r"[.,:;-]+$", "", match[0] if match else "")


def name(around: Around, found: Mention) -> Reason | None:
    """Find numbers that name what stands before or behind them."""
    if found.unit is not None or found.left != found.start or found.form not in ("digits", "words"):
        return None
    before = around.text[max(0, found.start - 24) : found.start]
    if _is_part_of_all(around.text, found, before):
        return None
    why = _always_names(around, found, before)
    if why is None and _is_name(around, found, before):
        why = "name"
    if why is None:
        return None
    spoken = _SPOKEN_ON.match(around.text, found.end)
    return Reason(found.start, spoken.end() if spoken else found.end, why)


def _is_part_of_all(text: str, found: Mention, before: str) -> bool:
    """Whether what stands behind a number says that it counts, whatever stands before.

    "In this year's round 404 of them said no", "a free lunch number 2,870, or 24 per cent", "of the lifts in
    the region 53 were running".
    """
    if found.value <= 1:
        return False
    if _OF_ALL.match(text, found.end):
        return True
    return _LOWER_BEFORE.search(before) is not None and _ARE.match(text, found.end) is not None


_OF_ALL = re.compile(
    r" of (?:them|these|those|us|which|whom)\b| out of (?:an? |the |its |their )?\d"
    r"|, \d[\d.,]*(?:%| per ?cent\b) of"
    r"|(?:,? or | \()\d[\d.,]*\s?(?:%|per ?cent\b)(?! (?:higher|lower|more|less))"
)
_ARE = re.compile(r" (?:are|have|were)\b")
# One of several things with numbers has its verb in the plural too: "line 4 and line 5 were shut".
_LOWER_BEFORE = re.compile(
    r"(?<! and)(?<! or)(?<! nor) (?!(?:and|or|nor|to|through|chapter|flight|page|room|route)s? )[a-z]+ \Z"
)


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(rf"\b{either(table('names')['scales']['words'])}\s\Z", re.IGNORECASE)


_ON_A_SCALE = re.compile(r" (?:or|and) (?:above|below|beyond|better|higher|lower|more|over|up|worse)\b|\+")

# "The dead number 310", "refugees now number 40,000": those who are many come before it, if it is a verb.
_MANY = re.compile(
    r"\b(?:dead|displaced|injured|missing|wounded|\w*(?:ants|children|ees|ers|families|ians|ists|men|ors|people|troops|victims))"
    r"(?: already| now| only)?\s+\Z"
)
# "they number 46", "will number 46"
_MANY_OF_WORDS = re.compile(
    r"\b(?:they|these|those|which|who|to|will|would|may|might|could|can|must)(?: already| now| only)?\s+\Z",
    re.IGNORECASE,
)
_ENDS_NUMBERING = re.compile(
    r"[.,;:)](?!\d)| [–—-] |\s*\Z| (?:and more|at|from|in|now|of|on|out of|this|today)\b"
)
_SPOKEN_ON = re.compile(r"(?: (?:oh|zero|one|two|three|four|five|six|seven|eight|nine))+\b")


@cache
def _always() -> re.Pattern[str]:
    rows = table("names")["always"]
    groups = "|".join(f"(?P<_{index}>{either(words)})" for index, words in enumerate(rows.values()))
    return re.compile(rf"(?<![\w.])(?:{groups})\s?$", re.IGNORECASE)


@cache
def _always_endings() -> tuple[str, ...]:
    """Give what the words before such a number end with, which is asked before the pattern."""
    return tuple({word.split()[-1] for words in table("names")["always"].values() for word in words})


def _always_names(around: Around, found: Mention, before: str) -> str | None:
    """Read the words that make a name of any number behind them ("Flight 12", "page 3", "No. 2")."""
    text = around.text
    match = _always().search(before) if before.rstrip().lower().endswith(_always_endings()) else None
    if match is None or text.startswith("-stock", found.end):  # "Standard & Poor's 500-stock index"
        return None
    if match[0].strip() in table("names")["marques"]["words"]:
        return None
    if match[0].strip() == "number" and _are_so_many(around, found, before[: match.start()]):
        return None
    if match[0].strip() == "no." and found.form == "words":
        return None  # "nine in ten voted no. Ninety people stayed at home"
    why: str = list(table("names")["always"])[int((match.lastgroup or "_0")[1:])]
    is_rank = match[0].strip().lower() in ("no.", "number") and found.value < 100
    return "rank" if is_rank else why


def _are_so_many(around: Around, found: Mention, before: str) -> bool:
    """Whether "number" is the verb of those who are so many, a plural or a pronoun right before it.

    Behind "buses number 12 and 14" the clause goes on with its verb.
    """
    if _MANY.search(before) or _MANY_OF_WORDS.search(before) or "," in around.text[found.start : found.end]:
        return True  # and "the teachers on its list number 2,950": no case is so written
    if found.value >= _SMALLEST_NAME and around.counts_plural(found):
        return True  # "families in and around Selm number 125,000 persons"
    number = len(before) + len("number ")
    plural = around.tag(found.start - number + len(before.rstrip()) - 1) in ("NNS", "NNPS")
    return plural and _ENDS_NUMBERING.match(around.text, found.end) is not None


def _is_name(around: Around, found: Mention, before: str) -> bool:
    text = around.text
    digits = text[found.start : found.end]
    if _VERSION.fullmatch(digits) and _is_model(around, found, before):
        return True
    if found.form == "words":
        return (
            _is_capital_name(around, found, before)
            or _is_call_sign(around, found, before)
            or _EPISODE.search(before) is not None
        )
    if not digits.isdigit() or found.right != found.end:
        return False
    if re.search(r"\b(?:Group|Gang|Committee|Council) of \Z|\b[A-Z][a-z]+ \d{1,3}:\Z", before):
        return True  # and "Isaiah 45:1"
    if _BOOK.match(text, found.start) or (len(digits) == _ZIP and _STATE_BEFORE.search(before)):
        return True
    unlike_amount = (len(digits) > 1 and digits[0] == "0") or len(digits) > 15 or _is_list_mark(text, found)
    return (
        unlike_amount
        or _is_address(text, found)
        or _is_model(around, found, before)
        or _is_rest_of_model(around, found, before)
        or _is_of_one_thing(around, found, before)
        or _is_in_series(text, found)
        or (_scale().search(before) is not None and _ON_A_SCALE.match(text, found.end) is not None)
    )


@cache
def _series() -> re.Pattern[str]:
    names = table("names")
    singular = {*names["always"]["name"], *names["scales"]["words"], *names["before"]["name"]}
    joint = r"(?:,? (?:and|or|to|through|&) |, ?| ?[-–] ?)"
    plural = either(sorted(f"{word}s" for word in singular if word.isalpha()))
    return re.compile(rf"\b{plural} (?P<numbers>\d+(?:{joint}\d+)+)(?![\d.,]*\d)", re.IGNORECASE)


_SERIES_REACH = 60
_PLURAL_BEHIND = re.compile(r"%|-| (?P<word>[a-z]+s|children|men|people|women|per cent|percent)\b")


def _is_in_series(text: str, found: Mention) -> bool:
    """Whether a number is one of several that name what stands before them: "phases 2 and 3"."""
    begin = max(0, found.start - _SERIES_REACH)
    for series in _series().finditer(text, begin, found.end + _SERIES_REACH):
        if series.start("numbers") <= found.start and found.end <= series.end("numbers"):
            behind = _PLURAL_BEHIND.match(text, series.end())
            return behind is None or behind["word"] in table("names")["nothing_counted"]["words"]
    return False


_VERSION = re.compile(r"\d\.0")  # "Kestrel 2.0"


def _is_capital_name(around: Around, found: Mention, before: str) -> bool:
    """Find "Group of Seven", "Formula One", "the Big Three", "the Ten Commandments": capitals beside it."""
    text = around.text
    words = text[found.start : found.end]
    if not words[0].isupper() or words.isupper() or in_headline(text, found.start):
        return False
    led = re.search(r"\b[A-Z][\w'’]*\s(?:of\s)?\Z", before) and not around.counts_plural(found)
    titled = (
        re.search(r"[^\W\d_]\s\Z", before)
        and before[-2].islower()
        and _CAPITAL_BEHIND.match(text, found.right)
    )
    return bool(led or titled)


_CAPITAL_BEHIND = re.compile(r" [A-Z][a-z]")
# Parts of what is told are named by numbers in words too: "for season four of", "in chapter two".
_EPISODE = re.compile(
    r"\b(?:of|in|for|from|after|before|until) (?:act|chapter|episode|part|season) \Z", re.IGNORECASE
)


def in_headline(text: str, place: int) -> bool:
    """Whether a line is set in title case, so that its capitals say nothing."""
    begin = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[begin : end if end >= 0 else len(text)]
    words = re.findall(r"\b[^\W\d_]{4,}", line) if len(line) < 200 else []
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _is_call_sign(around: Around, found: Mention, before: str) -> bool:
    """Find spoken flight numbers: an acronym and a number in words ("TWA eight hundred")."""
    sign = re.search(r"\b(?P<letters>[A-Z]{2,5})(?:['’]s)?\s\Z", before)
    if sign is None or around.counts_plural(found):
        return False
    return not around.is_function_word(found.start - len(sign[0]), sign["letters"])  # "ONE IN SIX UNDECIDED"


def _is_list_mark(text: str, found: Mention) -> bool:
    """Whether a number counts off the points of a list: "2) the roof", or "2." at the start of a line."""
    opening = text[found.start - 1 : found.start] if found.start else ""
    if opening in ("", "\n"):
        marked = re.compile(r"\.(?:\s|$)|\n").match(text, found.end) is not None
        return marked or _is_in_numbered_lines(text, found)
    closes = re.compile(r"\s?\)\s").match(text, found.end) is not None
    return closes and opening not in ("(", "[") and bracket_around(text, found.start) is None


def _is_in_numbered_lines(text: str, found: Mention) -> bool:
    """Whether the line before or behind has the number before or behind: "1 Anna Reyes", "2 Paul Moore"."""
    if not _CAPITAL_BEHIND.match(text, found.end) or found.value.denominator != 1:
        return False
    before, behind = int(found.value) - 1, int(found.value) + 1
    last_line = re.search(
        rf"(?:^|\n){before} [A-Z][^\n]*\n+\Z", text[max(0, found.start - 200) : found.start]
    )
    next_line = re.compile(rf"[^\n]*\n+{behind} [A-Z]").match(text, found.end)
    return last_line is not None or next_line is not None


# A ranking, "2. Paul Moore (3.)", where a label may say it of all: "1. Anna Reyes (Last week: 2)"
_RANKED = re.compile(r"(?:^|\n)\d{1,2}[.)] [^\n()]{2,40} \((?:[A-Z][a-z]+ (?:week|month|year|season): )?\Z")
_RANK_BEFORE = re.compile(r"\n\d{1,2}[.)] [^\n()]{2,40} \([A-Z][a-z]+ (?:week|month|year|season): \d")


def is_former_rank(text: str, found: Mention) -> bool:
    """Whether a number in brackets behind a name of a ranking tells where that stood before."""
    if not _RANKED.search(text, max(0, found.start - 70), found.start):
        return False
    closed = re.compile(r"\.?\)").match(text, found.end)
    return closed is not None and _RANK_BEFORE.search("\n" + text) is not None


# "2 Timothy", "from 1 Kings 3": books of the Bible
_BOOK = re.compile(
    r"[123] (?:Chronicles|Corinthians|Maccabees|Samuel|Thessalonians|Timothy|(?:John|Kings|Peter) \d)"
)
_ZIP = 5  # "New York, NY, 10032"
_STATE_BEFORE = re.compile(r", [A-Z]{2},? \Z")
_ADDRESS = re.compile(r"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.'’]*\s){1,3}?(?P<street>[A-Z][\w.]*)")


def _is_address(text: str, found: Mention) -> bool:
    match = _ADDRESS.match(text, found.end)
    return match is not None and match["street"].lower().rstrip(".") in table("names")["streets"]["words"]


# "That would give the Union [311] of 630 seats"
_PART_BEHIND = re.compile(r" of (?:the |its |their |all )?\d[\d,]* [a-z]")
# "beating Moore 45 to 40 percent"
_PER_CENT_TO = re.compile(r"(?: to |\s?[-–]\s?)\d+(?:\.\d+)?(?:%| per ?cent\b)")
_AMOUNT_BEHIND = re.compile(
    r"\+|-plus\b|[ -](?:or|and) (?:more|older|younger|over|under|above|so|less|fewer)\b"
)


def _is_model(around: Around, found: Mention, before: str) -> bool:
    """Whether a capitalised word, or one of the nouns that take numbers, stands before a bare number."""
    match = re.search(r"(?P<word>[^\W\d_][\w&'’-]*)[ \u00a0]\Z", before)
    if match is None or around.in_time(found.start - 2):
        return False
    if any(known(around.text, found.start) for known in (standing, outdone, decided, decided_at_end)) or any(
        behind.match(around.text, found.end) for behind in (_PER_CENT_TO, _AMOUNT_BEHIND, _PART_BEHIND)
    ):
        return False
    word, place = match["word"], found.start - len(match[0])
    has_some = word.endswith(("'s", "’s")) and around.counts_plural(found)  # "Selm's 96 care homes"
    if has_some or word.endswith(("s'", "s’")) or _OTHERS.search(before):  # "900 to Reyes' 844"
        return False
    counted = around.counts_something(found)
    counted = counted or _leaves_out_verb(around.text, found)
    if word.lower() in table("names")["before"]["name"]:
        return word[0].isupper() or not (counted or _is_of_known(around, found, before))
    if not word[0].isupper() or counted or counts_behind_name(around, found):
        return False
    return not around.is_function_word(place, word) or _goes_on_name(around, place)


# "The company 330, and banks the rest"; what a number names has no article ("in district 5")
_KNOWN = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?P<noun>[a-z]+) \Z")
_ROUND = re.compile(r"\ba round \Z")


def _is_of_known(around: Around, found: Mention, before: str) -> bool:
    """Whether a number does not name the word before it, though it could: "they count 71", "a round 100"."""
    if _ROUND.search(before) or around.tag(found.start - 2).startswith("VB"):
        return True
    known = _KNOWN.search(before)
    if known is None or known["noun"] in table("names")["scales"]["words"]:
        return False
    ends = _ENDS_CLAUSE.match(around.text, found.end) is not None
    return ends or is_before_verb_of_many(around, found)


# A number of two subjects, whose verb and noun are said once: "the Greens won 74 seats and the Alliance 68".
_NOUN_SAID = (
    r"(?:\b[A-Z][\w'’-]+ (?:[a-z]+ ){1,5}\d[\d,]*|\b(?:awards?|awarded|gives?|gave|giving|left|leaving) "
    rf"{NAMED} \d[\d,]*|\d ?(?=per ?cent|pct|%)) ?"
    r"(?:of (?:the|its|their) \d[\d,]* )?[a-z%-]+(?: [a-z]+){0,5}"
    r"(?: (?:in|on) (?:the )?[A-Z][^.,;:!?\d]{2,40})?"
    r"(?:(?: in the [a-z\d-]+(?: [a-z]+)?)?,? (?:(?:up|down) from|after|against|compared with) \d[\d,]*)?"
    r"(?:, its [^.,;:!?]{4,40})?"
)
# "the Reds have 192, the Blues 64", "Selm itself lost 40 and Orrin 12", where the noun was said before
_HAS_SAID = (
    r"\b[A-Z][\w'’-]+ (?:[a-z]+ )?(?:(?:alone|also|can|could|had|has|have|itself|may|must|now|will|would) )?"
    r"(?!(?:and|at|by|for|from|in|of|on|or|the|to|with)\b)[a-z]+ \d[\d,]*"
)
# "the northern highlands 265", beside those that have a name
_DESCRIBED = r"the (?:[a-z-]+ ){0,2}[a-z-]+"
_SAID_ONCE = re.compile(
    rf"(?:{_NOUN_SAID}|{_HAS_SAID})(?P<list>(?:, (?:{NAMED}|{_DESCRIBED}) \d[\d,]*(?:\.\d+)?)*)"
    rf"(?:,| and|, and| but| while) {NAMED} \Z"
)
# "In Orvel 92 people were killed, in Tamsin 61 and in Hule district 44": one place after the other.
_IN_PLACE = rf"[Ii]n {NAMED}(?: [a-z]+)?"
_NEXT_PLACE = rf"(?:,|,? and) {_IN_PLACE}"
_IN_EACH = re.compile(
    rf"\b{_IN_PLACE},? \d[\d,]* [a-z][^.;:!?\d]*(?:{_NEXT_PLACE} \d[\d,]*)*{_NEXT_PLACE} \Z"
)
_SENTENCE = 160
_ENDS_CLAUSE = re.compile(r"[.,;](?!\d)|\s(?:and|but)\b|\s*(?:\n|\Z)")
# "the Alliance 44 and the Greens 21 in the new parliament": what all of a list have in common.
_ENDS_LIST = re.compile(r" (?:in|on|of) (?:the|an?|its|their)\b")


def _leaves_out_verb(text: str, found: Mention) -> bool:
    """Whether a number behind a name says of it what was said of another with verb and noun."""
    first = max(0, found.start - _SENTENCE)
    words = text[first : found.start]
    said_once = _SAID_ONCE.search(words)
    if _ENDS_CLAUSE.match(text, found.end) is None:
        return bool(said_once and said_once["list"] and _ENDS_LIST.match(text, found.end))
    return (
        said_once is not None
        or _IN_EACH.search(words) is not None
        or tally_before(text, first, found.start) is not None
    )


_MODEL_BEFORE = re.compile(r"\b(?P<word>[A-Z][\w&-]+) \d{2,4}-\Z")


def _is_rest_of_model(around: Around, found: Mention, before: str) -> bool:
    """Whether a number is the second of a model: "30 Boeing 737-800 jets", not "Some 15-20 jets"."""
    model = _MODEL_BEFORE.search(before)
    if standing_at_end(around.text, found.start) or decided_at_end(around.text, found.start):
        return False
    if model is None or around.opens_sentence(found.start - len(model[0])):
        return False
    return not around.is_function_word(found.start - len(model[0]), model["word"])


_OTHERS = re.compile(r"\bto [A-Z]\w+['’]s \Z")
_ARTICLE = re.compile(r"\b(?:the|an?|this|that|its|their)(?: [\w-]+)? \Z", re.IGNORECASE)
_THING_BEHIND = re.compile(r" (?P<thing>[a-z]+)\b(?P<more> [a-z]+)?")
_SMALLEST_NAME = 200


def _is_of_one_thing(around: Around, found: Mention, before: str) -> bool:
    """Whether a large number stands before one thing, which it cannot count: "the new 80386 chip"."""
    match = _THING_BEHIND.match(around.text, found.end)
    if match is None or found.value < _SMALLEST_NAME or _ARTICLE.search(before) is None:
        return False
    if before.endswith((" other ", " remaining ")):
        return False  # "the other 280 work less": of many
    if match["thing"] in table("names")["same_in_plural"]["words"]:
        return False
    measure = match["more"] is not None and around.tag(match.start("more") + 1).startswith("NN")
    return around.tag(match.start("thing")) == "NN" and not measure


def _goes_on_name(around: Around, place: int) -> bool:
    """Whether a capital word behind another capital word belongs to a name: "the new Apple [Watch] 5"."""
    before = re.search(r"\b(?P<word>[A-Z][\w&'’-]*) \Z", around.text[max(0, place - 24) : place])
    if before is None or in_headline(around.text, place):
        return False
    begin = place - len(before["word"]) - 1
    return not around.opens_sentence(begin) and not around.is_function_word(begin, before["word"])


def named_again(around: Around, found: Mention, names: frozenset[str]) -> Reason | None:
    """Find a name's number that stands alone later: "the Boeing 747 ... the 747 was late"."""
    text = around.text
    number = text[found.start : found.end]
    bare = number in names and number.isdigit() and found.left == found.start and found.right == found.end
    if not bare or around.counts_plural(found):
        return None
    before = re.search(
        r"\b(?:the|an?|this|that|its|his|her|my|our|their|new|[\w-]+-old|[A-Z]\w+)\s\Z",
        text[max(0, found.start - 20) : found.start],
    )
    behind = re.compile(r"\s[A-Z][a-z]").match(text, found.end)
    alone = before and found.value >= 100
    return Reason(found.start, found.end, "name") if alone or behind else None
