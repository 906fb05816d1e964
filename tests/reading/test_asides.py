"""What dashes set off amid a sentence is parsed apart, and the sentence as if it were not there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from addup.reading.model import parse
from addup.reading.sentences import find_asides
from addup.records import Figure

Finder = Callable[[str, str], Figure]


@pytest.mark.parametrize(
    ("text", "verb", "above"),
    [
        ("He told the firm – whose sales fell 4 percent as costs rose – to close 12 mills.", "close", "told"),
        (
            "She was held after entering a hall -- which was at Selm -- and painting one of 12 chairs.",
            "painting",
            "entering",
        ),
        (
            "Some note that Bell — even as he says 40 years in office make him fit — has closed two mills.",
            "closed",
            "note",
        ),
    ],
)
def test_a_verb_behind_an_aside_hangs_on_what_is_before_it(text: str, verb: str, above: str) -> None:
    found = next(token for token in parse(text) if token.text == verb)
    assert found.head.text == above


@pytest.mark.parametrize(
    ("aside", "label"),
    [
        ("a yard with 40 buses", "appos"),
        ("which has 40 buses", "acl:relcl"),
        ("there are 40 buses", "parataxis"),
    ],
)
def test_an_aside_hangs_on_what_it_stands_behind(aside: str, label: str) -> None:
    doc = parse(f"The mayor of Orel Park - {aside} - resigned on Monday.")
    outside = [token for token in doc[6:10] if token.head.i < 5]
    assert [(token.dep_, token.head.text) for token in outside] == [(label, "Park")]


def test_who_says_something_is_found_before_an_aside(figure: Finder) -> None:
    source = figure("Bell closed by asserting — in one sentence — that he uses visas.", "one").source
    assert source is not None
    assert source.text == "Bell"


@pytest.mark.parametrize(
    "words",
    [
        "A dial - up line , text - based",
        "Aged 13 - 17 on 4 - 6 May",
        "Selm - Orel - Kalm",
        "It rose - and fell again - on Monday",
    ],
)
def test_hyphens_ranges_and_lists_set_nothing_off(words: str) -> None:
    spaced = [" - and " in words or word != "-" for word in words.split()]
    assert not list(find_asides(words.split(), spaced, 0, len(words.split())))
