"""Shares that tell how things are, in a report on voters that tells what polls found as well."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.amounts.notations import asks_voters
from addup.reading.frames import measuring_verbs, moving_verbs, words
from addup.reading.nouns.people import is_person
from addup.reading.text import text_of


def is_of_fact(share: Token) -> bool:
    """Whether a share tells how something is that voters are not asked of: "unemployment fell to 5 percent".

    In a report on those who vote it is of none of them: of a rate, a tax, seats, or what rose or fell; a
    survey of firms may well find how much prices rose.
    """
    if not asks_voters(text_of(share.doc)):
        return False
    verb = grammar.clause_head(share)
    if verb is not None and grammar.is_passive(verb) and grammar.preposition(share) == "by":
        return False  # "the economy was picked by 40 percent of the population"
    whole = grammar.complement(share, "of")
    if whole is not None:
        return whole.lemma_.lower() in words("poll", "facts") and not _answers(share)
    modified = grammar.modified(share)
    told = [modified] if modified is not None else _told_of(verb, share) if verb is not None else []
    return any(_is_fact(noun) for noun in told)


def _answers(share: Token) -> bool:
    """Whether a share does what people say of themselves: "40 percent of the population wants it"."""
    verb = share.head
    return share.dep_ == "nsubj" and verb.tag_ in grammar.FINITE and verb.lemma_ not in {"be", "come", "go"}


def _told_of(verb: Token, share: Token) -> list[Token]:
    """Give what a verb tells to be, to rise or to be brought to a share: its object, or else its subject."""
    moves = verb.lemma_.lower() in moving_verbs() | measuring_verbs() | {"be"} or verb.tag_ != "VBP"
    thing = grammar.direct_object(verb)
    if thing is not None and thing != share and not grammar.is_passive(verb):
        return [thing] if verb.lemma_.lower() in moving_verbs() else []
    subject = grammar.subject(verb)
    return [subject] if subject is not None and moves else []


def _is_fact(noun: Token) -> bool:
    """Whether a common noun names what is measured, and no opinion, lead or standing in polls."""
    lemma = noun.lemma_.lower()
    if noun.tag_ not in {"NN", "NNS"} or lemma in words("poll", "opinions") or is_person(noun):
        return False
    measured = words("measured", "nouns") | words("poll", "facts")
    opinion = any(part.lemma_.lower() in words("poll", "opinions") for part in noun.lefts)
    return lemma in measured and not opinion
