"""Clauses with one subject too many, without their verb on top, or below the wrong word."""

from __future__ import annotations

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.frames import words as frame_words
from addup.reading.mending.labels import FINITE, NAME_TAGS, NOMINAL, SUBJECTS

# What opens a clause, and may look like a preposition of its subject, which can have none.
_SUBORDINATORS = frozenset(
    {"after", "although", "as", "because", "before", "if", "once", "since", "until", "while"}
)
_REASONS = frozenset({"as", "because", "while"})
_NOUN_TAGS = NAME_TAGS | {"NN", "NNS"}
_TELLING = frozenset({"told", "tell", "tells", "telling", "informed", "assured", "warned"})
_ADDING = frozenset({"among", "including", "or"})
_INSIDE = frozenset({"at", "in", "near", "on"})
_LEADING = frozenset({"at", "by", "for", "from", "in", "near", "on", "to", "with"})
_STOPS = frozenset({".", "?", "!", ":", '"', "”"})


def mend_subject(subject: Token) -> None:
    """Mend a subject that its clause cannot have beside another, or with a preposition."""
    joint = _and_before(subject)
    if _is_how_often(subject):
        _give_subject_of_sentence(subject)
    elif joint is not None:
        _join(subject, joint)
    elif _is_told_to(subject):
        told = subject.head
        told.head, told.dep_ = told.head.head, "ccomp"
    elif _tells_behind(subject):
        subject.head, subject.dep_ = subject.head.head, "nsubj"
    elif grammar.preposition(subject) in _SUBORDINATORS:
        _open_clause(subject)
    elif _is_what_for(subject):
        _give_subject_before(subject)
    else:
        _leave_one_subject(subject)


def _is_how_often(subject: Token) -> bool:
    """Whether a subject only says how often: "the share who drink once a [week] fell"."""
    if subject.head.dep_ != "advcl":  # nearly always
        return False
    before = subject.doc[max(subject.sent.start, subject.i - 2) : subject.i]
    often = [token.lower_ for token in before] in (["once", "a"], ["twice", "a"], ["times", "a"])
    return often and subject.sent.root.tag_ in {"NN", "NNS"}


def _give_subject_of_sentence(period: Token) -> None:
    """Make the noun that the parser has on top the subject, and its verb the root."""
    verb, top = period.head, period.sent.root
    period.head, period.dep_ = verb.head, "obl:unmarked"
    verb.head, verb.dep_ = verb, "ROOT"
    top.head, top.dep_ = verb, "nsubj"
    _take_stops(top, verb)


def _is_told_to(subject: Token) -> bool:
    """Whether a clause right behind those who are told has its own subject: "told parliament [it would end]".

    It is what they are told, since telling needs something to tell, and describes nobody.
    """
    clause = subject.head
    listener = clause.head
    if clause.dep_ != "acl:relcl" or listener.dep_ != "obj" or subject.left_edge.i != listener.i + 1:
        return False
    own = {child.dep_ for child in listener.head.children}
    return listener.head.lower_ in _TELLING and "ccomp" not in own and subject.tag_ not in {"WP", "WDT"}


def _tells_behind(subject: Token) -> bool:
    """Whether a subject of what was told stands behind it, and tells it: "2 died, [a man] told us".

    A clause that is told has its subject before its verb.
    """
    told = subject.head
    report = told.head
    if told.dep_ != "ccomp" or not told.i < subject.left_edge.i - 1 <= report.i or report == told:
        return False
    behind = report.i > subject.i and (report.lower_ in _TELLING or _reports(report))
    set_off = subject.left_edge.nbor(-1).text in {",", "”", '"'}
    return behind and set_off and not any(child.dep_ in SUBJECTS for child in report.children)


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
    if above.tag_ == "NNS" and _reports(above):
        above.tag_ = "VBZ"


