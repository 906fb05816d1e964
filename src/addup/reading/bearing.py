"""Which time of its sentence a figure has: one that bears on it, and of these the nearest."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Doc, Span, Token

from addup.reading import grammar
from addup.reading.counted import Subject
from addup.reading.dated import UNDATED, Dated, head_of, in_sentence
from addup.reading.frames import words
from addup.reading.text import text_of
from addup.reading.times import days_covered, opens_stretch
from addup.records import Amount, Period, Time

# What a time behind one of these says is when a bond or an offer ends.
_FALLS_DUE = re.compile(r"\b(?:due|maturing|matures|payable|redeemable|expiring)(?: (?:on|in|by))? $")
# What tells when a level that something is held against was reached: "its record high set on Aug. 6".
_SET_THEN = re.compile(
    r"\b(?:high|low|peak|record)\b[^.;,]{0,12} (?:hit|posted|reached|set|touched)(?: (?:back in|in|on))? $"
)
_HELD_AGAINST = re.compile(
    r"\b(?:(?:compared (?:with|to)|versus|than|(?:above|below) (?:that|those))\b|against (?=[$£€\d])"
    r"|against (?:an?|its|the|their)(?= (?:\w+ )?(?:estimate|forecast|projection|prediction)s?\b| \w+ $))"
    r"(?:[^.;]|\.(?=\d))*$"
)
# Opens what an amount is held against, set off between commas with its own time.
_ASIDE = re.compile(
    r", (?:after|against|(?:up |down )?from(?! $)|compared (?:to|with)|versus) (?:[^,;]|(?<=\d),(?=\d))*$"
)
_LEADS = re.compile(
    r"(?: points?)? (?:since|in|on|over|during) (?:the )?| of (?:them|whom|those) (?:(?:in|on) (?:the )?)?"
)
# What leads to the time of what is joined behind: "by 46 points, and in 2008 by 31".
_OF_WHAT_IS_JOINED = re.compile(r",? (?:and|but) (?:in|on|during) (?:the )?$")
# What stands between the two ends of a stretch: "from March 1-8".
_BOTH_ENDS = re.compile(r"\d\s?[-–—]\s?\w|\s(?:to|through|thru|until)\s")
# Another number that a figure came from, with its own time: "20 percent, up from 15 percent last year".
# So has one that it came after: "0.3 percent, after 0.1 percent in March", "after a loss of 4,000 in May".
_FROM_NUMBER = re.compile(
    r"(?:\bfrom (?:[a-z]+ ){0,4}|\bafter (?:(?:an?|the) )?(?:[a-z-]+ (?:of |by )?){0,2})"
    r"(?:[A-Z]{0,3}[$#£€]|\d)[^;]*$"
)
# What leads to a number that one before it came from or after.
_CAME_FROM = re.compile(
    r"\b(?:after|from|than|against|versus|compared (?:to|with)) (?:(?:an?|the|just|only|about) )?"
    r"(?:[a-z-]+ (?:of |by )?){0,2}$"
)
# What something is held against with "on", which before a day says when: a year, a quarter, a month.
# "On the month, prices were up 0.1 percent": what a change is counted from.
_BASE = re.compile(r"the (?:month|quarter|year)")
_OVER_WHAT = re.compile(r"\b(?:discount|gain|increase|premium|rise)\w* (?:from|on|over|to) $")
_WHOLE = re.compile(r"\d{4}(?:-(?:\d\d|Q\d|H\d))?")
_PREVIOUS = re.compile(
    r"the (?:previous|prior|preceding)\b|(?:the|a) year (?:before|earlier)\b", re.IGNORECASE
)
_FOR_WHAT = frozenset({"for", "of", "over", "with"})
_OF_PART = re.compile(r", (?:including )?(?:[\w-]+ ){0,3}of (?:them|whom|which)\b(?:(?! and )[^,;])*$")
_OF_PART_SINCE = re.compile(
    r", (?:including|among them) [^,;]*\b(?:in|over|during|within|since)(?: the)?(?: (?:past|last))? $"
)
# What leads from an amount to the time of what it counts from: "9,000 since the rebellion began in [2010]".
_SINCE_IT_BEGAN = re.compile(
    r"(?: [\w'’-]+){0,2} since (?:an?|his|her|its|the|their) [^,;:.()]*"
    r"\b(?:began|erupted|started) (?:[a-z]+ ){0,2}"
)
_SINCE_FROM = re.compile(r",? (?:up |down )?from (?:just |only |about |some )?")
_COUNTED_FROM = re.compile(
    r"(?:percent|per cent|%|points?)(?: (?:in|for|during) [\w ]{3,25})? (?:from|on|over)(?: the)? $"
    r"|\bcompared (?:with|to) (?:the )?(?:same )?(?:period |month |quarter |week |day |time )?$"
)
_GOES_ON = re.compile(r",? (?:after|to|and|as|but|while|with|against|versus|compared (?:to|with))\b")
# The number that another came from, right before the time that it alone is of: "up from 15 percent in [May]".
_OF_BEFORE = re.compile(
    r"\bfrom (?:[a-z]+ ){0,2}[A-Z$#£€]{0,4}\d[\d,.]*(?:%|(?: [a-z]+){0,2}) (?:in|on|during)(?: the)? $"
)
# What stands between a measure and its period, and how many words may stand between a period and its measure.
_OF_NOUN = re.compile(r"(?: (?:for|in|of|during|on))?(?: (?:the|its|this|that))? ?")
_YEAR = 4  # digits in the value of a year; a decade has three, a century two
_IN_PHRASE = 5
_NEXT_CLAUSE = re.compile(r";(?![^()]*\))")  # not "($6.58bn; £3.5bn)"
# What a time is that something is more or less than, or as much as: "24% higher than in 2003".
_LEADS_THAN = re.compile(
    r" (?:above|below|than|the same as|as (?:big|fast|high|large|many|much) as)"
    r"(?: (?:at|during|for|in|on))?(?: the same (?:month|period|time) (?:in|of))? $"
)
_BUT_NOW = re.compile(r"; (?:[a-z]+ )?(?:currently|now|today)\b")
_GUESSED = re.compile(r"\b(?:estimated|expected|projected)\b[^.;,]*$")
_NEAR_GUESS = 12  # characters before an amount
_NEAR = 40  # characters before an amount in which stands what leads to it
_THAN = re.compile(r"(?:fewer|less|more) than ")
_COUNTED = re.compile(r"(?:\d|%|percent|[mb]illion|thousand|hundred|dozen) $")
_DEFINITE = frozenset({"the", "these", "those"})
_ARGUMENT = frozenset({"nsubj", "nsubj:pass", "obj", "conj", "appos", "ROOT"})
_PRESENT = "PRESENT_REF"
_COUNTED_FROM_NOW = re.compile(r"\b(?:past|last|next|previous|coming|recent)\b", re.IGNORECASE)


def own_days(
    doc: Doc, amount: Amount, subject: Subject, times: tuple[Time, ...], published: date | None
) -> Dated:
    """Choose among the times of the sentence that bear on a figure.

    One in the figure's own clause counts before that of a clause above, and there the nearest.
    """
    anchor = subject.anchor
    for time in times:
        if time.span.start <= amount.number.start < time.span.end and time.period.known:
            is_distance = time.type == "DATE" and amount.kind == "duration"  # "five years ago"
            return UNDATED if is_distance else Dated(time.period, time.span)
    here = in_sentence(anchor, times)
    if here and here[-1].period.known:  # behind it another time may be nearer
        last = here[-1]
        if _is_when(anchor, grammar.span_of(doc, last.span.start, last.span.end)):
            return Dated(last.period, last.span)
    usable = [
        time
        for time in here
        if _says_when(time)
        and (
            _is_of_noun(subject, time)
            or _stands_behind(amount, time)
            or _bears_on(amount, anchor, time, published)
        )
    ]
    if not usable:
        return _without_days(amount, anchor, times, published)
    best = min(usable, key=lambda time: _distance(amount, subject, time))
    if _SINCE_FROM.fullmatch(text_of(doc), best.span.end, amount.span.start) is not None:
        return Dated(best.period, best.span)  # "has doubled since 2007, from 6 tonnes to 13"
    between = text_of(doc)[amount.span.end : best.span.start]
    if _SINCE_IT_BEGAN.fullmatch(between) and best.period.first and published:
        return Dated(Period(best.period.first, published), best.span)
    covered, whole = days_covered(doc, anchor, best, published), best.period
    cut = published is not None and whole.last is not None and covered.last == published < whole.last
    if cut and _is_guess(amount, anchor):
        covered = whole  # and not up to now: "had forecast 4.9 million for the three months to March"
    return Dated(covered, best.span)


def _is_guess(amount: Amount, anchor: Token) -> bool:
    """Whether a figure is what somebody thought that it would be: "had forecast", "an estimated $470"."""
    said = text_of(anchor.doc)[max(0, amount.span.start - _NEAR_GUESS) : amount.number.start]
    return _GUESSED.search(said) is not None or any(
        grammar.is_verb(word) and word.lemma_.lower() in words("stance", "awaiting")
        for word in (anchor, *anchor.ancestors)
    )


def _stands_behind(amount: Amount, time: Time) -> bool:
    """Whether a day stands right behind an amount of money: "compared with $1.61 Wednesday"."""
    one_day = time.type == "DATE" and time.period.known and time.period.first == time.period.last
    return one_day and amount.kind == "money" and time.span.start == amount.span.end + 1


def _is_when(anchor: Token, words_of_time: Span) -> bool:
    """Whether a figure is in the clause that tells what was so then: "the worst since 2004, when 90 died"."""
    doc, end = anchor.doc, words_of_time.end
    when = end + 1 if end < len(doc) and doc[end].lower_ == "," else end
    if when >= len(doc) or doc[when].lower_ != "when":
        return False
    clause = doc[when].head
    return anchor.i > when and (clause == anchor or clause in anchor.ancestors)


def _without_days(amount: Amount, anchor: Token, times: tuple[Time, ...], published: date | None) -> Dated:
    """Give the words of a time that names days which the text does not tell: "in fiscal 1988"."""
    for time in in_sentence(anchor, times):
        is_named = time.type == "DATE" and time.value is not None and time.value[:1].isdigit()
        if is_named and not time.period.known and _bears_on(amount, anchor, time, published):
            return Dated(Period(), time.span)
    return UNDATED


def is_present(time: Time) -> bool:
    """Whether a time is "now" or "currently"."""
    return time.value == _PRESENT


def _says_when(time: Time) -> bool:
    """Whether a time has days, or would have them if the day of publication were known.

    "Now" has none: what is said to be so now holds before and after as well.
    """
    if is_present(time):
        return False
    if time.period.known or time.type == "SET":
        return time.period.known
    return time.value is None or (
        time.type == "DURATION" and _COUNTED_FROM_NOW.search(time.span.text) is not None
    )


def _bears_on(amount: Amount, anchor: Token, time: Time, published: date | None) -> bool:
    """Whether a time can be that of a figure elsewhere in its sentence.

    A time in a later of two joined clauses is that clause's alone ("1,700 register each day and in March
    16,000 signed"), and so is one that only says how rare something is ("the worst since 1998"), what a
    figure is held against, when a bond falls due, or when something else happens that a clause below tells
    of.
    """
    words_of_time = grammar.span_of(anchor.doc, time.span.start, time.span.end)
    if _says_how_rare(words_of_time) or _is_another_date(amount, anchor, time, published):
        return False
    if opens_stretch(words_of_time, anchor):
        return True
    head = grammar.anchor(words_of_time)
    if _is_age_of_thing(time, head):
        return False
    deed = deed_of(anchor)
    if deed is not None and not deed.is_ancestor(head):
        return False
    last = time.period.last
    ahead = published is None or last is None or last >= published
    if not ahead and is_ahead(anchor) and _is_what_came_before(head, grammar.clause_head(anchor)):
        return False
    return fits_tense(anchor, time.period, published) and not (
        _is_so_always(anchor, head)
        or (_may_be_of_report(time) and is_of_report(anchor, head))
        or _is_below(amount, anchor, head, ahead=ahead)
        or _is_of_later_clause(anchor, head)
        or _is_of_past_before(anchor, head)
        or _is_of_noun_elsewhere(anchor, head)
    )


def _is_what_came_before(token: Token, clause: Token | None) -> bool:
    """Whether a word is of what a clause follows: "to cut 40 jobs after a [third-quarter] loss"."""
    for word in (token, *token.ancestors):
        if word == clause:
            return False
        if grammar.preposition(word) in {"after", "amid", "following"}:
            return True
    return False


def _is_age_of_thing(time: Time, head: Token) -> bool:
    """Whether a century or a decade only says how old something is: "the [11th century] temple"."""
    coarse = time.value is not None and time.value.isdigit() and len(time.value) < _YEAR
    return coarse and grammar.modified(head) is not None


def deed_of(anchor: Token) -> Token | None:
    """Give what somebody is tried for, where a figure is of that: "was jailed for [killing] 40 people".

    The day of the trial is not that of the deed.
    """
    below = anchor
    for above in anchor.ancestors:
        if grammar.is_verb(above) and above.lemma_.lower() in words("incident", "trials"):
            of_trial = below.dep_ in {"obl", "advcl", "acl", "nmod"} and _says_for_what(below)
            return below if of_trial else None
        if not (below.dep_ in {"acl", "advcl", "nmod"} and _says_for_what(below)):
            below = above
    return None


def _says_for_what(deed: Token) -> bool:
    """Whether a phrase opens with the word for what somebody is tried for."""
    return any(child.lower_ in _FOR_WHAT for child in grammar.children(deed, "case", "mark"))


def _is_so_always(anchor: Token, head: Token) -> bool:
    """Whether a figure is in a relative clause of its own on what is so at all times, without the time.

    "The firm, which employs 40 people, will close next year."
    """
    clause = grammar.clause_head(anchor)
    if clause is None or clause.dep_ != "acl:relcl" or clause.tag_ not in {"VBZ", "VBP"}:
        return False
    return not grammar.auxiliaries(clause) and is_set_off(clause) and clause not in head.ancestors


def _is_of_later_clause(anchor: Token, head: Token) -> bool:
    """Whether a time stands in a clause that is joined behind that of the figure.

    A participle that shares the auxiliary of the one before makes one clause with it: "40 were killed and 120
    injured when the river rose on Friday".
    """
    clause = head if grammar.is_verb(head) else grammar.clause_head(head)
    own = grammar.clause_head(anchor)
    while clause is not None and own is not None and clause.dep_ == "conj":
        if clause == own or clause in own.ancestors:
            return False
        if _shares_time(clause):
            return False
        clause = clause.head
        if clause == own or (clause in own.ancestors and anchor.i < head.i and clause.i < own.i):
            return True
    return False


def _shares_time(clause: Token) -> bool:
    """Whether a clause goes on with the subject and the tense of the one before: "killed 16 and hurt six"."""
    if grammar.auxiliaries(clause):
        return False
    if clause.tag_ == "VBN":
        return True
    own = grammar.children(clause, "nsubj", "nsubj:pass")
    # "Has infected 40 and killed six": a past like a participle goes on with one.
    return clause.tag_ == "VBD" and clause.head.tag_ in {"VBD", "VBN"} and not own


def _is_of_noun_elsewhere(anchor: Token, head: Token) -> bool:
    """Whether a time stands before a noun of a clause below: "fell after it said [May] sales were off"."""
    noun = grammar.modified(head)
    if noun is None:
        return False
    clause = noun.head if grammar.is_verb(noun.head) or grammar.children(noun.head, "cop") else noun
    while clause.dep_ == "ccomp":
        clause = clause.head
        if clause.dep_ == "advcl":
            return clause.head in {anchor.head, *anchor.ancestors} and clause not in anchor.ancestors
    return False


def _is_of_past_before(anchor: Token, head: Token) -> bool:
    """Whether a time is that of what is past, before what is so now: "began in July, and holds 14%"."""
    now = grammar.clause_head(anchor)
    if now is None or now.dep_ != "conj" or now.tag_ not in {"VBP", "VBZ"} or grammar.auxiliaries(now):
        return False
    return now.head.tag_ == "VBD" and now.head.i < now.i and now.head in head.ancestors and head.i < now.i


def fits_tense(anchor: Token, period: Period, published: date | None) -> bool:
    """Whether days can be those of a figure by its verb: "voted 89 to 52" is not of next year."""
    clause = grammar.clause_head(anchor)
    helpers = grammar.auxiliaries(clause) if clause is not None else set()
    is_past = clause is not None and (
        (clause.tag_ == "VBD" and not helpers) or (clause.tag_ == "VBN" and helpers == {"had"})
    )
    return not (is_past and published is not None and period.first is not None and period.first > published)


def is_ahead(anchor: Token) -> bool:
    """Whether a clause tells what is to come: "will cut 40 jobs", "plans to", and a headline's "to cut"."""
    clause = grammar.clause_head(anchor)
    verb = grammar.first_conjunct(clause) if clause is not None else None
    if clause is None or verb is None or not clause.tag_ == verb.tag_ == "VB":
        return False
    if _is_what_came_before(anchor, clause):
        return False
    helpers = grammar.auxiliaries(clause) | grammar.auxiliaries(verb)
    if helpers & words("stance", "expected_modals"):
        return "have" not in helpers
    above = verb.head
    if not _has_mark(verb, "to") or above == verb:
        return above == verb and _has_mark(verb, "to")
    planned = above.lemma_.lower() in words("stance", "expected_verbs") and verb.dep_ == "xcomp"
    return planned and not grammar.children(above, "obj")


