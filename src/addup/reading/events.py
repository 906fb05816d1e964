"""What happened to the thing counted, and whether a figure is the size of a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import phrasal, verb_of, words
from addup.reading.text import kept
from addup.records import Amount, Change, Kind

_NOMINAL = frozenset({"nmod", "nmod:unmarked"})
_NEAR_LEAD = 7  # tokens before an amount in which a lead may stand: "a lead in the low single digits"
# What stands before the size of a change; with a hedge for a preposition too ("rose over 4 percent").
_OF_SIZE = frozenset({None, "by", "of", "over", "under", "about", "around"})
_SIZED = frozenset({"share", "money", "measure"})
_RESTATED = re.compile(r"\s?,? or |[^\S\n]?[(\[][^\S\n]?")
# "to $5 million", "from a record 12 percent": a level, whatever the parse makes of the preposition.
_LEVEL = re.compile(r"\b(?:to|from|at)\s(?:(?:an?|the|its|their)\s(?:[a-z-]+\s){0,2})?$", re.IGNORECASE)
_NEAR_MODAL = 3  # tokens from "will" to "double"
# What stands before the number that somebody gives: "put the toll at 38", "the number was put to 12".
_ESTIMATED_AT = frozenset({"at", "to"})
_DEEPEST = 3  # nouns from what an action is done to up to the action: "a gift of 500 pounds of medicine"
_SPLIT = re.compile(r"\s?[-–—]\s?|\sto\s")
_FRACTION = re.compile(r"(?:half|thirds?|quarters?|fifths?|tenths?)$")
_LONGEST_IDIOM = 3  # tokens of "up for grabs"
_PHRASE = 2  # tokens of a noun and its preposition
_NEAR_CHANGE = 6  # tokens from "up" to what it is up from: "up 3% from"
_BEFORE_NUMBER = frozenset({"$", "CD", "RB"})  # an amount and what hedges it
_NEAR_SUBJECT = 5  # tokens of a subject, and from it to its verb
# Particles that stand behind the object as well ("push several rivals [out]").
_SEPARATE = frozenset({"away", "down", "off", "out"})
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
_TIMES = frozenset({"day", "decade", "hour", "minute", "month", "week", "year"})
_OBLIQUE = frozenset({"obl", "obl:unmarked"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})
_OF_VERB = frozenset({"obj", "obl", "obl:unmarked", "obl:npmod", "obl:agent", "xcomp"})


def events_of(
    text: str, amounts: Sequence[Amount], holders: Sequence[Token], anchors: Sequence[Token]
) -> list[str | None]:
    """Give the event of each figure of a text; the two shares of a split have one: "62%-32%"."""
    found: list[str | None] = []
    for index, (holder, anchor) in enumerate(zip(holders, anchors, strict=True)):
        between = _between_shares(text, amounts, index)
        event = found[-1] if between is not None and _SPLIT.fullmatch(between) else event_of(holder, anchor)
        if between == ", " and event is not None:
            found[-1] = event  # "nearly a quarter, 24 percent, [say]"
        found.append(event or event_of(holder, anchor))
    return found


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
    change_noun = grammar.modified(anchor)
    if change_noun is not None and _is_change_itself(change_noun, anchor):
        return change_noun.lemma_.lower()
    stated = _stated(holder, anchor)
    if stated is not None:
        return stated
    verb = _counted_from(anchor) or _verb_of_figure(holder, anchor)
    return (
        _event_of_verb(verb, holder, anchor) if verb is not None and _tells(verb) else _unsaid(verb, anchor)
    )


def _stated(holder: Token, anchor: Token) -> str | None:
    """Give the event that the words around a figure name themselves, whatever the verb of its clause."""
    stated = _at_level(anchor) or _size_of_state(holder, anchor) or _of_itself(holder, anchor)
    if stated is not None:
        return stated
    if _is_of_money(anchor) and _is_included(holder):
        return "include"
    noun = _sold_part(anchor) or _change_to(anchor) or _action_of_money(anchor)
    return bare_verb(noun) if noun is not None else _idiom_behind(holder)


def _verb_of_figure(holder: Token, anchor: Token) -> Token | None:
    """Give the verb or predicate of a figure: one right before it, unless what stands behind tells more."""
    verb = _told_behind(anchor) if anchor.tag_ == "$" else _verb_behind_share(anchor)
    verb = verb or _verb_of_share(holder, anchor) or event_verb(holder)
    before = _verb_before(anchor) if _state_beside(holder) is None else None
    if before is None or verb is None:
        return before or verb
    below = verb.i > anchor.i and holder in verb.ancestors  # "the 40 carts that were [missing]"
    told = below and (_is_known(anchor) or not _only_describes(verb))
    return verb if told and grammar.preposition(holder) != "for" else before


def _is_known(anchor: Token) -> bool:
    """Whether "the" stands before an amount, so that a clause behind says which: "the [40] that closed"."""
    before = anchor.doc[max(anchor.sent.start, anchor.left_edge.i - _PHRASE) : anchor.i + 1]
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
    action = _action_on(anchor)
    if action is not None:
        return action
    below = grammar.children(holder, "acl", "acl:relcl")
    if not below or any(child.tag_ == "VBD" and child.dep_ == "acl" for child in below):
        return None  # "40 percent of the money [arrived] in May" is no clause below
    verb = event_verb(anchor)
    return verb if verb is not None and grammar.is_verb(verb) and verb.lemma_ != "be" else None


def _is_share(anchor: Token) -> bool:
    return anchor.lower_ in words("poll", "units") or _FRACTION.search(anchor.lower_) is not None


def _idiom_behind(holder: Token) -> str | None:
    """Give the state that a phrase names behind a noun or its copula: "40 seats (are) [up for grabs]"."""
    doc, end = holder.doc, holder.sent.end
    index = holder.i + 1
    first = _first_of_idioms()
    while index < end and doc[index].lower_ not in first and doc[index].tag_ in {"RB", "VBD", "VBP", "VBZ"}:
        if doc[index].tag_ != "RB" and doc[index].lemma_ != "be":
            return None
        index += 1
    if index >= end or doc[index].lower_ not in first:
        return None
    behind = " ".join(token.lower_ for token in doc[index : index + _LONGEST_IDIOM]) + " "
    return next((idiom for idiom in words("event", "idioms") if behind.startswith(f"{idiom} ")), None)


@cache
def _first_of_idioms() -> frozenset[str]:
    return frozenset(idiom.split()[0] for idiom in words("event", "idioms"))


def _verb_before(anchor: Token) -> Token | None:
    """Give the active verb right before an amount, whatever the parse hangs that on: "[holds] some 40".

    Not one that only says who told it, how it goes on, or whom it makes do something.
    """
    doc, start, index = anchor.doc, anchor.sent.start, anchor.left_edge.i - 1
    if anchor.left_edge.dep_ == "cc":
        return None  # joined to another amount
    while index > start and (doc[index].tag_ in {"RB", "IN", "DT", "$"} and doc[index].lower_ in _HEDGING):
        index -= 1
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


def _action_of_money(anchor: Token) -> Token | None:
    """Give the noun of an action done with a sum: "[assumption] of $9 million in debt", not "sales of $9"."""
    action = _action_above(anchor) if anchor.tag_ == "$" else None
    return None if action is None or action.lemma_.lower() in words("measured", "nouns") else action


def _sold_part(anchor: Token) -> Token | None:
    """Give what is done to a part whose share is told: "the [sale] of the firm's 54% stake"."""
    part = grammar.modified(anchor)
    return (
        _action_above(part)
        if part is not None and part.lemma_.lower() in words("container", "stakes")
        else None
    )


def _change_to(anchor: Token) -> Token | None:
    """Give the noun of the change of an amount, or that leads to it: "a 4% [decline] in sales to $7"."""
    leading = grammar.preposition(anchor)
    if leading == "of" and anchor.head.i < anchor.i and anchor.head.lemma_ != "gain":
        return anchor.head if _direction_of_noun(anchor.head, "count") is not None else None
    if leading not in {"to", "from"}:
        return None
    for token in reversed(anchor.doc[max(anchor.sent.start, anchor.i - _NEAR_CHANGE) : anchor.left_edge.i]):
        if grammar.is_verb(token) or token.is_punct:
            return None
        if grammar.is_noun(token) and _direction_of_noun(token, "count") is not None:
            return token
    return None


def _event_of_verb(verb: Token, holder: Token, anchor: Token) -> str | None:
    if _is_of_lives(verb, holder):
        return "kill" if verb.lemma_.lower() in words("lives", "kill") else "die"
    if verb.lemma_ == "be":
        moved = _moved_behind(verb, anchor)
        return f"be {moved}" if moved is not None else verb_name(verb)
    estimated = verb.lemma_.lower() in words("aspect", "estimating")
    if estimated and verb == grammar.clause_head(anchor) and grammar.preposition(anchor) in _ESTIMATED_AT:
        state = _state_numbered(verb)
        if state is not None:
            return verb_name(state)
        return "estimate" if verb.lemma_ == "estimate" else None
    return verb_name(verb)


def _state_numbered(verb: Token) -> Token | None:
    """Give what happened to those whom a verb says the number of: "put the number of [wounded] at 40".

    Or by whom they are liked: "puts the mayor's [approval] at 40 percent".
    """
    number = grammar.direct_object(verb)
    if number is not None and number.lemma_.lower() in words("poll", "support"):
        return number
    of = grammar.complement(number, "of") if number is not None else None
    return of if of is not None and of.lower_ in words("people", "adjectives") else None


def _unsaid(verb: Token | None, anchor: Token) -> str | None:
    """Give the event of a figure of which the text only says that something is so: "was $9, up from $8"."""
    moved = _moved(verb) if verb is not None else None
    if moved is not None:
        return f"be {moved}"
    beside = _beside(anchor)
    if beside is not None:
        return f"be {beside}"
    change = change_of(anchor, "share") or _change_from(anchor)
    return {"up": "rise", "down": "fall"}[change] if change else _guessed(verb)


def _moved(predicate: Token) -> str | None:
    """Give where a predicate of place and no verb says that something has moved to: "are [up] 2 cents"."""
    be = next((child for child in grammar.children(predicate, "cop") if child.lemma_ == "be"), None)
    if be is None:
        return None
    return _moved_behind(be, predicate)


def _at_level(anchor: Token) -> str | None:
    """Give where something is said to have moved by and to: "was [down] 25 cents to $30", "3124.5, [off] 12".

    Of an index in a list the sign before the comma is its level, and no verb says that it closed there.
    """
    clause = anchor.head
    be = grammar.children(clause, "cop") if clause.lower_ in {"up", "down", "off"} else []
    if be and anchor.i > clause.i and clause.i - be[0].i <= _PHRASE:
        return f"be {clause.lower_}"
    doc, start, index = anchor.doc, anchor.sent.start, anchor.i - 1
    while index > start and doc[index].tag_ in {"CD", "$"}:
        index -= 1
    if index < start + _PHRASE or doc[index].lower_ not in {"up", "down", "off"}:
        return None
    level = doc[index - 1].text == "," and doc[index - _PHRASE].tag_ == "CD"
    verb = grammar.clause_head(anchor)
    told = verb is not None and verb.lemma_.lower() in words("market", "verbs")
    return f"be {doc[index].lower_}" if level and not told else None


def _beside(anchor: Token) -> str | None:
    """Give where something beside a clause has moved to: "with revenue [up] nearly 36 percent"."""
    start, index = anchor.sent.start, anchor.i - 1
    moved = {"up", "down", "off"}
    while (
        index > start and anchor.doc[index].lower_ not in moved and anchor.doc[index].tag_ in _BEFORE_NUMBER
    ):
        index -= 1
    if index <= start or anchor.doc[index].lower_ not in moved:
        return None
    return anchor.doc[index].lower_ if grammar.is_noun(anchor.doc[index - 1]) else None


def _moved_behind(be: Token, amount: Token) -> str | None:
    between = be.doc[be.i + 1 : amount.i]
    return next((token.lower_ for token in between if token.lower_ in {"up", "down", "off"}), None)


def _is_included(holder: Token) -> bool:
    """Whether a sum stands among what makes up another: "including a charge of $3 million"."""
    first = holder.left_edge.i
    beside = [*holder.lefts, *holder.doc[max(holder.sent.start, first - 1) : first + 1]]
    including = any(token.lower_ == "including" for token in beside)
    return including and holder.lemma_.lower() in words("measured", "nouns")


def _is_change_itself(noun: Token, anchor: Token) -> bool:
    """Whether an amount stands before the noun of a change; a gain of money is a thing that one has."""
    directed = _direction_of_noun(noun, "count") is not None
    return directed and not (_is_of_money(anchor) and noun.lemma_ == "gain")


def _is_of_money(anchor: Token) -> bool:
    return any(token.tag_ == "$" for token in (anchor, *anchor.children))


def _size_of_state(holder: Token, anchor: Token) -> str | None:
    """Give the adjective that an amount is the measure of: "worth $5 million", "$9 short"."""
    doc, start = anchor.doc, anchor.left_edge.i
    before = doc[max(anchor.sent.start, start - 1) : anchor.i]
    if any(token.lower_ == "worth" and token.nbor(-1).lower_ != "net" for token in before if token.i):
        return "worth"
    owner = holder if holder.dep_ != "obj" and grammar.modified(anchor) == holder else anchor
    for word in {anchor, owner}:
        behind = _end_of_rate(word)
        if behind < word.sent.end and doc[behind].lower_ in words("event", "measured_states"):
            return doc[behind].lower_
    return None


def _of_itself(holder: Token, anchor: Token) -> str | None:
    """Give the event that lies in a figure's own words: "will double", "12 deaths", "38% support"."""
    lemma = anchor.lemma_.lower()
    if lemma in words("event", "multiplying"):
        before = anchor.doc[max(anchor.sent.start, anchor.i - _NEAR_MODAL) : anchor.i]
        verbal = anchor.tag_.startswith("VB") or any(token.tag_ in {"MD", "TO"} for token in before)
        return lemma if verbal else None
    behind = anchor.doc[_end_of_rate(anchor) :][:_PHRASE]
    if behind.text.endswith(" by") and behind[0].tag_ == "NN" and _is_guess(behind[0]):
        return behind[0].lower_  # "far above the 235 forecast by the bank"
    action = _action_counted(holder) or _action_priced(anchor) or _guess_of(anchor)
    if action is not None:
        return bare_verb(action)
    if anchor.tag_ == "VBN" and "-" in lemma:  # one token: "61%-owned"
        return lemma.rsplit("-", 1)[-1]
    if _is_led_by(holder):
        return "lead"
    return _of_vote(anchor) if lemma in words("poll", "units") else None


