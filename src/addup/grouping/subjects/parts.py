"""Which figures of a text are said to be part of another: "of them", "including", "7 of the 9"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from addup.grouping.nouns import is_perpetrator, is_person, is_window
from addup.grouping.patterns import may_hold, phrase
from addup.grouping.subjects.families import family_of, is_light
from addup.grouping.subjects.happened import stated
from addup.grouping.subjects.things import clause_behind, is_exception
from addup.grouping.tables import table
from addup.records import Evidence, Figure, Reading
from addup.words.conversions import in_unit, scale_of

_NEAR_AFTER = 40
_NAMED_BACK = 4
"""Over so many sentences with figures words that name a whole reach back: "of the victims"."""
_ALIKE = re.compile(r"^(?:[\s,]*[\w'’-]+){0,7}?(?:,|,?\s+and)\s+$")
_QUANTIFIED = re.compile(
    r"\b(?:most|some|many|all|none|half|both|each|one|part|the majority)\s*\Z", re.IGNORECASE
)
# "Several ways, including with the 100 delegates": the 100 are none of the ways. "Two calls, including one on
# Sunday in which 400 took part": the part is one.
_ELSEWHERE = re.compile(r"\s+(?:with|by|through|via|from|for|to|against|after|before|one)\b", re.IGNORECASE)
# "88 percent of those voting" says itself of whom it is.
_DOING = re.compile(r"(?<=those) [a-z]+ing\b")
# "Twelve of those convicted": what was done to the whole.
_THOSE_DONE = re.compile(r"(?<=those) ([a-z]+(?:ed|en|wn))\b")
_STEM = 4  # letters by which a verb is known again in its forms
# "Nine of the province's 14 districts": whose the whole is may stand before it.
_WHOSE = r"(?:the )?(?:[\w.-]+ ){0,2}[\w.-]+['’]s? "
_OF_NEXT = re.compile(
    r"^\s*(?:(?:percent|per cent|%|pct) )?(?:out )?of "
    rf"(?:{_WHOSE}|(?:the |its |their |his |her |all |all the )?)$"
)
# "30 percent of the workforce of 21,000": a share of a body whose number stands behind it.
_OF_BODY = re.compile(
    r"^\s*(?:percent |per cent |% ?|pct )?of (?:an? |the |all |its |their |his |her )?(?:[a-z]+ )?[a-z]+ of $"
)
# "Of the 640 schools, 160 were closed": the words that open the sentence; no clause before the part.
_OPENED = re.compile(rf"(?:^|[“\"])\s*(Of(?: the| its| their| all| all the| {_WHOSE.strip()})?)\s$")
_IN_NAME = re.compile(r"[^.;:,\d]{0,30}? (?:for|from|in|to) (?:the )?[A-Z]")
_LISTS = re.compile(r"[^.;:\d]*(?:,|\band) ")
_COLON = re.compile(r"[^.;:\d]*: ")
_CLAUSE = re.compile(r";|\b(?:and|but|while|said|says)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A figure that its text calls part of another: places of both in the reading, and the words.

    `named` says that the words name what happened to the whole, and so to the part: "among the dead".
    """

    part: int
    whole: int
    evidence: Evidence
    named: bool = False


@cache
def _cues(stands: str, reach: str) -> re.Pattern[str] | None:
    words = [
        row["phrase"]
        for row in table("cues")["part"]
        if row["stands"] in (stands, "either") and (reach == "sentence" or row["reach"] == "previous")
    ]
    return phrase(*words) if words else None


@cache
def _all_cues() -> frozenset[str]:
    """Give all words of which one stands in a text that tells of parts, but for "7 of the 9"."""
    return frozenset((*(row["phrase"] for row in table("cues")["part"]), *_among()[1]))


def find_parts(reading: Reading) -> dict[int, Part]:
    """Find the parts of a reading, by the place of the part among the figures."""
    parts: dict[int, Part] = {}
    told = may_hold(reading.document.text, _all_cues())
    for place, figure in enumerate(reading.figures):
        if not _countable(figure) or is_exception(figure, reading.document.text):
            continue
        found = (
            _of_the_next(reading, place)
            or _of_the_last(reading, place)
            or (_by_cue(reading, place, parts) if told else None)
            or _behind_colon(reading, place, parts)
            or _by_list(reading, place, parts)
        )
        if found is not None:
            parts[place] = found
    return parts


