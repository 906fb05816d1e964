"""Families: the verbs and nouns that reports use for one and the same event, however worded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple

from addup.grouping.nouns import is_people, is_person, noun_group
from addup.grouping.patterns import as_written, phrase
from addup.grouping.tables import table
from addup.records import SeriesKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Family:
    """Verbs and nouns that report one event: a row of `families.toml`, which says what each field means."""

    name: str
    kind: SeriesKind
    title: str
    events: frozenset[str]
    nouns: frozenset[str]
    counts: frozenset[str]
    weak: frozenset[str] = frozenset()
    unlike: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    needs: Mapping[str, Sequence[str]] = field(default_factory=dict)
    unless: frozenset[str] = frozenset()
    measured: Mapping[str, Sequence[str]] = field(default_factory=dict)
    money: Mapping[str, Sequence[str]] = field(default_factory=dict)
    shares: Mapping[str, Sequence[str]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    series: SeriesKind | None = None
    within: int | None = None
    dated: bool = False
    constant: bool = False
    so_far: bool = False
    announced: bool = False
    areas: bool = False
    weekly: bool = False
    rate: str = ""
    leads_to: frozenset[str] = frozenset()


@cache
def families() -> Mapping[str, Family]:
    """All families by name, in the order of the file."""
    return {name: _family(name, row) for name, row in table("families").items()}


def _family(name: str, row: Mapping[str, Any]) -> Family:
    fields = {key: value for key, value in row.items() if key != "origin"}
    if "never" in fields:
        fields["never"] = table("nouns")["never"][fields["never"]]
    words = {key: frozenset(value) for key, value in fields.items() if isinstance(value, list)}
    return Family(name=name, **{**fields, **words})


class _Index(NamedTuple):
    """Families by verb, by ambiguous verb, by noun, and by verb and noun together."""

    verbs: Mapping[str, Family]
    weak: Mapping[str, Family]
    nouns: Mapping[str, Family]
    pairs: Mapping[str, Mapping[str, Family]]


@cache
def _index() -> _Index:
    pairs: dict[str, dict[str, Family]] = {}
    every = families().values()
    for family in every:
        for verb, heads in family.needs.items():
            pairs.setdefault(verb, {}).update(dict.fromkeys(heads, family))
    return _Index(
        verbs={verb: family for family in every for verb in family.events},
        weak={verb: family for family in every for verb in family.weak},
        nouns={noun: family for family in every for noun in family.nouns},
        pairs=pairs,
    )


@lru_cache(maxsize=1 << 14)
def family_of(event: str | None, head: str | None) -> Family | None:
    """Find the family of an event and the noun that is counted; None if the table has none."""
    index = _index()
    event, head = _bare(event or ""), (head or "").lower()
    sure = index.pairs.get(event, {}).get(head) or index.verbs.get(event)
    if sure is not None:
        return None if head in sure.never else sure
    weak = index.weak.get(event)
    if weak is not None and head not in weak.unlike and (not head or is_person(head) or head in weak.counts):
        return weak
    return index.nouns.get(head) if is_light(event) else None


def _bare(event: str) -> str:
    """Give the bare form of a verb that was left with its ending: "wounding", "injured"."""
    event = event.lower()
    stem = event.removesuffix("ing")
    index = _index()
    forms = (event, stem, f"{stem}e", event.removesuffix("ed"), event.removesuffix("d"))
    return next((form for form in forms if form in index.verbs or form in index.weak), event)


def measured_family(event: str | None, thing: str, unit: str | None, words: str) -> Family | None:
    """Find the family of what is measured and not counted: hectares of forest burned, "the burned area"."""
    for family in families().values():
        told = family.measured
        if not told or unit not in told["in"]:
            continue
        is_of_it = noun_group(thing) in told["of"] or thing in told.get("like", ())
        if (is_of_it and event in told["by"]) or words in told.get("called", ()):
            return family
    return None


def measured_thing(family: Family | None, thing: str) -> str:
    """Name what is measured by the one word for all of it: pine, heath and "the burned area" are land."""
    measured = family.measured if family else {}
    return measured["of"][0] if thing in measured.get("like", ()) else thing


def money_family(event: str | None, nouns: Set[str]) -> Family | None:
    """Find the family of money by its noun in any form, and by the verb where it asks for one."""
    for family in families().values():
        told = family.money
        if told and not nouns.isdisjoint(told["of"]) and (not told["by"] or (event or "") in told["by"]):
            return family
    return None


def family_by_noun(head: str) -> Family | None:
    """Find the family that a noun for people stands for by itself: "the 30 hostages" are those taken."""
    name = table("nouns")["stands_for"].get(head)
    return families()[name] if name else None


def share_family(event: str | None, head: str, behind: str) -> Family | None:
    """Find the family of a share by its noun, and the verb or the words behind it: turnout.

    Who voted "for" somebody is another share than who voted.
    """
    for family in families().values():
        verbs = family.shares.get(head)
        if verbs is None or (verbs and phrase("for", "against", *family.unless).search(behind)):
            continue
        if not verbs or (event or "").lower() in verbs:
            return family
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


def participle_family(word: str) -> Family | None:
    """Find the family of a participle that says what happened to people: "wounded"."""
    name = table("cues")["participles"].get(word)
    return families()[name] if name else None


def family_with_object(event: str | None, words: str) -> Family | None:
    """Find the family of a verb that means its event only beside a noun, which the words may hold."""
    for noun, family in _index().pairs.get((event or "").lower(), {}).items():
        if family.unless and phrase(*family.unless).search(words):
            continue
        if not is_people(noun) and phrase(noun, f"{noun}s").search(words):
            return family
    return None


def family_in(words: str) -> Family | None:
    """Find the family whose nouns stand last in some words ("the death toll rose to"); None without."""
    found = _family_nouns().findall(words.lower())
    return _index().nouns[found[-1]] if found else None


@cache
def _family_nouns() -> re.Pattern[str]:
    nouns = sorted(map(re.escape, _index().nouns), key=lambda noun: (-len(noun), noun))
    return re.compile(rf"\b({'|'.join(nouns)})s?\b")


def family_stems(names: Sequence[str], *, short: bool = False) -> re.Pattern[str]:
    """Make a pattern that finds words of some families in any form: "mobilization" beside "mobilise".

    With `short` also those of words too short to have a stem: "died", but not "diesel".
    """
    chosen = [families()[name] for name in names]
    words = {word for one in chosen for word in one.events | one.weak | one.nouns}
    stems = sorted({re.escape(word[:6]) for word in words if len(word) > 3})
    if short:
        stems += [rf"{re.escape(word)}(?:s|d|ed|ing)?\b" for word in sorted(words) if len(word) <= 3]
    return re.compile(rf"\b(?:{'|'.join(stems)})" if stems else r"(?!)", re.IGNORECASE)


def family_title(family: Family, words: str) -> str:
    """Name a family by the words that its reports use, where the table has several titles."""
    for word, title in family.titles.items():
        if phrase(word, word + "s").search(words):
            return title
    return family.title


def is_light(event: str | None) -> bool:
    """Tell whether a verb only reports or moves the number and says nothing of what happened."""
    return not event or event.lower() in _light()


@cache
def _light() -> frozenset[str]:
    return frozenset(table("verbs")["light"])


def is_at_risk(event: str | None) -> bool:
    """Tell whether a verb says that things may be lost, and not that they are."""
    return event in table("cues")["at_risk"]["events"]
