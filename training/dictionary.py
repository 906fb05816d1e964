"""What dictionaries say of words that the treebanks lack: lemmas ("shrank", "hiked"), and other spellings.

Irregular forms and the lemmas that exist are those of WordNet, as spacy-lookups-data has them (MIT, WordNet
licence); regular forms are made from the lemmas by the spelling rules of Quirk et al., A Comprehensive
Grammar of the English Language, 3.5-10 and 5.79-81. Only forms that are in use are taken.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from spacy.lookups import Lookups, load_lookups

# Least logarithm of the probability of a word in use: one in 60 million.
LEAST_PROBABILITY = -18.0
RARE = 3  # a word that the training has so often is not known well
PARTS = ("NOUN", "VERB")
SLANG = 4  # letters of "cos", "plz" and the like, which are no spellings
# Plurals that news has as they stand, for one and many.
UNCHANGED = frozenset({"data", "headquarters", "media", "premises", "barracks", "gallows", "crossroads"})
_VOWELS = frozenset("aeiou")


def dictionary_lemmas(part: str) -> dict[str, str]:
    """The lemma of each inflected form in use of one part of speech, in lower case."""
    if part not in PARTS:
        return {}
    tables = load_lookups("en", ["lemma_exc", "lemma_index", "lexeme_prob"])
    probability = tables.get_table("lexeme_prob")
    candidates: dict[str, list[str]] = {}
    for lemma in _lemmas(tables, part):
        for form in _forms(lemma, part):
            if probability.get(form, LEAST_PROBABILITY) > LEAST_PROBABILITY:
                candidates.setdefault(form, []).append(lemma)
    found = {
        form: max(lemmas, key=lambda lemma: (probability.get(lemma, LEAST_PROBABILITY), lemma))
        for form, lemmas in candidates.items()
    }
    irregular: Any = tables.get_table("lemma_exc")[part.lower()]
    found |= {
        form: lemmas[0]
        for form, lemmas in irregular.items()
        if probability.get(form, LEAST_PROBABILITY) > LEAST_PROBABILITY
    }
    return {form: lemma for form, lemma in found.items() if form.isalpha() and form not in UNCHANGED}


def spellings(known: Mapping[str, int]) -> dict[str, str]:
    """The spelling of the United States for others that are rare or unknown where that one is common.

    `known` gives the words of the training and how often they occur.
    The pairs are those of spacy-lookups-data ("labour": "labor").
    """
    packed = files("spacy_lookups_data").joinpath("data", "en_lexeme_norm.json.gz").read_bytes()
    pairs: dict[str, str] = json.loads(gzip.decompress(packed))
    return {
        word: norm
        for word, norm in sorted(pairs.items())
        if word.islower() and len(word) > SLANG and known.get(norm, 0) > RARE and known.get(word, 0) <= RARE
    }


def _lemmas(tables: Lookups, part: str) -> Iterator[str]:
    """The lemmas of one part of speech that are single words in use."""
    probability = tables.get_table("lexeme_prob")
    index: Any = tables.get_table("lemma_index")[part.lower()]
    for lemma in sorted(index):
        if lemma.isalpha() and probability.get(lemma, LEAST_PROBABILITY) > LEAST_PROBABILITY:
            yield lemma


def _forms(lemma: str, part: str) -> Iterator[str]:
    """The regular inflected forms of a lemma; both where British and American spelling differ."""
    after_vowel = len(lemma) > 1 and lemma[-2] in _VOWELS
    if lemma.endswith(("s", "x", "z", "ch", "sh")) or (lemma.endswith("o") and not after_vowel):
        yield f"{lemma}es"
    if lemma.endswith("y") and not after_vowel:
        yield f"{lemma[:-1]}ies"
    else:
        yield f"{lemma}s"
    if part != "VERB":
        return
    if lemma.endswith("e"):
        yield f"{lemma}d"
        yield f"{lemma[:-2]}ying" if lemma.endswith("ie") else f"{lemma[:-1]}ing"
    elif lemma.endswith("y") and not after_vowel:
        yield f"{lemma[:-1]}ied"
        yield f"{lemma}ing"
    else:
        for stem in _stems(lemma):
            yield f"{stem}ed"
            yield f"{stem}ing"


def _stems(lemma: str) -> Iterator[str]:
    """What endings are put to: with the last consonant doubled in "stop", both ways in "travel"."""
    syllables = sum(
        letter in _VOWELS and (place == 0 or lemma[place - 1] not in _VOWELS)
        for place, letter in enumerate(lemma)
    )
    closed = (
        len(lemma) > 2
        and lemma[-1] not in _VOWELS | frozenset("wxy")
        and lemma[-2] in _VOWELS
        and lemma[-3] not in _VOWELS
    )
    if lemma.endswith("c"):
        yield f"{lemma}k"
    if closed:
        yield lemma + lemma[-1]
    if not closed or syllables > 1:
        yield lemma
