"""The words by which a number of people has a role, as patterns: the table `roles.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from addup.grouping.nouns import is_person
from addup.grouping.patterns import alternatives
from addup.grouping.tables import table
from addup.grouping.verb_forms import forms_of, past_of

_NOT = re.compile(r"\b(?:not|never|no|nor|neither|\w+n['’]t)\b")
_COUNTED = re.compile(r"\b(?:number|count|total|tally) of [a-z ]*?\b(?:who|that)\b")
_WORD = re.compile(r"\w+")
_NEVER = re.compile(r"(?!)")
_PARTICLES = frozenset({"away", "back", "into", "off", "out", "to", "up"})
# Behind a participle without an auxiliary: "32 killed on Monday", but not "32 killed a policeman".
_AFTER_PARTICIPLE = (
    r"(?=\s*(?:$|[,.;:)—–]|(?:and|as|at|by|during|early|from|here|in|last|late|near|on|out|outright|overnight"
    r"|since|so|there|this|to|when|while|with|after|yesterday)\b))"
)

Active = tuple[re.Pattern[str], re.Pattern[str] | None]
"""A verb before a number, and what must stand behind the number with it."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role of `roles.toml`, with the patterns of its words."""

    name: str
    nouns: frozenset[str]
    only: frozenset[str]
    people: bool
    weak: bool
    unless: re.Pattern[str]
    level: bool
    active: tuple[Active, ...]
    passive: re.Pattern[str]
    doing: re.Pattern[str]
    being: re.Pattern[str]
    led: re.Pattern[str]
    toll: re.Pattern[str]
    beside: Mapping[str, re.Pattern[str]]
    told_by: frozenset[str]

    def fits(self, noun: str, head: str, behind: str) -> bool:
        """Tell whether this may be the role of what is counted, which words may leave to be supplied."""
        if self.people and noun and not is_person(noun) and noun not in nouns_of_people():
            return False
        supplied = not noun and head in ("other", "")
        if self.only and not supplied and (noun or head) not in self.only:
            return False
        return not self.unless.search(behind[:60])

    def may_be_told(self, words: Set[str]) -> bool:
        """Tell whether a word by which it is told right beside a number is among some: patterns cost more."""
        return not self.told_by.isdisjoint(words)

    def is_done(self, noun: str, before: str, behind: str) -> bool:
        """Tell whether somebody does it to the people counted: the verb stands before their number."""
        if noun in self.beside and self.beside[noun].search(before):
            return True
        return any(
            verb.search(before) and (rest is None or rest.search(behind)) for verb, rest in self.active
        )

    def is_done_at_once(self, before: str, behind: str) -> bool:
        """Tell whether what belongs to a verb stands right behind its object: "put 9 in hospital"."""
        words = behind.lstrip()
        ends = [(verb, rest) for verb, rest in self.active if rest is not None and verb.search(before)]
        return any((found := rest.match(words)) and found.group(1) == "" for _, rest in ends if rest)

    def behind(self, words: str) -> int | None:
        """Tell how far behind a number stands what it says of its people; None without."""
        ends = []
        for pattern in (self.passive, self.doing, self.being):
            found = pattern.search(words)
            if found and (pattern is self.being or not _NOT.search(words[: found.end()])):
                ends.append(found.start(1))
        return min(ends, default=None)

    def tolled(self, before: str) -> int | None:
        """Tell where the words before a number stand of which it is told; None without."""
        found = [match.start() for match in self.toll.finditer(before)]
        counted = _COUNTED.search(before)
        if counted:  # "put the number of staff who failed to turn up at"
            found += [match.start() for match in self.doing.finditer(before, counted.end())]
        return max(found, default=None)


@cache
def roles() -> tuple[Role, ...]:
    """Give all roles, in the order of the table."""
    return tuple(_made(name, row) for name, row in table("roles")["role"].items())


@cache
def role(name: str) -> Role:
    """Give a role by its name."""
    return next(one for one in roles() if one.name == name)


def is_level(name: str) -> bool:
    """Tell whether people leave a role again: missing, held."""
    return role(name).level


@cache
def telling_nouns() -> frozenset[str]:
    """Give the nouns that carry a role in themselves: "survivor"."""
    return frozenset(noun for one in roles() for noun in one.nouns)


@cache
def nouns_of_people() -> frozenset[str]:
    """Give all nouns that the table has for people."""
    general = [*table("roles")["tolls"]["anybody"], *table("roles")["tolls"]["persons"]]
    return telling_nouns() | {noun for one in roles() for noun in one.only} | frozenset(general)


