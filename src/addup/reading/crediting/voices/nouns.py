"""Reports by a noun: "analysts' forecasts of $3", "the ministry's toll stands at 40", "amid reports that"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.crediting.documents import agent_of, guess_above
from addup.reading.crediting.voices.claims import of_claim, told_from
from addup.reading.crediting.voices.conditions import can_tell, is_body, is_negated
from addup.reading.crediting.voices.spans import around, below
from addup.reading.crediting.voices.voice import Voice
from addup.reading.crediting.words import words
from addup.reading.frames import measuring_verbs
from addup.reading.frames import words as frame_words
from addup.reading.nouns.people import is_person
from addup.reading.polls import is_held_against


def of_noun(noun: Token) -> Iterator[Voice]:
    """Give the reports that a noun makes: what a count says, what is said behind a noun of saying."""
    told = of_claim(noun) if _may_claim(noun) else None
    counted = told or _stated_of(noun) or _of_count(noun) or _by_count(noun)
    if counted is not None:
        yield counted
    elif noun.lower_ in words("noun", "reports") and noun.dep_ in {"obl", "obl:agent", "nmod", "obj"}:
        for clause in _that_clauses(noun):  # "amid reports that 40 had died"
            yield Voice(noun, noun, below(clause))
    elif noun.lemma_.lower() in words("noun", "words"):
        yield from _of_saying(noun)


def _may_claim(noun: Token) -> bool:
    return noun.lemma_.lower() in words("noun", "words") | words("noun", "claims") | words("noun", "views")


def _that_clauses(noun: Token) -> list[Token]:
    """Give the clauses that tell what a noun is of; a parser may hang one on the verb above."""
    hanging = [
        clause
        for clause in grammar.children(noun, "acl", "acl:relcl", "ccomp")
        if grammar.has_child(clause, {"that"}, "mark", "advmod")
    ]
    that = noun.doc[noun.i + 1 : noun.i + 2]
    if hanging or that.text != "that" or that[0].dep_ != "mark":
        return hanging
    return [that[0].head] if that[0].head.dep_ == "ccomp" and that[0].head.head in noun.ancestors else []


def _of_saying(noun: Token) -> Iterator[Voice]:
    """Give what stands behind a noun of saying, as said by whose it is or by who is named behind "by"."""
    for owner in _owners(noun):
        content = frozenset().union(*map(below, (*noun.rights, *_that_clauses(noun))))
        if content and owner.lemma_.lower() not in words("noun", "times"):  # "last week's claims"
            yield Voice(owner, noun, content)
    by = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    is_agent = by.dep_ == "case" and grammar.is_noun(by.head) and not grammar.children(by.head, "nummod")
    if by.lower_ == "by" and is_agent:
        agent = by.head  # "the 235,000 forecast by economists"
        yield Voice(agent, noun, below(noun) - below(agent))


def _of_count(noun: Token) -> Voice | None:
    """Give what a count says, or who made it.

    "The [ministry]'s toll stands at 40"; "estimates by [insurers] range from 40 to 50".
    """
    lemma, clause = noun.lemma_.lower(), noun.head
    if lemma == "average" and _holds_amount(noun):
        return None
    if lemma in words("document", "counts") and _is_named_beside(noun):
        guess = guess_above(noun)
        return Voice(noun, noun, _told_beside(noun) if guess is None else below(guess) - below(noun))
    if lemma not in words("noun", "counts") or noun.dep_ != "nsubj" or is_negated(clause, ""):
        return None
    tells = clause.lemma_.lower() in measuring_verbs() | words("noun", "ranging")
    if not tells and not grammar.children(clause, "cop"):
        return None
    owner = next(filter(_may_count, grammar.children(noun, "nmod:poss")), None) or agent_of(noun)
    if owner is None or _is_where_counted(owner, noun):
        return None
    behind = frozenset().union(*map(below, noun.rights))
    return Voice(owner, noun, (below(clause) - below(noun)) | (behind - below(owner)))


def _stated_of(count: Token) -> Voice | None:
    """Give the amount right behind a count as said by whose it is: "the [ministry]'s figure of 61 dead".

    Runs and goals are tallied by players as well as by who counts them, so that a tally is only a body's.
    """
    of = [child for child in count.rights if child.i < count.i + 6 and grammar.preposition(child) == "of"]
    if (
        count.lemma_.lower() not in words("noun", "counts")
        or not of
        or not any(map(grammar.is_number, of[0].subtree))
    ):
        return None
    owned = grammar.children(count, "nmod:poss")
    beside = [child for child in grammar.children(count, "compound") if child.i == count.i - 1]
    owner = next(filter(_may_count, owned or beside), None)
    if owner is None or _is_where_counted(owner, count):
        return None
    scored = count.lemma_.lower() in words("noun", "scores") and (
        grammar.is_proper(owner) or is_person(owner)
    )
    return None if scored else Voice(owner, count, told_from(count, of[0].left_edge))


def _is_where_counted(owner: Token, count: Token) -> bool:
    """Whether a count is only of what is in a place, which counts nothing itself: "the [city]'s death toll".

    "The town's own count" is the town's. So may be that of a name of which nothing is known, unless somebody
    else tells it: "[Selm]'s case count hit 40, the clinic said".
    """
    if grammar.has_child(count, {"own"}, "amod"):
        return False
    if owner.lemma_.lower() in frame_words("people", "places") | words("noun", "lands"):
        return True
    unknown = grammar.is_proper(owner) and owner.ent_type_ != "ORGANIZATION"
    clause = count.head
    told = clause.dep_ == "ccomp" and grammar.subject(clause.head) is not None
    told = told or any(map(grammar.is_verb, grammar.children(clause, "parataxis")))
    return unknown and told and bool(grammar.children(count, "compound"))


def _may_count(owner: Token) -> bool:
    """Whether somebody may have counted what is theirs: "the [ministry]'s toll", "[his] estimates"."""
    return is_body(owner) or is_person(owner) or owner.tag_ == "PRP$"


def _by_count(noun: Token) -> Voice | None:
    """Give what holds by somebody's count or estimate: "by the [ministry]'s count", "by one [estimate]"."""
    if not _is_reckoned(noun):
        return _in_view(noun)
    owners = grammar.children(noun, "nmod:poss")
    if owners:
        is_time = owners[0].lemma_.lower() in words("noun", "times")
        return None if is_time else Voice(owners[0], noun, around(noun))
    counting = [child for child in grammar.children(noun, "compound") if is_body(child) or is_person(child)]
    if counting and not any(map(grammar.is_proper, counting)):
        return Voice(counting[-1], noun, _joined_amount(noun) or around(noun))
    told = grammar.has_child(noun, words("noun", "some"), "amod", "det", "nummod")
    told = told or any(map(grammar.is_proper, grammar.children(noun, "compound")))
    return Voice(noun, noun, around(noun)) if told else None


