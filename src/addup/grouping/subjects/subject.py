"""What a figure is about, apart from how much, when, and who said so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from addup.grouping.cells import labelled_figures, row_of, table_cells
from addup.grouping.nouns import is_happening, is_mere_money, is_people, is_person, known_form, noun_group
from addup.grouping.patterns import phrase
from addup.grouping.places import Gazetteer, Scope, full_name, home_country, plain
from addup.grouping.subjects.accounts import area_of, qualifier_of
from addup.grouping.subjects.causes import died_of_disease, of_war
from addup.grouping.subjects.families import (
    Family,
    family_by_noun,
    is_at_risk,
    is_light,
    measured_thing,
)
from addup.grouping.subjects.happened import family_at
from addup.grouping.subjects.parts import Part, is_of_others, is_some_of_named
from addup.grouping.subjects.things import (
    CAPACITY,
    CERTAINTIES,
    certainty,
    clause_behind,
    is_before_it_all,
    is_budget,
    is_capacity,
    is_definite,
    is_everywhere,
    is_exception,
    is_negated,
    is_of_past_season,
    is_so_far_of_day,
    is_stay,
    is_taken_aboard,
    is_taken_in,
    novelty,
    or_missing,
    purpose,
    remains_inside,
    sets_the_scene,
    stands_beside,
    thing_of,
)
from addup.grouping.subjects.timing import casualty_days, counting_days, is_find, is_of_stretch
from addup.grouping.tables import table
from addup.records import Figure, Period, Reading, SeriesKind
from addup.stretches import Stretches
from addup.words.conversions import scale_of

# "In her town alone": of a part of what was told before, whose name stands elsewhere.
_ALONE = re.compile(r"\bin (?:her|his|its|one|our|that|the|their|this) [a-z]+ alone\b")
# A country's own, of whom others tell none: "three of its citizens".
_OWN_PEOPLE = re.compile(r"\b(?:her|his|its|our|their) (?:own )?(?:citizens|nationals)\b")
_NOT_IN = re.compile(r"[^,.;:\d]{0,40}\b(?:not (?:counted|included)|excluded|left out)\b")
_TOGETHER = re.compile(r"\d[^.;:]*,? (?:altogether|combined|in all|in total|together),? (?:about |some )?$")
_OF_EACH = re.compile(r"\b(?:(?:at|in|on|of|from|for|by|to) each\b|each\s*$|apiece\b)", re.IGNORECASE)
_MAY = re.compile(r" \w+ (?:can|could|may|might)\b")
_ONE_MAY = re.compile(r"\b(?:an?|each|every|one) \w+ (?:can|could|may|might) \w+ (?:up to )?$", re.IGNORECASE)
_CALENDAR = frozenset({"hour", "day", "week", "month", "quarter", "year", "night", "minute"})

_SPEAKS_OF = re.compile(r"\b(?:speaks?|speaking|spoken?) of (?:[a-z]+ )?$", re.IGNORECASE)
_LEAD = 30
_PUTTING = frozenset({"put", "puts", "estimated", "estimates"})
_LONGEST_EVENT = timedelta(days=21)
"""Longer than this no single event is that bodies are found after."""
_DAYS_OF_BUDGETS = 60
"""So long what is planned to be spent on something is told of before it is decided anew."""

_PAID_BY = frozenset({"hour", "day", "week", "month"})
_EARNING = frozenset({"earn", "get", "make", "pay"})
_ONE_EARNS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[A-Z][a-z]+)\b[^.;:!?]{0,80}"
    r"\b(?:earn(?:s|ed)|gets?|got|made|makes|paid) (?:[a-z]+ ){0,2}$"
)
_MORE = re.compile(r" more (?!than\b)")
DEFINITE = "the same"
"""The qualifier of figures that speak of things already counted."""

AT_RISK = "at risk"
"""The qualifier of jobs that may be lost."""
ROW = "row "
"""What opens the qualifier of a cell in the row of a table that is neither a place nor a time."""
FOUND = "found"
"""The qualifier of bodies found over months, which are not all who were killed in them."""
INSIDE = "inside the country"
"""The qualifier of those displaced who crossed no border."""

Place = tuple[int, int]
"""A figure of some readings: the place of its reading among them, and its own in its reading."""
Key = tuple[str, ...]
Name = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one figure is about.

    `family` is what happened, where the tables know it; `thing` is what is counted, with "person" for
    anybody; `qualifier` narrows it to a part that the text sets apart. `scope` is where, `days` when it
    happened, as far as the text says. `words` is its sentence. `part_of` is the figure that a part is
    taken from, `whole` the kind of its series. `again` marks figures that speak of what was counted
    before ("the two"), `alone` those that share their subject with nothing, `cell` those in a table or
    behind a label, of which the sentences around say nothing.
    `names` are those that it is told of, where reports find each other by them. `around` are, for casualties
    without days, those on which their report counts others (see `addup.grouping.subjects.around`).
    """

    reading: int
    place: int
    document: str
    figure: Figure
    source: str | None
    published: date | None
    family: Family | None
    event: str | None
    thing: str
    qualifier: str
    scope: Scope
    days: Period
    words: str
    part_of: Subject | None = None
    whole: SeriesKind | None = None
    again: bool = False
    alone: bool = False
    cell: bool = False
    names: frozenset[Name] = frozenset()
    around: Period = field(default_factory=Period)

    @property
    def at(self) -> Place:
        """Which figure it is of those of all readings."""
        return self.reading, self.place

    @property
    def casualty(self) -> bool:
        """Whether it counts what one event did, over and over as reports come in."""
        return self.family is not None and self.family.kind == "toll"

    @property
    def located(self) -> bool:
        """Whether its place is that of an event: of casualties, or of the event counted itself."""
        return self.casualty or is_happening(self.thing)

    @property
    def within(self) -> int | None:
        """In how many days reports tell of one such matter, so that a name tells which; None for others."""
        if self.qualifier.startswith("for "):
            return _DAYS_OF_BUDGETS
        return self.family.within if self.family else None

    @property
    def rate(self) -> bool:
        """Whether the figure is an amount per stretch of calendar time."""
        return self.figure.amount.per in _CALENDAR and self.figure.amount.kind in ("count", "money")

    @property
    def key(self) -> Key:
        """What figures must have in common to be compared at all. Scope and days are compared later."""
        amount, scale = self.figure.amount, scale_of(self.figure)
        per = "" if self.rate else (scale and scale.per) or amount.per or ""
        # What is done for a stretch of time says less than what it is a stretch of: a flight, a visit.
        plain = "" if amount.kind == "duration" else self.event or ""
        event = self.family.name if self.family else plain
        return (
            amount.kind,
            (scale.dimension if scale else amount.unit) or "",  # acres and hectares are of one series
            per,
            self.figure.change or "",
            event,
            self.thing,
            self.qualifier,
        )


