"""What a measure is of: what is so long, heavy or high, goes so fast, or is so many times something."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.amounts.index_levels import is_index
from addup.reading.amounts.notations import odds, outdone
from addup.reading.counting.clause import from_verb
from addup.reading.counting.shares.asked import of_voters
from addup.reading.counting.subjects import Seen, Subject, unsaid
from addup.reading.frames import words
from addup.reading.nouns.amounts import through_container
from addup.reading.nouns.behind import noun_behind, noun_behind_article
from addup.reading.nouns.phrases import head_of_phrase_at
from addup.reading.nouns.said_of import noun_above, noun_complement, noun_modified
from addup.reading.nouns.verbs import thing_as_object
from addup.records import Amount

_DIRECTION = re.compile(
    r"\s*(?:\([^()]{1,30}\)|\))?\s*"
    r"(?:(?:due |to the )?"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern|wards?)?\b"
    r"|away\b|(?:off|from|inland) )",
    re.IGNORECASE,
)
_OF_MAGNITUDE = re.compile(r"\b(?P<noun>[a-z]+) (?:of|with) (?:an? )?(?:\w+ )?magnitude (?:of )?\Z")
_CONVERTED = re.compile(
    r" \(~?[\d,.]+[- ][^()]{1,24}\) (?=[a-z])"
)  # "a 44-square-mile (114-square-km) blaze"
_SIZED = re.compile(r" (?:across|deep|high|long|tall|thick|wide)\b")


def measure(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what is so long, heavy, high or so many times another thing."""
    if amount.unit in words("measure", "lengths") and _is_of_direction(seen, amount):
        return unsaid("distance", anchor)
    shared = _joined_before(seen, amount) or seen.noun_of_joined(amount, anchor)
    joined = _of_those_asked(seen, amount, anchor) or seen.follows_on(amount) or seen.compared(amount, anchor)
    if joined is not None and shared is None:
        return Subject(joined.counted, joined.holder, anchor)
    nouns = seen.nouns
    compared = _outdoing(seen, amount, anchor)
    if compared is None:
        compared = _multiplied(seen, amount, anchor) if amount.unit == "time" else _on_board(seen, amount)
    if compared is not None:
        return seen.of(compared, anchor)
    noun = _near_mark(seen, amount, anchor)
    noun = noun or shared or noun_complement(nouns, anchor, "of") or noun_modified(nouns, anchor)
    noun = noun or noun_behind(nouns, amount, preposition="of")  # "tons a year of carbon"
    noun = noun or _behind_conversion(seen, amount) or _before_as(seen, amount) or _so_large(seen, amount)
    noun = noun or _in_amounts(anchor) or noun_above(nouns, anchor)
    if noun is None:
        noun = _moved_by_points(amount, anchor)
    if noun is None and _is_of_body(seen.doc, amount):
        noun = grammar.subject(grammar.clause_head(anchor) or anchor)
    if noun is not None:
        return seen.of(noun, anchor)
    area = amount.unit in {"acre", "hectare"} or (amount.unit or "").startswith("square ")
    length = amount.unit in words("measure", "lengths")
    if length and amount.per == "hour":
        return _of_speed(seen, anchor)
    return from_verb(seen, amount, anchor, otherwise="land" if area else "distance" if length else "total")


def _joined_before(seen: Seen, amount: Amount) -> Token | None:
    """Give what a joined noun right before an amount has: "winds of 90 mph and [gusts] of up to 120 mph".

    The parser hangs the amount on the noun before.
    """
    first = seen.span_of(amount).start
    of = first > 1 and seen.doc[first - 1].lower_ == "of"
    noun = seen.doc[max(first - 1 - of, 0)]
    led = (of or amount.bound == "max") and not seen.text.startswith(" of ", amount.span.end)
    joined = noun.tag_ == "NNS" and noun.dep_ == "conj" and noun.i > noun.sent.start
    return noun if led and joined and noun.nbor(-1).lower_ == "and" and seen.nouns.is_thing(noun) else None


def _in_amounts(anchor: Token) -> Token | None:
    """Give what falls in amounts of so much: "[rainfall] amounts of 4-6 inches"."""
    above = anchor.head if grammar.preposition(anchor) == "of" else None
    if above is None or above.lemma_.lower() not in words("container", "nouns"):
        return None
    before = above.nbor(-1) if above.i > above.sent.start else above
    return before if before.tag_ == "NN" and above.tag_ == "NNS" else None


