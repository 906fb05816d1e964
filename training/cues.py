"""Who says what, as `cue_teacher.py` learns it, and how likely each word is in a cue or source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from addup.reading.sentences import sentence_spans
from addup.reading.speech.spans import BEGINS, GOES_ON

KNOWN, CHANCES = "cues.jsonl", "cue_chances.npz"
Chances = Mapping[int, NDArray[np.float32]]
"""For a word of an article, by the character that it begins with, the chances of the labels of a cue, and of
being in a source."""


def write_known(articles: Iterable[dict[str, Any]], nlp: Language, path: Path) -> None:
    """Write the words of articles, one a line, with what the corpus says of each."""
    with path.open("w", encoding="utf8") as lines:
        lines.writelines(
            json.dumps(_known(nlp.make_doc(one["text"]), one["attributions"])) + "\n" for one in articles
        )


def _known(doc: Doc, attributions: Iterable[dict[str, Any]]) -> dict[str, list[Any]]:
    """Give the words of an article, where they begin, which open a sentence, and what they are part of."""
    parts = {role: [0] * len(doc) for role in ("cue", "source", "content")}
    for attribution in attributions:
        for role in ("source", "content"):
            for place in _places(doc, attribution[role]):
                parts[role][place] = 1
        for order, place in enumerate(_places(doc, attribution["cue"][:1])):
            parts["cue"][place] = GOES_ON if order else BEGINS
    opens = {start for start, _ in sentence_spans(doc)}
    words = [token for token in doc if not token.is_space]
    return {
        "words": [word.text for word in words],
        "places": [word.idx for word in words],
        "opens": [word.i in opens for word in words],
        **{role: [labels[word.i] for word in words] for role, labels in parts.items()},
    }


def _places(doc: Doc, offsets: Iterable[list[int]]) -> Iterator[int]:
    for start, end in offsets:
        span = doc.char_span(start, end, alignment_mode="expand")
        yield from range(span.start, span.end) if span is not None else ()


def read_chances(path: Path) -> list[Chances]:
    """Read what `cue_teacher.py` found, in the order of the articles that were written."""
    with np.load(path) as stored:
        count = len(stored.files) // 2
        return [
            dict(zip(stored[f"places_{k}"].tolist(), stored[f"chances_{k}"].astype(np.float32), strict=True))
            for k in range(count)
        ]
