"""The examples of the manual are accounts that come out as it says."""

import re
from pathlib import Path

import pytest
from account_comparison import differences
from ruamel.yaml import YAML

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "account.md"
TEXT = MANUAL.read_text(encoding="utf-8")
ACCOUNTS = [block for block in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL) if "expect:" in block]
PROGRAMS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("text", ACCOUNTS)
def test_account_of_the_manual_comes_out_as_printed(text: str) -> None:
    assert list(differences(YAML(typ="safe", pure=True).load(text))) == []


@pytest.mark.parametrize("program", PROGRAMS)
def test_program_of_the_manual_runs(program: str) -> None:
    exec(compile(program, str(MANUAL), "exec"), {})
