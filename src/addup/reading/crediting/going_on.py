"""Which report a sentence without one goes on with.

That is the last one where the sentence draws on it, adds to it or repeats it in its words; else that of a
deal, of a count in its paragraph, or of a firm's results.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.crediting.deals import deal_before, first_word, is_of_deal
from addup.reading.crediting.documents import is_count, is_poll
from addup.reading.crediting.poll_results import is_no_result
from addup.reading.crediting.results import compares, is_of_results, results_before, turns
from addup.reading.crediting.voices import Voice, begins_right_behind
from addup.reading.crediting.words import words
from addup.reading.frames import words as frame_words
from addup.reading.names import Names
from addup.reading.text import has_break, paragraph_start

_ADDING = 5  # tokens in which a sentence says that it adds something


def carried(sentence: Span, voices: Sequence[Voice], names: Names) -> Voice | None:
    """Give the report that a sentence without one goes on with; None where the outlet speaks for itself.

    A count goes on to the end of its paragraph, a report of a deal for one sentence. What a firm reported
    of its results goes on through the sentences about them that follow directly, over paragraphs, until the
    text turns to something else; a sentence with the firm itself as subject takes it up again.
    """
    before = [voice for voice in voices if voice.cue.i < sentence.start]
    if not before:
        return None
    last = before[-1]
    if _continues(sentence, last, voices, names):
        return last
    if is_of_deal(sentence):
        dealing = deal_before(sentence, before)
        if dealing is not None:
            return dealing
    if is_count(last.source) and last.cue.i >= paragraph_start(sentence.doc, sentence.start):
        return None if is_poll(last.source) and is_no_result(sentence[0]) else last
    if not is_of_results(sentence) or turns(sentence) or compares(sentence, names):
        return None
    return results_before(sentence, before, names)


def _continues(sentence: Span, last: Voice, voices: Sequence[Voice], names: Names) -> bool:
    """Whether a sentence goes on with the last report in its words: it draws on it, adds to it, repeats it.

    What a person says is quoted or has a report of its own; that of a body or a document goes on by itself.
    """
    is_next = begins_right_behind(last, sentence.doc, sentence.start)
    if is_next and _draws_on(sentence):
        return True
    if names.is_personal(last.source) or has_break(sentence.doc, last.cue.sent.start, sentence.start):
        return False
    if is_next and _adds(sentence):
        return True
    goes_on = _tells_the_same(sentence, last) or (_is_foretold(sentence) and _foretells(sentence.doc, last))
    goes_on = goes_on or (_numbers_hurt(sentence) and _tells_of_hurt(sentence.doc, last))
    return goes_on and (is_next or _went_on(sentence, last, voices, names))


def _draws_on(sentence: Span) -> bool:
    """Whether a sentence draws on what was said in the one before.

    "That leaves $2 million to be found."; "That number follows 290 in June."; "A third of those live abroad."
    """
    first = first_word(sentence)
    if first.lower_ in {"that", "this"} and _stands_for_amount(first, sentence):
        return True
    return any(_is_of_them(token) for token in sentence) or _is_part(sentence)


def _stands_for_amount(that: Token, sentence: Span) -> bool:
    """Whether "that", alone or with a noun for an amount, is what a sentence is about."""
    noun = that.head if that.dep_ == "det" else that
    named = noun == that or noun.lemma_.lower() in words("going_on", "amounts")
    return named and noun.dep_ == "nsubj" and noun.head == sentence.root


def _is_of_them(token: Token) -> bool:
    """Whether a word is what the sentence takes a part of: "of those", "of these voters".

    "Of those voting" says itself of whom, and so does "of those held" where somebody acts on them: "a court
    jailed 83 of those held".
    """
    if token.lower_ not in {"those", "these"} or token.i == 0 or token.nbor(-1).lower_ != "of":
        return False
    if token.i + 1 == len(token.doc):
        return True
    return not (token.nbor().lower_.endswith("ing") or (_says_whom(token) and _is_acted_on(token)))


def _says_whom(those: Token) -> bool:
    """Whether words behind "those" say whom it means: "those [held] since Monday", "those [who fled]"."""
    return any(child.i > those.i for child in grammar.children(those, "acl", "acl:relcl"))


def _is_acted_on(those: Token) -> bool:
    """Whether the subject of a clause does something to so many of those."""
    verb = grammar.clause_head(those)
    while verb is not None and verb.dep_.startswith("acl"):
        verb = grammar.clause_head(verb.head)
    doer = grammar.subject(verb) if verb is not None else None
    return doer is not None and doer.i < those.i and not doer.is_ancestor(those) and doer.tag_ != "CD"


def _is_part(sentence: Span) -> bool:
    """Whether a sentence tells of so many of those before: "Four have died", "Seven of them fled"."""
    first = next((token for token in sentence if token.is_alpha and token.tag_ != "RB"), None)
    if first is None or first.tag_ != "CD" or first.dep_ not in grammar.SUBJECTS:
        return False
    behind = sentence.doc[first.i + 1 : first.i + 3].text.lower()
    return behind == "of them" or not grammar.children(first, "nmod")


def _adds(sentence: Span) -> bool:
    """Whether a sentence opens by adding to what was told: "In addition, ...", "As a result, ..."."""
    opening = " ".join(token.lower_ for token in sentence[:_ADDING] if not token.is_space)
    return opening.startswith(tuple(words("results", "adding")))


def _numbers_hurt(sentence: Span) -> bool:
    """Whether a sentence tells how many more came to harm: "The number of injured stands at 387"."""
    opening = [token.lower_ for token in sentence if token.is_alpha][: _ADDING + 1]
    if opening[:3] != ["the", "number", "of"]:  # words, since parsers take "of injured stands" for one phrase
        return False
    states = frame_words("people", "casualty_nouns") | frame_words("people", "adjectives")
    return not states.isdisjoint(opening[3:])


def _tells_of_hurt(doc: Doc, voice: Voice) -> bool:
    """Whether a report is of people who came to harm."""
    harm = frame_words("people", "casualty_nouns") | frame_words("incident", "casualties") | {"toll"}
    return any(doc[place].lemma_.lower() in harm for place in voice.content)


def _is_foretold(sentence: Span) -> bool:
    """Whether a sentence tells of a forecast and not whose it is: "Growth is expected to reach 4 percent"."""
    verb = sentence.root
    passive = verb.lemma_.lower() in words("going_on", "foretelling") and grammar.is_passive(verb)
    agents = (
        child for child in verb.children if child.dep_ == "obl:agent" or grammar.preposition(child) == "by"
    )
    return passive and bool(grammar.children(verb, "xcomp")) and not any(agents)


def _foretells(doc: Doc, voice: Voice) -> bool:
    """Whether a report is of what is to come itself."""
    if voice.cue.lemma_.lower() in words("going_on", "foretelling"):
        return True
    return any(doc[place].lower_ in {"will", "would"} for place in voice.content)


def _tells_the_same(sentence: Span, voice: Voice) -> bool:
    """Whether a sentence goes on in its paragraph with what a report told, by the same verb or subject.

    "Stone is paying $75 for a spot, according to the files. Hill is paying $375 for one."; "Stone raised $3
    million, the agency said. She spent ...".
    """
    told = [sentence.doc[i] for i in voice.content]
    verb = sentence.root
    tells = grammar.is_verb(verb) and verb.lemma_ not in _empty_verbs()
    if tells and any(token.lemma_ == verb.lemma_ and grammar.is_verb(token) for token in told):
        return True
    subject = grammar.subject(verb)
    return subject is not None and any(
        token.lower_ == subject.lower_ and token.dep_ in grammar.SUBJECTS for token in told
    )


@cache
def _empty_verbs() -> frozenset[str]:
    """Verbs that any two sentences may share, whatever they tell."""
    return words("going_on", "plain") | words("say", "verbs") | words("announce", "verbs")


def _went_on(sentence: Span, voice: Voice, voices: Sequence[Voice], names: Names) -> bool:
    """Whether the sentence before goes on with a report already."""
    before = sentence.doc[sentence.start - 1].sent
    return before.start > voice.cue.i and carried(before, voices, names) is voice
