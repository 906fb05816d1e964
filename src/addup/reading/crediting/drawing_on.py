"""Which sentences go on with what was just told: a part of it, others beside it, or what would come of it."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.crediting.deals import first_word
from addup.reading.crediting.results import turns
from addup.reading.crediting.voices import Voice, is_body
from addup.reading.crediting.words import words
from addup.reading.frames import changing_verbs
from addup.reading.nouns.people import is_person

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_HEDGING = frozenset({"DT", "IN", "JJR", "JJS", "RB"})
_COMPARING = frozenset({"JJR", "RBR"})
_HEDGED = 4  # tokens before the number that a sentence opens with, at most


def draws_on(sentence: Span) -> bool:
    """Whether a sentence draws on what was said in the one before.

    "That leaves $2 million to be found."; "That number follows 290 in June."; "A third of those live abroad."
    """
    first = first_word(sentence)
    if first.lower_ in {"that", "this"} and _stands_for_amount(first, sentence):
        return True
    if _is_said_again(sentence.root) or _takes_part_of(first) or _has_as_many(sentence.root):
        return True
    return any(_is_of_them(token) for token in sentence)


def _is_said_again(root: Token) -> bool:
    """Whether a sentence gives another amount of what was told: "It was 6%", "In Orel the figure is $5".

    The parser has the amount on top, with "was" below.
    """
    subject = grammar.subject(root) if grammar.children(root, "cop") else None
    if subject is None or not (root.tag_ in {"$", "CD"} or root.lower_ in {"%", "percent"}):
        return False
    the = any(child.lower_ == "the" for child in grammar.children(subject, "det"))
    return subject.lower_ == "it" or (the and subject.lower_ in words("going_on", "amounts"))


def _takes_part_of(of: Token) -> bool:
    """Whether a sentence opens with an amount that it takes a part of: "Of that, $2 million is in cash"."""
    behind = of.doc[of.i + 1 : of.i + 4]
    if of.lower_ != "of" or len(behind) < 3 or behind[0].lower_ not in {"that", "the", "this"}:
        return False
    if behind[1].text == ",":
        return behind[0].lower_ != "the"
    return behind[1].lemma_.lower() in words("going_on", "amounts") and behind[2].text == ","


def _has_as_many(verb: Token) -> bool:
    """Whether "it" or "they" had so many of what was just told of: "In 2010 it had 11"."""
    thing = grammar.direct_object(verb)
    if thing is None or thing.tag_ != "CD" or any(child.dep_ != "advmod" for child in thing.children):
        return False
    subject = grammar.subject(verb)
    return subject is not None and subject.lower_ in {"it", "they"}


def _stands_for_amount(that: Token, sentence: Span) -> bool:
    """Whether "that", alone or with a noun for an amount, is what a sentence is about."""
    noun = that.head if that.dep_ == "det" else that
    if noun.dep_ != "nsubj" or noun.head != sentence.root:
        return False
    return noun.lemma_.lower() in words("going_on", "amounts") or (noun == that and not _explains(noun.head))


def _explains(clause: Token) -> bool:
    """Whether a clause makes something of what was said: "That is one reason for it", "That means it ends".

    Where it says how many those are, it goes on: "That is 40 more than in May".
    """
    if not grammar.children(clause, "cop"):
        return clause.lemma_ == "mean"
    numbers = (token for token in (clause, *clause.children) if grammar.is_number(token))
    counts = clause.lemma_.lower() in words("noun", "amounts")
    counts = counts or any(number.lower_ != "one" for number in numbers)
    return not (counts or clause.tag_ in _COMPARING or clause.lower_ in words("going_on", "compared"))


def _is_of_them(token: Token) -> bool:
    """Whether a word is what the sentence takes a part of: "of those", "of these voters".

    "Of those voting" says itself of whom, and so does "of those held" where somebody acts on them: "a court
    jailed 83 of those held".
    """
    if token.lower_ not in {"those", "these"} or token.i == 0 or token.nbor(-1).lower_ != "of":
        return False
    if token.i + 1 == len(token.doc):
        return True
    return not (token.nbor().lower_.endswith("ing") or (_says_whom(token) and _is_acted_on(token)))


def _says_whom(those: Token) -> bool:
    """Whether words behind "those" say whom it means: "those [held] since Monday", "those [who fled]"."""
    return any(child.i > those.i for child in grammar.children(those, "acl", "acl:relcl"))


def _is_acted_on(those: Token) -> bool:
    """Whether the subject of a clause does something to so many of those."""
    verb = grammar.clause_head(those)
    while verb is not None and verb.dep_.startswith("acl"):
        verb = grammar.clause_head(verb.head)
    doer = grammar.subject(verb) if verb is not None else None
    return doer is not None and doer.i < those.i and not doer.is_ancestor(those) and doer.tag_ != "CD"


def _is_part(sentence: Span) -> bool:
    """Whether a sentence tells of so many of those before: "Four have died", "About 70 of them fled".

    "The other three" are the rest of them.
    """
    opening = [token for token in sentence if not token.is_space][: _HEDGED + 1]
    if len(opening) > 1 and opening[0].lower_ == "the" and opening[1].lower_ in words("going_on", "rest"):
        opening = opening[2:]
    first = next((token for token in opening if token.tag_ not in _HEDGING or token.lower_ == "the"), None)
    if (
        first is None
        or first.tag_ != "CD"
        or first.dep_ not in grammar.SUBJECTS
        or _YEAR.fullmatch(first.text)
    ):
        return False
    behind = sentence.doc[first.i + 1 : first.i + 3].text.lower()
    return behind == "of them" or not grammar.children(first, "nmod")


def takes_up(sentence: Span, last: Voice) -> bool:
    """Whether a sentence takes up what a report told: so many of those, more, or what would come of it."""
    if turns(sentence) or _is_in_quotes(last):
        return False
    more = _is_part(sentence) or _counts_others(sentence, last) or _takes_part_of_told(sentence, last)
    return more or _would_come(sentence, last) or _did_so(sentence)


def _takes_part_of_told(sentence: Span, last: Voice) -> bool:
    """Whether a sentence takes a part of what a report told of: "Of the new cases, 70 were mild"."""
    of = first_word(sentence)
    noun = of.head
    if (
        of.lower_ != "of"
        or of.dep_ != "case"
        or not grammar.has_child(noun, {"the", "these", "those"}, "det")
    ):
        return False
    return any(sentence.doc[place].lemma_ == noun.lemma_ for place in last.content)


def _is_in_quotes(last: Voice) -> bool:
    """Whether a report quotes; behind that the outlet speaks: '"It sank," she said. Some 40 came'."""
    return any(token.tag_ in {"``", "''"} for token in last.cue.sent)


def _counts_others(sentence: Span, last: Voice) -> bool:
    """Whether a sentence is about more than a report numbered: "Another 12 fled", "Six others did"."""
    if not any(grammar.is_number(sentence.doc[place]) for place in last.content):
        return False
    subject = next(iter(grammar.children(sentence.root, *grammar.SUBJECTS)), None)
    if subject is None:
        return False
    opening = sentence.doc[subject.left_edge.i : subject.i + 2]
    spoken = {token.lower_ for token in opening}
    numbered = any(token.tag_ == "CD" or token.lower_ in words("going_on", "vague") for token in opening)
    return numbered and not spoken.isdisjoint(words("going_on", "others"))


def _would_come(sentence: Span, last: Voice) -> bool:
    """Whether a sentence tells on what would come, as a report in the past did: "It would cost $40".

    "Under the plan, it would cost $40" has it from the plan.
    """
    verb, doc = sentence.root, sentence.doc
    if first_word(sentence).lower_ == "under":
        return False
    if last.cue.tag_ != "VBD" or not grammar.has_child(verb, {"would"}, "aux"):
        return False
    supposed = any(grammar.has_child(child, {"if"}, "mark") for child in grammar.children(verb, "advcl"))
    return not supposed and any(doc[place].lower_ == "would" for place in last.content)


def _did_so(sentence: Span) -> bool:
    """Whether so many did what was told of others: "Only 12 percent of doctors did"."""
    verb = sentence.root
    if verb.lemma_ != "do" or any(child.dep_ not in {"advmod", "nsubj", "punct"} for child in verb.children):
        return False
    subject = next(iter(grammar.children(verb, "nsubj")), None)
    return subject is not None and any(map(grammar.is_number, subject.subtree))


def changes_too(sentence: Span, last: Voice) -> bool:
    """Whether a sentence tells by how much another thing rose or fell: "Imports fell 2 percent"."""
    verb = sentence.root
    if not _moves_by(verb) or turns(sentence):
        return False
    subject = next(iter(grammar.children(verb, "nsubj")), None)
    if subject is None or grammar.is_proper(subject) or is_body(subject) or is_person(subject):
        return False
    if subject.lemma_.lower() in words("results", "traded"):
        return False
    told = [sentence.doc[place] for place in last.content]
    return any(map(_moves_by, told)) or any(token.lower_ == subject.lower_ for token in told)


def _moves_by(verb: Token) -> bool:
    """Whether a verb in the past tells by how much its subject rose or fell."""
    moves = verb.tag_ == "VBD" and verb.lemma_ in changing_verbs()
    return moves and any(
        grammar.is_number(token)
        for child in verb.rights
        if child.dep_ in {"obj", "obl"}
        for token in child.lefts
    )
