"""Whose words go on where no report is marked: quotations over sentences, polls, and a firm's results."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.names import Names
from addup.reading.quotations import Quotation
from addup.reading.voices import Voice, words


def quoting(doc: Doc, quotation: Quotation, voices: Sequence[Voice]) -> Voice | None:
    """Give who speaks a quotation: the report beside it in its sentences, else the last of its paragraph."""
    first, last = doc[quotation.start].sent.start, doc[quotation.end - 1].sent.end
    beside = [voice for voice in voices if first <= voice.cue.i < last and not _within(voice, quotation)]
    if beside:
        return min(beside, key=lambda voice: abs(voice.cue.i - quotation.end))
    behind = [voice for voice in voices if last <= voice.cue.i < last + _REACH and _opens(doc, voice, last)]
    if behind:
        return behind[0]
    start = _paragraph_start(doc, first)
    before = [voice for voice in voices if start <= voice.cue.i < first]
    return before[-1] if before else None


# How far behind a quotation its speaker may be named, in tokens: '... respects." said Jo Bell'.
_REACH = 4


def _within(voice: Voice, quotation: Quotation) -> bool:
    return quotation.start <= voice.cue.i < quotation.end


def _opens(doc: Doc, voice: Voice, end: int) -> bool:
    """Whether a report is what the next sentence begins with."""
    return voice.cue.sent.start <= end + 1 and not _breaks(doc, end, voice.cue.i)


def _paragraph_start(doc: Doc, index: int) -> int:
    while index > 0 and not _is_break(doc[index - 1]):
        index -= 1
    return index


def _is_break(token: Token) -> bool:
    return token.is_space and len(token.text.splitlines()) > 1


def _breaks(doc: Doc, start: int, end: int) -> bool:
    return any(_is_break(token) for token in doc[start:end])


def carried(sentence: Span, voices: Sequence[Voice], names: Names) -> Voice | None:
    """Give the report that a sentence without one goes on with; None where the outlet speaks for itself.

    A poll or a count goes on to the end of its paragraph. What a firm reported of its results goes on
    through the sentences about results that follow directly, over paragraphs, until the text turns to
    something else; a sentence with the firm itself as subject takes it up again.
    """
    before = [voice for voice in voices if voice.cue.i < sentence.start]
    if not before:
        return None
    last = before[-1]
    if is_count(last.source) and last.cue.i >= _paragraph_start(sentence.doc, sentence.start):
        return last
    if not is_of_results(sentence) or _turns(sentence):
        return None
    return _results_before(sentence, before, names)


def _results_before(sentence: Span, before: Sequence[Voice], names: Names) -> Voice | None:
    """Go back over sentences about results to the report that they go on with."""
    taken_up = _has_firm_as_subject(sentence)
    for earlier in reversed([other for other in sentence.doc.sents if other.start < sentence.start]):
        speaking = [voice for voice in before if earlier.start <= voice.cue.i < earlier.end]
        if any(names.is_personal(voice.source) for voice in speaking):
            return None
        told = is_of_results(earlier)
        if speaking and told:
            return speaking[0]
        breaks_off = _turns(earlier) or not (told or speaking)
        if breaks_off and not taken_up and earlier.text.strip():
            return None
    return None


def _has_firm_as_subject(sentence: Span) -> bool:
    """Whether the main clause says what a firm had or made: "the company had a loss"."""
    subjects = grammar.children(sentence.root, "nsubj")
    return sentence.root.lemma_.lower() in words("results", "verbs") and any(map(_is_firm, subjects))


def _is_firm(noun: Token) -> bool:
    return (
        noun.ent_type_ == "ORGANIZATION" or noun.tag_ == "NNP" or noun.lemma_.lower() in {"company", "firm"}
    )


def is_of_results(sentence: Span) -> bool:
    """Whether a sentence tells of a firm's results: its subject, or the object of what the firm had, is one."""
    return any(_is_result(token) and _is_told_of(token) for token in sentence)


def _is_told_of(noun: Token) -> bool:
    if noun.dep_ in {"nsubj", "nsubj:pass"}:
        return not grammar.children(noun.head, "expl")
    had = noun.head.lemma_.lower() in words("results", "verbs")
    return had and noun.dep_ in {"obj", "obl", "nmod"}


def _is_result(noun: Token) -> bool:
    return noun.lemma_.lower() in words("results", "nouns")


def _turns(sentence: Span) -> bool:
    return any(token.lower_ in words("results", "turning") for token in sentence)


def is_count(noun: Token) -> bool:
    """Whether a source is a poll, a survey or another count."""
    return noun.lemma_.lower() in words("document", "counts") | {"analysis"}
