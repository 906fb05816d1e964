"""Who speaks in transcripts, minutes and posts: whom a label names, up to the next one.

Broadcasters put who speaks before a colon in capitals ("BELL: We lost 40 men."), parliaments and courts with
a title ("Ms. Bell: ...", "The Minister of Health (Ms. Dale): ..."), printed talks have full names.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.tokens import Doc, Span

from addup.documents.posts import posts_of
from addup.reading.crediting.words import words
from addup.reading.names import Names, name_words
from addup.reading.text import kept, text_of

_CAPITALS = re.compile(
    r"^[ \t]*[\"“]?(?P<who>(?:[A-Z][A-Z.'’-]*\ ){0,3}(?P<last>[A-Z][A-Z'’-]+)):[ \t]+(?=\S)", re.MULTILINE
)
_NAME = r"[A-Z][\w.'’-]*"
_MIXED = re.compile(
    rf"^[ \t]*(?P<who>{_NAME}(?:[ ](?:of|for|the|and|{_NAME})){{0,7}})"
    r"(?:[ ]\([^()\n]{2,60}\))?:[ \t]+(?=\S)",
    re.MULTILINE,
)
_FEWEST = 2  # labels that make a transcript


def speaker_before(doc: Doc, index: int, names: Names) -> Span | None:
    """Give the label that names who speaks a token in a transcript, or the account whose post it stands in.

    What follows a label is that person's up to the next label; behind the last one, its paragraph alone is.
    """
    place = doc[index].idx
    post = next((post for post in posts_of(text_of(doc)) if post.content[0] <= place < post.content[1]), None)
    if post is not None:
        return doc.char_span(*post.who, alignment_mode="expand")
    labels = _labels(doc, names)
    label = next((label for label in reversed(labels) if label.end() <= place), None)
    if label is None or (label == labels[-1] and "\n" in text_of(doc)[label.end() : place].strip()):
        return None
    return doc.char_span(*label.span("who"), alignment_mode="expand")


def called_as(label: Span, names: Names) -> str | None:
    """Give the name that a label ends with, where the text has it: labels may stand in no parsed sentence."""
    last = label.text.split()[-1].lower()
    persons = (naming.name for naming in names.namings if naming.name.kind == "person")
    return next((name.full for name in persons if name.full.split()[-1].lower() == last), None)


def _labels(doc: Doc, names: Names) -> list[re.Match[str]]:
    """Find the labels of those who speak, once for a text, in its order."""
    known: dict[str, list[re.Match[str]]] = kept(doc, "labels")
    if "found" not in known:
        text = text_of(doc)
        found = [*_in_capitals(text), *_with_titles(text), *_by_name(doc, text, names)]
        known["found"] = sorted({label.start("who"): label for label in found}.values(), key=re.Match.start)
    return known["found"]


def _in_capitals(text: str) -> list[re.Match[str]]:
    """Find labels in capitals: of who speaks again, is named in full ("Ann Bell"), or speaks beside such."""
    found = [
        label
        for label in _CAPITALS.finditer(text)
        if label["last"].lower() not in words("transcript", "notes")
    ]
    often = Counter(label["last"] for label in found)
    sure = [
        label
        for label in found
        if often[label["last"]] > 1 or re.search(rf"\b[A-Z][a-z]+ {label['last'].title()}\b", text)
    ]
    return found if sure and len(found) > _FEWEST else sure


def _with_titles(text: str) -> list[re.Match[str]]:
    """Find labels that begin with a title: "Ms. Bell", "The Minister of Health"; one alone is none."""
    titles = name_words("title", "words") | words("transcript", "titles")
    found = [
        label for label in _MIXED.finditer(text) if _first_word(label["who"].removeprefix("The ")) in titles
    ]
    return found if len(found) >= _FEWEST else []


def _first_word(words_: str) -> str:
    return words_.partition(" ")[0].lower()


def _by_name(doc: Doc, text: str, names: Names) -> list[re.Match[str]]:
    """Find labels that are the full names of persons, of whom one at least speaks again."""
    found = [
        label for label in _MIXED.finditer(text) if " " in label["who"] and _is_person(doc, label, names)
    ]
    often = Counter(label["who"] for label in found)
    return found if len(often) >= _FEWEST and max(often.values()) >= _FEWEST else []


def _is_person(doc: Doc, label: re.Match[str], names: Names) -> bool:
    span = doc.char_span(*label.span("who"))
    naming = names.by_token.get(span.end - 1) if span is not None else None
    return (
        naming is not None
        and span is not None
        and naming.name.kind == "person"
        and naming.start == span.start
    )
