"""Which shares relations of the account hold against counts already, so that words need not do it again."""

from __future__ import annotations

import re

from addup.records import Grouping

_HELD = re.compile(r" = (.+) % of ")


def held_shares(grouping: Grouping) -> frozenset[str]:
    """Give the series of shares that relations hold against counts, and of those that people set free."""
    texts = [*(relation.text for relation in grouping.relations), *grouping.rejected]
    found = map(_HELD.search, texts)
    return frozenset(match[1] for match in found if match)
