"""What the documents show is what addup does."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def sessions() -> list[tuple[str, str, str]]:
    """Every command that a page shows with its output: the page, the command, the output."""
    found = []
    for page in PAGES:
        for block in CONSOLE.findall(page.read_text(encoding="utf8")):
            for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                line, _, output = command.partition("\n")
                found.append((page.name, line, output))
    return found


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ledger for each page, which its commands share in their order."""
    return tmp_path_factory.mktemp("ledgers")


@pytest.mark.parametrize(("page", "command", "output"), sessions())
def test_a_command_prints_what_the_page_shows(page: str, command: str, output: str, ledgers: Path) -> None:
    program, *arguments = shlex.split(command)
    assert program == "addup", f"{page} shows a command of another program: {command}"
    done = subprocess.run(
        [sys.executable, "-c", "from addup.cli import main; main()", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "ADDUP_LEDGER": str(ledgers / f"{page}.sqlite")},
        capture_output=True,
        text=True,
        check=False,
    )
    shown = "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip()
    assert shown == output.strip(), f"{page} shows other output than `{command}` gives: {done.stderr}"


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", ROOT / "docs" / "ledger.md"], ids=lambda page: page.name
)
def test_the_python_on_a_page_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = PYTHON.findall(page.read_text(encoding="utf8"))
    assert blocks
    for block in blocks:
        exec(compile(block, page.name, "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}, which does not exist"


@pytest.mark.parametrize("room", ["account", "grouping"])
def test_each_part_of_a_room_knows_only_those_before_it(room: str) -> None:
    folder = ROOT / "src" / "addup" / room
    told = re.search(
        r"each knows only those before it: ([^.]+)\.", (folder / "__init__.py").read_text("utf8")
    )
    assert told is not None
    parts = re.findall(r"`(\w+)`", told[1])
    assert set(parts) == {path.parent.name for path in folder.glob("*/__init__.py")}
    for place, part in enumerate(parts):
        for module in sorted((folder / part).glob("*.py")):
            named = set(re.findall(rf"\baddup\.{room}\.(\w+)", module.read_text("utf8")))
            assert not named & set(parts[place + 1 :]), f"{module.relative_to(ROOT)} knows a later part"


def test_each_room_knows_only_those_before_it() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf8")
    told = re.search(r"each knows only those before it: ([^.]+)\.", page)
    assert told is not None
    rooms = re.findall(r"`(\w+)`", told[1])
    assert len(rooms) == len(set(rooms)) > 1
    for place, room in enumerate(rooms):
        for module in sorted((ROOT / "src" / "addup" / room).rglob("*.py")):
            named = set(re.findall(r"\baddup[./](\w+)|\"(\w+)/\w+/", module.read_text(encoding="utf8")))
            later = {name for pair in named for name in pair} & set(rooms[place + 1 :])
            assert not later, f"{module.relative_to(ROOT)} knows {later}"
