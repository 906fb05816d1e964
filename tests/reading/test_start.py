"""What starting costs, and what it leaves to others."""

import subprocess
import sys

import pytest

import addup


def test_reading_starts_without_the_command_line_of_spacy_and_leaves_it_usable() -> None:
    code = (
        "import sys, addup.reading.read\n"
        "assert 'spacy' in sys.modules and 'spacy.cli' not in sys.modules\n"
        "from spacy.cli.info import info\n"
        "assert callable(info)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_addup_loads_neither_the_language_library_nor_a_solver() -> None:
    code = "import sys, addup\nassert not {'spacy', 'numpy', 'highspy', 'trafilatura'} & set(sys.modules)\n"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    "text",
    [
        "Most Saturdays 900 shoppers come.",
        "While 86 percent of bus drivers",
        "Roughly two-thirds of those",
        "(Unlike in the north, none of those",
    ],
)
def test_a_text_that_begins_or_breaks_off_anywhere_is_read(text: str) -> None:
    assert addup.read(text).coverage.numbers >= 0
