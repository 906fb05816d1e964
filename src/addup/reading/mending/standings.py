"""Where those who run stand in polls: "is polling at 3", "led Orr 46 percent to 39"."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.grammar import NAME_TAGS
from addup.reading.mending.hanging import take_place

_BEFORE_SHARE = frozenset({"amod", "compound", "nmod:poss"})
_OF_RIVAL = frozenset({"amod", "case", "compound", "det", "nmod:desc", "nmod:poss"})
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


def part_from_rival(share: Token) -> None:
    """Part a share from what it was had of or against: "lost [the state] 36 percent to 51 percent".

    No name or noun with its article stands before the number inside a phrase.
    """
    number = next((child for child in share.lefts if child.dep_ == "nummod"), None)
    if number is None or share.i + 2 >= share.sent.end or share.nbor(2).tag_ != "CD":
        return
    rival = number.left_edge.nbor(-1) if number.left_edge.i > share.sent.start else share
    verb = share.head
    if rival.head != share or rival.dep_ not in _BEFORE_SHARE or not verb.tag_.startswith("VB"):
        return
    own = [child for child in share.lefts if child.i < rival.i and child.dep_ in _OF_RIVAL]
    if rival.tag_ not in NAME_TAGS and not any(child.dep_ in {"det", "nmod:poss"} for child in own):
        return
    rival.head, rival.dep_ = verb, share.dep_
    rival.tag_ = "NN" if rival.tag_ == "JJ" else rival.tag_
    share.dep_ = "obl:unmarked"
    for child in own:
        child.head = rival