def subjects_of(
    index: int, reading: Reading, *, parts: dict[int, Part], gazetteer: Gazetteer
) -> list[Subject]:
    """Say for each figure of a reading what it is about."""
    text = reading.document.text
    home = cache(lambda: home_country(text))  # few figures ask for it
    counting = [counting_days(figure, text) for figure in reading.figures]
    days = casualty_days(reading, counting)
    # In "7 of the 9 climbers were found" the verb is told of the seven alone; so in "of the 9, 7 were".
    wholes: dict[int, set[str | None]] = defaultdict(set)
    for place, part in parts.items():
        if part.evidence.end <= reading.figures[part.whole].span.start:
            wholes[part.whole].add(reading.figures[place].event)
    cells = table_cells(reading)
    putting = _putting(reading)
    subjects = []
    for place, figure in enumerate(reading.figures):
        told = figure.event in wholes.get(place, ()) or _is_spoken_of(figure, text)
        event = None if told else figure.event
        if event is not None and is_negated(figure, text):
            event = f"not {event}"
        scope = gazetteer.scope(full_name(figure.place, text, figure.sentence))
        if not scope and is_everywhere(figure, text):
            scope = frozenset({plain(home() or "nationwide")})
        subjects.append(
            _subject(
                (index, place),
                reading,
                event=event,
                home=home,
                putting=putting,
                scope=scope,
                days=(days[place], counting[place]),
            )
        )
    for place, cell in cells.items():
        subjects[place] = _in_table(subjects[place], row_of(cell))
    for place in labelled_figures(reading):
        subjects[place] = replace(subjects[place], cell=True)
    subjects = [replace(one, alone=True) if _is_increment(one, subjects, text) else one for one in subjects]
    subjects = [replace(one, qualifier=FOUND) if _is_found_in_time(one) else one for one in subjects]
    subjects = [
        replace(one, alone=True) if one.place not in parts and is_of_others(reading, one.place) else one
        for one in subjects
    ]
    for place in sorted(parts, key=lambda place: parts[place].whole):
        subjects[place] = _as_part(
            subjects[place], subjects[parts[place].whole], text, named=parts[place].named
        )
    return subjects