def _is_led_by(holder: Token) -> bool:
    """Whether somebody is ahead by what is counted: "a lead of nearly 300 seats"."""
    first = _before_hedges(holder.left_edge)
    if first.lower_ != "of":
        first = first.nbor(-1) if first.i > first.sent.start else first
    if first.lower_ != "of" or first.i <= first.sent.start:
        return False
    return first.nbor(-1).tag_ == "NN" and first.nbor(-1).lemma_.lower() in words("poll", "leads")


def _action_priced(anchor: Token) -> Token | None:
    """Give the noun of what a price is for: "a [conversion] price of $25"."""
    if anchor.tag_ != "$":
        return None
    for token in anchor.doc[max(anchor.sent.start, anchor.i - _NEAR_CHANGE) : anchor.i]:
        if token.lemma_.lower() in {"price", "rate"} and token.i > token.sent.start:
            return token.nbor(-1) if token.nbor(-1).lemma_.lower() in words("event", "priced") else None
    return None


def _guess_of(anchor: Token) -> Token | None:
    """Give what somebody guessed an amount as: "an [estimate] of $9 million"."""
    guess = anchor.head
    guessed = guess.lemma_.lower() in words("container", "guesses") and grammar.preposition(anchor) == "of"
    return guess if guessed else None


def _is_guess(word: Token) -> bool:
    return word.lower_ in words("stance", "expected_verbs")


