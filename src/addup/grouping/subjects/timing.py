"""Which days a figure counts, as far as the words beside it tell, and on which day a report was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from addup.grouping.patterns import may_hold, phrase
from addup.grouping.subjects.families import family_with_object
from addup.grouping.tables import table
from addup.records import Figure, Period, Reading, Span
from addup.stretches import Stretches

_NEAR = 30
# "BERGEN, Norway, August 7 (Agency) --": a place in capitals, a day, perhaps an agency, and a dash.
_DATELINE_PLACE = re.compile(r"\s*[A-Z][A-Z'’.-]{2,}[^.!?\d]{0,50}[,(]\s*")
_DATELINE_END = re.compile(r"\s*(?:\([^()]{1,30}\))?\s*[)/]?\s*(?:--|[_–—-])")
# "The death toll of Friday's blast", "the toll from the fire on Friday": the day of what happened.
_MARK = re.compile(r"[.,;:()\d]")
_BY = re.compile(r"\b(?:as of|by|until|up to)\s+$", re.IGNORECASE)
_TOLL = re.compile(r"\btolls?\b|\bnumber of (?:deaths|dead|fatalities|victims)\b|\btotal\b", re.IGNORECASE)
_DIED = re.compile(r"\b(?:dead|die[ds]?|dying|killed|perished)\b")
_OF_EVENT = re.compile(r"\s+(?:of|from|in|after)\s+(?:[\w'’-]+\s+){0,5}", re.IGNORECASE)
# Between a verb of saying and the day on which it was said.
_TELLING = re.compile(r"\s+(?:reporters |journalists |here )?(?:late |early )?(?:on )?", re.IGNORECASE)
_TIMES = re.compile(r"\s+(?:earlier|previously|initially|originally|at first)\s+")  # "had earlier put"
_TOLD_ON = 200  # characters, at most, between a verb of saying and the day on which it was said
# "Nine in the first week and four in the second, against 22 in the week of the peak": each of its own.
_STRETCH = r"(?:day|hour|week)"
_OF_STRETCH = re.compile(
    r"\s*(?:[a-z]+ )?(?:during|in|on) the "
    r"(?:(?:first|second|third|fourth|fifth|sixth|next|other|following|previous)"
    rf"(?: {_STRETCH})?\s*(?:(?=[.,;:()])|$|and\b|against\b|but\b)|{_STRETCH} of the\b)"
)
_LATEST_PRINT = timedelta(days=3)
_LONG_AGO = timedelta(days=90)
_LONG_MOVE = timedelta(days=31)


def counting_days(figure: Figure, text: str) -> Period:
    """Give the days that a figure counts; unknown for a count of everything so far ("900 in all").

    Such a count began nobody knows when, whatever day its sentence names, unless it names the beginning
    ("in all since April").
    """
    if figure.period.first is None and figure.period.last is None:
        return figure.period
    return Period() if counts_all(figure, text) else figure.period


_ALL_THINGS = re.compile(r"in all (?:of\b|the\b|its\b|[a-z]{2,}s\b)")


def counts_all(figure: Figure, text: str) -> bool:
    """Tell whether words beside a figure say that it counts everything so far, and not from when."""
    if not _holds_so_far(text):
        return False
    start, end = figure.sentence
    before = text[max(start, figure.span.start - _NEAR) : figure.amount.number.start]
    behind = text[figure.span.end : min(end, figure.span.end + _NEAR)].lstrip(" ,")
    cues, ends, begins, unless = _so_far()
    if not may_hold(f"{before}|{behind}", cues):
        return False
    begun = begins.search(_MARK.split(behind, maxsplit=1)[0])
    # "Killed in all branches of mining" counts no more than its time.
    begun = begun if begun is not None and not _ALL_THINGS.match(behind, begun.start()) else None
    if not (ends.search(before) or begun):
        return False
    if figure.time is None:
        return True
    since = text[max(0, figure.time.start - _NEAR) : figure.time.end]
    return not unless.search(since)


def is_of_stretch(figure: Figure, text: str) -> bool:
    """Tell whether a figure is of a stretch told of by its place alone: "9 in the first week, 4 the next"."""
    return _OF_STRETCH.match(text, figure.span.end) is not None


def is_told_earlier(figure: Figure, text: str) -> bool:
    """Tell whether a sentence says what a number was before: "earlier it had put the dead at 71"."""
    words = text[figure.sentence[0] : figure.span.start]
    if not may_hold(words, _earlier_words()):
        return False
    when, told, counts = (phrase(*table("cues")["told_earlier"][name]) for name in ("when", "told", "counts"))
    return bool(counts.search(words) or (when.search(words) and told.search(_TIMES.sub(" ", words))))


@cache
def _earlier_words() -> tuple[str, ...]:
    """Give the words without one of which nothing is told of what was before."""
    rows = table("cues")["told_earlier"]
    return (*rows["when"], *rows["counts"])


@lru_cache(maxsize=1 << 10)
def _holds_so_far(text: str) -> bool:
    """Tell whether a text may hold a cue of a count of everything: most hold none, and each figure asks."""
    return may_hold(text, _so_far()[0])


@cache
def _so_far() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give the cues of a count of everything, with patterns of those before it, behind it, and against it."""
    rows = table("cues")["so_far"]
    before = phrase(*rows["before"]).pattern
    ends = re.compile(rf"{before}\s+(?:[\w-]+\s+){{0,2}}$")  # but for a hedge: "the total to about"
    cues = frozenset((*rows["before"], *rows["after"]))
    after = re.compile(rf"{phrase(*rows['after']).pattern}(?! of\b)")  # not "in all of 2023"
    return cues, ends, after, phrase(*rows["unless"])


