"""The bundled language pipeline, run on the sentences that need it."""

from __future__ import annotations

import addup.reading.language_library  # noqa: F401 - before all else of spaCy

# isort: split
import re
import sys
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, LEMMA, ORTH, POS, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

from addup.errors import PipelineError
from addup.reading import clearnlp, grammar
from addup.reading.known_places import BEGINS, INSIDE, name_places
from addup.reading.mending import mend
from addup.reading.networks import Networks
from addup.reading.parsed import Text, keep_parse
from addup.reading.sentences import TITLES, chosen_spans, find_asides, sentence_spans
from addup.reading.text import keep_text, rows_as_bytes, share_words, strings_of, text_of, words_of
from addup.reading.vocabulary import share_norms
from addup.reading.word_vectors import create_word_vectors

registry.vectors("addup.WordVectors.v1", func=create_word_vectors)
PIPELINE = Path(__file__).with_name("pipeline")
# spaCy's code for a token that stands in no name.
_OUTSIDE = 2
# Text that was tokenised before has the full stop glued to the next word: "new aircraft .Air Canada".
_STRAY_STOP = r"^\.(?=[A-Z\"“])"
_DOLLARS = r"^[A-Z]{1,3}\$(?=\d)"  # "HK$7"
_ANNOTATIONS = [TAG, POS, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
# Components of the bundled pipeline that are tables, and where their results stand among the annotations.
_TABLES = frozenset({"attribute_ruler", "lemmatizer"})
_FROM_TABLES = np.array([1, 2])
_NAME_COLUMNS = np.array([5, 6])
# What another pipeline must bring, by the components that bring it.
_NEEDED = {"tagger": {"tagger"}, "parser": {"parser"}, "names": {"ner"}}
# Names that the encoder would take for other words in small letters, with a name that it reads them as.
_NAMES_LIKE_WORDS = {"IS": "isis", "US": "u.s.", "WHO": "nasa"}
# What opens a clause about what is before it, and what a noun by itself has not below it.
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})
_OF_CLAUSE = grammar.SUBJECTS | {"case", "cop", "mark"}
_FORMS = 1 << 17  # words remembered; a year of news has more, and the common ones stay
_CHUNKS = 1 << 16  # chunks between blanks that the tokenizer remembers the cuts of
_LONGEST_CHUNK = 64

Indices = npt.NDArray[np.int64]


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """Load the bundled spaCy pipeline, once."""
    return load(PIPELINE)


def load(path: Path) -> Language:
    """Load a pipeline of addup's own making."""
    with use_ops("numpy", use_blis=False):  # on long documents numpy multiplies a third faster than BLIS
        language = spacy.load(path)
    language.max_length = sys.maxsize  # only candidate sentences are parsed, so that memory follows these
    tokenizer: Any = language.tokenizer  # its searches are compiled code without types
    prefixes = tokenizer.prefix_search.__self__.pattern
    tokenizer.prefix_search = re.compile(f"{prefixes}|{_STRAY_STOP}|{_DOLLARS}").search
    tokenizer.max_cache_size = _CHUNKS
    share_norms(language.vocab)
    for title in TITLES:
        tokenizer.add_special_case(title, [{ORTH: title}])
    for name, known in _NAMES_LIKE_WORDS.items():
        language.vocab[name].norm_ = known
    return language


@lru_cache(maxsize=4)
def other_pipeline(name: str) -> Language:
    """Load a spaCy pipeline for English that the user has, by the name of its package or its folder.

    Raises:
        PipelineError: there is none of that name, it cannot be loaded, or it lacks tags, parse or names.
    """
    try:
        language = spacy.load(name)
    except Exception as problem:  # a pipeline may raise whatever its components raise
        first = str(problem).strip().partition("\n")[0]
        if "[E050]" in first:
            raise PipelineError(
                f"no pipeline {name!r} is installed, and there is no folder of that name; "
                f"python -m spacy download NAME  gets one of spaCy's own."
            ) from None
        raise PipelineError(f"the pipeline {name!r} cannot be loaded: {first}") from None
    missing = [what for what, ways in _NEEDED.items() if not ways & set(language.pipe_names)]
    if language.lang != "en" or missing:
        lacks = f"has no {' and no '.join(missing)}" if missing else f"is for {language.lang!r}, not English"
        raise PipelineError(f"the pipeline {name!r} {lacks}: give one like en_core_web_trf.")
    language.max_length = sys.maxsize
    return language


