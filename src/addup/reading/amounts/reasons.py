"""Why a number is no figure: a rank, the pronoun "one", an idiom, and what the sibling modules know."""

from __future__ import annotations

import re
from functools import cache

from addup.calendar_names import ANY_WEEKDAY
from addup.reading.amounts.mentions import Mention, Reason
from addup.reading.amounts.names import glued_name, is_former_rank, name
from addup.reading.amounts.notations import notation
from addup.reading.amounts.ones import is_pronoun
from addup.reading.amounts.tables import table
from addup.reading.amounts.words_around import Around
from addup.reading.frames import words
from addup.reading.grammar import FINITE_OR_MODAL


def reason(around: Around, found: Mention) -> Reason | None:
    """Say why a number is no figure, None if it is one."""
    for check in (_ordinal, notation, glued_name, _idiom, name, _pronoun, _half, _article_fraction):
        why = check(around, found)
        if why is not None:
            return why
    return None


def _ordinal(around: Around, found: Mention) -> Reason | None:
    if found.form == "ordinal" or _is_position(around, found) or is_former_rank(around.text, found):
        return Reason(found.start, found.end, "rank")
    return None


_POSITION = re.compile(
    r"\b(?:in|into|to|toward|towards|inside|outside|out of|from|of|near|among|within|reach|enter|left)"
    r"(?: the(?: [\w.]+['’]s?)?| [\w.]+['’]s?) (?:top|bottom)[ -]\Z",
    re.IGNORECASE,
)


def _is_position(around: Around, found: Mention) -> bool:
    """Whether a number is that of a place in a table: "finished in the top three"."""
    if found.unit is not None or found.form not in ("digits", "words"):
        return False
    before = around.text[max(0, found.start - 24) : found.start]
    return _POSITION.search(before) is not None and not around.counts_something(found)


def _pronoun(around: Around, found: Mention) -> Reason | None:
    is_one = found.form == "words" and around.text[found.start : found.end].lower() == "one"
    return Reason(found.start, found.end, "pronoun") if is_one and is_pronoun(around, found) else None


@cache
def _idioms() -> re.Pattern[str]:
    words = sorted(table("names")["idioms"]["words"], key=lambda idiom: (-len(idiom), idiom))
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


@cache
def _idiom_endings() -> re.Pattern[str]:
    endings = "|".join(map(re.escape, table("names")["idioms"]["ending"]))
    return re.compile(rf"\b(?:{endings})\Z", re.IGNORECASE)


_ONE_DAY = re.compile(
    rf"one (?:day|morning|afternoon|evening|night|{ANY_WEEKDAY})\b"
    r"|(?:(?<=at )|(?<=At ))one (?:point|time|stage)\b",
    re.IGNORECASE,
)
_AS_LENGTH = re.compile(r"\s(?:after|before|later|earlier|ago|of|per|into|too|short|old)\b")
_IN_LENGTH = re.compile(
    r"\b(?:for|in|at least|than|just|only|per|within|about|last\w*|by|after|of)\s$", re.IGNORECASE
)


_SCORES_WIN = re.compile(r"Scores (?!Of\b|More\b)[A-Z][a-z]")
# "scores of people", "the scores who died"
_SO_MANY = re.compile(r" (?:arrested|dead|hurt|injured|killed|more|of|others|upon|who|wounded)\b")
# "one way or the other": which of two, not how many
_ONE_OR_OTHER = re.compile(
    r"one (?:[a-z]+ )?[a-z]+ (?:or (?:the other|another)|to (?:the (?:next|other)|another))\b", re.IGNORECASE
)
# "a house that doubles as an office": serves as well
_SERVES_AS = re.compile(
    r"doubl(?:e|es|ed|ing) as (?:an?|his|her|its|my|our|the|their|your)\b"
    r"(?! (?:consequence|part|percentage|proportion|result|share))",
    re.IGNORECASE,
)
# "a one-time rival": who was one before
_FORMER = re.compile(r"one-time (?P<noun>[a-z]+?)s?\b", re.IGNORECASE)
_RIVALS = frozenset(table("contexts")["former"]["rivals"])
_ONE_HAND = re.compile(r"\b(?:on|for) (?:the )?one (?:hand|thing)\b", re.IGNORECASE)


