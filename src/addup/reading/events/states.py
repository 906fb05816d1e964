"""What happened to people by the word beside them or the group that they are of."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words

# Verbs whose object goes on with what happened to somebody: "saw 40 men arrested", "reported four killed".
_SHOWING = (
    ("report", "verbs"),
    ("event", "idle"),
    ("event", "perceiving"),
    ("event", "causing"),
    ("event", "wanting"),
)
_FINDING = frozenset({"find", "get", "keep", "want"})
# Words that hedge a number behind a verb: "killed [at least] 14".
_HEDGES = frozenset({"about", "almost", "around", "at", "least", "more", "nearly", "some", "than"})


def state_beside(holder: Token) -> Token | None:
    """Give what happened to people by the word right beside them, where the parse may go wrong.

    "43 people were killed and 120 [injured] when ...", "... killed three and seriously [wounded] six others".
    """
    doc = holder.doc
    first = min(holder.i, *(child.i for child in holder.children if child.tag_ == "CD"), holder.i)
    numbered = holder.tag_ == "CD" or first < holder.i or holder.lower_ in words("event", "many")
    if holder.lower_ in words("people", "adjectives") and holder.i and holder.nbor(-1).tag_ == "CD":
        return holder  # "12 injured and 45 [missing]", which the parser takes for a noun
    if not numbered:
        return None
    while first > holder.sent.start and doc[first - 1].lower_ in _HEDGES:
        first -= 1
    last = holder.i + 1
    if last < holder.sent.end and doc[last].lower_ in {"others", "more"}:
        last += 1
    if last + 1 < holder.sent.end and doc[last].tag_ == "RB" and doc[last].lower_.endswith("ly"):
        last += 1  # "two others critically injured"
    behind = doc[last] if last < holder.sent.end else None
    if behind is not None and _is_state(behind):
        return None if _says_who(behind, holder) else behind
    before = doc[first - 1] if first > holder.sent.start else None
    if before is not None and before.tag_ in {"VBN", "VBD"} and before.dep_ not in {"amod", "compound"}:
        return before if before.lemma_.lower() in words("incident", "casualties") else None
    return None


def _is_state(word: Token) -> bool:
    """Whether a word says how people are ("19 [missing]") or what was done to them, in titles too."""
    if word.lower_ in words("people", "adjectives"):
        return True
    return word.lemma_.lower() in words("people", "verbs") and (word.tag_ in grammar.STATES or word.is_title)


def _says_who(participle: Token, holder: Token) -> bool:
    """Whether what was done says to whom another thing was: "freed 40 men [arrested] in May"."""
    verb = holder.head
    lemma = verb.lemma_.lower()
    done = holder.dep_ == "obj" and grammar.is_verb(verb) and verb.i < participle.i
    shows = lemma in _FINDING or any(lemma in words(*key) for key in _SHOWING)
    return (
        done
        and not shows
        and participle.dep_ == "acl"
        and participle.lemma_.lower() not in words("people", "harming")
    )


def state_among(holder: Token) -> Token | None:
    """Give the state of the group that a predicate counts a part of: "among the [dead] were six nurses".

    Or what was done to it: "among the 60 [identified] are six nurses", "six of those [infected] are nurses".
    """
    holder = grammar.first_conjunct(holder)  # "were four children and two [journalists]"
    predicate = holder.head if holder.dep_ == "nsubj" else holder
    if not grammar.children(predicate, "cop"):
        return None
    if grammar.preposition(predicate) in {"among", "of"}:
        return _done_to(predicate)
    group = grammar.complement(holder, "among", "of") or _whole_before(predicate)
    if group is None:
        return None
    if group.lower_ in words("people", "adjectives") or group.tag_ == "VBN":
        return group
    if state := next((one for one in group.rights if one.lower_ in words("people", "adjectives")), None):
        return state  # "of the 22 [dead], 15 were workers"
    done = _done_to(group)
    return done if done is not None and done.tag_ == "VBN" else None  # "one hell of a way to lose"


def _whole_before(predicate: Token) -> Token | None:
    """Give of whom some are something: "of the [dead], six were nurses", not "of 60, six are well"."""
    named = grammar.is_noun(predicate) and grammar.preposition(predicate) is None
    wholes = {"among", "of"} if named else {"among"}
    return next((child for child in predicate.lefts if grammar.preposition(child) in wholes), None)


def _done_to(group: Token) -> Token | None:
    """Give the participle behind a group: "were among the thousands of foreigners [trapped] there"."""
    while True:
        participle = next((child for child in group.rights if child.dep_ in {"acl", "acl:relcl"}), None)
        within = grammar.complement(group, "of")
        if participle is not None or within is None:
            return participle if participle is not None and grammar.is_verb(participle) else None
        group = within
