"""The place whose words begin at a token, mostly right behind a preposition."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.parsed import tokens_from
from addup.reading.places.extents import end_of_names, last_named, named_from, trimmed
from addup.reading.places.kinds import is_held_at, is_kind_of_place
from addup.reading.places.names import is_located, is_named
from addup.reading.places.tokens import has_name, is_day, is_one_of, is_proper, names_belief
from addup.reading.places.unknown import is_unknown

# What may stand between a preposition and a place: "in the troubled eastern region".
_BEFORE_PLACE = frozenset({"DT", "JJ", "JJR", "JJS", "NN", "PRP$", "NNP", "CD", "VBN", "POS", "HYPH"})
_LONGEST = 6  # tokens before it
_WORDS_WITHIN = 2  # adjectives behind an owner: "Spain's [northern coastal] town of"
# What tells where a place without a name lies: "villages near Selm", "a town north of Selm".
_LIES_AT = frozenset({"along", "around", "bordering", "in", "near", "of", "outside"})
# The rows of words that the name of a site ends with.
_SITES = ("sites", "nouns", "grounds", "waters")


def place_at(doc: Doc, index: int) -> Span | None:
    """Give the place that begins at a token, with the one that it lies at: "villages near Selm"."""
    place = _parts_at(doc, index) or _named_at(doc, index)
    other = _beyond(place) if place is not None and _is_region(place) else None
    if place is None or other is None:
        return place
    is_counted = any(token.tag_ == "CD" for token in place)
    return other if is_counted else doc[place.start : other.end]  # "in 42 cities in [Spain]"


def _is_region(place: Span) -> bool:
    """Whether a place is one of many of its kind, which only another place tells apart: "villages"."""
    return is_one_of(place[-1], "nouns") and not has_name(place)


def _beyond(place: Span) -> Span | None:
    """Give the named place that another lies at, by the words right behind that one."""
    doc, index = place.doc, place.end
    lies = index + 1 < len(doc) and doc[index].lower_ in words("place", "compass")
    index += lies
    if index >= len(doc) or doc[index].lower_ not in _LIES_AT or (doc[index].lower_ == "of" and not lies):
        return None
    other = _named_at(doc, index + 1)
    return other if other is not None and has_name(other) else None


def _parts_at(doc: Doc, index: int) -> Span | None:
    """Give the places whose names stand before what they are: "in Selm and Orrin counties".

    What the name tagger and the parse make of the names does not matter: the noun tells what they are.
    """
    start = end = _behind_article(doc, index)
    while end < len(doc) and _is_in_name(doc, start, end):
        end += 1
    if end == start or end >= len(doc) or doc[end].lower_ not in _divisions():
        return None
    if names_belief(doc[start:end]) or not doc[end - 1].is_title:
        return None
    if _is_island_elsewhere(doc, end) or (_has_of(doc, end) and _is_nations(doc[start:end])):
        return None  # "the Greek island of Selm"
    return doc[start : end + 1]


def _is_island_elsewhere(doc: Doc, index: int) -> bool:
    """Whether an island has its name behind: "the Caribbean [island] of Selm", "Pacific [island] state"."""
    return doc[index].lower_ == "island" and (_has_of(doc, index) or _is_before_kind(doc[index]))


def _has_of(doc: Doc, index: int) -> bool:
    return index + 1 < len(doc) and doc[index + 1].lower_ == "of"


def _is_nations(words_before: Span) -> bool:
    """Whether an adjective of a nation stands alone before what a place is: "Greek [island]"."""
    return len(words_before) == 1 and (words_before[0].tag_, words_before[0].ent_type_) == ("JJ", "MISC")


def _behind_article(doc: Doc, index: int) -> int:
    return index + 1 if index < len(doc) and doc[index].tag_ == "DT" else index


def _is_in_name(doc: Doc, start: int, index: int) -> bool:
    """Whether a token goes on with a name, or with names that "and" and commas join."""
    token = doc[index]
    if token.is_title and not token.is_upper:
        return not is_day(token)
    joins = index > start and (token.lower_ in {"and", ","} or token.lower_ in words("place", "particles"))
    return joins and index + 1 < len(doc) and doc[index + 1].is_title


@cache
def _divisions() -> frozenset[str]:
    """Give what a name stands before that is the name of a part of a country: "Selm province"."""
    kinds = words("place", "divisions")
    return kinds | {f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s" for kind in kinds}


def _named_at(doc: Doc, start: int) -> Span | None:
    """Give the place that begins at a token: names with the words before them, joined by commas and "and"."""
    first = _behind_sides(doc, start)
    if is_unknown(doc, first):
        return named_from(doc, start, first)
    is_known = first < len(doc) and is_located(doc[first])
    for token in tokens_from(doc, first if is_known else start, start + _LONGEST + 2):
        if is_located(token):
            return _up_to_noun(doc, start, end_of_names(doc, token.i))
        is_other = (token.ent_type_ == "PERSON" and not _is_named_after(token)) or token.i - start > _LONGEST
        is_kind = not is_other and is_kind_of_place(token, doc[start - 1].lower_)
        if is_kind and not _is_before_kind(token):
            return _of_kind(doc, start, token.i)
        is_part = _is_of_part(token)
        leads_on = is_part or token.tag_ in _BEFORE_PLACE or token.lower_ in words("place", "parts")
        if is_other or not leads_on:
            return None
        if is_part and is_unknown(doc, token.i + 1):
            return named_from(doc, start, token.i + 1)
    return None


def _is_before_kind(token: Token) -> bool:
    """Whether a noun of places only stands before another: "the [border] town of Selm"."""
    noun = token.head
    return token.dep_ == "compound" and noun.i == token.i + 1 and is_kind_of_place(noun)


def _is_named_after(name: Token) -> bool:
    """Whether grounds or a building stand right behind a name that sounds like a person's: "the Orr dam"."""
    after = name.doc[last_named(name.doc, name.i) + 1 :][:1]
    return any(is_one_of(noun, "grounds") and noun.tag_ == "NN" for noun in after)


