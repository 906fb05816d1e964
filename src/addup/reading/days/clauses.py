"""Whether a time is of another clause than a figure: above it, or joined to it.

A time in a later of two joined clauses is that clause's alone ("1,700 register each day and in March 16,000
signed"). So is that of a trial beside the deed, that of a report beside what is reported, and that of what is
past beside what is so now.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.tense import in_present
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.reading.nouns.actors import is_body
from addup.reading.nouns.people import is_person
from addup.reading.parsed import tokens_from

_YEAR = 4  # digits
_NEAR_BEFORE = 7  # words from "before" to the day of what it names


def deed_of(anchor: Token) -> Token | None:
    """Give what somebody is tried or blamed for, where a figure is of that: "jailed for [killing] 40 people".

    The day of the trial is not that of the deed.
    """
    below = anchor
    for above in anchor.ancestors:
        if grammar.is_verb(above) and above.lemma_.lower() in listed("clauses", "trials"):
            of_trial = below.dep_ in {"obl", "advcl", "acl", "nmod"} and _says_for_what(below)
            return below if of_trial and not _is_charge(below) else None
        if grammar.is_verb(above) and above.lemma_.lower() in listed("clauses", "judging"):
            return below if grammar.has_child(below, {"for"}, "case", "mark") else None
        if not (below.dep_ in {"acl", "advcl", "nmod"} and _says_for_what(below)):
            below = above
    return None


def _is_charge(noun: Token) -> bool:
    """Whether a noun is what a court calls a charge, which is of the trial's day: "14 counts of fraud"."""
    return noun.lemma_.lower() in listed("clauses", "charges")


def _says_for_what(deed: Token) -> bool:
    """Whether a phrase opens with the word for what somebody is tried for."""
    return grammar.has_child(deed, listed("clauses", "for_what"), "case", "mark")


def is_of_report(anchor: Token, head: Token) -> bool:
    """Whether a time tells when something was said: "police said on Monday that 40 were held".

    So does that of what it was said in: "in a speech on Monday, she said ...".
    """
    verb = head.head
    if grammar.is_noun(verb) and verb.dep_ == "obl":
        verb = verb.head
    if verb.lemma_.lower() not in words("report", "verbs") or not grammar.is_verb(verb):
        return False
    teller = grammar.subject(verb)
    if teller is not None and teller.lemma_.lower() in words("poll", "nouns"):
        return False  # a poll that is told of without its days was mostly taken just before
    return any(
        token.dep_ in {"ccomp", "parataxis"} and token.head == verb for token in (anchor, *anchor.ancestors)
    )


def is_of_release(head: Token) -> bool:
    """Whether a day is that on which something was said: "the ministry said on Friday"."""
    return head.head.lemma_.lower() in words("report", "verbs")


def is_so_always(anchor: Token, head: Token) -> bool:
    """Whether a figure is in a relative clause of its own on what is so at all times, without the time.

    "The firm, which employs 40 people, will close next year."
    """
    clause = grammar.clause_head(anchor)
    if clause is None or clause.dep_ != "acl:relcl" or clause.tag_ not in {"VBZ", "VBP"}:
        return False
    return not grammar.auxiliaries(clause) and grammar.is_set_off(clause) and clause not in head.ancestors


def has_become_so(anchor: Token, head: Token) -> bool:
    """Whether a figure is in a relative clause on what has come to be so, without the time.

    "The attacks, which have killed 40 people, were spoken of on Monday."
    """
    for clause in (anchor, *anchor.ancestors):
        if clause.dep_ == "acl:relcl":
            helpers = grammar.auxiliaries(clause)
            return (
                clause.tag_ == "VBN"
                and bool(helpers & {"had", "has", "have"})
                and clause not in head.ancestors
            )
    return False


def is_of_description(anchor: Token, head: Token) -> bool:
    """Whether a figure is within what only says more of a noun, and a time is not: "Selm, a town of 40"."""
    below = anchor
    for above in anchor.ancestors:
        if above.dep_ == "acl" and above.lemma_.lower() in listed("clauses", "describing"):
            return (
                grammar.is_set_off(above)
                and above.head.dep_ in grammar.SUBJECTS
                and head not in above.subtree
            )
        if grammar.is_verb(above) or grammar.children(above, "cop"):
            return False
        if above.dep_ == "appos" and grammar.is_noun(above.head) and above.head.i < above.i:
            inside = below.dep_ in {"nmod", "acl"} and above.tag_ == "NN" and head not in above.head.subtree
            return inside and grammar.is_set_off(above)
        below = above
    return False