def is_capacity(anchor: Token) -> bool:
    """Whether a figure is of how many something is made for, at all times: "built to carry 180 people"."""
    clause = grammar.clause_head(anchor)
    if clause is None or clause.tag_ != "VB" or clause.lemma_.lower() not in words("measure", "holding"):
        return False
    return clause.head.tag_ == "VBN" and clause.head.lemma_.lower() in words("measure", "made")


def _is_another_date(amount: Amount, anchor: Token, time: Time, published: date | None) -> bool:
    """Whether a time is that of a comparison or a maturity: "$5 million, compared with a loss in 2022"."""
    sentence, first = anchor.sent.text, anchor.sent.start_char
    start = time.span.start - first
    parted = _is_behind_semicolon(sentence, amount.span.start - first, start)
    parted = parted or _is_less_than(sentence, time, start)
    if parted or any(cue.search(sentence, 0, start) for cue in (_FALLS_DUE, _SET_THEN)):
        return True
    leads = ("On ", " on ") if _BASE.fullmatch(time.span.text) else ()
    if (
        _LEADS_THAN.search(sentence, 0, start)
        or sentence.endswith(leads, 0, start)
        or _is_of_price(sentence, first, time)
    ):
        return True
    if time.span.start < amount.span.end:
        closed = sentence.startswith(",", time.span.end - first)
        return time.span.end <= amount.span.start and (
            (closed and _ASIDE.search(sentence, 0, start) is not None)
            or _OF_BEFORE.search(sentence, 0, start) is not None
            or is_base(text_of(anchor.doc), time, amount)
        )
    between = sentence[amount.span.end - first : time.span.start - first]
    if between.endswith((" by ", " by the ")):  # "will fall to 2 percent from 3 percent by December"
        return _CAME_FROM.search(sentence, 0, amount.span.start - first) is not None
    cues = (_HELD_AGAINST,) if time.type == "DURATION" else (_HELD_AGAINST, _FROM_NUMBER, _OF_PART)
    if _OF_PART_SINCE.search(between) or any(cue.search(between) for cue in cues):
        return True
    return time.type != "DURATION" and _is_held_against(between, time, published)