def is_of_others(reading: Reading, place: int) -> bool:
    """Tell whether a count is said to be of some of others: "19 of them", whoever they are."""
    figure = reading.figures[place]
    some = reading.document.text.startswith(" of ", figure.amount.number.end)
    return some and figure.amount.kind == "count" and _words_after(reading, place) is not None


def _countable(figure: Figure) -> bool:
    return (
        figure.amount.kind in ("count", "money", "share")
        and not figure.change
        and not (figure.counted and is_window(figure.counted.head))
    )


def _of_the_next(reading: Reading, place: int) -> Part | None:
    """Find "7 of the 9 climbers": the whole directly behind its part."""
    figures, text = reading.figures, reading.document.text
    if place + 1 >= len(figures):
        return None
    part, whole = figures[place], figures[place + 1]
    start, end = part.amount.number.end, whole.span.start
    of_body = part.amount.kind == "share" and _OF_BODY.match(text[start:end])
    if (of_body or _OF_NEXT.match(text[start:end])) and _fits(part, whole):
        return Part(place, place + 1, Evidence.within(reading.document, start + 1, end))
    return None


def _of_the_last(reading: Reading, place: int) -> Part | None:
    """Find "of the 640 schools, 160": the whole opens the sentence, and the part comes next."""
    figures, text = reading.figures, reading.document.text
    if not place or figures[place - 1].sentence != figures[place].sentence:
        return None
    whole, part = figures[place - 1], figures[place]
    opened = _OPENED.search(text[whole.sentence[0] : whole.span.start])
    between = text[whole.span.end : part.span.start]
    if opened and "," in between and not _CLAUSE.search(between) and _fits(part, whole):
        start = whole.sentence[0] + opened.start(1)
        return Part(place, place - 1, Evidence.within(reading.document, start, whole.span.start - 1))
    return None


def _by_cue(reading: Reading, place: int, parts: Mapping[int, Part]) -> Part | None:
    """Find a part by the words before or behind it.

    "Visited 40 of the 90 schools and closed six of them": they are the 40.
    """
    before, behind = _words_before(reading, place), _words_after(reading, place)
    # "Among them nine of the dead": the words right behind a number say best of whom they are.
    right_behind = (
        behind is not None and behind[2] and behind[0] == reading.figures[place].amount.number.end + 1
    )
    words = behind if right_behind else before or behind
    if words is None:
        return None
    start, end, family = words
    if _DOING.match(reading.document.text, end):
        return None
    sentence = reading.figures[place].sentence
    cue = reading.document.text[start:end]
    far = _cues("before", "previous"), _cues("after", "previous")
    reach = _NAMED_BACK if family else int(any(pattern and pattern.fullmatch(cue) for pattern in far))
    first = _first_of_row(reading, place) if family else place
    whole = _whole_of(reading, first, sentence=sentence, reach=reach, family=family)
    done = _THOSE_DONE.match(reading.document.text, end)
    if whole is None or (done and not _was_done(reading, whole, done[1])):
        return None
    last = parts.get(whole - 1)
    if last is not None and last.whole == whole and last.part != place:
        whole = last.part if _fits(reading.figures[place], reading.figures[last.part]) else whole
    beside = parts.get(whole)
    if beside and family is None and _says_alike(beside, cue, sentence):
        whole = beside.whole  # "18 of them women and nine of them children"
    if _is_of_others(reading.figures[place], reading.figures[whole]):
        return None
    named = family is not None or _is_verbless(reading.figures[place], end, reading.document.text)
    return Part(place, whole, Evidence.within(reading.document, start, end), named=named)


def _was_done(reading: Reading, place: int, done: str) -> bool:
    """Tell whether a whole may be those to whom it was done: "of those arrested" behind 40 detained."""
    whole = reading.figures[place]
    family = family_of(done, None)
    sentence = reading.document.text[slice(*whole.sentence)].lower()
    return (family is not None and _family_name(whole) == family.name) or done[:_STEM] in sentence


def _first_of_row(reading: Reading, place: int) -> int:
    """Give the first of those that "and" joins: "[five] children and three officers were among the dead".

    Of "62 of the cases and 29 of the deaths" each has a whole of its own.
    """
    figures, text = reading.figures, reading.document.text
    while (
        place
        and text[figures[place - 1].span.end : figures[place].span.start].strip() == "and"
        and _words_after(reading, place - 1) is None
    ):
        place -= 1
    return place


def _says_alike(part: Part, cue: str, sentence: tuple[int, int]) -> bool:
    """Tell whether another part of a sentence is told of by the same words, and so is of the same whole."""
    return part.evidence.text.lower() == cue.lower() and part.evidence.start >= sentence[0]


