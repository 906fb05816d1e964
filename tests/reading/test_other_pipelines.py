"""A spaCy pipeline that the user has does the parsing in place of the bundled one."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

import addup
from addup.errors import PipelineError
from addup.reading.clearnlp import rename_names, to_universal

# A word, its tag, the place of its head, and its label, as the pipelines that spaCy publishes give them.
Row = tuple[str, str, int, str]
DEAD: list[Row] = [
    ("Police", "NNS", 1, "nsubj"),
    ("said", "VBD", 1, "ROOT"),
    ("12", "CD", 5, "nsubj"),
    ("of", "IN", 2, "prep"),
    ("them", "PRP", 3, "pobj"),
    ("were", "VBD", 1, "ccomp"),
    ("dead", "JJ", 5, "acomp"),
    ("in", "IN", 5, "prep"),
    ("Brennick", "NNP", 7, "pobj"),
]
FUND: list[Row] = [
    ("A", "DT", 1, "det"),
    ("fund", "NN", 6, "nsubjpass"),
    ("of", "IN", 1, "prep"),
    ("$", "$", 4, "quantmod"),
    ("3", "CD", 2, "pobj"),
    ("was", "VBD", 6, "auxpass"),
    ("set", "VBN", 6, "ROOT"),
    ("up", "RP", 6, "prt"),
    ("by", "IN", 6, "agent"),
    ("banks", "NNS", 8, "pobj"),
    (",", ",", 9, "punct"),
    ("firms", "NNS", 9, "conj"),
    ("and", "CC", 11, "cc"),
    ("towns", "NNS", 11, "conj"),
    ("out", "RB", 6, "prep"),
    ("of", "IN", 14, "prep"),
    ("fear", "NN", 15, "pobj"),
]


def universal(rows: list[Row]) -> dict[str, tuple[str, str]]:
    """Give for each word its head and its label after the turning."""
    words, tags, heads, labels = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(Vocab(), words=words, tags=tags, heads=heads, deps=labels)
    to_universal(doc)
    return {f"{token.text}": (token.head.text, token.dep_) for token in doc}


def test_prepositions_hang_on_their_nouns_and_be_on_its_predicate() -> None:
    tree = universal(DEAD)
    assert tree["12"] == ("dead", "nsubj")
    assert tree["them"] == ("12", "nmod")
    assert tree["of"] == ("them", "case")
    assert tree["were"] == ("dead", "cop")
    assert tree["dead"] == ("said", "ccomp")
    assert tree["Brennick"] == ("dead", "obl")


def test_money_passives_and_lists_are_turned() -> None:
    tree = universal(FUND)
    assert tree["$"] == ("fund", "nmod")
    assert tree["3"] == ("$", "nummod")
    assert tree["fund"] == ("set", "nsubj:pass")
    assert tree["was"] == ("set", "aux:pass")
    assert tree["banks"] == ("set", "obl:agent")
    assert tree["by"] == ("banks", "case")
    assert tree["firms"] == ("banks", "conj")
    assert tree["towns"] == ("banks", "conj")
    assert tree["and"] == ("towns", "cc")
    assert tree["fear"] == ("set", "obl")
    assert tree["out"] == ("fear", "case")


def test_names_get_the_kinds_that_reading_knows_and_dates_are_none() -> None:
    doc = Doc(Vocab(), words=["The", "Red", "Cross", "in", "Lund", "on", "Monday"])
    doc.ents = (Span(doc, 1, 3, "ORG"), Span(doc, 4, 5, "GPE"), Span(doc, 6, 7, "DATE"))
    rename_names(doc)
    assert [(name.text, name.label_) for name in doc.ents] == [
        ("Red Cross", "ORGANIZATION"),
        ("Lund", "LOCATION"),
    ]


def test_a_pipeline_in_a_folder_reads_a_report(tmp_path: Path, language: spacy.language.Language) -> None:
    language.to_disk(tmp_path / "own")
    text = "Police said that 12 people were killed in Brennick on Monday."
    own = addup.read(text, published="2024-05-16", pipeline=str(tmp_path / "own"))
    assert own.to_dict() == addup.read(text, published="2024-05-16").to_dict()


def test_a_pipeline_that_cannot_serve_is_told_in_one_line(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    spacy.blank("de").to_disk(tmp_path / "german")
    for name, problem in (
        ("no_such_pipeline", "no pipeline 'no_such_pipeline' is installed"),
        (str(tmp_path / "blank"), "has no tagger and no parser and no names"),
        (str(tmp_path), "cannot be loaded"),
    ):
        with pytest.raises(PipelineError, match=problem) as raised:
            addup.read("Police said that 12 people died.", pipeline=name)
        assert "\n" not in str(raised.value)


def test_the_command_ends_with_status_2_where_there_is_no_such_pipeline(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Police said that 12 people were killed in Brennick on Monday.")
    command = [sys.executable, "-m", "addup.cli", "read", str(report), "--pipeline", "no_such_pipeline"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
