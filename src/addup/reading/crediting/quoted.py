"""Who speaks what stands in quotation marks, and what is printed of speech or recorded talk without any."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.attrs import LOWER
from spacy.tokens import Doc

from addup.reading import grammar
from addup.reading.crediting.documents import is_document
from addup.reading.crediting.voices import Voice, before, begins_right_behind, between, leads_to_speech
from addup.reading.crediting.voices.speakers import is_nobody, subject_of
from addup.reading.crediting.words import words
from addup.reading.names import Names
from addup.reading.quotations import Quotation
from addup.reading.text import has_break, is_break, kept, paragraph_end, paragraph_start, strings_of

# How far behind a quotation its speaker may be named, in tokens: '... respects." said Jo Bell'.
_REACH = 4
# Tokens of a paragraph that only leads to a quotation, at most.
_LEADING = 8
# Words of one letter, and what a paragraph opens with that is quoted.
_WORDS = frozenset({"a", "i"})
_QUOTING = frozenset({'"', "'", "''", "``", "“", "‘", "«", "„"})


def quoting(doc: Doc, quotation: Quotation, voices: Sequence[Voice], names: Names) -> Voice | None:
    """Give who speaks a quotation: the report beside it in its sentences, else the last of its paragraph.

    Before that comes the person whom the sentence right before it tells of, without a report: "Orr shrugged".
    Who tells something else right behind it speaks it only if nobody else does.
    """
    first, last = doc[quotation.start].sent.start, doc[quotation.end - 1].sent.end
    beside = [voice for voice in between(voices, first, last) if not _within(voice, quotation)]
    if beside:
        return min(beside, key=lambda voice: abs(voice.cue.i - quotation.end))
    near = between(voices, last, last + _REACH)
    behind = next((voice for voice in near if _opens(doc, voice, quotation.end)), None)
    if behind is not None and not _tells_of_its_own(behind):
        return behind
    beside_clause = _in_clause(doc, quotation)
    if beside_clause is not None:
        return beside_clause
    labelled = _labelled(doc, quotation, names)
    if labelled is not None:
        return labelled
    last_before = before(voices, first)
    said = _acting(doc, quotation, last_before, names) or _spoken_before(doc, quotation, last_before)
    return behind if said is None and behind is not None and not is_document(behind.source) else said


def _spoken_before(doc: Doc, quotation: Quotation, last: Voice | None) -> Voice | None:
    """Give the last report before a quotation, if it is of its paragraph, leads to it or goes on with it."""
    first = _before_colon(doc, doc[quotation.start].sent.start)
    start = paragraph_start(doc, first)
    if last is None or last.cue.i >= start or _leads_here(last, doc, first):
        return last
    return last if _is_paragraph(doc, quotation) and last.cue.i >= paragraph_start(doc, start - 1) else None


def _before_colon(doc: Doc, first: int) -> int:
    """Go back over a short paragraph that only leads to what begins here: "Transcript as follows:"."""
    if first == 0 or not leads_to_speech(doc[first - 1].sent):
        return first
    start = paragraph_start(doc, first - 1)
    return start if first - start <= _LEADING else first


def _acting(doc: Doc, quotation: Quotation, last: Voice | None, names: Names) -> Voice | None:
    """Give the person whose name opens the sentence before a quotation that is a sentence of its own.

    A new paragraph goes on with it only behind a colon.
    """
    first = quotation.start
    if first == 0 or doc[first].sent.start != first:
        return None
    told = doc[first - 1].sent
    if paragraph_start(doc, first) == first and not leads_to_speech(told):
        return None
    start = next((token.i for token in told if not token.is_space), told.start)
    if (last is not None and last.cue.i >= told.start) or '"' in told.text:
        return None
    people = (one for one in reversed(names.namings) if one.name.kind == "person" and one.start <= start)
    # What has no number in it is not parsed, and not asked for names: the name itself tells.
    named = (
        doc[one.end - 1] for one in people if one.start == start or doc[one.end - 1].orth == doc[start].orth
    )
    name = next(named, None)
    verb = doc[(name.i if name is not None and name.i > start else start) + 1]
    is_owner = verb.text.startswith(("'", "’")) or verb.text == ","
    return None if name is None or is_owner else Voice(name, name, frozenset())


def _labelled(doc: Doc, quotation: Quotation, names: Names) -> Voice | None:
    """Give the person whose name and a colon stand right before a quotation: 'Ann Bell: "We lost 40."'."""
    if quotation.start < 2 or doc[quotation.start - 1].text != ":":
        return None
    name = doc[quotation.start - 2]
    return Voice(name, name, frozenset()) if names.is_personal(name) else None


def _in_clause(doc: Doc, quotation: Quotation) -> Voice | None:
    """Give who does so with the words that a clause quotes amid it: 'urging all to "join the 40"'."""
    word = doc[quotation.start + 1]
    if quotation.start == doc[quotation.start].sent.start or word.text[:1].isupper():
        return None
    verb = next((above for above in word.ancestors if above.lemma_.lower() in words("say", "using")), None)
    if verb is None or not grammar.is_verb(verb) or not verb.sent.start <= verb.i < quotation.start:
        return None
    source = subject_of(verb)
    passive = grammar.is_passive(verb) or source is None or is_nobody(source)
    return None if passive or source is None else Voice(source, verb, frozenset())


def _is_paragraph(doc: Doc, quotation: Quotation) -> bool:
    """Whether a quotation is a whole paragraph, said by whoever spoke in the one before."""
    start, end = quotation.start, quotation.end
    begins = start > 0 and is_break(doc[start - 1])
    return begins and (end >= len(doc) or doc[end].is_space or doc[end - 1].is_space)


def _leads_here(voice: Voice, doc: Doc, start: int) -> bool:
    """Whether a report leads to what begins here, over a line break: "He said:"."""
    return leads_to_speech(voice.cue.sent) and begins_right_behind(voice, doc, start)


def _within(voice: Voice, quotation: Quotation) -> bool:
    """Whether a report stands in a quotation itself, which somebody else then speaks."""
    return quotation.start <= voice.cue.i < quotation.end


def _opens(doc: Doc, voice: Voice, end: int) -> bool:
    """Whether a report is what the next sentence begins with."""
    return voice.cue.sent.start <= end + 1 and not has_break(doc, end, voice.cue.i)


def _tells_of_its_own(voice: Voice) -> bool:
    """Whether who opens the next sentence tells another thing: '"We lost 40." The union said 60 had gone'.

    "He added that" goes on with what he is quoted with.
    """
    cue, source = voice.cue, voice.source
    if source.tag_ == "PRP" and source.i < cue.i:
        return False
    told = grammar.children(cue, "ccomp", "obj", "xcomp")
    return cue.tag_ not in grammar.FINITE or any(one != source for one in told)


def leading(doc: Doc, index: int, voices: Sequence[Voice]) -> Voice | None:
    """Give who says what a colon leads to: the paragraph behind "Bell argued that:", or a list."""
    start = paragraph_start(doc, index)
    mark = _mark_of_item(doc, start)
    while start:
        voice = before(voices, start)
        if voice is not None and _leads_here(voice, doc, start):
            told = voice.cue.dep_ == "ROOT" or voice.cue.lower_ in words("preposition", "words")
            return voice if told else None
        start = paragraph_start(doc, start - 1)
        if mark is None or _mark_of_item(doc, start) != mark:
            return None
    return None


def _mark_of_item(doc: Doc, start: int) -> str | None:
    """Give the mark that an item of a list begins with; a bullet may have become a letter: "l", "o".

    Numbers of items are one mark.
    """
    text = doc[start].text
    if text.isdecimal() and doc[start + 1 : start + 2].text in {".", ")"}:
        return "1"
    is_mark = not text.isalnum() or (len(text) == 1 and text.islower() and text not in _WORDS)
    return text if is_mark and text not in _QUOTING else None


def answering(doc: Doc, index: int, voices: Sequence[Voice], names: Names) -> Voice | None:
    """Give who speaks in a recorded answer: a paragraph in the first person behind one that names a speaker.

    Broadcasters print what was said on air without quotation marks, behind a paragraph that leads to it.
    """
    start = paragraph_start(doc, index)
    if start == 0 or not _is_spoken(doc, start):
        return None
    told = between(voices, paragraph_start(doc, start - 1), start)
    personal = [voice for voice in told if names.is_personal(voice.source)]
    return personal[-1] if personal else None


def _is_spoken(doc: Doc, start: int) -> bool:
    """Whether a paragraph is in somebody's own words, unquoted: it hesitates, or says "I", "we" or "you"."""
    known: dict[int, bool] = kept(doc, "spoken")
    if start not in known:
        spoken = set(strings_of(doc, LOWER)[start : paragraph_end(doc, start)])
        marked = not spoken.isdisjoint(('"', "“", "''", "``"))
        known[start] = not marked and not spoken.isdisjoint(words("first_or_second", "pronouns"))
    return known[start]
