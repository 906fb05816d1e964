"""How many people a noun phrase speaks of, at the least.

The minimum counting of the Afghanistan Analysts Network (see `tolls.toml` and the convention `aan` of
`addup.words`): a bare plural is two, several are three, "more than 30" is 31, a group is three.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Token

from addup.reading import grammar
from addup.words import AmountError, Meaning, phrases, read_amount

_PRONOUNS = {"he": 1, "she": 1, "him": 1, "her": 1, "himself": 1, "herself": 1, "they": 2, "them": 2}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "his", "her", "its", "their", "all"})
_NEGATIVE = frozenset({"no", "neither", "none", "nobody", "nothing"})
_DEPENDENT = frozenset({"acl", "acl:relcl", "advcl", "amod", "ccomp", "conj", "xcomp"})
_RELATIVE = frozenset({"WP", "WDT"})
_COMPANY = frozenset({"along", "together"})
_INCLUDING = frozenset({"including", "among"})
_NUMBER_TAGS = frozenset({"CD", "JJ", "DT", "PRP"})
# What stands in front of a noun phrase without belonging to it.
_OUTSIDE = frozenset({"cc", "punct", "case", "mark"})
_LONGEST_QUANTITY = 7


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """Load the words of `tolls.toml`."""
    return tomllib.loads(files("addup.reading").joinpath("tolls.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class People:
    """People named together: "two suspected insurgents", "a Taliban leader".

    `least` is the least number of them, None where the words set no lower end ("up to 20"), 0 for nobody.
    `part` says that they are named by a part that they play (leader, driver), not as just anyone. `known`
    marks those who were spoken of before ("the suspects", "him"), `further` those beside others ("two more").
    `noun` is the token that they hang on.
    """

    noun: Token
    least: int | None
    part: bool = False
    known: bool = False
    further: bool = False
    inside: bool = False


def people_in(noun: Token, word: Token) -> tuple[People, ...]:
    """Count the people of a noun phrase, one entry for each of the nouns joined in it.

    Those behind "including" stand inside the number before them and are marked so. `word` is the verb or
    noun that says what happened to them.
    """
    if _opening(noun)[:1] and _opening(noun)[0].lower_ in _NEGATIVE:
        return ()
    heads = (noun, *_joined(noun), *_company(noun, word))
    found = [count(head) for head in heads if _may_be_people(head)]
    return (*found, *_inside(noun))


def count(noun: Token) -> People:
    """Count the people of one noun, without those joined to it."""
    if noun.lower_ in _PRONOUNS or noun.tag_ in _RELATIVE:
        least = _PRONOUNS.get(noun.lower_, 1)
        return People(noun, least, part=least == 1, known=True)
    kind = _counted_noun(noun)
    words = [token.lower_ for token in _opening(noun)]
    named = _is_name(kind)
    known = not named and _is_definite(noun)
    further = any(word in table()["least"]["further"] for word in words)
    part = not further and (named or _plays_a_part(kind))
    least = _number(noun, words[1:] if known else words)
    return People(noun, least, part=part, known=known, further=further)


def _opening(noun: Token) -> list[Token]:
    """Give the words of a noun phrase up to its noun, without the preposition or "and" in front."""
    tokens = list(noun.doc[noun.left_edge.i : noun.i + 1])
    while len(tokens) > 1 and (tokens[0].dep_ in _OUTSIDE or tokens[0].head.dep_ == "case"):
        tokens.pop(0)
    return tokens


def _number(noun: Token, words: Sequence[str]) -> int | None:
    """Give the least number of people that a noun with these words before it commits to."""
    group, two_or_more = table()["least"]["group"], table()["least"]["plural"]
    if noun.lemma_.lower() in table()["least"]["groups"]:
        below = grammar.complement(noun, "of")
        members = count(below).least if below is not None else None
        return max(int(group), members or 0)
    if _has_quantity(words):
        return _quantity(words)
    kind = _counted_noun(noun)
    plural = kind.tag_ in {"NNS", "NNPS"} or kind.lower_ in {"people", "police", "others"}
    return int(two_or_more) if plural else 1


def is_person(noun: Token) -> bool:
    """Whether a noun stands for people: a person's name, a pronoun, a number, or a noun of the table."""
    noun = _counted_noun(noun)
    if noun.lower_ in _PRONOUNS or noun.tag_ in _RELATIVE or noun.tag_ == "CD":
        return True
    return _is_name(noun) or _names_people(noun)


