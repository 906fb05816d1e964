"""What a figure is about, apart from how much, when, and who said so."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from addup.grouping.lexicon import (
    Family,
    family_in,
    family_of,
    family_with_object,
    is_happening,
    is_light,
    is_people,
    is_window,
    known_form,
    nationality,
    noun_group,
    participle_family,
    table,
)
from addup.grouping.parts import Part
from addup.grouping.places import Gazetteer, Scope, home_country
from addup.grouping.timing import counting_days
from addup.records import Figure, Member, Period, Reading, SeriesKind, Span

_CALENDAR = frozenset({"hour", "day", "week", "month", "quarter", "year", "night", "minute"})
_PURPOSE = re.compile(r"\s*(?:\w+ ){0,3}?(?:to|for|on|towards?) (?:the |its )?([a-z]\w+)")
_OF_THEM = re.compile(r"^\s*of (?:them|whom|these|those) (?:were |are )?([A-Z][a-z]+)")
_AFTER = re.compile(r"\s*(?:others?\s+|more\s+|people\s+)?(\w+)")
_NEW = re.compile(r"\b(?:new|fresh|additional)\b", re.IGNORECASE)

DEFINITE = "the same"
"""The qualifier of figures that speak of things already counted."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What one figure is about.

    `family` is what happened, where the tables know it; `thing` is what is counted, with "person" for
    anybody; `qualifier` narrows it to a part that the text sets apart. `scope` is where, `days` when it
    happened, as far as the text says. `words` is its sentence. `whole` is the kind of the series that
    a part is taken from. `alone` marks figures that share their
    subject with nothing.
    """

    reading: int
    place: int
    member: Member
    source: str | None
    published: date | None
    family: Family | None
    event: str | None
    thing: str
    qualifier: str
    scope: Scope
    days: Period
    words: str
    whole: SeriesKind | None = None
    alone: bool = False

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.member.figure

    @property
    def casualty(self) -> bool:
        """Whether it counts what one event did, over and over as reports come in."""
        return self.family is not None and self.family.kind == "toll"

    @property
    def located(self) -> bool:
        """Whether its place is that of an event: of casualties, or of the event counted itself."""
        return self.casualty or is_happening(self.thing)

    @property
    def rate(self) -> bool:
        """Whether the figure is an amount per stretch of calendar time."""
        return self.figure.amount.per in _CALENDAR and self.figure.amount.kind in ("count", "money")

    @property
    def key(self) -> Key:
        """What figures must have in common to be compared at all. Scope and days are compared later."""
        amount = self.figure.amount
        per = "" if self.rate else amount.per or ""
        # What is done for a stretch of time says less than what it is a stretch of: a flight, a visit.
        plain = "" if amount.kind == "duration" else self.event or ""
        event = self.family.name if self.family else plain
        return (
            amount.kind,
            amount.unit or "",
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
    home = home_country(reading.document.text)
    subjects = [_subject(index, place, reading, gazetteer, home) for place in range(len(reading.figures))]
    for place in sorted(parts, key=lambda place: parts[place].whole):
        subjects[place] = _as_part(subjects[place], subjects[parts[place].whole], named=parts[place].named)
    return subjects


def _subject(index: int, place: int, reading: Reading, gazetteer: Gazetteer, home: str | None) -> Subject:
    figure = reading.figures[place]
    head = known_form(figure.counted.head.lower()) if figure.counted else ""
    family = _family(reading, figure, head)
    thing = _thing(figure, head, family, home=home, text=reading.document.text)
    event = None if is_light(figure.event) or is_happening(thing) else figure.event
    definite = family is None and not is_happening(thing) and _is_definite(figure, reading)
    return Subject(
        reading=index,
        place=place,
        member=Member(reading.document.id, figure),
        source=_source(figure),
        published=reading.document.published,
        family=family,
        event=event.lower() if event and not definite else None,
        thing=thing,
        qualifier=DEFINITE if definite else _purpose(figure, reading) or _novelty(figure, reading, family),
        scope=gazetteer.scope(figure.place),
        days=_days(figure, reading, family),
        words=reading.document.text[slice(*figure.sentence)],
        alone=_stands_alone(figure, head) or _is_anybody(family, event, thing, definite=definite),
    )


def _days(figure: Figure, reading: Reading, family: Family | None) -> Period:
    """Give the days that a figure counts, as far as its sentence tells.

    The day of casualties that was carried over from another sentence may be any day of the story, and that
    beside a verb that moves their number is the day on which it was moved.
    """
    days = counting_days(figure, reading.document.text)
    casualty = family is not None and family.kind == "toll"
    carried = figure.time is not None and not _within(figure.time, figure.sentence)
    if casualty and (carried or figure.event in table("nouns")["moving"]):
        return Period()
    return days


def _within(words: Span, sentence: tuple[int, int]) -> bool:
    return sentence[0] <= words.start and words.end <= sentence[1]


def _purpose(figure: Figure, reading: Reading) -> str:
    """Say what money is for, where it is only money: "1.9 billion go to schools"."""
    if figure.amount.kind != "money" or (
        figure.counted and figure.counted.head not in table("nouns")["money"]
    ):
        return ""
    after = re.split(r"[;:,.]", reading.document.text[figure.span.end : figure.sentence[1]])[0]
    found = _PURPOSE.match(after)
    return f"for {found[1].lower()}" if found else ""


def _novelty(figure: Figure, reading: Reading, family: Family | None) -> str:
    """Mark what is said to be new without saying since when: it is no count of everything."""
    days = counting_days(figure, reading.document.text)
    told = days.known or days != figure.period
    fresh = family is not None and family.kind == "flow" and not told and _NEW.search(_noun_phrase(figure))
    return "new" if fresh else ""


def _is_definite(figure: Figure, reading: Reading) -> bool:
    """Tell whether a figure speaks of things already counted: "the two rivers"."""
    amount = figure.amount
    before = reading.document.text[max(0, figure.span.start - 5) : amount.number.start].lower()
    return amount.kind == "count" and amount.bound == "exact" and bool(re.search(r"\bthe\s+$", before))


def _source(figure: Figure) -> str | None:
    return (figure.source.name or figure.source.text).lower() if figure.source else None


def _noun_phrase(figure: Figure) -> str:
    return f"{figure.span.text} {figure.counted.text if figure.counted else ''}"


def _stands_alone(figure: Figure, head: str) -> bool:
    """Tell whether a figure shares its subject with no other: somebody's age, "many" of whatever."""
    uncounted = figure.amount.worded and figure.amount.kind == "count"
    return sets_the_scene(figure) or uncounted or not (head or figure.event)


