"""The days of figures in the headline: those of the same figure below, where it names none itself."""

from __future__ import annotations

from addup.documents.layout import headline_end
from addup.reading.counting import Subject
from addup.reading.days.article import Article
from addup.reading.days.dated import Dated
from addup.records import Amount

_FEW = 12


def with_headline(article: Article, dated: list[Dated]) -> list[Dated]:
    """Give the days of all figures, those of the headline taken from the body."""
    end = headline_end(article.text)
    figures = list(zip(article.amounts, article.subjects, dated, strict=True))
    of_body = {
        _size(amount, subject): days
        for amount, subject, days in reversed(figures)
        if amount.span.start >= end
    }
    return [
        of_body.get(_size(amount, subject), days) if amount.span.start < end and _is_bare(days, end) else days
        for amount, subject, days in figures
    ]


def _is_bare(dated: Dated, end: int) -> bool:
    """Whether days are not named by a headline that ends there."""
    return dated.words is None or dated.words.start >= end


def _size(amount: Amount, subject: Subject) -> tuple[str, str | None, float | None, str | None]:
    """Give what two figures share that tell the same, the one with a hedge or without.

    A few things are many a thing's number: they are of the same only by their noun, "five trends".
    """
    size = amount.low if amount.low is not None else amount.high
    is_few = amount.kind == "count" and size is not None and size <= _FEW
    return amount.kind, amount.unit, size, subject.counted.head if is_few else None
