"""An average that a report tells beside its sum is rounded, as averages are."""

from __future__ import annotations

import pytest

import addup


@pytest.mark.parametrize(
    ("a_day", "status"), [("139", "consistent"), ("136", "conflict"), ("139.4", "consistent")]
)
def test_an_average_fits_a_sum_as_far_as_it_is_rounded(a_day: str, status: str) -> None:
    text = f"In February 2025 the army fired 3,902 shells, an average of {a_day} a day, a spokesman said."
    result = addup.check(addup.series([addup.read(text, published="2025-03-04")]))
    assert result.status == status
