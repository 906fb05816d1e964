"""The order in which reports come changes nothing of what follows from them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

import addup
from addup.ledger import Ledger
from addup.records import Reading

TEXTS = (
    (
        "2024-05-15",
        "At least 43 people were killed when the Selm flooded Brennick on Tuesday, officials said.",
    ),
    ("2024-05-16", "The flood in Brennick killed 39 people on Tuesday, the army said. Police saw 40 boats."),
    (
        "2024-05-17",
        "Officials lowered the death toll of Tuesday's flood in Brennick to 38. Of them, six were children.",
    ),
    ("2024-05-15", "A landslide in Torv killed 12 people on Tuesday, police said."),
    ("2024-05-16", "Police in Torv said 14 people were killed and 30 injured in the landslide on Tuesday."),
    ("2023-05-16", "The flood in Brennick killed 7 people on Sunday, the army said."),
)


@cache
def readings() -> tuple[Reading, ...]:
    """Read the reports, once."""
    return tuple(
        addup.read(text, published=day, id=f"report-{number}") for number, (day, text) in enumerate(TEXTS)
    )


def follows(order: list[int], settled_after: set[int]) -> object:
    """Add reports one by one, check after some of them, and give all that follows in the end."""
    with TemporaryDirectory() as folder:
        ledger = Ledger(Path(folder) / "ledger.sqlite")
        for count, number in enumerate(order):
            ledger.add(readings()[number], by="ana", reader="1")
            if count in settled_after:
                ledger.settle()
        ledger.settle()
        events = {
            frozenset(one.id for one in ledger.documents(dossier=event.id)): (event.name, event.status)
            for event in ledger.dossiers()
        }
        series = {
            (one.name, one.kind, frozenset((reading.document.id, figure.id) for reading, figure in members))
            for one in ledger.series()
            for members in [ledger.members(one.id)]
        }
        findings = {(one.key, one.finding.text) for one in ledger.findings()}
        ledger.close()
        return events, series, findings


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(len(TEXTS))), st.sets(st.integers(0, len(TEXTS) - 1)))
def test_reports_added_one_by_one_in_any_order_are_as_all_at_once(
    order: list[int], settled_after: set[int]
) -> None:
    assert follows(order, settled_after) == follows(list(range(len(TEXTS))), set())
