"""Turn treebanks and annotated articles into spaCy documents, tokenised as at run time.

Every treebank document is laid over its real text (the article where we have it, so that quotation
marks, line breaks and spaces are those of news), tokenised by the pipeline's own tokenizer, and each
token takes what the treebank says of the same characters.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from conventions import adopt_gold_conventions, simplify_gold_tags
from spacy.language import Language
from spacy.tokens import Doc
from treebank import Sentence, Word, read_articles

NAMES = frozenset({"PERSON", "ORGANIZATION", "LOCATION", "MISC"})
ROLES = ("source", "cue", "content")
# How CoreNLP writes brackets and quotation marks, and what may stand for them in the text.
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
# How far the text may run ahead of the parse, in characters: CoreNLP left a few things out.
REACH = 60
QUOTES = "\"'`‘’‚‛“”„‟«»´"
ALTERNATIVES = {"...": ("…", ". . .", ".\xa0.\xa0."), "--": ("—", "–", "―")}


@dataclass(frozen=True)
class Placed:
    """A treebank word with its characters in the text and its governor among all words of the text."""

    word: Word
    start: int
    end: int
    head: int
    sentence: int


@dataclass
class Labels:
    """What is known of each token of a document; empty strings and None are unknown."""

    tags: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    entities: list[str | None]

    @classmethod
    def empty(cls, size: int) -> Labels:
        """Labels for `size` tokens of which nothing is known yet."""
        return cls([""] * size, [""] * size, list(range(size)), ["dep"] * size, [None] * size)

    def build(self, doc: Doc) -> Doc:
        """A document with the tokens of `doc` and these labels."""
        return Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=self.tags,
            lemmas=self.lemmas,
            heads=self.heads,
            deps=self.relations,
            ents=cast(list[str], _iob(self.entities)),  # None is allowed, and means unknown
        )


def _iob(entities: list[str | None]) -> list[str | None]:
    """Neighbouring tokens with one name label are one name."""
    out: list[str | None] = []
    for before, label in zip([None, *entities], entities, strict=False):
        known = label is None or label == "O"
        out.append(label if known else f"{'I' if before == label else 'B'}-{label}")
    return out


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """Read a gzipped file of JSON Lines."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def gold_docs(path: Path, nlp: Language) -> Iterator[Doc]:
    """The documents of the gold treebank; the spaces between sentences are ours."""
    for article in read_articles(path):
        for sentence in article.sentences:
            simplify_gold_tags(sentence)
        text = ""
        for sentence in article.sentences:
            separator = "\n\n" if sentence.opens_paragraph else " "
            text += (separator if text else "") + (sentence.text or "")
        placed = place_words(article.sentences, text)
        yield annotate(nlp.make_doc(text[: placed[-1].end]), placed)


def news_docs(path: Path, nlp: Language, articles: list[dict[str, Any]]) -> Iterator[tuple[str, Doc]]:
    """The machine-parsed articles over their own text, with the id of each."""
    texts = {article["id"]: article["text"] for article in articles}
    for article in read_articles(path):
        text = texts.get(article.id)
        for sentence in article.sentences:
            adopt_gold_conventions(sentence)
        placed = place_words(article.sentences, text) if text else []
        if text and placed:
            yield article.id, annotate(nlp.make_doc(text[: placed[-1].end]), placed)


def place_words(sentences: list[Sentence], text: str) -> list[Placed]:
    """Find the words of the sentences in the text, in order, up to the first sentence that is not in it."""
    placed: list[Placed] = []
    position = 0
    for number, sentence in enumerate(sentences):
        first = len(placed)
        for word in sentence.words:
            found = _find(word.form, text, position)
            if found is None:
                return placed[:first]
            start, position = found
            placed.append(Placed(word, start, position, first + word.head, number))
    return placed


