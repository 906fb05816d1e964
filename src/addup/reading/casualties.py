"""Where a text says that people were killed, captured or injured.

Only what the text asserts counts: not what was denied, tried, feared or wished ("an operation to capture a
leader"), and not what someone is known for ("responsible for an attack that killed two").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.people import People, is_person, people_in
from addup.reading.toll_words import table, words

Event = Literal["killed", "captured", "injured"]
EVENTS: tuple[Event, ...] = get_args(Event)

_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "without", "no"})
_MODAL = frozenset(
    {"could", "may", "might", "must", "shall", "should", "will", "would", "can", "wo", "ca", "'ll"}
)
_SUPPOSED = frozenset({"if", "unless", "whether", "without"})


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
    for token in doc:
        for event, noun in _concerned(token):
            if _is_asserted(token):
                people = tuple(some for some in people_in(noun, token) if some.least != 0)
                found.append(Mention(event, token, people, _is_sum(token, noun)))
    return tuple(mention for mention in found if mention.people)


@cache
def _events_of() -> dict[tuple[str, str], Event]:
    """Index the table by (row, lemma)."""
    rows = ("verbs", "intransitive", "loose", "nouns", "states")
    return {(row, lemma): event for event in EVENTS for row in rows for lemma in table()[event][row]}


@cache
def _known() -> frozenset[str]:
    return frozenset(lemma for _, lemma in _events_of())


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
    if grammar.is_verb(token):
        for row, find in (("verbs", _undergoer), ("loose", _undergoer), ("intransitive", _dying)):
            event, noun = events.get((row, lemma)), find(token)
            if event and noun is not None and (row != "loose" or is_person(noun)):
                yield event, noun
        yield from _phrases(token, lemma)
    elif grammar.is_noun(token) and ("nouns", lemma) in events:
        noun = _of_noun(token)
        if noun is not None:
            yield events["nouns", lemma], noun
    if token.tag_.startswith(("JJ", "VBN")) and ("states", lemma) in events:
        noun = _in_state(token)
        if noun is not None:
            yield events["states", lemma], noun


def _undergoer(verb: Token) -> Token | None:
    """Give those to whom something was done: the object, or the subject of a passive."""
    for child in verb.children:
        if child.dep_ in {"obj", "nsubj:pass"}:
            return _antecedent(child, verb)
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "acl:relcl", "amod"} and grammar.is_noun(verb.head):
        return verb.head if verb.i > verb.head.i else None
    if verb.dep_ == "conj" and not grammar.children(verb, "nsubj"):
        return _shared(verb)
    return None


def _shared(verb: Token) -> Token | None:
    """Give what a joined verb shares with the first: "was arrested and jailed", "captured or killed 80"."""
    first = grammar.first_conjunct(verb)
    if grammar.is_passive(first):
        return _undergoer(first)
    return None


def _dying(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubj:pass"}:
            return _antecedent(child, verb)
    return None


def _antecedent(token: Token, verb: Token) -> Token:
    """Replace a relative pronoun by the noun before it."""
    return verb.head if token.tag_ in {"WDT", "WP"} and verb.dep_ == "acl:relcl" else token


def _phrases(verb: Token, lemma: str) -> Iterator[tuple[Event, Token]]:
    """Read the verbs that mean an event only with their complement ("taken into custody")."""
    for row in table()["phrase"]:
        complements = [child for child in verb.children if child.lemma_.lower() == row["complement"]]
        if row["verb"] != lemma or not complements:
            continue
        noun = _stands_in(row["people"], verb, complements[0])
        if noun is not None and noun not in complements:
            yield row["event"], noun


def _stands_in(place: str, verb: Token, complement: Token) -> Token | None:
    """Give the noun that stands in one place of a phrase: subject or object of its verb, or behind "of"."""
    if place == "of":
        return grammar.complement(complement, "of")
    return _dying(verb) if place == "subject" else _undergoer(verb)


def _of_noun(noun: Token) -> Token | None:
    """Give the people of an event noun: "the deaths of 12 insurgents", "12 deaths"."""
    below = grammar.complement(noun, "of", "to")
    if below is not None and is_person(below):
        return below
    numbered = grammar.children(noun, "nummod")
    return noun if numbered and noun.tag_ in {"NNS", "NN"} else None


def _in_state(word: Token) -> Token | None:
    """Give who is said to be dead or wounded: "left three dead", "12 were dead", "three dead"."""
    for child in word.children:
        if child.dep_ in {"nsubj", "nsubj:pass"}:
            return child
    head = word.head
    if word.dep_ == "xcomp":
        return next(iter(grammar.children(head, "obj", "nsubj:pass")), None)
    if word.dep_ in {"amod", "acl"} and head.i < word.i and (head.tag_ == "CD" or is_person(head)):
        return head
    return None


def _is_asserted(word: Token) -> bool:
    """Whether the text says that it happened."""
    return not (_is_denied(word) or _is_unreal(word) or _is_history(word))


def _is_denied(word: Token) -> bool:
    first = grammar.first_conjunct(word)
    return any(
        child.lower_ in _NEGATIVE and child.dep_ in {"advmod", "mark", "det", "case", "neg"}
        for token in (word, first)
        for child in token.children
    )


def _is_unreal(word: Token) -> bool:
    """Whether a verb names what was tried, planned, feared or supposed, not what was done."""
    current = word
    if _is_ongoing(word):
        return True
    while True:
        marks = {child.lower_ for child in current.children if child.dep_ in {"mark", "aux"}}
        if marks & _SUPPOSED or marks & _MODAL:
            return True
        if "to" in marks and not _is_implied(current):
            return True
        if current.dep_ != "conj" or current.head == current:
            return False
        current = current.head


def _is_ongoing(verb: Token) -> bool:
    """Whether a verb tells what goes on in general: "the bombs that are killing civilians"."""
    return verb.tag_ == "VBG" and any(child.tag_ in {"VBP", "VBZ"} for child in grammar.children(verb, "aux"))


def _is_implied(infinitive: Token) -> bool:
    """Whether the verb above makes the infinitive true: "managed to capture", "was able to detain"."""
    return infinitive.head.lemma_.lower() in words("implicative", "verbs")


def _is_history(word: Token) -> bool:
    """Whether the mention stands below words that tell of the past: a record, a charge, an earlier event."""
    if _counts_since(word) or _is_past(word):
        return True
    history, earlier = words("history", "words"), words("history", "earlier")
    current = word
    while current.head != current and current.dep_ != "parataxis" and not _is_own_clause(current):
        below = current.dep_
        current = current.head
        if below != "nsubj" and current.lemma_.lower() in history:
            return True
        if any(child.lower_ in earlier for child in grammar.children(current, "amod")):
            return True
    return False


def _is_own_clause(verb: Token) -> bool:
    """Whether a joined verb begins a clause with a subject of its own."""
    return verb.dep_ == "conj" and bool(grammar.children(verb, "nsubj", "nsubj:pass"))


def _counts_since(word: Token) -> bool:
    """Whether a count runs over many events: "have killed two and detained 30 since Dec. 1", "this month".

    English counts up to now in the perfect, so that "since" beside the simple past belongs to something else
    ("claimed 12 lives, making it the worst since 1998").
    """
    first = grammar.first_conjunct(word)
    perfect = any(child.lemma_ == "have" and child.tag_ != "VBD" for child in grammar.children(first, "aux"))
    until_now = _below(word) if perfect else list(word.children) if word.dep_ == "acl" else []
    if any(_has_since(token) for token in until_now):
        return True
    return any(_is_span(token, "this") for token in _below(word))


def _has_since(token: Token) -> bool:
    return any(child.lower_ == "since" and child.dep_ == "case" for child in token.children)


def _is_past(word: Token) -> bool:
    """Whether a relative clause tells of someone's past: "who was wounded last year"."""
    return word.dep_ == "acl:relcl" and any(_is_span(token, "last") for token in word.subtree)


def _is_span(token: Token, which: str) -> bool:
    return token.lemma_ in words("time", "spans") and any(
        child.lower_ == which for child in grammar.children(token, "det", "amod")
    )


def _is_sum(word: Token, noun: Token) -> bool:
    """Whether what a word reports of some people is summed up over several events."""
    first = grammar.first_conjunct(word)
    above = first.head if first.dep_ in {"advcl", "acl"} else first
    around = [child for holder in (word, first, above, noun) for child in holder.children]
    return any(_are_events(token) for token in around)


def _are_events(token: Token) -> bool:
    """Whether a noun stands for several events that a count runs over: "during four operations"."""
    if token.tag_ != "NNS" or token.lemma_ not in words("events", "nouns"):
        return False
    return token.dep_ == "nsubj" or grammar.preposition(token) in words("events", "prepositions")


def _below(word: Token) -> list[Token]:
    """Give the tokens that hang on a word, or on the first verb of those it is joined to."""
    first = grammar.first_conjunct(word)
    return [*word.subtree, *(first.subtree if first != word else ())]