def _action_counted(holder: Token) -> Token | None:
    """Give the noun of an action that a figure counts, or its victims: "12 [shooting] victims"."""
    counted = words("event", "counted")
    if holder.lemma_.lower() == "victim":
        return next((word for word in holder.lefts if word.lemma_.lower() in counted), None)
    told = grammar.children(holder, "acl", "acl:relcl")  # "two killings [blamed] on"
    return holder if holder.tag_ == "NNS" and not told and holder.lemma_.lower() in counted else None


def _of_vote(anchor: Token) -> str | None:
    """Give the event of a share that is a lead or support: "a 7-point lead", "ahead by 3", "38% support"."""
    behind = anchor.i + 1
    if behind < anchor.sent.end and anchor.doc[behind].lower_ in words("poll", "support"):
        return bare_verb(anchor.doc[behind])
    lead = lead_of(anchor)
    if lead is None or grammar.is_verb(lead):
        return None
    return "lead" if lead.lower_ == "up" or lead.lemma_.lower() in words("poll", "leads") else "trail"


def _tells(verb: Token) -> bool:
    """Whether a predicate tells what happened: a verb, an adjective, or a noun of state ("in custody")."""
    lemma = verb.lemma_.lower()
    if grammar.is_noun(verb):
        if lemma in words("event", "actions"):
            return True
        state = grammar.preposition(verb) in words("event", "prepositions") or not grammar.children(
            verb, "cop"
        )
        return lemma in words("event", "nouns") and state
    if verb.tag_.startswith("RB"):  # taggers take a rare verb for an adverb, parsers do not
        return bool(grammar.children(verb, "aux"))
    return grammar.is_verb(verb) or verb.tag_.startswith("JJ")


