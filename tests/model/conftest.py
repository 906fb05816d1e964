"""What the tests of the language pipeline share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from spacy.language import Language

from addup.reading.model import pipeline

# The training code is a set of scripts beside the package; its parts are tested like any other.
sys.path.insert(0, str(Path(__file__).parents[2] / "training"))


@pytest.fixture(scope="session")
def language() -> Language:
    return pipeline()
