"""What holds for every grouping."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from building import Said, reading, said
from hypothesis import given, settings
from hypothesis import strategies as st

from addup.account.language.parsing import read_account
from addup.account.reported.from_series import account_of, account_to_check
from addup.account.reported.placing import place_all
from addup.grouping.group import group
from addup.grouping.patterns import may_hold, phrase
from addup.records import Reading

# The machine may be busy: how long an example takes says nothing.
UNHURRIED = settings(deadline=None)

EVENTS = st.sampled_from(["kill", "die", "injure", "sign", "present", "arrest", None])
THINGS = st.sampled_from(["person", "child", "soldier", "German", "house", "contract", None])
PLACES = st.sampled_from(["Lyon", "France", "Turin", "Lyon and Turin", "Oslo, Norway", None])
DAYS = st.sampled_from(["2024-01-05", "2024-01-05..2024-01-09", "2024-02-01..2024-02-29", None])
LINKS = st.sampled_from([" and", ", including", ". Of these,", ", of whom", ". Another", ". In all,"])


@st.composite
def figures(draw: st.DrawFn) -> tuple[str, Said]:
    value = draw(st.integers(1, 900))
    one = replace(said(f"{value}", value, draw(THINGS), draw(EVENTS)), place=draw(PLACES), days=draw(DAYS))
    words = f"{draw(LINKS)} {value} {one.counted or ''} {one.event or ''}"
    return words, replace(one, per=draw(st.sampled_from([None, None, "day"])))


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    result = []
    for index in range(draw(st.integers(1, 3))):
        found = draw(st.lists(figures(), max_size=5))
        text = "Reports from Lyon and Turin in France" + "".join(words for words, _ in found) + "."
        published = draw(st.sampled_from(["2024-03-01", "2024-03-02", None]))
        result.append(reading(text, *(one for _, one in found), id=f"r{index}-", published=published))
    return result


@UNHURRIED
@given(readings())
def test_every_figure_is_in_exactly_one_series(found: list[Reading]) -> None:
    members = [(member.document, member.figure.id) for one in group(found).series for member in one.members]
    assert sorted(members) == sorted((one.document.id, figure.id) for one in found for figure in one.figures)


@UNHURRIED
@given(readings(), st.randoms())
def test_the_order_of_readings_changes_nothing(found: list[Reading], chance: object) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert json.dumps(group(shuffled).to_dict()) == json.dumps(group(found).to_dict())


@UNHURRIED
@given(readings())
def test_names_and_ids_of_series_are_distinct(found: list[Reading]) -> None:
    series = group(found).series
    assert len({one.name for one in series}) == len({one.id for one in series}) == len(series)


@UNHURRIED
@given(readings())
def test_every_grouping_makes_an_account_that_can_be_read(found: list[Reading]) -> None:
    account = account_of(group(found))
    read = read_account(account)
    placed = {report.id for report in read.reports if report.trend is None}
    assert len(placed) + len(account["left_out"]) == sum(len(one.figures) for one in found)


@UNHURRIED
@given(readings())
def test_relations_rest_on_words_of_the_texts(found: list[Reading]) -> None:
    texts = {one.document.id: one.document.text for one in found}
    for relation in group(found).relations:
        for evidence in relation.evidence:
            assert texts[evidence.document][evidence.start : evidence.end] == evidence.text


@UNHURRIED
@given(readings())
def test_what_is_checked_is_what_would_be_written_down(found: list[Reading]) -> None:
    grouping = group(found)
    written = read_account(account_of(grouping))
    checked = read_account(
        account_to_check(grouping, convention="plain", places=place_all(grouping)), convention="plain"
    )
    assert checked.reports == written.reports
    assert (checked.first, checked.last, checked.relations) == (
        written.first,
        written.last,
        written.relations,
    )


WORDS = st.lists(st.sampled_from(["so far", "in all", "in all cases", "total", "to date"]), min_size=1)
TEXT = st.lists(st.sampled_from(["So far", "In ALL", "cases", "totals", "date", " ", "-", "x", "."]))


@given(WORDS, TEXT.map("".join))
def test_phrases_are_found_as_whole_words_in_any_case(words: list[str], text: str) -> None:
    longest_first = "|".join(sorted(set(words), key=lambda word: (-len(word), word)))
    plain = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)", re.IGNORECASE)
    assert [one.span() for one in phrase(*words).finditer(text)] == [
        one.span() for one in plain.finditer(text)
    ]
    assert may_hold(text, words) or not plain.search(text)
