"""The days of a poll: those on which the latest one of an article was taken, for all that it found."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.counting import Subject
from addup.reading.days.article import Article
from addup.reading.days.dated import UNDATED, Dated, dated_by, head_of, in_sentence, year_before
from addup.reading.days.told import Told
from addup.reading.days.vote import is_of_vote
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.reading.nouns.people import is_person
from addup.reading.polls import is_held_against, speaks_of, takers
from addup.reading.text import has_any
from addup.records import Amount, Period, Time

# A poll by its name, and whatever else a report on one may say: "polled", "pollsters".
_POLL = re.compile(r"\b(?:poll|survey)s?\b", re.IGNORECASE)
_POLLED = re.compile(r"\b(?:poll|survey|questionnaire)", re.IGNORECASE)
_POLLS = ("poll", "survey", "questionnaire")
# The longest time that a poll is in the field, in days.
_LONGEST_POLL = 60
_LONGEST_IN_FIELD = 15
_TWO_ENDS = re.compile(r"\b(?:to|through|thru|until|and)\b|[-–—]")
_SINCE = re.compile(r"(?: \w+){0,2} since (?:the )?")
# "Since the last poll in [March]", "up 8 points from [March]", "a four-point dip from [March]"
_COUNTED_FROM = re.compile(r"[^.;:]{0,60}\b(?:from|since) (?:[^.;:,]* in )?(?:the )?")
# "More than he was in [December], 64 percent to [56 percent]"
_THAN = re.compile(r"\bthan [^.;,]{0,40}$")
_OF_TWO = re.compile(r", (?P<first>[\d.]+(?:%| percent| points)? (?:to|versus) )?")
# "Up from 37 percent in [January], and Orr is down from [49 percent]"
_FROM = re.compile(r"\b(?:up|down) from $")
_FROM_LEVEL = re.compile(r"\b(?:up|down) from [\d.]+(?:%| percent| points) (?:in|on) $")
_ASKED = re.compile(
    r"\b(?:sample[ds]?|surveyed|polled|interviewed|questioned|surveying|margin of error|poll of|survey of)\b",
    re.IGNORECASE,
)


class Poll:
    """The poll of an article, as far as it has one."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._article = article
        self._days = _days_of_poll(article)
        self._is_named = has_any(article.text, _POLLS) and _POLL.search(article.text) is not None

    def may_give(self, amount: Amount) -> bool:
        """Whether an amount may be a poll's, of which what "is" so was so when it was taken."""
        return amount.kind == "share" and self._is_named

    def days_of(self, told: Told) -> Dated | None:
        """Give the days of what a poll found; None where it is of none, or may go on with those before."""
        if self._covers(told):
            return self._of(told)
        return self._of_none(told) if self._is_without_days(told) else None

    def _covers(self, told: Told) -> bool:
        """Whether a figure is of a poll whose days are known, and not of what came out of a vote."""
        is_known = self._days != UNDATED and is_of_poll(told.amount, told.subject)
        return is_known and not _is_of_contest(told.anchor)

    def is_passed_over(self, dated: Dated, told: Told) -> bool:
        """Whether days are those of the poll, and a figure is of how a vote came out."""
        return dated != UNDATED and dated == self._days and _is_of_contest(told.anchor)

    def _is_without_days(self, told: Told) -> bool:
        """Whether a figure is what some poll found whose days the article does not give."""
        found = self._days == UNDATED and self._is_named and is_of_poll(told.amount, told.subject)
        if not found or is_of_vote(told.amount, told.subject) or _is_of_contest(told.anchor):
            return False
        return told.amount.kind == "share" and speaks_of(told.anchor, "nouns")

    def _of_none(self, told: Told) -> Dated | None:
        """Give the days of what a poll found that has none: those named for it, not what it is held against.

        None where those of the figures before may go on.
        """
        before = self._days_before(told)
        if before != UNDATED:
            return before
        if told.own != UNDATED:
            return UNDATED if self._is_counted_from(told) or self._came_out_then(told) else told.own
        return UNDATED if any(map(_is_one_poll, told.anchor.sent)) else None

    def _is_counted_from(self, told: Told) -> bool:
        """Whether days are only those that a change is counted from, or that a poll before was taken on."""
        words = told.own.words
        if words is None or words.start < told.amount.span.end:
            return False
        between = self._text[told.amount.span.end : words.start]
        named = "poll" in between or "survey" in between
        return _COUNTED_FROM.fullmatch(between) is not None and (named or " since" not in between)

    def _came_out_then(self, told: Told) -> bool:
        """Whether days are those on which a poll came out: "a Herald poll released on Friday"."""
        words_of = told.own.words
        if words_of is None:
            return False
        head = grammar.anchor(grammar.span_of(self._article.doc, words_of.start, words_of.end))
        return head.head.lemma_.lower() in listed("poll", "coming_out")

    def _days_before(self, told: Told) -> Dated:
        """Give the days of what a share was before: "more than in December, 64 percent to [56 percent]"."""
        start = told.amount.span.start
        for time in in_sentence(told.anchor, self._article.times):
            if time.span.end > start:
                break
            two = _OF_TWO.fullmatch(self._text, time.span.end, start)
            if two is not None and two["first"] and self._ends_at(time.span.start, _THAN):
                ahead = self._article.is_to_come(dated_by(time))  # "is more than she was in December"
                return year_before(dated_by(time)) if ahead else dated_by(time)
            if self._ends_at(start, _FROM) and self._ends_at(time.span.start, _FROM_LEVEL):
                return dated_by(time)
        return UNDATED

    def _ends_at(self, end: int, cue: re.Pattern[str]) -> bool:
        return cue.search(self._text, max(0, end - 60), end) is not None

    def _of(self, told: Told) -> Dated:
        """Give the days of what the poll found: those of the poll, unless it is another one's."""
        before = self._days_before(told)
        if before != UNDATED:
            return before
        if _names_other_poll(told.anchor) or _is_in_last_poll(told) or self._is_of_rival(told):
            return told.own
        if self._has_moved_up_to_it(told):
            return Dated(Period(told.own.period.first, self._days.period.last), told.own.words)
        return told.own if self._is_of_earlier_one(told) else self._days

    def _is_of_rival(self, told: Told) -> bool:
        """Whether a poll of somebody else has a figure: "a day after a Herald poll showed a 1-point gap"."""
        own = self._takers
        for poll in told.anchor.sent:
            if poll.lemma_.lower() in words("poll", "nouns") and poll.dep_ != "compound":
                names = takers(poll)
                if own and names and own.isdisjoint(names) and _is_told_by(poll, told.anchor):
                    return True
        return False

    @cached_property
    def _takers(self) -> frozenset[str]:
        """Give the names of those who took the poll: of that which has the days, and of the first of all."""
        doc, at = self._article.doc, self._days.words
        polls = [token for token in doc if token.lemma_.lower() in words("poll", "nouns") and takers(token)]
        dated = [
            poll for poll in polls if at is not None and poll.sent.start_char <= at.start < poll.sent.end_char
        ]
        return frozenset().union(*map(takers, (*polls[:1], *dated)))

    def _has_moved_up_to_it(self, told: Told) -> bool:
        """Whether days are those since another poll: "up 8 points since March"."""
        own, first, poll = told.own, told.own.period.first, self._days.period.first
        if own.words is None or first is None or poll is None or first >= poll:
            return False
        return _SINCE.fullmatch(self._text, told.amount.span.end, own.words.start) is not None

    def _is_of_earlier_one(self, told: Told) -> bool:
        """Whether days are before those of the poll ("in March, 40 percent"); not when it came out.

        Nor where they are those of polls that it is held against: "40 percent, as in a poll in March".
        """
        own, last, first = told.own, told.own.period.last, self._days.period.first
        if own.words is None or last is None or first is None or last >= first:
            return False
        return _POLL.search(self._text, told.amount.span.end, own.words.start) is None


