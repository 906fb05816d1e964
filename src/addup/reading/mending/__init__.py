"""Where tags and parse contradict each other, or the parse contradicts grammar: which of them to believe.

The tagger and the parser decide word by word and know little of each other. What is mended here cannot be
right as it stands, whatever the sentence says. Words are mended first (`tags`), then what hangs wrongly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from spacy.attrs import DEP, HEAD, LOWER, TAG
from spacy.tokens import Doc, Span, Token

from addup.reading.frames import words as frame_words
from addup.reading.grammar import FINITE, NAME_TAGS, NOUN_TAGS, SUBJECTS
from addup.reading.mending.amounts import (
    JOINING,
    is_doubted,
    mend_amount,
    put_adjective_before,
    size_extreme,
    tell_before,
)
from addup.reading.mending.answers import SHARES, tell_answer, tell_people
from addup.reading.mending.coordination import find_number, free_number, join_like_amount, part_predicates
from addup.reading.mending.degrees import is_degree, mend_degree, own_share
from addup.reading.mending.foreseen import part_foreseen, tell_guess
from addup.reading.mending.guard import Take, mend_without_circles
from addup.reading.mending.inserted import part_inserted
from addup.reading.mending.labels import NOMINAL
from addup.reading.mending.openings import part_place
from addup.reading.mending.participles import (
    PERCENT,
    make_subject,
    name_those_so,
    put_before_counted,
    put_below_asked,
    put_below_period,
    put_below_set_off,
    put_over_share,
)
from addup.reading.mending.phrases import (
    TRACKING,
    explain_object,
    join_amount,
    join_guess,
    join_name,
    join_object,
    join_poll_name,
    join_time,
    mend_name,
    mend_phrase,
    name_with_particle,
    put_seat_below,
)
from addup.reading.mending.predicates import account_for, find_verb, make_compound_finite, tell_average
from addup.reading.mending.relatives import (
    hang_on_clause_before,
    hang_where_on_noun,
    leave_fronted,
    leave_relative,
    open_relative,
    put_finite_on_top,
)
from addup.reading.mending.reports import (
    SHOWING,
    find_show,
    find_teller,
    hang_on_thing,
    insert_report,
    mend_that,
    put_report_on_top,
    show_that,
    swap_speaker,
    tell_clause,
    tell_like_plural,
)
from addup.reading.mending.roots import (
    OPENING_SIDE,
    TIMES,
    make_root_finite,
    part_from_credit,
    put_main_clause_on_top,
    tell_behind_time,
    tell_move,
    tell_moved,
    tell_of_some,
    tell_plan,
    tell_verb,
)
from addup.reading.mending.standings import part_from_rival
from addup.reading.mending.subjects import (
    find_marked_subject,
    find_subject,
    mend_subject,
    part_from_opening,
    part_from_source,
    put_be_on_top,
)
from addup.reading.mending.tags import is_of_models, mend_tag
from addup.reading.mending.verbs import make_passive, mend_verb, share_modal
from addup.reading.mending.weekdays import NAMED_DAYS, part_from_day
from addup.reading.mending.words import (
    ANSWERING,
    ANSWERING_BARE,
    ANSWERING_OF_ONE,
    ASKED,
    BARE_STATES,
    BARE_VERBS,
    FORECASTERS,
    FORESEEN,
    GUESSED,
    LIKE_ADJECTIVES,
    LIKE_AMOUNTS,
    MOVED_LIKE_VERBS,
    MOVING,
    PAST_LIKE_NOUNS,
    RANKS,
    SAID,
    TELLING_LIKE_NOUNS,
    TELLING_LIKE_PLURALS,
    THOUGHT,
    WRITTEN_SIGNS,
)
from addup.reading.parsed import keep_sentences, let_go
from addup.reading.text import Changing, spots, strings_of

__all__ = ["mend"]

Step: TypeAlias = Callable[[Span], None]

# Tags and relations that a word may have wrongly, as the rest of the parse shows; some only with an ending.
_DOUBTED_ENDINGS = {"JJ": "ed", "RB": "ed"}
_LIKE_VERBS, _AUXILIARIES = frozenset({"JJ", "NN", "RB"}), frozenset({"aux", "aux:pass"})
_LIKE_PARTICIPLES = frozenset({"operating", "realized"})
# Tags that are doubted behind another.
_DOUBTED_BEHIND = {"JJ": "CD", "NN": "NNP", "RB": "DT"}
_DOUBTED_TAGS = frozenset({"CD", "VBZ", *NAME_TAGS, *_DOUBTED_ENDINGS, *_DOUBTED_BEHIND})
_ADJECTIVES, _LIKE_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"}), LIKE_ADJECTIVES | {"last"}
_DEGREES = frozenset({"JJ", "JJR"})
_LIKE_NOUNS = frozenset({"JJ", "VB", "VBP"})
_ANSWERING = ANSWERING | ANSWERING_BARE | ANSWERING_OF_ONE
_ANSWERS, _LIKE_ANSWERS = SHARES | _ANSWERING, frozenset({"IN", "NN", "NNS", "RB"})
_OPENINGS = frozenset({"which", "whom", "show", "shows"})
_OF_NOUNS = SUBJECTS | {"nmod"}
_DOUBTED_WORDS = WRITTEN_SIGNS | RANKS | BARE_VERBS | BARE_STATES | TELLING_LIKE_NOUNS | {"apiece"}
_DOUBTED_RELATIONS = frozenset({"acl", "amod", "csubj"})
# A word with another tag, relation and form than these is none to mend.
_LOOKED_AT_TAGS = _DOUBTED_TAGS | _LIKE_VERBS | _LIKE_NOUNS | _DEGREES
_PARTICLES = frozenset({"by", "on", "up"})  # "passers-by", "hangers-on", "runners-up"
_LOOKED_AT_WORDS = _DOUBTED_WORDS | LIKE_ADJECTIVES | JOINING | FORESEEN | _PARTICLES | {"holding"}
_DOUBTED_JOINTS = frozenset(
    {
        "acl:relcl", "advcl", "ccomp", "conj", "dep", "fixed", "nsubj:outer", "obj", "obl:unmarked",
        "parataxis", "xcomp",
    }
)  # fmt: skip
_DOUBTED_BEHIND_BRACKETS = frozenset({"appos", "obj", "obl"})
_FULL = FINITE | {"VBN"}
_JOINED, _LIKE_JOINED = NOUN_TAGS | {"CD"}, frozenset({"advcl", "conj", "dep", "obj"})
_JOINED_CLAUSES = frozenset({"conj", "dep", "parataxis"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_NAMING = NOMINAL | {"compound"}
_PARTICIPLES = frozenset({"VBG", "VBN"})
_LIKE_PREDICATES = ASKED | FORESEEN | GUESSED | SAID | THOUGHT | {"ended", "ending", "poll", "said", "survey"}
_PERIODS = frozenset(
    {"half", "month", "months", "period", "quarter", "quarters", "week", "weeks", "year", "years"}
)

# What is mended last, sentence by sentence: what hangs below the wrong word, then what stands on top.
_FIRST: tuple[Step, ...] = (tell_like_plural, tell_guess, tell_moved, part_from_credit)
_BELOW_ROOT: tuple[Step, ...] = (
    account_for, tell_average, make_root_finite, find_show, part_from_source, part_from_opening, part_place,
    put_main_clause_on_top, tell_behind_time, tell_move,
)  # fmt: skip
_ON_TOP: tuple[Step, ...] = (tell_verb, tell_plan, put_report_on_top, swap_speaker, part_predicates)
# Those of them that a sentence needs only if it has one of some words.
_ASKING: dict[Step, frozenset[str]] = {
    tell_like_plural: TELLING_LIKE_PLURALS,
    tell_guess: FORECASTERS,
    account_for: frozenset({"accounts"}),
    tell_average: LIKE_AMOUNTS,
    tell_moved: MOVED_LIKE_VERBS,
    part_from_credit: frozenset({":"}),
    find_show: SHOWING,
    part_from_source: frozenset({"according"}),
    put_main_clause_on_top: OPENING_SIDE,
    tell_behind_time: TIMES,
    tell_move: MOVING,
}
_BY_WORD: dict[str, tuple[Step, ...]] = {
    word: tuple(step for step, asked in _ASKING.items() if word in asked)
    for word in frozenset().union(*_ASKING.values())
}


def mend(doc: Doc) -> None:
    """Mend tags and parse in place; no step that would hang words on each other in a circle is made."""
    mend_without_circles(doc, _mend)


def _mend(doc: Doc, take: Take) -> None:
    """Take the steps of the mending.

    Most words cannot need any of it by their tag or relation, which lists tell faster than tokens do. No step
    gives a word behind the tag or relation for which the same step would look at it.
    """
    keep_sentences(doc)
    words, tagged, relations = strings_of(doc, LOWER), Changing(doc, TAG), Changing(doc, DEP)
    tags = tagged.now()
    for place in spots(doc, LOWER, NAMED_DAYS):
        take(part_from_day, doc[place])
    _mend_words(doc, take, words, tags, relations.now())
    for place in spots(doc, LOWER, _ANSWERS):
        word = words[place]
        if word in SHARES and tags[place]:
            take(tell_answer, doc, place, words, tags)
            if place + 1 < len(words) and words[place + 1] == "to":
                take(part_from_rival, doc[place])
        elif word in _ANSWERING and place and tags[place] in _LIKE_ANSWERS:
            take(tell_people, doc[place])
    for place, tag in enumerate(tags[:-1]):
        if tag == "MD" or words[place] in _LIKE_PARTICIPLES:
            take(mend_verb, doc[place])
    _mend_relations(doc, take, words, tags, relations.now())
    tags = tagged.now()
    for place, relation in enumerate(relations.now()):
        named = tags[place] in NAME_TAGS or (tags[place] == "NN" and relation == "compound")
        if named and relation in _NAMING and doc[place].dep_ in _NAMING:
            take(mend_name, doc[place])
    _mend_participles(doc, take, words, tags)
    _mend_openings(doc, take, words)
    for place, tag in enumerate(tags):
        if tag == "VBG" and doc[place].dep_ in _CLAUSES:
            take(put_finite_on_top, doc[place])
        elif tag == "JJS" or words[place] == "record":
            take(size_extreme, doc[place])
    _mend_sentences(doc, take, tags, relations.now())
    let_go(doc)


def _mend_sentences(doc: Doc, take: Take, tags: Sequence[str], hung: Sequence[str]) -> None:
    """Mend what takes a sentence as a whole to tell."""
    needed = _needed_by_words(doc)
    for sentence in doc.sents:
        needless = _ASKING.keys() - needed[sentence.start]
        for step in _FIRST:
            if step not in needless:
                take(step, sentence)
        take(find_verb, doc, tags, sentence)
        for step in _BELOW_ROOT:
            if step not in needless:
                take(step, sentence)
        if "acl" in hung[sentence.start : sentence.end]:
            take(tell_of_some, sentence, hung)
        for step in _ON_TOP:
            take(step, sentence)


def _needed_by_words(doc: Doc) -> defaultdict[int, set[Step]]:
    """Give the steps that sentences need for their words, by the first tokens of the sentences."""
    needed: defaultdict[int, set[Step]] = defaultdict(set)
    words = strings_of(doc, LOWER)
    for place in spots(doc, LOWER, _BY_WORD.keys()):
        needed[doc[place].sent.start].update(_BY_WORD[words[place]])
    return needed


def _mend_openings(doc: Doc, take: Take, words: Sequence[str]) -> None:
    """Mend what opens a clause with "of which", "show that", and those who are "the number of missing"."""
    for place in spots(doc, LOWER, frame_words("people", "adjectives")):
        if "of" in words[max(0, place - 3) : place]:
            take(name_those_so, doc[place])
    for place in spots(doc, LOWER, _OPENINGS):
        if words[place] in {"which", "whom"} and words[place - 1] == "of":
            take(hang_on_clause_before, doc[place])
        elif words[place] in {"show", "shows"} and words[place + 1 : place + 2] == ["that"]:
            take(show_that, doc[place])


def _mend_words(
    doc: Doc, take: Take, words: Sequence[str], tags: Sequence[str], relations: Sequence[str]
) -> None:
    """Mend tags, and what hangs apart in amounts."""
    helped, models = _helped(doc, relations), set(filter(_may_be_models, set(words)))
    looked_at = _LOOKED_AT_WORDS | models
    for place, (word, tag, relation) in enumerate(zip(words, tags, relations, strict=True)):
        if tag not in _LOOKED_AT_TAGS and relation not in _DOUBTED_RELATIONS and word not in looked_at:
            continue
        if (
            word in _DOUBTED_WORDS
            or (relation in _DOUBTED_RELATIONS and not _is_plain_adjective(word, tag, relation))
            or (relation == "conj" and (word in LIKE_ADJECTIVES or tag == "NN"))
            or (place in helped and tag in _LIKE_VERBS)
            or (tag in _LIKE_NOUNS and relation in _OF_NOUNS)
            or (tag in _DOUBTED_TAGS and _is_doubted_tag(place, words, tags, relation))
        ):
            take(mend_tag, doc[place])
        if word in models and is_of_models(doc[place].text):
            doc[place].tag_ = "NNPS"
        if (tag == "NN" or word in JOINING) and is_doubted(place, words, tags):
            take(mend_amount, doc, place, words, tags)
        elif word in FORESEEN:
            take(part_foreseen, doc[place])
        elif word in _PARTICLES and place > 1 and words[place - 1] == "-" and tags[place - 2] == "NNS":
            take(name_with_particle, doc[place])
        elif tag in _DEGREES and place and is_degree(words[place - 1], tag):
            take(mend_degree, doc[place])
        elif word == "holding" and relation == "acl":
            take(own_share, doc[place])


def _may_be_models(word: str) -> bool:
    """Whether a word may be several machines of one model ("787s")."""
    return word[-1] == "s" and word[-2:-1].isdigit()


def _is_plain_adjective(word: str, tag: str, relation: str) -> bool:
    """Whether a word before its noun is an adjective, and can be no verb by its form."""
    plain = relation == "amod" and tag in _ADJECTIVES
    return plain and not word.endswith(("ed", "ing")) and word not in _LIKE_ADJECTIVES


def _is_doubted_tag(place: int, words: Sequence[str], tags: Sequence[str], relation: str) -> bool:
    """Whether a word may have its tag wrongly by its form or relation, or by what stands before it."""
    word, tag = words[place], tags[place]
    if tag == "VBZ":
        return relation in NOMINAL
    if tag in NAME_TAGS:
        return word[-1] == "s" and word[:-1] in frame_words("people", "nouns")
    if tag == "CD":
        return words[place - 1] == "-" and word[:-1].isdigit() and word[-1] == "s"
    if word.endswith(_DOUBTED_ENDINGS.get(tag, ())) or tags[place - 1] == _DOUBTED_BEHIND.get(tag):
        return True
    return tag == "NN" and (word == "polling" or word in PAST_LIKE_NOUNS)


def _mend_relations(
    doc: Doc, take: Take, words: Sequence[str], tags: Sequence[str], relations: Sequence[str]
) -> None:
    """Mend subjects, objects and clauses."""
    for place, relation in enumerate(relations):
        behind_bracket = relation in _DOUBTED_BEHIND_BRACKETS and words[place - 1] == ")"
        if behind_bracket or words[place] == "that" or relation in _OF_NOUNS:
            _mend_relation(doc[place], take)
        elif relation in _DOUBTED_JOINTS:
            _mend_joint(doc[place], take, tags[place], relation)


def _mend_joint(token: Token, take: Take, tag: str, relation: str) -> None:
    """Mend an object or a clause."""
    if relation == "ccomp" and token.tag_ in _FULL:
        take(find_number, token)
        take(find_subject, token)
        take(hang_on_thing, token)
    elif relation in _LIKE_JOINED and tag in _JOINED:
        _mend_noun(token, take)
    elif relation == "obl:unmarked":
        take(join_time, token)
    elif relation == "fixed" and tag == "CD":
        take(free_number, token)
    elif relation in {"acl:relcl", "advcl"} and tag in FINITE:
        _mend_clause(token, take)
    elif relation == "parataxis" and tag.startswith("NN"):
        take(find_teller, token)
    elif relation == "xcomp" and tag in FINITE:
        take(leave_relative, token)
    elif relation == "nsubj:outer":
        take(put_be_on_top, token)
    elif relation in _JOINED_CLAUSES and tag in _FULL:
        if tag == "VBD":
            take(share_modal, token)
        take(find_number, token)


def _mend_noun(noun: Token, take: Take) -> None:
    """Mend a noun that is joined to another, or that seems one object more."""
    relation = noun.dep_
    if relation == "conj":
        take(join_name if noun.tag_ in NAME_TAGS else join_amount, noun)
        take(join_like_amount, noun)
    elif relation == "obj":
        take(explain_object, noun)
    if relation == "dep" and noun.tag_ in {"NN", "NNS"}:
        take(join_object, noun)
    elif relation != "conj" and noun.lower_ in GUESSED and noun.tag_ in {"NN", "NNS"}:
        take(join_guess, noun)


def _mend_clause(verb: Token, take: Take) -> None:
    """Mend a clause that hangs on another, or on a noun."""
    if verb.dep_ == "advcl":
        take(find_marked_subject, verb)
        take(hang_where_on_noun, verb)
    else:
        take(leave_fronted, verb)


def _mend_participles(doc: Doc, take: Take, words: Sequence[str], tags: Sequence[str]) -> None:
    """Mend participles behind their noun, which the parser takes for the verb of the clause."""
    doubted = [
        place
        for place, (tag, word) in enumerate(zip(tags[1:-1], words[1:-1], strict=True), 1)
        if tag in _PARTICIPLES or word in _LIKE_PREDICATES or word.endswith("based")
    ]
    for place in doubted:
        word = words[place]
        if word in {"ended", "ending"} and words[place - 1] in _PERIODS:
            take(put_below_period, doc[place])
        elif tags[place] == "VBG" and tags[place + 1] in {"VBD", "VBN", "VBZ"}:
            take(make_subject, doc[place])
        elif tags[place] == "VBN" and any(child.dep_ == "det" for child in doc[place].lefts):
            take(put_adjective_before, doc[place])
        elif tags[place] == "VBN" and (tags[place - 1] == "CD" or words[place - 1] in PERCENT):
            take(put_before_counted if tags[place - 1] == "CD" else put_over_share, doc[place])
        elif word in {"poll", "survey"} and not {"/", TRACKING}.isdisjoint(words[max(0, place - 12) : place]):
            take(join_poll_name, doc[place])
        elif word.endswith("based"):
            take(put_seat_below, doc[place])
        elif word in SAID and tags[place] in {"VBD", "VBN"} and doc[place].dep_ in _CLAUSES | {"advcl"}:
            take(tell_before, doc[place])
        elif word in FORESEEN and words[place - 1] == "," and doc[place].dep_ in {"advcl", "ccomp"}:
            take(put_below_set_off, doc[place])
        elif word == "said" and tags[place] == "VBN" and doc[place].dep_ == "acl":
            take(insert_report, doc[place])
        elif word in THOUGHT or word in GUESSED:
            take(make_passive, doc[place])
        elif word in ASKED and tags[place] in {"VBD", "VBN"}:
            take(put_below_asked, doc[place])


def _helped(doc: Doc, relations: Sequence[str]) -> set[int]:
    """Give the words that have an auxiliary."""
    steps: list[int] = doc.to_array([HEAD]).astype(np.int64).tolist()
    return {place + steps[place] for place, relation in enumerate(relations) if relation in _AUXILIARIES}


def _mend_relation(token: Token, take: Take) -> None:
    """Mend a subject, a noun that stands behind the name it carries, or a "that" in an object's place."""
    relation = token.dep_
    if relation in SUBJECTS:
        if not take(make_compound_finite, token) and not take(part_inserted, token):
            take(mend_subject, token)
    elif relation == "obj" and token.lower_ == "that":
        take(mend_that, token)
    elif relation == "mark":
        take(tell_clause, token)
    elif relation == "nmod" and token.lower_ == "which":
        take(open_relative, token)
    elif relation in {"appos", "nmod", "obj", "obl"}:
        take(mend_phrase, token)
