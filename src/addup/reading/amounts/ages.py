"""Ages: "a 25-year-old", "aged 32", "turned 6", "she was 92", and the bare number behind a name (", 45,")."""

from __future__ import annotations

import re
from dataclasses import replace

from addup.reading import grammar
from addup.reading.amounts.brackets import is_in_brackets
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.units import Unit
from addup.reading.amounts.words_around import Around
from addup.reading.frames import words
from addup.reading.nouns.people import counted_noun, is_person
from addup.records import Amount

_OLDEST = 120
_OLD = re.compile(r"(?: - |[ -])?(?:of[ -]age\b|old\b|olds\b)")
_SHORT = re.compile(r"[ -]?(?:yo|y/o|y\.o\.)(?!\w)")
_AGED = re.compile(
    r"\b(?:aged(?: between| over| under| above| below| \d\d? and| \d\d?,)?"
    r"|ages?(?: of| between)?|turn(?:ed|s|ing)?|who at|(?:older|younger) than|(?<!\w)as young as"
    r"|(?:die[sd]?|(?<!the )(?<!of )dead|dying) at)\s(?:about |just |only )?$",
    re.IGNORECASE,
)
_AGE_OF = re.compile(
    r"\b(?:ages? (?:of )?|(?:children|men|people|[a-z]{3,}s) aged )(?:about |just |only |between )?$",
    re.IGNORECASE,
)
# "raise the pension age for teachers from 60 to 65", "the average age was 31"
_AGE_LIMIT = re.compile(
    r"\b(?:average|driving|drinking|legal|mean|median|minimum|pension|retirement|school|voting) age\b"
    r"[^.;\d]{0,24}(?: (?:from|to|at|of|is|was|below|above|under|over|until)|\bfrom \d\d to) (?:about )?$",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:he|she|who|I|boy|girl|child|son|daughter|father|mother)"
    r"(?: already| now| then)?(?: is| was| am| will be| would be|['’]s|['’]m)\s"
    r"(?:about |almost |around |barely |just |nearly |only |now |already |still |then )?$"
    r"|\bwhen (?:they|we|you)(?: are| were|['’]re) $",
    re.IGNORECASE,
)
# "Anna Lind, at 15 the youngest", "even now at 86 she says"
_AT_BEHIND = re.compile(r"(?:\b[A-Z][\w’'-]*,|\b[Nn]ow,?) at $")
_AT_THAT = re.compile(r",? (?:he|she|the|one of|is|was|still)\b")
# "those over 60", "children under five"; "60 of those arrested were under 18", "a third were over 70"
_OVER = re.compile(
    r"\b(?:those|anyone|everyone|people|men|women|voters|adults|children|kids|boys|girls|infants|babies|patients"
    r"|workers|employees|residents|citizens|drivers|pensioners|students|pupils)"
    r" (?:aged )?(?:over|under|above|below) $"
    r"|\b(?:of (?:them|whom|those|the [a-z]+)(?: [a-z]+){0,2}|they|who|children|victims|half|most|majority"
    r"|thirds?|quarters?) (?:are|were)"
    r" (?:all |both |just |only |still )?(?:over|under|above|below) $",
    re.IGNORECASE,
)
# "in 118 cases the person was over 70", "more than half, 63, are over 65", "one in eight was under 18"
_SOME_OVER = re.compile(
    r"(?:\b(?:child|each|driver|man|patient|person|resident|victim|woman)|\b(?:\d[\d,]*|both|half|many|most|one"
    r"|quarter|third|thirds|per ?cent|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen),?)"
    r" (?:are|is|was|were) (?:all |both |just |only |still )?(?:over|under|above|below) $",
    re.IGNORECASE,
)
# "men between 18 and 30", "12 of them, all over 70, died"
_PEOPLE = re.compile(
    r"\b(?:those|people|men|women|voters|adults|children|boys|girls|patients|workers|residents) $",
    re.IGNORECASE,
)
# "620 inhabitants, nearly half of them over 70"
_ALL_OVER = re.compile(
    r", (?:all|both|most|mostly) (?:over|under|above|below|aged) $"
    r"|\b(?:all|half|many|most|none|one|quarter|several|some|thirds?|\d+) of (?:them|whom)"
    r" (?:over|under|aged) $"
)
# "We see children of 11 and 12", "a boy of nine"
_CHILD_OF = re.compile(
    r"\b(?:boys?|child(?:ren)?|couple|girls?|kids?|m[ae]n|pupils?|teenagers?|wom[ae]n)"
    r" of (?:\w+ (?:and|or|to) )?$",
    re.IGNORECASE,
)
# "Now 46 and living in Selm, she fears"
_NOW = re.compile(r"(?:^|[.!?]['\"”’]?\s+|\n)(?:Now|Then) $")
_AND_DOING = re.compile(r" and (?:an?|the|[a-z]+(?:ed|ing))\b[^.;:!?\n]{0,60}, (?:he|she)\b")
_AT = re.compile(r"(?:^|[.!?]['\"”’]?\s+|\n)At $|[Bb]eing $")
# "Who lives at home at 29?", where somebody is 29 years old
_AT_AGAIN = re.compile(r"\b[Aa]t $")
# "The oldest of the dead was 81, the youngest 6."; "the oldest, Maria Lind, is 33"
_OLDEST_OF = re.compile(
    r"\b(?:eldest|oldest|youngest)(?: (?:among|of) [^.,;:\d]{1,30})?"
    r"(?:, [^.,;:\d]{1,40}, (?:is|was)|,?(?: (?:is|was|being|at|aged))?)\s"
    r"(?:about |just |only )?$"
)
# "his two sons, 9 and 13,": one number for each of them
_CHILDREN = re.compile(
    r"\b(?<![Oo]f )(?<![Oo]f the )(?<!these )(?<!those )"
    r"(?:boys|brothers|children|couple|cousins|daughters|girls|grandchildren|kids|men|pair|parents|siblings"
    r"|sisters|sons|students|teenagers|women)[^.,;:\d]{0,20}, (?:now )?(?:\d\d?, )*(?:\d\d?,? and )?$"
)
# "The median age of patients is 34 years (range: 2 to 71)"
_RANGE = re.compile(r"\bage\b[^.;]*\((?:age )?(?:range|from|between):? $")
_AND_LAST = re.compile(
    r"(?:, \d\d?)*,? and \d\d?(?=[,.;:)\n]|$| (?:died|were)\b)|(?=[,.;:)\n]|$| (?:died|were)\b)"
)
_AFTER_NAME = re.compile(r"(?P<name>[^\W\d_][\w’'.-]*),\ $")
# "the driver, 34, was", "her two sons' teacher, 41, and"
_AFTER_PERSON = re.compile(
    r"\b(?:an?|another|the|his|her|their|its|my|one|[A-Za-z]+['’]s)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+),\ $",
    re.IGNORECASE,
)
# "His relief, 38, is in hospital": of what a person has, only another person does or is something.
_HIS = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Mm]y) (?!average|best|count|lead|majority|number|record|score|tally|time|total)"
    r"[a-z-]{3,}, $"
)
_DOES = re.compile(
    r", (?:is|was|has|had|died|who|remains|remained|said|says|survived|escaped|fled|told|lives|lived)\b"
)
_END = re.compile(
    r"\s?(?:[,.;:!?)\]]|--|—|$)"
    r"|\s(?:and|when|at the time|in|on|as|but|by|next|this|or (?:older|younger|over|under))\b"
)
_APPOSED = re.compile(r",|\.(?:\s|$)|;|\)|\ and\b|\ --|\s?$")
_SUBJECT = re.compile(r", (?:he|she|the|[A-Z])|\s(?:is|was|means)\b")
_OR_OLDER = re.compile(r"[ -](?:or|and) (?:older|younger)\b")
_SCORED = re.compile(
    r"%|\b(?:per ?cent|poll(?:s|ed)?|points?|goals?|laps?|runs?|seats?|times|votes?|w(?:ins|on)|ranked"
    r"|seconds?)\b"
)
_NEAR_SCORE = 120  # characters
# "a man of 71", "his son of 12"
_ONE_OF = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|[Hh]er|[Hh]is|[Tt]heir)\ (?:[a-z]+\ )?(?P<noun>[a-z]+)\ of\ $"
)
# "aged 19, 22 and 31", "their ages ranged from 4 to 89"
_AGED_LIST = re.compile(
    r"\b(?:aged(?: \d\d?,)+(?: \d\d?,?)? (?:and )?|aged \d\d?, \d\d?,? (?:and|or) "
    r"|ages (?:were|are|range|ranged|ranging)(?: in age)?(?: from)? )$",
    re.IGNORECASE,
)
# Who leads others or is kin to them: "a leader of 12", "an uncle of four".
_OF_OTHERS = words("people", "of_others")
_OF_AGES = re.compile(r"\b(?:years? old|aged?|oldest|older|youngest|younger)\b")
_PLURAL_BEHIND = re.compile(r"[ -][a-z]{4,}s\b")


