"""What the tagger and the parser leave in contradiction is mended."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from addup.reading.mending import mend


def mended(words: str, tags: str, deps: str, heads: list[int]) -> Doc:
    doc = Doc(spacy.blank("en").vocab, words=words.split(), tags=tags.split(), deps=deps.split(), heads=heads)
    mend(doc)
    return doc


def test_an_object_with_a_number_before_it_is_a_noun_whatever_its_ending() -> None:
    doc = mended(
        "Police took two suspects into custody",
        "NNS VBD CD VBZ IN NN",
        "nsubj ROOT nummod obj case obl",
        [1, 1, 3, 1, 5, 3],
    )
    assert doc[3].tag_ == "NNS"
    assert doc[5].head == doc[1]


def test_a_clause_has_one_subject_and_what_is_joined_to_it() -> None:
    doc = mended(
        "A doctor , a nurse and three patients were killed",
        "DT NN , DT NN CC CD NNS VBD VBN",
        "det nsubj:pass punct det appos cc nummod nsubj:pass aux:pass ROOT",
        [1, 9, 1, 4, 1, 7, 7, 9, 9, 9],
    )
    doctor, nurse, patients = doc[1], doc[4], doc[7]
    assert [(noun.dep_, noun.head) for noun in (nurse, patients)] == [("conj", doctor)] * 2


def test_a_verb_stays_a_verb() -> None:
    doc = mended("The toll rises to nine", "DT NN VBZ IN CD", "det nsubj ROOT case obl", [1, 2, 2, 4, 2])
    assert [token.tag_ for token in doc] == ["DT", "NN", "VBZ", "IN", "CD"]


def test_what_has_an_auxiliary_or_an_object_is_a_verb() -> None:
    doc = mended("Half would back him", "NN MD RB PRP", "nsubj aux ROOT obj", [2, 2, 2, 2])
    assert doc[2].tag_ == "VB"
    doc = mended("They wounded six others", "PRP JJ CD NNS", "nsubj ROOT nummod obj", [1, 1, 3, 1])
    assert doc[1].tag_ == "VBD"


def test_when_a_quarter_ended_is_not_what_the_sentence_tells() -> None:
    doc = mended(
        "In the quarter ended June 30 sales slipped",
        "IN DT NN VBD NNP CD NNS VBD",
        "case det obl ROOT nsubj flat nsubj ccomp",
        [2, 2, 3, 3, 7, 4, 7, 3],
    )
    quarter, ended, june, slipped = doc[2], doc[3], doc[4], doc[7]
    assert (ended.dep_, ended.head) == ("acl", quarter)
    assert june.head == ended
    assert quarter.head == slipped
    assert slipped.dep_ == "ROOT"


def test_what_reporters_were_told_is_a_clause_and_not_about_the_reporters() -> None:
    doc = mended(
        "Police told reporters that twelve people were killed",
        "NNS VBD NNS WDT CD NNS VBD VBN",
        "nsubj ROOT obj obj nummod nsubj:pass aux:pass acl:relcl",
        [1, 1, 1, 7, 5, 7, 7, 2],
    )
    assert (doc[7].dep_, doc[7].head, doc[3].dep_) == ("ccomp", doc[1], "mark")


def test_a_relative_clause_stays_one() -> None:
    doc = mended(
        "Police saw reporters that guards met",
        "NNS VBD NNS WDT NNS VBD",
        "nsubj ROOT obj obj nsubj acl:relcl",
        [1, 1, 1, 5, 5, 2],
    )
    assert (doc[5].dep_, doc[5].head) == ("acl:relcl", doc[2])