def _is_verb_or_game(around: Around, found: Mention) -> bool:
    """Whether a quantity word is a verb, "Orr Scores a Win", or how tennis is played, "the mixed doubles"."""
    if found.form == "vague":
        verb = around.tag(found.start) in FINITE_OR_MODAL
        return verb or _SCORES_WIN.match(around.text, found.start) is not None or _are_marks(around, found)
    doubles = around.text[found.start : found.end].lower() == "doubles"
    return doubles and around.tag(found.start) == "NNS"


def _are_marks(around: Around, found: Mention) -> bool:
    """Whether "scores" are what somebody has reached: "credit scores"; not "killing scores"."""
    text, before = around.text, found.start - 2
    if text[found.start : found.end] != "scores" or _SO_MANY.match(text, found.end) or before < 0:
        return False
    word = around.token(before)
    return word is not None and word.tag_ in {"DT", "JJ", "NN", "NNP", "PRP$"} and text[before + 1] == " "


def _idiom(around: Around, found: Mention) -> Reason | None:
    """Find numbers with a fixed sense: "24/7", "one another", "ground zero", "one day" for some day."""
    text, before = around.text, around.text[max(0, found.start - 16) : found.start]
    if _is_verb_or_game(around, found):
        return Reason(found.start, found.end, "idiom")
    some_day = _ONE_DAY.match(text, found.start)
    if some_day is not None:
        length = _AS_LENGTH.match(text, some_day.end()) or _IN_LENGTH.search(before)
        return None if length else Reason(found.start, some_day.end(), "idiom")
    one_hand = _ONE_HAND.search(text, max(0, found.start - 7), found.end + 6)
    if one_hand is not None and found.unit is None and one_hand.start() < found.start < one_hand.end():
        return Reason(found.start, one_hand.end(), "idiom")
    match = _ONE_OR_OTHER.match(text, found.start) or _idioms().match(text, found.start)
    match = match or _SERVES_AS.match(text, found.start)
    former = _FORMER.match(text, found.start)
    if former is not None and former["noun"].lower() in words("people", "nouns") | _RIVALS:
        return Reason(found.start, found.start + len("one-time"), "idiom")
    if match is not None and found.right <= match.end():
        return Reason(found.start, match.end(), "idiom")
    ends_idiom = found.unit is None and _idiom_endings().search(text[max(0, found.start - 16) : found.end])
    return Reason(found.start, found.end, "idiom") if ends_idiom else None


_HALF_NAMED = re.compile(
    r"\b(?:first|second|latter|other|top|bottom|better|early|late|opening|closing|third|1st|2nd|this|last"
    r"|each)[ -]$",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"[.,;:)%?!-]|$|\s[–—-]\s|[\s]+(?:of|the|its|their|his|her|our|my|your|an?|that|those|these|this|as|all|what|were|was|are|is"
    r"|have|had|has|said|say|says|will|would|to|more|less|again|or|and|off|price|full|empty|in|from|on|by|for|who|do"
    r"|may|can|could|should|did|came|went|believe\w*|think|live\w*|now)\b"
    r"|\s(?:[A-Z][\w.&]*\s){0,3}[A-Z][\w.&]*['’]s?\s"  # "half Orel Data's value"
)


def _stands_between_dashes(text: str, found: Mention) -> bool:
    """Whether dashes set a part off from the number that it explains: "13 – a quarter – are children"."""
    before = _DASH_BEFORE.search(text, max(0, found.start - 20), found.start)
    return before is not None and _DASH_BEHIND.match(text, found.end) is not None


_DASH_BEFORE = re.compile(r"\s(?:[-–]|—) (?:about |almost |exactly |just over |nearly |over )?\Z|\w—\Z")
_DASH_BEHIND = re.compile(r"\s(?:[-–]|—)\s|—")


_EVERY = re.compile(r" (?:each|every|sounds?|seems?) ")  # "grows by half every decade"


def _half(around: Around, found: Mention) -> Reason | None:
    """Tell "half of them" and "cut by half" from "the second half" and "half-hearted"."""
    if found.form != "fraction" or found.unit is not None:
        return None
    if around.text[found.start : found.end].lower() != "half":
        return None
    before = around.text[max(0, found.start - 12) : found.start]
    by = before.endswith(("by ", "in ")) and _BY_SO_MUCH.match(around.text, found.end)
    by = by or (before.endswith("by ") and _EVERY.match(around.text, found.end))
    behind = around.token(found.end + 1)
    answers = behind is not None and behind.tag_ == "VBP" and behind.dep_ != "amod"  # "half back the plan"
    apart = _stands_between_dashes(around.text, found)
    is_part = by or answers or apart or _HALF_OF.match(around.text, found.end) or before.endswith("to ")
    return None if is_part and not _HALF_NAMED.search(before) else Reason(found.start, found.end, "idiom")


