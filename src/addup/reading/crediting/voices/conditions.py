"""What a verb needs beside it to report a number.

"Recorded 40 deaths" is a report of a hospital, "posted a loss of $2 million" one of a firm; "raised the toll
to 40" is one of somebody who can tell another number; "were looking for a profit of $2" and "put the toll at
40" need the amount.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.crediting.documents import is_poll
from addup.reading.crediting.words import words
from addup.reading.frames import members_of
from addup.reading.frames import words as frame_words
from addup.reading.names import body_nouns, name_words
from addup.reading.nouns.people import is_person
from addup.reading.parsed import tokens_from
from addup.reading.places.names import is_known_place

# The tags of words that may stand before a number.
_HEDGING = frozenset({"DT", "IN", "JJ", "JJR", "JJS", "RB", "RBR", "RBS"})
_REPLACED = 8  # tokens in which "not 5 million" stands before "as the mayor claimed"
_MULTIPLES = frozenset({"double", "half", "triple", "twice"})


def is_negated(verb: Token, lemma: str) -> bool:
    """Whether somebody did not say it; who denies, says so all the same."""
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words("say", "withheld"):
        return True  # "declined to confirm that 40 had died"
    negative = any(child.text in {"not", "n't", "n’t", "never"} for child in verb.children)  # "Never Again"
    nobody = any(
        grammar.has_child(noun, {"neither", "no"}, "det") for noun in grammar.children(verb, "nsubj")
    )
    return (negative or nobody) and lemma not in words("stance", "denied")


def is_of_what_is_not(verb: Token) -> bool:
    """Whether somebody is only said to claim what another number is put in place of.

    "3 million, not 5 million [as the mayor claimed]": whoever says so is the source of both.
    """
    first = verb.left_edge
    if first.lower_ != "as" or not grammar.has_child(verb, {"as"}, "mark", "advmod"):
        return False
    before = list(tokens_from(verb.doc, max(first.i - _REPLACED, verb.sent.start), first.i))
    denied = next((place for place in reversed(range(len(before))) if before[place].lower_ == "not"), None)
    return denied is not None and any(map(grammar.is_number, before[denied + 1 : denied + 3]))


def is_awaited(verb: Token) -> bool:
    """Whether somebody is only held likely to report: "is expected to [announce] 40 cuts", "is likely to"."""
    above = verb.head
    if verb.dep_ != "xcomp" or verb.tag_ != "VB":
        return False
    if above.lemma_.lower() in words("say", "likely"):
        return not grammar.is_verb(above)
    return grammar.is_passive(above) and above.lemma_.lower() in words("going_on", "foretelling")


def points_out(verb: Token) -> bool:
    """Whether "point" is no unit: "points out", "points to", not "two percentage points"."""
    return verb.doc[verb.i + 1 : verb.i + 2].text.lower() in {"out", "to"}


def goes_on_passive(verb: Token) -> bool:
    """Whether a verb goes on from a passive and has nothing to say: "was moved and attributed to"."""
    own = grammar.children(verb, "nsubj", "obj", "ccomp", "xcomp", "parataxis")
    return verb.dep_ == "conj" and grammar.is_passive(verb.head) and not own


def called_so(verb: Token) -> Token | None:
    """Give what somebody calls a thing: "called it the worst [storm] in 40 years", "what they called a"."""
    if any(child.dep_ == "compound:prt" for child in verb.rights):
        return None
    called = [child for child in verb.rights if child.dep_ in {"obj", "xcomp"} and child.tag_ != "VB"]
    what = any(child.lower_ in {"what", "which"} for child in verb.lefts)
    return called[-1] if len(called) + what > 1 else None


def claims_number(verb: Token, lemma: str) -> bool:
    """Whether somebody claims so many: "police said 4,000 marched; organisers [claimed] 12,000".

    Or so many are claimed by somebody: "the 12,000 [claimed] by organisers".
    """
    if lemma == "claim" and verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.tag_ == "CD":
        return True
    thing = grammar.direct_object(verb)
    claimed = lemma == "claim" and thing is not None and (thing.tag_ == "CD" or _is_so_much(thing))
    doer = grammar.subject(verb) if claimed else None
    return doer is not None and (is_body(doer) or is_person(doer))


def _is_so_much(noun: Token) -> bool:
    """Whether a noun says how much something changed, with an amount: "claimed a [saving] of $4"."""
    changes = words("results", "changes") | words("say", "claimed")
    amount = grammar.complement(noun, "of")
    numbered = amount is not None and any(map(grammar.is_number, (amount, *amount.lefts)))
    return noun.lemma_.lower() in changes and (numbered or any(map(grammar.is_number, noun.lefts)))


def does_to_thing(verb: Token, lemma: str) -> bool:
    """Whether somebody does so to a thing, and says nothing: "charged two men", "claimed the title"."""
    if claims_number(verb, lemma):
        return False
    thing = grammar.direct_object(verb)
    if lemma == "admit" and thing is not None and _are_let_in(thing):
        return True
    if lemma == "confirm" and thing is not None and _is_voted_in(verb, thing):
        return True
    if lemma == "deny" and thing is not None and any(map(grammar.is_number, (thing, *thing.lefts))):
        return True  # "denied 230 claims"
    if lemma not in words("say", "deeds") or grammar.children(verb, "ccomp"):
        return False
    parted = verb.doc[verb.i + 1 : verb.i + 2].text in {",", ":", '"', "“", "``"}
    return thing is not None and thing.i > verb.i and not parted


def _are_let_in(noun: Token) -> bool:
    """Whether those whom somebody admits are people: "admitted 40 refugees", not "admitted 40 mistakes"."""
    return is_person(noun) or _are_doers(noun)


def _is_voted_in(verb: Token, thing: Token) -> bool:
    """Whether a body that votes confirms somebody: "the Senate [confirmed] Bell, 56 to 43"."""
    body = grammar.subject(verb)
    member = members_of(body.lemma_.lower()) if body is not None else None
    if member is None or grammar.children(verb, "ccomp"):
        return False
    if thing.ent_type_ == "PERSON" or thing.lower_ in {"him", "her", "them"}:
        return True
    whom = grammar.complement(thing, "of") or thing  # "11 of the nominees"
    return whom.lemma_.lower() in words("say", "voted_in")


def is_lost_passive(verb: Token, lemma: str) -> bool:
    """Whether a verb is a participle that a parser took for the past: "sales [projected] to reach $40".

    Nobody forecasts to do something.
    """
    infinitives = [
        clause for clause in grammar.children(verb, "xcomp") if grammar.has_child(clause, {"to"}, "mark")
    ]
    past = verb.tag_ in {"VBD", "VBN"} and not grammar.children(verb, "obj")
    return past and bool(infinitives) and lemma in words("say", "of_others")


def is_all_told(verb: Token, lemma: str) -> bool:
    """Whether a verb is that of "all told", which sums up."""
    return lemma == "tell" and verb.i > 0 and verb.nbor(-1).lower_ == "all"


def gives_result(verb: Token) -> bool:
    """Whether a verb has a firm's result as object, or a change in one: "posted a 20% gain in income"."""
    return _has_object(verb, words("results", "nouns") | words("results", "changes"))


