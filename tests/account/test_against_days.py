"""The engine against one linear programme with a variable a day, on invented accounts."""

from random import Random

from account_comparison import disagreements
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_accounts import invented_account

from addup.account import check
from addup.account.parsing import read_account


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_engine_agrees_with_a_variable_for_every_day(random: Random) -> None:
    assert list(disagreements(read_account(invented_account(random)))) == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_the_same_account_gives_the_same_answer(random: Random) -> None:
    account = invented_account(random)
    assert check(account).to_dict() == check(account).to_dict()