def _find(form: str, text: str, position: int) -> tuple[int, int] | None:
    """The characters of a word in the text at or shortly after `position`."""
    while position < len(text) and text[position].isspace():
        position += 1
    if form and all(character in QUOTES for character in form):
        # Two quotes in the parse may be one character in the text.
        match = re.compile(f"([{QUOTES}])\\1?").match(text, position)
    else:
        match = _pattern(form).search(text, position, position + len(form) + REACH)
    if match:
        return match.span()
    # After "U.S." at its end, a parsed sentence has a full stop that the text does not have.
    return (position - 1, position) if form == "." else None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    form = BRACKETS.get(form, form)
    alternatives = [form, *ALTERNATIVES.get(form, ())]
    return re.compile(
        "|".join(re.sub("['’]", "['’‘`]", re.sub(r"\\?\s", r"\\s", re.escape(a))) for a in alternatives)
    )


def annotate(doc: Doc, placed: list[Placed]) -> Doc:
    """A copy of `doc` with the tags, lemmas, tree, sentences and names of the treebank words.

    The last token of a word that the tokenizer splits stands for the word in the tree; its tag and lemma
    are left open, since the treebank's are those of the whole.
    """
    groups = _group(doc, placed)
    token_of_word = {word: tokens[-1] for tokens, words in groups for word in words}
    labels = Labels.empty(len(doc))
    for tokens, words in groups:
        top = _top(words, placed)
        word, main = placed[top].word, tokens[-1]
        for token in tokens[:-1]:
            labels.heads[token] = main
            labels.tags[token], labels.relations[token] = _piece(doc[token].text)
        for token in tokens:
            labels.entities[token] = word.entity if word.entity in NAMES or word.entity is None else "O"
        if len(tokens) == 1:
            labels.tags[main] = word.tag
            spelled = len(words) == 1 and any(character.isalnum() for character in doc[main].text)
            labels.lemmas[main] = word.lemma if spelled else ""
        labels.heads[main] = token_of_word[placed[top].head]
        labels.relations[main] = word.relation
    hang_spaces(doc, labels)
    return labels.build(doc)


def _group(doc: Doc, placed: list[Placed]) -> list[tuple[list[int], list[int]]]:
    """Tokens and words that share characters: one to one mostly, else one to several or several to one."""
    groups: list[tuple[list[int], list[int]]] = []
    word, token, end = 0, 0, -1
    while token < len(doc):
        if doc[token].is_space:
            token += 1
            continue
        start_token, start_word = token, word
        end = doc[token].idx + len(doc[token])
        token += 1
        while True:
            if word < len(placed) and placed[word].start < end:
                end = max(end, placed[word].end)
                word += 1
            elif token < len(doc) and not doc[token].is_space and doc[token].idx < end:
                end = max(end, doc[token].idx + len(doc[token]))
                token += 1
            else:
                break
        if word > start_word:
            groups.append((list(range(start_token, token)), list(range(start_word, word))))
    return groups


def _top(words: list[int], placed: list[Placed]) -> int:
    """The word of the group that is nearest to the root of its sentence."""
    return min(words, key=lambda word: _depth(word, placed))


def _depth(word: int, placed: list[Placed]) -> int:
    steps = 0
    while placed[word].head != word:
        word = placed[word].head
        steps += 1
    return steps


def _piece(text: str) -> tuple[str, str]:
    """Tag and relation of the first parts of a word that the treebank keeps whole ("22" of "22-story")."""
    if not any(character.isalnum() for character in text):
        return "HYPH", "punct"
    if text[0].isdigit():
        return "CD", "nummod"
    return "", "compound"


def hang_spaces(doc: Doc, labels: Labels) -> None:
    """Line breaks depend on the token before them, so that they close a sentence rather than open one."""
    for token in doc:
        if token.is_space:
            labels.tags[token.i], labels.relations[token.i] = "_SP", "dep"
            labels.heads[token.i] = token.i - 1 if token.i else min(1, len(doc) - 1)
            before = labels.entities[token.i - 1] if token.i else None
            labels.entities[token.i] = None if before is None else "O"


def pieces(doc: Doc, longest: int, chance: random.Random) -> Iterator[Doc]:
    """Cut a document into runs of one to `longest` sentences, as the parser meets them at run time."""
    sentences = list(doc.sents)
    start = 0
    while start < len(sentences):
        end = min(start + chance.randint(1, longest), len(sentences))
        yield doc[sentences[start].start : sentences[end - 1].end].as_doc()
        start = end
