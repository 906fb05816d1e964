"""The head of the noun phrase that begins at a word, by tags alone.

Parsers hang long phrases apart more often than taggers mistake their words.
"""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.nouns.amounts import names_measure
from addup.reading.nouns.document import Nouns
from addup.reading.parsed import tokens_from

# Tags of the words between a number and the head of its noun phrase, and of that head.
_INSIDE_PHRASE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "DT", "PRP$", "POS", "RB"}
)
BARE_PHRASE = frozenset({"NN", "NNS", "JJ", "JJR", "VBN", "VBG"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})


def head_of_phrase(nouns: Nouns, start: int) -> Token | None:
    """Give the head of the noun phrase that begins at a token, by tags alone."""
    head: Token | None = None
    owned = False  # "the firm's $90 million refinery": what is owned follows behind its own amount
    for token in tokens_from(nouns.doc, start, len(nouns.doc)):
        if owned and token.lower_ == "in" and token.i - 1 in nouns.inside:
            return head_of_phrase(nouns, token.i + 1) or head  # "the firm's $90 million in assets"
        owned = token.tag_ == "POS" or (owned and token.i in nouns.inside)
        if token.i in nouns.inside and owned:
            continue
        if head is None and not owned and token.i in nouns.timed and token.i not in nouns.inside:
            continue  # "a gain in third-quarter net income"
        if token.i in nouns.timed or token.i in nouns.inside:
            break
        if _is_suspended(token) or _ends_adjective(token, head):
            head = None  # "coal- and gas-fired plants": coal and gas are only parts of an adjective
            continue
        if _goes_on(token, head):
            continue
        if token.tag_ not in _INSIDE_PHRASE and not _is_hyphened(token) and not _is_participle(token):
            break
        goes_on = grammar.is_noun(token) or token.tag_ in {"POS", "HYPH"}
        if head is not None and not goes_on and not _is_owned(token, head) and not _is_part(token):
            break  # but "the nation's total output"
        if grammar.is_noun(token):
            head = token
        compound = token.dep_ == "compound" or _is_hyphened_before_noun(token)
        if token.tag_ in {"NNS", "NNPS"} and not compound and not _is_before_own(token):
            break
    return head


def head_of_phrase_at(nouns: Nouns, place: int) -> Token | None:
    """Give the head of the noun phrase that begins at a character."""
    first = grammar.span_of(nouns.doc, place, place + 1)[0]
    return head_of_phrase(nouns, first.i) or (first if names_measure(first) else None)


def _goes_on(token: Token, head: Token | None) -> bool:
    """Whether a phrase goes on behind a word that else ends one, to a noun further on."""
    if head is None:
        return _joins_adjectives(token)
    if head.tag_ in {"NNP", "NNPS"} and _is_before_plural(token):
        return True
    return _joins_compounds(token, head) or _is_in_name(token, head)


def _joins_adjectives(token: Token) -> bool:
    """Whether a word joins two adjectives of one noun: "digital and physical sales"."""
    if token.lower_ not in {"and", "or"} or not 0 < token.i < len(token.doc) - 1:
        return False
    return token.nbor(-1).tag_ in _ADJECTIVES and token.nbor(1).tag_ in _ADJECTIVES


def _joins_compounds(token: Token, head: Token) -> bool:
    """Whether a word joins parts of the noun of a phrase: "TV and radio spots", "state, local taxes"."""
    part = head.dep_ in {"amod", "compound"} and head.head.i > token.i + 1
    return part and token.lower_ in {"and", "or", ","}


def _is_in_name(token: Token, head: Token) -> bool:
    """Whether "of" stands in a name before the noun of a phrase: "House of Commons members"."""
    if token.lower_ != "of" or head.tag_ != "NNP" or head.i != token.i - 1:
        return False
    after = token.doc[token.i + 1 : token.i + 4]
    names = [word for word in after if word.tag_ in {"NNP", "NNPS"}]
    behind = after[len(names) : len(names) + 1]
    return bool(names) and names[0] == after[0] and bool(behind) and behind[0].tag_ in {"NN", "NNS"}


def _is_before_plural(token: Token) -> bool:
    """Whether a participle or adjective stands right before a plural: "Ohio registered voters"."""
    adjective = token.tag_ in {"JJ", "VBN", "VBD"}
    return adjective and token.i + 1 < len(token.doc) and token.nbor().tag_ == "NNS"


def _is_before_own(name: Token) -> bool:
    """Whether a name in the plural stands before what is its own: "Orel Technologies common shares"."""
    behind = name.nbor() if name.tag_ == "NNPS" and name.i + 1 < len(name.doc) else None
    return behind is not None and (behind.tag_ in {"NN", "NNS"} or _is_before_plural(behind))


def _is_suspended(token: Token) -> bool:
    """Whether "and" joins the first parts of words with hyphens: "coal- and gas-fired"."""
    doc, i = token.doc, token.i
    return token.lower_ in {"and", "or"} and i > 0 and i + 2 < len(doc) and doc[i - 1].text.endswith("-")


def _ends_adjective(token: Token, head: Token | None) -> bool:
    """Whether a participle makes an adjective of the noun before its hyphen: "gas-fired"."""
    return (
        head is not None and token.tag_ == "VBN" and head.i == token.i - 2 and token.nbor(-1).tag_ == "HYPH"
    )


def _is_hyphened(token: Token) -> bool:
    """Whether a word is part of one with hyphens, whatever its tag ("would-be buyers")."""
    doc, i = token.doc, token.i
    behind = i + 1 < len(doc) and doc[i + 1].tag_ == "HYPH"
    return behind or (i > 0 and doc[i - 1].tag_ == "HYPH")


def _is_hyphened_before_noun(token: Token) -> bool:
    """Whether a plural ends a word with a hyphen before the noun of a phrase: "plain-clothes officers"."""
    doc, i = token.doc, token.i
    return 0 < i < len(doc) - 1 and doc[i - 1].tag_ == "HYPH" and doc[i + 1].tag_ in {"NN", "NNS", "NNP"}


def _is_participle(token: Token) -> bool:
    """Whether a past tense is none, before a noun: "convertible subordinated notes", "25 recommended men"."""
    doc, i = token.doc, token.i
    if token.tag_ != "VBD" or i == 0 or token.lower_ == "had":
        return False
    return doc[i - 1].tag_ == "JJ" or (
        doc[i - 1].tag_ == "CD" and i + 1 < len(doc) and doc[i + 1].tag_ == "NNS"
    )


def _is_owned(adjective: Token, owner: Token) -> bool:
    """Whether only adjectives stand between a possessive and this one: "the nation's total net output"."""
    behind = owner.doc[owner.i + 1 : adjective.i]
    return (
        len(behind) > 0 and behind[0].tag_ == "POS" and all(token.tag_ in _ADJECTIVES for token in behind[1:])
    )


def _is_part(participle: Token) -> bool:
    """Whether a participle belongs to the noun behind it: "adult coloring books", not "a man making cars"."""
    doc, i = participle.doc, participle.i
    before_noun = participle.tag_ == "VBG" and i + 1 < len(doc) and doc[i + 1].tag_ in {"NN", "NNS"}
    return before_noun and participle.dep_ in {"amod", "compound", "nmod"} and participle.head.i > i


def tells_apart(those: Token) -> bool:
    """Whether a participle behind "those" says who they are: "those surveyed"; no noun of theirs follows."""
    behind = those.nbor() if those.i + 1 < len(those.doc) else those
    participle = behind.tag_ in {"VBN", "VBD", "VBG"} or behind.lower_.endswith("ed")
    return those.lower_ == "those" and participle
