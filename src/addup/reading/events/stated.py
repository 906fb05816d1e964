"""Events that the words around a figure name themselves."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.actions import action_above
from addup.reading.events.changes import direction_of_noun
from addup.reading.events.leads import is_led_by, of_tally, of_vote
from addup.reading.events.moves import at_level
from addup.reading.events.naming import bare_verb
from addup.reading.events.reach import NEAR_CHANGE, NOMINAL, PHRASE
from addup.reading.events.told import end_of_rate, is_guess
from addup.reading.frames import words
from addup.reading.nouns.said_of import worth_before
from addup.reading.parsed import tokens_from

_NEAR_MODAL = 3  # tokens from "will" to "double"
_BEFORE_STATE = frozenset({"MD", "RB", "VB", "VBD", "VBN", "VBP", "VBZ"})
_OF_VERB = frozenset({"MD", "RB", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_WITHIN = NOMINAL | {"compound", "conj", "nummod"}
_LONGEST_IDIOM = 3  # tokens of "up for grabs"


def stated_event(holder: Token, anchor: Token) -> str | None:
    """Give the event that the words around a figure name themselves, whatever the verb of its clause."""
    stated = at_level(anchor) or _size_of_state(holder, anchor) or _of_itself(holder, anchor)
    if stated is not None:
        return stated
    if _is_of_money(anchor) and _is_included(holder):
        return "include"
    if _is_had(holder, anchor):
        return "have"
    noun = _sold_part(anchor) or _change_to(anchor) or _action_of_money(anchor)
    return bare_verb(noun) if noun is not None else _idiom_behind(holder)


def _idiom_behind(holder: Token) -> str | None:
    """Give the state that a phrase names behind a noun or its copula: "40 seats (are) [up for grabs]"."""
    doc, end = holder.doc, holder.sent.end
    index = holder.i + 1
    if index < end and doc[index].lower_ in {"more", "others"}:
        index += 1
    first = _first_of_idioms()
    is_told = False
    while index < end and doc[index].lower_ not in first and doc[index].tag_ in _BEFORE_STATE:
        if doc[index].tag_ not in {"RB", "MD"} and doc[index].lemma_ != "be":
            return None
        is_told = is_told or doc[index].lemma_ == "be"
        index += 1
    if index >= end or doc[index].lower_ not in first:
        return None
    behind = " ".join(token.lower_ for token in doc[index : index + _LONGEST_IDIOM]) + " "
    idioms = words("event", "idioms") | (words("event", "told_idioms") if is_told else frozenset())
    return next((idiom for idiom in idioms if behind.startswith(f"{idiom} ")), None)


@cache
def _first_of_idioms() -> frozenset[str]:
    idioms = words("event", "idioms") | words("event", "told_idioms")
    return frozenset(idiom.split()[0] for idiom in idioms)


def _action_of_money(anchor: Token) -> Token | None:
    """Give the noun of an action done with a sum: "[assumption] of $9 million in debt", not "sales of $9".

    Or of what is asked for: "a [request] for $9 million".
    """
    if anchor.tag_ == "$" and grammar.preposition(anchor) == "for":
        asked = anchor.head if anchor.head.i < anchor.i else anchor
        return asked if grammar.is_noun(asked) and asked.lemma_.lower() in words("event", "asking") else None
    action = action_above(anchor) if anchor.tag_ == "$" else None
    return None if action is None or action.lemma_.lower() in words("measured", "nouns") else action


def _sold_part(anchor: Token) -> Token | None:
    """Give what is done to a part whose share is told: "the [sale] of the firm's 54% stake"."""
    part = grammar.modified(anchor)
    return (
        action_above(part)
        if part is not None and part.lemma_.lower() in words("container", "stakes")
        else None
    )


def _change_to(anchor: Token) -> Token | None:
    """Give the noun of the change of an amount, or that leads to it: "a 4% [decline] in sales to $7"."""
    leading = grammar.preposition(anchor)
    if leading == "of" and anchor.head.i < anchor.i and anchor.head.lemma_ != "gain":
        return anchor.head if direction_of_noun(anchor.head, "count") is not None else None
    if leading not in {"to", "from"} or grammar.children(anchor, "acl:relcl"):
        return None  # "a rise from the 9 percent who did so"
    near = 2 * NEAR_CHANGE  # "a drop in profit to $4 from $7"
    for token in reversed(anchor.doc[max(anchor.sent.start, anchor.i - near) : anchor.left_edge.i]):
        if token.is_punct or (grammar.is_verb(token) and token.dep_ not in {"amod", "compound"}):
            return None
        if grammar.is_noun(token) and direction_of_noun(token, "count") is not None:
            foreseen = token.dep_ == "compound" and _is_guess_noun(token.head)
            return None if foreseen else token  # "cut its growth forecast from 4 percent"
    return None


def _is_guess_noun(noun: Token) -> bool:
    """Whether a noun is of what somebody foresees: "forecast"."""
    return noun.lemma_.lower() in words("container", "guesses")


def _is_included(holder: Token) -> bool:
    """Whether a sum stands among what makes up another: "including a charge of $3 million"."""
    first = holder.left_edge.i
    beside = [*holder.lefts, *holder.doc[max(holder.sent.start, first - 1) : first + 1]]
    including = any(token.lower_ == "including" for token in beside)
    return including and holder.lemma_.lower() in words("measured", "nouns")


def _is_had(holder: Token, anchor: Token) -> bool:
    """Whether a figure is set off as what somebody has: "Orel, [with $5 billion in assets], said".

    Those who are with somebody may have a part in what is done: "Orr, with two others, fled".
    """
    last = anchor
    while grammar.preposition(last) != "with":
        if last.dep_ not in _WITHIN:
            return False
        last = last.head
    people = words("people", "nouns") | words("people", "aged")
    joins = bool({holder.lemma_.lower(), last.lemma_.lower()} & people) or last.tag_ == "CD"
    told = any(grammar.children(token, "acl", "acl:relcl") for token in (holder, anchor))
    return not joins and not told and _is_between_noun_and_verb(last)


def _is_between_noun_and_verb(noun: Token) -> bool:
    """Whether commas set a phrase off behind another noun and before its verb."""
    doc, sent, first, last = noun.doc, noun.sent, noun.left_edge, noun.right_edge
    while first.is_punct and first.i < noun.i:
        first = first.nbor()
    behind = last.i if last.text == "," else last.i + 1
    if first.i < sent.start + PHRASE or behind + 1 >= sent.end:
        return False
    set_off = first.nbor(-1).text == doc[behind].text == ","
    return set_off and grammar.is_noun(first.nbor(-PHRASE)) and doc[behind + 1].tag_ in _OF_VERB


def is_change_itself(noun: Token, anchor: Token) -> bool:
    """Whether an amount stands before the noun of a change; a gain of money is a thing that one has."""
    directed = direction_of_noun(noun, "count") is not None
    return directed and not (_is_of_money(anchor) and noun.lemma_ == "gain")


def _is_of_money(anchor: Token) -> bool:
    return any(token.tag_ == "$" for token in (anchor, *anchor.children))


def _size_of_state(holder: Token, anchor: Token) -> str | None:
    """Give the adjective that an amount is the measure of: "worth $5 million", "$9 short"."""
    if worth_before(anchor) is not None:
        return "worth"
    owner = holder if holder.dep_ != "obj" and grammar.modified(anchor) == holder else anchor
    for word in {anchor, owner}:
        behind = end_of_rate(word)
        if behind >= word.sent.end or word.doc[behind].lower_ not in words("event", "measured_states"):
            continue
        if behind + 1 < word.sent.end and word.doc[behind + 1].tag_.startswith("NN"):
            continue  # "one long day"
        of_time = word.doc[behind - 1].lemma_.lower() in words("event", "counted_from")
        if of_time or word.doc[behind].lower_ != "late":  # "from 108 yen late on Friday"
            return word.doc[behind].lower_
    return None


def _of_itself(holder: Token, anchor: Token) -> str | None:
    """Give the event that lies in a figure's own words: "will double", "12 deaths", "38% support"."""
    lemma = anchor.lemma_.lower()
    if lemma in words("event", "multiplying"):
        before = tokens_from(anchor.doc, max(anchor.sent.start, anchor.i - _NEAR_MODAL), anchor.i)
        verbal = anchor.tag_.startswith("VB") or any(token.tag_ in {"MD", "TO"} for token in before)
        return lemma if verbal else None
    first = end_of_rate(anchor)
    behind = tokens_from(anchor.doc, first, first + PHRASE)
    if behind and behind[-1].text == "by" and behind[0].tag_ == "NN" and is_guess(behind[0]):
        return behind[0].lower_  # "far above the 235 forecast by the bank"
    action = _action_counted(holder) or _action_priced(anchor) or _guess_of(anchor)
    if action is not None:
        return bare_verb(action)
    held = _held(anchor)
    if held is not None or is_led_by(holder) or is_led_by(anchor):
        return held or "lead"
    return of_vote(anchor) if lemma in words("poll", "units") else of_tally(anchor)