def _is_of_others(part: Figure, whole: Figure) -> bool:
    """Tell whether "17 of them" are of those who did it, and the number before is of their victims."""
    by, done_to = (figure.counted.head if figure.counted else "" for figure in (part, whole))
    return is_perpetrator(by) and by != done_to


def _is_verbless(part: Figure, end: int, text: str) -> bool:
    """Tell whether a part is only named, "five of them Germans", and nothing more is said of it."""
    words = re.match(r"\s+((?:[\w'’-]+\s+)?[\w'’-]+)\s*(?:[,;.)]|and\b|$)", text[end : part.sentence[1]])
    noun = part.counted.text.lower().split()[-1:] if part.counted else []
    return bool(words and noun and end > part.span.start and words[1].lower().endswith(noun[0]))


def _words_before(reading: Reading, place: int) -> tuple[int, int, str | None] | None:
    """Find a cue between the figure and the one before it, in its own sentence."""
    figure, text = reading.figures[place], reading.document.text
    start = figure.sentence[0]
    if place and reading.figures[place - 1].span.end > start:
        after = _words_after(reading, place - 1)
        start = after[1] if after else reading.figures[place - 1].span.end
    cue = _last_cue(text, start, figure.span.start, "before")
    if cue and phrase(*table("cues")["rest"]["words"]).search(text, start, cue[0]):
        return None  # "nine were soldiers and the others civilians, including four children"
    if cue and (
        _QUANTIFIED.search(text[start : cue[0]]) or _ELSEWHERE.match(text[cue[1] : figure.span.start])
    ):
        return None
    return cue


def _words_after(reading: Reading, place: int) -> tuple[int, int, str | None] | None:
    """Find a cue close behind the number: "five of them Germans", "several children among them"."""
    figures, text = reading.figures, reading.document.text
    figure = figures[place]
    end = min(figure.sentence[1], figure.amount.number.end + _NEAR_AFTER)
    if place + 1 < len(figures):
        end = min(end, figures[place + 1].span.start)
    clause = re.match(r"[^,.;:()—–]*", text[figure.amount.number.end : end])
    assert clause is not None
    behind = figure.amount.number.end
    start = behind - len(" of") if text.endswith(" of", 0, behind) else behind  # "most of them"
    cue = _last_cue(text, start, behind + clause.end(), "after")
    # "31 bodies, and some of them were burned": the 31 are part of nothing.
    return None if cue and _QUANTIFIED.search(text, start, cue[0]) else cue


def _last_cue(text: str, start: int, end: int, stands: str) -> tuple[int, int, str | None] | None:
    """Give the last cue in a stretch of text, with the family that it names if it names one."""
    found: list[tuple[int, int, str | None]] = [
        (match.start(), match.end(), None) for match in _matches(_cues(stands, "sentence"), text, start, end)
    ]
    pattern, families = _among()
    found += [
        (match.start(), match.end(), families[match[0].lower()])
        for match in pattern.finditer(text, start, end)
    ]
    # "Among [the dead are]" is one cue.
    found = [cue for cue in found if not any(other[0] < cue[0] < other[1] for other in found)]
    # "Deaths includes" says more than "includes".
    return max(found, key=lambda cue: (cue[1], cue[2] is not None, cue[0]), default=None)


