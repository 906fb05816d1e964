"""What a report may cover, as sets of tokens: what hangs on a word, the sentence around it, a list behind."""

from __future__ import annotations

from operator import attrgetter

from spacy.tokens import Token

_place = attrgetter("i")


def below(token: Token) -> frozenset[int]:
    """Give what hangs on a word, itself among it."""
    return frozenset(map(_place, token.subtree))


def around(token: Token) -> frozenset[int]:
    """Give the sentence around a reporting clause or phrase, without it."""
    return frozenset(range(token.sent.start, token.sent.end)) - phrase(token)


def phrase(token: Token) -> frozenset[int]:
    """Give what hangs on a token, but for what a parser hangs on a mark of punctuation in it."""
    found, left = [token.i], [token]
    while left:
        hanging = [child for child in left.pop().children if child.dep_ != "punct" or not child.n_rights]
        found += [child.i for child in hanging]
        left += hanging
    return frozenset(found)


def with_list(verb: Token, content: frozenset[int]) -> frozenset[int]:
    """Add the rest of the paragraph, where a colon opens a list behind the words that name its source."""
    doc, end = verb.doc, verb.sent.end
    if not any(token.text == ":" for token in doc[verb.i : end]):
        return content
    while end < len(doc) and not (doc[end].is_space and doc[end].text.count("\n") > 1):
        end += 1
    return content | set(range(verb.i + 1, end))