def _is_moved(figure: Figure, text: str) -> bool:
    """Tell whether a verb moves a number, and does nothing to what is counted, as in "reduced to dust"."""
    if figure.event not in table("verbs")["moving"]:
        return False
    return family_with_object(figure.event, text[figure.span.end : figure.sentence[1]]) is None


def casualty_days(reading: Reading, counting: Sequence[Period]) -> list[Period]:
    """Give for each figure the days on which casualties that it counts fell, as far as its sentence tells.

    `counting` are the days that each counts, whatever it counts (see `counting_days`).

    The day that was carried over from another sentence may be any day of the story, that beside a verb that
    moves a number is the day on which it was moved, and that of the main clause says nothing of a clause that
    looks back: "they met on Friday after the storm, which killed 12".
    """
    text = reading.document.text
    told: list[Period] = []
    cues = Stretches(cue for one in reading.attributions for cue in one.cue)
    for place, figure in enumerate(reading.figures):
        last = reading.figures[place - 1] if place else None
        # "... which killed 12 and injured 40": the second figure goes with the first.
        joined = (
            last is not None
            and last.time is not None
            and last.sentence == figure.sentence
            and last.time == figure.time
        )
        open_before = joined and told[-1] == Period()
        carried = figure.time is not None and not _within(figure)
        # "Road deaths rose to 4,748 last year" are those of the year, "to 47 on Monday" of any day before.
        moved = _is_moved(figure, text) and not _is_long(counting[place])
        unsure = carried or (
            moved
            or open_before
            or _until(figure, text)
            or is_find(figure)
            # "Figures show that 16 people were killed in 2024": no day of telling is so long.
            or (not _is_long(counting[place]) and (_looks_back(figure, text) or _is_told(figure, text, cues)))
        )
        days = _day_of_toll(figure, reading) or (Period() if unsure else counting[place])
        # A beginning after the report itself ("since March", told in February) was not the one meant.
        late = days.first and reading.document.published and days.first > reading.document.published
        told.append(Period() if late else days)
    return told


def _is_long(days: Period) -> bool:
    """Tell whether days are so many that no number was moved on them."""
    return days.first is not None and days.last is not None and days.last - days.first > _LONG_MOVE


