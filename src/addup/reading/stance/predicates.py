"""What one predicate says of how a figure below it stands: its auxiliaries, marks, conditions and charges."""

from __future__ import annotations

from itertools import chain

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import measuring_verbs, words
from addup.reading.stance.plans import has_to, is_in_plan, is_of_guess, is_still_to_come
from addup.records import Stance

_BE = "be"


def of_clause(token: Token, below: Token, *, is_found: bool) -> Stance | None:
    """Judge one predicate by its auxiliaries, marks and verb; `below` is what of it the figure stands in."""
    auxiliaries = grammar.auxiliaries(token)
    if auxiliaries or grammar.children(token, "mark"):
        found = _of_auxiliaries(token, auxiliaries)
        if _is_explained(token, below, auxiliaries):
            return None
        if found == "supposed" or (found == "expected" and not (is_found and "would" in auxiliaries)):
            return found
    if _is_imagined(token, below) or _is_choice(token) or _is_alleged(token, below) or _is_term(token, below):
        return "supposed"
    if _is_kept(token):
        return "stated"
    needed = token.lemma_.lower() == "need" and grammar.is_passive(
        token
    )  # "40 tonnes were needed to feed them"
    if grammar.is_verb(token) and not needed and is_of_guess(token):
        is_theirs = below.dep_ == "nsubj" or is_found
        return None if is_theirs and not grammar.is_passive(token) else "expected"
    to_come = (
        _is_aim(token, below)
        or is_in_plan(token, below)
        or is_still_to_come(token, below)
        or _is_likely(token, below)
    )
    return "expected" if to_come else None


def _is_aim(token: Token, below: Token) -> bool:
    """Whether an amount is what something aimed at or foreseen is: "the target is [2.5 percent]"."""
    if token.tag_.startswith("JJ") or (token != below and grammar.modified(below) != token):
        return False  # "the plan is 40 years old"
    aim = grammar.subject(token) if grammar.children(token, "cop") else None
    return aim is not None and aim.lemma_.lower() in words("stance", "expected_nouns")


def _is_likely(token: Token, below: Token) -> bool:
    """Whether a predicate says that what a figure is of may come: "gusts of 70 mph are [likely]"."""
    if token.lower_ not in words("stance", "in_store") or below.dep_ not in grammar.SUBJECTS:
        return False
    if grammar.children(token, "xcomp", "ccomp"):
        return False  # "many are likely to go"
    return any(verb.tag_ in {"VBP", "VBZ"} for verb in grammar.children(token, "cop"))


def _of_auxiliaries(token: Token, auxiliaries: set[str]) -> Stance | None:
    marks = {child.lower_ for child in grammar.children(token, "mark")}
    if marks & words("stance", "supposed_marks"):
        return "supposed"
    if "could" in auxiliaries and _is_of_ability(token):
        return None
    if auxiliaries & words("stance", "supposed_modals"):
        return "supposed" if "have" in auxiliaries or _is_open(token) else "expected"
    clauses = chain(token.children, *(infinitive.children for infinitive in grammar.children(token, "xcomp")))
    is_contracted = token.tag_ == "VB" and not auxiliaries.isdisjoint(
        {"'d", "’d"}
    )  # "she'd get 5 percent if"
    would = "would" in auxiliaries or is_contracted
    if would and ("have" in auxiliaries or _is_of_need(token) or any(map(_is_condition, clauses))):
        return "supposed"
    if "have" in auxiliaries and auxiliaries & {"must", "should"}:
        return None  # what is concluded or regretted, not what is to be done
    return "expected" if auxiliaries & words("stance", "expected_modals") else None


def _is_of_need(verb: Token) -> bool:
    """Whether "would" tells what something takes: "would [need] 40 votes", "would [have] to win 40"."""
    has_to_do = verb.lemma_ == "have" and any(map(has_to, grammar.children(verb, "xcomp")))
    return has_to_do or verb.lemma_ == "need"


def _is_explained(token: Token, below: Token, auxiliaries: set[str]) -> bool:
    """Whether something is so, and only what brought it about is supposed.

    "May have been responsible for a [decline] of 40 percent", "could explain the [decline]".
    """
    if not auxiliaries & words("stance", "supposed_modals"):
        return False
    lemma, way = token.lemma_.lower(), grammar.preposition(below)
    if lemma == "explain":
        return below.dep_ == "obj"
    return "have" in auxiliaries and (lemma, way) in {("contribute", "to"), ("responsible", "for")}


