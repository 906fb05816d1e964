"""Whether a figure is the size of a change, and which way it went."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.naming import is_hedge, verb_name
from addup.reading.events.reach import NEAR_CHANGE, NOMINAL
from addup.reading.frames import words
from addup.records import Amount, Change, Kind

# What stands before the size of a change; with a hedge for a preposition too ("rose over 4 percent").
_OF_SIZE = frozenset({None, "by", "of", "over", "under", "about", "around"})
_SIZED = frozenset({"share", "money", "measure"})
_RESTATED = re.compile(r"[)\]]?\s?,? or |[^\S\n]?[(\[][^\S\n]?")
# "to $5 million", "from a record 12 percent": a level, whatever the parse makes of the preposition.
_LEVEL = re.compile(r"\b(?:to|from|at)\s(?:(?:an?|the|its|their)\s(?:[a-z-]+\s){0,2})?$", re.IGNORECASE)
# What holds an amount against another that it is the difference to: "18 percent more than last year".
_THAN = re.compile(r"\s(?:(more|higher|greater|larger|fewer|less|lower|smaller) than|(above|below))\b")
# "sales were 5 percent higher in May", not "5 percent higher wages"
_COMPARED = re.compile(
    r"\s(cheaper|higher|larger|lower|smaller)(?=[.,;:)\n]|$"
    r"| (?:after|against|and|as|at|but|by|for|from|if|in|last|next|on|per|this|to|today|when|year)\b)"
)
# What falls "five cents short of" something is that far from it.
_SHORT = re.compile(r"\sshort of\b")
# "down only 25 cents"
_ONLY = frozenset({"barely", "just", "merely", "only"})
_MORE = frozenset({"more", "higher", "greater", "larger", "above"})
_OF_VERB = frozenset({"obj", "obl", "obl:unmarked", "obl:npmod", "obl:agent", "xcomp"})


def change_from(anchor: Token) -> Change | None:
    """Give the direction in which something moved away from an amount: "up 3% from $18 million"."""
    start = anchor.left_edge.i
    before = [token.lower_ for token in anchor.doc[max(anchor.sent.start, start - NEAR_CHANGE) : anchor.i]]
    if "from" not in before:
        return None
    found = [word for word in before if word in {"up", "down"}]
    return None if not found else "up" if found[-1] == "up" else "down"


def change_of(anchor: Token, kind: Kind) -> Change | None:
    """Whether the amount is the size of a rise or a fall: "fell 2.1 percent", "an 18 percent drop"."""
    joined = anchor.left_edge.dep_ == "cc"  # "79 were shot down and 95 jammed"
    before = None if joined else _before_number(anchor)
    if kind in {"duration", "age"} or grammar.preposition(anchor) not in _OF_SIZE:
        return None  # "up from $3 million", "rose to $5 million" say where it was and where it is
    for token in (anchor.left_edge, before):
        if (
            token is not None
            and token.lower_ in {"up", "down"}
            and token.dep_ != "compound:prt"
            and not (token.i and _makes_word(token.nbor(-1)))
            and not is_hedge(token)
        ):
            return "up" if token.lower_ == "up" else "down"
    if before is not None and kind == "share" and grammar.is_verb(before):
        return _direction_of_verb(before, kind)
    noun = grammar.modified(anchor)
    before_noun = anchor.dep_ in _OF_VERB and grammar.is_noun(anchor.head) and anchor.head.i > anchor.i
    of_noun = anchor.dep_ in NOMINAL and grammar.preposition(anchor) == "of"
    if noun is None and (before_noun or of_noun):
        noun = anchor.head
    if noun is not None:
        return _direction_at_noun(noun, kind)
    if anchor.dep_ in _OF_VERB and not (_is_thing_itself(anchor) or _is_set_off_and_told_of(anchor)):
        direction = _direction_of_verb(anchor.head, kind)
        is_level = direction == "down" and grammar.preposition(anchor) == "under"  # "fell under 4 percent"
        return None if is_level else direction
    return None


def _is_halved(anchor: Token) -> bool:
    """Whether something is brought down to a half: "cut the dividend in half"."""
    verb = anchor.head
    halved = anchor.lower_ == "half" and grammar.preposition(anchor) == "in" and grammar.is_verb(verb)
    return halved and verb.i < anchor.i and verb.lemma_.lower() in words("change", "down")


def _makes_word(before: Token) -> bool:
    """Whether "up" or "down" is part of a word or verb: "the write-[down] of $2 million", "make [up] 40%"."""
    return before.text == "-" or before.lemma_ == "make"


def _before_number(anchor: Token) -> Token | None:
    """Give the word before an amount, also where the parse has its number elsewhere ("jumped 45 [%]")."""
    first = anchor.sent.start
    # What has a subject of its own is the predicate, and that its left edge.
    index = (anchor.i if grammar.children(anchor, "nsubj") else anchor.left_edge.i) - 1
    while index > first and (grammar.is_number(anchor.doc[index]) or anchor.doc[index].lower_ in _ONLY):
        index -= 1
    return anchor.doc[index] if index >= first else None


def _direction_at_noun(noun: Token, kind: Kind) -> Change | None:
    """Give the direction where an amount stands before or behind a noun.

    "An 18 percent drop", "a 34 percent profit gain", "cut the staff by 6,000 people".
    """
    named = noun if noun.dep_ != "compound" else grammar.modified(noun) or noun
    direction = None if kind == "money" and named.lemma_ == "gain" else direction_of_noun(named, kind)
    if direction is None and noun.dep_ in {"obl", "obl:agent"} and grammar.preposition(noun) == "by":
        return _direction_of_verb(noun.head, kind)
    return direction


def changes_of(text: str, amounts: Sequence[Amount], anchors: Sequence[Token]) -> list[Change | None]:
    """Give the change of each amount; an amount said once more in other units has that of the first.

    "rose 64 points, or 1.4 percent", "fell by 2 degrees (3.6 Fahrenheit)".
    """
    changes: list[Change | None] = []
    level: Kind | None = None  # the kind of the level that the amount before says
    for index, (amount, anchor) in enumerate(zip(amounts, anchors, strict=True)):
        change = amount.change or ("down" if _is_halved(anchor) else change_of(anchor, amount.kind))
        words_before = text[max(0, amount.span.start - 30) : amount.span.start]
        behind = _THAN.match(text, amount.span.end)
        if behind is None and amount.kind in _SIZED:
            behind = _COMPARED.match(text, amount.span.end)
        if change is None and behind is not None and amount.kind not in {"duration", "age"}:
            change = "up" if set(behind.groups()) & _MORE else "down"
        at_level = _LEVEL.search(words_before) is not None and grammar.modified(anchor) is None
        is_level = at_level and not amount.change
        before = amounts[index - 1] if index else None
        if before is not None and amount.kind in _SIZED and before.kind in _SIZED:
            restated = _RESTATED.fullmatch(text[before.span.end : amount.span.start]) is not None
            # "rose to $4 million, or 3 cents a share"
            is_level = is_level or (restated and level == amount.kind)
            change = change or (changes[-1] if restated else None)
        level = amount.kind if is_level else None
        changes.append(None if is_level or _SHORT.match(text, amount.span.end) else change)
    return changes


def _is_thing_itself(anchor: Token) -> bool:
    """Whether the amount is what is raised or cut, not by how much something is ("raised $64 million").

    Behind what is raised stands by how much: "boosted its dividend 20%".
    """
    raised = any(child.i < anchor.i and child != anchor for child in grammar.children(anchor.head, "obj"))
    is_object = anchor.dep_ == "obj" and not raised
    return is_object and anchor.head.lemma_.lower() in words("change", "transitive")


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


def direction_of_noun(noun: Token, kind: Kind) -> Change | None:
    """Give the direction of the noun of a change ("drop"); savings are one of money and shares alone."""
    lemma = noun.lemma_.lower()
    if kind in {"share", "money"} and lemma in words("change", "savings"):
        return "down"
    if lemma in words("change", "up_nouns"):
        return "up"
    return "down" if lemma in words("change", "down_nouns") else None
