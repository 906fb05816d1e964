"""The matrix that linked series are laid out in says what their rows say."""

from __future__ import annotations

from random import Random

import pytest
from invented_accounts import invented_account

from addup.account.language.parsing import read_account
from addup.account.solving.conflicts import all_claims
from addup.account.solving.layout import Layout
from addup.account.solving.network import is_network
from addup.account.solving.rows import STRUCTURE, is_network_of, rows_of


@pytest.mark.parametrize("seed", range(40))
def test_matrix_comes_to_what_its_rows_come_to(seed: int) -> None:
    random = Random(seed)
    account = read_account(invented_account(random))
    claims = all_claims(account, "charitable")
    layout = Layout(account, claims)
    written = [layout.row(number) for number in range(layout.count)]
    owned = [row for row in rows_of(account, claims) if row.owner != STRUCTURE]
    assert [row for row in written if row.owner != STRUCTURE] == owned
    for number, row in enumerate(written):
        costs = layout.costs(row.terms)
        low, high = layout.starts[number], layout.starts[number + 1]
        kept = dict(zip(layout.columns[low:high].tolist(), layout.weights[low:high].tolist(), strict=True))
        assert {column: weight for column, weight in enumerate(costs.tolist()) if weight} == pytest.approx(
            kept
        )


@pytest.mark.parametrize("seed", range(200))
def test_what_paths_can_answer_is_told_before_rows_are_written(seed: int) -> None:
    account = read_account(invented_account(Random(seed)))
    claims = all_claims(account, "sharp")
    rows = [row for row in rows_of(account, claims) if row.terms]
    fed = any(declared.inflows or declared.outflows for declared in account.series.values())
    assert is_network(rows) == is_network_of(account, claims) or fed
    assert is_network(rows) or not is_network_of(account, claims)
