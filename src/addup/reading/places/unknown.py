"""Names that the pipeline knows nothing of, which are places by the word before them alone: "in Selm"."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.known_places import countries
from addup.reading.places.extents import last_named
from addup.reading.places.names import is_located, is_named, mentions
from addup.reading.places.tokens import behind, has_noun_behind, is_day, is_one_of

_AT_PLACES = frozenset({"near", "off", "outside", "throughout"})  # nobody is near a person in the news


def is_unknown(doc: Doc, start: int) -> bool:
    """Whether a name that begins at a token is one of a place, which nothing but the word before tells."""
    if not 1 <= start < len(doc) or not _leads_to_name(doc[start - 1]):
        return False
    if not is_named(doc[start]) or doc[start].is_upper:
        return False
    name = doc[start : last_named(doc, start) + 1]
    if _is_in_larger(name):
        return True
    is_country = name.text in countries()
    is_known = is_country or any(map(is_located, mentions(name[-1])))
    return _is_alone(name[-1], is_known=is_known) and (is_country or not _is_of_other(name))


def _leads_to_name(token: Token) -> bool:
    """Whether only places stand behind a word: "in", "neighbouring", "north of"."""
    if token.lower_ == "of":
        before = token.nbor(-1).lower_ if token.i > 0 else ""
        return any(before in words("place", row) for row in ("compass", "parts", "fought_over"))
    return token.lower_ in words("place", "of_names") or token.lower_ in words("place", "sides")


def _is_in_larger(name: Span) -> bool:
    """Whether a place that a name lies in stands behind it: "in Universal City, Calif."."""
    doc, end = name.doc, name.end
    return end + 1 < len(doc) and doc[end].text == "," and is_located(doc[end + 1])


def _is_alone(last: Token, *, is_known: bool) -> bool:
    """Whether no noun stands behind a name, which that would be of, nor a number, but behind a place's."""
    after = behind(last)
    if after is not None and is_day(after):
        return True
    also = {"POS"} if is_known else {"CD", "POS"}  # "in Malta 40 have died", not "in Apollo 13"
    return not has_noun_behind(last, also)


def _is_of_other(name: Span) -> bool:
    """Whether a name is one of something else than a place, by the name tagger, if that may be trusted."""
    before = name[0].nbor(-1)
    if before.lower_ == "near" or before.lower_ in words("place", "sides"):
        return False
    if before.lower_ == "of" and is_one_of(before.nbor(-1), "divisions", "named_before"):
        return False  # "the districts of Orr and Selm"
    kinds = {word.ent_type_ for word in name} - {""}
    return bool(kinds) and (kinds != {"PERSON"} or _is_spoken_of(name))


def _is_spoken_of(name: Span) -> bool:
    """Whether a name behind "in" is somebody's: of one whom the text names elsewhere, or who is trusted.

    Nobody is in a person, and small places have names that no model has seen.
    """
    last, above = name[-1], name[0].head
    if any(other != last and other.ent_type_ == "PERSON" for other in mentions(last)):
        return True
    if name[0].nbor(-1).lower_ in _AT_PLACES:
        return False
    happened = above.lemma_.lower() in words("incident", "words")
    return not (happened or grammar.is_verb(above) or above.tag_ in {"CD", "NNS"})
