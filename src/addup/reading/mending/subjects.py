"""Subjects that a clause cannot have, and clauses that lack theirs."""

from __future__ import annotations

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.grammar import FINITE, NOUN_TAGS, SUBJECTS
from addup.reading.mending.coordination import and_before, join
from addup.reading.mending.hanging import take_place
from addup.reading.mending.reports import is_finite, is_told_to, tells_behind
from addup.reading.mending.roots import SUBORDINATORS, put_over_subject
from addup.reading.parsed import tokens_from
from addup.reading.text import DASHES_OR_HYPHEN

_LATEST = 5  # tokens before a verb, at least, behind what opens a sentence
_INSIDE = frozenset({"at", "in", "near", "on"})
_LEADING = frozenset({"at", "by", "for", "from", "in", "near", "on", "to", "with"})


def mend_subject(subject: Token) -> None:
    """Mend a subject that its clause cannot have beside another, or with a preposition."""
    _leave_auxiliary(subject)
    clause = subject.head
    relation = clause.dep_
    joint = and_before(subject)
    if relation == "advcl" and _is_how_often(subject):
        _give_subject_of_sentence(subject)
    elif joint is not None:
        join(subject, joint)
    elif relation == "acl:relcl" and is_told_to(subject):
        clause.head, clause.dep_ = clause.head.head, "ccomp"
    elif relation == "ccomp" and tells_behind(subject):
        subject.head, subject.dep_ = clause.head, "nsubj"
    elif grammar.preposition(subject) in SUBORDINATORS:
        _open_clause(subject)
    elif relation == "ccomp" and _is_what_for(subject):
        _give_subject_before(subject)
    elif relation in {"ccomp", "xcomp"} and _is_before_that(subject):
        _tell_more_of(subject)
    else:
        _leave_one_subject(subject)


def part_from_source(sentence: Span) -> None:
    """Give a sentence the subject that a parser hangs on its source: "according to Orel, [40 men] fled".

    The verb has no other, and what stands behind the source, between commas, may tell more of the subject:
    "according to Orel, 40 men, 12 of them boys, fled".
    """
    first = next((token for token in sentence if not token.is_space), sentence.root)
    verb = sentence.root
    if first.lower_ != "according" or verb.i <= first.i:
        return
    own = {child.dep_ for child in verb.children}
    if own & {"nsubj", "nsubj:pass", "csubj", "expl"} or not is_finite(verb):
        return
    source = next((noun for noun in verb.lefts if noun.dep_ == "obl" and first.head == noun), None)
    behind = [child for child in source.rights if child.dep_ in {"appos", "conj"}] if source else []
    subject = next((noun for noun in behind if _is_set_off(noun)), None)
    if subject is None or source is None:
        return
    for child in list(source.rights):
        if child.i > subject.i:
            child.head = subject
        elif child.dep_ == "punct":
            child.head = verb
    subject.head = verb
    subject.dep_ = "nsubj:pass" if "aux:pass" in own else "nsubj"


def part_from_opening(sentence: Span) -> None:
    """Give a sentence the subject that a parser joins to what opens it: "in a paper in Nature, [Orr] says".

    What opens it is a phrase with a preposition up to a comma, or a date line up to a dash; the verb has no
    subject, or one in that.
    """
    doc, verb = sentence.doc, sentence.root
    parting = _parting(sentence, verb) if verb.i - sentence.start >= _LATEST else None
    if parting is None or verb.tag_ not in FINITE:
        return
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if any(child.i > parting.i for child in own):
        return
    if any(child.dep_ in {"csubj", "expl"} for child in verb.lefts):
        return
    joined = [
        token
        for token in doc[parting.i + 1 : verb.i]
        if token.head.i < parting.i and token.dep_ in {"appos", "conj", "list"} and token.tag_ in NOUN_TAGS
    ]
    if not joined or (own and parting.text == ","):
        return
    for child in own:
        child.dep_ = "dep"
    subject, *others = joined
    subject.head, subject.dep_ = verb, "nsubj"
    for other in others:
        other.head, other.dep_ = subject, "conj"


