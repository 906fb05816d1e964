"""What somebody is made or let do, or is seen or left doing."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words


def made_to(verb: Token, holder: Token) -> Token:
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