def _is_reckoned(noun: Token) -> bool:
    """Whether a noun tells by whose count something holds: "by the ministry's count", "at its last count"."""
    preposition = grammar.preposition(noun)
    if preposition == "at":
        return noun.lemma_.lower() in words("noun", "scores") and bool(grammar.children(noun, "nmod:poss"))
    return preposition == "by" and noun.lemma_.lower() in words("noun", "reckonings")


def _in_view(noun: Token) -> Voice | None:
    """Give what is so in somebody's view: "in the [ministry]'s view", "in the opinion of most [analysts]"."""
    if noun.lemma_.lower() not in words("noun", "views") or grammar.preposition(noun) != "in":
        return None
    of = grammar.complement(noun, "of")
    owner = next(filter(_may_count, grammar.children(noun, "nmod:poss")), of)
    return (
        Voice(owner, noun, around(noun)) if owner is not None and (owner != of or can_tell(owner)) else None
    )


def _joined_amount(count: Token) -> frozenset[int]:
    """Give the amount that "or" joins to another's: "4,000, or [3,000] by police estimates"."""
    by = next(iter(grammar.children(count, "case")), count)
    amount = by.nbor(-1) if by.i > count.sent.start else by
    if not grammar.is_number(amount):
        return frozenset()
    joined = grammar.children(amount, "cc")
    return below(amount) - below(count) if joined and amount.dep_ == "conj" else frozenset()


def _holds_amount(average: Token) -> bool:
    """Whether an average is of an amount behind it, and none of polls: "took in an average of $20 a day"."""
    behind = average.doc[average.i + 1 : average.i + 4]
    return behind[:1].text == "of" and any(map(grammar.is_number, behind))


def _told_beside(poll: Token) -> frozenset[int]:
    """Give what a poll beside its results tells: the sentence, or only what is held against another's.

    "Six in 10 say so, after [half did in the earlier poll]"; "up from [36 percent in the last poll]".
    """
    if is_held_against(poll) and poll.head != poll.sent.root:
        return below(poll.head)
    return around(poll)


def _is_named_beside(noun: Token) -> bool:
    """Whether a poll stands beside its result: "in this poll", "when the poll asked about both"."""
    if noun.dep_ in {"obl", "nmod"} and grammar.preposition(noun) == "in":
        return True
    return noun.dep_ == "nsubj" and noun.head.lemma_ == "ask" and noun.head.dep_ == "advcl"


def _owners(noun: Token) -> list[Token]:
    """Give whose a noun of saying is: "[analysts]' forecasts", "[market] expectations"."""
    before = (child for child in grammar.children(noun, "compound") if child.i == noun.i - 1)
    named = [child for child in before if child.lemma_.lower() in words("noun", "owners")]
    return grammar.children(noun, "nmod:poss") or named
