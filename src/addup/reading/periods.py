"""Which days a figure covers: its time expression, chosen among those of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.bearing import (
    deed_of,
    fits_tense,
    is_ahead,
    is_capacity,
    is_come_from,
    is_definite,
    is_known,
    is_of_part,
    is_of_report,
    is_present,
    own_days,
)
from addup.reading.counted import Subject
from addup.reading.dated import UNDATED, Dated, head_of, in_sentence
from addup.reading.events import event_verb
from addup.reading.frames import words
from addup.reading.sentences import dateline, headline_end
from addup.reading.set_days import (
    day_of_lead,
    days_of_poll,
    days_of_vote,
    expects,
    find_incidents,
    fiscal_year,
    goes_on,
    is_casualty,
    is_of_poll,
    is_of_release,
    is_of_vote,
    is_outlook,
    is_perfect,
    is_recalled,
    is_so_now,
    last_day,
    month_of_data,
    names_other_poll,
    points_back,
    tells,
    trading_clauses,
    up_to_data,
    was_awaited,
    year_of_budget,
)
from addup.reading.text import text_of
from addup.reading.times import stretches
from addup.reading.year_before import (
    day_before,
    held_against,
    is_day_before,
    is_year_before,
    year_before,
)
from addup.records import Amount, Period, Span, Time

__all__ = ["Dated", "date_figures", "rate_of"]

# Kinds of figure that a company's or a state's report gives for one period and the one before it.
_REPORTED = frozenset({"money", "share"})
_UNITS = {"P1D": "day", "P1W": "week", "P1M": "month", "P1Y": "year"}
_REPORTING = re.compile(
    r"\b(?:quarter|half|fiscal|(?:three|six|nine)[- ]months?|first \w+ months|year,? (?:ended|ending|to))\b",
    re.IGNORECASE,
)
# Shares of the first months of a year may be of anything, as a poll's are.
_SO_MANY_MONTHS = re.compile(r"\bfirst \w+ months\b", re.IGNORECASE)
_SINCE_BEFORE = re.compile(r"\bsince (?:the )?$")
_SINCE_WHEN = re.compile(r"\bsince\b[^.;]*$")
_FAR_SINCE = 60  # characters of "since the rebellion began in"
_NEAR_SINCE = 12  # characters before a time in which "since" stands
_THIS_YEAR = re.compile(r"(?:so far )?this year|the (?:full )?year", re.IGNORECASE)
_FULL_YEAR = re.compile(r"(?:\bthe )?\bfull[- ]year\b", re.IGNORECASE)
_DECEMBER = 12
_RUNNING = re.compile(r"(?:this|the current) quarter", re.IGNORECASE)
_UP_TO_NOW = re.compile(r"\b(?:past|last|next|coming|recent) \w+ months\b", re.IGNORECASE)
_OF_ITS_OWN_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\bended\b")
# A count of all so far has not the days of the count before it.
_SO_FAR = re.compile(
    r"[\w\s]*\b(?:in all|so far|to date|altogether|in total|a total of|total(?:s|led|ling)?|overall"
    r"|since then)\b"
)
_LED_BY = re.compile(r" (?:since|in|on|of|during) (?:the )?")
_FOR = re.compile(r"\b(?:for|in)(?: (?:the|its))? $")
_NEAR_FOR = 12  # characters of "for the"
_SINCE = re.compile(r"(?: \w+){0,2} since (?:the )?")
# What counts from something that happened, whose day may stand behind it.
_SINCE_EVENT = re.compile(r"[^,;:.!?()\d]*\b(since) (?:an?|her|his|its|the|their|they|it|he|she)\b")
_POLL = re.compile(r"\b(?:poll|survey)s?\b", re.IGNORECASE)
_JUST_BEHIND = 30
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CAME_FROM = re.compile(
    r",? (?:up |down |compared )?(?:from|with|against|versus) (?:an? |just |only |about )?"
)
_RIGHT_BEHIND = re.compile(r" (?:in|on|for|during|at) ")
_EARLIER = re.compile(r"\b(?:ago|before|earlier)$")
# Behind a share: what is owned is so at all times.
_OWNED = re.compile(r"-?\s?(?:owned|held|stake|interest|holding)\b")
# What a number is held against: "compared with 1.83 marks and 141.52 yen".
_NUMBER_BEFORE = re.compile(r"\b(?:compared (?:with|to)|versus) [^.;:\n]*\d[^;:\n]*$")
# What a result is held against that others had expected: "far above the 235,000 forecast by economists".
_BESIDE = re.compile(
    r"\b(?:above|against|below|beat\w*|exceed\w*|miss\w*|than|top(?:ped|ping)|compared (?:to|with))\b"
)
_GUESSED = re.compile(
    r"\b(?:consensus|estimate|expect|forecast|predict|project)(?:s|ed|ation|ations|ions?)?\b"
)
_FRIDAY = 4
_SOME_WEEKS = 80
_YEAR_NAMED = re.compile(r"(?:(?:last|next|this|that) year|\d{4})", re.IGNORECASE)
_SOME_DAYS = 28
# The least days, but one, of what a rate is for.
_LENGTHS = {"week": 6, "month": 27, "quarter": 88, "year": 364}
# A day is carried over these: how old or how long something is has seldom a day of its own.
_PASSED_OVER = frozenset({"duration", "age"})


def date_figures(
    doc: Doc,
    amounts: Sequence[Amount],
    subjects: Sequence[Subject],
    times: Sequence[Time],
    published: date | None,
) -> list[Dated]:
    """Give the days of each figure, in the order of the text.

    They come from a time expression of the figure's own sentence, or else from where a reader would carry
    them over from: the figure before in its paragraph, the day of the incident that the casualties are of,
    the days of the poll, the period that a company reports on, or the day that the article tells of.
    """
    return _Dating(doc, amounts, subjects, stretches(text_of(doc), times), published).dated


class _Dating:
    """Walks through the amounts of one document and remembers what the article has set."""

    def __init__(
        self,
        doc: Doc,
        amounts: Sequence[Amount],
        subjects: Sequence[Subject],
        times: tuple[Time, ...],
        published: date | None,
    ) -> None:
        self._doc = doc
        self._text = text_of(doc)
        self._amounts = amounts
        self._subjects = subjects
        self._published = published
        self._year_before = tuple(time for time in times if is_year_before(time))
        self._plain = tuple(time for time in times if time not in self._year_before)
        _, written = dateline(self._text) or (0, 0)  # the day there is that of writing
        self._days = tuple(
            time
            for time in self._plain
            if time.period.known
            and not is_present(time)
            and time.span.start >= written
            and not _is_line(self._text, time.span)
        )
        told_of = [time for time in self._days if not self._is_held_against(time.span)]
        self._lead = day_of_lead(doc, told_of, published)
        self._data = month_of_data(doc, told_of, published)
        self._plain = tuple(up_to_data(time, self._data) for time in self._plain)
        self._incidents = find_incidents(doc, self._days)
        self._poll = days_of_poll(doc, times)
        self._vote = days_of_vote(doc, self._days, published)
        self._reported = self._main = UNDATED
        self._fiscal = fiscal_year(times)
        self._budget = year_of_budget(doc, self._days, published)
        self._trading = trading_clauses(doc)
        self._traded = UNDATED
        self.dated: list[Dated] = []
        self._is_now: list[bool] = []
        self._is_polled = _POLL.search(self._text) is not None
        self._with_amount = {subject.anchor.sent.start for subject in subjects}
        self._unnoted = [time for time in self._days if _REPORTING.search(time.span.text)]
        self._held = held_against(self._text, amounts, subjects, self._year_before)
        for amount, subject, against in zip(amounts, subjects, self._held, strict=True):
            self.dated.append(self._date(amount, subject, held=against))
        self._date_headline()

    def _date_headline(self) -> None:
        """Give a figure of the headline the days of the same figure below, where it names none itself."""
        end = headline_end(self._text)
        of_body = {
            _size(amount): dated
            for amount, dated in zip(reversed(self._amounts), reversed(self.dated), strict=True)
            if amount.span.start >= end
        }
        for index, amount in enumerate(self._amounts):
            if amount.span.start >= end:
                break
            own = self.dated[index].words
            if own is None or own.start >= end:
                self.dated[index] = of_body.get(_size(amount), self.dated[index])

    def _date(self, amount: Amount, subject: Subject, *, held: bool) -> Dated:
        of_poll = amount.kind == "share" and self._is_polled
        self._is_now.append(not of_poll and is_so_now(subject.anchor))
        if self._has_no_day(amount, subject):
            return UNDATED
        own = own_days(self._doc, amount, subject, self._plain, self._published)
        compared = self._of_result(amount, subject, own)
        if amount.kind == "age" or compared != UNDATED:
            return own if compared == UNDATED else compared
        if _is_standing(amount, subject):
            return own if own.words is not None and _is_beside(subject, own.words) else UNDATED
        if amount.kind in _REPORTED:
            self._note_before(subject)
            is_result = (
                amount.kind == "money" or _SO_MANY_MONTHS.search(own.words.text if own.words else "") is None
            )
            if not held and is_result:
                self._note(own)
        dated = self._set_by_article(amount, subject, own, held=held)
        if not _is_dealt(subject.anchor):
            dated = self._in_fiscal_year(amount, dated)
        if dated != own and _is_longer(amount, dated):
            return own
        if dated == UNDATED and self._year_before:
            return own_days(self._doc, amount, subject, self._year_before, self._published)
        return dated

    def _in_fiscal_year(self, amount: Amount, dated: Dated) -> Dated:
        """Give a year of money as the fiscal year of its number, where the article counts so: "last year"."""
        told, fiscal = dated.words, self._fiscal
        first, end = dated.period.first, fiscal.last
        if amount.kind not in _REPORTED or told is None or first is None or end is None:
            return dated
        if not _YEAR_NAMED.fullmatch(told.text) or (first.month, first.day) != (1, 1):
            return dated
        last = end + relativedelta(years=first.year - end.year)
        return Dated(Period(last - relativedelta(years=1) + timedelta(days=1), last), told)

    def _has_no_day(self, amount: Amount, subject: Subject) -> bool:
        """Whether a figure is an age, or counts from something without a day: "612 since the siege began"."""
        if amount.kind == "age":
            return not _is_said_of_then(subject.anchor)
        if is_capacity(subject.anchor):
            return True
        end = subject.anchor.sent.end_char
        since = _SINCE_EVENT.match(self._text, amount.span.end, end)
        return since is not None and not any(since.end(1) < time.span.start < end for time in self._plain)

    def _note_before(self, subject: Subject) -> None:
        """Keep the periods that sentences of results without a figure name before that of a figure.

        "Reported a sharp decline in income for its third quarter.", and behind it the figures.
        """
        start = subject.anchor.sent.start_char
        while self._unnoted and self._unnoted[0].span.start < start:
            time = self._unnoted.pop(0)
            head = head_of(self._doc, time)
            if head.sent.start not in self._with_amount and self._is_of_results(time, head):
                self._note(Dated(time.period, time.span))

    def _is_of_results(self, time: Time, head: Token) -> bool:
        """Whether a period is that of results: "third-quarter earnings", "income for its third quarter"."""
        earned = words("market", "earned")
        if _FOR.search(self._text, max(0, time.span.start - _NEAR_FOR), time.span.start) is None:
            return head.head.lemma_.lower() in earned
        return any(token.lemma_.lower() in earned for token in head.sent)

    def _note(self, own: Dated) -> None:
        """Keep the period that an article reports on, not one that it looks ahead to or holds against it."""
        if own.words is None or not _REPORTING.search(own.words.text) or not own.period.known:
            return
        if _UP_TO_NOW.search(own.words.text) or _RUNNING.fullmatch(own.words.text):
            return
        last, first = own.period.last, self._reported.period.first
        if last is not None and self._published is not None and last > self._published:
            return
        if last is None or first is None or last >= first:
            self._reported = own
            if self._main.period.last != last:
                self._main = own  # and not the nine months that end with the quarter

    def _set_by_article(self, amount: Amount, subject: Subject, own: Dated, *, held: bool) -> Dated:
        """Give the days of a figure's own time, or those that the article sets for its kind of figure."""
        if self._poll != UNDATED and is_of_poll(amount, subject):
            if names_other_poll(subject.anchor.sent):
                return own
            if self._has_moved_up_to_poll(amount, own):
                return Dated(Period(own.period.first, self._poll.period.last), own.words)
            return own if self._is_of_earlier_poll(own, amount) else self._poll
        if self._trading and amount.kind not in _PASSED_OVER and self._is_traded(subject):
            return self._of_trading(own, held=held)
        return self._reported_or_carried(amount, subject, own, held=held)

    def _is_traded(self, subject: Subject) -> bool:
        """Whether a figure is in a clause of trading, or what such a clause says of something."""
        anchor = subject.anchor
        said = grammar.first_conjunct(anchor)
        clause = said if grammar.children(said, "cop") else grammar.clause_head(anchor)
        while clause is not None and clause.i not in self._trading and clause.tag_ == "VBG":
            clause = grammar.clause_head(clause) if clause.dep_ in {"advcl", "xcomp"} else None
        return clause is not None and clause.i in self._trading

    def _of_trading(self, own: Dated, *, held: bool) -> Dated:
        """Give the day of a price: its own, or else that of the prices before.

        One that another is held against sets no day for those behind it, and is of none if it names none.
        """
        one_day = own.period.first == own.period.last
        if held or not one_day:
            return day_before(own, self._traded) if held else own
        of_its_own = own != UNDATED and not is_day_before(own)
        if of_its_own or self._traded == UNDATED:
            self._traded = own if of_its_own else self._last_trading()
        return self._traded

    def _last_trading(self) -> Dated:
        """Give the day of trading where no sentence names it: that of the lead, or the last one named."""
        lead = self._lead
        last = (
            last_day(self._text, self._days, self._published)
            if lead is None
            else Dated(lead.period, lead.span)
        )
        return self._day_behind(last) if self._is_held_against(last.words) else last

    def _is_held_against(self, day: Span | None) -> bool:
        """Whether a day is only that of what a number is held against: "compared with 141 yen Wednesday"."""
        start = day.start if day is not None else 0
        return _NUMBER_BEFORE.search(self._text, max(0, start - 80), start) is not None

    def _day_behind(self, day: Dated) -> Dated:
        """Give the next day on which there is trading, where it is over."""
        if day.period.last is None:
            return UNDATED
        following = day.period.last + timedelta(days=3 if day.period.last.weekday() == _FRIDAY else 1)
        if self._published is not None and following > self._published:
            return UNDATED
        return Dated(Period(following, following), day.words)

    def _reported_or_carried(self, amount: Amount, subject: Subject, own: Dated, *, held: bool) -> Dated:
        if amount.kind in _REPORTED and self._reported != UNDATED:
            return self._of_results(amount, subject, own, held=held)
        against = self._held_against(amount, subject, own) if held else None
        if against is not None:
            return against
        if is_casualty(subject) and (own == UNDATED or is_recalled(subject)):
            told = self._of_incident(amount, subject, own)
            if told is not None:
                return told
        return own if own != UNDATED else self._carried_or_told(amount, subject)

    def _of_result(self, amount: Amount, subject: Subject, own: Dated) -> Dated:
        """Give the days of a result for what was expected of it: "added 90 jobs, above the 70 forecast"."""
        sentence = subject.anchor.sent
        result = next((index for index in reversed(range(len(self.dated))) if not self._held[index]), None)
        if result is None or self._amounts[result].span.start < sentence.start_char:
            return UNDATED
        if own != self.dated[result] and not self._is_open(own):
            return UNDATED
        lead = self._text[self._amounts[result].span.end : amount.span.start]
        behind = self._text[amount.span.end : min(sentence.end_char, amount.span.end + _JUST_BEHIND)]
        is_guess = _GUESSED.search(lead) or _GUESSED.search(behind)
        return self.dated[result] if is_guess and _BESIDE.search(lead) else UNDATED

    def _is_open(self, own: Dated) -> bool:
        """Whether a figure has no time of its own but when it was told."""
        if own.words is None:
            return own == UNDATED
        span = grammar.span_of(self._doc, own.words.start, own.words.end)
        return is_of_release(grammar.anchor(span))

    def _of_results(self, amount: Amount, subject: Subject, own: Dated, *, held: bool) -> Dated:
        """Give the days of a figure beside the results of a firm: its own, or the period reported on."""
        if held and not (self._names_earlier(own) or self._has_its_own(amount, own)):
            return year_before(self._reported)
        if _is_owned(self._text, amount, own) or (own == UNDATED and self._is_ahead(subject)):
            return UNDATED
        if own == UNDATED and was_awaited(subject.anchor):
            return self._main
        year = self._year_of_results(amount, subject, own)
        if year is not None:
            return year
        if own == UNDATED and not _is_booked(subject.anchor) and is_outlook(subject.anchor):
            return self._looked_ahead_to(amount)
        if own == UNDATED:
            own = self._year_told_before(amount)
        is_of_now = self._is_this_year(own) or self._is_of_results_now(own)
        return own if own != UNDATED and not is_of_now else self._reported

    def _looked_ahead_to(self, amount: Amount) -> Dated:
        """Give the period to come last named, here or a paragraph before: "for the year to June"."""
        start = amount.span.start
        for time in reversed([time for time in self._days if time.span.start < start]):
            first, last = time.period.first, time.period.last
            if self._text.count("\n\n", time.span.end, start) > 1:
                break
            if first and last and self._published and first < self._published < last:
                return Dated(time.period, time.span) if (last - first).days > _SOME_WEEKS else UNDATED
        return UNDATED

    def _year_of_results(self, amount: Amount, subject: Subject, own: Dated) -> Dated | None:
        """Give the year of "the full year" and of "full-year sales": that with the quarter reported.

        What is expected for it beside the results of a fourth quarter is of the next one.
        """
        last, first = self._main.period.last, own.period.first
        sentence = subject.anchor.sent
        named = _FULL_YEAR.search(self._text, sentence.start_char, amount.span.start)
        is_year = own.words is not None and _FULL_YEAR.fullmatch(own.words.text) is not None
        if last is None or not (is_year or (own == UNDATED and named is not None)):
            return None
        ended = last.month == _DECEMBER and not expects(subject.anchor)
        if not ended and is_year and first is not None and first <= last:
            return None
        year = last.year + (last.month == _DECEMBER and not ended)
        told = own.words if named is None else Span(named[0], named.start(), named.end())
        return Dated(Period(date(year, 1, 1), date(year, 12, 31)), told)

    def _year_told_before(self, amount: Amount) -> Dated:
        """Give "the full year" of the last result in the paragraph, where that is of one."""
        for index in reversed(range(len(self.dated))):
            earlier, dated = self._amounts[index], self.dated[index]
            if "\n\n" in self._text[earlier.span.end : amount.span.start]:
                break
            if earlier.kind in _REPORTED and not self._held[index]:
                told = dated.words
                return dated if told is not None and _FULL_YEAR.fullmatch(told.text) else UNDATED
        return UNDATED

    def _is_ahead(self, subject: Subject) -> bool:
        """Whether a figure is of what a firm will do, not of what it will report of a past quarter."""
        return not _is_booked(subject.anchor) and is_ahead(subject.anchor)

    def _of_incident(self, amount: Amount, subject: Subject, own: Dated) -> Dated | None:
        """Give the days of the incident that casualties are of, None where they are not of one."""
        if own == UNDATED and goes_on(subject.anchor):
            return UNDATED
        told = self._incidents.of(subject)
        if own == UNDATED:
            before = self._of_other_incident(amount, subject, told)
            if before != UNDATED or points_back(subject.anchor.sent):
                return before
            if amount.kind == "share":
                return None
        if told.words is None or self._is_of_part(amount, subject, told.words):
            return None
        return told

    def _of_other_incident(self, amount: Amount, subject: Subject, told: Dated) -> Dated:
        """Give the days of casualties of another incident than the one that the article tells of.

        It is that of the sentence before for "that attack", for a share ("61 percent of the deaths") and in a
        paragraph with a day of its own; or the time a year before that opens the sentence.
        """
        recalled = self._of_year_before(amount, subject)
        if recalled != UNDATED:
            return recalled
        if points_back(subject.anchor.sent) or amount.kind == "share":
            return self._days_before(subject)
        is_before = told.words is not None and told.words.start < self._paragraph(amount)
        return self._days_told_before(amount, subject) if is_before else UNDATED

    def _of_year_before(self, amount: Amount, subject: Subject) -> Dated:
        """Give the days of casualties recalled at the start of a sentence: "A year ago 60 people died"."""
        start = subject.anchor.sent.start_char
        opening = [time for time in self._year_before if self._text[start : time.span.start].strip() == ""]
        return own_days(self._doc, amount, subject, tuple(opening), self._published) if opening else UNDATED

    def _paragraph(self, amount: Amount) -> int:
        """Where the paragraph of an amount begins."""
        return self._text.rfind("\n\n", 0, amount.span.start)

    def _days_told_before(self, amount: Amount, subject: Subject) -> Dated:
        """Give the day of the sentence before, in the paragraph, for what that led to."""
        before = self._days_before(subject)
        start = before.words.start if before.words is not None else -1
        is_told = start > self._paragraph(amount) and tells(subject.anchor) and _is_short(before.period)
        return before if is_told else UNDATED

    def _is_of_part(self, amount: Amount, subject: Subject, day: Span) -> bool:
        """Whether the day of an incident stands behind a part of casualties, in their sentence."""
        behind = amount.span.end <= day.start < subject.anchor.sent.end_char
        return behind and is_of_part(self._text[amount.span.end : day.start])

    def _days_before(self, subject: Subject) -> Dated:
        """Give the days that the sentence before a figure's names, as its last figure has them."""
        first = subject.anchor.sent.start
        before = self._doc[first - 1].sent if first else subject.anchor.sent
        told = zip(reversed(self._subjects[: len(self.dated)]), reversed(self.dated), strict=True)
        dated = next((days for other, days in told if other.anchor.sent == before and days != UNDATED), None)
        if dated is not None:
            return dated
        inside = [time for time in self._days if before.start_char <= time.span.start < before.end_char]
        return Dated(inside[-1].period, inside[-1].span) if inside else UNDATED

    def _names_year_before(self, subject: Subject) -> bool:
        """Whether a sentence with an amount of comparison holds it against the same time a year before."""
        before = in_sentence(subject.anchor, self._year_before)
        earlier = self._amounts[len(self.dated) - 1].span.start
        return bool(before) and earlier >= subject.anchor.sent.start_char

    def _is_to_come(self, days: Dated) -> bool:
        """Whether days are those by which something is to be, and so not of what is so now."""
        first = days.period.first
        if self._published is None or self._is_over(days):
            return False
        return first is None or first > self._published

    def _carried_or_told(self, amount: Amount, subject: Subject) -> Dated:
        if deed_of(subject.anchor) is not None:
            return UNDATED
        carried = self._carried(amount)
        planned = self._of_budget(amount, subject)
        is_other = carried == UNDATED or self._is_over(carried) or self._is_to_come(carried)
        if planned != UNDATED and is_other:
            return planned
        if self._is_now[-1] and (
            self._is_over(carried) or self._is_to_come(carried) or self._is_level(subject, carried)
        ):
            return UNDATED
        if self._held[len(self.dated)] and carried.period.first is None:
            return UNDATED  # "will fall to 2 percent by May from 3 percent"
        if carried == UNDATED:
            told = self._told(amount, subject)
            return self._vote if told == UNDATED and is_of_vote(amount, subject) else told
        return carried if fits_tense(subject.anchor, carried.period, self._published) else UNDATED

    def _is_level(self, subject: Subject, days: Dated) -> bool:
        """Whether a figure is how many there are now, beside days since which others were counted."""
        start = days.words.start if days.words is not None else 0
        since = _SINCE_WHEN.search(self._text, max(0, start - _FAR_SINCE), start)
        return since is not None and not (is_perfect(subject.anchor) or is_definite(subject.anchor))

    def _of_budget(self, amount: Amount, subject: Subject) -> Dated:
        """Give the year of the budget that an article is about, for what it plans and puts: "health gets"."""
        if self._budget == UNDATED or amount.kind not in _REPORTED:
            return UNDATED
        if not (self._is_now[-1] or expects(subject.anchor)) or is_perfect(subject.anchor):
            return UNDATED
        return year_before(self._budget) if self._held[len(self.dated)] else self._budget

    def _is_over(self, dated: Dated) -> bool:
        """Whether days are past, so that what is so now does not go on with them."""
        last = dated.period.last
        return last is not None and self._published is not None and last < self._published

    def _told(self, amount: Amount, subject: Subject) -> Dated:
        """Give the day that an article tells of, for what is told in the simple past without a time.

        That is the day last named in the paragraph, or else that of the lead.
        """
        if amount.kind in _PASSED_OVER or not tells(subject.anchor):
            return UNDATED
        start = self._text.rfind("\n\n", 0, amount.span.start)
        before = [
            time
            for time in self._days
            if start < time.span.start < amount.span.start
            and fits_tense(subject.anchor, time.period, self._published)
            and _is_told(head_of(self._doc, time), subject.anchor)
        ]
        if self._data != UNDATED:
            before = [
                time
                for time in before
                if _is_short(time.period) and not is_of_release(head_of(self._doc, time))
            ]
            if not before:
                return self._data
        told = before[-1] if before else self._lead
        if told is None or not _is_short(told.period):
            return UNDATED
        if is_of_report(subject.anchor, head_of(self._doc, told)):
            return UNDATED  # "police said on Tuesday that 40 were in custody"
        return Dated(told.period, told.span)

    def _is_this_year(self, own: Dated) -> bool:
        """Whether a figure's own time is the year of which the article reports the part that is over.

        Results "so far this year" are those of its first months, and those of "the full year" end with it.
        """
        first, last = self._reported.period.first, self._reported.period.last
        if own.words is None or first is None or last is None or self._published is None:
            return False
        started, named = own.period.first, _THIS_YEAR.fullmatch(own.words.text)
        return (
            named is not None
            and started is not None
            and first <= started < last < self._published
            and not self._is_now[-1]
        )

    def _names_earlier(self, own: Dated) -> bool:
        """Whether a figure's own time names a year or an end before the period of the article."""
        last, first = own.period.last, self._reported.period.first
        named = own.words is not None and _OF_ITS_OWN_YEAR.search(own.words.text) is not None
        return named and last is not None and first is not None and last < first

    def _has_its_own(self, amount: Amount, own: Dated) -> bool:
        """Whether another time than the reported one stands right behind: "from 4 percent in December"."""
        if own.words is None or own.period == self._reported.period:
            return False
        if _EARLIER.search(own.words.text) and own.words.start == amount.span.end + 1:
            return True
        return _RIGHT_BEHIND.fullmatch(self._text, amount.span.end, own.words.start) is not None

    def _is_of_results_now(self, own: Dated) -> bool:
        """Whether "this quarter's" are the results just reported, and not those of the quarter that runs."""
        if own.words is None or not _RUNNING.fullmatch(own.words.text):
            return False
        return self._text.startswith(("'s", "’s"), own.words.end)

    def _held_against(self, amount: Amount, subject: Subject, own: Dated) -> Dated | None:
        """Give the days of an amount of comparison: a year before those named, or of the amount before."""
        if self._comes_from_year_before(amount, own):
            return year_before(own)
        so_far = self._so_far_then(amount, own)
        if so_far is not None:
            return so_far
        if not self.dated or not self._names_year_before(subject) or self._has_its_own(amount, own):
            return UNDATED if self._came_down_from(amount, own) else None
        earlier = self.dated[-1]
        return earlier if self._held[len(self.dated) - 1] else year_before(earlier)

    def _so_far_then(self, amount: Amount, own: Dated) -> Dated | None:
        """Give the days up to a time before, of what has been counted since another.

        "Has killed 120 since January, up from 85 a week ago."
        """
        before = self.dated[-1].words if self.dated else None
        if before is None or own.words is None or own.words.start < amount.span.end:
            return None
        lead = self._text[self._amounts[len(self.dated) - 1].span.end : amount.span.start]
        since = _SINCE_BEFORE.search(self._text, max(0, before.start - _NEAR_SINCE), before.start)
        if since is None or not lead.endswith((" up from ", " down from ")) or ". " in lead:
            return None
        return Dated(Period(self.dated[-1].period.first, own.period.last), own.words)

    def _came_down_from(self, amount: Amount, own: Dated) -> bool:
        """Whether the time is that of what an amount became: "won 40 seats on Sunday, down from 52"."""
        if own.words is None or own.words.end > amount.span.start:
            return False
        between = self._text[own.words.end : amount.span.start]
        return between.endswith((" up from ", " down from ")) and not _SINCE_BEFORE.search(
            self._text, max(0, own.words.start - _NEAR_SINCE), own.words.start
        )

    def _comes_from_year_before(self, amount: Amount, own: Dated) -> bool:
        """Whether a year was named for what came of an amount: "rose to $5 in 2010 from $4"."""
        if own.words is None or _YEAR.fullmatch(own.words.text) is None:
            return False
        if not self._text.endswith((" in ", " for "), 0, own.words.start):
            return False
        return _CAME_FROM.fullmatch(self._text, own.words.end, amount.span.start) is not None

    def _carried(self, amount: Amount) -> Dated:
        """Give the days of the last figure of this kind in the paragraph, lengths and ages passed over."""
        text = self._text
        if amount.kind in _PASSED_OVER:
            return UNDATED
        for index in reversed(range(len(self.dated))):
            earlier, dated = self._amounts[index], self.dated[index]
            between = text[earlier.span.end : amount.span.start]
            if "\n\n" in between or _SO_FAR.search(between):
                break
            if _SO_FAR.match(text, amount.span.end, amount.span.end + _JUST_BEHIND):
                break
            passed = dated == UNDATED and (
                self._is_now[index] or _is_standing(earlier, self._subjects[index])
            )
            held = self._held[index] or is_come_from(text, earlier, dated)
            if passed or (held and not self._held[len(self.dated)]):
                continue
            if earlier.kind == amount.kind or {earlier.kind, amount.kind} <= _REPORTED:
                return dated
            if earlier.kind not in _PASSED_OVER:
                break
        return UNDATED

    def _has_moved_up_to_poll(self, amount: Amount, own: Dated) -> bool:
        """Whether days are those since another poll: "up 8 points since March"."""
        first, poll = own.period.first, self._poll.period.first
        if own.words is None or first is None or poll is None or first >= poll:
            return False
        return _SINCE.fullmatch(self._text, amount.span.end, own.words.start) is not None

    def _is_of_earlier_poll(self, own: Dated, amount: Amount) -> bool:
        """Whether days are before those of the poll ("in March, 40 percent"); not when it came out.

        Nor where they are those of polls that it is held against: "40 percent, as in a poll in March".
        """
        last, first = own.period.last, self._poll.period.first
        if own.words is None or last is None or first is None or last >= first:
            return False
        return _POLL.search(self._text, amount.span.end, own.words.start) is None


