"""Whom a poll asked: those whom its sentence names, or those whom the text names elsewhere."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.nouns.people import is_person
from addup.reading.nouns.plurals import singular
from addup.reading.polls.mentions import bare
from addup.reading.text import kept, text_of

_THOSE_ASKED = re.compile(
    r"\bthose (?:who (?:were )?)?(?:asked|polled|questioned|respond(?:ed|ing)|surveyed)\b", re.IGNORECASE
)
PHRASE = 7
"""How many tokens a noun phrase that names a group may have."""
_IN_GROUP = frozenset({"", "CD", "JJ", "NN", "NNP", "VBN", "VBG", "RB", "HYPH"})


def is_asked(token: Token) -> bool:
    """Whether a word names those whom polls ask; parties and the like do only in the plural."""
    if singular(token.lemma_.lower()) not in words("poll", "people"):
        return False
    if token.tag_ == "JJ" and token.i + 1 < len(token.doc) and token.nbor().tag_ in {"NN", "NNS"}:
        # Public opinion is the public's, a bathroom not.
        return token.nbor().lower_ in words("poll", "support")
    before = (*token.lefts, token.nbor(-1) if token.i > token.sent.start else token)
    if token.tag_ == "NNPS" and any(word.lower_ == "the" for word in before):
        return False  # a party: "the Liberals at 27 percent", "the Social Democrats"
    return grammar.is_plural(token) or (token.is_lower and token.lemma_ not in words("poll", "parts"))


def opening_group(sentence: Span) -> Token | None:
    """Give the group that a sentence of a poll opens with: "Among Moore supporters, ..."."""
    if sentence[0].lower_ not in {"among", "for", "with"}:
        return None
    opening = grammar.clause_opening(sentence)
    asked = [token for token in opening if is_asked(token) or _is_group(token)]
    return asked[-1] if asked else None


def _is_group(token: Token) -> bool:
    """Whether a plural is of people, or behind "among" of those whom voters are divided into."""
    named = token.text in words("poll", "groups") and token.sent[0].head == token
    party = any(word.lower_ == "the" for word in token.lefts)  # "for the Democrats, Orr leads"
    return (named and not party) or (token.tag_ == "NNS" and is_person(token))


def asked_in_sentence(anchor: Token) -> Token | None:
    """Give the group that opens the sentence ("Among Moore supporters, 61 percent"), else the nearest."""
    opening = opening_group(anchor.sent)
    if opening is not None:
        return opening
    before = reversed(anchor.doc[anchor.sent.start : anchor.i])
    asked = next((token for token in before if is_asked(token)), None)
    if asked is not None:
        return asked
    behind = (token for token in anchor.doc[anchor.i : anchor.sent.end] if is_asked(token))
    behind = (token for token in behind if not _is_in_next_clause(token, anchor))
    return next((token for token in behind if bare(token) not in words("poll", "parts")), None)


def _is_in_next_clause(group: Token, anchor: Token) -> bool:
    """Whether a group is of a clause that only goes on: "40 percent stay, and both did well among women"."""
    for clause in group.ancestors:
        if clause.dep_ == "conj" and grammar.children(clause, *grammar.SUBJECTS):
            return anchor != clause and anchor not in clause.subtree
    return False


def asked_elsewhere(sentence: Span) -> Token | None:
    """Give those asked as a text names them behind a sentence, where polls are described, or before it."""
    doc = sentence.doc
    for part in (doc[sentence.end :], reversed(doc[: sentence.start])):
        for token in part:
            if not (token.lower_.endswith("s") and bare(token) in words("poll", "asked")):
                continue
            if not token.i or token.nbor(-1).lower_ not in words("poll", "part_kinds"):
                return token
    return None


def names_those_asked(sentence: Span) -> bool:
    """Whether a sentence only calls them "those surveyed"."""
    return _THOSE_ASKED.search(sentence.text) is not None


def questioned_before(anchor: Token) -> Token | None:
    """Give whom the text says that somebody asked, last before an amount: "the union surveyed nurses"."""
    known: dict[str, list[int]] = kept(anchor.doc, "questioned")
    if "" not in known:
        known[""] = [token.i for token in anchor.doc if _is_questioned(token)]
    before = [place for place in known[""] if place < anchor.i]
    return anchor.doc[before[-1]] if before else None


# "of 640 nurses asked", "612 women who were interviewed"
_ASKED_BEHIND = re.compile(
    r" (?:(?:who|whom) )?(?:were |was )?(?:asked|interviewed|polled|questioned|surveyed)\b"
)


def _is_numbered(noun: Token) -> bool:
    """Whether a number in digits stands before a noun, an adjective at most between: "612 older women"."""
    return any(token.text[0].isdigit() for token in noun.doc[max(0, noun.i - 2) : noun.i])


def _looks_plural(noun: Token) -> bool:
    """Whether a word has the form of a plural."""
    return noun.lower_.endswith("s") or noun.lower_ in {"men", "people", "women"}


def _is_questioned(noun: Token) -> bool:
    """Whether a plural is the first noun behind "surveyed", or asked itself; few sentences are parsed."""
    if not _looks_plural(noun) or noun.tag_ not in {"", "NNS", "NNPS"}:
        return False
    if _is_numbered(noun) and _ASKED_BEHIND.match(text_of(noun.doc), noun.idx + len(noun)):
        return True
    for token in reversed(noun.doc[max(0, noun.i - PHRASE) : noun.i]):
        if token.lower_ in words("poll", "questioned") or (token.lower_ == "asked" and _is_numbered(noun)):
            return True
        leads_on = token.lower_ in words("poll", "leading_on")
        if leads_on or token.tag_ not in _IN_GROUP or token.lower_.endswith("s"):
            return False
    return False