def is_come_from(text: str, amount: Amount, own: Dated) -> bool:
    """Whether an amount with a time behind it is what one before came from: "after 1 percent in [May]"."""
    if own.words is None or own.words.start < amount.span.end:
        return False
    start = max(0, amount.span.start - _NEAR)
    return _CAME_FROM.search(text, start, amount.span.start) is not None


def _is_behind_semicolon(sentence: str, amount: int, time: int) -> bool:
    """Whether a semicolon parts a figure from a time further on, or from one before what is so now.

    "It will issue 40 shares; last Monday it had 60", "it hopes for 5% by 1992; currently it has 2%".
    """
    if amount < time:
        return _NEXT_CLAUSE.search(sentence, amount, time) is not None
    return _BUT_NOW.search(sentence, time, amount) is not None


def _is_less_than(sentence: str, time: Time, start: int) -> bool:
    """Whether a time is what so many are more or fewer than: "400,000 fewer than ten years ago"."""
    than = _THAN.match(time.span.text)
    return than is not None and _COUNTED.search(sentence, 0, start) is not None


def _is_of_price(sentence: str, first: int, time: Time) -> bool:
    """Whether a day is that of what a price is over: "a premium to Wednesday's close"."""
    owns = sentence.startswith(("'s ", "’s "), time.span.end - first)
    return owns and _OVER_WHAT.search(sentence, 0, time.span.start - first) is not None


