"""What is counted: the noun, the nationality or group that limits it, and what marks it as known or new."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from addup.grouping.countries import nationality
from addup.grouping.nouns import is_mere_money, is_people, is_person, is_window, known_form, noun_group
from addup.grouping.patterns import as_written, may_hold, phrase
from addup.grouping.subjects.accounts import result_of
from addup.grouping.subjects.families import Family
from addup.grouping.subjects.timing import counting_days, counts_all
from addup.grouping.tables import table
from addup.records import Figure, Reading

_CAPITALISED = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?")
# Not "for the next three months", which says for when.
_PURPOSE = re.compile(
    r"\s*(?:\w+ ){0,3}?(?:to|for|on|towards?) (?:the |its )?"
    r"(?!(?:[\w-]+ ){0,3}(?:days?|weeks?|months?|quarters?|years?)\b)"
    r"((?!(?:an?|its|the|their)\b)[a-z]\w+)"
)
_NOT_BEHIND = re.compile(
    r"(?:\s+(?!(?:after|although|and|as|because|but|if|since|that|when|which|while|who)\b)[^\W\d][\w-]*){0,4}?"
    r"\s+(?:(?:are|can|could|did|do|does|had|has|have|is|may|might|should|was|were|will|would)"
    r"(?:\s+(?:never|no longer|not|still not|not yet)|n['’]t)|cannot|can['’]t|won['’]t)\s+[a-z]"
)
_NOT_BEFORE = re.compile(
    r"\b(?:cannot|failed to|never|not|unable to|\w+n['’]t)\s+(\w+)"
    r"(?:\s+(?:about|all|another|around|at least|more than|nearly|some|the))*\s+$"
)
_STEM = 4  # letters by which a verb is known again in its forms
_OF_THEM = re.compile(r"\s*of (?:them|whom|these|those) (?:were |are )?([A-Z][a-z]+)")
_BUDGET = re.compile(r"\b([a-z]+) (?:budget|spending|expenditure)s?$")
_MARK = re.compile(r"[;:,.]")
# "put the army's losses at 150 killed, seven tanks and 12 guns": those whom an army loses are soldiers.
_LOSSES = re.compile(r"\blosses\b[^.;]{0,60}$", re.IGNORECASE)
_OF_ARMY = re.compile(
    r"\b(?:armou?red|army|forces|launchers?|military|soldiers?|tanks?|troops)\b", re.IGNORECASE
)
_TOLL_OF = re.compile(r"\b([a-z]+) (?:death )?toll\b", re.IGNORECASE)
_ARE = re.compile(
    r"(?: of (?:them|these|those|the (?:dead|victims|wounded|injured|missing|survivors|detained|arrested)))?"
    r" (?:are|were) (?:[a-z]+ )?([a-z]+)\b(?=\s*(?:[.,;:)]|and\b|who\b|$))"
)
_OF_THOSE = re.compile(
    r"\bof (?:whom|them|these|those|which)\b(?: [\w,]+ (?:are|were) [a-z ]+ and)?(?: [a-z]+){0,2} ?$"
)
_OF_THEM_ARE = re.compile(r" of (?:them|these|those|the )")
_BODIES = frozenset({"body", "corpse"})
_OF_PLURAL = re.compile(r"\s+of (?:[a-z]+ )?([a-z]+)s\b")
_ALL_BUT = re.compile(r"\b(?:all|every(?:body|one)) (?:but|except)(?: for)? $", re.IGNORECASE)
_ALL_BUT_LENGTH = 25
_THE = re.compile(r"\bthe\s+$")
_NEW = re.compile(r"\b(?:new|fresh|additional)\b", re.IGNORECASE)
# "38 new cases and two deaths": what a stretch of time brought is told together.
_NEW_AND = re.compile(r"\b(?:new|fresh|additional) (?:[a-z-]+ ){1,3}(?:and|with) (?:at least )?$")
_NUMBER_OF_NEW = re.compile(r"\b[Nn]umber of (?:new|fresh|additional)\b[^.;,]*$")


_LEAD = 40
OR_MISSING = "or missing"
"""The qualifier of dead among whom the missing are counted."""
CAPACITY = "there is room for"
"""The qualifier of those for whom there is room."""
CERTAINTIES = ("confirmed", "suspected")
"""How sure cases are, where that is said."""
_OF_WHICH = re.compile(
    r"\s*of (?:them|these|those|which|whom)\s+(?:(?:are|been|had|has|have|is|was|were)\s+)*"
)
_NUMBER_OF = re.compile(r"\bnumber of [^.;,\d]*$")
# "Are displaced inside and 500,000 have fled abroad": inside what is plain.
_INSIDE = re.compile(r"\b(?:displaced|uprooted) (?:inside|within)\b")
_TAKEN_IN = re.compile(
    r"\b(?:admit(?:s|ted|ting)|receiv(?:es?|ed|ing)|take in|taken in|takes in|took in|treat(?:s|ed|ing)?)"
    r" [^.;:]{0,40}$"
)


def clause_behind(figure: Figure, text: str) -> str:
    """Give the words behind a figure, up to the next mark of punctuation."""
    return _MARK.split(text[figure.span.end : figure.sentence[1]], maxsplit=1)[0]


def thing_of(
    figure: Figure, head: str, family: Family | None, *, home: Callable[[], str | None], text: str
) -> str:
    """Name what is counted: a nationality or group if the text limits it to one, else the noun.

    Where no casualties are counted, the people of the country that a report is about are everybody.
    """
    if is_stay(figure, text):
        return noun_group("stay")
    if family is not None and family.name == "aboard" and _is_crew(figure):
        return "crew"
    if family is not None and family.money:
        return noun_group("money") if head in family.counts else result_of(figure, head)
    # Houses destroyed stay houses, wherever their noun stands.
    casualties = family is not None and family.kind == "toll" and bool(family.counts)
    supplied = casualties and not stands_beside(figure, text)
    of_some = _dead_of_toll(figure, text) if supplied else _whose_bodies(figure, head, text)
    told = _told_to_be(figure, text) if supplied or is_people(head) or _is_of_whom(figure, text) else None
    if told or (casualties and of_some):
        return told or of_some or ""
    words = _CAPITALISED.findall(figure.counted.text) if figure.counted and not supplied else []
    end = figure.amount.number.end
    of_them = _OF_THEM.match(text, end, min(end + 40, figure.sentence[1]))
    if of_them:
        words.append(of_them[1])
    people = nationality(head.title())
    nation = next((nation for nation in map(nationality, words) if nation), None)
    nation = nation or (None if supplied else people)
    if nation and family and family.kind != "toll" and nation == home():
        nation = None
    force = _of_force_named(figure, head, text)
    general = is_people(head) or not head or supplied or (family is not None and head in family.counts)
    if not force and (general or people):
        return f"{nation} person" if nation else "person" if family or is_people(head) else head
    group = force or noun_group(head)
    return f"{nation} {group}" if nation else group


def _is_of_whom(figure: Figure, text: str) -> bool:
    """Tell whether a number is of some of those counted before: "of whom 52,000 are children"."""
    before = text[figure.sentence[0] : figure.span.start]
    behind = text[figure.amount.number.end : figure.sentence[1]]
    return _OF_THOSE.search(before) is not None or _OF_THEM_ARE.match(behind) is not None


def _told_to_be(figure: Figure, text: str) -> str | None:
    """Say who people are said to be: "of whom 52,000 are children", "12 of the dead were children"."""
    if figure.amount.kind != "count":
        return None
    found = _ARE.match(text, figure.amount.number.end, figure.sentence[1])
    noun = _singular(found[1].lower()) if found else ""
    return noun_group(noun) if is_person(noun) and not is_people(noun) else None


def _singular(noun: str) -> str:
    """Give the singular of a noun for people."""
    if noun == "children":
        return "child"
    return f"{noun[:-2]}an" if noun.endswith("men") else noun.removesuffix("s")


def _dead_of_toll(figure: Figure, text: str) -> str | None:
    """Say whose toll a number is: "put the civilian death toll at 40"; None where it is everybody's."""
    found = _TOLL_OF.findall(text, figure.sentence[0], figure.span.start)
    noun = found[-1].lower() if found else ""
    lost = _LOSSES.search(text[figure.sentence[0] : figure.span.start])
    if lost and (force := _of_force(text[slice(*figure.sentence)], figure.said_by or "")):
        return force
    return noun_group(noun) if noun and is_person(noun) and not is_people(noun) else None


