"""Counts of people that no noun names: tolls, inhabitants, crowds, children, those hurt."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting.subjects import Seen, Subject, unsaid
from addup.reading.counting.unsaid import OF_THOSE
from addup.reading.events import event_verb, number_told, state_of_number
from addup.reading.frames import measuring_verbs, words
from addup.reading.nouns.amounts import through_container
from addup.reading.nouns.behind import noun_behind_article
from addup.reading.nouns.counted import supplied
from addup.reading.nouns.people import is_person
from addup.reading.nouns.verbs import last_measure
from addup.reading.tolls.told import follows_toll
from addup.records import Amount

# "Putting its own losses at five dead and 11 wounded"
_LOST = re.compile(
    r"\b(?:its|own|their) (?:casualties|losses) (?:as|at|of|to)"
    r"(?: \w+ (?:dead|hurt|injured|killed|wounded),? and)?"
    r"(?: (?:about|around|at least|more than|nearly|only|some|up to))* $"
)
_POPULATION = re.compile(r"\((?:population|pop\.):? (?:of )?$")  # "in the north (population 2.1 million)"
_PARENT_OF = re.compile(
    r"\b(?P<grand>(?:great-)?grand)?(?:father|mother|parent|dad|mom|mum|ma|pa)s? of $", re.IGNORECASE
)


def of_toll(seen: Seen, amount: Amount, anchor: Token, named: Token | None) -> Subject | None:
    """Give people for what a toll came to: "a death toll of 31", "the toll on Monday was at least 40"."""
    start = amount.number.start
    bare = named is None or named.lemma_.lower() in {"toll"} | words("container", "guesses")
    told = follows_toll(seen.text, start) or _LOST.search(seen.text, max(0, start - 60), start)
    return unsaid("person", anchor) if bare and told else None


def of_those(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give people, told apart only by what they do or what befell them: "28 of those taken to hospital".

    "Of 300 letters, 12 of those sent in May" are of what the sentence counts.
    """
    if OF_THOSE.match(seen.text, amount.span.end) is None:
        return None
    return None if seen.earlier_in_sentence(anchor, kind="count") else unsaid("person", anchor)


def is_told_of_toll(seen: Seen, anchor: Token) -> bool:
    """Whether a verb tells that a toll is of a bare number, further off: "put the toll of the raid at 40"."""
    measured = last_measure(seen.nouns, anchor)
    if measured is None or measured.lemma_.lower() != "toll":
        return False
    verb = grammar.clause_head(anchor)
    if verb is None or verb not in (measured.head, *measured.ancestors):
        return False
    if grammar.subject(verb) not in {None, measured} and measured.head != verb:
        return False  # "the toll rose to nine and the number of cases to 108"
    return grammar.preposition(anchor) in {"at", "to"} or verb.lemma_.lower() in measuring_verbs()


def number_brought_to(seen: Seen, amount: Amount, anchor: Token) -> Subject | None:
    """Give those whose number stands behind what it came to: "brings to 300 the number of [jobs] cut"."""
    number = noun_behind_article(seen.nouns, amount)
    first = seen.span_of(amount)[0]
    if number is None or first.is_sent_start or first.nbor(-1).lower_ != "to":
        return None
    if number.lemma_.lower() == "toll":
        return unsaid("person", anchor)
    whole = through_container(number)
    done = grammar.children(number, "acl") if whole == number and number.lower_ == "number" else ()
    if any(verb.lemma_.lower() in words("people", "verbs") for verb in done):
        return Subject(supplied("person"), number, anchor)  # "brings to 40 the number killed"
    return seen.of(whole, anchor, holder=whole) if whole != number else None


def are_in_a_state(anchor: Token) -> bool:
    """Whether a bare number is of those called by how they are: "put the number of missing at 40"."""
    number = number_told(anchor)
    return number is not None and state_of_number(number) is not None


def inhabitants(seen: Seen, anchor: Token, noun: Token | None) -> Subject | None:
    """Give people for the size of a population: "a population of 44 million", "its 12 million population"."""
    first = anchor.left_edge
    before = first.nbor(-1) if first.lower_ == "of" and first.i > anchor.sent.start else None
    parts = grammar.children(noun, "compound") if noun is not None and noun.lower_ == "population" else []
    if parts and is_person(parts[-1]):
        return seen.of(parts[-1], anchor, holder=noun)  # "a 1.9 million refugee population"
    start = seen.all[len(seen.amounts)].span.start
    if _POPULATION.search(seen.text, max(0, start - 20), start):
        return unsaid("person", anchor)
    sized = {word.lower_ for word in (before, noun) if word is not None}
    if noun is None and (verb := grammar.clause_head(anchor)) is not None:
        whole = grammar.direct_object(verb) if grammar.preposition(anchor) == "as" else None
        sized |= {whole.lower_} if whole is not None else set()  # "lists the population as 21,000"
    return unsaid("person", anchor) if "population" in sized else None


def those_hurt(anchor: Token) -> Subject | None:
    """Give people for some of those called by what happened to them: "18 of the wounded"."""
    group = grammar.complement(anchor, "of")
    hurt = group is not None and group.lower_ in words("people", "adjectives") and not grammar.is_noun(group)
    return unsaid("person", anchor) if hurt else None


def number_of_children(seen: Seen, amount: Amount, anchor: Token, noun: Token | None) -> Subject | None:
    """Give children for the number of a parent: "a mother of three", "a grandfather of seven"."""
    start = amount.span.start
    if not seen.text.endswith(" of ", 0, start) or (noun is not None and noun.idx > start):
        return None
    parent = _PARENT_OF.search(seen.text, max(0, start - 24), start)
    if parent is None:
        return None
    return unsaid(f"{(parent['grand'] or '').lower()}child", anchor)


def is_number_employed(anchor: Token) -> bool:
    """Whether a bare number is of those who work somewhere: "makes brake parts and employs 900"."""
    verb = anchor.head
    return anchor.dep_ == "obj" and verb.lemma_.lower() == "employ"


def is_size_of_group(anchor: Token) -> bool:
    """Whether a bare number is how many a group grew or shrank to: "the crowd swelled to 2,000"."""
    verb = grammar.clause_head(anchor) if grammar.preposition(anchor) in {"at", "from", "to"} else None
    if verb is None:
        return False
    if verb.lemma_.lower() in words("aspect", "estimating"):  # "put the crowd at 2,000"
        group = grammar.direct_object(verb)
    else:
        group = grammar.subject(verb) if verb.lemma_.lower() in measuring_verbs() else None
    return group is not None and group.tag_ == "NN" and is_of_people(group)


def is_of_people(group: Token) -> bool:
    """Whether what grows or shrinks is many people: "the crowd", "the capital"."""
    return group.lemma_.lower() in words("people", "groups") | words("people", "places")


def is_about_people(seen: Seen, anchor: Token) -> bool:
    """Whether what happened happens to people ("144 were killed", "six others are missing")."""
    verb = event_verb(anchor)
    if verb is not None and verb.lemma_.lower() in words("people", "verbs"):
        return True
    behind = seen.doc[anchor.i + 1 : min(anchor.i + 4, anchor.sent.end)]
    return any(token.lower_ in words("people", "adjectives") for token in behind)