def _is_held_against(between: str, time: Time, published: date | None) -> bool:
    """Whether an amount is held against what was so at a time: "up 3 percent from May", "on 2008"."""
    if between.endswith((" from ", " from the ")):
        first = time.period.first
        begins = published is not None and first is not None and first > published  # "40 a year from 2015"
        return not begins and _BOTH_ENDS.search(time.span.text) is None
    if between.endswith((" on ", " on the ")):
        return _WHOLE.fullmatch(time.value or "") is not None
    return between.endswith(" over ") and _PREVIOUS.match(time.span.text) is not None


def is_of_part(between: str) -> bool:
    """Whether a time stands behind a part of an amount: "nine, six of them in a blast on Wednesday"."""
    return _OF_PART.search(between) is not None


def is_base(text: str, time: Time, amount: Amount) -> bool:
    """Whether a time is only what a change before it is counted from, so that an amount behind is not of it.

    "Prices rose 7 percent from a year earlier, after 5 percent in May."
    """
    counted_from = _COUNTED_FROM.search(text, max(0, time.span.start - 60), time.span.start)
    if counted_from is None or _WHOLE.fullmatch(time.value or "") is None:
        return False
    return _GOES_ON.match(text, time.span.end, amount.span.start) is not None


def _may_be_of_report(time: Time) -> bool:
    """Whether something may be said at a time; a firm says what was so in a quarter when it is over."""
    return time.type != "DURATION" and "Q" not in (time.value or "")


