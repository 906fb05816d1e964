"""What people decide about events is laid one over the other; the last word on a report counts."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import addup
from addup.grouping.group import group
from addup.grouping.joining.event_decisions import EventDecision, Held, decided_event_names
from addup.grouping.subjects.events import event_name

REPORTS = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4, unique=True).map(tuple)
DECISIONS = st.lists(
    st.builds(
        EventDecision,
        kind=st.sampled_from(["merge", "split", "pin"]),
        reports=REPORTS,
        others=REPORTS,
        left=REPORTS,
    ),
    max_size=6,
)


@given(DECISIONS)
def test_what_is_held_together_is_never_held_apart(decisions: list[EventDecision]) -> None:
    held = Held(decisions)
    for group_ in held.together():
        assert not held.apart(group_, group_)
        for one in group_:
            assert held.with_(one) == group_ - {one}


@given(DECISIONS, REPORTS, REPORTS)
def test_the_last_word_counts(
    decisions: list[EventDecision], reports: tuple[str, ...], others: tuple[str, ...]
) -> None:
    merged = Held([*decisions, EventDecision(kind="merge", reports=reports, others=others)])
    everybody = {*reports, *others}
    assert everybody - {reports[0]} <= merged.with_(reports[0])
    split = Held([*decisions, EventDecision(kind="split", reports=reports, others=others)])
    rest = set(others) - set(reports)
    assert not rest or split.apart(reports, rest)


def test_a_report_that_is_pinned_leaves_the_event_that_it_was_of() -> None:
    held = Held(
        [
            EventDecision(kind="merge", reports=("a", "b"), others=("c",)),
            EventDecision(kind="pin", reports=("c",), others=("x",), left=("a", "b")),
        ]
    )
    assert held.with_("c") == {"x"}
    assert held.with_("a") == {"b"}
    assert held.apart({"x"}, {"a"})


def test_a_name_stays_with_the_event_that_holds_most_of_its_reports() -> None:
    named = [EventDecision(kind="name", reports=("a", "b", "c"), name="The Selm flood")]
    assert decided_event_names({"a": 1, "b": 2, "c": 2}, named) == {2: "The Selm flood"}
    assert decided_event_names({"z": 1}, named) == {}


def test_reports_that_people_take_for_one_matter_are_grouped_as_such() -> None:
    first = addup.read(
        "Thirty boats were seized on Friday, the coast guard said.", published="2024-05-04", id="a"
    )
    second = addup.read("The coast guard said 30 boats were seized.", published="2024-05-04", id="b")
    apart = {len(one.members) for one in group([first, second]).series}
    assert apart == {1}
    together = group([first, second], together=[{"a", "b"}])
    assert {len(one.members) for one in together.series} == {2}


def test_an_event_is_named_by_what_happened_where_and_when() -> None:
    keys = {
        "killed|brennick|2024-05-31": 3,
        "killed|brennick|2024-05-30": 3,
        "killed|brennick|2024-06-01": 3,
        "killed|norway|2024-05-31": 3,
        "flood|brennick|24294": 2,
    }
    texts = ["The flood in Brennick", "After the floods", "An attack"]
    assert event_name(keys, texts) == "flood, Brennick, May 2024"
    assert event_name(keys, ["Nothing is said."]) == "killed, Brennick, May 2024"
    assert event_name({"flood|brennick|24294": 2}, texts) is None
    history = {"killed|brennick|2009-01-01": 3}
    assert event_name({**keys, **history}, texts) == "flood, Brennick, May 2024"
    assert event_name(history, [], published=date(2024, 6, 2)) == "killed, Brennick, June 2024"
