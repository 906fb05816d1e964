"""The word lists of this room: what happened, what is counted, and the words that tie figures together."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from addup.records import SeriesKind

_NAMES = r"[A-Z]\w+(?: [A-Z]\w+)*"


@dataclass(frozen=True, slots=True)
class Family:
    """Verbs and nouns that report one and the same event, however worded."""

    name: str
    kind: SeriesKind
    title: str
    counts: frozenset[str]
    within: int | None = None
    constant: bool = False
    so_far: bool = False
    rate: str = ""
    leads_to: frozenset[str] = frozenset()
    weekly: bool = False


@cache
def table(name: str) -> Mapping[str, Any]:
    """Load one of this room's data files."""
    return tomllib.loads(files("addup.grouping").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def families() -> Mapping[str, Family]:
    """All families by name, in the order of the file."""
    return {
        name: Family(
            name,
            row["kind"],
            row["title"],
            frozenset(row["counts"]),
            row.get("within"),
            bool(row.get("constant")),
            bool(row.get("so_far")),
            row.get("rate", ""),
            frozenset(row.get("leads_to", ())),
            bool(row.get("weekly")),
        )
        for name, row in table("families").items()
    }


@cache
def _family_rows() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, dict[str, str]]]:
    """Index the families by verb, by ambiguous verb, by noun, and by verb and noun together."""
    verbs: dict[str, str] = {}
    weak: dict[str, str] = {}
    nouns: dict[str, str] = {}
    pairs: dict[str, dict[str, str]] = {}
    for name in families():
        row = table("families")[name]
        verbs.update(dict.fromkeys(row["events"], name))
        weak.update(dict.fromkeys(row.get("weak", ()), name))
        nouns.update(dict.fromkeys(row["nouns"], name))
        for verb, heads in row.get("needs", {}).items():
            pairs.setdefault(verb, {}).update(dict.fromkeys(heads, name))
    return verbs, weak, nouns, pairs


@lru_cache(maxsize=1 << 14)
def family_of(event: str | None, head: str | None) -> Family | None:
    """Find the family of an event and the noun that is counted; None if the table has none."""
    verbs, weak, nouns, pairs = _family_rows()
    event, head = _bare(event or ""), (head or "").lower()
    name = pairs.get(event, {}).get(head) or verbs.get(event)
    if name is not None and head in table("families")[name].get("never", ()):
        return None
    if (
        name is None
        and event in weak
        and head not in table("families")[weak[event]].get("unlike", ())
        and (not head or is_person(head) or head in families()[weak[event]].counts)
    ):
        name = weak[event]
    if name is None and is_light(event):
        name = nouns.get(head)
    return families()[name] if name else None


def measured_family(event: str | None, thing: str, unit: str | None) -> Family | None:
    """Find the family of what is measured and not counted: hectares of forest burned."""
    for name, row in table("families").items():
        told = row.get("measured")
        if told and unit in told["in"] and noun_group(thing) in told["of"] and event in told["by"]:
            return families()[name]
    return None


def _bare(event: str) -> str:
    """Give the bare form of a verb that was left with its ending: "wounding", "injured"."""
    event = event.lower()
    stem = event.removesuffix("ing")
    verbs, weak, _, _ = _family_rows()
    forms = (event, stem, f"{stem}e", event.removesuffix("ed"), event.removesuffix("d"))
    return next((form for form in forms if form in verbs or form in weak), event)


def family_by_noun(head: str) -> Family | None:
    """Find the family that a noun for people stands for by itself: "the 30 hostages" are those taken."""
    name = table("nouns")["stands_for"].get(head)
    return families()[name] if name else None


def share_family(event: str | None, head: str, behind: str) -> Family | None:
    """Find the family of a share by its noun, and the verb or the words behind it: turnout.

    Who voted "for" somebody is another share than who voted.
    """
    for name, row in table("families").items():
        verbs = row.get("shares", {}).get(head)
        if verbs is None or (verbs and phrase("for", "against").search(behind)):
            continue
        if not verbs or (event or "").lower() in verbs:
            return families()[name]
    return None


def rate_family(counted: str, before: str) -> Family | None:
    """Find the family of a rate that everybody knows by the words for it: "jobless rate", "turnout was"."""
    rows = (
        row for row in table("shares")["rate"] if counted in row["share"] or _told_of(row["name"], before)
    )
    return next((_of_rates()[row["name"]][0] for row in rows), None)


def _told_of(rate: str, before: str) -> bool:
    """Tell whether the words right before a number are a rate with its verb: "turnout was", "stood at"."""
    return before.rstrip().endswith(_ends_of_verbs()) and bool(_rates_told()[rate].search(before))


@cache
def _ends_of_verbs() -> tuple[str, ...]:
    return tuple(f" {verb}" for verb in table("shares")["told"]["verbs"])