def _change_from(anchor: Token) -> Change | None:
    """Give the direction in which something moved away from an amount: "up 3% from $18 million"."""
    start = anchor.left_edge.i
    before = [token.lower_ for token in anchor.doc[max(anchor.sent.start, start - _NEAR_CHANGE) : anchor.i]]
    if "from" not in before:
        return None
    found = [word for word in before if word in {"up", "down"}]
    return None if not found else "up" if found[-1] == "up" else "down"


def _guessed(verb: Token | None) -> str | None:
    """Give the verb of a guess whose content only says what something is: "is [projected] to be $6"."""
    if verb is None or verb.dep_ not in {"xcomp", "ccomp"} or not grammar.is_verb(verb.head):
        return None
    return verb_name(verb.head) if verb.head.lemma_ in words("stance", "expected_verbs") else None


def lead_of(anchor: Token) -> Token | None:
    """Give the word for a lead that an amount is the size of: "a 7-point lead", "ahead by 3 points"."""
    noun = grammar.modified(anchor)
    start = max(anchor.sent.start, anchor.i - _NEAR_LEAD)
    near = [noun] if noun is not None else [*anchor.doc[start : anchor.i]]
    known = words("poll", "leads") | words("poll", "trails")
    return next(
        (token for token in reversed(near) if token.lemma_.lower() in known or _is_ahead(token)), None
    )


def _is_ahead(word: Token) -> bool:
    """Whether a word says that somebody is ahead or behind: "Orr is [up] 9 points", "shows Orr [up] by 9"."""
    if word.lower_ not in {"up", "down"} or word.i == word.sent.start:
        return False
    before = word.nbor(-1)
    if before.lemma_ == "be" and before.i > word.sent.start:
        before = before.nbor(-1)
    if before.tag_ == "NNP" and before.nbor(-1 if before.i else 0).tag_ != "DT":
        return any(token.lemma_.lower() in words("poll", "nouns") for token in word.doc)
    return before.ent_type_ == "PERSON" or before.lower_ in {"he", "she"}


def _is_of_lives(verb: Token, holder: Token) -> bool:
    """Whether a verb and its "lives" together mean death: "claimed the lives of 144 people"."""
    target = grammar.direct_object(verb)
    if target is None or target.lower_ not in {"life", "lives"}:
        return False
    return verb.lemma_.lower() in words("lives", "kill") | words("lives", "die")


