"""What happened to the things that a figure counts, in its own words or in those around it."""

from __future__ import annotations

import re
from functools import cache

from addup.grouping.countries import countries
from addup.grouping.nouns import happening_nouns, is_people, is_person
from addup.grouping.patterns import as_written, phrase, tells
from addup.grouping.subjects.families import (
    Family,
    families,
    family_in,
    family_of,
    family_with_object,
    is_light,
    is_of_some,
    measured_family,
    money_family,
    participle_family,
    rate_family,
    share_family,
)
from addup.grouping.subjects.things import clause_behind, is_taken_aboard
from addup.grouping.tables import table
from addup.records import Figure

_OUT_OF = re.compile(r"\bout of (?:a total of )?$", re.IGNORECASE)
_LEAD = 20  # as long as those words, with what stands before them
_LEAD_ABOARD = 50
# "Recovered the bodies of 39 miners", "over the deaths of at least 12 people".
_BODIES_OF = re.compile(r"\b(?:bod(?:y|ies)|corpses?|deaths?|remains) of (?:all |another |the )?$")
_LEAD_BODIES = 25
_LEAD_OUTRIGHT = 25
# "Are still being detained": so many now, of all who were ever taken.
_HELD = re.compile(
    r"\b(?:still|now|currently|remain(?:s|ed|ing)?|being|is|are|be|stay(?:s|ed)?|kept|keeps?|hold(?:s|ing)?|held|camps?|jails?|"
    r"prisons?|without (?:charge|trial)|under)\b"
)
_NAMES = r"[A-Z]\w+(?: [A-Z]\w+)*"
# "Another 29 are still being treated": so many now, of those who were hurt.
_UNDER_TREATMENT = re.compile(
    r"\s*(?:others?\s+|more\s+|people\s+|patients\s+)?(?:are|is|remain(?:s|ed)?|was|were)\s+(?:still\s+|now\s+|also\s+)*"
    r"(?:being\s+treated|receiving\s+treatment|under(?:going)?\s+treatment|in\s+treatment)\b"
)
# "Twenty were treated and released"
_LIGHTLY_HURT = re.compile(
    r"\btreated (?:and (?:discharged|released|sent home)|at the scene|on the spot"
    r"|for (?:dehydration|exposure|heat|light|minor|shock|slight|smoke))"
)
_OF_FLIGHT = re.compile(r"\b(?:displaced|fled|refugees?)\b")
_AFTER = re.compile(
    r"\s*(?:others?\s+|more\s+|people\s+)?(?:(?:is|are|was|were|been|being|has|have|had)\s+)*"
    r"(?:(?:reported|reportedly|believed|feared|confirmed|also)\s+)?(\w+)"
)


# "Organisers said 20,000 took part." says in what only by the report that it stands in.
_JOINED = re.compile(
    r"\s*(?:people )?(?:(?:had|have|has|were) )?"
    r"(?:attended|came|joined in|participated|showed up|t(?:ook|aken) part|turned up)"
    r"(?: (?:across|in) (?:the )?(?:[A-Z]\w+|capital|city|country|streets|town))?(?: (?:and|but)\b.*)?\s*",
    re.DOTALL,
)
# "Put the turnout at 45,000", where no vote is told of.
_TURNOUT = re.compile(r"\b(?:attendance|turnout)\b[^.;:,\d]*$", re.IGNORECASE)
_TOLD_OF = re.compile(r"\b(?:march|protest|rall(?:y|ied|ies)|demonstrat)", re.IGNORECASE)


def family_told(figure: Figure, text: str) -> Family | None:
    """Find what happened to what a figure counts, by the verb and the noun that were read."""
    head = figure.counted.head.lower() if figure.counted else ""
    return family_at(figure, event=figure.event, head=head, text=text)