def aged(around: Around, found: Mention) -> Mention:
    """Make an age of a number where the text says one."""
    text = around.text
    if found.unit is not None and found.unit.kind == "duration":
        old = _OLD.match(text, found.right)
        before = text[max(0, found.left - 60) : found.left]
        if old is None and not (_AGE_OF.search(before) or _AGE_LIMIT.search(before)):
            return found
        return replace(found, unit=Unit(found.unit.name, "age"), right=old.end() if old else found.right)
    if found.unit is not None or found.form not in ("digits", "words") or not 0 < found.value <= _OLDEST:
        return found
    short = _SHORT.match(text, found.right)
    if short is not None:
        return _years(replace(found, right=short.end()))
    before = text[max(0, found.left - 40) : found.left]
    said = (
        (_says_age(text, found, before) and not _is_behind_time(around, found))
        or _is_of_person(around, found)
        or _is_of_several(text, found, before)
        or _is_in_brackets(around, found)
    )
    return _years(found) if said else found


def _is_behind_time(around: Around, found: Mention) -> bool:
    """Whether a comma before a number ends a time, and no name: "in July 45 closed; in August, 51"."""
    return around.text.endswith(", ", 0, found.left) and around.in_time(found.left - len("t, "))


def _says_age(text: str, found: Mention, before: str) -> bool:
    """Whether the words around a number without a unit make an age of it."""
    if _OR_OLDER.match(text, found.right) or text.endswith("ages of ", found.left, found.start):
        return True
    if any(said.search(before) for said in (_AGED, _AGED_LIST, _OVER, _ALL_OVER, _AGE_LIMIT)):
        return _PLURAL_BEHIND.match(text, found.right) is None
    between = text.startswith("between ", found.left) and _PEOPLE.search(before)
    again = _AT_AGAIN.search(before) is not None and _is_age_elsewhere(text, found)
    if (
        again
        or between
        or _WAS.search(before)
        or _CHILD_OF.search(before)
        or _SOME_OVER.search(before)
        or before.endswith((", now ", ", then "))
    ):
        return _END.match(text, found.right) is not None
    if _AT_BEHIND.search(before) and _AT_THAT.match(text, found.right):
        return True
    for opening, goes_on in ((_NOW, _AND_DOING), (_AT, _SUBJECT)):
        if opening.search(before):
            return goes_on.match(text, found.right) is not None
    return _stands_behind_name(text, found, before) or _stands_behind_person(text, found, before)