def _is_anybody(family: Family | None, event: str | None, thing: str, *, definite: bool) -> bool:
    """Tell whether nothing is said of the people counted: "the report spoke of 200 people"."""
    return family is None and event is None and not definite and thing.endswith("person")


def sets_the_scene(figure: Figure) -> bool:
    """Tell whether a figure is an age, or a stretch of time: "over the past 14 days"."""
    if figure.amount.kind != "duration":
        return figure.amount.kind == "age"
    number, time = figure.amount.number, figure.time
    if figure.counted is None or is_window(figure.counted.head):
        return True
    return time is not None and time.start <= number.start and number.end <= time.end


def _family(reading: Reading, figure: Figure, head: str) -> Family | None:
    """Find what happened, in the figure's own words or, where they are silent, in those around it."""
    if figure.amount.kind != "count":
        return None
    after = re.split(r"[;:,.]", reading.document.text[figure.span.end : figure.sentence[1]])[0]
    found = _reduced(after) or family_of(figure.event, head) or family_with_object(figure.event, after)
    if found is not None or not is_light(figure.event):
        return found
    before = re.split(r"[;:,]", reading.document.text[figure.sentence[0] : figure.span.start])[-1]
    named = family_in(before) or family_in(after)
    general = not head or is_people(head) or head in ("toll", "number")
    return named if named and (general or head in named.counts) else None


def _reduced(after: str) -> Family | None:
    """Find the casualties of a clause cut short: "9 people were killed and 70 others wounded"."""
    found = _AFTER.match(after)
    return participle_family(found[1].lower()) if found else None


def _thing(figure: Figure, head: str, family: Family | None, *, home: str | None, text: str) -> str:
    """Name what is counted: a nationality or group if the text limits it to one, else the noun.

    Where no casualties are counted, the people of the country that a report is about are everybody.
    """
    words = re.findall(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?", figure.counted.text) if figure.counted else []
    words += _OF_THEM.findall(text[figure.amount.number.end : figure.sentence[1]][:40])
    nation = next((nation for nation in map(nationality, words) if nation), None) or nationality(head.title())
    if nation and family and family.kind != "toll" and nation == home:
        nation = None
    supplied = family is not None and family.kind == "toll" and not _stands_beside(figure, text)
    general = is_people(head) or not head or supplied or (family is not None and head in family.counts)
    if general or nationality(head.title()):
        return f"{nation} person" if nation else "person" if family or is_people(head) else head
    group = noun_group(head)
    return f"{nation} {group}" if nation else group


def _stands_beside(figure: Figure, text: str) -> bool:
    """Tell whether the noun that is counted stands behind its number, and was not supplied from elsewhere."""
    counted = figure.counted
    return (
        counted is not None and counted.text.lower() in text[figure.span.start : figure.sentence[1]].lower()
    )


def _done(whole: Subject) -> str:
    """Name what happened to a whole: by its family, or by its verb as "those" to whom it happened."""
    if whole.family:
        return whole.family.name
    return f"those {whole.key[4]}" if whole.key[4] else ""


def _as_part(part: Subject, whole: Subject, *, named: bool) -> Subject:
    """Narrow the subject of a part: by who, by what became of it, or else as a part with no name."""
    share = part.figure.amount.kind == "share"
    inherited = named or (part.family is None and (part.event is None or part.event == whole.event))
    family = whole.family if inherited and not share else part.family
    event = whole.event if inherited and not share else part.event
    thing = part.thing if part.thing and part.thing != part.figure.event else whole.thing
    if inherited and family and (thing in family.counts or is_people(thing) or not part.figure.counted):
        thing = whole.thing
    scope = part.scope or whole.scope
    days = part.days if part.days.known else whole.days
    kind = whole.whole or (whole.family.kind if whole.family else None)
    narrowed = replace(part, family=family, event=event, thing=thing, scope=scope, days=days, whole=kind)
    if part.qualifier.startswith("for "):
        return replace(narrowed, event=whole.event, alone=False)
    if narrowed.key[4] != whole.key[4]:
        return replace(narrowed, qualifier=f"of {_done(whole) or whole.thing}", alone=False)
    same = narrowed.thing == whole.thing and narrowed.scope == whole.scope and narrowed.days == whole.days
    if same:
        return replace(narrowed, qualifier=f"part {part.member.document}:{part.figure.id}", alone=False)
    return replace(narrowed, alone=False)
