"""Men and women: told by title or description, else by the given name, so that "she" is for no man."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from spacy.tokens import Doc, Token

from addup.reading.names.forms import parts_of
from addup.reading.names.records import Name, Naming, Sex
from addup.reading.names.words import name_words


def sex_of(text: str, words: Set[str]) -> Sex | None:
    """Tell a man from a woman by title or description, else by the given name."""
    sexes: tuple[Sex, ...] = ("male", "female")
    told = [sex for sex in sexes if words & name_words("sex", sex)]
    parts = parts_of(text.lower())
    given = [sex for sex in sexes if len(parts) > 1 and parts[0] in name_words("given", sex)]
    found = told or given
    return found[0] if len(found) == 1 else None


def with_sex(doc: Doc, namings: Iterable[Naming], known: Iterable[Name]) -> Iterator[Naming]:
    """Tell the sex of those who are named alone like no other of the other sex."""
    sexes: dict[str, set[Sex]] = {}
    for name in known:
        if name.sex is not None:
            sexes.setdefault(parts_of(name.full)[-1], set()).add(name.sex)
    for naming in namings:
        alone = naming.end - naming.start == 1
        is_shared = alone and len(sexes.get(doc[naming.start].text, ())) > 1
        sex = naming.sex or (None if is_shared else naming.name.sex)
        yield naming if sex == naming.sex else replace(naming, sex=sex)


def is_of_sex(noun: Token, pronoun: Token) -> bool:
    """Whether what somebody is called does not forbid a pronoun: no spokeswoman is "he"."""
    return not any(noun.lemma_.lower() in name_words("sex", sex) for sex in other_sex(pronoun))


def other_sex(pronoun: Token) -> set[Sex]:
    """Give the sexes that a pronoun is not for: "she" is for no man."""
    sexes: tuple[tuple[Sex, Sex], ...] = (("male", "female"), ("female", "male"))
    return {sex for sex, other in sexes if pronoun.lower_ in name_words("pronoun", other)}