def _is_of_person(around: Around, found: Mention) -> bool:
    """Whether a number is the age of one person by "of" alone: "a man of 71", not "a mother of four".

    Nor is it where it counts what is behind it, or a group: "a boy of two brothers", "a team of 12", "a total
    of 12".
    """
    said = _ONE_OF.search(around.text, max(0, found.left - 40), found.left)
    person = around.token(said.start("noun")) if said is not None else None
    if person is None or person.tag_ != "NN" or around.counts_something(found):
        return False
    if counted_noun(person) != person:  # a total of people is people
        return False
    lemma = person.lemma_.lower()
    if not (is_person(person) or lemma in words("people", "aged")):
        return False
    return lemma not in words("event", "kin") | words("people", "bands") | _OF_OTHERS


def _is_of_several(text: str, found: Mention, before: str) -> bool:
    """Whether a number is the age of one of several (the oldest, "two sons, 9 and 13"), or their range."""
    if _RANGE.search(text, max(0, found.left - 90), found.left):
        return True
    if _OLDEST_OF.search(text, max(0, found.left - 90), found.left):
        return _END.match(text, found.right) is not None
    listed = found.form == "digits" and _CHILDREN.search(before) and _AND_LAST.match(text, found.right)
    return bool(listed) and ("and " in before[-6:] or " and " in text[found.end : found.end + 16])


def _is_age_elsewhere(text: str, found: Mention) -> bool:
    """Whether the text has the same number as an age, in words that leave no doubt."""
    number = re.escape(text[found.start : found.end])
    said = rf"\b{number}(?:-year-old|\syears?\sold|th\sbirthday)|\b(?:aged?|turn(?:ed|ing|s)?)\s{number}\b"
    return re.search(said, text) is not None


def _stands_behind_person(text: str, found: Mention, before: str) -> bool:
    """Whether a bare number stands in apposition to a noun for one person: "the driver, 34, was arrested"."""
    if _HIS.search(before) and _DOES.match(text, found.right):
        return found.form == "digits" and found.bound == "exact"
    person = _AFTER_PERSON.search(before)
    if person is None or person["noun"] not in words("people", "nouns") | words("people", "aged"):
        return False
    bare = found.left == found.start and text[found.start : found.end].isdigit() and found.bound == "exact"
    return bare and _APPOSED.match(text, found.right) is not None


def _stands_behind_name(text: str, found: Mention, before: str) -> bool:
    """Whether a bare number stands in apposition to a name: "Maria Lind, 45, said"."""
    name = _AFTER_NAME.search(before)
    if name is None or not name["name"][0].isupper() or not _APPOSED.match(text, found.right):
        return False
    return found.left == found.start and text[found.start : found.end].isdigit() and found.bound == "exact"


def _is_in_brackets(around: Around, found: Mention) -> bool:
    """Whether a number stands alone in brackets behind the full name of a person: "Maria Lind (45) said".

    In a list of results it is what each of them has won. Where ages are spoken of the last name is enough.
    """
    text, opens = around.text, found.start - 1
    alone = is_in_brackets(text, found.start, found.end) and found.form == "digits"
    near = text[max(0, opens - _NEAR_SCORE) : found.end + _NEAR_SCORE]
    if not alone or _SCORED.search(near):
        return False
    name = around.token(max(opens - 2, 0))
    if name is None or name.ent_type_ != "PERSON":
        return False
    return len(grammar.name_around(name)) > 1 or _OF_AGES.search(near) is not None


def _years(found: Mention) -> Mention:
    return replace(found, unit=Unit("year", "age"))


def is_set_off(amount: Amount, text: str) -> bool:
    """Whether an age is only said of somebody beside: "Ms. Orr, 52, will resign"."""
    return amount.kind == "age" and text[: amount.span.start].rstrip()[-1:] in {",", "("}
