"""The verb or predicate that says what happened to what a figure counts."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.actions import action_above, action_on, speech_to
from addup.reading.events.causing import made_to
from addup.reading.events.naming import singular
from addup.reading.events.reach import PHRASE
from addup.reading.events.states import state_among, state_beside
from addup.reading.events.told import SUBJECT, told_behind, what_is_told, what_lacks
from addup.reading.frames import words
from addup.reading.text import kept

# Predicates that tell nothing by themselves: "was the first in", "somewhat less than friendly".
_SAYS_LITTLE = frozenset(
    {"first", "second", "third", "fourth", "fifth", "last", "less", "more", "much", "old", "same"}
)


def event_verb(holder: Token) -> Token | None:
    """Give the verb or predicate that says what happened to the holder.

    What stands right beside it comes first, as the parse may go wrong ("the sale of two ships"), then a
    participle or relative clause behind it ("100 people killed", "those who died"), else the verb above.
    """
    known: dict[int, int | None] = kept(holder.doc, "event verbs")
    if holder.i not in known:
        verb = _find_verb(holder)
        known[holder.i] = None if verb is None else verb.i
    place = known[holder.i]
    return None if place is None else holder.doc[place]


def _find_verb(holder: Token) -> Token | None:
    number = _numbered_above(holder)
    if number is not None:
        return event_verb(number)
    stated = (
        state_beside(holder)
        or state_among(holder)
        or action_on(holder)
        or action_above(holder)
        or _verb_behind(holder)
        or told_behind(holder)
    )
    if stated is not None:
        return what_lacks(stated)
    said, above = _verb_said_of(holder), speech_to(holder) or _verb_above(holder)
    if said is None:
        return above
    told = above is not None and grammar.is_verb(above) and above.lemma_.lower() not in words("event", "idle")
    return above if told and _says_more(said, holder) else what_lacks(said)


def _says_more(clause: Token, holder: Token) -> bool:
    """Whether a verb says more of its object than a clause behind that: "freed 40 men, who had been held".

    Or what it is for ("took an offer of $9 to sell the firm", but "has 40 seats to fill"), or some that are
    in no way known ("named 40 clerks hired in May", but "paid the 40 clerks hired in May").
    """
    if holder.dep_ not in {"obj", "obl", "nmod"} and grammar.modified(holder) is None:
        return False
    if clause.dep_ == "acl:relcl":
        return grammar.is_set_off(clause)
    if clause.tag_ in {"VBG", "VBN"}:
        return (
            holder.dep_ == "obj"
            and _is_any(holder)
            and clause.lemma_.lower() not in words("people", "harming")
        )
    aim = clause.tag_ == "VB" and any(child.tag_ == "TO" for child in clause.lefts)
    needed = holder.head.lemma_.lower() in words("event", "wanting")
    return aim and holder.dep_ == "obj" and not needed and bool(grammar.children(clause, "obj"))


def _is_any(holder: Token) -> bool:
    """Whether no "the" says which are meant, and the verb is none between the number and the noun."""
    known = any(child.lower_ == "the" for child in holder.lefts)
    if known or holder.head.lemma_.lower() in words("event", "perceiving"):
        return False  # "[leaving] 40 men marooned"
    return holder.head.i < holder.left_edge.i and holder.head.nbor(-1).tag_ != "CD"


def _verb_said_of(holder: Token) -> Token | None:
    """Give the participle or relative clause behind a noun: "100 people [killed]", "those who [died]"."""
    acts = holder.dep_ in {"nsubj", "nsubj:pass"} and grammar.is_verb(holder.head)
    for child in _said_of(holder):
        if child.dep_ == "acl:relcl" and grammar.has_child(child, {"when"}, "advmod", "mark"):
            continue  # "at $27.8 trillion when he left"
        # "A mill belonging to the firm was [sold]", "12 trucks carrying flour [arrived]"
        done = child.tag_ != "VBG" or holder.dep_ == "nsubj:pass" or bool(grammar.children(child, "obj"))
        if acts and done and holder.head.lemma_ not in {"be", "have"}:
            continue  # "nine towns led by coal diggers [fight] it"
        if child.tag_ == "VBG" and child.lemma_ in words("aspect", "starting"):
            continue  # "[lay off] 400 men beginning this week"
        of_time = holder.lemma_.lower() in words("event", "counted_from")  # "three days of [fighting]"
        if child.tag_ == "VBG" and not of_time and grammar.has_child(child, {"of"}, "mark"):
            continue  # "a risk of dying" is not what happened to it
        at_last = child.tag_ == "VB" and child.lemma_ in words("market", "verbs")  # "up 4 cents to settle at"
        told = child.dep_ in {"acl", "acl:relcl"} and grammar.is_verb(child) and not at_last
        if told and not (_is_aside(child) or _is_of_what_is_theirs(child)):
            return child
    return None


def _verb_above(holder: Token) -> Token | None:
    """Give the verb that a noun stands below, or what that verb tells or brings about."""
    told = grammar.is_verb(holder) and (holder.dep_ == "ROOT" or holder.tag_ in grammar.FINITE)
    if told or grammar.children(holder, "cop"):
        return holder
    verb = grammar.clause_head(holder)
    beside = verb is not None and verb.tag_ == "VBD" and 0 < verb.i == holder.i - 1
    if verb is not None and beside and verb.nbor(-1).tag_ == "JJ":
        verb = grammar.clause_head(verb)  # no verb: "convertible [subordinated] notes"
    if verb is not None and grammar.is_noun(verb) and not grammar.children(verb, "cop"):
        helping = grammar.children(verb, "aux")  # a noun has none: "[had] operating profit of"
        verb = helping[0] if helping and grammar.is_verb(helping[0]) else verb
    what = what_is_told(verb, holder) if verb is not None else None
    return _carried_out(made_to(what, holder)) if what is not None else None


def tells(verb: Token) -> bool:
    """Whether a predicate tells what happened: a verb, an adjective, or a noun of state ("in custody")."""
    lemma = verb.lemma_.lower()
    if verb.lower_ in {"celsius", "fahrenheit", "here", "n't", "n’t"} or (
        verb.lower_ == "own" and grammar.children(verb, "nmod:poss")
    ):
        return False
    if verb.lower_ in _SAYS_LITTLE and not grammar.is_verb(verb):
        return False
    if grammar.is_noun(verb):
        actions = words("event", "actions") | words("event", "on_actions")
        actions |= words("event", "speeches") | words("event", "talks")
        if {lemma, singular(verb)} & actions or verb.lower_ in words("people", "adjectives"):
            return True  # and "among the dead"
        state = grammar.preposition(verb) in words("event", "prepositions") or not grammar.children(
            verb, "cop"
        )
        return lemma in words("event", "nouns") and state
    if verb.tag_.startswith("RB"):  # taggers take a rare verb for an adverb, parsers do not
        return bool(grammar.children(verb, "aux"))
    return grammar.is_verb(verb) or verb.tag_.startswith("JJ")


def _said_of(holder: Token) -> list[Token]:
    """Give what hangs behind a noun, or behind what "hundreds" are of: "hundreds of people [marooned]".

    Or behind its unit: "the 40 tonnes of rice that they [seized]", where the clause hangs on the tonnes.
    """
    many = grammar.complement(holder, "of") if holder.lower_ in words("event", "many") else None
    unit = holder.head if holder.dep_ == "nmod" and grammar.preposition(holder) == "of" else None
    measured = (
        unit is not None
        and grammar.is_noun(unit)
        and unit.i < holder.i
        and bool(grammar.children(unit, "nummod"))
    )
    of_unit = grammar.children(unit, "acl:relcl") if unit is not None and measured else ()
    return [*holder.rights, *(many.rights if many is not None else ()), *of_unit]


def _numbered_above(noun: Token) -> Token | None:
    """Give the number of a noun that the parse has below a participle between them: "by [40] pledged seats".

    A number behind a preposition is the subject of no verb.
    """
    verb = noun.head
    if noun.dep_ != "obj" or verb.i != noun.i - 1 or verb.tag_ not in {"VBD", "VBN"} or verb.i < PHRASE:
        return None
    before = verb.nbor(-1)
    number = before if before.tag_ == "CD" else before.nbor(-1) if before.tag_ == "NNP" else None
    if number is None or number.tag_ != "CD" or number not in noun.sent:
        return None
    return number if grammar.children(number, "case") else None


def _is_aside(participle: Token) -> bool:
    """Whether a participle only adds something: "passed it, [driven] by exports", "40 [compared] to 30"."""
    return participle.lower_ == "compared" or (
        participle.dep_ == "acl" and participle.left_edge.nbor(-1).text == ","
    )


def _is_of_what_is_theirs(clause: Token) -> bool:
    """Whether a clause tells what happened to something of those counted: "people whose homes burned"."""
    subjects = grammar.children(clause, "nsubj", "nsubj:pass")
    return any(child.lower_ == "whose" for noun in subjects for child in noun.lefts)


def _verb_behind(holder: Token) -> Token | None:
    """Give the verb right behind a noun that is no subject in the parse, if the verb has no other subject."""
    if holder.dep_ in SUBJECT or holder.i + 1 >= holder.sent.end:
        return None
    behind = holder.nbor()
    finite = behind.tag_ in {"MD", "VBD", "VBP", "VBZ"}
    if not finite or (
        holder.tag_ == "CD" and behind.lemma_ not in {"be", "have", "do"} and behind.tag_ != "MD"
    ):
        return None
    verb = behind.head if behind.dep_ in {"aux", "aux:pass"} and behind.head.i > behind.i else behind
    alone = not grammar.children(verb, "nsubj", "nsubj:pass", "csubj", "cop")
    return verb if alone and behind.dep_ != "cop" else None


def _carried_out(verb: Token) -> Token:
    """Go from a verb that only says how another stands ("began gathering") to that other one."""
    lemma = verb.lemma_.lower()
    if lemma == "have" and not grammar.children(verb, "obj"):
        needed = [child for child in grammar.children(verb, "xcomp") if child.tag_ in {"VB", "VBN"}]
        return needed[0] if needed and grammar.has_child(needed[0], {"to"}, "mark") else verb
    if lemma in words("aspect", "seeming"):
        return next(
            (child for child in grammar.children(verb, "xcomp") if grammar.children(child, "cop")), verb
        )
    if lemma in words("aspect", "apt") and not grammar.is_verb(verb):
        done = [child for child in grammar.children(verb, "xcomp") if child.tag_ == "VB"]
        return done[0] if done and done[0].lemma_ not in {"be", "have"} else verb
    if lemma in words("aspect", "verbs") or (
        lemma in words("aspect", "reported") and grammar.is_passive(verb)
    ):
        for child in verb.rights:
            if child.dep_ in {"xcomp", "ccomp"} and tells(child):
                return child
    return verb
