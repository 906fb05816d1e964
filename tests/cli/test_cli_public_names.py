"""The public names of addup are functions, cheap to import, and stay what they are."""

import importlib
import json
import pkgutil
import subprocess
import sys
from types import FunctionType

import pytest

import addup

FUNCTIONS = ("check", "load", "read", "series")
# These take seconds to import between them, and no one who only asks for help should wait for them.
HEAVY = {
    "spacy",
    "numpy",
    "httpx",
    "trafilatura",
    "htmldate",
    "py3langid",
    "highspy",
    "rich",
    "ruamel",
    "typer",
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_room_or_module_takes_the_name_of_a_public_function(name: str) -> None:
    modules = {module.name for module in pkgutil.iter_modules(addup.__path__)}
    assert name not in modules


def test_the_functions_are_functions_after_every_room_was_imported() -> None:
    for room in ("account", "documents", "grouping.group", "records", "report.terminal", "words"):
        importlib.import_module(f"addup.{room}")
    assert all(isinstance(getattr(addup, name), FunctionType) for name in FUNCTIONS)


def test_series_of_no_readings_is_a_grouping_without_series() -> None:
    assert addup.series([]).to_dict() == {"series": [], "relations": []}
    assert addup.check(addup.series([])).status == "consistent"


def test_the_version_is_known_and_other_names_are_not() -> None:
    assert addup.__version__[0].isdigit()
    assert not hasattr(addup, "nonsense")
    assert {*FUNCTIONS, "__version__"} == set(addup.__all__)


@pytest.mark.parametrize("module", ["addup", "addup.records", "addup.errors"])
def test_importing_addup_loads_no_heavy_library(module: str) -> None:
    code = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in json.loads(answer.stdout)}
    assert not loaded & HEAVY


def test_asking_for_help_loads_no_heavy_library_but_that_of_the_command_line() -> None:
    code = (
        "import json, sys, addup.cli; sys.argv[1:] = ['--help']; addup.cli.main(); "
        "print(json.dumps(sorted(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in json.loads(answer.stdout.splitlines()[-1])}
    assert not loaded & (HEAVY - {"typer", "rich"})
