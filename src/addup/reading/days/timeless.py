"""Figures that are of no day: what is so at all times, ages, and what counts from something without a day."""

from __future__ import annotations

import re

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.amounts.distances import is_distance, is_distance_in_time
from addup.reading.days.article import Article
from addup.reading.days.told import Told
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.reading.nouns.actors import is_firm
from addup.reading.text import text_of

_ARGUMENT = frozenset({"nsubj", "nsubj:pass", "obj", "conj", "appos", "ROOT"})
# What counts from something that happened, whose day may stand behind it.
_SINCE_EVENT = re.compile(r"[^,;:.!?()\d]*\b(since) (?:an?|her|his|its|the|their|they|it|he|she)\b")
_HYPHENED = re.compile(r"-([a-z]+)[ -][a-z]")
_LED_BY = re.compile(r" (?:since|in|on|of|during) (?:the )?")
_COMPARED = re.compile(r"\b(?:against|compared (?:to|with)|from|versus)\b", re.IGNORECASE)
# Reports that come again and again, whose days before are not told.
_IN_REPORT_BEFORE = re.compile(
    r"[^.;:]{0,60}?\bin the (?:earlier|last|preceding|previous|prior) (?:\w+ )?"
    r"(?:assessment|bulletin|count|report|sitrep|tally|update)\b",
    re.IGNORECASE,
)


def has_no_day(told: Told, article: Article) -> bool:
    """Whether a figure is an age, a distance, or counts from what has no day: "612 since the siege began"."""
    anchor = told.anchor
    if told.amount.kind == "age":
        return not _is_said_of_then(anchor)
    if _is_size(told, article.text):
        return True
    if is_distance(told.amount, article.text) or is_distance_in_time(told.amount, article.text):
        return True
    if _is_capacity(anchor) or _is_of_report_before(told, article.text):
        return True
    end = anchor.sent.end_char
    since = _SINCE_EVENT.match(article.text, told.amount.span.end, end)
    return since is not None and not any(since.end(1) < time.span.start < end for time in article.plain)


def _is_of_report_before(told: Told, text: str) -> bool:
    """Whether a figure is one of an earlier report: "312 cases, compared to [190] in the previous update"."""
    start, end = told.anchor.sent.start_char, told.anchor.sent.end_char
    is_compared = _COMPARED.search(text, start, told.amount.span.start) is not None
    return is_compared and _IN_REPORT_BEFORE.match(text, told.amount.span.end, end) is not None


def is_standing(told: Told) -> bool:
    """Whether a number is of things known before, which are as many at all times: "the two countries"."""
    return told.amount.kind == "count" and is_known(told.anchor)


def is_beside_own(told: Told) -> bool:
    """Whether its time stands in the phrase of the things counted: "the 14 killings since 1993"."""
    if told.own.words is None:
        return False
    start = told.own.words.start
    noun = grammar.modified(told.anchor) or told.anchor
    behind = text_of(noun.doc)[noun.idx + len(noun) : start]
    inside = noun.idx < start <= noun.doc[noun.right_edge.i].idx
    return inside or _LED_BY.fullmatch(behind) is not None


def is_of_average(told: Told) -> bool:
    """Whether a figure is an average of years, and of none of them: "a five-year average of 40 fires".

    So are the years themselves, and what is joined to the figure. A time behind the average is its own.
    """
    own = told.own.words
    if own is not None and own.start >= told.amount.span.end:
        return False
    noun = grammar.modified(told.anchor)
    if noun is not None and _is_average_of_years(noun):
        return told.amount.kind == "duration"
    below = grammar.first_conjunct(noun or told.anchor)
    return grammar.preposition(below) == "of" and _is_average_of_years(below.head)


def _is_average_of_years(noun: Token) -> bool:
    if noun.lemma_.lower() not in listed("timeless", "averages"):
        return False
    return any(
        token.lemma_.lower() in listed("timeless", "years") for token in noun.subtree if token.i < noun.i
    )


def is_known(anchor: Token) -> bool:
    """Whether a number is of things known before, in a larger phrase: "teams for the two countries"."""
    noun = grammar.modified(anchor) or (anchor if grammar.is_noun(anchor) else None)
    if noun is None or noun.dep_ in _ARGUMENT or grammar.children(noun, "acl", "acl:relcl"):
        return False
    owned = grammar.children(noun, "nmod:poss")
    coming = any(child.lower_ in words("stance", "coming") for child in noun.lefts)
    return not coming and bool(_is_certain(noun, anchor) or owned)


def is_definite(anchor: Token) -> bool:
    """Whether a number is of things told of before: "the eight cases"."""
    return _is_certain(grammar.modified(anchor) or anchor, anchor)


def _is_certain(noun: Token, anchor: Token) -> bool:
    """Whether a number stands behind "the", not before it as in "from 190 the year before"."""
    return any(child.i <= anchor.i for child in grammar.children(noun, "det") if _is_definite(child))


def _is_definite(determiner: Token) -> bool:
    return determiner.lower_ in listed("timeless", "definite")


def _is_size(told: Told, text: str) -> bool:
    """Whether a figure only tells how large something is: "a 50-state poll", "the $2 billion fund"."""
    if told.amount.kind == "count":
        joined = _HYPHENED.match(text, told.amount.number.end)
        return joined is not None and joined[1] not in listed("timeless", "bands")
    noun = grammar.modified(told.anchor) if told.amount.kind == "money" else None
    if noun is None or not (is_firm(noun) or noun.lemma_.lower() in listed("timeless", "funds")):
        return False
    return bool(grammar.children(noun, "nmod:poss")) or _is_certain(noun, told.anchor)


def _is_capacity(anchor: Token) -> bool:
    """Whether a figure is of how many something is made for, at all times: "built to carry 180 people"."""
    clause = grammar.clause_head(anchor)
    if clause is None or clause.tag_ != "VB" or clause.lemma_.lower() not in listed("timeless", "holding"):
        return False
    return clause.head.tag_ == "VBN" and clause.head.lemma_.lower() in listed("timeless", "made")


def _is_said_of_then(age: Token) -> bool:
    """Whether an age is what somebody was or became, then: "was 69 when ...", "turned 70 on Tuesday"."""
    return bool(grammar.children(age, "cop")) or (age.dep_ in {"obj", "xcomp"} and age.head.lemma_ == "turn")
