"""What all tests share."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

import addup
from addup.reading.model import pipeline
from addup.records import Figure, Reading

# The same examples every time, so that a check that passed once passes for all;
# `pytest --hypothesis-profile=search` looks for new ones.
# How long an example takes says nothing on a busy machine.
settings.register_profile(
    "same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", derandomize=False, deadline=None)
settings.load_profile("same")

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and annotations, which is not part of the project."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the shared data beside the checkout ({SHARED.name}/ is missing)")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def ledger_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every command, also those in processes of their own, away from the user's ledger."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADDUP_LEDGER", str(tmp_path_factory.mktemp("ledger") / "ledger.sqlite"))
        yield


@pytest.fixture(scope="session")
def language() -> Language:
    """The bundled language pipeline."""
    return pipeline()


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    """Read a text as published on Thursday 16 May 2024, unless another day is given."""

    def read_text(text: str, published: date | str | None = "2024-05-16") -> Reading:
        return addup.read(text, published=published)

    return read_text


@pytest.fixture(scope="session")
def figure(read: Callable[..., Reading]) -> Callable[[str, str], Figure]:
    """Give the one figure of a text whose number has the given words."""

    def only(text: str, number: str) -> Figure:
        found = [figure for figure in read(text).figures if figure.amount.number.text == number]
        assert len(found) == 1, f"{number!r} is read {len(found)} times in {text!r}"
        return found[0]

    return only


@pytest.fixture(scope="session")
def head_of(figure: Callable[[str, str], Figure]) -> Callable[[str, str], str | None]:
    """Give the noun of what the figure counts whose number has the given words; None for nothing."""

    def head(text: str, number: str) -> str | None:
        counted = figure(text, number).counted
        return None if counted is None else counted.head

    return head