def is_of_poll(amount: Amount, subject: Subject) -> bool:
    """Whether a figure is what a poll found, or how many it asked."""
    noun = subject.noun
    measured = words("measured", "nouns") - words("poll", "measured")
    if amount.kind == "share" and (subject.counted.head not in measured or _is_of_opinion(subject.anchor)):
        return True
    if subject.counted.head not in words("poll", "people") and not (noun is not None and is_person(noun)):
        return False
    return amount.kind == "share" or _ASKED.search(subject.anchor.sent.text) is not None


def _is_of_opinion(anchor: Token) -> bool:
    """Whether a clause tells what people are for or against, whatever a share in it seems to be of."""
    return any(word.lemma_.lower() in listed("poll", "opinions") for word in anchor.ancestors)


def _is_of_contest(anchor: Token) -> bool:
    """Whether a figure is of how a vote came out: "beat him by 20 points in the Selm primary"."""
    done = words("poll", "winning") | words("poll", "beating") | words("poll", "getting")
    for verb in anchor.ancestors:
        if grammar.is_verb(verb) and verb.lemma_.lower() in done and not _is_open(verb):
            return any(token.lemma_.lower() in words("poll", "elections") for token in verb.subtree)
    return False


def _is_open(verb: Token) -> bool:
    """Whether a verb tells of what may be, or is so now: "would win", "wins by 5 points"."""
    return verb.tag_ in {"VB", "VBP", "VBZ"}


