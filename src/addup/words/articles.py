"""The article that a phrase begins with."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"^(?:The|A|An)(?= )")


def within_sentence(phrase: str) -> str:
    """Write a phrase as within a sentence: "The police" begins one and "the police" stands in another."""
    return _ARTICLE.sub(lambda article: article[0].lower(), phrase)