def finds_change(verb: Token) -> bool:
    """Whether a verb has a change as object that only a study tells of: "found a 40 percent drop"."""
    return _has_object(verb, words("results", "changes"))


def has_clause(verb: Token) -> bool:
    """Whether a verb tells something in a clause of its own: "found 40 had died", not "found 40 dead"."""
    return any(map(_is_whole, grammar.children(verb, "ccomp")))


def _is_whole(clause: Token) -> bool:
    """Whether a clause has a finite verb, or words that help one."""
    helping = ("aux", "aux:pass", "cop", "expl", "mark")
    return clause.tag_ in grammar.FINITE or bool(grammar.children(clause, *helping))


def identifies(verb: Token, lemma: str) -> bool:
    """Whether a verb tells who somebody is: "the coroner identified the woman as Ann Bell, 32"."""
    return lemma == "identify" and grammar.direct_object(verb) is not None


def keeps_count(verb: Token, lemma: str) -> bool:
    """Whether a verb keeps count of what befell people: "officials confirmed 37 new cases".

    Or of people to whom something was done ("documented 40 civilians killed"), or does so in a clause.
    """
    if lemma not in words("announce", "recording"):
        return False
    if has_clause(verb) and lemma not in words("say", "verbs"):
        return True  # "documented that 40 had died"
    thing = grammar.direct_object(verb)
    if thing is None:
        return False
    befell = words("announce", "recorded") | words("announce", "watched")
    harmed = any(
        child.lemma_.lower() in frame_words("people", "verbs") for child in grammar.children(thing, "acl")
    )
    return thing.lemma_.lower() in befell or (is_person(thing) and harmed)