@cache
def _rates_told() -> Mapping[str, re.Pattern[str]]:
    """Give for each rate the pattern of its nouns as the subject of a verb that tells what it is."""
    verbs = as_written(*table("shares")["told"]["verbs"])
    return {
        row["name"]: re.compile(rf"{phrase(*row['share']).pattern}(?: in [\w ]{{1,30}})?\s+{verbs}\s*$")
        for row in table("shares")["rate"]
    }


def is_of_some(rate: Family, sentence: str) -> bool:
    """Tell whether a sentence tells a rate of some people alone, or of no time: "among women", "usually"."""
    return bool(_of_rates()[rate.rate][1].search(sentence))


@cache
def _of_rates() -> Mapping[str, tuple[Family, re.Pattern[str]]]:
    """Give for each rate its family, and the pattern of words beside which it is none of everybody."""
    rates = {row["name"]: phrase(*row["unless"]) for row in table("shares")["rate"]}
    return {one.rate: (one, rates[one.rate]) for one in families().values() if one.rate}


def flees_country(behind: str) -> bool:
    """Tell whether words say that people left a country: "have fled Norway", "fled to Chad"."""
    found = _leaving().search(behind)
    if found is None:
        return False
    return bool(found["over"] or found["there"]) or any(
        found["name"] in country.names for country in countries()
    )


@cache
def _leaving() -> re.Pattern[str]:
    """Match a verb of leaving, with the country that people left or went to, or words for any."""
    rows = table("cues")["displaced"]
    leaves, there = as_written(*rows["leaves"]), as_written(*rows["there"])
    return re.compile(
        rf"{leaves}\s+(?P<over>the border\s+)?(?:(?:into|to|in|for)\s+)?(?:the\s+|neighbou?ring\s+)*"
        rf"(?:(?P<there>{there})(?! (?:area|city|post|region|town|village))|(?P<name>{_NAMES}))"
    )


def trade(head: str) -> str | None:
    """Give the group of a noun that says what people work as; None for one that only says that they do."""
    groups = {word: name for name, words in table("nouns")["trades"].items() for word in words}
    return groups.get(head.lower())


def participle_family(word: str) -> Family | None:
    """Find the family of a participle that says what happened to people: "wounded"."""
    name = table("cues")["participles"].get(word)
    return families()[name] if name else None


def family_with_object(event: str | None, words: str) -> Family | None:
    """Find the family of a verb that means its event only beside a noun, which the words may hold."""
    pairs = _family_rows()[3].get((event or "").lower(), {})
    for noun, name in pairs.items():
        unless = table("families")[name].get("unless", ())
        if unless and phrase(*unless).search(words):
            continue
        if not is_people(noun) and phrase(noun, f"{noun}s").search(words):
            return families()[name]
    return None


def family_in(words: str) -> Family | None:
    """Find the family whose nouns stand last in some words ("the death toll rose to"); None without."""
    found = _family_nouns().findall(words.lower())
    return families()[_family_rows()[2][found[-1]]] if found else None


@cache
def _family_nouns() -> re.Pattern[str]:
    nouns = sorted(map(re.escape, _family_rows()[2]), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(nouns)})s?\b")


def family_stems(names: Sequence[str], *, short: bool = False) -> re.Pattern[str]:
    """Make a pattern that finds words of some families in any form: "mobilization" beside "mobilise".

    With `short` also those of words too short to have a stem: "died", but not "diesel".
    """
    rows = [table("families")[name] for name in names]
    words = [word for row in rows for word in (*row["events"], *row.get("weak", ()), *row["nouns"])]
    stems = sorted({re.escape(word[:6]) for word in words if len(word) > 3})
    if short:
        stems += [rf"{re.escape(word)}(?:s|d|ed|ing)?\b" for word in sorted(set(words)) if len(word) <= 3]
    return re.compile(rf"\b(?:{'|'.join(stems)})" if stems else r"(?!)", re.IGNORECASE)


def family_title(family: Family, words: str) -> str:
    """Name a family by the words that its reports use, where the table has several titles."""
    for word, title in table("families")[family.name].get("titles", {}).items():
        if phrase(word, word + "s").search(words):
            return str(title)
    return family.title


def is_light(event: str | None) -> bool:
    """Tell whether a verb only reports or moves the number and says nothing of what happened."""
    return not event or event.lower() in _nouns("light")


@cache
def _groups() -> Mapping[str, str]:
    return {word: name for name, row in table("nouns")["groups"].items() for word in row["words"]}


def known_form(head: str) -> str:
    """Give the singular of a noun that was left in the plural, where the tables know it: "troops"."""
    known = _known_nouns()
    return head if head in known or head.removesuffix("s") not in known else head.removesuffix("s")


@cache
def _known_nouns() -> frozenset[str]:
    return frozenset({*table("nouns")["persons"], *table("nouns")["people"], *_groups()})


