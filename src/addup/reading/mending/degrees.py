"""How much more or less so something is, which parsers take for what it is: "is 40 percent [more likely]"."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading.grammar import NOUN_TAGS
from addup.reading.mending.hanging import take_place

_SHARES = frozenset({"%", "fold", "pct", "percent", "times"})
_EVEN = frozenset({"as", "less", "more"})
_OF_AMOUNT = frozenset({"nummod", "compound"})
_HUNG = frozenset({"acl", "advcl", "amod", "ccomp", "nmod", "xcomp"})


def is_degree(before: str, tag: str) -> bool:
    """Tell the words that `mend_degree` looks at, by lists alone."""
    return (before in _EVEN and tag == "JJ") or (tag == "JJR" and before in _SHARES)


def mend_degree(adjective: Token) -> None:
    """Put an adjective over how much it is meant, or the noun that it describes over both."""
    if adjective.tag_ == "JJR":
        _join_to_noun(adjective)
    else:
        _put_over_amount(adjective)
        _find_deed(adjective)


def own_share(holding: Token) -> None:
    """Make a noun of what a share is of that somebody holds: "sold its 15 percent [holding] for $4"."""
    share = holding.head
    owned = any(child.dep_ in {"det", "nmod:poss"} for child in share.lefts)
    if share.i != holding.i - 1 or share.lower_ not in _SHARES or holding.dep_ != "acl" or not owned:
        return
    above = share.head
    take_place(holding, share)
    holding.tag_ = "NN"
    for child in list(share.lefts):
        if child.dep_ not in _OF_AMOUNT:
            child.head = holding
    for child in list(holding.rights):
        if child.dep_ == "obl" and child.left_edge.lower_ == "in":
            child.dep_ = "nmod"
        elif child.dep_ in {"obl", "advcl"} and above != share:
            child.head = above
    share.head, share.dep_ = holding, "compound"


def _put_over_amount(adjective: Token) -> None:
    """Make an adjective what is said of somebody: "are 40 percent more [likely] to be hurt"."""
    amount = adjective.head
    first = adjective.i - 2
    if amount.i != first or amount.lower_ not in _SHARES or adjective.dep_ not in _HUNG:
        return
    if not any(child.dep_ == "cop" for child in amount.lefts):
        return
    take_place(adjective, amount)
    copula = max(child.i for child in amount.lefts if child.dep_ == "cop")
    for child in list(amount.children):
        if child.i <= copula or child.i > amount.i:
            child.head = adjective
    adjective.nbor(-1).head = adjective
    amount.head, amount.dep_ = adjective, "obl:unmarked"


def _find_deed(adjective: Token) -> None:
    """Give "likely" its infinitive, past whom it is held against: "more likely than girls [to be hurt]"."""
    if adjective.lower_ != "likely" or any(child.dep_ == "xcomp" for child in adjective.rights):
        return
    for token in adjective.doc[adjective.i + 1 : adjective.sent.end]:
        told = token.dep_ == "acl" and adjective in token.ancestors
        if told and any(child.lower_ == "to" and child.dep_ == "mark" for child in token.lefts):
            token.head, token.dep_ = adjective, "xcomp"
            return


def _join_to_noun(adjective: Token) -> None:
    """Make a share a part of the noun that is larger by it: "linked to a 12 percent lower [risk]"."""
    share, noun = adjective.nbor(-1), adjective.head
    beside = (
        noun.tag_ in NOUN_TAGS and noun.i > adjective.i and noun.head == share.head and share.head != share
    )
    if not beside or share.dep_ not in {"obj", "obl", "obl:unmarked", "nmod"}:
        return
    noun.dep_ = share.dep_
    for child in list(share.lefts):
        if child.dep_ not in _OF_AMOUNT:
            child.head = noun
    share.head, share.dep_ = noun, "compound"