def event_verb(holder: Token) -> Token | None:
    """Give the verb or predicate that says what happened to the holder.

    What stands right beside it comes first, as the parse may go wrong ("the sale of two ships"), then a
    participle or relative clause behind it ("100 people killed", "those who died"), else the verb above.
    """
    known: dict[int, int | None] = kept(holder.doc, "event verbs")
    if holder.i not in known:
        verb = _find_verb(holder)
        known[holder.i] = None if verb is None else verb.i
    place = known[holder.i]
    return None if place is None else holder.doc[place]


def _find_verb(holder: Token) -> Token | None:
    number = _numbered_above(holder)
    if number is not None:
        return event_verb(number)
    stated = (
        _state_beside(holder)
        or _state_among(holder)
        or _action_on(holder)
        or _action_above(holder)
        or _verb_behind(holder)
        or _told_behind(holder)
    )
    if stated is not None:
        return stated
    acts = holder.dep_ in {"nsubj", "nsubj:pass"} and grammar.is_verb(holder.head)
    for child in holder.rights:
        if acts and child.tag_ != "VBG" and holder.head.lemma_ not in {"be", "have"}:
            continue  # "nine towns led by coal diggers [fight] it"
        at_last = child.tag_ == "VB" and child.lemma_ in words("market", "verbs")  # "up 4 cents to settle at"
        told = child.dep_ in {"acl", "acl:relcl"} and grammar.is_verb(child) and not at_last
        if told and not _is_aside(child):
            return child
    if (holder.dep_ == "ROOT" and grammar.is_verb(holder)) or grammar.children(holder, "cop"):
        return holder
    verb = grammar.clause_head(holder)
    beside = verb is not None and verb.tag_ == "VBD" and 0 < verb.i == holder.i - 1
    if verb is not None and beside and verb.nbor(-1).tag_ == "JJ":
        verb = grammar.clause_head(verb)  # no verb: "convertible [subordinated] notes"
    if verb is not None and grammar.is_noun(verb) and not grammar.children(verb, "cop"):
        helping = grammar.children(verb, "aux")  # a noun has none: "[had] operating profit of"
        verb = helping[0] if helping and grammar.is_verb(helping[0]) else verb
    return _carried_out(_made_to(_told(verb, holder), holder)) if verb is not None else None


def _numbered_above(noun: Token) -> Token | None:
    """Give the number of a noun that the parse has below a participle between them: "by [40] pledged seats".

    A number behind a preposition is the subject of no verb.
    """
    verb = noun.head
    if noun.dep_ != "obj" or verb.i != noun.i - 1 or verb.tag_ not in {"VBD", "VBN"} or verb.i < _PHRASE:
        return None
    before = verb.nbor(-1)
    number = before if before.tag_ == "CD" else before.nbor(-1) if before.tag_ == "NNP" else None
    if number is None or number.tag_ != "CD" or number not in noun.sent:
        return None
    return number if grammar.children(number, "case") else None


def _made_to(verb: Token, holder: Token) -> Token:
    """Go from what is done to people to what it makes them do: "allowed 40 men [to leave]"."""
    if holder.dep_ != "obj" or holder.head != verb or verb.lemma_.lower() not in words("event", "causing"):
        return verb
    done = [child for child in grammar.children(verb, "xcomp", "advcl") if child.tag_ == "VB"]
    return next((child for child in done if child.i > holder.i), verb)


def _told(verb: Token, holder: Token) -> Token:
    """Go from a verb of report to what it tells, where the figure is of that: "will rise, Orr said, from 20".

    What somebody says "by 58 percent" is said by so many.
    """
    if verb.lemma_.lower() in words("poll", "showing"):
        return _shown(verb, holder)
    if verb.lemma_.lower() not in words("report", "verbs") or grammar.preposition(holder) == "by":
        return verb
    below = holder
    while below.head not in {verb, below}:
        below = below.head
    told = next((child for child in grammar.children(verb, "ccomp") if grammar.is_verb(child)), None)
    return told if told is not None and below.dep_ in _OBLIQUE else verb


def _shown(verb: Token, holder: Token) -> Token:
    """Go from what a poll shows to what it shows of somebody: "shows Orr [leading], 46 to 44"."""
    seen = grammar.direct_object(verb)
    poll = grammar.subject(verb)
    if seen is None or poll is None or poll.lemma_.lower() not in words("poll", "nouns"):
        return verb
    below = [*grammar.children(seen, "acl"), *grammar.children(verb, "xcomp", "ccomp")]
    return next((child for child in below if grammar.is_verb(child) and child.i < holder.i), verb)


