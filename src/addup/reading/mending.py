"""Where tags and parse contradict each other, or the parse contradicts grammar: which of them to believe.

The tagger and the parser decide word by word and know little of each other. What is mended here cannot be
right as it stands, whatever the sentence says.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

_NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod"})
_NOUN_PARTS = frozenset({"nummod", "det", "amod", "nmod:poss"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def mend(doc: Doc) -> None:
    """Mend tags and parse in place."""
    for token in doc:
        if token.tag_ == "VBZ" and _is_noun_in_parse(token):
            _make_noun(token)
    for token in doc:
        if token.dep_ in _SUBJECTS and any(child.dep_ == "cc" for child in token.lefts):
            _join(token)


def _is_noun_in_parse(token: Token) -> bool:
    """Whether the parse has a plural noun where the tagger has a verb ("took two [suspects] into")."""
    return token.dep_ in _NOMINAL and any(child.dep_ in _NOUN_PARTS for child in token.lefts)


def _make_noun(token: Token) -> None:
    """Tag a noun as one, and give what only a verb can have to the verb above it ("into custody")."""
    token.tag_ = "NNS"
    for child in list(token.rights):
        if child.dep_ == "obl":
            child.head = token.head


def _join(second: Token) -> None:
    """Join a subject behind "and" to the subject before it: a clause has one subject.

    So are those between them, which the parser takes to explain the first ("a doctor, [a nurse] and ...").
    """
    before = [child for child in second.head.lefts if child.dep_ in _SUBJECTS and child.i < second.i]
    if not before:
        return
    first = before[-1]
    for between in first.rights:
        if between.dep_ == "appos":
            between.dep_ = "conj"
    second.head = first
    second.dep_ = "conj"
