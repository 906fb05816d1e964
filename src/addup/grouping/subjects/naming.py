"""Readable names of series: "killed, Oslo", "children killed, Oslo", "contracts signed"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from addup.calendar_names import MONTHS
from addup.grouping.countries import Country, countries
from addup.grouping.nouns import noun_group, trade
from addup.grouping.places import Gazetteer
from addup.grouping.subjects.causes import DISEASE
from addup.grouping.subjects.families import families, family_title, is_light
from addup.grouping.subjects.subject import AT_RISK, DEFINITE, INSIDE, ROW, Subject
from addup.grouping.subjects.things import CERTAINTIES
from addup.grouping.tables import table

_LEADS_TIME = re.compile(r"\b(in|on|at|over|during|within|since|by|for|from|until)\s+$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:ous|ful|less|ible|[^e]ed|(?:ent|er|ic|ion|or|rm)al)$|^(?!en|dis)\w{2,}able$")
_UNCHANGED = re.compile(r"(?:ch|ese|sh|ss)$")  # "five Chinese", "two Swiss"
_DOUBLED = re.compile(
    r"(?:[^aeiou]el|cur|gret|mit|nap|nul|quip|quit|trol|[^e]rol)$"
)  # "annulled", "acquitted"
_EVENT_NOUN = re.compile(r"(?:ncy|ity|ation|ness|hood|ism|growth)$")
_UNSAFE = re.compile(r"[^\w\s,'’%&()./-]|\.\.|@")


def plural(noun: str) -> str:
    """Give the plural of an English noun; irregular ones are in the table."""
    words = noun.split(" ")
    last = words[-1]
    irregular = table("forms")["plural"].get(last.lower())
    if irregular:
        last = irregular
    elif re.search(r"(?i:(?:^|[a-z])man)$", last):  # "men", "women", "fishermen"; others are in the table
        last = f"{last[:-2]}en"
    elif re.search(r"(?:s|x|z|ch|sh)$", last):
        last += "es"
    elif re.search(r"[^aeiou]y$", last):
        last = last[:-1] + "ies"
    else:
        last += "s"
    return " ".join([*words[:-1], last])


def participle(verb: str) -> str:
    """Give the past participle of an English verb, "call up" → "called up"; the table has irregular ones."""
    first, *rest = verb.split(" ")
    if first == "not" and rest:
        return f"not {participle(' '.join(rest))}"
    if first == "be" and rest:
        return " ".join(rest)  # "robberies down"
    if _is_no_verb(first.lower()):
        return verb
    if _EVENT_NOUN.search(verb):  # "redundancy" is what happened, and has no participle
        return f"({verb})"
    irregular = table("forms")["participle"].get(first.lower())
    if irregular:
        first = irregular
    elif first.endswith("e"):
        first += "d"
    elif re.search(r"[^aeiou]y$", first):
        first = first[:-1] + "ied"
    elif re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", first) or _DOUBLED.search(first):
        first += first[-1] + "ed"
    else:
        first += "ed"
    return " ".join([first, *rest])


def _is_no_verb(word: str) -> bool:
    """Tell whether what is told of things is no verb: "eligible", "undecided", "at stake"."""
    forms = table("forms")
    if word in forms["participle"]:
        return False
    return word in forms["as_they_are"] or bool(_ADJECTIVE.search(word))


def place_names(members: Sequence[Subject], gazetteer: Gazetteer) -> str | None:
    """Give the places of a series as its texts write them."""
    written: Counter[str] = Counter()
    for (place, scope), count in Counter((one.figure.place, one.scope) for one in members).items():
        if place and scope == gazetteer.scope(place):
            written[re.sub(r"^the ", "", place, flags=re.IGNORECASE)] += count
    written.pop("", None)
    if written and members[0].scope:
        most = max(written.values())
        often = [place for place, count in written.items() if count == most]
        return min(often, key=lambda place: (len(place), place))
    scope = next((member.scope for member in members if member.scope), frozenset())
    return " and ".join(sorted(map(gazetteer.written, scope))) or None


def subject_name(members: Sequence[Subject]) -> str:
    """Name what a series is about, without its place."""
    first = members[0]
    if first.alone:
        return _alone(first)
    people = _people(first)
    if first.qualifier.startswith("for "):
        return _marked(f"{people or 'unnamed'} {first.qualifier}", first)
    if first.family:
        title = family_title(first.family, " ".join(member.words for member in members))
        if first.thing in first.family.events:  # "murders" are killed as it is
            return _marked(people, first)
        counted = people or (first.figure.counted.text.lower() if first.figure.counted else "people")
        name = title.format(counted=counted) if "{" in title else f"{people} {title}".strip()
    else:
        name = " ".join(word for word in (people or "", _deed(first)) if word)
    return _marked(name or "unnamed", first)


def _deed(first: Subject) -> str:
    """Give what happened as a participle, unless the noun says as much: "growth"."""
    return participle(first.event) if first.event and first.event != first.thing else ""


def _alone(first: Subject) -> str:
    """Name a figure that is about nothing else by its words, a bare number by what happened: "treated"."""
    words = first.figure.span.text.lower()
    bare = words == first.figure.amount.number.text.lower()
    return participle(first.event) if bare and first.event and not is_light(first.event) else words


def _people(first: Subject) -> str:
    """Give what is counted in the plural; nothing where the family says as much."""
    nation, _, noun = first.thing.rpartition(" ")
    country = next((country for country in countries() if country.name == nation), None)
    noun = noun if country else first.thing
    general = bool(first.family) and (noun == "person" or noun in first.family.counts)  # type: ignore[union-attr]
    if country is None:
        return "" if general or not noun else _noun_of(first, noun)
    people = country.people[0]
    return _nationals(country) if noun == "person" else f"{people} {plural(noun)}"


def _nationals(country: Country) -> str:
    """Give what the people of a country are called: "Danes", "Germans", "Chinese"."""
    people = country.people[0]
    nationals = table("nouns")["nationals"].items()
    nouns = [noun for noun, name in nationals if name == country.name and not noun.endswith("man")]
    return plural(nouns[0]) if nouns else people if _UNCHANGED.search(people) else plural(people)


def _noun_of(first: Subject, noun: str) -> str:
    """Name things in the plural where they are counted, and as it is written what has a price or a share."""
    counted = first.figure.counted
    money = first.figure.amount.kind == "money"  # a deficit is a loss, and not called one
    if counted is None or not (noun == counted.head.lower() or (money and noun == noun_group(counted.head))):
        return plural(noun)
    written = counted.text.split()[-1]
    if first.figure.amount.kind == "count":  # a people that no table has: "60 Selvians"
        return plural(noun.title() if written.istitle() else noun)
    return written.lower() if counted.head.islower() else written  # "Shares" may begin a sentence


def _marked(name: str, first: Subject) -> str:
    """Add what sets a series apart beside what is counted: its unit, and what it is part of."""
    amount = first.figure.amount
    if (
        first.family
        and (first.family.money or first.family.areas)
        and not first.qualifier.startswith("part ")
    ):
        name = f"{name}, {first.qualifier}" if first.qualifier else name
    elif first.qualifier in ("new", *CERTAINTIES):
        name = f"{first.qualifier} {name}"
    elif first.qualifier == AT_RISK:
        name = f"{plural(first.figure.noun or 'job')} at risk"
    elif first.qualifier in (INSIDE, DISEASE):
        name = f"{name} {first.qualifier}"
    elif first.qualifier == DEFINITE:
        number = first.figure.amount.number.text.lower()
        name = f"the {number.replace(',', '')} {name}"  # a comma parts a name from its place
    elif first.qualifier.startswith(ROW):
        row = first.qualifier.removeprefix(ROW)
        name = f"{name} among {row.lower()}" if first.family else f"{name} of {row}"
    elif first.qualifier.startswith("of those "):
        name = f"{name}, of those {participle(first.qualifier.removeprefix('of those '))}"
    elif first.qualifier.startswith("of "):
        whole = first.qualifier[3:]
        name += (
            f", of those {whole.replace('_', ' ')}" if whole in families() else f", of the {plural(whole)}"
        )
    elif first.qualifier.startswith("part "):
        name = _narrowed(first, name)
    told_as_rate = bool(first.family and first.family.within) or first.figure.noun in table("nouns")["rates"]
    if amount.kind == "share" and not first.figure.change and not told_as_rate:
        name = f"share of {name}"
    speed = amount.kind == "measure" and amount.per in ("hour", "second")
    if amount.per and not first.rate and not speed:
        name = f"{name} per {amount.per}"
    return f"{name}, change" if first.figure.change else name


def _narrowed(part: Subject, name: str) -> str:
    """Tell a part from its whole by its time, "killed, of those in the past week", or else by its number."""
    time = part.figure.time
    if time is not None:
        place = time.start - part.figure.sentence[0]
        lead = _LEADS_TIME.search(part.words[: max(0, place)])
        if part.words[max(0, place) :].startswith(time.text) and lead:
            return f"{name}, of those {lead[1].lower()} {time.text}"
    which = "the" if _people(part) else "those"
    return f"{part.figure.amount.span.text.lower()} of {which} {name}"


def _often_named(members: Sequence[Subject]) -> str | None:
    """Give the firm, place or person of whom most figures are told; None where they do not go by names."""
    told = Counter(name for member in members for name in member.names)
    name = min(told, key=lambda name: (-told[name], len(name), name), default=None)
    return " ".join(name) if name else None


def _month(members: Sequence[Subject]) -> str | None:
    """Give the month in which the figures begin, where it belongs to the name of what is counted."""
    family = members[0].family
    if family is None or not family.dated:
        return None
    days = [day for member in members if (day := member.days.first or member.published)]
    return f"{MONTHS[min(days).month - 1]} {min(days).year}" if days else None


def series_name(members: Sequence[Subject], gazetteer: Gazetteer) -> str:
    """Name a series: what, and where."""
    inherited = members[0].qualifier.startswith("of ")
    place = None if inherited else place_names(members, gazetteer) or _often_named(members)
    name = subject_name(members)
    month = None if inherited else _month(members)
    place = ", ".join(words for words in (place, month) if words)
    safe = _UNSAFE.sub(" ", f"{name}, {place}" if place else name)
    return re.sub(r"\s+(?=,)", "", " ".join(safe.split()))


def told_apart(names: Sequence[str], clusters: Sequence[Sequence[Subject]]) -> list[str]:
    """Add to equal names what sets their series apart: when it was, who says so and when, or the unit.

    The one that is larger than all others keeps the bare name. Where nothing does, they stay equal.
    """
    equal: dict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        equal[name].append(index)
    told = list(names)
    for name, indices in equal.items():
        if len(indices) == 1:
            continue
        sizes = [len(clusters[index]) for index in indices]
        largest = sizes.index(max(sizes)) if sizes.count(max(sizes)) == 1 else None
        for trait in (_trade_of, _months_of, _days_of, _only_source, _reported, _unit_of):
            traits = [trait(clusters[index]) for index in indices]
            known = all(words or place == largest for place, words in enumerate(traits))
            if known and len(set(traits)) == len(traits):
                for place, (index, words) in enumerate(zip(indices, traits, strict=True)):
                    if place != largest:
                        told[index] = f"{name}, {_UNSAFE.sub(' ', words or '')}"
                break
    return told


def _trade_of(members: Sequence[Subject]) -> str | None:
    """Give what workers are counted, as most texts say it; None where it is not told or several are."""
    heads = Counter(member.figure.counted.head for member in members if member.figure.counted)
    told = {trade(head) for head in heads} - {None}
    named = [head for head in heads if trade(head)]
    return plural(max(named, key=lambda head: (heads[head], head))) if len(told) == 1 else None


def _months_of(members: Sequence[Subject]) -> str | None:
    """Give the month or months in which all figures fall; None where one has no day."""
    days = _hull(members)
    if days is None:
        return None
    first, last = (f"{MONTHS[day.month - 1]} {day.year}" for day in days)
    return first if first == last else f"{first} to {last}"


def _days_of(members: Sequence[Subject]) -> str | None:
    """Give the day or days on which all figures fall; None where one has no day."""
    days = _hull(members)
    if days is None:
        return None
    first, last = map(_written, days)
    return first if first == last else f"{first} to {last}"


def _hull(members: Sequence[Subject]) -> tuple[date, date] | None:
    days = [(member.days.first, member.days.last) for member in members]
    known = [(first, last) for first, last in days if first and last]
    if len(known) < len(days):
        return None
    return min(first for first, _ in known), max(last for _, last in known)


def _only_source(members: Sequence[Subject]) -> str | None:
    """Give who says all figures of a series, as the texts write it; None where several do."""
    sources = {member.source: member.figure.source for member in members}
    only = next(iter(sources.values())) if len(sources) == 1 else None
    return f"according to {only.name or only.text}" if only else None


def _reported(members: Sequence[Subject]) -> str | None:
    """Give the day on which all reports of a series came out; None where there are several."""
    days = {member.published for member in members}
    day = next(iter(days)) if len(days) == 1 else None
    return f"reported {_written(day)}" if day else None


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _unit_of(members: Sequence[Subject]) -> str:
    """Give the unit of a series, or else what kind of amounts it has."""
    amount = members[0].figure.amount
    return f"in {amount.unit}" if amount.unit else amount.kind


def distinct(names: Sequence[str]) -> list[str]:
    """Give equal names numbers from the second on: an account tells series apart by their names."""
    seen: Counter[str] = Counter()
    taken = set(names)
    result = []
    for name in names:
        seen[name] += 1
        own = name
        while seen[name] > 1 and own in taken:
            own = f"{name} ({seen[name]})"
            seen[name] += own in taken
        taken.add(own)
        result.append(own)
    return result