def _told_behind(holder: Token) -> Token | None:
    """Give the verb right behind what it is about, without a pronoun: "the 90 carts [Orr sold]".

    So does a participle: "the 90 [needed] to win", "the 90 [expected] by the bank".
    """
    doc, end = holder.doc, holder.sent.end
    start = _end_of_rate(holder)
    if start >= end or doc[start].lower_ == "compared":
        return None
    first = doc[start]
    by_agent = doc[start : min(end, start + _PHRASE)].text.endswith(" by") and _is_guess(first)
    numbered = holder.tag_ in {"CD", "$"} and holder.dep_ not in _SUBJECT
    before_noun = start + 1 < end and doc[start + 1].tag_ in {"NN", "NNS"}  # "by 40 [pledged] seats"
    if by_agent or (first.tag_ == "VBN" and numbered and not before_noun):
        return first
    if first.lower_ in {"that", "which"} and start + 1 < end:
        first = first.nbor()
    return _clause_from(first, holder) if first.tag_ != "IN" else None


def _clause_from(first: Token, holder: Token) -> Token | None:
    """Give the verb of a clause whose subject begins at a token, if it lacks the object that stands before.

    What the holder stands below has it for an adverbial instead ("in 90 days they sold").
    """
    end = holder.sent.end
    near = first.doc[first.i : min(end, first.i + _NEAR_SUBJECT)]
    subject = next((token for token in near if token.left_edge == first and _is_subject(token)), None)
    if subject is None:
        return None
    behind = first.doc[subject.i + 1 : min(end, subject.i + _NEAR_SUBJECT)]
    helping = {"aux", "aux:pass", "cop"}
    verb = next((token for token in behind if grammar.is_verb(token) and token.dep_ not in helping), None)
    if verb is None or verb in holder.ancestors or grammar.children(verb, "obj", "ccomp", "mark"):
        return None
    return verb


def _end_of_rate(holder: Token) -> int:
    """Give the index behind a noun, or behind an amount and what it is per: "the $2 [a share] that"."""
    doc, end = holder.doc, holder.sent.end
    index = holder.i + 1
    if holder.tag_ not in {"CD", "$"}:
        return index
    while index < end and doc[index].tag_ == "CD":
        index += 1
    if index + 1 < end and doc[index].lower_ in {"a", "per"}:
        index += 2
    return index


def _is_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECT or (token.dep_ == "dep" and token.tag_.startswith(("NN", "PRP")))


def _is_aside(participle: Token) -> bool:
    """Whether a participle only adds something: "passed it, [driven] by exports", "40 [compared] to 30"."""
    return participle.lower_ == "compared" or (
        participle.dep_ == "acl" and participle.left_edge.nbor(-1).text == ","
    )


def _state_beside(holder: Token) -> Token | None:
    """Give what happened to people by the word right beside them, where the parse may go wrong.

    "43 people were killed and 120 [injured] when ...", "... killed three and seriously [wounded] six others".
    """
    doc = holder.doc
    first = min(holder.i, *(child.i for child in holder.children if child.tag_ == "CD"), holder.i)
    numbered = holder.tag_ == "CD" or first < holder.i
    if not numbered:
        return None
    last = holder.i + 1
    if last < holder.sent.end and doc[last].lower_ in {"others", "more"}:
        last += 1
    behind = doc[last] if last < holder.sent.end else None
    if behind is not None and (_is_of_people(behind) and behind.tag_ in {"VBN", "VBD", "JJ"}):
        return behind
    before = doc[first - 1] if first > holder.sent.start else None
    if before is not None and before.tag_ in {"VBN", "VBD"} and before.dep_ not in {"amod", "compound"}:
        return before if before.lemma_.lower() in words("incident", "casualties") else None
    return None


def _is_of_people(word: Token) -> bool:
    return word.lower_ in words("people", "adjectives") or word.lemma_.lower() in words("people", "verbs")


def _action_on(holder: Token) -> Token | None:
    """Give the noun of an action done to the holder: "the sale of two ships", "orders for nine jets"."""
    if holder.dep_ == "conj" and holder.head.i < holder.i:
        return _action_on(holder.head)
    first = _before_hedges(holder.left_edge)
    before = [*first.doc[max(first.sent.start, first.i - 2) : first.i + 1]]
    if first.lower_ not in words("event", "of_actions"):  # the preposition mostly hangs on what is behind it
        before.pop()
    if holder.tag_ == "$" or len(before) < _PHRASE or before[-1].lower_ not in words("event", "of_actions"):
        return None
    action = before[-2]
    if before[-1].lower_ == "from" and action.lemma_.lower() not in words("poll", "support"):
        return None
    if before[-1].lower_ == "to" and action.lemma_.lower() in words("poll", "nouns"):
        return None  # "from 44 in the last poll to 40"
    return action if action.lemma_.lower() in words("event", "actions") else None


def _before_hedges(first: Token) -> Token:
    """Go from a number back over what hedges it: "the support of [nearly] four in 10", "of [up to] 40"."""
    start = first.sent.start
    while (
        first.i > start and first.nbor(-1).tag_ == "RB" and first.lower_ not in words("event", "of_actions")
    ):
        first = first.nbor(-1)
    if first.i > start + 1 and first.lower_ == "to" and first.nbor(-1).lower_ == "up":
        return first.nbor(-1)
    if first.i > start + 1 and first.nbor(-1).lower_ == "to" and first.nbor(-2).lower_ == "up":
        return first.nbor(-2)
    return first


