"""The days of figures in the headline: those of the same figure below, where it names none itself."""

from __future__ import annotations

from addup.reading.days.article import Article
from addup.reading.days.dated import Dated
from addup.reading.sentences import headline_end
from addup.records import Amount


def with_headline(article: Article, dated: list[Dated]) -> list[Dated]:
    """Give the days of all figures, those of the headline taken from the body."""
    end = headline_end(article.text)
    of_body = {
        _size(amount): days
        for amount, days in zip(reversed(article.amounts), reversed(dated), strict=True)
        if amount.span.start >= end
    }
    return [
        of_body.get(_size(amount), days) if amount.span.start < end and _is_bare(days, end) else days
        for amount, days in zip(article.amounts, dated, strict=True)
    ]


def _is_bare(dated: Dated, end: int) -> bool:
    """Whether days are not named by a headline that ends there."""
    return dated.words is None or dated.words.start >= end


def _size(amount: Amount) -> tuple[str, str | None, float | None]:
    """Give what two figures share that tell the same, the one with a hedge or without."""
    return amount.kind, amount.unit, amount.low if amount.low is not None else amount.high
