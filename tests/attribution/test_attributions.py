"""Who says what in an article, with speaker and stance."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from addup.reading.crediting import Credits, attributions, stance_of_cue
from addup.reading.model import parse
from addup.reading.names import resolve
from addup.records import Amount, Reading, Span


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "stated"),
        ("denied", "denied"),
        ("disputes", "denied"),
        ("expects", "expected"),
        ("has forecast", "expected"),
        ("alleged", "supposed"),
        ("suspects", "supposed"),
        ("suggested", "stated"),
    ],
)
def test_the_cue_tells_the_stance(cue: str, stance: str) -> None:
    doc = parse(f"The harbour office {cue} that 40 boats sank.")
    start = doc.text.index(cue)
    span = doc.char_span(start, start + len(cue))
    assert span is not None
    assert stance_of_cue(span) == stance


def test_the_speaker_has_the_full_name() -> None:
    doc = parse("Mayor Amara Diallo said the fire was out. Diallo said that 40 houses were lost.")
    speakers = {said.speaker for said in attributions(doc, resolve(doc))}
    assert speakers == {"Amara Diallo"}


def test_a_speaker_without_a_name_keeps_the_words_of_the_text() -> None:
    doc = parse("Officials said that 40 houses were lost in the fire.")
    assert [said.speaker for said in attributions(doc, resolve(doc))] == ["Officials"]


def test_she_is_the_person_without_a_name_who_spoke_last() -> None:
    doc = parse("According to the deputy mayor, 40 boats sank. No boat will be raised, she added.")
    speakers = [said.speaker for said in attributions(doc, resolve(doc))]
    assert speakers == ["the deputy mayor", "the deputy mayor"]


def test_it_is_the_body_that_spoke_last_not_a_place_named_since() -> None:
    doc = parse("A ferry sank off Brennick Head, the coast guard said. It said 61 people had drowned.")
    speakers = [said.speaker for said in attributions(doc, resolve(doc))]
    assert speakers == ["the coast guard", "the coast guard"]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            "Marta Oren spoke on Tuesday about\u00a0the flood, arguing that dams fail.",
            "Marta Oren",
            "arguing",
        ),
        ("The mayor complained, even suggesting that the\u00a0hosts had lied.", "The mayor", "suggesting"),
        ("The Orel party filed a complaint  in Selm, claiming that it won.", "The Orel party", "claiming"),
    ],
)
def test_a_blank_in_the_sentence_does_not_stretch_who_speaks(text: str, source: str, cue: str) -> None:
    doc = parse(text)
    found = {
        " ".join(text[start:end] for start, end in said.cue): [text[start:end] for start, end in said.source]
        for said in attributions(doc, resolve(doc))
    }
    assert [who for words, who in found.items() if cue in words] == [[source]]


def test_most_figures_of_annotated_articles_get_the_source_that_the_annotators_gave(shared: Path) -> None:
    gold = shared / "gold"
    right = asked = 0
    for article in json.loads((gold / "index.json").read_text(encoding="utf-8")):
        doc = parse((gold / f"{article['id']}.txt").read_text(encoding="utf-8"))
        credits = Credits(doc, resolve(doc), ())
        for figure in json.loads((gold / f"{article['id']}.json").read_text(encoding="utf-8")):
            span = Span(figure["number"], figure["start"], figure["start"] + len(figure["number"]))
            source = credits.source_of(Amount(span, span, None, None, "exact", "count"))
            asked += 1
            right += _agree(figure["source"], source.text if source else None)
    assert right / asked >= 0.88


def _agree(gold: str | None, found: str | None) -> bool:
    """Whether two sources share at least half of their words."""
    left, right = (
        set((words or "").lower().replace(".", "").split()) - {"the", "a", "an"} for words in (gold, found)
    )
    return (
        not left and not right
        if not (left and right)
        else 2 * len(left & right) >= (len(left) + len(right)) / 2
    )


def test_a_report_in_a_clause_of_time_stands_beside_the_one_around_it(read: Callable[..., Reading]) -> None:
    text = (
        "The union said that many want to leave the valley after Marland officials suggested that the dam "
        "may have been damaged by the flood."
    )
    told = {text[slice(*one.cue[0])] for one in read(text).attributions}
    assert {"said", "suggested"} <= told
