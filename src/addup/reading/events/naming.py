"""How a verb, or the noun of an action, is named in a record."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.events.reach import PHRASE
from addup.reading.frames import phrasal, verb_of, words
from addup.reading.parsed import tokens_from

# Particles that stand behind the object as well ("push several rivals [out]").
_SEPARATE = frozenset({"away", "down", "off", "out"})
# Adverbs that make up a verb with the one right before them ("came [forward]").
_MAKING_UP = frozenset({"apart", "aside", "away", "forward", "together"})
# How people are, whatever a tagger takes for a particle: "revised the missing down from 40".
_STATES = {"dead": "die", "missing": "miss", "unaccounted": "missing"}
# Of whom one says these, and that they are dead, died.
_FINDING = frozenset({"confirm", "declare", "find", "pronounce"})


def verb_name(verb: Token) -> str:
    """Give the lemma of a verb with its particle ("call up"); of a predicate, its own lemma."""
    if verb.lower_ in _STATES:
        return _STATES[verb.lower_]
    if grammar.is_noun(verb):
        return bare_verb(verb)
    if verb.lemma_ in _FINDING and any(child.lower_ == "dead" for child in grammar.children(verb, "xcomp")):
        return "die"
    if verb.lower_ == "got" and any(
        child.lemma_ in {"have", "'ve", "’ve"} for child in grammar.children(verb, "aux")
    ):
        return "have"  # "we have got 40 ships"
    custody = next((child for child in grammar.children(verb, "obl") if child.lemma_ == "custody"), None)
    if custody is not None and verb.lemma_ == "take":
        return "take into custody"
    return " ".join([_whole_verb(verb), *(_idiom(verb) or _particles(verb))])


def _idiom(verb: Token) -> list[str]:
    """Give the bare noun that makes up what happened with a verb that says little: "took [part]"."""
    behind = verb.nbor() if verb.i + 1 < verb.sent.end else verb
    return [behind.lower_] if f"{verb.lemma_.lower()} {behind.lower_}" in words("event", "light") else []


def _whole_verb(verb: Token) -> str:
    """Give the lemma of a verb with what a hyphen joins before it ("nose-dive")."""
    lemma = verb.lemma_.lower()
    joined = verb.i > verb.sent.start + 1 and verb.nbor(-1).tag_ == "HYPH"
    return f"{verb.nbor(-2).lower_}-{lemma}" if joined else lemma


def _particles(verb: Token) -> list[str]:
    """Give the particles of a verb, also where a parse takes one for an adverb ("[handed] over $2 million").

    What is only up or down in price has none ("closed up 2 cents"); a preposition whose object stands before
    the clause is one ("the $2 that they [looked] for").
    """
    doc, end, lemma = verb.doc, verb.sent.end, verb.lemma_.lower()
    near = tokens_from(doc, verb.i + 1, min(end, verb.i + 1 + PHRASE))
    spoken = next(
        (word.lower_ for word in near if word.lower_ in phrasal(lemma) and _is_adverbial(word)), None
    )
    if spoken is not None:
        return [spoken]
    target = grammar.direct_object(verb)
    parted = target is not None and target.right_edge.is_punct  # "expects earnings of $4, down from $5"
    if target is not None and target.i > verb.i and not parted and target.right_edge.i + 1 < len(doc):
        behind = doc[target.right_edge.i + 1]
        if behind.lower_ in _SEPARATE and behind.head == verb and behind.tag_ in {"RB", "RP"}:
            return [behind.lower_]
    next_to = doc[verb.i + 1] if verb.i + 2 < end else None
    if next_to is not None and next_to.tag_ == "IN" and next_to.nbor().is_punct and not _is_joined(next_to):
        return [next_to.lower_]
    directed = lemma in words("market", "verbs") or lemma in words("market", "moving")
    if next_to is not None and not directed and _is_done_to(verb, next_to):
        return [next_to.lower_]
    return [
        child.lower_
        for child in verb.rights
        if _is_particle_of(verb, child)
        and not is_hedge(child)
        and not _leads_on(child)
        and not (directed and child.lower_ in {"up", "down"})
    ]


def _is_joined(word: Token) -> bool:
    """Whether a hyphen joins a word to the next: "placed [off]-limits"."""
    return word.i + 1 < word.sent.end and word.nbor().text == "-"


def _is_particle_of(verb: Token, behind: Token) -> bool:
    """Whether a parser or tagger has a word as part of a verb, or it must be one ("make [up] 40%")."""
    if _is_joined(behind):
        return False
    adverbial = behind.tag_ == "RP" or (behind.tag_ == "RB" and behind.lower_ in _MAKING_UP)
    return behind.dep_ == "compound:prt" or (adverbial and behind.i == verb.i + 1)


def _is_done_to(verb: Token, particle: Token) -> bool:
    """Whether an adverb right behind a passive is part of it: "40 were shot [down]", not "down 3 percent"."""
    if particle.lower_ not in _SEPARATE or particle.tag_ not in {"RB", "RP"} or particle.head != verb:
        return False
    return grammar.is_passive(verb) and not grammar.is_number(particle.nbor()) and not _leads_on(particle)


def _leads_on(particle: Token) -> bool:
    """Whether "off" leads to where something was done: "rescued [off] the Maltese coast"."""
    if particle.lower_ != "off":
        return False
    noun = particle
    while noun.i + 1 < noun.sent.end and noun.nbor().tag_.startswith(("DT", "JJ", "NN")):
        noun = noun.nbor()
    return noun.lemma_.lower() in words("place", "shores") or noun.ent_type_ == "LOCATION"


def _is_adverbial(particle: Token) -> bool:
    """Whether "in" is a particle ("comes in at 9 percent"), which most often it is not; others mostly are."""
    if particle.lower_ != "in":
        return True
    behind = particle.doc[particle.i + 1 : particle.i + 2].text
    parsed = particle.dep_ in {"advmod", "compound:prt"}
    return behind in {"at", "$", "£", "€"} or (parsed and not behind[:1].isalpha())


def bare_verb(noun: Token) -> str:
    """Give the verb of a noun that tells what happened ("slaying" → "slay"), else the noun."""
    lemma = noun.lemma_.lower()
    return verb_of(lemma) or verb_of(singular(noun)) or lemma


def singular(noun: Token) -> str:
    """Give the lemma of a noun, also where the lemmatiser leaves the plural ("layoffs")."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.lower_ == lemma else lemma


def is_hedge(particle: Token) -> bool:
    """Whether an "up" belongs to "up to 300" and not to the verb."""
    return particle.lower_ == "up" and particle.i + 1 < len(particle.doc) and particle.nbor().lower_ == "to"
