"""Who says what: attributions with speaker and stance, and whom the text credits for a figure."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from addup.reading import grammar
from addup.reading.attribution_spans import Relation, find_attributions
from addup.reading.credit import Credits, source_phrase
from addup.reading.names import Names
from addup.reading.voices import words
from addup.records import Attribution, Stance

__all__ = ["Credits", "attributions", "stance_of_cue"]


def attributions(doc: Doc, names: Names) -> tuple[Attribution, ...]:
    """Give who says what in an article, with the speaker's name where the text has it, and the stance."""
    return tuple(_attribution(doc, names, relation) for relation in find_attributions(doc))


def stance_of_cue(cue: Span) -> Stance:
    """Give what the words of a cue say of the standing of its content: "denied", "expects", "alleged"."""
    lemmas = {token.lemma_.lower() for token in cue}
    stances: tuple[Stance, ...] = ("denied", "expected", "supposed")
    return next((stance for stance in stances if lemmas & words("stance", stance)), "stated")


def _attribution(doc: Doc, names: Names, relation: Relation) -> Attribution:
    cue = [_span(doc, piece) for piece in relation.cue]
    stances = [stance for stance in map(stance_of_cue, cue) if stance != "stated"]
    return Attribution(
        source=relation.source,
        cue=relation.cue,
        content=relation.content,
        speaker=_speaker(doc, names, relation),
        stance=stances[0] if stances else "stated",
    )


def _speaker(doc: Doc, names: Names, relation: Relation) -> str | None:
    """Give the full name of a source, or the words that name it where the text has no name."""
    if not relation.source:
        return None
    span = _span(doc, relation.source[0])
    head = grammar.anchor(span)
    if grammar.is_verb(head):  # a source that runs on into its verb
        head = next(iter(grammar.children(head, "nsubj", "nsubj:pass")), head)
    if not grammar.is_noun(head) and head.tag_ != "PRP":
        return span.text
    source = source_phrase(head, names)
    return source.name or source.text


def _span(doc: Doc, piece: tuple[int, int]) -> Span:
    return grammar.span_of(doc, *piece)
