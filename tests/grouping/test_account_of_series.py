"""The account that is made of series, and what it shows of a report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from building import Said, reading, said
from reports import recruitment

from addup.account.reported.from_series import account_of
from addup.account.reported.of_reports import check_reports
from addup.account.result import Result
from addup.grouping.group import group
from addup.records import Finding


@pytest.fixture(scope="module")
def account() -> dict[str, Any]:
    return account_of(group([recruitment()]))


@pytest.fixture(scope="module")
def result() -> Result:
    return check_reports(group([recruitment()]))


def report(account: dict[str, Any], words: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in account["reports"] if one["text"] == words)
    return found


def findings(result: Result, kind: str, *words: str) -> list[Finding]:
    return [
        one
        for one in result.findings
        if one.kind == kind and all(word in " ".join((one.text, *one.rows)) for word in words)
    ]


def test_reports_carry_both_readings_of_their_words(account: dict[str, Any]) -> None:
    assert report(account, "More than 24,000")["sharp"] == [24000, 26400]
    assert (report(account, "some 4,900")["low"], report(account, "some 4,900")["high"]) == (4410, 5390)
    assert (report(account, "nearly 150")["low"], report(account, "nearly 150")["high"]) == (120, 150)


def test_reports_point_at_their_words(account: dict[str, Any]) -> None:
    text = recruitment().document.text
    for one in account["reports"]:
        assert text[one["start"] : one["end"]] == one["text"]


def test_a_rate_holds_for_the_days_of_the_totals_beside_it(account: dict[str, Any]) -> None:
    rate = report(account, "up to 420")
    assert (rate["per"], rate["from"], rate["to"]) == ("day", "2024-01-01", "2024-05-16")


def test_a_toll_is_bound_on_the_day_on_which_it_was_told(account: dict[str, Any]) -> None:
    assert report(account, "at least 61")["on"] == "2024-05-16"


def test_what_was_told_earlier_stands_on_the_day_of_the_telling(account: dict[str, Any]) -> None:
    assert report(account, "86,000")["on"] == "2024-03-10"
    assert report(account, "31,000")["on"] == "2024-03-10"


def test_of_two_days_beside_a_speaker_the_later_one_is_that_of_the_telling() -> None:
    text = "Last week Orel told third-quarter sales of 40 million euros; it has 900 workers, Orel told us."
    built = reading(
        text,
        replace(said("900", 900, "worker", "have"), source="Orel"),
        published="2023-11-02",
        times=[("Last week", "2023-10-23..2023-10-29"), ("third-quarter", "2023-07-01..2023-09-30")],
    )
    account = account_of(group([built]))
    assert report(account, "900")["on"] == "2023-10-29"


def test_a_flow_without_a_beginning_counts_from_the_earliest_day_of_what_it_is_related_to(
    account: dict[str, Any],
) -> None:
    assert report(account, "40,000")["from"] == "2023-03-01"
    assert report(account, "6,000")["from"] == "2023-03-01"


def test_relations_with_flows_are_dated(account: dict[str, Any]) -> None:
    texts = [one["text"] for one in account["relations"]]
    assert "called up, of those present <= guards present, border zone" in texts
    assert any("dismissed, of those called up 2023-03-01.." in text for text in texts)


def test_the_recruitment_report_adds_up(result: Result) -> None:
    assert result.status == "consistent"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("trend", ["borne out"]),
        ("implied", ["24,000 − 4,900 = 19,100 in 123 days", "350 a day", "under the 420 a day"]),
        ("implied", ["3,000 as said", "2,200 to 3,800", "200 to 5,800 if 40,000 is round too"]),
        ("implied", ["are within “nearly 70,000” of guards under contract"]),
        ("trend", ["“numbers are rising”: borne out, 125 % faster in the last days"]),
        ("implied", ["350 a day", "18,855 to 21,745 as said, 18,610 to 51,660 at the widest"]),
        ("disputed", ["What Kestrian officials said is denied by Morvania"]),
        ("expected", ["No second draft is planned"]),
        ("unanswered", ["most applicants"]),
    ],
)
def test_the_recruitment_report_shows_what_nobody_stated(result: Result, kind: str, words: list[str]) -> None:
    assert findings(result, kind, *words)


def test_what_sets_the_scene_is_left_out_with_a_reason() -> None:
    text = "In the past 10 days 40 people joined."
    figures = replace(said("10", 10, "time"), kind="duration", unit="day"), said("40", 40, "person", "join")
    account = account_of(group([reading(text, *figures, published="2024-05-16")]))
    assert [one["why"] for one in account["left_out"]] == ["it sets the scene"]


def test_a_figure_of_an_undated_report_is_no_conflict_with_a_dated_one() -> None:
    text = "The fire in Holm killed {} people."
    first = reading(
        text.format(40),
        replace(said("40", 40, "person", "kill"), days="2024-06-04", place="Holm"),
        id="a",
        published="2024-06-05",
    )
    second = reading(
        text.format(12), replace(said("12", 12, "person", "kill"), days="2024-06-04", place="Holm"), id="b"
    )
    grouping = group([first, second])
    assert check_reports(grouping).status == "consistent"
    assert [one["why"] for one in account_of(grouping)["left_out"]] == ["its report has no day"]


def test_a_total_without_days_beside_dated_totals_is_left_out() -> None:
    text = "In May 40 people joined. In all, 900 people have joined."
    figures = (
        replace(said("40", 40, "person", "join"), days="2024-05-01..2024-05-31"),
        said("900", 900, "person", "join"),
    )
    account = account_of(group([reading(text, *figures, published="2024-06-05")]))
    assert [one["figure"] for one in account["left_out"]] == ["a1"]


def test_a_report_without_any_day_is_one_nameless_period() -> None:
    text = "The union said that 48,000 marched. Police said that 21,000 marched."
    figures = (
        replace(said("48,000", 48000, "person", "march"), source="The union"),
        replace(said("21,000", 21000, "person", "march"), source="Police"),
    )
    result = check_reports(group([reading(text, *figures)]))
    assert result.status == "conflict"


def test_a_report_without_a_day_of_publication_says_what_stays_open() -> None:
    text = "On 4 June 2024 the fire in Holm killed 40 people, it said on Wednesday."
    figure = replace(said("40", 40, "person", "kill"), days="2024-06-04", place="Holm")
    found = check_reports(group([reading(text, figure, times=[("4 June 2024", "2024-06-04")])]))
    assert findings(found, "unanswered", "cannot be older than 2024-06-04")


def test_two_sources_that_cannot_both_be_right_are_a_conflict() -> None:
    text = "On Tuesday the governor put the dead of Holm at 43. The mayor counted 38 dead."
    figures = (
        replace(said("43", 43, "dead"), days="2024-06-04", place="Holm", source="the governor"),
        replace(said("38", 38, "dead"), days="2024-06-04", place="Holm", source="The mayor"),
    )
    result = check_reports(group([reading(text, *figures, published="2024-06-05")]))
    assert [conflict.gap for conflict in result.conflicts] == [5]


def test_households_are_not_held_against_people() -> None:
    text = "The flood displaced 5,100 people, said the mayor. It displaced 900 households, said the army."
    figures = (
        replace(said("5,100", 5100, "person", "displace"), days="2024-06-04", source="the mayor"),
        replace(said("900", 900, "household", "displace"), days="2024-06-04", source="the army"),
    )
    result = check_reports(group([reading(text, *figures, published="2024-06-05")]))
    assert result.status == "consistent"
    assert findings(result, "mismatch", "households against persons")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor lowered the death toll to 39 from 43.",
        "The mayor said that 39 had died, not the 43 counted at first.",
        "The mayor said that 39 had died, compared with an initial 43.",
    ],
)
def test_a_toll_that_a_report_says_was_changed_is_revised_and_no_conflict(text: str) -> None:
    figures = [
        replace(said(words, int(words), "dead"), days="2024-06-04", place="Holm", source="The mayor")
        for words in ("39", "43")
    ]
    result = check_reports(group([reading(text, *figures, published="2024-06-05")]))
    assert result.status == "consistent"
    assert findings(result, "revised", "The mayor moved killed, Holm from 43 to 39")


def test_counts_of_two_reports_with_unknown_beginnings_are_no_conflict() -> None:
    text = "Police in Holm have arrested {} rioters."
    readings = [
        reading(
            text.format(count),
            replace(said(str(count), count, "person", "arrest"), place="Holm"),
            id=id,
            published=day,
        )
        for id, count, day in (("a", 60, "2024-06-05"), ("b", 45, "2024-06-08"))
    ]
    assert check_reports(group(readings)).status == "consistent"


def test_figures_without_bounds_make_no_report() -> None:
    many = Said(words="many", bound="vague", worded=True, counted="person", event="join")
    account = account_of(group([reading("On 4 June many joined.", many, published="2024-06-05")]))
    assert account["reports"] == []


def test_new_ones_are_not_held_against_all_so_far() -> None:
    text = "The clinics reported 60 new cases on Monday, 900 in all."
    figures = (
        replace(said("60 new cases", 60, "new cases/case", "report"), days="2024-05-20"),
        replace(said("900", 900, "new cases/case", "report"), days="2024-05-20"),
    )
    result = check_reports(group([reading(text, *figures, published="2024-05-20")]))
    assert result.status == "consistent"
    assert findings(result, "mismatch", "new against")


def test_wordings_of_one_count_are_no_reason_against_a_conflict() -> None:
    text = "The union said that 48,000 people marched on Monday. Police counted 21,000 marchers on Monday."
    figures = (
        replace(said("48,000", 48000, "person", "march"), days="2024-02-12", source="The union"),
        replace(said("21,000", 21000, "marcher", "count"), days="2024-02-12", source="Police"),
    )
    result = check_reports(group([reading(text, *figures, published="2024-02-12")]))
    assert result.status == "conflict"
    assert not findings(result, "mismatch")


def test_nothing_is_taken_from_a_number_for_a_vague_word(result: Result) -> None:
    assert not findings(result, "implied", "children killed")
    assert not any("children killed" in answer.ask for answer in result.asked)


def test_one_rest_is_told_once(result: Result) -> None:
    assert len(findings(result, "implied", "1 January to 2 May 2024")) == 1
    assert len(findings(result, "implied", "86,000 − 31,000")) == 1


@pytest.mark.parametrize(
    "text", ["The mayor said that the toll rose to 51 from 43.", "The mayor put the dead at 43, then at 51."]
)
def test_a_toll_that_grows_is_not_revised(text: str) -> None:
    figures = [
        replace(said(words, int(words), "dead"), days="2024-06-04", place="Holm", source="The mayor")
        for words in sorted(("51", "43"), key=text.index)
    ]
    result = check_reports(group([reading(text, *figures, published="2024-06-05")]))
    assert result.status == "consistent"
    assert not findings(result, "revised")


def test_every_finding_points_at_the_words_of_its_report(result: Result) -> None:
    text = recruitment().document.text
    for finding in result.findings:
        assert finding.evidence
        assert all(text[piece.start : piece.end] == piece.text for piece in finding.evidence)


def test_the_words_of_open_times_are_quoted_as_they_stand() -> None:
    text = "On 4 June 2024 the fire in Holm killed 40 people, it said on Wednesday."
    found = reading(text, times=[("4 June 2024", "2024-06-04"), ("Wednesday", "")])
    found = replace(found, times=(found.times[0], replace(found.times[1], value=None)))
    assert findings(check_reports(group([found])), "unanswered", "“Wednesday” stays open")


def test_a_series_named_after_an_amount_of_money_can_be_used_in_relations() -> None:
    gains = Said(
        words="$60 million",
        low=60_000_000,
        high=60_000_000,
        kind="money",
        unit="USD",
        counted="gain",
        event="post",
        days="2024-05-01..2024-05-31",
    )
    part = replace(gains, words="$48 million", low=48_000_000, high=48_000_000)
    grouping = group([reading("The bank posted gains of $60 million, including $48 million.", gains, part)])
    assert [relation.text for relation in grouping.relations] == [
        "48 million of the gain posted <= gain posted"
    ]
    assert check_reports(grouping).status == "consistent"