def is_of_report(anchor: Token, head: Token) -> bool:
    """Whether a time tells when something was said: "police said on Monday that 40 were held".

    So does that of what it was said in: "in a speech on Monday, she said ...".
    """
    verb = head.head
    if grammar.is_noun(verb) and verb.dep_ == "obl":
        verb = verb.head
    if verb.lemma_.lower() not in words("report", "verbs") or not grammar.is_verb(verb):
        return False
    teller = grammar.subject(verb)
    if teller is not None and teller.lemma_.lower() in words("poll", "nouns"):
        return False  # a poll that is told of without its days was mostly taken just before
    return any(
        token.dep_ in {"ccomp", "parataxis"} and token.head == verb for token in (anchor, *anchor.ancestors)
    )


def is_known(anchor: Token) -> bool:
    """Whether a number is of things known before, in a larger phrase: "teams for the two countries"."""
    noun = grammar.modified(anchor) or (anchor if grammar.is_noun(anchor) else None)
    if noun is None or noun.dep_ in _ARGUMENT or grammar.children(noun, "acl", "acl:relcl"):
        return False
    before = {child.lower_ for child in grammar.children(noun, "det")}
    owned = grammar.children(noun, "nmod:poss")
    coming = any(child.lower_ in words("stance", "coming") for child in noun.lefts)
    return not coming and bool(before & _DEFINITE or owned)