def _parting(sentence: Span, verb: Token) -> Token | None:
    """Give the last comma before a verb, behind a phrase with a preposition, or the dash of a date line."""
    first = next((token for token in sentence if not token.is_space), verb)
    if first.tag_ != "IN" and not first.text.isupper():
        return None
    before = tokens_from(sentence.doc, sentence.start, verb.i)
    if first.tag_ == "IN":
        commas = [token for token in before if token.text == ","]
        return commas[-1] if commas and commas[-1].i < verb.i - 1 else None
    dash = next((token for token in before if token.text in DASHES_OR_HYPHEN), None)
    if dash is None:
        return None
    dated = any(token.tag_ == "CD" or token.text in {"(", "/"} or "/" in token.text for token in before)
    return dash if dated else None


def _is_set_off(noun: Token) -> bool:
    """Whether a comma alone stands before a noun phrase; the parser may hang it on that."""
    first = noun.left_edge
    return noun.tag_ in NOUN_TAGS and "," in {first.text, first.nbor(-1).text}


def _leave_auxiliary(subject: Token) -> None:
    """Give a subject to the verb that its auxiliary helps, and which has it: "[aides] have since said"."""
    helping = subject.head
    if helping.dep_ in {"aux", "aux:pass"} and helping.head != helping:
        subject.head = helping.head


def _is_how_often(subject: Token) -> bool:
    """Whether the subject of an adverbial clause only says how often: "who drink once a [week] fell"."""
    before = tokens_from(subject.doc, max(subject.sent.start, subject.i - 2), subject.i)
    often = [token.lower_ for token in before] in (["once", "a"], ["twice", "a"], ["times", "a"])
    return often and subject.sent.root.tag_ in {"NN", "NNS"}


def _give_subject_of_sentence(period: Token) -> None:
    """Make the noun that the parser has on top the subject, and its verb the root."""
    verb, top = period.head, period.sent.root
    period.head, period.dep_ = verb.head, "obl:unmarked"
    put_over_subject(verb, top)


def _is_what_for(subject: Token) -> bool:
    """Whether a subject is what a participle before it is for: "a camp built for 400 [people] was closed"."""
    made = subject.head.head
    led = grammar.preposition(subject) in _LEADING
    near = made.i + 1 <= subject.left_edge.i <= made.i + 2  # a particle at most: "set up for"
    return led and near and made.tag_ in {"VBD", "VBN"} and _lacks_help(made)


def _is_before_that(subject: Token) -> bool:
    """Whether a clause opens with "that" right behind its subject: "rejected Orel's [claim] that it rained".

    Nothing of a clause stands before the word that opens it.
    """
    clause, behind = subject.head, subject.right_edge.i + 1
    if behind >= clause.i:
        return False
    that = subject.doc[behind]
    return that.lower_ == "that" and that.dep_ == "mark" and subject.left_edge.i > clause.head.i


def _tell_more_of(subject: Token) -> None:
    """Make such a noun the object of the verb above, and its clause one that tells more of it."""
    clause = subject.head
    subject.head, subject.dep_ = clause.head, "obj"
    clause.head, clause.dep_ = subject, "acl"


def _lacks_help(made: Token) -> bool:
    """Whether a participle has a subject right before it and no form of "be" or "have"."""
    own = {child.dep_ for child in made.lefts}
    return "nsubj" in own and own.isdisjoint({"aux", "aux:pass", "cop", "mark"})


def _give_subject_before(subject: Token) -> None:
    """Hang such a noun on the participle, and give its verb the noun that the participle tells more of."""
    verb, made = subject.head, subject.head.head
    noun = next(child for child in made.lefts if child.dep_ == "nsubj")
    take_place(verb, made)
    for child in list(made.children):
        if child.i < noun.left_edge.i or child.i > subject.right_edge.i:
            child.head = verb
    noun.head = verb
    made.head, made.dep_, made.tag_ = noun, "acl", "VBN"
    subject.head, subject.dep_ = made, "obl"


def _open_clause(subject: Token) -> None:
    """Make a clause of one whose subject seems to have a preposition: "plans none, [as] 300 have signed"."""
    verb = subject.head
    mark = next(child for child in subject.lefts if child.dep_ == "case")
    mark.head, mark.dep_ = verb, "mark"
    if verb.dep_ in {"ccomp", "xcomp"}:
        verb.dep_ = "advcl"


