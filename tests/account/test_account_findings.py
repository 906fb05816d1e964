"""What an account shows, with the arithmetic that a person can follow."""

from datetime import date
from typing import Any

import pytest

from addup.account import Result, check, read_account
from addup.account.language.account import Trend
from addup.account.language.wording import RISING
from addup.account.solving.answers import bounds_everywhere
from addup.records import Finding

DRIVE = {
    "series": {"volunteers": {"kind": "flow"}},
    "reports": [
        {
            "id": "all",
            "series": "volunteers",
            "from": "2023-05-01",
            "to": "2023-05-31",
            "amount": "more than 9,000",
            "source": "council",
            "document": "report",
            "start": 10,
            "end": 25,
            "text": "more than 9,000",
        },
        {"id": "late", "series": "volunteers", "from": "2023-05-22", "to": "2023-05-31", "amount": 4400},
        {"id": "rising", "series": "volunteers", "trend": "up", "source": "council"},
    ],
}


def only(result: Result, kind: str) -> Finding:
    (finding,) = [finding for finding in result.findings if finding.kind == kind]
    return finding


def test_rest_of_a_period_is_implied_with_its_sum() -> None:
    finding = only(check(DRIVE), "implied")
    assert finding.text.startswith("volunteers, 1 to 21 May 2023: 4,600 to 5,500 as said, at least 4,550")
    assert "9,000 (all) − 4,450 (late) = 4,550" in finding.rows[0]
    assert finding.reports == ("all", "late")
    assert finding.evidence[0].text == "more than 9,000"


@pytest.mark.parametrize(
    ("way", "late", "verdict"),
    [("up", 4400, "borne out"), ("down", 4400, "contradicted"), ("up", 3000, "open")],
)
def test_trend_is_held_against_the_numbers(way: Trend, late: int, verdict: str) -> None:
    reports = [dict(report) for report in DRIVE["reports"]]  # type: ignore[call-overload]
    reports[1]["amount"], reports[2]["trend"] = late, way
    finding = only(check({**DRIVE, "reports": reports}), "trend")
    assert verdict in finding.text
    assert finding.rows[0] == f"rising: {RISING[way]}, volunteers (council)"


def test_trend_binds_nobody() -> None:
    assert check(DRIVE).status == "consistent"


def account_of(*reports: dict[str, Any], **series: str) -> dict[str, Any]:
    return {
        "series": {name: {"kind": kind} for name, kind in series.items()},
        "reports": [{"id": f"r{number}", **report} for number, report in enumerate(reports)],
    }


def test_conflict_shows_rates_as_products() -> None:
    result = check(
        account_of(
            {"series": "doses", "from": "2022-03-01", "to": "2022-03-10", "amount": "at least 5,200"},
            {
                "series": "doses",
                "from": "2022-03-01",
                "to": "2022-03-10",
                "per": "day",
                "amount": "up to 450",
            },
            doses="flow",
        )
    )
    (conflict,) = result.conflicts
    assert conflict.why == "At least 5,200 (r0), but at most 450 a day × 10 days (r1) = 4,500: 700 too many."
    assert only(result, "conflict").gap == conflict.gap == 700


def test_an_amount_is_told_as_it_is_read_where_its_words_leave_room() -> None:
    result = check(
        account_of(
            {"series": "dead", "on": "2022-03-10", "amount": "about 310", "text": "about 310", "source": "a"},
            {"series": "dead", "on": "2022-03-10", "amount": "at most 219", "text": "at most 219"},
            dead="toll",
        )
    )
    rows = only(result, "conflict").rows
    assert rows[0] == "r0: about 310, dead, on 10 March 2022 (a), read as 279 to 341"
    assert rows[1] == "r1: at most 219, dead, on 10 March 2022"


def test_an_amount_of_money_is_not_told_again_as_it_is_read() -> None:
    least = {"series": "spent", "on": "2022-03-10", "low": 1_100_000_000, "unit": "EUR"}
    most = {"series": "spent", "on": "2022-03-10", "high": 1_000_000_000, "unit": "EUR"}
    result = check(
        account_of(
            {**least, "text": "at least 1.1 billion euros"}, {**most, "text": "a billion"}, spent="toll"
        )
    )
    assert only(result, "conflict").rows[0] == "r0: at least 1.1 billion euros, spent, on 10 March 2022"


