"""The days that an article sets once for many of its figures: of an incident, of a poll, of trading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.bearing import is_of_report, path
from addup.reading.counted import Subject
from addup.reading.dated import UNDATED, Dated, head_of
from addup.reading.events import event_of
from addup.reading.frames import words
from addup.reading.people import is_person
from addup.reading.text import is_break, text_of
from addup.records import Amount, Period, Time

# Steps in the tree between an incident and its day: "the Aug. 7 blasts", "exploded in the centre on Friday".
_TOGETHER = 2
_DIRECTLY = 2  # characters between a day and the incident named behind it
_SINCE = re.compile(r"\bsince (?:late |early )?$")
_NEAR_SINCE = 12
# The longest time that a poll is in the field, in days.
_LONGEST_POLL = 60
_LONGEST_IN_FIELD = 15
_EARLIER = frozenset({"earlier", "last", "previous", "prior"})
_POLLED = re.compile(r"\b(?:poll|survey|questionnaire)", re.IGNORECASE)
_TWO_ENDS = re.compile(r"\b(?:to|through|thru|until|and)\b|[-–—]")
# How far into a text its lead may reach, in characters, and how long before, in days, what is news happened.
_LEAD = 400
_LONGEST_VOTE = 10
_NEAR_NOUN = 3  # tokens before a noun in which stands whose it is
_FISCAL = re.compile(
    r"\b(?:(?:budget|financial|fiscal) year|fiscal \d{4}|year (?:ended|ending|ends|to))\b", re.I
)
_BUDGET = re.compile(r"\bbudget\b", re.IGNORECASE)
_SHORTEST_YEAR, _DECEMBER = 360, 12
# The data of a month come out within so many days.
_OLD_DATA = 75
_MONTH = re.compile(r"\d{4}-\d\d")
_MONTHS = re.compile(r"P(\d{1,2})M")
_PAST = re.compile(r"\b(?:last|past|latest)\b")
_JUST_PAST = 3
_ASKED = re.compile(
    r"\b(?:sample[ds]?|surveyed|polled|interviewed|questioned|surveying|margin of error|poll of|survey of)\b",
    re.IGNORECASE,
)
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
_SATURDAY = 5
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
        if first.words is not None and first.words.start < _LEAD:
            return first
        return next(iter([*self.together.values(), *self.days.values()]), UNDATED)


def find_incidents(doc: Doc, times: Sequence[Time]) -> Incidents:
    """Find the sentences with an incident (an attack, a crash) and a day, the one nearest to its word."""
    found: dict[int, list[Time]] = {}
    for time in times:
        if time.period.known and time.period.first == time.period.last and not _opens(doc, time):
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
        days[start] = Dated(time.period, time.span)
        if steps <= _TOGETHER or any(_strikes(token, time) for token in told):
            together[start] = days[start]
    return Incidents(days, together)


def _is_incident(token: Token) -> bool:
    """Whether a word is of an incident: "a fire", and not what somebody fired."""
    lemma = token.lemma_.lower()
    return lemma in words("incident", "words") and not (lemma == "fire" and grammar.is_verb(token))


def _opens(doc: Doc, time: Time) -> bool:
    """Whether a day is only that since which something goes on: "had gathered since Saturday"."""
    return _SINCE.search(text_of(doc), max(0, time.span.start - _NEAR_SINCE), time.span.start) is not None


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


def goes_on(anchor: Token) -> bool:
    """Whether casualties are of what goes on for long, and of no one day: "the war has cost 15,000 lives"."""
    clause = grammar.clause_head(anchor)
    subject = grammar.subject(clause) if clause is not None else None
    if subject is None or subject.lemma_.lower() not in words("incident", "lasting"):
        return False
    return is_perfect(anchor)


def is_casualty(subject: Subject) -> bool:
    """Whether a figure is of people killed or hurt."""
    return event_of(subject.holder, subject.anchor) in words("incident", "casualties")


def is_recalled(subject: Subject) -> bool:
    """Whether casualties are of an incident that is only recalled: "visited where the blast killed 10"."""
    clause = grammar.clause_head(subject.anchor)
    if clause is None or clause.dep_ != "acl:relcl":
        return False
    return clause.head.lemma_.lower() in words("incident", "words") and clause.head.dep_ != "nsubj"


def points_back(sentence: Span) -> bool:
    """Whether a sentence speaks of an incident that the one before told of: "in that attack"."""
    return any(
        token.lower_ in {"that", "those"} and token.head.lemma_.lower() in words("incident", "words")
        for token in sentence
        if token.dep_ == "det"
    )


def days_of_poll(doc: Doc, times: Sequence[Time]) -> Dated:
    """Give the days on which the latest poll of an article was taken, where it says them."""
    found = UNDATED
    polled = _POLLED.search(text_of(doc)) is not None
    for time in times:
        first, last = time.period.first, time.period.last
        if first is None or last is None or (last - first).days > _LONGEST_POLL:
            continue
        head = head_of(doc, time)
        some_days = 0 < (last - first).days < _LONGEST_IN_FIELD and _TWO_ENDS.search(time.span.text)
        told = _is_taken_in(head) or (last > first and any(map(_is_one_poll, (head, head.head))))
        told = told or bool(polled and some_days and _is_of_field_work(head))
        if told and (found == UNDATED or _rank(time.period) > _rank(found.period)):
            found = Dated(time.period, time.span)
    return found


def _rank(period: Period) -> tuple[bool, date]:
    """Rank the days of polls: several before one, which may be when it came out; then the latest."""
    assert period.first is not None
    assert period.last is not None
    return period.first < period.last, period.last


def _is_taken_in(day: Token) -> bool:
    """Whether a poll was taken on the days of a word: "the poll was conducted from Monday to Friday"."""
    verb = next((word for word in (day, *day.ancestors) if grammar.is_verb(word)), None)
    taken = verb is not None and verb.lemma_.lower() in words("poll", "taken")
    return taken and any(_is_one_poll(token) for token in day.sent)


def _is_of_field_work(day: Token) -> bool:
    """Whether the sentence of some days tells how those polled were asked: "It was conducted May 6 to 9."."""
    asking = words("poll", "taken") | words("poll", "field")
    above = [word for word in (day, *day.ancestors) if grammar.is_verb(word)][:1]
    near = any(word.lemma_.lower() in asking for word in above)
    return near or any(token.lemma_.lower() in words("poll", "field") for token in day.sent)


def _is_one_poll(token: Token) -> bool:
    """Whether a word is "poll" or the like; several are taken over more days than any of them.

    Nor is it one that another is held against: "up 4 points since the last poll in March".
    """
    if token.lemma_.lower() not in words("poll", "nouns") or token.tag_ == "NNS":
        return False
    return not any(child.lower_ in _EARLIER for child in token.lefts)


def names_other_poll(sentence: Span) -> bool:
    """Whether a sentence tells of a poll beside that of the article: "a separate poll", "another survey"."""
    return any(
        token.lemma_.lower() in words("poll", "nouns")
        and any(child.lower_ in words("poll", "others") for child in token.lefts)
        for token in sentence
    )


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
    return any(word.lemma_.lower() in words("poll", "opinions") for word in anchor.ancestors)


def trading_clauses(doc: Doc) -> frozenset[int]:
    """Give the verbs, by their index, whose clauses tell of a day's trading; its prices are of no quarter.

    In a report on the markets that is what its clauses say of prices in the simple past, if not of what firms
    earn: "The dollar [fell] to 102 yen", "crude [was] up 40 cents".
    """
    found: set[int] = set()
    on_markets = _MARKETS.search(text_of(doc), 0, _LEAD) is not None
    if on_markets or _PRICED.search(text_of(doc)):
        found.update(token.i for token in doc if _is_of_price(token, of_shares=not on_markets))
    for told in _TRADING.finditer(text_of(doc)):
        clause = grammar.clause_head(grammar.anchor(grammar.span_of(doc, told.start(), told.end())))
        if clause is not None and clause.lower_ == "trading" and not grammar.auxiliaries(clause):
            clause = grammar.clause_head(clause.head)
        if clause is not None:
            found.add(clause.i)
    if found:
        found.update(_of_next_firm(doc, found))
    return frozenset(found)


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
    lemma = predicate.lemma_.lower()
    be = any(
        word.tag_ == "VBD" and word.lemma_ == "be"
        for word in (predicate, *grammar.children(predicate, "cop"))
    )
    moved = lemma in words("market", "verbs") | words("change", "up") | words("change", "down")
    at_last = (
        predicate.tag_ in {"VB", "VBG"}
        and predicate.dep_ in {"acl", "advcl"}
        and lemma in words("market", "verbs")
    )
    past = moved and predicate.tag_ in {"VBD", "VBN"} and not grammar.children(predicate, "aux", "aux:pass")
    past = past or at_last or predicate.lower_ in {"changed", "unchanged"}
    subject = grammar.subject(predicate) if be or past else None
    if subject is None:
        return False
    lemma = subject.lemma_.lower()
    return lemma in words("market", "traded") if of_shares else lemma not in words("market", "earned")


def last_day(text: str, times: Sequence[Time], published: date | None) -> Dated:
    """Give the last day that a text names before it was published, of those just past: "yesterday".

    Where it names none, that is the last day of trading before, or that of a session that still runs.
    """
    days = [time for time in times if time.type == "DATE" and time.period.first == time.period.last]
    found = UNDATED
    for time in days:
        day, latest = time.period.first, found.period.first
        if published is None or day is None or not 0 <= (published - day).days <= _JUST_PAST:
            continue
        if latest is None or day > latest:
            found = Dated(time.period, time.span)
    if found != UNDATED or published is None:
        return found
    is_open = published.weekday() < _SATURDAY and _SESSION.search(text) is not None
    return Dated(Period(published, published) if is_open else _weekday_before(published), None)


def _weekday_before(published: date) -> Period:
    """Give the last day of trading before a day: papers print in the morning what prices were then."""
    back = {0: 3, 6: 2}.get(published.weekday(), 1)
    day = published - timedelta(days=back)
    return Period(day, day)


def day_of_lead(doc: Doc, times: Sequence[Time], published: date | None) -> Time | None:
    """Give the day of which an article tells: the first time in its lead, where that is a day just past."""
    if published is None or not times:
        return None
    first = times[0]
    day = first.period.first
    if first.span.start > _LEAD or day is None or day != first.period.last:
        return None
    if _is_when_published(head_of(doc, first)):
        return None
    return first if 0 <= (published - day).days <= _JUST_PAST else None


def _is_when_published(day: Token) -> bool:
    """Whether a day is that on which something came out: "a study published on Wednesday"."""
    return day.head.dep_ == "acl" and day.head.lemma_.lower() in {"issue", "post", "publish", "release"}


def month_of_data(doc: Doc, times: Sequence[Time], published: date | None) -> Dated:
    """Give the month that an article on the data of a month reports on.

    It is the first time that the lead names, when the data came out left aside: "Prices rose in April, the
    ministry said on Friday".
    """
    for time in times:
        head = head_of(doc, time)
        if time.span.start > _LEAD:
            break
        if time.period.first == published or is_of_release(head):
            continue
        last = time.period.last
        is_month = time.type == "DATE" and _MONTH.fullmatch(time.value or "") is not None
        if not is_month or published is None or last is None or not 0 < (published - last).days < _OLD_DATA:
            break
        return Dated(time.period, time.span) if _is_of_data(head) else UNDATED
    return UNDATED


def fiscal_year(times: Sequence[Time]) -> Period:
    """Give the year that an article counts by, where that is not the calendar's: "the year to June"."""
    for time in times:
        first, last = time.period.first, time.period.last
        if first is None or last is None or _FISCAL.search(time.span.text) is None:
            continue
        ends_month = (last + timedelta(days=1)).day == 1
        if (last - first).days >= _SHORTEST_YEAR and ends_month and last.month != _DECEMBER:
            return time.period
    return Period()


