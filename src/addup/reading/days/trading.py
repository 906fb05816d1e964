"""The day of trading: prices are of the day that their clause names, or else of that of the prices before.

Where no sentence has named one, it is the day of the lead, the last day that the article names, or the last
one on which there was trading.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from spacy.attrs import DEP, LOWER, TAG
from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.days.article import Article
from addup.reading.days.dated import UNDATED, Dated, dated_by
from addup.reading.days.lead import JUST_PAST, LEAD
from addup.reading.days.told import Told
from addup.reading.days.words import listed
from addup.reading.frames import words
from addup.reading.text import has_any, is_break, spots, text_of
from addup.records import Period, Time

_TRADING = re.compile(
    r"\b(?:composite|over-the-counter|heavy|light|early|late|late-day|afternoon|morning|extended|after-hours"
    r"|after-market|pre-?market)"
    r" (?:[A-Z]\w+ ){0,2}trading\b"
    r"|\b(?:early|morning|midday|afternoon|late) (?:trade|deals|dealings)\b|\bcurrently trading at\b"
    r"|\bin (?:[A-Z]\w+ ){1,3}trading\b"
    r"|\bover-the-counter market\b|\bBig Board\b|\bNasdaq\b|\b[Ss]tock [Ee]xchange\b"
)
# What a report written while a market is open tells of.
_SESSION = re.compile(
    r"\b(?:early|morning|midday|afternoon) (?:trade|trading|deals|dealings)\b|\bcurrently trading at\b"
)
# Where an article on something else tells of the prices of shares as well.
_PRICED = re.compile(
    r"\b[Ss](?:hares?|tocks?)(?: (?:in|of) (?:[A-Z]\w+ ?){1,3})?(?:,[^,.;]*,)? ?(?:[a-z]+ )?"
    r"(?:climbed|closed|dropped|ended|fell|finished|gained|jumped|lost|plunged|rose|slid|soared|surged|traded|tumbled)\b"
)
# What a report on the markets names at its start.
_MARKETS = re.compile(
    r"\b(?:stock|bond|share|oil|currency|credit) (?:market|price)s?\b"
    r"|\bWall Street\b|\bDow Jones\b|\bNasdaq\b"
)
_DAY_BEFORE = re.compile(r"(?:the )?(?:day (?:before|earlier)|previous day)", re.IGNORECASE)


class Trading:
    """The clauses of an article that tell of trading, and the day of the last price."""

    def __init__(self, article: Article, lead: Time | None) -> None:
        self._article = article
        self._lead = lead
        self._clauses = trading_clauses(article.doc)
        self._day = UNDATED

    def covers(self, told: Told) -> bool:
        """Whether a figure is in a clause of trading, or what such a clause says of something."""
        if not self._clauses or told.is_length:
            return False
        said = grammar.first_conjunct(told.anchor)
        clause = said if grammar.children(said, "cop") else grammar.clause_head(told.anchor)
        while clause is not None and clause.i not in self._clauses and clause.tag_ == "VBG":
            clause = grammar.clause_head(clause) if clause.dep_ in {"advcl", "xcomp"} else None
        return clause is not None and clause.i in self._clauses

    def of(self, told: Told) -> Dated:
        """Give the day of a price: its own, or else that of the prices before.

        One that another is held against sets no day for those behind it, and is of none if it names none.
        """
        own = told.own
        if told.held:
            return self._counted_back(own)
        if own.period.first != own.period.last:
            return own
        of_its_own = own != UNDATED and not _is_day_before(own)
        if of_its_own or self._day == UNDATED:
            self._day = own if of_its_own else self._last_day()
        return self._day

    def _counted_back(self, own: Dated) -> Dated:
        """Give the days of a price, where it is of "the day before", counted from that of the last one."""
        first = self._day.period.first
        if first is None or not _is_day_before(own):
            return own
        before = first - relativedelta(days=1)
        return Dated(Period(before, before), own.words)

    def _last_day(self) -> Dated:
        """Give the day of trading where no sentence names it: that of the lead, or the last one named."""
        last = _last_named(self._article) if self._lead is None else dated_by(self._lead)
        return self._day_behind(last) if self._article.is_held_against(last.words) else last

    def _day_behind(self, day: Dated) -> Dated:
        """Give the next day on which there is trading, where it is over."""
        last, published = day.period.last, self._article.published
        if last is None:
            return UNDATED
        following = last + timedelta(days=3 if last.weekday() == calendar.FRIDAY else 1)
        if published is not None and following > published:
            return UNDATED
        return Dated(Period(following, following), day.words)


def _is_day_before(dated: Dated) -> bool:
    """Whether days are named by their distance to a day of trading: "the day before"."""
    return dated.words is not None and _DAY_BEFORE.fullmatch(dated.words.text) is not None


def _last_named(article: Article) -> Dated:
    """Give the last day that a text names before it was published, of those just past: "yesterday".

    Where it names none, that is the last day of trading before, or that of a session that still runs.
    """
    found, published = UNDATED, article.published
    for time in article.days:
        day, latest = time.period.first, found.period.first
        if time.type != "DATE" or day != time.period.last:
            continue
        if published is None or day is None or not 0 <= (published - day).days <= JUST_PAST:
            continue
        if latest is None or day > latest:
            found = dated_by(time)
    if found != UNDATED or published is None:
        return found
    is_open = published.weekday() < calendar.SATURDAY and _SESSION.search(article.text) is not None
    day = published if is_open else _weekday_before(published)
    return Dated(Period(day, day), None)


def _weekday_before(published: date) -> date:
    """Give the last day of trading before a day: papers print in the morning what prices were then."""
    back = {calendar.MONDAY: 3, calendar.SUNDAY: 2}.get(published.weekday(), 1)
    return published - timedelta(days=back)


def trading_clauses(doc: Doc) -> frozenset[int]:
    """Give the verbs, by their index, whose clauses tell of a day's trading; its prices are of no quarter.

    In a report on the markets that is what its clauses say of prices in the simple past, if not of what firms
    earn: "The dollar [fell] to 102 yen", "crude [was] up 40 cents".
    """
    found: set[int] = set()
    text = text_of(doc)
    on_markets = _MARKETS.search(text, 0, LEAD) is not None
    if on_markets or (has_any(text, ("share", "stock")) and _PRICED.search(text)):
        found.update(at for at in _predicates(doc) if _is_of_price(doc[at], of_shares=not on_markets))
    for told in _TRADING.finditer(text):
        clause = grammar.clause_head(grammar.anchor(grammar.span_of(doc, told.start(), told.end())))
        if clause is not None and clause.lower_ == "trading" and not grammar.auxiliaries(clause):
            clause = grammar.clause_head(clause.head)
        if clause is not None:
            found.add(clause.i)
    if found:
        found.update(_of_next_firm(doc, found))
    return frozenset(found)


def _predicates(doc: Doc) -> Iterator[int]:
    """Give the words that may say how a price moved, or what it was at."""
    yield from spots(doc, TAG, {"VB", "VBD", "VBG", "VBN"})
    yield from spots(doc, LOWER, {"changed", "unchanged"})
    yield from (doc[place].head.i for place in spots(doc, DEP, {"cop"}))


def _of_next_firm(doc: Doc, trading: set[int]) -> Iterator[int]:
    """Give the verbs that go on with another firm's share: "... to $36.20. Holt [lost] 2 percent"."""
    for sentence in doc.sents:
        verb = sentence.root
        subject = grammar.subject(verb) if verb.lemma_.lower() in words("market", "verbs") else None
        if subject is None or not subject.tag_.startswith("NNP") or sentence.start == 0:
            continue
        before = doc[sentence.start - 1]
        if not is_break(before) and before.sent.root.i in trading:
            yield verb.i


def _is_of_price(predicate: Token, *, of_shares: bool) -> bool:
    """Whether a predicate says in the simple past how a price moved, or what it was at.

    `of_shares`: only prices of shares count, in an article on something else.
    """
    was_at = any(
        word.tag_ == "VBD" and word.lemma_ == "be"
        for word in (predicate, *grammar.children(predicate, "cop"))
    )
    subject = grammar.subject(predicate) if was_at or _moved(predicate) else None
    if subject is None:
        return False
    lemma = subject.lemma_.lower()
    return lemma in words("market", "traded") if of_shares else lemma not in listed("results", "earned")


def _moved(predicate: Token) -> bool:
    """Whether a predicate says in the simple past that something rose or fell, or did not."""
    if predicate.lower_ in {"changed", "unchanged"}:
        return True
    lemma = predicate.lemma_.lower()
    if predicate.tag_ in {"VB", "VBG"}:
        return predicate.dep_ in {"acl", "advcl"} and lemma in words("market", "verbs")
    if predicate.tag_ not in {"VBD", "VBN"} or grammar.children(predicate, "aux", "aux:pass"):
        return False
    return any(lemma in words(*row) for row in (("market", "verbs"), ("change", "up"), ("change", "down")))
