"""Where casualties fell, as a reader takes it from the words around a number.

Which of several places in a sentence belongs to which number is a matter of order: the place behind a number
and before the next one is its own ("30 in Norway and 12 in Sweden"); else the number shares the place of
the one before it, or that with which its sentence begins, or that with which it ends. One that opens a clause
right before its number is its own as well ("in Norway 30 died, in Sweden 12"). A sentence without any place
goes on about the places of the one before. Only then counts a place carried from farther away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from addup.grouping.countries import nationality
from addup.grouping.patterns import SENTENCE_END
from addup.grouping.places import Gazetteer, Scope, full_name, is_small, plain
from addup.grouping.subjects.parts import Part
from addup.grouping.subjects.repeats import said_again
from addup.grouping.subjects.subject import Subject
from addup.grouping.subjects.timing import is_long_ago
from addup.records import Figure, Reading

# "The ambassador to Norway", "flew from Norway": nothing happened there.
_ELSEWHERE = re.compile(r"\b(?:to|from|by)\s+(?:the\s+)?$", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:an?|another|one) $", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[,;] |\band |\bbut |\bwhile )(?:and |but |while )?(?:at|in) (?:the )?$", re.IGNORECASE
)
_COUNTING = re.compile(r"\b(?:counted|logged|notified|recorded|registered|reported)\b")
# "Fourteen people died there", but not "there were".
_THERE = re.compile(r"[^.,;:]*?\bthere\b(?! (?:are|is|was|were|has|have|had)\b)")
_NAME_INSIDE = re.compile(r"[a-z,] [A-Z][a-z]{2,}")
_MOST = 1000  # figures of one sentence
_ASIDE = re.compile(r"([A-Z][\w-]+(?: [A-Z][\w-]+)*), where\b")


def locate(
    subjects: Sequence[Subject], reading: Reading, *, parts: Mapping[int, Part], gazetteer: Gazetteer
) -> list[Subject]:
    """Give the casualties of a reading their places; everything else keeps its own."""
    located = list(subjects)
    repeats = {place: first for (_, place), first in said_again(subjects).items()}
    casualties = [  # the row of a cell says where
        place for place, subject in enumerate(subjects) if subject.located and not subject.cell
    ]
    figures = reading.figures
    wholes = {
        part.whole
        for one, part in parts.items()
        if figures[one].place
        and not figures[part.whole].place
        and figures[one].sentence == figures[part.whole].sentence
    }
    finder = _Finder(reading, gazetteer)
    beside: dict[tuple[int, int], list[int]] = {}
    for place in casualties:
        beside.setdefault(figures[place].sentence, []).append(place)
    for place in casualties:
        # "Of the 312 cases, 190 were in Selm": the places behind are those of its parts.
        if place in repeats:
            continue
        scope = (
            finder.fronted(place)
            or finder.behind(place)
            or finder.aside(place)
            or finder.own(place)
            or finder.befallen(place)
        )
        if scope != subjects[place].scope:
            located[place] = replace(subjects[place], scope=scope)
    settled: list[Subject] = []
    for place in casualties:
        subject = located[place]
        if place in repeats:
            subject = replace(subject, scope=located[repeats[place]].scope)
            located[place] = subject
        if not subject.scope and (finder.is_elsewhere(place, settled) or finder.is_beside(place, settled)):
            subject = replace(subject, alone=True)
            located[place] = subject
        elif not subject.scope:
            whole = located[parts[place].whole].scope if place in parts else None
            if place in wholes:  # the places of its sentence are those of its parts
                around = finder.sentence_before(place, settled)
            else:
                told = [located[one] for one in beside[figures[place].sentence]]
                around = whole or finder.around(
                    place, settled, told, lambda: [located[one] for one in casualties]
                )
            subject = replace(subject, scope=finder.of_teller(place, around, settled))
            located[place] = subject
        settled.append(subject)
    for title, below in finder.headed(settled):
        located[title.place] = replace(title, scope=below.scope)
    return located


_SOMEWHERE = re.compile(
    r"(?: [a-z]+){0,2} (?:at|in|near) (?:an?|another|one|two|three|several|the|villages?|towns?)\b"
    r"(?: [a-z-]+)? ?"
    r"(?:camps?|districts?|hamlets?|neighbou?rhoods?|suburbs?|towns?|valleys?|villages?)?"
    r"(?= (?:nearest|nearby|next to|close to|outside|further)|[,.;])"
)
_SAID_THERE = re.compile(r"(?: [a-z]+){0,3} there\b")


class _Finder:
    """Finds places around the figures of one reading."""

    def __init__(self, reading: Reading, gazetteer: Gazetteer) -> None:
        self._figures = reading.figures
        self._reading = reading
        self._text = reading.document.text
        self._gazetteer = gazetteer
        self._told = _without_sources(reading)
        self._tellings = sorted(
            min(start for start, _ in (*told.source, *told.cue))
            for told in reading.attributions
            if told.source and told.cue
        )
        self._boundaries = [match.span() for match in SENTENCE_END.finditer(self._told)]
        self._latest: dict[int, Scope] = {}

    def fronted(self, place: int) -> Scope:
        """Find the place that opens a clause right before a figure: "in Norway 30 died, in Sweden 12"."""
        figure = self._figures[place]
        words = figure.place or ""
        before = self._text[figure.sentence[0] : figure.span.start].rstrip(" ,")
        opens = bool(words) and before.endswith(words) and _OPENS.search(before.removesuffix(words))
        return self._gazetteer.scope(words) if opens else frozenset()

    def is_elsewhere(self, place: int, before: Sequence[Subject]) -> bool:
        """Tell whether "there" means a place named since the last casualties, which nothing tells more of."""
        figure = self._figures[place]
        if not before or not _THERE.match(self._text, figure.span.end, figure.sentence[1]):
            return False
        between = self._told[before[-1].figure.sentence[1] : figure.sentence[0]]
        return not self._gazetteer.mentions(between) and _NAME_INSIDE.search(between) is not None

    def is_beside(self, place: int, before: Sequence[Subject]) -> bool:
        """Tell whether a figure is of a place without a name, beside one told of before that has its own.

        "35 died in Selm, 13 in Orrin and four in a nearby village."
        """
        figure = self._figures[place]
        somewhere = _SOMEWHERE.match(self._text, figure.amount.number.end, figure.sentence[1])
        return somewhere is not None and any(
            one.scope and one.figure.sentence == figure.sentence for one in before
        )

    def behind(self, place: int) -> Scope:
        """Find the place between a figure and the next one of its sentence."""
        figure = self._figures[place]
        end = figure.sentence[1]
        if place + 1 < len(self._figures):
            end = min(end, max(figure.span.end, self._figures[place + 1].span.start))
        # "Died, doctors in Oslo said": the place of those who tell it is not that of the event.
        telling = bisect_left(self._tellings, figure.span.end)
        end = min([end, *self._tellings[telling : telling + 1]])
        found = self._gazetteer.mentions(self._text[figure.span.end : end])
        # Of "Nigeria's Kogi and Benue states" one alone may be known; both were read.
        read = figure.place or ""
        stands = bool(read) and self._text.find(read, figure.span.end, end) >= 0
        return self._gazetteer.scope(read) if stands and found < self._gazetteer.scope(read) else found

    def aside(self, place: int) -> Scope:
        """Find the place that a clause is about: "it has spread to Arr, where 17 fell ill"."""
        found = self._where(self._figures[place])
        return self._gazetteer.scope(found[1]) if found else frozenset()

    def _where(self, figure: Figure) -> re.Match[str] | None:
        return _ASIDE.search(self._told, figure.sentence[0], figure.span.start)

    def own(self, place: int) -> Scope:
        """Take the place that was read for a figure, if it stands in the figure's own sentence."""
        figure = self._figures[place]
        words = figure.place or ""
        if words and _SAID_THERE.match(self._text, figure.span.end, figure.sentence[1]):
            return self._gazetteer.scope(words)  # "spoke of five dead there"
        start = self._text.find(words, *figure.sentence) if words else -1
        if 0 <= start < figure.span.start and _SOMEWHERE.match(self._text, figure.amount.number.end):
            return frozenset()
        # Where somebody said it is not where it was.
        of_teller = self._told[start : start + len(words)] != words
        before = self._text[figure.sentence[0] : max(start, 0)]
        if start < 0 or of_teller or _ELSEWHERE.search(before) or _is_nameless(words, before):
            return frozenset()
        # "The Norwegian and Swedish capitals" are more than the one word that was read.
        around = self._gazetteer.mentions(
            self._told[max(figure.sentence[0], start - 10) : figure.sentence[1]]
        )
        scope = self._gazetteer.scope(full_name(words, self._text, figure.sentence))
        return around if scope < around else scope

    def befallen(self, place: int) -> Scope:
        """Find the place that a figure's sentence says something happened to."""
        return self._gazetteer.befallen(self._told[slice(*self._figures[place].sentence)])

    def of_teller(self, place: int, scope: Scope, before: Sequence[Subject]) -> Scope:
        """Narrow what happened in several countries to that of who counts: "the Syrian ministry said 62".

        Two who tell in one sentence, each of a country of its own, count each their own. A small place of
        which nobody says in what country it lies may be theirs as well.
        """
        told = self._nations(place)
        own = {one for one in scope if self._inside(one) in told}
        if len(scope) > 1:
            theirs = own.union(filter(self._lies_anywhere, scope))
            return frozenset(own) if own and len(theirs) == 1 else scope
        last = before[-1] if before else None
        if own or len(told) != 1 or last is None or last.figure.sentence != self._figures[place].sentence:
            return scope
        struck = {
            country for one in before for where in one.scope for country in (where, self._inside(where))
        }
        alike = {self._inside(where) for where in last.scope} <= self._nations(last.place)
        return frozenset(told) if alike and told <= struck else scope

    def _inside(self, place: str) -> str:
        return self._gazetteer.inside(place) or place

    def _lies_anywhere(self, place: str) -> bool:
        return is_small(place) and self._gazetteer.inside(place) is None

    def _nations(self, place: int) -> set[str]:
        """Give the countries of which those who tell a number are: "Turkey's disaster agency"."""
        source = self._figures[place].source
        words = f"{source.name or ''} {source.text}" if source else ""
        nations = {nation for nation in map(nationality, re.findall(r"[A-Z]\w+", words)) if nation}
        return {plain(nation) for nation in nations} | {*self._gazetteer.named(words)}

    def around(
        self,
        place: int,
        before: Sequence[Subject],
        beside: Sequence[Subject],
        casualties: Callable[[], Sequence[Subject]],
    ) -> Scope:
        """Find the place that a figure shares with others: of its sentence, else of those before.

        `before` are the casualties told before, `beside` all those of its sentence, `casualties` gives all.
        """
        figure = self._figures[place]
        return (
            self._of_sentence(figure, before, beside)
            or self.sentence_before(place, before)
            or self._of_text_before(figure)
            or self._carried(figure)
            or self._named(figure)
            or self._with_others(self._of_report(), casualties)
        )

    def _with_others(self, scope: Scope, casualties: Callable[[], Sequence[Subject]]) -> Scope:
        """Add the places that a sentence counts casualties in beside that of the report, which is one.

        "The flood killed 131. In Selm 60 died and in Orrin 71": the 131 are of both.
        """
        if not scope:
            return scope
        beside: dict[tuple[int, int], list[Scope]] = {}
        for one in casualties():
            beside.setdefault(one.figure.sentence, []).append(one.scope)
        lists = (scopes for scopes in beside.values() if scope in scopes)
        return scope.union(*next(lists, []))

    def _carried(self, figure: Figure) -> Scope:
        """Take the place that was read for a figure wherever it stands, unless it has no name."""
        place = figure.place or ""
        start = self._text.find(place) if place else -1
        nameless = start >= 0 and _is_nameless(place, self._text[:start])
        return frozenset() if nameless else self._gazetteer.scope(place)

    def _of_report(self) -> Scope:
        """Take the place that a report is about, unless only somebody who tells something is there.

        A title names it ("Kenya: Floods") before any county that the report has numbers of.
        """
        title = self._gazetteer.named(self._reading.document.title or "")
        if title:
            return frozenset(title)
        place = self._reading.tolls.place
        start = self._text.find(place) if place else -1
        if place and start >= 0 and _is_nameless(place, self._text[:start]):
            return self._gazetteer.dated_in(self._text)
        if place and place in self._text and place not in self._told:
            return frozenset()
        return self._gazetteer.scope(place)

    def _named(self, figure: Figure) -> Scope:
        """Find the countries that a sentence names at all, but for those of the ones who tell it."""
        found = self._gazetteer.named(self._told[slice(*figure.sentence)])
        return frozenset(self._gazetteer.inside(place) or place for place in found)

    def _of_sentence(self, figure: Figure, before: Sequence[Subject], beside: Sequence[Subject]) -> Scope:
        """Find the place of the figure before, that at the beginning, or that at the end of a sentence."""
        mine = [one.scope for one in _last_of(figure.sentence, before) if one.scope]
        behind = [one.scope for one in beside if one.scope]
        opening = self._gazetteer.mentions(self._told[figure.sentence[0] : figure.span.start])
        return mine[0] if mine else opening or (behind[0] if behind else frozenset())

    def sentence_before(self, place: int, before: Sequence[Subject]) -> Scope:
        """Put together the places of the last sentence before that counts casualties of the same days.

        Somebody else in a new paragraph speaks of the whole event again: of the places told first.
        """
        figure = self._figures[place]

        def told(one: Subject) -> bool:
            """Tell whether a figure is of some place, and may be of the days of this one."""
            other = one.figure
            return bool(one.scope) and not (_other_days(figure, other) or self._is_history(figure, other))

        at = next((at for at in range(len(before) - 1, -1, -1) if told(before[at])), None)
        if at is None:
            return frozenset()
        if figure.source and self._where(before[at].figure):  # somebody goes back to what it is all about
            back = (one for one in range(at, -1, -1) if told(before[one]))
            at = next((one for one in back if not self._where(before[one].figure)), at)
        last = before[at].figure
        anew = self._text.find("\n\n", last.span.end, figure.span.start) >= 0
        if anew and figure.source and figure.said_by != last.said_by:
            first = (one for one in range(len(before)) if told(before[one]))
            opening = next(first)
            is_title = self._is_title(before[opening].figure)
            at = (
                next((one for one in first if not self._is_title(before[one].figure)), opening)
                if is_title
                else opening
            )
        same = (one.scope for one in _beside(at, before) if told(one))
        places = frozenset[str]().union(*same)
        return places - {self._gazetteer.inside(place) for place in places}

    def _is_title(self, figure: Figure) -> bool:
        """Tell whether a figure stands in a headline, which names the country where others name the town."""
        return not self._text[slice(*figure.sentence)].rstrip("\"'”’) \n").endswith((".", "!", "?"))

    def headed(self, casualties: Sequence[Subject]) -> Iterator[tuple[Subject, Subject]]:
        """Find what a headline tells of a region and the report of a town: many things happen in a region."""
        for title in casualties:
            if not title.scope or not self._is_title(title.figure) or not all(map(is_small, title.scope)):
                continue
            below = next(
                (one for one in casualties if _says_as_much(one, title) and not self._is_title(one.figure)),
                None,
            )
            if below is not None and below.scope:
                yield title, below

    def _is_history(self, figure: Figure, other: Figure) -> bool:
        """Tell whether another figure is of long ago, and one without days of what the report is about."""
        return not figure.period.known and is_long_ago(other.period, self._reading.document.published)

    def _of_text_before(self, figure: Figure) -> Scope:
        """Find the last sentence before a figure that puts something in a known place."""
        end = figure.sentence[0]
        number = bisect_left(self._boundaries, end, key=lambda boundary: boundary[1])
        start = self._boundaries[number - 1][1] if number else 0
        return self._gazetteer.mentions(self._told[start:end]) or self._of_sentences(number)

    def _of_sentences(self, number: int) -> Scope:
        """Find the place of the last of the first sentences of a text that puts something in one."""
        passed, scope = [], frozenset[str]()
        while number and not scope and number not in self._latest:
            passed.append(number)
            start = self._boundaries[number - 2][1] if number > 1 else 0
            scope = self._gazetteer.mentions(self._told[start : self._boundaries[number - 1][0]])
            number -= 1
        scope = scope or self._latest.get(number, scope)
        self._latest.update(dict.fromkeys(passed, scope))
        return scope


