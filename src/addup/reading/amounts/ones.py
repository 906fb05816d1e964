"""The word "one": a number before what it counts, or a pronoun ("no one", "one of the reasons")."""

from __future__ import annotations

import re

from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.tables import table
from addup.reading.amounts.words_around import Around

# "the big one", "no one", "this one": pronouns, unless a noun follows what stands first in the list
_DETERMINED = re.compile(
    r"\b(?:(?P<may_count>the|this|that|only|another)|(?:no|any|every|some|each|which|such|many a|for every"
    r"|for each|an? [a-z]+|the [a-z]+))[ -]$",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:at least|more than|about|up to|all but|exactly|fewer than|less than|than|killing|including"
    r"|plus)\s$",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(
    r"(?: to | or |-to-|-or-|-in-| in | out of )"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|more)\b)"
    r"| (?:in|out of) (?:eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|a thousand)\b"
    r"| \.?\d| (?:more|other|additional|further|extra|such|single) [a-z]",
    re.IGNORECASE,
)
# "12 from a house and 40 from one in Selm": such a thing
_GOVERNED = re.compile(r"\b(?:at|by|for|from|into|like|near|on|to|with) $", re.IGNORECASE)
_AT_PLACE = re.compile(r" (?:at|in|near|on)\b(?! \d)")
_OF_WHICH = re.compile(r" of (?:which|whom)\b")
_OF = re.compile(r" of\b")
# "only one of the ten" says how many, and no more; "the only one of the ten" who
_ONLY = re.compile(r"(?<!\bthe )\b(?:only|just)\s$", re.IGNORECASE)
# "some feats, including one of the greatest ever": such a feat
_OF_THE_MOST = re.compile(
    r" of (?:the|its|their|his|her|our|[\w.]+['’]s?)(?: [\w-]+)?"
    r" (?!arrest|contest|forest|guest|harvest|interest|priest|protest|request|rest|test|west)"
    r"(?:[a-z]{2,}est|best|least|most|top|worst)\b"
)
# "modeled after one developed by him", "polls, with one from the college": one of what was named
_DESCRIBED = re.compile(
    r" (?:(?P<participle>[a-z]+(?:ed|en|wn))(?= (?:at|by|for|from|in|on|to|with)\b)|from|by"
    r"|(?:called|dubbed|entitled|named|titled)(?= [\w\"“'‘]))\b"
    r"| (?:earlier )?(?:last|this) (?:fall|month|night|spring|summer|week|winter|year)\b(?! of)"
)
# "many airports, including one at Selm": such a one
_SUCH_A_ONE = re.compile(
    r" (?:at|in which|on|that|which|whose|with|who(?! (?:(?:has|had) |later |since )*(?:died|was killed)))\b"
)
# "one might think": the general pronoun
_GENERAL = re.compile(
    r" (?:might|may|can|could|should|would|must|has to|need|needs|cannot|can't|does|wonders|thinks|hopes"
    r"|expects|imagines|gets)\b"
)
_CLAUSE = re.compile(
    r" (?:that|which|who|whose|where|to|in which|for|with|as|like|many|most|anyone|everybody|everyone|nobody"
    r"|no one|somebody|someone|we|they|he|she|I|you|it"
    r"|and|but|or)\b|['’]s\b|[.,;:!?)\"”]|$"
)
# "two were shot and one was stabbed": it stands for one of what the sentence counts
_PREDICATE = re.compile(
    r" (?:was|were|is|has been|had|died|remain\w*|surviv\w*|escaped|fell|suffered|said|saying|in|dead|injured"
    r"|killed|wounded)\b"
)
_OTHER_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|others?|another|both|\d+)\b", re.IGNORECASE
)
_WORD_BEHIND = re.compile(r"[ -](?P<word>[^\W\d_]+)")
_COUNTED_TAGS = ("NN", "JJ", "VBN", "VBG", "CD")


