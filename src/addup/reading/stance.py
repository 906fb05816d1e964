"""Whether a figure is stated, expected, denied or only supposed, from the words around it."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.records import Stance


def stance_of(anchor: Token, said: Stance = "stated") -> Stance:
    """Give the standing of a figure: from the clauses above it, else that of what is said as a whole.

    Relative clauses and reasons stand by themselves: in "will meet men who lead 300 workers" and "plans no
    draft, as 300 have signed" the 300 are stated.
    `said` is the stance of the attribution that the figure stands in.
    """
    current = anchor
    while True:
        found = _of_clause(current)
        if found is not None:
            return found
        if current.head == current or current.dep_ == "acl:relcl" or _gives_reason(current):
            return said
        current = current.head


def _gives_reason(clause: Token) -> bool:
    """Whether an adverbial clause says why, or what is so all the same, of the clause above."""
    if clause.dep_ != "advcl":
        return False
    return any(child.lower_ in words("stance", "reasons") for child in grammar.children(clause, "mark"))


def _of_clause(token: Token) -> Stance | None:
    """Judge one predicate by its auxiliaries, marks and verb."""
    auxiliaries = grammar.auxiliaries(token)
    marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
    if marks & words("stance", "supposed_marks") or auxiliaries & words("stance", "supposed_modals"):
        return "supposed" if marks & words("stance", "supposed_marks") else "expected"
    if auxiliaries & words("stance", "expected_modals"):
        return "expected"
    lemma = token.lemma_.lower()
    if grammar.is_verb(token) and lemma in words("stance", "expected_verbs") and _looks_ahead(token):
        return "expected"
    if grammar.is_noun(token) and lemma in words("stance", "expected_nouns"):
        return "expected"
    return None


def _looks_ahead(verb: Token) -> bool:
    """Whether a verb such as "plan" or "set" has what is to come behind it ("plans to cut", "expects ...").

    "Set a record", "go home" and "hopeful" readings without an infinitive, object clause or passive stay out.
    """
    if verb.lemma_.lower() == "go":
        return verb.tag_ == "VBG" and bool(grammar.children(verb, "xcomp"))
    if verb.lemma_.lower() in {"set", "seek", "want", "schedule"}:
        return bool(grammar.children(verb, "xcomp"))
    return True
