"""Reports by a verb: "the ministry said that 40 had died", "a poll shows 40 percent", "compiled by Orel"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.crediting.documents import is_agent, is_document, shows_itself
from addup.reading.crediting.voices.conditions import (
    asked_for,
    awaited,
    awaiting,
    awaits_amount,
    called_so,
    can_count,
    can_revise,
    can_tell,
    does_to_thing,
    finds_change,
    foresees,
    gives_chance,
    gives_count,
    gives_result,
    goes_on_passive,
    has_clause,
    has_somebody_at,
    identifies,
    is_all_told,
    is_awaited,
    is_body,
    is_lost_passive,
    is_negated,
    is_of_what_is_not,
    is_revised,
    keeps_count,
    points_out,
    sees_amount,
)
from addup.reading.crediting.voices.contents import content_of
from addup.reading.crediting.voices.spans import around, below, with_list
from addup.reading.crediting.voices.speakers import is_named, is_nobody, subject_of
from addup.reading.crediting.voices.voice import Voice, leads_to_speech
from addup.reading.crediting.words import words


@cache
def reporting_verbs() -> frozenset[str]:
    """Give the verbs that can report, each with some subject or agent."""
    rows = ("verbs", "recording", "revising", "passive", "passive_at")
    announcing = frozenset(awaiting()).union(*(words("announce", row) for row in rows))
    said = (words("say", row) for row in ("compiled", "documents", "heard", "verbs"))
    return announcing.union(words("say", "asking"), {"have", "see"}, *said)


def of_verb(verb: Token) -> Iterator[Voice]:
    """Give the report that a verb, or what stands for one, makes: by its agent, else by its subject."""
    lemma = verb.lemma_.lower()
    if lemma not in reporting_verbs() or (lemma == "point" and not points_out(verb)):
        return
    if lemma == "count" and verb.tag_ == "VBG" and not grammar.children(verb, "nsubj", "aux"):
        return  # "counting the four that closed, ..."
    agent = _agent(verb, lemma) if verb.tag_ == "VBN" or verb.dep_ == "acl" else None
    if does_to_thing(verb, lemma) or is_all_told(verb, lemma) or is_of_what_is_not(verb):
        return
    if agent is None and (is_lost_passive(verb, lemma) or is_awaited(verb)):
        return
    if agent is not None:
        yield from _by_agent(verb, lemma, agent)
        return
    place = _read_in(verb)
    if place is not None:
        yield Voice(place, verb, around(verb))
        return
    source = _hearing(verb, lemma) or _speaker(verb, lemma)
    if source is not None and not is_negated(verb, lemma):
        yield from _by_subject(verb, lemma, source)


def _agent(verb: Token, lemma: str) -> Token | None:
    """Give who did what a passive tells, or what another below it tells: "reported destroyed by [Orel]"."""
    doing = grammar.children(verb, "xcomp") if lemma in words("announce", "passive") | {"report"} else []
    return next((child for done in (verb, *doing) for child in done.children if is_agent(child)), None)


def _by_agent(verb: Token, lemma: str, agent: Token) -> Iterator[Voice]:
    """Give the report of a passive: "as compiled by the exchange", "a reward announced by the ministry"."""
    if (
        lemma in words("say", "compiled")
        and grammar.has_child(verb, {"as"}, "mark", "advmod")
        and not _is_of_subject(verb)
    ):
        yield Voice(agent, verb, with_list(verb, around(verb)))
    elif lemma in words("announce", "verbs") | words("announce", "passive") or _is_put_at(verb, lemma):
        # "A reward of $500,000 announced by the ministry": the noun is what was announced.
        told = verb.head if verb.dep_ == "acl" else verb
        yield Voice(agent, verb, below(told) - _named_by(agent))
        if _has_amount_at(verb):
            # "61 cases were reported by Orel, 39 by Bern": each tells of its own, which is no other voice.
            yield from _other_agents(verb, agent)


def _is_put_at(verb: Token, lemma: str) -> bool:
    """Whether a passive tells at how much somebody puts a thing: "valued by the county at $320,000"."""
    return lemma in words("announce", "passive_at") and _has_amount_at(verb)


def _has_amount_at(verb: Token) -> bool:
    """Whether an amount stands behind an "at" of a verb: "put at [60] by officials"."""
    places = (token for token in verb.subtree if token.lower_ == "at" and token.i > verb.i)
    return any(grammar.is_number(token) for at in places for token in at.head.subtree if token.i > at.i)


def _other_agents(verb: Token, agent: Token) -> Iterator[Voice]:
    """Give the amounts of others joined to the first: "put at 60 by officials and [90 by residents]"."""
    doc = verb.doc
    for by in doc[agent.i + 1 : verb.sent.end]:
        before = by.nbor(-1)
        if (
            by.lower_ == "by"
            and before.i > agent.i
            and grammar.is_number(before)
            and grammar.is_noun(by.head)
        ):
            joint = next(
                (token for token in reversed(doc[agent.i : by.i]) if token.tag_ in {"CC", ","}), None
            )
            if joint is not None and can_tell(by.head):
                yield Voice(by.head, verb, frozenset(range(joint.i + 1, by.i)))


def _named_by(agent: Token) -> frozenset[int]:
    """Give the phrase of an agent, but for what a parser hangs on it of what is told.

    An amount, or a clause: "put by [Orel] at 40", "accused by [police] of taking 40".
    """
    told = (child for child in agent.rights if grammar.preposition(child) == "at" or _is_told_clause(child))
    return below(agent).difference(*map(below, told))


def _is_told_clause(clause: Token) -> bool:
    """Whether a clause is what somebody says: "by police [of taking 40]", "by aides [that 40 left]"."""
    marks = {child.lower_ for child in grammar.children(clause, "mark")}
    that = grammar.has_child(clause, {"that"}, "obj", "mark") and bool(grammar.children(clause, "nsubj"))
    return clause.dep_.startswith("acl") and (bool(marks & {"of", "to", "that"}) or that)


def _read_in(verb: Token) -> Token | None:
    """Give where something is said to have been told: "as reported in the [Herald], 40 had died"."""
    if verb.tag_ != "VBN" or not grammar.has_child(verb, {"as"}, "mark", "advmod"):
        return None
    noun = None if grammar.children(verb, *grammar.SUBJECTS) else grammar.complement(verb, "in")
    if noun is None or grammar.is_number(noun):
        return None
    return noun if is_document(noun) or is_body(noun) or grammar.is_proper(noun) else None


def _joined_speakers(verb: Token, lemma: str) -> Iterator[Voice]:
    """Give those who put an amount elsewhere by the same verb: "put it at 40, the [union] at 60"."""
    put = grammar.direct_object(verb)
    if lemma not in words("announce", "at") | {"estimate"} or (put is not None and grammar.is_proper(put)):
        return  # "a poll put Orr at 47 percent and Bell at 41"
    doc = verb.doc
    for at in doc[verb.i + 1 : verb.sent.end]:
        noun = at.nbor(-1)
        if at.lower_ != "at" or at.dep_ != "case" or not grammar.is_noun(noun) or noun.i <= verb.i:
            continue
        own = [child.i for child in noun.lefts if child.dep_ in {"amod", "compound", "det"}]
        parted = doc[min([noun.i, *own]) - 1].lower_ in {",", "and", "but", "while"}
        if parted and can_tell(noun):
            yield Voice(noun, verb, below(at.head) - {noun.i})


def _by_subject(verb: Token, lemma: str, source: Token) -> Iterator[Voice]:
    """Give the report of a verb with who speaks: of what it covers, or of the speech beside its sentence."""
    amount = awaited(verb, source)
    if amount is not None:
        yield Voice(source, verb, below(amount) - below(source))
        return
    asked = asked_for(verb)
    if asked:
        yield Voice(source, verb, frozenset().union(*map(below, asked)))
        return
    if lemma == "call":
        called = called_so(verb)
        if called is not None:
            yield Voice(source, verb, below(called))
        return
    content = content_of(verb, lemma, source)
    if content or leads_to_speech(verb.sent):
        yield Voice(source, verb, content)
    yield from _joined_speakers(verb, lemma)


def _is_of_subject(verb: Token) -> bool:
    """Whether a passive behind "as" tells what was done to somebody: "as [many] were counted by kin"."""
    return bool(grammar.children(verb, "nsubj:pass"))


def _hearing(verb: Token, lemma: str) -> Token | None:
    """Give the court before which something is said: "the [court] heard that ...", "the [jury] was told"."""
    if lemma not in words("say", "heard"):
        return None
    heard = grammar.children(verb, "nsubj:pass" if lemma == "tell" else "nsubj")
    return next((noun for noun in heard if noun.lemma_.lower() in words("say", "hearing")), None)


def _speaker(verb: Token, lemma: str) -> Token | None:
    """Give who speaks by a reporting verb, None if it reports nothing with this subject."""
    source = subject_of(verb)
    if source is None or grammar.is_passive(verb) or goes_on_passive(verb) or is_nobody(source):
        return None
    if verb.tag_ == "VBG" and verb.dep_ == "csubj":
        return None  # "[taxpayers reporting] gains would pay"
    if is_document(source):
        reports = lemma in words("say", "documents") or has_somebody_at(verb, source)
        return source if reports else None
    if lemma == "show" and shows_itself(source):
        return source if has_clause(verb) else None
    return source if _can_report(verb, lemma, source) else None


def _can_report(verb: Token, lemma: str, source: Token) -> bool:
    """Whether somebody reports by a verb: some need a body or a name as subject, or an amount behind them."""
    if awaits_amount(verb) or foresees(verb, lemma, source) or sees_amount(verb, lemma, source):
        return True
    revises = is_revised(verb, lemma) or gives_count(verb, lemma) or bool(asked_for(verb))
    if revises or keeps_count(verb, lemma):
        return can_revise(source) if revises else can_count(source, lemma)
    if lemma in words("announce", "own") and not (lemma == "post" and has_clause(verb)):
        return is_named(source) and gives_result(verb)
    if identifies(verb, lemma):
        return grammar.is_proper(source) or is_body(source)
    tells = awaited(verb, source) is not None or gives_chance(verb, lemma)
    tells = tells or _tells_by_what_is_beside(verb, lemma)
    if tells and (is_named(source) or can_tell(source) or source.lemma_.lower() in words("say", "hearing")):
        return True
    return lemma in _needing_nothing() | {"call"} or (lemma in _needing_name() and is_named(source))


def _tells_by_what_is_beside(verb: Token, lemma: str) -> bool:
    """Whether a verb reports for anybody by what stands beside it.

    A clause, what only a study finds, or a clause around it: "as Bell documented, 40 had died".
    """
    tells = (lemma in words("say", "clausal") and has_clause(verb)) or (
        lemma == "find" and finds_change(verb)
    )
    taken = grammar.children(verb, "obj", "ccomp", "xcomp")
    beside = verb.dep_ == "advcl" and grammar.has_child(verb, {"as"}, "mark", "advmod") and not taken
    return tells or (lemma in words("say", "documents") and beside)


@cache
def _needing_nothing() -> frozenset[str]:
    """Give the verbs that report whoever their subject is, with or without a clause."""
    reporting = words("say", "verbs") | words("announce", "verbs")
    return reporting - words("say", "named") - words("say", "clausal")


@cache
def _needing_name() -> frozenset[str]:
    """Verbs that report only for somebody with a name."""
    return words("say", "named") & words("say", "verbs")