def is_of_origin(anchor: Token, head: Token) -> bool:
    """Whether a time only tells what was done to a thing before: "Harlow, founded in 1961, cut 40 jobs".

    Whatever was done, it does so where the figure is so now: "the book, printed in 2001, has 40 pages".
    """
    for above in head.ancestors:
        if above == anchor or above in anchor.ancestors:
            return False
        if above.dep_ in {"acl", "acl:relcl"} and above.tag_ in {"VBN", "VBD"}:
            founded = (
                above.dep_ == "acl"
                and above.tag_ == "VBN"
                and above.lemma_.lower() in listed("clauses", "founding")
            )
            return founded or (grammar.is_set_off(above) and _is_so_now(anchor, above.head))
    return False


def _is_so_now(anchor: Token, thing: Token) -> bool:
    """Whether a figure tells what is so now of a thing, or will be: "the act, passed in May, has 40"."""
    clause = grammar.predicate(anchor)
    if clause is None or thing not in grammar.children(clause, *grammar.SUBJECTS):
        return False
    helping = grammar.auxiliaries(clause)
    would = clause.tag_ == "VB" and bool(helping & {"can", "could", "will", "would"})
    is_so = any(being.tag_ in {"VBP", "VBZ"} for being in grammar.children(clause, "cop"))
    return would or is_so or in_present(anchor) is not None


def is_of_document(anchor: Token, head: Token) -> bool:
    """Whether a year is only that of a document on what may be so: "a 2009 report found it would cost $4"."""
    document = grammar.modified(head)
    if document is None or document.lemma_.lower() not in listed("clauses", "documents"):
        return False
    if grammar.preposition(document) == "from":
        return True  # "will release 28 pages from a 2002 inquiry"
    clause = grammar.predicate(anchor)
    return clause is not None and bool(
        grammar.auxiliaries(clause) & {"could", "had", "may", "might", "will", "would"}
    )


def is_of_likening(anchor: Token, head: Token) -> bool:
    """Whether a time is only that of what is like it: "as she did in 2012, she won 40 votes"."""
    for clause in head.ancestors:
        if clause == anchor or clause in anchor.ancestors:
            return False
        stands_for_another = clause.lemma_.lower() in listed("clauses", "standing_for_verbs")
        if stands_for_another and clause.dep_ == "advcl" and grammar.has_child(clause, {"as"}, "mark"):
            return True
    return False


def is_of_later_clause(anchor: Token, head: Token) -> bool:
    """Whether a time stands in a clause that is joined behind that of the figure, or in what that is to do.

    A participle that shares the auxiliary of the one before makes one clause with it: "40 were killed and 120
    injured when the river rose on Friday".
    """
    clause = head if grammar.is_verb(head) else grammar.clause_head(head)
    own = grammar.predicate(anchor)
    is_to_do = False
    if clause is not None and clause.dep_ == "advcl" and clause.head.dep_ == "conj":
        clause = clause.head  # "is 40, but when she leaves on Friday, she will smile"
    while clause is not None and own is not None and clause.dep_ in {"conj", "xcomp"}:
        if clause == own or clause in own.ancestors:
            return False
        if clause.dep_ == "conj" and not is_to_do and _shares_time(clause):
            return False
        is_to_do = clause.dep_ == "xcomp" and grammar.has_child(clause, {"to"}, "mark")
        joined, clause = clause.dep_ == "conj", clause.head
        if joined and (clause == own or (clause in own.ancestors and anchor.i < head.i and clause.i < own.i)):
            return True
    return False


def _shares_time(clause: Token) -> bool:
    """Whether a clause goes on with the subject and the tense of the one before: "killed 16 and hurt six"."""
    if grammar.auxiliaries(clause):
        return False
    if clause.tag_ == "VBN":
        return True
    own = grammar.children(clause, *grammar.SUBJECTS)
    # "Has infected 40 and killed six": a past like a participle goes on with one.
    return clause.tag_ == "VBD" and clause.head.tag_ in {"VBD", "VBN"} and not own


def is_of_past_before(anchor: Token, head: Token) -> bool:
    """Whether a time is that of what is past, before what is so now: "began in July, and holds 14%".

    Or before what goes on or will be: "held four on Monday and is looking for two, and will try 40".
    """
    now = grammar.clause_head(anchor)
    if now is None or now.dep_ != "conj" or not _is_now_or_to_come(now):
        return False
    before = now.head
    is_past = before.tag_ == "VBD" or (before.tag_ == "VBN" and bool(grammar.auxiliaries(before) & _WAS))
    return is_past and before.i < now.i and before in head.ancestors and head.i < now.i


_WAS = frozenset({"was", "were"})
_IS = frozenset({"am", "are", "is"})


def _is_now_or_to_come(clause: Token) -> bool:
    """Whether a clause tells what is so, goes on or will be: "holds", "is looking for", "will fly"."""
    helping = grammar.auxiliaries(clause)
    if clause.tag_ in {"VBP", "VBZ"} and not helping:
        return True
    return (clause.tag_ == "VBG" and bool(helping & _IS)) or (clause.tag_ == "VB" and "will" in helping)


