"""Events: reports that are about one, and what people decide about that."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Command

import addup
from addup.ledger import Edit, Ledger, LedgerError
from addup.records import Reading

ANA = Edit("ana", "she was there")
TEXTS = {
    "brennick-1": "At least 43 people were killed when the Selm flooded Brennick on Tuesday, officials said.",
    "brennick-2": "The flood in Brennick killed 39 people on Tuesday, the army said. The Selm has fallen.",
    "torv-1": "A landslide in Torv killed 12 people on Tuesday, police said.",
    "torv-2": "Police in Torv said 14 people were killed in the landslide on Tuesday.",
}
LATER = "The flood in Brennick killed 47 people on Tuesday, the governor of Marland said on Thursday."


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    """Reports of a flood and of a landslide on one day, and a later one of the flood."""
    read = {id: addup.read(text, published="2024-05-15", id=id) for id, text in TEXTS.items()}
    return {**read, "later": addup.read(LATER, published="2024-05-16", id="later")}


@pytest.fixture
def kept(ledger: Ledger, readings: dict[str, Reading]) -> Ledger:
    """A ledger with all but the later report."""
    for id in TEXTS:
        ledger.add(readings[id], by="ana", reader="1")
    ledger.settle()
    return ledger


def events(ledger: Ledger) -> set[frozenset[str]]:
    """Give the reports of each event."""
    ledger.settle()
    return {frozenset(one.id for one in ledger.documents(dossier=event.id)) for event in ledger.dossiers()}


FLOOD, SLIDE = frozenset({"brennick-1", "brennick-2"}), frozenset({"torv-1", "torv-2"})


def home(ledger: Ledger, document: str) -> int:
    """Give the event of a report."""
    found = ledger.dossier_of(document)
    assert found is not None
    return found


def test_many_reports_of_one_event_are_one_event_with_a_name(kept: Ledger) -> None:
    assert events(kept) == {FLOOD, SLIDE}
    assert {one.name for one in kept.dossiers()} == {
        "flood, Brennick, May 2024",
        "landslide, Torv, May 2024",
    }
    assert kept.event("torv").id == home(kept, "torv-1")
    assert kept.event(str(home(kept, "torv-1"))).name == "landslide, Torv, May 2024"


def test_a_name_holds_when_more_reports_come_and_until_it_is_taken_back(
    kept: Ledger, readings: dict[str, Reading]
) -> None:
    act = kept.name_event(home(kept, "brennick-1"), " The Selm  flood ", ANA)
    kept.add(readings["later"], by="ana", reader="1")
    assert events(kept) == {FLOOD | {"later"}, SLIDE}
    assert kept.event("the selm flood").documents == 3
    with pytest.raises(LedgerError, match="is called 'The Selm flood' already"):
        kept.name_event(home(kept, "torv-1"), "the selm FLOOD", ANA)
    kept.undo(act.id, ANA)
    assert kept.dossier(home(kept, "later")).name == "flood, Brennick, May 2024"


def test_merged_events_stay_one_and_undoing_parts_them(kept: Ledger, readings: dict[str, Reading]) -> None:
    act = kept.merge_events(home(kept, "brennick-1"), home(kept, "torv-2"), ANA)
    assert (act.kind, act.by, act.why) == ("decide", "ana", "she was there")
    assert events(kept) == {FLOOD | SLIDE}
    kept.add(readings["later"], by="ana", reader="1")
    assert events(kept) == {FLOOD | SLIDE | {"later"}}
    kept.undo(act.id, ANA)
    assert events(kept) == {FLOOD | {"later"}, SLIDE}
    assert next(one for one in kept.log() if one.id == act.id).undone


def test_a_report_that_is_split_off_stays_apart_when_more_reports_come(
    kept: Ledger, readings: dict[str, Reading]
) -> None:
    assert [one.finding.kind for one in kept.findings(kinds=["conflict"])] == ["conflict"] * 1
    act = kept.split_event(["brennick-2"], ANA)
    assert events(kept) == {frozenset({"brennick-1"}), frozenset({"brennick-2"}), SLIDE}
    assert kept.findings(kinds=["conflict"]) == []  # they are not about the same flood
    kept.add(readings["later"], by="ana", reader="1")
    assert len(events(kept)) == 3  # it went to one of the two, and did not bring them together
    assert home(kept, "brennick-1") != home(kept, "brennick-2")
    kept.undo(act.id, ANA)
    assert events(kept) == {FLOOD | {"later"}, SLIDE}


def test_a_report_that_is_pinned_goes_to_its_event_and_leaves_the_other(
    kept: Ledger, readings: dict[str, Reading]
) -> None:
    kept.pin_to_event(["brennick-2"], home(kept, "torv-1"), ANA)
    assert events(kept) == {frozenset({"brennick-1"}), SLIDE | {"brennick-2"}}
    kept.add(readings["later"], by="ana", reader="1")
    assert home(kept, "brennick-1") != home(kept, "brennick-2")
    kept.pin_to_event(["brennick-2"], home(kept, "brennick-1"), ANA)  # on second thoughts
    assert home(kept, "brennick-1") == home(kept, "brennick-2") != home(kept, "torv-1")


def test_what_cannot_be_decided_is_refused_in_one_line(kept: Ledger) -> None:
    flood = home(kept, "brennick-1")
    for decide, told in (
        (lambda: kept.name_event(flood, " ", ANA), "needs words"),
        (lambda: kept.name_event(99, "x", ANA), "there is no event 99"),
        (lambda: kept.merge_events(flood, flood, ANA), "is one already"),
        (lambda: kept.split_event([], ANA), "no document"),
        (lambda: kept.split_event(["nothing"], ANA), "no document nothing"),
        (lambda: kept.split_event(["brennick-1", "torv-1"], ANA), "several events"),
        (lambda: kept.split_event(sorted(FLOOD), ANA), "no other reports"),
        (lambda: kept.pin_to_event(["brennick-1"], flood, ANA), "already"),
        (lambda: kept.event("May 2024"), "may be event"),
        (lambda: kept.event("nowhere"), "there is no event 'nowhere'"),
    ):
        with pytest.raises(LedgerError, match=told):
            decide()
    assert kept.log() == ()
    assert events(kept) == {FLOOD, SLIDE}


def test_decisions_about_events_travel(kept: Ledger, readings: dict[str, Reading], tmp_path: Path) -> None:
    kept.split_event(["brennick-2"], ANA)
    merged = kept.merge_events(home(kept, "brennick-1"), home(kept, "torv-1"), ANA)
    kept.name_event(home(kept, "brennick-2"), "The Selm flood", ANA)
    copy = Ledger(tmp_path / "copy.sqlite")
    copy.take(kept.lines())
    assert events(copy) == events(kept) == {SLIDE | {"brennick-1"}, frozenset({"brennick-2"})}
    assert copy.event("The Selm flood").documents == 1
    assert list(copy.lines()) == list(kept.lines())
    copy.undo(merged.id, ANA)
    assert events(copy) == {frozenset({"brennick-1"}), frozenset({"brennick-2"}), SLIDE}
    other = Ledger(tmp_path / "other.sqlite")  # one that holds the reports already
    for id in TEXTS:
        other.add(readings[id], by="eve", reader="1")
    other.settle()
    other.take(kept.lines())
    assert events(other) == events(kept)


def test_undoing_all_decisions_leaves_the_events_that_the_words_make(kept: Ledger) -> None:
    acts = [
        kept.pin_to_event(["torv-1"], home(kept, "brennick-1"), ANA),
        kept.merge_events(home(kept, "torv-2"), home(kept, "brennick-1"), ANA),
        kept.split_event(["brennick-1"], ANA),
    ]
    for act in acts:
        kept.undo(act.id, ANA)
    assert events(kept) == {FLOOD, SLIDE}


def test_events_are_decided_upon_at_the_terminal(command: Command, tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text)
    command("add", *(f"{name}.txt" for name in TEXTS), "--published", "2024-05-15", check=True)
    listed = command("events", check=True).stdout
    assert "Flood, Brennick, May 2024" in listed
    assert "Landslide, Torv, May 2024" in listed
    command("correct", "--event", "flood", "--name", "The Selm flood", "--why", "so say all", check=True)
    assert "The Selm flood" in command("events", "selm", check=True).stdout
    command("correct", "torv-1.txt", "--pin-event", "the selm flood", check=True)
    command("correct", "--event", "landslide", "--merge", "selm", check=True)
    assert "4 reports" in command("events", "selm", check=True).stdout
    command("correct", "brennick-1.txt", "--split", check=True)
    log = " ".join(command("log", check=True).stdout.split())
    assert "“The Selm flood”, because so say all" in log
    assert "is an event of its own" in log
    for number in ("3", "4"):
        command("undo", number, check=True)
    assert "3 reports" in command("events", "selm", check=True).stdout
    for wrong in (
        ("correct", "--event", "selm"),
        ("correct", "--event", "selm", "--name", "x", "--merge", "y"),
        ("correct", "torv-1.txt", "--split", "--pin-event", "selm"),
        ("correct", "torv-1.txt", "--pin-event", "nothing"),
        ("events", "nothing"),
    ):
        ended = command(*wrong)
        assert ended.returncode == 2
        assert len(ended.stderr.splitlines()) == 1
