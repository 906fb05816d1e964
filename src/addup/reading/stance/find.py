"""Whether a figure is stated, expected, denied or only supposed, from the words around it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.amounts.ages import is_set_off
from addup.reading.amounts.distances import is_distance
from addup.reading.counting import Subject
from addup.reading.days.poll import is_of_poll
from addup.reading.days.timeless import is_known
from addup.reading.events import event_verb, verb_name
from addup.reading.frames import words
from addup.reading.parsed import tokens_from
from addup.reading.polls import is_tally, speaks_of
from addup.reading.stance.apart import is_known_noun, is_of_now, stands_alone, tells_of_known
from addup.reading.stance.conditions import is_in_inverted_condition
from addup.reading.stance.denial import is_denied
from addup.reading.stance.plans import has_guess, is_planned
from addup.reading.stance.predicates import of_clause
from addup.reading.text import DASHES_OR_HYPHEN, text_of
from addup.records import Amount, Stance

_OPENS_ASIDE = DASHES_OR_HYPHEN | {",", "("}
_NOT = frozenset({"n't", "n’t", "never", "not"})
_NEAR = 6  # tokens behind a share in which the bond stands that it names


def stance_of(amount: Amount, subject: Subject, said: Stance = "stated") -> Stance:
    """Give the standing of a figure: from the clauses above it, else that of what is said as a whole.

    Relative clauses, reasons and what is told as past stand by themselves: in "will meet men who lead 300
    workers", "plans no draft, as 300 have signed" and "will vote after 300 signed" the 300 are stated. So are
    numbers of what is taken for known ("a pact between the two countries") and what a poll found ("46 percent
    would choose").
    `said` is the stance of the attribution that the figure stands in.
    """
    anchor = subject.anchor
    known = is_known(anchor) and not _is_first_part(amount, anchor)
    text = text_of(anchor.doc)
    aside = is_set_off(amount, text) or (amount.kind == "age" and grammar.modified(anchor))
    if known or aside or is_distance(amount, text):
        return "stated"
    if said == "denied" and is_tally(amount, anchor):
        said = "stated"  # "rejected it by 55 to 45"
    denied = said == "stated" and is_denied(amount, anchor)
    if denied or is_in_inverted_condition(anchor):
        return "denied" if denied else "supposed"
    if _is_of_what_is(amount, anchor) or _is_past(amount, anchor.doc) or _is_now(amount, subject):
        return "stated"
    if _is_awaited(subject) or _is_likelihood(amount, anchor):
        return "expected"
    found = _of_clauses(_told_behind(amount, subject) or anchor, said, is_found=False)
    if found == "expected" and is_of_poll(amount, subject) and speaks_of(anchor, "nouns"):
        return _of_clauses(anchor, said, is_found=True)
    is_ahead = found == "stated" and amount.kind == "duration" and _is_ahead(amount, anchor.doc)
    return "expected" if is_ahead else found


def _is_first_part(amount: Amount, anchor: Token) -> bool:
    """Whether a length of time is the beginning of what may be still to come: "in the first three years"."""
    before = grammar.span_of(anchor.doc, amount.number.start, amount.number.end).start - 1
    return amount.kind == "duration" and before >= 0 and anchor.doc[before].lower_ == "first"


def _of_clauses(anchor: Token, said: Stance, *, is_found: bool) -> Stance:
    """Go up the clauses above a figure to the first that says how it stands; `is_found` says by a poll."""
    current, below = anchor, anchor
    while True:
        found = of_clause(current, below, is_found=is_found)
        if found is not None:
            return "denied" if said == "denied" and _goes_up_to_denial(current) else found
        if stands_alone(current) or tells_of_known(current, below):
            return _unless_ahead(said, current)
        if current.head == current:
            asked = said == "stated" and _is_asked(current)
            return "supposed" if asked and not is_known_noun(grammar.modified(anchor) or anchor) else said
        current, below = current.head, current


def _goes_up_to_denial(clause: Token) -> bool:
    """Whether a plan or a guess is what somebody denies: "denied that it would cut 40 jobs"."""
    return clause.dep_ in {"ccomp", "xcomp", "acl"}


def _is_asked(clause: Token) -> bool:
    """Whether a question leaves open what its main clause tells: "Is it two?", not "Did you know?"."""
    if clause.sent[-1].text != "?" and "?" not in {token.text for token in clause.sent[-2:]}:
        return False
    if clause.lemma_.lower() in words("stance", "known_in_question"):
        return False
    who = grammar.children(clause, "nsubj", "nsubj:pass", "expl")
    helping = grammar.children(clause, "aux", "aux:pass", "cop")
    asking = {"WP", "WRB", "WDT", "WP$"}
    return (
        bool(who and helping)
        and helping[0].i < who[0].i
        and not any(token.tag_ in asking for token in clause.doc[clause.left_edge.i : helping[0].i])
    )


def _is_of_what_is(amount: Amount, anchor: Token) -> bool:
    """Whether a figure tells how something is that a plan is about: "the 28-nation union", "from 15 percent".

    A level that something is to rise from is so now, as is how much something needs ("the 270 votes
    needed"), and what a bond pays names the bond. What a forecast is raised from was a forecast as well.
    """
    verb = grammar.clause_head(anchor)
    risen_from = _is_left_behind(amount, anchor) and not (verb is not None and has_guess(verb))
    noun = grammar.modified(anchor) or anchor
    if any(map(is_of_now, grammar.children(noun, "acl"))):
        return True  # "will double the 216 staff currently working there"
    if risen_from or _is_needed(noun) or _is_whole(noun, amount) or _is_all_of_it(amount, anchor.doc):
        return True
    end = grammar.span_of(anchor.doc, amount.number.start, amount.number.end).end
    if end + 1 >= len(anchor.doc):
        return False
    if anchor.doc[end].text == "-":
        joined = anchor.doc[end + 1]  # the "member" of "nine-member board"
        return is_known_noun(grammar.modified(joined) or joined.head)
    behind = (token.lemma_.lower() for token in _noun_phrase_behind(anchor.doc, end))
    return amount.kind == "share" and not words("stance", "securities").isdisjoint(behind)


def _is_left_behind(amount: Amount, anchor: Token) -> bool:
    """Whether "from" leads to an amount; parsers take "from 40 to 60" for one, with both words before 60."""
    start = grammar.span_of(anchor.doc, amount.span.start, amount.span.end).start
    before = anchor.doc[start - 1].lower_ if start else ""
    if before in {"from", "to"} and grammar.modified(anchor) is None:
        return before == "from"
    return grammar.has_child(anchor, {"from"}, "case")


def _is_whole(noun: Token, amount: Amount) -> bool:
    """Whether a plan is about a part of something: "will cut 300 of 21,000 [jobs]", "half of a [loan]"."""
    if not grammar.has_child(noun, {"of"}, "case") or noun.dep_ != "nmod":
        return False
    part = noun.head
    if part.idx >= amount.number.start:  # "one of every nine voters"
        return False
    is_part = part.tag_ in {"CD", "$"} or part.lemma_.lower() in words("stance", "parts")
    return is_part and not (is_planned(noun) or grammar.children(noun, "acl", "acl:relcl"))


def _is_all_of_it(amount: Amount, doc: Doc) -> bool:
    """Whether "out of" leads to all there is of something: "set to win 30 seats, out of 247"."""
    first = grammar.span_of(doc, amount.span.start, amount.span.end).start
    return [token.lower_ for token in tokens_from(doc, max(0, first - 2), first)] == ["out", "of"]


def _is_needed(noun: Token) -> bool:
    """Whether a noun is of what is needed for something, however that ends: "the 270 votes needed to win"."""
    return grammar.has_child(noun, words("stance", "needed"), "acl")


def _noun_phrase_behind(doc: Doc, start: int) -> Iterator[Token]:
    """Give the nouns and adjectives that follow directly: "[convertible debentures]"."""
    for token in tokens_from(doc, start, start + _NEAR):
        if not token.tag_.startswith(("NN", "JJ", "VB", "HYPH")):
            return
        yield token


def _is_ahead(amount: Amount, doc: Doc) -> bool:
    """Whether a length of time is one to come: "over the next two years"."""
    before = grammar.span_of(doc, amount.span.start, amount.span.end).start - 1
    return before >= 0 and doc[before].lower_ in words("stance", "coming")


def _is_now(amount: Amount, subject: Subject) -> bool:
    """Whether words beside a figure say that it is so now: "now $10 an hour", "the 40 already here"."""
    doc = subject.anchor.doc
    first = grammar.span_of(doc, amount.span.start, amount.span.end).start
    if first > 1 and doc[first - 1].lower_ in words("stance", "now"):
        return doc[first - 2].text in _OPENS_ASIDE
    noun = subject.noun or grammar.modified(subject.anchor) or subject.anchor
    if noun.i + 2 >= len(doc) or noun.nbor().lower_ != "already":
        return False
    return noun.nbor(2).tag_ == "IN" or noun.nbor(2).lower_ in {"here", "there"}


def _is_past(amount: Amount, doc: Doc) -> bool:
    """Whether a length of time is one that has gone by: "set out 10 months ago to win"."""
    end = grammar.span_of(doc, amount.span.start, amount.span.end).end
    return amount.kind == "duration" and end < len(doc) and doc[end].lower_ == "ago"


def _is_likelihood(amount: Amount, anchor: Token) -> bool:
    """Whether a share says how likely something is: "a 50% chance of rain"."""
    noun = grammar.modified(anchor)
    return (
        amount.kind == "share" and noun is not None and noun.lemma_.lower() in words("stance", "likelihood")
    )


def _is_awaited(subject: Subject) -> bool:
    """Whether a clause behind a figure says that somebody waited for it: "the $2 that they expected"."""
    noun = grammar.modified(subject.anchor) or subject.holder  # "the 4 percent [gain] that they expected"
    said_of = grammar.children(noun, "acl:relcl") or grammar.children(subject.anchor, "acl:relcl")
    told = said_of[0] if said_of else event_verb(subject.holder)
    if told is not None and grammar.has_child(told, {"when", "where"} | _NOT, "advmod"):
        return False
    if told is None or told.i < subject.anchor.i or told in subject.anchor.ancestors:
        return False
    return told != subject.anchor and verb_name(told) in words("stance", "awaiting")


def _told_behind(amount: Amount, subject: Subject) -> Token | None:
    """Give the verb of a clause that says which are meant, by what will be or was: "the ships it will [buy]".

    That is so whatever the clause above plans: "will sell the 20 ships that it [bought]".
    """
    verb = event_verb(subject.holder)
    if verb is None or verb.dep_ != "acl:relcl" or amount.kind == "age":
        return None
    if grammar.has_child(verb, {"where"} | _NOT, "advmod"):
        return None  # "states where they will meet", "units that they do not expect to sell"
    noun = grammar.modified(subject.anchor) or subject.holder
    first = verb.left_edge
    if verb.head not in {noun, subject.anchor} or "," in {first.text, first.nbor(-1).text}:
        return None
    was = verb.tag_ == "VBD" or grammar.has_child(verb, {"had"}, "aux")
    return verb if was or of_clause(verb, verb, is_found=False) == "expected" else None


def _unless_ahead(said: Stance, clause: Token) -> Stance:
    """Give the stance of a clause that stands alone in what is said, no part of a plan or of a denial."""
    if said == "expected" or (said == "denied" and clause.dep_ == "acl:relcl" and not _is_claimed(clause)):
        return "stated"
    return said


def _is_claimed(clause: Token) -> bool:
    """Whether a clause is what a noun of saying says, though it is parsed as one that says which are meant.

    "Rejected a [claim] by the union that 12,000 had marched".
    """
    noun = clause.head
    above = grammar.direct_object(noun.head) or noun.head
    said = any(one.lemma_.lower() in words("stance", "statements") for one in (noun, above))
    own = (child for child in clause.lefts if child.dep_ in grammar.SUBJECTS)
    return said and clause.left_edge.lower_ == "that" and any(child.lower_ != "that" for child in own)
