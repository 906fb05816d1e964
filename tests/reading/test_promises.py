"""What holds of every reading, whatever the text."""

import gc

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import addup
from addup import documents
from addup.reading.model import parse
from addup.reading.read import read
from addup.reading.sentences import is_candidate, sentence_spans

PIECES = st.sampled_from(
    [
        "At least 61 people were killed in the flood",
        "the ministry said",
        " on Tuesday",
        ", or $4.5 million",
        ". ",
        "\n\n",
        " “No one",
        "” ",
        "up to 1,700 a day",
        "several children",
        " 2.1% ",
        "from 40 to 52",
        " (8in-16in)",
        "né Ümlaut 日本 😀",
        "\t",
        "Mr. Smith's dog barked",
        "most candidates",
        " in 2023",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_every_figure_stands_where_it_says(text: str) -> None:
    reading = addup.read("The council met for hours and reported: " + text, published="2024-05-16")
    whole = reading.document.text
    spans = [span for figure in reading.figures for span in (figure.span, figure.amount.number)]
    spans += [time.span for time in reading.times] + [skipped.span for skipped in reading.coverage.skipped]
    spans += [figure.source for figure in reading.figures if figure.source is not None]  # type: ignore[misc]
    for span in spans:
        assert whole[span.start : span.end] == span.text


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_numbers_are_figures_or_have_a_reason(text: str) -> None:
    reading = addup.read("The council met for hours and reported: " + text, published="2024-05-16")
    coverage = reading.coverage
    assert coverage.numbers == coverage.figures + len(coverage.skipped)
    assert coverage.figures == sum(not figure.amount.worded for figure in reading.figures)
    assert all(skipped.why for skipped in coverage.skipped)


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_record(text: str) -> None:
    report = "The council met for hours and reported: " + text
    once = addup.read(report, published="2024-05-16").to_dict()
    assert addup.read(report, published="2024-05-16").to_dict() == once


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_sentences_cover_the_text_and_the_parse_keeps_its_offsets(text: str) -> None:
    doc = parse(text)
    assert doc.text == text
    spans = list(sentence_spans(doc))
    assert [start for start, _ in spans] == [sentence.start for sentence in doc.sents]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(doc)


def test_sentences_without_a_number_time_or_report_are_not_parsed() -> None:
    doc = parse("The village sleeps. Police said 12 people died.")
    village, police = doc.sents
    assert not is_candidate(village.text)
    assert all(token.tag_ == "" for token in village)
    assert all(token.tag_ != "" for token in police)


def test_a_reading_leaves_no_cycles_of_objects() -> None:
    # Python does not look for any during a reading: with cycles, memory would grow with each.
    report = "Selm police said on Monday that 40 people were hurt. “We saw nine,” a doctor told reporters."
    addup.read(report, published="2024-05-16")
    gc.collect()
    addup.read(report, published="2024-05-16")
    assert gc.collect() == 0


def test_the_search_for_cycles_goes_on_behind_a_reading_also_one_that_failed() -> None:
    addup.read("At least 40 people were hurt, police said.", published="2024-05-16")
    assert gc.isenabled()
    broken = spacy.blank("en")
    broken.add_pipe("breaks")
    with pytest.raises(ZeroDivisionError):
        read(documents.from_text("At least 40 people were hurt, police said."), language=broken)
    assert gc.isenabled()


@Language.component("breaks")
def breaks(doc: Doc) -> Doc:
    raise ZeroDivisionError