def parse(text: str, *, language: Language | None = None) -> Doc:
    """Give one Doc for the whole text, with offsets of the text.

    Sentence starts are set everywhere; tags, lemmas, parse and names only in sentences that may hold a
    figure, a time or an attribution. `language` takes another spaCy pipeline in place of the bundled one.
    """
    language = language or pipeline()
    if language is pipeline():
        _learn_chunks(text, language)
    doc = Text.of(language.make_doc(text))
    keep_text(doc, text)
    spans = list(sentence_spans(doc))
    chosen = chosen_spans(spans, [_text_between(doc, start, end) for start, end in spans])
    return _annotate(doc, spans, chosen, language)


@lru_cache(maxsize=1)
def _chunks(language: Language) -> set[str]:
    """Give what stood between two blanks so far, whose cuts into tokens the tokenizer remembers."""
    return set()


def _learn_chunks(text: str, language: Language) -> None:
    """Show the tokenizer each new chunk of a text by itself.

    It remembers how it cut a chunk only until a text has a special one ("Mr."), and finding the cuts takes
    ten times what remembering them does.
    """
    known = _chunks(language)
    new = [chunk for chunk in set(text.split()) - known if len(chunk) <= _LONGEST_CHUNK]
    if len(known) + len(new) <= _CHUNKS:
        for chunk in new:
            language.tokenizer(chunk)
        known.update(new)


def _text_between(doc: Doc, start: int, end: int) -> str:
    last = doc[end - 1]
    return text_of(doc)[doc[start].idx : last.idx + len(last)]


@lru_cache(maxsize=1)
def _matrix_libraries() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[Any]:
    """Multiply matrices in one thread: more gain nothing at this size, and take cores from others."""
    limited: AbstractContextManager[Any] = _matrix_libraries().limit(limits=1, user_api="blas")
    return limited


class _Tables(dict[bytes, bytes]):
    """Part of speech and lemma of a word, which follow from its form, tag and label alone.

    Their components are made to match whole documents; a word at a time, remembered, costs a tenth. The codes
    of a word stand side by side as bytes, which numpy makes of an array faster than numbers.
    """

    def __init__(self, language: Language) -> None:
        """Take the components of a pipeline that are tables."""
        super().__init__()
        self._vocab = language.vocab
        self._components = [component for name, component in language.pipeline if name in _TABLES]

    def __missing__(self, form: bytes) -> bytes:
        """Look a word up."""
        codes: list[int] = np.frombuffer(form, dtype=np.uint64).tolist()
        word, tag, label = (self._vocab.strings[code] for code in codes)
        doc = Doc(self._vocab, words=[word], tags=[tag], deps=[label], heads=[0])
        for component in self._components:
            doc = component(doc)
        if len(self) >= _FORMS:
            self.clear()
        found = self[form] = np.array([doc[0].pos, doc[0].lemma], dtype=np.uint64).tobytes()
        return found

    def of(self, doc: Doc) -> Any:
        """Give a row for each token of a tagged and parsed Doc."""
        found = map(self.__getitem__, rows_as_bytes(doc, [ORTH, TAG, DEP]))
        return np.frombuffer(b"".join(found), dtype=np.uint64).reshape(-1, 2)


@lru_cache(maxsize=4)
def _tables(language: Language) -> _Tables | None:
    return _Tables(language) if any(name in _TABLES for name in language.pipe_names) else None


@lru_cache(maxsize=1)
def _networks() -> Networks:
    return Networks(pipeline())


def _other(part: Doc, language: Language) -> Doc:
    """Run another pipeline than the bundled one, component by component."""
    for name, component in language.pipeline if len(part) else []:
        if name not in _TABLES:
            part = component(part)
    clearnlp.adapt(part, language)
    return part


