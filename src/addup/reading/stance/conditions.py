"""Conditions without "if", which a verb before its subject opens: "Had Orr won 40 votes, she would ..."."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading.frames import words

_OPENS_SUBJECT = frozenset({"CD", "DT", "EX", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$"})


def is_in_inverted_condition(word: Token) -> bool:
    """Whether a word stands in the condition that opens a sentence without "if" (Quirk et al., 15.36).

    Parsers take the verb that opens one for the main verb or a helping one, by turns, so that places tell
    more: the condition ends at the last comma before the modal of what would follow.
    """
    sentence = word.sent
    first = next((token for token in sentence if not (token.is_punct or token.is_space)), word)
    if first.lower_ not in words("stance", "inverted") or sentence[-1].i - first.i < 1:
        return False
    if first.nbor().tag_ not in _OPENS_SUBJECT or any(token.text == "?" for token in sentence[-2:]):
        return False
    behind = word.doc[first.i + 1 : sentence.end]
    modal = next((token for token in behind if token.tag_ == "MD"), None)
    if modal is None:
        return False
    if any(token.dep_ == "acl:relcl" and token.i > first.i for token in (word, *word.ancestors)):
        return False  # "had the mill, which has 300 workers, closed"
    commas = (token.i for token in word.doc[first.i : modal.i] if token.text == ",")
    return word.i < max(commas, default=first.i)
