"""List the words that make a sentence worth parsing, since they often stand in what reports.

    python training/reporting.py --data ../shared/data

Counts, in the articles that attributions are learnt from, how many cues each word is in, and how often it is
used. Needs no parse, since what is parsed follows from the list. Who changes it must learn the attributions
anew (`train.py --attributions-only`).
"""

from __future__ import annotations

import arithmetic  # noqa: F401  # isort: skip  # it sets what numpy reads at its start
import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import convert
from train import ATTRIBUTIONS_HELD_OUT_EVERY

from addup.reading.sentences import REPORTING, is_telling

# A word is listed if it is in a cue in this share of its uses, as if it had been in `BEFORE` of `USES` more.
LEAST, BEFORE, USES = 0.14, 0.5, 10


def main() -> None:
    """Read the options, and write the list."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder with the training data")
    parser.add_argument("--output", type=Path, default=REPORTING, help="where the list goes")
    options = parser.parse_args()
    articles = convert.read_jsonl(options.data / "attributions_train.jsonl.gz")
    seen = [one for place, one in enumerate(articles) if place % ATTRIBUTIONS_HELD_OUT_EVERY]
    options.output.write_text("\n".join(reporting_words(seen)) + "\n", encoding="utf8")


def reporting_words(articles: Iterable[dict[str, Any]]) -> list[str]:
    """Give the words, in lower case and in order."""
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


if __name__ == "__main__":
    main()
