from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addup.reading.model import parse
from addup.reading.speech.spans import Relation, agreement, find_attributions
from addup.reading.speech.tree import Piece, plant

Texts = tuple[list[str], list[str], list[str]]


def _texts(text: str, relation: Relation) -> Texts:
    source, cue, content = (
        [text[start:end] for start, end in pieces]
        for pieces in (relation.source, relation.cue, relation.content)
    )
    return source, cue, content


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The fire service said 40 people were missing.",
            ["The fire service"],
            ["said"],
            ["40 people were missing"],
        ),
        (
            "According to the port authority, six ships were delayed.",
            ["the port authority"],
            ["According to"],
            ["six ships were delayed"],
        ),
        (
            "“We have lost 20 houses,” the mayor said. “More will follow.”",
            ["the mayor"],
            ["said"],
            ["“We have lost 20 houses,”", "“More will follow.”"],
        ),
        (
            "“Nine farms were flooded,” Rep. Ann Clyde (D-Ohio) said.",
            ["Rep. Ann Clyde (D-Ohio)"],
            ["said"],
            ["“Nine farms were flooded,”"],
        ),
        (
            "At least nine farms were flooded, the council said.",
            ["the council"],
            ["said"],
            ["At least nine farms were flooded"],
        ),
    ],
)
def test_a_report_gives_source_cue_and_content(
    text: str, source: list[str], cue: list[str], content: list[str]
) -> None:
    found = [_texts(text, relation) for relation in find_attributions(parse(text))]
    assert found == [(source, cue, content)]


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        (
            "Video of the crash shows the lorry with its lights off in the moments before it was hit, but "
            "Brandt said that he refused to stop.",
            [
                (
                    "Video of the crash",
                    "shows",
                    "the lorry with its lights off in the moments before it was hit",
                ),
                ("Brandt", "said", "that he refused to stop"),
            ],
        ),
        (
            "Dale says Machin promised to go on supporting her and said she would stand up to the attacks.",
            [
                ("Dale", "says", "Machin promised to go on supporting her"),
                ("Dale", "said", "she would stand up to the attacks"),
            ],
        ),
        (
            "The agency said that the bridge was safe after engineers warned that it was not.",
            [
                ("The agency", "said", "that the bridge was safe"),
                ("engineers", "warned", "that it was not"),
            ],
        ),
    ],
)
def test_two_reports_of_a_sentence_each_keep_what_is_their_own(
    text: str, reports: list[tuple[str, str, str]]
) -> None:
    found = [_texts(text, relation) for relation in find_attributions(parse(text))]
    assert found == [([source], [cue], [content]) for source, cue, content in reports]


@pytest.mark.parametrize(
    "statement",
    [
        "Twelve boats sank in the harbour on Monday.",
        "The river rose by two metres overnight.",
        "Prices fell for the third month.",
        "The road to the airport was closed.",
    ],
)
def test_a_plain_statement_has_no_attribution(statement: str) -> None:
    assert find_attributions(parse(statement)) == []


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="said he told. “We” “'\n12 (the), ", max_size=120))
def test_offsets_lie_in_the_text_and_parts_do_not_overlap(text: str) -> None:
    for relation in find_attributions(parse(text)):
        pieces = sorted([*relation.source, *relation.cue, *relation.content])
        assert all(0 <= start < end <= len(text) for start, end in pieces)
        assert all(one[1] <= other[0] for one, other in pairwise(pieces))


PIECES = st.lists(st.integers(0, 12), max_size=6, unique=True).map(
    lambda edges: tuple(zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False))
)


@given(PIECES, PIECES)
def test_pieces_agree_by_the_words_that_they_share(
    some: tuple[Piece, ...], others: tuple[Piece, ...]
) -> None:
    tree = plant(parse("The mill, they said, was closed; nobody knew why."))
    a, b = (
        {token for start, end in pieces for token in range(start, end) if tree.wordlike[token]}
        for pieces in (some, others)
    )
    if a or b:
        assert agreement(tree, some, others) == pytest.approx(2 * len(a & b) / (len(a) + len(b)), abs=1e-9)
    assert agreement(tree, some, others) == agreement(tree, others, some)
    assert agreement(tree, some, some) == 1


@pytest.mark.parametrize("verb", ["mocked", "applauded", "bemoaned"])
def test_a_sentence_is_parsed_for_a_rare_word_of_report(verb: str) -> None:
    doc = parse(f"The ferry owners {verb} the new harbour.")
    assert all(token.tag_ for token in doc)