def _subject(
    at: Place,
    reading: Reading,
    *,
    event: str | None,
    home: Callable[[], str | None],
    putting: Callable[[Figure], str | None],
    scope: Scope,
    days: tuple[Period, Period],
) -> Subject:
    """Say what a figure is about, somewhere; `days` are those if it counts casualties, and those if not."""
    figure, text = reading.figures[at[1]], reading.document.text
    head = known_form(figure.counted.head.lower()) if figure.counted else ""
    spared = is_exception(figure, text)
    room = is_capacity(figure, text)
    family = None if spared or room else family_at(figure, event=event, head=head, text=text)
    thing = measured_thing(family, thing_of(figure, head, family, home=home, text=text))
    again = is_definite(figure, text)
    known = family is None and again
    counted = family_by_noun(head) if known else None
    if counted is not None:
        family, thing, event = counted, "person", None
    if is_budget(figure):
        thing, event = noun_group("money"), event if event and not is_light(event) else "spend"
    definite = known and counted is None and not is_happening(thing)
    moved = is_light(event) and not _is_raised(figure, event, thing)
    told = None if moved or is_happening(thing) or definite else event
    inside = remains_inside(figure, text, family)
    if inside and (figure.place or "") not in f"{figure.span.text}{clause_behind(figure, text)}":
        scope = frozenset()  # "1.9 million are displaced inside, and 500,000 fled to Chad"
    return Subject(
        reading=at[0],
        place=at[1],
        document=reading.document.id,
        figure=figure,
        source=_source(figure) or putting(figure),
        published=reading.document.published,
        family=family,
        event=told.lower() if told and not room else None,
        thing=thing,
        qualifier=DEFINITE if definite else _qualifier(figure, reading, family, inside=inside),
        scope=scope,
        days=days[0] if family and family.kind == "toll" else days[1],
        words=text[slice(*figure.sentence)],
        again=again,
        alone=spared
        or is_taken_in(figure, text, family)
        or is_taken_aboard(figure, text)
        or is_before_it_all(figure, text)
        or is_so_far_of_day(figure, text, family)
        or is_of_past_season(figure, text, family)
        or _stands_alone(figure, head, text)
        or _is_anybody(family, told, thing, definite=definite),
    )


def _qualifier(figure: Figure, reading: Reading, family: Family | None, *, inside: bool) -> str:
    """Say what narrows what is counted to a part that the text sets apart; "" for all of it."""
    text = reading.document.text
    if family and family.money:
        return qualifier_of(figure, text, funds=bool(family.counts))
    if family and family.areas:
        return area_of(figure, text)
    if family is None and is_capacity(figure, text):
        return CAPACITY
    return (
        purpose(figure, text)
        or novelty(figure, reading, family)
        or (INSIDE if inside else certainty(figure, text, family))
        or died_of_disease(figure, text, family)
        or of_war(figure, text, family)
        or or_missing(figure, text, family)
        or (AT_RISK if family and is_at_risk(figure.event) else "")
    )


def _in_table(subject: Subject, row: str) -> Subject:
    """Say of which row a cell is; what stands around a number in a sentence says nothing of a cell."""
    return replace(subject, qualifier=f"{ROW}{row}" if row else "", again=False, alone=False, cell=True)


def _is_found_in_time(subject: Subject) -> bool:
    """Tell whether bodies are those found in months: of how they died, and when, nobody may know anything."""
    first, last = subject.figure.period.first, subject.figure.period.last
    long = first is not None and last is not None and last - first > _LONGEST_EVENT
    return not subject.qualifier and long and is_find(subject.figure)


def _is_increment(subject: Subject, subjects: Sequence[Subject], text: str) -> bool:
    """Tell whether casualties only come to a toll that the report tells as well: "14 more bodies".

    The toll may count everybody: "the bodies of eight more miners, which brings the dead to 19".
    """
    if not subject.casualty or not _MORE.match(text, subject.figure.amount.number.end):
        return False
    return any(one is not subject and one.family == subject.family for one in subjects)


