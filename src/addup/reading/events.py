"""What happened to the thing counted, and whether a figure is the size of a change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.records import Amount, Change, Kind

_NOMINAL = frozenset({"nmod", "nmod:unmarked"})
_NEAR_LEAD = 7  # tokens before an amount in which a lead may stand: "a lead in the low single digits"
# What stands before the size of a change; with a hedge for a preposition too ("rose over 4 percent").
_OF_SIZE = frozenset({None, "by", "of", "over", "under", "about", "around"})
_SIZED = frozenset({"share", "money", "measure"})
_RESTATED = re.compile(r"\s?,? or |[^\S\n]?[(\[][^\S\n]?")
# "to $5 million", "from a record 12 percent": a level, whatever the parse makes of the preposition.
_LEVEL = re.compile(r"\b(?:to|from|at)\s(?:(?:an?|the|its|their)\s(?:[a-z-]+\s){0,2})?$", re.IGNORECASE)
_OF_VERB = frozenset({"obj", "obl", "obl:unmarked", "obl:npmod", "obl:agent", "xcomp"})


def event_of(holder: Token, anchor: Token) -> str | None:
    """Give the bare verb (or event noun) for a figure.

    `holder` is the noun that carries the number ("people" in "100 people were killed"), or the anchor of the
    amount itself where there is none.
    """
    change_noun = grammar.modified(anchor)
    if change_noun is not None and _direction_of_noun(change_noun, "count"):
        return change_noun.lemma_.lower()
    verb = event_verb(holder)
    if verb is not None and _is_of_lives(verb, holder):
        return "kill" if verb.lemma_.lower() in words("lives", "kill") else "die"
    if verb is None or not (grammar.is_verb(verb) or verb.tag_.startswith("JJ")):
        change = change_of(anchor, "share")
        return {"up": "rise", "down": "fall"}[change] if change else None
    if verb.lemma_.lower() in words("aspect", "estimating") and verb == grammar.clause_head(anchor):
        return None
    return verb_name(verb)


def lead_of(anchor: Token) -> Token | None:
    """Give the word for a lead that an amount is the size of: "a 7-point lead", "ahead by 3 points"."""
    noun = grammar.modified(anchor)
    start = max(anchor.sent.start, anchor.i - _NEAR_LEAD)
    near = [noun] if noun is not None else [*anchor.doc[start : anchor.i]]
    known = words("poll", "leads") | words("poll", "trails")
    return next((token for token in reversed(near) if token.lemma_.lower() in known), None)


def _is_of_lives(verb: Token, holder: Token) -> bool:
    """Whether a verb and its "lives" together mean death: "claimed the lives of 144 people"."""
    target = grammar.direct_object(verb)
    if target is None or target.lower_ not in {"life", "lives"}:
        return False
    return verb.lemma_.lower() in words("lives", "kill") | words("lives", "die")


def event_verb(holder: Token) -> Token | None:
    """Give the verb or predicate that says what happened to the holder.

    A participle or relative clause behind it comes first ("100 people killed", "those who died"); else the
    verb above.
    """
    stated = _state_behind(holder) or _state_among(holder)
    if stated is not None:
        return stated
    for child in holder.rights:
        if child.dep_ in {"acl", "acl:relcl"} and grammar.is_verb(child):
            return child
    if (holder.dep_ == "ROOT" and grammar.is_verb(holder)) or grammar.children(holder, "cop"):
        return holder
    verb = grammar.clause_head(holder)
    return _carried_out(verb) if verb is not None else None


def _state_behind(holder: Token) -> Token | None:
    """Give the participle right behind a bare number: "43 people were killed and 120 [injured] when ..."."""
    if holder.tag_ != "CD" or holder.i + 1 >= holder.sent.end:
        return None
    behind = holder.nbor()
    if behind.tag_ == "VBN" and behind.lemma_.lower() in words("people", "verbs"):
        return behind
    return behind if behind.lower_ in words("people", "adjectives") else None


def _state_among(holder: Token) -> Token | None:
    """Give the state of the group that a predicate counts a part of: "among the [dead] were six nurses"."""
    if not grammar.children(holder, "cop"):
        return None
    group = grammar.complement(holder, "among") or next(
        (child for child in holder.lefts if grammar.preposition(child) == "among"), None
    )
    return group if group is not None and group.lower_ in words("people", "adjectives") else None


def _carried_out(verb: Token) -> Token:
    """Go from a verb that only says how another stands ("began gathering") to that other one."""
    lemma = verb.lemma_.lower()
    if lemma in words("aspect", "verbs") or (
        lemma in words("aspect", "reported") and grammar.is_passive(verb)
    ):
        for child in verb.rights:
            if child.dep_ in {"xcomp", "ccomp"} and (grammar.is_verb(child) or child.tag_.startswith("JJ")):
                return child
    return verb


def verb_name(verb: Token) -> str:
    """Give the lemma of a verb with its particle ("call up"); of a predicate, its own lemma."""
    particles = [
        child.lower_ for child in verb.rights if child.dep_ == "compound:prt" and not _is_hedge(child)
    ]
    return " ".join([verb.lemma_.lower(), *particles])


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
    if anchor.dep_ in _OF_VERB and not _is_thing_itself(anchor):
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
