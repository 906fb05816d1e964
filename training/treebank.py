"""Read the CoNLL-U files of the training data."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Word:
    """One word of a treebank sentence.

    `lemma` is empty where it is that of another word: of a slip of the pen ("leaned", meant for "learned"),
    and of the second half of one that was written apart.
    `head` is the index of the governing word in the sentence, its own index for the root. `entity` is the
    name label, `O` outside names, and `None` where names are not annotated.
    """

    form: str
    lemma: str
    tag: str
    head: int
    relation: str
    entity: str | None


@dataclass
class Sentence:
    """A sentence: its words, its text where the file gives it, and whether it opens a paragraph."""

    words: list[Word]
    text: str | None = None
    opens_paragraph: bool = False


@dataclass
class Article:
    """All sentences of one document of a treebank."""

    id: str
    sentences: list[Sentence] = field(default_factory=list)


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the documents of a gzipped CoNLL-U file in their order."""
    article = Article(id="")
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("#"):
                name, _, value = line.lstrip("# ").partition(" = ")
                if name == "newdoc id":
                    if article.sentences:
                        yield article
                    article = Article(id=value)
                comments[name] = value
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                article.sentences.append(_sentence(rows, comments))
                rows, comments = [], {}
    if rows:
        article.sentences.append(_sentence(rows, comments))
    if article.sentences:
        yield article


def _sentence(rows: list[list[str]], comments: dict[str, str]) -> Sentence:
    # Lines numbered "1-2" (contractions) and "1.1" (words left out) are not words of the tree.
    words = [_word(row) for row in rows if row[0].isdigit()]
    return Sentence(words, comments.get("text"), "newpar id" in comments)


def _word(row: list[str]) -> Word:
    number, form, lemma, _, tag, features, head, relation, _, misc = row
    entity = next((part[4:] for part in misc.split("|") if part.startswith("NER=")), None)
    head_index = int(number) - 1 if head == "0" else int(head) - 1
    of_other = lemma == "_" or "Typo=Yes" in features.split("|")
    return Word(form, "" if of_other else lemma, tag, head_index, relation if head != "0" else "ROOT", entity)
