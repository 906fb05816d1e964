"""Of dossiers with a planted clash many are found, and next to nothing where nothing is wrong."""

from __future__ import annotations

import json

from planted import DOSSIERS, outcome

_FOUND, _FALSE = 50, 12
"""So many clashes must be found at least, in so many clean dossiers something may be found at most."""


def test_planted_clashes_are_found_and_clean_dossiers_are_quiet() -> None:
    lines = DOSSIERS.read_text(encoding="utf8").splitlines()
    looked_at = [dossier for dossier in map(json.loads, lines) if dossier["part"] != "new"]
    outcomes = [outcome(dossier) for dossier in looked_at]
    clean = [one for one in outcomes if one.dossier["part"] == "clean"]
    twins = [one for one in outcomes if one.dossier["twin"] and one.false]
    assert sum(bool(one.found) for one in outcomes) >= _FOUND
    assert sum(bool(one.false) for one in clean) <= _FALSE
    assert [one.dossier["id"] for one in twins] == []
