"""Clauses and phrases that state what is so, whatever the clause above them plans or denies."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words
from addup.reading.text import DASHES_OR_HYPHEN


def stands_alone(clause: Token) -> bool:
    """Whether a clause states something whatever the clause above says."""
    if _is_told(clause) or clause.dep_ == "acl:relcl" or _is_of_which(clause) or is_of_now(clause):
        return True
    if _is_behind_or_beside(clause):
        return True
    if clause.dep_ != "advcl":
        return False
    if grammar.has_child(clause, {"having"}, "aux"):
        return True  # "will pay none, having paid 60 cents last year"
    if grammar.has_child(clause, {"where"}, "advmod"):
        return True  # "700 jobs will go at the yard, where 2,900 work"
    return grammar.has_child(clause, words("stance", "reasons"), "mark")


def _is_feared(clause: Token) -> bool:
    """Whether a clause tells what somebody fears to be so: "officials feared that 40 had drowned"."""
    return clause.dep_ == "ccomp" and clause.head.lemma_.lower() == "fear"


def _is_told(clause: Token) -> bool:
    """Whether a clause tells what was, has been, or is beside what is planned."""
    # "were without power", "were hired"
    was = any(child.tag_ == "VBD" for child in grammar.children(clause, "aux:pass", "cop"))
    told = (clause.tag_ == "VBD" and grammar.is_clause(clause)) or was or _is_told_beside(clause)
    if _is_feared(clause):
        return False
    return (told and not _shares_condition(clause)) or _is_perfect(clause) or _goes_on_apart(clause)


def _is_perfect(clause: Token) -> bool:
    """Whether a clause tells what has been: "wants to wait, now that prices [have risen] 4 percent"."""
    if clause.dep_ == "ROOT" or clause.tag_ != "VBN" or _has_modal(clause):
        return False
    if clause.dep_ == "ccomp" and clause.head.lemma_.lower() in words("stance", "expected_verbs"):
        return False  # "hopes that prices have fallen"
    return any(verb.tag_ in _PRESENT and verb.lemma_ == "have" for verb in grammar.children(clause, "aux"))


def _goes_on_apart(clause: Token) -> bool:
    """Whether a clause of its own goes on behind a plan or a reason, and tells what is so now.

    "It expects to lose 40, and its debts [exceed] 60"; "as 40 percent go there and 90 percent [come] back".
    """
    own = grammar.children(clause, "nsubj", "nsubj:pass", "expl")
    if clause.dep_ != "conj" or not own or _has_modal(clause):
        return False
    first = clause.head
    is_reason = first.dep_ == "advcl" and grammar.has_child(first, words("stance", "reasons"), "mark")
    is_now = any(verb.tag_ in _PRESENT for verb in (clause, *grammar.children(clause, "aux", "cop")))
    return is_now and (is_reason or first.dep_ in {"ROOT", "parataxis", "xcomp"})


def _has_modal(clause: Token) -> bool:
    return any(verb.tag_ == "MD" for verb in grammar.children(clause, "aux"))


def _shares_condition(clause: Token) -> bool:
    """Whether a verb goes on what "if" opens: "if Orr had won two and [split] the six"."""
    first = clause.head
    goes_on = clause.dep_ == "conj" and not grammar.children(clause, "nsubj", "nsubj:pass", "expl")
    return goes_on and grammar.has_child(first, words("stance", "supposed_marks"), "mark")


_ASIDE = DASHES_OR_HYPHEN | {"("}


def _is_told_beside(clause: Token) -> bool:
    """Whether a clause beside a plan tells what has been done, or is put in between.

    "Will close and [has cut] 300 jobs"; "would close the mill - it [has] 300 workers - in May".
    """
    if clause.dep_ not in {"conj", "parataxis"}:
        return False
    helping = grammar.children(clause, "aux", "aux:pass")
    if clause.tag_ == "VBN" and any(verb.lemma_ == "have" and verb.tag_ in _FINITE for verb in helping):
        return True
    now = clause.tag_ in _FINITE or any(verb.tag_ in _FINITE for verb in grammar.children(clause, "cop"))
    first = clause.left_edge
    if first.text not in _ASIDE and first.i > clause.sent.start:
        first = first.nbor(-1)
    return (
        clause.dep_ == "parataxis"
        and now
        and bool(grammar.children(clause, "nsubj"))
        and first.text in _ASIDE
    )


_PRESENT = frozenset({"VBP", "VBZ"})
_FINITE = _PRESENT | {"VBD"}


def tells_of_known(noun: Token, below: Token) -> bool:
    """Whether a noun says what something known is, with more of it: "Orel, a [maker] with 400 workers"."""
    known = grammar.is_proper(noun.head) or is_known_noun(noun.head)
    return noun.dep_ == "appos" and known and below != noun and grammar.is_noun(below)


def is_of_now(clause: Token) -> bool:
    """Whether a participle tells what is so now: "will give 40 shares, currently valued at $2 million"."""
    is_participle = clause.tag_ in {"VBG", "VBN"} and clause.dep_ in {"acl", "advcl"}
    return is_participle and grammar.has_child(clause, words("stance", "now"), "advmod")


def _is_behind_or_beside(clause: Token) -> bool:
    """Whether a phrase tells what was before, or more of something: "in the wake of a loss"."""
    is_behind = clause.lower_ == "wake" or grammar.preposition(clause) in words("stance", "behind")
    return is_behind or _is_what_was_surpassed(clause) or _is_set_off_participle(clause)


def _is_what_was_surpassed(noun: Token) -> bool:
    """Whether something is held against what is so: "will be more than the four points of May"."""
    if grammar.preposition(noun) != "than" or not is_known_noun(noun):
        return False
    told = grammar.children(noun, "acl:relcl")
    return not any(clause.lemma_.lower() in words("stance", "expected_verbs") for clause in told)


def _is_set_off_participle(clause: Token) -> bool:
    """Whether a participle tells more of something: "the bid, valued at $2 million, is to end"."""
    is_participle = clause.tag_ == "VBN" and clause.dep_ == "acl" and clause.left_edge.i > 0
    return is_participle and clause.left_edge.nbor(-1).text == "," and clause.head.i < clause.i


def _is_of_which(clause: Token) -> bool:
    """Whether a clause says more of something: "will give $60 million, of which $20 million has arrived"."""
    return grammar.has_child(clause, {"which", "whom"}, "obl", "nsubj")


def is_known_noun(noun: Token) -> bool:
    """Whether a noun is definite or somebody's: "the union", "Orel's board"."""
    definite = grammar.has_child(noun, {"the", "these", "those"}, "det")
    return definite or bool(grammar.children(noun, "nmod:poss"))
