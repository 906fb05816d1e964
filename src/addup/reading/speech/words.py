"""The codes under which the networks know words, tags, relations and the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from addup.reading.grammar import VERBS
from addup.reading.speech.network import Codes

NOTHING, UNKNOWN, FIRST_KNOWN = 0, 1, 2
# Shares of its uses in which a lemma heads a cue are told apart from these on.
_SHARES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7)
SHARES = len(_SHARES) + 3


@dataclass(frozen=True, slots=True)
class Words:
    """The codes of the words of each table, how often each lemma heads a cue, and what else can begin one.

    Every verb can begin a cue; `begins` has the lemmas that do as other words, each with the first two
    letters of the tag ("also", "RB"). Tables: "lemma", "tag", "relation", "name" (labels of names), "way"
    (from a cue to a candidate), "trait" (of a candidate). The code of what is not in a table is `UNKNOWN`,
    that of the empty string `NOTHING`.
    """

    tables: Mapping[str, Mapping[str, int]]
    reports: Mapping[str, float]
    begins: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(
        cls,
        tables: Mapping[str, Iterable[str]],
        reports: Mapping[str, float],
        begins: Iterable[tuple[str, str]] = (),
    ) -> Words:
        """Number the words of each table in their order."""
        codes = {
            name: {"": NOTHING, **{word: code for code, word in enumerate(words, FIRST_KNOWN)}}
            for name, words in tables.items()
        }
        return cls(codes, reports, frozenset(begins))

    def size(self, table: str) -> int:
        """How many codes a table has."""
        return len(self.tables[table]) + 1

    def codes(self, table: str, words: Iterable[str]) -> Codes:
        """Give the codes of words in a table."""
        known = self.tables[table]
        return np.fromiter(map(known.get, words, repeat(UNKNOWN)), dtype=np.int64)

    def shares(self, lemmas: Iterable[str], reports: Mapping[str, float] | None = None) -> Codes:
        """Give the codes of how often lemmas head a cue: 1 for never, more for more often."""
        known = self.reports if reports is None else reports
        shares = np.fromiter(map(known.get, lemmas, repeat(-1.0)), dtype=np.float64)
        return np.where(shares < 0, 1, 2 + np.digitize(shares, _SHARES)).astype(np.int64)

    def can_begin(self, lemmas: Iterable[str], tags: Iterable[str]) -> NDArray[np.bool_]:
        """Tell which words can begin a cue; words without a tag were not parsed and cannot."""
        known, begins = {lemma for lemma, _ in self.begins}, self.begins
        kinds = zip(lemmas, tags, strict=True)
        can = [tag in VERBS or (lemma in known and (lemma, tag[:2]) in begins) for lemma, tag in kinds]
        return np.array(can, dtype=bool)

    @classmethod
    def load(cls, path: Path) -> Words:
        """Read what `save` wrote."""
        stored = json.loads(path.read_text(encoding="utf8"))
        begins = (tuple(kind.rsplit(" ", 1)) for kind in stored["begins"])
        return cls.of(stored["tables"], stored["reports"], begins)

    def save(self, path: Path) -> None:
        """Write the words as JSON."""
        tables = {name: [word for word in words if word] for name, words in self.tables.items()}
        begins = sorted(f"{lemma} {tag}" for lemma, tag in self.begins)
        stored = {"tables": tables, "reports": dict(sorted(self.reports.items())), "begins": begins}
        path.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")