def family_at(figure: Figure, *, event: str | None, head: str, text: str) -> Family | None:
    """Find what happened; None for what the tables do not know.

    `event` is the verb that is truly the figure's own, which may be less than what was read.
    """
    if figure.amount.kind != "count":
        return _not_counted(figure, event, head, text)
    behind = clause_behind(figure, text)
    # "The two earlier ones killed 11" are strikes, of which an earlier sentence tells.
    if head == "one" or _is_miscounted(behind):
        return None
    start = figure.span.start
    if _OUT_OF.search(text[max(figure.sentence[0], start - _LEAD) : start]):
        event = None  # "1,013 have died, out of 1,848 cases": what happened is told of the first alone
    found = _of_its_words(figure, event, head, text)
    if _may_flee(found, head, text) and _flees_country(behind):
        return families()["refugees"]
    if _is_freed(event, head, text):
        found = families()["freed"]
    if _BODIES_OF.search(text[max(figure.sentence[0], start - _LEAD_BODIES) : start]):
        found = families()["killed"]
    if found is None and figure.amount.high == 0 and event in table("cues")["harmed"]["verbs"]:
        found = families()["killed"]
    if found is None and _is_of_march(figure, behind, text):
        found = families()["marched"]
    if found is None and _is_aboard(figure, head, text):
        found = families()["aboard"]
    if found is not None or not is_light(event):
        return found
    before = re.split(r"[;:,]", text[figure.sentence[0] : figure.span.start])[-1]
    named = family_in(figure.span.text) or _numbered(before) or family_in(before) or family_in(behind)
    general = not head or is_people(head) or head in ("toll", "number")
    if named and (general or head in named.counts):
        return named
    return families()[table("cues")["victims"][head]] if _is_victim(head, behind) else None


def _of_its_words(figure: Figure, event: str | None, head: str, text: str) -> Family | None:
    """Find what happened by the verb of a figure, its noun, and the words behind it."""
    behind = clause_behind(figure, text)
    found = stated(behind) or family_with_object(event, behind) or family_of(event, head)
    if found is None and _is_outright(figure, event, behind, text):
        return families()["killed"]
    if _is_of_arrest(found, event, figure, behind, text):
        return families()["arrested"]
    return None if _is_only_alike(found, event, behind) else _treated(found, behind)


def _is_outright(figure: Figure, event: str | None, behind: str, text: str) -> bool:
    """Tell whether what was done killed them: "40 were shot dead", "fatally stabbed 40"."""
    if event not in table("cues")["outright"]["verbs"]:
        return False
    own = re.split(r"\d", behind, maxsplit=1)[0]
    before = text[max(figure.sentence[0], figure.span.start - _LEAD_OUTRIGHT) : figure.span.start]
    return any(_outright().search(words) for words in (own, re.split(r"[,.;:\d]", before)[-1]))


@cache
def _outright() -> re.Pattern[str]:
    return re.compile(rf"(?<!for )(?<!half ){as_written(*table('cues')['outright']['words'])}")


def _is_only_alike(found: Family | None, event: str | None, behind: str) -> bool:
    """Tell whether words behind rule out what a verb may mean: "walked out [of] a room" is no strike."""
    if found is None or event not in found.weak or not found.unless:
        return False
    return phrase(*found.unless).search(behind) is not None


def _treated(found: Family | None, behind: str) -> Family | None:
    """Tell those who are treated now, or were only for a scratch, from all who were hurt."""
    if found is None or found.name != "injured":
        return found
    if _UNDER_TREATMENT.match(behind):
        return families()["hospitalised"]
    return None if _LIGHTLY_HURT.search(behind) else found


def _is_freed(event: str | None, head: str, text: str) -> bool:
    """Tell whether people are let go by those who held them, and not from service."""
    rows = table("cues")["released"]
    if event not in rows["verbs"] or not (is_people(head) or is_person(head)):
        return False
    return tells(text, phrase(*rows["held"])) and not tells(text, phrase(*rows["service"]))


def _is_of_arrest(found: Family | None, event: str | None, figure: Figure, behind: str, text: str) -> bool:
    """Tell whether "detained" says that people were taken, and not that they are held."""
    if found is None or found.name != "detained" or event != "detain":
        return False
    before = text[figure.sentence[0] : figure.span.start]
    return _HELD.search(f"{before}|{behind}") is None


def _may_flee(found: Family | None, head: str, text: str) -> bool:
    """Tell whether those counted may be refugees: the displaced, or who left where refugees are told of."""
    if found is not None:
        return found.name == "displaced"
    return head in families()["refugees"].counts and tells(text, _OF_FLIGHT)


def _flees_country(behind: str) -> bool:
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


