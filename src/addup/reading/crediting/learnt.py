"""What only the learnt model of attributions tells of a figure: who speaks, and the stance.

That model takes more for reporting than what credits a figure ("agreed to", "is investigating"): only where
its cue has a word of saying is its source credited.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.crediting.article import Article
from addup.reading.crediting.documents import is_document, is_poll
from addup.reading.crediting.source_kind import kind_of
from addup.reading.crediting.voices import between, is_negated, is_when_told
from addup.reading.crediting.voices.conditions import does_to_thing, is_of_what_is_not
from addup.reading.crediting.words import words
from addup.reading.frames import words as frame_words
from addup.reading.polls import is_asked
from addup.records import Amount, Attribution, Stance


def learnt_source(article: Article, covering: Sequence[Attribution], amount: Amount) -> Token | None:
    """Give who speaks in the attributions around a figure, where the parser finds no report."""
    for said in covering:
        if not said.source:
            continue
        if _is_before_told(article, said, amount):
            continue
        source, cue = (grammar.span_of(article.doc, *pieces[0]) for pieces in (said.source, said.cue))
        noun = grammar.anchor(source)
        counts_people = amount.kind == "count" and is_poll(noun)
        is_somebody = noun.tag_.startswith("N") and kind_of(noun, article.names) is not None
        told = _says(cue, noun) and not (_is_deed(cue) or _is_negated(cue))
        if is_somebody and not counts_people and told:
            return noun
    return None


def _is_before_told(article: Article, said: Attribution, amount: Amount) -> bool:
    """Whether a figure only tells when it was said: "said after two hours that 40 had died"."""
    place = amount.number.start
    number = grammar.anchor(grammar.span_of(article.doc, place, amount.number.end))
    spans = (grammar.span_of(article.doc, *cue) for cue in said.cue)
    places = sorted({token.i for span in spans for token in span})
    for voice in (voice for one in places for voice in between(article.voices, one, one + 1)):
        cue = voice.cue
        if not any(start <= cue.idx < end for start, end in said.cue):
            continue
        if amount.kind == "duration" and is_when_told(cue, number.head):
            return True
        if cue.idx < place:
            told = min((token for token in voice.content if token > cue.i), default=cue.i)
            if place < article.doc[told].idx:
                return True
    return False


def stance_among(doc: Doc, covering: Sequence[Attribution], amount: Amount) -> Stance:
    """Give the stance of the innermost of the attributions around a figure, "stated" outside all.

    What those asked think is what a poll found: "the share who think so is 38 percent".
    """
    saying = (said for said in covering if not (amount.kind == "share" and _is_of_those_asked(doc, said)))
    return next((said.stance for said in saying), "stated")


def _is_of_those_asked(doc: Doc, said: Attribution) -> bool:
    """Whether an attribution is of those whom a poll asks, or of so many of them."""
    if not said.source:
        return False
    span = grammar.span_of(doc, *said.source[0])
    asked = words("noun", "asked") | words("noun", "amounts") | {"who"}
    return any(is_asked(token) or token.lemma_.lower() in asked for token in span)


def _says(cue: Span, noun: Token) -> bool:
    """Whether the words of a cue are of saying, for such a source; what happens ("a blast") says nothing.

    Police who found explosives do not report them: such verbs are those of documents and of names.
    """
    if noun.lemma_.lower() in frame_words("incident", "words"):
        return False
    if is_document(noun):
        said = words("say", "documents")
    else:
        named = words("say", "named")
        said = words("say", "verbs") - (words("say", "clausal") - named)  # the parser finds what these report
        said -= frozenset() if grammar.is_proper(noun) else named
    return any(token.lemma_.lower() in said | words("preposition", "words") for token in cue)


def _is_negated(cue: Span) -> bool:
    """Whether somebody did not say it: "did not mention that", "never said"."""
    return any(is_negated(token, token.lemma_.lower()) for token in cue if grammar.is_verb(token))


def _is_deed(cue: Span) -> bool:
    """Whether somebody does so to a thing, and says nothing: "added 41,000 jobs", "wrote two letters".

    Nor does who only speaks somewhere: "spoke near a mill with 40 workers".
    """
    if any(token.lemma_.lower() in words("say", "withheld") for token in cue):
        return True  # "declined to comment on the 12 arrests"
    deeds = words("say", "deeds") | words("say", "writing")
    if any(does_to_thing(token, token.lemma_.lower()) or is_of_what_is_not(token) for token in cue):
        return True  # "admitted 40 students"
    done = (token for token in cue if token.lemma_.lower() in deeds)
    spoke = (token for token in cue if token.lemma_.lower() == "speak")
    if any(grammar.complement(token, "about", "of") is None for token in spoke):
        return True
    if any(token.lemma_ == "point" and token.nbor().lower_ == "to" for token in cue[:-1]):
        return True  # "pointed to attacks by two men"
    return any(grammar.direct_object(token) is not None for token in done)
