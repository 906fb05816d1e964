"""What a clause tells by its verb: what was, what is so by now, what is to come, what was or is expected."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.reading.times import begins_after
from addup.records import Period


def tells(anchor: Token) -> bool:
    """Whether a clause tells what happened or was so, in the past: "police arrested 40", "40 were waiting".

    A participle below it goes on in the same time: "..., picking up four seats", and so does a noun with
    words of its own ("with 76 percent counted, ..."). A participle with a subject and no auxiliary is a
    simple past that the tagger does not know.
    """
    clause = _finite_clause(anchor)
    if clause is None:
        return False
    helpers = grammar.auxiliaries(clause)
    if helpers & {"have", "has", "had", "would"} or _speaks(anchor, clause):
        return False
    if clause.tag_ == "VBN" and not helpers:
        return bool(grammar.children(clause, "nsubj"))
    return clause.tag_ == "VBD" or bool(helpers & {"was", "were", "did"})


def is_perfect(anchor: Token) -> bool:
    """Whether a clause tells what has come to be so: "has spent 40"."""
    clause = _finite_clause(anchor)
    return clause is not None and bool(grammar.auxiliaries(clause) & {"has", "have"})


def in_present(anchor: Token) -> Token | None:
    """Give the verb that tells a figure in the simple present ("has 40"), None where none does."""
    clause = grammar.clause_head(anchor)
    is_present = clause is not None and clause.tag_ in {"VBP", "VBZ"} and not grammar.auxiliaries(clause)
    return clause if is_present else None


def is_before_then(anchor: Token) -> bool:
    """Whether a clause tells what had come to be so before what is told: "it had lost 40 men".

    Not where it is what somebody said, whose past may be that of the day told of: "they had arrested four".
    """
    clause = _finite_clause(anchor)
    if clause is None or "had" not in grammar.auxiliaries(clause):
        return False
    first = grammar.first_conjunct(clause)
    return first.dep_ != "ccomp" and not grammar.children(first, "parataxis", "ccomp")


def is_so_now(anchor: Token) -> bool:
    """Whether a clause tells what is so or has come to be so by now: "is 40", "has sold 40"."""
    clause = _finite_clause(anchor)
    if clause is None:
        return False
    finite = [clause, *grammar.children(clause, "aux", "aux:pass", "cop")]
    tags = {token.tag_ for token in finite}
    return bool(tags & {"VBZ", "VBP"}) and "MD" not in tags


def fits_tense(anchor: Token, period: Period, published: date | None) -> bool:
    """Whether days can be those of a figure by its verb: "voted 89 to 52" is not of next year."""
    clause = grammar.clause_head(anchor)
    if clause is not None and published is not None and _is_still_to_come(clause):
        return not _is_over_for(clause, period, published)
    helpers = grammar.auxiliaries(clause) if clause is not None else set()
    is_past = clause is not None and (
        (clause.tag_ == "VBD" and not helpers) or (clause.tag_ == "VBN" and helpers == {"had"})
    )
    return not (is_past and begins_after(period, published))


def _is_still_to_come(clause: Token) -> bool:
    """Whether a verb tells what will be after the day of the report: "will cut 40", "plans to cut 40"."""
    helpers = grammar.auxiliaries(clause)
    if clause.tag_ != "VB" or helpers & {"have", "has", "had"}:
        return False
    above = clause.head
    planned = (
        clause.dep_ == "xcomp" and above.tag_ in {"VBZ", "VBP"} and grammar.has_child(clause, {"to"}, "mark")
    )
    return bool(helpers & {"will", "shall", "'ll", "’ll", "wo"}) or (
        planned and above.lemma_.lower() in words("stance", "expected_verbs")
    )


def _is_over_for(clause: Token, period: Period, published: date) -> bool:
    """Whether what is to come has nothing of days: "lost 12 since May and will [send] 40".

    Those are one that is over, a stretch until now, or, of a clause that another leads to, whatever is over.
    """
    first, last = period.first, period.last
    if first is None or last is None or first >= published or last > published:
        return False
    return last in {first, published} or _is_joined(clause)


def _is_joined(clause: Token) -> bool:
    """Whether a clause, or the one that it is planned in, goes on from another: "cut 9 and [plans] to"."""
    return "conj" in {clause.dep_, clause.head.dep_ if clause.dep_ == "xcomp" else ""}


def is_ahead(anchor: Token) -> bool:
    """Whether a clause tells what is to come: "will cut 40 jobs", "plans to", and a headline's "to cut"."""
    clause = grammar.clause_head(anchor)
    verb = grammar.first_conjunct(clause) if clause is not None else None
    if clause is None or verb is None or not clause.tag_ == verb.tag_ == "VB":
        return False
    if is_what_came_before(anchor, clause):
        return False
    helpers = grammar.auxiliaries(clause) | grammar.auxiliaries(verb)
    if helpers & words("stance", "expected_modals"):
        return "have" not in helpers
    above = verb.head
    if not grammar.has_child(verb, {"to"}, "mark") or above == verb:
        return above == verb and grammar.has_child(verb, {"to"}, "mark")
    planned = above.lemma_.lower() in words("stance", "expected_verbs") and verb.dep_ == "xcomp"
    return planned and not grammar.children(above, "obj")