def _of_force(sentence: str, source: str) -> str | None:
    """Say of what force those are who were lost: "they put their own losses at 17 dead" is told by one."""
    if _OF_ARMY.search(f"{sentence} {source}"):
        return noun_group("soldier")
    told = noun_group(known_form(source.lower().rpartition(" ")[2]))
    return told if told == noun_group("fighter") else None


def _of_force_named(figure: Figure, head: str, text: str) -> str | None:
    """Say of what force those are who are its members: "five members of the security forces"."""
    if head != "member":
        return None
    found = _members_of().match(text, figure.amount.number.end, figure.sentence[1])
    return _forces()[found[1].lower()] if found else None


@cache
def _forces() -> dict[str, str]:
    rows = table("nouns")["forces"]
    return {word: noun for noun, words in rows.items() if noun != "origin" for word in words}


@cache
def _members_of() -> re.Pattern[str]:
    """Make a pattern of the members of a force, with its name: " members of Arland's security forces"."""
    return re.compile(rf"(?i: (?:[\w-]+ )?members of (?:[\w'’-]+ ){{0,3}}?({as_written(*_forces())}))\b")


def _whose_bodies(figure: Figure, head: str, text: str) -> str | None:
    """Say whose bodies are counted: "23 bodies of civilians"; None where they are anybody's."""
    found = _OF_PLURAL.match(clause_behind(figure, text)) if head in _BODIES else None
    return noun_group(found[1]) if found and is_person(found[1]) and not is_people(found[1]) else None