def _is_told_by(poll: Token, anchor: Token) -> bool:
    """Whether a poll is told of in the clause of a figure, or one that it stands in."""
    above = poll.head
    return above == poll.sent.root or anchor in above.subtree


def _names_other_poll(anchor: Token) -> bool:
    """Whether a sentence tells of a poll beside that of the article: "a separate poll", "another survey".

    Several are others, too, where it does not name one of them as well: "polls from Tarn and Hill".
    """
    sentence = anchor.sent
    polls = [token for token in sentence if token.lemma_.lower() in words("poll", "nouns")]
    polls = [poll for poll in polls if not is_held_against(poll) or _is_told_by(poll, anchor)]
    if any(child.lower_ in listed("poll", "others") for poll in polls for child in poll.lefts):
        return True
    several = any(poll.tag_ == "NNS" and poll.lemma_.lower() in listed("poll", "takings") for poll in polls)
    one = any(poll.tag_ != "NNS" and poll.head not in polls for poll in polls)
    return _is_average(sentence) or (several and not one)


def _is_average(sentence: Span) -> bool:
    """Whether a sentence tells of an average of polls: "polling averages", "an average of the polls"."""
    averages = [token for token in sentence if token.lemma_.lower() in listed("timeless", "averages")]
    return any(
        below.lemma_.lower() in words("poll", "nouns") for average in averages for below in average.subtree
    )


def _is_in_last_poll(told: Told) -> bool:
    """Whether the last poll stands right behind a figure: "up from 58 percent in the last poll"."""
    return any(
        token.lemma_.lower() in words("poll", "nouns")
        and any(child.lower_ in words("poll", "before") for child in token.lefts)
        for token in grammar.children(told.subject.holder, "nmod", "obl")
        if token.i > told.anchor.i and grammar.preposition(token) in {"in", "from"}
    )


def _days_of_poll(article: Article) -> Dated:
    """Give the days on which the latest poll of an article was taken, where it says them."""
    found = UNDATED
    polled = has_any(article.text, _POLLS) and _POLLED.search(article.text) is not None
    for time in article.times:
        if _is_taken_then(article, time, polled=polled) and (
            found == UNDATED or _rank(time.period) > _rank(found.period)
        ):
            found = dated_by(time)
    return found


def _is_taken_then(article: Article, time: Time, *, polled: bool) -> bool:
    """Whether a poll was taken at a time; `polled`: whether the article is on one."""
    first, last = time.period.first, time.period.last
    if first is None or last is None or (last - first).days > _LONGEST_POLL:
        return False
    head = head_of(article.doc, time)
    if _is_taken_in(head) or (last > first and any(map(_is_one_poll, (head, head.head)))):
        return True
    some_days = 0 < (last - first).days < _LONGEST_IN_FIELD and _TWO_ENDS.search(time.span.text)
    return bool(polled and some_days and _is_of_field_work(head))


def _rank(period: Period) -> tuple[bool, date]:
    """Rank the days of polls: several before one, which may be when it came out; then the latest."""
    assert period.first is not None
    assert period.last is not None
    return period.first < period.last, period.last


def _is_taken_in(day: Token) -> bool:
    """Whether a poll was taken on the days of a word: "the poll was conducted from Monday to Friday"."""
    verb = next((word for word in (day, *day.ancestors) if grammar.is_verb(word)), None)
    taken = verb is not None and verb.lemma_.lower() in listed("poll", "taken")
    return taken and any(_is_one_poll(token) for token in day.sent)


def _is_of_field_work(day: Token) -> bool:
    """Whether the sentence of some days tells how those polled were asked: "It was conducted May 6 to 9."."""
    asking = listed("poll", "taken") | listed("poll", "field")
    above = [word for word in (day, *day.ancestors) if grammar.is_verb(word)][:1]
    near = any(word.lemma_.lower() in asking for word in above)
    return near or any(token.lemma_.lower() in listed("poll", "field") for token in day.sent)


def _is_one_poll(token: Token) -> bool:
    """Whether a word is "poll" or the like; several are taken over more days than any of them.

    Nor is it one that another is held against.
    """
    is_one = token.lemma_.lower() in words("poll", "nouns") and token.tag_ != "NNS"
    return is_one and not is_held_against(token)