def _held(anchor: Token) -> str | None:
    """Give what is done with a share, by the word that goes with it: "61%-held", "a 25 percent owner"."""
    lemma, behind = anchor.lemma_.lower(), anchor.doc[anchor.i + 1 : anchor.i + 2].text
    if lemma.endswith("-owned") or (lemma in words("poll", "units") and behind == "owner"):
        return "own"
    return lemma.rsplit("-", 1)[-1] if anchor.tag_ == "VBN" and "-" in lemma else None  # one token


def _action_priced(anchor: Token) -> Token | None:
    """Give the noun of what a price is for: "a [conversion] price of $25"."""
    if anchor.tag_ != "$" or grammar.preposition(anchor) == "to":
        return None  # "an increase in the conversion price to $25"
    for token in tokens_from(anchor.doc, max(anchor.sent.start, anchor.i - NEAR_CHANGE), anchor.i):
        if token.lemma_.lower() in {"price", "rate"} and token.i > token.sent.start:
            return token.nbor(-1) if token.nbor(-1).lemma_.lower() in words("event", "priced") else None
    return None


def _guess_of(anchor: Token) -> Token | None:
    """Give what somebody guessed an amount as: "an [estimate] of $9 million"."""
    guess = anchor.head
    guessed = guess.lemma_.lower() in words("container", "guesses") and grammar.preposition(anchor) == "of"
    return guess if guessed else None


def _is_accused(verb: Token) -> bool:
    """Whether somebody is said to have done what stands behind: "was [charged] with two murders"."""
    return grammar.is_verb(verb) and verb.lemma_.lower() in words("event", "accusing")


def _action_counted(holder: Token) -> Token | None:
    """Give the noun of an action that a figure counts, or its victims: "12 [shooting] victims"."""
    counted = words("event", "counted")
    if grammar.preposition(holder) in {"of", "to", "with"} and _is_accused(holder.head):
        return None
    if holder.lemma_.lower() == "victim":
        return next((word for word in holder.lefts if word.lemma_.lower() in counted), None)
    many = grammar.complement(holder, "of") if holder.lower_ in words("event", "many") else None
    holder = many or holder  # "dozens of [deaths]"
    told = [
        child
        for child in grammar.children(holder, "acl", "acl:relcl")  # "two killings [blamed] on"
        if child.lemma_.lower() not in words("aspect", "reported") | {"record", "register"}
    ]
    return holder if holder.tag_ == "NNS" and not told and holder.lemma_.lower() in counted else None
