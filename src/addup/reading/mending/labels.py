"""Relations that several steps of mending speak of."""

from __future__ import annotations

NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod"})
CLAUSES = frozenset({"ccomp", "parataxis", "conj", "xcomp", "advcl"})
HELPING = frozenset({"aux", "aux:pass", "cop"})
