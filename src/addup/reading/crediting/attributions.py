"""Who says what in an article: what the learnt model finds, with the speaker's name and the stance."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.crediting.source_kind import kind_of
from addup.reading.crediting.source_phrases import source_phrase
from addup.reading.crediting.words import words
from addup.reading.frames import words as frame_words
from addup.reading.names import Names, pronoun_kind
from addup.reading.speech.spans import Relation, find_attributions
from addup.records import Attribution, Stance

_CLAUSES = ("ccomp", "xcomp")


def attributions(doc: Doc, names: Names) -> tuple[Attribution, ...]:
    """Give who says what in an article, with the speaker's name where the text has it, and the stance."""
    found = find_attributions(doc)
    heads = [_head(doc, relation) for relation in found]
    return tuple(
        _attribution(doc, relation, head, _speaker(doc, names, relation, head, heads))
        for relation, head in zip(found, heads, strict=True)
    )


def stance_of_cue(cue: Span) -> Stance:
    """Give what the words of a cue say of the standing of its content: "denied", "expects", "alleged"."""
    # "Ended a dispute over pay that had left 52 ships waiting" denies no ships.
    lemmas = {
        token.lemma_.lower()
        for token in cue
        if not (grammar.is_noun(token) and token.lemma_.lower() in words("stance", "quarrels"))
    }
    stances: tuple[Stance, ...] = ("denied", "expected", "supposed")
    return next((stance for stance in stances if lemmas & words("stance", stance)), "stated")


def _only_refuses(verb: Token) -> bool:
    """Whether a verb turns a thing down, and denies nothing said: "rejected the bill by 12 votes to 8".

    So does who denies somebody something, or so many things: "denied him bail", "denied 230 permits".
    """
    if verb.lemma_.lower() not in words("stance", "denied") or not grammar.is_verb(verb):
        return False
    thing = grammar.direct_object(verb)
    if thing is None and grammar.is_passive(verb):
        thing = grammar.subject(verb)
    if thing is None:
        return verb.lemma_.lower() in frame_words("stance", "refusing") and not grammar.children(
            verb, *_CLAUSES
        )
    if grammar.is_number(thing) or any(map(grammar.is_number, grammar.children(thing, "nummod"))):
        return True
    if verb.lemma_.lower() in frame_words("stance", "refusing"):
        return thing.lemma_.lower() not in frame_words("stance", "statements")
    return bool(grammar.children(verb, "iobj"))


def _attribution(doc: Doc, relation: Relation, head: Token | None, speaker: str | None) -> Attribution:
    cue = [_span(doc, piece) for piece in relation.cue]
    stances = [stance_of_cue(piece) for piece in cue if not any(map(_only_refuses, piece))]
    stances = [stance for stance in stances if stance != "stated"]
    return Attribution(
        source=relation.source,
        cue=relation.cue,
        content=relation.content,
        speaker=speaker,
        stance=stances[0] if stances else "stated",
    )


def _head(doc: Doc, relation: Relation) -> Token | None:
    """Give the word that heads the source of an attribution."""
    if not relation.source:
        return None
    head = grammar.anchor(_span(doc, relation.source[0]))
    if grammar.is_verb(head):  # a source that runs on into its verb
        return next(iter(grammar.children(head, *grammar.SUBJECTS)), head)
    return head


def _speaker(
    doc: Doc, names: Names, relation: Relation, head: Token | None, heads: Sequence[Token | None]
) -> str | None:
    """Give the full name of a source, or the words that name it where the text has no name.

    "He" and "she" of somebody without a name are the person who spoke last: "the minister". "It" is the body
    that spoke last, unless another has been the subject of a sentence since.
    """
    if head is None:
        return None
    if not grammar.is_noun(head) and head.tag_ != "PRP":
        return _span(doc, relation.source[0]).text
    source = source_phrase(head, names)
    if source.name is None and pronoun_kind(head) == "person":
        before = (other for other in reversed(heads) if other is not None and other.i < head.i)
        last = next((other for other in before if _is_one_person(other, names)), None)
        source = source_phrase(last, names) if last is not None else source
    elif pronoun_kind(head) == "organisation":
        body = _body_meant(head, heads, names)
        source = source_phrase(body, names) if body is not None else source
    return source.name or source.text


def _body_meant(pronoun: Token, heads: Sequence[Token | None], names: Names) -> Token | None:
    """Give the body that spoke last before a pronoun; None where one that was named since is meant."""
    before = (other for other in reversed(heads) if other is not None and other.i < pronoun.i)
    spoke = next((other for other in before if grammar.is_noun(other) and not names.is_personal(other)), None)
    told = (naming for naming in reversed(names.namings) if naming.is_subject and naming.end <= pronoun.i)
    named = next((naming for naming in told if names.can_be(pronoun, naming)), None)
    return spoke if spoke is not None and (named is None or named.start < spoke.i) else None


def _is_one_person(noun: Token, names: Names) -> bool:
    return noun.tag_ in {"NN", "NNP"} and kind_of(noun, names) in {"person", "official"}


def _span(doc: Doc, piece: tuple[int, int]) -> Span:
    return grammar.span_of(doc, *piece)
