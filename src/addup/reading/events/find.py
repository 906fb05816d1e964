"""What happened to the thing counted, by its own words, or by the verb of its clause."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.actions import action_on, before_hedges
from addup.reading.events.beyond import is_beyond
from addup.reading.events.casualties import hurt_before, is_of_lives, is_of_toll
from addup.reading.events.causing import seen_doing
from addup.reading.events.changes import change_from, change_of, change_said_to_be, foreseen_change
from addup.reading.events.moves import moved_behind, moved_beside, moved_to
from addup.reading.events.naming import verb_name
from addup.reading.events.numbers import done_to_number, number_done
from addup.reading.events.reach import PHRASE
from addup.reading.events.stated import is_change_itself, stated_event
from addup.reading.events.states import state_beside
from addup.reading.events.told import told_behind
from addup.reading.events.verbs import event_verb, tells
from addup.reading.frames import words
from addup.reading.nouns.balance import is_balance
from addup.reading.quotations import is_quoted
from addup.reading.text import kept

# What puts something else before, behind or around what is told.
_AROUND = frozenset({"after", "amid", "before", "during", "following", "throughout"})
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
    ("event", "perceiving"),
    ("poll", "showing"),
)


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
    if _is_size(anchor) or _is_length_of_backdrop(anchor) or is_balance(holder):
        return None
    change_noun = grammar.modified(anchor)
    if change_noun is not None and _is_share(anchor):
        change_noun = foreseen_change(change_noun) or change_noun
    if change_noun is not None and is_change_itself(change_noun, anchor):
        return change_noun.lemma_.lower()
    chosen = _chosen_by(anchor)
    if chosen is not None:
        return chosen
    change = change_said_to_be(anchor) if _is_share(anchor) else None
    if change is not None:
        return change.lemma_.lower()
    stated = stated_event(holder, anchor) or _told_of_number(anchor)
    if stated is not None:
        return stated
    verb = (
        _what_is_likely(anchor)
        or _counted_from(anchor)
        or _verb_after_ago(anchor)
        or _verb_at_age(anchor)
        or _verb_of_those(anchor)
        or number_done(anchor)
        or _verb_of_figure(holder, anchor)
    )
    if verb is not None and anchor.tag_ == "$":
        verb = _trade_above(verb, anchor) or verb
    if verb is not None and (is_beyond(verb, anchor) or _only_quotes(verb, anchor)):
        verb = None
    return _event_of_verb(verb, holder, anchor) if verb is not None and tells(verb) else _unsaid(verb, anchor)


_CHOOSING = {"choice": "choose", "favorite": "favor", "favourite": "favour", "pick": "pick"}


def _chosen_by(anchor: Token) -> str | None:
    """Give what so many percent do whose choice somebody is: "she is the [choice] of 41 percent"."""
    chosen = anchor.head
    if not _is_share(anchor) or grammar.preposition(anchor) != "of" or chosen.i > anchor.i:
        return None
    return _CHOOSING.get(chosen.lemma_.lower())


def _told_of_number(anchor: Token) -> str | None:
    """Give what happened to those whose number an amount is: "the number of hostages [freed] is 77"."""
    done = done_to_number(anchor)
    return verb_name(done) if done is not None else None


def _only_quotes(verb: Token, anchor: Token) -> bool:
    """Whether a verb only tells who is quoted with an amount: '"Four million jobs," he told us'."""
    return verb.lemma_.lower() in words("report", "verbs") and is_quoted(anchor) and not is_quoted(verb)


def _is_size(anchor: Token) -> bool:
    """Whether an amount only says how many live somewhere, or whom somebody has, whatever is told of that.

    "A city of 340,000", "a town of 300 residents", "a father of six".
    """
    had = grammar.modified(anchor) or anchor
    whole = had.head
    if grammar.preposition(had) != "of" or whole.i > had.i:
        return False
    if whole.lemma_.lower() in words("people", "places"):
        return True
    behind = had.i + 1 < had.sent.end and had.nbor().tag_ in {"VBD", "VBG", "VBN", "WP"}
    return whole.lemma_.lower() in words("event", "kin") and not behind  # "parents of two men killed in Selm"


def _is_length_of_backdrop(anchor: Token) -> bool:
    """Whether a figure is how long something took around what is told: "after a 16-hour flight, Orr met"."""
    noun = grammar.modified(anchor)
    hyphenated = anchor.i > anchor.sent.start + 1 and anchor.nbor(-1).text == "-"
    if noun is None or not hyphenated or anchor.lemma_.lower() not in words("event", "counted_from"):
        return False
    told = any(grammar.children(noun, "acl", "acl:relcl"))
    return grammar.preposition(noun) in _AROUND and not told


def _verb_of_figure(holder: Token, anchor: Token) -> Token | None:
    """Give the verb or predicate of a figure: one right before it, unless what stands behind tells more."""
    if anchor.dep_ == "acl" and anchor.tag_ == "VBN":
        return anchor  # "the debt, [estimated] at $4 million": all that is one amount
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
    told = below and (_is_known(anchor) or not _only_describes(verb, holder))
    return verb if told and grammar.preposition(holder) != "for" else before


def _trade_above(verb: Token, anchor: Token) -> Token | None:
    """Give the trade that a price is for, above what only describes who trades.

    "[Bought] by a group led by Orr for $9", "for $4 a share".
    """
    trades = words("market", "trades") | words("market", "offers")
    if (
        verb.lemma_.lower() in trades
        or grammar.preposition(anchor) != "for"
        or verb.dep_ not in {"acl", "acl:relcl"}
    ):
        return None
    above = grammar.clause_head(verb)
    return above if above is not None and above.lemma_.lower() in trades else None


def _is_known(anchor: Token) -> bool:
    """Whether "the" stands before an amount, so that a clause behind says which: "the [40] that closed"."""
    before = anchor.doc[max(anchor.sent.start, anchor.left_edge.i - PHRASE) : anchor.i + 1]
    return any(token.lower_ == "the" for token in before)


def _only_describes(verb: Token, holder: Token) -> bool:
    """Whether a clause behind a noun adds how it is to what was done: "[found] 40 carts that look new".

    Where people were harmed that says more: "[found] 40 men killed".
    """
    done = verb.tag_ == "VBG" or (verb.tag_ == "VBN" and holder.dep_ == "obj")
    describes = verb.dep_ == "acl" and done and verb.lemma_.lower() not in words("people", "harming")
    return verb.dep_ == "acl:relcl" or describes


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
    beside = [child for child in below or grammar.children(anchor, "acl") if child.tag_ in {"VBG", "VBN"}]
    if beside and grammar.preposition(anchor) == "with":
        return beside[0]  # "won with 94 percent of precincts [reporting]"
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


def _what_is_likely(anchor: Token) -> Token | None:
    """Give what somebody is so much more apt to do: "those who smoked were twice as likely to [fall] ill"."""
    apt = anchor.head
    if apt.tag_ != "JJ" or not anchor.i < apt.i or apt.lemma_.lower() not in words("aspect", "apt"):
        return None
    done = next(iter(grammar.children(apt, "xcomp")), None)
    return done if done is not None and done.tag_.startswith("VB") and done.lemma_ != "be" else None


def _counted_from(anchor: Token) -> Token | None:
    """Give the verb of what a length of time is counted from: "two months since they [left]".

    Of one that no comma parts from what was done "after" something, that tells: "[erupted] a month after".
    """
    noun = grammar.modified(anchor) or anchor
    if (
        noun.lemma_.lower() not in words("event", "counted_from")
        or noun.i + 1 >= noun.sent.end
        or noun.nbor().lower_ not in {"after", "since"}
        or grammar.preposition(noun) == "for"  # "served for nine years after leaving"
    ):
        return None
    mark = noun.nbor()
    if mark.dep_ != "mark" or (mark.lower_ == "after" and not _is_set_off(noun)):
        return None
    return mark.head if grammar.is_verb(mark.head) and mark.head.i > mark.i else None


def _is_set_off(noun: Token) -> bool:
    """Whether a comma or the start of a sentence stands before a noun: "..., two months [after]"."""
    first = before_hedges(noun.left_edge)
    return first.i == noun.sent.start or first.nbor(-1).is_punct


def _verb_after_ago(anchor: Token) -> Token | None:
    """Give the verb of what was so long ago: "it was only two years ago that the mine [closed]"."""
    ago = anchor.head
    if ago.lower_ != "ago" or not grammar.children(ago, "cop"):
        return None
    told = grammar.children(ago, "ccomp", "advcl", "acl:relcl")
    return next((verb for verb in told if grammar.has_child(verb, {"that"}, "mark")), None)


def _verb_at_age(anchor: Token) -> Token | None:
    """Give the verb of what somebody did at an age: "a photo of Orr, who [died] at the age of 74"."""
    age = anchor.head
    if age.lemma_.lower() != "age" or grammar.preposition(age) != "at":
        return None
    verb = age.head
    return verb if grammar.is_verb(verb) and verb.i < age.i else None


def _verb_of_those(anchor: Token) -> Token | None:
    """Give the verb of those whose share stands below another verb: "a rise from the 9 percent who [did]"."""
    if not _is_share(anchor) or anchor.dep_ in grammar.SUBJECTS or anchor.i + 1 >= anchor.sent.end:
        return None
    told = anchor.nbor().lower_ in {"that", "who"}
    clauses = grammar.children(anchor, "acl:relcl") if told else []
    return next((clause for clause in clauses if grammar.is_verb(clause)), None)


def _event_of_verb(verb: Token, holder: Token, anchor: Token) -> str | None:
    if is_of_toll(verb, anchor):
        return "die"
    if is_of_lives(verb, holder):
        return "kill" if verb.lemma_.lower() in words("lives", "kill") else "die"
    if verb.lemma_ == "be":
        return _of_being(verb, holder, anchor)
    if verb.lemma_ == "do":
        verb = _meant(verb)
    return verb_name(verb)


def _meant(do: Token) -> Token:
    """Give the verb that "do" stands for, the one before it: "more [like] her than did in May", "did so".

    At the end of a sentence it may stand for that of the one before: "78 percent passed. In Selm 58 did."
    """
    so = do.i + 1 < do.sent.end and do.nbor().lower_ == "so"
    ends = do.dep_ == "ROOT" and do.i + 1 < do.sent.end and do.nbor().text == "."
    if not (so or ends or grammar.has_child(do, {"as", "than"}, "mark")):
        return do
    first = do.doc[do.sent.start - 1].sent if ends and do.sent.start else do.sent
    before = (token for token in reversed(do.doc[first.start : do.i]) if grammar.is_verb(token))
    told = (token for token in before if token.dep_ not in _HELPING and token != do)
    return next(told, do)


def _of_being(verb: Token, holder: Token, anchor: Token) -> str:
    """Give the event of what only is: "were 40 [injured] people", "was [up] 2 cents"."""
    moved = moved_behind(verb, anchor)
    hurt = hurt_before(holder) if grammar.children(verb, "expl") else None
    return hurt or (f"be {moved}" if moved is not None else verb_name(verb))


def _unsaid(verb: Token | None, anchor: Token) -> str | None:
    """Give the event of a figure of which the text only says that something is so: "was $9, up from $8"."""
    moved = moved_to(anchor) or (moved_to(verb) if verb is not None else None)
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
    guess = verb.head.lemma_
    return verb_name(verb.head) if guess != "go" and guess in words("stance", "expected_verbs") else None
