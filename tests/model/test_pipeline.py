from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokenizer import Tokenizer

from addup.reading.model import PIPELINE, load, parse, pipeline


def test_the_pipeline_is_small_enough_to_carry() -> None:
    assert sum(file.stat().st_size for file in PIPELINE.rglob("*")) < 30_000_000


def test_the_pipeline_has_a_model_card_that_names_its_data_and_licences() -> None:
    card = (PIPELINE / "MODEL_CARD.md").read_text(encoding="utf8")
    assert "CC BY-SA 4.0" in card
    assert "PolNeAR" in card


def test_names_have_the_four_labels(language: Language) -> None:
    recogniser = cast(EntityRecognizer, language.get_pipe("ner"))
    assert set(recogniser.labels) == {"PERSON", "ORGANIZATION", "LOCATION", "MISC"}


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("a 14-storey block", ["a", "14", "-", "storey", "block"]),
        ("worth $2.7bn", ["worth", "$", "2.7", "bn"]),
        ("some 45million litres", ["some", "45", "million", "litres"]),
        ("~300 tents", ["~", "300", "tents"]),
        ("rose to £41m. Sales fell", ["rose", "to", "£", "41", "m", ".", "Sales", "fell"]),
        ("cost $5M. Then", ["cost", "$", "5", "M", ".", "Then"]),
        ("at 5 p.m. John F. Bell", ["at", "5", "p.m.", "John", "F.", "Bell"]),
    ],
)
def test_numbers_are_tokens_of_their_own(language: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in language.make_doc(text)] == tokens


_CHUNK = st.one_of(
    st.sampled_from(
        ["Mr.", "don't", "U.S.", "a.m.", "(Mr.", "can't,", "\n\n", "$2.7bn", "--", '"No."', ":)", ""]
    ),
    st.text("ab1.,'’\"()-\t\n\u00a0", max_size=6),
)


@pytest.fixture(scope="module")
def forgetful() -> Tokenizer:
    """The tokenizer of the pipeline, which remembers nothing that it has cut."""
    tokenizer = cast(Tokenizer, load(PIPELINE).tokenizer)
    tokenizer.max_cache_size = 0
    return tokenizer


@settings(max_examples=100, deadline=None)
@given(text=st.lists(_CHUNK, min_size=1, max_size=12).map(" ".join))
def test_the_cuts_that_are_remembered_are_those_that_would_be_made_anew(
    forgetful: Tokenizer, text: str
) -> None:
    tokens = [(token.text, token.whitespace_) for token in parse(text)]
    assert tokens == [(token.text, token.whitespace_) for token in forgetful(text)]


@pytest.mark.parametrize(
    ("sentence", "number", "noun"),
    [
        ("Rescuers found 18 miners alive on Friday.", "18", "miners"),
        ("The flood destroyed 3,200 homes in the valley.", "3,200", "homes"),
        ("Nearly 60 people were injured in the crash.", "60", "people"),
        ("The company hired 250 new workers last year.", "250", "workers"),
    ],
)
def test_a_number_hangs_on_the_noun_it_counts(
    language: Language, sentence: str, number: str, noun: str
) -> None:
    token = next(token for token in language(sentence) if token.text == number)
    assert (token.head.text, token.dep_) == (noun, "nummod")


@pytest.mark.parametrize(
    ("sentence", "word", "lemma"),
    [
        ("Two factories were closed.", "factories", "factory"),
        ("Three children were hurt.", "children", "child"),
        ("They were hiding in the hills.", "hiding", "hide"),
        ("The troops stopped at the border.", "stopped", "stop"),
        ("The women left early.", "women", "woman"),
        ("Five buses were burnt.", "buses", "bus"),
        ("She has been told.", "been", "be"),
        ("He was overthrown in May.", "overthrown", "overthrow"),
        ("Banks hiked rates.", "hiked", "hike"),
        ("Claims totalled 40.", "totalled", "total"),
        ("The firm outsold its rivals.", "outsold", "outsell"),
        ("They sold potatoes.", "potatoes", "potato"),
        ("Voters leaned to the left.", "leaned", "lean"),
        ("It would expose 40 people.", "expose", "expose"),
        ("Costumers of films met.", "Costumers", "costumer"),
    ],
)
def test_lemmas_are_those_of_a_dictionary(language: Language, sentence: str, word: str, lemma: str) -> None:
    assert next(token.lemma_ for token in language(sentence) if token.text == word) == lemma


def test_the_same_text_is_read_the_same_by_a_pipeline_loaded_again(language: Language) -> None:
    text = "Officials in Lagos said on Monday that 12 boats had sunk."
    pipeline.cache_clear()
    again = pipeline()
    assert again(text).to_json() == language(text).to_json()
