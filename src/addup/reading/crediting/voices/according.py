"""Reports by a preposition: "according to the ministry, 40 had died"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.crediting.documents import is_document
from addup.reading.crediting.voices.spans import below, phrase
from addup.reading.crediting.voices.voice import Voice
from addup.reading.crediting.words import words
from addup.reading.names import pronoun_kind

_HEDGED = 4  # tokens behind a comma in which an amount begins, with its hedge
_HEDGING = frozenset({"IN", "JJR", "JJS", "RB"})
_SHORT = 3  # words of a sentence that only says whose the one before is, beside the source


def of_preposition(preposition: Token) -> Iterator[Voice]:
    """Give the report that "according to" makes."""
    noun = governed(preposition)
    if grammar.is_noun(noun) or (noun.tag_ == "PRP" and pronoun_kind(noun) is not None):
        yield Voice(noun, preposition, _before_or_around(preposition, noun))


def governed(preposition: Token) -> Token:
    """Give the noun of "according to", whichever of its words it hangs on; of results, whose they are."""
    hanging = grammar.children(preposition, "obl", "nmod", "obj", "pobj")
    noun = preposition.head if preposition.dep_ == "case" else next(iter(hanging), preposition)
    if preposition.dep_ == "fixed":  # "as per the ministry"
        noun = preposition.head.head
    if not grammar.is_noun(noun) or _is_in_bracket(noun, preposition):
        noun = _noun_behind(preposition) or noun
    found = grammar.complement(noun, "of", "from")
    is_result = noun.lemma_.lower() in words("document", "results")
    return found if is_result and found is not None and is_document(found) else noun


def _is_in_bracket(noun: Token, preposition: Token) -> bool:
    """Whether a bracket opens between "according to" and the noun that a parser has for what it governs."""
    return any(token.text == "(" for token in preposition.doc[preposition.i + 1 : noun.i])


def _noun_behind(preposition: Token) -> Token | None:
    """Give the last word up to the next comma or bracket, if a noun: "according to exit [polls], ..."."""
    sentence = preposition.doc[preposition.i : preposition.sent.end]
    comma = next((token for token in sentence if token.text in {",", "("}), None)
    return comma.nbor(-1) if comma is not None and grammar.is_noun(comma.nbor(-1)) else None


def _before_or_around(preposition: Token, noun: Token) -> frozenset[int]:
    """Give what "according to" speaks of: its sentence, or the one before for "That's according to ...".

    What a parser hangs on the noun is no part of its phrase before "according", nor behind a comma where the
    noun is its root or a comparison follows ("according to the ministry, up from 290 in May").
    """
    sentence = noun.sent
    if _is_of_sentence_before(sentence, noun):
        before = noun.doc[sentence.start - 1].sent
        return frozenset(range(before.start, before.end))
    commas = (token for token in noun.doc[noun.i + 1 : sentence.end - 2] if token.text == ",")
    ends = (comma.i for comma in commas if noun.head == noun or _compares(comma) or _leads_to_number(comma))
    end = next(ends, sentence.end)
    named = {place for place in phrase(noun) if preposition.i <= place < end}
    start, last = _own_part(preposition, noun)
    return frozenset(range(start, last)) - named - {preposition.i}


def _own_part(preposition: Token, noun: Token) -> tuple[int, int]:
    """Give where in its sentence a source may speak, which another may share with it.

    "Some 4,000 marched, according to the [police], or 12,000 according to the union": each has what stands
    before it. Who opens the sentence has what follows, but for what is joined to it and has its own.
    """
    doc, sentence = noun.doc, noun.sent
    others = [token for token in sentence if token.lower_ == "according" and token != preposition]
    before = [token for token in others if token.i < preposition.i]
    start, last = sentence.start, sentence.end
    if before and _opens(before[-1]):
        joints = (token.i for token in doc[governed(before[-1]).i : preposition.i] if token.tag_ == "CC")
        start = max(joints, default=start)
    elif before:
        start = governed(before[-1]).i + 1
    if len(others) > len(before) and not _opens(preposition):
        last = preposition.i
    return start, last


def _opens(preposition: Token) -> bool:
    return not any(token.is_alpha for token in preposition.doc[preposition.sent.start : preposition.i])


def _is_of_sentence_before(sentence: Span, noun: Token) -> bool:
    """Whether a sentence only says whose the one before is: "That's according to [the ministry]."."""
    first = next((token for token in sentence if not token.is_space), noun)
    if first.lower_ not in {"that", "this"} or sentence.start == 0:
        return False
    of_noun = below(noun)
    return sum(token.is_alpha and token.i not in of_noun for token in sentence) <= _SHORT


def _leads_to_number(comma: Token) -> bool:
    """Whether an amount opens what is behind a comma, who never speaks: "according to the union, 400 men"."""
    behind = comma.doc[comma.i + 1 : comma.i + 1 + _HEDGED]
    first = next((token for token in behind if token.tag_ not in _HEDGING), None)
    return first is not None and grammar.is_number(first) and not _is_age(first)


def _is_age(number: Token) -> bool:
    """Whether a number stands alone between commas: "according to Jo Bell, 40, a clerk"."""
    return number.i + 1 < len(number.doc) and number.nbor().text in {",", "."}


def _compares(comma: Token) -> bool:
    """Whether what is behind a comma holds an amount of the sentence against another: ", up from 290"."""
    return f"{comma.nbor().lower_} {comma.nbor(2).lower_}" in words("preposition", "comparing")
