"""Reading stays as good as it was: no score falls by more than half a point unseen."""

from pathlib import Path

import pytest
from quality import fallen, keep, last_row, measure


def test_no_score_falls_below_its_floor(shared: Path) -> None:
    worse = fallen(last_row(), measure(shared))
    assert not worse, f"{worse}: to accept that on purpose, run python benchmarks/quality.py --accept"


def test_a_score_that_falls_further_than_the_slack_is_named() -> None:
    before = {"figures.frame": 80.0, "times.value": 84.0, "gone": 1.0}
    assert fallen(before, {"figures.frame": 79.5, "times.value": 83.4, "new": 3.0}) == {
        "times.value": (84.0, 83.4)
    }
    assert not fallen({}, {"figures.frame": 1.0})


def test_rows_are_kept_one_below_the_other(tmp_path: Path) -> None:
    table = tmp_path / "quality.csv"
    assert last_row(table) == {}
    keep({"figures.frame": 80.0}, table)
    keep({"figures.frame": 81.5, "times.value": 84.0}, table)
    assert last_row(table) == pytest.approx({"figures.frame": 81.5, "times.value": 84.0})
    assert len(table.read_text().splitlines()) == 3