def _until(figure: Figure, text: str) -> bool:
    """Tell whether a figure counts all up to a day: "15 had died by Monday", "as of 8 April"."""
    if figure.time is None or is_of_what(figure.time, text):
        return False
    return bool(_BY.search(text[max(0, figure.time.start - 8) : figure.time.start]))


def is_of_what(time: Span, text: str) -> bool:
    """Tell whether a time is that of something which did what is told: "destroyed by Monday's fire"."""
    return text.startswith(("'s ", "’s "), time.end)


def _day_of_toll(figure: Figure, reading: Reading) -> Period | None:
    """Give the days of the event that a toll is of, by the words between the toll and its number.

    Days elsewhere in such a sentence are those on which the toll was told or counted: none are known then.
    None where the figure is not said to be a toll.
    """
    text = reading.document.text
    start, end = figure.sentence[0], figure.span.start
    before = [found for found in _TOLL.finditer(text, start, end) if "," not in text[found.end() : end]]
    if not before:
        return None
    # "The death toll rose to 27" is read as 27 who died: no other word in it tells of deaths.
    died = figure.event == "die" and not _DIED.search(text, before[-1].end(), figure.sentence[1])
    if not died and (figure.event or "") not in table("verbs")["of_tolls"]:
        return None
    behind = before[-1].end()
    inside = (time for time in reading.times if behind <= time.span.start and time.span.end <= end)
    told = (time for time in inside if _OF_EVENT.fullmatch(text[behind : time.span.start]))
    return next((time.period for time in told if time.type == "DATE" and time.period.known), Period())


def is_find(figure: Figure) -> bool:
    """Tell whether a figure counts the dead who were found, so that there are at least so many."""
    rows = table("cues")["found"]
    return figure.event in rows["verbs"] and figure.noun in rows["nouns"]


def _is_told(figure: Figure, text: str, cues: Stretches) -> bool:
    """Tell whether the day beside a figure is that of the telling: "40 died, police said on Friday".

    `cues` are the words of the text by which somebody tells something.
    """
    time = figure.time
    if time is None:
        return False
    return bool(cues.around(time.start)) or any(
        _TELLING.fullmatch(text, end, time.start) for end in cues.ends(time.start - _TOLD_ON, time.start)
    )


def _within(figure: Figure) -> bool:
    """Tell whether a figure's time stands in its own sentence."""
    time, (start, end) = figure.time, figure.sentence
    return time is not None and start <= time.start and time.end <= end


def _looks_back(figure: Figure, text: str) -> bool:
    """Tell whether a clause that looks back stands between the time of a sentence and a figure."""
    time = figure.time
    return (
        time is not None
        and time.end <= figure.span.start
        and bool(_back().search(text[time.end : figure.span.start]))
    )


@cache
def _back() -> re.Pattern[str]:
    """Make a pattern of words that lead back: "following ...", "which have killed" with its figure next."""
    rows = table("cues")["looks_back"]
    relative = "|".join(rows["relative"])
    return re.compile(
        rf"{phrase(*rows['words']).pattern}|\b(?:{relative})\s+(?:(?:has|have|had)\s+)?\w+\s+$", re.IGNORECASE
    )


def is_long_ago(days: Period, published: date | None) -> bool:
    """Tell whether days lie so long before a report that it only recalls what happened then."""
    return days.last is not None and published is not None and published - days.last > _LONG_AGO


def written_day(reading: Reading) -> date | None:
    """Give the day on which a report was written: that of its dateline, else that of its publication.

    A report is printed within a few days; what is dated otherwise is no dateline.
    """
    text, published = reading.document.text, reading.document.published
    for time in reading.times[:1]:
        day, span = time.period.last, time.span
        placed = _DATELINE_PLACE.fullmatch(text[: span.start]) and _DATELINE_END.match(text, span.end)
        if not placed or day is None or time.period.first != day:
            break
        if published is None or timedelta(0) <= published - day <= _LATEST_PRINT:
            return day
    return published
