"""The four functions of the library say what they take when they are given something else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import addup
from addup.errors import DateError

TEXT = "Nine people died in Selm, the mayor said."


@pytest.fixture(scope="module")
def reading() -> Any:
    return addup.read(TEXT, published="2024-05-16")


@pytest.mark.parametrize("given", [12, None, b"Nine people died.", ["Nine people died."], Path("report.txt")])
def test_what_is_no_text_cannot_be_read(given: Any) -> None:
    with pytest.raises(TypeError, match=rf"takes the text of a report .*, not {type(given).__name__}$"):
        addup.read(given)


def test_a_reading_alone_is_no_list_of_readings(reading: Any) -> None:
    others: list[Any] = [reading, [reading.document], TEXT, [TEXT], None]
    for given in others:
        with pytest.raises(TypeError, match=r"addup\.series\(\[addup\.read\(text\)\]\), not \w+$"):
            addup.series(given)


def test_what_is_not_grouped_cannot_be_checked(reading: Any) -> None:
    others: list[Any] = [reading, [reading], None, 3]
    for given in others:
        with pytest.raises(
            TypeError, match=rf"takes what addup\.series gives, .*, not {type(given).__name__}$"
        ):
            addup.check(given)


@pytest.mark.parametrize("function", [addup.read, lambda text, **given: addup.load(__file__, **given)])
def test_a_day_or_an_id_of_another_type_is_told(function: Callable[..., Any]) -> None:
    with pytest.raises(DateError, match="'2024' is not a day that addup can read"):
        function(TEXT, published=2024)
    with pytest.raises(TypeError, match="an id is a text, not int"):
        function(TEXT, id=3)


def test_a_path_is_loaded_as_its_text_is(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf8")
    assert addup.load(file) == addup.load(str(file))
    with pytest.raises(TypeError, match="takes a path or an address, not int"):
        addup.load(3)  # type: ignore[arg-type]