_LINE_ENDS = r"[ \t]*\r?\n\s*?\n|\s*\Z"  # of a headline, and not where a line is only wrapped
_PART_OF = re.compile(
    rf"[.,;:)]|{_LINE_ENDS}|\s(?:of|off|more|less|fewer|higher|lower|above|below|as|were|was|are|is|have|had|said|say|says|would|will|in|from|to|the)\b"
)


# "risen by a third since August": so much of itself
_BY = re.compile(r"\bby (?:about |almost |around |more than |nearly |over )?\Z")
_BY_SO_MUCH = re.compile(
    r"\s(?:after|and|as|at|before|between|but|by|compared|during|for|last|next|on|over|since|this|under|until|when|while|with"
    r"|within)\b"
)
_GOES_ON = re.compile(rf"{_BY_SO_MUCH.pattern}|\s[–—-]\s")


@cache
def _moves() -> re.Pattern[str]:
    """What goes up or down before how much: "fell a tenth last winter", "is up almost a third since"."""
    verbs = "|".join(sorted(table("contexts")["change"]["verbs"]))
    return re.compile(rf"\b(?:{verbs}) (?:about |almost |around |more than |nearly |over )?\Z", re.IGNORECASE)


# "an increase of more than a third can hardly be chance": no third thing is so hedged
_HEDGED = re.compile(r"\b(?:almost|at least|less than|more than|nearly|roughly|just (?:over|under)) \Z")
_SAYS_NOT = re.compile(r" [a-z]+n['’]t\b")
_NOMINAL = ("CD", "JJ", "NN", "VBG", "VBN")
_ORDINAL_LENGTH = re.compile(r"a (?:third|fifth|sixth|seventh|eighth|ninth|tenth)[ -](?:day|week|month|year)")
# "by between a quarter and a third"
_FIRST_PART = re.compile(r" and an? [a-z]{4,7}\b")
_BETWEEN_PARTS = re.compile(r"\bbetween (?:an? [a-z]{4,7} and )?\Z")
# "a third, Anna Moore, said": the next in a row
_NAMED = re.compile(r", [A-Z][a-z]+(?: [A-Z][\w.'’-]*)+,")


def _article_fraction(around: Around, found: Mention) -> Reason | None:
    """Tell "a third of the men" from "a third man"; without the article a fraction is a fraction."""
    words = around.text[found.start : found.end].lower()
    if found.form == "fraction" and _ORDINAL_LENGTH.fullmatch(words + around.text[found.end : found.right]):
        return Reason(found.start, found.right, "rank")  # "rose for a third year", "a third-year student"
    if found.form != "fraction" or found.unit is not None or not re.fullmatch(r"an? [a-z]+", words):
        return None
    named = _NAMED.match(around.text, found.end)
    behind = around.token(found.end + 1)
    says = (
        behind is not None and behind.tag_ in FINITE_OR_MODAL and behind.dep_ != "amod"
    )  # "nearly a third say"
    by = _BY.search(around.text, max(0, found.start - 14), found.start)
    moved = by or _moves().search(around.text, max(0, found.start - 30), found.start)
    by_so_much = moved is not None and _GOES_ON.match(around.text, found.end)
    between = _BETWEEN_PARTS.search(around.text, max(0, found.start - 24), found.start)
    is_end = between is not None and (
        between[0].endswith("and ") or _FIRST_PART.match(around.text, found.end)
    )
    apart = _stands_between_dashes(around.text, found)
    hedged = _HEDGED.search(around.text, max(0, found.start - 12), found.start)
    hedged_alone = hedged is not None and behind is not None and not behind.tag_.startswith(_NOMINAL)
    goes_on = _SAYS_NOT.match(around.text, found.end) or _PART_OF.match(around.text, found.end)
    part = (says or by_so_much or is_end or apart or hedged_alone or goes_on) and named is None
    return None if part else Reason(found.start, found.end, "rank")