def is_pronoun(around: Around, found: Mention) -> bool:
    """Tell whether "one" stands for a thing instead of counting it."""
    text = around.text
    before = text[max(0, found.start - 30) : found.start]
    if found.unit is not None or _NUMBER_BEHIND.match(text, found.end) or _OF_WHICH.match(text, found.end):
        return False
    counts_none = before.lower().endswith("not ")  # "not one soldier"
    if counts_none or (_GOVERNED.search(before) and _AT_PLACE.match(text, found.end)):
        return True
    if _OF.match(text, found.end):
        most = before.endswith("including ") and _OF_THE_MOST.match(text, found.end) is not None
        return most or (_LEAST.search(before) is None and _ONLY.search(before) is None)
    included = before.endswith("including ") and _SUCH_A_ONE.match(text, found.end)
    if included or _GENERAL.match(text, found.end) or _DESCRIBED.match(text, found.end):
        return True
    counts = _noun_follows(around, found)
    determined = _DETERMINED.search(before)
    if determined is not None:
        return not (counts and determined["may_count"])
    return not counts and not _is_one_of_several(around, found, before)


_ONE_MORE = re.compile(r"(?:\band |; )\Z")


def _is_one_more(around: Around, found: Mention, before: str) -> bool:
    """Whether "one" goes on what a sentence tells of several, with its own verb: "and one left the room"."""
    if _ONE_MORE.search(before) is None:
        return False
    verb = around.token(found.end + 1)
    return verb is not None and verb.tag_ in ("VBD", "VBZ") and verb.lemma_ not in _OF_MIND


# What a thing that stands for many does not do, but "one" as anybody may: "and one hoped that"
_OF_MIND = frozenset({"believe", "expect", "feel", "hope", "know", "see", "think", "wish", "wonder"})


def _is_one_of_several(around: Around, found: Mention, before: str) -> bool:
    """Whether "one" counts what the sentence names elsewhere: "three were held and one was charged"."""
    text = around.text
    if _is_casualty(around, found):
        return True
    if not (_PREDICATE.match(text, found.end) or _is_one_more(around, found, before)):
        return _LEAST.search(before) is not None
    before = re.split(r"[.!?]\s", text[max(0, found.start - 160) : found.start])[-1]
    behind = text[found.end : found.end + 80].split(". ", maxsplit=1)[0]
    return _OTHER_NUMBER.search(f"{before} {behind}") is not None


_CASUALTY = re.compile(
    r" (?:(?:has |had )?(?:died|drowned|perished|survived)|(?:was|is|has been|had been) (?:[a-z]+ly )?"
    r"(?:arrested|critically ill|hurt|injured|killed|missing|shot|wounded|unhurt))\b"
)


def _is_casualty(around: Around, found: Mention) -> bool:
    """Whether a sentence opens with "one" who died or was hurt, as no general "one" did: "[One] died"."""
    return around.text[found.start] == "O" and _CASUALTY.match(around.text, found.end) is not None


def _is_said_of_one(around: Around, behind: re.Match[str]) -> bool:
    """Whether a word tagged as a plural is the verb of "one": "one dresses in black"."""
    second = _WORD_BEHIND.match(around.text, behind.end())
    goes_on = second is not None and around.tag(second.start("word")).startswith("NN")
    same = behind["word"] in table("names")["same_in_plural"]["words"]
    return behind[0].startswith(" ") and not goes_on and not same


def _noun_follows(around: Around, found: Mention) -> bool:
    """Whether "one" stands right before a noun or an adjective."""
    match = _WORD_BEHIND.match(around.text, found.end)
    if match is None or _CLAUSE.match(around.text, found.end) or _PREDICATE.match(around.text, found.end):
        return False
    tag = around.tag(match.start("word"))
    if tag == "NNS" and _is_said_of_one(around, match):
        return False
    return tag.startswith(_COUNTED_TAGS) if tag else around.counts_something(found)