def _without_sources(reading: Reading) -> str:
    """Give a text with dashes for those who tell something: nothing happened where they are."""
    text, places = reading.document.text, {figure.place for figure in reading.figures}
    letters = list(text)
    for told in reading.attributions:
        counts = any(_COUNTING.search("".join(letters[slice(*cue)])) for cue in told.cue)
        for first, last in told.source:
            if counts and "".join(letters[first:last]) in places:
                continue  # "Holm has recorded 166 cases": they fell ill there
            letters[first:last] = "-" * (last - first)
    return "".join(letters)


def _last_of(sentence: tuple[int, int], subjects: Sequence[Subject]) -> Iterator[Subject]:
    """Give the last of some figures as long as they are of one sentence, the last first."""
    return takewhile(lambda one: one.figure.sentence == sentence, reversed(subjects))


def _beside(at: int, subjects: Sequence[Subject]) -> Iterator[Subject]:
    """Give all of some figures, in the order of the text, that are of the sentence of one."""
    sentence = subjects[at].figure.sentence
    yield from _last_of(sentence, subjects[max(0, at - _MOST) : at + 1])
    yield from takewhile(lambda one: one.figure.sentence == sentence, subjects[at + 1 : at + _MOST])


def _says_as_much(one: Subject, other: Subject) -> bool:
    """Tell whether two figures count as many of the same."""
    mine, its = one.figure.amount, other.figure.amount
    return one.key == other.key and (mine.low, mine.high) == (its.low, its.high)


def _is_nameless(place: str, before: str) -> bool:
    """Tell whether words say only in what kind of place something was: "inside a police compound"."""
    return place.islower() and _ONE_OF.search(before) is not None


def _other_days(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are of days that do not meet."""
    return one.period.meets(other.period) is False
