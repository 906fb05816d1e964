"""Which name a noun phrase bears: its own, one in apposition, or one that its noun is a title of.

A place between a noun and its article is none: "The Menlo Park, Calif., company".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.names.descriptions import is_somebody
from addup.reading.names.records import Naming
from addup.reading.names.words import body_nouns, name_words
from addup.reading.parsed import tokens_from


def related(noun: Token) -> Iterator[Token]:
    """Give a noun, what stands beside it in apposition, and the name that it is a title of."""
    yield noun
    for beside in grammar.children(noun, "appos", "flat", "compound"):
        yield beside
        if beside.dep_ == "appos":  # "a spokesman, Colonel [Jo Bell], said"
            yield from grammar.children(beside, "flat")
    if noun.dep_ in {"appos", "flat"} and not is_behind_place(noun):
        yield noun.head
    if noun.tag_ == "NN" and noun.i + 1 < noun.sent.end:  # "the lender [Orel]", whatever it hangs on
        yield noun.nbor()
    if noun.is_title and noun.lower_ in name_words("title", "words"):
        yield from _named_by_title(noun)
    if is_somebody(noun):
        for below in _places_of(noun):  # "the governor of Lagos State, Jo Bell, said"
            yield from (name for name in grammar.children(below, "appos") if name.nbor(-1).text == ",")
    first, after = noun.left_edge.i, noun.right_edge.i + 1
    if first > noun.sent.start + 1 and noun.doc[first - 1].text == "," and not is_behind_place(noun):
        before = noun.doc[first - 2]  # "Jo Bell, the head of the inquiry, said"
        closed = after < len(noun.doc) and noun.doc[after].text == ","
        if closed or any(_hangs_loose(token, noun) for token in grammar.name_around(before)):
            yield before


def _named_by_title(title: Token) -> Iterator[Token]:
    """Give the name that a title of more words stands before: "Secretary of State [Jo Bell]"."""
    for token in tokens_from(title.doc, title.i + 1, title.sent.end):
        if token.ent_type_ == "PERSON":
            yield token
            return
        if token.lower_ != "of" and not token.tag_.startswith("NNP"):
            return


def _places_of(noun: Token) -> Iterator[Token]:
    """Give the nouns that a noun is of, and those that these are of: "head of the inquiry in Kisumu"."""
    for below in grammar.children(noun, "nmod"):
        yield below
        yield from _places_of(below)


def _hangs_loose(name: Token, noun: Token) -> bool:
    """Whether a name before a noun belongs to nothing else: it has its governor, or hangs on a thing.

    With a preposition it opens the sentence: "As for Jo Bell, the letter said".
    """
    beside = name.head == noun.head and grammar.preposition(name) is None
    return beside or (name.dep_ == "appos" and not is_somebody(name.head))


def may_bear(noun: Token, beside: Token, naming: Naming) -> bool:
    """Whether a name beside a noun is of whom the noun stands for: "its unit, Orel Pumps, said"."""
    of_many = noun.tag_ == "NNS" and beside.dep_ == "compound" and naming.name.kind == "person"
    if of_many and is_somebody(noun):
        return False  # "Bell supporters"
    is_body = noun.lemma_.lower() in body_nouns()
    if naming.name.kind == "person" and not is_body:
        return True
    explains = beside.i == noun.i + 1 or (beside.dep_ == "appos" and beside.head == noun)
    if not (is_body and explains):
        return False
    # A person's name further behind is of somebody in the phrase: "a group led by its directors, Jo Bell ..."
    return naming.name.kind == "organisation" or naming.start <= noun.i + 2


def is_behind_place(noun: Token) -> bool:
    """Whether a place parts a noun from its article: "The Menlo Park, Calif., company"."""
    start = _first_word(noun)
    doc = noun.doc
    return (
        start > noun.sent.start + 3
        and grammar.is_noun(noun)
        and doc[start - 1].text == ","
        and doc[start - 2].tag_ == "NNP"
        and doc[start - 3].text == ","
        and article_before_place(noun) is not None
    )


def _first_word(noun: Token) -> int:
    """Give where a noun phrase begins, without a comma that a parser hangs on it."""
    first = noun.left_edge
    return first.i + 1 if first.is_punct and first != noun else first.i


def article_before_place(noun: Token) -> Token | None:
    """Give the "The" of a noun that a place parts from it, before the names of the place."""
    doc, index = noun.doc, _first_word(noun) - 4
    while index > noun.sent.start and doc[index].tag_ in {"NNP", "NNPS", "POS", "HYPH"}:
        index -= 1
    return doc[index] if index >= noun.sent.start and doc[index].lower_ == "the" else None