def _is_dealt(anchor: Token) -> bool:
    """Whether a clause tells what was bought or sold, which goes by the year of the calendar."""
    clause = grammar.clause_head(anchor)
    return clause is not None and clause.lemma_.lower() in words("market", "trades") | words(
        "market", "offers"
    )


def _is_booked(anchor: Token) -> bool:
    """Whether a clause tells what is put into the accounts of a quarter."""
    clause = grammar.clause_head(anchor)
    return clause is not None and clause.lemma_.lower() in words("market", "booked")


def _size(amount: Amount) -> tuple[str, str | None, float | None]:
    """Give what two figures share that tell the same, the one with a hedge or without."""
    return amount.kind, amount.unit, amount.low if amount.low is not None else amount.high


def _is_line(text: str, words_of_time: Span) -> bool:
    """Whether a time is a line of its own, as the day of writing is above a report."""
    before, behind = text[: words_of_time.start], text[words_of_time.end :]
    return before.endswith("\n") and behind.startswith("\n")


def _is_told(day: Token, anchor: Token) -> bool:
    """Whether a day is that of something told in the past, and not only when a figure was spoken of."""
    clause = grammar.clause_head(day)
    if clause is None:
        return True
    finite = {clause.tag_, *(child.tag_ for child in grammar.children(clause, "aux", "aux:pass", "cop"))}
    is_infinitive = clause.tag_ == "VB" and bool({"TO", "MD"} & {child.tag_ for child in clause.children})
    return not (is_infinitive or finite & {"VBZ", "VBP"} or is_of_report(anchor, day))