def year_of_budget(doc: Doc, times: Sequence[Time], published: date | None) -> Dated:
    """Give the year of the budget that an article is about: the first of its lead that is not over."""
    if published is None or _BUDGET.search(text_of(doc), 0, _LEAD) is None:
        return UNDATED
    for time in times:
        first, last = time.period.first, time.period.last
        if time.span.start > _LEAD:
            break
        if first and last and (last - first).days >= _SHORTEST_YEAR and last > published:
            of_it = any(
                token.lemma_.lower() in words("market", "budgets") for token in head_of(doc, time).sent
            )
            return Dated(time.period, time.span) if of_it else UNDATED
    return UNDATED


def up_to_data(time: Time, data: Dated) -> Time:
    """Give the last so many months as an article on the data of a month counts them: they end with it."""
    counted = _MONTHS.fullmatch(time.value or "")
    last = data.period.last
    if last is None or counted is None or _PAST.search(time.span.text) is None or not time.period.known:
        return time
    first = last + timedelta(days=1) - relativedelta(months=int(counted[1]))
    return replace(time, period=Period(first, last))


def is_of_release(day: Token) -> bool:
    """Whether a day is that on which something was said: "the ministry said on Friday"."""
    return day.head.lemma_.lower() in words("report", "verbs")


def _is_of_data(month: Token) -> bool:
    """Whether a clause with a month tells how something measured was or changed then: "sales fell in May"."""
    clause = grammar.clause_head(month)
    if clause is None:
        return False
    around = (clause, *clause.children)
    return any(_measures(token.lemma_.lower()) for token in around)


