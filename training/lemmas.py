"""Learn the tables of spaCy's rule lemmatizer from the lemmas of the treebanks.

Endings are rewritten by rules learnt per part of speech ("-ies" becomes "-y" for nouns); the words that
no rule gets right are exceptions, with those of a dictionary that the treebanks lack. The tables are small.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dictionary import dictionary_lemmas
from spacy.lookups import Lookups
from spacy.tokens import Doc

LONGEST_ENDING = 4
# An ending makes a rule when it has this many different words and most of them are rewritten alike.
FEWEST_WORDS = 6
LEAST_SHARE = 0.7
INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV", "PRON", "DET", "PART"})
# Closed classes have no endings to learn, only forms.
CLOSED = frozenset({"AUX", "PRON", "DET", "PART"})


@dataclass(frozen=True)
class Edit:
    """Take `removed` off the end of the form and put `added` there."""

    removed: str
    added: str

    @classmethod
    def between(cls, form: str, lemma: str) -> Edit:
        """The shortest edit of the end of `form` that yields `lemma`."""
        shared = 0
        while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
            shared += 1
        return cls(form[shared:], lemma[shared:])

    def apply(self, form: str) -> str:
        """The form with its end rewritten."""
        return form[: len(form) - len(self.removed)] + self.added


def learn_tables(docs: Iterable[tuple[Doc, int]]) -> Lookups:
    """The lemmatizer's rules, exceptions and (empty) indexes.

    `docs` are documents with parts of speech and lemmas, each with the weight of its word.
    """
    rules: dict[str, list[list[str]]] = {}
    exceptions: dict[str, dict[str, list[str]]] = {}
    index: dict[str, dict[str, str]] = {}
    for part, lemma_of in sorted(_most_common_lemmas(docs).items()):
        endings = {} if part in CLOSED else _learn_endings(lemma_of)
        name = part.lower()
        # The last rule leaves the word as it is, in lower case.
        rules[name] = [*([end, edit.apply(end)] for end, edit in endings.items()), ["", ""]]
        known = dictionary_lemmas(part) | lemma_of
        exceptions[name] = {
            form: [lemma]
            for form, lemma in sorted(known.items())
            if _rule_for(endings, form).apply(form) != lemma
        }
        index[name] = {}
    lookups = Lookups()
    for name, table in (("lemma_rules", rules), ("lemma_exc", exceptions), ("lemma_index", index)):
        lookups.add_table(name, table)
    return lookups


def _most_common_lemmas(docs: Iterable[tuple[Doc, int]]) -> dict[str, dict[str, str]]:
    """For each part of speech, the lemma of each inflected form, in lower case."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for doc, weight in docs:
        for token in doc:
            if token.lemma_ and token.pos_ in INFLECTED:
                lemma = token.lemma_ if token.lemma_ == "I" else token.lemma_.lower()
                seen[token.pos_, token.lower_][lemma] += weight
                if token.pos_ == "AUX":
                    # The parser may take an auxiliary for a full verb.
                    seen["VERB", token.lower_][lemma] += weight
    lemmas: dict[str, dict[str, str]] = defaultdict(dict)
    for (part, form), counts in sorted(seen.items()):
        lemma, weight = counts.most_common(1)[0]
        if weight > 1 or Edit.between(form, lemma).removed != form:
            lemmas[part][form] = lemma
    return lemmas


def _learn_endings(lemma_of: dict[str, str]) -> dict[str, Edit]:
    """Rules, longest ending first; a longer one is kept only where it differs from the shorter one."""
    edits: dict[str, Counter[Edit]] = defaultdict(Counter)
    for form, lemma in lemma_of.items():
        edit = Edit.between(form, lemma)
        for length in range(1, min(LONGEST_ENDING, len(form) - 1) + 1):
            edits[form[-length:]][edit] += 1
    rules: dict[str, Edit] = {}
    for ending in sorted(edits, key=lambda e: (len(e), e)):
        fitting = Counter({e: n for e, n in edits[ending].items() if ending.endswith(e.removed)})
        if not fitting or sum(fitting.values()) < FEWEST_WORDS:
            continue
        edit, words = fitting.most_common(1)[0]
        if words >= LEAST_SHARE * sum(fitting.values()) and edit != _rule_for(rules, ending):
            rules[ending] = edit
    return dict(sorted(rules.items(), key=lambda rule: (-len(rule[0]), rule[0])))


def _rule_for(rules: dict[str, Edit], form: str) -> Edit:
    for length in range(min(LONGEST_ENDING, len(form)), 0, -1):
        if form[-length:] in rules:
            return rules[form[-length:]]
    return Edit("", "")
