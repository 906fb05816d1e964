"""Which words the encoder knows; it reads other spellings as theirs, and the rest by their form.

The encoder has a vector for the lower-case form ("norm") of a word. That of a word that its training never
saw would be any vector, and mislead it, so such words share one that was learnt from words taken for
unknown by chance, and are told apart by beginning, ending and shape, and by what others learnt of them
(`word_vectors`). It learnt from papers of the United States: "labour" is read as "labor".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX
from spacy.strings import get_string_id
from spacy.vocab import Vocab

UNKNOWN = "<unknown>"
"""The norm of all words that the encoder does not know."""
_MONEY = re.compile(r"[A-Z]{1,3}\$|[€£¥₹]")  # "US$", "€"
_KNOWN, _SPELLINGS = "known_words", "spellings"


def know_words(vocab: Vocab, words: Iterable[str], spellings: Mapping[str, str] | None = None) -> None:
    """Keep the norms that the encoder knows in the tables that are saved with the vocabulary.

    `spellings` gives for other spellings of such words the one that it knows.
    """
    for name, table in ((_KNOWN, dict.fromkeys(sorted(words), 1)), (_SPELLINGS, dict(spellings or {}))):
        if vocab.lookups.has_table(name):
            vocab.lookups.remove_table(name)
        vocab.lookups.add_table(name, table)
    share_norms(vocab)


def share_norms(vocab: Vocab) -> None:
    """Give words the norm of what the encoder knows them as, if the vocabulary says which it knows."""
    if not vocab.lookups.has_table(_KNOWN):
        return
    known = frozenset(vocab.lookups.get_table(_KNOWN))  # by their hash
    spellings: dict[int, str] = dict(vocab.lookups.get_table(_SPELLINGS))
    getters: Any = vocab  # its attributes are compiled code without types
    norm_of = getters.lex_attr_getters[NORM]

    def known_as(norm: str) -> str:
        key = get_string_id(norm)
        return spellings.get(key) or (norm if key in known else UNKNOWN)

    getters.lex_attr_getters[NORM] = lambda word: known_as(norm_of(word))
    for form in (SHAPE, PREFIX, SUFFIX):
        getters.lex_attr_getters[form] = _of_dollars(getters.lex_attr_getters[form])
    for word in vocab:
        word.norm_ = known_as(word.norm_)
        word.shape_, word.prefix_, word.suffix_ = (
            getters.lex_attr_getters[form](word.text) for form in (SHAPE, PREFIX, SUFFIX)
        )


def _of_dollars(form_of: Callable[[str], str]) -> Callable[[str], str]:
    """Give signs of money the form of the dollar's, which is all that papers of the United States have."""
    return lambda word: form_of("$" if _MONEY.fullmatch(word) else word)
