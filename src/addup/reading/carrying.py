"""Whose words go on where no report is marked: quotations over sentences, counts, and a firm's results."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.names import Names
from addup.reading.poll_results import is_of_election, is_poll
from addup.reading.quotations import Quotation
from addup.reading.sentences import tells
from addup.reading.text import has_break, is_break, paragraph_start, text_of
from addup.reading.voices import Voice, leads_to_speech, words

# How far behind a quotation its speaker may be named, in tokens: '... respects." said Jo Bell'.
_REACH = 4
_YEAR_BEFORE = re.compile(r"\b(?:year-(?:ago|earlier)|[Aa] year (?:ago|earlier),)")
# What marks a deal as known: it was told of before.
_KNOWN = frozenset({"the", "this", "that", "these", "each"})
# Verbs that any two sentences share.
_PLAIN = frozenset({"be", "do", "have"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_ADDING = 5  # tokens in which a sentence says that it adds something


def quoting(doc: Doc, quotation: Quotation, voices: Sequence[Voice]) -> Voice | None:
    """Give who speaks a quotation: the report beside it in its sentences, else the last of its paragraph."""
    first, last = doc[quotation.start].sent.start, doc[quotation.end - 1].sent.end
    beside = [voice for voice in voices if first <= voice.cue.i < last and not _within(voice, quotation)]
    if beside:
        return min(beside, key=lambda voice: abs(voice.cue.i - quotation.end))
    behind = [
        voice for voice in voices if last <= voice.cue.i < last + _REACH and _opens(doc, voice, quotation.end)
    ]
    if behind:
        return behind[0]
    start = paragraph_start(doc, first)
    before = [voice for voice in voices if voice.cue.i < first]
    if before and (before[-1].cue.i >= start or _leads_here(before[-1], doc, first)):
        return before[-1]
    if before and _is_paragraph(doc, quotation) and before[-1].cue.i >= paragraph_start(doc, start - 1):
        return before[-1]
    return None


def _is_paragraph(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation is a whole paragraph, said by whoever spoke in the one before."""
    start, end = quotation.start, quotation.end
    begins = start > 0 and is_break(doc[start - 1])
    return begins and (end >= len(doc) or doc[end].is_space or doc[end - 1].is_space)


def _leads_here(voice: Voice, doc: Doc, start: int) -> bool:
    """Whether a report leads to what begins here, over a line break: "He said:"."""
    return leads_to_speech(voice.cue.sent) and _begins_right_behind(voice, doc, start)


def _within(voice: Voice, quotation: Quotation) -> bool:
    return quotation.start <= voice.cue.i < quotation.end


def _opens(doc: Doc, voice: Voice, end: int) -> bool:
    """Whether a report is what the next sentence begins with."""
    return voice.cue.sent.start <= end + 1 and not has_break(doc, end, voice.cue.i)


def answering(doc: Doc, index: int, voices: Sequence[Voice], names: Names) -> Voice | None:
    """Give who speaks in a recorded answer: a paragraph in the first person behind one that names a speaker.

    Broadcasters print what was said on air without quotation marks, behind a paragraph that leads to it.
    """
    start = paragraph_start(doc, index)
    if start == 0 or not _is_spoken(doc, start):
        return None
    before = [voice for voice in voices if paragraph_start(doc, start - 1) <= voice.cue.i < start]
    personal = [voice for voice in before if names.is_personal(voice.source)]
    return personal[-1] if personal else None


def _is_spoken(doc: Doc, start: int) -> bool:
    """Whether a paragraph is in somebody's own words, unquoted: it hesitates, or says "I", "we" or "you"."""
    end = start
    while end < len(doc) and not is_break(doc[end]):
        end += 1
    spoken = {token.lower_ for token in doc[start:end]}
    return not spoken & {'"', "“", "''", "``"} and bool(spoken & words("first_or_second", "pronouns"))


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
    if _is_of_deal(sentence):
        dealing = _deal_before(sentence, before)
        if dealing is not None:
            return dealing
    if is_count(last.source) and last.cue.i >= paragraph_start(sentence.doc, sentence.start):
        return None if is_poll(last.source) and any(map(is_of_election, sentence)) else last
    if not is_of_results(sentence) or _turns(sentence) or _compares(sentence, names):
        return None
    return _results_before(sentence, before, names)


