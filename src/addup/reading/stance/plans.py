"""Words of plans, guesses and permissions, below which a figure is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.crediting.voices import awaits_amount, foresees
from addup.reading.frames import measuring_verbs, moving_verbs, words

_BE = "be"
_BEHIND = frozenset({"acl", "xcomp", "ccomp", "advcl"})


def is_in_plan(token: Token, below: Token) -> bool:
    """Whether a word names a plan or a guess, or lets, awaits or plans what stands below it."""
    if grammar.is_verb(token):
        ways = (_moves_guess, _lets, _tells_of_plan, _ponders, _says_to_do)
        return awaits_amount(token) or _foresees(token) or any(way(token, below) for way in ways)
    if grammar.is_noun(token) and token.lemma_.lower() in words("stance", "expected_nouns"):
        return True
    return below.dep_ != "conj" and is_planned(token)


def is_still_to_come(token: Token, below: Token) -> bool:
    """Whether a word leaves open what stands below it, or tells of what is to be."""
    infinitives = grammar.children(token, "xcomp") if token.lemma_ == _BE else [token]
    return (
        _leads_to(token, below)
        or _is_worked_out(token, below)
        or _is_to_be_reported(token)
        or any(map(_is_to_come, infinitives))
    )


def is_of_guess(verb: Token) -> bool:
    """Whether a verb is of expecting or planning, and has what is to come behind it."""
    return (
        verb.lemma_.lower() in words("stance", "expected_verbs")
        and _looks_ahead(verb)
        and not _is_attribute(verb)
    )


def _is_attribute(verb: Token) -> bool:
    """Whether a participle only tells of which kind things are: "40 [pledged] delegates"."""
    if verb.tag_ not in {"VBD", "VBN"} or verb.i in {0, len(verb.doc) - 1}:
        return False
    return grammar.is_number(verb.nbor(-1)) and grammar.is_noun(verb.nbor())


def _foresees(verb: Token) -> bool:
    """Whether somebody sees a result or a change to come: "she [sees] earnings of $4"."""
    who = grammar.subject(verb)
    return who is not None and foresees(verb, verb.lemma_.lower(), who)


def _moves_guess(verb: Token, below: Token) -> bool:
    """Whether an amount is what a guess was changed to: "cut its [forecast] for growth to 3 percent"."""
    return grammar.preposition(below) in {"at", "from", "to"} and has_guess(verb)


def _lets(verb: Token, below: Token) -> bool:
    """Whether a verb lets somebody do a deed: "approved the [purchase] of 40 ships"."""
    deed = below.dep_ in {"obj", "nsubj:pass"} and below.lemma_.lower() in words("stance", "let")
    return deed and verb.lemma_.lower() in words("stance", "letting")


def _ponders(verb: Token, below: Token) -> bool:
    """Whether somebody has a deed only in mind: "thinks of [closing] 40 shops", "mulls [cutting] 30 jobs"."""
    lemma = verb.lemma_.lower()
    if below.dep_ == "obj" and below.lemma_.lower() in words("stance", "let"):
        return lemma in words("stance", "pondering")
    if below.tag_ != "VBG" or below.head != verb or below.dep_ not in _BEHIND:
        return False
    thought = lemma == "think" and grammar.has_child(below, {"about", "of"}, "mark", "case")
    return thought or lemma in words("stance", "pondering")


def _says_to_do(verb: Token, below: Token) -> bool:
    """Whether a headline says what a firm is to do: "Orel says [to cut] 400 jobs", not "is said to own"."""
    says = verb.lemma_ == "say" and verb.tag_ in {"VBP", "VBZ"} and below.dep_ == "xcomp"
    return says and below.tag_ == "VB" and has_to(below)


def has_guess(verb: Token) -> bool:
    """Whether a verb changes what somebody guessed: "[cut] its forecast"."""
    guess = grammar.direct_object(verb)
    moving = moving_verbs() | {"keep", "put"}
    is_guess = guess is not None and guess.lemma_.lower() in words("container", "guesses")
    return is_guess and verb.lemma_ in moving


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
    if below.dep_ not in _BEHIND or not has_to(below):
        return False
    return lemma in words("stance", "with_what_is_to_be") or (below.i > token.i and _presses(token))


def _is_worked_out(verb: Token, below: Token) -> bool:
    """Whether an estimate is of a time to come: "estimated [to cost] $4 million", not "to have cost"."""
    if verb.lemma_.lower() != "estimate" or below.lemma_.lower() not in words("stance", "worked_out"):
        return False
    return below.tag_ == "VB" and has_to(below) and not grammar.has_child(below, {"have"}, "aux")


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


def is_planned(noun: Token) -> bool:
    """Whether a noun is of what is still to come: "the planned [sale]", "[flights] planned for May"."""
    return grammar.has_child(noun, words("stance", "planned"), "amod") or grammar.has_child(
        noun, words("stance", "planned_for"), "acl"
    )


def _is_to_come(infinitive: Token) -> bool:
    """Whether an infinitive tells of what is to be: "is to receive 40", "announced plans to give 40"."""
    if not has_to(infinitive):
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


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return grammar.has_child(verb, {"to"}, "mark")


def _looks_ahead(verb: Token) -> bool:
    """Whether a verb such as "plan" or "set" has what is to come behind it ("plans to cut", "expects ...").

    "Set a record", "go home" and "hopeful" readings without an infinitive, object clause or passive stay out.
    """
    lemma = verb.lemma_.lower()
    if lemma == "go":
        return verb.tag_ == "VBG" and bool(grammar.children(verb, "xcomp"))
    if lemma == "look":  # "looks to cut the rate to 40", not "looks to be 40"
        aims = filter(has_to, grammar.children(verb, "xcomp"))
        return any(aim.tag_ == "VB" and aim.lemma_ not in {_BE, "have"} for aim in aims)
    if lemma == "need" and verb.tag_ == "VBD" and grammar.direct_object(verb):
        return False  # "needed a loan to pay for her four years at college"
    if lemma in words("stance", "with_infinitive"):
        behind = grammar.children(verb, "xcomp")
        if not grammar.direct_object(verb):  # a parser may take "agreed in June to buy" for a purpose
            behind += filter(has_to, grammar.children(verb, "advcl"))
        return any(clause.tag_.startswith("VB") or has_to(clause) for clause in behind)
    return True


def _is_to_be_reported(clause: Token) -> bool:
    """Whether a firm only expects to report what a clause tells as past.

    "Expects to report income jumped 97%"; a parser may lose the clause to the verb above both.
    """
    if clause.dep_ != "ccomp":
        return False
    first = clause.left_edge
    telling = first.nbor(-1) if first.i > first.sent.start else first
    is_infinitive = (
        telling.dep_ == "xcomp" and has_to(telling) and telling.lemma_ in {"announce", "post", "report"}
    )
    return is_infinitive and telling.head.lemma_.lower() in words("stance", "expected_verbs")
