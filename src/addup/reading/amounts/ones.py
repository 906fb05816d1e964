"""The word "one": a number before what it counts, or a pronoun ("no one", "one of the reasons")."""

from __future__ import annotations

import re

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.words_around import Around

_NO_ONE = re.compile(
    r"\b(?:no|any|every|some|each|which|this|that|the|another|a\ [a-z]+|an\ [a-z]+|such|many\ a|the\ [a-z]+|only|for\ every|for\ each)[ -]$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:at least|more than|about|up to|all but|but|not|just|exactly|only|fewer than|less than|than|killing|including|plus)\s$",
    re.IGNORECASE,
)
_OF = re.compile(r" of\b")
_RANGE = re.compile(
    rf"(?: to | or |-to-| in | out of )(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|more)\b)"
)
_MORE = re.compile(r" \d| (?:more|other|additional|further|extra|such|single) [a-z]")
_AUXILIARY = re.compile(
    r" (?:might|may|can|could|should|would|must|has to|cannot|can't|does|needs|wonders|thinks|hopes|expects|imagines|gets)\b"
)
_CLAUSE = re.compile(
    r" (?:that|which|who|whose|where|to|in which|for|with|as|like|many|most|everyone|we|they|he|she|I|you|it)\b|['’]s\b|[.,;:!?)\"”]|$| (?:and|but|or)\b"
)
_PASSIVE = re.compile(
    r" (?:was|were|is|has been|had|died|remain\w*|surviv\w*|escaped|fell|suffered|said|saying|in\b|dead\b|injured\b|killed\b|wounded\b)"
)
_ENUMERATION = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|others?|another|both|\d+)\b", re.IGNORECASE
)


def is_pronoun(around: Around, found: Mention) -> bool:
    """Tell whether "one" stands for a thing instead of counting it."""
    text = around.text
    before = text[max(0, found.start - 30) : found.start]
    if found.unit is not None or _RANGE.match(text, found.end) or _MORE.match(text, found.end):
        return False
    if _OF.match(text, found.end):
        return (
            _HEDGED.search(before) is None
            or re.search(r"\b(?:only|just|but|not)\s$", before, re.IGNORECASE) is not None
        )
    if _AUXILIARY.match(text, found.end):
        return True
    noun = _noun_follows(around, found)
    determined = _NO_ONE.search(before)
    if determined is not None:
        return not (
            noun
            and determined[0].strip().lower()
            in ("the", "this", "that", "only", "for every", "for each", "another", "every")
        )
    if noun:
        return False
    if _PASSIVE.match(text, found.end):
        sentence = (
            re.split(r"[.!?]\s", text[max(0, found.start - 160) : found.start])[-1]
            + text[found.end : found.end + 80].split(". ")[0]
        )
        return _ENUMERATION.search(sentence) is None
    return _HEDGED.search(before) is None


def _noun_follows(around: Around, found: Mention) -> bool:
    """Whether "one" stands right before a noun or an adjective."""
    match = re.compile(r"[ -](?P<word>[^\W\d_]+)").match(around.text, found.end)
    if match is None or _CLAUSE.match(around.text, found.end) or _PASSIVE.match(around.text, found.end):
        return match is not None and match["word"] in ("more", "other", "another", "in") and False
    tag = around.tag(match.start("word"))
    if tag:
        return tag.startswith(("NN", "JJ", "VBN", "VBG", "CD"))
    return around.counts_something(found)