def is_of_opening_participle(anchor: Token, head: Token) -> bool:
    """Whether a time is of a participle that says what was done before to what now is as the figure says.

    "Opened in 2019, the plant employs 40 people."
    """
    now = in_present(anchor)
    return now is not None and any(
        above.tag_ == "VBN"
        and above.dep_ == "advcl"
        and above.head == now
        and above.i < now.i
        and not grammar.auxiliaries(above)
        and not grammar.children(above, *grammar.SUBJECTS)
        for above in (head, *head.ancestors)
    )


def is_of_end(anchor: Token, head: Token) -> bool:
    """Whether a time is that of what ends what a figure tells: "holds 40 until the ban ends in May".

    So is that of what came behind it: "had bought 6% before it gave up in May".
    """
    beside = _not_above(anchor, head)
    clauses = (above for above in beside if above.dep_ == "advcl")
    return any(grammar.has_child(clause, {"before", "until", "till"}, "mark") for clause in clauses)


def _not_above(anchor: Token, head: Token) -> Iterator[Token]:
    """Give a time and what it stands below, up to what a figure stands below as well."""
    own = {anchor, *anchor.ancestors}
    return takewhile(lambda above: above not in own, (head, *head.ancestors))


def is_of_what_follows(anchor: Token, head: Token) -> bool:
    """Whether a time is that of what comes after what a figure tells: "ran before the vote on Friday".

    The parser may hang the day on the verb, whatever stands between.
    """
    if len(head) == _YEAR and head.is_digit:
        return False  # "hired 40 before the 2012 election" may well have been in 2012
    doc, first = head.doc, max(head.sent.start, head.i - _NEAR_BEFORE)
    for token in reversed(tokens_from(doc, first, head.i)):
        if (token.lower_ == "before" and token.dep_ != "advmod") or (
            token.lower_ == "ahead" and token.nbor().lower_ == "of"
        ):
            return not token.i < anchor.i < head.i and any(map(_happens, doc[token.i + 1 : head.i + 3]))
        if grammar.is_verb(token) or token.text in {",", ";", "(", ")"}:
            return False
    return False


def _happens(word: Token) -> bool:
    """Whether a word names what happens, not before whom one stands ("the judge on Friday"), nor a time."""
    lemma = word.lemma_.lower()
    if word.tag_ not in {"NN", "NNS"} or lemma in words("event", "counted_from"):
        return lemma in words("poll", "elections")
    return not (is_person(word) or is_body(word))


def is_of_when_beside(anchor: Token, head: Token) -> bool:
    """Whether a time is that of when something else was, beside what has come to be so.

    "Was free when he began in 2012, and has been jailed for 40 years."
    """
    clause = grammar.clause_head(anchor)
    if clause is None or clause.tag_ != "VBN" or not grammar.auxiliaries(clause) & {"has", "have"}:
        return False
    return any(grammar.has_child(above, {"when"}, "advmod", "mark") for above in _not_above(anchor, head))


def is_of_place_beside(anchor: Token, head: Token) -> bool:
    """Whether a time is that of what else happened at a place: "sent 40 to Selm, where it burned on Friday".

    What befell people there is of that day as well: "40 people died in Selm, where it burned on Friday".
    """
    clause = grammar.clause_head(anchor)
    if clause is None or clause.lemma_.lower() in words("incident", "casualties"):
        return False
    openings = (child for above in _not_above(anchor, head) for child in above.lefts)
    return any(_tells_of_place(opening) for opening in openings if opening.i > anchor.i + 1)


def _tells_of_place(opening: Token) -> bool:
    """Whether a word behind a comma goes on with a place: "to Selm, [where]", "to Selm, [which]"."""
    if opening.nbor(-1).text != ",":
        return False
    name = opening.nbor(-2)
    return opening.lower_ == "where" or (opening.lower_ == "which" and name.ent_type_ == "LOCATION")


def is_new_end(head: Token) -> bool:
    """Whether a day is that to which something is put off: "the bid was extended to [May 16]"."""
    moved = head.head.lemma_.lower() in listed("clauses", "putting_off")
    return moved and head.head.tag_ != "VB" and grammar.preposition(head) == "to"


def is_of_joined_noun(anchor: Token, head: Token) -> bool:
    """Whether a year stands before one of two nouns, and a figure is not of it: "her career and 2010 bid".

    So is one before the noun that the figure's is joined to: "his 2010 race and his six years in office".
    """
    noun = grammar.modified(head) if head.dep_ == "nummod" else None
    if noun is None:
        return False
    if noun.dep_ == "conj":
        return grammar.is_noun(noun.head) and anchor not in noun.subtree
    return any(anchor in token.subtree for token in grammar.children(noun, "conj") if grammar.is_noun(token))