@cache
def _among() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Make a pattern of phrases that name the whole by what happened, with its family.

    "Among the dead"; "the number of deaths includes".
    """
    rows = table("cues")["among"]
    families = {noun: family for noun, family in rows.items() if isinstance(family, str)}
    among = {f"{lead} {noun}": family for lead in rows["phrases"] for noun, family in families.items()}
    among |= {f"{noun} {verb}": family for noun, family in families.items() for verb in rows["holds"]}
    among |= dict.fromkeys(rows["all"], "killed")
    return phrase(*among), among


def is_some_of_named(figure: Figure, text: str) -> bool:
    """Tell whether a number is of some of those whom something happened to: "12 of the wounded died"."""
    pattern, _ = _among()
    start = figure.amount.number.end
    found = pattern.match(text, start + 1, figure.sentence[1])
    return found is not None and text[start : start + 8].lower() == " of the "


def _matches(pattern: re.Pattern[str] | None, text: str, start: int, end: int) -> list[re.Match[str]]:
    return list(pattern.finditer(text, start, end)) if pattern else []


def _by_list(reading: Reading, place: int, parts: dict[int, Part]) -> Part | None:
    """Carry "including nine Germans and three Danes" on to the second of the list."""
    before = parts.get(place - 1)
    if before is None or before.whole == place:
        return None
    figures, text = reading.figures, reading.document.text
    figure, last = figures[place], figures[place - 1]
    between = text[last.span.end : figure.span.start]
    # "Of this sum" governs its whole sentence, "including" only what is like its first.
    fronted = before.evidence.start < last.span.start and before.evidence.text.lower().startswith("of th")
    # "It left 129 dead, among them 87 men and 42 women": they died.
    left = is_light(figure.event) and figure.event != last.event
    # "Of whom 930 await trial and 410 were convicted": no comma ends the clause.
    joined = before.evidence.text.lower() in ("of whom", "of which") and "," not in between
    alike = fronted or left or joined or figure.event is None or figure.event == last.event
    own = stated(clause_behind(figure, text))
    if own is not None and own.name != _family_name(figures[before.whole]):
        return None
    if figure.sentence == last.sentence and alike and _ALIKE.match(between):
        fits = _fits(figure, figures[before.whole])
        return Part(place, before.whole, before.evidence, named=left) if fits else None
    return None


def _behind_colon(reading: Reading, place: int, parts: Mapping[int, Part]) -> Part | None:
    """Find "4 million in two provinces: 2.5 in Holm and 1.5 in Selm": each number with a place of its own."""
    figures, text = reading.figures, reading.document.text
    figure = figures[place]
    if not place or figures[place - 1].sentence != figure.sentence:
        return None
    if not _IN_NAME.match(text, figure.amount.number.end, figure.sentence[1]):
        return None
    before, last = parts.get(place - 1), figures[place - 1]
    between = text[last.span.end : figure.span.start]
    if before is not None and before.named and _LISTS.fullmatch(between):
        whole, evidence = before.whole, before.evidence
    elif _COLON.fullmatch(between):
        # "In three provinces:" counts places, and is what the parts are of as little as they.
        whole = place - 2 if place > 1 and _counts_places(last) else place - 1
        evidence = Evidence.of(reading.document.id, figures[whole].span)
    else:
        return None
    # Casualties of places are put together by their places.
    counted = figures[whole].counted
    family = family_of(figures[whole].event, counted.head if counted else None)
    casualties = family is not None and family.kind == "toll"
    fits = figures[whole].sentence == figure.sentence and _fits(figure, figures[whole])
    return Part(place, whole, evidence, named=True) if fits and not casualties else None


def _counts_places(figure: Figure) -> bool:
    """Tell whether a figure counts places of a kind: "three provinces"."""
    rows = table("nouns")["places"]
    return figure.counted is not None and figure.counted.head in (
        *rows["kinds"],
        *rows["provinces"],
        *rows["districts"],
        *rows["countries"],
    )


def _whole_of(
    reading: Reading, place: int, *, sentence: tuple[int, int], reach: int, family: str | None
) -> int | None:
    """Find the nearest figure before a part that can be its whole, people before things for people."""
    part = reading.figures[place]
    sentences, nearest = {sentence}, None
    for index in range(place - 1, -1, -1):
        whole = reading.figures[index]
        if whole.sentence not in sentences:
            if len(sentences) > reach:
                break
            sentences.add(whole.sentence)
        if family and _family_name(whole) != family:
            continue
        if _countable(whole) and _fits(part, whole):
            if not _counts_people(part) or _counts_people(whole):
                return index
            nearest = index if nearest is None else nearest
    return nearest


def _counts_people(figure: Figure) -> bool:
    """Tell whether a figure counts people: "arrested 14 in four cities, including two officers".

    So do nouns of what happens to one person at a time: "340 detentions, among them nine journalists".
    """
    is_of_people = is_person(figure.noun) or family_of(None, figure.noun) is not None
    return figure.amount.kind == "count" and is_of_people


def _family_name(figure: Figure) -> str | None:
    family = family_of(figure.event, figure.noun)
    return family.name if family else None


def _fits(part: Figure, whole: Figure) -> bool:
    """Tell whether the amounts allow one figure to be part of the other."""
    small, large = in_unit(part, scale_of(whole)).amount, whole.amount
    if large.kind == "share" or large.per or small.per:
        return False
    if small.kind == "share":
        return True
    if small.kind != large.kind or small.unit != large.unit:
        return False
    return small.low is None or large.high is None or small.low <= large.high
