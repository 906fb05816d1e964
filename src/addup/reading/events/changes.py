"""Whether a figure is the size of a change, and which way it went."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.gapped import gapped_noun
from addup.reading.events.leads import is_side_of_result, lead_of
from addup.reading.events.naming import is_hedge, verb_name
from addup.reading.events.reach import NEAR_CHANGE, NOMINAL
from addup.reading.frames import moving_verbs, words
from addup.reading.nouns.verbs import is_priced
from addup.reading.parsed import tokens_from
from addup.records import Amount, Change, Kind

# What stands before the size of a change; with a hedge for a preposition too ("rose over 4 percent").
_OF_SIZE = frozenset({None, "by", "of", "over", "under", "about", "around"})
_SIZED = frozenset({"share", "money", "measure"})
_RESTATED = re.compile(r"[)\]]?\s?,? or |[^\S\n]?[(\[][^\S\n]?")
# "to $5 million", "from a record 12 percent": a level, whatever the parse makes of the preposition.
_LEVEL = re.compile(r"\b(?:to|from|at)\s(?:(?:an?|the|its|their)\s(?:[a-z-]+\s){0,2})?$", re.IGNORECASE)
# What joins two changes of one thing: "8 points [since October and] 12 points since June".
_JOINED = re.compile(
    r" (?:from|in|on|over|since) (?!about\b)[\w'’. ]{2,30},? and (?:by )?(?:about |another |nearly |only )?"
)
# What holds an amount against another that it is the difference to: "18 percent more than last year".
_BY_TO = re.compile(
    r"(?: [a-z]+){0,2} to (?:about |around |nearly |almost |some |just over |over |at least )?[$€£¥]?\d"
)
"""What an amount is taken to behind the one by which it changed."""
_THAN = re.compile(r"\s(?:(more|higher|greater|larger|fewer|less|lower|smaller) than|(above|below))\b")
# "three million more than Orr won", "less than its rivals": how far two are apart, whenever that was
_OTHERS = r"(?:[a-z]+ )?(?:competitors?|counterparts?|opponents?|others?|peers?|rivals?)\b"
_NO_TIME = r"(?!Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_THAN_OTHERS = re.compile(
    r"\s(?:more|higher|greater|larger|fewer|less|lower|smaller) than (?:any of |the |all )*"
    rf"(?:{_NO_TIME}[A-Z][a-z]|(?:(?:any|its|his|her|our|their|the) )?{_OTHERS})"
)
# "44 percent fewer supporters", "one fewer rival"; what there is more of may only be added ("40 more ships").
_FEWER = re.compile(r"(?: ?%| per ?cent)? (fewer)\s(?!than\b)[a-z]")
# "sales were 5 percent higher in May", not "5 percent higher wages"
_COMPARED = re.compile(
    r"\s(cheaper|higher|larger|lower|smaller)(?=[.,;:)\n]|$"
    r"| (?:after|against|and|as|at|but|by|for|from|if|in|last|next|on|per|this|to|today|when|year)\b)"
)
# "30 percent more likely to fall ill", "a 12 percent lower risk"
_LIKELIER = re.compile(
    r"(?: ?%| per ?cent)? (?:(more|less) likely\b|(greater|higher|lower|smaller) (?:chance|odds|risk)\b)"
)
# What falls "five cents short of" something is that far from it.
_SHORT = re.compile(r"\sshort of\b")
# "down only 25 cents"
_ONLY = frozenset({"barely", "just", "merely", "only"})
# "a lower-than-expected 5.2%"
_DESCRIBED = 7
_DESCRIBING = frozenset({"HYPH", "IN", "JJ", "JJR", "JJS", "RB", "VBD", "VBG", "VBN"})
# "He's raised", which parsers take for a passive.
_HAS = frozenset({"'s", "’s"})
_APART = frozenset({"away", "inland", "off", "offshore"})
_PACES = frozenset({"clip", "pace", "rate"})
_MORE = frozenset({"more", "higher", "greater", "larger", "above"})
# How parsers hang an amount on what stands before it: "increase benefits 10%".
_BEHIND_THING = NOMINAL | {"dep", "nmod:npmod", "nmod:tmod"}
_OF_VERB = frozenset({"obj", "obl", "obl:unmarked", "obl:npmod", "obl:agent", "xcomp"})


def change_from(anchor: Token) -> Change | None:
    """Give the direction in which something moved away from an amount: "up 3% from $18 million"."""
    start = anchor.left_edge.i
    before = [
        token.lower_
        for token in tokens_from(anchor.doc, max(anchor.sent.start, start - NEAR_CHANGE), anchor.i)
    ]
    if "from" not in before:
        return None
    found = [word for word in before if word in {"up", "down"}]
    return None if not found else "up" if found[-1] == "up" else "down"


def change_of(anchor: Token, kind: Kind) -> Change | None:
    """Whether the amount is the size of a rise or a fall: "fell 2.1 percent", "an 18 percent drop"."""
    said = change_said_to_be(anchor) if kind == "share" else None
    return _size_of(anchor, kind) if said is None else direction_of_noun(said, kind)


def _size_of(anchor: Token, kind: Kind) -> Change | None:
    """Give the direction of the verb, the noun or the "up" whose size an amount is."""
    joined = anchor.left_edge.dep_ == "cc"  # "79 were shot down and 95 jammed"
    before = None if joined else _before_number(anchor)
    is_size = kind not in {"duration", "age"} and not (kind == "measure" and _is_distance(anchor))
    if not is_size or grammar.preposition(anchor) not in _OF_SIZE:
        return None  # "up from $3 million", "rose to $5 million" say where it was and where it is
    way = next((token for token in (anchor.left_edge, before) if token is not None and _is_way(token)), None)
    way = way or (_way_behind(anchor) if kind in {"money", "share"} else None)
    if way is not None:
        return "up" if way.lower_ in {"higher", "up"} else "down"
    if _is_set_off_and_told_of(anchor):
        before = None  # "raised $2 million, half from miners"
    if before is not None and kind == "share" and grammar.is_verb(before):
        is_margin = before == anchor.head and _is_no_size(anchor, kind)  # "lost by 13 points"
        return None if is_margin else _direction_of_verb(before, kind)
    moved = _moved_by(anchor) if kind in _SIZED else None
    if moved is not None:
        return _direction_of_verb(moved, kind) or _way_of(moved)
    noun = grammar.modified(anchor)
    before_noun = anchor.dep_ in _OF_VERB and grammar.is_noun(anchor.head) and anchor.head.i > anchor.i
    of_noun = anchor.dep_ in NOMINAL and grammar.preposition(anchor) == "of"
    if noun is None and (before_noun or of_noun):
        noun = anchor.head
    if noun is not None:
        return _direction_at_noun(noun, kind) or (_change_in(noun, kind) if of_noun else None)
    return _direction_above(anchor, kind) if anchor.dep_ in _OF_VERB else None


def _way_behind(anchor: Token) -> Token | None:
    """Give which way a price went that ended by an amount: "closed 8 percent [up]", "ended $2 [lower]"."""
    verb, end = grammar.clause_head(anchor), anchor.right_edge.i + 1
    settled = verb is not None and verb == anchor.head and verb.lemma_ in words("market", "settling")
    way = anchor.doc[end] if settled and end < anchor.sent.end else None
    return way if way is not None and way.lower_ in words("market", "ways") else None


def change_said_to_be(anchor: Token) -> Token | None:
    """Give the noun of a change whose size an amount is said to be: "so the [increase] was 31 percent".

    "Growth was 3 percent" tells the level of a rate.
    """
    noun = grammar.subject(anchor) if grammar.children(anchor, "cop") else None
    known = noun is not None and bool(grammar.children(noun, "det"))
    return noun if noun is not None and known and direction_of_noun(noun, "share") is not None else None


def _is_distance(anchor: Token) -> bool:
    """Whether a length only says how far off something was: "sank two [miles] off Malta"."""
    behind = anchor.nbor().lower_ if anchor.i + 1 < anchor.sent.end else ""
    return behind in _APART or behind in words("place", "compass")


def _change_in(noun: Token, kind: Kind) -> Change | None:
    """Give the direction of a noun of change whose size stands behind its thing: "a fall in sales of 4%"."""
    is_thing = noun.dep_ == "nmod" and grammar.preposition(noun) == "in" and kind == "share"
    return direction_of_noun(noun.head, kind) if is_thing else None


def _direction_above(anchor: Token, kind: Kind) -> Change | None:
    """Give the direction of the verb above an amount, if the amount is by how much something changed."""
    if _is_thing_itself(anchor) or _is_set_off_and_told_of(anchor) or _is_no_size(anchor, kind):
        return None
    direction = _direction_of_verb(anchor.head, kind)
    is_level = direction == "down" and grammar.preposition(anchor) == "under"  # "fell under 4 percent"
    return None if is_level else direction


def _is_way(word: Token) -> bool:
    """Whether a word is the "up" or "down" of a price, and no part of a verb or a hedge."""
    if word.lower_ not in {"up", "down"} or word.dep_ == "compound:prt" or is_hedge(word):
        return False
    return not (word.i and _makes_word(word.nbor(-1)))


def _moved_by(anchor: Token) -> Token | None:
    """Give the verb that moves what stands before an amount by so much: "[increase] benefits 10%".

    Parsers hang the amount on what is moved: "[pushed] up the price five pence".
    """
    thing = anchor.head
    parted = any(token.is_punct for token in tokens_from(anchor.doc, thing.i, anchor.i))
    if thing.i > anchor.i or parted or grammar.modified(anchor) is not None:
        return None
    if anchor.dep_ in _BEHIND_THING and thing.dep_ == "obj" and grammar.preposition(anchor) in {None, "by"}:
        moves = thing.head.lemma_.lower() in moving_verbs()
        return thing.head if moves or _way_of(thing.head) else None
    raised = any(child.i < anchor.i and child != anchor for child in grammar.children(thing, "obj"))
    named = any(child.i < anchor.i - 1 for child in grammar.children(anchor, "compound"))
    moved = (raised or named) and anchor.dep_ in _OF_VERB
    return thing if moved and grammar.is_verb(thing) and _way_of(thing) else None


def _way_of(verb: Token) -> Change | None:
    """Give which way somebody moves a price: "pushed [up] the price", "sent the stock [down]"."""
    if verb.lemma_.lower() not in words("market", "moving"):
        return None
    ways = {child.lower_ for child in grammar.children(verb, "compound:prt", "advmod")}
    return "up" if "up" in ways else "down" if "down" in ways else None


def _is_no_size(anchor: Token, kind: Kind) -> bool:
    """Whether a verb of change is of what is counted itself, or tells a margin.

    "Rallied 400 miners", "lost the county by 40 votes".
    """
    lemma = anchor.head.lemma_.lower()
    if lemma in words("change", "down_measured") and grammar.preposition(anchor) == "by":
        return True
    counted = kind == "count" and anchor.dep_ == "obj" and grammar.is_noun(anchor)
    return counted and lemma in words("change", "of_things")


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
    if index > first and anchor.doc[index].lower_ == "average" and anchor.doc[index - 1].lower_ == "an":
        index -= 2  # "was down an average of 30 percent"
    return _before_described(anchor.doc[index]) if index >= first else None


def _before_described(word: Token) -> Token:
    """Go from what describes a number back over it to the verb: "[rose] a lower-than-expected 5.2%"."""
    index, first = word.i, max(word.sent.start, word.i - _DESCRIBED)
    while index > first and word.doc[index].tag_ in _DESCRIBING:
        index -= 1
    if word.doc[index].lower_ not in {"a", "an"} or index == word.sent.start:
        return word
    verb = word.doc[index - 1]
    return verb if grammar.is_verb(verb) and _direction_of_verb(verb, "share") is not None else word


def _direction_at_noun(noun: Token, kind: Kind) -> Change | None:
    """Give the direction where an amount stands before or behind a noun.

    "An 18 percent drop", "a 34 percent profit gain", "cut the staff by 6,000 people".
    """
    named = noun if noun.dep_ != "compound" else grammar.modified(noun) or noun
    named = (foreseen_change(named) if kind == "share" else None) or named
    direction = None if kind == "money" and named.lemma_ == "gain" else direction_of_noun(named, kind)
    if (
        direction is None
        and kind == "share"
        and named.lemma_ in _PACES
        and grammar.preposition(named) == "at"
    ):
        return _direction_of_verb(noun.head, kind)  # "rise at a rate of 3 percent"
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
        words_before = text[max(0, amount.span.start - 30) : amount.span.start]
        change = _change_told(amount, anchor, words_before)
        if change is None and _BY_TO.match(text, amount.span.end):
            change = _changed_by(amount, anchor)
        others = _THAN_OTHERS.match(text, amount.span.end)
        behind = _THAN.match(text, amount.span.end) if others is None else None
        if behind is None and amount.kind in _SIZED:
            behind = _COMPARED.match(text, amount.span.end)
            behind = behind or _LIKELIER.match(text, amount.number.end)
        if behind is None and amount.kind in {"count", "share"}:
            behind = _FEWER.match(text, amount.number.end)
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
        if change is None and before is not None and changes[-1] is not None:
            goes_on = _goes_on(text, amounts, index) or gapped_noun(before, amount, anchor) is not None
            change = changes[-1] if goes_on else None  # "risen 8 points since May and 12 points since June"
        level = amount.kind if is_level else None
        changes.append(None if is_level or _SHORT.match(text, amount.span.end) else change)
    return changes


def _goes_on(text: str, amounts: Sequence[Amount], index: int) -> bool:
    """Whether an amount is joined to a change before it, of another time: "and 12 points since June"."""
    before, amount = amounts[index - 1], amounts[index]
    alike = amount.kind in _SIZED and (before.kind, before.unit) == (amount.kind, amount.unit)
    return alike and _JOINED.fullmatch(text, before.span.end, amount.span.start) is not None


def _changed_by(amount: Amount, anchor: Token) -> Change | None:
    """Give the change of "climbed by 2,300 to 46,000", which parsers take for one range behind "by"."""
    before = [token for token in anchor.sent if token.idx < amount.span.start][-2:]
    if len(before) < 2 or before[-1].lower_ != "by":
        return None
    return _direction_of_verb(before[0], amount.kind)


def _change_told(amount: Amount, anchor: Token, before: str) -> Change | None:
    """Give the change that an amount says itself, or its clause."""
    lead = lead_of(anchor) if amount.unit == "pp" else None
    if lead is not None and lead.lower_ in {"up", "down"}:
        return None  # "shows Orr up by 9 points": how far ahead, no rise
    if is_side_of_result(amount, anchor):
        return None  # "lost the state 36 percent to 51"
    if amount.change is not None:
        return amount.change
    change = "down" if _is_halved(anchor) else change_of(anchor, amount.kind)
    if change is None and amount.bound == "range" and grammar.preposition(anchor) == "to":
        return _change_by_range(anchor, amount.kind, before)
    return change


def _change_by_range(anchor: Token, kind: Kind, before: str) -> Change | None:
    """Give the change by a range, its second with a "to" of its own: "boost profits 5% to 10%"."""
    verb = anchor.head
    if anchor.dep_ not in _OF_VERB or not grammar.is_verb(verb) or kind not in _SIZED:
        return None
    nouns = [child for child in grammar.children(verb, "obj") if grammar.is_noun(child)]
    raised = any(verb.i < child.i < anchor.left_edge.i for child in nouns)
    return _direction_of_verb(verb, kind) if raised or before.endswith(" by ") else None


def _is_thing_itself(anchor: Token) -> bool:
    """Whether the amount is what is raised or cut, not by how much something is ("raised $64 million").

    Behind what is raised stands by how much: "boosted its dividend 20%".
    """
    things = [child for child in grammar.children(anchor.head, "obj") if not grammar.is_number(child)]
    raised = any(child.i < anchor.i and child != anchor for child in things)
    passive = [child for child in grammar.children(anchor.head, "aux:pass") if child.lower_ not in _HAS]
    hedged = anchor.dep_ == "obl" and grammar.preposition(anchor) is None and not passive
    is_object = (anchor.dep_ == "obj" or hedged) and not raised
    if anchor.head.lemma_ == "sink" and not grammar.complement(anchor.head, "into"):
        return False  # "Orel shares sank $2", not "sank $2 into mines"
    return is_object and anchor.head.lemma_.lower() in words("change", "transitive")


def _is_set_off_and_told_of(anchor: Token) -> bool:
    """Whether a comma parts an amount and what it is true of from the verb: "Ferry sinks, 31 dead"."""
    first = anchor.left_edge
    told = grammar.children(anchor, "acl", "amod") or grammar.complement(anchor, "from") is not None
    return bool(told) and "," in {first.text, first.nbor(-1).text if first.i else ""}


def _direction_of_verb(verb: Token, kind: Kind) -> Change | None:
    """Give the direction of a verb; what loses per cent or points falls, what loses money or men does not."""
    name = verb_name(verb)
    if kind in {"share", "measure"} and verb.lemma_.lower() in words("change", "down_measured"):
        return "down"
    if kind in {"share", "money"} and verb.lemma_.lower() in words("change", "savings"):
        return "down"
    if kind == "money" and verb.lemma_ == "lose" and _has_price(verb):
        return "down"
    for direction in ("up", "down"):
        if name in words("change", direction) or verb.lemma_.lower() in words("change", direction):
            return "up" if direction == "up" else "down"
    return None


def _has_price(verb: Token) -> bool:
    """Whether goods or papers are what loses money: "crude lost 49 cents"."""
    subject = grammar.subject(verb)
    return subject is not None and is_priced(subject)


def foreseen_change(noun: Token) -> Token | None:
    """Give the noun of a change right before one of a plan or rate: "a 5% [growth] target"."""
    if noun.lemma_.lower() not in words("change", "foreseen") or noun.i == noun.sent.start:
        return None
    before = noun.nbor(-1)
    return before if before.tag_ == "NN" and direction_of_noun(before, "share") is not None else None


def direction_of_noun(noun: Token, kind: Kind) -> Change | None:
    """Give the direction of the noun of a change ("drop"); savings are one of money and shares alone."""
    lemma = noun.lemma_.lower()
    if kind in {"share", "money"} and lemma in words("change", "savings"):
        return "down"
    if lemma in words("change", "up_nouns"):
        return "up"
    return "down" if lemma in words("change", "down_nouns") else None
