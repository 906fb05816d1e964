"""What numbers show only by the words around them is found anywhere in a long report, and told once."""

from __future__ import annotations

from itertools import count

import pytest

import addup

_FALL = (
    "The number of visitors to the museum of Selm fell by 40 percent, from 242 in 2022 to 331 in 2023, "
    "its director said."
)
_LIMIT = (
    "At most 40 patients a day were treated in the clinic of Selm, its director said.\n\n"
    "Over nine days it treated 900 patients."
)
_FILLING = (
    "The council of Marlow met again and put off what it had to say of the bridge.",
    "Nobody who was asked about it wanted to be named.",
    "Its library lent {n} books last week.",
    "The path along the river is closed for as long as it rains, and nobody knows how long that will be.",
)


def _filled(characters: int) -> str:
    """Give paragraphs in which nothing clashes, at least so long."""
    text = ""
    for at in count():
        text += f"{_FILLING[at % 4].format(n=100 + at)}{' ' if at % 4 else chr(10) * 2}"
        if len(text) >= characters:
            return f"{text.rstrip()}\n\n"
    raise AssertionError


def _loud(text: str) -> list[frozenset[str]]:
    """Give what each clash of a report cites."""
    result = addup.check(addup.series([addup.read(text, published="2024-01-10")]))
    return [
        frozenset(piece.text for piece in finding.evidence)
        for finding in result.findings
        if finding.kind in ("conflict", "tension", "disputed")
    ]


@pytest.mark.parametrize("before", [0, 7_500, 7_950, 11_900, 20_000])
@pytest.mark.parametrize("clash", [_FALL, _LIMIT])
def test_a_clash_is_told_once_wherever_it_stands(clash: str, before: int) -> None:
    alone = _loud(clash)
    assert len(alone) == 1
    assert _loud(f"{_filled(before)}{clash}\n\n{_filled(12_500)}") == alone


def test_numbers_far_from_each_other_are_not_brought_together_by_words_alone() -> None:
    limit, treated = _LIMIT.split("\n\n")
    assert _loud(f"{limit}\n\n{_filled(20_000)}{treated}\n") == []