def _of_those_asked(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those asked, of whom so many are for a thing to one against: "oppose it by 2-1"."""
    is_odds = amount.unit == "time" and odds(seen.text, amount.number.start) is not None
    return of_voters(seen, anchor) if is_odds else None


def _outdoing(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give of whom there are so many times as many: "[guards] outnumber them 3-1"."""
    if amount.unit != "time" or outdone(seen.text, amount.number.start) is None:
        return None
    verb = grammar.clause_head(anchor)
    more = None if verb is None or grammar.is_passive(verb) else grammar.subject(verb)
    return more if more is not None and grammar.is_noun(more) else None


def _near_mark(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give what came so near to a mark: "left the [index] within 70 points of its record"."""
    verb = grammar.clause_head(anchor) if amount.hedge == "within" and amount.unit == "point" else None
    if verb is None:
        return None
    target = thing_as_object(seen.nouns, verb, anchor) or grammar.subject(verb)
    return target if target is not None and grammar.is_noun(target) else None


def _behind_conversion(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun that a length and the same in other units stand before."""
    converted = _CONVERTED.match(seen.text, amount.span.end)
    return head_of_phrase_at(seen.nouns, converted.end()) if converted is not None else None


def _so_large(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun right before how high or wide it is: "left a [crater] three metres wide"."""
    if not _SIZED.match(seen.text, amount.span.end):
        return None
    first = seen.span_of(amount).start
    before = seen.doc[first - 1] if first > 0 else None
    if before is None or before.tag_ not in {"NN", "NNS"}:
        return None
    whole = before.head if before.dep_ == "nmod" and grammar.preposition(before) == "of" else before
    return whole if seen.nouns.is_thing(whole) else None  # "a [plume] of smoke 20 metres high"


def _before_as(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun right before "as high as 20 feet"."""
    if not amount.span.text.lower().startswith("as ") or amount.span.start == 0:
        return None
    first = seen.span_of(amount).start
    before = seen.doc[max(0, first - 1)]
    return before if grammar.is_noun(before) and seen.nouns.is_thing(before) else None


def _of_speed(seen: Seen, anchor: Token) -> Subject:
    """Give what goes so fast: the subject, else speed."""
    verb = grammar.predicate(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    moving = subject is not None and grammar.is_noun(subject) and seen.nouns.is_thing(subject)
    return seen.of(subject, anchor) if subject is not None and moving else unsaid("speed", anchor)


def _multiplied(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give what is so many times something: the object of "doubled", the subject, or what is compared.

    "The fine is twice the donation" is of the fine, "at three times the rate" of the rate, "four times as
    many as" of what was counted before.
    """
    if grammar.is_verb(anchor):
        target = thing_as_object(seen.nouns, anchor, anchor) or noun_behind_article(seen.nouns, amount)
        return through_container(target) if target is not None else None
    last = seen.span_of(amount)[-1].i
    if seen.doc[last + 1 : last + 3].text.lower() in {"as many", "as much"}:
        earlier = seen.earlier_in_sentence(anchor, kind="count")
        compared = head_of_phrase_at(seen.nouns, seen.doc[last + 3].idx) if last + 3 < len(seen.doc) else None
        return compared or (earlier.noun if earlier is not None else None)
    predicate = anchor if grammar.children(anchor, "cop") else anchor.head
    subject = grammar.subject(predicate) if grammar.children(predicate, "cop") else None
    if subject is not None and seen.nouns.is_thing(subject):
        return through_container(subject)
    times = noun_behind_article(seen.nouns, amount)
    return through_container(times) if times is not None else None


def _on_board(seen: Seen, amount: Amount) -> Token | None:
    """Give what a board of prices has right before bare points: "industrials 2,596.72, off 17.01"."""
    if amount.unit == "magnitude":
        return seen.noun_before(_OF_MAGNITUDE, amount, before=40)  # "a quake of magnitude 7.1"
    if amount.unit != "point" or amount.unit_text is not None:
        return None
    first = seen.span_of(amount).start
    before = seen.doc[first - 1] if first > 0 else None
    return before if before is not None and grammar.is_noun(before) else None


def _moved_by_points(amount: Amount, anchor: Token) -> Token | None:
    """Give what lost so many points, or which index did anything by them: "the [Dow] picked up 9 points"."""
    verb = grammar.clause_head(anchor) if amount.unit == "point" else None
    if verb is None or grammar.direct_object(verb) != anchor:
        return None
    subject = grammar.subject(verb)
    lost = verb.lemma_.lower() in words("change", "down_measured")
    return subject if lost or (subject is not None and is_index(subject)) else None


def _is_of_direction(seen: Seen, amount: Amount) -> bool:
    """Whether a length says how far one place lies from another ("50 miles (80 km) south of Belfast")."""
    return bool(_DIRECTION.match(seen.text, amount.span.end))


def _is_of_body(doc: Doc, amount: Amount) -> bool:
    """Whether a measure is of whom or what the clause is about: "weighs 70 kilograms", "is 2 metres tall"."""
    span = grammar.span_of(doc, amount.span.start, amount.span.end)
    beside = doc[max(0, span.start - 1) : span.start].text, doc[span.end : span.end + 1].text
    return any(word.lower() in words("measure", "of_bodies") for word in beside)