def _is_crew(figure: Figure) -> bool:
    """Tell whether those counted serve aboard: "12 crew members", beside whom passengers are counted."""
    words = figure.counted.text.lower() if figure.counted else ""
    return any(word in words for word in table("cues")["aboard"]["crew"])


def stands_beside(figure: Figure, text: str) -> bool:
    """Tell whether the noun that is counted stands behind its number, and was not supplied from elsewhere.

    "Killed 17 of them" goes back to it, and counts nobody else.
    """
    counted = figure.counted
    if counted is None:
        return False
    behind = text[figure.span.start : figure.sentence[1]].lower()
    goes_back = text.startswith(" of them", figure.amount.number.end)
    return counted.text.lower() in behind or (goes_back and is_person(counted.head))


def is_stay(figure: Figure, text: str) -> bool:
    """Tell whether a stretch of time is that of a stay: "spent five hours in Oslo"."""
    if figure.amount.kind != "duration":
        return False
    rows = table("cues")["stay"]
    return (
        (figure.counted is None or is_window(figure.counted.head))
        and figure.event in rows["verbs"]
        and bool(re.match(rf"\s*{as_written(*rows['places'])}", text[figure.span.end :][:40]))
    )


def sets_the_scene(figure: Figure) -> bool:
    """Tell whether a figure is an age, or a stretch of time: "over the past 14 days"."""
    if figure.amount.kind != "duration":
        return figure.amount.kind == "age"
    number, time = figure.amount.number, figure.time
    if figure.counted is None or is_window(figure.counted.head):
        return True
    return time is not None and time.start <= number.start and number.end <= time.end


def is_exception(figure: Figure, text: str) -> bool:
    """Tell whether a number is of those to whom it did not happen: "killing all but two of those aboard"."""
    start = figure.span.start
    return bool(_ALL_BUT.search(text[max(figure.sentence[0], start - _ALL_BUT_LENGTH) : start]))


def is_everywhere(figure: Figure, text: str) -> bool:
    """Tell whether a number is of a whole country: "Across the country, 610,000 marched"."""
    words = table("cues")["everywhere"]["words"]
    start, end = figure.sentence
    if not may_hold(text[start:end], words):
        return False
    clause = _MARK.split(text[start : figure.span.start])[-2:]
    return bool(phrase(*words).search(f"{', '.join(clause)} {clause_behind(figure, text)}"))


def is_definite(figure: Figure, text: str) -> bool:
    """Tell whether a figure speaks of things already counted: "the two rivers"."""
    amount = figure.amount
    if amount.kind != "count" or amount.bound != "exact":
        return False
    return bool(_THE.search(text[max(0, figure.span.start - 5) : amount.number.start].lower()))


def is_budget(figure: Figure) -> bool:
    """Tell whether money is what is meant to be spent on something: "the defence budget"."""
    money = figure.amount.kind == "money" and figure.counted is not None
    return money and figure.counted is not None and bool(_BUDGET.search(figure.counted.text))


def purpose(figure: Figure, text: str) -> str:
    """Say what money is for, where it is only money or a budget: "1.9 billion go to schools"."""
    if is_budget(figure) and figure.counted and (budget := _BUDGET.search(figure.counted.text)):
        return f"for {budget[1].lower()}"
    if figure.amount.kind != "money" or (figure.counted and not is_mere_money(figure.counted.head)):
        return ""
    found = _PURPOSE.match(clause_behind(figure, text))
    return f"for {found[1].lower()}" if found else ""


def is_negated(figure: Figure, text: str) -> bool:
    """Tell whether what is told of things is that it is not so: "420 schools cannot be used"."""
    start, end = figure.sentence
    if _NOT_BEHIND.match(text, figure.span.end, end):
        return True
    before = _NOT_BEFORE.search(text, start, figure.span.start)
    stem = (figure.event or "")[:_STEM].lower()
    return before is not None and bool(stem) and before[1].lower().startswith(stem)


def certainty(figure: Figure, text: str, family: Family | None) -> str:
    """Say whether cases are confirmed or suspected; "" where nothing is said."""
    if family is None or family.name != "infected":
        return ""
    words = table("cues")["certainty"]
    before = _NUMBER_OF.search(text[figure.sentence[0] : figure.span.start])
    beside = (
        f"{before[0] if before else ''} {figure.span.text} {figure.counted.text if figure.counted else ''}"
    )
    behind = re.split(r"\d", clause_behind(figure, text), maxsplit=1)[0]
    for sure in CERTAINTIES:
        own = phrase(*words[sure])
        of_them = (found := _OF_WHICH.match(behind)) and own.match(behind, found.end())
        if own.search(beside) or of_them or phrase(*words["told"][sure]).search(behind):
            return sure
    return ""


