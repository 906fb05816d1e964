"""Clauses that say more of a noun, and verbs behind them that the parser takes into them."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.grammar import FINITE, NOUN_TAGS, SUBJECTS
from addup.reading.mending.hanging import take_place
from addup.reading.mending.reports import reports

# What a parser takes a clause for that says more of something before it.
_LOOSE = frozenset({"acl:relcl", "advcl", "ccomp", "conj", "dep", "parataxis"})


def leave_relative(verb: Token) -> None:
    """Give a finite verb the noun that a clause before it describes: "people who hold a card [live] here".

    The parser has it for what a verb of the clause leads to, which no finite verb can be.
    """
    clause = verb.head
    noun = clause.head
    alone = not any(child.dep_ in SUBJECTS | {"mark", "aux", "cc"} for child in verb.children)
    if clause.dep_ != "acl:relcl" or noun.dep_ not in SUBJECTS or noun.i > clause.i or not alone:
        return
    above = noun.head
    verb.head, verb.dep_ = above, "ccomp"
    noun.head, noun.dep_ = verb, "nsubj"
    if above.tag_ == "NNS" and reports(above):
        above.tag_ = "VBZ"


def open_relative(which: Token) -> None:
    """Give a clause behind "in which" its subject: "a siege in which [nine], two of them men, died"."""
    noun = which.head
    before = which.nbor(-2) if which.i > which.sent.start + 1 else which
    if which.dep_ != "nmod" or noun.i < which.i or before.tag_ not in NOUN_TAGS or noun.is_ancestor(before):
        return
    verb = next((token for token in which.doc[noun.i + 1 : which.sent.end] if _lacks_done_to(token)), None)
    if verb is None or verb.is_ancestor(before):
        return
    verb.head, verb.dep_ = before, "acl:relcl"
    noun.head, noun.dep_ = verb, "nsubj:pass"
    which.head, which.dep_ = verb, "obl"


def hang_on_clause_before(which: Token) -> None:
    """Hang a clause with "of which" on the clause right before it: "said 40 were seen, of which [six fell]".

    The parser hangs some on the verb of the sentence, though they say more of what stands before their comma.
    """
    clause = grammar.clause_head(which)
    first = _opening(which)
    if clause is None or first is None or clause.i < which.i or clause.dep_ not in _LOOSE:
        return
    last = first.nbor(-2)
    above, before = clause.head, last if grammar.is_verb(last) else grammar.clause_head(last)
    if before is None or above == before or not above.is_ancestor(before) or clause.is_ancestor(before):
        return
    clause.head = before
    for joined in list(above.rights):
        counts = any(child.dep_ in SUBJECTS and child.tag_ == "CD" for child in joined.lefts)
        if joined.dep_ == "conj" and joined.i > clause.i and counts:
            joined.head = clause  # "of which six fell and four [landed]"


def hang_where_on_noun(verb: Token) -> None:
    """Hang a clause with "where" behind a noun on that: "in Selm, where [rain fell], homes were lost".

    The parser hangs some on the verb of the sentence, which then has the days that are the clause's.
    """
    where = next((child for child in verb.lefts if child.lower_ == "where"), None)
    if where is None or where.i - where.sent.start < len(("in", "Selm", ",")) or where.nbor(-1).lower_ != ",":
        return
    noun = where.nbor(-2)
    if noun.tag_ not in NOUN_TAGS or noun == verb.head:
        return
    if noun.head == verb and verb.head.i > noun.i:
        noun.head = verb.head
    if not verb.is_ancestor(noun):
        verb.head, verb.dep_ = noun, "acl:relcl"


def leave_fronted(verb: Token) -> None:
    """Make a clause of its own of one that opens with a place or group: "; among men [he trails] by five".

    The parser has it for one that says more of the men.
    """
    noun = verb.head
    first = noun.left_edge
    opens = first.i > noun.sent.start and first.nbor(-1).text == ";" and first.head == noun
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if not opens or first.dep_ != "case" or subject is None or subject.tag_ not in {"PRP", "NNP"}:
        return
    take_place(verb, noun)
    verb.dep_ = "parataxis"
    noun.head, noun.dep_ = verb, "obl"


def _opening(which: Token) -> Token | None:
    """Give the word behind the comma that a clause with "of which" begins with, how many or "of"."""
    first = which.nbor(-1) if which.i > which.sent.start + 2 else which
    if first.lower_ != "of":
        return None
    while first.i > which.sent.start + 2 and first.nbor(-1).tag_ in {"CD", "DT", "JJS", "NN", "RB"}:
        first = first.nbor(-1)
    return first if first.nbor(-1).text == "," else None


def _lacks_done_to(verb: Token) -> bool:
    """Whether a passive has no subject in the parse: "..., [were killed]"."""
    own = {child.dep_ for child in verb.children}
    return verb.tag_ == "VBN" and "aux:pass" in own and not own & (SUBJECTS | {"cc", "mark"})


def put_finite_on_top(gerund: Token) -> None:
    """Make the finite verb behind a gerund that of the clause: "the number of people living there [rose]".

    A gerund without a form of "be" has no subject, and what a clause adds has one, or a mark.
    """
    subject = next((child for child in gerund.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or any(child.dep_ in {"aux", "aux:pass", "cop", "mark"} for child in gerund.lefts):
        return
    verb = next((child for child in gerund.rights if _lacks_subject(child)), None)
    noun = gerund.doc[gerund.i - 1]
    if verb is None or noun.tag_ not in NOUN_TAGS or noun not in subject.subtree:
        return
    take_place(verb, gerund)
    for child in list(gerund.children):
        if child.i < gerund.i or child.i > verb.i:
            child.head = verb
    gerund.head, gerund.dep_ = noun, "acl"


def _lacks_subject(verb: Token) -> bool:
    """Whether a finite verb that is taken for an addition has neither a subject nor what joins it."""
    if verb.tag_ not in FINITE or verb.dep_ not in {"advcl", "ccomp", "dep", "parataxis"}:
        return False
    own = {child.dep_ for child in verb.lefts}
    return not own & (SUBJECTS | {"cc", "mark", "expl", "csubj"}) and verb.nbor(-1).text != ","
