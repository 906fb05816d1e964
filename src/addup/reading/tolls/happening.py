"""Whether an event that a text speaks of happened, by the words around it, and once or many times."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.text import text_of
from addup.reading.tolls.days import is_update
from addup.reading.tolls.words import words

_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "without", "no"})
_MODAL = frozenset(
    {"could", "may", "might", "must", "shall", "should", "will", "would", "can", "wo", "ca", "'ll"}
)
_SUPPOSED = frozenset({"if", "unless", "whether", "without"})


def is_asserted(word: Token) -> bool:
    """Whether the text says that it happened."""
    return not (_is_denied(word) or _is_unreal(word) or _is_history(word))


def _is_denied(word: Token) -> bool:
    first = grammar.first_conjunct(word)
    tells = first.dep_ == "acl" or grammar.has_child(first, {"that"}, "mark")
    if tells and grammar.has_child(first.head, {"no"}, "det"):
        return True  # "found no evidence that civilians were killed"
    if tells and first.head.lemma_.lower() in words("supposed", "nouns"):
        return True
    return any(
        child.lower_ in _NEGATIVE and child.dep_ in {"advmod", "mark", "det", "case", "neg"}
        for token in (word, first)
        for child in token.children
    )


def _is_unreal(word: Token) -> bool:
    """Whether a verb names what was tried, planned, feared or supposed, not what was done."""
    current = word
    if _is_ongoing(word):
        return True
    while True:
        if current.dep_ == "xcomp" and current.head.lemma_.lower() in words("supposed", "verbs"):
            return True
        marks = {child.lower_ for child in current.children if child.dep_ in {"mark", "aux"}}
        if marks & _SUPPOSED or marks & _MODAL:
            return True
        if "to" in marks and not _is_implied(current):
            return True
        if current.dep_ != "conj" or current.head == current:
            return False
        current = current.head


def _is_ongoing(verb: Token) -> bool:
    """Whether a verb tells what goes on in general: "the bombs that are killing civilians"."""
    return verb.tag_ == "VBG" and any(child.tag_ in {"VBP", "VBZ"} for child in grammar.children(verb, "aux"))


def _is_implied(infinitive: Token) -> bool:
    """Whether the verb above makes the infinitive true: "managed to capture", "are known to have died"."""
    return infinitive.head.lemma_.lower() in words("implicative", "verbs") or _is_known(infinitive)


def _is_known(infinitive: Token) -> bool:
    """Whether an infinitive is what is known to have happened, not what someone is known for."""
    has_been = grammar.has_child(infinitive, {"have"}, "aux")
    return has_been and infinitive.dep_ == "xcomp" and infinitive.head.lemma_.lower() in {"confirm", "know"}


def _is_history(word: Token) -> bool:
    """Whether the mention stands below words that tell of the past: a record, a charge, an earlier event."""
    if _counts_since(word) or _is_past(word):
        return True
    history, earlier = words("history", "words"), words("history", "earlier")
    current = word
    while current.head != current and current.dep_ != "parataxis" and not _is_own_clause(current):
        below = "nsubj" if _is_known(current) else current.dep_
        current = current.head
        if below != "nsubj" and current.lemma_.lower() in history:
            return True
        if any(child.lower_ in earlier for child in grammar.children(current, "amod")):
            return True
    return False


def _is_own_clause(verb: Token) -> bool:
    """Whether a joined verb begins a clause with a subject of its own."""
    return verb.dep_ == "conj" and bool(grammar.children(verb, "nsubj", "nsubj:pass"))


def _counts_since(word: Token) -> bool:
    """Whether a count runs over many events: "have killed two and detained 30 since Dec. 1", "this month".

    English counts up to now in the perfect, so that "since" beside the simple past belongs to something else
    ("claimed 12 lives, making it the worst since 1998").
    """
    first = grammar.first_conjunct(word)
    until_now = _below(word) if _is_perfect(first) else list(word.children) if word.dep_ == "acl" else []
    if any(_has_since(token) for token in until_now):
        return True
    return any(_is_span(token, "this") for token in _below(word))


def _is_perfect(verb: Token) -> bool:
    return any(child.lemma_ == "have" and child.tag_ != "VBD" for child in grammar.children(verb, "aux"))


def _is_long_past(token: Token) -> bool:
    """Whether a noun is of a time up to now in which much may happen: "in the past two weeks"."""
    return _is_span(token, "last", "past") and grammar.preposition(token) in words("events", "prepositions")


def _is_past_hours(token: Token) -> bool:
    """Whether a noun is of the hours that an update is of: "over the past 24 hours"."""
    past = grammar.has_child(token, {"last", "past"}, "amod")
    return past and token.lemma_ == "hour" and grammar.preposition(token) in words("events", "prepositions")


def _has_since(token: Token) -> bool:
    """Whether a time is one since when; not the day of the week on which one event began."""
    of_event = token.lower_ in words("time", "weekdays")
    return not of_event and any(child.lower_ == "since" and child.dep_ == "case" for child in token.children)


def _is_past(word: Token) -> bool:
    """Whether a relative clause tells of someone's past: "who was wounded last year"."""
    return word.dep_ == "acl:relcl" and any(_is_span(token, "last") for token in word.subtree)


def _is_span(token: Token, *which: str) -> bool:
    return token.lemma_ in words("time", "spans") and any(
        child.lower_ in which for child in grammar.children(token, "det", "amod")
    )


def is_sum(word: Token, noun: Token) -> bool:
    """Whether what a word reports of some people is summed up over several events, or over a long time."""
    first = grammar.first_conjunct(word)
    if _is_perfect(first) and any(_is_long_past(token) for token in first.subtree):
        return True
    if any(_is_past_hours(token) for token in first.subtree) and is_update(text_of(word.doc)):
        return True
    joined = [verb for verb in grammar.children(word, "conj") if not _is_own_clause(verb)]
    above = first.head if first.dep_ in {"advcl", "acl"} else first
    if first.dep_ == "acl":  # "the operations resulted in seven leaders captured"
        above = grammar.clause_head(above) or above
    around = [child for holder in (word, first, *joined, above, noun) for child in holder.children]
    return any(_are_events(token) for token in around)


def _are_events(token: Token) -> bool:
    """Whether a noun stands for several events that a count runs over: "during four operations"."""
    if token.tag_ != "NNS" or token.lemma_ not in words("events", "nouns"):
        return False
    return token.dep_ == "nsubj" or grammar.preposition(token) in words("events", "prepositions")


def _below(word: Token) -> list[Token]:
    """Give the tokens that hang on a word, or on the first verb of those it is joined to."""
    first = grammar.first_conjunct(word)
    return [*word.subtree, *(first.subtree if first != word else ())]
