"""What a count is of: its own noun, one that was counted before, or people."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.counts.before import (
    counted_before,
    label_before,
    of_opening,
    of_part,
    some_of_number,
    spoken_of,
    those_meant,
    what_names_count,
)
from addup.reading.counting.counts.beside import (
    is_done_by,
    noun_beside,
    of_hyphened,
    one_of,
    stands_for_others,
    what_changed,
)
from addup.reading.counting.counts.levels import (
    is_mark,
    level_behind_share,
    of_group,
    other_level,
    some_lost,
    what_is_measured,
    what_moved,
)
from addup.reading.counting.counts.people import (
    are_in_a_state,
    inhabitants,
    is_number_employed,
    is_size_of_group,
    is_told_of_toll,
    number_brought_to,
    number_of_children,
    of_those,
    of_toll,
    those_hurt,
)
from addup.reading.counting.counts.votes import of_ballot, of_stock_or_voters, won_in_election
from addup.reading.counting.shares.asked import population
from addup.reading.counting.subjects import Seen, Subject, as_before, unsaid
from addup.reading.events import number_done
from addup.reading.frames import words
from addup.reading.nouns.amounts import is_change
from addup.reading.nouns.people import is_person
from addup.records import Amount, Counted

_HYPHENED = re.compile(r"-(?!(?:odd|plus)\b)(?P<noun>[A-Za-z]+)")
_ABOARD = re.compile(r" (?:aboard|on board)\b")  # "with about 50 aboard"
# "four-, five- and six-cylinder engines": the noun is said once, behind the last number.
_SUSPENDED = re.compile(r"(?:-,? (?:(?:and|or|to) )?[\w.]+)+-(?P<noun>[A-Za-z]+)")


def count(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what a count is of: the noun beside it, what the text says before, or people."""
    shared = of_ballot(seen, amount, anchor) or _of_kinds(seen, amount, anchor)
    if _ABOARD.match(seen.text, amount.span.end):
        shared = unsaid("person", anchor)
    if shared is not None:
        return shared
    end = amount.number.end
    hyphened = _HYPHENED.match(seen.text, end) or _SUSPENDED.match(seen.text, end)
    if hyphened:
        return of_hyphened(hyphened["noun"], anchor)
    noun = noun_beside(seen, amount, anchor)
    named = noun if noun is not None and not stands_for_others(noun) and not is_mark(noun) else None
    if named is not None and is_done_by(seen, amount, named):
        named = noun = None
    if named is not None and is_change(named):
        named = what_changed(seen, amount, named) or named
    known = of_toll(seen, amount, anchor, named)
    known = known or number_brought_to(seen, amount, anchor)
    known = known or _occasion(amount, anchor) or inhabitants(seen, anchor, noun) or those_hurt(anchor)
    known = known or of_those(seen, amount, anchor)
    known = known or of_opening(seen, amount, anchor)
    known = known or (of_part(seen, amount, anchor) if named is None else None)
    known = known or number_of_children(seen, amount, anchor, noun) or _guessed(seen, anchor, noun)
    known = known or (spoken_of(seen, amount, anchor) if named is None else None)
    if known is not None:
        return known
    if named is not None:
        counted = seen.of(named, anchor, holder=anchor if named in anchor.subtree else named)
        return one_of(counted) if amount.low != 1 and named.tag_ == "NNP" else counted
    if grammar.is_noun(anchor) and anchor.i not in seen.nouns.inside and not stands_for_others(anchor):
        return seen.of(anchor, anchor)
    known = some_lost(seen, anchor) or of_group(seen, anchor) or level_behind_share(seen, amount, anchor)
    known = known or won_in_election(seen, anchor)
    return known or _people_or_borrowed(seen, amount, anchor)


def _of_kinds(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give the noun said once behind some kinds, without their words: "12 new and 30 used [cars]"."""
    noun = seen.noun_of_kinds(amount)
    return Subject(Counted(noun.lower_, noun.lemma_.lower()), anchor, anchor) if noun is not None else None


def _people_or_borrowed(seen: Seen, amount: Amount, anchor: Token) -> Subject:
    """Give what a bare number counts: what was counted just before, or people."""
    level = other_level(seen, amount, anchor)
    if level is not None:
        return seen.of(level, anchor, holder=anchor)
    people = is_told_of_toll(seen, anchor) or is_size_of_group(anchor) or are_in_a_state(anchor)
    if people or number_done(anchor) is not None:
        return unsaid("person", anchor)
    verb = grammar.clause_head(anchor)
    sample = grammar.subject(anchor)
    if sample is not None and sample.lemma_ == "sample":  # "the voter sample is 834"
        return population(seen, anchor)
    known = of_stock_or_voters(seen, verb, anchor) if verb is not None else None
    known = known or some_of_number(seen, amount, anchor)
    if known is not None:
        return known
    named = what_names_count(seen, amount, anchor)
    named = named or label_before(seen, amount, anchor)
    named = (
        named
        or what_is_measured(anchor)
        or seen.before_dash(amount)
        or those_meant(seen, amount, anchor)
        or what_moved(seen, anchor)
    )
    if named is not None:
        found = seen.of(named, anchor, holder=anchor)
        return one_of(found) if named.tag_ == "NNP" else found
    found = counted_before(seen, amount, anchor)
    are_others = is_number_employed(anchor) and found.noun is not None and not is_person(found.noun)
    return unsaid("person", anchor) if are_others else found


def _occasion(amount: Amount, anchor: Token) -> Subject | None:
    """Give times for how often something was done: "was warned twice"."""
    often = amount.number.text.lower() in words("multiple", "occasions")
    return unsaid("time", anchor) if often else None


def _guessed(seen: Seen, anchor: Token, noun: Token | None) -> Subject | None:
    """Give for a guess what it is of: "was above the 240,000 forecast"."""
    if noun is None or noun.lemma_.lower() not in words("container", "guesses"):
        return None
    earlier = seen.earlier_in_sentence(anchor, kind="count")
    return as_before(earlier, anchor) if earlier is not None else None
