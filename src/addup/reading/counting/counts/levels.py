"""What a number is the level or the size of: a group, something measured, what rose or fell to it."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.counts.people import is_of_people
from addup.reading.counting.subjects import Seen, Subject, as_before, unsaid
from addup.reading.frames import measuring_verbs, words
from addup.reading.nouns.amounts import through_container
from addup.reading.nouns.counted import supplied
from addup.reading.nouns.people import is_person
from addup.reading.nouns.said_of import noun_above
from addup.reading.nouns.superlatives import most_of, moved_to_extreme
from addup.reading.nouns.verbs import thing_as_object
from addup.records import Amount

# What leads from how much something moved to what it came to.
_LEVEL = re.compile(r"[^.;:\d]{0,40}?,? (?:to|at) (?:about |around |some |a record )?")
_TO = re.compile(r"(?: [a-z-]+){1,3} to (?:about |around |just |more than |nearly |over |some )?")
_MOVING = frozenset({"above", "at", "below", "by", "from", "to"})


_SOON = 300  # characters over which those who are lost are some of those counted before
_LOST = frozenset({"cut", "loss", "reduction"})  # "employs 900 people. It announced a loss of 40"
_ON_THE_MOVE = frozenset({"exodus", "flood", "influx", "stream", "wave"})  # "a flood of 250,000 coming north"


def of_group(seen: Seen, anchor: Token) -> Subject | None:
    """Give those of whom a group has so many: "a crowd of 700" people, "a fleet of nine" the fleet."""
    group = noun_above(seen.nouns, anchor) if grammar.preposition(anchor) == "of" else None
    if group is not None and group.lemma_.lower() in words("container", "guesses"):
        meant = seen.earlier_in_sentence(anchor, kind="count")  # "9,400 homes, below the target of 14,500"
        return as_before(meant, anchor) if meant is not None else None
    if group is not None and is_of_people(group):
        return unsaid("person", anchor)
    if group is not None and group.lemma_.lower() in _ON_THE_MOVE:
        return Subject(supplied("person"), group, anchor)
    tallied = _of_tally(group) if group is not None else None
    moved = tallied or moved_to_extreme(anchor) or most_of(anchor) or _going_at_rate(seen, group)
    if moved is not None:
        return seen.of(moved, anchor, holder=anchor)
    if group is not None and (group.tag_ != "NN" or group.lemma_.lower() in _says_nothing()):
        group = None  # "the names of all 49", "the magic number of 2,383", "a total of 40" say not of what
    group = group or _numbered(seen, anchor)
    if group is None:
        return None
    return seen.of(group, anchor, holder=anchor if grammar.is_verb(anchor.head) else group)


def some_lost(seen: Seen, anchor: Token) -> Subject | None:
    """Give what there were more of before, of which so many are lost: "900 people", "a loss of 40"."""
    loss = noun_above(seen.nouns, anchor) if grammar.preposition(anchor) == "of" else None
    if loss is None or loss.lemma_.lower() not in _LOST:
        return None
    amount = seen.all[len(seen.amounts)]
    for earlier, subject in seen.latest():
        if amount.span.start - earlier.span.end > _SOON:
            return None
        more = earlier.low is not None and amount.low is not None and earlier.low > amount.low
        if earlier.kind == "count" and more and subject.noun is not None and subject.noun.tag_ == "NNS":
            return as_before(subject, anchor)
    return None


def _going_at_rate(seen: Seen, rate: Token | None) -> Token | None:
    """Give what goes at a rate of so many: "[sales] fell to an annual rate of 834,000"."""
    if (
        rate is None
        or rate.lemma_.lower() not in {"pace", "rate"}
        or grammar.preposition(rate) not in _MOVING
    ):
        return None
    verb = grammar.clause_head(rate)
    subject = grammar.subject(verb) if verb is not None else None
    return through_container(subject) if subject is not None and seen.nouns.is_thing(subject) else None


def _says_nothing() -> frozenset[str]:
    """Nouns that hold a number and do not say what of."""
    return words("container", "nouns") | words("container", "marks")


def _numbered(seen: Seen, anchor: Token) -> Token | None:
    """Give what a verb says the number of: "police put the number of marchers at 21,000"."""
    verb = grammar.clause_head(anchor)
    target = thing_as_object(seen.nouns, verb, anchor) if verb is not None else None
    if target is None or target.lemma_.lower() not in words("container", "nouns"):
        return None
    whole = through_container(target)
    return whole if whole != target else None


def is_mark(noun: Token) -> bool:
    """Whether a noun only says that a number is one: "the magic 270 [number]", "the 1,000 [mark]"."""
    marks = words("container", "marks") | {"figure", "number"}
    return noun.tag_ == "NN" and noun.lower_ in marks and not grammar.children(noun, "compound")


def what_moved(seen: Seen, anchor: Token) -> Token | None:
    """Give what moved from, to or by a bare number, and stands before its verb: "new cases fell to 45"."""
    mark = anchor.head if is_mark(anchor.head) else None  # "new cases passed the 1,000 mark"
    moved_to = mark.dep_ == "obj" if mark is not None else grammar.preposition(anchor) in _MOVING
    verb = grammar.clause_head(anchor) if moved_to else None
    if verb is not None and verb.lemma_.lower() in words("market", "verbs"):
        quoted = grammar.subject(verb)
        if quoted is not None and quoted.lemma_.lower() in words("market", "traded"):
            return quoted  # "the index closed at 2,340"
    if verb is None or verb.lemma_.lower() not in measuring_verbs() | words("event", "multiplying"):
        return _what_is_up(seen, anchor) if moved_to else None
    done_to = grammar.direct_object(verb) if verb.lemma_.lower() in words("event", "multiplying") else None
    subject = done_to or grammar.subject(verb)  # "doubled its seats to 14"
    again = grammar.complement(subject, "of") if subject is not None and subject.lower_ == "that" else None
    if again is not None and again.tag_ == "NNS":
        return again  # "the number of women rose to 50, while that of men fell to 40"
    if subject is None or not seen.nouns.is_thing(subject):
        return None
    whole = through_container(subject)  # "the number of smokers fell to 40"
    numbered = whole != subject and whole.tag_ == "NNPS"  # "the number of Americans rose to 40"
    several = whole.tag_ == "NNS" and (whole != subject or not is_person(whole))
    return whole if numbered or several else None


def _what_is_up(seen: Seen, anchor: Token) -> Token | None:
    """Give what is only said to be up or down, from a number or to one: "[thefts] were down from 40"."""
    told = grammar.predicate(anchor)
    copula = next(iter(grammar.children(told, "cop")), None) if told is not None else None
    subject = grammar.subject(told) if told is not None and copula is not None else None
    if copula is None or subject is None or not seen.nouns.is_thing(subject):
        return None
    if seen.all[len(seen.amounts)].hedge == "up to":
        return None  # "officials think there may be up to 40"
    between = {token.lower_ for token in anchor.doc[copula.i : anchor.i]}
    whole = through_container(subject)
    return whole if between & {"up", "down"} and whole.tag_ in {"NNS", "NNPS"} else None


def level_behind_share(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what moved by the share before the level it came to: "the index fell 2 percent, to 2,340"."""
    if not seen.amounts or seen.amounts[-1].kind != "share":
        return None
    moved, between = seen.subjects[-1], seen.text[seen.amounts[-1].span.end : amount.span.start]
    if moved.noun is None or moved.noun.tag_ != "NN" or _LEVEL.fullmatch(between) is None:
        return None
    return None if is_of_people(moved.noun) else as_before(moved, anchor)


