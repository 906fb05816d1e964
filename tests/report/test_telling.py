"""Findings in the words of their report."""

from __future__ import annotations

from dataclasses import replace

from report_samples import ABOARD, DEAD, FEWER, GROUPING, READING, RESULT, SAVED, evidence

from addup.records import Finding
from addup.report.telling import Part, Telling, tell


def told(finding: Finding) -> Telling:
    return tell(finding, READING, GROUPING)


def test_ids_of_figures_become_their_sources() -> None:
    finding = Finding(
        kind="conflict", text=f"At least 31 ({DEAD.id}), but at most 24 ({FEWER.id}): 7 too many."
    )
    assert (
        told(finding).text == "At least 31 (the coast guard), but at most 24 (the shipping line): 7 too many."
    )


def test_a_row_that_only_repeats_a_figure_gives_way_to_its_sentence() -> None:
    rows = (f"{DEAD.id}: at least 31, dead (the coast guard)", "31 − 24 = 7")
    finding = Finding(kind="conflict", text="They clash.", rows=rows, reports=(DEAD.id,))
    assert told(finding).rows == ("31 − 24 = 7",)
    (quote,) = told(finding).quotes
    assert Part("At least 31 people", rests=True, figure=0) in quote.parts
    assert quote.text.endswith("the coast guard said on Tuesday.")


def test_what_the_sentence_says_is_not_said_again_in_the_rows() -> None:
    finding = Finding(
        kind="implied",
        text="aboard − rescued, on 10 June: 32.",
        rows=("aboard − rescued, on 10 June: 260 − 228 = 32",),
    )
    assert told(finding).rows == ("260 − 228 = 32",)


def test_what_the_heading_has_told_is_left_out() -> None:
    finding = Finding(kind="implied", text="dead, Lowick − children dead, Lowick: 3.", rows=("Lowick",))
    short = tell(finding, READING, GROUPING, shorten=lambda text: text.replace(", Lowick", ""))
    assert short.text == "Dead − children dead: 3."


def test_other_brackets_stay() -> None:
    finding = Finding(kind="implied", text="The fleet (all of it) grew (2024).")
    assert told(finding).text == finding.text


def test_a_finding_without_evidence_quotes_its_figures_and_no_sentence_twice() -> None:
    finding = Finding(kind="implied", text="32 are left.", reports=(ABOARD.id, SAVED.id))
    (quote,) = told(finding).quotes
    assert [part.text for part in quote.parts if part.rests] == ["about 260 passengers", "228 of them"]


def test_evidence_outside_of_figures_is_quoted_in_its_sentence() -> None:
    (quote,) = told(RESULT.findings[3]).quotes
    assert quote.parts == (Part("It expects to pay $1.5 million", rests=True, figure=7), Part("."))


def test_a_speaker_is_named_only_where_the_words_do_not() -> None:
    finding = Finding(kind="disputed", text="Disputed.", evidence=(evidence("put the dead at 24"),))
    assert [quote.who for quote in told(finding).quotes] == [None]


def test_evidence_of_another_document_is_quoted_as_it_is() -> None:
    other = replace(evidence("It expects"), document="another", text="said elsewhere")
    (quote,) = told(Finding(kind="disputed", text="Disputed.", evidence=(other,))).quotes
    assert quote.parts == (Part("said elsewhere", rests=True),)


def test_names_with_a_comma_are_set_off_in_a_formula_and_only_there() -> None:
    names = ("killed", "killed, Orle", "killed, Selm")
    rows = ("relation: killed = killed, Orle + killed, Selm", "killed, Orle: at least 4")
    finding = Finding(
        kind="conflict",
        text="At least 9, but at most 4 + 3 = 7, given killed = killed, Orle + killed, Selm: 2 too many.",
        series=names,
        rows=rows,
    )
    assert told(finding).text == (
        "At least 9, but at most 4 + 3 = 7, given killed = “killed, Orle” + “killed, Selm”: 2 too many."
    )
    assert told(finding).rows == ("relation: killed = “killed, Orle” + “killed, Selm”", rows[1])
    moved = replace(finding, text="The mayor moved killed, Orle from 4 to 3.", rows=())
    assert told(moved).text == "The mayor moved killed, Orle from 4 to 3."