def is_definite(anchor: Token) -> bool:
    """Whether a number is of things told of before: "the eight cases"."""
    noun = grammar.modified(anchor) or anchor
    return any(child.lower_ in _DEFINITE for child in grammar.children(noun, "det"))


def _is_below(amount: Amount, anchor: Token, head: Token, *, ahead: bool) -> bool:
    """Whether a time stands in a clause below that of the figure and tells when something else happens.

    What an infinitive of purpose names is still to come (`ahead`); a time past then is of the verb above. A
    time two clauses down ("those who fled when it burned in May"), or of a part, is of neither.
    """
    above = {token.i for token in (anchor, *anchor.ancestors)}
    told = when = False
    for token in (head, *head.ancestors):
        if token.i in above:
            return False
        told = told or token.dep_ in {"acl", "acl:relcl"}
        if told and grammar.preposition(token) == "according":
            return True  # "according to a poll released on Monday"
        if not grammar.is_clause(token) or token.lower_ in {"beginning", "starting"}:
            continue
        if token.dep_ in {"acl", "acl:relcl"} and _is_of_other_noun(token, amount, anchor):
            return True
        if token.dep_ == "acl:relcl" and (when or _is_of_part(token)):
            return True
        when = when or token.dep_ == "advcl"
        if token.dep_ == "advcl" and ahead and _has_mark(token, "to"):
            return True
    return False


