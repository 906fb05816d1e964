"""What the sentence around a time says of it: past or future, and whether the word is somebody's name.

In a parsed sentence the nearest verb above the time decides. Elsewhere the nearest telling word of the
sentence does: first to the left, since English puts the verb before the time, then to the right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Literal

from spacy.attrs import IDX
from spacy.tokens import Doc, Token

from addup.reading.text import text_of
from addup.reading.times.vocabulary import load

Direction = Literal["past", "future"]
CUES: dict[str, list[str]] = load("cues")
MODAL = frozenset(CUES["modal"])
PLAN = frozenset(CUES["plan"])
AHEAD = MODAL | PLAN | frozenset(CUES["ahead"])
PAST = frozenset(CUES["past"])
DONE_BY_INFINITIVE = frozenset(CUES["done_by_infinitive"])
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "cop"})
# Words directly before a time that settle it: what is "due Friday" is to come, "since May" began before.
LEADS: dict[str, Direction] = {**dict.fromkeys(CUES["due"], "future"), "since": "past"}
LAST_WORDS = re.compile(r"(\w+)(?: (?:on|early|late|about))? $")
WORD = re.compile(r"[A-Za-z]*['’]?[A-Za-z]+")
SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!Sept)(?<![A-Z][a-z])(?<![A-Z][a-z]{2})[.?!]['\"’”)]*\s+(?=[A-Z\"“'`])|\n\s*\n"
)
PLAN_NOUN = frozenset(CUES["plan_noun"])
PLAN_VERB = frozenset(CUES["plan_verb"])
# Verbs whose present tells of no moment, and "says", which reports what was said.
TIMELESS = frozenset({"be", "have", "say"})
# Nouns of what is to come: the day or month before them lies ahead ("the Tuesday deadline", "a June date").
TO_COME = frozenset(
    {"deadline", "date", "target", "delivery", "expiration", "contract", "futures", "maturity"}
)
# Behind these is what was so before: "expects 2%, compared with a forecast of 1% in June".
HELD_AGAINST = re.compile(
    r"\b(?:against|compared (?:to|with)|from|than|versus) (?:[^\s.,;:]+ ){0,3}"
    r"[^\s.,;:]*\d[^\s;:]*(?: [a-z]+){0,2} in $"
)
HELD_REACH = 60
OPINION = frozenset(CUES["opinion"])
# What is set for a day, or lies ahead of what comes then: "is set for Friday", "ahead of Friday's vote".
SET_FOR = re.compile(
    r"\b(?:ahead of|(?:is|are|was|were|been) set for)(?: (?:the|early|late))? $", re.IGNORECASE
)
LEAD_REACH = 24
ARRANGED = frozenset(CUES["arranged"])
UNTOLD = frozenset(CUES["untold"])
SETTING = frozenset(CUES["setting"])
# What leads to where or when something happened, whose month is that of its verb.
WHERE = frozenset({"at", "during", "in", "on"})
NEGATIONS = frozenset({"never", "not", "n't", "n’t", "neither"})
OPENING = 2  # words before the time that opens a sentence
NEAR_START = 24  # characters of them, with the end of the sentence before
REACH = 200
STEPS = 6


class Surroundings:
    """The sentences of a document, asked about a place in it by its character offsets."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._text = text_of(doc)

    @cached_property
    def _starts(self) -> list[int]:
        starts: list[int] = self._doc.to_array([IDX]).tolist()
        return starts

    def token(self, offset: int) -> Token:
        """Give the token at a place."""
        return self._doc[max(bisect_right(self._starts, offset) - 1, 0)]

    def is_person(self, offset: int) -> bool:
        """Whether the word there belongs to a person's name."""
        return self.token(offset).ent_type_ == "PERSON"

    def is_noun(self, offset: int) -> bool:
        """Whether the word there is tagged a common noun."""
        return self.token(offset).tag_ in ("NN", "NNS")

    def opens(self, offset: int) -> bool:
        """Whether a place is right at the start of its sentence: "but in [2012]"."""
        before = self._text[max(0, offset - NEAR_START) : offset]
        ends = [match.end() for match in SENTENCE_END.finditer(before)]
        at_start = offset <= NEAR_START or bool(ends)
        return at_start and len(WORD.findall(before, ends[-1] if ends else 0)) <= OPENING

    def in_sentence(self, offset: int, other: int) -> bool:
        """Whether two places, the first before the second, are in one sentence."""
        return other - offset <= REACH and SENTENCE_END.search(self._text, offset, other) is None

    def direction(self, start: int, end: int) -> Direction | None:
        """Give the side of the present on which the sentence puts the time; None if it does not tell."""
        lead = LAST_WORDS.search(self._text, max(0, start - 30), start)
        if lead is not None and lead[1].lower() in LEADS:
            return LEADS[lead[1].lower()]
        if SET_FOR.search(self._text, max(0, start - LEAD_REACH), start):
            return "future"
        token = self.token(end - 1)
        if HELD_AGAINST.search(self._text, max(0, start - HELD_REACH), start) or _is_of_opinion(token):
            return "past"
        if _belongs_to_noun(token):
            return None
        return self._from_parse(token, start, end) or self._from_words(start, end)

    def _from_parse(self, token: Token, start: int, end: int) -> Direction | None:
        if token.tag_ and _is_told_in_present(token):
            return "future"
        for step in range(STEPS if token.tag_ else 0):
            if token.head is token:
                return None
            below, token = token, token.head
            if start <= token.idx < end:
                continue
            nearest = step == 0 or (step == 1 and below.dep_ == "obj" and token.lemma_ in ARRANGED)
            if told := tense_of(token, nearest=nearest) or _of_arrangement(token, nearest=nearest):
                return told
        return None

    def is_firm(self, start: int, end: int) -> bool:
        """Whether the verb that puts a time into the future is the nearest, whose time it is.

        It is not where the time stands in the subject of that verb ("Tuesday's results will force ..."), in
        a clause below it, or in an infinitive below the simple past ("was surprised to see it on Friday").
        """
        token = self.token(end - 1)
        below = token
        while not token.tag_.startswith("VB"):
            if token.head == token:
                return True
            below, token = token, token.head
        if below.dep_.startswith("nsubj"):
            return False
        if token.tag_ == "VB" and any(child.tag_ == "TO" for child in token.children):
            return not (token.head.tag_ == "VBD" and token.head.lower_ not in PLAN)
        if SET_FOR.search(self._text, max(0, start - LEAD_REACH), start):
            return True
        return (tense_of(token, nearest=True) or _of_arrangement(token, nearest=True)) == "future"

    def direction_of_verb(self, start: int, end: int) -> Direction | None:
        """Give the side on which the very verb that a time with "in" hangs on puts it; None if none does.

        A verb of setting a day tells when that was done, not the day: "called an election in December".
        """
        time = self.token(end - 1)
        led = any(child.lower_ == "in" and child.dep_ == "case" for child in time.lefts)
        phrase = time
        if time.dep_ == "nmod" and any(child.lower_ in WHERE for child in time.head.lefts):
            phrase = time.head  # "killed 14 in a raid in January"
        verb = phrase.head
        if not led or phrase.dep_ != "obl" or not verb.tag_.startswith("VB"):
            return None
        if any(child.tag_ == "TO" for child in verb.children):
            return None
        told = "future" if _is_supposed(verb) else tense_of(verb)
        return None if told == "past" and verb.lemma_ in SETTING else told

    def _from_words(self, start: int, end: int) -> Direction | None:
        before = self._text[max(0, start - REACH) : start]
        ends = [match.end() for match in SENTENCE_END.finditer(before)]
        after = self._text[end : end + REACH]
        stop = SENTENCE_END.search(after)
        words = WORD.findall(before[ends[-1] if ends else 0 :])[::-1]
        words += WORD.findall(after[: stop.start()] if stop else after)
        return next((told for word in words if (told := _of_word(word.lower()))), None)


