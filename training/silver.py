"""Sentences for the parser of `teacher.py`, and training documents with the trees that it gives back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from convert import Labels, hang_spaces
from spacy.tokens import Doc

from addup.reading.sentences import sentence_spans

Sentence = dict[str, list[Any]]
"""`words`, `tags`, `heads` (places from 0, its own for the root, -1 unknown), `relations`, `names` (IOB)."""
KNOWN, TO_PARSE, PARSED = ("gold.jsonl", "news.jsonl"), "to_parse.jsonl", "parsed.jsonl"
_UNKNOWN = -1


def sentences(doc: Doc, *, parsed: bool) -> list[list[int]]:
    """Give the places of the words of each sentence, as the treebank parts them or as at run time."""
    spans = ((one.start, one.end) for one in doc.sents) if parsed else sentence_spans(doc)
    words = ([place for place in range(*span) if not doc[place].is_space] for span in spans)
    return [places for places in words if places]


def known(doc: Doc) -> Iterator[Sentence]:
    """Give what a treebank says of each sentence."""
    for places in sentences(doc, parsed=True):
        at = {place: index for index, place in enumerate(places)}
        words = [doc[place] for place in places]
        yield {
            "words": [word.text for word in words],
            "tags": [word.tag_ for word in words],
            "heads": [at.get(word.head.i, _UNKNOWN) if word.has_head() else _UNKNOWN for word in words],
            "relations": [word.dep_ for word in words],
            "names": ["-".join(filter(None, (word.ent_iob_, word.ent_type_))) for word in words],
        }


def to_parse(doc: Doc, *, parsed: bool) -> Iterator[Sentence]:
    """Give the words of each sentence."""
    for places in sentences(doc, parsed=parsed):
        yield {"words": [doc[place].text for place in places]}


def with_trees(doc: Doc, found: Iterator[Sentence], *, parsed: bool) -> Doc:
    """Give a document with the trees that were found for its sentences.

    What was parsed before keeps its names, since those that the larger parser knows are learnt from them.
    """
    labels = Labels.empty(len(doc))
    for places in sentences(doc, parsed=parsed):
        sentence = next(found)
        if sentence["words"] != [doc[place].text for place in places]:
            raise ValueError(f"{PARSED} does not fit {TO_PARSE}: run teacher.py again")
        for index, place in enumerate(places):
            labels.tags[place] = sentence["tags"][index]
            labels.heads[place] = places[sentence["heads"][index]]
            labels.relations[place] = sentence["relations"][index]
            labels.entities[place] = sentence["names"][index].partition("-")[2] or "O"
        if parsed:
            for place in places:
                labels.entities[place] = (doc[place].ent_type_ or "O") if doc[place].ent_iob_ else None
    hang_spaces(doc, labels)
    return labels.build(doc)


def write(found: Iterable[Sentence], path: Path) -> None:
    """Write sentences, one a line."""
    with path.open("w", encoding="utf8") as lines:
        lines.writelines(json.dumps(sentence) + "\n" for sentence in found)


def read(path: Path) -> Iterator[Sentence]:
    """Read sentences."""
    with path.open(encoding="utf8") as lines:
        yield from map(json.loads, lines)