def find_teller(noun: Token) -> None:
    """Make whom a clause is about the teller of what is before: "It sank, a man [who saw it] said"."""
    if noun.tag_ not in _NOUN_TAGS:
        return
    if _tells_behind(noun):
        noun.head, noun.dep_ = noun.head.head, "nsubj"
        return
    told = noun.head
    report = next(
        (child for child in noun.rights if child.dep_ == "acl:relcl" and _tells_itself(child)), None
    )
    if report is None or told.dep_ != "ROOT" or told.i > noun.i or noun.left_edge.nbor(-1).text != ",":
        return
    report.head, report.dep_ = report, "ROOT"
    told.head, told.dep_ = report, "ccomp"
    noun.head, noun.dep_ = report, "nsubj"


def _tells_itself(verb: Token) -> bool:
    """Whether a verb of report that a parser takes for a clause about its speaker lacks a subject."""
    told = _reports(verb) or verb.lower_ in _TELLING
    return told and not any(child.dep_ in SUBJECTS for child in verb.lefts)


def open_relative(which: Token) -> None:
    """Give a clause behind "in which" its subject: "a siege in which [nine], two of them men, died"."""
    noun = which.head
    before = which.nbor(-2) if which.i > which.sent.start + 1 else which
    if which.dep_ != "nmod" or noun.i < which.i or before.tag_ not in _NOUN_TAGS or noun.is_ancestor(before):
        return
    verb = next((token for token in which.doc[noun.i + 1 : which.sent.end] if _lacks_done_to(token)), None)
    if verb is None or verb.is_ancestor(before):
        return
    verb.head, verb.dep_ = before, "acl:relcl"
    noun.head, noun.dep_ = verb, "nsubj:pass"
    which.head, which.dep_ = verb, "obl"


def _lacks_done_to(verb: Token) -> bool:
    """Whether a passive has no subject in the parse: "..., [were killed]"."""
    own = {child.dep_ for child in verb.children}
    return verb.tag_ == "VBN" and "aux:pass" in own and not own & (SUBJECTS | {"cc", "mark"})


def _is_what_for(subject: Token) -> bool:
    """Whether a subject is what a participle before it is for: "a camp built for 400 [people] was closed"."""
    made = subject.head.head
    led = subject.head.dep_ == "ccomp" and grammar.preposition(subject) in _LEADING
    near = made.i + 1 <= subject.left_edge.i <= made.i + 2  # a particle at most: "set up for"
    return led and near and made.tag_ in {"VBD", "VBN"} and _lacks_help(made)


def _lacks_help(made: Token) -> bool:
    """Whether a participle has a subject right before it and no form of "be" or "have"."""
    own = {child.dep_ for child in made.lefts}
    return "nsubj" in own and own.isdisjoint({"aux", "aux:pass", "cop", "mark"})


def _give_subject_before(subject: Token) -> None:
    """Hang such a noun on the participle, and give its verb the noun that the participle tells more of."""
    verb, made = subject.head, subject.head.head
    noun = next(child for child in made.lefts if child.dep_ == "nsubj")
    verb.head, verb.dep_ = (verb, "ROOT") if made.head == made else (made.head, made.dep_)
    for child in list(made.children):
        if child.i < noun.left_edge.i or child.i > subject.right_edge.i:
            child.head = verb
    noun.head = verb
    made.head, made.dep_, made.tag_ = noun, "acl", "VBN"
    subject.head, subject.dep_ = made, "obl"


def _and_before(noun: Token) -> Token | None:
    """Give the "and" right before a noun phrase, which the parser may hang on the noun or on its verb."""
    if noun.left_edge.dep_ == "cc":
        return noun.left_edge
    before = noun.doc[max(noun.left_edge.i - 1, 0)]
    return before if before.dep_ == "cc" and before.head == noun.head else None


def _join(second: Token, joint: Token) -> None:
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
    if verb.dep_ != "conj" or first.dep_ not in SUBJECTS or first.tag_ not in _NOUN_TAGS or report.i < verb.i:
        return []
    verb.head, verb.dep_ = report, "ccomp"
    first.head, first.dep_ = verb, second.dep_
    return [first]


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


