"""Plurals in the singular, by their ending."""

from __future__ import annotations


def singular(word: str) -> str:
    """Give a plural noun in the singular, by its ending; for words that the tagger takes for names."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
