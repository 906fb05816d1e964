"""Where a text says that people were killed, captured or injured.

Only what the text asserts counts: not what was denied, tried, feared or wished ("an operation to capture a
leader"), and not what someone is known for ("responsible for an attack that killed two").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from spacy.attrs import LEMMA, LOWER, TAG
from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.frames import words as frame_words
from addup.reading.nouns.balance import is_vital
from addup.reading.nouns.people import is_person
from addup.reading.text import spots, strings_of
from addup.reading.tolls.happening import is_asserted, is_sum
from addup.reading.tolls.people import People, behind_name, is_numbered, is_somebody, people_in
from addup.reading.tolls.words import table, words

Event = Literal["killed", "captured", "injured"]
_TELLING = ("VB", "NN", "JJ")
EVENTS: tuple[Event, ...] = get_args(Event)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that says what happened to people, and how many they were at the least.

    `is_sum` marks a sum over several events ("detained 15 during four operations").
    """

    event: Event
    word: Token
    people: tuple[People, ...]
    is_sum: bool = False


def mentions(doc: Doc) -> tuple[Mention, ...]:
    """Give all asserted mentions of killed, captured and injured people, in the order of the text."""
    found = []
    telling, tags = _telling(), strings_of(doc, TAG)
    told = {*spots(doc, LEMMA, telling), *spots(doc, LOWER, telling), *spots(doc, TAG, {"VBG"})}
    for place in sorted(told):
        token = doc[place]
        if not tags[place].startswith(_TELLING) or is_vital(token):
            continue  # "4,100 more deaths than births"
        for event, noun in dict.fromkeys(_concerned(token)):
            if is_asserted(token):
                people = tuple(some for some in people_in(noun, token) if some.least != 0)
                found.append(Mention(event, token, people, is_sum(token, noun)))
    return tuple(mention for mention in found if mention.people)


@cache
def _events_of() -> dict[tuple[str, str], Event]:
    """Index the table by (row, lemma)."""
    rows = ("verbs", "intransitive", "loose", "passive", "progressive", "nouns", "states")
    return {(row, lemma): event for event in EVENTS for row in rows for lemma in table()[event].get(row, ())}


@cache
def _known() -> frozenset[str]:
    return frozenset(lemma for _, lemma in _events_of())


@cache
def _telling() -> frozenset[str]:
    """Give all words that can tell of an event; most words of a text are none of them."""
    phrases = frozenset(verb for row in table()["phrases"] for verb in row["verbs"])
    counts = words("counts", "toll") | words("counts", "number")
    return _known() | phrases | counts | words("killed", "remains")


def _base_forms(token: Token) -> Iterator[str]:
    """Give the lemma, and what is left without "-ing": lemmatisers know few of these rare forms."""
    yield token.lemma_.lower()
    if token.tag_ == "VBG":
        stem = token.lower_.removesuffix("ing")
        yield from (stem, f"{stem}e")


def _concerned(token: Token) -> Iterator[tuple[Event, Token]]:
    """Give what a word says happened, with the noun of those it happened to."""
    events = _events_of()
    lemma = next((form for form in _base_forms(token) if form in _known()), token.lemma_.lower())
    if lemma not in _telling() and token.lower_ not in _telling():
        return
    if grammar.is_verb(token):
        for row in ("verbs", "loose", "passive", "progressive", "intransitive"):
            event = events.get((row, lemma))
            find = _dying if row == "intransitive" else _undergoer
            noun = find(token) if event else None
            sure = row in {"verbs", "intransitive"} or (noun is not None and _has_people(noun))
            if event and noun is not None and sure and not _is_other(token, row, noun):
                yield event, noun
        yield from _phrases(token, lemma)
    elif grammar.is_noun(token):
        noun = _of_noun(token) if ("nouns", lemma) in events or _is_found_dead(token) else None
        if noun is not None:
            yield events.get(("nouns", lemma), "killed"), noun
        count = _counted(token)
        if count is not None:
            yield count
        yield from _phrases(token, lemma)
    if token.tag_.startswith(("JJ", "VBN")) and ("states", token.lower_) in events:
        noun = _in_state(token)
        if noun is not None:
            yield events["states", token.lower_], noun


