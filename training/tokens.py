"""The tokenizer of the pipeline: spaCy's English rules with a few for numbers in news."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# "22-story" and "15-year" fall into three tokens, as "three-story" does by spaCy's own rules and in EWT.
NUMBER_HYPHEN = r"(?<=[0-9])[-‐‑](?=[A-Za-z])"  # noqa: RUF001  (three kinds of hyphen)
# "$1.5bn" and "38million" are a number and its magnitude.
MAGNITUDES = r"(?<=[0-9])(?:million|billion|trillion|mln|bln|bn|tn|mn)"
# "~200" and "<5" are a hedge and a number.
HEDGE_SIGNS = ["~", "≈", "±", "<", ">", "≤", "≥"]


@spacy.registry.callbacks("addup.news_tokenizer.v1")
def news_tokenizer() -> object:
    """The callback that the training configuration calls before the pipeline is initialised."""
    return adapt_tokenizer


def adapt_tokenizer(nlp: Language) -> Language:
    """Add the rules for numbers to the tokenizer of `nlp`; they are saved with the pipeline."""
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*defaults.infixes, NUMBER_HYPHEN]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*defaults.suffixes, MAGNITUDES]).search
    tokenizer.prefix_search = compile_prefix_regex([*defaults.prefixes, *HEDGE_SIGNS]).search
    return nlp


def news_nlp() -> Language:
    """A blank English pipeline with the tokenizer that the trained one will have."""
    return adapt_tokenizer(spacy.blank("en"))
