"""The noun that an amount stands before, behind or below in the parse, or what that noun is of."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.nouns.amounts import is_change, names_measure, through_container
from addup.reading.nouns.behind import complement_right_behind, what_changed_by
from addup.reading.nouns.document import Nouns
from addup.reading.nouns.people import is_person
from addup.reading.nouns.phrases import BARE_PHRASE, head_of_phrase, tells_apart
from addup.reading.nouns.verbs import last_measure, thing_as_subject
from addup.reading.parsed import tokens_from

_SAID_OF = frozenset({"nmod", "nmod:unmarked", "appos", "acl", "amod", "dep"})


def noun_modified(nouns: Nouns, anchor: Token) -> Token | None:
    """Give the noun that the amount stands before ("a $40 million offering"), unless it is a time."""
    noun = grammar.modified(anchor)
    if noun is None or noun.i in nouns.timed or noun.i in nouns.inside or _is_year_on_year(noun):
        return None
    return noun


def _is_year_on_year(noun: Token) -> bool:
    """Whether a noun only says what is compared with what: "rose 4 percent [year] on year"."""
    again = noun.nbor(2).lower_ if noun.i + 2 < len(noun.doc) else ""
    return again == noun.lower_ and noun.nbor().lower_ in {"on", "over", "to"}


def noun_complement(nouns: Nouns, anchor: Token, preposition: str) -> Token | None:
    """Give the noun behind the amount ("hundreds of people"), unless it is a time."""
    noun = grammar.complement(anchor, preposition)
    if noun is None or noun.i in nouns.timed or noun.i in nouns.inside or not grammar.is_noun(noun):
        return None
    if tells_apart(noun.left_edge) or (noun.left_edge.i + 1 < noun.i and tells_apart(noun.left_edge.nbor())):
        return None  # "of [those surveyed] view"
    if noun.i + 1 < len(nouns.doc) and noun.nbor().tag_ == "POS":  # "two of Orel's 12 million shares"
        return head_of_phrase(nouns, noun.i) or noun
    if noun.tag_ == "NNP" and noun.i + 1 < len(nouns.doc) and noun.nbor().tag_ in BARE_PHRASE:
        return head_of_phrase(nouns, noun.i) or noun  # "10% of U.K. chemical maker Orel"
    return noun


def noun_above(nouns: Nouns, anchor: Token) -> Token | None:
    """Give the noun that the amount is said of: "a loss of $3 million", "a contract worth $3 million"."""
    head = anchor.head
    if head == anchor or anchor.dep_ not in _SAID_OF or not nouns.is_thing(head):
        return None
    if grammar.preposition(anchor) == "of" and (whole := _whole_of_part(nouns, head)) is not None:
        return whole
    if head.lemma_.lower() in words("container", "guesses"):
        return last_measure(nouns, head) or head
    if is_change(head) and grammar.preposition(anchor) in {"to", "from"}:
        return what_changes(nouns, head, anchor) or head
    if is_change(head) and grammar.preposition(anchor) == "of" and head.lemma_ != "gain":
        of = what_changed_by(nouns, anchor)  # "a decline of 40 cents in its stock"
        return of or what_changes(nouns, head, anchor) or head
    whole = through_container(head)
    return None if whole.i in nouns.inside else whole


def _whole_of_part(nouns: Nouns, part: Token) -> Token | None:
    """Give the noun of an amount that a part of it follows: "margin of error", "profit from operations".

    Parsers hang the part from the verb as often.
    """
    if names_measure(part) or part.left_edge.dep_ != "case" or part.left_edge.i == part.sent.start:
        return None
    whole = part.head if part.dep_ == "nmod" else part.left_edge.nbor(-1)
    return whole if names_measure(whole) and grammar.is_noun(whole) else None


def what_changes(nouns: Nouns, change: Token, anchor: Token) -> Token | None:
    """Give what the noun of a change is a change of: "a drop in sales", "a profit gain"."""
    compounds = [child for child in grammar.children(change, "compound") if names_measure(child)]
    of = compounds[-1] if compounds else None
    of = of or noun_complement(nouns, change, "in") or noun_complement(nouns, change, "of")
    of = (
        of
        or complement_right_behind(nouns, change, "in", "of")
        or _named_by(nouns, change)
        or _subject_that_changes(nouns, change)
    )
    return of or (last_measure(nouns, anchor) if change.dep_ == "appos" else None)


def _named_by(nouns: Nouns, change: Token) -> Token | None:
    """Give the thing right before the noun of a change, which it names: "talks over a 6% [pay] rise"."""
    before = [child for child in grammar.children(change, "compound") if child.i == change.i - 1]
    thing = before[0] if before and before[0].tag_ == "NN" else None
    if thing is None or thing.i in nouns.inside or grammar.clause_head(change) is None:
        return None
    return thing if nouns.is_thing(thing) else None


def _subject_that_changes(nouns: Nouns, change: Token) -> Token | None:
    """Give the subject of a clause with a change, unless it is a guess or who has one.

    "An estimate of 2% growth" and "economists had expected a rise of 2%" do not tell what grows, nor does
    "the governor called the 2% rise unfair".
    """
    verb = grammar.clause_head(change)
    if (
        verb is not None
        and verb.lemma_.lower() in words("stance", "awaiting")
        and grammar.direct_object(verb) == change
    ):
        return None
    subject = thing_as_subject(nouns, change)
    if subject is None or (is_person(subject) and not grammar.is_plural(subject)):
        return None
    return None if subject.lemma_.lower() in words("container", "guesses") else subject


def worth_before(anchor: Token) -> Token | None:
    """Give the word before an amount that says what it is the price of: "a mill [worth] $3 million"."""
    before = tokens_from(anchor.doc, max(anchor.sent.start, anchor.left_edge.i - 1), anchor.i)
    worth = (word for word in before if word.lower_ == "worth" and word.i)
    return next((word for word in worth if word.nbor(-1).lower_ != "net"), None)