def _not_counted(figure: Figure, event: str | None, head: str, text: str) -> Family | None:
    """Find the family of a share, of money, or of what is measured: hectares of forest burned."""
    if figure.amount.kind == "share":
        return _of_share(figure, event, head, text)
    if figure.amount.kind == "money":
        written = figure.counted.text.lower().split()[-1:] if figure.counted else []
        return money_family(event, {head, *written})  # "sales" of a firm are no sale
    if figure.amount.kind not in ("measure", "duration"):
        return None
    words = figure.counted.text.lower().removeprefix("the ") if figure.counted else ""
    return measured_family(event, head, figure.amount.unit, words)


def _is_of_march(figure: Figure, behind: str, text: str) -> bool:
    """Tell whether a number in a report on a march is of those who came, which its own words do not say."""
    before = text[figure.sentence[0] : figure.span.start]
    told = _JOINED.fullmatch(behind) or (is_light(figure.event) and _TURNOUT.search(before))
    return bool(told) and tells(text, _TOLD_OF)


def _is_miscounted(behind: str) -> bool:
    """Tell whether the words up to the next number say that those counted were none: "23 counted twice"."""
    own = re.split(r"\d", behind, maxsplit=1)[0]
    return phrase(*table("cues")["miscounted"]["words"]).search(own) is not None


def _of_share(figure: Figure, event: str | None, head: str, text: str) -> Family | None:
    """Find the family of a share; a rate of some people alone is in none, and named by its noun."""
    counted = figure.counted.text.lower().removeprefix("the ") if figure.counted else ""
    before = text[figure.sentence[0] : figure.span.start]
    found = share_family(event, head, clause_behind(figure, text)) or rate_family(counted, before)
    return None if found and found.rate and is_of_some(found, text[slice(*figure.sentence)]) else found


def _is_aboard(figure: Figure, head: str, text: str) -> bool:
    """Tell whether the words beside a number put people aboard: "with 214 passengers and 12 crew aboard"."""
    people = is_people(head) or is_person(head) or head in table("cues")["aboard"]["crew"]
    # "212 of the 350 people on board": they are the 350
    if not people or " of " in figure.span.text or is_taken_aboard(figure, text):
        return False
    behind, before = _aboard()
    start, end = figure.sentence
    lead = max(start, figure.span.start - _LEAD_ABOARD)
    return bool(behind.match(text, figure.span.end, end) or before.search(text[lead : figure.span.start]))


@cache
def _aboard() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make the patterns of the words that put aboard: those close behind a number, and those before it."""
    words = table("cues")["aboard"]
    beside = r"(?:,?\s+(?:and|plus)\s+(?:[\w-]+\s+){0,4}?[\w-]+)?"
    verbs = rf"(?:{as_written(*words['verbs'])}\s+){{0,5}}"
    vehicles = as_written(*words["vehicles"])
    on = rf"(?:{as_written(*words['behind'])}|on (?:the|its) {vehicles})"
    behind = rf"{beside},?\s+{verbs}{on}"
    vehicle = rf"{vehicles}(?:\s+[A-Z]\w+)?\s+{as_written(*words['carried'])}"
    before = rf"(?:{as_written(*words['before'])}|{vehicle})\s+(?:[\w,-]+\s+){{0,6}}$"
    return re.compile(behind, re.IGNORECASE), re.compile(before, re.IGNORECASE)


def stated(behind: str) -> Family | None:
    """Find the casualties of a clause cut short: "9 people were killed and 70 others wounded"."""
    found = _AFTER.match(behind)
    return participle_family(found[1].lower()) if found else None


def _numbered(before: str) -> Family | None:
    """Find the casualties that a number is of: "the number of people killed in the crash rose to"."""
    found = _number_of().findall(before)
    return participle_family(found[-1].lower()) if found else None


@cache
def _number_of() -> re.Pattern[str]:
    participles = "|".join(table("cues")["participles"])
    return re.compile(rf"\bnumbers?\s+of\s+(?:[\w-]+\s+){{0,3}}?({participles})\b", re.IGNORECASE)


def _is_victim(head: str, behind: str) -> bool:
    """Tell whether those counted are the victims of something that happened: "9 victims of the crash"."""
    return head in table("cues")["victims"] and bool(_of_happening().match(behind))


@cache
def _of_happening() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:of|from|in)\s+(?:[\w'’-]+\s+){{0,4}}?{happening_nouns()}")
