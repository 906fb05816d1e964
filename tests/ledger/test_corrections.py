"""What people correct holds, can be taken back, and is never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import addup
from addup.grouping.joining.decisions import Decision
from addup.ledger import CollisionError, Edit, Ledger, LedgerError
from addup.ledger.records import Added
from addup.records import Figure, Reading

ANA = Edit("ana")


@pytest.fixture
def kept(ledger: Ledger, flood: Reading) -> Ledger:
    """A ledger with the flood in it."""
    ledger.add(flood, by="ana", reader="1.0")
    return ledger


def figure(ledger: Ledger, number: str) -> Figure:
    found = [one for one in ledger.stored("flood").reading.figures if one.amount.number.text == number]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({"value": "at least 40"}, lambda one: (one.amount.low, one.amount.bound) == (40, "min")),
        ({"low": "39", "high": "1,200"}, lambda one: (one.amount.low, one.amount.high) == (39, 1200)),
        ({"source": "the army"}, lambda one: one.source.name == "the army"),
        ({"source": ""}, lambda one: one.source is None),
        ({"counted": " "}, lambda one: one.counted is None),
        ({"counted": "missing people"}, lambda one: one.counted.head == "people"),
        ({"event": "injure"}, lambda one: one.event == "injure"),
        ({"stance": "denied"}, lambda one: one.stance == "denied"),
        ({"from": "2024-05-01", "to": "2024-05-09"}, lambda one: one.period.last.day == 9),
        ({"place": "Brennick"}, lambda one: one.place == "Brennick"),
        ({"unit": "km", "kind": "measure"}, lambda one: one.amount.unit == "km"),
    ],
)  # fmt: skip
def test_every_field_can_be_corrected(
    kept: Ledger, fields: dict[str, str], holds: Callable[[Figure], bool]
) -> None:
    kept.correct("flood", figure(kept, "38").id, fields, ANA)
    assert holds(figure(kept, "38"))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"colour": "red"}, "no field 'colour'"),
        ({"low": "many"}, "'many' is not a number"),
        ({"low": 9, "high": 3}, "low 9 is more than high 3"),
        ({"value": "lots of them"}, "holds no amount"),
        ({"stance": "maybe"}, "stance is one of"),
        ({"from": "Smarch 3"}, "Smarch"),
        ({"from": 0.5}, "'0.5' is not a day"),
        ({"high": "inf"}, "'inf' is not a number"),
        ({"low": "nan"}, "'nan' is not a number"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    kept: Ledger, fields: dict[str, Any], problem: str
) -> None:
    before = list(kept.lines())
    with pytest.raises(addup.errors.AddupError, match=problem):
        kept.correct("flood", figure(kept, "38").id, fields, ANA)
    assert list(kept.lines()) == before


def test_a_conflict_goes_with_the_correction_and_comes_back_with_undo(kept: Ledger) -> None:
    kept.settle()
    assert [one.finding.kind for one in kept.findings(kinds=["conflict"])] == ["conflict"]
    act = kept.correct("flood", figure(kept, "38").id, {"value": "48"}, Edit("ana", "misheard"))
    kept.settle()
    assert kept.findings(kinds=["conflict"]) == []
    kept.undo(act.id, Edit("ben", "it was right"))
    kept.settle()
    assert len(kept.findings(kinds=["conflict"])) == 1
    assert [(one.kind, one.by, one.why, one.undone) for one in kept.log("flood")] == [
        ("correct", "ana", "misheard", True),
        ("undo", "ben", "it was right", False),
    ]


def test_corrections_hold_when_a_newer_version_reads_otherwise(kept: Ledger, flood: Reading) -> None:
    kept.correct("flood", figure(kept, "38").id, {"value": "39"}, ANA)
    kept.confirm("flood", figure(kept, "43").id, ANA)
    kept.remove("flood", figure(kept, "120").id, ANA)
    misread = [replace(one, event="say") for one in flood.figures if one.amount.number.text != "38"]
    kept.add(replace(flood, figures=tuple(misread)), by="ana", reader="2.0")
    assert figure(kept, "38").amount.low == 39  # though version 2.0 does not find it at all
    assert figure(kept, "43").event == "kill"
    reading = kept.stored("flood").reading
    assert [one.amount.number.text for one in reading.figures] == ["43", "38"]
    assert ("120", "not a figure, says a correction") in {
        (one.span.text, one.why) for one in reading.coverage.skipped
    }


def test_a_figure_that_was_missed_can_be_added(kept: Ledger, flood: Reading) -> None:
    text = "The town has a dozen boats and no bridge."
    kept.add(replace(addup.read(text, id="boats"), figures=()), by="ana", reader="1.0")
    start = text.index("a dozen")
    kept.add_figure("boats", start, start + len("a dozen boats"), ANA, fields={"counted": "boat"})
    (added,) = kept.stored("boats").reading.figures
    assert (added.span.text, added.amount.low, added.counted and added.counted.head) == (
        "a dozen boats",
        12,
        "boat",
    )
    with pytest.raises(LedgerError, match="holds no amount"):
        kept.add_figure("boats", 0, 8, ANA)


def test_another_day_of_publication_reads_the_text_again(ledger: Ledger) -> None:
    reading = addup.read("Nine people drowned on Tuesday, the mayor said.", id="day")
    ledger.add(reading, by="ana", reader="1.0")
    assert ledger.stored("day").reading.figures[0].period.first is None
    act = ledger.describe("day", {"published": "2024-05-16", "title": "Nine drowned"}, ANA)
    assert str(ledger.stored("day").reading.figures[0].period.first) == "2024-05-14"
    assert ledger.stored("day").document.found["title"] == "given by ana"
    ledger.undo(act.id, ANA)
    assert ledger.stored("day").reading == reading


def test_two_editors_of_one_figure_are_told_of_each_other(kept: Ledger) -> None:
    seen = kept.stored("flood").version
    kept.correct("flood", figure(kept, "38").id, {"value": "39"}, Edit("ana", seen=seen))
    with pytest.raises(CollisionError, match=r"ana was quicker: correct \(value = 39\)"):
        kept.correct("flood", figure(kept, "38").id, {"value": "40"}, Edit("ben", seen=seen))
    kept.correct("flood", figure(kept, "43").id, {"value": "44"}, Edit("ben", seen=seen))  # another figure


def test_what_was_undone_cannot_be_undone_again(kept: Ledger) -> None:
    act = kept.correct("flood", figure(kept, "38").id, {"value": "39"}, ANA)
    undo = kept.undo(act.id, ANA)
    for number, problem in (
        (act.id, "taken back already"),
        (undo.id, "itself an undoing"),
        (999, "no act 999"),
    ):
        with pytest.raises(LedgerError, match=problem):
            kept.undo(number, ANA)


def test_decisions_about_series_hold_when_more_reports_come(kept: Ledger) -> None:
    dead, mayor = figure(kept, "43").id, figure(kept, "38").id
    kept.decide(Decision(kind="split", figures=(("flood", mayor),)), ANA)
    kept.decide(Decision(kind="name", figures=(("flood", dead),), name="dead of the Selm"), ANA)
    army = "The flood in Brennick killed 51 people on Tuesday, the army said. The Selm fell in Marland."
    kept.add(addup.read(army, published="2024-05-18", id="army"), by="ana", reader="1.0")
    kept.settle()
    series = {one.name: one.figures for one in kept.series()}
    assert series["dead of the Selm"] == 2  # the governor's and the army's, not the mayor's


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["correct", "remove", "confirm", "undo"]), st.integers(0, 9), st.integers(1, 99)
    ),
    max_size=8,
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(operations=OPERATIONS)
def test_undoing_everything_gives_back_what_was_read(
    operations: list[tuple[str, int, int]], tmp_path_factory: pytest.TempPathFactory, flood: Reading
) -> None:
    ledger = Ledger(tmp_path_factory.mktemp("undo") / "ledger.sqlite")
    ledger.add(flood, by="ana", reader="1.0")
    for kind, place, value in operations:
        figures = ledger.stored("flood").reading.figures
        if kind == "undo" or not figures:
            open_acts = [act for act in ledger.log() if act.kind != "undo" and not act.undone]
            if open_acts:
                ledger.undo(open_acts[place % len(open_acts)].id, ANA)
        elif kind == "correct":
            ledger.correct("flood", figures[place % len(figures)].id, {"low": value, "high": value + 9}, ANA)
        else:
            getattr(ledger, kind)("flood", figures[place % len(figures)].id, ANA)
    count = len(ledger.log())
    for act in reversed(ledger.log()):
        if act.kind != "undo" and not act.undone:
            ledger.undo(act.id, ANA)
    assert ledger.stored("flood").reading == flood
    assert len(ledger.log()) >= count  # nothing was forgotten
    ledger.close()


SELM = (
    "The flood in Selm killed 43 people on Tuesday, the governor said. The mayor said 38 people were killed "
    "in Selm on Tuesday. The town had 20 boats, of which 25 boats were lost."
)


def findings(ledger: Ledger, document: str) -> dict[str, list[str]]:
    """Give what is told of a document: each text with its rows."""
    ledger.settle()
    return {one.finding.text: list(one.finding.rows) for one in ledger.findings_on(document)}


def test_a_finding_says_what_a_figure_was_corrected_to_and_by_whom(ledger: Ledger) -> None:
    ledger.add(addup.read(SELM, published="2024-05-15", id="selm"), by="ana", reader="1.0")
    ids = {one.amount.number.text: one.id for one in ledger.stored("selm").reading.figures}
    assert "“25 boats” as part of “20 boats”: 5 too many." in findings(ledger, "selm")
    act = ledger.correct("selm", ids["25"], {"value": "27"}, Edit("ben", "misheard"))
    assert "“25 boats” [corrected by ben: 27] as part of “20 boats”: 7 too many." in findings(ledger, "selm")
    ledger.undo(act.id, ANA)
    assert not any("corrected" in text for text in findings(ledger, "selm"))


def test_a_finding_that_quotes_no_words_has_a_row_for_what_was_corrected(ledger: Ledger) -> None:
    ledger.add(addup.read(SELM, published="2024-05-15", id="selm"), by="ana", reader="1.0")
    later = SELM.replace("43", "39").replace("38", "37")
    ledger.add(addup.read(later, published="2024-05-16", id="later"), by="ana", reader="1.0")
    ids = {one.amount.number.text: one.id for one in ledger.stored("later").reading.figures}
    ledger.correct("later", ids["39"], {"value": "about 30"}, Edit("ben"))
    ledger.correct("later", ids["37"], {"source": "the police"}, Edit("cyn"))
    rows = next(
        rows for text, rows in findings(ledger, "later").items() if text.startswith("the governor moved")
    )
    assert "“39 people” was corrected by ben: about 30" in rows
    assert not any("cyn" in row for rows in findings(ledger, "later").values() for row in rows)


def test_a_correction_in_the_next_version_names_who_made_it_first(ledger: Ledger) -> None:
    ledger.add(addup.read(SELM, published="2024-05-15", id="selm"), by="ana", reader="1.0", address=ADDRESS)
    ids = {one.amount.number.text: one.id for one in ledger.stored("selm").reading.figures}
    ledger.correct("selm", ids["25"], {"value": "27"}, ANA)
    next_version(ledger, f"The river is falling. {SELM}")
    assert any("“25 boats” [corrected by ana: 27]" in text for text in findings(ledger, "abc2"))


ADDRESS = "https://news.example/flood"


def next_version(kept: Ledger, text: str) -> Added:
    return kept.add(
        addup.read(text, published="2024-05-15", id="abc2"), by="ben", reader="1.0", address=ADDRESS
    )


def test_corrections_hold_in_the_next_version_of_a_page_where_their_sentences_still_stand(
    ledger: Ledger, flood: Reading
) -> None:
    ledger.add(flood, by="ana", reader="1.0", address=ADDRESS)
    ledger.correct("flood", figure(ledger, "38").id, {"value": "about 40"}, Edit("ana", "misheard"))
    ledger.remove("flood", figure(ledger, "120").id, ANA)
    ledger.undo(ledger.confirm("flood", figure(ledger, "43").id, ANA).id, ANA)
    ledger.describe("flood", {"outlet": "Selm Post"}, ANA)
    added = next_version(ledger, f"The river is falling.\n\n{flood.document.text}")
    assert added.carried == ("3 corrections hold in the new version, too",)
    assert added.changes == ()
    now = ledger.stored("abc2")
    assert [(one.amount.number.text, one.amount.bound) for one in now.reading.figures] == [
        ("43", "min"),
        ("38", "about"),
    ]
    assert now.document.outlet == "Selm Post"
    assert [(act.kind, act.by, act.why) for act in now.acts] == [
        ("correct", "ben", "ana did so in flood: misheard"),
        ("remove", "ben", "ana did so in flood"),
        ("describe", "ben", "ana did so in flood"),
    ]
    third = addup.read(f"{now.document.text} No more rain is expected.", published="2024-05-15", id="abc3")
    ledger.add(third, by="cyn", reader="1.0", address=ADDRESS)
    assert ledger.stored("abc3").acts[0].why == "ana did so in flood: misheard"


def test_a_correction_whose_sentence_is_another_now_is_told_and_left(ledger: Ledger, flood: Reading) -> None:
    ledger.add(flood, by="ana", reader="1.0", address=ADDRESS)
    ledger.correct("flood", figure(ledger, "38").id, {"value": "about 40"}, ANA)
    added = next_version(ledger, flood.document.text.replace("38", "41"))
    assert added.carried == ("what was corrected of “38” is not carried over: its sentence is another",)
    assert not ledger.stored("abc2").acts


def together(ledger: Ledger, *numbers: str) -> set[str]:
    """Give the documents whose figures with these numbers are in one series with the first of them."""
    ledger.settle()
    members = [ledger.members(one.id) for one in ledger.series()]
    home = next(
        held
        for held in members
        for reading, figure in held
        if (reading.document.id, figure.amount.number.text) == ("flood", numbers[0])
    )
    return {reading.document.id for reading, figure in home if figure.amount.number.text in numbers}


def test_what_was_split_from_a_series_is_so_in_the_next_version(ledger: Ledger, flood: Reading) -> None:
    ledger.add(flood, by="ana", reader="1.0", address=ADDRESS)
    mayor = (("flood", figure(ledger, "38").id),)
    split = ledger.decide(Decision(kind="split", figures=mayor), Edit("ana", "of one district"))
    added = next_version(ledger, f"The river is falling.\n\n{flood.document.text}")
    assert added.carried == ("1 decision about series holds there, too",)
    assert together(ledger, "38") == {"flood", "abc2"}
    assert together(ledger, "43") == {"flood", "abc2"}
    assert together(ledger, "43", "38") == together(ledger, "43")
    homes = {
        (reading.document.id, held.amount.number.text): one.name
        for one in ledger.series()
        for reading, held in ledger.members(one.id)
    }
    assert homes["abc2", "38"] == homes["flood", "38"] != homes["flood", "43"] == homes["abc2", "43"]
    assert ledger.log()[-1].why == "ana did so in flood: of one district"
    third = addup.read(f"No more rain.\n\n{flood.document.text}", published="2024-05-15", id="abc3")
    ledger.add(third, by="cyn", reader="1.0", address=ADDRESS)
    assert together(ledger, "38") == {"flood", "abc2", "abc3"}
    ledger.undo(split.id, ANA)
    ledger.settle()
    assert len([one for one in ledger.series() if one.name.startswith("killed")]) == 1


@pytest.mark.parametrize("kind", ["merge", "pin"])
def test_what_was_moved_to_another_series_is_there_in_the_next_version(
    ledger: Ledger, flood: Reading, kind: Literal["merge", "pin"]
) -> None:
    ledger.add(flood, by="ana", reader="1.0", address=ADDRESS)
    hurt, dead = (("flood", figure(ledger, number).id) for number in ("120", "43"))
    ledger.decide(Decision(kind=kind, figures=(hurt,), others=(dead,)), ANA)
    added = next_version(ledger, f"The river is falling.\n\n{flood.document.text}")
    assert added.carried == ("1 decision about series holds there, too",)
    assert together(ledger, "43", "120") == {"flood", "abc2"}
    assert together(ledger, "120") == {"flood", "abc2"}


def test_a_figure_moved_between_series_whose_sentence_is_another_now_is_told(
    ledger: Ledger, flood: Reading
) -> None:
    ledger.add(flood, by="ana", reader="1.0", address=ADDRESS)
    taken_back = ledger.decide(Decision(kind="split", figures=(("flood", figure(ledger, "43").id),)), ANA)
    ledger.undo(taken_back.id, ANA)
    ledger.decide(Decision(kind="split", figures=(("flood", figure(ledger, "38").id),)), ANA)
    added = next_version(ledger, flood.document.text.replace("38", "41"))
    assert added.carried == ("to which series “38” belongs is not carried over: its sentence is another",)
    assert len([act for act in ledger.log() if act.kind == "decide"]) == 2


def test_a_figure_that_was_added_is_added_to_the_next_version(ledger: Ledger) -> None:
    text = "The town has a dozen boats and no bridge."
    ledger.add(replace(addup.read(text, id="boats"), figures=()), by="ana", reader="1.0", address=ADDRESS)
    start = text.index("a dozen")
    ledger.add_figure("boats", start, start + len("a dozen boats"), ANA, fields={"counted": "boat"})
    later = f"The mayor said it again. {text}"
    ledger.add(replace(addup.read(later, id="later"), figures=()), by="ana", reader="1.0", address=ADDRESS)
    (added,) = ledger.stored("later").reading.figures
    assert (added.span.start, added.span.text) == (later.index("a dozen"), "a dozen boats")