def can_count(source: Token, lemma: str) -> bool:
    """Whether somebody can have kept such a count: of a name only a body can, though a country confirms."""
    if grammar.is_proper(source):  # "Oster recorded 74 cases" may be a place, whatever the tagger says
        return lemma == "confirm" or is_body(source)
    return can_tell(source)


def gives_count(verb: Token, lemma: str) -> bool:
    """Whether a verb has what somebody counted for its object: "residents gave a [toll] of 40".

    Or a number and how many that is: "he gave the number of missing as 98".
    """
    if lemma not in words("announce", "counting"):
        return False
    given = grammar.direct_object(verb)
    if given is None or given.lemma_.lower() in words("announce", "counts"):
        return given is not None
    behind = verb.doc[given.i + 1 : verb.right_edge.i + 1]
    leads = any(token.lower_ in {"as", "at"} and _leads_to_amount(token) for token in behind)
    return given.lemma_.lower() == "number" and leads


def asked_for(verb: Token) -> list[Token]:
    """Give the amounts that somebody asks for in words: "called for a cut of 40 percent", "asked for $40".

    What is asked for may be told in a clause: "called for the wage to be raised to $15".
    """
    lemma = verb.lemma_.lower()
    if lemma not in words("say", "asking") or (lemma == "call" and grammar.children(verb, "obj")):
        return []
    thing = grammar.complement(verb, "for")
    if thing is not None and thing.lemma_.lower() in words("noun", "times"):
        return []  # "asked for two days why"
    part = None if thing is None else grammar.complement(thing, "of")
    found = [] if thing is None else [thing]
    done = {"for", "to"} if thing is not None else {"for"}
    clauses = [
        clause for clause in grammar.children(verb, "advcl") if grammar.has_child(clause, done, "mark")
    ]
    amounts = (noun for noun in (thing, part) if noun is not None)
    if any(any(map(grammar.is_number, (noun, *noun.lefts))) for noun in amounts):
        return found + clauses
    return clauses


def gives_chance(verb: Token, lemma: str) -> bool:
    """Whether a verb tells how likely somebody has a thing: "bookmakers give her a 40 percent chance"."""
    given = grammar.children(verb, "obj") if lemma == "give" else []
    return any(thing.lemma_.lower() in words("say", "chances") for thing in given)


def sees_amount(verb: Token, lemma: str, source: Token) -> bool:
    """Whether somebody saw so many who is there to tell it: "a correspondent saw 11 bodies"."""
    if lemma != "see" or verb.tag_ != "VBD" or source.lemma_.lower() not in words("say", "witnesses"):
        return False
    return bool(grammar.children(verb, "ccomp", "obj"))


def has_somebody_at(verb: Token, source: Token) -> bool:
    """Whether a poll tells where somebody stands: "a survey had Bell at 4 percent", "has her ahead by 3"."""
    thing = grammar.direct_object(verb) if verb.lemma_ == "have" and is_poll(source) else None
    if thing is None:
        return False
    behind = {token.lower_ for token in verb.doc[thing.i + 1 : verb.right_edge.i + 1]}
    return not behind.isdisjoint(words("document", "standing"))


def _has_object(verb: Token, nouns: Set[str]) -> bool:
    """Whether the object of a verb is one of some nouns."""
    thing = grammar.direct_object(verb)
    return thing is not None and thing.lemma_.lower() in nouns


def is_body(noun: Token) -> bool:
    """Whether a noun or name is of a body that may count something; a place or a year is none.

    A place is one by the name tagger, or by what the text says of it elsewhere ("in Selm").
    """
    if grammar.is_proper(noun):
        return not (noun.ent_type_ == "LOCATION" or is_known_place(noun))
    word, lemma = noun.lower_, noun.lemma_.lower()
    offices = name_words("kind", "official") | body_nouns()
    return word in offices or lemma in offices | name_words("organisation", "forms")


def is_doer(noun: Token) -> bool:
    """Whether a noun is of who does something, by its ending: "the study's [authors]"."""
    return noun.lower_.endswith(tuple(words("noun", "doers")))


def _are_doers(noun: Token) -> bool:
    return grammar.is_plural(noun) and is_doer(noun)


def can_tell(noun: Token) -> bool:
    """Whether a noun is of somebody who can tell something: a body, a person, or several who do something."""
    return is_body(noun) or is_person(noun) or _are_doers(noun)