def _measures(lemma: str) -> bool:
    return any(
        lemma in words(*where)
        for where in (("change", "up"), ("change", "down"), ("measured", "nouns"), ("market", "earned"))
    )


def days_of_vote(doc: Doc, times: Sequence[Time], published: date | None) -> Dated:
    """Give the days of the latest vote that an article tells of, where the words put them together.

    "Won the primary on Tuesday", "Tuesday's caucuses", "voted from March 1 to 8".
    """
    found = UNDATED
    for time in times:
        first, last = time.period.first, time.period.last
        if first is None or last is None or published is None or last > published:
            continue
        if (last - first).days > _LONGEST_VOTE or (found.period.last or last) > last:
            continue
        head = head_of(doc, time)
        if any(_is_vote(token) and len(path(token, head)) <= _TOGETHER for token in head.sent):
            found = Dated(time.period, time.span)
    return found


def _is_vote(token: Token) -> bool:
    return token.lemma_.lower() in words("poll", "elections")


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


def _is_coming_out(clause: Token) -> bool:
    """Whether a clause tells what a vote seems to have brought: "was set to win", "looks likely to win"."""
    if clause.tag_ != "VB" or not any(child.lower_ == "to" for child in grammar.children(clause, "mark")):
        return False
    return clause.head.lemma_.lower() in words("poll", "coming_out")


