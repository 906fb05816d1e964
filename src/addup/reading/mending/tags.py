"""Tags that a word cannot have where it stands in the parse, and signs of currency before their number."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.frames import words as frame_words
from addup.reading.grammar import NAME_TAGS, NOUN_TAGS, SUBJECTS
from addup.reading.mending.hanging import take_place
from addup.reading.mending.joined_verbs import (
    is_infinitive_before_number,
    is_infinitive_behind_to,
    is_joined_infinitive,
    is_joined_like_noun,
    is_lasting,
    is_participle_before_number,
    is_verb_before_number,
    join_participle,
    make_infinitive,
    make_joined_verb,
    make_lasting,
    make_participle_over,
    make_verb_of_joined,
    participle_before,
)
from addup.reading.mending.labels import CLAUSES, HELPING, NOMINAL
from addup.reading.mending.participles import (
    described,
    is_joined_participle,
    is_of_number,
    make_participle,
    opened_by,
    put_before,
    set_beside,
)
from addup.reading.mending.standings import is_of_runner, make_progressive
from addup.reading.mending.words import (
    BARE_STATES,
    BARE_VERBS,
    PAST_LIKE_NOUNS,
    RANKS,
    TELLING_LIKE_NOUNS,
    WRITTEN_SIGNS,
)

_BARE = BARE_STATES | BARE_VERBS
_HAVING = frozenset({"had", "has", "have", "having"})
_OF_SUMS = frozenset({"amod", "obj", "obl"})
_NOUN_PARTS = frozenset({"nummod", "det", "amod", "nmod:poss"})


def mend_tag(token: Token) -> None:
    """Mend the tag of a word that cannot be what it is tagged as, where it stands in the parse."""
    tag, relation = token.tag_, token.dep_
    if tag == "VBZ" and _is_noun_in_parse(token):
        _make_noun(token)
    elif token.lower_ in WRITTEN_SIGNS and token.i + 1 < len(token.doc) and token.nbor().tag_ == "CD":
        _make_sign(token)
    elif token.lower_ in _BARE and _is_told_of_number(token):
        _tell_of_number(token)
    elif relation in {"acl", "amod", "csubj"} and _mend_by_relation(token):
        return
    elif tag == "JJ" and _is_counted_people(token):
        token.tag_ = "NNPS"
    elif tag == "JJ" and (_is_officer(token) or _is_stuff(token)):
        token.tag_ = "NN"
    elif tag == "JJ" and (sign := _sum_before(token)) is not None:
        _put_over_sum(token, sign)
    elif tag == "RB" and any(child.dep_ == "det" for child in token.lefts):
        _make_noun_with_article(token)
    elif tag in {"VB", "VBP"} and relation in SUBJECTS and not list(token.children):
        token.tag_ = "NN"  # "without bonuses, [pay] rose"
    elif tag == "JJ" and is_joined_infinitive(token):
        token.tag_ = "VB"
    elif tag in {"JJ", "RB"}:
        _make_verb(token)
    else:
        _mend_noun(token)


def is_of_models(word: str) -> bool:
    """Whether a word is several machines of one model ("MiG-29s", "787s"), not the years of a decade."""
    return _MODELS.fullmatch(word) is not None and _DECADE.fullmatch(word) is None


# "A320s", "F-16s", "787s", "M1A1s", "747-400s"
_MODELS = re.compile(r"(?:[A-Z][A-Za-z]{0,3}-?\d{1,4}|\d{3,4})(?:[A-Z]\d?|-\d{3})?s")
_DECADE = re.compile(r"(?:\d\d)?\d0s")


def _mend_by_relation(token: Token) -> bool:
    """Mend a word by what it is to another in the parse; give whether it was mended."""
    if token.dep_ == "acl" and _stands_as_noun(token):
        token.tag_, token.dep_ = "NNS", "nmod"
    elif token.dep_ == "acl" and is_of_number(token):
        token.head = token.nbor(-1)
    elif token.dep_ == "csubj" and (noun := described(token)) is not None:
        put_before(token, noun)
    elif token.dep_ == "csubj" and _is_within(token):
        token.tag_, token.dep_ = "NN", "obl"
    elif token.dep_ == "csubj" and _opens_with_noun(token):
        token.tag_, token.dep_ = "NN", "nsubj"
    else:
        return token.dep_ == "amod" and _mend_adjective(token)
    return True


def _mend_adjective(token: Token) -> bool:
    """Mend what is no adjective of the noun behind it; give whether it was mended."""
    if (subject := opened_by(token)) is not None:
        set_beside(token, subject)
    elif is_verb_before_number(token):
        make_joined_verb(token, "VBD")
    elif (before := participle_before(token)) is not None:
        join_participle(token, before)
    elif is_infinitive_before_number(token):
        make_joined_verb(token, "VB")
    elif is_infinitive_behind_to(token):
        make_infinitive(token)
    elif is_participle_before_number(token):
        make_participle_over(token)
    elif is_lasting(token):
        make_lasting(token)
    else:
        return False
    return True


def _mend_noun(token: Token) -> None:
    """Mend the tag of a noun, a name or a number."""
    if token.tag_ == "CD":
        token.tag_ = "NNP"  # "18 A330-[200s]"
    elif token.lower_ in TELLING_LIKE_NOUNS and _tells_clause(token):
        _make_telling(token)
    elif token.tag_ in NAME_TAGS:
        if token.is_sent_start and _names_people(token):
            token.tag_ = "NNS"
    elif token.tag_ == "NN" and is_joined_like_noun(token):
        make_verb_of_joined(token)
    elif token.tag_ == "NN" and is_joined_participle(token):
        make_participle(token)
    elif token.tag_ == "NN" and token.lower_ == "polling" and is_of_runner(token):
        make_progressive(token)
    elif token.tag_ == "NN" and token.lower_ == "apiece":
        _make_adverb(token)
    elif token.tag_ == "NN" and _is_within_name(token):
        token.tag_ = "NNP"
    elif token.tag_ == "NN":
        _make_verb(token)  # "that analysts had [forecast]"


def _tells_clause(token: Token) -> bool:
    """Whether a word has what only a verb has, a clause that is told: "it [forecast] that prices rise"."""
    clauses = (child for child in token.rights if child.dep_ == "ccomp")
    told = any(grammar.has_child(clause, {"that"}, "mark") for clause in clauses)
    if token.head == token and grammar.children(token, "nsubj") and not grammar.children(token, "cop"):
        return True  # "the bank [forecast] sales of $4"
    return told and (token.head == token or token.dep_ == "conj")


def _make_telling(token: Token) -> None:
    """Make a verb of such a word, with the noun right before it for its subject if it has none."""
    token.tag_ = "VBZ" if token.lower_.endswith("s") else "VBD"
    behind = token.nbor() if token.i + 1 < len(token.doc) else token
    if behind != token and behind.dep_ == "ROOT" and behind.tag_ in NOUN_TAGS:
        behind.head, behind.dep_ = token, "obj"
    own = [child for child in token.lefts if child.dep_ in {"compound", "nsubj"}]
    if not own or any(child.dep_ == "nsubj" for child in own):
        return
    own[-1].dep_ = "nsubj"
    for child in list(token.lefts):
        if child.i < own[-1].i and child.dep_ in _NOUN_PARTS | {"compound"}:
            child.head = own[-1]


def _is_told_of_number(token: Token) -> bool:
    """Whether a word that no number can be of stands behind one as its noun: "[22] die at sea"."""
    number = token.nbor(-1) if token.i > token.sent.start else token
    of_number = number.tag_ == "CD" and number.head == token and number.dep_ == "nummod"
    return of_number and not (token.tag_ == "NN" and number.lower_ in {"1", "one"})


def _tell_of_number(token: Token) -> None:
    """Make a verb of such a word with the number for its subject, or a participle behind the number."""
    number = token.nbor(-1)
    if token.lower_ in BARE_STATES:
        take_place(number, token)
        token.head, token.dep_, token.tag_ = number, "acl", "VBN"
        return
    token.tag_, number.dep_ = "VBP", "nsubj"
    for opening in token.lefts:
        if opening.dep_ == "case":
            opening.dep_, token.dep_ = "mark", "advcl"
    if token.dep_ not in CLAUSES | {"ROOT"}:
        token.dep_ = "parataxis"


def _is_within_name(token: Token) -> bool:
    """Whether a noun goes on with a name: "the Big [Board]"."""
    return token.is_title and token.i > token.sent.start and token.nbor(-1).tag_ == "NNP"


def _is_noun_in_parse(token: Token) -> bool:
    """Whether the parse has a plural noun where the tagger has a verb ("took two [suspects] into")."""
    if token.dep_ in SUBJECTS and token.is_sent_start:
        return True  # "[Yields] averaged five tonnes"
    return token.dep_ in NOMINAL and any(child.dep_ in _NOUN_PARTS for child in token.lefts)


def _is_counted_people(token: Token) -> bool:
    """Whether an adjective of a nation has a number of its own: "five [Chinese] and three Britons"."""
    if not token.is_title or token.i == token.sent.start:
        return False
    before = token.nbor(-1)
    return before.tag_ == "CD" and before.head == token and before.dep_ == "nummod"


def _is_officer(token: Token) -> bool:
    """Whether a rank that is an adjective, too, stands as a noun: "the [general] said", not "the poor"."""
    named = token.lower_ in RANKS and token.dep_ in NOMINAL and token.i + 1 < len(token.doc)
    return named and any(child.dep_ == "det" for child in token.lefts) and token.nbor().dep_ != "flat"


def _is_stuff(token: Token) -> bool:
    """Whether an adjective stands alone where only a noun can: "400 tonnes of [flour]", "[Crude] rose"."""
    if token.is_sent_start and token.dep_ in SUBJECTS:
        return not any(True for _ in token.children)
    if token.dep_ != "nmod" or token.is_sent_start:
        return False
    before = token.nbor(-1)
    return before.lower_ == "of" and before.head == token and before.dep_ == "case"


def _sum_before(token: Token) -> Token | None:
    """Give the sign of the sum before an adjective that stands where its noun must: "a $6 million [fine]"."""
    sign = token
    while sign.i > sign.sent.start and sign.nbor(-1).tag_ in {"CD", "$"} and sign.tag_ != "$":
        sign = sign.nbor(-1)
    if sign.tag_ != "$" or sign.i == sign.sent.start or sign.nbor(-1).tag_ not in {"DT", "PRP$"}:
        return None
    if token.i + 1 < token.sent.end and token.nbor().tag_ in NOUN_TAGS | {"HYPH", "JJ", "VBG"}:
        return None  # "a $6 million high fence"
    return sign if token.dep_ in _OF_SUMS else None


def _put_over_sum(noun: Token, sign: Token) -> None:
    """Make the noun of a sum one, with the sum before it."""
    noun.tag_ = "NN"
    if noun.head == sign:
        take_place(noun, sign)
        noun.dep_ = noun.dep_ if noun.dep_ != "amod" else "obj"
    sign.head, sign.dep_ = noun, "compound"


def _make_noun(token: Token) -> None:
    """Tag a noun as one, and give what only a verb can have to the verb above it ("into custody")."""
    token.tag_ = "NNS"
    for child in list(token.rights):
        if child.dep_ == "obl":
            child.head = token.head


def _make_adverb(token: Token) -> None:
    """Make an adverb of a word that is never a noun, and give what hangs there to the verb."""
    token.tag_, token.dep_ = "RB", "advmod"
    for child in list(token.rights):
        child.head, child.dep_ = token.head, "obl"


def _make_noun_with_article(token: Token) -> None:
    """Tag as a noun what has an article, and make it the subject that its verb lacks: "each [right] lets"."""
    token.tag_ = "NN"
    lacks = not any(child.dep_ in SUBJECTS and child.i < token.head.i for child in token.head.children)
    if token.dep_ == "advmod" and token.i < token.head.i and lacks:
        token.dep_ = "nsubj"


def _make_verb(token: Token) -> None:
    """Tag as a verb what has an auxiliary or an object in the parse ("44 percent would [back] him")."""
    helping = {child.dep_: child.tag_ for child in token.lefts if child.dep_ in HELPING}
    if "cop" in helping and token.tag_ == "NN":
        return  # "had been the firm's general [manager]"
    if "aux:pass" in helping or any(child.dep_ == "aux" and child.lower_ in _HAVING for child in token.lefts):
        token.tag_ = "VBN"
    elif helping.get("aux") in {"MD", "TO"}:
        token.tag_ = "VB"
    elif token.lower_.endswith("ed") and _acts(token):
        token.tag_ = "VBD"
    elif token.tag_ == "NN" and any(child.dep_ == "nsubj" and child.tag_ == "NNS" for child in token.lefts):
        _make_finite(token)


def _make_finite(noun: Token) -> None:
    """Tag as a verb what has a plural for its subject: "40 people a day [die]", "tickets [cost] $40"."""
    if noun.lower_ in BARE_VERBS:
        noun.tag_ = "VBP"
    elif noun.lower_ in PAST_LIKE_NOUNS and any(child.dep_ == "obj" for child in noun.rights):
        noun.tag_ = "VBD"


def _acts(token: Token) -> bool:
    """Whether a word has an object, or a subject without a form of "be" ("net [advanced] to $2 million")."""
    if any(child.dep_ == "obj" for child in token.rights):
        return True
    own = {child.dep_ for child in token.children}
    is_main = token.tag_ == "JJ" and token.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}
    return is_main and "nsubj" in own and not own & {"cop", "aux", "aux:pass"}


def _is_within(gerund: Token) -> bool:
    """Whether a gerund only says in what: "in late New York [trading] the dollar rose"."""
    return any(
        child.dep_ in {"compound", "obl"} and grammar.preposition(child) == "in" for child in gerund.lefts
    )


def _opens_with_noun(first: Token) -> bool:
    """Whether a bare verb that no sentence begins with is a noun: "[Yield] on the issue was 7 percent"."""
    bare = bool(first.is_sent_start) and first.tag_ == "VB" and first.i + 1 < len(first.doc)
    return bare and first.nbor().tag_ == "IN" and not any(child.dep_ == "obj" for child in first.rights)


def _stands_as_noun(token: Token) -> bool:
    """Whether a participle behind "of" stands for those whom it happened to: "the number of [wounded]"."""
    states = token.tag_ in {"JJ", "VBN"} and token.lower_ in frame_words("people", "adjectives")
    return states and any(child.dep_ == "case" and child.lower_ == "of" for child in token.lefts)


def _names_people(first: Token) -> bool:
    """Whether the capital at the start of a sentence hides a common noun: "[Members] voted for it"."""
    singular = first.lower_.removesuffix("s")
    return singular != first.lower_ and singular in frame_words("people", "nouns")


def _make_sign(unit: Token) -> None:
    """Make a currency before its number a noun ("fell to [dlrs] 14 billion"); taggers know it behind only."""
    if not unit.tag_.startswith("VB"):
        return
    unit.tag_ = "NNS"
    if unit.dep_ in CLAUSES | {"acl"}:
        unit.dep_ = "obl"
    for child in unit.lefts:
        if child.dep_ == "mark":
            child.tag_, child.dep_ = "IN", "case"
