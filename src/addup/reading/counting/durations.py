"""What lasts for a length of time."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.clause import as_called_before
from addup.reading.counting.subjects import Seen, Subject, as_before, unsaid
from addup.reading.frames import moving_verbs, nominal, words
from addup.reading.nouns.actors import is_name
from addup.reading.nouns.amounts import through_container
from addup.reading.nouns.behind import gerund_behind, noun_behind
from addup.reading.nouns.counted import as_counted
from addup.reading.nouns.document import Nouns
from addup.reading.nouns.people import is_person
from addup.reading.nouns.said_of import noun_above, noun_complement, noun_modified
from addup.reading.nouns.superlatives import best_in, extreme_behind
from addup.reading.nouns.verbs import thing_as_object, thing_as_subject
from addup.records import Amount

_ENDED = re.compile(r"\s+end(?:ed|ing)\b")
_WHEN = re.compile(r" (?:after|ago|before|later)\b")
_SENTENCE_END = re.compile(r"[.;:!?,]")
_SAME_PHRASE = 9  # tokens over which a noun goes on with what is said of it


def duration(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what lasts so long, time where the text names nothing."""
    nouns = seen.nouns
    known = _told_before(seen, amount, anchor)
    if known is not None:
        return known
    noun = (
        noun_modified(nouns, anchor)
        or seen.noun_of_joined(amount, anchor)
        or noun_complement(nouns, anchor, "of")
        or noun_behind(nouns, amount, preposition="of")
    )
    noun = noun or _before_sum(seen, amount)
    if noun is None and not (amount.unit_text or "s").endswith("s"):
        noun = noun_behind(nouns, amount) or extreme_behind(nouns, amount)  # "a five-year plan", "low"
    noun = noun or gerund_behind(nouns, amount) or best_in(nouns, anchor)
    if noun is None and grammar.preposition(anchor) == "of":
        noun = noun_above(nouns, anchor)  # "a wait of three days"
    noun = noun or _said_to_be(seen, amount, anchor)
    if noun is not None:
        return seen.of(noun, anchor)
    done = _done_for(seen, amount, anchor)
    if done is not None:
        return done
    lasting = _estimated(seen, anchor) or _moved(seen, anchor)
    lasting = lasting or (_lasting(nouns, anchor) if _is_how_long(anchor) else None)
    lasting = lasting or _becoming(seen, amount, anchor)
    if lasting is not None:
        return Subject(as_counted(nouns, lasting), anchor, anchor)
    name = _nominal_of_clause(anchor)
    if name is not None:
        return Subject(as_called_before(seen, name, anchor), anchor, anchor)
    return unsaid("time", anchor)


