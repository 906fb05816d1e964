"""What starting costs, and what it leaves to others."""

import subprocess
import sys


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
