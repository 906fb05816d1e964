"""Verbs of those asked in a poll, which the tagger and the parser take for nouns behind their share.

"Thirty percent [view] Orr favorably", "35 percent of men [back] the plan", "40 percent [like] him": no noun
with a number before it and without an article has an object behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from addup.reading.frames import words as frame_words
from addup.reading.grammar import FINITE, NOUN_TAGS, SUBJECTS
from addup.reading.mending.hanging import put_on_top, take_place
from addup.reading.mending.labels import NOMINAL
from addup.reading.mending.words import ANSWERING, ANSWERING_BARE, ANSWERING_OF_ONE, LIKE_MEASURES, PERIODS
from addup.reading.text import DASHES

SHARES = frozenset({"%", "half", "percent", "quarters", "third", "thirds"})
"""What a share is written with, behind its number."""
_NUMBER = frozenset({"CD", "HYPH"})
_HEDGES = frozenset({"DT", "IN", "JJR", "JJS", "RB", "RBR"})
_NO_ARTICLES = frozenset({"a", "an", "the", "this", "that"})
_OPENERS = DASHES | {
    ",", ";", ":", '"', "“", "although", "and", "because", "but", "that", "though", "when", "where",
    "whereas", "while", "whom",
}  # fmt: skip
_GROUP = NOUN_TAGS | {"CD", "DT", "HYPH", "JJ", "JJR", "PRP$", "VBN"}
_PLURAL = frozenset({"NNS", "NNPS"})
_OBJECT = frozenset({"DT", "NNP", "NNPS", "PRP", "PRP$"})
_MEANS_TO = frozenset({"plan", "want"})
_THINGS = _OBJECT | {"JJ", "NN", "NNS"}
_BEFORE_NOUN = frozenset({"advmod", "amod", "case", "compound", "nummod"})
_BESIDE = frozenset({"advmod", "amod", "compound"})
_LOOSE = frozenset({"conj", "nmod", "parataxis", "punct"})
_HEDGE_WORDS = 4  # words before a number that say how exact it is
# What stands behind those that have no object: "3.4 per cent [suffer] from hunger".
_LEADS_ON = {"depend": "on", "rely": "on", "suffer": "from"}


def tell_answer(doc: Doc, place: int, words: Sequence[str], tags: Sequence[str]) -> None:
    """Give a share of people the verb right behind it, and the verb its share for a subject."""
    share = doc[place]
    first = _opening(place, words, tags)
    if first is None or first < share.sent.start:
        return
    at = _behind_group(place, words, tags, share.sent.end)
    if at is None or at >= share.sent.end - 1:
        return
    verb = doc[at]
    if verb.tag_ in FINITE and verb.dep_ not in _BESIDE:
        _take_subject(share, verb)
    elif verb.tag_ in FINITE or _is_answer(verb):
        _make_answer(share, verb, first)


def tell_people(word: Token) -> None:
    """Make a verb of such a word behind a number or, if it is "back", a plural, with its object behind.

    "Nurses [back] the plan", "60 of the nurses [back] it and only 19 [support] Orr".
    """
    people = word.nbor(-1)
    some = _some_of_ten(word)
    if some is not None:
        _tell_some_of_ten(some, word)
        return
    if people.tag_ == "CD" and _opening(people.i + 1, *_tagged(word)) is not None:
        told = people.head == word or word.head == people
    else:
        plural = people.tag_ in _PLURAL or people.lower_ in {"men", "women"}
        told = plural and word.lower_ == "back" and (word.dep_ == "advmod" or people.head == word)
        above = people.head
        if people.dep_ == "nmod" and above.tag_ == "CD" and above.i + 1 == people.left_edge.i:
            people = above  # "60 of the nurses"
        told = told and (
            word in {people.head, word.head} or word.head in {people, word.nbor(-1)} or people.dep_ == "ccomp"
        )
    if told and word.i + 2 < word.sent.end and _is_answer(word):
        people.tag_ = "NNS" if people.tag_ == "NN" else people.tag_  # "Men"
        _make_answer(people, word, people.left_edge.i)


def _some_of_ten(word: Token) -> Token | None:
    """Give the first number of so many of so many right before a word: "[seven] in ten back it"."""
    ten = word.nbor(-1)
    at = ten.i - 1
    if ten.tag_ != "CD" or at <= word.sent.start or word.doc[at].lower_ not in {"in", "of"}:
        return None
    at -= 1 if word.doc[at].lower_ == "in" else 2
    out_of = word.doc[at + 1].lower_ in {"in", "out"}
    some = word.doc[at]
    return some if out_of and at >= word.sent.start and some.tag_ == "CD" else None


def _tell_some_of_ten(some: Token, word: Token) -> None:
    """Make a verb of a word behind so many of so many: "one in ten [trusts] her", "six in ten [think] so"."""
    of_one = word.lower_ in ANSWERING_OF_ONE and some.lower_ in {"1", "one"}
    first = _opening(some.i + 1, *_tagged(word))
    goes_on = word.i + 2 < word.sent.end
    if first is None or not goes_on or not (_is_answer(word) or (of_one and word.nbor().tag_ in _THINGS)):
        return
    ten = word.nbor(-1)
    for part in word.doc[some.i + 1 : ten.i]:
        part.head, part.dep_ = ten, "case"
    ten.head, ten.dep_ = some, "nmod"
    _make_answer(some, word, first)
    word.tag_ = "VBZ" if of_one else "VBP"


def _tagged(word: Token) -> tuple[list[str], list[str]]:
    """Give the words and tags up to a word, of its sentence and the end of that before it."""
    known = word.doc[: word.i]
    return [token.lower_ for token in known], [token.tag_ for token in known]


def _opening(place: int, words: Sequence[str], tags: Sequence[str]) -> int | None:
    """Give where the number of a share opens a clause, hedges and all; None where it does not."""
    first = place
    while first > 0 and (tags[first - 1] in _NUMBER or words[first - 1] == "-"):
        first -= 1
    if first == place and words[place - 1] == "a" and words[place] == "third":
        first = place - 1
    if first == place and words[place] != "half":
        return None
    for start in range(first, max(-1, first - _HEDGE_WORDS), -1):
        before = words[start - 1] if start else "."
        if before in _OPENERS or before in {".", "?", "!", "\n\n"} or _is_report(before):
            return start
        if tags[start - 1] not in _HEDGES or before in _NO_ARTICLES:
            return None
    return None


def _is_report(word: str) -> bool:
    return word in {"found", "finds", "said", "say", "says", "showed", "shows"}


def _behind_group(place: int, words: Sequence[str], tags: Sequence[str], end: int) -> int | None:
    """Give the place behind a share, the group that it is of and an adverb: "of older men [back]"."""
    at = place + 1
    if at < end and words[at] == "of":
        at += 1
        while at + 1 < end and tags[at] in _GROUP:
            if tags[at] in _PLURAL and tags[at + 1] not in NOUN_TAGS:
                break
            at += 1
        if at >= end or not (tags[at] in _PLURAL or words[at] in {"them", "us"}):
            return None
        at += 1
    while at < end and tags[at] == "RB" and words[at] not in ANSWERING:
        at += 1
    return at if at < end else None


def _is_answer(word: Token) -> bool:
    """Whether a word that is no verb by its tag is what people answer, by what stands behind it."""
    if word.lower_ in ANSWERING_BARE:
        return True
    behind = word.nbor()
    if word.lower_ not in ANSWERING:
        return False
    if (behind.lower_ == "to" and word.lower_ in _MEANS_TO) or behind.lower_ == _LEADS_ON.get(word.lower_):
        return True
    if behind.tag_ not in (_OBJECT if word.lower_ in LIKE_MEASURES else _THINGS):
        return False
    return behind.nbor().lower_ not in PERIODS  # "22 percent support a year ago"


def _take_subject(share: Token, verb: Token) -> None:
    """Make a share the subject of the verb behind it, and its subject so far the object before.

    "48 percent support the tax and 43 percent oppose it": the tax opposes nothing.
    """
    if share.head == verb:
        return
    taken = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if taken is None or share.dep_ != "conj" or not taken.is_ancestor(share):
        return
    before = taken.left_edge.i - 1
    if before < share.sent.start or not taken.doc[before].tag_.startswith("VB"):
        return
    taken.head, taken.dep_ = taken.doc[before], "obj"
    share.head, share.dep_ = verb, "nsubj"


def _make_answer(share: Token, verb: Token, first: int) -> None:
    """Make a verb of such a word where its clause hangs, with the share as subject and its object behind."""
    lower = share if verb.head == share else verb
    noun = lower.head if lower.dep_ in _BEFORE_NOUN and lower.head.i > verb.i else None
    parts = [part for part in (share, verb, noun) if part is not None]
    outer = [part for part in parts if part.head not in parts or part.head == part]
    top = next((part for part in outer if not any(one.is_ancestor(part.head) for one in parts)), None)
    if top is None:
        return
    take_place(verb, top)
    verb.tag_ = "VBP"
    thing = _phrase_behind(verb, parts)
    if thing is not None:
        thing.head, thing.dep_ = verb, "obj"
    for part in parts:
        for child in [child for child in part.children if child not in parts]:
            if child.i < share.i:
                child.head = share if child.i >= first else verb
            elif child.i > verb.i and (part != noun or child.dep_ in _LOOSE):
                child.head, child.dep_ = verb, _role(child)
    share.head, share.dep_ = verb, "nsubj"
    if noun is not None:
        noun.head, noun.dep_ = verb, "obj"
    _hang(verb)


def _phrase_behind(verb: Token, parts: Sequence[Token]) -> Token | None:
    """Give the noun of the phrase right behind a verb that the parser hangs on something before it."""
    behind = next(
        (token for token in verb.sent if token.i > verb.i and token.left_edge.i == verb.i + 1), None
    )
    if behind is None or behind in parts or behind.head in parts or behind.head.i > verb.i:
        return None
    return behind if behind.tag_ in NOUN_TAGS | {"PRP"} and behind.head != behind else None


def _role(child: Token) -> str:
    if child.dep_ not in {"acl", "appos", "dep", "nmod", "nmod:unmarked"} or child.tag_ not in NOUN_TAGS | {
        "PRP"
    }:
        return child.dep_
    return "obl" if any(part.dep_ == "case" for part in child.lefts) else "obj"


def _hang(verb: Token) -> None:
    """Hang a verb that stands where a noun did as a clause hangs."""
    above = verb.head
    if above == verb or verb.dep_ not in NOMINAL | {"appos", "compound", "conj", "dep"}:
        return
    if not above.tag_.startswith("VB"):
        if above.head == above and (above.i < verb.i or above.tag_ == "CD"):
            put_on_top(verb)
            above.head, above.dep_ = verb, "obl"
        elif verb.dep_ != "conj":
            verb.dep_ = "parataxis"
    elif above.lower_ in frame_words("report", "verbs") or _is_report(above.lower_):
        verb.dep_ = "ccomp"
    elif above.i > verb.i:
        take_place(verb, above)
        marked = any(child.dep_ == "mark" and child.i > verb.i for child in above.lefts)
        above.head, above.dep_ = verb, "advcl" if marked else "conj"
    elif verb.dep_ != "conj":
        verb.dep_ = "parataxis"
