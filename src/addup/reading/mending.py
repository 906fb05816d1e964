"""Where tags and parse contradict each other, or the parse contradicts grammar: which of them to believe.

The tagger and the parser decide word by word and know little of each other. What is mended here cannot be
right as it stands, whatever the sentence says.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

_NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod"})
_NOUN_PARTS = frozenset({"nummod", "det", "amod", "nmod:poss"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_CLAUSES = frozenset({"ccomp", "parataxis", "conj", "xcomp", "advcl"})
# What parts of a name that a noun carries are tagged as, and what they carry of a phrase.
_IN_NAMES = frozenset({"NNP", "NNPS", "HYPH", "POS", "CC", ":"})
_OPENING = frozenset({"case", "det", "amod", "nmod:poss"})
_NAMING = _NOMINAL | {"compound"}
_MONTHS = frozenset(
    {"jan.", "feb.", "march", "april", "may", "june", "july", "aug.", "sept.", "oct.", "nov.", "dec."}
    | {"january", "february", "august", "september", "october", "november", "december"}
)
_LONGEST_NAME = 12
_PERIODS = frozenset(
    {"half", "month", "months", "period", "quarter", "quarters", "week", "weeks", "year", "years"}
)


def mend(doc: Doc) -> None:
    """Mend tags and parse in place."""
    for token in doc:
        if token.tag_ == "VBZ" and _is_noun_in_parse(token):
            _make_noun(token)
        elif token.tag_ in {"JJ", "RB"}:
            _make_verb(token)
    for token in doc:
        if token.dep_ in _SUBJECTS and any(child.dep_ == "cc" for child in token.lefts):
            _join(token)
        elif token.lower_ == "that" and token.dep_ == "obj":
            _make_clause(token)
    for token in doc:
        if token.dep_ in _NAMING and token.head.i > token.i and _is_only_named(token):
            _put_into_name(token)
        elif token.dep_ == "compound" and token.tag_ == "NN" and token.head.lower_ in _MONTHS:
            _put_date_below(token)
    for token in doc[1:]:
        if token.lower_ in {"ended", "ending"} and token.nbor(-1).lower_ in _PERIODS:
            _put_below_period(token)


def _is_noun_in_parse(token: Token) -> bool:
    """Whether the parse has a plural noun where the tagger has a verb ("took two [suspects] into")."""
    return token.dep_ in _NOMINAL and any(child.dep_ in _NOUN_PARTS for child in token.lefts)


def _make_noun(token: Token) -> None:
    """Tag a noun as one, and give what only a verb can have to the verb above it ("into custody")."""
    token.tag_ = "NNS"
    for child in list(token.rights):
        if child.dep_ == "obl":
            child.head = token.head


def _make_verb(token: Token) -> None:
    """Tag as a verb what has an auxiliary or an object in the parse ("44 percent would [back] him")."""
    helping = {child.dep_: child.tag_ for child in token.lefts if child.dep_ in {"aux", "aux:pass"}}
    if "aux:pass" in helping:
        token.tag_ = "VBN"
    elif helping.get("aux") in {"MD", "TO"}:
        token.tag_ = "VB"
    elif token.lower_.endswith("ed") and any(child.dep_ == "obj" for child in token.rights):
        token.tag_ = "VBD"


def _join(second: Token) -> None:
    """Join a subject behind "and" to the subject before it: a clause has one subject.

    So are those between them, which the parser takes to explain the first ("a doctor, [a nurse] and ...").
    """
    before = [child for child in second.head.lefts if child.dep_ in _SUBJECTS and child.i < second.i]
    if not before:
        return
    first = before[-1]
    for between in first.rights:
        if between.dep_ == "appos":
            between.dep_ = "conj"
    second.head = first
    second.dep_ = "conj"


def _make_clause(that: Token) -> None:
    """Make what was told of a clause that is hung below those who heard it ("told reporters [that ...]").

    "That" cannot be the object of a passive, nor of a verb that has one: it opens the clause.
    """
    told = that.head
    listener = told.head
    full = any(child.dep_ in {"nsubj:pass", "obj"} and child != that for child in told.children)
    if told.dep_ == "acl:relcl" and full and listener.dep_ == "obj" and listener.i < that.i:
        that.tag_, that.dep_ = "IN", "mark"
        told.head, told.dep_ = listener.head, "ccomp"


def _is_only_named(first: Token) -> bool:
    """Whether a name hangs like a phrase on the common noun behind it, with nothing but names in between.

    Long names with slashes part so: "in [an online University] of Kent/Kent Tribune poll".
    """
    noun = first.head
    if first.tag_ not in {"NNP", "NNPS"} or noun.tag_ not in {"NN", "NNS"}:
        return False
    if noun.i - first.i > _LONGEST_NAME or not any(child.dep_ in _OPENING for child in first.lefts):
        return False
    between = first.doc[first.i + 1 : noun.i]
    return all(token.tag_ in _IN_NAMES or token.text in {"/", "of"} for token in between)


def _put_into_name(first: Token) -> None:
    """Make a name part of the noun that it names, which takes the words before the name."""
    noun = first.head
    for child in list(first.lefts):
        if child.dep_ in _OPENING:
            child.head = noun
    first.dep_ = "compound"


def _put_date_below(noun: Token) -> None:
    """Make a date part of the noun before it, not the noun part of the date: "in a poll Jan. 17-23"."""
    month = noun.head
    own = [child for child in month.lefts if child != noun and child.i < noun.i]
    noun.head, noun.dep_ = (noun, "ROOT") if month.head == month else (month.head, month.dep_)
    for child in own:
        child.head = noun
    month.head, month.dep_ = noun, "nmod:unmarked"


def _put_below_period(verb: Token) -> None:
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
        (child for child in verb.rights if child.dep_ in _CLAUSES and child.tag_.startswith("VB")), None
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


def _date_behind(verb: Token) -> list[Token]:
    """Give the words of the date right behind a verb."""
    words = []
    for token in verb.doc[verb.i + 1 : verb.i + 5]:
        if token.tag_ not in {"NNP", "CD"} or token.sent_start == 1:
            break
        words.append(token)
    return words
