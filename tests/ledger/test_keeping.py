"""What a ledger keeps: documents, readings and their versions, and what it finds again."""

from __future__ import annotations

from dataclasses import replace

import pytest

import addup
from addup.ledger import Ledger, LedgerError
from addup.records import Reading


def add(ledger: Ledger, reading: Reading, *, reader: str = "1.0", address: str | None = None) -> None:
    ledger.add(reading, by="ana", reader=reader, address=address)


def test_a_document_comes_back_as_it_was_added(ledger: Ledger, flood: Reading) -> None:
    add(ledger, flood)
    assert ledger.stored("flood").reading == flood


def test_adding_the_same_again_changes_nothing(ledger: Ledger, flood: Reading) -> None:
    add(ledger, flood)
    before = list(ledger.lines())
    add(ledger, flood)
    assert list(ledger.lines()) == before
    assert len(ledger.documents()) == 1


def test_a_newer_version_reads_again_and_the_older_reading_is_kept(ledger: Ledger, flood: Reading) -> None:
    add(ledger, flood, reader="1.0")
    add(ledger, replace(flood, figures=flood.figures[:1]), reader="2.0")
    assert ledger.stored("flood").reading.figures == flood.figures[:1]
    assert [line.count('"reader": "1.0"') for line in ledger.lines()].count(1) == 1


def test_new_content_at_an_address_is_a_new_version_and_what_changed_is_told(
    ledger: Ledger, flood: Reading
) -> None:
    address = "https://news.example/flood"
    text = flood.document.text.replace("38", "41")
    add(ledger, flood, address=address)
    added = ledger.add(
        addup.read(text, published="2024-05-15", id="later"), by="ana", reader="1.0", address=address
    )
    assert (added.before, added.changes) == ("flood", ("“38” is now “41”",))
    assert ledger.stored("later").earlier == ("flood",)
    assert ledger.stored("flood").later == ("later",)
    assert ledger.find(address) == "later"


@pytest.mark.parametrize("name", ["flood", "floo", "https://news.example/a"])
def test_a_document_is_found_by_its_id_the_beginning_of_it_or_its_address(
    ledger: Ledger, flood: Reading, name: str
) -> None:
    add(ledger, flood, address="https://news.example/a")
    assert ledger.find(name) == "flood"


def test_what_is_not_there_or_not_clear_is_said_in_one_line(ledger: Ledger, flood: Reading) -> None:
    for number in (1, 2):
        titled = replace(
            flood.document, id=f"id{number}", text=f"{flood.document.text} {number}", title="Flood"
        )
        add(ledger, replace(flood, document=titled))
    with pytest.raises(LedgerError, match="no document 'fire'"):
        ledger.find("fire")
    with pytest.raises(LedgerError, match=r"may be id1 \(Flood\), id2 \(Flood\): give the id"):
        ledger.find("flood")


def test_documents_are_found_by_words_and_figures_by_number(ledger: Ledger, flood: Reading) -> None:
    add(ledger, flood)
    add(ledger, addup.read("The baker sold 43 loaves on Monday.", published="2024-05-15", id="baker"))
    assert [one.id for one in ledger.search("flooded Brennick")] == ["flood"]
    assert [one.id for one in ledger.search('"unclosed (quote')] == []
    assert {(one.document, one.text) for one in ledger.said(43)} == {
        ("flood", "At least 43 people"),
        ("baker", "43 loaves"),
    }


def test_a_figure_that_is_found_shows_how_its_report_begins(ledger: Ledger) -> None:
    text = "The baker sold 43 loaves on Monday."
    add(ledger, addup.read(text, published="2024-05-15", id="baker"))
    assert [(one.title, one.opening) for one in ledger.said(43)] == [(None, text)]


def test_reports_of_one_event_are_checked_together(ledger: Ledger, flood: Reading) -> None:
    add(ledger, flood)
    other = (
        "The flood in Brennick killed 51 people in all on Tuesday, the army said. The Selm fell in Marland."
    )
    add(ledger, addup.read(other, published="2024-05-18", id="army"))
    add(ledger, addup.read("The baker sold 43 loaves on Monday.", published="2024-05-15", id="baker"))
    assert ledger.settle() == 2
    assert ledger.dossier_of("flood") == ledger.dossier_of("army") != ledger.dossier_of("baker")
    killed = next(one for one in ledger.series() if one.figures == 3)
    assert (killed.event, killed.documents) == ("kill", 2)
    assert ledger.settle() == 0  # nothing changed since


def test_only_what_a_new_report_touches_is_checked_again(ledger: Ledger, flood: Reading) -> None:
    add(ledger, flood)
    add(ledger, addup.read("The baker sold 43 loaves on Monday.", published="2024-05-15", id="baker"))
    ledger.settle()
    add(ledger, addup.read("The baker of Lund sold 50 loaves on Friday.", published="2024-05-18", id="again"))
    assert ledger.settle() == 1


NAMES = ["Adler", "Bruck", "Cavan", "Dorn", "Ebert", "Falk", "Gruen", "Haase", "Imhof", "Jahn", "Kolb"]


@pytest.mark.parametrize(("shared", "together"), [(3, False), (9, True)])
def test_a_few_names_in_common_do_not_make_two_reports_one_matter(
    ledger: Ledger, shared: int, together: bool
) -> None:
    """Where they did, nearly all news of a year would be one matter, and checked again with each report."""
    for id, names, words in (
        ("one", NAMES, "The town paid Mr {} 40 crowns. "),
        ("two", [*NAMES[:shared], *(f"{name}mann" for name in NAMES[shared:])], "Mr {} lost 40 crowns. "),
    ):
        text = "".join(map(words.format, names))
        add(ledger, addup.read(text, published="2024-05-16", id=id))
    assert (ledger.dossier_of("one") == ledger.dossier_of("two")) is together


def test_the_figures_of_a_series_are_listed_with_their_readings(ledger: Ledger, flood: Reading) -> None:
    add(ledger, flood)
    ledger.settle()
    killed = next(one for one in ledger.series() if one.event == "kill")
    listed = ledger.members(killed.id)
    assert [figure.amount.number.text for _, figure in listed] == ["43", "38"]
    assert all(reading == flood for reading, _ in listed)
