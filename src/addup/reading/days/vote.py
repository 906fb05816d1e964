"""The days of a vote: those of the latest one that an article tells of, for what came out of it."""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.counting import Subject
from addup.reading.days.article import Article
from addup.reading.days.dated import UNDATED, Dated, dated_by, head_of
from addup.reading.days.distance import path
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.records import Amount

_LONGEST = 10  # days that a vote may take
# Steps in the tree between a vote and its day: "won the primary on Tuesday".
_TOGETHER = 2


def days_of_vote(article: Article) -> Dated:
    """Give the days of the latest vote that an article tells of, where the words put them together.

    "Won the primary on Tuesday", "Tuesday's caucuses", "voted from March 1 to 8".
    """
    found, published = UNDATED, article.published
    for time in article.days:
        first, last = time.period.first, time.period.last
        if first is None or last is None or published is None or last > published:
            continue
        if (last - first).days > _LONGEST or (found.period.last or last) > last:
            continue
        head = head_of(article.doc, time)
        if any(_is_vote(token) and len(path(token, head)) <= _TOGETHER for token in head.sent):
            found = dated_by(time)
    return found


def is_of_vote(amount: Amount, subject: Subject) -> bool:
    """Whether a figure is of what came out of a vote: what somebody got or won, or what voters said then."""
    clause = grammar.clause_head(subject.anchor)
    if clause is None:
        return False
    if clause.lemma_.lower() not in words("poll", "winning") | words("poll", "getting"):
        of_people = amount.kind == "share" and subject.counted.head in words("poll", "people")
        return of_people and _of_exit_poll(subject.anchor)
    past = clause.tag_ in {"VBD", "VBN"} and not grammar.auxiliaries(clause) & {"have", "has", "will"}
    return (past or _is_coming_out(clause)) and (
        amount.kind == "share" or subject.counted.head in words("poll", "gotten")
    )


def _is_vote(token: Token) -> bool:
    return token.lemma_.lower() in words("poll", "elections")


def _is_coming_out(clause: Token) -> bool:
    """Whether a clause tells what a vote seems to have brought: "was set to win", "looks likely to win"."""
    if clause.tag_ != "VB" or not grammar.has_child(clause, {"to"}, "mark"):
        return False
    return clause.head.lemma_.lower() in listed("vote", "coming_out")


def _of_exit_poll(anchor: Token) -> bool:
    """Whether voters are spoken of who were asked on their way out."""
    sentence = anchor.sent
    start = max(0, sentence.start - 1)
    near = anchor.doc[anchor.doc[start].sent.start : sentence.end]
    return any(token.lower_ == "exit" and _asks(token.nbor()) for token in near[:-1])


def _asks(token: Token) -> bool:
    return token.lemma_.lower() in words("poll", "nouns")
