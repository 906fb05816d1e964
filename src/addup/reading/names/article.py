"""The names of one article, asked for each noun: whose name it bears, whom it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from addup.reading.names.beside import may_bear, related
from addup.reading.names.descriptions import described_before, is_somebody
from addup.reading.names.pronouns import in_focus, pronoun_kind, those_it_can_be
from addup.reading.names.records import Naming
from addup.reading.names.words import name_words


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one article, in the order of the text, and by the tokens that they are of."""

    namings: tuple[Naming, ...]
    by_token: Mapping[int, Naming]
    _named: dict[int, Naming | None] = field(default_factory=dict, repr=False, compare=False)
    _meant: dict[int, Naming | None] = field(default_factory=dict, repr=False, compare=False)

    def naming(self, noun: Token) -> Naming | None:
        """Give where the noun phrase around a noun itself names someone, be it beside it in apposition."""
        if noun.i not in self._named:
            self._named[noun.i] = self._naming(noun)
        return self._named[noun.i]

    def _naming(self, noun: Token) -> Naming | None:
        for token in related(noun):
            naming = self.by_token.get(token.i)
            if naming is not None and (token == noun or may_bear(noun, token, naming)):
                return naming
        return None

    def antecedent(self, noun: Token) -> Naming | None:
        """Give the last naming before of whom a pronoun or a description ("the ministry") stands for."""
        if noun.i not in self._meant:
            self._meant[noun.i] = self._antecedent(noun)
        return self._meant[noun.i]

    def _antecedent(self, noun: Token) -> Naming | None:
        before = [naming for naming in self.namings if naming.end <= noun.i]
        if pronoun_kind(noun) is not None:
            return in_focus(self._fitting(noun, reversed(before)))
        return described_before(noun, before)

    def can_be(self, pronoun: Token, naming: Naming) -> bool:
        """Whether a pronoun can stand for a name: by kind, by sex, and as no other part of its clause."""
        return any(self._fitting(pronoun, [naming]))

    def _fitting(self, pronoun: Token, namings: Iterable[Naming]) -> Iterator[Naming]:
        return those_it_can_be(pronoun, namings, self.by_token)

    def is_personal(self, noun: Token) -> bool:
        """Whether a noun phrase stands for a person: by the kind of its name, else by its noun."""
        naming = self.naming(noun)
        if naming is not None:
            return naming.name.kind == "person"
        # A body may be called after what its members are: "the coast guard".
        return is_somebody(noun) and noun.lemma_.lower() not in name_words("kind", "organisation")

    def name_of(self, noun: Token) -> str | None:
        """Give the full name of whom a noun phrase speaks, by its head; None where the text names nobody."""
        naming = self.naming(noun) or self.antecedent(noun)
        return naming.name.full if naming else None
