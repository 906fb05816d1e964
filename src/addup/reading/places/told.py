"""The place that a clause tells something of itself: "Malta has 500,000 residents", "Selm, a town of 40"."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.known_places import countries
from addup.reading.nouns.actors import is_body
from addup.reading.nouns.amounts import names_measure
from addup.reading.parsed import tokens_from
from addup.reading.places.extents import end_of_names, trimmed
from addup.reading.places.kinds import may_be_anywhere
from addup.reading.places.names import is_known_place, is_located
from addup.reading.places.owners import name_before, place_of_thing
from addup.reading.places.tokens import is_one_of, is_predicate, name_text


def told_of(anchor: Token) -> str | None:
    """Give the place that a figure is told of: that of an aside ("Selm, a town of 40"), or what has it.

    On the way up to its verb a figure also passes the things whose place counts, and its verb may move a
    measure that is one of a place: "the Maltese market fell by 4 percent".
    """
    below = token = anchor
    while token.head != token and not is_predicate(token):
        below, token = token, token.head
        if below.dep_ == "appos" and is_known_place(token):
            return name_text(token)
        if grammar.is_noun(token) and (names_measure(token) or _has_parts(token, below)):
            named = place_of_thing(token, figure=anchor)
            if named is not None:
                return named
    struck = _struck(token)
    if struck is not None:
        return struck
    moved = grammar.direct_object(token) if grammar.preposition(below) == "to" else None
    named = place_of_thing(moved) if moved is not None and moved != below else None
    return named or _doing(token)


def town_of(anchor: Token) -> str | None:
    """Give the place that an aside says how many people are in: "[Malta], a nation of 500,000"."""
    whole = anchor.head.head if anchor.dep_ == "nummod" else anchor.head
    if grammar.preposition(anchor) != "of" and grammar.preposition(anchor.head) != "of":
        return None
    named = whole.head
    is_aside = whole.dep_ == "appos" and is_one_of(whole, "nouns") and is_known_place(named)
    return name_text(named) if is_aside else None


def _struck(killing: Token) -> str | None:
    """Give the place that something befell by which people came to harm: "attacked [Mosul], killing 40".

    A country that is attacked is the enemy; where people came to harm is told by its towns.
    """
    if killing.dep_ != "advcl" or killing.tag_ != "VBG":
        return None
    harms = killing.lemma_.lower() in words("incident", "casualties")
    thing = grammar.direct_object(killing.head) if harms else None
    named = name_text(thing) if thing is not None and is_known_place(thing) else None
    return None if named in countries() else named


def _has_parts(whole: Token, part: Token) -> bool:
    """Whether things are spoken of by how many they are: "a fleet of 40"."""
    return grammar.preposition(part) == "of" and not may_be_anywhere(whole)


def _doing(predicate: Token) -> str | None:
    """Give the place that is the subject of a clause ("Ohio chose him by 9 points").

    Or of what is measured there, or happens: "Malta's population fell", "Malta's floods killed 40".
    """
    doer = grammar.subject(predicate)
    if doer is None or (doer.i + 1 < len(doer.doc) and is_seat(doer)):
        return None
    if names_measure(doer) or is_one_of(doer, "happenings"):
        return place_of_thing(doer)
    if is_one_of(doer, "sites") and _only_tells(predicate):
        return None  # "the Selm Disaster Office put the number of dead at 71"
    if is_one_of(doer, "sites") and doer.tag_ in {"NNS", "NNPS"} and doer.is_title:
        return None  # a firm: "Selm Stores bought 31 supermarkets"
    if is_one_of(doer, "sites", "nouns"):
        return name_before(doer, is_located) or _named_kind(doer)
    return _with_joined(doer) if has_as_place(doer, predicate) else _owner(doer, predicate)


def _owner(body: Token, predicate: Token) -> str | None:
    """Give the place whose a body is that has so many of something: "[Malta]'s parliament has 65 seats"."""
    has = predicate.lemma_.lower() == "have" and is_body(body)
    owners = grammar.children(body, "nmod:poss") if has else []
    return next((name_text(owner) for owner in owners if is_known_place(owner)), None)


def _with_joined(name: Token) -> str:
    """Give the whole name that a word is part of, with the places joined to it: "Malta and Cyprus"."""
    whole = grammar.name_around(name)
    return name.doc[whole.start : end_of_names(name.doc, whole.end - 1)].text


def is_seat(name: Token) -> bool:
    """Whether a name only tells where the firm behind it has its seat: "the Selm, [Ohio], company said"."""
    comma = name.nbor()
    firm = next(
        (token for token in tokens_from(name.doc, comma.i + 1, comma.i + 4) if grammar.is_noun(token)), None
    )
    return comma.text == "," and firm is not None and firm.dep_ in grammar.SUBJECTS and firm.head == name.head


def _only_tells(predicate: Token) -> bool:
    return predicate.lemma_.lower() in words("report", "verbs") | words("aspect", "estimating")


def _named_kind(noun: Token) -> str | None:
    """Give a common noun of a place with the name right before it: "the Oster [province]"."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    if before is None or before.tag_ != "NNP" or before.head != noun:
        return None
    return trimmed(noun.doc, noun.left_edge.i, noun.i + 1).text


def has_as_place(name: Token, predicate: Token) -> bool:
    """Whether a clause tells of a name what is told of places: what they have, or whom they choose."""
    is_aside = predicate.dep_ == "acl:relcl" and predicate.head == name
    if not (is_aside or is_one_of(predicate, "having") or _chooses(predicate)):
        return False
    return is_known_place(name) or _is_befallen(name, predicate)


def _chooses(verb: Token) -> bool:
    """Whether people of a place choose somebody: "Ohio sends 40 delegates", not "Malta sent 40 rescuers"."""
    if verb.lemma_.lower() != "send":
        return is_one_of(verb, "choosing")
    sent = grammar.direct_object(verb)
    return sent is not None and sent.lemma_.lower() in words("poll", "gotten")


def _is_befallen(name: Token, predicate: Token) -> bool:
    """Whether a name of one word has what places have so many of: "Oster has 204 cases".

    The name tagger takes small places for persons and firms.
    """
    had = grammar.direct_object(predicate) if predicate.lemma_.lower() in {"have", "suffer"} else None
    if had is None or not is_one_of(had, "befalling"):
        return False
    return name.tag_ == "NNP" and all(child.tag_ != "NNP" for child in grammar.children(name, "flat"))