def _is_of_ability(verb: Token) -> bool:
    """Whether "could" tells of what people were able to do: "could hear 40 shots", "could not be raised"."""
    if any(child.lower_ in {"not", "n't"} for child in verb.children):
        return True
    return verb.lemma_.lower() in words("stance", "perceiving") and not _undergoes(verb)


def _undergoes(verb: Token) -> bool:
    """Whether what is seen befalls whoever sees it: "could see prices fall", "could see a drop"."""
    if any(clause.lemma_.lower() in measuring_verbs() for clause in grammar.children(verb, "ccomp")):
        return True
    seen = grammar.direct_object(verb)
    moves = words("change", "up_nouns") | words("change", "down_nouns")
    return seen is not None and seen.lemma_.lower() in moves


def _is_open(token: Token) -> bool:
    """Whether what may be so is a state, or hangs on a condition: "there may be 40", "could carry 40 if"."""
    is_state = not grammar.is_verb(token) or token.lemma_.lower() == _BE
    return is_state or any(map(_is_condition, token.children))


def _is_condition(clause: Token) -> bool:
    return clause.dep_ == "advcl" and grammar.has_child(clause, {"if"}, "mark")


def _is_alleged(token: Token, below: Token) -> bool:
    """Whether somebody is only said to have done a thing: "allegedly killed 40", "accused of killing 40"."""
    if grammar.has_child(token, words("stance", "alleged"), "advmod"):
        return grammar.is_verb(token)
    if token.lemma_.lower() in words("stance", "suspecting") and grammar.is_passive(token):
        told = grammar.children(token, "xcomp", "ccomp")  # "40 men are suspected to have fled"
        if told and (below in told or below.dep_ in grammar.SUBJECTS):
            return True
    if token.lemma_.lower() not in words("stance", "accusing") or below.i < token.i:
        return False
    deed = below.dep_ in {"acl", "advcl", "ccomp", "xcomp"} and below.tag_.startswith("VB")
    if grammar.is_noun(token):  # "faces [charges] relating to a murder", not "charges relating to closures"
        return deed and token.head.lemma_.lower() in words("stance", "facing")
    return deed and grammar.has_child(below, {"of", "with"}, "mark", "case")


def _is_choice(token: Token) -> bool:
    """Whether something may or may not be: "an option [to buy] 40 ships", "a possible [sale] of 40 ships"."""
    if grammar.has_child(token, words("stance", "possible"), "amod"):
        return True
    if token.tag_ == "VBG" and grammar.has_child(token, words("stance", "possibly"), "advmod"):
        return True  # "talks of possibly buying 40 ships"
    infinitive = token.dep_ == "acl" and has_to(token)
    return infinitive and token.head.lemma_.lower() in words("stance", "choices")


def _is_imagined(token: Token, below: Token) -> bool:
    """Whether a text asks to suppose what follows: "suppose that", "imagine a town where", "let's say"."""
    if below.i < token.i or below.dep_ not in {"ccomp", "obj", "xcomp"}:
        return False
    led = token.i > token.sent.start and token.nbor(-1).lower_ in {"'s", "’s", "us"}
    if token.lemma_.lower() == "say" or led:
        return led and token.lemma_.lower() in words("stance", "imagining") and token.nbor(-2).lower_ == "let"
    asks = token.tag_ == "VB" and not grammar.children(token, "nsubj", "aux", "mark")
    return asks and token.lemma_.lower() in words("stance", "imagining")


def _is_term(token: Token, below: Token) -> bool:
    """Whether something else hangs on a figure: "is conditional [on 60 percent] being tendered"."""
    way = grammar.preposition(below) if below.i > token.i else None
    if token.lemma_.lower() == "subject":
        return way == "to" and below.lemma_.lower() in words("stance", "let")
    return way in {"on", "upon"} and token.lemma_.lower() in words("stance", "hanging_on")


def _is_kept(promise: Token) -> bool:
    """Whether what was promised has been done: "kept its [promise]", "made good on a [pledge]"."""
    verb = promise.head
    if promise.lemma_.lower() not in words("stance", "expected_nouns") or verb.tag_ not in {"VBD", "VBN"}:
        return False
    made_good = grammar.preposition(promise) == "on" and grammar.has_child(verb, {"good"}, "xcomp", "advmod")
    return made_good or (promise.dep_ == "obj" and verb.lemma_.lower() in words("stance", "keeping"))