def remains_inside(figure: Figure, text: str, family: Family | None) -> bool:
    """Tell whether displaced people are said to be those who stayed in their country."""
    if family is None or family.name != "displaced":
        return False
    words = f"{text[figure.span.start : figure.span.end]}{clause_behind(figure, text)}"
    return phrase(*table("cues")["displaced"]["inside"]).search(words) is not None or bool(
        _INSIDE.search(words)
    )


def is_taken_in(figure: Figure, text: str, family: Family | None) -> bool:
    """Tell whether casualties are those whom one place took in: "the clinic received 58 wounded" of all."""
    if family is None or family.kind != "toll":
        return False
    return bool(_TAKEN_IN.search(text[figure.sentence[0] : figure.span.start]))


def is_taken_aboard(figure: Figure, text: str) -> bool:
    """Tell whether people are those whom a ship took in: "the tug took 23 people on board"."""
    cues = table("cues")["taken_aboard"]
    if figure.event not in cues["verbs"]:
        return False
    return phrase(*cues["words"]).search(clause_behind(figure, text)) is not None


def is_capacity(figure: Figure, text: str) -> bool:
    """Tell whether a number is of those for whom there is room: "a camp built for 400"."""
    before = text[max(figure.sentence[0], figure.span.start - _LEAD) : figure.span.start]
    return figure.amount.kind == "count" and _capacity().search(before) is not None


@cache
def _capacity() -> re.Pattern[str]:
    return re.compile(rf"{phrase(*table('cues')['capacity']['words']).pattern}\s+$", re.IGNORECASE)


def or_missing(figure: Figure, text: str, family: Family | None) -> str:
    """Say whether the missing are counted with the dead: "580 died or went missing"; "" if not."""
    if family is None or family.name not in ("killed", "missing"):
        return ""
    behind = text[figure.amount.number.end : figure.span.end] + clause_behind(figure, text)
    return OR_MISSING if _dead_or_missing().search(re.split(r"\d", behind, maxsplit=1)[0]) else ""


@cache
def _dead_or_missing() -> re.Pattern[str]:
    rows = table("cues")["or_missing"]
    dead, missing, between = (as_written(*rows[name]) for name in ("dead", "missing", "between"))
    return re.compile(
        rf"\b(?:{dead} (?:and|or) (?:{between} )*{missing}|{missing} (?:and|or) (?:{between} )*{dead})\b",
        re.IGNORECASE,
    )


def is_so_far_of_day(figure: Figure, text: str, family: Family | None) -> bool:
    """Tell whether a turnout is that of some hour of the day of the vote: "stood at 31 percent at noon"."""
    if family is None or family.rate != "turnout":
        return False
    sentence = text[slice(*figure.sentence)]
    return (
        phrase(*table("shares")["other_time"]["day"]).search(sentence) is not None and "close" not in sentence
    )


def is_before_it_all(figure: Figure, text: str) -> bool:
    """Tell whether a number is of a time before all that a report is about: "before the war 500 came"."""
    words = table("cues")["before_it_all"]["words"]
    if not may_hold(text[slice(*figure.sentence)], words):
        return False
    clause = _MARK.split(text[figure.sentence[0] : figure.span.start])[-1]
    return phrase(*words).search(f"{clause} | {clause_behind(figure, text)}") is not None


def is_of_past_season(figure: Figure, text: str, family: Family | None) -> bool:
    """Tell whether casualties are those of a season that is over: "last season the flu killed 402"."""
    if family is None or family.kind != "toll":
        return False
    cues, sentence = table("cues")["past_season"], text[slice(*figure.sentence)]
    return may_hold(sentence, cues["words"]) and not phrase(*cues["now"]).search(sentence)


def novelty(figure: Figure, reading: Reading, family: Family | None) -> str:
    """Mark what is said to be new without saying since when: it is no count of everything."""
    if family is None:
        return ""
    words = f"{figure.span.text} {figure.counted.text if figure.counted else ''}"
    # "The number of new cases fell to 19 from 38": the noun is told before its numbers.
    before = reading.document.text[figure.sentence[0] : figure.span.start]
    new = _NEW.search(words) or _NUMBER_OF_NEW.search(before) or _NEW_AND.search(before)
    if not new or counts_all(figure, reading.document.text):
        return ""
    days = counting_days(figure, reading.document.text)
    told = days.known or days != figure.period
    return "new" if family.kind == "toll" or (family.kind == "flow" and not told) else ""