def what_is_measured(anchor: Token) -> Token | None:
    """Give what a bare number is the measure of: "circulation was 4,393,237"."""
    subject = grammar.subject(anchor) if grammar.children(anchor, "cop") else None
    bare = subject is not None and subject.lemma_.lower() in words("measured", "bare")
    return subject if bare else _tallied(anchor)


def _tallied(anchor: Token) -> Token | None:
    """Give what a tally that a bare number says is of: "her delegate count stands at 300"."""
    verb = grammar.predicate(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    if verb is None or subject is None:
        return None
    if verb.lemma_.lower() not in measuring_verbs() and not grammar.children(verb, "cop"):
        return None
    # "The injury rate dropped to 2.4 per 100 workers"
    return subject if subject.lemma_.lower() in words("measured", "scales") else _of_tally(subject)


def _of_tally(noun: Token) -> Token | None:
    """Give what a noun of a tally says before it what it is of: "her [delegate] count"."""
    if noun.lemma_.lower() not in words("container", "tallies") or noun.i == noun.sent.start:
        return None
    before = noun.nbor(-1)
    return before if before.head == noun and before.tag_ in {"NN", "NNS"} else None


def other_level(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give what a verb said that there were so many of at the other end: "fell to 12 seats from 15"."""
    last = seen.subjects[-1] if seen.amounts and seen.amounts[-1].kind == "count" else None
    if last is not None and _TO.fullmatch(seen.text, seen.amounts[-1].span.end, amount.span.start):
        came = grammar.preposition(last.noun or last.anchor) == "from"
        return last.noun if came else None  # "grew from 9,600 [officers] to 10,900"
    before = None
    if grammar.preposition(anchor) == "from":
        before = seen.like(amount, anchor) or seen.earlier_in_sentence(anchor, kind="count")
    same = before is not None and grammar.clause_head(before.anchor) == grammar.clause_head(anchor)
    return before.noun if before is not None and same else None
