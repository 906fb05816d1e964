"""The commands over a ledger, as a user meets them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from command_line import Command

DAY_1 = "At least 43 people were killed when the Selm flooded Brennick on Tuesday, Marland's governor said."
DAY_2 = "The flood in Brennick killed 39 people on Tuesday, the army said. The Selm has fallen in Marland."


FARMS = (
    "ORRIN, March 4, 2024 - The council of Orrin said on Monday that 120 dairy farms had received an average "
    "of $25,000 each. The fund paid out $1.2 million in all, the treasurer, Hanna Leid, said."
)


@pytest.fixture
def two_days(command: Command, tmp_path: Path) -> Command:
    """A ledger with two reports of one flood that do not agree."""
    (tmp_path / "day-1.txt").write_text(DAY_1)
    (tmp_path / "day-2.txt").write_text(DAY_2)
    command("add", "day-1.txt", "day-2.txt", "--published", "2024-05-16", check=True)
    return command


def test_a_folder_is_added_and_again_is_harmless(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "reports" / "may"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(DAY_1)
    (folder / "b.md").write_text(f"# Flood\n\n{DAY_2}\n")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text(DAY_2)
    assert command("add", "reports").stdout == "2 reports added with 2 figures.\n"
    assert command("add", "reports").stdout == "2 reports known already.\n"


def test_a_report_without_a_day_is_named_with_how_to_give_it(command: Command, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"{DAY_1} This is number {name}.")
    told = command("add", "one.txt", "two.txt").stderr
    assert "Day of publication not known: one.txt and 1 other." in told
    assert "addup correct one.txt published=" in told
    assert "not known" not in command("add", "two.txt", "--published", "2024-05-16").stderr


def test_a_day_of_publication_that_is_still_to_come_is_told_not_refused(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "one.txt").write_text(DAY_1)
    slip = (date.today() + timedelta(days=400)).isoformat()
    for told in (
        command("read", "one.txt", "--published", slip),
        command("add", "one.txt", "--published", slip),
        command("correct", "one.txt", f"published={slip}"),
    ):
        assert told.returncode == 0
        assert "Day of publication still to come: " in told.stderr
        assert len(told.stderr.splitlines()) == 1
    tomorrow = (date.today() + timedelta(days=1)).isoformat()  # where the sun rises first, it is today
    assert command("correct", "one.txt", f"published={tomorrow}").stderr == ""


def test_a_report_that_is_known_keeps_its_day_and_says_so(two_days: Command) -> None:
    told = two_days("add", "day-1.txt", "--published", "2024-06-17")
    assert told.stdout == "1 report known already.\n"
    assert "Known already with another day of publication, which it keeps: day-1.txt." in told.stderr
    assert "addup correct day-1.txt published=2024-06-17" in told.stderr
    assert two_days("add", "day-1.txt", "--published", "2024-05-16").stderr == ""


def test_a_report_that_cannot_be_read_costs_only_itself(command: Command, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(DAY_1)
    (tmp_path / "empty.txt").write_text("")
    ended = command("add", "good.txt", "empty.txt", "none.txt", "--published", "2024-05-16")
    assert ended.returncode == 2
    assert sorted(ended.stderr.splitlines()) == [
        "addup: empty.txt is empty.",
        "addup: none.txt: there is no such file.",
    ]
    assert ended.stdout == "1 report added with 1 figure, 2 reports could not be read.\n"


def test_a_file_that_changed_is_a_new_version(two_days: Command, tmp_path: Path) -> None:
    (tmp_path / "day-1.txt").write_text(DAY_1.replace("43", "47"))
    ended = two_days("add", "day-1.txt", "--published", "2024-05-16")
    assert "“At least 43 people” is now “At least 47 people”" in ended.stdout


def test_check_finds_what_clashes_between_reports(two_days: Command) -> None:
    ended = two_days("check")
    assert ended.returncode == 1
    assert "day-1.txt: “At least 43 people were killed" in ended.stdout
    assert "day-2.txt: “The flood in Brennick killed 39 people" in " ".join(ended.stdout.split())
    (finding,) = json.loads(two_days("check", "--json").stdout)
    assert finding["gap"] == 4


def test_check_names_the_report_of_a_sentence_only_where_there_are_others(
    two_days: Command, tmp_path: Path
) -> None:
    (tmp_path / "farms.txt").write_text(FARMS)
    two_days("add", "farms.txt")
    told = two_days("check").stdout
    assert "    day-1.txt: “At least 43" in told
    assert "    “The council of Orrin said" in told
    assert told.splitlines()[-1] == "2 findings (1 conflict, 1 tension) over 3 reports with 5 figures"


def test_a_conflict_that_is_dismissed_counts_no_longer(two_days: Command) -> None:
    key = json.loads(two_days("check", "--json").stdout)[0]["key"]
    two_days("mark", key, "dismissed", "--why", "different towns", check=True)
    ended = two_days("check")
    assert ended.returncode == 0
    assert "[dismissed]" in ended.stdout


def test_a_series_is_drawn_with_its_intervals(two_days: Command) -> None:
    shown = two_days("series", "killed").stdout
    (open_end,) = (line for line in shown.splitlines() if "At least 43" in line)
    (exact,) = (line for line in shown.splitlines() if " 39 " in line)
    assert "▸" in open_end
    assert "●" in exact
    assert "the army" in exact
    assert "no series is called 'sunk'" in two_days("series", "sunk").stderr


def test_a_correction_is_shown_logged_and_taken_back(two_days: Command) -> None:
    two_days("correct", "day-2.txt", "39", "value=at least 39", "--why", "she said at least", check=True)
    assert two_days("check").returncode == 0
    log = two_days("log").stdout
    assert "ana corrected “39 people”" in log
    assert "because she said at least" in " ".join(log.split())
    two_days("undo", "1", check=True)
    assert two_days("check").returncode == 1


def series_of(command: Command) -> dict[str, list[str]]:
    """The series with their numbers as the texts have them, by name."""
    listed = [one["name"] for one in json.loads(command("series", "--all", "--json").stdout)]
    drawn = [one for name in listed for one in json.loads(command("series", name, "--json").stdout)]
    return {one["name"]: sorted(str(figure["start"]) for figure in one["figures"]) for one in drawn}


def test_what_is_decided_about_series_holds_until_it_is_taken_back(two_days: Command) -> None:
    two_days("correct", "day-2.txt", "39", "--split", "--why", "another town", check=True)
    before = series_of(two_days)
    assert [len(figures) for figures in before.values()] == [1, 1]
    one, other = before
    two_days("correct", "--series", other, "--merge", one, check=True)
    merged = series_of(two_days)
    assert [len(figures) for figures in merged.values()] == [2]
    two_days("correct", "--series", next(iter(merged)), "--name", "dead of the Selm", check=True)
    assert [*series_of(two_days)] == ["dead of the Selm"]
    log = " ".join(two_days("log").stdout.split())
    assert "decided to split series, because another town" in log
    assert "decided to name series as dead of the Selm" in log
    for act in (3, 2):
        two_days("undo", act, check=True)
    assert series_of(two_days) == before
    two_days("correct", "day-2.txt", "39", "--pin", one if before[one] != ["0"] else other, check=True)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["add", "day-1.txt", "day-2.txt", "--published", "soon"], "'soon' is not a day"),
        (["correct"], "say which document"),
        (["correct", "--series", "killed"], "either --name WORDS or --merge SERIES"),
        (["correct", "--series", "sunk", "--name", "x"], "no series is called 'sunk'"),
        (["correct", "day-1.txt", "--pin", "sunk"], "say which figure"),
        (["correct", "day-1.txt", "43", "--pin", "sunk"], "no series is called 'sunk'"),
        (["correct", "day-1.txt", "43", "--name", "x"], "say of which series"),
        (["correct", "day-1.txt"], "say what to correct"),
        (["correct", "day-1.txt", "99", "value=3"], "has no figure '99'"),
        (["correct", "day-1.txt", "43", "value=3", "--remove"], "give either"),
        (["correct", "day-1.txt", "--right"], "say which figure"),
        (["correct", "day-1.txt", "colour=red"], "no 'colour' to give"),
        (["correct", "day-9.txt", "published=2024-05-01"], "no document 'day-9.txt'"),
        (["correct", "day-1.txt", "--add", "a cow"], "0 times"),
        (["undo", "77"], "there is no act 77"),
        (["mark", "abc", "checked"], "there is no finding abc"),
        (["show", "nothing like it"], "holds no document"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    two_days: Command, arguments: list[str], problem: str
) -> None:
    ended = two_days(*arguments)
    assert ended.returncode == 2
    assert problem in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_show_lists_documents_figures_and_one_account(two_days: Command) -> None:
    assert len(two_days("show").stdout.splitlines()) == 2
    assert "At least 43" in two_days("show", "day-1.txt", "--figures").stdout
    shown = two_days("show", "day-1.txt").stdout
    assert "In the ledger as" in shown
    assert json.loads(two_days("show", "day-1.txt", "--json").stdout)["figures"][0]["low"] == 43


def test_a_series_explains_itself(two_days: Command) -> None:
    told = " ".join(two_days("series", "killed", "--explain", check=True).stdout.split())
    assert "“At least 43 people” is in “killed, Brennick”: “killed” says what happened" in told
    assert "“39 people” is in “killed, Brennick”" in told
    (found,) = json.loads(two_days("series", "killed", "--explain", "--json", check=True).stdout)
    assert found["series"] == "killed, Brennick"
    assert {words["text"] for figure in found["figures"] for words in figure["words"]} >= {
        "killed",
        "Brennick",
    }
    for wrong in (("series", "--explain"), ("series", "sunk", "--explain")):
        ended = two_days(*wrong)
        assert ended.returncode == 2
        assert len(ended.stderr.splitlines()) == 1
