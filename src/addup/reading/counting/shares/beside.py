"""The noun that stands beside a share."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar, polls
from addup.reading.amounts.brackets import own_bracket
from addup.reading.amounts.index_levels import is_index
from addup.reading.counting.subjects import Seen
from addup.reading.frames import words
from addup.reading.nouns.amounts import is_change, names_measure, through_container
from addup.reading.nouns.behind import noun_behind, plural_behind
from addup.reading.nouns.said_of import noun_above, noun_modified, what_changes
from addup.reading.nouns.superlatives import moved_to_extreme
from addup.reading.nouns.verbs import last_measure
from addup.records import Amount

# "48 deaths (case fatality rate 7.3%)"
_IN_BRACKETS = re.compile(r"\((?:the |a )?(?P<noun>[A-Za-z][a-z]*(?:[ -][a-z]+){0,3})(?::| of|,)? $")


def noun_beside(seen: Seen, amount: Amount, anchor: Token) -> Token | None:
    """Give the noun that stands beside a share."""
    nouns = seen.nouns
    return (
        _in_brackets(seen, amount)
        or measure_before_bracket(seen, amount)
        or _index_before(anchor)
        or _modified_by_share(seen, anchor)
        or plural_behind(nouns, amount)
        or seen.before_dash(amount)
        or (_behind_fraction(seen, amount) if amount.unit_text is None else None)
        or _above(seen, anchor)
    )


def _in_brackets(seen: Seen, amount: Amount) -> Token | None:
    """Give the measure that names a share in brackets: "(case fatality rate 7.3%)"."""
    found = _IN_BRACKETS.search(seen.text, max(0, amount.span.start - 60), amount.span.start)
    noun = grammar.span_of(seen.doc, *found.span("noun"))[-1] if found is not None else None
    return noun if noun is not None and names_measure(noun) else None


def measure_before_bracket(seen: Seen, amount: Amount) -> Token | None:
    """Give the measure right before a bracket with nothing but an amount: "tight [margins] (4 percent)"."""
    bracket = own_bracket(seen.text, amount)
    if bracket is None or amount.change is not None:
        return None
    before = grammar.span_of(seen.doc, max(0, bracket[0] - 2), bracket[0])[-1]
    return before if grammar.is_noun(before) and names_measure(before) else None


def _index_before(anchor: Token) -> Token | None:
    """Give the index that parsers make a part of the share behind it: "lifted the [Nasdaq] 1.2 percent"."""
    return next((child for child in grammar.children(anchor, "compound") if is_index(child)), None)


def _behind_fraction(seen: Seen, amount: Amount) -> Token | None:
    """Give the noun behind a fraction: "half the money"; not what looks like one ("a third approve")."""
    noun = noun_behind(seen.nouns, amount)
    end = seen.span_of(amount).end
    return None if noun is not None and noun.i == end and noun.tag_ == "NN" else noun


def _above(seen: Seen, anchor: Token) -> Token | None:
    """Give the noun that a share is said of; beside a poll only what has an amount ("a rating of 40%")."""
    moved = moved_to_extreme(anchor)
    if moved is not None:
        return through_container(moved)
    noun = noun_above(seen.nouns, anchor)
    if noun is None or not polls.speaks_of(anchor, "nouns"):
        return noun
    if noun.lemma_.lower() in words("poll", "chosen"):
        return None  # "the choice of 41 percent"
    if noun.lemma_.lower() == "margin" and grammar.preposition(anchor) != "of":
        return None  # "led by a wide margin, 45 percent to 42"
    sized = grammar.preposition(anchor) == "of" or noun.lemma_.lower() in words("container", "stakes")
    return noun if sized or names_measure(noun) or is_change(noun) else None


def _modified_by_share(seen: Seen, anchor: Token) -> Token | None:
    """Give what a share before a noun is of: "a 50% stake in a firm", "an 18 percent drop in sales"."""
    noun = noun_modified(seen.nouns, anchor)
    if noun is None:
        return None
    if is_change(noun):
        return what_changes(seen.nouns, noun, anchor) or noun
    lemma, parts = noun.lemma_.lower(), grammar.children(noun, "compound")
    if lemma in words("container", "marks") or any(map(is_change, parts)):  # "a 12% growth forecast"
        measured = [part for part in parts if names_measure(part)]
        return measured[-1] if measured else last_measure(seen.nouns, anchor) or noun
    return through_container(noun)