def test_a_tension_says_that_it_is_one_of_how_words_are_taken() -> None:
    result = check(
        account_of(
            {"series": "dead", "on": "2022-03-10", "amount": "at least 112"},
            {"series": "dead", "on": "2022-03-10", "amount": 150},
            dead="toll",
        )
    )
    text = only(result, "tension").text
    assert text == "At least 150 (r1), but at most 123.2 (r0), as most readers take the words: 26.8 too many."


def test_denied_statement_is_disputed_by_name() -> None:
    result = check(
        account_of(
            {"series": "dead", "on": "2022-03-01", "low": 12, "high": 12, "source": "village head"},
            {
                "series": "dead",
                "on": "2022-03-01",
                "low": 12,
                "high": 12,
                "source": "army",
                "stance": "denied",
            },
            dead="toll",
        )
    )
    finding = only(result, "disputed")
    assert finding.text == "12 (dead) on 1 March 2022: denied by army, stated by village head."
    assert finding.reports == ("r1", "r0")


def test_equal_numbers_of_different_things_are_lookalikes() -> None:
    shelters = {"series": "shelters", "on": "2022-03-01", "low": 3180, "high": 3180}
    dead = {"series": "dead", "on": "2022-03-01", "low": 3180, "high": 3180}
    finding = only(check(account_of(shelters, dead, shelters="level", dead="toll")), "lookalike")
    assert finding.text == "3,180 stands for different things: shelters; dead."
    few = [{**report, "low": 20, "high": 20} for report in (shelters, dead)]
    assert not check(account_of(*few, shelters="level", dead="toll")).findings


def test_clash_of_persons_and_households_comes_as_a_mismatch_first() -> None:
    result = check(
        account_of(
            {"series": "housed", "on": "2022-03-01", "low": 400, "high": 400, "counted": "person"},
            {"series": "housed", "on": "2022-03-01", "low": 130, "high": 130, "counted": "household"},
            housed="level",
        )
    )
    assert [finding.kind for finding in result.findings] == ["mismatch", "conflict"]
    assert "r0 counts person, r1 counts household" in result.findings[0].text


def test_correction_names_the_source_and_the_step() -> None:
    result = check(
        account_of(
            {"series": "dead", "on": "2022-03-01", "low": 9, "high": 9, "source": "Police"},
            {"series": "dead", "on": "2022-03-02", "low": 7, "high": 7, "source": "police"},
            dead="toll",
        )
    )
    finding = only(result, "revised")
    assert finding.reports == ("r0",)
    assert (
        finding.text == "police moved dead down by at least 2, from 9 on 1 March 2022 to 7 on 2 March 2022."
    )


def test_members_of_a_supposed_relation_bring_its_words() -> None:
    evidence = {"document": "report", "start": 3, "end": 10, "text": "of them"}
    account = account_of(
        {"series": "all", "on": "2022-03-01", "low": 10, "high": 10},
        {"series": "part", "on": "2022-03-01", "low": 12, "high": 12},
        all="level",
        part="level",
    )
    account["relations"] = [{"text": "part <= all", "supposed": True, "evidence": [evidence]}]
    finding = only(check(account), "conflict")
    assert finding.relations == (0,)
    assert [piece.text for piece in finding.evidence] == ["of them"]


def test_money_and_people_stand_in_one_account_without_losing_anybody() -> None:
    account = account_of(
        {"series": "budget", "on": "2022-03-01", "low": 10**13, "high": 10**13},
        {"series": "grant", "on": "2022-03-01", "low": 3, "high": 3},
        {"series": "grant", "on": "2022-03-01", "low": 4, "high": 4},
        {"series": "rest", "on": "2022-03-02", "low": 0},
        budget="level",
        grant="level",
        rest="level",
    )
    account["relations"] = ["budget = grant + rest"]
    assert check(account).conflicts[0].gap == 1
    del account["reports"][2]
    account["ask"] = ["rest@2022-03-01"]
    assert check(account).asked[0].low == check(account).asked[0].high == 10**13 - 3


def test_misfit_of_a_billionth_is_arithmetic() -> None:
    account = account_of(
        {"series": "price", "on": "2022-03-01", "low": 3.3000000001, "high": 5},
        {"series": "price", "on": "2022-03-01", "low": 1, "high": 3.3},
        price="level",
    )
    assert check(account).status == "consistent"


