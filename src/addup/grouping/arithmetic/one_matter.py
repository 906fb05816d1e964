"""Which reports tell of one matter, so that what one counts may be held against what another counts."""

from __future__ import annotations

from datetime import timedelta

from addup.grouping.arithmetic.said import names_said
from addup.grouping.subjects.matters import enough, names_in
from addup.records import Reading

_FEW = 8
"""Reports that somebody lays side by side: these are on one matter where they share a name at all."""


def on_one_matter(
    one: Reading, other: Reading, reports: int, *, within: timedelta, named: bool = True
) -> bool:
    """Tell whether two of so many reports are on one matter: of no more days apart, with names in common.

    Where other words must agree anyhow, few reports need not be `named` alike.
    """
    first, second = one.document.published, other.document.published
    if first is None or second is None or abs(first - second) > within:
        return False
    mine, its = names_in(one.document.text), names_in(other.document.text)
    if enough(len(mine & its), len(mine), len(its)):
        return True
    alike = not named or bool(names_said(one.document.text) & names_said(other.document.text))
    return reports <= _FEW and alike
