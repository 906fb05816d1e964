"""Tags and relations that several steps of mending speak of."""

from __future__ import annotations

NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
CLAUSES = frozenset({"ccomp", "parataxis", "conj", "xcomp", "advcl"})
WRITTEN_SIGNS = frozenset({"dlrs", "pct"})
# Nouns for people that taggers know as adjectives: "the [general] said".
RANKS = frozenset({"general", "major", "marine", "principal", "private"})
# What headlines say of a number, which taggers know as nouns: "[22] die at sea", "a bomb kills 12, 30 hurt".
BARE_VERBS = frozenset({"die", "drown", "flee", "perish", "starve"})
BARE_STATES = frozenset({"hurt"})