def _is_short(period: Period) -> bool:
    """Whether something told without a time may have happened then: on a day or some days, not in a month."""
    first, last = period.first, period.last
    return first is not None and last is not None and (last - first).days < _SOME_DAYS


def _is_owned(text: str, amount: Amount, own: Dated) -> bool:
    """Whether a share is of what is owned, which is so at all times where no other are named."""
    owned = _OWNED.match(text, amount.span.end)
    return owned is not None and (own == UNDATED or owned[0].startswith("-"))


def _is_said_of_then(age: Token) -> bool:
    """Whether an age is what somebody was or became, then: "was 69 when ...", "turned 70 on Tuesday"."""
    return bool(grammar.children(age, "cop")) or (age.dep_ in {"obj", "xcomp"} and age.head.lemma_ == "turn")


def _is_longer(amount: Amount, dated: Dated) -> bool:
    """Whether a rate is for a longer time than some days: "cost it $4 million a year" is not of a quarter."""
    first, last = dated.period.first, dated.period.last
    return first is not None and last is not None and (last - first).days < _LENGTHS.get(amount.per or "", 0)


def _is_standing(amount: Amount, subject: Subject) -> bool:
    """Whether a number is of things known before, which are as many at all times: "the two countries"."""
    return amount.kind == "count" and is_known(subject.anchor)


def _is_beside(subject: Subject, words_of_time: Span) -> bool:
    """Whether a time stands in the phrase of the things counted: "the 14 killings since 1993"."""
    noun = grammar.modified(subject.anchor) or subject.anchor
    behind = text_of(noun.doc)[noun.idx + len(noun) : words_of_time.start]
    inside = noun.idx < words_of_time.start <= noun.doc[noun.right_edge.i].idx
    return inside or _LED_BY.fullmatch(behind) is not None


def rate_of(amount: Amount, subject: Subject, times: Sequence[Time]) -> str | None:
    """Give the unit of time of a rate whose words stand apart from its number: "up to 300 arrive each day".

    The expression ("each day", "daily") must hang on what happened to the thing counted.
    """
    if amount.per is not None or amount.kind != "count":
        return amount.per
    verb = event_verb(subject.holder)
    for time in in_sentence(subject.anchor, tuple(times)):
        unit = _UNITS.get(time.value or "")
        is_rate = time.type == "SET" and unit is not None and verb is not None
        if is_rate and head_of(subject.anchor.doc, time).head == verb:
            return unit
    return None