def _is_of_other_noun(clause: Token, amount: Amount, anchor: Token) -> bool:
    """Whether a clause on a noun tells of another one than the figure's, or only says more of it."""
    behind = amount.span.end <= clause.head.idx <= amount.span.end + 1
    if not (behind or _is_of(anchor, clause.head)):
        return True
    if _is_deadly(clause.head, clause):
        return False
    return clause.dep_ == "acl:relcl" and anchor not in clause.head.subtree and is_set_off(clause)


def _is_deadly(subject: Token, relative: Token) -> bool:
    """Whether what killed is told of with its time: "the storm, which struck in 2004, killed 57 people"."""
    verb = subject.head
    told = relative.tag_ == verb.tag_ == "VBD" and subject.dep_ == "nsubj"
    return told and verb.lemma_.lower() in words("incident", "casualties")


def is_set_off(relative: Token) -> bool:
    """Whether a comma sets off a relative clause, which then only says more: "Selm, which ..., "."""
    first = relative.left_edge
    return first.text == "," or (first.i > first.sent.start and first.nbor(-1).text in {",", "--", "—"})


def _is_of_part(relative: Token) -> bool:
    """Whether a relative clause tells of a part: "200 beds, half of which will be ready"."""
    opening = relative.doc[relative.left_edge.i : relative.i].text.lower()
    return "of which" in opening or "of whom" in opening


def _has_mark(clause: Token, word: str) -> bool:
    return any(child.lower_ == word for child in grammar.children(clause, "mark"))


def _is_of(anchor: Token, noun: Token) -> bool:
    """Whether a clause on a noun tells of the figure too: its noun ("the 40 people who fled on Friday").

    So do one on a noun within it, on the subject that it is said of, and on another number.
    """
    phrase = _up_to_verb(anchor)
    if noun in phrase or anchor in _up_to_verb(noun) or noun.tag_ == "CD":
        return True
    top = _up_to_verb(noun)[-1]
    return top.dep_ == "nsubj" and top.head in anchor.ancestors


