"""Whether a time stands in a clause below that of a figure, and tells when something else happened."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.tense import is_perfect, is_so_now
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.records import Amount

_REASONS = frozenset({"after", "as", "because", "since", "when"})


def is_below(amount: Amount, anchor: Token, head: Token, *, ahead: bool) -> bool:
    """Whether a time stands in a clause below that of the figure and tells when something else happens.

    What an infinitive of purpose names is still to come (`ahead`); a time past then is of the verb above. A
    time two clauses down ("those who fled when it burned in May"), or of a part, is of neither.
    """
    above = {token.i for token in (anchor, *anchor.ancestors)}
    told = when = False
    for token in (head, *head.ancestors):
        if token.i in above:
            return is_told_in_reason(head, token)
        told = told or token.dep_ in {"acl", "acl:relcl"}
        if told and grammar.preposition(token) == "according":
            return True  # "according to a poll released on Monday"
        if not grammar.is_clause(token) or token.lower_ in {"beginning", "starting"}:
            continue
        if token.dep_ in {"acl", "acl:relcl"} and _is_of_other_noun(token, amount, anchor):
            return True
        if token.dep_ == "acl:relcl" and (when or _is_of_part(token)):
            return True
        when = when or token.dep_ == "advcl"
        if token.dep_ == "advcl" and ahead and grammar.has_child(token, {"to"}, "mark"):
            return True
    return False


def is_told_in_reason(head: Token, above: Token) -> bool:
    """Whether a time is of what a reason says: "prices fell after a report showed a rise in May"."""
    said = False
    for token in (head, *head.ancestors):
        if token == above:
            return False
        said = said or token.dep_ == "ccomp"
        if said and token.dep_ == "advcl" and grammar.has_child(token, _REASONS, "mark"):
            return True
    return False


def is_of_noun_below(anchor: Token, head: Token) -> bool:
    """Whether a time stands before a noun of a clause below: "fell after it said [May] sales were off"."""
    noun = grammar.modified(head)
    if noun is None:
        return False
    clause = noun.head if grammar.is_verb(noun.head) or grammar.children(noun.head, "cop") else noun
    while clause.dep_ == "ccomp":
        clause = clause.head
        if clause.dep_ == "advcl":
            return clause.head in {anchor.head, *anchor.ancestors} and clause not in anchor.ancestors
    return False


def _is_of_other_noun(clause: Token, amount: Amount, anchor: Token) -> bool:
    """Whether a clause on a noun tells of another one than the figure's, or only says more of it.

    So does one of the past beside what is so now: "the mill that opened in 1990 employs 40 people".
    """
    behind = amount.span.end <= clause.head.idx <= amount.span.end + 1
    if not (behind or _is_of(anchor, clause.head)):
        return True
    if _is_deadly(clause.head, clause) or is_begun(clause, anchor):
        return False
    if anchor in clause.head.subtree:
        return False
    return _was_before(clause, anchor) or (clause.dep_ == "acl:relcl" and grammar.is_set_off(clause))


def _is_deadly(subject: Token, relative: Token) -> bool:
    """Whether what killed is told of with its time: "the storm, which struck in 2004, killed 57 people"."""
    verb = subject.head
    told = relative.tag_ == verb.tag_ == "VBD" and subject.dep_ == "nsubj"
    return told and verb.lemma_.lower() in words("incident", "casualties")


def _was_before(clause: Token, anchor: Token) -> bool:
    """Whether a clause tells what became of the subject before what is so of it now."""
    subject, now = clause.head, clause.head.head
    if clause.tag_ not in {"VBD", "VBN"} or subject.dep_ not in grammar.SUBJECTS:
        return False
    tells = now.lemma_.lower() in words("report", "verbs") | words("poll", "showing")
    of_subject = now == anchor or grammar.clause_head(anchor) == now
    return of_subject and not tells and is_so_now(anchor) and not is_perfect(anchor)


def is_begun(clause: Token, anchor: Token) -> bool:
    """Whether a clause tells when it began by what a figure has come about, which is since then.

    "A fire that [began] in May has burned 40 homes."
    """
    if _goes_on_since(clause, anchor):
        return True
    subject = clause.head
    if clause.lemma_.lower() not in listed("below", "beginning") or subject.dep_ not in grammar.SUBJECTS:
        return False
    if clause.tag_ not in {"VBD", "VBN"} or not clause.dep_.startswith("acl") or subject.is_ancestor(anchor):
        return False
    if any(child.tag_ not in {"WDT", "WP"} for child in grammar.children(clause, "obj")):
        return False  # "a man who started work in May has won 40"
    return subject.head in {anchor, *anchor.ancestors} and is_perfect(anchor)


def _goes_on_since(clause: Token, anchor: Token) -> bool:
    """Whether a verb joined to one that tells a beginning goes on with what has come about since.

    "The clinic [opened] ten days ago and has treated 40", "she [moved] there in May and has since sold 40".
    """
    clauses = (anchor, *anchor.ancestors)
    goes_on = next((verb for verb in clauses if verb.dep_ == "conj" and verb.head == clause), None)
    if goes_on is None or clause.tag_ not in {"VBD", "VBN"} or "had" in grammar.auxiliaries(clause):
        return False
    others = (child for child in grammar.children(goes_on, *grammar.SUBJECTS) if child.tag_ != "PRP")
    if any(others) or not (is_perfect(anchor) and grammar.auxiliaries(goes_on) & {"has", "have"}):
        return False
    began = listed("below", "beginning") | listed("below", "set_up") | listed("clauses", "founding")
    return has_since(goes_on) or clause.lemma_.lower() in began


def has_since(verb: Token) -> bool:
    """Whether an adverb says that a verb tells what came after something told before: "has [since] sold"."""
    return grammar.has_child(verb, {"since"}, "advmod")


def _is_of_part(relative: Token) -> bool:
    """Whether a relative clause tells of a part: "200 beds, half of which will be ready"."""
    opening = relative.doc[relative.left_edge.i : relative.i].text.lower()
    return "of which" in opening or "of whom" in opening


def _is_of(anchor: Token, noun: Token) -> bool:
    """Whether a clause on a noun tells of the figure too: its noun ("the 40 people who fled on Friday").

    So do one on a noun within it, on the subject that it is said of, and on another number.
    """
    phrase = _up_to_verb(anchor)
    if noun in phrase or anchor in _up_to_verb(noun) or noun.tag_ == "CD":
        return True
    top = _up_to_verb(noun)[-1]
    return top.dep_ == "nsubj" and top.head in anchor.ancestors


def _up_to_verb(token: Token) -> list[Token]:
    """Give a token and the nouns that it hangs on."""
    found = [token]
    while token.head != token and not grammar.is_verb(token.head):
        token = token.head
        found.append(token)
    return found
