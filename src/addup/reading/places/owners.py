"""The place of what is counted by whose it is: "Ohio voters", "a tenth of the world's oil"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting import Subject
from addup.reading.frames import words
from addup.reading.known_places import countries
from addup.reading.names import name_words
from addup.reading.nouns.actors import is_body
from addup.reading.nouns.amounts import names_measure
from addup.reading.nouns.people import is_person
from addup.reading.places.extents import trimmed
from addup.reading.places.kinds import is_kind_of_place, may_be_anywhere
from addup.reading.places.names import is_known_place, is_located, named_before
from addup.reading.places.tokens import BEFORE_NOUN, is_one_of, is_proper, name_text

# How adjectives of places end. Origin: suffixes of demonyms.
_OF_NATIONS = ("ian", "ese", "ish")


def before_counted(subject: Subject) -> str | None:
    """Give the place that stands before what is counted: "Ohio voters", "North American sales".

    The adjective of a place limits only what is measured, and so does a name that serves as one: American and
    U.S. soldiers may be anywhere. So does whose the things are: "a tenth of the world's oil".
    """
    noun = subject.noun
    if noun is None or noun == subject.anchor or noun.lemma_.lower() in {"share", "stock"}:
        return None  # "180 million Canadian [dollars]" are anywhere
    is_measured, is_anywhere = names_measure(noun), may_be_anywhere(noun)
    for token in _before(noun):
        if token.dep_ == "nmod:poss" and is_one_of(token, "owners"):
            return (named_before(token) if is_one_of(token, "named_before") else None) or token.text
        if is_located(token):
            limits = is_measured or not (token.is_upper and is_anywhere)
        else:
            limits = is_measured and token.ent_type_ == "MISC" and token.tag_.startswith("JJ")
        if limits:
            return name_text(token)
    return None


def whose_own(noun: Token | None) -> str | None:
    """Give the place that "its" speaks of, before what a share is of: "Malta buys 40 percent of its oil"."""
    if noun is None or may_be_anywhere(noun) or not grammar.has_child(noun, {"its"}, "nmod:poss"):
        return None
    before = noun.doc[noun.sent.start : noun.left_edge.i]
    for token in reversed(before):
        if token.is_ancestor(noun) or token.dep_ not in grammar.SUBJECTS | {"nmod:poss"}:
            continue
        if is_located(token) and is_known_place(token):
            return name_text(token)
        if token.dep_ in grammar.SUBJECTS and (is_body(token) or not grammar.children(token, "nmod:poss")):
            return None  # "the firm buys 40 percent of its oil"
    return None


def owner_of(noun: Token | None) -> str | None:
    """Give the place whose the things are, by its name or adjective before them.

    American and U.S. things are there; people and what carries them may be anywhere.
    """
    if noun is None or may_be_anywhere(noun) or noun.lemma_.lower() in name_words("kind", "official"):
        return None
    return name_before(noun, is_located, _is_nation)


def place_of_thing(noun: Token, *, figure: Token | None = None) -> str | None:
    """Give the place of which something is: "the population of the town", "the Maltese market".

    Of a figure it is not: "a loss of 5 million Canadian dollars".
    """
    named = name_before(noun, is_located, _is_nation, _is_country)
    of = grammar.complement(noun, "of") if named is None else None
    if of is None or of == figure or grammar.children(of, "nummod"):
        return named
    if is_kind_of_place(of):
        return trimmed(noun.doc, of.left_edge.i + 1, of.i + 1).text
    if is_known_place(of):
        return name_text(of)
    return None if is_person(of) or is_proper(of) else place_of_thing(of)


def name_before(noun: Token, *tests: Callable[[Token], bool]) -> str | None:
    """Give the first name among the words before a noun that is as one of the tests asks."""
    return next((name_text(token) for token in _before(noun) if any(test(token) for test in tests)), None)


def _before(noun: Token) -> Iterator[Token]:
    """Give the words that stand before a noun as its own, and before these ("Ohio registered voters").

    Neither those inside the name of a firm nor where one has its seat: "American Orel's board", "Selm-based".
    """
    for token in noun.lefts:
        if noun in grammar.name_around(token):
            continue  # "91 percent of African [Americans]"
        if token.dep_ in BEFORE_NOUN and not name_text(token).endswith("based"):
            if is_located(token) or not is_proper(token):
                yield from (below for below in token.lefts if below.dep_ in BEFORE_NOUN - {"nmod:poss"})
            yield token


def _is_nation(token: Token) -> bool:
    """Whether an adjective is that of a place ("Israeli"), not of a party or belief.

    The tagger takes some of them for names.
    """
    is_adjective = (token.tag_.startswith("JJ") and token.dep_ != "compound") or (
        token.tag_ == "NNP" and token.lower_.endswith(_OF_NATIONS)
    )
    above = token.head
    of_name = above.i > token.i and above.is_title  # "[British] Gas shed 8 pence"
    is_nation = token.ent_type_ == "MISC" and is_adjective and not of_name
    return is_nation and token.lower_ not in words("place", "convictions")


def _is_country(token: Token) -> bool:
    return token.text in countries()
