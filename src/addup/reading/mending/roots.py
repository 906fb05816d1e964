"""What is on top of a sentence: its verb, not a phrase, a noun or a name."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from addup.reading.grammar import FINITE, NAME_TAGS, NOUN_TAGS, SUBJECTS
from addup.reading.mending.hanging import put_on_top, take_place
from addup.reading.mending.reports import is_finite, reports
from addup.reading.mending.words import BODIES, DAYS, GUIDES, MOVED_LIKE_VERBS, MOVING, PERIODS

_HELPED = frozenset({"aux", "aux:pass", "mark"})
_OF_CLAUSE = _HELPED | SUBJECTS
# What opens a clause, and may look like a preposition of its subject, which can have none.
SUBORDINATORS = frozenset(
    {"after", "although", "as", "because", "before", "if", "once", "since", "until", "while"}
)
# Of time, reason and contrast: what such a word opens is no main clause.
OPENING_SIDE = SUBORDINATORS | {"though", "when", "whereas"}
_LOOSE = frozenset({"advcl", "ccomp", "conj", "dep", "parataxis"})
TIMES = PERIODS | DAYS
_FRACTIONS = frozenset({"fifth", "half", "quarter", "sixth", "tenth", "third"})
_WAYS = frozenset({"down", "off", "up"})
_STOPS = frozenset({".", "?", "!", ":", '"', "”"})


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
    put_on_top(verb)
    if subject != place:
        subject.head, subject.dep_ = verb, "nsubj"
    place.head, place.dep_ = verb, "obl"
    _take_stops(place, verb)


def tell_move(sentence: Span) -> None:
    """Make a verb of change the root that the parser hangs on a noun: "Those out of work [dropped] by 40".

    Nothing is done to what drops, so that it is no participle of a noun.
    """
    noun = sentence.root
    if noun.tag_ not in NOUN_TAGS or any(token.tag_ in FINITE or token.tag_ == "MD" for token in sentence):
        return
    verb = next((token for token in noun.subtree if token.dep_ == "acl" and token.lower_ in MOVING), None)
    if verb is None or verb.i < noun.i or any(child.dep_ in _HELPED for child in verb.lefts):
        return
    verb.tag_ = "VBD"
    put_over_subject(verb, noun)


def tell_of_some(sentence: Span, relations: Sequence[str]) -> None:
    """Make what some of a number did a verb of theirs: "80 of the 300 passengers [drowned], police said".

    The parser hangs it on those of whom they are some, and leaves the clause without a verb. `relations` may
    be those of a step before: none makes more words hang as it does.
    """
    for place in range(sentence.start, sentence.end):
        verb = sentence.doc[place] if relations[place] == "acl" else None
        some = _some_without_verb(verb) if verb is not None else None
        if verb is None or some is None:
            continue
        verb.tag_ = "VBD"
        above = some.head
        take_place(verb, some)
        if above != some:
            verb.dep_ = "ccomp"
        some.head, some.dep_ = verb, "nsubj"
        for child in list(some.rights):
            if child.i > verb.i:
                child.head = verb


def _some_without_verb(verb: Token) -> Token | None:
    """Give the number of those who did something that has no verb in the parse, or that of a report."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBD", "VBN"} or verb.head.dep_ != "nmod":
        return None
    some, report = verb.head.head, verb.head.head.head
    is_some = some.tag_ == "CD" or some.lower_ in {"half", "most"}
    if not is_some or some.i > verb.head.i or any(child.dep_ in _OF_CLAUSE for child in verb.lefts):
        return None
    if report == some:
        return some
    is_told = some.dep_ in {"ccomp", "nsubj", "obl"} and reports(report) and report.i > verb.i
    is_told = is_told and report.dep_ != "parataxis"  # "three of those held, police said, were armed"
    told_by = any(child.dep_ in SUBJECTS and child.i > verb.i for child in report.children)
    return some if is_told and told_by else None


def put_main_clause_on_top(sentence: Span) -> None:
    """Hang a clause with "after" or "while" on the one behind its comma: "After it rained, [they left]".

    The parser has it on top, which no clause is that such a word opens.
    """
    side = sentence.root
    mark = next((child for child in side.lefts if _opens_side(child)), None)
    if mark is None or any(child.dep_ in SUBJECTS and child.i < mark.i for child in side.lefts):
        return
    main = next((child for child in side.rights if _is_main_behind(child)), None)
    if main is None:
        return
    put_on_top(main)
    side.head, side.dep_ = main, "advcl"
    for child in list(side.children):
        if child != main and (child.i < mark.i or child.i > main.i):
            child.head = main


def _opens_side(word: Token) -> bool:
    """Whether a word opens a clause that says when or why another is so."""
    return word.lower_ in OPENING_SIDE and (word.dep_ == "mark" or word.tag_ == "WRB")


def _is_main_behind(verb: Token) -> bool:
    """Whether a clause with its own subject stands behind a comma, and nothing opens it or joins it."""
    own = {child.dep_ for child in verb.lefts}
    first = verb.left_edge
    free = verb.dep_ in _LOOSE and bool(own & (SUBJECTS | {"expl"})) and not own & {"cc", "mark"}
    free = free and not any(map(_opens_side, verb.lefts))
    return free and is_finite(verb) and "," in {first.text, first.nbor(-1).text}


