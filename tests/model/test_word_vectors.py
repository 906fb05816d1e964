"""Vectors of common words that others learnt from far more news."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from spacy.attrs import LOWER
from spacy.language import Language

from addup.reading.word_vectors import WordVectors, create_word_vectors

WORDS = ["ferry", "flour", "crew"]
NUMBERS = np.array([[0.5, -2.0], [1.0, 0.25], [-0.75, 1.5]], dtype=np.float32)


def keys(language: Language, *words: str) -> list[int]:
    return [language.vocab.strings.add(word) for word in words]


def test_a_word_has_its_vector_and_a_word_without_one_zeros(language: Language) -> None:
    vectors = WordVectors.of(WORDS, NUMBERS).get_batch(keys(language, "crew", "zzyzx", "ferry"))
    assert vectors[[0, 2]] == pytest.approx(NUMBERS[[2, 0]], abs=0.01)
    assert not vectors[1].any()


@given(arrays(np.float32, (3, 4), elements=st.floats(-8, 8, width=32)).filter(np.any))
def test_no_number_is_off_by_more_than_half_a_step(numbers: np.ndarray) -> None:
    kept = WordVectors.of(WORDS, numbers)
    off = np.abs(kept.get_batch([WordVectors.key(word) for word in WORDS]) - numbers)
    assert off.max() <= np.abs(numbers).max() / 127 * 0.5001


def test_what_is_written_is_read_again(tmp_path: Path, language: Language) -> None:
    kept = WordVectors.of(WORDS, NUMBERS)
    kept.to_disk(tmp_path)
    again = create_word_vectors()(language.vocab).from_disk(tmp_path)
    asked = keys(language, *WORDS, "zzyzx")
    assert (again.get_batch(asked) == kept.get_batch(asked)).all()
    assert again.shape == (3, 2)


def test_words_that_the_training_lacks_are_like_those_that_it_has(language: Language) -> None:
    doc = language.make_doc("Okapi giraffe parliament")
    okapi, giraffe, parliament = language.vocab.vectors.get_batch(doc.to_array([LOWER]).reshape(-1))

    def alike(one: np.ndarray, other: np.ndarray) -> float:
        return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))

    assert alike(okapi, giraffe) > alike(okapi, parliament) + 0.2