def _before_sum(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun behind the amount that a comma joins to a length: "a five-year, $2 million [plan]"."""
    index = len(seen.amounts) + 1
    following = seen.all[index] if index < len(seen.all) else None
    if following is None or "-" not in amount.span.text or following.kind == "duration":
        return None
    if seen.text[amount.span.end : following.span.start] not in {", ", " and "}:
        return None
    return noun_behind(seen.nouns, following)


def _told_before(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give what the amount before has so long, or what a length of time is called by."""
    before = _counted_within(seen, amount) or _rest_of_length(seen, amount)
    if before is not None:
        return as_before(before, anchor)
    stands_for = _stands_for(seen, amount, anchor)
    return unsaid(stands_for, anchor) if stands_for is not None else None


def _done_for(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the sentence that somebody is jailed for, or those of whom the subject is a number."""
    if _is_sentence(seen, amount, anchor):
        return unsaid("sentence", anchor)
    numerous = _numerous_subject(seen, anchor) if _is_how_long(anchor) else None
    return as_before(numerous, anchor) if numerous is not None else None


def _lasting(nouns: Nouns, anchor: Token) -> Token | None:
    """Give what lasts for a duration: the object of its clause, else the subject.

    In a relative clause the noun before it is the object or the subject ("jobs held over five years").
    """
    above = noun_above(nouns, anchor)
    if above is not None and _is_place(above) and above.head != above:
        above = above.head if grammar.is_noun(above.head) and nouns.is_thing(above.head) else None
    if above is not None and not _is_place(above) and not _is_beside(above):
        return above
    verb = grammar.clause_head(anchor)
    if verb is None:
        return None
    target = thing_as_object(nouns, verb, anchor)
    if target is not None and verb.lemma_ == "take" and target.lower_ in {"part", "place"}:
        target = None  # "those who took part for ten years"
    if target is None and verb.dep_.startswith("acl") and nouns.is_thing(verb.head):
        target = verb.head
    thing = target or thing_as_subject(nouns, anchor)
    if thing is not None and _is_place(thing):
        return None  # "ruled the country for nine years" says how long somebody ruled
    if thing is None or is_name(thing) or (is_person(thing) and thing != target):
        return None  # "Moore led the union for ten years" says how long somebody did it
    return through_container(thing)


def _is_beside(noun: Token) -> bool:
    """Whether a noun is only beside what goes on: "a quarrel with [the mayor] over the past days"."""
    return grammar.preposition(noun) not in {None, "of"} and not grammar.children(noun, "cop")


def _is_place(noun: Token) -> bool:
    """Whether a noun is a place, which is no longer or shorter for what goes on there."""
    return noun.ent_type_ == "LOCATION" or noun.lemma_.lower() in words("place", "nouns") | {"globe", "world"}


def _estimated(seen: Seen, anchor: Token) -> Token | None:
    """Give what is estimated to last so long: "the wait is put at five to six days"."""
    verb = grammar.clause_head(anchor) if grammar.preposition(anchor) == "at" else None
    verb = anchor if grammar.is_verb(anchor) else verb  # the hedge "estimated at" holds the verb
    if verb is None or verb.lemma_.lower() not in words("aspect", "estimating"):
        return None
    subject = grammar.subject(verb) if grammar.is_passive(verb) else None
    return subject if subject is not None and seen.nouns.is_thing(subject) else None


def _moved(seen: Seen, anchor: Token) -> Token | None:
    """Give what is made longer or shorter: "cut the [term] from 16 years to 11", "was extended by a week"."""
    verb = grammar.clause_head(anchor) if grammar.preposition(anchor) in {"by", "from", "to"} else None
    if verb is None or verb.lemma_.lower() not in moving_verbs() | words("measure", "lengthening"):
        return None
    thing = grammar.direct_object(verb) or grammar.subject(verb)
    return thing if thing is not None and thing != anchor and seen.nouns.is_thing(thing) else None


def _becoming(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give to what something happens in so long, where nobody does it to anything: "ends in three years".

    What somebody does within a time is told of the time alone: "save lives in three years".
    """
    if grammar.preposition(anchor) not in {"in", "over", "within"} or _WHEN.match(seen.text, amount.span.end):
        return None
    verb = grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    if verb is None or subject is None or grammar.children(verb, "obj"):
        return None
    common = subject.tag_ in {"NN", "NNS"} and seen.nouns.is_thing(subject) and not is_person(subject)
    return through_container(subject) if common else None


# "Jailed for six years and four months": the second part, in the next smaller unit, goes on with the first.
_AND = re.compile(r",? and ")
_PART = re.compile(r"(?: in \w+)?, (?:including|of which|with) ")  # "three years, with six months suspended"
_NEXT_SMALLER = {
    "year": "month",
    "month": "day",
    "week": "day",
    "day": "hour",
    "hour": "minute",
    "minute": "second",
}


def _rest_of_length(seen: Seen, amount: Amount) -> Subject | None:
    """Give what lasts for the length of time of which this is the smaller part."""
    last = seen.amounts[-1] if seen.amounts else None
    if last is None or last.kind != "duration" or _NEXT_SMALLER.get(last.unit or "") != amount.unit:
        return None
    joined = _AND.fullmatch(seen.text, last.span.end, amount.span.start)
    part = _PART.fullmatch(seen.text, last.span.end, amount.span.start)
    return seen.subjects[-1] if joined is not None or part is not None else None


_NOT_ITS_LENGTH = re.compile(
    r" (?:after|ago|ahead|away|before|behind|by|earlier|early|from|into|later?|off|old|past|since"
    r"|till|until)\b"
)


def _said_to_be(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give what is said to be so long: "the average wait was nine days", not "was nine days ago"."""
    long = anchor.head if anchor.head.lower_ == "long" else None  # "the meeting, which was two hours long"
    told = long if long is not None and anchor.i + 1 == long.i else anchor
    if not grammar.children(told, "cop") or _NOT_ITS_LENGTH.match(seen.text, amount.span.end):
        return None
    subject = grammar.subject(told)
    if subject is None or subject.tag_ != "NN" or is_person(subject) or not seen.nouns.is_thing(subject):
        return None
    return through_container(subject)


_IN_PRISON = re.compile(r" (?:behind bars|in (?:a |the )?(?:[a-z]+ )?(?:gaol|jail|prison))\b")


def _is_sentence(seen: Seen, amount: Amount, anchor: Token) -> bool:
    """Whether a length of time is what courts give: "was jailed for six years", "got two years in jail"."""
    verb = grammar.clause_head(anchor)
    if verb is None or _WHEN.match(seen.text, amount.span.end):
        return False
    if verb.lemma_.lower() in words("court", "sentencing"):
        return grammar.preposition(anchor) in {None, "for", "to"}
    if _is_asked_for(verb) and grammar.preposition(anchor) in {None, "for"}:
        return True
    given = verb.lemma_.lower() in words("court", "giving") and grammar.preposition(anchor) in {None, "to"}
    return given and _IN_PRISON.match(seen.text, amount.span.end) is not None


def _is_asked_for(verb: Token) -> bool:
    """Whether a prosecutor asks for a sentence: "prosecutors sought ten years"."""
    asker = grammar.subject(verb)
    by_prosecutor = asker is not None and asker.lemma_.lower() in words("court", "prosecuting")
    return by_prosecutor and verb.lemma_.lower() in words("court", "asking")


def _counted_within(seen: Seen, amount: Amount) -> Subject | None:
    """Give what was counted in so long: "6.7 million posts in 10 hours"."""
    last = seen.amounts[-1] if seen.amounts else None
    if last is None or last.kind != "count":
        return None
    between = grammar.span_of(seen.doc, last.span.end - 1, amount.span.start)
    within = between[-1].lower_ in {"in", "within"} and len(between) <= _SAME_PHRASE
    goes_on = not any(map(grammar.is_verb, between)) and not _SENTENCE_END.search(between.text)
    return seen.subjects[-1] if within and goes_on else None


def _stands_for(seen: Seen, amount: Amount, anchor: Token) -> str | None:
    """Give what a length of time is called by: a period that ended, or a bond ("the 30-year rose")."""
    if _ENDED.match(seen.text, amount.span.end):  # "the six months ended June 30"
        return "period"
    hyphened = amount.unit == "year" and seen.text[amount.number.end : amount.number.end + 1] == "-"
    return "bond" if hyphened and anchor.dep_.startswith("nsubj") else None


def _numerous_subject(seen: Seen, anchor: Token) -> Subject | None:
    """Give those of whom the subject is a number: "thousands will come over the next days"."""
    verb = grammar.clause_head(anchor)
    subject = grammar.subject(verb) if verb is not None else None
    if verb is None or subject is None or grammar.direct_object(verb) not in {None, subject}:
        return None
    return seen.at(subject)


def _nominal_of_clause(anchor: Token) -> str | None:
    """Give what a clause without an object is about: profit in "in the nine months, the firm earned $3"."""
    verb = grammar.clause_head(anchor)
    told = verb is not None and _is_how_long(anchor)
    return nominal(verb.lemma_.lower()) if verb is not None and told else None


def _is_taken(verb: Token, anchor: Token) -> bool:
    """Whether a duration is what something takes ("the trial will take two weeks")."""
    return verb.lemma_ == "take" and grammar.direct_object(verb) == anchor


def _is_how_long(anchor: Token) -> bool:
    """Whether a duration says how long something lasts ("for three years"), not when or by when it was."""
    verb = grammar.clause_head(anchor)
    if verb is not None and (verb.lemma_ == "last" or _is_taken(verb, anchor)):
        return True
    if grammar.has_child(anchor, {"every"}, "det"):
        return True  # "fares are reviewed every two years"
    preposition = grammar.preposition(anchor)
    spans = words("period", "spans")
    if preposition == "within":
        spans = words("period", "ahead")  # "within the first two years of buying it" says when
    elif anchor.dep_ == "nsubj" or preposition == "of":
        spans -= {"the"}  # "the next weeks will see", "results of the past years"
    elif preposition not in {"in", "during"}:
        return preposition in {"for", "over", "through", "throughout"}
    # "in the past week" something went on, "in two years" says when
    return any(child.lower_ in spans for child in grammar.children(anchor, "amod", "det"))
