"""When the main event of a report took place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.frames import words as frame_words
from addup.reading.parsed import tokens_from
from addup.reading.text import text_of
from addup.reading.tolls.words import words
from addup.records import Time

# The longest time, in days, that still tells when one event happened.
_LONGEST = 31
_OVERNIGHT = "overnight"
# How far into a text its title may reach, in characters.
_TITLE = 120
_LINE_ENDS = frozenset({"", "\n", "\u2028"})
# How many words may stand between a verb of report and its day.
_LEADING = 3
# The longest time, in days, that another sentence than that of the event can name its day by.
_NEAR_ENOUGH = 7


def day_of(word: Token, times: Sequence[Time]) -> date | None:
    """Give the first day of what a word reports: from its sentence, else from the nearest one that has a day.

    Sentences before come before those behind. The date in brackets behind the place where a report was
    written serves only where the text names no other day; regular updates are then of the day before it.
    "Overnight", in the sentence or the title, is the night into the day that the sentence names. The day
    of another event ("during Saturday's vote") and, in other sentences, a whole month tell nothing, nor does
    the day on which somebody said it ("confirmed today that"), where the text has another. Those who died of
    something died on its day ("of Monday's earthquake"), whenever they are counted.
    """
    text = text_of(word.doc)
    known = [time for time in times if _is_day(time) and not _is_possessive(text, time)]
    told = [time for time in known if not _is_dateline(text, time)]
    sentence = word.sent
    told = [time for time in told if not _is_of_saying(word.doc, time)] or told
    told = [time for time in told if not (_is_of_history(word, time) or time.value == "PRESENT_REF")] or told
    inside = [time for time in told if sentence.start_char <= time.span.start < sentence.end_char]
    causes = [time for time in times if _is_day(time) and _is_of_cause(word, time)]
    is_count = word.lemma_.lower() in words("counts", "toll") | words("counts", "number")
    if causes and (is_count or all(_is_of_saying(word.doc, time) for time in inside)):
        inside = causes
    exact = [time for time in told if _length(time) <= _NEAR_ENOUGH and not _is_quoted(text, time)]
    before = [time for time in exact if time.span.start < sentence.start_char]
    nearest = sorted(inside, key=lambda time: abs(time.span.start - word.idx))
    at_night = any(_is_overnight(time) and time.span.start < _TITLE for time in known)
    for candidates in (nearest, before[::-1], exact):
        if candidates:
            return _first_day(candidates, at_night=at_night or _is_overnight(candidates[0]))
    written = next((time for time in known if _is_dateline(text, time)), None)
    if written is None or written.period.first is None:
        return None
    return written.period.first - timedelta(days=is_update(text))


def _first_day(candidates: Sequence[Time], *, at_night: bool) -> date | None:
    """Give the first day of the first time; of a night that before the day named with it by name."""
    if at_night:
        named = (time for time in candidates if time.type == "DATE" and time.span.text[:1].isupper())
        day = next(named, None)
        if day is not None and day.period.first is not None:
            return day.period.first - timedelta(days=1)
    return candidates[0].period.first


def _is_overnight(time: Time) -> bool:
    return time.span.text.lower() == _OVERNIGHT


def is_update(text: str) -> bool:
    """Whether the title calls a report a regular one, which tells what happened since the one before."""
    title = text.lstrip()[:_TITLE].lower()
    return any(phrase in title for phrase in words("updates", "titles"))


def _is_day(time: Time) -> bool:
    first, last = time.period.first, time.period.last
    return (
        time.type in {"DATE", "TIME"}
        and first is not None
        and last is not None
        and (last - first).days < _LONGEST
    )


def _length(time: Time) -> int:
    first, last = time.period.first, time.period.last
    return _LONGEST if first is None or last is None else (last - first).days


def _is_possessive(text: str, time: Time) -> bool:
    """Whether a time is that of another event, which has it as its own: "during Saturday's election"."""
    return text.startswith(("'s ", "’s "), time.span.end)


def _is_of_history(word: Token, time: Time) -> bool:
    """Whether a time is that of what somebody is known for: "responsible for an attack in March"."""
    sentence = word.sent
    if not sentence.start_char <= time.span.start < sentence.end_char:
        return False
    above = grammar.anchor(grammar.span_of(word.doc, time.span.start, time.span.end)).ancestors
    own = {word, *word.ancestors}
    return any(token.lemma_.lower() in words("history", "words") and token not in own for token in above)


def _is_of_cause(word: Token, time: Time) -> bool:
    """Whether a time is that of what people died of or were hurt in: "the toll from Monday's earthquake"."""
    sentence = word.sent
    if not sentence.start_char <= time.span.start < sentence.end_char:
        return False
    if not _is_possessive(text_of(word.doc), time) or word.lemma_.lower() not in words("cause", "harm"):
        return False
    cause = grammar.anchor(grammar.span_of(word.doc, time.span.start, time.span.end)).head
    above = {token.lemma_.lower() for token in cause.ancestors}
    causes = frame_words("incident", "words") | words("cause", "causes")
    return cause.lemma_.lower() in causes and not above & words("history", "words")


def _is_quoted(text: str, time: Time) -> bool:
    """Whether somebody says the time in quotation marks, of whatever he speaks.

    Only double marks count here: names of places have single ones ("Nad 'Ali").
    """
    before = text[: time.span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _is_of_saying(doc: Doc, time: Time) -> bool:
    """Whether a time stands behind a verb of report: "said late Monday", "confirmed today that"."""
    first = grammar.span_of(doc, time.span.start, time.span.end)[0]
    before = tokens_from(doc, max(first.sent.start, first.i - _LEADING), first.i)
    verb = next((token for token in reversed(before) if token.lower_ not in words("report", "leading")), None)
    return (
        verb is not None and grammar.is_verb(verb) and verb.lemma_.lower() in frame_words("report", "verbs")
    )


def _is_dateline(text: str, time: Time) -> bool:
    """Whether a time is that of the report, which stands in brackets or at an end of its line.

    "KABUL, Afghanistan (Nov. 22)", "Nov. 22: Patrols in the south".
    """
    behind = text[time.span.end : time.span.end + 2]
    before = text[: time.span.start].rstrip(" ,")[-1:]
    opens = before in _LINE_ENDS and behind in {": ", " –", " —", " -"}
    return opens or (before == "(" and behind[:1] == ")") or behind[:1] in {"\n", "\u2028"}
