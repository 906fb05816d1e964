"""What starting costs, and what it leaves to others."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import addup
from addup.ledger import Edit, Ledger


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


@pytest.fixture(scope="module")
def unchecked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of two reports that were read and are still to be grouped and checked."""
    folder = tmp_path_factory.mktemp("start")
    ledger = Ledger(folder / "ledger.sqlite")
    for text in (
        "The flood in Selm killed at least 12 people on Monday, the mayor said.",
        "Town | Dead | Injured\nSelm | 14 | 30\nOrrin | 3 | 8\n\nThe flood in Selm killed 14 people.",
    ):
        reading = addup.read(text, published="2024-05-16", id=f"flood-{len(text)}")
        ledger.add(reading, by="ana", reader=addup.__version__)
    ledger.describe("flood-70", {"title": "Flood in Selm"}, Edit("ana"))
    ledger.close()  # its log goes with it, and must not go while a test copies the folder
    return folder


@pytest.mark.parametrize(
    "command",
    [
        "--help",
        "read --help",
        "check",
        "check --everything --json",
        "series --all",
        "series killed",
        "series killed --explain",
        "events",
        "show",
        "show flood-70 --figures",
        "log",
        "accounts",
        "export figures.csv",
        "export ledger.jsonl",
        "export report.html --document flood-70",
        "correct --event selm --name Flood",
        "correct flood-70 12 --remove",
        "undo 1",
    ],
)
def test_commands_that_read_no_text_start_without_the_language_library(
    command: str, unchecked: Path, tmp_path: Path
) -> None:
    own = shutil.copytree(unchecked, tmp_path / "ledger") / "ledger.sqlite"
    code = (
        "import sys\n"
        "from addup.cli import main\n"
        "assert main() == 0\n"
        "assert not {'spacy', 'thinc'} & set(sys.modules)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, *command.split()],
        cwd=tmp_path,
        env={**os.environ, "ADDUP_LEDGER": str(own), "ADDUP_BY": "ana"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr


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