def _leave_one_subject(second: Token) -> None:
    """Hang a place that seems a first subject on that before it: "in Orel, [Selm province], a man was"."""
    before = [child for child in second.head.lefts if child.dep_ == second.dep_ and child.i < second.i]
    if before and _is_named_behind(second, before[-1]):
        second.head, second.dep_ = second.doc[second.left_edge.i - 2], "appos"
        return
    for first in before:
        within = next((child for child in first.lefts if grammar.preposition(child) in _INSIDE), None)
        if within is not None:
            within.head, within.dep_ = first.head, "obl"
            first.head, first.dep_ = within, "appos"


def _is_named_behind(name: Token, subject: Token) -> bool:
    """Whether a name behind a comma says who the last noun of a subject is: "led by two men, [Jo] and Al"."""
    comma = name.left_edge.i - 1
    if name.tag_ != "NNP" or comma < 1 or name.doc[comma].text != ",":
        return False
    noun = name.doc[comma - 1]
    return noun.tag_ in {"NN", "NNS"} and subject.is_ancestor(noun)


def find_subject(verb: Token) -> None:
    """Give a verb that is told of its subject, which the parser has for what is told: "said its [debt] rose".

    A clause that is told has a subject of its own, and it stands before the verb.
    """
    if any(child.dep_ in SUBJECTS or child.dep_ in {"csubj", "expl", "cop"} for child in verb.children):
        return
    first = next((child for child in verb.lefts if child.dep_ in {"aux", "aux:pass"}), verb)
    if first.tag_ not in FINITE and first.tag_ != "MD":
        return
    told = [child for child in verb.head.rights if child.dep_ == "obj" and child.i < verb.i]
    subject = next((noun for noun in reversed(told) if _goes_on_to(noun, first)), None)
    if subject is None:
        return
    for child in verb.head.rights:
        if subject.i < child.i < first.i:
            child.head = subject
            child.dep_ = {"obl": "nmod", "obj": "appos"}.get(child.dep_, child.dep_)
    subject.head, subject.dep_ = verb, "nsubj"


def _goes_on_to(noun: Token, verb: Token) -> bool:
    """Whether nothing but what belongs to a noun stands between it and a verb behind it."""
    return noun.tag_ in NOUN_TAGS and _is_one_phrase(noun.doc[noun.i + 1 : verb.i])


def _is_one_phrase(between: Span) -> bool:
    """Whether words behind a noun go on with it: no comma parts them, but around what it is as well, or who.

    "Said 40 shares[, or about 3% of the whole,] have been sold", "say 30 people[, a tenth of them,] need".
    """
    inside = len(between) > 2 and between[0].text == between[-1].text == ","
    inner = between[2:-1] if inside else between
    return not any(token.is_punct and token.text not in {"%", "$"} for token in inner)


def find_marked_subject(verb: Token) -> None:
    """Give a clause its subject and mark, which the parser has for a time or place: "[as costs] rose".

    A finite verb has a subject: "the toll rose to 40 [after two of the injured] died".
    """
    if any(child.dep_ in SUBJECTS or child.dep_ in {"mark", "aux", "cop"} for child in verb.children):
        return
    above = verb.head
    subject = next((child for child in above.rights if child.right_edge.i == verb.i - 1), None)
    if subject is None or subject.dep_ != "obl" or grammar.preposition(subject) not in SUBORDINATORS:
        return
    mark = next(child for child in subject.lefts if child.dep_ == "case")
    mark.head, mark.dep_ = verb, "mark"
    subject.head, subject.dep_ = verb, "nsubj"


def put_be_on_top(subject: Token) -> None:
    """Make "is" the verb where the parser has what somebody is to do: "the firm [is] to receive"."""
    verb = subject.head
    be = next((child for child in verb.lefts if child.dep_ == "cop"), None)
    subject.dep_ = "nsubj"
    if be is None or verb.tag_ != "VB":
        return
    take_place(be, verb)
    for child in list(verb.children):
        if child.i < be.i or child.dep_ == "punct":
            child.head = be
    verb.head, verb.dep_ = be, "xcomp"