def noun_group(head: str) -> str:
    """Give the name under which a noun and those that mean the same go."""
    return _groups().get(head.lower(), head.lower())


def is_at_risk(event: str | None) -> bool:
    """Tell whether a verb says that things may be lost, and not that they are."""
    return event in table("cues")["at_risk"]["events"]


def is_happening(group: str) -> bool:
    """Tell whether a noun is an event in itself ("two explosions"), so that its verb does not matter."""
    return bool(table("nouns")["groups"].get(group, {}).get("happening"))


@cache
def happening_nouns() -> str:
    """Write the pattern of all nouns that are events in themselves, in the singular or the plural."""
    groups = table("nouns")["groups"].values()
    words = {word for row in groups if row.get("happening") for word in row["words"]}
    return rf"(?:{_alternatives(words)})s?\b"


@cache
def _marked(mark: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Make a pattern of the nouns in all groups that bear a mark, and say to which group each belongs."""
    groups = table("nouns")["groups"]
    words = {word: name for name, row in groups.items() if row.get(mark) for word in row["words"]}
    return phrase(*words, *(f"{word}s" for word in words)), words


def _groups_in(text: str, mark: str) -> list[str]:
    pattern, groups = _marked(mark)
    found = (word.lower() for word in pattern.findall(text))
    return [groups.get(word) or groups[word.removesuffix("s")] for word in found]


def rare_happenings(text: str) -> frozenset[str]:
    """Name the kinds of events in a text of which no place sees two within a month."""
    return frozenset(_groups_in(text, "rare"))


def happenings_in(text: str) -> list[str]:
    """Name the kind of each event that a text names, in its order: "flood", "attack"."""
    return _groups_in(text, "happening")


def is_people(head: str) -> bool:
    """Tell whether a noun says no more than that people are counted."""
    return head.lower() in _nouns("people")


def is_perpetrator(head: str) -> bool:
    """Whether a noun names those who did what others suffered ("attacker")."""
    return head in _nouns("perpetrators")


def is_person(head: str) -> bool:
    """Tell whether a noun is one for people."""
    head = head.lower()
    return is_people(head) or head in _nouns("persons") or nationality(head.title()) is not None


def is_window(head: str) -> bool:
    """Tell whether a counted noun is a stretch of time that only sets the scene."""
    return head.lower() in _nouns("windows")


@cache
def _nouns(key: str) -> frozenset[str]:
    """Give a list of words of the table of nouns as a set."""
    return frozenset(table("nouns")[key])


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its name, other names, the words for its people, and its large cities, capital first."""

    name: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    cities: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Read the table of countries."""
    text = files("addup.reading").joinpath("countries.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Country(
            name=row["name"].split(";")[0],
            names=tuple(row["name"].split(";")),
            people=tuple(row["people"].split(";")),
            cities=tuple(city for city in (row["capital"], *row["cities"].split(";")) if city),
        )
        for row in rows
    )


@lru_cache(maxsize=1 << 14)
def nationality(word: str) -> str | None:
    """Give the country whose people a word names ("Norwegians" → Norway); None for other words."""
    peoples = _peoples()
    return peoples.get(word) or peoples.get(word.removesuffix("s"))


@cache
def _peoples() -> Mapping[str, str]:
    peoples: dict[str, str] = {}
    for country in countries():
        for word in country.people:
            peoples.setdefault(word, country.name)
    peoples.update(table("nouns")["nationals"])
    return peoples


@cache
def phrase(*words: str) -> re.Pattern[str]:
    """Make a pattern that finds any of these words or phrases as whole words, in any case."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(words, any_case=True)})(?!\w)")


def may_hold(text: str, words: Iterable[str]) -> bool:
    """Tell quickly whether a text may hold any of some words or phrases (in lower case), in any case.

    Most texts hold none, and looking for them by a pattern takes far longer than this.
    """
    lowered = text.lower()
    for word in words:  # noqa: SIM110 - `any` takes twice as long, and this is asked for every figure
        if word in lowered:
            return True
    return False


def as_written(*words: str) -> str:
    """Write the pattern of any of these words or phrases as whole words, in their own case."""
    return rf"(?<!\w)(?:{_alternatives(words)})(?!\w)"


def _alternatives(words: Iterable[str], *, any_case: bool = False) -> str:
    """Write words as alternatives of a pattern, the longest first.

    Those that begin alike stand together and their first letter is spelled out, so that a search passes over
    most places of a text at their first letter: it is what takes longest in grouping.
    """
    begun: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda word: (-len(word), word)):
        begun[word[:1]].append(re.escape(word[1:]))
    return "|".join(
        f"[{first.lower()}{first.upper()}](?i:{'|'.join(rests)})"
        if any_case and first.isalpha()
        else f"{re.escape(first)}(?:{'|'.join(rests)})"
        for first, rests in begun.items()
    )
