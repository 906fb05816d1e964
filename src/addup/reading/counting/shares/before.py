"""The share or change before that a share goes on with, says again or is offered for."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar, polls
from addup.reading.amounts.brackets import own_bracket
from addup.reading.counting.subjects import Seen, Subject, as_before
from addup.reading.events import change_of, gapped_noun
from addup.reading.frames import measuring_verbs, words
from addup.reading.nouns.actors import is_name
from addup.reading.nouns.amounts import is_change, names_measure
from addup.reading.nouns.people import is_person
from addup.records import Amount

# "Among women, the figure was 61 percent", "the rate is 9 percent; for blacks, it is 16 percent"
_GROUP_IS = re.compile(
    r"(?:^|[.;!?\n]\s*|, (?:and |but |while )?)(?:among|for) (?:the )?(?:[a-z-]+ )?(?P<noun>[a-z]+),?"
    r" (?:it|the (?:figure|number|percentage|proportion|rate|share))"
    r" (?:is|was|has been|had been|fell to|rose to|reache[sd]|stood at|stands at)"
    r"(?: (?:about|almost|around|just|more than|nearly|only|over|still))* $",
    re.IGNORECASE,
)
_HEDGES = (
    r"(?: (?:about|above|actually|around|below|closer to|some|still|nearly|almost|only|just|in fact"
    r"|in reality|more than|at least|probably|really|at))* $"
)
_CALLED = r"(?:[a-z-]+ ){0,2}(?:figure|percentage|proportion|share)"
# "It was 3 percent", "the true figure is one in six", "the union puts the share at 40 percent"
_IT_IS = re.compile(
    rf"\b(?:(?P<it>it)|(?:the|its|their|his|her|our|that|[\w.]+['’]s?) {_CALLED}"
    r"(?: (?:for|among|in) [^.;:,!?\n]{1,40})?)"
    rf" (?:is|was|had been|has been|stood at|stands at){_HEDGES}"
    rf"|\bput(?:s|ting)? (?:(?P<put>it)|the {_CALLED}) at{_HEDGES}|(?P<guess>estimated it at){_HEDGES}",
    re.IGNORECASE,
)
# "approved 22,000 visas, a 17 percent drop"
_SET_OFF = re.compile(r"(?:,|--|—|–) ?(?:about |just |only |roughly )?an? (?:[a-z]+ )?$")
_NEXT_ANSWER = re.compile(r"(?:,|;|,? and|,? while|,? but) (?:about |another |just |only |some )?$")
_LEVELS = frozenset({"above", "at", "below", "over", "to", "under"})
_NOBODYS = frozenset({"person", "total"})  # what is supplied where the text names nothing
_NEAR = 200  # characters over which "it" stands for what the share before was said of


def measure_again(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the measure of the share before that "it" stands for: "the ministry said it was 3 percent".

    So does "the figure", of whatever the share was: "the true figure is one in six", and what numbers give.
    """
    if not seen.amounts:
        return None
    last, before = _last_of_no_time(seen)
    if last.kind != "share" or amount.span.start - last.span.end > _NEAR:
        return None
    noun = before.noun
    beside = before.anchor.sent.end >= anchor.sent.start
    measured = noun is not None and (beside or names_measure(noun)) and not polls.speaks_of(anchor, "nouns")
    again = _IT_IS.search(seen.text, anchor.sent.start_char, amount.span.start)
    group = _group_set_before(anchor) if again is not None else None
    if group is not None:
        return seen.of(group, anchor, holder=anchor)
    named = again is not None and not (again["it"] or again["put"] or again["guess"])
    if (again is not None and (measured or named)) or _is_given(anchor):
        return Subject(before.counted, anchor, anchor, noun)
    return None


def _is_given(anchor: Token) -> bool:
    """Whether a share is all that a document tells: "the operator's figures give 27 percent"."""
    verb = anchor.head
    if anchor.dep_ != "obj" or verb.lemma_.lower() not in words("poll", "giving"):
        return False
    teller = grammar.subject(verb)
    return teller is not None and teller.lemma_.lower() in words("poll", "given_by")


