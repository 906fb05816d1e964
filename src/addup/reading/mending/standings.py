"""Where those who run stand in polls, by a verb that the parser has for a noun: "is polling at 3"."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.mending.hanging import take_place

_PLACES = frozenset({"above", "ahead", "around", "at", "behind", "below", "in", "near", "under", "well"})


def is_of_runner(polling: Token) -> bool:
    """Whether somebody who runs has support in polls: "Orr is [polling] at 3", "Orr, polling at 3, left"."""
    if polling.i + 1 >= polling.sent.end or polling.nbor().lower_ not in _PLACES:
        return False
    if polling.dep_ == "appos" and polling.nbor(-1).lower_ == ",":
        return True
    return bool(grammar.children(polling, "cop", "aux")) or _runners_before(polling) is not None


def _runners_before(polling: Token) -> Token | None:
    """Give those who run right before the word: "[candidates] polling at 3 percent or less"."""
    before = polling.nbor(-1) if polling.i > polling.sent.start else None
    if before is None or before.tag_ != "NNS":
        return None
    beside = before.dep_ == polling.dep_ == "obj" and before.head == polling.head
    return before if beside or before.head == polling else None


def make_progressive(noun: Token) -> None:
    """Make the participle of a verb of a noun with its auxiliary, or behind a name."""
    noun.tag_ = "VBG"
    runners = _runners_before(noun)
    if runners is not None:
        if runners.head == noun:
            take_place(runners, noun)
        noun.head, noun.dep_ = runners, "acl"
    noun.dep_ = "acl" if noun.dep_ == "appos" else noun.dep_
    for child in noun.children:
        if child.dep_ in {"cop", "nmod"}:
            child.dep_ = "aux" if child.dep_ == "cop" else "obl"