def test_every_series_has_bounds_on_every_day_named() -> None:
    account = read_account(
        {
            "series": {
                "guests": {"kind": "level", "in": ["came"]},
                "came": {"kind": "flow"},
                "rooms": {"kind": "level"},
            },
            "reports": [
                {"series": "guests", "on": "2023-07-01", "low": 40, "high": 40},
                {"series": "came", "from": "2023-07-02", "to": "2023-07-03", "low": 8, "high": 8},
            ],
        }
    )
    day = date(2023, 7, 1).toordinal()
    found: dict[tuple[str, int], object] = {
        place: (low.value, high.value) for place, (low, high) in bounds_everywhere(account).items()
    }
    assert list(found) == [(name, day + step) for name in ("guests", "came", "rooms") for step in range(3)]
    assert [found["guests", day + step] for step in range(3)] == [(40, 40), (40, 48), (48, 48)]
    assert found["came", day + 2] == (0, 8)
    assert found["rooms", day] == (0, None)


def test_few_people_that_do_not_add_up_are_not_overlooked_beside_billions() -> None:
    account = account_of(
        {"series": "present", "on": "2022-03-01", "low": 25, "high": 25},
        {"series": "absent", "on": "2022-03-01", "low": 0, "high": 0},
        {"series": "members", "on": "2022-03-01", "low": 0, "high": 0},
        {"series": "budget", "on": "2022-03-01", "low": 10**13, "high": 10**13},
        present="level",
        absent="level",
        members="level",
        budget="level",
        rest="level",
    )
    account["relations"] = ["members = present + absent", "budget = rest + 3 * members + 2 * present"]
    (conflict,) = check(account).conflicts
    assert (conflict.reports, conflict.relations, conflict.gap) == (("r0", "r2"), (0,), 25)


def test_bound_of_a_few_people_is_not_lost_beside_billions() -> None:
    account = account_of(
        {"series": "budget", "on": "2022-03-01", "high": 39 * 10**9},
        present="level",
        absent="level",
        budget="level",
    )
    account["relations"] = ["present >= 2 * budget + 12", "present = absent + 0.5 * budget"]
    account["ask"] = ["absent@2022-03-01"]
    (answer,) = check(account).asked
    assert (answer.low, answer.high) == (12, None)


def test_sentence_that_is_quoted_goes_on_with_its_series_and_day() -> None:
    quoted = {"text": "We carried out 12 boxes.", "series": "boxes", "on": "2022-03-01"}
    account = account_of(
        quoted | {"low": 12, "high": 12},
        {"series": "boxes", "on": "2022-03-01", "low": 13},
        boxes="flow",
    )
    (conflict,) = (finding for finding in check(account).findings if finding.kind == "conflict")
    assert "r0: We carried out 12 boxes, boxes, on 1 March 2022" in conflict.rows


def test_two_thirds_of_an_amount_are_written_as_two_thirds() -> None:
    account = account_of(
        {"series": "hurt", "on": "2022-05-01", "of": "fit", "share": "at least 40"},
        {"series": "hurt", "on": "2022-05-01", "high": 500},
        {"series": "fit", "from": "2022-05-01", "to": "2022-06-01", "change": "down", "low": 40, "unit": "%"},
        {"series": "fit", "on": "2022-06-01", "low": 2400},
        hurt="level",
        fit="level",
    )
    (conflict,) = check(account).conflicts
    assert conflict.why.startswith("At least 2/3 × 2,400 (r3) = 1,600, but at most 500 (r1), given ")


def read_from_text(series: str, **report: object) -> dict[str, object]:
    """Give a report as it comes from a text: with its document and words."""
    words = {"document": "d", "start": 0, "end": 5, "text": "3,180"}
    return {"series": series, "on": "2022-03-01", "low": 3180, "high": 3180, **words, **report}


def test_two_series_of_one_noun_are_no_lookalikes() -> None:
    won = read_from_text("delegates won", counted="delegate")
    held = read_from_text("delegates", counted="delegate")
    kinds = {"delegates won": "flow", "delegates": "level"}
    assert not [one for one in check(account_of(won, held, **kinds)).findings if one.kind == "lookalike"]
    unnamed = read_from_text("unnamed")
    assert not check(account_of(won, unnamed, **{"delegates won": "flow", "unnamed": "level"})).findings


def test_the_dead_and_the_wounded_with_one_number_are_lookalikes() -> None:
    dead, wounded = (read_from_text(name, counted="person") for name in ("killed", "injured"))
    assert only(check(account_of(dead, wounded, killed="toll", injured="toll")), "lookalike")


def test_equal_shares_are_no_lookalikes() -> None:
    shares = [read_from_text(name, unit="%", counted=name) for name in ("voters", "houses")]
    assert not check(account_of(*shares, voters="level", houses="level")).findings