def _action_above(noun: Token) -> Token | None:
    """Give the noun of an action that a noun hangs below by "of": "a gift of 500 pounds of [medicine]"."""
    for _ in range(_DEEPEST):
        if noun.dep_ not in _NOMINAL or grammar.preposition(noun) != "of" or noun.head.i > noun.i:
            return None
        noun = noun.head
        if noun.lemma_.lower() in words("event", "actions"):
            return noun
    return None


def _verb_behind(holder: Token) -> Token | None:
    """Give the verb right behind a noun that is no subject in the parse, if the verb has no other subject."""
    if holder.dep_ in _SUBJECT or holder.i + 1 >= holder.sent.end:
        return None
    behind = holder.nbor()
    finite = behind.tag_ in {"MD", "VBD", "VBP", "VBZ"}
    if not finite or (
        holder.tag_ == "CD" and behind.lemma_ not in {"be", "have", "do"} and behind.tag_ != "MD"
    ):
        return None
    verb = behind.head if behind.dep_ in {"aux", "aux:pass"} and behind.head.i > behind.i else behind
    alone = not grammar.children(verb, "nsubj", "nsubj:pass", "csubj", "cop")
    return verb if alone and behind.dep_ != "cop" else None


def _state_among(holder: Token) -> Token | None:
    """Give the state of the group that a predicate counts a part of: "among the [dead] were six nurses"."""
    predicate = holder.head if holder.dep_ == "nsubj" else holder
    if not grammar.children(predicate, "cop"):
        return None
    if grammar.preposition(predicate) in {"among", "of"}:
        return _done_to(predicate)
    group = grammar.complement(holder, "among") or next(
        (child for child in holder.lefts if grammar.preposition(child) == "among"), None
    )
    return group if group is not None and group.lower_ in words("people", "adjectives") else None


def _done_to(group: Token) -> Token | None:
    """Give the participle behind a group: "were among the thousands of foreigners [trapped] there"."""
    while True:
        participle = next((child for child in group.rights if child.dep_ in {"acl", "acl:relcl"}), None)
        within = grammar.complement(group, "of")
        if participle is not None or within is None:
            return participle if participle is not None and grammar.is_verb(participle) else None
        group = within


def _carried_out(verb: Token) -> Token:
    """Go from a verb that only says how another stands ("began gathering") to that other one."""
    lemma = verb.lemma_.lower()
    if lemma in words("aspect", "verbs") or (
        lemma in words("aspect", "reported") and grammar.is_passive(verb)
    ):
        for child in verb.rights:
            if child.dep_ in {"xcomp", "ccomp"} and _tells(child):
                return child
    return verb


def verb_name(verb: Token) -> str:
    """Give the lemma of a verb with its particle ("call up"); of a predicate, its own lemma."""
    if verb.lower_ == "dead":
        return "die"
    if grammar.is_noun(verb):
        return bare_verb(verb)
    custody = next((child for child in grammar.children(verb, "obl") if child.lemma_ == "custody"), None)
    if custody is not None and verb.lemma_ == "take":
        return "take into custody"
    return " ".join([verb.lemma_.lower(), *_particles(verb)])


def _particles(verb: Token) -> list[str]:
    """Give the particles of a verb, also where a parse takes one for an adverb ("[handed] over $2 million").

    What is only up or down in price has none ("closed up 2 cents"); a preposition whose object stands before
    the clause is one ("the $2 that they [looked] for").
    """
    doc, end, lemma = verb.doc, verb.sent.end, verb.lemma_.lower()
    near = doc[verb.i + 1 : min(end, verb.i + 1 + _PHRASE)]
    spoken = next(
        (word.lower_ for word in near if word.lower_ in phrasal(lemma) and _is_adverbial(word)), None
    )
    if spoken is not None:
        return [spoken]
    target = grammar.direct_object(verb)
    behind = doc[target.right_edge.i + 1 :][:1] if target is not None and target.i > verb.i else None
    if behind and behind[0].lower_ in _SEPARATE and behind[0].head == verb and behind[0].tag_ in {"RB", "RP"}:
        return [behind[0].lower_]
    stranded = doc[verb.i + 1] if verb.i + 2 < end else None
    if stranded is not None and stranded.tag_ == "IN" and stranded.nbor().is_punct:
        return [stranded.lower_]
    directed = lemma in words("market", "verbs") | words("market", "moving")
    return [
        child.lower_
        for child in verb.rights
        if child.dep_ == "compound:prt"
        and not _is_hedge(child)
        and not (directed and child.lower_ in {"up", "down"})
    ]


def _is_adverbial(particle: Token) -> bool:
    """Whether "in" is a particle ("comes in at 9 percent"), which most often it is not; others mostly are."""
    if particle.lower_ != "in":
        return True
    behind = particle.doc[particle.i + 1 : particle.i + 2].text
    parsed = particle.dep_ in {"advmod", "compound:prt"}
    return behind in {"at", "$", "£", "€"} or (parsed and not behind[:1].isalpha())


def bare_verb(noun: Token) -> str:
    """Give the verb of a noun that tells what happened ("slaying" → "slay"), else the noun."""
    lemma = noun.lemma_.lower()
    return verb_of(lemma) or lemma


