"""Words that the encoder does not know share one vector, and are told apart by their form."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from addup.reading.vocabulary import UNKNOWN, know_words


@pytest.fixture
def blank() -> Language:
    return spacy.blank("en")


def test_words_that_are_not_known_have_one_norm(blank: Language) -> None:
    before = blank.make_doc("The zebra slept")  # words that the vocabulary has met already
    know_words(blank.vocab, ["the", "slept"])
    behind = blank.make_doc("The zebra slept by the okapi")
    assert [token.norm_ for token in before] == ["the", UNKNOWN, "slept"]
    assert [token.norm_ for token in behind] == ["the", UNKNOWN, "slept", UNKNOWN, "the", UNKNOWN]


def test_the_words_that_are_known_are_saved_with_the_vocabulary(blank: Language) -> None:
    know_words(blank.vocab, ["the"])
    again = spacy.blank("en")
    again.vocab.from_bytes(blank.vocab.to_bytes())
    assert again.vocab.lookups.has_table("known_words")


def test_the_pipeline_knows_common_words_and_no_rare_ones(language: Language) -> None:
    doc = language.make_doc("The government said the okapi frolicked.")
    assert [token.norm_ for token in doc if token.norm_ == UNKNOWN] == [UNKNOWN] * 2


def test_other_spellings_are_read_as_the_known_one(blank: Language) -> None:
    know_words(blank.vocab, ["labor"], {"labour": "labor"})
    assert [token.norm_ for token in blank.make_doc("Labour labor")] == ["labor", "labor"]


@pytest.mark.parametrize("sign", ["US$", "HK$", "A$", "€", "£"])
def test_other_money_is_parsed_as_dollars_are(language: Language, sign: str) -> None:
    def trees(text: str) -> list[tuple[str, str, int]]:
        return [(token.tag_, token.dep_, token.head.i) for token in language(text)]

    text = "Nearly half the money, {0}500 million, came from 62 givers, and each gave {0}4 million or more."
    assert trees(text.format(sign)) == trees(text.format("$"))
