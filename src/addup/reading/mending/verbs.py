"""Words that are verbs where they stand, or none."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.grammar import SUBJECTS
from addup.reading.mending.hanging import take_place
from addup.reading.mending.labels import NOMINAL
from addup.reading.mending.words import GUESSED, LIKE_ADVERBS, OF_BUSINESS, PAST_LIKE_NOUNS, THOUGHT
from addup.reading.parsed import tokens_from

_NEAR_MODAL = 5  # tokens from a modal to its verb, with adverbs between
# What taggers take a bare verb for, and what an object begins with.
_LIKE_VERBS = frozenset({"JJ", "NN", "NNP", "RB"})
_OPENS_OBJECT = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS", "CD", "$", "JJ"})
_HOW_THEY_ARE = frozenset({"JJ", "VBG", "VBN"})


def mend_verb(token: Token) -> None:
    """Give a modal the verb that it needs, and take "operating" and "realized" for no verbs before nouns."""
    if token.tag_ == "MD":
        _give_verb(token)
    elif token.lower_ == "operating" and _is_of_business(token):
        _put_before_noun(token)
    elif token.lower_ == "realized":
        _put_before_gains(token)


def _give_verb(modal: Token) -> None:
    """Make the word behind a modal its verb: "46 percent would choose Selm and 44 percent would [back] Orr".

    A modal has a bare verb behind it, whatever else the word may be.
    """
    behind = [
        token for token in tokens_from(modal.doc, modal.i + 1, modal.i + _NEAR_MODAL) if not _is_adverb(token)
    ]
    verb = next(iter(behind), None)
    if verb is None or verb.tag_ not in _LIKE_VERBS or verb.i + 1 >= modal.sent.end:
        return
    noun = modal.head
    if any(token.tag_ == "VB" for token in behind) or verb.head != noun or noun.i < verb.i:
        return
    if verb.nbor().tag_ not in _OPENS_OBJECT and verb.nbor() != noun:
        return
    verb.tag_ = "VB"
    above = noun.head
    take_place(verb, noun)
    if above != noun and verb.dep_ in NOMINAL:
        verb.dep_ = "conj"
    for child in list(noun.lefts):
        if child.i < verb.i:
            child.head = verb
    noun.head, noun.dep_ = verb, "obj"
    subject = modal.nbor(-1) if modal.i > modal.sent.start else modal
    if subject.dep_ == "conj" and subject.head.head == verb and subject.tag_ in {"NN", "NNS", "NNP", "PRP"}:
        if above != noun:
            subject.head.head, subject.head.dep_ = above, "obj"
        subject.head, subject.dep_ = verb, "nsubj"


def _is_adverb(token: Token) -> bool:
    return token.tag_ == "RB" and token.lower_ not in LIKE_ADVERBS


def _is_of_business(word: Token) -> bool:
    """Whether "operating" stands before what a business earns or spends: "had [operating] profit of"."""
    return word.nbor().tag_ in {"NN", "NNS"} and word.nbor().lower_.removesuffix("s") in OF_BUSINESS


def _put_before_noun(word: Token) -> None:
    """Make a word that the parser takes for the verb part of the noun behind it."""
    noun = word.nbor()
    if noun.head != word:
        return
    have = next((child for child in word.lefts if child.dep_ == "aux"), None)
    above = word.head
    if have is not None:
        take_place(have, word)
        noun.head, noun.dep_ = have, "obj"
    elif above != word and above.tag_.startswith("VB"):
        noun.head, noun.dep_ = above, "obj"
    else:
        return
    for child in list(word.children):
        if child not in {noun, have}:
            child.head = have or above
    word.head, word.dep_, word.tag_ = noun, "amod", "NN"


def _put_before_gains(word: Token) -> None:
    """Make "realized" part of what it stands before behind "net": "included net [realized] capital gains"."""
    net, above = word.nbor(-1), word.head
    gains = next((child for child in word.rights if child.dep_ == "obj"), None)
    if gains is None or net.lower_ != "net" or above == word or net.is_ancestor(word):
        return
    leads = [child for part in (net, word) for child in part.lefts if child.dep_ in {"case", "mark"}]
    for lead in leads:
        lead.head, lead.dep_ = gains, "case"  # "[including] net realized gains"
    gains.head, gains.dep_ = above, "obl" if leads else "obj"
    for part in (net, word):
        part.head, part.dep_ = gains, "amod"
    for child in list(word.children):
        child.head = above if child.i > gains.i else gains


def make_passive(verb: Token) -> None:
    """Make a passive of "is [forecast] rising", and of "40 people [feared] buried", where nobody fears."""
    helping = {child.dep_ for child in verb.lefts}
    if verb.lower_ in GUESSED and not helping & {"cop", "aux:pass"}:
        return
    if verb.lower_ in THOUGHT and not _leaves_out_be(verb):
        return
    if "det" in helping or not helping & SUBJECTS:
        return
    verb.tag_ = "VBN"
    for child in verb.lefts:
        if child.dep_ == "nsubj":
            child.dep_ = "nsubj:pass"
        elif child.dep_ == "cop":
            child.dep_ = "aux:pass"


def _leaves_out_be(verb: Token) -> bool:
    """Whether how its subject is stands right behind a verb, and nobody it could be said of else."""
    if verb.tag_ not in {"VBD", "VBN"} or grammar.auxiliaries(verb) or verb.i + 1 >= verb.sent.end:
        return False
    state = verb.nbor()
    return state.tag_ in _HOW_THEY_ARE and state.head == verb and state.dep_ == "xcomp"


def share_modal(verb: Token) -> None:
    """Make a bare verb of what is like a past behind one with a modal: "would save $2 and [cost] $1"."""
    if verb.lower_ not in PAST_LIKE_NOUNS or any(child.dep_ in SUBJECTS for child in verb.children):
        return
    if verb.head.tag_ == "VB" and any(child.tag_ == "MD" for child in verb.head.lefts):
        verb.tag_ = "VB"
