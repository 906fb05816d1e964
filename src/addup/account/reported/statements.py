"""What a report says without a number: who denies what, what is planned, and what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from addup.grouping.patterns import phrase
from addup.grouping.subjects.families import family_of, family_stems
from addup.grouping.tables import table
from addup.records import Attribution, Evidence, Finding, Grouping, Reading, Series, iso

_SHORT = 160
_BESIDE = 250
_MOST_STATEMENTS = 3  # beside a denial: a long report about somebody holds dozens that speak of him
_OPENING = 5  # words of a statement among which is the name of the one that it is about
_SAID_OF_HIM = 3  # words that follow it at least
_BLAME = re.compile(r"\b(?:blam\w+|accus\w+)\b", re.IGNORECASE)


def statement_findings(grouping: Grouping) -> Iterator[Finding]:
    """Give what the statements of the readings show beside their figures."""
    families = {family for one in grouping.series if (family := family_of(one.event, one.counted))}
    counted = family_stems(sorted(family.name for family in families))
    for reading in grouping.readings:
        yield from _denials(reading)
        yield from _expectations(reading, counted)
        yield from _open_days(reading)
    yield from _shares_of_nobody(grouping)


def _denials(reading: Reading) -> Iterator[Finding]:
    """Set a denial beside what others say of the one who denies, and beside what its sentence says."""
    for denial in reading.attributions:
        speaker = _speaker(reading, denial)
        if denial.stance != "denied" or not re.search(r"[^\W\d]", speaker) or re.search(r"\d", speaker):
            continue  # a share of voters says nothing
        against = [other for other in reading.attributions if _speaks_of(reading, other, denial, speaker)]
        # What tells of another's statement ("many left after officials suggested ...") says no more than it.
        against = [one for one in against if not any(_holds(one, other) for other in against)]
        if not against:
            continue
        nearest = sorted(against, key=lambda one: abs(_start(one) - _start(denial)))[:_MOST_STATEMENTS]
        against = [one for one in against if one in nearest]
        rows = [
            f"{_speaker(reading, one)} {_cue(reading, one)}: {_content(reading, one)}"
            for one in (*against, denial)
        ]
        others = " and ".join(dict.fromkeys(_speaker(reading, other) for other in against))
        # In the passive no verb has to agree with a name whose number is not known.
        text = f"What {others} said is denied by {speaker}"
        evidence = [piece for one in (*against, denial) for piece in _evidence(reading, one)]
        yield Finding(
            kind="disputed",
            text=f"{text}.",
            rows=tuple(row[:1].upper() + row[1:] for row in rows),
            evidence=tuple(evidence),
        )


def _speaks_of(reading: Reading, other: Attribution, denial: Attribution, speaker: str) -> bool:
    """Tell whether somebody else says something of the one who denies, or blames another beside the denial.

    What is said of him begins with him: "that the ministry had known of it". A denial that names no matter of
    its own, "any involvement", goes back to it from anywhere; one that does is about what was said shortly
    before, or what has words in common with it.
    """
    if other is denial or other.stance == "denied" or _speaker(reading, other) in ("", speaker):
        return False
    distance = abs(_start(other) - _start(denial))
    content = _content(reading, other)
    if distance <= _BESIDE and _BLAME.search(f"{_cue(reading, other)} {content}"):
        return True
    name = re.search(rf"\b{re.escape(_head(speaker))}\b", content, re.IGNORECASE)
    if name is None or len(content[: name.start()].split()) > _OPENING:
        return False
    if len(content[name.end() :].split()) < _SAID_OF_HIM:
        return False
    denied = _content(reading, denial)
    return distance <= _BESIDE or _names_no_matter(denied) or bool(_telling(denied) & _telling(content))


def _names_no_matter(denied: str) -> bool:
    """Tell whether a denial only points at what others say: "any involvement", "the charges"."""
    return denied.lower().rstrip(".,").split(" ")[-1] in table("cues")["denied"]["words"]


def _telling(words: str) -> set[str]:
    """Give the words, without names, that tell what a statement is about."""
    return {
        word for word in re.findall(r"\b[a-z]{5,}", words) if word not in table("cues")["denied"]["common"]
    }


def _holds(one: Attribution, other: Attribution) -> bool:
    """Tell whether the content of one statement holds the other."""
    return any(start <= cue < end for start, end in one.content for cue, _ in other.cue[:1])


def _start(attribution: Attribution) -> int:
    pieces = [*attribution.source, *attribution.cue, *attribution.content]
    return min((piece[0] for piece in pieces), default=0)


def _head(speaker: str) -> str:
    """Give the last name or word of a speaker, by which others call it."""
    return re.sub(r"['’]s$", "", speaker).split()[-1]


def _expectations(reading: Reading, counted: re.Pattern[str]) -> Iterator[Finding]:
    """Note what somebody plans or rules out of the things counted, to be held against later reports."""
    cue = phrase(*table("cues")["plan"]["words"])
    for attribution in reading.attributions:
        content = _content(reading, attribution)
        speaker = _speaker(reading, attribution)
        if not (speaker and cue.search(content) and counted.search(content)):
            continue
        day = iso(reading.document.published)
        when = f", as reported on {day}" if day else ""
        yield Finding(
            kind="expected",
            text=f"To watch: {speaker}{when}: “{content}”",
            evidence=tuple(_evidence(reading, attribution)),
        )


def _open_days(reading: Reading) -> Iterator[Finding]:
    """Say what stays open in a report that does not say when it was published."""
    if reading.document.published is not None:
        return
    unresolved = [time for time in reading.times if time.value is None or not time.period.known]
    # What is stated has begun; what is planned or budgeted may lie ahead.
    begun = [figure.period.first for figure in reading.figures if figure.stance == "stated"]
    days = [day for day in (*begun, reading.tolls.day) if day is not None]
    parts = ["The report has no day of publication"]
    if unresolved:
        words = list(dict.fromkeys(time.span.text for time in unresolved))
        stay = "stay" if len(words) > 1 else "stays"
        parts.append(f"{', '.join(f'“{word}”' for word in words)} {stay} open")
    if days:
        parts.append(f"it cannot be older than {iso(max(days))}, the latest day that it names")
    first_line = len(reading.document.text.partition("\n")[0])
    evidence = [Evidence.of(reading.document.id, time.span) for time in unresolved]
    evidence = evidence or [Evidence.within(reading.document, 0, first_line)]
    yield Finding(kind="unanswered", text=f"{'; '.join(parts)}.", evidence=tuple(evidence))


def _shares_of_nobody(grouping: Grouping) -> Iterator[Finding]:
    """Ask of whom a worded share is, where nobody counts them."""
    for series in grouping.series:
        for member in series.members:
            figure = member.figure
            if (
                figure.amount.kind != "share"
                or not figure.amount.worded
                or _counted(grouping.series, figure.series)
            ):
                continue
            words = figure.span.text
            yield Finding(
                kind="unanswered",
                text=f"Of how many? “{words}” is a share of a number that nobody gives.",
                series=(series.name,),
                reports=(figure.id,),
                evidence=(Evidence.of(member.document, figure.span),),
            )


def _counted(all_series: Sequence[Series], name: str | None) -> bool:
    """Tell whether anybody counts those of whom a series gives a share."""
    own = next((series for series in all_series if series.name == name), None)
    return own is not None and any(
        series.counted == own.counted and series.unit is None and series.name != name for series in all_series
    )


def _speaker(reading: Reading, attribution: Attribution) -> str:
    return attribution.speaker or _joined(reading, attribution.source)


def _cue(reading: Reading, attribution: Attribution) -> str:
    return _joined(reading, attribution.cue)


def _content(reading: Reading, attribution: Attribution) -> str:
    words = _joined(reading, attribution.content)
    words = re.sub(r"^that\s+", "", words)
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rsplit(' ', 1)[0]} …"


def _joined(reading: Reading, pieces: Sequence[tuple[int, int]]) -> str:
    text = reading.document.text
    return " ".join(" ".join(text[start:end].split()) for start, end in pieces).strip(" ,;")


def _evidence(reading: Reading, attribution: Attribution) -> Iterator[Evidence]:
    pieces = [*attribution.source, *attribution.cue, *attribution.content]
    if pieces:
        start, end = min(piece[0] for piece in pieces), max(piece[1] for piece in pieces)
        yield Evidence.within(reading.document, start, end)
