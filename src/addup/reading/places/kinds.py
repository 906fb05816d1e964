"""Common nouns of places ("the port"), and of what is where the name before it says ("Iowa caucuses")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.nouns.people import is_person
from addup.reading.places.tokens import (
    BEFORE_NOUN,
    behind,
    goes_on_as_name,
    has_noun_behind,
    is_one_of,
    is_proper,
)

# What is held or happens somewhere, whose place stands before it.
_HELD = (("incident", "words"), ("poll", "elections"), ("poll", "nouns"))


def is_kind_of_place(token: Token, preposition: str = "") -> bool:
    """Whether a common noun is of a place, behind a preposition.

    The world is one in "around the world", not in "the best in the world".
    """
    if token.lemma_ == "world" and preposition == "in" and _is_compared(token):
        return False
    after = behind(token)
    is_joined = after is not None and after.tag_ == "HYPH" and token.lower_ != "world"  # "[state]-owned Orel"
    if is_joined or is_proper(token) or _owns_place(token) or _stands_before_thing(token):
        return False
    if is_one_of(token, "nouns"):
        return token.lemma_ != "capital" or not _is_money(token)
    if preposition not in words("place", "at") or not is_one_of(token, "grounds"):
        return False
    return _is_certain(token) and not _is_of_rivals(token)


def _is_of_rivals(ground: Token) -> bool:
    """Whether a field is that of those who run for something: "in a crowded Republican field"."""
    running = words("place", "convictions") | {"crowded", "presidential"}
    return ground.lemma_ == "field" and any(word.lower_ in running for word in ground.lefts)


def _stands_before_thing(token: Token) -> bool:
    """Whether a word only says of what kind the thing behind it is: "in two [state] firms"."""
    noun = token.head
    is_before = token.dep_ == "compound" and noun.i == token.i + 1 and noun.tag_ in {"NN", "NNS"}
    of_place = is_one_of(noun, "nouns", "grounds", "sites")
    bare = token.i > 0 and token.nbor(-1).tag_ == "IN"  # "in [state] court"
    return is_before and token.lower_ in words("place", "public") and (bare or not of_place)


def _is_money(capital: Token) -> bool:
    """Whether capital is what somebody has to spend: "in share capital"; not "in the state capital"."""
    return not grammar.children(capital, "det", "nmod:poss", "amod") and capital.tag_ == "NN"


def _is_compared(scene: Token) -> bool:
    """Whether a place only says among what something is the most: "the best ports in the world"."""
    before = scene.doc[scene.sent.start : scene.i]
    return any(token.tag_ in {"JJS", "RBS"} or token.lower_ in {"first", "only", "no"} for token in before)


def _owns_place(token: Token) -> bool:
    """Whether a place only stands before another that is its own: "at the country's largest port"."""
    after = behind(token)
    if after is None or after.tag_ != "POS" or token.head.i < token.i:
        return False
    return is_one_of(token.head, "grounds", "nouns")


def _is_certain(ground: Token) -> bool:
    """Whether grounds or buildings are certain ones, and end their phrase: "at the gate"."""
    ends = not has_noun_behind(ground, {"HYPH", "POS"})
    return ends and bool(grammar.children(ground, "det", "nmod:poss", "nummod"))


def may_be_anywhere(noun: Token) -> bool:
    """Whether what a noun names need not be where it is from: people, what carries them, and places."""
    return is_person(noun) or is_one_of(noun, "moving", "nouns")


def is_where_named(name: Token) -> bool:
    """Whether a place stands before what happened there: "the night of the Selm attack"."""
    noun = name.head
    if name.dep_ not in BEFORE_NOUN or noun.i < name.i or goes_on_as_name(noun):
        return False
    lemma = noun.lemma_.lower()
    if lemma == "market":
        return True
    if name.is_upper and not noun.is_upper:
        return False  # "a U.S. attack" is anywhere
    if name.lower_ in words("poll", "pollsters") or _is_of_outlet(name, noun):
        return False
    held = any(lemma in words(*key) for key in _HELD)
    return held or (lemma in words("poll", "people") and noun.tag_ == "NNS")


def _is_of_outlet(name: Token, noun: Token) -> bool:
    """Whether a place begins the name of whoever took a poll: "a Selm Times [poll]"."""
    if noun.lemma_.lower() not in words("poll", "nouns"):
        return False
    between = noun.doc[name.i + 1 : noun.i]
    if any(token.text == "/" for token in between):
        return True  # "a USA Today/Selm College poll"
    return any(is_proper(token) and token.ent_type_ != name.ent_type_ for token in between)


def is_held_at(doc: Doc, index: int) -> bool:
    """Whether what a place is named before is there itself: "the Iowa caucuses", "its Chicago plant"."""
    first = doc[index - 1]
    while index + 1 < len(doc) and (doc[index].dep_ == "compound" or doc[index].tag_ == "HYPH"):
        index += 1
    noun = doc[index]
    lemma = noun.lemma_.lower()
    if _is_of_outlet(first, noun):
        return False
    if lemma in words("incident", "words") and not any(token.tag_ == "DT" for token in noun.lefts):
        return True  # "12 killed in Selm ferry fire"
    if is_one_of(noun, "sites") or (noun.tag_ == "NN" and is_one_of(noun, "grounds") and lemma != "embassy"):
        return True
    return lemma in words("poll", "elections") | words("market", "scenes")