def _draws_on(sentence: Span) -> bool:
    """Whether a sentence draws on what was said in the one before.

    "That leaves $2 million to be found."; "A third of those live abroad."
    """
    first = _first_word(sentence)
    if first.lower_ in {"that", "this"} and first.dep_ == "nsubj" and first.head == sentence.root:
        return True
    return any(_is_of_them(token) for token in sentence) or _is_part(sentence)


def _is_part(sentence: Span) -> bool:
    """Whether a sentence tells of so many of those before: "Four have died", "Seven of them fled"."""
    first = next((token for token in sentence if token.is_alpha and token.tag_ != "RB"), None)
    if first is None or first.tag_ != "CD" or first.dep_ not in _SUBJECTS:
        return False
    behind = sentence.doc[first.i + 1 : first.i + 3].text.lower()
    return behind == "of them" or not grammar.children(first, "nmod")


def _continues(sentence: Span, last: Voice, voices: Sequence[Voice], names: Names) -> bool:
    """Whether a sentence goes on with the last report in its words: it draws on it, adds to it, repeats it.

    What a person says is quoted or has a report of its own; that of a body or a document goes on by itself.
    """
    is_next = _begins_right_behind(last, sentence.doc, sentence.start)
    if is_next and _draws_on(sentence):
        return True
    if names.is_personal(last.source) or has_break(sentence.doc, last.cue.sent.start, sentence.start):
        return False
    if is_next and _adds(sentence):
        return True
    return _tells_the_same(sentence, last) and (is_next or _went_on(sentence, last, voices, names))


def _adds(sentence: Span) -> bool:
    """Whether a sentence opens by adding to what was told: "In addition, ...", "As a result, ..."."""
    opening = " ".join(token.lower_ for token in sentence[:_ADDING] if not token.is_space)
    return opening.startswith(tuple(words("results", "adding")))


def _went_on(sentence: Span, voice: Voice, voices: Sequence[Voice], names: Names) -> bool:
    """Whether the sentence before goes on with a report already."""
    before = sentence.doc[sentence.start - 1].sent
    return before.start > voice.cue.i and carried(before, voices, names) is voice


def _tells_the_same(sentence: Span, voice: Voice) -> bool:
    """Whether a sentence goes on in its paragraph with what a report told, by the same verb or subject.

    "Stone is paying $75 for a spot, according to the files. Hill is paying $375 for one."; "Stone raised $3
    million, the agency said. She spent ...".
    """
    told = [sentence.doc[i] for i in voice.content]
    verbs = (
        {token.lemma_ for token in told if grammar.is_verb(token)}
        - _PLAIN
        - words("say", "verbs")
        - words("announce", "verbs")
    )
    if grammar.is_verb(sentence.root) and sentence.root.lemma_ in verbs:
        return True
    subject = grammar.subject(sentence.root)
    return subject is not None and any(
        token.lower_ == subject.lower_ and token.dep_ in _SUBJECTS for token in told
    )


def _is_of_them(token: Token) -> bool:
    """Whether a word is what the sentence takes a part of: "of those", "of these voters".

    "Of those voting" says itself of whom.
    """
    if token.lower_ not in {"those", "these"} or token.i == 0 or token.nbor(-1).lower_ != "of":
        return False
    return token.i + 1 == len(token.doc) or not token.nbor().lower_.endswith("ing")


def _begins_right_behind(voice: Voice, doc: Doc, start: int) -> bool:
    """Whether nothing but a line break stands between the sentence of a report and a token."""
    return not text_of(doc)[voice.cue.sent.end_char : doc[start].idx].strip()


def _is_of_deal(sentence: Span) -> bool:
    """Whether a sentence is about a deal that it takes for known: "the offer", "the new shares", "terms"."""
    subjects = grammar.children(sentence.root, "nsubj", "nsubj:pass")
    known = (noun for noun in subjects if noun.lemma_.lower() in words("deal", "nouns") and _is_known(noun))
    return _first_word(sentence).lower_ == "terms" or any(known)


def _is_known(noun: Token) -> bool:
    return any(child.lower_ in _KNOWN for child in grammar.children(noun, "det"))


