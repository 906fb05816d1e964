"""News as it was published, without annotation, for the parser of `teacher.py` to read.

Reuters of 1987 (Reuters-21578, as Debian's package weka has it) tells of firms, trade and markets, and the
Australian broadcaster ABC of 2001 (the corpus of Lee, Pincombe and Welsh, CogSci 2005, as gensim has it) of
fires, battles and trials: what the parsed news of the United States lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

REUTERS = "ReutersCorn-train.arff"
ABC = ("lee_background.cor", "lee.cor")
# Places of reports that figures were annotated in, for measuring.
MEASURED = {
    REUTERS: frozenset({82, 460, 488, 496, 603, 741, 824, 1186, 1240, 1331, 1399, 1464}),
    ABC[0]: frozenset({33, 74, 105, 161, 168, 170, 178, 181, 241, 257, 260, 274, 277}),
}
_ROW = re.compile(r"'(?P<text>.*)',\s*[01]\s*$")
_ESCAPED = re.compile(r"\\(.)")
_CONTROL = {"n": "\n", "t": "\t"}
_LEAST_WORDS = 25
_MOST_DIGITS = 0.12  # of all characters; more is a table
_LONGEST = 8000


def texts(folder: Path) -> Iterator[str]:
    """Give the reports of both sources whose files are in a folder."""
    yield from filter(_is_told, _reuters(folder))
    for name in ABC:
        lines = (folder / name).read_text(encoding="utf8", errors="replace").strip().split("\n")
        measured = MEASURED.get(name, frozenset())
        yield from (line.strip() for place, line in enumerate(lines) if place not in measured)


def _reuters(folder: Path) -> Iterator[str]:
    rows = (folder / REUTERS).read_text(encoding="latin1").partition("@data")[2].split("\n")
    reports = [match["text"] for match in map(_ROW.match, rows) if match is not None]
    for place, report in enumerate(reports):
        if place not in MEASURED[REUTERS]:
            yield _body(_ESCAPED.sub(lambda match: _CONTROL.get(match[1], match[1]), report))


def _body(report: str) -> str:
    """Give a report without headline and closing line, its lines joined to paragraphs."""
    text = re.sub(r"\n {2,}", "\n\n", report)
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    text = re.sub(r"&#\d+;|&lt;|>", "", text).strip()
    text = re.sub(r"[ \t]+", " ", re.sub(r"\s*\breuter$", "", text, flags=re.IGNORECASE))
    first, gap, rest = text.partition("\n\n")
    words = first.split(" ")
    headline = next((place for place, word in enumerate(words) if re.search("[a-z]", word)), len(words))
    if headline and words[headline - 1] in {"A", "I"}:
        headline -= 1
    return (" ".join(words[headline:]) + gap + rest)[:_LONGEST]


def _is_told(text: str) -> bool:
    """Tell reports in sentences from tables and flashes."""
    digits = sum(map(str.isdigit, text))
    return len(text.split()) >= _LEAST_WORDS and digits <= _MOST_DIGITS * len(text)