def _annotate(
    doc: Text, spans: list[tuple[int, int]], chosen: list[tuple[int, int]], language: Language
) -> Doc:
    """Run the pipeline on the chosen sentences put together, and bring its annotations back."""
    words: Any = doc.to_array([ORTH, SPACY, IS_SPACE]).reshape(len(doc), 3)
    pieces, asides = _pieces(doc, words[:, 1:], chosen)
    indices = np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int64)
    part = Doc(
        doc.vocab,
        words=words[indices, 0].tolist(),
        spaces=(words[indices, 1] == 1).tolist(),
        sent_starts=[place == 0 for piece in pieces for place in range(len(piece))],
    )
    share_words(doc, indices.tolist(), part)
    names = None
    with one_thread():
        if language is pipeline():
            names = _networks().annotate(part) if len(part) else None
        else:
            part = _other(part, language)
    mend(part)
    # A token that is not parsed hangs on the first of its sentence, which is what marks the sentence; spaCy
    # takes the head from a token without a label, so it has the label for "anything", and no tag.
    heads = np.zeros(len(doc), dtype=np.int64)
    for start, end in spans:
        heads[start:end] = start
    values: Any = np.zeros((len(doc), len(_ANNOTATIONS)), dtype=np.uint64)
    values[:, _ANNOTATIONS.index(DEP)] = doc.vocab.strings.add("dep")
    if len(part):
        values[indices] = part.to_array(_ANNOTATIONS)
        if names is not None:
            values[np.ix_(indices, _NAME_COLUMNS)] = names
        _name_places(part, indices, values)
        tables = _tables(language)
        if tables is not None:
            values[np.ix_(indices, _FROM_TABLES)] = tables.of(part)
        heads[indices] = indices[np.arange(len(part)) + part.to_array([HEAD]).astype(np.int64).reshape(-1)]
        _hang_asides(doc, asides, heads, values)
    values[:, _ANNOTATIONS.index(HEAD)] = (heads - np.arange(len(doc))).astype(np.uint64)
    # A line break inside a name parts it: what stands behind begins a name of its own.
    marks = values[:, _ANNOTATIONS.index(ENT_IOB)]
    before = np.concatenate(([_OUTSIDE], marks[:-1]))
    outside = (before != INSIDE) & (before != BEGINS)
    marks[(marks == INSIDE) & outside] = BEGINS
    doc.from_array(_ANNOTATIONS, values)
    keep_parse(doc)
    return doc


def _pieces(
    doc: Doc, blanks: npt.NDArray[np.uint64], sentences: list[tuple[int, int]]
) -> tuple[list[Indices], list[Indices]]:
    """Give the places of what is parsed in one: sentences without their asides, each aside behind its own.

    `blanks` tells of each token whether a blank follows and whether it is one; those are left out. Of the two
    lists the second has the asides alone.
    """
    pieces, apart = [], []
    wordlike, words, spaced = blanks[:, 1] == 0, words_of(doc), (blanks[:, 0] == 1).tolist()
    for start, end in sentences:
        inside = wordlike[start:end].copy()
        asides = [np.arange(*aside) for aside in find_asides(words, spaced, start, end)]
        for aside in asides:
            inside[aside - start] = False
        asides = [aside[wordlike[aside]] for aside in asides]
        sentence = np.flatnonzero(inside) + start
        pieces += [sentence, *asides] if len(sentence) else []
        apart += asides
    return pieces, apart


def _hang_asides(doc: Doc, asides: list[Indices], heads: Indices, values: Any) -> None:
    """Hang what is parsed apart on the word before it, between dashes on the name or noun that ends there."""
    labels, strings, words = values[:, _ANNOTATIONS.index(DEP)], doc.vocab.strings, words_of(doc)
    within = {strings.add(label) for label in ("compound", "flat")}
    for aside in asides:
        above, bracketed = aside[0] - 1, words[aside[0]] == "("
        while not bracketed and int(labels[above]) in within:
            above = heads[above]
        for root in aside[heads[aside] == aside]:
            own = {strings[int(labels[child])] for child in aside[heads[aside] == root]}
            noun = strings[int(values[root, _ANNOTATIONS.index(TAG)])] in grammar.NOUN_TAGS | {"CD", "$"}
            label = "parataxis"
            if not bracketed and words[aside[1]] in _RELATIVE:
                label = "acl:relcl"
            elif not bracketed and noun and own.isdisjoint(_OF_CLAUSE):
                label = "appos"
            heads[root], labels[root] = above, strings.add(label)


def _name_places(part: Doc, indices: Any, values: Any) -> None:
    """Label known places among the names of the parsed tokens of a Doc."""
    marks, labels = (values[indices, column] for column in _NAME_COLUMNS)
    place, person = (part.vocab.strings.add(label) for label in ("LOCATION", "PERSON"))
    name_places(strings_of(part, ORTH), marks, labels, place=place, person=person)
    for column, found in zip(_NAME_COLUMNS, (marks, labels), strict=True):
        values[indices, column] = found
