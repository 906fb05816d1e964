"""What the app shows of a ledger: dossiers, sources, the figures of a series, and relations decided upon."""

from __future__ import annotations

import pytest

import addup
from addup.grouping.joining.decisions import relation_decision
from addup.ledger import Edit, Ledger, LedgerError
from addup.records import Reading

ANA = Edit("ana")
SECOND = (
    "The governor of Marland lowered the death toll in Brennick to 39 on Thursday, two days after the river "
    "Selm flooded the town. Six children are among the dead, the governor said."
)


@pytest.fixture
def kept(ledger: Ledger, flood: Reading) -> Ledger:
    """A ledger with two reports on one flood."""
    ledger.add(flood, by="ana", reader="1")
    ledger.add(addup.read(SECOND, published="2024-05-16", id="second"), by="ana", reader="1")
    ledger.settle()
    return ledger


def test_reports_that_hang_together_are_one_dossier(kept: Ledger) -> None:
    (dossier,) = kept.dossiers()
    assert (dossier.documents, dossier.figures) == (2, 6)
    assert [str(dossier.first), str(dossier.last)] == ["2024-05-15", "2024-05-16"]
    assert sum(dossier.findings.values()) == len(kept.findings())
    assert kept.dossier(dossier.id) == dossier
    with pytest.raises(LedgerError, match="no dossier 99"):
        kept.dossier(99)


def test_a_correction_moves_the_version_of_its_dossier(kept: Ledger) -> None:
    (before,) = kept.dossiers()
    kept.correct("second", kept.stored("second").reading.figures[0].id, {"value": "40"}, ANA)
    kept.settle()
    assert kept.dossiers()[0].version > before.version


def test_each_source_is_told_with_how_much_it_said(kept: Ledger) -> None:
    told = {source.name: source for source in kept.sources()}
    mayor = next(source for name, source in told.items() if "mayor" in name.lower())
    governor = next(source for name, source in told.items() if "governor" in name.lower())
    assert mayor.figures == 1
    assert governor.documents == 2
    assert [row["text"] for row in kept.rows(source=mayor.name)] == ["38"]


def test_a_source_is_one_whether_it_begins_a_sentence_or_not(ledger: Ledger) -> None:
    told = "The mayor said 40 people died. Twelve people are missing, the mayor said."
    ledger.add(addup.read(told, published="2024-05-16"), by="ana", reader="1")
    assert [(source.name, source.figures) for source in ledger.sources()] == [("the mayor", 2)]


def test_a_source_is_one_over_reports_whether_it_begins_their_sentences_or_not(ledger: Ledger) -> None:
    for told in ("Police said 40 people died.", "Twelve people are missing in Selm, police said."):
        ledger.add(addup.read(told, published="2024-05-16"), by="ana", reader="1")
    assert [(source.name.lower(), source.figures) for source in ledger.sources()] == [("police", 2)]
    for name in ("police", "Police"):
        assert len(ledger.rows(source=name)) == 2


def test_a_series_is_found_by_any_of_its_figures(kept: Ledger) -> None:
    largest = kept.series()[0]
    rows = kept.rows(series=largest.id)
    assert len(rows) == largest.figures
    for row in rows:
        assert kept.series_with(row["document"], row["id"]) == largest
        text = kept.stored(row["document"]).reading.document.text
        start = row["start"] - row["around_start"]
        assert row["around"][start : start + len(row["text"])] == text[row["start"] : row["end"]]
    assert kept.first_figures([largest.id])[largest.id] in {(row["document"], row["id"]) for row in rows}
    assert kept.series_with("flood", "no such figure") is None


def test_figures_stay_in_their_series_until_they_are_grouped_again(kept: Ledger) -> None:
    largest = kept.series()[0]
    figure = kept.rows(series=largest.id)[0]
    kept.correct(figure["document"], figure["id"], {"place": "Brennick"}, ANA)
    assert kept.series_with(figure["document"], figure["id"]) == largest
    kept.settle()
    assert kept.series_with(figure["document"], figure["id"]) is not None


def test_findings_are_found_by_the_words_that_they_rest_on(kept: Ledger) -> None:
    on_flood = kept.findings_on("flood")
    assert on_flood
    assert kept.finding(on_flood[0].key) == on_flood[0]
    assert kept.findings_on("no such document") == []
    with pytest.raises(LedgerError, match="no finding"):
        kept.finding("no such key")


def test_a_relation_that_was_accepted_holds_and_one_that_was_rejected_does_not(kept: Ledger) -> None:
    (dossier,) = kept.dossiers()
    grouping = kept.grouping(dossier.id)
    relation = next(one for one in grouping.relations if "children" in one.text)
    assert relation.supposed
    accepted = kept.decide(relation_decision("accept", relation.text, grouping.series), ANA)
    held = next(one for one in kept.grouping(dossier.id).relations if one.text == relation.text)
    assert not held.supposed
    assert held.evidence == relation.evidence
    kept.undo(accepted.id, ANA)
    kept.decide(relation_decision("reject", relation.text, grouping.series), ANA)
    assert relation.text not in {one.text for one in kept.grouping(dossier.id).relations}


def test_a_relation_that_nobody_suggested_can_be_given(kept: Ledger) -> None:
    (dossier,) = kept.dossiers()
    grouping = kept.grouping(dossier.id)
    killed = next(one.name for one in grouping.series if one.name.startswith("killed"))
    injured = next(one.name for one in grouping.series if one.name.startswith("injured"))
    kept.decide(relation_decision("accept", f"{killed} <= {injured}", grouping.series), ANA)
    given = [one for one in kept.grouping(dossier.id).relations if not one.supposed]
    assert [one.text for one in given] == [f"{killed} <= {injured}"]


def test_a_relation_is_known_again_when_its_series_is_renamed(kept: Ledger) -> None:
    (dossier,) = kept.dossiers()
    grouping = kept.grouping(dossier.id)
    relation = next(one for one in grouping.relations if "children" in one.text)
    kept.decide(relation_decision("reject", relation.text, grouping.series), ANA)
    whole = next(one for one in grouping.series if relation.text.endswith(f"<= {one.name}"))
    from addup.grouping.joining.decisions import Decision

    figure = (whole.members[0].document, whole.members[0].figure.id)
    kept.decide(Decision(kind="name", figures=(figure,), name="dead of the Selm"), ANA)
    assert not [one for one in kept.grouping(dossier.id).relations if "dead of the Selm" in one.text]
