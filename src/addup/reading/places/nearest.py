"""The place that a sentence puts nearest to a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting import Subject
from addup.reading.events import event_verb
from addup.reading.frames import words
from addup.reading.places.apart import stands_apart
from addup.reading.places.find import Place
from addup.reading.places.names import is_located
from addup.reading.places.tokens import has_name, is_day, is_one_of, upward

_LYING = frozenset({",", "in", "the"})
_RIGHT_BEHIND = 2  # words between a figure and the place right behind it: "40 in the [city]"


def nearest_or_where(subject: Subject, places: Sequence[Place]) -> Place | None:
    """Give the nearest place, or that which a clause tells of in which a figure stands.

    "Peru, where 46 people died": a place within the clause is nearer.
    """
    near = nearest(subject, places)
    for name in _before_where(subject.anchor):
        if near is None or near.span.start <= name.i:
            whole = (place for place in places if place.span.start <= name.i < place.span.end)
            return next(whole, Place(grammar.name_around(name)))
    return near


def _before_where(anchor: Token) -> Iterator[Token]:
    """Give the names of places that clauses with a figure go on from: "[Peru], where"."""
    start = anchor.sent.start
    for clause in anchor.ancestors:
        where = next((child for child in clause.lefts if child.lower_ == "where"), None)
        if where is None or not start < where.i < anchor.i:
            continue
        before = where.nbor(-1)
        while (before.is_punct or is_day(before)) and before.i > start:
            before = before.nbor(-1)
        if is_located(before) or _is_reached(before):
            yield before


def _is_reached(name: Token) -> bool:
    """Whether a name that nothing is known of is where somebody comes or goes to: "reached [Selm], where"."""
    reached = name.dep_ == "obj" and is_one_of(name.head, "verbs")
    return reached and name.tag_ == "NNP" and name.ent_type_ in {"", "PERSON"}


def nearest(subject: Subject, places: Sequence[Place], *, anywhere: bool = False) -> Place | None:
    """Give the place that a sentence puts nearest to a figure, by its parse.

    `anywhere`: also a place that only another clause tells of.
    """
    sentence = subject.anchor.sent
    here = [
        place
        for place in places
        if sentence.start <= place.span.start < sentence.end
        and subject.anchor not in place.span
        and (anywhere or not stands_apart(place.span.root, subject))
    ]
    if not here or not grammar.is_parsed(subject.anchor):
        return None
    verb = event_verb(subject.holder)
    here = [place for place in here if not _says_where_other_lies(place, here, subject.anchor)] or here
    return min(here, key=lambda place: _distance(subject, verb, place))


def _says_where_other_lies(place: Place, places: Sequence[Place], anchor: Token) -> bool:
    """Whether a place says where another lies: "in Selm, a town in [Peru]", "in Selm in [Peru]"."""
    before = [other for other in places if other.span.start < place.span.start]
    if any(_is_right_behind_other(place, other) for other in before):
        return True
    roots = {other.span.root for other in before}
    asides = (token for token in upward(place.span.root) if token.dep_ == "appos" and token.head in roots)
    return any(token != place.span.root and not token.is_ancestor(anchor) for token in asides)


def _is_right_behind_other(place: Place, other: Place) -> bool:
    """Whether nothing but "in" parts a place from a name of one before it."""
    between = [token.lower_ for token in place.span.doc[other.span.end : place.span.start]]
    return has_name(other.span) and "in" in between and set(between) <= _LYING


def _distance(
    subject: Subject, verb: Token | None, place: Place
) -> tuple[bool, bool, bool, int, bool, bool, int]:
    """Give how far a place is from a figure; what comes first weighs most.

    One that something only comes from, and grounds without a name, are farther than all others.
    """
    head, anchor = place.span.root, subject.anchor
    is_named = place.name is not None or any(map(is_located, place.span))
    is_ground = not is_named and is_one_of(head, "grounds")
    on_event = verb is not None and verb.is_ancestor(head) and not _is_aside(head, verb)
    return (
        is_ground or (_is_origin(head) and not _is_taken(verb)),
        not _is_right_behind(subject, place),
        _is_of_next_clause(head, anchor),
        0 if subject.holder.is_ancestor(head) else 1 if on_event else 2,
        not is_named,
        place.span.start <= anchor.i,
        abs(head.i - anchor.i),
    )


def _is_right_behind(subject: Subject, place: Place) -> bool:
    """Whether a place stands right behind a figure: "two died in Selm, [three] in Orrin", "40 worldwide"."""
    last = max(subject.anchor.i, subject.holder.i)
    between = subject.anchor.doc[last + 1 : place.span.start]
    if not has_name(place.span):
        return place.span.start == last + 1 and place.span[0].lower_ in words("place", "adverbs")
    return 0 < len(between) <= _RIGHT_BEHIND and all(token.tag_ in {"DT", "IN", "PRP$"} for token in between)


def _is_of_next_clause(place: Token, anchor: Token) -> bool:
    """Whether "and" joins what was done at a place behind: "left 86 dead and sent many into [Selm]"."""
    verb = grammar.clause_head(place)
    joined = verb is not None and verb.dep_ == "conj" and verb.i > anchor.i
    return joined and verb is not None and not verb.is_ancestor(anchor)


def _is_origin(place: Token) -> bool:
    """Whether somebody or something only comes from a place, or from one in it: "refugees from Selm"."""
    for token in upward(place):
        if grammar.is_verb(token):
            return False
        if grammar.preposition(token) == "from":
            return True
    return False


def _is_taken(verb: Token | None) -> bool:
    """Whether something is taken from where it was: "13 bodies were recovered from Selm"."""
    return verb is not None and is_one_of(verb, "taking")


def _is_aside(place: Token, verb: Token) -> bool:
    """Whether a place says more of somebody in a clause: "Orr, a senator from Iowa, ..."."""
    for token in upward(place):
        if token == verb:
            return False
        if token.dep_ in {"appos", "acl", "acl:relcl"}:
            return True
    return False