@cache
def roles_of(noun: str) -> frozenset[str]:
    """Give the roles of those of whom a noun may be used: "hostage"; it may be in the plural."""
    rows = table("roles")["people"]
    single = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    return frozenset(rows.get(noun) or rows.get(single) or ())


@cache
def between() -> str:
    """Write the pattern of words that may stand between a verb and the number of its object."""
    return rf"(?:(?:{'|'.join(table('roles')['words']['between'])})\s+){{0,6}}"


def _made(name: str, row: Mapping[str, Any]) -> Role:
    done = [entry.partition(" ~ ") for entry in row.get("done", ())]
    passive = [
        rf"{_passive(verb)}(?:\s+\w+){{0,2}}?\s+{re.escape(rest)}\b" if rest else _passive(verb)
        for verb, _, rest in done
    ]
    states = [re.escape(state) for state in row.get("are", ())]
    active: list[Active] = [
        (_before(_any_form(verb)), _behind_object(rest) if rest else None) for verb, _, rest in done
    ]
    active += [(_before(f"the {re.escape(state)}"), None) for state in row.get("the", ())]
    return Role(
        name=name,
        nouns=frozenset(row.get("nouns", ())),
        only=frozenset(row.get("only", ())),
        people=bool(row.get("people", False)),
        weak=bool(row.get("weak", False)),
        unless=_phrases(row.get("unless", ())),
        level=bool(row.get("level", False)),
        active=tuple(active),
        passive=_one_of(passive),
        doing=_one_of([rf"\b{_any_form(verb)}\b" for verb in row.get("do", ())]),
        # "on the list of the missing" tells of whom somebody is one, not that he is missing.
        being=_one_of([rf"(?<![\w-])(?<!\bthe ){state}(?![\w-])" for state in states]),
        led=_before(alternatives(row["lead"], any_case=True)) if "lead" in row else _NEVER,
        toll=_phrases(row.get("toll", ())),
        beside={
            noun: re.compile(rf"\b(?:{'|'.join(map(_any_form, verbs))})\b[^,;]{{0,25}}$")
            for noun, verbs in row.get("with", {}).items()
        },
        told_by=frozenset(_first_words(row)),
    )


def words_in(text: str) -> frozenset[str]:
    """Give the words of a text in small letters, as `Role.may_be_told` is asked for them."""
    return frozenset(_WORD.findall(text.lower()))


def _first_words(row: Mapping[str, Any]) -> Iterator[str]:
    """Give the first words of all that tells a role right beside a number: of each verb any form."""
    states = [*row.get("are", ()), *row.get("the", ())]
    verbs = [entry.partition(" ~ ")[0] for entry in row.get("done", ())]
    verbs += [*row.get("do", ()), *(verb for others in row.get("with", {}).values() for verb in others)]
    forms = (form for verb in verbs for form in forms_of(verb.partition(" ")[0]))
    for words in (*states, *forms):
        yield _WORD.findall(words.lower())[0]


def _one_of(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile(f"({'|'.join(patterns)})") if patterns else _NEVER


def _phrases(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words, any_case=True)})(?!\w)") if words else _NEVER


def _before(words: str) -> re.Pattern[str]:
    """Make a pattern of words right before a number."""
    return re.compile(rf"\b(?:{words})\s+{between()}$", re.IGNORECASE)


def _behind_object(rest: str) -> re.Pattern[str]:
    """Make a pattern of what belongs to a verb and stands behind its object."""
    words = 0 if rest in _PARTICLES else 5
    return re.compile(rf"^\s*((?:[\w'’-]+\s+){{0,{words}}}?){re.escape(rest)}\b")


def _passive(verb: str) -> str:
    """Write the pattern of a verb in the passive, with its auxiliary or as a participle right behind."""
    aux = "|".join(table("roles")["words"]["aux"])
    first, _, rest = verb.partition(" ")
    form = rf"(?:{'|'.join(past_of(first))})" + (rf" {re.escape(rest)}" if rest else "")
    return (
        rf"(?:\b(?:{aux})\b(?:\s+[\w-]+){{0,3}}?\s+{form}\b|^\s*(?:[a-z-]+\s+)?{form}\b{_AFTER_PARTICIPLE})"
    )


def _any_form(verb: str) -> str:
    """Write the pattern of a verb in any of its forms; what follows its first word stays as it is."""
    first, _, rest = verb.partition(" ")
    forms = "|".join(sorted(forms_of(first), key=lambda form: (-len(form), form)))
    return rf"(?:{forms})" + (rf" {re.escape(rest)}" if rest else "")