def _up_to_verb(token: Token) -> list[Token]:
    """Give a token and the nouns that it hangs on."""
    found = [token]
    while token.head != token and not grammar.is_verb(token.head):
        token = token.head
        found.append(token)
    return found


def _says_how_rare(words_of_time: Span) -> bool:
    """Whether a time ends a superlative: "the worst attack on a school since the early 1990s"."""
    doc, index = words_of_time.doc, words_of_time.start
    first = words_of_time.sent.start
    if doc[index].lower_ != "since" and (
        index == first or "since" not in doc[max(index - 2, first) : index].text
    ):
        return False
    for token in reversed(doc[first:index]):
        if token.lower_ in {"least", "most"} and token.i > first and token.nbor(-1).lower_ == "at":
            continue  # "at least 16 since Saturday"
        if token.tag_ in {"JJS", "RBS"} or token.lower_ in {"first", "only"}:
            return True
        if grammar.is_verb(token):
            return False
    return False


def _distance(amount: Amount, subject: Subject, time: Time) -> tuple[int, int, int]:
    """Clauses between the amount and the time, then characters between them.

    Before all stands a time right behind the amount or in the phrase of what it counts ("two attacks in Kenya
    Friday"), behind all one that belongs to another noun ("Sunday's service").
    """
    anchor = subject.anchor
    gap = (
        time.span.start - amount.span.end
        if time.span.start >= amount.span.end
        else amount.span.start - time.span.end
    )
    between = text_of(anchor.doc)[amount.span.end : time.span.start]
    directly_behind = 0 <= time.span.start - amount.span.end <= 2 or _LEADS.fullmatch(between) is not None
    head = head_of(anchor.doc, time)
    noun = grammar.modified(anchor)
    steps = path(anchor, head)
    inside = (noun or anchor) in head.ancestors and not any(
        grammar.is_verb(step) and step.dep_ != "acl" for step in steps
    )
    clauses = sum(1 for token in steps if grammar.is_clause(token))
    owned = head.dep_ == "nmod:poss" and noun != head.head
    owned = owned or _OF_WHAT_IS_JOINED.search(between) is not None
    inside = inside or _is_of_noun(subject, time)
    return (0 if directly_behind or inside else 2 if owned else 1, clauses, gap)


def _is_of_noun(subject: Subject, time: Time) -> bool:
    """Whether a time says which one of its kind is measured: "the 1990 forecast", "profit for the year"."""
    noun = subject.noun
    if noun is None or time.type == "SET" or _is_borrowed(noun, subject.anchor):
        return False
    text = text_of(noun.doc)
    if time.span.start >= noun.idx + len(noun):
        return _OF_NOUN.fullmatch(text, noun.idx + len(noun), time.span.start) is not None
    if time.span.end > noun.idx:
        return False
    words_between = grammar.span_of(noun.doc, time.span.end, noun.idx + len(noun))
    return len(words_between) <= _IN_PHRASE and all(
        token.tag_.startswith(("NN", "JJ", "VBN", "POS", "HYPH")) for token in words_between
    )


def _is_borrowed(noun: Token, anchor: Token) -> bool:
    """Whether a noun only stands for another of an earlier clause: "sold 40 in May, and will sell 20"."""
    clause, own = grammar.clause_head(noun), grammar.clause_head(anchor)
    return noun.i < anchor.i and own is not None and own.dep_ == "conj" and own.head == clause


def path(one: Token, other: Token) -> list[Token]:
    """Give the tokens from two tokens up to the one that they both hang on, itself left out."""
    above_one = [one, *one.ancestors]
    above_other = [other, *other.ancestors]
    shared = next((token for token in above_one if token in above_other), None)
    if shared is None:
        return [*above_one, *above_other]
    return above_one[: above_one.index(shared)] + above_other[: above_other.index(shared)]
