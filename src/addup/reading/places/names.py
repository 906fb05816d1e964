"""Which names are those of places: by the name tagger, and by what the text says of them elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from spacy.attrs import ENT_TYPE, LOWER, ORTH
from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.events.reach import PHRASE
from addup.reading.frames import words
from addup.reading.known_places import cities, countries
from addup.reading.names import name_words
from addup.reading.parsed import tokens_from
from addup.reading.places.kinds import is_kind_of_place
from addup.reading.places.tokens import behind, goes_on_as_name, is_day, is_proper, name_text
from addup.reading.text import kept, spots, strings_of, words_of

LOCATION = "LOCATION"
_MARKETS = frozenset({"exchange", "exchanges", "market", "markets"})
_NEAR_STAKE = 8  # tokens from a stake to the firm that it is in: "a stake of less than 5% in"


def is_located(token: Token) -> bool:
    """Whether a name is one of a place, and not of a firm that the text names in full: "Selm Corp."."""
    doc = token.doc
    if token.ent_type_ != LOCATION or token.text in _once(doc, "persons", _persons):
        return False
    if token.lower_ in words("place", "illnesses") or _is_in_firm(token):
        return False
    if token.text in _once(doc, "initials", _initials) or _is_in_joined_name(token):
        return False
    return token.text not in _once(doc, "firms", _firms) or not _is_of_firm(token)


def _is_in_firm(token: Token) -> bool:
    """Whether a name ends in the legal form of a firm: "profit fell at [Selm] PLC"."""
    name = grammar.name_around(token)
    return len(name) > 1 and name[-1].lower_ in name_words("organisation", "legal")


def _is_in_joined_name(token: Token) -> bool:
    """Whether a name begins that of one of two who took a poll: "a [USA] Today/Selm College poll"."""
    behind = words_of(token.doc)[token.i + 1 : token.i + 4]
    if "/" not in behind[1:]:
        return False
    between = tokens_from(token.doc, token.i + 1, token.i + 1 + behind.index("/"))
    return bool(between) and all(other.tag_ == "NNP" and not other.ent_type_ for other in between)


def _once(doc: Doc, name: str, find: Callable[[Doc], Iterable[str]]) -> frozenset[str]:
    """Give words of a text that are found once for all of its names."""
    known: dict[str, frozenset[str]] = kept(doc, "no places")
    if name not in known:
        known[name] = frozenset(find(doc))
    return known[name]


def _persons(doc: Doc) -> Iterator[str]:
    """Give the words that a text has more often as the name of a person than as one of a place.

    Nobody is in a person: a name behind "in" is one of a place all the same.
    """
    names, at = words_of(doc), words("place", "at")
    persons = Counter([names[place] for place in spots(doc, ENT_TYPE, {"PERSON"})])
    places = Counter([names[place] for place in spots(doc, ENT_TYPE, {LOCATION})])
    placed = {names[place + 1] for place in spots(doc, ORTH, at) if place + 1 < len(names)}
    for name, count in persons.items():
        if count > max(1, places[name]) and name not in placed:
            yield name


def _firms(doc: Doc) -> Iterator[str]:
    """Give the words that the names of a text's firms begin with, by their legal forms."""
    for place in spots(doc, LOWER, _firm_endings()):
        first = place
        while first and doc[first - 1].text[:1].isupper():
            first -= 1
        if first < place and doc[first].text not in countries():
            yield doc[first].text
    yield from _traded(doc)


def _traded(doc: Doc) -> Iterator[str]:
    """Give the names of one word whose shares a text tells of, but those of markets: "Orrin shares fell"."""
    for place in spots(doc, ORTH, {"share", "shares", "stock"}):
        if not 0 < place < len(doc) - 1 or doc[place + 1].lower_ in _MARKETS:
            continue  # "the Selm stock market"
        owns = place > 1 and doc[place - 1].text in {"'s", "’s"}
        name = doc[place - 1 - owns]
        if name.is_title and name.text not in countries() | cities():
            yield name.text


def _seated(doc: Doc) -> Iterator[str]:
    """Give the names of one word whose seat a text tells: "Orel, based in Selm, has 40 mills"."""
    written = strings_of(doc, LOWER)
    for place in spots(doc, LOWER, words("place", "seats")):
        if written[place + 1 : place + 2] != ["in"] or place < PHRASE:
            continue
        if doc[place - 1].text == "," and doc[place - 2].tag_ == "NNP" and doc[place - 3].tag_ != "NNP":
            yield doc[place - 2].text


def _initials(doc: Doc) -> Iterator[str]:
    """Give the initials of the firms that a text names in full: "EDS" for "Electronic Data Systems Corp."."""
    for place in spots(doc, LOWER, _firm_endings()):
        first = place
        while first and doc[first - 1].text[:1].isupper() and doc[first - 1].text.isalpha():
            first -= 1
            yield "".join(token.text[0] for token in doc[first : place + 1])
            yield "".join(token.text[0] for token in doc[first:place])


@cache
def _firm_endings() -> frozenset[str]:
    return name_words("organisation", "legal") | name_words("organisation", "forms")


def _is_of_firm(name: Token) -> bool:
    """Whether a name that a firm bears is the firm's: not "in Selm", but "a stake in Selm"."""
    if len(grammar.name_around(name)) > 1:
        return False
    if name.i < PHRASE or name.nbor(-1).lower_ not in words("place", "at"):
        return True
    before = tokens_from(name.doc, max(name.sent.start, name.i - _NEAR_STAKE), name.i)
    return any(token.lemma_.lower() in words("container", "stakes") for token in before)


def is_named(token: Token) -> bool:
    """Whether a word may be one of a place's name by its tag: neither a day nor a body ("Congress")."""
    return is_proper(token) and not is_day(token) and token.lower_ not in words("place", "bodies")


def mentions(name: Token) -> list[Token]:
    """Give all words of a text that are written like one of them, itself among them."""
    known: dict[str, list[int]] = kept(name.doc, "mentions")
    if not known:
        for place, word in enumerate(words_of(name.doc)):
            known.setdefault(word, []).append(place)
    return [name.doc[place] for place in known[name.text]]


def is_known_place(name: Token) -> bool:
    """Whether a name is one of a place, by what its text says of it elsewhere: "in Selm", then "Selm had 40".

    The name tagger may take it for something else here, even a country's, or for a place by mistake.
    """
    if name.tag_ != "NNP" or name.lower_ in _firm_endings():
        return False
    if name.text in _once(name.doc, "seated", _seated):
        return False
    if name.text in countries() and len(grammar.name_around(name)) == 1:
        return True
    told = mentions(name)
    return 2 * sum(map(is_located, told)) >= len(told) or any(map(_is_placed, told))


def _is_placed(name: Token) -> bool:
    """Whether a text says where a name is, or that it is a place: "Selm, Ohio", "Selm, a town of 40"."""
    comma = behind(name)
    further = behind(comma) if comma is not None and comma.text == "," else None
    if further is not None and is_located(further):
        return further.dep_ != "conj"
    return any(map(is_kind_of_place, grammar.children(name, "appos")))


def named_before(token: Token) -> str | None:
    """Give the last place that a sentence names before a word."""
    for before in reversed(tokens_from(token.doc, token.sent.start, token.i)):
        if is_located(before) and not goes_on_as_name(before):
            return name_text(before)
    return None
