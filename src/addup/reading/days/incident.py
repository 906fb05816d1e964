"""The days of the incidents that an article tells of: an attack, a crash, a flood."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.attrs import LOWER
from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.counting import Subject
from addup.reading.days.article import Article
from addup.reading.days.clauses import is_of_report
from addup.reading.days.dated import UNDATED, Dated, dated_by, head_of
from addup.reading.days.distance import path
from addup.reading.days.lead import LEAD
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.reading.text import strings_of
from addup.records import Time

# Steps in the tree between an incident and its day: "the Aug. 7 blasts", "exploded in the centre on Friday".
_TOGETHER = 2
_DIRECTLY = 2  # characters between a day and the incident named behind it
_SINCE = re.compile(r"\bsince (?:late |early )?$")
_NEAR_SINCE = 12  # characters before a day in which that stands


@dataclass(frozen=True, slots=True)
class Incidents:
    """The days of the incidents that an article tells of, by the first token of their sentence.

    `together` has those that the words put together with their day ("the Aug. 7 blasts", "a bomb exploded on
    Friday"); elsewhere the day may be that of something else.
    """

    days: dict[int, Dated]
    together: dict[int, Dated]

    def of(self, subject: Subject) -> Dated:
        """Give the day of the incident that casualties are of: no other that the text only goes on to."""
        sentence = subject.anchor.sent.start
        told = any(start <= sentence for start in self.together)
        return self.together.get(sentence) or (self.main if told else self.days.get(sentence, self.main))

    @property
    def main(self) -> Dated:
        """The day of the incident that the article is about."""
        first = next(iter(self.days.values()), UNDATED)
        if first.words is not None and first.words.start < LEAD:
            return first
        return next(iter([*self.together.values(), *self.days.values()]), UNDATED)


def find_incidents(article: Article) -> Incidents:
    """Find the sentences with an incident (an attack, a crash) and a day, the one nearest to its word."""
    doc = article.doc
    found: dict[int, list[Time]] = {}
    for time in article.days:
        if time.period.known and time.period.first == time.period.last and not _opens(article.text, time):
            sentence = grammar.span_of(doc, time.span.start, time.span.end)[0].sent
            found.setdefault(sentence.start, []).append(time)
    days: dict[int, Dated] = {}
    together: dict[int, Dated] = {}
    for start, candidates in found.items():
        told = [token for token in doc[start].sent if _is_incident(token)]
        if not told:
            continue
        (_, steps, _), time = min(
            ((_apart(token, time), time) for token in told for time in candidates), key=lambda pair: pair[0]
        )
        days[start] = dated_by(time)
        if steps <= _TOGETHER or any(_strikes(token, time) for token in told):
            together[start] = days[start]
    return Incidents(days, together)


def is_named(noun: Token) -> bool:
    """Whether a noun is of an incident."""
    return noun.lemma_.lower() in words("incident", "words")


def points_back(sentence: Span) -> bool:
    """Whether a sentence speaks of an incident that the one before told of: "in that attack"."""
    pointing = listed("incident", "pointing")
    if pointing.isdisjoint(strings_of(sentence.doc, LOWER)[sentence.start : sentence.end]):
        return False
    return any(
        token.dep_ == "det" and token.lower_ in pointing and is_named(token.head) for token in sentence
    )


def _is_incident(token: Token) -> bool:
    """Whether a word is of an incident: "a fire", and not what somebody fired, or what was "to explode"."""
    if not is_named(token):
        return False
    if not grammar.is_verb(token):
        return True
    is_to_come = token.tag_ == "VB" and bool({"TO", "MD"} & {child.tag_ for child in token.lefts})
    return token.lemma_.lower() != "fire" and not is_to_come


def _opens(text: str, time: Time) -> bool:
    """Whether a day is only that since which something goes on: "had gathered since Saturday"."""
    return _SINCE.search(text, max(0, time.span.start - _NEAR_SINCE), time.span.start) is not None


def _strikes(token: Token, time: Time) -> bool:
    """Whether an incident is what the clause of a time is about: "the bomb in a cart killed 9 on Friday"."""
    if token.dep_ != "nsubj":
        return False
    head = head_of(token.doc, time)
    clause = grammar.clause_head(head)
    return (
        clause is not None and grammar.first_conjunct(clause) == token.head and not is_of_report(token, head)
    )


def _apart(token: Token, time: Time) -> tuple[bool, int, int]:
    """How far a time is from a token: whether it is when others told of it, steps in the tree, characters.

    None of them for "May 7, bombing".
    """
    if 0 <= token.idx - time.span.end <= _DIRECTLY:
        return False, 0, 0
    head = head_of(token.doc, time)
    return is_of_report(token, head), len(path(token, head)), abs(token.idx - time.span.start)