def restated(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what the share before is of where brackets say it again: "half of her support (49 percent)"."""
    last = seen.amounts[-1] if seen.amounts else None
    noun = seen.subjects[-1].noun if seen.subjects else None
    if last is None or noun is None or (last.kind, last.unit) != ("share", amount.unit):
        return None
    bracket = own_bracket(seen.text, amount)
    again = bracket is not None and amount.change is None and bracket[0] - (noun.idx + len(noun)) in {0, 1}
    return as_before(seen.subjects[-1], anchor) if again else None


def of_group(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those that a clause opens with: "Among [women], the figure was 61 percent"."""
    group = _GROUP_IS.search(seen.text, max(0, anchor.sent.start_char - 2), amount.span.start)
    noun = grammar.span_of(seen.doc, *group.span("noun"))[-1] if group is not None else None
    plural = noun is not None and grammar.is_plural(noun)
    return seen.of(noun, anchor, holder=anchor) if noun is not None and plural else None


def _are_people(noun: Token) -> bool:
    return grammar.is_plural(noun) and is_person(noun)


def _group_set_before(anchor: Token) -> Token | None:
    """Give the people that a sentence opens with: "Among [women], the figure is 75 percent"."""
    if anchor.sent[0].lower_ not in {"among", "for"}:
        return None
    return next((noun for noun in grammar.clause_opening(anchor.sent) if _are_people(noun)), None)


def spoken_of(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what the share before was of, where this one is only "its": "It is to rise to 2.9 percent".

    So has "That's up six points".
    """
    way = amount.change is not None or grammar.has_child(anchor, {"up", "down"}, "advmod")
    moves = way and bool(grammar.children(anchor, "cop"))
    verb = anchor if moves else grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    if verb is None or subject is None or not seen.amounts:
        return None
    last, before = _last_of_no_time(seen)
    near = amount.span.start - last.span.end <= _NEAR
    if near and moves and subject.lower_ == "it" and last.kind == "money":
        return as_before(before, anchor)  # "Revenue was $40 million. It was down 3 percent"
    near = near and last.kind == "share"
    if verb.lemma_.lower() in words("stance", "awaiting") and grammar.direct_object(verb) == anchor:
        foreseen = near and grammar.is_noun(subject) and before.counted.head not in _NOBODYS
        return as_before(before, anchor) if foreseen else None  # "Economists expected 2 percent"
    moved = grammar.direct_object(verb)
    if moved is not None and moved.lower_ in {"it", "them"} and grammar.preposition(anchor) in _LEVELS:
        return as_before(before, anchor) if near else None  # "we will bring it below 90 percent"
    if subject.lower_ not in ({"it", "they", "that", "this"} if moves else {"it", "they"}):
        return None
    moves = moves or verb.lemma_ in measuring_verbs()
    return as_before(before, anchor) if near and moves else None


def _last_of_no_time(seen: Seen) -> tuple[Amount, Subject]:
    """Give the last amount but for ages and lengths of time: "for five months, it was down 1.8 percent"."""
    return next(
        ((one, subject) for one, subject in seen.latest() if one.kind not in {"age", "duration"}),
        (seen.amounts[-1], seen.subjects[-1]),
    )


def moved_from(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the whole of a share that one moved to before, for where it came from.

    "Will grow to 25% of all sales from 20%" is of all sales both times.
    """
    last = seen.amounts[-1] if seen.amounts else None
    if last is None or (last.kind, last.unit) != ("share", amount.unit):
        return None
    whole = seen.subjects[-1]
    ways = {grammar.preposition(anchor), grammar.preposition(whole.anchor)}
    same = whole.anchor.head == anchor.head and whole.noun is not None
    of = same and ways == {"from", "to"} and grammar.complement(whole.anchor, "of") == whole.noun
    return as_before(whole, anchor) if of else None


def moved_before(seen: Seen, anchor: Token) -> Subject | None:
    """Give what moved by the amount before, where a share is said of the move: "down $2, a 26% drop"."""
    for kind in ("money", "measure"):
        earlier = seen.earlier_in_sentence(anchor, kind=kind)
        if earlier is not None:
            return as_before(earlier, anchor)
    return None


def changed_before(seen: Seen, amount: Amount, change: Token, anchor: Token) -> Subject | None:
    """Give what the share before was of, where this one only says a change: "had expected a 3% rise"."""
    last = seen.last(amount, kinds={"share"})
    if last is None or "\n\n" in seen.text[seen.amounts[-1].span.end : amount.span.start]:
        return None
    return Subject(last.counted, change, anchor) if last.noun is not None else None


def in_row_of_names(seen: Seen, noun: Token | None, anchor: Token) -> Subject | None:
    """Give what a row counts whose verb is said once: "sales are up at both: Orel by 3%, Moore by 4%"."""
    if noun is None or not is_name(noun) or grammar.preposition(anchor) != "by":
        return None
    earlier = seen.earlier_in_sentence(anchor, kind="share")
    return as_before(earlier, anchor) if earlier is not None else None


def asked_for_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what was asked for before, for a bare share on offer: "want 12 percent; were offered 5"."""
    verb = grammar.clause_head(anchor)
    if verb is None or verb.lemma_.lower() not in words("given", "offered"):
        return None
    first = grammar.first_conjunct(anchor)
    change = first.head if grammar.preposition(first) == "of" and is_change(first.head) else first
    if grammar.direct_object(verb) != change or grammar.children(change, "compound"):
        return None
    last = seen.last(amount, kinds={"share"})
    return as_before(last, anchor) if last is not None else None


def share_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the whole of the share before that did something too: "80% of nurses ..., while 14% did"."""
    for earlier, subject in seen.latest():
        inside = earlier.span.start >= anchor.sent.start_char
        far = earlier.kind == "count" or amount.span.start - earlier.span.end > _NEAR
        if not inside and (far or polls.speaks_of(anchor, "nouns")):
            return None
        if earlier.kind == "share":
            told = subject.noun is not None or subject.counted.head == "person"
            named = told and (not inside or subject.anchor.dep_.startswith("nsubj"))
            return as_before(subject, anchor) if named else None
    return None


def set_off_change(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what was counted before, for its change set off behind: "approved 22,000 visas, a 17% drop"."""
    last = seen.amounts[-1] if seen.amounts else None
    change = grammar.modified(anchor)
    if last is None or change is None or not is_change(change) or last.kind != "count":
        return None
    inside = last.span.start >= anchor.sent.start_char and seen.subjects[-1].noun is not None
    off = _SET_OFF.search(seen.text, last.span.end, amount.span.start) is not None
    of_its_own = grammar.children(change, "compound", "nmod:poss") != [anchor] or any(
        grammar.complement(change, preposition) is not None for preposition in ("in", "of")
    )
    return Subject(seen.subjects[-1].counted, change, anchor) if inside and off and not of_its_own else None


def of_gapped(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what a change is of whose verb is said once: "beef rose 3 percent and [pork] 5 percent".

    The change before is of the subject of its verb, and so is this one.
    """
    if not seen.amounts:
        return None
    noun, last = gapped_noun(seen.amounts[-1], amount, anchor), seen.subjects[-1]
    if noun is None or is_change(noun) or noun.ent_type_ == "PERSON" or noun.i in seen.nouns.inside:
        return None
    verb = grammar.predicate(last.anchor)
    moved = change_of(last.anchor, "share") is not None or seen.amounts[-1].change is not None
    of_subject = verb is not None and last.noun is not None and grammar.subject(verb) == last.noun
    return seen.of(noun, anchor, holder=anchor) if moved and of_subject else None


def next_answer(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those who answered before, where the verb is said once: "60% blamed Orr and 20% the mayor"."""
    thing = seen.doc[seen.span_of(amount).end : anchor.sent.end]
    if not (thing and _is_thing(thing[0])) or is_change(thing[0]) or names_measure(thing[0]):
        return None
    if _NEXT_ANSWER.search(seen.text, max(anchor.sent.start_char, amount.span.start - 16), amount.span.start):
        for earlier, subject in seen.latest():
            if earlier.kind != "share" or earlier.span.start < anchor.sent.start_char:
                return None
            verb = subject.anchor.head
            if subject.anchor.dep_ == "nsubj" and verb.tag_ in {"VBD", "VBP"} and _answers(verb, anchor):
                return as_before(subject, anchor)
    return None


def _is_thing(first: Token) -> bool:
    """Whether a phrase begins here that may be an object, and no clause."""
    return first.tag_ in {"DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP$"}


def _answers(verb: Token, anchor: Token) -> bool:
    """Whether a verb has an object before a number, and no other verb follows that would be its own."""
    thing = grammar.direct_object(verb)
    behind = anchor.doc[anchor.i + 1 : anchor.sent.end]
    own = any(token.tag_ in grammar.FINITE | {"MD"} for token in behind)
    return thing is not None and thing.i < anchor.i and not own
