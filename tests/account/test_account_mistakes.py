"""What is wrong with an account file is said at once, with its place."""

from pathlib import Path
from typing import Any

import pytest

from addup.account import check
from addup.account.language.files import AccountText
from addup.errors import AccountError

SERIES = {
    "dead": {"kind": "toll"},
    "in camp": {"kind": "level", "in": ["arrived"]},
    "arrived": {"kind": "flow"},
}


def mistakes_of(**parts: Any) -> list[str]:
    with pytest.raises(AccountError) as error:
        check({"series": SERIES, **parts})
    return error.value.mistakes


@pytest.mark.parametrize(
    ("report", "place", "says"),
    [
        ({"series": "deda"}, "series", "did you mean 'dead'?"),
        ({}, "series", "needs a series"),
        ({"series": "dead", "on": "2024-02-30"}, "on", "not a day"),
        ({"series": "dead", "on": 2024}, "on", "not a day"),
        ({"series": "dead", "from": "2024-03-05", "to": "2024-03-01"}, "from", "before it begins"),
        ({"series": "dead", "on": "2024-03-05", "to": "2024-03-06"}, "on", "either"),
        ({"series": "dead", "low": "three"}, "low", "must be a number"),
        ({"series": "dead", "low": True}, "low", "must be a number"),
        ({"series": "dead", "amount": "a lot"}, "amount", "not understood"),
        ({"series": "dead", "sharp": 5}, "sharp", "a pair"),
        ({"series": "arrived", "per": "hour"}, "per", "known: day, week, month, year"),
        ({"series": "in camp", "on": "2024-03-01", "per": "day"}, "per", "only a flow has a rate"),
        ({"series": "arrived", "change": "up"}, "change", "only levels and tolls change"),
        ({"series": "dead", "share": 40}, "share", "a share needs `of`"),
        ({"series": "dead", "stance": "state"}, "stance", "did you mean 'stated'?"),
        ({"series": "arrived", "per": "day", "high": 5}, "per", "the account names none"),
    ],
)
def test_mistake_in_a_report_is_named(report: dict[str, Any], place: str, says: str) -> None:
    (mistake,) = mistakes_of(reports=[report])
    assert mistake.startswith(f"reports[0].{place}: ")
    assert says in mistake


@pytest.mark.parametrize(
    ("relation", "says"),
    [
        ("dead + arived <= 3", "there is no series 'arived'; did you mean 'arrived'?"),
        ("dead <= in-camp + 3", "there is no series 'in-camp'; did you mean 'in camp'?"),
        ("dead <= 2 * arrivals@2024-03-01", "there is no series 'arrivals'; did you mean 'arrived'?"),
        ("dead + = 3", "missing before '= 3'"),
        ("in camp 2024-03-01 <= 3", "a day is written as @2024-03-01"),
        ("dead < 3", "'< 3' is not understood"),
        ("dead", "needs one of"),
        ("dead = ", "missing at the end"),
        ("dead = 3 4", "'4' is not understood; expected is one of +, -"),
        ("in camp 2024-03-01..2024-03-04 = 3", "is a level"),
        ("dead@2024-02-30 = 3", "not a day"),
        (3, "a relation is a text"),
    ],
)
def test_mistake_in_a_relation_is_named(relation: Any, says: str) -> None:
    (mistake,) = mistakes_of(relations=[relation])
    assert says in mistake


@pytest.mark.parametrize(
    ("series", "says"),
    [
        ({"a": {"kind": "sum"}}, "there is no kind 'sum' of series; known: flow, level, toll"),
        ({"a": {"kind": "flw"}}, "did you mean 'flow'?"),
        ({"a": {"knid": "flow"}}, "needs a kind: flow, level or toll ('knid' is no key)"),
        ({"a": None}, "needs a kind"),
        ({"a": {"kind": "flow", "in": ["a"]}}, "only a level has"),
        ({"a": {"kind": "level", "in": ["b"]}}, "there is no series 'b'"),
        ({"a": {"kind": "level", "in": ["b"]}, "b": {"kind": "toll"}}, "only flows go in and out"),
    ],
)
def test_mistake_in_a_series_is_named(series: dict[str, Any], says: str) -> None:
    assert says in mistakes_of(series=series)[0]


