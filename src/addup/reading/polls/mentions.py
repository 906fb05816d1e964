"""Where a text speaks of polls, or of what only they tell, and where of votes that were cast.

Also which polls it only holds others against.
"""

from __future__ import annotations

from typing import Literal

from spacy.attrs import LOWER
from spacy.tokens import Doc, Token

from addup.reading import grammar
from addup.reading.amounts.races import places_led_in
from addup.reading.frames import words
from addup.reading.nouns.plurals import singular
from addup.reading.text import kept, lemmas_of, strings_of, text_of

_WINDOW = 500  # tokens before a sentence in which a poll may be named


def speaks_of(anchor: Token, row: Literal["elections", "nouns"]) -> bool:
    """Whether the sentence or those before it speak of a poll, or of votes that were cast."""
    sentence = anchor.sent
    return any(sentence.start - _WINDOW <= place < sentence.end for place in _places_of(anchor.doc, row))


def is_polled(doc: Doc) -> bool:
    """Whether a text speaks of a poll or a vote at all."""
    return bool(_places_of(doc, "nouns") or _places_of(doc, "elections"))


def is_of_race(doc: Doc) -> bool:
    """Whether a text speaks of a race for office, so that those whom its polls ask are voters."""
    return bool(_places_of(doc, "elections") or _places_of(doc, "running") or places_led_in(text_of(doc)))


def is_held_against(poll: Token) -> bool:
    """Whether a poll is only one that another is held against.

    "Up 4 points since the last poll in March", "more than in December's poll", "as in the earlier poll".
    """
    if grammar.preposition(poll) in {"since", "than"}:
        return True
    return any(child.lower_ in words("poll", "before") for child in poll.lefts)


def takers(poll: Token) -> frozenset[str]:
    """Give the words that name who took a poll, as they stand before it: "the [Ridge] [College] poll"."""
    named = grammar.children(poll, "compound", "nmod:poss")
    return frozenset(
        word.lower_ for name in named for word in name.subtree if grammar.is_proper(word) and word.is_alpha
    )


def _places_of(doc: Doc, row: Literal["elections", "nouns", "running"]) -> list[int]:
    """Give where words of one row stand, looked for once in a text."""
    known: dict[str, list[int]] = kept(doc, "words of polls")
    if row not in known:
        lemmas, wanted = _lemmas(doc), words("poll", row)
        places = [place for place, word in enumerate(lemmas) if word in wanted]
        known[row] = [
            place
            for place in places
            if not (_asks_forecasters(lemmas, place) or _is_of_votes_cast(lemmas, place))
        ]
        if row == "nouns":
            led = (grammar.span_of(doc, place, place + 1)[0].i for place in places_led_in(text_of(doc)))
            known[row] = sorted([*known[row], *led])
    return known[row]


def _lemmas(doc: Doc) -> list[str]:
    """Give the lemmas of a text, also of what is not parsed, looked up once."""
    known: dict[str, list[str]] = kept(doc, "lemmas of polls")
    if "" not in known:
        written = zip(lemmas_of(doc), strings_of(doc, LOWER), strict=True)
        known[""] = [lemma or singular(word) for lemma, word in written]
    return known[""]


def _is_of_votes_cast(lemmas: list[str], place: int) -> bool:
    """Whether a word for a poll is of the vote itself: "polling stations", "to the polls", "polls closed"."""
    behind = lemmas[place + 1 : place + 3]
    before = lemmas[max(0, place - 3) : place]
    if lemmas[place] == "poll" and before[-2:] == ["to", "the"]:
        return not words("poll", "goes_to_vote").isdisjoint(before[:1] + behind[:1])
    if lemmas[place] == "polling":
        return not words("poll", "where_votes_are_cast").isdisjoint(behind[:1])
    return lemmas[place] == "poll" and not words("poll", "while_votes_are_cast").isdisjoint(behind)


def _asks_forecasters(lemmas: list[str], place: int) -> bool:
    """Whether a poll asked what will come of firms and prices, not for opinions: "analysts polled by"."""
    before, behind = lemmas[max(0, place - 2) : place], lemmas[place + 1 : place + 5]
    asked = before + (behind if behind[:1] == ["of"] else [])
    return not words("poll", "forecasters").isdisjoint(asked)


def bare(token: Token) -> str:
    """Give the lemma; sentences that have nothing to read are not parsed and know none."""
    return token.lemma_.lower() or singular(token.lower_)
