"""Reading short texts of our own."""

from collections.abc import Callable
from datetime import date

import pytest

import addup
from addup.records import Figure, Reading

Reader = Callable[..., Reading]


@pytest.fixture(scope="session")
def read() -> Reader:
    """Read a text as published on Thursday 16 May 2024, unless another day is given."""

    def read_text(text: str, published: date | str | None = "2024-05-16") -> Reading:
        return addup.read(text, published=published)

    return read_text


@pytest.fixture(scope="session")
def figure(read: Reader) -> Callable[[str, str], Figure]:
    """Give the one figure of a text whose number has the given words."""

    def only(text: str, number: str) -> Figure:
        found = [figure for figure in read(text).figures if figure.amount.number.text == number]
        assert len(found) == 1, f"{number!r} is read {len(found)} times in {text!r}"
        return found[0]

    return only
