"""What was read in a text that was set anew, with the places that it has in the text as given."""

from __future__ import annotations

from dataclasses import replace

from addup.documents.layout import Layout
from addup.records import Attribution, Document, Figure, Reading, Skipped, Source, Span, Time


def as_given(reading: Reading, layout: Layout, document: Document) -> Reading:
    """Give what was read in the text of a layout as read in the document that it was made from."""
    given = _Given(layout, document.text)
    return replace(
        reading,
        document=document,
        figures=tuple(map(given.figure, reading.figures)),
        times=tuple(map(given.time, reading.times)),
        attributions=tuple(map(given.attribution, reading.attributions)),
        coverage=replace(reading.coverage, skipped=tuple(map(given.skipped, reading.coverage.skipped))),
    )


class _Given:
    """The places and words that something has in the text as given."""

    def __init__(self, layout: Layout, text: str) -> None:
        self._layout, self._text = layout, text

    def span(self, span: Span) -> Span:
        """Give the words of a span as given."""
        start, end = self._layout.place(span.start, span.end)
        return Span(self._text[start:end], start, end)

    def figure(self, figure: Figure) -> Figure:
        """Give a figure, whose number names it."""
        amount = figure.amount
        number = self.span(amount.number)
        return replace(
            figure,
            id=str(number.start),
            span=self.span(figure.span),
            amount=replace(amount, span=self.span(amount.span), number=number),
            time=self.span(figure.time) if figure.time else None,
            source=self._source(figure.source) if figure.source else None,
            sentence=self._layout.place(*figure.sentence),
        )

    def _source(self, source: Source) -> Source:
        span = self.span(Span(source.text, source.start, source.end))
        return replace(source, text=span.text, start=span.start, end=span.end)

    def time(self, time: Time) -> Time:
        """Give a time."""
        return replace(time, span=self.span(time.span))

    def skipped(self, skipped: Skipped) -> Skipped:
        """Give a number that is no figure."""
        return replace(skipped, span=self.span(skipped.span))

    def attribution(self, attribution: Attribution) -> Attribution:
        """Give who says what."""
        place = self._layout.place
        return replace(
            attribution,
            source=tuple(place(*piece) for piece in attribution.source),
            cue=tuple(place(*piece) for piece in attribution.cue),
            content=tuple(place(*piece) for piece in attribution.content),
        )