def tense_of(token: Token, *, nearest: bool = False) -> Direction | None:
    """Give the side that a verb stands on, with its auxiliaries; None for other words and timeless forms.

    A verb in the present tells only of a time that hangs on it directly: "the council meets Monday".
    """
    if token.tag_ == "VB" and any(child.tag_ == "TO" for child in token.children):
        return _of_infinitive(token)
    helpers = [child for child in token.children if child.dep_ in AUXILIARY]
    if token.lower_ in PLAN:
        return "past" if any(child.lower_ == "had" for child in helpers) else "future"
    perfect = any(child.lemma_ == "have" for child in helpers)
    if any(child.tag_ == "MD" for child in helpers) or token.lower_ in MODAL:
        return "past" if perfect or _is_undone(token, helpers) else "future"
    if _is_asked_for(token, helpers):
        return "future"
    participle = token.tag_ == "VBN" and (perfect or not helpers)
    if participle or token.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return "past"
    present = token.tag_ in ("VBZ", "VBP") or (token.tag_ == "VB" and _has_plural_subject(token))
    present = present and not helpers and token.lemma_ not in TIMELESS
    return "future" if present and nearest else None


def _is_supposed(verb: Token) -> bool:
    """Whether a verb in the present tells what may come to be: "if she is elected in November"."""
    helpers = {child.tag_ for child in verb.children if child.dep_ in AUXILIARY}
    present = verb.tag_ in ("VBP", "VBZ") or helpers & {"VBP", "VBZ"}
    return bool(present) and any(child.lower_ in ("if", "unless") for child in verb.lefts)


