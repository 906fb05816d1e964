"""What happened to the thing counted, by its own words, or by the verb of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.changes import change_from, change_of
from addup.reading.events.moves import moved_behind, moved_beside, moved_to
from addup.reading.events.naming import verb_name
from addup.reading.events.reach import PHRASE
from addup.reading.events.stated import is_change_itself, stated_event
from addup.reading.events.verbs import action_on, event_verb, seen_doing, state_beside, tells, told_behind
from addup.reading.frames import measuring_verbs, verb_of, words
from addup.reading.text import kept
from addup.reading.tolls.told import follows_toll
from addup.records import Amount

# What stands before the number that somebody gives: "put the toll at 38", "the number was put to 12".
_ESTIMATED_AT = frozenset({"at", "to"})
_CAME_TO = frozenset({None, "at", "from", "past", "to"})
# What something does to a toll, beside giving it: "bringing the number of deaths to 14".
_BRINGING = frozenset({"bring", "increase", "lift", "push", "raise", "take"})
_SPLIT = re.compile(r"\s?[-–—]\s?|\sto\s")
_FRACTION = re.compile(r"(?:half|thirds?|quarters?|fifths?|tenths?)$")
_HELPING = frozenset({"aux", "aux:pass", "cop", "amod", "compound", "mark", "case"})
_HEDGING = frozenset(
    {
        "a",
        "about",
        "almost",
        "an",
        "another",
        "around",
        "just",
        "nearly",
        "only",
        "roughly",
        "some",
        "the",
        "$",
    }
)
# Verbs that say nothing of what happened to a figure that stands right behind them.
_IDLE = (
    ("report", "verbs"),
    ("aspect", "verbs"),
    ("event", "causing"),
    ("event", "idle"),
    ("poll", "showing"),
)
_COMPARED = re.compile(
    r"\b(?:(?:up|down) from|compared (?:with|to)|against|instead of|rather than|versus)\s"
    r"(?:an? |the |just |only )*"
    r"(?:(?:earlier|initially|originally|previously) (?:announced|estimated|published|reported) )?$"
)
_HOW_BADLY = re.compile(r" of (?:them|whom)(?: [a-z]+)? [a-z]+ly\b(?=[,.;)]| (?:and|but|in)\b)")
_OPENING_STATE = re.compile(r"(?:Among|Of) the (?P<state>[a-z]+), ")
_NEAR_LEAD = 30
# What so many of those asked do who give somebody a rating: "has an approval rating of about 40 percent".
_RATED = re.compile(
    r"\b(?P<what>approval|disapproval|support) ratings? (?:of|is|was|stands at|stood at)"
    r"(?: (?:about|around|at|below|just|least|less|more|nearly|only|over|than))* $"
)
_NEAR_RATING = 60
# What stands between an amount and the same said otherwise: "one million [of its shares, or] 10.4%".
_OTHERWISE = re.compile(r"[^.;:()]{0,60}, or (?:a total of )?")
_TIMES = frozenset({"day", "decade", "hour", "minute", "month", "week", "year"})


def events_of(
    text: str, amounts: Sequence[Amount], holders: Sequence[Token], anchors: Sequence[Token]
) -> list[str | None]:
    """Give the event of each figure of a text; the two shares of a split have one: "62%-32%".

    An age beside a name has no part in what somebody does: "Bell, 44, was charged".
    """
    found: list[str | None] = []
    for index, (holder, anchor) in enumerate(zip(holders, anchors, strict=True)):
        between = _between_shares(text, amounts, index)
        event = found[-1] if between is not None and _SPLIT.fullmatch(between) else event_of(holder, anchor)
        if amounts[index].kind == "count" and follows_toll(text, amounts[index].number.start):
            event = "die"
        elif amounts[index].kind == "share":
            event = _rated(text, amounts[index]) or event
        if index and _HOW_BADLY.match(text, amounts[index].span.end):
            event = found[-1]  # "15 were wounded, two of them seriously"
        if event is None and found and found[-1] == "die" and _is_of_dead(amounts, holders, anchors, index):
            event = "die"
        if between == ", " and event is not None:
            found[-1] = event  # "nearly a quarter, 24 percent, [say]"
        if index and found[-1] is not None and _is_said_otherwise(text, amounts[index - 1], amounts[index]):
            event = found[-1]
        if index and _is_compared(text, amounts[index], anchors[index - 1]):
            same_kind = amounts[index].kind == amounts[index - 1].kind
            event = found[-1] if same_kind or event in words("report", "verbs") else event
        event = event or event_of(holder, anchor) or _opening_state(text, amounts[index], anchor)
        beside = amounts[index].kind == "age" and _is_set_off(text, amounts[index])
        found.append(None if beside and event not in words("event", "of_ages") else event)
    return found


def _opening_state(text: str, count: Amount, anchor: Token) -> str | None:
    """Give what happened to those whom a sentence opens with: "Among the [injured], six were ill"."""
    opening = _OPENING_STATE.match(text, anchor.sent.start_char) if count.kind == "count" else None
    state = opening["state"].lower() if opening is not None and opening.end() <= count.span.start else ""
    return verb_of(state) if state in words("people", "adjectives") else None


def _rated(text: str, share: Amount) -> str | None:
    """Give what those do whose share a rating is: "an approval rating of 40 percent"."""
    rating = _RATED.search(text, max(0, share.number.start - _NEAR_RATING), share.number.start)
    return (verb_of(rating["what"]) or rating["what"]) if rating is not None else None


def _is_of_dead(
    amounts: Sequence[Amount], holders: Sequence[Token], anchors: Sequence[Token], index: int
) -> bool:
    """Whether a bare count may go on with the dead before it: "eight deaths, and there was one in Selm"."""
    bare = amounts[index].kind == amounts[index - 1].kind == "count" and holders[index] == anchors[index]
    return bare and anchors[index].sent.start == anchors[index - 1].sent.start


def _is_set_off(text: str, age: Amount) -> bool:
    """Whether an age stands beside whose it is: "Bell, 44, was charged"."""
    return text[: age.span.start].rstrip()[-1:] in {",", "("}


def _is_said_otherwise(text: str, before: Amount, amount: Amount) -> bool:
    """Whether an amount is the one before it in other words: "one million shares, or 10.4%"."""
    return _OTHERWISE.fullmatch(text, before.span.end, amount.span.start) is not None


def _is_compared(text: str, amount: Amount, before: Token) -> bool:
    """Whether an amount behind a report is held against the one before: "..., it said, up from 40"."""
    sentence = before.sent
    lead = _COMPARED.search(text, max(sentence.start_char, amount.span.start - _NEAR_LEAD), amount.span.start)
    return lead is not None and amount.span.start < sentence.end_char


def _between_shares(text: str, amounts: Sequence[Amount], index: int) -> str | None:
    """Give what stands between a share and one before it."""
    shares = amounts[index - 1 : index + 1] if index else ()
    alike = len(shares) == 2 and all(amount.kind == "share" for amount in shares)
    return text[shares[0].span.end : shares[1].span.start] if alike else None


def event_of(holder: Token, anchor: Token) -> str | None:
    """Give the bare verb (or event noun) for a figure.

    `holder` is the noun that carries the number ("people" in "100 people were killed"), or the anchor of the
    amount itself where there is none.
    """
    known: dict[tuple[int, int], str | None] = kept(anchor.doc, "events")
    place = holder.i, anchor.i
    if place not in known:
        known[place] = _find_event(holder, anchor)
    return known[place]


def _find_event(holder: Token, anchor: Token) -> str | None:
    if _is_size_of_place(anchor):
        return None
    change_noun = grammar.modified(anchor)
    if change_noun is not None and is_change_itself(change_noun, anchor):
        return change_noun.lemma_.lower()
    stated = stated_event(holder, anchor)
    if stated is not None:
        return stated
    verb = _counted_from(anchor) or number_done(anchor) or _verb_of_figure(holder, anchor)
    return _event_of_verb(verb, holder, anchor) if verb is not None and tells(verb) else _unsaid(verb, anchor)


def _is_size_of_place(anchor: Token) -> bool:
    """Whether an amount only says how many live somewhere, whatever is told of it: "a city of 340,000"."""
    place = anchor.head
    named = grammar.preposition(anchor) == "of" and place.lemma_.lower() in words("people", "places")
    return named and place.i < anchor.i


def _verb_of_figure(holder: Token, anchor: Token) -> Token | None:
    """Give the verb or predicate of a figure: one right before it, unless what stands behind tells more."""
    verb = told_behind(anchor) if anchor.tag_ == "$" else _verb_behind_share(anchor)
    verb = verb or _verb_of_share(holder, anchor) or event_verb(holder)
    before, state = _verb_before(anchor), state_beside(holder)
    if before is not None and state is not None:
        killing = before.lemma_.lower() in words("people", "verbs") and state.dep_ == "acl"
        before = before if killing else None  # "[killing] all 24 people trapped on the bus"
    if before is None or verb is None:
        return before or verb
    below = verb.i > anchor.i and holder in verb.ancestors  # "the 40 carts that were [missing]"
    told = verb.head == before and verb.dep_ == "ccomp" and before.tag_ != "VBG"
    if told or verb == seen_doing(before, holder):  # "we believe at least 150 [died]"
        return verb
    if below and before.lemma_.lower() in words("people", "verbs"):
        return before  # "killing all 24 people [trapped] on the bus"
    told = below and (_is_known(anchor) or not _only_describes(verb))
    return verb if told and grammar.preposition(holder) != "for" else before


def _is_known(anchor: Token) -> bool:
    """Whether "the" stands before an amount, so that a clause behind says which: "the [40] that closed"."""
    before = anchor.doc[max(anchor.sent.start, anchor.left_edge.i - PHRASE) : anchor.i + 1]
    return any(token.lower_ == "the" for token in before)


def _only_describes(verb: Token) -> bool:
    """Whether a clause behind a noun adds how it is to what was done: "[found] 40 carts that look new"."""
    return verb.dep_ == "acl:relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG")


def _verb_behind_share(anchor: Token) -> Token | None:
    """Give the verb right behind a share that nobody else does: "just over half, 54 percent, [say] so"."""
    behind = anchor.i + 1
    if behind + 1 >= anchor.sent.end or not _is_share(anchor):
        return None
    verb = anchor.doc[behind + (anchor.doc[behind].text == ",")]
    if verb.tag_ not in {"VBP", "VBD"} or verb.lemma_ in {"be", "do", "have"}:
        return None
    return verb if all(child == anchor for child in grammar.children(verb, "nsubj")) else None


def _verb_of_share(holder: Token, anchor: Token) -> Token | None:
    """Give the verb of a share of a whole; what stands behind the whole is of that alone.

    "She [has] 80% of the seats needed to win", not "needed".
    """
    if holder.head != anchor or grammar.preposition(holder) != "of" or not _is_share(anchor):
        return None
    action = action_on(anchor)
    if action is not None:
        return action
    below = grammar.children(holder, "acl", "acl:relcl")
    if not below or any(child.tag_ == "VBD" and child.dep_ == "acl" for child in below):
        return None  # "40 percent of the money [arrived] in May" is no clause below
    verb = event_verb(anchor)
    return verb if verb is not None and grammar.is_verb(verb) and verb.lemma_ != "be" else None


def _is_share(anchor: Token) -> bool:
    return anchor.lower_ in words("poll", "units") or _FRACTION.search(anchor.lower_) is not None


def _verb_before(anchor: Token) -> Token | None:
    """Give the active verb right before an amount, whatever the parse hangs that on: "[holds] some 40".

    Not one that only says who told it, how it goes on, or whom it makes do something.
    """
    doc, start, index = anchor.doc, anchor.sent.start, anchor.left_edge.i - 1
    if anchor.left_edge.dep_ == "cc":
        return None  # joined to another amount
    while index > start and (doc[index].tag_ in {"RB", "IN", "DT", "$"} and doc[index].lower_ in _HEDGING):
        index -= 1
    if (
        index > start
        and doc[index].lower_ == "all"
        and doc[index - 1].lemma_.lower() in words("people", "verbs")
    ):
        index -= 1  # "killing all 24 people"
    verb = doc[max(index, start)]
    if not grammar.is_verb(verb) or verb.tag_ == "VBN" or verb.dep_ in _HELPING or verb.nbor().is_punct:
        return None
    lemma = verb.lemma_.lower()
    return None if any(lemma in words(*key) for key in _IDLE) else verb


def _counted_from(anchor: Token) -> Token | None:
    """Give the verb of what a length of time is counted from: "two months since they [left]"."""
    noun = grammar.modified(anchor) or anchor
    if (
        noun.lemma_.lower() not in _TIMES
        or noun.i + 1 >= noun.sent.end
        or noun.nbor().lower_ not in {"after", "since"}
    ):
        return None
    mark = noun.nbor()
    return mark.head if mark.dep_ == "mark" and grammar.is_verb(mark.head) and mark.head.i > mark.i else None


def _event_of_verb(verb: Token, holder: Token, anchor: Token) -> str | None:
    if _is_of_toll(verb, anchor):
        return "die"
    if _is_of_lives(verb, holder):
        return "kill" if verb.lemma_.lower() in words("lives", "kill") else "die"
    if verb.lemma_ == "be":
        return _of_being(verb, holder, anchor)
    estimates = verb.lemma_.lower() in words("aspect", "estimating") and verb == grammar.clause_head(anchor)
    estimated = estimates and grammar.preposition(anchor) in _ESTIMATED_AT
    state = _state_numbered(verb) if estimated else _state_stood_at(verb, anchor)
    if state is not None:
        return verb_name(state)
    if estimated:
        return "estimate" if verb.lemma_ == "estimate" else None
    return verb_name(verb)


def _is_of_toll(verb: Token, anchor: Token) -> bool:
    """Whether an amount is how many a toll came to: "the death toll rose to 40", "the toll stood at 12"."""
    estimated = verb.lemma_.lower() in words("aspect", "estimating")
    brought = estimated or verb.lemma_.lower() in _BRINGING
    toll = grammar.direct_object(verb) if brought else grammar.subject(verb)
    if toll is None or grammar.preposition(anchor) not in _CAME_TO or grammar.clause_head(anchor) != verb:
        return False
    if anchor.i < verb.i:
        return False  # "the toll from a 7.1-magnitude quake has passed 2,300"
    of = grammar.complement(toll, "of")
    dead = toll.lemma_.lower() == "toll" or (of is not None and of.lemma_.lower() in {"death", "fatality"})
    return dead and (brought or verb.lemma_.lower() in measuring_verbs())


def number_done(anchor: Token) -> Token | None:
    """Give what was done to those whose number is an amount: "the number [killed] by the sea exceeds 40"."""
    verb = anchor if grammar.is_verb(anchor) else grammar.clause_head(anchor)  # "exceeds 40" is one amount
    number = grammar.subject(verb) if verb is not None else None
    if number is None or number.lemma_.lower() != "number" or grammar.preposition(anchor) not in _CAME_TO:
        return None
    done = grammar.children(number, "acl")
    return next((child for child in done if child.lemma_.lower() in words("people", "verbs")), None)


def _state_stood_at(verb: Token, anchor: Token) -> Token | None:
    """Give what happened to those whose number came to an amount: "the number of [injured] stands at 40".

    So does "the number of people [killed] rose to 40".
    """
    number = grammar.subject(verb)
    if number is None or number.lemma_.lower() != "number" or grammar.preposition(anchor) not in _CAME_TO:
        return None
    of = grammar.complement(number, "of")
    if of is None or verb.lemma_.lower() not in measuring_verbs() or grammar.clause_head(anchor) != verb:
        return None
    done = next((child for child in grammar.children(of, "acl") if child.tag_ == "VBN"), None)
    told = done is not None and done.lemma_.lower() in words("people", "verbs")
    return done if told else of if of.lower_ in words("people", "adjectives") else None


def _of_being(verb: Token, holder: Token, anchor: Token) -> str:
    """Give the event of what only is: "were 40 [injured] people", "was [up] 2 cents"."""
    moved = moved_behind(verb, anchor)
    hurt = _hurt_before(holder) if grammar.children(verb, "expl") else None
    return hurt or (f"be {moved}" if moved is not None else verb_name(verb))


def _hurt_before(holder: Token) -> str | None:
    """Give what happened to people who are only there: "there were 40 [injured] people"."""
    states = (child.lower_ for child in grammar.children(holder, "amod"))
    return next((verb_of(state) for state in states if state in words("people", "adjectives")), None)


def _state_numbered(verb: Token) -> Token | None:
    """Give what happened to those whom a verb says the number of: "put the number of [wounded] at 40".

    Or by whom they are liked: "puts the mayor's [approval] at 40 percent".
    """
    number = grammar.direct_object(verb)
    if number is not None and number.lemma_.lower() in words("poll", "support"):
        return number
    of = grammar.complement(number, "of") if number is not None else None
    dead = of is not None and of.lemma_.lower() in words("event", "counted")  # "the number of deaths at 40"
    return of if of is not None and (dead or of.lower_ in words("people", "adjectives")) else None


def _unsaid(verb: Token | None, anchor: Token) -> str | None:
    """Give the event of a figure of which the text only says that something is so: "was $9, up from $8"."""
    moved = moved_to(verb) if verb is not None else None
    if moved is not None:
        return f"be {moved}"
    beside = moved_beside(anchor)
    if beside is not None:
        return f"be {beside}"
    change = change_of(anchor, "share") or change_from(anchor)
    return {"up": "rise", "down": "fall"}[change] if change else _guessed(verb)


def _guessed(verb: Token | None) -> str | None:
    """Give the verb of a guess whose content only says what something is: "is [projected] to be $6"."""
    if verb is None or verb.dep_ not in {"xcomp", "ccomp"} or not grammar.is_verb(verb.head):
        return None
    return verb_name(verb.head) if verb.head.lemma_ in words("stance", "expected_verbs") else None


def _is_of_lives(verb: Token, holder: Token) -> bool:
    """Whether a verb and its "lives" together mean death: "claimed the lives of 144 people"."""
    target = grammar.direct_object(verb)
    if target is None or target.lower_ not in {"life", "lives"}:
        return False
    return verb.lemma_.lower() in words("lives", "kill") | words("lives", "die")
