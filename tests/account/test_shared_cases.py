"""The cases that settle what the account language means."""

from pathlib import Path

import pytest
from account_comparison import differences, load_case

SHARED = Path(__file__).resolve().parents[3] / "shared" / "cases"
CASES = [*sorted(SHARED.glob("account/*.yaml")), *sorted(SHARED.glob("account_random/*.json"))]


@pytest.mark.skipif(not CASES, reason="needs the shared cases beside the checkout")
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_comes_out_right(path: Path) -> None:
    assert list(differences(load_case(path))) == []
