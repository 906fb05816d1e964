"""Where what is counted is or happened, as the text says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.counted import Subject
from addup.reading.events import event_of, event_verb
from addup.reading.frames import words


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text names behind a preposition ("in Lisbon and Porto"), without the preposition."""

    span: Span

    @property
    def text(self) -> str:
        """The words of the place."""
        return self.span.text


def place_figures(doc: Doc, subjects: Sequence[Subject]) -> list[str | None]:
    """Give for each figure the place that limits it, in the words of the text; None where there is none.

    A place in the same sentence counts: first one that hangs on the thing counted or on what happened to it,
    then one elsewhere in the clause. Casualties without one have the place of the casualties before them.
    """
    places = find_places(doc)
    found: list[str | None] = []
    incident: str | None = None
    for subject in subjects:
        place = _nearest(subject, places)
        text = place.text if place is not None else None
        if event_of(subject.holder, subject.anchor) in words("incident", "casualties"):
            text = incident = text or incident
        found.append(text)
    return found


def find_places(doc: Doc) -> list[Place]:
    """Give the places that a text names as such, in order; "U.S." in "the U.S. embassy" is none."""
    found: list[Place] = []
    end = 0
    for token in doc:
        if token.i < end:
            continue
        if token.lower_ in words("place", "adverbs") and token.tag_ != "EX":
            found.append(Place(doc[token.i : token.i + 1]))
        elif token.lower_ in words("place", "prepositions") and token.tag_ in {"IN", "TO", "RP"}:
            span = _named_after(doc, token.i + 1)
            if span is not None:
                found.append(Place(span))
                end = span.end
    return found


def _named_after(doc: Doc, index: int) -> Span | None:
    """Give the place that begins at a token: names with the words before them, joined by commas and "and"."""
    start = index
    while (
        index < len(doc)
        and doc[index].tag_ in {"DT", "JJ", "NN", "PRP$", "NNP", "CD"}
        and not _is_located(doc[index])
    ):
        if doc[index].ent_type_ in {"PERSON", "MISC"} or index - start > 3:
            return None
        if doc[index].lemma_.lower() in words("place", "nouns"):
            name = _name_behind(doc, index + 1)
            if name < len(doc) and _is_located(doc[name]):
                return _trimmed(doc, name, _end_of_names(doc, name))
            if name >= len(doc) or doc[name].lower_ != "of":
                return _trimmed(doc, start, index + 1)
        index += 1
    if index >= len(doc) or not _is_located(doc[index]):
        return None
    end = _end_of_names(doc, index)
    if end < len(doc) and grammar.is_noun(doc[end]):
        if doc[end].lemma_.lower() not in words("place", "nouns"):
            return None
        end += 1
    return _trimmed(doc, start, end)


def _name_behind(doc: Doc, index: int) -> int:
    """Go over the comma of "the capital, Abuja"."""
    return index + 1 if index < len(doc) and doc[index].text == "," else index


def _end_of_names(doc: Doc, index: int) -> int:
    """Run over a name and those joined to it: "Lisbon, Portugal", "Spain and Portugal"."""
    while index < len(doc) and _is_located(doc[index]):
        index += 1
    if index + 1 < len(doc) and doc[index].lower_ in {",", "and"} and _is_located(doc[index + 1]):
        return _end_of_names(doc, index + 1)
    return index


def _is_located(token: Token) -> bool:
    return token.ent_type_ == "LOCATION"


def _trimmed(doc: Doc, start: int, end: int) -> Span:
    while start < end - 1 and doc[start].tag_ in {"DT", "PRP$"}:
        start += 1
    return doc[start:end]


def _nearest(subject: Subject, places: Sequence[Place]) -> Place | None:
    sentence = subject.anchor.sent
    here = [place for place in places if sentence.start <= place.span.start < sentence.end]
    if not here or not grammar.is_parsed(subject.anchor):
        return None
    verb = event_verb(subject.holder)

    def rank(place: Place) -> tuple[int, int, int]:
        head = place.span.root
        on_thing = subject.holder.is_ancestor(head)
        on_event = verb is not None and verb.is_ancestor(head)
        behind = place.span.start > subject.anchor.i
        return (0 if on_thing else 1 if on_event else 2, 0 if behind else 1, abs(head.i - subject.anchor.i))

    return min(here, key=rank)
