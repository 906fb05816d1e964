"""Which place limits a figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.attrs import LOWER
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.amounts.ages import is_set_off
from addup.reading.amounts.conversions import is_conversion
from addup.reading.amounts.distances import is_distance_in_time
from addup.reading.counting import Subject
from addup.reading.events import before_hedges, event_of
from addup.reading.frames import words
from addup.reading.places.apart import is_seat_of_other, is_where_told, part_at
from addup.reading.places.find import Place, find_places
from addup.reading.places.kinds import may_be_anywhere
from addup.reading.places.names import is_located
from addup.reading.places.nearest import nearest, nearest_or_where
from addup.reading.places.owners import before_counted, owner_of, whose_own
from addup.reading.places.rows import is_in_row, place_in_row
from addup.reading.places.tokens import BEFORE_NOUN, has_name, is_one_of, name_text, upward
from addup.reading.places.told import has_as_place, told_of, town_of
from addup.reading.text import strings_of, text_of, words_of
from addup.records import Amount, Attribution
from addup.stretches import Stretches

_YEAR = 4  # digits
_BEFORE_THING = BEFORE_NOUN | {"nmod:unmarked", "nummod"}
_HYPHENED = re.compile(r"-(?!strong|century)[a-z]+[ -][a-z]")  # "a 40-strong mob" is where the mob is
_FROM = re.compile(r", [\w\s.]*\b(?:km|kms|kilomet(?:er|re)s?|miles?)(?: [\w-]+){0,2} (?:from|of)(?: the)? $")
_AT = frozenset({"at", "in", "inside", "near", "outside", "the"})
_OF_THEM = 2  # words behind how many


def place_figures(
    doc: Doc, amounts: Sequence[Amount], subjects: Sequence[Subject], said: Sequence[Attribution] = ()
) -> list[str | None]:
    """Give for each figure the place that limits it, in the words of the text; None where there is none.

    A place in the same sentence counts: first one that hangs on the thing counted or on what happened to it,
    then one elsewhere in the clause. Casualties without one have the place of the casualties before them. The
    place of those who tell it, by the attributions `said`, is its place only where the text names no other;
    that of a part ("seven of them in Selm") is of the part alone. An age said beside ("Jo Orr, 52, raised in
    Selm") is of no place.
    """
    every = find_places(_around(doc, subjects))
    starts = [place.span.start for place in every]
    parts = {place.span.start: part for place in every if (part := part_at(place.span)) is not None}
    sources = Stretches(span for told in said for span in told.source)
    told_at = {place.span.start for place in every if _is_of_source(place, sources)}
    found: list[str | None] = []
    incident: str | None = None
    before: Amount | None = None
    for amount, subject in zip(amounts, subjects, strict=True):
        converted = before is not None and is_conversion(before, amount, text_of(doc))
        before = amount
        if converted:
            found.append(found[-1])
            continue
        if _is_anywhere(amount, text_of(doc)):
            found.append(None)
            continue
        first, end = _near(doc, subject.anchor)
        places = every[bisect_left(starts, first) : bisect_left(starts, end)]
        thing = _thing_of_size(amount, subject)
        if thing is not None and not _is_span_of_event(amount, thing):
            found.append(_text(next((place for place in places if thing.is_ancestor(place.span.root)), None)))
            continue
        row = place_in_row(amount, subject.anchor)
        if row is not None:
            whole = next((place for place in places if place.span.start <= row.start < place.span.end), None)
            found.append(_text(whole) or row.text)
            continue
        own = [place for place in places if _may_be_of(subject, place, parts.get(place.span.start))]
        own = [place for place in own if not _is_landmark(place, own)]
        world = [place for place in places if place.text.lower() == "world"]
        of_sources = [place for place in places if place.span.start in told_at]
        others = [place for place in own if place not in of_sources and place not in world]
        named = [place for place in own if has_name(place.span)]
        there = next((place for place in others if place.span.start in parts), None)
        text = _text(there) or _in_its_clause(amount, subject, others)
        if event_of(subject.holder, subject.anchor) in words("incident", "casualties"):
            text = text or (None if _are_elsewhere(subject.anchor) else incident)
            text = text or _text(nearest(subject, named, anywhere=True))
            is_incident = there is None and text is not None and text != text.lower()
            incident = text if is_incident else incident
        found.append(text or _text(nearest(subject, of_sources)) or _text(nearest(subject, world)))
    return found


def _is_anywhere(amount: Amount, text: str) -> bool:
    """Whether an amount is of no place: an age ("at 77"), or a distance in time."""
    is_age = amount.kind == "age" and amount.bound == "exact"
    return is_age or is_set_off(amount, text) or is_distance_in_time(amount, text)


def _thing_of_size(amount: Amount, subject: Subject) -> Token | None:
    """Give the thing whose size a figure is, "a 40-bed [clinic]", which may be where its phrase says."""
    text = text_of(subject.anchor.doc)
    if amount.kind not in {"count", "duration"} or _HYPHENED.match(text, amount.number.end) is None:
        return None
    thing = subject.anchor
    while thing.head.i > thing.i and thing.dep_ in _BEFORE_THING:
        thing = thing.head
    return thing


def _is_span_of_event(amount: Amount, thing: Token) -> bool:
    """Whether a figure is how long what its clause tells of takes: "a 48-hour [truce] began in Selm"."""
    first = thing.left_edge.i  # the parser may take "after a 16-hour flight" for a subject
    told = thing.dep_ in grammar.SUBJECTS and thing.doc[max(first - 1, 0)].tag_ != "IN"
    return (
        amount.kind == "duration"
        and told
        and not may_be_anywhere(thing)
        and not is_one_of(thing, "grounds", "sites")
    )


def _is_of_such_places(subject: Subject) -> bool:
    """Whether a figure counts places, of which the one that a clause is about may be: "one of 10 states"."""
    noun = subject.noun
    part = noun is not None and is_one_of(noun, "nouns") and grammar.preposition(noun) == "of"
    return part and noun is not None and noun.head.lower_ == "one"


def _is_beside(place: Place, subject: Subject) -> bool:
    """Whether a figure counts places that another is joined to: "in Malta and [five other states]"."""
    noun = subject.noun
    if noun is None or not is_one_of(noun, "nouns"):
        return False
    return any(token in noun.conjuncts and token.i < noun.i for token in place.span)


def _is_parted(place: Place, anchor: Token) -> bool:
    """Whether a semicolon parts a place from a figure whose own part of the sentence names another.

    "They vote in Malta, with 40 seats; on Sunday, Cyprus votes, with 12."
    """
    doc, sentence, start = anchor.doc, anchor.sent, place.span.start
    if not sentence.start <= start < sentence.end:
        return False
    words = words_of(doc)
    if ";" not in words[min(start, anchor.i) : max(start, anchor.i)]:
        return False
    ends = [place for place in range(sentence.start, sentence.end) if words[place] == ";"]
    first = max((end for end in ends if end < anchor.i), default=sentence.start)
    last = min((end for end in ends if end > anchor.i), default=sentence.end)
    return any(map(is_located, doc[first:last]))


def _may_be_of(subject: Subject, place: Place, part: Token | None) -> bool:
    """Whether a place may be that of a figure: not one where another part alone is, or in another clause."""
    if part is not None and not _is_of(subject, part):
        return False
    return not (
        is_in_row(place.span)
        or _is_beside(place, subject)
        or _is_parted(place, subject.anchor)
        or _is_of_other_event(place, subject)
        or _is_so_many_beyond(place, subject.anchor)
        or is_where_told(place.span.root, subject.anchor)
        or is_seat_of_other(place.span.root, subject)
    )


def _is_landmark(place: Place, places: Sequence[Place]) -> bool:
    """Whether a place only tells where another before it lies: "in Medina, 40 miles north of [Jeddah]"."""
    doc, start = place.span.doc, place.span.start
    written = text_of(doc)[doc[start].sent.start_char : doc[start].idx]
    lies = _FROM.search(written)
    if lies is None:
        return False
    first = doc[start].sent.start_char + lies.start()
    return any(doc[start].sent.start_char <= one.span.start_char < first for one in places)


def _is_of_other_event(place: Place, subject: Subject) -> bool:
    """Whether a figure counts places, and another stands before what happened: "four towns mourn Selm".

    So many towns are not in a town that only names what their people speak of.
    """
    noun, named = subject.noun, place.span.root
    if noun is None or not is_one_of(noun, "nouns") or named.head.i < named.i:
        return False
    return named.dep_ in BEFORE_NOUN - {"nmod:poss"} and not subject.holder.is_ancestor(named)


def _is_so_many_beyond(place: Place, anchor: Token) -> bool:
    """Whether so many places without a name stand behind an aside on whoever is there, with the figure in it.

    "The chain, with sales of $40 million, has stores in [12 states]."
    """
    if has_name(place.span) or not grammar.children(place.span.root, "nummod"):
        return False
    below = anchor
    for token in anchor.ancestors:
        first = below.left_edge
        is_aside = first.i > 0 and "," in {first.text, first.nbor(-1).text}
        with_them = grammar.preposition(below) == "with" and below.i < token.i
        if with_them or (token.dep_ in grammar.SUBJECTS and token.i < below.i):
            return is_aside and not (below if with_them else token).is_ancestor(place.span.root)
        below = token
    return False


def _is_of(subject: Subject, part: Token) -> bool:
    """Whether a figure is of so many of a whole: "2 [million] of them", "[most] of them"."""
    anchor = subject.anchor
    return part in anchor.children or part.i <= anchor.i <= part.i + _OF_THEM


def _around(doc: Doc, subjects: Sequence[Subject]) -> list[Span]:
    """Give the sentences of the figures, and the one before each, which "there" may speak of."""
    found: dict[int, Span] = {}
    for subject in subjects:
        sentence = subject.anchor.sent
        before = doc[sentence.start - 1].sent if sentence.start else sentence
        found |= {before.start: before, sentence.start: sentence}
    return [found[start] for start in sorted(found)]


def _near(doc: Doc, anchor: Token) -> tuple[int, int]:
    """Give the tokens among which a place may be that of a figure: of its sentence and the two beside it.

    No place farther away hangs on it, and in a long text there are very many.
    """
    sentence = anchor.sent
    before = doc[sentence.start - 1].sent if sentence.start else sentence
    behind = doc[sentence.end].sent if sentence.end < len(doc) else sentence
    return before.start, behind.end


def _is_of_source(place: Place, sources: Stretches) -> bool:
    """Whether a place stands in the words for who tells something: "the mayor of Lisbon said"."""
    if any(child.lower_ == "according" for token in upward(place.span.root) for child in token.lefts):
        return True
    return sources.hold(place.span.start_char, place.span.end_char)


def _in_its_clause(amount: Amount, subject: Subject, places: Sequence[Place]) -> str | None:
    """Give the place that a figure's own clause names for it, or for what it is of; the surest first."""
    return (
        town_of(subject.anchor)
        or _text(_behind_counted(subject, places))
        or before_counted(subject)
        or _beside_number(subject.anchor, places)
        or _text(_fronted(subject.anchor, places))
        or (whose_own(subject.noun) if amount.kind == "share" else None)
        or _text(nearest_or_where(subject, places))
        or owner_of(subject.noun)
        or (None if _is_of_such_places(subject) else told_of(subject.anchor))
    )


def _behind_counted(subject: Subject, places: Sequence[Place]) -> Place | None:
    """Give the place right behind what is counted, whose it is besides: "two U.S. mills in [Malta]"."""
    noun = subject.noun
    if noun is None or noun == subject.anchor or noun.sent != subject.anchor.sent:
        return None
    if not grammar.children(noun, *_BEFORE_THING):
        return None
    near = (place for place in places if place.span.start in {noun.i + 2, noun.i + 3})
    behind = (
        place
        for place in near
        if all(token.lower_ in _AT for token in noun.doc[noun.i + 1 : place.span.start])
    )
    return next((place for place in behind if is_located(place.span.root)), None)


def _beside_number(anchor: Token, places: Sequence[Place]) -> str | None:
    """Give the place right before a number whose verb is left out: "40 live in Malta, [Cyprus] 120"."""
    start = anchor.sent.start
    first = before_hedges(anchor.left_edge)
    if first.i < start + 2 or grammar.preposition(anchor) is not None or not is_located(first.nbor(-1)):
        return None
    name = grammar.name_around(first.nbor(-1))
    if any(place.span.start < name.start < place.span.end for place in places):
        return None  # "in Malta and [Cyprus] 120 fell ill"
    joins = name.start > start and name[0].nbor(-1).lower_ in {",", ";", "and", "but", "while"}
    return name.text if joins and not _only_acts(name, anchor, places) else None


def _fronted(anchor: Token, places: Sequence[Place]) -> Place | None:
    """Give the place that opens a clause right before its number: "in [Selm] 92 died, in [Orrin] 61"."""
    first = before_hedges(anchor.left_edge)
    before = next((place for place in places if place.span.end == first.i), None)
    if before is None or not has_name(before.span) or before.span.start <= anchor.sent.start:
        return None
    at = before.span[0].nbor(-1)
    opens = at.i == anchor.sent.start or at.nbor(-1).lower_ in {",", ";", "and", "but", "while"}
    return before if opens and at.lower_ in {"at", "in"} else None


def _only_acts(name: Span, anchor: Token, places: Sequence[Place]) -> bool:
    """Whether a name stands for a subject that acts, as the one before it: "Malta gave $350, [Cyprus] $120".

    Nor is it where something is that the one before it has at another place.
    """
    verb = grammar.clause_head(anchor)
    doer = grammar.subject(verb) if verb is not None else None
    if verb is None or doer is None or not is_located(doer) or doer.i >= name.start:
        return False
    behind = (place for place in places if verb.i < place.span.start and place.span.end <= name.start)
    elsewhere = any(place.text != name_text(doer) for place in behind)
    return elsewhere or not has_as_place(doer, verb)


def _are_elsewhere(anchor: Token) -> bool:
    """Whether casualties need not be where those before them were: of a war, an epidemic or another year."""
    sentence = anchor.sent
    written = strings_of(anchor.doc, LOWER)[sentence.start : sentence.end]
    return not words("place", "of_long").isdisjoint(written) or _names_year(sentence)


def _names_year(sentence: Span) -> bool:
    """Whether a sentence tells of what happened in a year that it names: "in 2011, when 84 died"."""
    years = (token for token in sentence if len(token) == _YEAR and token.is_digit and token.i > 0)
    return any(token.nbor(-1).lower_ in {"in", "since"} for token in years)


def _text(place: Place | None) -> str | None:
    return place.text if place is not None else None
