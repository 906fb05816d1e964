"""No parse is mended into words that hang on each other in a circle, in which reading would never end."""

from __future__ import annotations

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

import addup
from addup.reading.mending import mend
from addup.reading.mending.guard import has_circle
from addup.reading.model import parse

VOCAB = spacy.blank("en").vocab
WORDS = """
    of which £ $ 48 5.3 million percent reported lost said told expected forecast asked insurers and or ,
    that the a by up down compared with adjusted share holding average ended months residents who has was were
    will polled based 's half from to show shows plans about mark according
""".split()  # noqa: SIM905 - many words
TAGS = "IN CD $ NN NNS NNP JJ RB DT CC , VB VBD VBN VBG VBZ VBP MD WDT WP TO".split()  # noqa: SIM905
RELATIONS = """
    nsubj nsubj:pass obj obl nmod acl acl:relcl advcl ccomp xcomp conj parataxis appos compound nummod amod
    det case mark cc aux aux:pass cop dep fixed flat obl:unmarked nsubj:outer csubj advmod punct
""".split()  # noqa: SIM905


@st.composite
def trees(draw: st.DrawFn) -> Doc:
    """Sentences of any words with any tags in any tree."""
    length = draw(st.integers(2, 14))
    order = draw(st.permutations(range(length)))
    heads = [0] * length
    for rank, place in enumerate(order):
        heads[place] = order[draw(st.integers(0, rank - 1))] if rank else place

    def some(of: list[str]) -> list[str]:
        return draw(st.lists(st.sampled_from(of), min_size=length, max_size=length))

    relations = ["ROOT" if heads[place] == place else one for place, one in enumerate(some(RELATIONS))]
    return Doc(VOCAB, words=some(WORDS), tags=some(TAGS), deps=relations, heads=heads)


AMOUNTS = st.sampled_from(["£48 million", "$3", "12 percent", "40 people", "a third", "1,200 homes"])
OPENINGS = st.sampled_from(
    ["Of {} reported lost, ", "From the previously reported {}, ", "", "With {} told, "]
)
MAINS = st.sampled_from(
    [
        "insurers gave back {}, or {}",
        "Selm said {} were paid, up from the {} expected",
        "which the mayor said was {}",
        "compared with {}, analysts polled in Orrin had forecast {}",
        "{} said they had {}, and {} that they did not",
    ]
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Sentences made of an opening and clauses, with amounts in all places."""
    said = draw(OPENINGS) + " and ".join(draw(st.lists(MAINS, min_size=1, max_size=2))) + "."
    while "{}" in said:
        said = said.replace("{}", draw(AMOUNTS), 1)
    return said[0].upper() + said[1:]


@settings(max_examples=600)
@given(trees())
def test_whatever_the_tree_it_is_a_tree_when_mended(doc: Doc) -> None:
    mend(doc)
    assert not has_circle(doc)
    assert all((token.head == token) == (token.dep_ == "ROOT") for token in doc)


@settings(max_examples=100, deadline=None)
@given(sentences())
def test_whatever_the_sentence_its_parse_is_a_tree(text: str) -> None:
    assert not has_circle(parse(text))
    assert addup.read(text, published="2025-06-12").figures is not None


def test_the_clause_behind_an_amount_that_a_participle_tells_of_is_on_top() -> None:
    doc = parse("Of £48 million reported lost, banks and insurers gave back £5.3 million, or 11%.")
    gave, sign = doc[10], doc[1]
    assert gave.head == gave
    assert (sign.head, doc[4].head) == (gave, sign)


def test_a_share_of_what_was_reported_lost_is_read() -> None:
    text = "Of £48 million reported lost, banks and insurers gave back £5.3 million, or 11%."
    figures = addup.read(text, published="2025-06-12").figures
    assert [figure.span.text for figure in figures] == ["£48 million", "£5.3 million", "11%"]


def test_a_part_of_what_has_come_in_is_read_where_its_verb_hangs_in_it() -> None:
    needed = "Aid: of 9 million euros needed to the end of May, 4 million euros has come in"
    figures = addup.read(f"{needed}, half of it from one bank.", published="2025-06-12").figures
    assert [figure.amount.number.text for figure in figures][:3] == [
        "9 million",
        "4 million",
        "half",
    ]


def test_a_day_that_opens_a_text_is_no_day_of_telling() -> None:
    text = "Saturday night 40 people met in Selm."
    assert [figure.span.text for figure in addup.read(text, published="2024-05-16").figures] == ["40 people"]
