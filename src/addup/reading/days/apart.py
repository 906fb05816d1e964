"""What was so at another time than what an article tells of, though nothing else dates it.

"Nine people remained in hospital" was so on the day of the statement, not when they were hurt; "was 22
percent funded before the conference" not on the day of the conference.
"""

from __future__ import annotations

from spacy.tokens import Token

from addup.reading import grammar
from addup.reading.days.article import Article
from addup.reading.days.clauses import is_of_release
from addup.reading.days.dated import UNDATED, Dated, dated_by, head_of, in_sentence
from addup.reading.days.lead import LEAD
from addup.reading.days.words import listed
from addup.reading.nouns.actors import is_body
from addup.records import Amount

# Clauses that tell of a time of their own; others are of that of the clause above ("where 40 still slept").
_OF_OWN_TIME = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


def day_apart(amount: Amount, anchor: Token, told_of: Dated, article: Article) -> Dated:
    """Give the day of a figure that seems to be of the day that the article tells of: mostly that.

    A share or a price that remained where it was did so on the day told of.
    """
    if amount.kind == "count" and _is_still_so(anchor):
        return _day_still_so(anchor, told_of, article)
    return UNDATED if _was_so_before(anchor, told_of) else told_of


def _is_still_so(anchor: Token) -> bool:
    """Whether a clause tells what had not ended: "nine remained in hospital", "40 still had no power"."""
    clause = grammar.predicate(anchor)
    if clause is None or grammar.first_conjunct(clause).dep_ not in _OF_OWN_TIME:
        return False
    return clause.lemma_.lower() in listed("apart", "lasting") or any(
        child.lower_ == "still" and child.nbor().text != "," for child in clause.lefts
    )


def _day_still_so(anchor: Token, told_of: Dated, article: Article) -> Dated:
    """Give the day on which something was still so, where the day told of is that on which it began.

    That is the day on which it was said, by its sentence or by the lead; where no later one is named, the day
    told of if the report is of that day, else none.
    """
    began = told_of.period.first
    leading = (time for time in article.days if time.span.start <= LEAD)
    for time in (*in_sentence(anchor, article.days), *leading):
        is_later = began is not None and time.period.first is not None and time.period.first >= began
        if is_later and time.period.first == time.period.last and is_of_release(head_of(article.doc, time)):
            return dated_by(time)
    return told_of if article.published == told_of.period.last else UNDATED


def _was_so_before(anchor: Token, told_of: Dated) -> bool:
    """Whether a clause tells what was so before what the day named is of: "before the conference"."""
    clause = grammar.predicate(anchor)
    if clause is None or told_of.words is None:
        return False
    states = (clause, *grammar.children(clause, "acl"))
    before = [
        child.lemma_.lower()
        for state in states
        for child in grammar.children(state, "obl")
        if grammar.preposition(child) == "before" and not is_body(child)  # "appeared before the judge"
    ]
    day = told_of.words
    named = grammar.span_of(anchor.doc, day.start, day.end)[0].sent if before else ()
    return any(token.lemma_.lower() in before for token in named)