def _is_spoken_of(figure: Figure, text: str) -> bool:
    """Tell whether a verb only tells of a number, and happened to nobody: "it speaks of 312 cases"."""
    lead = text[max(figure.sentence[0], figure.span.start - _LEAD) : figure.span.start]
    return figure.event == "speak" and _SPEAKS_OF.search(lead) is not None


def _is_raised(figure: Figure, event: str | None, thing: str) -> bool:
    """Tell whether a verb that else only moves a number says how money came or went: "raised 2 million"."""
    paid = figure.amount.kind == "money" and event in table("verbs")["spending"]
    return paid and is_mere_money(thing)


def _source(figure: Figure) -> str | None:
    return figure.said_by.lower() if figure.said_by else None


def _putting(reading: Reading) -> Callable[[Figure], str | None]:
    """Say for figures who puts a number where it is: "police put the crowd at 21,000"; None without."""
    text = reading.document.text
    putting = [
        told
        for told in reading.attributions
        if any(text[slice(*cue)].lower() in _PUTTING for cue in told.cue)
    ]
    contents = Stretches(span for told in putting for span in told.content)
    told_in = [told for told in putting for _ in told.content]

    def who(figure: Figure) -> str | None:
        """Give who puts a number."""
        for number in contents.around(figure.span.start)[:1]:
            return " ".join(text[slice(*source)] for source in told_in[number].source).lower() or None
        return None

    return who


def _stands_alone(figure: Figure, head: str, text: str) -> bool:
    """Tell whether a figure shares its subject with no other: somebody's age, "many" of whatever."""
    uncounted = figure.amount.worded and figure.amount.kind == "count" and not _is_none_of(figure)
    scene = sets_the_scene(figure) and not is_stay(figure, text)
    return (
        scene
        or uncounted
        or _is_general(figure, text)
        or _is_one_wage(figure, text)
        or not (head or figure.event)
        or _is_of_each(figure, text)
        or _is_rest(figure, text)
        or _is_beside_all(figure, text)
        or (figure.event == "cost" and head == "cost")  # "it costs $40": of what, only the story tells
        or is_some_of_named(figure, text)
        or _ALONE.search(clause_behind(figure, text)) is not None
        or is_of_stretch(figure, text)
        or _OWN_PEOPLE.search(figure.span.text) is not None
    )


def _is_none_of(figure: Figure) -> bool:
    """Tell "not a single civilian" from "nobody", of whom only the story tells who is meant.

    Where its own sentence says where and when it was, that tells it: "nobody died in Selm on Monday".
    """
    if figure.amount.high != 0 or figure.counted is None:
        return False
    when = figure.time is not None and figure.sentence[0] <= figure.time.start < figure.sentence[1]
    return figure.span != figure.amount.span or (when and figure.place is not None)


def _is_one_wage(figure: Figure, text: str) -> bool:
    """Tell whether money is what one person earns, as others earn their own: "she earns $21 an hour"."""
    wage = figure.amount.kind == "money" and figure.amount.per in _PAID_BY and figure.event in _EARNING
    return wage and _ONE_EARNS.search(text, figure.sentence[0], figure.span.start) is not None


def _is_general(figure: Figure, text: str) -> bool:
    """Tell whether what is said is so of anyone, and counts nobody: "one patient can infect 18 others"."""
    opening = text[figure.sentence[0] : figure.span.start]
    is_one = figure.amount.number.text.lower() == "one" and _MAY.match(text, figure.amount.number.end)
    return bool(is_one) or _ONE_MAY.search(opening) is not None


def _is_of_each(figure: Figure, text: str) -> bool:
    """Tell whether a count is of each of several things: "two were killed at each place"."""
    counted = figure.amount.kind == "count" and figure.amount.per is None
    return counted and bool(_OF_EACH.search(clause_behind(figure, text)))


def _is_rest(figure: Figure, text: str) -> bool:
    """Tell whether a count is what some others leave of all: "the remaining nine died of burns"."""
    words = text[figure.sentence[0] : figure.amount.number.start]
    return figure.amount.kind == "count" and _rest().search(words) is not None


