"""Participles that say more of a noun beside them, and are neither its verb nor a noun."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.grammar import SUBJECTS
from addup.reading.mending.hanging import take_place
from addup.reading.mending.labels import CLAUSES

PERCENT = frozenset({"%", "cent", "pct", "percent"})
_OF_NUMBER = frozenset({"advmod", "compound", "nummod"})
# How far things have come. Origin: degree achievements of VerbNet 45 and ours, from reports of aid.
_HOW_FAR = frozenset(
    {
        "completed",
        "filled",
        "financed",
        "funded",
        "immunised",
        "immunized",
        "restored",
        "staffed",
        "vaccinated",
    }
)
_WITH_PARTICIPLE = {"cop": "aux:pass", "nsubj": "nsubj:pass"}
_BEFORE_STATE = frozenset({"JJ", "NN", "RB", "VBN"})
_COUNTED_BY = frozenset({"count", "number", "numbers", "tally", "toll", "total"})
_AFTER_ASKED = frozenset({"VBD", "VBN", "VBP"})


def put_below_period(verb: Token) -> None:
    """Make "ended" and its date part of the period before it ("the quarter [ended June 30]").

    It cannot be what the sentence tells: the clause that the parser hangs below it takes its place.
    """
    period = verb.nbor(-1)
    if verb.head == period:
        return
    date = _date_behind(verb)
    for word in date:
        word.head, word.dep_ = verb, "obl:unmarked"
    told = next(
        (child for child in verb.rights if child.dep_ in CLAUSES and child.tag_.startswith("VB")), None
    )
    if told is not None:
        above = verb.head if verb.head != verb else told
        told.head, told.dep_ = above, verb.dep_
    elif verb.head == verb or period.is_ancestor(verb):
        return
    else:
        told = verb.head
    for child in list(verb.children):
        if child not in date and child != told:
            child.head = told
    verb.head, verb.dep_ = period, "acl"


def _date_behind(verb: Token) -> list[Token]:
    """Give the words of the date right behind a verb."""
    words = []
    for token in verb.doc[verb.i + 1 : verb.i + 5]:
        if token.tag_ not in {"NNP", "CD"} or token.sent_start == 1:
            break
        words.append(token)
    return words


def put_below_set_off(verb: Token) -> None:
    """Make a participle between commas part of the subject before: "Proceeds, [expected] to be $4, went"."""
    told = verb.head
    subject = next(iter(grammar.children(verb, *SUBJECTS)), None)
    if subject is None or verb.nbor(-1).text != "," or subject.i > verb.i or told.i < verb.i:
        return
    if any(child.dep_ in SUBJECTS for child in told.lefts) or not (
        told.tag_[:2] in {"VB", "MD"} or told.dep_ == "ROOT"
    ):
        return
    subject.head = told
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"


def put_below_asked(verb: Token) -> None:
    """Make "asked" right before another verb part of those asked: "the 310 people [asked] opposed it".

    Two verbs stand side by side without a word between them only where the first says more of the noun.
    """
    noun, told = verb.nbor(-1), verb.nbor()
    asked = noun.tag_ == "NNS" or noun.lower_ == "those"
    if not asked or told.head != verb or told.tag_ not in _AFTER_ASKED or grammar.auxiliaries(verb):
        return
    above = verb.head if verb.head != verb else told
    told.head, told.dep_ = above, verb.dep_
    told.tag_ = "VBD" if told.tag_ == "VBN" else told.tag_
    for child in list(verb.children):
        if child != told:
            child.head = told
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"


def put_before_counted(participle: Token) -> None:
    """Make a participle between a number and a noun an adjective: "had only one [paid] driver".

    Without an auxiliary it is no verb that could have the number for its subject and the noun for its object.
    """
    number, noun = participle.nbor(-1), participle.nbor()
    is_clause = number.dep_ in SUBJECTS and noun.dep_ == "obj" and noun.tag_ in {"NN", "NNS"}
    if number.head != participle or noun.head != participle or not is_clause:
        return
    if participle.head == participle or grammar.auxiliaries(participle) or participle.dep_ == "conj":
        return
    take_place(noun, participle)
    leading = [child for child in participle.lefts if child.tag_ in {"IN", "TO"}]
    noun.dep_ = "obl" if leading else "obj" if noun.dep_ == "ccomp" else noun.dep_
    for child in list(participle.children):
        child.head = noun
        child.dep_ = "case" if child in leading else child.dep_
    number.dep_ = "nummod"
    participle.head, participle.dep_ = noun, "amod"


def put_over_share(participle: Token) -> None:
    """Put what is done by somebody over how much of it is: "the mill is 60 percent [owned] by the state".

    Or how far something has come: "the plan is 23 percent [funded]".

    A share is nothing that anybody owns or pays; what it is said of is.
    """
    share = participle.head
    shared = participle.dep_ == "acl" and share.lower_ in PERCENT
    done = participle.lower_ in _HOW_FAR or any(child.dep_ == "obl:agent" for child in participle.rights)
    if not shared or not done:
        return
    copulas = [child for child in share.lefts if child.dep_ == "cop"]
    if not copulas and share.dep_ != "appos":
        return
    take_place(participle, share)
    participle.dep_ = "acl" if participle.dep_ == "appos" else participle.dep_
    for child in [child for child in share.children if child.dep_ not in _OF_NUMBER]:
        child.head = participle
        child.dep_ = _WITH_PARTICIPLE.get(child.dep_, child.dep_)
    share.head, share.dep_ = participle, "obl:unmarked"


def name_those_so(state: Token) -> None:
    """Make those of whom a number is told a noun: "revised the number of [missing] down from 40 to 12".

    Behind "of" and before no noun they are who is counted, and do nothing; what the parser hangs below them
    is of what is done to the number.
    """
    first = state
    while first.i > state.sent.start + 1 and first.nbor(-1).tag_ in _BEFORE_STATE:
        first = first.nbor(-1)
    of = first.nbor(-1) if first.i > state.sent.start + 1 else state
    number = of.nbor(-1) if of.lower_ == "of" else state
    behind = state.nbor() if state.i + 1 < state.sent.end else state
    if number.lower_ not in _COUNTED_BY or behind.tag_ in grammar.NOUN_TAGS:
        return
    group = [of, *state.doc[first.i : state.i + 1]]
    verb = number.head
    if verb in group or verb == number:
        return
    for word in group:
        for child in list(word.children):
            if child not in group and child != number:
                child.head = verb if child.i > state.i else state
    for word in group[1:-1]:
        word.head, word.dep_ = state, "amod"
    of.head, of.dep_ = state, "case"
    state.head, state.dep_, state.tag_ = number, "nmod", "NNS"


def make_subject(gerund: Token) -> None:
    """Make a noun of a gerund right before a verb without a subject: "since [fighting] broke out".

    A clause that a mark opens has one verb, and the gerund is what it tells of.
    """
    verb = gerund.nbor()
    if verb.head not in {gerund, gerund.head} and gerund.head != verb:
        return
    if gerund.dep_ != "advcl" or any(child.dep_ in SUBJECTS | {"mark"} for child in verb.children):
        return
    if verb.tag_ == "VBN" and (verb.dep_ != "advcl" or verb.head == gerund):
        return
    marks = [child for child in gerund.lefts if child.dep_ == "mark"]
    if not marks or len(marks) < len(list(gerund.lefts)):
        return
    if verb.head == gerund:
        take_place(verb, gerund)
    verb.dep_, verb.tag_ = "advcl", "VBD" if verb.tag_ == "VBN" else verb.tag_
    for child in list(gerund.children):
        if child in marks or child.i > gerund.i:
            child.head = verb
    gerund.head, gerund.dep_, gerund.tag_ = verb, "nsubj", "NN"


def described(participle: Token) -> Token | None:
    """Give the subject that a participle is said of which is taken for the subject: "[Rising] costs cut ...".

    No verb has two subjects; "underlying" is no verb where nothing stands before it.
    """
    if participle.tag_ != "VBG":
        return None
    beside = [child for child in participle.head.lefts if child.dep_ in SUBJECTS]
    below = [
        child for child in participle.rights if child.dep_ == "obj" and participle.lower_ == "underlying"
    ]
    return next((noun for noun in (*beside, *below) if noun.left_edge.i == participle.i + 1), None)


def put_before(participle: Token, noun: Token) -> None:
    """Make a participle an adjective of the subject."""
    if noun.head == participle:
        noun.head, noun.dep_ = participle.head, "nsubj"
    for child in list(participle.children):
        child.head = noun
    participle.head, participle.dep_ = noun, "amod"


def opened_by(participle: Token) -> Token | None:
    """Give the subject behind what opens a sentence: "Excluding transport, [orders] rose 4 percent".

    The parser takes the object of the participle for one more subject.
    """
    noun = participle.head
    opens = participle.is_sent_start and participle.tag_ == "VBG" and noun.dep_ in SUBJECTS
    if not opens or noun.i + 1 >= noun.sent.end or noun.nbor().text != ",":
        return None
    return next((child for child in noun.head.lefts if child.dep_ in SUBJECTS and child.i > noun.i), None)


def set_beside(participle: Token, subject: Token) -> None:
    """Make a participle and its object a clause beside that of a subject."""
    noun = participle.head
    noun.head, noun.dep_ = participle, "obj"
    participle.head, participle.dep_ = subject.head, "advcl"


def is_joined_participle(token: Token) -> bool:
    """Whether a noun in "-ing" is joined to a participle: "killing 22 people and [wounding] 53"."""
    return token.lower_.endswith("ing") and token.dep_ == "conj" and token.head.tag_ == "VBG"


def make_participle(token: Token) -> None:
    """Make a noun a participle, and those behind it its objects."""
    token.tag_ = "VBG"
    for child in token.rights:
        if child.dep_ in {"nummod", "nmod"} and child.tag_ in {"CD", "NN", "NNS"}:
            child.dep_ = "obj"


def is_of_number(participle: Token) -> bool:
    """Whether a participle stands right behind the number it tells of: "14 men killed and one [wounded]"."""
    number = participle.nbor(-1) if participle.i > participle.sent.start else participle
    return number.tag_ == "CD" and number.dep_ == "conj" and number.head == participle.head
