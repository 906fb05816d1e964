"""Verbs that a clause must have, and words taken for a verb that are none."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.attrs import ORTH
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.mending.labels import CLAUSES, FINITE, NOMINAL, SUBJECTS
from addup.reading.text import strings_of

_NEAR_MODAL = 5  # tokens from a modal to its verb, with adverbs between
# What taggers take a bare verb for, and what an object begins with.
_LIKE_VERBS = frozenset({"JJ", "NN", "NNP", "RB"})
_VERBS_LIKE_ADVERBS = frozenset({"back", "better", "further", "forward"})
_OPENS_OBJECT = frozenset({"DT", "PRP", "PRP$", "NNP", "NNS", "CD", "$", "JJ"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
# Verbs whose past is like a noun. Origin: verbs without an ending in the past (Quirk et al., 3.16).
_PAST_LIKE_NOUNS = frozenset(
    {"bet", "cost", "cut", "forecast", "hit", "hurt", "put", "quit", "set", "shut", "split"}
)
# Verbs whose third person is like a plural, before what somebody foresees or wants.
_PRESENT_LIKE_NOUNS = frozenset({"estimates", "forecasts", "plans", "projects", "targets"})
_AFTER_ASKED = frozenset({"VBD", "VBN", "VBP"})
# What a business earns or spends by what it does, in accounts (US GAAP).
_OF_BUSINESS = frozenset(
    {"cash", "cost", "earning", "expense", "income", "loss", "margin", "profit", "result", "revenue"}
)


# What is thought or told of people, without a form of "be" in a headline ("40 [feared] dead").
_THOUGHT = frozenset({"believed", "feared", "presumed", "reported", "thought"})
_HOW_THEY_ARE = frozenset({"JJ", "VBG", "VBN"})
# Verbs of a guess whose participle is like a noun.
_GUESSED = frozenset({"forecast"})


def is_like_passive(word: str) -> bool:
    """Whether a word may stand in a passive that taggers do not see."""
    return word in _THOUGHT or word in _GUESSED


def make_passive(verb: Token) -> None:
    """Make a passive of "is [forecast] rising", and of "40 people [feared] buried", where nobody fears."""
    helping = {child.dep_ for child in verb.lefts}
    if verb.lower_ in _GUESSED and not helping & {"cop", "aux:pass"}:
        return
    if verb.lower_ in _THOUGHT and not _leaves_out_be(verb):
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
    behind = [token for token in modal.doc[modal.i + 1 : modal.i + _NEAR_MODAL] if not _is_adverb(token)]
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
    verb.head, verb.dep_ = (verb, "ROOT") if above == noun else (above, noun.dep_)
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
    return token.tag_ == "RB" and token.lower_ not in _VERBS_LIKE_ADVERBS


def _is_of_business(word: Token) -> bool:
    """Whether "operating" stands before what a business earns or spends: "had [operating] profit of"."""
    return word.nbor().tag_ in {"NN", "NNS"} and word.nbor().lower_.removesuffix("s") in _OF_BUSINESS


def _put_before_noun(word: Token) -> None:
    """Make a word that the parser takes for the verb part of the noun behind it."""
    noun = word.nbor()
    if noun.head != word:
        return
    have = next((child for child in word.lefts if child.dep_ == "aux"), None)
    above = word.head
    if have is not None:
        have.head, have.dep_ = (have, "ROOT") if above == word else (above, word.dep_)
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


def make_root_finite(sentence: Span) -> None:
    """Make a verb of a root whose subject, a plural, stands before it: "Thousands [march] in Selm"."""
    root = sentence.root
    if root.tag_ != "NN" or root.i == sentence.start or root.nbor(-1).tag_ != "NNS":
        return
    own = {child.dep_ for child in root.lefts}
    if root.nbor(-1).dep_ == "nsubj" and root.nbor(-1).head == root and not own & {"cop", "aux", "det"}:
        root.tag_ = "VBP"


def make_compound_finite(subject: Token) -> bool:
    """Make a verb of a noun inside another that has a subject: "as 4,000 firefighters [battle] flames".

    Tells whether it did.
    """
    verb = subject.head
    noun = verb.head
    if verb.tag_ != "NN" or verb.dep_ != "compound" or subject.tag_ != "NNS" or subject.i != verb.i - 1:
        return False
    marked = any(child.dep_ == "mark" for child in verb.lefts)
    above, label = noun.head, noun.dep_
    verb.tag_ = "VBP"
    verb.head, verb.dep_ = (verb, "ROOT") if above == noun else (above, "advcl" if marked else label)
    for child in list(noun.lefts):
        if child.i < verb.i:
            child.head = verb
    noun.head, noun.dep_ = verb, "obj"
    return True


def share_modal(verb: Token) -> None:
    """Make a bare verb of what is like a past behind one with a modal: "would save $2 and [cost] $1"."""
    if verb.lower_ not in _PAST_LIKE_NOUNS or any(child.dep_ in SUBJECTS for child in verb.children):
        return
    if verb.head.tag_ == "VB" and any(child.tag_ == "MD" for child in verb.head.lefts):
        verb.tag_ = "VB"


def put_below_period(verb: Token) -> None:
    """Make "ended" and its date part of the period before it ("the quarter [ended June 30]").

    It cannot be what the sentence tells: the clause that the parser hangs below it takes its place.
    """
    period = verb.nbor(-1)
    if verb.head == period:
        return
    date = _date_behind(verb)
    for word in date:
        word.head, word.dep_ = verb, "obl:unmarked"
    told = next(
        (child for child in verb.rights if child.dep_ in CLAUSES and child.tag_.startswith("VB")), None
    )
    if told is not None:
        above = verb.head if verb.head != verb else told
        told.head, told.dep_ = above, verb.dep_
    elif verb.head == verb or period.is_ancestor(verb):
        return
    else:
        told = verb.head
    for child in list(verb.children):
        if child not in date and child != told:
            child.head = told
    verb.head, verb.dep_ = period, "acl"


def put_below_asked(verb: Token) -> None:
    """Make "asked" right before another verb part of those asked: "the 310 people [asked] opposed it".

    Two verbs stand side by side without a word between them only where the first says more of the noun.
    """
    noun, told = verb.nbor(-1), verb.nbor()
    asked = noun.tag_ == "NNS" or noun.lower_ == "those"
    if not asked or told.head != verb or told.tag_ not in _AFTER_ASKED or grammar.auxiliaries(verb):
        return
    above = verb.head if verb.head != verb else told
    told.head, told.dep_ = above, verb.dep_
    told.tag_ = "VBD" if told.tag_ == "VBN" else told.tag_
    for child in list(verb.children):
        if child != told:
            child.head = told
    verb.head, verb.dep_, verb.tag_ = noun, "acl", "VBN"


def _date_behind(verb: Token) -> list[Token]:
    """Give the words of the date right behind a verb."""
    words = []
    for token in verb.doc[verb.i + 1 : verb.i + 5]:
        if token.tag_ not in {"NNP", "CD"} or token.sent_start == 1:
            break
        words.append(token)
    return words


def find_verb(doc: Doc, tags: Sequence[str], sentence: Span) -> None:
    """Make a verb of the noun before an amount where a clause has none: "Selm [imports] about half"."""
    first = sentence.start
    words = strings_of(doc, ORTH)
    for place in range(sentence.start, sentence.end):
        if words[place] in {";", ".", "?", "!"}:
            said = [at for at in range(first, place) if tags[at] in FINITE or tags[at] == "MD"]
            if all(doc[at].dep_ == "compound" for at in said):
                _find_verb_between(doc[first:place])
            first = place + 1


def _find_verb_between(clause: Span) -> None:
    for token in clause[1:-1]:
        if _is_within_root(token):
            _take_from_root(token)
            return
        if token.tag_ in {"NN", "NNS"} and _is_before_object(token):
            subject = next(
                (child for child in (*token.lefts, token.head) if child.i < token.i and child.tag_ in _NOUNS),
                None,
            )
            if subject is not None:
                _make_finite(token, subject)
            return


def _is_before_object(noun: Token) -> bool:
    """Whether a noun right behind another or an adverb has an amount behind it, which no noun has so."""
    before = noun.nbor(-1)
    plural = {"NNS": {"NNP", "NN"}, "NN": {"NNS", "NNPS", "RB"}}[noun.tag_]
    if before.tag_ not in plural or noun.dep_ not in {"ROOT", "dep", "nmod", "parataxis", "conj"}:
        return False
    behind = noun.nbor()
    if noun.dep_ == "ROOT" and any(child.dep_ == "obj" for child in noun.rights):
        return True  # "the deal [values] the mill"
    hedged = behind.lower_ in {"about", "over", "some"} and noun.nbor(2).tag_ in {"CD", "$"}
    return hedged or behind.tag_ == "$"


def _is_within_root(token: Token) -> bool:
    """Whether a word inside the noun that a clause would be is its verb: "China [targets] growth of 5%"."""
    like_noun = {"NN": _PAST_LIKE_NOUNS, "NNS": _PRESENT_LIKE_NOUNS}.get(token.tag_, frozenset())
    verb = token.tag_ in FINITE or token.lower_ in like_noun
    return verb and token.dep_ == "compound" and token.head.dep_ == "ROOT" and token.nbor(-1).tag_ in _NOUNS


def _take_from_root(verb: Token) -> None:
    """Make a word inside the noun that a clause would be its verb, and the noun the object."""
    noun, subject = verb.head, verb.nbor(-1)
    verb.tag_ = "VBD" if verb.lower_ in _PAST_LIKE_NOUNS else verb.tag_
    verb.head, verb.dep_ = verb, "ROOT"
    for child in list(noun.lefts):
        if child.i < verb.i and child != subject:
            child.head = subject
    subject.head, subject.dep_ = verb, "nsubj"
    noun.head, noun.dep_ = verb, "obj"


def _make_finite(verb: Token, subject: Token) -> None:
    """Make a noun the finite verb of its clause, with its subject, and what is behind it its object."""
    verb.tag_ = "VBZ" if verb.tag_ == "NNS" else "VBP"
    if subject == verb.head:
        above = subject.head
        verb.head, verb.dep_ = (verb, "ROOT") if above == subject else (above, subject.dep_)
        for child in list(subject.children):
            if child.i > verb.i:
                child.head = verb
    subject.head, subject.dep_ = verb, "nsubj"
    for child in list(verb.lefts):
        if child.i < subject.i:
            child.head = subject
    behind = [child for child in verb.rights if child.dep_ in {"nmod", "nmod:unmarked", "obl"}]
    if behind and grammar.preposition(behind[0]) in {None, "about", "over", "some"}:
        behind[0].dep_ = "obj"
