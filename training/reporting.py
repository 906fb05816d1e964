"""List the words that make a sentence worth parsing, since they often stand in what reports.

Counts, in the articles that attributions are learnt from, how many cues each word is in, and how often it is
used. Needs no parse, since what is parsed follows from the list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from addup.reading.sentences import is_telling

# A word is listed if it is in a cue in this share of its uses, as if it had been in `BEFORE` of `USES` more.
LEAST, BEFORE, USES = 0.14, 0.5, 10


def reporting_words(articles: Iterable[dict[str, Any]]) -> list[str]:
    """Give the words that the table of `addup.reading.sentences` lacks, in lower case and in order."""
    uses: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for article in articles:
        text = article["text"].lower()
        uses.update(_words(text))
        for attribution in article["attributions"]:
            cues.update({word for start, end in attribution["cue"] for word in _words(text[start:end])})
    return sorted(
        word
        for word, times in cues.items()
        if times <= uses[word]  # where an annotation cuts a word, the rest is none
        and (times + BEFORE) / (uses[word] + USES) >= LEAST
        and word.isalpha()
        and word.isascii()
        and not is_telling(word)
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
