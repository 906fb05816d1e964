"""The questions in the documentation have answers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "archive.md"
QUESTIONS = re.findall(
    r"^```sql\n-- (.*?)\n(.*?)^```$", PAGE.read_text(encoding="utf8"), re.MULTILINE | re.DOTALL
)


def answers(tables: Path, question: str) -> list[tuple[Any, ...]]:
    query = dict(QUESTIONS)[question].replace("'tables/", f"'{tables}/")
    return [tuple(map(str, row)) for row in duckdb.connect().execute(query).fetchall()]


def test_what_cannot_be_true_is_found(tables: Path) -> None:
    ((day, text),) = answers(tables, "What cannot all be true?")
    assert day == "2024-05-15"
    assert "5 too many" in text


def test_who_said_how_many(tables: Path) -> None:
    found = answers(
        tables, "Who said how many were killed, in which series, and how many independent reports has it?"
    )
    assert ("killed, Brennick", "2", "43.0", "None") in {row[:4] for row in found}
    assert ("workers killed, Oxley", "1", "4.0", "4.0", "police", "2024-05-16") in found


def test_which_were_printed_again(tables: Path) -> None:
    ((original, copies),) = answers(tables, "Which reports were printed again?")
    assert original.startswith("At least 43 people were killed")
    assert copies == "1"


def test_figures_by_day(tables: Path) -> None:
    found = answers(tables, "Figures by day of publication.")
    assert [day for day, _ in found] == ["2024-05-15", "2024-05-16", "2024-05-17"]


def test_every_question_is_asked_here() -> None:
    assert len(QUESTIONS) == 4


@pytest.fixture(scope="module")
def tables(whole: tuple[Path, Path, object]) -> Path:
    """The tables of a small archive."""
    return whole[1]
