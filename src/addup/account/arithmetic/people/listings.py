"""The dead, or those taken, by who they were: "the dead are 24 men, 22 women and 19 children", of 61.

The men, women and children of one list are nobody twice, so that together they are at most the number of
those whom its words name, or who are told of just before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from addup.account.arithmetic.clashing import Told, clash, meant, quoted
from addup.account.language.wording import number
from addup.grouping.arithmetic.people.role_words import roles_of
from addup.grouping.arithmetic.people.roles import Head, noun_of
from addup.grouping.nouns import are_exclusive, known_form, noun_group
from addup.grouping.patterns import SENTENCE_END, alternatives
from addup.grouping.tables import table
from addup.records import Figure, Finding, Reading

_LEAST = 2
_SHARE = Fraction(2, 100)
_NEAR = 2
"""So many sentences before a list may tell how many there were."""
_BETWEEN = re.compile(r"(?: (?:are|were|is|was|[a-z]+))?(?:,|;|,? and)(?: [a-z]+){0,2} $")
_OPENED = re.compile(r"[:—–]|\bincluding\b|\bamong them\b")
_THEY = re.compile(r"(?:\W*[Aa]mong )?(?:They|them|The group|Those)\b")
_ARE = re.compile(r"\s*(?:of (?:them|whom) )?(?:are|were) (?:[a-z]+ )?([a-z]+)\b")


def listing_findings(matters: Sequence[Sequence[Head]], readings: Sequence[Reading]) -> Iterator[Finding]:
    """Give the lists of who people were that are longer than their number."""
    done: set[int] = set()
    for heads in matters:
        if len({head.reading for head in heads}) == 1 and heads[0].reading not in done:
            done.add(heads[0].reading)
            yield from _of_report(heads, readings[heads[0].reading])


def _of_report(heads: Sequence[Head], reading: Reading) -> Iterator[Finding]:
    for listed in _lists(reading):
        wholes = _wholes(listed, heads, reading)
        parts = sum((meant(figure).low or Fraction(0) for figure in listed), Fraction(0))
        if not wholes or any(meant(head.figure).high is None for head in wholes):
            continue
        whole = max(wholes, key=lambda head: meant(head.figure).high or Fraction(0))
        most = meant(whole.figure).high or Fraction(0)
        if parts - most >= max(Fraction(_LEAST), most * _SHARE):
            told = [Told(reading.document.id, figure) for figure in (whole.figure, *listed)]
            terms = " + ".join(f"“{figure.span.text}”" for figure in listed)
            yield clash(
                "tension",
                f"{terms} = {number(parts)}, but they are told as {quoted(told[0].figure)}: "
                f"{number(parts - most)} too many.",
                [quoted(one.figure) for one in told],
                told,
                parts - most,
            )


def _lists(reading: Reading) -> Iterator[tuple[Figure, ...]]:
    """Find numbers of one sentence, one after the other, of people of whom nobody is two kinds at once."""
    found: list[Figure] = []
    text = reading.document.text
    for figure in reading.figures:
        joined = (
            found
            and figure.sentence == found[-1].sentence
            and _BETWEEN.search(text[found[-1].span.end : figure.span.start])
        )
        short = found and figure.span.start - found[-1].span.end < 40
        if found and not (joined and short and _kind(figure, text)):
            if _are_list(found, text):
                yield tuple(found)
            found = []
        if _kind(figure, text):
            found.append(figure)
    if found and _are_list(found, text):
        yield tuple(found)


def _are_list(found: Sequence[Figure], text: str) -> bool:
    return len(found) > 1 and are_exclusive([_kind(figure, text) for figure in found])


def _kind(figure: Figure, text: str) -> str:
    """Say which people a number counts: the noun beside it, or what it is said that they are."""
    amount = figure.amount
    if (
        amount.kind != "count"
        or amount.worded
        or amount.per
        or amount.unit
        or figure.stance != "stated"
        or figure.change
    ):
        return ""
    noun = noun_of(figure)
    if not noun and figure.span.text.split()[-1] == figure.amount.number.text:
        found = _ARE.match(text, figure.span.end, figure.sentence[1])
        noun = _singular(found[1].lower()) if found else ""
    last = figure.span.text.lower().split()
    words = (noun, " ".join([*last[-2:-1], _singular(last[-1])]), _singular(last[-1]))
    return next((kind for word in words if (kind := noun_group(word)) in _kinds()), "")


def _singular(noun: str) -> str:
    return _plurals().get(noun) or known_form(noun.removesuffix("s"))


@cache
def _plurals() -> dict[str, str]:
    return {plural: noun for noun, plural in table("forms")["plural"].items()}


@cache
def _kinds() -> frozenset[str]:
    return frozenset(noun for row in table("nouns")["exclusive"]["rows"] for noun in row)


def _wholes(listed: Sequence[Figure], heads: Sequence[Head], reading: Reading) -> list[Head]:
    """Give the numbers of those whom the words of a list name: "the dead", "they"; or before its colon."""
    others = [head for head in heads if head.roles and head.figure not in listed]
    free = [head for head in others if head.of is None and not head.added]
    roles = _roles_of_list(listed[0], free, reading.document.text)
    return [head for head in free if head.roles & roles]


def _roles_of_list(first: Figure, free: Sequence[Head], text: str) -> frozenset[str]:
    """Give the roles of those whom a list names that begins with a figure."""
    start, at = first.sentence[0], first.span.start
    before = text[start:at]
    own = [head.figure for head in free if start <= head.figure.span.start < at]
    if own:
        opened = _OPENED.search(text[own[-1].span.end : at])
        return next((head.roles for head in free if head.figure is own[-1] and opened), frozenset())
    nouns = _named().findall(before)
    if nouns:
        return frozenset(role for noun in nouns for role in roles_of(known_form(noun.lower())))
    earlier = [head for head in free if head.figure.sentence[1] <= start]
    if earlier and _THEY.match(before):
        last = max(earlier, key=lambda head: head.figure.sentence)
        if len(SENTENCE_END.findall(text[last.figure.sentence[1] : start])) < _NEAR:
            return last.roles
    return frozenset()


@cache
def _named() -> re.Pattern[str]:
    nouns = [noun for noun in table("roles")["people"] if noun != "origin"]
    return re.compile(rf"\b[Tt]he (?:[a-z]+ )?({alternatives(nouns)})s?\b")
