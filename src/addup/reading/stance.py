"""Whether a figure is stated, expected, denied or only supposed, from the words around it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.amounts.ages import is_set_off
from addup.reading.counting import Subject
from addup.reading.crediting.voices import awaits_amount
from addup.reading.days.poll import is_of_poll
from addup.reading.days.timeless import is_known
from addup.reading.events import event_verb, verb_name
from addup.reading.frames import measuring_verbs, words
from addup.reading.polls import speaks_of
from addup.reading.text import text_of
from addup.records import Amount, Stance

_BE = "be"
_BEHIND = frozenset({"acl", "xcomp", "ccomp", "advcl"})
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
    if is_known(anchor) and not _is_first_part(amount, anchor):
        return "stated"
    if is_set_off(amount, text_of(anchor.doc)):
        return "stated"
    if _is_of_what_is(amount, anchor):
        return "stated"
    if _is_awaited(subject):
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
        found = _of_clause(current, below, is_found=is_found)
        if found is not None:
            return found
        if _stands_alone(current):
            return _unless_ahead(said, current)
        if current.head == current:
            return said
        current, below = current.head, current


def _is_of_what_is(amount: Amount, anchor: Token) -> bool:
    """Whether a figure tells how something is that a plan is about: "the 28-nation union", "from 15 percent".

    A level that something is to rise from is so now, as is how much something needs ("the 270 votes
    needed"), and what a bond pays names the bond. What a forecast is raised from was a forecast as well.
    """
    verb = grammar.clause_head(anchor)
    risen_from = grammar.has_child(anchor, {"from"}, "case") and not (verb is not None and _has_guess(verb))
    noun = grammar.modified(anchor) or anchor
    if risen_from or _is_needed(noun) or _is_whole(noun, amount):
        return True
    end = grammar.span_of(anchor.doc, amount.number.start, amount.number.end).end
    if end + 1 >= len(anchor.doc):
        return False
    if anchor.doc[end].text == "-":
        joined = anchor.doc[end + 1]  # the "member" of "nine-member board"
        return _is_known_noun(grammar.modified(joined) or joined.head)
    behind = (token.lemma_.lower() for token in _noun_phrase_behind(anchor.doc, end))
    return amount.kind == "share" and not words("stance", "securities").isdisjoint(behind)


def _is_whole(noun: Token, amount: Amount) -> bool:
    """Whether a plan is about a part of something: "will cut 300 of 21,000 [jobs]", "half of a [loan]"."""
    if not grammar.has_child(noun, {"of"}, "case") or noun.dep_ != "nmod":
        return False
    part = noun.head
    if part.idx >= amount.number.start:  # "one of every nine voters"
        return False
    is_part = part.tag_ in {"CD", "$"} or part.lemma_.lower() in words("stance", "parts")
    return is_part and not (_is_planned(noun) or grammar.children(noun, "acl", "acl:relcl"))


def _is_needed(noun: Token) -> bool:
    """Whether a noun is of what is needed for something, however that ends: "the 270 votes needed to win"."""
    return grammar.has_child(noun, words("stance", "needed"), "acl")


def _is_known_noun(noun: Token) -> bool:
    """Whether a noun is definite or somebody's: "the union", "Orel's board"."""
    definite = grammar.has_child(noun, {"the", "these", "those"}, "det")
    return definite or bool(grammar.children(noun, "nmod:poss"))


def _noun_phrase_behind(doc: Doc, start: int) -> Iterator[Token]:
    """Give the nouns and adjectives that follow directly: "[convertible debentures]"."""
    for token in doc[start : start + _NEAR]:
        if not token.tag_.startswith(("NN", "JJ", "VB", "HYPH")):
            return
        yield token


def _is_ahead(amount: Amount, doc: Doc) -> bool:
    """Whether a length of time is one to come: "over the next two years"."""
    before = grammar.span_of(doc, amount.span.start, amount.span.end).start - 1
    return before >= 0 and doc[before].lower_ in words("stance", "coming")


def _is_awaited(subject: Subject) -> bool:
    """Whether a clause behind a figure says that somebody waited for it: "the $2 that they expected"."""
    noun = grammar.modified(subject.anchor) or subject.holder  # "the 4 percent [gain] that they expected"
    said_of = grammar.children(noun, "acl:relcl")
    told = said_of[0] if said_of else event_verb(subject.holder)
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
    noun = grammar.modified(subject.anchor) or subject.holder
    first = verb.left_edge
    if verb.head not in {noun, subject.anchor} or "," in {first.text, first.nbor(-1).text}:
        return None
    was = verb.tag_ == "VBD" or grammar.has_child(verb, {"had"}, "aux")
    return verb if was or _of_clause(verb, verb, is_found=False) == "expected" else None


def _unless_ahead(said: Stance, clause: Token) -> Stance:
    """Give the stance of a clause that stands alone in what is said, no part of a plan or of a denial."""
    if said == "expected" or (said == "denied" and clause.dep_ == "acl:relcl"):
        return "stated"
    return said


def _stands_alone(clause: Token) -> bool:
    """Whether a clause states something whatever the clause above says."""
    was = any(child.tag_ == "VBD" for child in grammar.children(clause, "cop"))  # "were without power"
    told = (clause.tag_ == "VBD" and grammar.is_clause(clause)) or was
    if told or clause.dep_ == "acl:relcl" or _is_of_which(clause) or _is_of_now(clause):
        return True
    if _is_behind_or_beside(clause):
        return True
    if clause.dep_ != "advcl":
        return False
    if grammar.has_child(clause, {"having"}, "aux"):
        return True  # "will pay none, having paid 60 cents last year"
    if grammar.has_child(clause, {"where"}, "advmod"):
        return True  # "700 jobs will go at the yard, where 2,900 work"
    return grammar.has_child(clause, words("stance", "reasons"), "mark")


def _is_of_now(clause: Token) -> bool:
    """Whether a participle tells what is so now: "will give 40 shares, currently valued at $2 million"."""
    is_participle = clause.tag_ == "VBN" and clause.dep_ in {"acl", "advcl"}
    return is_participle and grammar.has_child(clause, words("stance", "now"), "advmod")


def _is_behind_or_beside(clause: Token) -> bool:
    """Whether a phrase tells what was before, or more of something: "in the wake of a loss"."""
    is_behind = clause.lower_ == "wake" or grammar.preposition(clause) in words("stance", "behind")
    return is_behind or _is_what_was_surpassed(clause) or _is_set_off_participle(clause)


def _is_what_was_surpassed(noun: Token) -> bool:
    """Whether something is held against what is so: "will be more than the four points of May"."""
    if grammar.preposition(noun) != "than" or not _is_known_noun(noun):
        return False
    told = grammar.children(noun, "acl:relcl")
    return not any(clause.lemma_.lower() in words("stance", "expected_verbs") for clause in told)


def _is_set_off_participle(clause: Token) -> bool:
    """Whether a participle tells more of something: "the bid, valued at $2 million, is to end"."""
    is_participle = clause.tag_ == "VBN" and clause.dep_ == "acl" and clause.left_edge.i > 0
    return is_participle and clause.left_edge.nbor(-1).text == "," and clause.head.i < clause.i


def _is_to_be_reported(clause: Token) -> bool:
    """Whether a firm only expects to report what a clause tells as past.

    "Expects to report income jumped 97%"; a parser may lose the clause to the verb above both.
    """
    if clause.dep_ != "ccomp":
        return False
    first = clause.left_edge
    telling = first.nbor(-1) if first.i > first.sent.start else first
    is_infinitive = (
        telling.dep_ == "xcomp" and _has_to(telling) and telling.lemma_ in {"announce", "post", "report"}
    )
    return is_infinitive and telling.head.lemma_.lower() in words("stance", "expected_verbs")


def _is_of_which(clause: Token) -> bool:
    """Whether a clause says more of something: "will give $60 million, of which $20 million has arrived"."""
    return grammar.has_child(clause, {"which", "whom"}, "obl", "nsubj")


def _of_clause(token: Token, below: Token, *, is_found: bool) -> Stance | None:
    """Judge one predicate by its auxiliaries, marks and verb; `below` is what of it the figure stands in."""
    auxiliaries = grammar.auxiliaries(token)
    if auxiliaries or grammar.children(token, "mark"):
        found = _of_auxiliaries(token, auxiliaries)
        if _is_explained(token, below, auxiliaries):
            return None
        if found == "supposed" or (found == "expected" and not (is_found and "would" in auxiliaries)):
            return found
    if _is_choice(token) or _is_alleged(token, below) or _is_term(token, below):
        return "supposed"
    if _is_kept(token):
        return "stated"
    needed = token.lemma_.lower() == "need" and grammar.is_passive(
        token
    )  # "40 tonnes were needed to feed them"
    if grammar.is_verb(token) and not needed and _is_of_guess(token):
        is_theirs = below.dep_ == "nsubj" or is_found
        return None if is_theirs and not grammar.is_passive(token) else "expected"
    return "expected" if _is_in_plan(token, below) or _is_still_to_come(token, below) else None


def _is_in_plan(token: Token, below: Token) -> bool:
    """Whether a word names a plan or a guess, or lets, awaits or plans what stands below it."""
    if grammar.is_verb(token):
        ways = (_moves_guess, _lets, _tells_of_plan)
        return awaits_amount(token) or any(way(token, below) for way in ways)
    if grammar.is_noun(token) and token.lemma_.lower() in words("stance", "expected_nouns"):
        return True
    return below.dep_ != "conj" and _is_planned(token)


def _is_still_to_come(token: Token, below: Token) -> bool:
    """Whether a word leaves open what stands below it, or tells of what is to be."""
    infinitives = grammar.children(token, "xcomp") if token.lemma_ == _BE else [token]
    return _leads_to(token, below) or _is_to_be_reported(token) or any(map(_is_to_come, infinitives))


def _is_of_guess(verb: Token) -> bool:
    """Whether a verb is of expecting or planning, and has what is to come behind it."""
    return verb.lemma_.lower() in words("stance", "expected_verbs") and _looks_ahead(verb)


def _moves_guess(verb: Token, below: Token) -> bool:
    """Whether an amount is what a guess was changed to: "cut its [forecast] for growth to 3 percent"."""
    return grammar.preposition(below) in {"at", "from", "to"} and _has_guess(verb)


def _lets(verb: Token, below: Token) -> bool:
    """Whether a verb lets somebody do a deed: "approved the [purchase] of 40 ships"."""
    deed = below.dep_ in {"obj", "nsubj:pass"} and below.lemma_.lower() in words("stance", "let")
    return deed and verb.lemma_.lower() in words("stance", "letting")


def _has_guess(verb: Token) -> bool:
    """Whether a verb changes what somebody guessed: "[cut] its forecast"."""
    guess = grammar.direct_object(verb)
    moving = words("change", "transitive") | words("change", "up") | words("change", "down") | {"keep", "put"}
    return (
        guess is not None and guess.lemma_.lower() in words("container", "guesses") and verb.lemma_ in moving
    )


def _leads_to(token: Token, below: Token) -> bool:
    """Whether a word leaves open what an infinitive behind it tells, or calls for something.

    "Permission [to buy] 40 ships"; "likely [to reach] 40"; "terms call for a payment of $40"; "sales are seen
    [rising]", not "40 people were seen leaving".
    """
    lemma = token.lemma_.lower()
    if lemma == "see":
        moves = below.tag_ == "VBG" and below.lemma_.lower() in measuring_verbs()
        ways = words("market", "ways")
        lower = any(child.lower_ in ways for child in (below, *grammar.children(token, "xcomp")))
        return token.tag_ == "VBN" and token.i < below.i and (moves or lower)
    if lemma in words("stance", "asked_for"):
        return grammar.is_noun(token) and grammar.preposition(below) == "for" and below.i > token.i
    if lemma == "call":
        return token.i + 1 < len(token.doc) and token.nbor().lower_ == "for"
    if lemma in words("stance", "pressing") and grammar.preposition(below) == "for" and below.i > token.i:
        return below.lemma_.lower() in words("stance", "let")
    if _has_to(below) and below.dep_ in _BEHIND and below.i > token.i and _presses(token):
        return True
    return lemma in words("stance", "with_what_is_to_be") and below.dep_ in _BEHIND and _has_to(below)


def _presses(verb: Token) -> bool:
    """Whether somebody wants what an infinitive behind a verb tells: "pushes for it [to build] 40 homes".

    Who pushes something or somebody to do it may have got it done.
    """
    if not grammar.is_verb(verb) or verb.lemma_.lower() not in words("stance", "pressing"):
        return False
    return verb.lemma_.lower() != "push" or grammar.direct_object(verb) is None


def _tells_of_plan(verb: Token, below: Token) -> bool:
    """Whether a clause says what a plan would bring: "the plan [includes] 40 homes"."""
    if verb.tag_ not in {"VBZ", "VBP"} or verb.lemma_.lower() not in words("stance", "holding"):
        return False
    plans = grammar.children(verb, "nsubj")
    return below not in plans and any(noun.lemma_.lower() in words("stance", "plans") for noun in plans)


def _is_choice(token: Token) -> bool:
    """Whether something may or may not be: "an option [to buy] 40 ships", "a possible [sale] of 40 ships"."""
    if grammar.has_child(token, words("stance", "possible"), "amod"):
        return True
    if token.tag_ == "VBG" and grammar.has_child(token, words("stance", "possibly"), "advmod"):
        return True  # "talks of possibly buying 40 ships"
    infinitive = token.dep_ == "acl" and _has_to(token)
    return infinitive and token.head.lemma_.lower() in words("stance", "choices")


def _is_term(token: Token, below: Token) -> bool:
    """Whether something else hangs on a figure: "is conditional [on 60 percent] being tendered"."""
    way = grammar.preposition(below) if below.i > token.i else None
    if token.lemma_.lower() == "subject":
        return way == "to" and below.lemma_.lower() in words("stance", "let")
    return way in {"on", "upon"} and token.lemma_.lower() in words("stance", "hanging_on")


def _is_kept(promise: Token) -> bool:
    """Whether what was promised has been done: "kept its [promise]", "made good on a [pledge]"."""
    verb = promise.head
    if promise.lemma_.lower() not in words("stance", "expected_nouns") or verb.tag_ not in {"VBD", "VBN"}:
        return False
    made_good = grammar.preposition(promise) == "on" and grammar.has_child(verb, {"good"}, "xcomp", "advmod")
    return made_good or (promise.dep_ == "obj" and verb.lemma_.lower() in words("stance", "keeping"))


def _is_planned(noun: Token) -> bool:
    """Whether a noun is of what is still to come: "the planned [sale]", "[flights] planned for May"."""
    return grammar.has_child(noun, words("stance", "planned"), "amod") or grammar.has_child(
        noun, words("stance", "planned_for"), "acl"
    )


def _is_alleged(token: Token, below: Token) -> bool:
    """Whether somebody is only said to have done a thing: "allegedly killed 40", "accused of killing 40"."""
    if grammar.has_child(token, words("stance", "alleged"), "advmod"):
        return grammar.is_verb(token)
    if token.lemma_.lower() not in words("stance", "accusing") or below.i < token.i:
        return False
    deed = below.dep_ in {"acl", "advcl", "ccomp", "xcomp"} and below.tag_.startswith("VB")
    if grammar.is_noun(token):  # "faces [charges] relating to a murder", not "charges relating to closures"
        return deed and token.head.lemma_.lower() in words("stance", "facing")
    return deed and grammar.has_child(below, {"of", "with"}, "mark", "case")


def _of_auxiliaries(token: Token, auxiliaries: set[str]) -> Stance | None:
    marks = {child.lower_ for child in grammar.children(token, "mark")}
    if marks & words("stance", "supposed_marks"):
        return "supposed"
    if "could" in auxiliaries and _is_of_ability(token):
        return None
    if auxiliaries & words("stance", "supposed_modals"):
        return "supposed" if "have" in auxiliaries or _is_open(token) else "expected"
    clauses = chain(token.children, *(infinitive.children for infinitive in grammar.children(token, "xcomp")))
    if "would" in auxiliaries and ("have" in auxiliaries or any(map(_is_condition, clauses))):
        return "supposed"
    if "have" in auxiliaries and auxiliaries & {"must", "should"}:
        return None  # what is concluded or regretted, not what is to be done
    return "expected" if auxiliaries & words("stance", "expected_modals") else None


def _is_explained(token: Token, below: Token, auxiliaries: set[str]) -> bool:
    """Whether something is so, and only what brought it about is supposed.

    "May have been responsible for a [decline] of 40 percent", "could explain the [decline]".
    """
    if not auxiliaries & words("stance", "supposed_modals"):
        return False
    lemma, way = token.lemma_.lower(), grammar.preposition(below)
    if lemma == "explain":
        return below.dep_ == "obj"
    return "have" in auxiliaries and (lemma, way) in {("contribute", "to"), ("responsible", "for")}


def _is_of_ability(verb: Token) -> bool:
    """Whether "could" tells of what people were able to do: "could hear 40 shots", "could not be raised"."""
    if any(child.lower_ in {"not", "n't"} for child in verb.children):
        return True
    return verb.lemma_.lower() in words("stance", "perceiving") and not _undergoes(verb)


def _undergoes(verb: Token) -> bool:
    """Whether what is seen befalls whoever sees it: "could see prices fall", "could see a drop"."""
    if any(clause.lemma_.lower() in measuring_verbs() for clause in grammar.children(verb, "ccomp")):
        return True
    seen = grammar.direct_object(verb)
    moves = words("change", "up_nouns") | words("change", "down_nouns")
    return seen is not None and seen.lemma_.lower() in moves


def _is_open(token: Token) -> bool:
    """Whether what may be so is a state, or hangs on a condition: "there may be 40", "could carry 40 if"."""
    is_state = not grammar.is_verb(token) or token.lemma_.lower() == _BE
    return is_state or any(map(_is_condition, token.children))


def _is_condition(clause: Token) -> bool:
    return clause.dep_ == "advcl" and grammar.has_child(clause, {"if"}, "mark")


def _is_to_come(infinitive: Token) -> bool:
    """Whether an infinitive tells of what is to be: "is to receive 40", "announced plans to give 40"."""
    if not _has_to(infinitive):
        return False
    above = infinitive.head
    if any(child.tag_ in {"VBZ", "VBP"} for child in grammar.children(infinitive, "cop")):
        return True  # parsers take "is to cut" for "is [cutting]"
    if above == infinitive:
        return bool(grammar.children(infinitive, "nsubj", "nsubj:pass"))  # "Orel to cut 300 jobs"
    if above.lemma_ == _BE and infinitive.dep_ == "xcomp":
        return above.tag_ in {"VBZ", "VBP"}
    open_or_planned = words("stance", "expected_nouns") | words("stance", "with_what_is_to_be")
    planned = _planned_nouns(infinitive) if infinitive.dep_ in {"advcl", "xcomp"} else ()
    return any(noun.lemma_.lower() in open_or_planned for noun in planned)


def _planned_nouns(infinitive: Token) -> Iterator[Token]:
    """Give what an infinitive may belong to: the object above, and the noun right before "to".

    "Announced [plans] to cut 300 jobs"; "filed for [clearance] to buy 40 ships".
    """
    thing = grammar.direct_object(infinitive.head)
    if thing is not None:
        yield thing
    before = next(iter(grammar.children(infinitive, "mark"))).i - 1
    if before >= infinitive.sent.start and grammar.is_noun(infinitive.doc[before]):
        yield infinitive.doc[before]


def _has_to(verb: Token) -> bool:
    return grammar.has_child(verb, {"to"}, "mark")


def _looks_ahead(verb: Token) -> bool:
    """Whether a verb such as "plan" or "set" has what is to come behind it ("plans to cut", "expects ...").

    "Set a record", "go home" and "hopeful" readings without an infinitive, object clause or passive stay out.
    """
    lemma = verb.lemma_.lower()
    if lemma == "go":
        return verb.tag_ == "VBG" and bool(grammar.children(verb, "xcomp"))
    if lemma == "look":  # "looks to cut the rate to 40", not "looks to be 40"
        aims = filter(_has_to, grammar.children(verb, "xcomp"))
        return any(aim.tag_ == "VB" and aim.lemma_ not in {_BE, "have"} for aim in aims)
    if lemma == "need" and verb.tag_ == "VBD" and grammar.direct_object(verb):
        return False  # "needed a loan to pay for her four years at college"
    if lemma in words("stance", "with_infinitive"):
        behind = grammar.children(verb, "xcomp")
        if not grammar.direct_object(verb):  # a parser may take "agreed in June to buy" for a purpose
            behind += filter(_has_to, grammar.children(verb, "advcl"))
        return any(clause.tag_.startswith("VB") or _has_to(clause) for clause in behind)
    return True