def _is_other(verb: Token, row: str, noun: Token) -> bool:
    """Whether a verb has another sense: "were caught in the crossfire", "is held up", "fatally wounded"."""
    what = grammar.complement(verb, "in")
    met = words("captured", "met") | frame_words("incident", "words")
    caught = verb.lemma_.lower() == "catch" and what is not None and what.lemma_.lower() in met
    being = grammar.has_child(verb, {"being"}, "aux:pass") and not grammar.children(
        verb, "xcomp", "compound:prt"
    )
    caught_some = grammar.is_passive(verb) or is_numbered(noun)
    wanting = {"passive": not caught_some, "progressive": not being}.get(row, False)
    return caught or wanting or grammar.has_child(verb, {"fatally"}, "advmod")


def _has_people(noun: Token) -> bool:
    """Whether a noun, or one joined to it, stands for people: "a bomb maker and two other militants"."""
    return any(map(is_somebody, (noun, *grammar.children(noun, "conj"))))


def _undergoer(verb: Token) -> Token | None:
    """Give those to whom something was done: the object, or the subject of a passive."""
    passive = grammar.is_passive(verb)
    for child in verb.children:
        if child.dep_ in {"obj", "nsubj:pass"} or (passive and child.dep_ == "nsubj"):
            return _antecedent(_behind_name(child), verb)
    for find in (_directly_behind, _without_auxiliary, _of_main_clause, _hedged):
        found = find(verb)
        if found is not None:
            return found
    if verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"acl", "acl:relcl", "amod"}:
        number = grammar.is_number(verb.head) and verb.head.i + 1 == verb.i  # "one captured"
        return verb.head if verb.i > verb.head.i and (number or grammar.is_noun(verb.head)) else None
    if verb.dep_ == "conj" and not grammar.children(verb, "nsubj"):
        return _shared(verb)
    return None


def _behind_name(noun: Token) -> Token:
    """Give the people whose group's name the parser took for the noun: "a Front of Unity (FU) leader".

    What is "of" a group has an article where it is not the end of the name: "a Front of Unity leader".
    """
    if is_person(noun):
        return noun
    below = grammar.complement(noun, "of")
    if below is not None and below.tag_ == "NN" and is_person(below) and not grammar.children(below, "det"):
        return below
    return next((token for token in behind_name(noun) if is_person(token)), noun)


def _directly_behind(verb: Token) -> Token | None:
    """Give the people named directly behind a verb in the active, whatever the parser hung them on."""
    if grammar.is_passive(verb) or verb.i + 1 >= verb.sent.end or verb.nbor().dep_ == "case":
        return None
    first = verb.nbor()
    below = (token for token in (first, *first.ancestors) if token.left_edge == first)
    return next((token for token in below if grammar.is_noun(token) and is_person(token)), None)


def _of_main_clause(verb: Token) -> Token | None:
    """Give the subject that the parser left to a participle: "a man [found in a cave] was arrested"."""
    if verb.dep_ != "ccomp" or not grammar.children(verb, "aux:pass") or grammar.children(verb, "mark"):
        return None
    return grammar.subject(verb) if verb.head.i < verb.i else None