def tell_behind_time(sentence: Span) -> None:
    """Make a verb of a participle where a time is on top: "Last week, a plan to cut taxes [passed]".

    There is no other verb, and the last participle is none that only says more of a noun.
    """
    time = sentence.root
    if time.lower_ not in TIMES or any(token.tag_ in FINITE or token.tag_ == "MD" for token in sentence):
        return
    if any(child.dep_ in {"case", "cop"} for child in time.lefts):
        return
    noun = next((child for child in time.rights if child.dep_ == "appos"), None)
    verbs = [] if noun is None else [token for token in noun.subtree if token.dep_ == "acl"]
    verb = next((token for token in reversed(verbs) if token.tag_ in {"VBD", "VBN"}), None)
    if noun is None or verb is None:
        return
    verb.tag_ = "VBD"
    put_over_subject(verb, noun)
    time.head, time.dep_ = verb, "obl:unmarked"
    _take_stops(time, verb)


def part_from_credit(sentence: Span) -> None:
    """Part a headline from who says it, of whom it says nothing more: "Police: [6] shot in Selm"."""
    who = sentence.root
    colon = who.i + 1
    if who.tag_ not in NOUN_TAGS or colon + 1 >= sentence.end or sentence[-1].text in _STOPS:
        return
    told = next((child for child in who.rights if child.dep_ in {"appos", "parataxis"}), None)
    numbered = told is not None and any(part.tag_ == "CD" for part in (told, *told.lefts))
    if (
        who.doc[colon].text != ":"
        or told is None
        or not numbered
        or told.left_edge.i not in {colon, colon + 1}
    ):
        return
    put_on_top(told)
    who.head, who.dep_ = told, "dep"
    for child in list(who.rights):
        child.head = told


def tell_moved(sentence: Span) -> None:
    """Make a noun of what is like a verb before how far it moved: "Orel [profit] up 12 percent"."""
    verb = sentence.root
    if verb.tag_ not in {"VB", "VBP", "VBZ"} or verb.i + 2 >= sentence.end or verb.i == sentence.start:
        return
    way, amount = verb.nbor(), verb.nbor(2)
    is_amount = amount.tag_ in {"$", "CD"} or (amount.lower_ == "a" and amount.nbor().lower_ in _FRACTIONS)
    if way.lower_ not in _WAYS or not is_amount or verb.lower_ not in MOVED_LIKE_VERBS:
        return
    verb.tag_ = "NNS" if verb.lower_.endswith("s") else "NN"
    for child in list(verb.children):
        if child.dep_ in SUBJECTS:
            child.dep_ = "compound"
        elif child.dep_ in {"obj", "obl"} and child.left_edge.i <= amount.i < child.right_edge.i + 1:
            child.dep_ = "nmod"
            way.head, way.dep_ = child, "case"


def tell_plan(sentence: Span) -> None:
    """Make an infinitive the verb of a headline, which leaves "is" out: "Orel [to cut] 300 jobs"."""
    firm = sentence.root
    if not _has_plans(firm) or sentence[-1].text in _STOPS:
        return
    plan = next((child for child in firm.rights if _is_plan(child)), None)
    if plan is None or any(token.tag_ in FINITE or token.tag_ == "MD" for token in sentence):
        return
    put_on_top(plan)
    for child in list(firm.rights):
        if child.i > plan.i:
            child.head = plan
    firm.head, firm.dep_ = plan, "nsubj"


def _has_plans(noun: Token) -> bool:
    """Whether a headline may tell what somebody is to do: a firm by name, a body, or a number of any."""
    numbered = noun.tag_ == "NNS" and any(child.tag_ == "CD" for child in noun.lefts)
    return noun.tag_ in NAME_TAGS or noun.lower_ in BODIES or (numbered and noun.lower_ not in GUIDES)


def _is_plan(token: Token) -> bool:
    """Whether a word is a bare verb behind "to"."""
    done = token.tag_ == "VBN" and any(child.lower_ == "be" for child in token.lefts)
    return (done or token.tag_ == "VB") and any(child.tag_ == "TO" for child in token.lefts)


def put_over_subject(verb: Token, noun: Token) -> None:
    """Make a verb the root of its sentence, and the noun that was there its subject."""
    put_on_top(verb)
    noun.head, noun.dep_ = verb, "nsubj"
    _take_stops(noun, verb)


def _take_stops(before: Token, verb: Token) -> None:
    """Give a verb that is on top now the marks behind it of what was there before."""
    for child in list(before.children):
        if child.dep_ == "punct" and child.i > verb.i:
            child.head = verb


def make_root_finite(sentence: Span) -> None:
    """Make a verb of a root whose subject, a plural, stands before it: "Thousands [march] in Selm"."""
    root = sentence.root
    if root.tag_ != "NN" or root.i == sentence.start or root.nbor(-1).tag_ != "NNS":
        return
    own = {child.dep_ for child in root.lefts}
    if root.nbor(-1).dep_ == "nsubj" and root.nbor(-1).head == root and not own & {"cop", "aux", "det"}:
        root.tag_ = "VBP"
