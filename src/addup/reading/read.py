"""From a document to its reading: the parts put together."""

from __future__ import annotations

import addup.reading.language_library  # noqa: F401 - before all else of spaCy

# isort: split
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from addup.documents.layout import lay_out
from addup.memory import uncollected
from addup.reading import events
from addup.reading.amounts import find_amounts
from addup.reading.as_given import as_given
from addup.reading.counting import Subject, find_subjects
from addup.reading.crediting import Credits, attributions
from addup.reading.days import Dated, date_figures, rate_of
from addup.reading.model import parse
from addup.reading.names import resolve
from addup.reading.parsed import let_go
from addup.reading.places import place_figures
from addup.reading.set_off import carry_to_parts
from addup.reading.stance import stance_of
from addup.reading.tables import (
    Stretch,
    find_labelled,
    find_tables,
    read_cells,
    read_labelled,
    without,
)
from addup.reading.times import find_times
from addup.reading.tolls import tolls
from addup.records import Amount, Change, Coverage, Document, Figure, Reading, Skipped, Span


def read(document: Document, *, language: Language | None = None) -> Reading:
    """Find the figures of a document, who says them and when they hold.

    `language` takes another spaCy pipeline, with tags, parse and names, in place of the bundled one.
    """
    with uncollected():
        layout = lay_out(document.text)
        if layout is None:
            return _read_laid_out(document, language)
        reading = _read_laid_out(replace(document, text=layout.text), language)
        return as_given(reading, layout, document)


def _read_laid_out(document: Document, language: Language | None) -> Reading:
    """Read a document whose text is set as the rules know it."""
    tables = find_tables(document.text)
    lines = find_labelled(without(document.text, tables))
    if not (tables or lines):
        return _read_text(document, language)
    apart: list[Stretch] = [*tables, *lines]
    around = _read_text(replace(document, text=without(document.text, apart)), language)
    figures = tuple(_before(figure, document.text, apart) for figure in around.figures)
    reading = replace(around, document=document, figures=figures)
    if lines:
        reading = read_labelled(reading, lines, lambda part: _read_text(part, language))
    return read_cells(reading, tables, lambda part: _read_text(part, language)) if tables else reading


def _before(figure: Figure, text: str, apart: Sequence[Stretch]) -> Figure:
    """End the sentence of a figure where a table or the like begins behind it, blank to the reader."""
    start, end = figure.sentence
    ends = [stretch.start for stretch in apart if figure.span.end <= stretch.start < end]
    return (
        replace(figure, sentence=(start, start + len(text[start : min(ends)].rstrip()))) if ends else figure
    )


def _read_text(document: Document, language: Language | None) -> Reading:
    doc = parse(document.text, language=language)
    try:
        return _read(document, doc)
    finally:
        let_go(doc)


def _read(document: Document, doc: Doc) -> Reading:
    times = find_times(doc, document.published)
    amounts, skipped = find_amounts(doc, times)
    names = resolve(doc)
    said = attributions(doc, names)
    subjects = find_subjects(doc, amounts, times)
    dates = date_figures(doc, amounts, subjects, times, document.published)
    places = place_figures(doc, amounts, subjects, said)
    anchors = [subject.anchor for subject in subjects]
    holders = [subject.holder for subject in subjects]
    happened = zip(
        events.events_of(document.text, amounts, holders, anchors),
        events.changes_of(document.text, amounts, anchors),
        strict=True,
    )
    credits = Credits(doc, names, said)
    figures = tuple(
        _figure(
            document.text,
            replace(amount, per=rate_of(amount, subject, times)),
            subject,
            dated,
            place,
            told,
            credits,
        )
        for amount, subject, dated, place, told in zip(
            amounts, subjects, dates, places, happened, strict=True
        )
    )
    return Reading(
        document=document,
        figures=carry_to_parts(doc, document.text, figures),
        times=times,
        attributions=said,
        coverage=_coverage(amounts, skipped),
        tolls=tolls(doc, times),
    )


def _figure(
    text: str,
    amount: Amount,
    subject: Subject,
    dated: Dated,
    place: str | None,
    told: tuple[str | None, Change | None],
    credits: Credits,
) -> Figure:
    sentence = subject.anchor.sent
    source = credits.source_of(amount)
    return Figure(
        id=str(amount.number.start),
        span=_span(text, amount, subject),
        amount=amount,
        counted=subject.counted,
        event=told[0],
        change=told[1],
        period=dated.period,
        time=dated.words,
        place=place,
        source=source,
        stance=stance_of(amount, subject, credits.stance_of(amount)),
        sentence=(sentence.start_char, sentence.end_char),
    )


def _span(text: str, amount: Amount, subject: Subject) -> Span:
    """Give the words of a figure: its amount, and the noun counted where that follows directly."""
    start, end = amount.span.start, amount.span.end
    noun = subject.noun
    if noun is not None and noun.idx >= end:
        between = text[end : noun.idx]
        # "Brings to 300 the number of jobs": behind a count an article begins a phrase of its own.
        begins = (" the ",) if text.endswith(" of", start, end) else (" the ", " its ", " their ")
        apart = amount.kind == "count" and between.startswith(begins)
        if not (apart or any(mark in between for mark in ",;:.()\n")):
            end = noun.idx + len(noun)
    return Span(text[start:end], start, end)


def _coverage(amounts: Sequence[Amount], skipped: tuple[Skipped, ...]) -> Coverage:
    figures = sum(not amount.worded for amount in amounts)
    return Coverage(figures + len(skipped), figures, skipped)
