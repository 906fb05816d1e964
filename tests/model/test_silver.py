"""News for the training that a larger parser has read."""

from __future__ import annotations

import json
from pathlib import Path

import glove
import newswire
import pytest
import silver
import tokens
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from addup.reading.vocabulary import UNKNOWN


@pytest.fixture(scope="module")
def nlp() -> Language:
    return tokens.news_nlp()


@pytest.fixture
def parsed(nlp: Language) -> Doc:
    return Doc(
        nlp.vocab,
        words=["Orr", "left", ".", "\n\n", "He", "sang", "."],
        spaces=[True, False, False, False, True, False, False],
        tags=["NNP", "VBD", ".", "_SP", "PRP", "VBD", "."],
        heads=[1, 1, 1, 2, 5, 5, 5],
        deps=["nsubj", "ROOT", "punct", "dep", "nsubj", "ROOT", "punct"],
        ents=["B-PERSON", "O", "O", "O", "O", "O", "O"],
    )


def test_what_a_treebank_says_comes_back_as_it_was(parsed: Doc) -> None:
    again = silver.with_trees(parsed.copy(), silver.known(parsed), parsed=True)
    assert [(w.tag_, w.head.i, w.dep_) for w in again] == [(w.tag_, w.head.i, w.dep_) for w in parsed]
    assert [name.text for name in again.ents] == ["Orr"]


def test_raw_news_gets_trees_and_names_sentence_by_sentence(parsed: Doc, nlp: Language) -> None:
    raw = nlp.make_doc(parsed.text)
    found = silver.with_trees(raw, silver.known(parsed), parsed=False)
    assert [len(list(one["words"])) for one in silver.to_parse(raw, parsed=False)] == [3, 3]
    assert [word.dep_ for word in found] == [word.dep_ for word in parsed]
    assert [name.label_ for name in found.ents] == ["PERSON"]


def test_trees_of_other_sentences_are_refused(parsed: Doc, nlp: Language) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        silver.with_trees(nlp.make_doc("She left. He sang."), silver.known(parsed), parsed=False)


def test_reports_of_the_wire_are_freed_of_headline_and_broken_lines(tmp_path: Path) -> None:
    told = " ".join(["told"] * 30)
    row = rf"'MILL BURNS DOWN A mill burnt\ndown and {told}.\n    The owner\'s loss is great.\n Reuter\n',0"
    table = r"'RATES  1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26',0"
    (tmp_path / newswire.REUTERS).write_text(f"@relation\n@data\n{row}\n{table}\n", encoding="latin1")
    for name in newswire.ABC:
        (tmp_path / name).write_text("A fire burnt. \n", encoding="utf8")
    assert list(newswire.texts(tmp_path)) == [
        f"A mill burnt down and {told}.\n\nThe owner's loss is great.",
        "A fire burnt.",
        "A fire burnt.",
    ]


def test_the_commonest_words_with_letters_have_vectors(tmp_path: Path) -> None:
    table = {"words": ["the", ",", "ferry"], "vectors": {word: [1.0] * 102 for word in ("the", ",", "ferry")}}
    (tmp_path / "vectors.json").write_text(json.dumps(table), encoding="utf8")
    assert glove.word_vectors(tmp_path / "vectors.json").shape == (2, 100)


def test_rare_words_are_forgotten_oftener_than_common_ones(tmp_path: Path, nlp: Language) -> None:
    tokens.write_counts({"ferry": 1, "the": 10_000}, tmp_path / "known.json")
    forget = tokens.forget_words(str(tmp_path / "known.json"), seed=1)
    example = Example.from_dict(nlp.make_doc("the ferry " * 500), {})
    (forgotten,) = forget(nlp, example)
    unknown = [word.text for word in forgotten.predicted if word.norm_ == UNKNOWN]
    assert 200 < unknown.count("ferry") < 300
    assert unknown.count("the") < 3