def _deal_before(sentence: Span, before: Sequence[Voice]) -> Voice | None:
    """Go back over the sentences about a deal in a paragraph to the report that they go on with."""
    doc, last = sentence.doc, before[-1]
    while not _begins_right_behind(last, doc, sentence.start):
        before_it = doc[sentence.start - 1].sent
        ends = has_break(doc, before_it.start, sentence.start)
        if ends or before_it.start <= last.cue.i or not _is_of_deal(before_it):
            return None
        sentence = before_it
    return last


def _first_word(sentence: Span) -> Token:
    return next((token for token in sentence if not token.is_space), sentence.root)


def _results_before(sentence: Span, before: Sequence[Voice], names: Names) -> Voice | None:
    """Go back over sentences about results to the report that they go on with."""
    taken_up = _has_firm_as_subject(sentence)
    firm = next(iter(grammar.children(sentence.root, "nsubj")), None) if taken_up else None
    while sentence.start > 0:
        sentence = sentence.doc[sentence.start - 1].sent
        speaking = [voice for voice in before if sentence.start <= voice.cue.i < sentence.end]
        if any(names.is_personal(voice.source) for voice in speaking):
            return None
        # Without an amount or a time it is said what results are, not what they were.
        told = is_of_results(sentence) and tells(sentence.text)
        if speaking and told:
            return None if firm is not None and _is_another(firm, speaking[0].source, names) else speaking[0]
        breaks_off = _turns(sentence) or not (told or speaking)
        if breaks_off and not taken_up and sentence.text.strip():
            return None
    return None


def _is_another(firm: Token, source: Token, names: Names) -> bool:
    """Whether a firm that had results has another name than the one that reported its own."""
    naming, told_by = names.naming(firm), names.naming(source)
    if firm.tag_ != "NNP" or told_by is None:
        return False
    if naming is not None:
        return naming.name != told_by.name
    return firm.lower_ not in {source.lower_, *told_by.name.full.lower().split()}


def _has_firm_as_subject(sentence: Span) -> bool:
    """Whether the main clause says what a firm had or made: "the company had a loss"."""
    subjects = grammar.children(sentence.root, "nsubj")
    return sentence.root.lemma_.lower() in words("results", "verbs") and any(map(_is_firm, subjects))


def _is_firm(noun: Token) -> bool:
    named = noun.ent_type_ == "ORGANIZATION" or noun.tag_ == "NNP"
    opens = noun.is_title and noun.left_edge == noun and noun.lower_ not in words("results", "nouns")
    return named or opens or noun.lemma_.lower() in {"company", "firm"}


def is_of_results(sentence: Span) -> bool:
    """Whether a sentence tells of a firm's results: of one, of a change in one, or of what it earned."""
    return any(_is_result(token) and _is_core(token) for token in sentence) or (
        sentence.root.lemma_.lower() in words("results", "earning") and _has_firm_as_subject(sentence)
    )


def _is_core(noun: Token) -> bool:
    """Whether a noun is what a clause is about, not what something in it is about ("the cost of sales")."""
    if noun.dep_ in {"nsubj", "nsubj:pass"}:
        return not grammar.children(noun.head, "expl")
    return noun.dep_ in {"obj", "root", "ROOT", "xcomp"}


def _is_result(noun: Token) -> bool:
    """Whether a noun stands for a result of a firm, or for a change in one ("a drop in earnings")."""
    if noun.lemma_.lower() in words("results", "nouns"):
        return True
    result = grammar.complement(noun, "in") if noun.lemma_.lower() in words("results", "changes") else None
    return result is not None and _is_result(result)


def _compares(sentence: Span, names: Names) -> bool:
    """Whether a sentence adds a year before for comparison, from the outlet's files.

    "In the year-earlier quarter, Orel had a loss"; where "the company" had it, its report goes on.
    """
    opening = sentence.doc[sentence.start : sentence.root.i].text
    if _YEAR_BEFORE.search(opening) is None:
        return False
    subjects = grammar.children(sentence.root, "nsubj")
    return any(_is_result(noun) or names.naming(noun) is not None for noun in subjects)


def _turns(sentence: Span) -> bool:
    return any(token.lower_ in words("results", "turning") for token in sentence)


def is_count(noun: Token) -> bool:
    """Whether a source is a poll, a survey or another count, or a document that tells what was found."""
    counts = words("document", "counts") | words("document", "makers") | words("document", "findings")
    return noun.lemma_.lower() in counts
