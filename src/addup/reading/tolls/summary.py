"""The summary of a report: the least number of people killed, captured and injured, the day and the place.

Reports say the same thing more than once: in the headline, in the lead, in detail. Mentions of one event
are therefore not added up, the one that says most counts; only people who cannot be the same are added: a
leader in one sentence and two other insurgents in the next are three.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from addup.reading.tolls.casualties import Event, Mention, mentions
from addup.reading.tolls.days import day_of
from addup.reading.tolls.people import People, is_numbered, is_rest
from addup.reading.tolls.places import place_of
from addup.reading.tolls.scenes import by_station, of_main_scene
from addup.reading.tolls.words import least
from addup.records import Time, Tolls

# What may stand behind the full stop of a sentence.
_CLOSING = "\"'”’) \n\r\xa0\u2028"


def tolls(doc: Doc, times: Sequence[Time]) -> Tolls:
    """Sum up what a report says happened to people in its main event.

    A number is 0 where the report speaks of nobody, and None where it names people without a least number
    ("nearly 200 were hurt"). The counting is that of the convention `aan`.
    """
    found = _of_one_event(mentions(doc))
    main = _main_word(doc, found)
    found = of_main_scene(found, main) if main else found
    return Tolls(
        killed=_least(found, "killed"),
        captured=_least(found, "captured"),
        injured=_least(found, "injured"),
        day=day_of(main, times) if main else None,
        place=place_of(main) if main else None,
    )


def _of_one_event(found: Sequence[Mention]) -> list[Mention]:
    """Leave out the sums over several events, where one event is told of by itself."""
    single = [mention for mention in found if not mention.is_sum and not _is_headline(mention)]
    return [mention for mention in found if not mention.is_sum] if single else list(found)


def _main_word(doc: Doc, found: Sequence[Mention]) -> Token | None:
    """Give the word that reports the main event: what happened to people, else the first verb of the text.

    A headline tells of it only where nothing else does.
    """
    told = [mention for mention in found if any(some.least for some in mention.people)]
    body = [mention for mention in told if not _is_headline(mention)]
    if told:
        return (body or told)[0].word
    return next((token for token in doc if token.tag_ in {"VBD", "VBN"}), None)


def _least(found: Sequence[Mention], event: Event) -> int | None:
    """Give the least number of people that all mentions of an event make certain.

    What happened at one place and at the next adds up, whatever the lead has of it.
    """
    told = [mention for mention in found if mention.event == event]
    number = _least_of(told)
    if number is None:
        return None
    first = next((mention.word.sent for mention in told if not _is_headline(mention)), None)
    stations = by_station([mention for mention in told if mention.word.sent != first])
    if len(stations) > 1:
        return max(number, sum(_least_of(station) or 0 for station in stations))
    return number


def _least_of(told: Sequence[Mention]) -> int | None:
    groups = _with_rests([mention.people for mention in told if not _is_headline(mention)])
    groups = [people for people in groups if not _are_the_same(people)] or groups
    groups = groups or [mention.people for mention in told]
    if not groups:
        return 0
    if all(some.least is None for people in groups for some in people):
        return None
    new = [tuple(some for some in people if some.inside or not some.known) for people in groups]
    parts = max(_playing_a_part(people) for people in new)
    others = max(_number(people) - _playing_a_part(people) for people in new)
    return max(parts + others, *(_number(people) for people in groups))


def _are_the_same(people: Sequence[People]) -> bool:
    """Whether all are a plural of those spoken of before, which tells no number: "the suspects"."""
    return all(some.known and some.least == least("plural") and not is_numbered(some.noun) for some in people)


def _with_rests(groups: Sequence[tuple[People, ...]]) -> list[tuple[People, ...]]:
    """Add those who are only said to be more to the ones before: "three were killed, and a fourth died"."""
    added: list[tuple[People, ...]] = []
    for people in groups:
        before = added[-1] if added and all(is_rest(some.noun) for some in people) else ()
        added.append((*before, *people))
    return added


def _is_headline(mention: Mention) -> bool:
    """Whether a mention stands in a headline, which rounds what is reported: a line without full stop."""
    return not mention.word.sent.text.rstrip(_CLOSING).endswith((".", "!", "?", "…", ";"))


def _number(people: Sequence[People]) -> int:
    return sum(some.least or 0 for some in people if not some.inside)


def _playing_a_part(people: Sequence[People]) -> int:
    """Count those named by their part, also where they stand inside a larger number."""
    return min(sum(some.least or 0 for some in people if some.part), _number(people))
