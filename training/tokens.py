"""The tokenizer of the pipeline: spaCy's English rules with a few for numbers in news."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

# "22-story" and "15-year" fall into three tokens, as "three-story" does by spaCy's own rules and in EWT.
NUMBER_HYPHEN = r"(?<=[0-9])[-‐‑](?=[A-Za-z])"
# "$1.5bn" and "38million" are a number and its magnitude.
MAGNITUDES = r"(?<=[0-9])(?:million|billion|trillion|mln|bln|bn|tn|mn)"
# "~200" and "<5" are a hedge and a number.
HEDGE_SIGNS = ["~", "≈", "±", "<", ">", "≤", "≥"]


@registry.callbacks("addup.news_tokenizer.v1")  # type: ignore[untyped-decorator]
def news_tokenizer() -> Callable[[Language], Language]:
    """The callback that the training configuration calls before the pipeline is initialised."""
    return adapt_tokenizer


def adapt_tokenizer(nlp: Language) -> Language:
    """Add the rules for numbers to the tokenizer of `nlp`; they are saved with the pipeline."""
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    prefixes, infixes, suffixes = nlp.Defaults.prefixes, nlp.Defaults.infixes, nlp.Defaults.suffixes
    if prefixes is None or infixes is None or suffixes is None:
        raise ValueError("the language has no punctuation rules to add to")
    tokenizer.infix_finditer = compile_infix_regex([*infixes, NUMBER_HYPHEN]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*suffixes, MAGNITUDES]).search
    tokenizer.prefix_search = compile_prefix_regex([*prefixes, *HEDGE_SIGNS]).search
    return nlp


def news_nlp() -> Language:
    """A blank English pipeline with the tokenizer that the trained one will have."""
    return adapt_tokenizer(spacy.blank("en"))
