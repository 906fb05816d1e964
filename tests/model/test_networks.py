"""The networks of the bundled pipeline say what spaCy's own components say, whatever was read before."""

from pathlib import Path

import numpy as np
import pytest
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, TAG
from spacy.language import Language
from spacy.tokens import Doc

from addup.reading.model import pipeline
from addup.reading.networks import Networks, _WordVectors
from addup.reading.sentences import sentence_starts

SAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


@pytest.fixture(scope="module")
def networks() -> Networks:
    return Networks(pipeline())


def sample(path: Path) -> Doc:
    """Give the words of a sample report, with its sentences marked and without blanks of its own."""
    doc = pipeline().make_doc(path.read_text(encoding="utf8"))
    starts = set(sentence_starts(doc))
    words = [token for token in doc if not token.is_space]
    return Doc(
        doc.vocab,
        words=[token.text for token in words],
        spaces=[bool(token.whitespace_) for token in words],
        sent_starts=[
            token.i in starts or (token.i - 1 in starts and doc[token.i - 1].is_space) for token in words
        ],
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_vectors_and_names_are_those_of_the_components(networks: Networks, path: Path) -> None:
    doc, plain = sample(path), sample(path)
    names = networks.annotate(doc)
    plain = pipeline().get_pipe("tok2vec")(plain)
    assert np.allclose(doc.tensor, plain.tensor, atol=1e-3)
    named = pipeline().get_pipe("ner")(doc)
    assert names.tolist() == named.to_array([ENT_IOB, ENT_TYPE]).tolist()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_sentence_is_parsed_as_the_parser_would_alone(networks: Networks, path: Path) -> None:
    doc = sample(path)
    sentences = [(sentence.start, sentence.end) for sentence in doc.sents]
    networks.annotate(doc)
    for start, end in sentences:
        words = doc[start:end]
        alone = Doc(
            doc.vocab,
            words=[token.text for token in words],
            spaces=[bool(token.whitespace_) for token in words],
            sent_starts=[True, *[False] * (end - start - 1)],
        )
        alone.tensor = doc.tensor[start:end]
        alone = pipeline().get_pipe("parser")(alone)
        parsed = [(token.head.i - token.i, token.dep_) for token in words]
        assert parsed == [(token.head.i - token.i, token.dep_) for token in alone]


def test_what_was_read_before_changes_no_bit(language: Language) -> None:
    fresh, used = Networks(language), Networks(language)
    for path in SAMPLES[1:]:
        used.annotate(sample(path))
    first, second = sample(SAMPLES[0]), sample(SAMPLES[0])
    assert fresh.annotate(first).tolist() == used.annotate(second).tolist()
    assert np.array_equal(first.tensor, second.tensor)
    assert first.to_array([TAG, HEAD, DEP]).tolist() == second.to_array([TAG, HEAD, DEP]).tolist()


def test_words_beyond_those_kept_are_read_alike(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = sample(SAMPLES[0]), sample(SAMPLES[0])
    Networks(language).annotate(first)
    monkeypatch.setattr("addup.reading.networks._WORDS", 40)
    few = Networks(language)
    for start, end in [(sentence.start, sentence.end) for sentence in second.sents]:
        few.annotate(second[start:end].as_doc())
    few.annotate(second)
    assert np.array_equal(first.tensor, second.tensor)


def test_a_word_has_the_same_vector_whatever_new_words_stand_beside_it(language: Language) -> None:
    words = ["ferry", "Kharvo", "soldiers", "1,700", "zzyzx", "the"]
    together = _WordVectors(language).of(Doc(language.vocab, words=words))
    alone = [_WordVectors(language).of(Doc(language.vocab, words=[word]))[0] for word in words]
    assert all(np.array_equal(one, other) for one, other in zip(together, alone, strict=True))