def is_revised(verb: Token, lemma: str) -> bool:
    """Whether a verb changes what was made known before: "raised the toll to 40", "cut its forecast"."""
    revises = lemma in words("announce", "revising") and _has_object(verb, words("announce", "revised"))
    return revises and not _follows_from_deed(verb)


def _follows_from_deed(verb: Token) -> bool:
    """Whether a verb only tells what came of something done: "found eight bodies, raising the toll to 31"."""
    telling = words("announce", "verbs") | words("announce", "revising")
    is_aside = verb.tag_ == "VBG" and verb.dep_ == "advcl"
    return is_aside and verb.head.lemma_.lower() not in telling


def can_revise(noun: Token) -> bool:
    """Whether a noun is of somebody who can tell another number: deaths that raised the toll cannot."""
    return noun.tag_ == "PRP" or is_body(noun) or is_person(noun)


@cache
def awaiting() -> dict[str, str]:
    """Give what stands behind each verb that only so tells what somebody expects."""
    return dict(phrase.split() for phrase in frame_words("stance", "awaiting") if " " in phrase)


def awaits_amount(verb: Token) -> bool:
    """Whether a verb tells of an amount that somebody expects: "analysts were looking for a profit of $2"."""
    behind = awaiting().get(verb.lemma_.lower())
    if behind is None or verb.i + 1 >= verb.sent.end or verb.nbor().lower_ != behind:
        return False
    return any(map(grammar.is_number, verb.doc[verb.i + 2 : verb.right_edge.i + 1]))


def foresees(verb: Token, lemma: str, source: Token) -> bool:
    """Whether somebody sees a result, a change or a chance to come: "the fund [sees] growth of 4 percent".

    Or where a price or a rate will be: "she sees the rate at 4 percent".
    """
    if lemma != "see" or verb.tag_ not in {"VBP", "VBZ"}:
        return False
    chances = words("say", "chances")
    if puts_at(verb) and grammar.direct_object(verb) is not None:
        return can_tell(source) or grammar.is_proper(source) or source.tag_ == "PRP"
    seen = _has_object(verb, words("results", "nouns") | words("results", "changes") | chances)
    seen = seen or grammar.has_child(verb, chances, "obl")  # "see about a 40 percent chance"
    return seen and (can_tell(source) or grammar.is_proper(source))


def awaited(verb: Token, source: Token) -> Token | None:
    """Give the amount before a clause that tells who expected it: "above the $2 that analysts expected".

    Or looked for: "the $2 that analysts were looking for".
    """
    if verb.dep_ != "acl:relcl" or source.head != verb or source.i < verb.head.i:
        return None
    lemma, behind = verb.lemma_.lower(), verb.doc[verb.i + 1 : verb.i + 2].text
    if lemma not in frame_words("stance", "awaiting") and behind != awaiting().get(lemma, "of"):
        return None
    above = (verb.head, verb.head.head)
    return next((noun for noun in above if any(map(grammar.is_number, (noun, *noun.lefts)))), None)


def names_behind_of(verb: Token, lemma: str) -> bool:
    """Whether a verb names what it tells of behind its "of": "spoke of 60 deaths"."""
    return lemma in words("say", "of") and grammar.complement(verb, "of") is not None


def puts_at(verb: Token) -> bool:
    """Whether a verb has an amount behind its object and "at": "put the toll at 467 dead".

    The parser may hang "at" on what the object is of: "put the number of injured at 40".
    """
    put = grammar.direct_object(verb)
    if put is not None and any(map(grammar.is_number, put.lefts)):
        return False  # "put 40 jobs at risk"
    if any(grammar.preposition(child) == "on" for child in verb.rights):
        return False  # "put the house on the market at $40"
    first = verb.i if put is None else put.i
    behind = verb.doc[first + 1 : verb.right_edge.i + 1]
    return any(token.lower_ == "at" and _leads_to_amount(token) for token in behind)


def _leads_to_amount(preposition: Token) -> bool:
    """Whether a number stands behind a preposition, with nothing before it but what hedges it."""
    behind = preposition.doc[preposition.i + 1 : preposition.sent.end]
    first = next(
        (token for token in behind if token.tag_ not in _HEDGING or token.lower_ in _MULTIPLES), None
    )
    return first is not None and (grammar.is_number(first) or first.lower_ in _MULTIPLES)
