"""Rules over chains of lexemes, applied as a finite-state cascade (Abney 1996).

A rule is a pattern of kinds of word and a function that makes one lexeme of what it matched:

    @rule("point", "month small comma? four")
    def written_date(context, words): ...

Patterns are regular expressions over kinds. `label:kind` gives the word to the function under that label, a
bare `kind` under its own name (the first of several). A function that returns None refuses the match. What
one rule made is a word to the next, so that times are composed: "the end of" + ("June" + "last year").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from addup.reading.times.context import Context
from addup.reading.times.lexemes import Chain, Lexeme

Words = Mapping[str, Lexeme]
Make = Callable[[Context, Words], Any]

# One name for kinds that stand in the same place.
FAMILIES = {
    "number": ("quantity", "small", "four", "digits"),
    "short": ("small", "digits"),
    "last": ("last", "past"),
    "this": ("this", "current", "present"),
    "unit": ("grain", "grains"),
    "day_name": ("weekday", "weekday_short"),
}
_LETTERS: dict[str, str] = {}


def _letter(kind: str) -> str:
    """Give the one character that stands for a kind in patterns and signatures."""
    return _LETTERS.setdefault(kind, chr(0x4E00 + len(_LETTERS)))


def _compiled(pattern: str) -> re.Pattern[str]:
    named: set[str] = set()

    def group(match: re.Match[str]) -> str:
        label, _, kind = match.group().rpartition(":")
        label = label or kind
        letters = "".join(_letter(each) for each in FAMILIES.get(kind, (kind,)))
        if label in named:
            return f"[{letters}]"
        named.add(label)
        return f"(?P<{label}>[{letters}])"

    return re.compile(re.sub(r"(?:\w+:)?[a-z_]+", group, pattern).replace(" ", ""))


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of kinds, the kind of lexeme that it makes, and how it makes its meaning."""

    kind: str
    pattern: re.Pattern[str]
    make: Make


class Rules:
    """The rules of one layer of the cascade, in the order in which they are tried."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(self, kind: str, *patterns: str) -> Callable[[Make], Make]:
        """Register a function for the patterns; longer patterns belong first."""

        def register(make: Make) -> Make:
            self.rules.extend(Rule(kind, _compiled(pattern), make) for pattern in patterns)
            return make

        return register


def signature(chain: Sequence[Lexeme]) -> str:
    """Give the chain as one character for each kind."""
    return "".join(_letter(lexeme.kind) for lexeme in chain)


@lru_cache(maxsize=1 << 14)  # most chains are short, and their signatures come again and again
def _next_found(layer: Rules, kinds: str, first: int) -> int | None:
    """Give the place of the first rule, from some place on, whose pattern a signature has, if any."""
    rules = layer.rules
    return next((place for place in range(first, len(rules)) if rules[place].pattern.search(kinds)), None)


def reduce(chain: Chain, kinds: str, layer: Rules, context: Context) -> str:
    """Apply the rules of a layer to a chain, in place; takes its signature and gives the one it then has."""
    place = _next_found(layer, kinds, 0)
    while place is not None:
        rule, at = layer.rules[place], 0
        while match := rule.pattern.search(kinds, at):
            begin, end = match.span()
            words = {label: chain[match.start(label)] for label in match.groupdict() if match[label]}
            meaning = rule.make(context, words)
            at = begin + 1
            if meaning is not None:
                made = Lexeme(rule.kind, chain[begin].start, chain[end - 1].end, meaning)
                chain[begin:end] = [made]
                kinds = kinds[:begin] + _letter(rule.kind) + kinds[end:]
        place = _next_found(layer, kinds, place + 1)
    return kinds
