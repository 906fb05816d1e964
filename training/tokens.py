"""The tokenizer of the pipeline: spaCy's English rules with a few for numbers in news."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from addup.reading.vocabulary import UNKNOWN, know_words

# "22-story" and "15-year" fall into three tokens, as "three-story" does by spaCy's own rules and in EWT.
NUMBER_HYPHEN = r"(?<=[0-9])[-‐‑](?=[A-Za-z])"
# "$1.5bn" and "38million" are a number and its magnitude.
MAGNITUDES = r"(?<=[0-9])(?:million|billion|trillion|mln|bln|bn|tn|mn)"
# "$5M." and "20C." end a sentence. English has "m." and the like for abbreviations too, which spaCy puts
# together again behind a number.
LETTERED_END = r"(?<=[0-9][BCFKM])\."
LETTERED_UNITS = frozenset({"b.", "c.", "g.", "h.", "k.", "l.", "m.", "p.", "s.", "t."})
# "~200" and "<5" are a hedge and a number.
HEDGE_SIGNS = ["~", "≈", "±", "<", ">", "≤", "≥"]
# A word that occurs n times is taken for unknown with a chance of this divided by n and this.
FORGETTING = 1.0


@registry.callbacks("addup.news_tokenizer.v1")  # type: ignore[untyped-decorator]
def news_tokenizer(known_words: str, vectors: str) -> Callable[[Language], Language]:
    """The callback that the training configuration calls before the pipeline is initialised.

    `known_words` is the file with the words that the encoder knows and how often they occur, and `vectors`
    the folder with the vectors of common words.
    """

    def adapt(nlp: Language) -> Language:
        know_words(nlp.vocab, read_counts(Path(known_words)))
        nlp.vocab.vectors.from_disk(Path(vectors))
        return adapt_tokenizer(nlp)

    return adapt


def words_of(docs: Iterable[Doc]) -> Counter[str]:
    """Count the norms of the words of some documents."""
    return Counter(token.norm_ for doc in docs for token in doc)


def write_counts(counts: Mapping[str, int], path: Path) -> None:
    """Write words and how often they occur."""
    path.write_text(json.dumps(dict(sorted(counts.items()))), encoding="utf8")


def read_counts(path: Path) -> dict[str, int]:
    """Read what `write_counts` wrote."""
    counts: dict[str, int] = json.loads(path.read_text(encoding="utf8"))
    return counts


@registry.augmenters("addup.forget_words.v1")  # type: ignore[untyped-decorator]
def forget_words(known_words: str, seed: int) -> Callable[[Language, Example], Iterator[Example]]:
    """The augmenter that takes words for unknown by chance, rare ones oftener, others in each pass.

    So it is learnt what such words have in common, by which those that were never seen are read. The chance
    is that of Kiperwasser and Goldberg, Simple and Accurate Dependency Parsing Using Bidirectional LSTM
    Feature Representations, TACL 4 (2016), section 6.
    """
    chances = {
        word: FORGETTING / (times + FORGETTING) for word, times in read_counts(Path(known_words)).items()
    }
    chance = random.Random(seed)

    def forget(_nlp: Language, example: Example) -> Iterator[Example]:
        for token in example.predicted:
            if chance.random() < chances.get(token.norm_, 0):
                token.norm_ = UNKNOWN
        yield example

    return forget


def adapt_tokenizer(nlp: Language) -> Language:
    """Add the rules for numbers to the tokenizer of `nlp`; they are saved with the pipeline."""
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    prefixes, infixes, suffixes = nlp.Defaults.prefixes, nlp.Defaults.infixes, nlp.Defaults.suffixes
    if prefixes is None or infixes is None or suffixes is None:
        raise ValueError("the language has no punctuation rules to add to")
    tokenizer.infix_finditer = compile_infix_regex([*infixes, NUMBER_HYPHEN]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*suffixes, MAGNITUDES, LETTERED_END]).search
    tokenizer.prefix_search = compile_prefix_regex([*prefixes, *HEDGE_SIGNS]).search
    tokenizer.rules = {
        whole: parts for whole, parts in tokenizer.rules.items() if whole not in LETTERED_UNITS
    }
    return nlp


def news_nlp() -> Language:
    """A blank English pipeline with the tokenizer that the trained one will have."""
    return adapt_tokenizer(spacy.blank("en"))