def _is_undone(verb: Token, helpers: list[Token]) -> bool:
    """Whether a modal tells what was not done then: "could not be reached", "would not comment"."""
    if not any(child.lower_ in NEGATIONS for child in verb.children):
        return False
    modals = {child.lower_ for child in helpers if child.tag_ == "MD"}
    return "could" in modals or ("would" in modals and verb.lemma_ in UNTOLD)


def _is_asked_for(verb: Token, helpers: list[Token]) -> bool:
    """Whether a verb has the form of what is asked for: "ordered that it be closed", "call me"."""
    if any(child.lower_ == "be" and child.tag_ == "VB" for child in helpers):
        return len(helpers) == 1 and verb.dep_ in ("ccomp", "ROOT")
    subjects = {child.lower_ for child in verb.children if child.dep_.startswith("nsubj")}
    if verb.tag_ == "VBP" and verb.dep_ == "ccomp" and not helpers:
        return bool({"he", "she", "it"} & subjects)
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not helpers and not subjects


def _is_told_in_present(time: Token) -> bool:
    """Whether "is" makes a time the day of something: "the hearing is on Friday", "Monday is a holiday"."""
    predicate = time.head if time.dep_ == "nsubj" else time
    return any(child.dep_ == "cop" and child.tag_ in ("VBZ", "VBP") for child in predicate.children)


def _of_arrangement(verb: Token, *, nearest: bool) -> Direction | None:
    """Give the future for what the present says to be arranged: "has a speech", "are meeting", "is held"."""
    helpers = [child for child in verb.children if child.dep_ in AUXILIARY]
    if verb.lemma_ == "have" and verb.tag_ in ("VBZ", "VBP"):
        objects = [child for child in verb.children if child.dep_ == "obj"]
        planned = any(child.lower_ in PLAN for each in objects for child in each.children)
        return "future" if planned or (nearest and objects) else None
    present = (
        nearest and verb.tag_ in ("VBG", "VBN") and any(child.tag_ in ("VBZ", "VBP") for child in helpers)
    )
    return "future" if present and verb.lemma_ in ARRANGED else None


def _belongs_to_noun(time: Token) -> bool:
    """Whether a month is the kind of a noun ("a June agreement"): the verb's tense is not of it."""
    head = time.head
    return (
        time.dep_ in ("compound", "nmod:unmarked", "nmod:poss")
        and head.i == time.i + 1
        and head.tag_ in ("NN", "NNS")
        and time.i > 0
        and time.nbor(-1).lower_ in ("a", "an", "the", "its", "their", "his", "her")
        and head.lemma_.lower() not in TO_COME
    )


def _is_of_opinion(time: Token) -> bool:
    """Whether a month is when something was forecast or asked: "its June forecast"."""
    return time.dep_ in ("compound", "nmod:unmarked") and time.head.lemma_.lower() in OPINION


def _has_plural_subject(verb: Token) -> bool:
    """Whether a base form may be a present: taggers take rare past forms for it ("an explosion tore ...")."""
    return any(
        child.dep_ == "nsubj" and (child.tag_ in ("NNS", "NNPS") or child.conjuncts)
        for child in verb.children
    )


def _of_infinitive(infinitive: Token) -> Direction | None:
    """Give the side that an infinitive stands on, by what it is of: "had been due to expire Friday"."""
    if _says_what_for(infinitive):
        return None
    above = infinitive.head
    done = above.lemma_ in DONE_BY_INFINITIVE or any(child.lower_ == "had" for child in above.children)
    # "Will continue to grow"; the infinitive of a headline is on top itself: "Vote to continue in May".
    done = done and above != infinitive and tense_of(above) != "future"
    return "past" if done else "future"


def _says_what_for(infinitive: Token) -> bool:
    """Whether an infinitive is a purpose, whose time is that of the verb above: "held a march to protest"."""
    if infinitive.dep_ == "acl":
        return infinitive.head.lemma_.lower() not in PLAN_NOUN
    return infinitive.dep_ == "advcl" and infinitive.head.lemma_.lower() not in PLAN_VERB


def _of_word(word: str) -> Direction | None:
    if word in AHEAD:
        return "future"
    if word in PAST or (word.endswith("ed") and len(word) > 4):
        return "past"
    return None