def test_misspelt_key_is_named_where_something_is_missing() -> None:
    report = {"series": "dead", "on": "2024-03-01"}
    assert mistakes_of(reports=[{**report, "amuont": 3, "source": "x"}]) == [
        "reports[0].amuont: there is no key 'amuont'; did you mean 'amount'?"
    ]
    assert mistakes_of(report=[report]) == ["report: there is no key 'report'; did you mean 'reports'?"]
    assert mistakes_of(report=[], reprots=[]) == [
        f"{key}: there is no key {key!r}; did you mean 'reports'?" for key in ("report", "reprots")
    ]
    assert mistakes_of(convention="pain") == [
        "convention: there is no convention 'pain'; did you mean 'plain'?"
    ]
    extra = {"note": "seen twice", "amounts": [3], "low": 3, "title": "whatever", "story": ""}
    assert check({"series": SERIES, "reports": [{**report, **extra}], "title": ""}).status == "consistent"


def test_all_mistakes_of_a_file_come_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "account.yaml"
    path.write_text(
        "series:\n  dead: {kind: toll}\nreports:\n"
        "  - {id: a, series: deda, on: 2024-02-30}\n"
        "  - {id: a, series: dead, low: x}\n"
    )
    with pytest.raises(AccountError) as error:
        check(path)
    places = [mistake.split(": ")[0].removeprefix(f"{path}:") for mistake in error.value.mistakes]
    assert places == ["4:21", "4:31", "5:10", "5:32"]


def test_what_stands_under_a_misspelt_key_is_placed_where_it_stands() -> None:
    text = "series:\n  dead: {kind: toll}\nreprots:\n  - {series: deda, on: 2024-03-01, low: 3}\n"
    with pytest.raises(AccountError) as error:
        check(AccountText(text, "flood"))
    assert [mistake.split(": ")[0] for mistake in error.value.mistakes] == ["flood:4:3", "flood:4:14"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("unit: people\nstatements: [3]\n", "this has only 'unit', 'statements'"),
        ("{}", "this has none"),
    ],
)
def test_a_file_without_any_part_of_an_account_is_not_said_to_add_up(text: str, says: str) -> None:
    with pytest.raises(AccountError, match=says):
        check(AccountText(text))
    assert check({}).status == "consistent"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("account.yaml", "series: {a: {kind: flow}\nreports: [", ":2:"),
        ("account.yaml", "a: 1\na: 2\n", "found duplicate key"),
        ("account.yaml", "just words", "has series, reports"),
        ("account.json", '{"series": }', ":1:12: this is not JSON"),
        ("account.yaml", "", "has series, reports"),
    ],
)
def test_file_that_is_no_account_is_refused_with_its_place(
    tmp_path: Path, name: str, text: str, says: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(AccountError, match=name) as error:
        check(path)
    assert says in str(error.value)


def test_missing_file_is_said() -> None:
    with pytest.raises(AccountError, match="no such file"):
        check("nowhere.yaml")


def test_json_and_yaml_read_alike(tmp_path: Path) -> None:
    text = (
        '{"series": {"dead": {"kind": "toll"}}, '
        '"reports": [{"id": "a", "series": "dead", "on": "2024-03-01", "low": 3}], "ask": ["dead"]}'
    )
    for name in ("account.json", "account.yaml"):
        (tmp_path / name).write_text(text)
    answers = [check(tmp_path / name).to_dict() for name in ("account.json", "account.yaml")]
    assert answers[0] == answers[1]


def test_key_that_yaml_1_1_takes_for_true_is_the_word_on() -> None:
    report: dict[Any, Any] = {"id": "a", "series": "dead", True: "2024-03-01", "low": 3, "high": 3}
    result = check({"series": SERIES, "reports": [report], "ask": ["dead@2024-03-01"]})
    assert (result.asked[0].low, result.asked[0].high) == (3, 3)


@pytest.mark.parametrize("text", ["title: a\x0cb", f"title: {'[' * 600}", "a: [1"])
def test_what_yaml_cannot_hold_is_told_in_one_line(text: str) -> None:
    with pytest.raises(AccountError) as error:
        check(AccountText(text))
    assert len(error.value.mistakes) == 1


def test_a_misspelt_key_makes_no_other_mistakes() -> None:
    account = {"serie": SERIES, "reports": [{"series": "dead", "on": "2024-03-01", "low": 3}]}
    with pytest.raises(AccountError) as error:
        check(account)
    assert error.value.mistakes == ["serie: there is no key 'serie'; did you mean 'series'?"]