def _names_people(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in table()["people"]["nouns"] or lemma in table()["least"]["groups"]


def _counted_noun(noun: Token) -> Token:
    """Look through "several of them", "a couple of militants", "10 of his associates"."""
    below = grammar.complement(noun, "of")
    quantity = noun.tag_ in {"CD", "JJ", "DT"} or noun.lemma_.lower() in {
        "couple",
        "handful",
        "number",
        "dozens",
    }
    return below if below is not None and quantity else noun


def _is_name(noun: Token) -> bool:
    """Whether a noun is a person's name, by its label or by the title before it ("rebel leader Anwari")."""
    titles = grammar.children(noun, "compound", "nmod:desc")
    return noun.ent_type_ == "PERSON" or (noun.tag_ == "NNP" and any(map(_names_people, titles)))


def _plays_a_part(noun: Token) -> bool:
    """Whether a noun names a part ("facilitator"), not one of the people in general ("insurgent")."""
    return grammar.is_noun(noun) and noun.lemma_.lower() not in (
        *table()["people"]["plain"],
        *table()["least"]["groups"],
    )


def _may_be_people(noun: Token) -> bool:
    """Whether a noun may stand for people: one that surely does, or any that is new and not a proper noun."""
    if is_person(noun):
        return True
    return _counted_noun(noun).tag_ in {"NN", "NNS"} and not _is_definite(noun)


def _is_definite(noun: Token) -> bool:
    return _opening(noun)[0].lower_ in _DEFINITE or bool(grammar.children(noun, "nmod:poss"))


def _joined(noun: Token) -> Iterator[Token]:
    """Give the people joined to a noun by "and"."""
    for child in grammar.children(noun, "conj"):
        for token in (child, *grammar.children(child, "conj")):
            if is_person(token) or token.tag_ in _NUMBER_TAGS:
                yield token


def _company(noun: Token, word: Token) -> Iterator[Token]:
    """Give those who are named as being with them: "along with two others".

    The words stand far behind at times, and parsers hang them anywhere; so the sentence is searched.
    """
    for token in noun.doc[noun.i + 1 : noun.sent.end - 1]:
        if token.lower_ in _COMPANY and token.nbor().lower_ == "with":
            yield from _governed(token.nbor())
        if grammar.is_verb(token) and token != word and token.dep_ not in _DEPENDENT:
            return  # another clause


def _inside(noun: Token) -> Iterator[People]:
    """Give those behind "including", who are part of the number before."""
    for token in noun.doc[noun.i : noun.sent.end]:
        if token.lower_ in _INCLUDING:
            for head in _governed(token):
                people = count(head)
                yield People(head, people.least, part=people.part, known=people.known, inside=True)


def _governed(preposition: Token) -> Iterator[Token]:
    """Give the people behind a preposition, with those joined to them."""
    head = preposition.head
    while head.dep_ == "nummod" and head.head.i > head.i:
        head = head.head
    if head.i > preposition.i and is_person(head):
        yield head
        yield from _joined(head)


def _has_quantity(words: Sequence[str]) -> bool:
    return _read(words) is not None


def _quantity(words: Sequence[str]) -> int | None:
    """Give the least number that the amount at the front of a noun phrase allows; None if it has no lower end."""
    read = _read(words)
    if read is None:
        return None
    meaning, text = read
    if meaning.bound == "max" or meaning.sharp.low is None:
        return None
    if meaning.bound == "about" and meaning.sharp.high is not None:
        return int((meaning.sharp.low + meaning.sharp.high) / 2)
    return int(meaning.sharp.low) + _is_above(text)


def _read(words: Sequence[str]) -> tuple[Meaning, str] | None:
    """Read the longest amount at the front of some words; None if there is none."""
    for end in range(min(len(words), _LONGEST_QUANTITY), 0, -1):
        text = " ".join(words[:end])
        try:
            return read_amount(text, convention="aan"), text
        except AmountError:
            continue
    return None


def _is_above(text: str) -> bool:
    """Whether a hedge excludes the number itself: "more than 30" people are at least 31."""
    hedges = phrases("before").items()
    return any(hedge == "more than" and text.startswith(f"{words} ") for words, hedge in hedges)