def is_possible(anchor: Token) -> bool:
    """Whether a clause tells what may be, or might have been: "thousands may have been exposed"."""
    clause = _finite_clause(anchor)
    helpers = grammar.auxiliaries(clause) if clause is not None else set()
    return bool(helpers & listed("tense", "possible"))


def is_planned(anchor: Token) -> Token | None:
    """Give the verb that tells what a plan is, where a figure is of that: "announced plans to [cut] 40"."""
    for verb in anchor.ancestors:
        if verb.tag_ != "VB" or not grammar.has_child(verb, {"to"}, "mark"):
            continue
        plans = [verb.head] if verb.dep_ == "acl" else grammar.children(verb.head, "obj")
        is_plan = any(plan.lemma_.lower() in listed("tense", "plans") and plan.i < verb.i for plan in plans)
        return verb if is_plan else None
    return None


def is_promised(anchor: Token) -> Token | None:
    """Give the verb of what somebody said would be done, where a figure is of that: "vowed to [cut] 40"."""
    verb = grammar.clause_head(anchor)
    if verb is None or verb.tag_ != "VB" or verb.dep_ != "xcomp" or not grammar.is_verb(verb.head):
        return None
    said = verb.head.tag_ == "VBD" and verb.head.lemma_.lower() in listed("tense", "promising")
    return verb if said and grammar.has_child(verb, {"to"}, "mark") else None


def is_what_came_before(token: Token, clause: Token | None) -> bool:
    """Whether a word is of what a clause follows: "to cut 40 jobs after a [third-quarter] loss"."""
    for word in (token, *token.ancestors):
        if word == clause:
            return False
        if grammar.preposition(word) in listed("clauses", "after"):
            return True
    return False


def is_awaited(anchor: Token) -> bool:
    """Whether a clause tells what somebody thinks or thought that a figure would be, at any time."""
    return any(map(_awaits, (anchor, *anchor.ancestors)))


def was_awaited(anchor: Token) -> bool:
    """Whether a clause tells what was thought that a result would be: "analysts had expected 40 cents"."""
    for word in (anchor, *anchor.ancestors):
        if _awaits(word):
            is_now = grammar.auxiliaries(word) & {"is", "are", "has", "have"}
            return word.tag_ in {"VBD", "VBN"} and not is_now
    return False


def expects(anchor: Token) -> bool:
    """Whether a clause tells what somebody expects now: "sees sales of $4 million", "will earn"."""
    for word in (anchor, *anchor.ancestors):
        if grammar.is_verb(word) or grammar.children(word, "cop"):
            is_now = word.tag_ in {"VBZ", "VBP", "VBG"}
            if is_now and word.lemma_.lower() in words("stance", "awaiting") | {"see"}:
                return True
            if grammar.auxiliaries(word) & words("stance", "expected_modals"):
                return True
    return False


def sets_guess(anchor: Token) -> bool:
    """Whether a clause tells what somebody set a guess to: "cut his [estimate] of 1989 earnings to $4"."""
    clause = grammar.clause_head(anchor)
    guess = grammar.direct_object(clause) if clause is not None else None
    return guess is not None and guess.lemma_.lower() in words("container", "guesses")


def _awaits(word: Token) -> bool:
    """Whether a word is a verb of waiting for a figure: "expect", "forecast"."""
    return grammar.is_verb(word) and word.lemma_.lower() in words("stance", "awaiting")


def _finite_clause(anchor: Token) -> Token | None:
    """Give the verb or predicate whose tense is that of a figure, which may be the predicate itself."""
    clause = anchor if grammar.children(anchor, "cop") else grammar.clause_head(anchor)
    while clause is not None and _goes_on(clause):
        clause = grammar.clause_head(clause)
    return clause


def _goes_on(clause: Token) -> bool:
    """Whether a clause has no tense of its own, so that its time is that of the one above."""
    if clause.head == clause or grammar.auxiliaries(clause):
        return False
    if clause.tag_ == "VBN":
        return not grammar.children(clause, "nsubj")
    if clause.tag_ == "VBD":  # a past like a participle: "has hurt 40 and killed six"
        above = clause.head
        shared = clause.dep_ == "conj" and above.tag_ == "VBN" and not grammar.children(clause, "nsubj")
        return shared and bool(grammar.auxiliaries(above) & {"have", "has"})
    return clause.tag_ == "VBG" and clause.dep_ in {"advcl", "acl", "conj"}


def _speaks(anchor: Token, verb: Token) -> bool:
    """Whether a figure is only of those who say something: "two officials said"; not "told 40 people"."""
    if verb.lemma_.lower() not in words("report", "verbs"):
        return False
    top = anchor
    while top.head not in (verb, top):
        top = top.head
    return top.dep_ not in {"obj", "iobj"}