def _of_exit_poll(anchor: Token) -> bool:
    """Whether voters are spoken of who were asked on their way out."""
    sentence = anchor.sent
    start = max(0, sentence.start - 1)
    near = anchor.doc[anchor.doc[start].sent.start : sentence.end]
    return any(token.lower_ == "exit" and _asks(token.nbor()) for token in near[:-1])


def _asks(token: Token) -> bool:
    return token.lemma_.lower() in words("poll", "nouns")


def tells(anchor: Token) -> bool:
    """Whether a clause tells what happened or was so, in the past: "police arrested 40", "40 were waiting".

    A participle below it goes on in the same time: "..., picking up four seats", and so does a noun with
    words of its own ("with 76 percent counted, ..."). A participle with a subject and no auxiliary is a
    simple past that the tagger does not know.
    """
    clause = _finite_clause(anchor)
    if clause is None:
        return False
    helpers = grammar.auxiliaries(clause)
    if helpers & {"have", "has", "had", "would"} or _speaks(anchor, clause):
        return False
    if clause.tag_ == "VBN" and not helpers:
        return bool(grammar.children(clause, "nsubj"))
    return clause.tag_ == "VBD" or bool(helpers & {"was", "were", "did"})


def _finite_clause(anchor: Token) -> Token | None:
    """Give the verb or predicate whose tense is that of a figure, which may be the predicate itself."""
    clause = anchor if grammar.children(anchor, "cop") else grammar.clause_head(anchor)
    while clause is not None and _goes_on(clause):
        clause = grammar.clause_head(clause)
    return clause


