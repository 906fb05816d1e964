"""What is joined by "and": subjects, numbers before verbs, predicates."""

from __future__ import annotations

from spacy.tokens import Span, Token

from addup.reading.grammar import FINITE, FINITE_OR_MODAL, NOUN_TAGS, SUBJECTS
from addup.reading.mending.hanging import put_on_top


def and_before(noun: Token) -> Token | None:
    """Give the "and" right before a noun phrase, which the parser may hang on the noun or on its verb."""
    if noun.left_edge.dep_ == "cc":
        return noun.left_edge
    before = noun.doc[max(noun.left_edge.i - 1, 0)]
    return before if before.dep_ == "cc" and before.head == noun.head else None


def join(second: Token, joint: Token) -> None:
    """Join a subject behind "and" to the subject before it: a clause has one subject.

    So are those between them, which the parser takes to explain the first ("a doctor, [a nurse] and ...").
    """
    before = [child for child in second.head.lefts if child.dep_ in SUBJECTS and child.i < second.i]
    if not before:
        before = _take_back(second)
    if not before:
        return
    first = before[-1]
    for between in first.rights:
        if between.dep_ == "appos":
            between.dep_ = "conj"
    joint.head = second
    second.head = first
    second.dep_ = "conj"


def _take_back(second: Token) -> list[Token]:
    """Give a clause its first subject, which the parser has for that of who reports it at the end.

    "Two [officers] and five others were hurt, officials said": a verb is not joined to a noun.
    """
    verb, first = second.head, second.head.head
    report = first.head
    if verb.dep_ != "conj" or first.dep_ not in SUBJECTS or first.tag_ not in NOUN_TAGS or report.i < verb.i:
        return []
    verb.head, verb.dep_ = report, "ccomp"
    first.head, first.dep_ = verb, second.dep_
    return [first]


def find_number(verb: Token) -> None:
    """Give a verb the number or noun joined before it as subject: "took part in the vote and [700] voted"."""
    if any(child.dep_ in SUBJECTS or child.dep_ in {"aux:pass", "cop"} for child in verb.children):
        return
    first = verb
    for child in reversed(list(verb.lefts)):  # "700 [have now] voted"
        if child.i == first.i - 1 and child.dep_ in {"advmod", "aux"}:
            first = child
    before = first.nbor(-1) if first.i > verb.sent.start + 1 else verb
    joined = (
        before.i > verb.sent.start
        and before.dep_ == "conj"
        and "and" in {before.left_edge.lower_, before.nbor(-1).lower_}
    )
    if joined and (
        before.tag_ == "CD" or (before.tag_ in {"NN", "NNS"} and before.head.dep_ in {"obj", "obl"})
    ):
        before.head, before.dep_ = verb, "nsubj"


def free_number(number: Token) -> None:
    """Make a number that the parser takes for part of "and" a subject: "12 died and [40] were hurt"."""
    joint = number.head
    verb = joint.head
    if joint.dep_ != "cc" or verb.i < number.i or any(child.dep_ in SUBJECTS for child in verb.children):
        return
    passive = any(child.dep_ == "aux:pass" for child in verb.lefts)
    number.head, number.dep_ = verb, "nsubj:pass" if passive else "nsubj"


def join_like_amount(second: Token) -> None:
    """Join an amount to one of its unit before: "pay 4 yen for shares with a vote and [3 yen] for others".

    The parser joins it to a noun between them, which has no number.
    """
    noun = second.head
    if noun.i > second.i or noun.tag_ not in NOUN_TAGS or not _is_counted(second) or _is_counted(noun):
        return
    if second.right_edge.i + 1 < noun.sent.end and second.right_edge.nbor().tag_ in FINITE_OR_MODAL:
        return  # "and [4 percent] would stay"
    before = reversed(noun.doc[noun.sent.start : noun.i])
    first = next((token for token in before if token.lower_ == second.lower_ and _is_counted(token)), None)
    if first is None or first.head == noun or not first.head.is_ancestor(noun):
        return
    second.head = first
    for above in noun.ancestors:
        if above == first.head:
            return
        for child in list(above.rights):
            if child.i > second.i:
                child.head = first.head


def _is_counted(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in noun.lefts)


def part_predicates(sentence: Span) -> None:
    """Part a second predicate from the first, which has its own: "Six were ill and [five] had burns"."""
    verb = sentence.root
    number = verb.nbor(-1) if verb.i > sentence.start else verb
    if number.tag_ != "CD" or number.dep_ != "conj" or verb.tag_ not in FINITE:
        return
    first = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if first is None or number.head != first or not any(child.dep_ == "cop" for child in first.children):
        return
    put_on_top(first)
    for child in list(verb.lefts):
        if child != number:
            child.head = first
    verb.head, verb.dep_ = first, "conj"
    number.head, number.dep_ = verb, "nsubj"
