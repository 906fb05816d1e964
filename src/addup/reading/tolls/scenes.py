"""Which of the events that a report tells of happened at the scene of the main one.

Updates tell of one operation after the other. Each begins with a sentence that turns away from the one before
("Elsewhere", "in a separate operation") or opens with another part of the country ("In Zabul province, ...").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from addup.reading import grammar
from addup.reading.text import text_of
from addup.reading.tolls.casualties import Mention
from addup.reading.tolls.places import parts_named, place_at
from addup.reading.tolls.words import words

# Provinces and the like, and the districts in them.
_LEVELS = (0, 1)
_RULE = re.compile(r"\n[^\S\n]*(?:[-–—_*=] ?){3,}[^\S\n]*\n|\n[^\S\n]*# ?# ?#[^\S\n]*\n")
_OPENING = re.compile(r"(?:[A-Z][a-z]+,? )?[Ii]n (?:the )?")


def of_main_scene(found: Sequence[Mention], main: Token) -> list[Mention]:
    """Leave out what is told from the first sentence on that turns to another scene than the main one.

    Behind a line of dashes or the like another report begins.
    """
    text = text_of(main.doc)
    home = [parts_named(_text(main.sent), level) for level in _LEVELS]
    behind = (mention.word.sent for mention in found if mention.word.sent.start > main.sent.start)
    end = next((sentence.start_char for sentence in behind if _turns_away(sentence, home)), len(text))
    rule = _RULE.search(text, main.idx, end)
    return [mention for mention in found if mention.word.idx < (rule.start() if rule else end)]


def by_station(found: Sequence[Mention]) -> list[list[Mention]]:
    """Part what is told where those who did it go on to another place: "then moved to a second compound"."""
    stations: list[list[Mention]] = []
    last = None
    for mention in found:
        between = mention.word.doc[last.end if last else mention.word.sent.start : mention.word.sent.end]
        if last is None or any(map(_goes_on, between)):
            stations.append([])
        stations[-1].append(mention)
        last = mention.word.sent
    return stations


def _goes_on(verb: Token) -> bool:
    """Whether a verb is of somebody who goes to another place than the one before."""
    if verb.lemma_.lower() not in words("stations", "going") or not grammar.is_verb(verb):
        return False
    where = grammar.complement(verb, "into", "to", "toward", "towards")
    others = {token.lower_ for token in where.lefts} if where is not None else set()
    return not others.isdisjoint(words("stations", "another"))


def _turns_away(sentence: Span, home: Sequence[frozenset[str]]) -> bool:
    """Whether a sentence says that it is on what happened elsewhere, or opens with another place."""
    text = _text(sentence)
    if text.lower().startswith(tuple(words("scenes", "turning"))):
        return True
    opening = _OPENING.match(text)
    if opening is None:
        return False
    where = place_at(text, opening.end())
    for level in _LEVELS:
        named = parts_named(where, level)
        if named and home[level]:
            return named.isdisjoint(home[level])
    return False


def _text(sentence: Span) -> str:
    return text_of(sentence.doc)[sentence.start_char : sentence.end_char].lstrip()
