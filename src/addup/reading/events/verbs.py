"""The verb or predicate that says what happened to what a figure counts."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.reach import NOMINAL, PHRASE
from addup.reading.frames import words
from addup.reading.text import kept

_DEEPEST = 3  # nouns from what an action is done to up to the action: "a gift of 500 pounds of medicine"
_NEAR_SUBJECT = 5  # tokens of a subject, and from it to its verb
# Words that hedge a number behind a verb: "killed [at least] 14".
_HEDGES = frozenset({"about", "almost", "around", "at", "least", "more", "nearly", "some", "than"})
_OBLIQUE = frozenset({"obl", "obl:unmarked"})
_SUBJECT = frozenset({"nsubj", "nsubj:pass", "csubj"})


def is_guess(word: Token) -> bool:
    """Whether a word is of expecting or planning: "forecast"."""
    return word.lower_ in words("stance", "expected_verbs")


def tells(verb: Token) -> bool:
    """Whether a predicate tells what happened: a verb, an adjective, or a noun of state ("in custody")."""
    lemma = verb.lemma_.lower()
    if verb.lower_ in {"n't", "n’t"}:
        return False
    if grammar.is_noun(verb):
        actions = words("event", "actions") | words("event", "on_actions")
        if lemma in actions or verb.lower_ in words("people", "adjectives"):
            return True  # and "among the dead"
        state = grammar.preposition(verb) in words("event", "prepositions") or not grammar.children(
            verb, "cop"
        )
        return lemma in words("event", "nouns") and state
    if verb.tag_.startswith("RB"):  # taggers take a rare verb for an adverb, parsers do not
        return bool(grammar.children(verb, "aux"))
    return grammar.is_verb(verb) or verb.tag_.startswith("JJ")


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
        or _state_among(holder)
        or action_on(holder)
        or action_above(holder)
        or _verb_behind(holder)
        or told_behind(holder)
    )
    if stated is not None:
        return stated
    acts = holder.dep_ in {"nsubj", "nsubj:pass"} and grammar.is_verb(holder.head)
    for child in _said_of(holder):
        done = child.tag_ != "VBG" or holder.dep_ == "nsubj:pass"  # "a mill belonging to the firm was [sold]"
        if acts and done and holder.head.lemma_ not in {"be", "have"}:
            continue  # "nine towns led by coal diggers [fight] it"
        if child.tag_ == "VBG" and child.lemma_ in words("aspect", "starting"):
            continue  # "[lay off] 400 men beginning this week"
        at_last = child.tag_ == "VB" and child.lemma_ in words("market", "verbs")  # "up 4 cents to settle at"
        told = child.dep_ in {"acl", "acl:relcl"} and grammar.is_verb(child) and not at_last
        if told and not (_is_aside(child) or _is_of_what_is_theirs(child)):
            return child
    if (holder.dep_ == "ROOT" and grammar.is_verb(holder)) or grammar.children(holder, "cop"):
        return holder
    verb = grammar.clause_head(holder)
    beside = verb is not None and verb.tag_ == "VBD" and 0 < verb.i == holder.i - 1
    if verb is not None and beside and verb.nbor(-1).tag_ == "JJ":
        verb = grammar.clause_head(verb)  # no verb: "convertible [subordinated] notes"
    if verb is not None and grammar.is_noun(verb) and not grammar.children(verb, "cop"):
        helping = grammar.children(verb, "aux")  # a noun has none: "[had] operating profit of"
        verb = helping[0] if helping and grammar.is_verb(helping[0]) else verb
    what = _told(verb, holder) if verb is not None else None
    return _carried_out(_made_to(what, holder)) if what is not None else None


def _said_of(holder: Token) -> list[Token]:
    """Give what hangs behind a noun, and behind what "hundreds" are of: "hundreds of people [marooned]"."""
    many = grammar.complement(holder, "of") if holder.lower_ in words("event", "many") else None
    return [*holder.rights, *(many.rights if many is not None else ())]


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


def _made_to(verb: Token, holder: Token) -> Token:
    """Go from what is done to people to what it makes them do: "allowed 40 men [to leave]"."""
    thing = holder.head if holder.dep_ == "nmod" and holder.head.lower_ in words("event", "many") else holder
    seen = seen_doing(verb, thing)
    if seen is not None:
        return seen
    if thing.dep_ != "obj" or thing.head != verb or verb.lemma_.lower() not in words("event", "causing"):
        return verb
    done = [child for child in grammar.children(verb, "xcomp", "advcl") if _is_infinitive(child)]
    return next((child for child in done if child.i > holder.i), verb)


def seen_doing(verb: Token, thing: Token) -> Token | None:
    """Give what somebody is seen or left doing: "saw 40 men [climb] in", "40 were seen [climbing] in"."""
    lemma = verb.lemma_.lower()
    if lemma not in words("event", "perceiving"):
        return None
    first = thing.head if thing.dep_ == "conj" else thing
    if first.head != verb or first.dep_ not in {"obj", "nsubj:pass"}:
        return None
    behind = grammar.children(verb, "xcomp", "advcl", "ccomp")
    if first.dep_ == "obj":
        behind += grammar.children(thing, "acl")
    done = (child for child in behind if child.i > max(thing.i, verb.i) and _is_bare(child))
    return next(done, None)


def _is_bare(verb: Token) -> bool:
    """Whether a verb stands as what somebody is perceived to do: "climb", "climbing", "being carried"."""
    if verb.tag_ not in {"VB", "VBG", "VBN", "VBP"}:
        return False
    return not grammar.children(verb, "mark", "nsubj", "nsubj:pass", "aux")


def _is_infinitive(verb: Token) -> bool:
    """Whether a verb is a bare one, or the participle of a passive: "to [leave]", "to be [cancelled]"."""
    passive = verb.tag_ == "VBN" and any(child.tag_ == "TO" for child in verb.lefts)
    return verb.tag_ == "VB" or passive


def _describes_teller(holder: Token, verb: Token) -> bool:
    """Whether a figure only says what somebody has who tells something: "Orel, with 40 mills, said that"."""
    below = holder
    while below.head not in {verb, below} and grammar.preposition(below) != "with":
        below = below.head
    return verb.tag_ in grammar.FINITE and holder.i < verb.i and grammar.preposition(below) == "with"


def _told(verb: Token, holder: Token) -> Token | None:
    """Go from a verb of report to what it tells, where the figure is of that: "will rise, Orr said, from 20".

    What somebody says "by 58 percent" is said by so many; what they have is not told.
    """
    if verb.lemma_.lower() in words("poll", "showing"):
        return _shown(verb, holder)
    if verb.lemma_.lower() not in words("report", "verbs") or grammar.preposition(holder) == "by":
        return verb
    if _describes_teller(holder, verb):
        return None
    below = holder
    while below.head not in {verb, below}:
        below = below.head
    told = next((child for child in grammar.children(verb, "ccomp") if grammar.is_verb(child)), None)
    return told if told is not None and below.dep_ in _OBLIQUE else verb


def _shown(verb: Token, holder: Token) -> Token:
    """Go from what a poll shows to what it shows of somebody: "shows Orr [leading], 46 to 44"."""
    seen = grammar.direct_object(verb)
    poll = grammar.subject(verb)
    if seen is None or poll is None or poll.lemma_.lower() not in words("poll", "nouns"):
        return verb
    below = [*grammar.children(seen, "acl"), *grammar.children(verb, "xcomp", "ccomp")]
    return next((child for child in below if grammar.is_verb(child) and child.i < holder.i), verb)


def told_behind(holder: Token) -> Token | None:
    """Give the verb right behind what it is about, without a pronoun: "the 90 carts [Orr sold]".

    So does a participle: "the 90 [needed] to win", "the 90 [expected] by the bank".
    """
    doc, end = holder.doc, holder.sent.end
    start = end_of_rate(holder)
    if start >= end or doc[start].is_punct or doc[start].lower_ == "compared":
        return None  # "treated 870 patients, 19 of whom died"
    first = doc[start]
    by_agent = doc[start : min(end, start + PHRASE)].text.endswith(" by") and is_guess(first)
    numbered = holder.tag_ in {"CD", "$"} and holder.dep_ not in _SUBJECT
    before_noun = start + 1 < end and doc[start + 1].tag_ in {"NN", "NNS"}  # "by 40 [pledged] seats"
    if by_agent or (first.tag_ == "VBN" and numbered and not before_noun):
        return first
    if first.lower_ in {"that", "which"} and start + 1 < end:
        first = first.nbor()
    known = any(child.lower_ == "the" for child in holder.lefts)
    subject = first.lower_ == "who" and holder.dep_ in _SUBJECT and not known  # "40 who worked there [died]"
    return _clause_from(first, holder) if first.tag_ != "IN" and not subject else None


def _clause_from(first: Token, holder: Token) -> Token | None:
    """Give the verb of a clause whose subject begins at a token, if it lacks the object that stands before.

    What the holder stands below has it for an adverbial instead ("in 90 days they sold").
    """
    end = holder.sent.end
    near = first.doc[first.i : min(end, first.i + _NEAR_SUBJECT)]
    subject = next((token for token in near if token.left_edge == first and _is_subject(token)), None)
    if subject is None:
        return None
    behind = first.doc[subject.i + 1 : min(end, subject.i + _NEAR_SUBJECT)]
    helping = {"aux", "aux:pass", "cop"}
    verb = next((token for token in behind if grammar.is_verb(token) and token.dep_ not in helping), None)
    if verb is None or verb in holder.ancestors or grammar.children(verb, "obj", "ccomp"):
        return None
    return None if any(mark.tag_ != "WDT" for mark in grammar.children(verb, "mark")) else verb


def end_of_rate(holder: Token) -> int:
    """Give the index behind a noun, or behind an amount and what it is per: "the $2 [a share] that"."""
    index = holder.i + 1
    if holder.tag_ not in {"CD", "$"}:
        return index
    doc, end = holder.doc, holder.sent.end
    while index < end and doc[index].tag_ == "CD":
        index += 1
    if index + 1 < end and doc[index].lower_ in {"a", "per"}:
        index += 2
    return index


def _is_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECT or (token.dep_ == "dep" and token.tag_.startswith(("NN", "PRP")))


def _is_aside(participle: Token) -> bool:
    """Whether a participle only adds something: "passed it, [driven] by exports", "40 [compared] to 30"."""
    return participle.lower_ == "compared" or (
        participle.dep_ == "acl" and participle.left_edge.nbor(-1).text == ","
    )


def _is_of_what_is_theirs(clause: Token) -> bool:
    """Whether a clause tells what happened to something of those counted: "people whose homes burned"."""
    subjects = grammar.children(clause, "nsubj", "nsubj:pass")
    return any(child.lower_ == "whose" for noun in subjects for child in noun.lefts)


def state_beside(holder: Token) -> Token | None:
    """Give what happened to people by the word right beside them, where the parse may go wrong.

    "43 people were killed and 120 [injured] when ...", "... killed three and seriously [wounded] six others".
    """
    doc = holder.doc
    first = min(holder.i, *(child.i for child in holder.children if child.tag_ == "CD"), holder.i)
    numbered = holder.tag_ == "CD" or first < holder.i or holder.lower_ in words("event", "many")
    if not numbered:
        return None
    while first > holder.sent.start and doc[first - 1].lower_ in _HEDGES:
        first -= 1
    last = holder.i + 1
    if last < holder.sent.end and doc[last].lower_ in {"others", "more"}:
        last += 1
    behind = doc[last] if last < holder.sent.end else None
    if behind is not None and _is_of_people(behind) and (behind.tag_ in grammar.STATES or behind.is_title):
        return behind
    before = doc[first - 1] if first > holder.sent.start else None
    if before is not None and before.tag_ in {"VBN", "VBD"} and before.dep_ not in {"amod", "compound"}:
        return before if before.lemma_.lower() in words("incident", "casualties") else None
    return None


def _is_of_people(word: Token) -> bool:
    return word.lower_ in words("people", "adjectives") or word.lemma_.lower() in words("people", "verbs")


def action_on(holder: Token) -> Token | None:
    """Give the noun of an action done to the holder: "the sale of two ships", "orders for nine jets"."""
    if holder.dep_ == "conj" and holder.head.i < holder.i:
        return action_on(holder.head)
    first = before_hedges(holder.left_edge)
    before = [*first.doc[max(first.sent.start, first.i - 2) : first.i + 1]]
    leads = words("event", "of_actions") | {"on"}
    if first.lower_ not in leads:  # the preposition mostly hangs on what is behind it
        before.pop()
    if holder.tag_ == "$" or len(before) < PHRASE or before[-1].lower_ not in leads:
        return None
    action = before[-2]
    if before[-1].lower_ == "on":
        return action if action.lemma_.lower() in words("event", "on_actions") else None
    if before[-1].lower_ == "from" and action.lemma_.lower() not in words("poll", "support"):
        return None
    if before[-1].lower_ == "to" and action.lemma_.lower() in words("poll", "nouns"):
        return None  # "from 44 in the last poll to 40"
    return action if action.lemma_.lower() in words("event", "actions") else None


def before_hedges(first: Token) -> Token:
    """Go from a number back over what hedges it: "the support of [nearly] four in 10", "of [up to] 40"."""
    start, of_actions = first.sent.start, words("event", "of_actions")
    while first.i > start and first.nbor(-1).tag_ == "RB" and first.lower_ not in of_actions:
        first = first.nbor(-1)
    if first.i > start + 1 and first.lower_ == "to" and first.nbor(-1).lower_ == "up":
        return first.nbor(-1)
    if first.i > start + 1 and first.nbor(-1).lower_ == "to" and first.nbor(-2).lower_ == "up":
        return first.nbor(-2)
    return first


def action_above(noun: Token) -> Token | None:
    """Give the noun of an action that a noun hangs below by "of": "a gift of 500 pounds of [medicine]"."""
    for _ in range(_DEEPEST):
        if noun.dep_ not in NOMINAL or grammar.preposition(noun) != "of" or noun.head.i > noun.i:
            return None
        noun = noun.head
        if noun.lemma_.lower() in words("event", "actions"):
            return noun
    return None


def _verb_behind(holder: Token) -> Token | None:
    """Give the verb right behind a noun that is no subject in the parse, if the verb has no other subject."""
    if holder.dep_ in _SUBJECT or holder.i + 1 >= holder.sent.end:
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


def _state_among(holder: Token) -> Token | None:
    """Give the state of the group that a predicate counts a part of: "among the [dead] were six nurses"."""
    predicate = holder.head if holder.dep_ == "nsubj" else holder
    if not grammar.children(predicate, "cop"):
        return None
    if grammar.preposition(predicate) in {"among", "of"}:
        return _done_to(predicate)
    group = grammar.complement(holder, "among", "of") or next(
        (child for child in holder.lefts if grammar.preposition(child) == "among"), None
    )
    return group if group is not None and group.lower_ in words("people", "adjectives") else None


def _done_to(group: Token) -> Token | None:
    """Give the participle behind a group: "were among the thousands of foreigners [trapped] there"."""
    while True:
        participle = next((child for child in group.rights if child.dep_ in {"acl", "acl:relcl"}), None)
        within = grammar.complement(group, "of")
        if participle is not None or within is None:
            return participle if participle is not None and grammar.is_verb(participle) else None
        group = within


def _carried_out(verb: Token) -> Token:
    """Go from a verb that only says how another stands ("began gathering") to that other one."""
    lemma = verb.lemma_.lower()
    if lemma in words("aspect", "verbs") or (
        lemma in words("aspect", "reported") and grammar.is_passive(verb)
    ):
        for child in verb.rights:
            if child.dep_ in {"xcomp", "ccomp"} and tells(child):
                return child
    return verb