def _is_beside_all(figure: Figure, text: str) -> bool:
    """Tell whether a count is said to be in no other, or that of several told before it, taken together."""
    behind = text[figure.span.end : figure.sentence[1]]
    before = text[figure.sentence[0] : figure.amount.number.start]
    return _NOT_IN.match(behind) is not None or _TOGETHER.search(before) is not None


@cache
def _rest() -> re.Pattern[str]:
    """Match the words of a rest right before its number, or with a hedge between: "the other about 40"."""
    return re.compile(rf"{phrase(*table('cues')['rest']['words']).pattern}(?:\s+[a-z]+){{0,2}}\s+$")


def _is_anybody(family: Family | None, event: str | None, thing: str, *, definite: bool) -> bool:
    """Tell whether nothing is said of the people counted: "the report spoke of 200 people"."""
    return family is None and event is None and not definite and thing.endswith("person")


def _done(whole: Subject) -> str:
    """Name what happened to a whole: by its family, or by its verb as "those" to whom it happened."""
    if whole.family:
        return whole.family.name
    return f"those {whole.key[4]}" if whole.key[4] else ""


def _is_plain_whole(part: Subject, whole: Subject) -> bool:
    """Tell whether a whole is only all there are of what is counted: "closed 3,400 of 4,000 schools"."""
    return (
        part.key[4] != ""
        and part.thing == whole.thing
        and not is_person(part.thing)
        and whole.key[4] == ""
        and (whole.qualifier == "" or (part.casualty and whole.qualifier == DEFINITE))
    )


def _is_outcome(part: Subject, whole: Subject) -> bool:
    """Tell whether a part is what a whole of that kind comes to: deaths among all cases are its deaths."""
    return (
        part.family is not None
        and whole.family is not None
        and part.family.name in whole.family.leads_to
        and part.thing == whole.thing == "person"
        and (part.scope, part.days) == (whole.scope, whole.days)
        and whole.qualifier in ("", *CERTAINTIES)
        and whole.part_of is None
    )


def _tells_its_day(part: Subject, whole: Subject) -> bool:
    """Tell whether a part has a day of its own: one in its sentence, and not that of something else done.

    "86 of the victims were buried on Sunday": they died when all did.
    """
    figure = part.figure
    if figure.time is None or not figure.sentence[0] <= figure.time.start < figure.sentence[1]:
        return False
    return part.family is not None or part.event is None or part.event == whole.event


def _as_part(part: Subject, whole: Subject, text: str, *, named: bool) -> Subject:
    """Narrow the subject of a part: by who, by what became of it, or else as a part with no name."""
    share = part.figure.amount.kind == "share"
    if share and part.family is not None and part.family.rate:
        return part  # "turnout was 61 percent of registered voters" is turnout
    inherited = named or (part.family is None and (part.event is None or part.event == whole.event))
    family = whole.family if inherited and not share else part.family
    event = whole.event if inherited and not share else part.event
    own = part.thing and part.thing not in (part.figure.event, "one")
    thing = part.thing if own and (not named or stands_beside(part.figure, text)) else whole.thing
    if inherited and family and (thing in family.counts or is_people(thing) or not part.figure.counted):
        thing = whole.thing
    scope = part.scope or whole.scope
    days = part.days if part.days.known and _tells_its_day(part, whole) else whole.days
    kind = whole.whole or (whole.family.kind if whole.family else None)
    narrowed = replace(
        part, family=family, event=event, thing=thing, scope=scope, days=days, part_of=whole, whole=kind
    )
    if not part.qualifier and (sure := certainty(part.figure, text, family)):
        narrowed = replace(narrowed, qualifier=sure)  # "of the cases, 412 have been confirmed"
    if part.qualifier.startswith("for "):
        return replace(narrowed, event=whole.event, alone=False)
    if _is_plain_whole(narrowed, whole) or _is_outcome(narrowed, whole):
        return replace(narrowed, alone=False)
    if narrowed.key[4] != whole.key[4]:
        return replace(narrowed, qualifier=f"of {_done(whole) or whole.thing}", alone=False)
    same = narrowed.thing == whole.thing and narrowed.scope == whole.scope and narrowed.days == whole.days
    if same and narrowed.qualifier not in (INSIDE, *CERTAINTIES):
        return replace(narrowed, qualifier=f"part {part.document}:{part.figure.id}", alone=False)
    return replace(narrowed, alone=False)
