"""What the larger network for cues and sources is told of articles, and what is taken of its answer."""

from __future__ import annotations

import json
from pathlib import Path

import cues
import numpy as np
import tokens
from attributions import Article

from addup.reading.model import parse

TEXT = "The mayor said on Monday that 40 houses had burned. Nobody was hurt."
SAID = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[25, 50]]}


def test_words_are_told_with_their_part_in_what_was_said(tmp_path: Path) -> None:
    cues.write_known([{"text": TEXT, "attributions": [SAID]}], tokens.news_nlp(), tmp_path / cues.KNOWN)
    known = json.loads((tmp_path / cues.KNOWN).read_text(encoding="utf8"))
    told = list(zip(known["words"], known["places"], known["source"], known["cue"], strict=True))
    assert told[:4] == [("The", 0, 1, 0), ("mayor", 4, 1, 0), ("said", 10, 0, 1), ("on", 15, 0, 0)]
    assert [word for word, opens in zip(known["words"], known["opens"], strict=True) if opens] == [
        "The",
        "Nobody",
    ]
    assert known["words"][known["content"].index(1)] == "that"


def test_the_corpus_and_the_larger_network_count_alike_and_the_corpus_alone_where_that_is_silent(
    tmp_path: Path,
) -> None:
    np.savez(
        tmp_path / cues.CHANCES,
        places_0=np.array([4, 10], dtype=np.int32),
        chances_0=np.array([[0.5, 0.5, 0, 0.75], [0.5, 0.5, 0, 0.25]], dtype=np.float16),
    )
    (chances,) = cues.read_chances(tmp_path / cues.CHANCES)
    article = Article.of(parse(TEXT), [SAID], chances)
    assert article.cues[:4].tolist() == [[1, 0, 0], [0.75, 0.25, 0], [0.25, 0.75, 0], [1, 0, 0]]
    assert np.allclose(np.exp(article.sources[:4]), [1, 3, 1 / 3, 1])