def _hedged(verb: Token) -> Token | None:
    """Give a number that a hedge made the parser take for no object: "injured around 30"."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    return next((token for token in behind if token.tag_ == "CD" and token.dep_ == "obl"), None)


def _shared(verb: Token) -> Token | None:
    """Give what a joined verb shares with the first: "was arrested and jailed", "fired and were killed"."""
    first = grammar.first_conjunct(verb)
    if grammar.is_passive(first):
        return _undergoer(first)
    return _dying(first) if grammar.is_passive(verb) else None


def _without_auxiliary(verb: Token) -> Token | None:
    """Give those of a participle that shares the auxiliary of the first: "17 were killed and 45 hurt"."""
    shares = verb.dep_ == "conj" and grammar.is_passive(grammar.first_conjunct(verb))
    if not shares or grammar.children(verb, "obj", "aux", "aux:pass") or verb.tag_ not in {"VBD", "VBN"}:
        return None
    return next(iter(grammar.children(verb, "nsubj")), None)


def _dying(verb: Token) -> Token | None:
    if verb.dep_ == "xcomp":
        return grammar.subject(verb)
    if verb.dep_ == "acl" and verb.i > verb.head.i and verb.tag_ in {"VBD", "VBN"}:
        return verb.head  # "six men drowned", which the parser took for men who were drowned
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubj:pass"}:
            return _antecedent(child, verb)
    return None


def _antecedent(token: Token, verb: Token) -> Token:
    """Replace a relative pronoun by the noun before it."""
    return verb.head if token.tag_ in {"WDT", "WP"} and verb.dep_ == "acl:relcl" else token


def _phrases(verb: Token, lemma: str) -> Iterator[tuple[Event, Token]]:
    """Read the verbs that mean an event only with their complement ("taken into custody")."""
    for row in table()["phrases"]:
        if lemma not in row["verbs"]:
            continue
        complements = [child for child in _below(verb) if child.lemma_.lower() == row["complement"]]
        if not complements:
            continue
        if row["people"] in {"of", "object"} and is_numbered(complements[0]):
            yield row["event"], complements[0]  # "claimed 17 lives", "took two captive"
        noun = _stands_in(row["people"], verb, complements[0])
        if noun is not None and noun not in complements and (_has_people(noun) or is_numbered(noun)):
            yield row["event"], noun


def _before(preposition: Token) -> Token | None:
    """Give the people directly before a preposition: "left two dead and [five] under arrest"."""
    if preposition.i == preposition.sent.start:
        return None
    before = preposition.nbor(-1)
    return before if before.tag_ == "CD" or (grammar.is_noun(before) and is_person(before)) else None


def _below(verb: Token) -> Iterator[Token]:
    """Give what hangs on a verb, or on its object behind it: "took a leader [into custody]"."""
    for child in verb.children:
        yield child
        if child.dep_ == "obj":
            for noun in (child, *grammar.children(child, "conj")):
                yield from grammar.children(noun, "nmod")


def _stands_in(place: str, verb: Token, complement: Token) -> Token | None:
    """Give the noun that stands in one place of a phrase: subject or object of its verb, or behind "of"."""
    if place == "of":
        return grammar.complement(complement, "of")
    if place == "either":
        return _undergoer(verb) or _dying(verb) or (grammar.subject(verb) if verb.tag_ == "VBD" else None)
    if grammar.is_noun(verb):
        return _dying(verb) or _before(complement)
    return _dying(verb) if place == "subject" else _undergoer(verb)


def _of_noun(noun: Token) -> Token | None:
    """Give the people of an event noun: "the deaths of 12 insurgents", "12 deaths"."""
    below = grammar.complement(noun, "of", "to")
    if below is not None and is_person(below):
        return below
    numbered = grammar.children(noun, "nummod")
    return noun if numbered and noun.tag_ in {"NNS", "NN"} else None


def _is_found_dead(noun: Token) -> bool:
    """Whether a noun is of a body that was found: "pulled 11 more bodies from the mine"."""
    is_body = noun.lemma_.lower() in words("killed", "remains") and noun.dep_ in {"obj", "nsubj:pass"}
    return is_body and noun.head.lemma_.lower() in words("killed", "found")


def _in_state(word: Token) -> Token | None:
    """Give who is said to be dead or wounded: "12 were dead", "left three dead", "shot dead two officers"."""
    subject = next(iter(grammar.children(word, "nsubj", "nsubj:pass")), None)
    if subject is not None or word.i == word.sent.start:
        return subject
    before = word.nbor(-1)
    if before.lower_ == "more":  # "four dead and seven more wounded"
        before = word.nbor(-2)
    if before.tag_ == "CD" or (grammar.is_noun(before) and is_person(before)):
        return before
    if before.lemma_ == "shoot" and word.head.i > word.i:
        return word.head
    if word.dep_ == "xcomp":
        return next(iter(grammar.children(word.head, "obj", "nsubj:pass")), None)
    return None


def _counted(noun: Token) -> tuple[Event, Token] | None:
    """Read a count with its number behind the verb: "the death toll rose to 12"."""
    event: Event | None = None
    lemma = noun.lemma_.lower()
    if lemma in words("counts", "toll"):
        event = "killed"
    elif lemma in words("counts", "number"):
        below = grammar.complement(noun, "of")
        event = _event_of_counted(below) if below is not None else None
    raised = noun.dep_ == "obj" and noun.head.lemma_.lower() in words("counts", "raising")
    if event is None or not (raised or noun.dep_ == "nsubj"):
        return None
    behind = noun.doc[max(noun.i, noun.head.i) + 1 : noun.sent.end]
    number = next((token for token in behind if token.tag_ == "CD" and noun.head in token.ancestors), None)
    if number is None or (raised and grammar.preposition(number) not in {"to", "at"}):
        return None
    return event, number


def _event_of_counted(noun: Token) -> Event | None:
    """Give what is told of those in a count: "the number of deaths", "of dead", "of people killed"."""
    told = [("nouns", noun.lemma_.lower()), ("states", noun.lemma_.lower())]
    told += [("verbs", child.lemma_.lower()) for child in grammar.children(noun, "acl")]
    return next((_events_of()[row] for row in told if row in _events_of()), None)
