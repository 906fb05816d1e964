"""Which report a sentence without one goes on with.

That is the last one where the sentence draws on it, adds to it or repeats it in its words; else that of a
deal, of a count in its paragraph, or of a firm's results.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Span

from addup.reading import grammar
from addup.reading.crediting.deals import deal_before, is_of_deal
from addup.reading.crediting.documents import is_count, is_poll
from addup.reading.crediting.drawing_on import changes_too, draws_on, takes_up
from addup.reading.crediting.poll_results import foretells, is_no_result
from addup.reading.crediting.results import compares, is_of_results, results_before, turns
from addup.reading.crediting.voices import Voice, before, begins_right_behind
from addup.reading.crediting.words import words
from addup.reading.frames import words as frame_words
from addup.reading.names import Names
from addup.reading.text import has_break, paragraph_start

_ADDING = 5  # tokens in which a sentence says that it adds something


def carried(sentence: Span, reports: Sequence[Voice], names: Names) -> Voice | None:
    """Give the report that a sentence without one goes on with; None where the outlet speaks for itself.

    `reports` are those of the text that something may go on with.

    A count goes on to the end of its paragraph, a report of a deal for one sentence. What a firm reported
    of its results goes on through the sentences about them that follow directly, over paragraphs, until the
    text turns to something else; a sentence with the firm itself as subject takes it up again.
    """
    last = before(reports, sentence.start)
    if last is None:
        return None
    if _continues(sentence, last, reports, names):
        return last
    if is_of_deal(sentence):
        dealing = deal_before(sentence, last)
        if dealing is not None:
            return dealing
    if is_count(last.source) and last.cue.i >= paragraph_start(sentence.doc, sentence.start):
        poll = is_poll(last.source)
        ends = poll and (is_no_result(sentence[0]) or foretells(last.source, sentence.root))
        return None if ends else last
    if not is_of_results(sentence) or turns(sentence) or compares(sentence, names):
        return None
    return results_before(sentence, reports, names)


def _continues(sentence: Span, last: Voice, reports: Sequence[Voice], names: Names) -> bool:
    """Whether a sentence goes on with the last report in its words: it draws on it, adds to it, repeats it.

    What a person says is quoted or has a report of its own; that of a body or a document goes on by itself.
    """
    is_next = begins_right_behind(last, sentence.doc, sentence.start)
    if is_next and (draws_on(sentence) or takes_up(sentence, last)):
        return True
    if names.is_personal(last.source) or has_break(sentence.doc, last.cue.sent.start, sentence.start):
        return False
    if is_next and _adds(sentence):
        return True
    goes_on = _tells_the_same(sentence, last) or (_is_foretold(sentence) and _foretells(sentence.doc, last))
    goes_on = goes_on or (_numbers_hurt(sentence) and _tells_of_hurt(sentence.doc, last))
    goes_on = goes_on or changes_too(sentence, last)
    return goes_on and (is_next or _went_on(sentence, last, reports, names))


def _adds(sentence: Span) -> bool:
    """Whether a sentence opens by adding to what was told: "In addition, ...", "As a result, ..."."""
    opening = " ".join(token.lower_ for token in sentence[:_ADDING] if not token.is_space)
    return opening.startswith(tuple(words("results", "adding")))


def _numbers_hurt(sentence: Span) -> bool:
    """Whether a sentence tells how many more came to harm, or who: "The number of injured stands at 387".

    "Twelve children were among the dead."
    """
    states = frame_words("people", "casualty_nouns") | frame_words("people", "adjectives")
    among = (token for token in sentence[:-2] if token.lower_ == "among" and token.nbor().lower_ == "the")
    if any(token.nbor(2).lower_ in states for token in among):
        return True
    opening = [token.lower_ for token in sentence if token.is_alpha][: _ADDING + 1]
    if opening[:3] != ["the", "number", "of"]:  # words, since parsers take "of injured stands" for one phrase
        return False
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


def _went_on(sentence: Span, voice: Voice, reports: Sequence[Voice], names: Names) -> bool:
    """Whether the sentence before goes on with a report already."""
    last = sentence.doc[sentence.start - 1].sent
    return last.start > voice.cue.i and carried(last, reports, names) is voice