def _is_hedge(particle: Token) -> bool:
    """Whether an "up" belongs to "up to 300" and not to the verb."""
    return particle.lower_ == "up" and particle.i + 1 < len(particle.doc) and particle.nbor().lower_ == "to"


def change_of(anchor: Token, kind: Kind) -> Change | None:
    """Whether the amount is the size of a rise or a fall: "fell 2.1 percent", "an 18 percent drop"."""
    before = _before_number(anchor)
    if kind in {"duration", "age"} or grammar.preposition(anchor) not in _OF_SIZE:
        return None  # "up from $3 million", "rose to $5 million" say where it was and where it is
    for token in (anchor.left_edge, before):
        if (
            token is not None
            and token.lower_ in {"up", "down"}
            and token.dep_ != "compound:prt"
            and not _is_hedge(token)
        ):
            return "up" if token.lower_ == "up" else "down"
    if before is not None and kind == "share" and grammar.is_verb(before):
        return _direction_of_verb(before, kind)
    noun = grammar.modified(anchor)
    before_noun = anchor.dep_ in _OF_VERB and grammar.is_noun(anchor.head) and anchor.head.i > anchor.i
    of_noun = anchor.dep_ in _NOMINAL and grammar.preposition(anchor) == "of"
    if noun is None and (before_noun or of_noun):
        noun = anchor.head
    if noun is not None:
        return _direction_at_noun(noun, kind)
    if anchor.dep_ in _OF_VERB and not (_is_thing_itself(anchor) or _is_set_off_and_told_of(anchor)):
        direction = _direction_of_verb(anchor.head, kind)
        is_level = direction == "down" and grammar.preposition(anchor) == "under"  # "fell under 4 percent"
        return None if is_level else direction
    return None


def _before_number(anchor: Token) -> Token | None:
    """Give the word before an amount, also where the parse has its number elsewhere ("jumped 45 [%]")."""
    first = anchor.sent.start
    index = anchor.left_edge.i - 1
    while index > first and anchor.doc[index].tag_ in {"CD", "$"}:
        index -= 1
    return anchor.doc[index] if index >= first else None


def _direction_at_noun(noun: Token, kind: Kind) -> Change | None:
    """Give the direction where an amount stands before or behind a noun.

    "An 18 percent drop", "a 34 percent profit gain", "cut the staff by 6,000 people".
    """
    named = noun if noun.dep_ != "compound" else grammar.modified(noun) or noun
    direction = None if kind == "money" and named.lemma_ == "gain" else _direction_of_noun(named, kind)
    if direction is None and noun.dep_ == "obl" and grammar.preposition(noun) == "by":
        return _direction_of_verb(noun.head, kind)
    return direction


def changes_of(text: str, amounts: Sequence[Amount], anchors: Sequence[Token]) -> list[Change | None]:
    """Give the change of each amount; an amount said once more in other units has that of the first.

    "rose 64 points, or 1.4 percent", "fell by 2 degrees (3.6 Fahrenheit)".
    """
    changes: list[Change | None] = []
    for index, (amount, anchor) in enumerate(zip(amounts, anchors, strict=True)):
        change = amount.change or change_of(anchor, amount.kind)
        words_before = text[max(0, amount.span.start - 30) : amount.span.start]
        if not amount.change and _LEVEL.search(words_before) and grammar.modified(anchor) is None:
            change = None
        before = amounts[index - 1] if index else None
        if before is not None and amount.kind in _SIZED and before.kind in _SIZED:
            gap = text[before.span.end : amount.span.start]
            change = change or (changes[-1] if _RESTATED.fullmatch(gap) else None)
        changes.append(change)
    return changes


def _is_thing_itself(anchor: Token) -> bool:
    """Whether the amount is what is raised or cut, not by how much something is ("raised $64 million")."""
    return anchor.dep_ == "obj" and anchor.head.lemma_.lower() in words("change", "transitive")


def _is_set_off_and_told_of(anchor: Token) -> bool:
    """Whether a comma parts an amount and what it is true of from the verb: "Ferry sinks, 31 dead"."""
    first = anchor.left_edge
    return first.i > 0 and first.nbor(-1).text == "," and bool(grammar.children(anchor, "acl", "amod"))


def _direction_of_verb(verb: Token, kind: Kind) -> Change | None:
    """Give the direction of a verb; what loses per cent or points falls, what loses money or men does not."""
    name = verb_name(verb)
    if kind in {"share", "measure"} and verb.lemma_.lower() in words("change", "down_measured"):
        return "down"
    if kind in {"share", "money"} and verb.lemma_.lower() in words("change", "savings"):
        return "down"
    for direction in ("up", "down"):
        if name in words("change", direction) or verb.lemma_.lower() in words("change", direction):
            return "up" if direction == "up" else "down"
    return None


def _direction_of_noun(noun: Token, kind: Kind) -> Change | None:
    lemma = noun.lemma_.lower()
    if kind in {"share", "money"} and lemma in words("change", "savings"):
        return "down"
    if lemma in words("change", "up_nouns"):
        return "up"
    return "down" if lemma in words("change", "down_nouns") else None