def was_awaited(anchor: Token) -> bool:
    """Whether a clause tells what was thought that a result would be: "analysts had expected 40 cents"."""
    for word in (anchor, *anchor.ancestors):
        if grammar.is_verb(word) and word.lemma_.lower() in words("stance", "awaiting"):
            return word.tag_ in {"VBD", "VBN"} and not grammar.auxiliaries(word) & {
                "is",
                "are",
                "has",
                "have",
            }
    return False


def expects(anchor: Token) -> bool:
    """Whether a clause tells what somebody expects now: "sees sales of $4 million", "will earn"."""
    for word in (anchor, *anchor.ancestors):
        if grammar.is_verb(word) or grammar.children(word, "cop"):
            is_now = word.tag_ in {"VBZ", "VBP", "VBG"}
            if is_now and word.lemma_.lower() in words("stance", "awaiting") | {"see"}:
                return True
            if grammar.auxiliaries(word) & words("stance", "expected_modals"):
                return True
    return False


def is_outlook(anchor: Token) -> bool:
    """Whether a figure is of what a firm expects now: "sees sales of $4 million", "lifted its outlook"."""
    if expects(anchor):
        return True
    clause = grammar.clause_head(anchor)
    return clause is not None and any(map(_is_own_guess, clause.subtree))


def _is_own_guess(noun: Token) -> bool:
    """Whether a noun is a firm's own outlook, and not what others had thought: "its revenue forecast"."""
    if noun.lemma_.lower() not in words("container", "guesses") | words("market", "outlooks"):
        return False
    before = noun.doc[max(noun.sent.start, noun.i - _NEAR_NOUN) : noun.i]
    return any(token.lower_ in {"its", "their"} for token in before)


def is_perfect(anchor: Token) -> bool:
    """Whether a clause tells what has come to be so: "has spent 40"."""
    clause = _finite_clause(anchor)
    return clause is not None and bool(grammar.auxiliaries(clause) & {"has", "have"})


def is_so_now(anchor: Token) -> bool:
    """Whether a clause tells what is so or has come to be so by now: "is 40", "has sold 40"."""
    clause = _finite_clause(anchor)
    if clause is None:
        return False
    finite = [clause, *grammar.children(clause, "aux", "aux:pass", "cop")]
    tags = {token.tag_ for token in finite}
    return bool(tags & {"VBZ", "VBP"}) and "MD" not in tags


def _speaks(anchor: Token, verb: Token) -> bool:
    """Whether a figure is only of those who say something: "two officials said"; not "told 40 people"."""
    if verb.lemma_.lower() not in words("report", "verbs"):
        return False
    top = anchor
    while top.head not in (verb, top):
        top = top.head
    return top.dep_ not in {"obj", "iobj"}


def _goes_on(clause: Token) -> bool:
    """Whether a clause has no tense of its own, so that its time is that of the one above."""
    if clause.head == clause or grammar.auxiliaries(clause):
        return False
    if clause.tag_ == "VBN":
        return not grammar.children(clause, "nsubj")
    return clause.tag_ == "VBG" and clause.dep_ in {"advcl", "acl", "conj"}
