"""Names, the nouns that they name, and dates, where one hangs on the other the wrong way round."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading.mending.labels import NAME_TAGS

# What parts of a name that a noun carries are tagged as, and what they carry of a phrase.
_IN_NAMES = frozenset({"NNP", "NNPS", "HYPH", "POS", "CC", ":"})
_OPENING = frozenset({"case", "det", "amod", "nmod:poss"})
_MONTHS = frozenset(
    {"jan.", "feb.", "march", "april", "may", "june", "july", "aug.", "sept.", "oct.", "nov.", "dec."}
    | {"january", "february", "august", "september", "october", "november", "december"}
)
_LONGEST_NAME = 12


def mend_phrase(noun: Token) -> None:
    """Make a name part of the noun behind it: "a senior Movement of the Faith (MF) [leader]"."""
    name = _name_before(noun)
    if name is not None and _is_named_before(noun, name):
        _put_noun_over_name(noun, name)


def _name_before(noun: Token) -> Token | None:
    """Give what a noun hangs on, or the object before it: a verb has one object of its kind."""
    if noun.dep_ != "obj":
        return noun.head
    before = [child for child in noun.head.rights if child.dep_ == "obj" and child.i < noun.i]
    return before[-1] if before else None


def _is_named_before(noun: Token, name: Token) -> bool:
    """Whether a common noun without a preposition stands right behind a name that has its article.

    Behind the short form of the name in brackets it cannot stand beside the name either.
    """
    behind_name = noun.tag_ in {"NN", "NNS"} and name.tag_ in NAME_TAGS and name.i < noun.i
    own = {child.dep_ for child in noun.lefts if child.text not in {"(", ")"}}
    if not behind_name or own & {"case", "det", "punct"}:
        return False
    before = noun.nbor(-1)
    closed = before.text == ")" or (before.tag_ in NAME_TAGS and noun.dep_ == "nmod")
    return closed and any(child.tag_ == "DT" for child in name.lefts)


def _put_noun_over_name(noun: Token, name: Token) -> None:
    above, label = name.head, name.dep_
    noun.head, noun.dep_ = (noun, "ROOT") if above == name else (above, label)
    for child in list(name.children):
        if (child.i < name.i and child.dep_ in _OPENING) or child.i > noun.i:
            child.head = noun
    name.head, name.dep_ = noun, "compound"


def mend_name(token: Token) -> None:
    """Mend a name that hangs like a phrase on its noun, and a noun that hangs on a date."""
    if token.head.i > token.i and _is_only_named(token):
        _put_into_name(token)
    elif token.dep_ == "compound" and token.tag_ == "NN" and token.head.lower_ in _MONTHS:
        _put_date_below(token)


def _is_only_named(first: Token) -> bool:
    """Whether a name hangs like a phrase on the common noun behind it, with nothing but names in between.

    Long names with slashes part so: "in [an online University] of Kent/Kent Tribune poll".
    """
    noun = first.head
    if first.tag_ not in {"NNP", "NNPS"} or noun.tag_ not in {"NN", "NNS"}:
        return False
    if noun.i - first.i > _LONGEST_NAME or not any(child.dep_ in _OPENING for child in first.lefts):
        return False
    between = first.doc[first.i + 1 : noun.i]
    return all(token.tag_ in _IN_NAMES or token.text in {"/", "of"} for token in between)


def _put_into_name(first: Token) -> None:
    """Make a name part of the noun that it names, which takes the words before the name."""
    noun = first.head
    for child in list(first.lefts):
        if child.dep_ in _OPENING:
            child.head = noun
    first.dep_ = "compound"


def _put_date_below(noun: Token) -> None:
    """Make a date part of the noun before it, not the noun part of the date: "in a poll Jan. 17-23"."""
    month = noun.head
    own = [child for child in month.lefts if child != noun and child.i < noun.i]
    noun.head, noun.dep_ = (noun, "ROOT") if month.head == month else (month.head, month.dep_)
    for child in own:
        child.head = noun
    month.head, month.dep_ = noun, "nmod:unmarked"
