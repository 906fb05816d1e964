"""Units that are said once for several amounts: "3, 4 and 5 percent", "rose to $9 million from 8 million"."""

from __future__ import annotations

import re

from addup.reading.amounts.left_out.coordination import (
    first_part,
    of_coordination,
    of_time_spent,
)
from addup.reading.amounts.left_out.giving import may_be_alike, with_magnitude_of, with_unit_of
from addup.reading.amounts.left_out.levels import level_before, level_behind, of_board, of_comparison
from addup.reading.amounts.left_out.measured import of_length, of_measured, of_stuff
from addup.reading.amounts.left_out.money import (
    cents_of,
    dollars_of,
    in_millions,
    of_money,
    of_that_sum,
    of_what_was_paid,
    price_behind,
    said_again,
)
from addup.reading.amounts.left_out.names import of_gapped_clause, of_next_name, of_rival
from addup.reading.amounts.left_out.rows import goes_on_in_row, share_parts_of_whole
from addup.reading.amounts.mentions import Mention
from addup.reading.amounts.ranges import with_magnitude

__all__ = ["give_units_left_out"]

# "on four of the ten days", not "four of the ten-day trips"
PART_OF_LENGTH = re.compile(
    r" (?:out )?of (?:the|its|his|her|their|those|these) (?:(?:first|last|next|past) )?"
)
_COORDINATION = re.compile(r"-?\s(?:and|or|to|by|x|versus|against)\s|-(?:and|or|to)-|/")


_LOOKS_BACK = 100
"""Amounts; a unit that was said before so many more is not left out but forgotten."""


def give_units_left_out(text: str, mentions: list[Mention], dated: frozenset[int]) -> list[Mention]:
    """Give numbers without a unit the unit that is said once for several.

    "3, 4 and 5 percent" have that of the last, "30 million francs, up from 14 million" that of the first.
    """
    shared = list(mentions)
    in_row: set[int] = set()
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if first.unit is not None or second.unit is None or first.start in dated or first.form != second.form:
            continue
        gap = text[first.right : second.left]
        if second.unit.kind == "duration" and PART_OF_LENGTH.fullmatch(gap) and text[second.end] == " ":
            shared[index] = with_unit_of(second, first)
            continue
        signed = second.left < second.start and second.unit.kind == "money"
        joined = _COORDINATION.fullmatch(gap) or goes_on_in_row(text, shared, in_row, index)
        if joined and not signed and may_be_alike(second, first):
            in_row.add(index)
            scaled = with_magnitude(text, first, second)
            shared[index] = with_unit_of(second, scaled)
    share_parts_of_whole(text, shared, dated)
    for index in range(1, len(shared)):
        if shared[index].start not in dated:
            begun = max(0, index - _LOOKS_BACK)
            shared[index] = of_comparison(text, first_part(text, shared[begun:index], dated), shared[index])
            shared[index] = cents_of(text, shared[index - 1], shared[index])
            shared[index] = dollars_of(text, shared[begun:index], shared[index])
            shared[index] = price_behind(text, shared[index - 1], shared[index])
            shared[index - 1], shared[index] = of_board(text, shared[index - 1], shared[index])
            shared[index] = level_behind(text, shared[max(0, index - 3) : index], shared[index])
            shared[index - 1] = level_before(text, shared[index - 1], shared[index])
            shared[index] = of_gapped_clause(text, shared[index - 1], shared[index])
            shared[index] = of_next_name(text, first_part(text, shared[begun:index], dated), shared[index])
            shared[index] = of_rival(text, shared[index - 1], shared[index])
            shared[index] = of_measured(text, shared[max(0, index - 3) : index], shared[index])
            shared[index] = of_length(text, shared[begun:index], shared[index])
            first = first_part(text, shared[begun:index], dated)
            shared[index] = of_time_spent(text, first, shared[index])
            shared[index] = of_coordination(text, first, shared[index])
            shared[index] = in_millions(text, shared[begun:index], shared[index])
            shared[index] = said_again(text, shared[begun:index], shared[index])
            shared[index] = of_money(text, shared[begun:index], shared[index])
            shared[index] = of_that_sum(text, shared[begun:index], shared[index])
            shared[index] = of_what_was_paid(text, shared[begun:index], shared[index])
            shared[index] = of_stuff(text, shared[begun:index], shared[index])
    return [_scaled(text, mentions[index], shared, index) for index in range(len(shared))]


def _scaled(text: str, bare: Mention, shared: list[Mention], index: int) -> Mention:
    """Give a number that got the unit of one before the magnitude of that, where it has none itself."""
    found = shared[index]
    if bare.unit is not None or found.unit is None or found.value != bare.value:
        return found
    giver = next((one for one in reversed(shared[:index]) if one.unit == found.unit), None)
    return found if giver is None else with_magnitude_of(text, giver, found)