def put_be_on_top(subject: Token) -> None:
    """Make "is" the verb where the parser has what somebody is to do: "the firm [is] to receive"."""
    verb = subject.head
    be = next((child for child in verb.lefts if child.dep_ == "cop"), None)
    subject.dep_ = "nsubj"
    if be is None or verb.tag_ != "VB":
        return
    be.head, be.dep_ = (be, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
    for child in list(verb.children):
        if child.i < be.i or child.dep_ == "punct":
            child.head = be
    verb.head, verb.dep_ = be, "xcomp"


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


def find_marked_subject(verb: Token) -> None:
    """Give a clause its subject and mark, which the parser has for a time or place: "[as costs] rose"."""
    if any(child.dep_ in SUBJECTS or child.dep_ in {"mark", "aux", "cop"} for child in verb.children):
        return
    above = verb.head
    subject = next((child for child in above.rights if child.right_edge.i == verb.i - 1), None)
    if subject is None or subject.dep_ != "obl" or grammar.preposition(subject) not in _REASONS:
        return
    mark = next(child for child in subject.lefts if child.dep_ == "case")
    mark.head, mark.dep_ = verb, "mark"
    subject.head, subject.dep_ = verb, "nsubj"


def _goes_on_to(noun: Token, verb: Token) -> bool:
    """Whether nothing but what belongs to a noun stands between it and a verb behind it."""
    return noun.tag_ in _NOUN_TAGS and _is_one_phrase(noun.doc[noun.i + 1 : verb.i])


def find_number(verb: Token) -> None:
    """Give a verb the number or noun joined before it as subject: "took part in the vote and [700] voted"."""
    if any(child.dep_ in SUBJECTS or child.dep_ in {"aux:pass", "cop"} for child in verb.children):
        return
    first = next((child for child in verb.lefts if child.dep_ == "aux"), verb)
    before = first.nbor(-1) if first.i > verb.sent.start + 1 else verb
    joined = before.dep_ == "conj" and "and" in {before.left_edge.lower_, before.nbor(-1).lower_}
    if joined and (
        before.tag_ == "CD" or (before.tag_ in {"NN", "NNS"} and before.head.dep_ in {"obj", "obl"})
    ):
        before.head, before.dep_ = verb, "nsubj"


def _is_one_phrase(between: Span) -> bool:
    """Whether words behind a noun go on with it: no comma parts them, but around what it is as well, or who.

    "Said 40 shares[, or about 3% of the whole,] have been sold", "said 30 people[, among them 9 boys,] had".
    """
    inside = len(between) > 2 and between[0].text == between[-1].text == "," and between[1].lower_ in _ADDING
    inner = between[2:-1] if inside else between
    return not any(token.is_punct and token.text not in {"%", "$"} for token in inner)


def put_finite_on_top(gerund: Token) -> None:
    """Make the finite verb behind a gerund that of the clause: "the number of people living there [rose]".

    A gerund without a form of "be" has no subject, and what a clause adds has one, or a mark.
    """
    subject = next((child for child in gerund.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or any(child.dep_ in {"aux", "aux:pass", "cop", "mark"} for child in gerund.lefts):
        return
    verb = next((child for child in gerund.rights if _lacks_subject(child)), None)
    noun = gerund.doc[gerund.i - 1]
    if verb is None or noun.tag_ not in _NOUN_TAGS | {"NNPS"} or noun not in subject.subtree:
        return
    verb.head, verb.dep_ = (verb, "ROOT") if gerund.head == gerund else (gerund.head, gerund.dep_)
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


def mend_that(that: Token) -> None:
    """Make what was told of a clause that is hung below those who heard it ("told reporters [that ...]").

    "That" cannot be the object of a passive, nor of a verb that has one: it opens the clause.
    """
    told = that.head
    listener = told.head
    full = any(child.dep_ in {"nsubj:pass", "obj"} and child != that for child in told.children)
    if told.dep_ == "acl:relcl" and full and listener.dep_ == "obj" and listener.i < that.i:
        that.tag_, that.dep_ = "IN", "mark"
        told.head, told.dep_ = listener.head, "ccomp"


def tell_clause(that: Token) -> None:
    """Make what was told of a clause that says more of no noun: "told a rally in Orel [that jobs were lost]".

    A relative clause has no "that" which only opens it.
    """
    clause = that.head
    listener = clause.head
    while listener.dep_ == "nmod":
        listener = listener.head
    teller = listener.head
    if clause.dep_ == "acl:relcl" and listener.dep_ in {"obj", "iobj"} and teller.lower_ in _TELLING:
        clause.head, clause.dep_ = teller, "ccomp"


def tell_verb(sentence: Span) -> None:
    """Make the finite verb the root where the parser has a phrase: "In Tarnova 41 people died"."""
    place = sentence.root
    if place.tag_.startswith("VB") or not any(child.dep_ == "case" for child in place.lefts):
        return
    verb = next(
        (
            token
            for token in place.subtree
            if token.tag_ in FINITE
            and token.dep_ == "acl"
            and not any(child.dep_ in {"mark", "nsubj", "nsubj:pass"} for child in token.children)
        ),
        None,
    )
    if verb is None:
        return
    subject = verb.head
    verb.head, verb.dep_ = verb, "ROOT"
    if subject != place:
        subject.head, subject.dep_ = verb, "nsubj"
    place.head, place.dep_ = verb, "obl"
    _take_stops(place, verb)


def tell_plan(sentence: Span) -> None:
    """Make an infinitive the verb of a headline, which leaves "is" out: "Orel [to cut] 300 jobs"."""
    firm = sentence.root
    if firm.tag_ not in NAME_TAGS or sentence[-1].text in _STOPS:
        return
    plan = next((child for child in firm.rights if _is_plan(child)), None)
    if plan is None or any(token.tag_ in FINITE or token.tag_ == "MD" for token in sentence):
        return
    plan.head, plan.dep_ = plan, "ROOT"
    for child in list(firm.rights):
        if child.i > plan.i:
            child.head = plan
    firm.head, firm.dep_ = plan, "nsubj"


def _is_plan(token: Token) -> bool:
    """Whether a word is a bare verb behind "to"."""
    return token.tag_ == "VB" and any(child.tag_ == "TO" for child in token.lefts)


def _take_stops(before: Token, verb: Token) -> None:
    """Give a verb that is on top now the marks behind it of what was there before."""
    for child in list(before.children):
        if child.dep_ == "punct" and child.i > verb.i:
            child.head = verb


def put_report_on_top(sentence: Span) -> None:
    """Hang what was said below who says so at the end: "75 died, the paper [reported]"."""
    told = sentence.root
    for verb in [*told.rights, *_report_at_end(sentence)]:
        speaker = _speaker_behind(verb) or _teller_before(verb) if verb.tag_ in FINITE else None
        if verb.tag_ not in FINITE or not (_is_told_behind(verb) or speaker is not None):
            continue
        if speaker is not None:
            speaker.head, speaker.dep_ = verb, "nsubj"
        verb.head, verb.dep_ = verb, "ROOT"
        told.head, told.dep_ = verb, "ccomp"
        for child in list(told.rights):
            if child.dep_ == "punct" and child.i > verb.left_edge.i:
                child.head = verb
        return


def swap_speaker(sentence: Span) -> None:
    """Give a report behind a comma its speaker, and what was told its verb: "Two had burns, said [Jo]".

    The parser has the first noun for the speaker, whose verb it then takes for a part of another noun.
    """
    report = sentence.root
    if report.lower_ not in {"said", "says"} or report.i <= sentence.start or report.nbor(-1).text != ",":
        return
    speaker = next((child for child in report.rights if child.dep_ == "obj"), None)
    first = next((child for child in report.lefts if child.dep_ in SUBJECTS), None)
    if speaker is None or first is None or speaker.left_edge.i != report.i + 1:
        return
    verb = first.nbor()
    if verb.tag_ not in {"VBD", "VBN"} or verb.dep_ != "amod" or verb.head.head != first:
        return
    done_to = verb.head
    first.head, first.dep_ = verb, "nsubj"
    done_to.head, done_to.dep_ = verb, "obj"
    verb.head, verb.dep_, verb.tag_ = report, "ccomp", "VBD"
    speaker.dep_ = "nsubj"


def part_predicates(sentence: Span) -> None:
    """Part a second predicate from the first, which has its own: "Six were ill and [five] had burns"."""
    verb = sentence.root
    first = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    number = verb.nbor(-1) if verb.i > sentence.start else verb
    if verb.tag_ not in FINITE or first is None or number.tag_ != "CD" or number.head != first:
        return
    if number.dep_ != "conj" or not any(child.dep_ == "cop" for child in first.children):
        return
    first.head, first.dep_ = first, "ROOT"
    for child in list(verb.lefts):
        if child != number:
            child.head = first
    verb.head, verb.dep_ = first, "conj"
    number.head, number.dep_ = verb, "nsubj"


def _report_at_end(sentence: Span) -> list[Token]:
    """Give a report at the end that is parsed below another clause: "fell as it rained, data [showed]"."""
    below = (token for token in sentence if token.dep_ == "ccomp" and token.head.dep_ == "advcl")
    last = sentence.end - 1 - sentence[-1].is_punct
    return [
        verb for verb in below if verb.tag_ in FINITE and verb.right_edge.i == last and _is_told_behind(verb)
    ]


def _is_told_behind(verb: Token) -> bool:
    """Whether a clause behind a comma has its own subject first and nothing that it tells."""
    own = {child.dep_ for child in verb.children}
    full = bool(own & SUBJECTS) and not own & {"mark", "obj", "ccomp", "cop", "cc"}
    below = verb.dep_ == "ccomp" or (verb.dep_ == "conj" and _reports(verb))  # joined without "and"
    return below and full and _is_set_off(verb)


def _speaker_behind(verb: Token) -> Token | None:
    """Give whom a verb of report behind a comma has for its object, though they speak: "..., [said] Jo"."""
    own = [child for child in verb.children if child.dep_ != "punct"]
    if not own or verb.dep_ not in {"ccomp", "conj", "parataxis"} or own[0].dep_ != "obj":
        return None
    speaker = own[0]
    right_behind = speaker.left_edge.i == verb.i + 1 and _reports(verb)
    if not right_behind or not _is_set_off(verb) or speaker.tag_ not in _NOUN_TAGS:
        return None
    return speaker


def _teller_before(verb: Token) -> Token | None:
    """Give whom commas set off before "told", which the parser has in what was told: "[Jo], 40, told us"."""
    if verb.lower_ != "told" or any(child.dep_ in SUBJECTS for child in verb.lefts):
        return None
    before = [child for child in verb.head.rights if child.i < verb.i and child.dep_ in NOMINAL]
    teller = before[-1] if before and verb.nbor(-1).text == "," else None
    if teller is None or teller.tag_ not in _NOUN_TAGS or teller.right_edge.i + 2 < verb.i:
        return None
    return teller if teller.left_edge.nbor(-1).text == "," else None


def _reports(verb: Token) -> bool:
    """Whether a finite verb is one of report, by its form: it has no lemma yet."""
    if verb.lower_ in {"said", "wrote"}:  # behind "told" stands who heard it
        return True
    stems = {verb.lower_.removesuffix(ending) for ending in ("s", "es", "d", "ed")}
    return not stems.isdisjoint(frame_words("report", "verbs"))


def _is_set_off(verb: Token) -> bool:
    """Whether a comma or a quotation mark stands before a clause."""
    first = next((child.left_edge for child in verb.lefts if child.dep_ != "punct"), verb)
    return first.i > verb.sent.start and first.nbor(-1).text in {",", "”", '"'}