def _behind_sides(doc: Doc, index: int) -> int:
    """Go behind the words for parts of a place: "northern [Selm]", "northern and central [Selm]"."""
    sides = words("place", "sides")
    if index < len(doc) and doc[index].lower_ in sides:
        index += 1
        if index + 1 < len(doc) and doc[index].lower_ == "and" and doc[index + 1].lower_ in sides:
            index += 2
    return index


def _is_of_part(token: Token) -> bool:
    """Whether what something is a part of stands behind a word: "in the eastern part [of] Selm"."""
    return token.lower_ == "of" and token.nbor(-1).lower_ in words("place", "parts")


def _of_kind(doc: Doc, start: int, index: int) -> Span | None:
    """Give the name behind a common noun of a place ("the capital, Abuja"), else the noun with its words."""
    name = index + 1
    if name < len(doc) and doc[name].lower_ in {"center", "centre"}:
        name += 1
    beside = name < len(doc) and doc[name].text in {",", "of"}
    name += beside
    if name < len(doc) and (is_located(doc[name]) or is_named(doc[name])):
        last = last_named(doc, name)
        if not beside and doc[last + 1 : last + 2].text.lower() in words("place", "bodies"):
            return None  # "the state Supreme Court"
        if doc[name - 1].text != "," or not _is_somebody(doc[name : last + 1]):
            return named_from(doc, name, name)
    return trimmed(doc, start, index + 1)


def _is_somebody(name: Span) -> bool:
    """Whether a name of several words is a person's, title and all: "in the field, Colonel Jo Orr"."""
    return len(name) > 1 and all(word.ent_type_ == "PERSON" for word in name[-2:])


def _up_to_noun(doc: Doc, start: int, end: int) -> Span | None:
    """Give a place whose names end at a token, with the noun behind them; None if that is no place."""
    if end + 1 < len(doc) and doc[end].tag_ == "POS":
        inner = _within(doc, end + 1)
        if inner is not None:
            return inner
    if doc[end - 1].is_upper and doc[end : end + 1].text.islower() and _opens_phrase(doc, end):
        return None
    if end < len(doc) and grammar.is_noun(doc[end]) and not is_day(doc[end]):
        if _opens_before_subject(doc, start, end):
            return trimmed(doc, start, end)
        is_nations = _has_of(doc, end) and _is_nations(doc[end - 1 : end])
        if is_one_of(doc[end], "nouns") and (is_nations or _is_island_elsewhere(doc, end)):
            return _of_kind(doc, start, end + _is_before_kind(doc[end]))
        if is_one_of(doc[end], "nouns"):
            end += 1
        elif not is_held_at(doc, end):
            return None
    return trimmed(doc, start, end)


def _within(doc: Doc, index: int) -> Span | None:
    """Give the place behind the one that it lies in: "Spain's [capital Madrid]", "Mali's [Mopti region]"."""
    noun = index
    while noun + 1 < len(doc) and noun < index + _WORDS_WITHIN and doc[noun].tag_ == "JJ":
        noun += 1
    part = _parts_at(doc, noun)
    if part is not None:
        return part
    if is_kind_of_place(doc[noun]) and (noun == index or _has_of(doc, noun)):
        return _of_kind(doc, index, noun)
    return None


def _opens_before_subject(doc: Doc, start: int, end: int) -> bool:
    """Whether a place opens a sentence, and the subject stands right behind it: "In [Norway] sales rose"."""
    opens = start == doc[start].sent.start + 1
    return opens and doc[end - 1].dep_ == "obl" and doc[end].dep_ in grammar.SUBJECTS


def _opens_phrase(doc: Doc, index: int) -> bool:
    """Whether an adjective stands before a noun that a place is part of: "the U.S. [military operation]"."""
    return index + 1 < len(doc) and doc[index].tag_ == "JJ" and grammar.is_noun(doc[index + 1])


def site_at(doc: Doc, index: int) -> Span | None:
    """Give the named site that something was at: "on the Big Board", "at Selm University"."""
    start = end = _behind_article(doc, index)
    while end < len(doc) and (is_proper(doc[end]) or (doc[end].tag_ == "JJ" and doc[end].is_title)):
        end += 1
        if doc[end - 1].lower_ in words("market", "exchanges"):
            return doc[start:end]
    if start == end:
        return None
    name = doc[start:end]
    is_of = end + 2 < len(doc) and doc[end].lower_ == "of"
    if is_of and (name.text.lower() in words("place", "sites") or name[-1].lower_ in words("place", "lands")):
        behind = _behind_article(doc, end + 1)  # "University of Selm", "Republic of the Congo"
        return doc[start : end_of_names(doc, behind)] if is_proper(doc[behind]) else None
    return name if len(name) > 1 and name[-1].lower_ in _sites() else None


@cache
def _sites() -> frozenset[str]:
    """Give what the name of a site ends with; a court is mostly the body."""
    return frozenset().union(*(words("place", row) for row in _SITES)) - {"court"}
